from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from .action_base import ActionBase
from .action_error import ActionError
from .action_module_reference import ActionModuleReference
from .action_secret_response import ActionSecretResponse
from .action_trigger import ActionTrigger
from .action_version_dependency import ActionVersionDependency
from .enums import ActionVersionBuildStatusEnum


class ActionDeployedVersion(Model, closed=True):
    """Version of an action that is in use at present."""

    id: Optional[str] = None
    """Tells the version from all others.

    The server's default is 12a3b9e6-06e6-4a29-96bf-90c82fe79a0d.
    """

    action_id: Optional[str] = None
    """Identifies the action.

    The server's default is 910b1053-577f-4d81-a8c8-020e7319a38a.
    """

    code: Optional[str] = None
    """JavaScript source of the version.

    The server's default is module.exports = () => {}.
    """

    dependencies: Optional[List[ActionVersionDependency]] = None
    """npm packages that the version needs."""

    deployed: Optional[bool] = None
    """Whether this is the version in use.

    The server's default is true.
    """

    runtime: Optional[str] = None
    """Node.js runtime, such as `node22`.

    The server's default is node22.
    """

    secrets: Optional[List[ActionSecretResponse]] = None
    """Secrets that the code can read."""

    status: Optional[ActionVersionBuildStatusEnum] = None
    """How far the build of the version has come."""

    number: Optional[float] = None
    """Place of the version among those of its action.

    The server's default is 1.
    """

    errors: Optional[List[ActionError]] = None
    """Faults that were found."""

    action: Optional[ActionBase] = None
    """Short form of an action, used inside its versions."""

    built_at: Optional[datetime] = None
    """When the build last succeeded.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    created_at: Optional[datetime] = None
    """When the version came into being.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    updated_at: Optional[datetime] = None
    """When the version last changed.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    supported_triggers: Optional[List[ActionTrigger]] = None
    """Triggers that can run the version; at present exactly one.

    At least 1 item.
    """

    modules: Optional[List[ActionModuleReference]] = None
    """Modules that the version imports."""

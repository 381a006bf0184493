from datetime import datetime
from typing import List, Optional

from ...core.model import Model
from ..common.integration import Integration
from .action_deployed_version import ActionDeployedVersion
from .action_module_reference import ActionModuleReference
from .action_secret_response import ActionSecretResponse
from .action_trigger import ActionTrigger
from .action_version_dependency import ActionVersionDependency
from .enums import ActionBuildStatusEnum


class Action(Model, closed=True):
    """Code that runs at a trigger, as its draft stands now."""

    id: Optional[str] = None
    """Tells the action from all others.

    The server's default is 910b1053-577f-4d81-a8c8-020e7319a38a.
    """

    name: Optional[str] = None
    """What the action is called.

    The server's default is my-action.
    """

    supported_triggers: Optional[List[ActionTrigger]] = None
    """Triggers that can run the action; at present exactly one.

    At least 1 item.
    """

    all_changes_deployed: Optional[bool] = None
    """False while the draft differs from what is in use.

    The server's default is false.
    """

    created_at: Optional[datetime] = None
    """When the action came into being.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    updated_at: Optional[datetime] = None
    """When the action last changed.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    code: Optional[str] = None
    """JavaScript source of the action.

    The server's default is module.exports = () => {}.
    """

    dependencies: Optional[List[ActionVersionDependency]] = None
    """npm packages that the action needs."""

    runtime: Optional[str] = None
    """Node.js runtime, such as `node22`.

    The server's default is node22.
    """

    secrets: Optional[List[ActionSecretResponse]] = None
    """Secrets that the code can read."""

    deployed_version: Optional[ActionDeployedVersion] = None
    """Version of an action that is in use at present."""

    installed_integration_id: Optional[str] = None
    """Identifies the installed package the action came from.

    The server's default is 7d2bc0c9-c0c2-433a-9f4e-86ef80270aad.
    """

    integration: Optional[Integration] = None
    """Package from the marketplace that an action was installed from."""

    status: Optional[ActionBuildStatusEnum] = None
    """How far the build of the action has come."""

    built_at: Optional[datetime] = None
    """When the build last succeeded.

    The server's default is 2021-01-01T00:00:00.000Z.
    """

    deploy: Optional[bool] = None
    """Deploys the action as soon as it is stored.

    The server's default is false.
    """

    modules: Optional[List[ActionModuleReference]] = None
    """Modules that the action imports."""

from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model


class ActionModuleReference(Model, closed=True):
    """Says that an action uses a certain version of a module."""

    module_id: Optional[str] = None
    """Identifies the module."""

    module_name: Optional[str] = None
    """What the module is called."""

    module_version_id: Optional[str] = None
    """Identifies the module version."""

    module_version_number: Optional[int] = None
    """Number of the module version."""


class ActionModuleReferenceDict(TypedDict, total=False):
    """``ActionModuleReference`` as a plain dict."""

    module_id: str
    module_name: str
    module_version_id: str
    module_version_number: int

from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model
from .enums import ActionBindingRefTypeEnum


class ActionBindingRef(Model):
    """Points to an action or a binding, by identifier or by name."""

    type: Optional[ActionBindingRefTypeEnum] = None
    """What the value of a reference is."""

    value: Optional[str] = None
    """Identifier or name, as the type says.

    The server's default is my-action.
    """


class ActionBindingRefDict(TypedDict, total=False):
    """``ActionBindingRef`` as a plain dict."""

    type: ActionBindingRefTypeEnum
    value: str

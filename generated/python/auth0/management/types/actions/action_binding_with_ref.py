from typing import List, Optional, Sequence, Union

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .action_binding_ref import ActionBindingRef, ActionBindingRefDict
from .action_secret_request import ActionSecretRequest, ActionSecretRequestDict


class ActionBindingWithRef(Model, closed=True):
    """One entry of the list that replaces the bindings of a trigger."""

    ref: ActionBindingRef
    """Points to an action or a binding, by identifier or by name."""

    display_name: Optional[str] = None
    """What people see as the name of the binding.

    The server's default is my-action-1.
    """

    secrets: Optional[List[ActionSecretRequest]] = None
    """Secrets that the code can read."""


class ActionBindingWithRefDict(TypedDict, total=False):
    """``ActionBindingWithRef`` as a plain dict."""

    ref: Required[Union[ActionBindingRef, ActionBindingRefDict]]
    display_name: str
    secrets: Sequence[Union[ActionSecretRequest, ActionSecretRequestDict]]

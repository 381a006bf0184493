from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model


class ActionSecretRequest(Model):
    """A secret to store with an action."""

    name: Optional[str] = None
    """What the secret is called.

    The server's default is mySecret.
    """

    value: Optional[str] = None
    """The secret itself; it cannot be read back.

    The server's default is mySecretValue.
    """


class ActionSecretRequestDict(TypedDict, total=False):
    """``ActionSecretRequest`` as a plain dict."""

    name: str
    value: str

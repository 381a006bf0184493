from typing_extensions import Required, TypedDict

from ...core.model import Model


class ActionModuleSecretRequest(Model, closed=True):
    """A secret to store with a module."""

    name: str
    """What the secret is called.

    At most 255 characters; matches ^[^\x00]*$.
    """

    value: str
    """The secret itself; it cannot be read back.

    At most 4096 characters; matches ^[^\x00]*$.
    """


class ActionModuleSecretRequestDict(TypedDict, total=False):
    """``ActionModuleSecretRequest`` as a plain dict."""

    name: Required[str]
    value: Required[str]

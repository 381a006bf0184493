from typing import Optional

from typing_extensions import TypedDict

from ...core.model import Model


class DeployActionVersionRequestContent(Model, closed=True):
    """How to go back to an earlier version; may be null."""

    update_draft: Optional[bool] = None
    """Whether the draft takes on the code of the earlier version.

    The server's default is false.
    """


class DeployActionVersionRequestContentDict(TypedDict, total=False):
    """``DeployActionVersionRequestContent`` as a plain dict."""

    update_draft: bool

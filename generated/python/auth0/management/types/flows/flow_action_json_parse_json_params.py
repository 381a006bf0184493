from typing import Annotated

from pydantic import Field
from typing_extensions import Required, TypedDict

from ...core.model import Model


class FlowActionJsonParseJsonParams(Model, closed=True):
    """The JSON text that a step reads."""

    json_: Annotated[str, Field(alias="json")]
    """JSON text to read."""


class FlowActionJsonParseJsonParamsDict(TypedDict, total=False):
    """``FlowActionJsonParseJsonParams`` as a plain dict."""

    json: Required[str]

from typing_extensions import Required, TypedDict

from ...core.model import Model
from .enums import FlowActionFlowStoreVarsParamsVars


class FlowActionFlowStoreVarsParams(Model, closed=True):
    """Which values a step keeps."""

    vars: FlowActionFlowStoreVarsParamsVars
    """Values by the names that later steps use."""


class FlowActionFlowStoreVarsParamsDict(TypedDict, total=False):
    """``FlowActionFlowStoreVarsParams`` as a plain dict."""

    vars: Required[FlowActionFlowStoreVarsParamsVars]

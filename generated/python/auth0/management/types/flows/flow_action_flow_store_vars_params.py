from ...core.model import Model
from .enums import FlowActionFlowStoreVarsParamsVars


class FlowActionFlowStoreVarsParams(Model):
    """Which values a step keeps."""

    vars: FlowActionFlowStoreVarsParamsVars
    """Values by the names that later steps use."""

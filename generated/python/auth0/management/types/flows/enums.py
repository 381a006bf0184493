from typing import Any, Dict, Literal, TypeAlias, Union

FlowActionAuth0SendRequestParamsCustomVars: TypeAlias = Dict[str, Any]
"""Variables that the text of the email may use."""


FlowActionFlowStoreVarsParamsVars: TypeAlias = Dict[str, Any]
"""Values by the names that later steps use."""


FlowActionJsonSerializeJsonParamsObjectObject: TypeAlias = Dict[str, Any]
"""An object to write as JSON."""


GetFlowRequestParametersHydrateEnum: TypeAlias = Union[
    Literal["form_count", "forms"], Any
]
"""What can be added to a flow."""


ListFlowsRequestParametersHydrateEnum: TypeAlias = Union[Literal["form_count"], Any]
"""What can be added to a list of flows."""

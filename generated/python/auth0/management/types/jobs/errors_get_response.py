from typing import List, TypeAlias, Union

from .get_job_error_response_content import GetJobErrorResponseContent
from .get_job_generic_error_response_content import GetJobGenericErrorResponseContent

ErrorsGetResponse: TypeAlias = Union[
    List[GetJobErrorResponseContent], GetJobGenericErrorResponseContent
]

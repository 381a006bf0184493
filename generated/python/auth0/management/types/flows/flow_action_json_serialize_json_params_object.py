from typing import TypeAlias, Union

from .enums import FlowActionJsonSerializeJsonParamsObjectObject

FlowActionJsonSerializeJsonParamsObject: TypeAlias = Union[
    str, FlowActionJsonSerializeJsonParamsObjectObject
]
"""A value to write as JSON, or an expression that yields it."""

from typing import TypeAlias

FlowActionAuth0SendEmailParamsTo: TypeAlias = str
"""Address of the receiver, or an expression that yields it."""

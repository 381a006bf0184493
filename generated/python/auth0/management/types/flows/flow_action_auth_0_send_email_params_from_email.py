from typing import TypeAlias

FlowActionAuth0SendEmailParamsFromEmail: TypeAlias = str
"""Address of the sender, or an expression that yields it."""

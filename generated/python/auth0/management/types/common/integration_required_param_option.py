from typing import Optional

from ...core.model import Model


class IntegrationRequiredParamOption(Model, closed=True):
    """One of the values that may be chosen."""

    value: Optional[str] = None
    """The value itself."""

    label: Optional[str] = None
    """Text of the choice."""

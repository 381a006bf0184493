from typing import List, Optional

from ...core.model import Model
from .enums import IntegrationRequiredParamTypeEnum
from .integration_required_param_option import IntegrationRequiredParamOption


class IntegrationRequiredParam(Model, closed=True):
    """A value that the package asks for when it is installed."""

    type: Optional[IntegrationRequiredParamTypeEnum] = None
    """Type of a value that the package asks for."""

    name: Optional[str] = None
    """What the value is called."""

    required: Optional[bool] = None
    """Whether it must be given."""

    optional: Optional[bool] = None
    """Whether it may be left out; experimental."""

    label: Optional[str] = None
    """Short text beside the field."""

    description: Optional[str] = None
    """Longer text about the value."""

    default_value: Optional[str] = None
    """What applies when nothing is given."""

    placeholder: Optional[str] = None
    """Hint inside the empty field."""

    options: Optional[List[IntegrationRequiredParamOption]] = None
    """Values to choose from."""

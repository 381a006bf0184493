from typing import List, Optional

from ...core.model import Model
from .enums import (
    ClientGrantDefaultForEnum,
    ClientGrantOrganizationUsageEnum,
    ClientGrantSubjectTypeEnum,
)


class ClientGrantResponseContent(Model, closed=True):
    """Which scopes of an API an application may ask for."""

    id: Optional[str] = None
    """Tells the grant from all others."""

    client_id: Optional[str] = None
    """Identifies the application."""

    audience: Optional[str] = None
    """API the grant is for.

    At least 1 character.
    """

    scope: Optional[List[str]] = None
    """Scopes that may be asked for."""

    organization_usage: Optional[ClientGrantOrganizationUsageEnum] = None
    """Whether a grant may, must or must not be used with an organization."""

    allow_any_organization: Optional[bool] = None
    """Whether every organization may use the grant without being assigned."""

    default_for: Optional[ClientGrantDefaultForEnum] = None
    """Group of applications a grant is the default for."""

    is_system: Optional[bool] = None
    """Whether the service made the grant itself; such a grant is fixed."""

    subject_type: Optional[ClientGrantSubjectTypeEnum] = None
    """Whether tokens stand for the application itself or for a user."""

    authorization_details_types: Optional[List[str]] = None
    """Types of `authorization_details` that may be asked for."""

    allow_all_scopes: Optional[bool] = None
    """Whether every scope of the API is granted."""

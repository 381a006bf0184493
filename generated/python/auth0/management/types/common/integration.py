from datetime import datetime
from typing import Optional

from ...core.model import Model
from .enums import IntegrationFeatureTypeEnum
from .integration_release import IntegrationRelease


class Integration(Model, closed=True):
    """Package from the marketplace that an action was installed from."""

    id: Optional[str] = None
    """Tells the package from all others.

    The server's default is 8e9fe2d0-a2fc-4c8c-9e35-dae5afadb70b.
    """

    catalog_id: Optional[str] = None
    """Identifies the entry in the marketplace.

    The server's default is awesome-auth0-integration.
    """

    url_slug: Optional[str] = None
    """Part of the marketplace address.

    The server's default is awesome-auth0-integration-slug.
    """

    partner_id: Optional[str] = None
    """Identifies the maker.

    The server's default is b8575c12-8d9d-4b5c-b28e-671fe9d39029.
    """

    name: Optional[str] = None
    """What the package is called.

    The server's default is Example Auth0 integration.
    """

    description: Optional[str] = None
    """A few words about the package.

    The server's default is An awesome Auth0 integration.
    """

    short_description: Optional[str] = None
    """One line for the marketplace.

    The server's default is Awesome Auth0 integration.
    """

    logo: Optional[str] = None
    """Picture for the marketplace."""

    feature_type: Optional[IntegrationFeatureTypeEnum] = None
    """What a marketplace package adds to the tenant."""

    terms_of_use_url: Optional[str] = None
    """Where the terms are."""

    privacy_policy_url: Optional[str] = None
    """Where the privacy policy is."""

    public_support_link: Optional[str] = None
    """Where help is."""

    current_release: Optional[IntegrationRelease] = None
    """One release of a marketplace package."""

    created_at: Optional[datetime] = None
    """When the package came into being.

    The server's default is 2021-06-21T15:47:29.072Z.
    """

    updated_at: Optional[datetime] = None
    """When the package last changed.

    The server's default is 2021-06-21T15:47:29.072Z.
    """

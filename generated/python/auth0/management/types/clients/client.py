from typing import Annotated, List, Optional

from pydantic import Field

from ...core.model import Model
from ..common.fed_cm_login import FedCmLogin
from .client_addons import ClientAddons
from .client_authentication_method import ClientAuthenticationMethod
from .client_mobile import ClientMobile
from .enums import (
    ClientAppTypeEnum,
    ClientMetadata,
    ClientOrganizationUsageEnum,
    ClientTokenEndpointAuthMethodEnum,
)


class Client(Model):
    """An application, with those of its many settings that this document covers."""

    client_id: Optional[str] = None
    """Identifies the application.

    The server's default is AaiyAPdpYdesoKnqjj8HJqRn4T5titww.
    """

    tenant: Optional[str] = None
    """Tenant that owns it.

    The server's default is "".
    """

    name: Optional[str] = None
    """What the application is called.

    The server's default is My application.
    """

    description: Optional[str] = None
    """A few words about the application.

    The server's default is "".
    """

    global_: Annotated[Optional[bool], Field(alias="global")] = None
    """Whether this stands for all applications of the tenant.

    The server's default is false.
    """

    client_secret: Optional[str] = None
    """Shared secret of the application; keep it to yourself."""

    app_type: Optional[ClientAppTypeEnum] = None
    """Kind of application."""

    logo_uri: Optional[str] = None
    """Where the logo is; 150 by 150 pixels look best."""

    is_first_party: Optional[bool] = None
    """Whether the application is your own.

    The server's default is false.
    """

    callbacks: Optional[List[str]] = None
    """Addresses a login may lead back to."""

    grant_types: Optional[List[str]] = None
    """OAuth 2.0 grants the application may use."""

    addons: Optional[ClientAddons] = None
    """Add-ons that are switched on for an application."""

    token_endpoint_auth_method: Optional[ClientTokenEndpointAuthMethodEnum] = None
    """How the application authenticates when it asks for a token."""

    client_metadata: Optional[ClientMetadata] = None
    """Up to ten short texts of your own about an application."""

    mobile: Optional[ClientMobile] = None
    """What the mobile operating systems need to know about a native app."""

    fedcm_login: Optional[FedCmLogin] = None
    """Sign-in with the browser's own account chooser (FedCM).

    Release stage: EA.
    """

    organization_usage: Optional[ClientOrganizationUsageEnum] = None
    """Whether users log in to this application with an organization."""

    client_authentication_methods: Optional[ClientAuthenticationMethod] = None
    """Ways in which an application can prove its identity without a shared secret."""

    par_request_expiry: Optional[int] = None
    """Seconds for which a pushed authorization request stays usable.

    10 to 600.
    """

    jwks_uri: Optional[str] = None
    """Where the public keys of the application are."""

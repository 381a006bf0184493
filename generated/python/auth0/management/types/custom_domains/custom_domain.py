from typing import Optional

from ...core.model import Model
from ..common.enums import DomainMetadata
from ..verifiable_credentials.domain_verification import DomainVerification
from .enums import CustomDomainStatusFilterEnum, CustomDomainTypeEnum


class CustomDomain(Model, closed=True):
    """A domain of your own under which the tenant answers."""

    custom_domain_id: str
    """Tells the domain from all others.

    The server's default is cd_0000000000000001.
    """

    domain: str
    """Host name.

    The server's default is login.mycompany.com.
    """

    primary: bool
    """Whether this is the main domain.

    The server's default is false.
    """

    is_default: Optional[bool] = None
    """Whether messages use this domain by default.

    The server's default is false.
    """

    status: CustomDomainStatusFilterEnum
    """How far the set-up of a custom domain has come."""

    type: CustomDomainTypeEnum
    """Who looks after the certificate of a custom domain."""

    verification: Optional[DomainVerification] = None
    """How the ownership of a domain is proved."""

    domain_metadata: Optional[DomainMetadata] = None
    """Up to ten short texts of your own about a custom domain."""

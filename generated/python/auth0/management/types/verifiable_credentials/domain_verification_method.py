from typing import Optional

from ...core.model import Model
from .enums import DomainVerificationMethodNameEnum


class DomainVerificationMethod(Model, closed=True):
    """One DNS record that proves the ownership of a domain."""

    name: DomainVerificationMethodNameEnum
    """Kind of DNS record."""

    record: str
    """Value the DNS record must have.

    The server's default is auth0-domain-verification=....
    """

    domain: Optional[str] = None
    """Name of the DNS record.

    The server's default is _cf-custom-hostname.login.mycompany.com.
    """

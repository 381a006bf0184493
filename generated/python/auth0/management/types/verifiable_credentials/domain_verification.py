from typing import List, Optional

from ...core.model import Model
from .domain_verification_method import DomainVerificationMethod
from .enums import DomainVerificationStatusEnum


class DomainVerification(Model, closed=True):
    """How the ownership of a domain is proved."""

    methods: Optional[List[DomainVerificationMethod]] = None
    """What can be done, one after the other.

    At least 1 item.
    """

    status: Optional[DomainVerificationStatusEnum] = None
    """How far the check of the DNS record has come."""

    error_msg: Optional[str] = None
    """What failed, in words."""

    last_verified_at: Optional[str] = None
    """When the record was last found."""

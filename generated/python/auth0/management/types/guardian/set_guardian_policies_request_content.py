from typing import List, TypeAlias

from .enums import MfaPolicyEnum

SetGuardianPoliciesRequestContent: TypeAlias = List[MfaPolicyEnum]
"""Rules that shall hold."""

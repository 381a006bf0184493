from typing import List, TypeAlias

from .enums import MfaPolicyEnum

SetGuardianPoliciesResponseContent: TypeAlias = List[MfaPolicyEnum]
"""Rules that hold now."""

from typing import Any, Dict, Literal, TypeAlias, Union

MfaPolicyEnum: TypeAlias = Union[Literal["all-applications", "confidence-score"], Any]
"""A rule for when a second factor is asked for."""


SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent: TypeAlias = Dict[
    str, Any
]
"""An empty object."""

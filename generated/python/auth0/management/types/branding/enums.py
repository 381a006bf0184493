from typing import Any, Literal, TypeAlias, Union

PhoneTemplateNotificationTypeEnum: TypeAlias = Union[
    Literal[
        "otp_verify",
        "otp_enroll",
        "change_password",
        "blocked_account",
        "password_breach",
    ],
    Any,
]
"""Occasion on which a phone notification is sent."""


ResetPhoneTemplateRequestContent: TypeAlias = Any
"""Any value at all; nothing in it matters."""

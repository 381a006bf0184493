from typing import Any, Literal, TypeAlias, Union

EmailTemplateNameEnum: TypeAlias = Union[
    Literal[
        "verify_email",
        "verify_email_by_code",
        "auth_email_by_code",
        "reset_email",
        "reset_email_by_code",
        "welcome_email",
        "blocked_account",
        "stolen_credentials",
        "enrollment_email",
        "mfa_oob_code",
        "user_invitation",
        "change_password",
        "password_reset",
        "async_approval",
    ],
    Any,
]
"""Which message a template is for."""

from typing import Any, Dict, Literal, TypeAlias, Union

CreatedAuthenticationMethodTypeEnum: TypeAlias = Union[
    Literal["phone", "email", "totp", "webauthn-roaming"], Any
]
"""Which kind a stored method is of."""


GetActiveUsersCountStatsResponseContent: TypeAlias = float
"""How many users have logged in within 30 days."""


PreferredAuthenticationMethodEnum: TypeAlias = Union[Literal["voice", "sms"], Any]
"""How a phone is reached by preference."""


SessionIp: TypeAlias = str
"""An address a session was used from, or null."""


SessionMetadata: TypeAlias = Dict[str, Any]
"""Up to 25 short texts of your own about a session, or null."""


UserAppMetadataSchema: TypeAlias = Dict[str, Any]
"""Facts about the user that the user cannot edit."""


UserAuthenticationMethodPropertiesEnum: TypeAlias = Union[
    Literal["totp", "push", "sms", "voice"], Any
]
"""Kind of a method that belongs to another."""


UserEffectivePermissionSourceEnum: TypeAlias = Union[Literal["direct", "roles"], Any]
"""Where a permission comes from."""


UserIdentityProviderEnum: TypeAlias = Union[
    Literal[
        "ad",
        "adfs",
        "amazon",
        "apple",
        "dropbox",
        "bitbucket",
        "auth0-oidc",
        "auth0",
        "baidu",
        "bitly",
        "box",
        "custom",
        "daccount",
        "dwolla",
        "email",
        "evernote-sandbox",
        "evernote",
        "exact",
        "facebook",
        "fitbit",
        "github",
        "google-apps",
        "google-oauth2",
        "instagram",
        "ip",
        "line",
        "linkedin",
        "oauth1",
        "oauth2",
        "office365",
        "oidc",
        "okta",
        "paypal",
        "paypal-sandbox",
        "pingfederate",
        "planningcenter",
        "salesforce-community",
        "salesforce-sandbox",
        "salesforce",
        "samlp",
        "sharepoint",
        "shopify",
        "shop",
        "sms",
        "soundcloud",
        "thirtysevensignals",
        "twitter",
        "untappd",
        "vkontakte",
        "waad",
        "weibo",
        "windowslive",
        "wordpress",
        "yahoo",
        "yandex",
    ],
    Any,
]
"""Which provider an account is at."""


UserMetadata: TypeAlias = Dict[str, Any]
"""Facts about a user that change nothing in what the application does; the user may edit
them.
"""


UserMetadataSchema: TypeAlias = Dict[str, Any]
"""Facts about the user that the user may edit."""

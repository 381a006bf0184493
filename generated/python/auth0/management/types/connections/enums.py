from typing import Any, Dict, List, Literal, Optional, TypeAlias, Union

ConnectionDisableSignup: TypeAlias = bool
"""True keeps new users from signing up."""


ConnectionDisplayName: TypeAlias = str
"""Name of the connection on the login page."""


ConnectionDpopSigningAlgEnum: TypeAlias = Union[
    Literal["ES256", "ES384", "ES512", "Ed25519"], Any
]
"""Signature algorithm of DPoP proofs."""


ConnectionEnabledClients: TypeAlias = List[str]
"""Applications that may use the connection. Deprecated: the clients of a connection have
operations of their own.

Deprecated.
"""


ConnectionFromSms: TypeAlias = str
"""Number or name that text messages come from.

Deprecated.
"""


ConnectionHttpsUrlWithHttpFallback: TypeAlias = str
"""Address that should use HTTPS."""


ConnectionIdTokenSignedResponseAlgEnum: TypeAlias = Union[
    Literal["ES256", "ES384", "PS256", "PS384", "RS256", "RS384", "RS512"], Any
]
"""Signature algorithm of ID tokens."""


ConnectionIdentifierPrecedenceEnum: TypeAlias = Union[
    Literal["email", "phone_number", "username"], Any
]
"""A fact that can identify a user."""


ConnectionIdentityProviderEnum: TypeAlias = Union[
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
"""Strategy of a new connection: the kind of identity provider."""


ConnectionIsDomainConnection: TypeAlias = bool
"""True opens the connection to applications of third parties."""


ConnectionMetadataXml: TypeAlias = str
"""SAML metadata as XML text."""


ConnectionName: TypeAlias = str
"""Unique name of the connection: letters, digits and single hyphens inside."""


ConnectionNonPersistentAttrs: TypeAlias = List[str]
"""Attributes of users that are not kept."""


ConnectionOptions: TypeAlias = Dict[str, Any]
"""Settings that depend on the strategy; shown only to tokens with the scope for
them.
"""


ConnectionPasswordPolicyEnum: TypeAlias = Union[
    Literal["none", "low", "fair", "good", "excellent"], Any
]
"""How strong passwords have to be."""


ConnectionProviderEnumSms: TypeAlias = Union[Literal["sms_gateway", "twilio"], Any]
"""Who delivers text messages."""


ConnectionProvisioningTicketUrl: TypeAlias = str
"""Address at which an administrator finishes the set-up. Nothing refers to this schema; it
is here for `readOnly`.
"""


ConnectionScopesSupported: TypeAlias = List[str]
"""Scopes an identity provider offers; `openid` must be one of them. Nothing refers to this
schema; it is here for `contains`.
"""


ConnectionSetUserRootAttributesEnum: TypeAlias = Union[
    Literal["on_each_login", "on_first_login", "never_on_login"], Any
]
"""When attributes from the identity provider overwrite those of the user."""


ConnectionTemplateSms: TypeAlias = str
"""Text of the message; it must mention the code.

Deprecated.
"""


ConnectionTokenEndpointAuthMethodEnum: TypeAlias = Union[
    Literal["client_secret_post", "private_key_jwt"], Any
]
"""How the connection authenticates at the token endpoint of the identity provider."""


ConnectionUpstreamAliasEnum: TypeAlias = Union[
    Literal[
        "acr_values",
        "audience",
        "client_id",
        "display",
        "id_token_hint",
        "login_hint",
        "max_age",
        "prompt",
        "resource",
        "response_mode",
        "response_type",
        "ui_locales",
    ],
    Any,
]
"""Parameter of the login request that supplies the value."""


ConnectionsMetadata: TypeAlias = Dict[str, Optional[str]]
"""Up to ten short texts of your own about a connection."""

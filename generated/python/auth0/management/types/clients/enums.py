from typing import Any, Dict, Literal, TypeAlias, Union

ClientAppTypeEnum: TypeAlias = Union[
    Literal[
        "native",
        "spa",
        "regular_web",
        "non_interactive",
        "resource_server",
        "express_configuration",
        "rms",
        "box",
        "cloudbees",
        "concur",
        "dropbox",
        "mscrm",
        "echosign",
        "egnyte",
        "newrelic",
        "office365",
        "salesforce",
        "sentry",
        "sharepoint",
        "slack",
        "springcm",
        "zendesk",
        "zoom",
        "sso_integration",
        "oag",
    ],
    Any,
]
"""Kind of application."""


ClientMetadata: TypeAlias = Dict[str, Any]
"""Up to ten short texts of your own about an application."""


ClientOrganizationUsageEnum: TypeAlias = Union[Literal["deny", "allow", "require"], Any]
"""Whether users log in to this application with an organization."""


ClientTokenEndpointAuthMethodEnum: TypeAlias = Union[
    Literal["none", "client_secret_post", "client_secret_basic"], Any
]
"""How the application authenticates when it asks for a token."""

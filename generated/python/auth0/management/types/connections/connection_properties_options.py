from typing import Annotated, Dict, List, Mapping, Optional, Sequence, Union

from pydantic import Field
from typing_extensions import TypedDict

from ...core.model import Model
from .connection_custom_scripts import (
    ConnectionCustomScripts,
    ConnectionCustomScriptsDict,
)
from .connection_id_token_signed_response_algs import (
    ConnectionIdTokenSignedResponseAlgs,
)
from .connection_upstream_params import (
    ConnectionUpstreamParams,
    ConnectionUpstreamParamsDict,
)
from .enums import (
    ConnectionDpopSigningAlgEnum,
    ConnectionIdentifierPrecedenceEnum,
    ConnectionPasswordPolicyEnum,
    ConnectionSetUserRootAttributesEnum,
    ConnectionTokenEndpointAuthMethodEnum,
)


class ConnectionPropertiesOptions(Model):
    """Settings for a new connection; which of them apply depends on the strategy."""

    non_persistent_attrs: Optional[List[str]] = None
    """Attributes of users that are not kept."""

    precedence: Optional[List[ConnectionIdentifierPrecedenceEnum]] = None
    """Order in which identifying facts are tried.

    At least 3 items.
    """

    enable_script_context: Optional[bool] = None
    """Hands a context to the scripts; cannot be undone."""

    enabled_database_customization: Annotated[
        Optional[bool], Field(alias="enabledDatabaseCustomization")
    ] = None
    """Whether users live in a database of your own."""

    import_mode: Optional[bool] = None
    """Whether users move over from the older store as they log in."""

    configuration: Optional[Dict[str, Optional[str]]] = None
    """Values for the scripts, stored encrypted."""

    custom_scripts: Annotated[
        Optional[ConnectionCustomScripts], Field(alias="customScripts")
    ] = None
    """JavaScript with which a database of your own is used."""

    password_policy: Annotated[
        Optional[ConnectionPasswordPolicyEnum], Field(alias="passwordPolicy")
    ] = None
    """How strong passwords have to be."""

    upstream_params: Optional[ConnectionUpstreamParams] = None
    """Parameters that are passed on to the identity provider, by name."""

    set_user_root_attributes: Optional[ConnectionSetUserRootAttributesEnum] = None
    """When attributes from the identity provider overwrite those of the user."""

    id_token_signed_response_algs: Optional[ConnectionIdTokenSignedResponseAlgs] = None
    """Signature algorithms that ID tokens may use."""

    dpop_signing_alg: Optional[ConnectionDpopSigningAlgEnum] = None
    """Signature algorithm of DPoP proofs."""

    token_endpoint_auth_method: Optional[ConnectionTokenEndpointAuthMethodEnum] = None
    """How the connection authenticates at the token endpoint of the identity
    provider.
    """


class ConnectionPropertiesOptionsDict(TypedDict, total=False):
    """``ConnectionPropertiesOptions`` as a plain dict."""

    non_persistent_attrs: Optional[Sequence[str]]
    precedence: Sequence[ConnectionIdentifierPrecedenceEnum]
    enable_script_context: bool
    enabledDatabaseCustomization: bool
    import_mode: bool
    configuration: Optional[Mapping[str, Optional[str]]]
    customScripts: Union[ConnectionCustomScripts, ConnectionCustomScriptsDict]
    passwordPolicy: Optional[ConnectionPasswordPolicyEnum]
    upstream_params: Optional[
        Union[ConnectionUpstreamParams, ConnectionUpstreamParamsDict]
    ]
    set_user_root_attributes: ConnectionSetUserRootAttributesEnum
    id_token_signed_response_algs: Optional[ConnectionIdTokenSignedResponseAlgs]
    dpop_signing_alg: ConnectionDpopSigningAlgEnum
    token_endpoint_auth_method: Optional[ConnectionTokenEndpointAuthMethodEnum]

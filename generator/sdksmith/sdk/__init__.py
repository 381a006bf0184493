"""Design of a client library, decided once for every language; imports the model and the shared vocabulary.

:func:`build` makes an :class:`Sdk` of the model. Nothing here prints source text, or knows a keyword, a quote or the length
of a line of any language.
"""

from sdksmith.sdk.arguments import Argument
from sdksmith.sdk.bodies import Body
from sdksmith.sdk.building import build
from sdksmith.sdk.clusters import Clusters
from sdksmith.sdk.credentials import BASIC, TOKEN, Credential, Credentials, Requirements
from sdksmith.sdk.errors import ERRORS, OTHER_STATUS, DocumentedError
from sdksmith.sdk.library import Method, MethodGroup, Sdk, TypePlan
from sdksmith.sdk.policy import Policy
from sdksmith.sdk.polymorphism import TaggedUnion, Variant
from sdksmith.sdk.results import STREAMS, Result
from sdksmith.sdk.servers import Servers

__all__ = [
    "BASIC",
    "ERRORS",
    "OTHER_STATUS",
    "STREAMS",
    "TOKEN",
    "Argument",
    "Body",
    "Clusters",
    "Credential",
    "Credentials",
    "DocumentedError",
    "Method",
    "MethodGroup",
    "Policy",
    "Requirements",
    "Result",
    "Sdk",
    "Servers",
    "TaggedUnion",
    "TypePlan",
    "Variant",
    "build",
]

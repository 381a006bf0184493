from typing_extensions import Required, TypedDict

from ...core.model import Model


class PermissionRequestPayload(Model, closed=True):
    """A permission, named by its API and its scope."""

    resource_server_identifier: str
    """API, by its identifier."""

    permission_name: str
    """Scope of the API."""


class PermissionRequestPayloadDict(TypedDict, total=False):
    """``PermissionRequestPayload`` as a plain dict."""

    resource_server_identifier: Required[str]
    permission_name: Required[str]

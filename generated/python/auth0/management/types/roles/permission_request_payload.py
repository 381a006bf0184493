from ...core.model import Model


class PermissionRequestPayload(Model):
    """A permission, named by its API and its scope."""

    resource_server_identifier: str
    """API, by its identifier."""

    permission_name: str
    """Scope of the API."""

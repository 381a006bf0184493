from ...core.model import Model


class CredentialId(Model, closed=True):
    """Points to a credential of the application."""

    id: str
    """Tells the credential from all others."""

from ...core.model import Model


class ConnectionAuthenticationPurpose(Model):
    """Whether users may log in through the connection."""

    active: bool
    """Whether this use is switched on."""

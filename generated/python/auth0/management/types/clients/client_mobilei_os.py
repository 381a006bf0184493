from typing import Optional

from ...core.model import Model


class ClientMobileiOs(Model):
    """The iOS side of a native app."""

    team_id: Optional[str] = None
    """Apple developer team.

    The server's default is "".
    """

    app_bundle_identifier: Optional[str] = None
    """Bundle identifier, in reverse domain order.

    The server's default is "".
    """

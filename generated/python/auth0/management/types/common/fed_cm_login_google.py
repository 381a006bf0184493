from typing import Optional

from ...core.model import Model


class FedCmLoginGoogle(Model, closed=True):
    """Use of FedCM with Google."""

    is_enabled: Optional[bool] = None
    """Whether it is switched on.

    The server's default is false.
    """

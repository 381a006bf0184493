from typing import Optional

from ...core.model import Model
from .fed_cm_login_google import FedCmLoginGoogle


class FedCmLogin(Model, closed=True):
    """Sign-in with the browser's own account chooser (FedCM).

    Release stage: EA.
    """

    google: Optional[FedCmLoginGoogle] = None
    """Use of FedCM with Google."""

from typing import Optional

from ...core.model import Model
from .client_mobile_android import ClientMobileAndroid
from .client_mobilei_os import ClientMobileiOs


class ClientMobile(Model):
    """What the mobile operating systems need to know about a native app."""

    android: Optional[ClientMobileAndroid] = None
    """The Android side of a native app."""

    ios: Optional[ClientMobileiOs] = None
    """The iOS side of a native app."""

from typing import Annotated, List, Optional

from pydantic import Field

from ...core.model import Model


class ClientMobileAndroid(Model):
    """The Android side of a native app."""

    app_package_name: Optional[str] = None
    """Package name from the Android manifest.

    The server's default is "".
    """

    sha_256_cert_fingerprints: Annotated[
        Optional[List[str]], Field(alias="sha256_cert_fingerprints")
    ] = None
    """SHA-256 fingerprints of the certificates that sign the app.

    At least 1 item.
    """

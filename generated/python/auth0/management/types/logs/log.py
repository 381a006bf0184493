from typing import Annotated, Optional

from pydantic import Field

from ...core.model import Model
from .enums import LogDetails
from .log_date import LogDate
from .log_location_info import LogLocationInfo


class Log(Model):
    """One entry of the tenant log."""

    date: Optional[LogDate] = None
    """Time of a log entry, as text or as an object."""

    type: Optional[str] = None
    """Code of what happened.

    The server's default is sapi.
    """

    description: Optional[str] = None
    """What happened, in words."""

    connection: Optional[str] = None
    """Connection it happened on."""

    client_id: Optional[str] = None
    """Application it happened in.

    The server's default is AaiyAPdpYdesoKnqjj8HJqRn4T5titww.
    """

    ip: Optional[str] = None
    """IP address of the caller.

    The server's default is 190.257.209.19.
    """

    user_id: Optional[str] = None
    """Which user is meant.

    The server's default is auth0|56c75c4e42b6359e98374bc2.
    """

    log_id: Optional[str] = None
    """Identifies the log entry."""

    is_mobile: Annotated[Optional[bool], Field(alias="isMobile")] = None
    """Whether it came from a mobile device."""

    details: Optional[LogDetails] = None
    """More facts about a log entry; which ones depends on its type."""

    location_info: Optional[LogLocationInfo] = None
    """Where in the world the address of a log entry lies."""

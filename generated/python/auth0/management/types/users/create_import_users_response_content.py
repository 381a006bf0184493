from typing import Optional

from ...core.model import Model


class CreateImportUsersResponseContent(Model):
    """The job that imports the users."""

    status: str
    """State as one word.

    The server's default is pending.
    """

    type: str
    """Which kind the job is of.

    The server's default is users_import.
    """

    created_at: str
    """When the job came into being."""

    id: str
    """Tells the job from all others.

    The server's default is job_0000000000000001.
    """

    connection_id: str
    """Which connection is meant.

    Matches ^con_[A-Za-z0-9]{16}$; the server's default is con_0000000000000001.
    """

    external_id: Optional[str] = None
    """A label of your own, handed back with the job."""

from typing import Optional

from ...core.model import Model


class GetJobGenericErrorResponseContent(Model):
    """Report on a job that failed as a whole."""

    status: str
    """State as one word.

    The server's default is pending.
    """

    type: str
    """Which kind the job is of.

    The server's default is users_import.
    """

    created_at: Optional[str] = None
    """When the job came into being."""

    id: str
    """Tells the job from all others.

    The server's default is job_0000000000000001.
    """

    connection_id: Optional[str] = None
    """Which connection is meant.

    The server's default is con_0000000000000001.
    """

    status_details: Optional[str] = None
    """More about the state."""

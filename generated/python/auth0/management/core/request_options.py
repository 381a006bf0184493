"""Options of a single call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict


class RequestOptions(TypedDict, total=False):
    """Settings of one call; each beats the client's own.

    Attributes
    ----------
    timeout_in_seconds
        For connecting, and for every wait for the server; ``None`` waits for ever.
    max_retries
        Attempts after the first; 0 turns retries off.
    additional_headers
        Sent as well; they win over headers of the same name.
    additional_query_parameters
        Sent as well; they win over parameters of the same name.
    additional_body_parameters
        Merged into a JSON object or form body, at the top level.
    chunk_size
        Size, in bytes, of the pieces in which a download is handed out.
    base_url
        The server to call, credentials included; it may be relative to the client's
        own.
    """

    timeout_in_seconds: float | None
    max_retries: int
    additional_headers: Mapping[str, str]
    additional_query_parameters: Mapping[str, Any]
    additional_body_parameters: Mapping[str, Any]
    chunk_size: int
    base_url: str

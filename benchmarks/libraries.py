"""The client libraries that are measured: what each is imported and called by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.environments import Missing

OURS, OFFICIAL = "sdksmith", "official SDK"
#: Both libraries have the same surface, so the same code measures them.
CALL = "client.actions.create(name='name', supported_triggers=[ActionTrigger(id='post-login')])"


@dataclass(frozen=True)
class Library:
    """A library of the Management API.

    Attributes
    ----------
    python_path
        The folder of the package, when it is not installed.
    http
        The HTTP library.
    decode, encode
        Statements from `data` (bytes) to `value`, and from `value` to bytes, and what they need.
    """

    name: str
    python: Path
    python_path: Path | None
    http: str
    codec: str
    decode: str
    encode: str

    @property
    def limit(self) -> str:
        """Import of the third-party libraries that every such client needs."""
        return f"import {self.http}, pydantic\n"

    def construct(self, port: int = 9, prefix: str = "", more: str = "") -> str:
        """Return the statements that import it and construct a client of a server on loopback."""
        kind = f"{prefix}Auth0"
        return (
            f"from auth0.management import {kind}\n"
            f"client = {kind}(token='token', base_url='http://127.0.0.1:{port}'{more})\n"
        )


def libraries(bench: Bench) -> tuple[list[Library], dict[str, str]]:
    """Return ours and the official one, and why one of them is missing."""
    found = [
        Library(
            OURS,
            bench.ours.python,
            bench.sdk,
            "httpx2",
            "from auth0.management import CreateActionResponseContent as Answer\n"
            "from auth0.management.core.decoding import decode\n"
            "from auth0.management.core.encoding import encode_json\n",
            "value = decode(Answer, data)",
            "encode_json(value)",
        )
    ]
    official = bench.environments.peer("official")
    if isinstance(official, Missing):
        return found, {OFFICIAL: official.why}
    found.append(
        Library(
            OFFICIAL,
            official.python,
            None,
            "httpx",
            "import json\n"
            "from auth0.management.core.pydantic_utilities import parse_obj_as\n"
            "from auth0.management.types.create_action_response_content import CreateActionResponseContent as Answer\n",
            "value = parse_obj_as(type_=Answer, object_=json.loads(data))",
            "value.json().encode()",
        )
    )
    return found, {}

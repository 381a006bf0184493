"""A server on loopback that holds each request against the document, with openapi-core, before it answers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, unquote

from openapi_core import Config, OpenAPI
from openapi_core.validation.request.datatypes import RequestParameters
from openapi_core.validation.request.exceptions import MissingRequestBodyError, RequestBodyValidationError
from openapi_schema_validator import OAS31Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from tests.runtime.loopback import Answer, Loopback, Received
from werkzeug.datastructures import Headers, ImmutableMultiDict

#: Stands for the host name that the document leaves open.
HOST = "https://tenant.example"


class ReceivedRequest:
    """A request in the shape that openapi-core reads."""

    def __init__(self, received: Received) -> None:
        path, _, query = received.path.partition("?")
        self.host_url = HOST
        self.path = unquote(path)
        self.method = received.method.lower()
        self.content_type = received.headers.get("content-type", "")
        self.body = received.body or None
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(parse_qsl(query, keep_blank_values=True)),
            header=Headers(received.headers),
            cookie=ImmutableMultiDict(),
        )


@dataclass
class Exchange:
    """A request that came, and what is wrong with it."""

    received: Received
    complaints: list[str]

    @property
    def path(self) -> str:
        """The path, decoded."""
        return unquote(self.received.path.partition("?")[0])

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(self.received.path.partition("?")[2], keep_blank_values=True)

    @property
    def json(self) -> Any:
        return json.loads(self.received.body)

    @property
    def form(self) -> dict[str, str]:
        """The parts of a multipart body by name, as text."""
        head = f"Content-Type: {self.received.headers['content-type']}\r\n\r\n"
        message = message_from_bytes(head.encode() + self.received.body, policy=HTTP)
        parts = {str(part.get_param("name", header="content-disposition")): part for part in message.iter_parts()}
        return {name: bytes(part.get_payload(decode=True)).decode("utf-8") for name, part in parts.items()}


@dataclass
class Document:
    """A document that requests can be held against."""

    tree: dict[str, Any]
    #: Told a content type, says whether openapi-core is to judge such a body.
    judges_body: Callable[[str], bool] = lambda content_type: not content_type.startswith("multipart/")
    openapi: OpenAPI = field(init=False)

    def __post_init__(self) -> None:
        tree = without_exclusion(self.tree)
        # The document itself is validated by the generator's tests.
        self.openapi = OpenAPI.from_dict(tree, config=Config(spec_validator_cls=None))
        self._registry: Registry[Any] = Registry().with_resource("document", DRAFT202012.create_resource(tree))

    def complaints(self, received: Received) -> list[str]:
        """Return what breaks the document: path, parameters, body, media type.

        Of multipart bodies only the presence is looked at; see docs/decisions/0006-wire-suite.md.
        """
        try:
            self.openapi.validate_request(ReceivedRequest(received))
        except MissingRequestBodyError as error:
            return [_explained(error)]
        except RequestBodyValidationError as error:
            return [_explained(error)] if self.judges_body(received.headers.get("content-type", "")) else []
        except Exception as error:  # noqa: BLE001 - a request that breaks the validator is worth a look too
            return [_explained(error)]
        return []

    def fits(self, value: Any, reference: str) -> bool:
        """Say whether a value follows a schema of the document, named by a reference such as ``#/components/...``."""
        return bool(OAS31Validator({"$ref": f"document{reference}"}, registry=self._registry).is_valid(value))


def without_exclusion(node: Any) -> Any:
    """Return a copy of a document in which ``oneOf`` is ``anyOf``, and patterns are ones that validators in Python understand.

    Real documents have alternatives that overlap, or are even the same twice, so that no value could follow them.
    """
    if isinstance(node, dict):
        return {
            ("anyOf" if key == "oneOf" else key): (
                _in_python(value) if key == "pattern" and isinstance(value, str) else without_exclusion(value)
            )
            for key, value in node.items()
        }
    return [without_exclusion(item) for item in node] if isinstance(node, list) else node


def _in_python(pattern: str) -> str:
    """Return a pattern of ECMA-262 as Python has it: a hyphen after a class stands for itself (annex B.1.2)."""
    try:
        re.compile(pattern)
    except re.error:
        return re.sub(r"(\\[dswDSW])-", r"\1\-", pattern)
    return pattern


def _explained(error: BaseException) -> str:
    parts: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        details = getattr(cause, "schema_errors", None)
        parts.append(
            f"{cause!r}"
            if details is None
            else "; ".join(f"{each.message[:200]}...{each.message[-200:]}" for each in details)
        )
        cause = cause.__cause__
    return " <- ".join(parts)


class WireServer(Loopback):
    """Validates, records, and gives the answer that is set."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.exchanges: list[Exchange] = []
        self.next = Answer()
        self._document = document
        self.handler = self._handle

    @property
    def base_url(self) -> str:
        """The base URL of the API, with the path that the document's server has."""
        return f"{self.url}/api/v2"

    def _handle(self, received: Received) -> Answer:
        self.requests.clear()
        self.exchanges.append(Exchange(received, self._document.complaints(received)))
        return self.next

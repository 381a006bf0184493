"""Every operation, on the wire: requests hold to the document, and answers are typed and lose nothing."""

from __future__ import annotations

import json

import pytest
from tests.e2e.support import CONFIG, shared
from tests.runtime.loopback import Received
from tests.wire.server import WireServer
from tests.wire.suite import Library, Numbers, Suite, make_library

MODES = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])


def run_suite(library: Library, asynchronous: bool) -> Numbers:
    """Run it, and show the numbers (``pytest -rP``)."""
    with WireServer(library.document) as server:
        numbers = Suite(library, server, asynchronous=asynchronous).run()
    print("async:" if asynchronous else "sync:", numbers)
    return numbers


@MODES
def test_every_operation_of_the_teaching_document(library: Library, asynchronous: bool) -> None:
    numbers = run_suite(library, asynchronous)

    assert numbers.failures == []
    assert numbers.operations == len(library.operations) == 64
    assert (numbers.requests_validated, numbers.request_bodies) == (145, 71)
    assert (numbers.answers, numbers.raw, numbers.events) == (205, 66, 6)
    assert (len(numbers.variants), numbers.unreached_variants) == (67, 0)
    assert (numbers.offset_pagers, numbers.cursor_pagers) == (11, 3)
    assert numbers.drifts == 418


@pytest.fixture(scope="module")
def full_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The package of the real document; the tests are skipped where that is not at hand."""
    document = shared("specs", "management", "2026-06-25.json")
    return make_library(document, CONFIG, tmp_path_factory.mktemp("wire"), "wire_full")


@MODES
def test_every_operation_of_the_real_document(full_library: Library, asynchronous: bool) -> None:
    numbers = run_suite(full_library, asynchronous)

    assert numbers.failures == []
    assert numbers.operations == len(full_library.operations) == 429
    assert (numbers.requests_validated, numbers.request_bodies) == (1267, 749)
    assert (numbers.answers, numbers.raw, numbers.events) == (1689, 433, 71)
    assert (len(numbers.variants), numbers.unreached_variants) == (713, 0)
    assert (numbers.offset_pagers, numbers.cursor_pagers) == (33, 36)
    assert numbers.drifts == 1840


# The suite is worth as much as its judgement: each of these requests must be found out.


def request(method: str = "POST", path: str = "/api/v2/actions/actions", **changes: object) -> Received:
    """A request that follows the document, with changes."""
    body: dict[str, object] = {"name": "name", "supported_triggers": [{"id": "post-login"}], **changes}
    headers = {"authorization": "Bearer token", "content-type": "application/json"}
    return Received(method, path, headers, json.dumps(body).encode() if method == "POST" else b"")


def test_a_request_that_follows_the_document_has_no_complaints(library: Library) -> None:
    assert library.document.complaints(request()) == []


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (request(name=1), "1 is not of type 'string'"),
        (request(supported_triggers=[]), "[] should be non-empty"),
        (request(undocumented=True), "Additional properties are not allowed"),
        (request("GET", "/api/v2/actions/actions?page=first"), "page"),
        (request("GET", "/api/v2/clients?per_page=101"), "greater than the maximum"),
        (request("GET", "/api/v2/nothing/here"), "PathNotFound"),
        (request("POST", "/api/v2/actions/triggers"), "OperationNotFound"),
    ],
    ids=["type", "length", "unknown field", "parameter type", "maximum", "path", "method"],
)
def test_a_request_that_breaks_the_document_is_found_out(library: Library, broken: Received, complaint: str) -> None:
    assert complaint in " ".join(library.document.complaints(broken))

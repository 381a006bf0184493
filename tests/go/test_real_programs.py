"""The programs that the Management API's document shows, run against a server that holds their requests against the document."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from tests.e2e.support import shared
from tests.go.test_real_document import DIFFERENT, DOCUMENT, EARLIER, PINNED, TAKEN_BACK, make_earlier, programs
from tests.go.toolchain import run_go
from tests.wire.server import Document, WireServer

from sdksmith.config import load_config
from sdksmith.pipeline import generate
from sdksmith.targets.registry import options_of

EMPTY = "sends an empty object, and the document wants at least one property"
VALUE = "gives a text that the document's enum, pattern, format or length forbids"
MISSING = "leaves out what the document requires"
BROKEN = "the validator does not understand a pattern of the document"
#: The programs whose requests the document forbids, and why: each says so itself.
FORBIDDEN = {
    "post /actions/actions": VALUE,
    "get /anomaly/blocks/ips/{id}": VALUE,
    "delete /anomaly/blocks/ips/{id}": VALUE,
    "patch /branding": EMPTY,
    "patch /branding/phone/providers/{id}": EMPTY,
    "post /branding/themes": BROKEN,
    "patch /branding/themes/{themeId}": BROKEN,
    "patch /client-grants/{id}": EMPTY,
    "patch /clients/{client_id}/credentials/{credential_id}": EMPTY,
    "patch /clients/{id}": EMPTY,
    "patch /connections/{id}": EMPTY,
    "post /device-credentials": VALUE,
    "post /email-templates": MISSING,
    "put /email-templates/{templateName}": MISSING,
    "patch /emails/provider": EMPTY,
    "post /event-streams": MISSING,
    "get /event-streams/{id}": VALUE,
    "delete /event-streams/{id}": VALUE,
    "patch /event-streams/{id}": VALUE,
    "get /event-streams/{id}/deliveries": VALUE,
    "get /event-streams/{id}/deliveries/{event_id}": VALUE,
    "post /event-streams/{id}/redeliver": VALUE,
    "post /event-streams/{id}/redeliver/{event_id}": VALUE,
    "post /event-streams/{id}/test": VALUE,
    "patch /hooks/{id}": EMPTY,
    "post /log-streams": VALUE,
    "post /organizations/{id}/invitations": VALUE,
    "patch /prompts": EMPTY,
    "patch /rules/{id}": EMPTY,
    "patch /tenants/settings": EMPTY,
    "patch /token-exchange-profiles/{id}": EMPTY,
    "post /users/{id}/identities": EMPTY,
    "post /verifiable-credentials/verification/templates": VALUE,
}
#: The same of those that were made of an earlier state of the document.
FORBIDDEN_SINCE = {
    "get /actions/actions": VALUE,
    "get /actions/triggers/{triggerId}/bindings": VALUE,
    "patch /actions/triggers/{triggerId}/bindings": VALUE,
}
#: What tells the server which program a request is from.
HEADER = "X-Program"


def write_programs(chosen: list[tuple[str, str]], folder: Path) -> None:
    """Write programs as functions of one binary: all else of them stands as it is in the document."""
    folder.mkdir()
    for number, (_, source) in enumerate(chosen):
        text = source.replace("package example", "package main").replace("func do()", f"func do{number}(server string)")
        options = f'option.WithBaseURL(server),\n        option.WithHeader("{HEADER}", "{number}"),\n        '
        text = text.replace("option.WithToken(", f"{options}option.WithToken(")
        (folder / f"do{number}.go").write_text(text, encoding="utf-8")
    calls = "\n".join(f"\tdo{number}(os.Args[1])" for number in range(len(chosen)))
    main = f'package main\n\nimport "os"\n\nfunc main() {{\n{calls}\n}}\n'
    (folder / "main.go").write_text(main, encoding="utf-8")


def run_programs(chosen: list[tuple[str, str]], module: Path) -> dict[str, list[str]]:
    """Run programs with a module, and return what is wrong with the requests of those whose requests the document forbids."""
    tree = json.loads(shared("specs", "management", DOCUMENT).read_text(encoding="utf-8"))
    write_programs(chosen, module / "runner")
    built = run_go("build", "-o", "runner/runner", "./runner", cwd=module)
    assert built.returncode == 0, built.stderr

    with WireServer(Document(tree)) as server:
        command = [str(module / "runner" / "runner"), server.base_url]
        process = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        exchanges = list(server.exchanges)

    assert (process.returncode, process.stderr) == (0, "")
    # Each sends one request, in their order.
    assert [int(each.received.headers[HEADER.lower()]) for each in exchanges] == list(range(len(chosen)))
    forbidden: dict[str, list[str]] = {}
    for (place, _), exchange in zip(chosen, exchanges, strict=True):
        method, _, template = place.partition(" ")
        pattern = "/api/v2" + re.sub(r"\\\{[^{}]*\\\}", "[^/]+", re.escape(template))
        assert exchange.received.method.lower() == method
        assert re.fullmatch(pattern, exchange.received.path.partition("?")[0]), place
        if exchange.complaints:
            forbidden[place] = exchange.complaints
    return forbidden


@pytest.mark.slow
def test_the_programs_send_what_the_document_allows(repository: Path, tmp_path: Path) -> None:
    config = load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)
    generate(str(shared("specs", "management", DOCUMENT)), config, outputs={"go": tmp_path})
    chosen = [(place, source) for place, source in programs() if place not in DIFFERENT]

    forbidden = run_programs(chosen, tmp_path)

    assert len(chosen) == 311
    assert forbidden.keys() == FORBIDDEN.keys(), forbidden


@pytest.mark.slow
def test_so_do_those_that_compile_with_names_and_an_overlay_alone(repository: Path, tmp_path: Path) -> None:
    make_earlier(
        load_config(repository / "specs" / "sdksmith.toml", options_of=options_of), tmp_path, overlays=(EARLIER,)
    )
    chosen = [(place, source) for place, source in programs() if place in PINNED | TAKEN_BACK]

    # The module is made of the earlier state, and the requests are held against the document as it is.
    forbidden = run_programs(chosen, tmp_path)

    assert len(chosen) == 12
    assert forbidden.keys() == FORBIDDEN_SINCE.keys(), forbidden

"""Samples of a site: each is run, follows the document, and makes the request that the wire vectors expect of it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from openapi_schema_validator import OAS31Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from tests.e2e.support import shared
from tests.go.toolchain import missing, run_go
from tests.runtime.loopback import Received
from tests.wire.server import Document, WireServer, without_exclusion

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.document import load
from sdksmith.media_types import is_json
from sdksmith.model import Ledger
from sdksmith.naming import assign_names
from sdksmith.parser import parse
from sdksmith.pipeline import generate
from sdksmith.project import open_project
from sdksmith.sdk import Method, Policy, Sdk, build
from sdksmith.sdk.wire.cases import WireCall
from sdksmith.targets.protocol import SampleWriter
from sdksmith.targets.reference.samples.calls import SampleCalls
from sdksmith.targets.reference.samples.curl import CurlSamples
from sdksmith.targets.reference.samples.examples import ResponseExamples
from sdksmith.targets.registry import find_target

CLIENT = 'tenant_domain="YOUR_TENANT.auth0.com"'


@dataclass
class Subject:
    """A document whose samples are run, with the libraries that they are of.

    Attributes
    ----------
    calls
        Those that the samples make: with what is required, and with all.
    unsaid
        Operations of which it is not known what would be sent, so that their pages have no samples.
    """

    name: str
    tree: dict[str, Any]
    config: Config
    sdk: Sdk
    calls: list[tuple[Method, WireCall]]
    unsaid: list[str]
    python: Path
    go: Path

    def writer(self, name: str) -> SampleWriter:
        target, options = find_target(name), self.config.targets[name]
        names = assign_names(self.sdk, target.profile(self.sdk, self.config, options))
        writer = target.samples(self.sdk, names, self.config, options)
        assert writer is not None
        return writer


@pytest.fixture(scope="module", params=["committed", pytest.param("full", marks=pytest.mark.slow)])
def subject(request: pytest.FixtureRequest, repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Subject:
    settings = repository / "specs" / "sdksmith.toml"
    generated = repository / "generated"
    path = repository / "specs" / "management-api.yaml"
    if request.param == "full":
        path = shared("specs", "management", "2026-06-25.json")
        generated = tmp_path_factory.mktemp("full")
        generate(
            str(path),
            open_project(str(path), settings, ()).config,
            outputs={name: generated / name for name in ("python", "go")},
        )
    config = open_project(str(path), settings, ()).config
    diagnostics = Diagnostics()
    document = load(str(path), config.input, diagnostics)
    sdk = build(parse(document, config, diagnostics, Ledger()), Policy(), Ledger())
    maker = SampleCalls(sdk)
    required = {symbol: maker.required(method) for symbol, method in sdk.methods.items()}
    calls = [(sdk.methods[symbol], call) for symbol, call in required.items() if call is not None]
    calls += [(method, more) for method, call in list(calls) if (more := maker.complete(method, call)) is not None]
    unsaid = ["/".join(symbol) for symbol, call in required.items() if call is None]
    return Subject(request.param, document.tree, config, sdk, calls, unsaid, generated / "python", generated / "go")


@pytest.fixture(scope="module")
def server(subject: Subject) -> Iterator[WireServer]:
    with WireServer(Document(subject.tree)) as listening:
        yield listening


def test_every_operation_has_samples(subject: Subject) -> None:
    assert subject.unsaid == []
    assert len(subject.calls) > 1.4 * len(subject.sdk.methods)


def difference(call: WireCall, received: Received) -> str:
    """Return how a request differs from what is expected, ``""`` where it does not."""
    path, _, query = received.path.partition("?")
    request = call.request
    if (received.method, path.removeprefix("/api/v2")) != (request.method, request.path):
        return f"{received.method} {path}"
    if sorted(query.split("&") if query else []) != sorted(request.query):
        return query
    content = received.body.decode("utf-8")
    if "json" in request.body and json.loads(content) != request.body["json"]:
        return content
    if "form" in request.body:
        wanted = [(name, str(each)) for name, entries in request.body["form"].items() for each in entries]
        if sorted(parse_qsl(content, keep_blank_values=True)) != sorted(wanted):
            return content
    if "multipart" in request.body and not all(f'name="{name}"' in content for name in request.body["multipart"]):
        return content
    if not request.body and content:
        return content
    return ""


IMPOSSIBLE = "the document requires a property that it forbids"
#: Responses with an example that the document forbids, and why.
WRONG: dict[str, dict[str, str]] = {
    "committed": {},
    "full": {
        "get /branding/phone/providers 200": IMPOSSIBLE,
        "post /branding/phone/providers 201": IMPOSSIBLE,
        "get /branding/phone/providers/{id} 200": IMPOSSIBLE,
        "patch /branding/phone/providers/{id} 200": IMPOSSIBLE,
    },
}


def judged(subject: Subject, server: WireServer) -> tuple[list[str], dict[str, list[str]]]:
    """Return the requests that differ from their wire vectors, and the operations with one that the document forbids."""
    different: list[str] = []
    forbidden: dict[str, list[str]] = {}
    for (method, call), exchange in zip(subject.calls, server.exchanges, strict=True):
        name = f"{method.operation.method.lower()} {method.operation.path}"
        if exchange.complaints:
            forbidden[name] = exchange.complaints
        if wrong := difference(call, exchange.received):
            different.append(f"{name}: {wrong}")
    return different, forbidden


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs cURL")
def test_commands_are_run(subject: Subject, server: WireServer) -> None:
    writer = CurlSamples(subject.sdk)
    server.exchanges.clear()
    for method, call in subject.calls:
        command = writer.sample(method, call).replace("https://YOUR_TENANT.auth0.com", server.url)
        assert server.url in command
        process = subprocess.run(
            ["sh", "-c", f"{command} --silent --show-error"], capture_output=True, text=True, check=False
        )
        assert process.returncode == 0, process.stderr
    assert judged(subject, server) == ([], {})


def test_programs_in_python_are_run(subject: Subject, server: WireServer, tmp_path: Path) -> None:
    writer = subject.writer("python")
    programs = [writer.sample(method, call.arguments) for method, call in subject.calls]
    assert None not in programs
    (tmp_path / "programs.json").write_text(json.dumps(programs), encoding="utf-8")
    runner = f"""
import json
for text in json.load(open("programs.json")):
    text = text.replace({CLIENT!r}, {f'base_url="{server.base_url}", max_retries=0'!r})
    exec(compile(text, "sample", "exec"), {{}})
"""
    server.exchanges.clear()
    process = subprocess.run(
        [sys.executable, "-c", runner],
        cwd=tmp_path,
        env={"PYTHONPATH": str(subject.python), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    assert judged(subject, server) == ([], {})


def test_programs_in_python_are_of_the_right_types(subject: Subject, tmp_path: Path) -> None:
    writer = subject.writer("python")
    for number, (method, call) in enumerate(subject.calls):
        text = writer.sample(method, call.arguments)
        assert text is not None, method.symbol
        (tmp_path / f"sample_{number}.py").write_text(text + "\n", encoding="utf-8")
    # What a checker that sees nothing would not find.
    (tmp_path / "wrong.py").write_text("from auth0.management import Auth0\n\nAuth0(token=1)\n", encoding="utf-8")
    settings = {"extraPaths": [str(subject.python)], "typeCheckingMode": "strict", "include": ["."]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    process = subprocess.run(
        [sys.executable, "-m", "pyright", "--project", str(tmp_path), "--pythonpath", sys.executable, "--outputjson"],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(process.stdout)
    assert found["summary"]["filesAnalyzed"] == len(subject.calls) + 1
    wrong = [
        f"{each['file']}: {each['message']}" for each in found["generalDiagnostics"] if each["severity"] == "error"
    ]
    assert [each for each in wrong if "wrong.py" not in each] == []
    assert len(wrong) == 1


def test_programs_in_go_compile(subject: Subject, tmp_path: Path) -> None:
    if missing():
        pytest.skip(missing())
    writer = subject.writer("go")
    module = tmp_path / "go"
    shutil.copytree(subject.go, module)
    for number, (method, call) in enumerate(subject.calls):
        text = writer.sample(method, call.arguments)
        assert text is not None, method.symbol
        folder = module / "samples" / f"s{number}"
        folder.mkdir(parents=True)
        (folder / "main.go").write_text(text + "\n", encoding="utf-8")
    process = run_go("vet", "./samples/...", cwd=module)
    assert process.returncode == 0, process.stderr


def pointed(tree: dict[str, Any], place: tuple[str, ...]) -> list[str]:
    """Return where a place is, when responses that are named somewhere else are followed."""
    node: Any = tree
    way: list[str] = []
    for token in place:
        while "$ref" in node:
            way = [each.replace("~1", "/").replace("~0", "~") for each in node["$ref"].removeprefix("#/").split("/")]
            node = tree
            for each in way:
                node = node[each]
        node = node[token]
        way = [*way, token]
    return way


def test_examples_of_responses_are_valid(subject: Subject) -> None:
    """Each is judged by a validator that has nothing of ours, against the schema where it stands in the document."""
    tree = without_exclusion(subject.tree)
    registry: Registry[Any] = Registry().with_resource("document", DRAFT202012.create_resource(tree))
    examples = ResponseExamples(subject.sdk)
    wrong: dict[str, str] = {}
    shown = 0
    for method in subject.sdk.methods.values():
        for response in method.operation.responses:
            found = examples.example(response)
            if not found:
                continue
            media = next(each for each in response.alternatives if is_json(each.content_type))
            shown += 1
            place = ("paths", method.operation.path, method.operation.method.lower(), "responses", response.status)
            stands = pointed(tree, (*place, "content", media.content_type, "schema"))
            schema = {"$ref": f"document#/{'/'.join(each.replace('~', '~0').replace('/', '~1') for each in stands)}"}
            name = f"{method.operation.method.lower()} {method.operation.path} {response.status}"
            errors = list(OAS31Validator(schema, registry=registry).iter_errors(found[0]))
            if errors:
                wrong[name] = errors[0].message[:200]
    assert sorted(wrong) == sorted(WRONG[subject.name]), wrong
    assert shown > len(subject.sdk.methods) / 2

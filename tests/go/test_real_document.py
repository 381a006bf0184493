"""The whole Management API in Go: its wire cases, and the programs that its document shows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.e2e.support import shared
from tests.go.support import complaints
from tests.go.toolchain import run_go

from sdksmith.config import Config, load_config
from sdksmith.pipeline import generate, vectors
from sdksmith.targets.registry import options_of

DOCUMENT = "2026-06-25.json"
#: The programs that do not compile, by the place in the document that they speak of, and why.
DIFFERENT = {
    "get /actions/actions": "gives a text for triggerId, which is an enum",
    "get /actions/triggers/{triggerId}/bindings": "gives a text for triggerId, which is an enum",
    "patch /actions/triggers/{triggerId}/bindings": "gives a text for triggerId, which is an enum",
    "post /actions/actions/{actionId}/versions/{id}/deploy": "names a type that the document calls otherwise",
    "post /client-grants": "gives a value for client_id, which may be left out",
    "get /custom-domains": "gives no request, although there are query parameters",
    "get /flows": "names a type that the document calls otherwise",
    "get /flows/{flow_id}/executions": "names a type that the document calls otherwise",
    "get /flows/{flow_id}/executions/{execution_id}": "names a type that the document calls otherwise",
    "patch /guardian/factors/push-notification/providers/apns": "calls the method of put, whose body is in another package",
    "patch /guardian/factors/push-notification/providers/fcm": "calls the method of put, whose body is in another package",
    "patch /guardian/factors/push-notification/providers/fcmv1": "calls the method of put, whose body is in another package",
    "get /logs": "gives the parameter q, which the document does not have",
    "post /network-acls": "gives a value for priority, which may be left out",
    "put /network-acls/{id}": "gives a value for priority, which may be left out",
}

#: Names that the programs have from an earlier state of the document, and what they name: with these pins the programs compile.
PINS = {
    "DeployActionVersionRequestContent": "DeployActionVersionRequestBodyParams",
    "get_flows()": "FlowsListRequest",
    "get_flows_executions()": "ExecutionsListRequest",
    "get_flows_executions_by_execution_id()": "ExecutionsGetRequest",
    "get_logs.search": "Q",
}
PINNED = {
    "post /actions/actions/{actionId}/versions/{id}/deploy",
    "get /flows",
    "get /flows/{flow_id}/executions",
    "get /flows/{flow_id}/executions/{execution_id}",
    "get /logs",
}
#: What the document says otherwise than an earlier state of it, taken back, and the programs that compile then too. The three that
#: are left call a method with a type that stands beside the request types of other groups.
EARLIER = Path(__file__).parent / "earlier.overlay.yaml"
TAKEN_BACK = {
    "get /actions/actions",
    "get /actions/triggers/{triggerId}/bindings",
    "patch /actions/triggers/{triggerId}/bindings",
    "post /client-grants",
    "get /custom-domains",
    "post /network-acls",
    "put /network-acls/{id}",
}


@pytest.fixture(scope="module")
def config(repository: Path) -> Config:
    return load_config(repository / "specs" / "sdksmith.toml", options_of=options_of)


@pytest.fixture(scope="module")
def module(config: Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    document = shared("specs", "management", DOCUMENT)
    folder = tmp_path_factory.mktemp("management")
    generate(str(document), config, outputs={"go": folder})
    return folder


def programs() -> list[tuple[str, str]]:
    tree: dict[str, Any] = json.loads(shared("specs", "management", DOCUMENT).read_text(encoding="utf-8"))
    return [
        (f"{method} {path}", sample["source"])
        for path, item in tree["paths"].items()
        for method, operation in item.items()
        if isinstance(operation, dict)
        for sample in operation.get("x-codeSamples", ())
        if sample["lang"] == "go"
    ]


def test_every_call_is_made_as_the_vectors_say(module: Path, config: Config) -> None:
    assert complaints(module, tests=True) == ""
    found = vectors(str(shared("specs", "management", DOCUMENT)), config).values
    operations = {vector["operation"]["pointer"] for vector in found["vectors"]}
    text = "".join(file.read_text(encoding="utf-8") for file in (module / "management" / "client").glob("*_test.go"))
    assert found["untested"] == []
    assert len(operations) == 429
    assert len(re.findall(r"^func Test\w+Fails\(", text, re.MULTILINE)) == len(operations)


def test_it_is_no_larger_than_it_may_be(module: Path) -> None:
    sources = [file for file in module.rglob("*.go") if not file.name.endswith("_test.go")]
    lines = sum(file.read_bytes().count(b"\n") for file in sources)
    assert lines <= 110_000


def failing(module: Path, chosen: list[tuple[str, str]]) -> tuple[set[str], str]:
    """Compile programs, and return the places of those that fail, with what the compiler says.

    They are files of one package, so that the compiler reads the module once; only the name of their function is made another.
    """
    folder = module / "programs"
    folder.mkdir()
    places: dict[str, str] = {}
    for number, (place, source) in enumerate(chosen):
        assert source.startswith("package example\n")
        assert source.count("func do()") == 1
        file = folder / f"p{number}.go"
        file.write_text(source.replace("func do()", f"func do{number}()"), encoding="utf-8")
        places[file.name] = place
    process = run_go("build", "-gcflags=-e", "./programs", cwd=module)
    failed = set(re.findall(r"^programs/(p\d+\.go):", process.stderr, re.MULTILINE))
    # What vet looks for is looked for in what compiles.
    for name in failed:
        (folder / name).unlink()
    vetted = run_go("vet", "./programs", cwd=module)
    assert vetted.stdout + vetted.stderr == ""
    return {places[name] for name in failed}, process.stderr


def test_the_programs_of_the_document_compile(module: Path) -> None:
    found, output = failing(module, programs())

    assert len(programs()) == 326
    assert found == set(DIFFERENT), output
    assert len(programs()) - len(found) == 311


def make_earlier(config: Config, folder: Path, *, overlays: tuple[Path, ...] = ()) -> None:
    """Generate the module with the names, and of the state, that programs of an earlier state of the document speak of."""
    options = replace(config.targets["go"], names=PINS)
    pinned = replace(config, targets={**config.targets, "go": options}, overlays=tuple(map(str, overlays)))
    generate(str(shared("specs", "management", DOCUMENT)), pinned, outputs={"go": folder})


@pytest.mark.slow
@pytest.mark.parametrize(("overlays", "more", "count"), [((), set[str](), 316), ((EARLIER,), TAKEN_BACK, 323)])
def test_pinned_names_let_more_of_them_compile(
    config: Config, tmp_path: Path, overlays: tuple[Path, ...], more: set[str], count: int
) -> None:
    make_earlier(config, tmp_path, overlays=overlays)
    others = [(place, source) for place, source in programs() if place in DIFFERENT]

    found, output = failing(tmp_path, others)

    assert found == DIFFERENT.keys() - PINNED - more, output
    assert len(programs()) - len(found) == count


def test_the_first_of_them_runs_and_prints_the_id(module: Path) -> None:
    answer = shared("specs", "create-action.response.json").read_text(encoding="utf-8")
    (source,) = (source for place, source in programs() if place == "post /actions/actions")
    # What the program gets is printed, and the server is this one: all else stands as it is in the document.
    source = source.replace("package example", "package main").replace("func do()", "func do(server string)")
    source = source.replace("option.WithToken(", "option.WithBaseURL(server),\n        option.WithToken(")
    source = source.replace("client.Actions.Create(", "action, err := client.Actions.Create(")
    source = source.rstrip().removesuffix("}") + "    show(action, err)\n}\n"
    folder = module / "acceptance"
    folder.mkdir()
    (folder / "do.go").write_text(source, encoding="utf-8")
    (folder / "main.go").write_text(MAIN, encoding="utf-8")
    (folder / "answer.json").write_text(answer, encoding="utf-8")
    process = run_go("run", "./acceptance", cwd=module)
    assert process.returncode == 0, process.stderr
    identifier, again = process.stdout.splitlines()
    assert identifier == json.loads(answer)["id"]
    assert moments(json.loads(again)) == moments(json.loads(answer))


def moments(value: Any) -> Any:
    """Return a value with its timestamps in one form."""
    if isinstance(value, dict):
        return {key: moments(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [moments(entry) for entry in value]
    return re.sub(r"(\d\d:\d\d:\d\d)\.0+Z$", r"\1Z", value) if isinstance(value, str) else value


MAIN = """package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"

	management "github.com/auth0/go-auth0/management/management"
)

//go:embed answer.json
var answer string

func show(action *management.CreateActionResponseContent, err error) {
	if err != nil {
		panic(err)
	}
	again, err := json.Marshal(action)
	fmt.Println(*action.Id)
	fmt.Println(string(again))
	if err != nil {
		panic(err)
	}
}

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusCreated)
		fmt.Fprint(w, answer)
	}))
	defer server.Close()
	do(server.URL)
}
"""

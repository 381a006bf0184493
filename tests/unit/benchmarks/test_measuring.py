"""That the machinery of the benchmark runs; how fast, no test asks."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from benchmarks import __main__ as command
from benchmarks.bench import Bench
from benchmarks.documents import answer
from benchmarks.environments import PEERS, Environments, Missing
from benchmarks.generators import Generator
from benchmarks.loopback import server
from benchmarks.processes import RunFailed, Usage, alternate, environment, run
from benchmarks.programs import answer_models
from benchmarks.results import Section, Table
from benchmarks.subjects import Subject, time_all


def test_a_run_gives_the_output_and_what_it_took() -> None:
    usage = run([sys.executable, "-c", "print('there')"])
    assert usage.output == "there\n"
    assert usage.seconds > 0 and usage.processor > 0 and usage.mebibytes > 1


def test_memory_is_that_of_the_program_and_not_of_the_one_that_starts_it() -> None:
    held = b"x" * (300 * 1024 * 1024)
    assert run([sys.executable, "-S", "-c", ""]).mebibytes < 200
    assert len(held)


def test_a_program_that_fails_is_told_by_its_last_line() -> None:
    with pytest.raises(RunFailed, match=r"failed \(3\): no such thing"):
        run([sys.executable, "-c", "import sys; print('no such thing', file=sys.stderr); sys.exit(3)"])


def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(RunFailed, match="no-such-program is not installed"):
        run(["no-such-program"])


def test_a_program_that_hangs_is_stopped() -> None:
    with pytest.raises(RunFailed, match="stopped after"):
        run([sys.executable, "-c", "import time; time.sleep(600)"], timeout=0.5)


def test_children_start_as_they_do_for_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("SDKSMITH_CACHE_DIR", "elsewhere")
    assert not {"PYTHONDONTWRITEBYTECODE", "SDKSMITH_CACHE_DIR", "PYTHONPATH"} & environment().keys()


def test_tasks_run_in_turn_and_one_that_fails_does_not_stop_the_others() -> None:
    ran: list[str] = []

    def good() -> Usage:
        ran.append("good")
        return Usage(1, 1, 1, "")

    def bad() -> Usage:
        ran.append("bad")
        raise RunFailed("it broke")

    usages, failures = alternate(2, {"bad": bad, "good": good})
    assert ran == ["bad", "good", "good"]
    assert len(usages["good"]) == 2 and "bad" not in usages
    assert failures == {"bad": "it broke"}


def test_statements_are_timed_in_a_process_of_their_own() -> None:
    subjects = [
        Subject("once", Path(sys.executable), None, "", "import wave"),
        Subject("often", Path(sys.executable), None, "numbers = []", "numbers.append(1)", 5),
        Subject("as often as fits", Path(sys.executable), None, "", "sum(range(100))", 0, 0.01),
        Subject("broken", Path(sys.executable), None, "", "1 / 0"),
    ]
    timings, failures = time_all(subjects, 2)
    assert timings.keys() == {"once", "often", "as often as fits"}
    assert timings["once"].modules > 0 and timings["often"].modules == 0
    assert all(timing.each.median > 0 and len(timing.first.values) == 2 for timing in timings.values())
    assert "ZeroDivisionError" in failures["broken"]


def test_the_server_answers_every_request_of_a_connection() -> None:
    import httpx2

    with server() as port, httpx2.Client() as client:
        answers = [client.post(f"http://127.0.0.1:{port}/actions/actions", json={"name": "x"}) for _ in range(3)]
    assert [one.status_code for one in answers] == [201] * 3
    assert answers[2].content == answer().read_bytes()


def test_the_models_beside_which_we_decode_know_all_of_the_answer() -> None:
    import msgspec
    from pydantic import BaseModel

    data = answer().read_bytes()
    model = answer_models.pydantic_answer().model_validate_json(data, strict=True)
    unknown: list[str] = []

    def look(value: object) -> None:
        if isinstance(value, BaseModel):
            unknown.extend(value.model_extra or ())
            for field in type(value).model_fields:
                look(getattr(value, field))
        for item in value if isinstance(value, list) else ():
            look(item)

    look(model)
    assert unknown == []
    struct = msgspec.json.decode(data, type=answer_models.msgspec_answer())
    assert _keys(json.loads(msgspec.json.encode(struct))) == _keys(json.loads(data))


def _keys(value: object) -> object:
    if isinstance(value, dict):
        return {key: _keys(item) for key, item in value.items()}
    return [_keys(item) for item in value] if isinstance(value, list) else None


def test_a_peer_whose_program_is_missing_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    environments = Environments(tmp_path, tmp_path / "constraints.txt", lambda text: None)
    assert environments.peer("openapi-generator") == Missing("needs java, which is not installed")


def test_an_interpreter_without_a_global_lock_is_taken_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    environments = Environments(tmp_path, tmp_path / "constraints.txt", lambda text: None)
    assert environments.free_threaded() == Missing("none of python3.15t, python3.14t, python3.13t is installed")
    (tmp_path / "constraints.txt").write_text("")
    broken = tmp_path / "python3.14t"
    broken.write_text("#!/bin/sh\necho it broke >&2\nexit 1\n")
    broken.chmod(0o755)
    found = environments.free_threaded()
    assert isinstance(found, Missing) and "it broke" in found.why


def test_peers_are_pinned_exactly() -> None:
    import tomllib

    peers = tomllib.loads(PEERS.read_text(encoding="utf-8"))
    requirements = [one for peer in peers.values() for one in peer.get("requirements", ())]
    assert requirements and all("==" in one for one in requirements)


def test_the_command_prints_the_parts_and_writes_the_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def cannot(bench: object) -> Section:
        raise RunFailed("no luck")

    part = Section("Stages", [Table("of a run", ("", "time"), [["reading", "1 ms"]])])
    monkeypatch.setattr(command, "PARTS", {"stages": lambda bench: part, "growth": cannot})
    results = tmp_path / "results.md"
    assert command.main(["--work", str(tmp_path), "--results", str(results)]) == 0
    shown = capsys.readouterr()
    assert "reading  1 ms" in shown.out and "could not be measured: no luck" in shown.out
    assert shown.err == ""
    written = results.read_text(encoding="utf-8")
    assert "| reading | 1 ms |" in written and str(tmp_path) not in written


def test_a_part_that_breaks_off_costs_nothing_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(bench: object) -> Section:
        raise KeyError("surprise")

    part = Section("Stages", [Table("of a run", ("", "time"), [["reading", "1 ms"]])])
    monkeypatch.setattr(command, "PARTS", {"growth": broken, "stages": lambda bench: part})
    assert command.main(["--work", str(tmp_path), "--results", str(tmp_path / "results.md")]) == 1
    shown = capsys.readouterr()
    assert "reading  1 ms" in shown.out and "broke off: KeyError: 'surprise'" in shown.out
    assert "Traceback" in shown.err


def test_a_generator_that_fails_is_not_asked_again(tmp_path: Path) -> None:
    asked: list[str] = []

    def fail() -> Usage:
        asked.append("once")
        (tmp_path / "out" / "half.py").write_text("")
        raise RunFailed("it broke")

    generator = Generator("peer", tmp_path / "out", "package", Path(sys.executable), fail, {})
    for _ in range(2):
        with pytest.raises(RunFailed, match="it broke"):
            generator.ensure()
    assert asked == ["once"] and not (tmp_path / "out").exists()


def test_the_python_library_is_measured_whatever_else_a_configuration_makes(tmp_path: Path) -> None:
    config = tmp_path / "tiny.toml"
    config.write_text('[targets.python]\npackage = "tiny"\n[targets.go]\nmodule = "example.com/tiny"\n', "utf-8")
    document = tmp_path / "tiny.yaml"
    document.write_text("openapi: 3.1.0\ninfo: {title: Tiny, version: '1'}\npaths: {}\n", "utf-8")
    bench = Bench(tmp_path, rounds=1, thorough=False, tell=print)

    bench.sdksmith(document, tmp_path / "output", ("--no-cache", "--config", str(config)))

    assert (tmp_path / "output" / "tiny" / "__init__.py").is_file()


def test_a_part_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--only", "speed"])
    assert "no such part: speed" in capsys.readouterr().err

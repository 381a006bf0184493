from __future__ import annotations

import io
import json
import re

import pytest
from rich.console import Console

from sdksmith.diagnostics import Diagnostic, Diagnostics, Location, Pointer, Severity
from sdksmith.report import Counts, ProgressBar, StageTime, Stopwatch, as_json, print_diagnostics, visible


def printed(
    *diagnostics: Diagnostic, width: int = 80, limit: int = 50, terminal: bool = False, **options: object
) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        markup=False,
        emoji=False,
        highlight=False,
        width=width,
        force_terminal=terminal,
        color_system="standard" if terminal else None,
    )
    locate = options.get("locate")
    assert locate is None or callable(locate)
    print_diagnostics(diagnostics, locate, console=console, limit=limit)
    return out.getvalue()


def error(message: str = "it is wrong", **fields: object) -> Diagnostic:
    location = fields.pop("location", Location("api.yaml", 3, 5, excerpt="  a: b"))
    assert isinstance(location, Location)
    return Diagnostic("bad-thing", Severity.ERROR, message, location=location, **fields)  # type: ignore[arg-type]


def test_a_finding_has_a_place_an_excerpt_and_a_hint() -> None:
    text = printed(error(hint="do it right"))

    assert text.splitlines() == [
        "api.yaml:3:5: error[bad-thing]: it is wrong",
        " 3 | a: b",
        "   |   ^",
        "  hint: do it right",
        "1 error",
    ]


def test_the_caret_stands_under_its_column() -> None:
    _, source, caret, *_ = printed(error(location=Location("f", 1, 9, excerpt='"key":  "value"'))).splitlines()

    assert caret.index("^") == source.index('"value"')


def test_the_caret_counts_wide_characters_as_two() -> None:
    _, source, caret, *_ = printed(error(location=Location("f", 1, 4, excerpt="日本:x"))).splitlines()

    assert caret.index("^") == source.index("x") + 2


def test_a_long_line_is_cut_around_its_column() -> None:
    excerpt = "a" * 5_000_000 + "HERE" + "b" * 5_000_000

    _, source, caret, *_ = printed(error(location=Location("f", 1, 5_000_001, excerpt=excerpt))).splitlines()

    assert len(source) < 130
    assert source.startswith(" 1 | ...")
    assert source.endswith("...")
    assert caret.index("^") == source.index("HERE")


@pytest.mark.parametrize("column", [0, 7, 99])
def test_a_column_beyond_the_line_does_no_harm(column: int) -> None:
    assert " 1 | ab" in printed(error(location=Location("f", 1, column, excerpt="ab")))


@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.parametrize("bad", ["\x1b[2J", "\x07", "\r", "\n", "\x9b31m", "\u202e", "\u2028", "\x7f", "\ud800"])
def test_nothing_of_the_input_acts_on_the_terminal(bad: str, terminal: bool) -> None:
    location = Location(f"f{bad}", 1, 2, ("p" + bad,), f"a{bad}b")
    diagnostic = Diagnostic(
        f"code{bad}", Severity.ERROR, f"m{bad}", f"h{bad}", location=location, related=((f"r{bad}", location),)
    )

    text = printed(diagnostic, terminal=terminal)

    # What rich adds on a terminal are its own colours: ESC [ ... m.
    own = text.replace("\x1b[0m", "").replace("\x1b[2m", "").replace("\x1b[36m", "")
    own = own.replace("\x1b[1m", "").replace("\x1b[1;31m", "").replace("\x1b[1;32m", "")
    assert bad not in own if bad != "\n" else len(own.splitlines()) == 8
    assert "\x1b" not in own


def test_brackets_are_not_markup() -> None:
    assert "[bold]x[/bold] [/] :smile:" in printed(error("[bold]x[/bold] [/] :smile:"))


def test_nothing_is_wrapped_however_narrow_the_terminal() -> None:
    message = "word " * 50 + "end"

    assert printed(error(message), width=20).splitlines()[0].endswith(message)


def test_a_pipe_gets_no_colour(capsys: pytest.CaptureFixture[str]) -> None:
    print_diagnostics([error()])

    captured = capsys.readouterr()
    assert captured.out == ""
    assert "error[bad-thing]" in captured.err
    assert "\x1b" not in captured.err


def test_a_pointer_is_located_when_it_is_printed() -> None:
    asked: list[Pointer] = []

    def locate(pointer: Pointer) -> Location:
        asked.append(pointer)
        return Location("api.json", 7, 2, pointer, "  x")

    text = printed(Diagnostic("c", Severity.WARNING, "m", pointer=("paths", "/a")), locate=locate)

    assert text.startswith("api.json:7:2: warning[c]: m\n")
    assert asked == [("paths", "/a")]


def test_a_place_without_a_line_shows_its_pointer() -> None:
    assert printed(Diagnostic("c", Severity.ERROR, "m", pointer=("paths", "/a"))).startswith("<document>#/paths/~1a: ")


def test_related_places_follow() -> None:
    text = printed(error(related=(("first defined here", Location("other.yaml", 9, 1)),)))

    assert "  other.yaml:9:1: first defined here\n" in text


def test_errors_come_first_and_the_rest_is_counted() -> None:
    warnings = [Diagnostic("w", Severity.WARNING, f"w{number}", location=Location("f")) for number in range(5)]

    lines = printed(*warnings, error(location=Location("f")), limit=3).splitlines()

    assert [line.split(": ", 1)[1] for line in lines[:3]] == [
        "error[bad-thing]: it is wrong",
        "warning[w]: w0",
        "warning[w]: w1",
    ]
    assert lines[3:] == ["... and 3 more; --format json lists them all", "1 error, 5 warnings"]


def test_nothing_found_prints_nothing() -> None:
    assert printed() == ""


def test_counts_are_words() -> None:
    assert str(Counts(2, 1)) == "2 errors, 1 warning"
    assert str(Counts(notes=1_234)) == "1,234 notes"
    assert str(Counts()) == "no findings"


def test_json_has_everything() -> None:
    diagnostics = Diagnostics()
    diagnostics.add(
        Diagnostic(
            "c", Severity.WARNING, "m\x1b", "h", pointer=("a/b",), related=(("see", Location("g", 2, 3, ("x",))),)
        )
    )

    found = as_json(diagnostics, lambda pointer: Location("f", 1, 2, pointer))

    assert found == [
        {
            "code": "c",
            "severity": "warning",
            "message": "m\x1b",
            "hint": "h",
            "file": "f",
            "line": 1,
            "column": 2,
            "pointer": "/a~1b",
            "related": [{"message": "see", "file": "g", "line": 2, "column": 3, "pointer": "/x"}],
        }
    ]
    assert "\x1b" not in json.dumps(found)


def test_a_part_of_a_line_keeps_its_caret_right() -> None:
    location = Location("f", 1, 5_004, excerpt="abcHERE", excerpt_column=5_001)

    _, source, caret, *_ = printed(error(location=location)).splitlines()

    assert source == " 1 | ...abcHERE"
    assert caret.index("^") == source.index("HERE")


def test_other_scripts_and_symbols_stay_readable() -> None:
    text = "größe — 価格 é 🙂 حقل"

    assert visible(text) == text


def test_controls_are_written_out() -> None:
    assert visible("a\x1b[0m\n\t\u202e") == "a\\x1b[0m\\n\\t\\u202e"


def test_the_progress_bar_runs_without_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with ProgressBar() as bar:
        bar.stage("rendering [bold]", 2)
        bar.advance()
        bar.stage("writing")

    assert capsys.readouterr().out == ""


def test_a_bar_is_drawn_only_where_the_total_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn(total: int | None) -> str:
        out = io.StringIO()
        console = Console(file=out, force_terminal=True, width=80, color_system=None)
        monkeypatch.setattr("sdksmith.report.terminal.stderr_console", lambda: console)
        with ProgressBar() as bar:
            bar.stage("reading", total)
            bar.advance()
        return out.getvalue()

    assert "reading" in drawn(None)
    assert "/" not in drawn(None)
    assert "\u2501" not in drawn(None)
    assert "1/2" in drawn(2)
    assert "\u2501" in drawn(2)


def test_a_stage_without_a_total_has_no_bar_of_the_stage_before(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=80, color_system=None)
    monkeypatch.setattr("sdksmith.report.terminal.stderr_console", lambda: console)
    with ProgressBar() as bar:
        bar.stage("rendering", 2)
        bar.advance()
        bar.stage("writing")
    last = re.split(r"[\r\n]+", out.getvalue().rstrip())
    written = [line for line in last if "writing" in line]
    assert written
    assert [line for line in written if "/" in line or "\u2501" in line] == []


def test_a_stopwatch_notes_each_stage_and_passes_it_on() -> None:
    moments = iter([1.0, 1.5, 3.5, 4.0])
    passed: list[object] = []

    class Observer:
        def stage(self, name: str, total: int | None = None) -> None:
            passed.append((name, total))

        def advance(self) -> None:
            passed.append("step")

    watch = Stopwatch(Observer(), clock=lambda: next(moments))
    watch.stage("reading")
    watch.stage("rendering", 2)
    watch.advance()

    assert watch.times() == [StageTime("starting", 0.5), StageTime("reading", 2.0), StageTime("rendering", 0.5)]
    assert passed == [("reading", None), ("rendering", 2), "step"]

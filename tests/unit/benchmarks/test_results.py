"""The pure parts of the benchmark: figures, tables, verdicts. What it measures depends on the machine."""

from __future__ import annotations

import pytest
from benchmarks import report, table
from benchmarks.figures import Samples, duration, memory, percent, rate, ratio, slope
from benchmarks.parts.outputs import mypy_errors
from benchmarks.results import Section, Table, Verdict, unmeasured


def test_the_median_and_the_spread_of_samples() -> None:
    samples = Samples((4.0, 1.0, 2.0))
    assert samples.median == 2.0
    assert samples.spread == 1.5


def test_one_sample_has_no_spread() -> None:
    assert Samples((3.0,)).spread == 0.0


def test_seconds_become_rates() -> None:
    assert Samples((0.5, 0.25)).reversed(10).values == (20.0, 40.0)


def test_the_slope_is_that_of_the_line_which_fits_best() -> None:
    assert slope([(0.5, 1.5), (1.0, 2.0), (2.0, 3.0), (4.0, 5.0)]) == pytest.approx(1.0)
    assert slope([(1.0, 2.0), (2.0, 1.0), (3.0, 3.0)]) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (duration(0.00025), "250 µs"),
        (duration(0.0125), "12.5 ms"),
        (duration(9.2), "9.20 s"),
        (rate(12345.6), "12,346/s"),
        (memory(81.4), "81 MiB"),
        (memory(4.25), "4.2 MiB"),
        (ratio(0.0534), "0.053"),
        (ratio(0.807), "0.81"),
        (ratio(1234.5), "1,234"),
        (percent(0.14), "±7%"),
    ],
)
def test_figures_have_as_many_digits_as_tell_something(text: str, expected: str) -> None:
    assert text == expected


@pytest.mark.parametrize(
    ("measured", "bound", "met"), [(0.24, "<=", True), (0.26, "<=", False), (0.8, ">=", True), (0.79, ">=", False)]
)
def test_a_budget_is_met_up_to_its_limit(measured: float, bound: str, met: bool) -> None:
    limit = 0.25 if bound == "<=" else 0.8
    verdict = Verdict("a", "1 s", "peer", "4 s", measured, bound, limit)  # type: ignore[arg-type]
    assert verdict.met is met
    assert ("met" if met else "NOT met") in verdict.cells()


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    verdict = unmeasured("a", "peer", "<=", 0.25, "needs java, which is not installed")
    assert verdict.met is None
    assert verdict.cells()[-2:] == ["not measured", "needs java, which is not installed"]


def test_tables_are_aligned_on_a_terminal() -> None:
    assert table.plain(("", "time"), [["ours", "1 s"], ["a peer", "12.5 s"]]) == "\n".join(
        ["          time", "ours       1 s", "a peer  12.5 s"]
    )


def test_tables_are_rows_of_markdown() -> None:
    assert table.markdown(("", "time"), [["a|b", "1 s"]]).splitlines() == [
        "|  | time |",
        "| --- | --: |",
        "| a\\|b | 1 s |",
    ]


def test_the_results_have_the_budgets_first_and_then_each_part() -> None:
    section = Section(
        "Import",
        [Table("Of ours", ("", "time"), [["ours", "1 ms"]])],
        [Verdict("import", "1 ms", "", "", 1, "<=", 2, "ms")],
    )
    text = report.markdown([section], ["Linux"])
    places = [text.index(part) for part in ("- Linux", "## Budgets", "| import | 1 ms", "## Import", "### Of ours")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("output", "errors"),
    [
        ("Success: no issues found in 3 source files\n", "0"),
        ("a.py:1: error: x\nFound 1 error in 1 file (checked 3 source files)\n", "1"),
        ("Found 8565 errors in 900 files (checked 2000 source files)\n", "8565"),
        ("mypy: can't read file\n", "mypy: can't read file"),
    ],
)
def test_mypys_last_line_tells_the_number_of_errors(output: str, errors: str) -> None:
    assert mypy_errors(output) == errors

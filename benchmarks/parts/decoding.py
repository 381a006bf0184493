"""Reading and writing the answer of one operation."""

from __future__ import annotations

from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.documents import answer
from benchmarks.figures import percent, rate, ratio
from benchmarks.libraries import OFFICIAL, OURS, libraries
from benchmarks.results import Section, Table, Verdict, unmeasured
from benchmarks.subjects import PROGRAMS, Subject, Timing, time_all

_PLAIN, _MSGSPEC = "pydantic alone", "msgspec, unknown fields dropped"
_WHAT = "decode the create-action answer"


def measure(bench: Bench) -> Section:
    """Decode, and encode what was decoded."""
    read = f"data = open({str(answer())!r}, 'rb').read()\n"
    python = bench.ours.python
    models = f"import sys; sys.path.insert(0, {str(PROGRAMS)!r})\nimport answer_models\n"
    plain = models + "Answer = answer_models.pydantic_answer()\n"
    msgspec = models + (
        "import msgspec\n"
        "decoder = msgspec.json.Decoder(answer_models.msgspec_answer())\nencoder = msgspec.json.Encoder()\n"
    )
    # Name, interpreter, import path, setup, decode, encode.
    ways: list[tuple[str, Path, Path | None, str, str, str]] = [
        (_PLAIN, python, None, plain, "value = Answer.model_validate_json(data)", "value.model_dump_json().encode()"),
        (_MSGSPEC, python, None, msgspec, "value = decoder.decode(data)", "encoder.encode(value)"),
    ]
    found, missing = libraries(bench)
    ways += [(one.name, one.python, one.python_path, one.codec, one.decode, one.encode) for one in found]
    decoding = [Subject(name, where, path, setup + read, way, 0) for name, where, path, setup, way, _ in ways]
    encoding = [
        Subject(name, where, path, f"{setup}{read}{first}\n", way, 0) for name, where, path, setup, first, way in ways
    ]
    bench.tell("decoding")
    decoded, failures = time_all(decoding, bench.quick_rounds)
    bench.tell("encoding")
    encoded, failed = time_all(encoding, bench.quick_rounds)
    tables = [
        _table("Decode", decoded, {**missing, **failures}),
        _table("Encode", encoded, {**missing, **failed}),
    ]
    size = len(answer().read_bytes())
    notes = [f"The answer has {size:,} bytes. Unknown fields and unknown values of enums are kept, but by msgspec."]
    return Section("Decode and encode", tables, [_verdict(decoded, failures)], notes)


def _verdict(timings: dict[str, Timing], failures: dict[str, str]) -> Verdict:
    if OURS not in timings or _PLAIN not in timings:
        return unmeasured(_WHAT, _PLAIN, ">=", 0.8, next(iter(failures.values()), ""))
    ours, plain = (1 / timings[name].each.median for name in (OURS, _PLAIN))
    note = ""
    if OFFICIAL in timings:
        note = f"official SDK: {ratio(1 / timings[OFFICIAL].each.median / plain)}"
    return Verdict(_WHAT, rate(ours), _PLAIN, rate(plain), ours / plain, ">=", 0.8, note=note)


def _table(title: str, timings: dict[str, Timing], failures: dict[str, str]) -> Table:
    base = timings[_PLAIN].each.reversed(1).median if _PLAIN in timings else None
    rows: list[list[str]] = []
    for name, timing in timings.items():
        rates = timing.each.reversed(1)
        rows.append([name, rate(rates.median), percent(rates.spread), ratio(rates.median / base) if base else ""])
    rows += [[name, f"failed: {why}"] for name, why in failures.items()]
    return Table(title, ("", "rate", "spread", "of pydantic alone"), rows)

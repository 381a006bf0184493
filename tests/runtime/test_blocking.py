"""The blocking half of the runtime is what the asynchronous one makes."""

from __future__ import annotations

from tests.runtime.blocking import BY_HAND, CORE, made


def test_the_blocking_half_is_made_from_the_asynchronous_one() -> None:
    modules = made()
    here = {path.name: path.read_text(encoding="utf-8") for path in (CORE / "blocking").glob("*.py")}

    assert modules
    assert {name: text for name, text in here.items() if name not in BY_HAND} == modules, "run `make blocking`"


def test_nothing_of_what_waits_is_left() -> None:
    texts = "\n".join(made().values())

    assert [word for word in ("async", "await", "Async", "asyncio", "aclose") if word in texts] == []

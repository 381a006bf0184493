"""Calls per second against a server on loopback: one after the other, and 64 at a time."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.bench import Bench
from benchmarks.environments import Missing
from benchmarks.figures import Samples, percent, rate, ratio
from benchmarks.libraries import CALL, OFFICIAL, OURS, Library, libraries
from benchmarks.loopback import server
from benchmarks.results import Section, Table, Verdict, unmeasured
from benchmarks.subjects import Subject, time_all

_DECODED, _JSON = "bare httpx2 with the same decode", "bare httpx2 and json"
_WHAT = "calls per second, one thread"
_FREE_THREADED = f"{OURS}, free-threaded Python"
_AT_A_TIME, _EACH = 64, 10
_BODY = "{'name': 'name', 'supported_triggers': [{'id': 'post-login'}]}"


def measure(bench: Bench) -> Section:
    """Call in three ways; the server is the same, and in a process of its own."""
    found, absent = libraries(bench)
    missing = dict(absent)
    official = [library for library in found if library.name == OFFICIAL]
    with server() as port:
        ours = next(library for library in found if library.name == OURS)
        # What is written here by hand sends and reads what the libraries do.
        ways: list[tuple[str, Library, str, str, str]] = [
            (_JSON, ours, *_bare(port, "json.loads(answer.content)")),
            (_DECODED, ours, *_bare(port, "decode(Answer, answer.content)")),
            *((library.name, library, *_calls(library, port)) for library in (ours, *official)),
        ]
        bench.tell("calling, one after the other")
        one, failures = _rates(bench, [_one(name, library, setup, call) for name, library, setup, call, _ in ways], 1)
        bench.tell(f"calling, {_AT_A_TIME} threads")
        together = _AT_A_TIME * _EACH
        subjects = [_threads(name, library, setup, call) for name, library, setup, call, _ in ways]
        free = bench.environments.free_threaded()
        if isinstance(free, Missing):
            missing[_FREE_THREADED] = free.why
        else:
            subjects.append(_threads(_FREE_THREADED, replace(ours, python=free.python), *_calls(ours, port)[:2]))
        threads, failed = _rates(bench, subjects, together)
        bench.tell(f"calling, {_AT_A_TIME} tasks")
        tasks, fallen = _rates(
            bench, [_tasks(name, library, setup, call) for name, library, _, call, setup in ways], together
        )
    tables = [
        _table("One thread, connection kept alive", one, {**absent, **failures}),
        _table(f"{_AT_A_TIME} threads, one client", threads, {**missing, **failed}),
        _table(f"{_AT_A_TIME} tasks of asyncio, one client", tasks, {**absent, **fallen}),
    ]
    return Section("Calls", tables, [_verdict(one, failures)])


def _calls(library: Library, port: int) -> tuple[str, str, str]:
    """Return the setup, the call, and the setup for asyncio."""
    types = "from auth0.management import ActionTrigger\n"
    return library.construct(port) + types, CALL, library.construct(port, "Async") + types


def _bare(port: int, read: str) -> tuple[str, str, str]:
    setup = (
        "import json, httpx2\n"
        "from auth0.management import CreateActionResponseContent as Answer\n"
        "from auth0.management.core.decoding import decode\n"
        f"url, body = 'http://127.0.0.1:{port}/actions/actions', {_BODY}\n"
        "headers = {'Authorization': 'Bearer token', 'Content-Type': 'application/json'}\n"
        "def send(client): return client.post(url, content=json.dumps(body), headers=headers)\n"
        f"def read(answer): return {read}\n"
    )
    return setup + "client = httpx2.Client()\n", "read(send(client))", setup + "client = httpx2.AsyncClient()\n"


def _one(name: str, library: Library, setup: str, call: str) -> Subject:
    return Subject(name, library.python, library.python_path, setup + call, call, 0, 1.0)


def _threads(name: str, library: Library, setup: str, call: str) -> Subject:
    setup += (
        "from concurrent.futures import ThreadPoolExecutor\n"
        f"def work(_):\n for _ in range({_EACH}): {call}\n"
        f"pool = ThreadPoolExecutor({_AT_A_TIME})\n"
        f"def all_of_them(): list(pool.map(work, range({_AT_A_TIME})))\n"
        "all_of_them()\n"
    )
    return Subject(name, library.python, library.python_path, setup, "all_of_them()", 3)


def _tasks(name: str, library: Library, setup: str, call: str) -> Subject:
    awaited = f"await {call}" if call == CALL else "read(await send(client))"
    setup += (
        "import asyncio\n"
        f"async def work():\n for _ in range({_EACH}): {awaited}\n"
        f"async def all_of_them(): await asyncio.gather(*(work() for _ in range({_AT_A_TIME})))\n"
        "loop = asyncio.new_event_loop()\n"
        "loop.run_until_complete(all_of_them())\n"
    )
    return Subject(name, library.python, library.python_path, setup, "loop.run_until_complete(all_of_them())", 3)


def _rates(bench: Bench, subjects: list[Subject], calls: int) -> tuple[dict[str, Samples], dict[str, str]]:
    timings, failures = time_all(subjects, bench.rounds)
    return {name: timing.each.reversed(calls) for name, timing in timings.items()}, failures


def _verdict(rates: dict[str, Samples], failures: dict[str, str]) -> Verdict:
    if OURS not in rates or _DECODED not in rates:
        return unmeasured(_WHAT, _DECODED, ">=", 0.8, next(iter(failures.values()), ""))
    ours, bare = rates[OURS].median, rates[_DECODED].median
    note = f"official SDK: {ratio(rates[OFFICIAL].median / bare)}" if OFFICIAL in rates else ""
    return Verdict(_WHAT, rate(ours), _DECODED, rate(bare), ours / bare, ">=", 0.8, note=note)


def _table(title: str, rates: dict[str, Samples], failures: dict[str, str]) -> Table:
    base = rates[_DECODED].median if _DECODED in rates else None
    rows = [
        [name, rate(found.median), percent(found.spread), ratio(found.median / base) if base else ""]
        for name, found in rates.items()
    ]
    rows += [[name, f"failed: {why}"] for name, why in failures.items()]
    return Table(title, ("", "calls", "spread", "of bare, same decode"), rows)

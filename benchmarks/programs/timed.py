"""Times statements inside a process of its own: ``timed.py REQUEST``; prints one line of JSON.

The request is a Python literal, (setup, statement, number, seconds): `setup` runs before the clock starts; `statement`
is run `number` times, or, for 0, as often as takes about `seconds`. Nothing is imported here that Python has not loaded
at its start, because imports are among the things that are measured.
"""

import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def main(request: str) -> None:
    """Measure."""
    # Not JSON, because the json module would be loaded before the measurement.
    setup, statement, number, seconds = eval(request)
    names: dict[str, Any] = {"__name__": "measured"}
    exec(compile(setup, "setup", "exec"), names)
    code = compile(statement, "statement", "exec")
    before = set(sys.modules)
    clock = time.perf_counter
    started = clock()
    exec(code, names)
    first = clock() - started
    # In this order: to read the memory loads a codec.
    modules = len(set(sys.modules) - before)
    resident = _resident()
    loop = {**names}
    exec(compile("def measured_loop(number):\n for _ in range(number):\n" + _indented(statement), "loop", "exec"), loop)
    taken = 0.0
    done = 0
    if number == 0:
        # Warm up, and see how many of them make a good measurement.
        number, taken = 1, 0.0
        while taken < seconds / 4:
            number *= 2
            started = clock()
            loop["measured_loop"](number)
            taken = clock() - started
        number = max(1, int(number * seconds / taken))
        started = clock()
        loop["measured_loop"](number)
        taken, done = clock() - started, number
    elif number > 1:
        started = clock()
        loop["measured_loop"](number - 1)
        taken, done = clock() - started, number - 1
    each = taken / done if done else first
    print(f'{{"first": {first}, "each": {each}, "modules": {modules}, "mebibytes": {resident}}}')


def _indented(statement: str) -> str:
    return "\n".join("  " + line for line in statement.splitlines())


def _resident() -> float:
    """Return the memory that is resident now, in MiB; -1 where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii") as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return -1


main(sys.argv[1])

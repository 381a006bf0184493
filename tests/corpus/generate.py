"""A program: generate of one document within limits, and print what came of it as JSON.

Run it as ``python -m tests.corpus.generate DOCUMENT OUTPUT SECONDS MEMORY``: seconds of processor time and bytes of
address space, ``0`` for no limit. It always exits with 0; what went wrong is in ``cause``.
"""

from __future__ import annotations

import json
import signal
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

from sdksmith import pipeline
from sdksmith.config import Config
from sdksmith.diagnostics import Failure, Severity


class OutOfTimeError(Exception):
    """The limit of processor time was reached."""


def main(document: str, output: str, seconds: int, memory: int) -> dict[str, Any]:
    """Generate, and say what came of it; never raises for what a document can bring about."""
    _limit(seconds, memory)
    result: dict[str, Any] = {}
    try:
        started = time.process_time()
        (outcome,) = pipeline.generate(document, Config(), outputs={"python": Path(output)}).targets
        result["seconds"] = time.process_time() - started
        result.update(operations=outcome.operations, types=outcome.types, files=outcome.files)
        # Read a second time, because what generates keeps no ledger.
        inspection = pipeline.inspect(document, Config(), targets=("python",))
        degraded = Counter(f"{entry.kind} {entry.name}" for entry in inspection.ledger.degraded() if _is_keyword(entry))
        others = Counter(entry.kind for entry in inspection.ledger.degraded() if not _is_keyword(entry))
        result["degraded"] = dict(degraded + others)
        result["unaccounted"] = sorted({keyword for _, keyword in inspection.ledger.unaccounted})
        result["cause"] = ""
    except Failure as failure:
        first = next(found for found in failure.diagnostics if found.severity is Severity.ERROR)
        result["cause"] = f"refused: {first.code}"
        result["detail"] = first.message
    except OutOfTimeError:
        result["cause"] = f"more than {seconds} s of processor time"
    except MemoryError:
        result["cause"] = f"more than {memory >> 20} MiB"
    except Exception as error:  # noqa: BLE001 - the bug that is looked for
        place = traceback.extract_tb(error.__traceback__)[-1]
        result["cause"] = f"bug: {type(error).__name__} in {place.name} of {Path(place.filename).name}"
        result["detail"] = str(error)[:300]
    return result


def _is_keyword(entry: Any) -> bool:
    # Other entries have the names of what the document declares.
    from sdksmith.parser.keywords import HANDLED

    return entry.kind in HANDLED and entry.name.partition(" ")[0] != "below"


def _limit(seconds: int, memory: int) -> None:
    import resource

    def expire(signum: int, frame: Any) -> None:
        raise OutOfTimeError

    if seconds:
        signal.signal(signal.SIGXCPU, expire)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 10))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))

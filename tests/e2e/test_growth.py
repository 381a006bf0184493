"""What a run does grows with the document as the document does: counted in executed lines, since clocks tell of the machine."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from benchmarks.synthetic import document

import sdksmith
from sdksmith.config import to_config
from sdksmith.pipeline import generate
from sdksmith.targets.registry import options_of

#: Wherever the checkout lies, and whatever its folder is called: no line of a library counts.
PROGRAM = str(Path(sdksmith.__file__).parent) + os.sep


def executed_lines(schemas: int, folder: Path) -> int:
    """Return how many lines of ours a run takes for a synthetic document."""
    source = folder / f"{schemas}.json"
    source.write_text(json.dumps(document(schemas)), encoding="utf-8")
    config = to_config({"targets": {"python": {"package": "synthetic"}}}, options_of)
    lines = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal lines
        if not frame.f_code.co_filename.startswith(PROGRAM):
            return None
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        generate(str(source), config, outputs={"python": folder / str(schemas)})
    finally:
        sys.settrace(before)
    return lines


def test_a_document_of_four_times_the_size_takes_four_times_the_work(tmp_path: Path) -> None:
    # What is worked out once for each program, such as templates.
    executed_lines(50, tmp_path)

    small, large = executed_lines(400, tmp_path), executed_lines(1600, tmp_path)

    # A pass over all types for each module is 4.2 already, since most lines have nothing to do with it.
    assert large / small == pytest.approx(4, rel=0.03)

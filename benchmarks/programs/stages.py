"""Generates once, and prints the seconds of each stage as JSON: ``stages.py DOCUMENT CONFIG OUTPUT``."""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

STARTED = time.perf_counter()


class Stages:
    """Notes when each stage begins."""

    def __init__(self) -> None:
        self.begun: list[tuple[str, float]] = []

    def stage(self, name: str, total: int | None = None) -> None:
        """Note a stage."""
        # Without the name of the target, of which there is one here.
        self.begun.append((name.partition(" ")[0], time.perf_counter()))

    def advance(self) -> None:
        """Ignore a step."""


def main(document: str, config: str, output: str) -> None:
    """Generate."""
    # As the command does it.
    gc.disable()
    from sdksmith import pipeline
    from sdksmith.project import open_project

    project = open_project(document, Path(config), ("exclude_lifecycle=[]",))
    stages = Stages()
    pipeline.generate(project.source, project.config, outputs={"python": Path(output)}, progress=stages)
    ends = [*(begun for _, begun in stages.begun[1:]), time.perf_counter()]
    found = {"imports, configuration": stages.begun[0][1] - STARTED}
    for (name, begun), end in zip(stages.begun, ends, strict=True):
        found[name] = found.get(name, 0.0) + end - begun
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])

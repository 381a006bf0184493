"""What a person reads who made a small mistake, or whose document says more than a library can."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.support import sdksmith

HEAD = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\n"


def tuples(count: int) -> str:
    """A document in which so many schemas are only partly supported."""
    lines = [
        f"    T{number}: {{type: array, prefixItems: [{{type: string}}, {{type: integer}}]}}\n"
        for number in range(count)
    ]
    return HEAD + "components:\n  schemas:\n" + "".join(lines)


@pytest.mark.parametrize(
    ("count", "first", "shown", "last"),
    [
        (1, "1 part of the document is only partly supported:", 1, "a tuple is typed as a list"),
        (10, "10 parts of the document are only partly supported:", 10, "a tuple is typed as a list"),
        (13, "13 parts of the document are only partly supported:", 10, "  ... and 3 more: see sdksmith inspect"),
    ],
)
def test_what_is_only_partly_supported_is_named(count: int, first: str, shown: int, last: str, tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(tuples(count))

    inspected = sdksmith("inspect", "api.yaml", "--only", "degraded", cwd=tmp_path).stdout.splitlines()
    assert inspected[0] == f"Only partly supported: {count}"
    assert len(inspected) == count + 1
    for _ in range(2):
        # The second run is taken from the first.
        lines = sdksmith("generate", "api.yaml", cwd=tmp_path, environment={"SDKSMITH_CACHE_DIR": str(tmp_path / "c")})
        found = [line for line in lines.stdout.splitlines() if not line.startswith("next: ")]
        assert first in found
        assert sum(line.startswith("  api.yaml:") for line in found) == shown
        assert "  api.yaml:6:23: 'prefixItems' (schema): a tuple is typed as a list" in lines.stdout
        assert last in found[-1]
        # One place and one reason, whoever says it.
        assert all(line in lines.stdout for line in inspected[1 : shown + 1])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["."], 2, ["this is a folder, not a document", "the folder holds api.yaml"]),
        (["empty"], 2, ["this is a folder, not a document", "name the document, a file in JSON or YAML"]),
        (["apy.yaml"], 2, ["the file does not exist", "did you mean 'api.yaml'?"]),
        (["none/api.yaml"], 2, ["the file does not exist", "there is no folder 'none' either"]),
        (["api.yaml", "--output", "file"], 3, ["the output folder is a file", "move the file away"]),
        (["api.yaml", "--set", "targets.python.output=file"], 3, ["the output folder is a file"]),
        (["api.yaml", "--config", "empty"], 3, ["the config file is a folder", "such as sdksmith.toml"]),
    ],
)
def test_a_folder_and_a_file_are_told_apart(arguments: list[str], code: int, said: list[str], tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(HEAD)
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").mkdir()

    process = sdksmith("generate", *arguments, cwd=tmp_path)

    assert process.returncode == code
    for text in said:
        assert text in process.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["api.yaml", "empty", "file"]
    assert (tmp_path / "file").read_text() == "mine"

"""`sdksmith release` writes the changelog, the page for those who migrate, and the version."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.changes.cases import GET, ITEM, NEW
from tests.changes.support import git, run, written

from sdksmith.changes.versions import next_version
from sdksmith.config import VersioningConfig
from sdksmith.surface import Bump

CONFIG = """\
spec = "api.json"

[targets.go]
version = "3.0.0"

[targets.python]  # the library
package = "shop"
version = "1.2.3"  # set by release
client = "Shop"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    written(tmp_path / "api.json")
    (tmp_path / "sdksmith.toml").write_text(CONFIG, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    written(tmp_path / "api.json", [((*ITEM, "at", "format"), "date-time")])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_release_is_written_before_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changelog = folder / "CHANGELOG.md"
    changelog.write_text(
        "# Changelog\n\nAll of it.\n\n## [Unreleased]\n\n- mine\n\n## 1.2.3\n\n- first\n", encoding="utf-8"
    )

    assert run("release", capsys=capsys) == (
        0,
        "wrote CHANGELOG.md\nwrote migrating/2.0.0.md\nwrote sdksmith.toml\n"
        "1.2.3 -> 2.0.0: breaking; next: sdksmith generate\n",
        "",
    )

    section = "## 2.0.0\n\n### Breaking\n\n- type changed (silent, types, run): `Item.at`\n  - before: `value: str | None = item.at`\n  - after: `value: datetime | None = item.at`\n"
    assert changelog.read_text(encoding="utf-8") == (
        f"# Changelog\n\nAll of it.\n\n## [Unreleased]\n\n- mine\n\n{section}\n## 1.2.3\n\n- first\n"
    )
    assert (folder / "sdksmith.toml").read_text(encoding="utf-8") == CONFIG.replace('"1.2.3"', '"2.0.0"')
    page = (folder / "migrating" / "2.0.0.md").read_text(encoding="utf-8")
    assert page == (
        "# Migrating to 2.0.0\n\nType checkers do not tell of everything below: what is marked as silent passes them, and does "
        "something else.\n\n## Type changed: `Item.at`\n\nWhat breaks: silent, types, run.\n\n- `Item.at`\n\n"
        "- before: `value: str | None = item.at`\n- after: `value: datetime | None = item.at`\n"
    )


def test_the_generated_library_has_the_version(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("release", "--version", "2.0.0rc1", capsys=capsys)
    assert run("generate", "--target", "python", "--no-cache", capsys=capsys)[0] == 0
    assert 'version = "2.0.0rc1"' in (folder / "generated" / "python" / "pyproject.toml").read_text(encoding="utf-8")
    assert (folder / "CHANGELOG.md").read_text(encoding="utf-8").startswith("# Changelog\n\n## 2.0.0rc1\n")


@pytest.mark.parametrize(
    ("config", "arguments", "said"),
    [
        (None, (), "a release sets the version in the config"),
        (f'targets.python.version = "1.2.3"\n{CONFIG.partition("[targets.python]")[0]}', (), "can't be set"),
        (CONFIG.replace("1.2.3", "1.2"), (), "'1.2' is not of three numbers"),
        (CONFIG, ("--version", "a b"), "'a b' is no version"),
        (CONFIG, ("--version", "1.0"), "has a section '1.0' already"),
    ],
)
def test_a_release_that_cannot_be_made_writes_nothing(
    config: str | None, arguments: tuple[str, ...], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "CHANGELOG.md").write_text("# Changelog\n\n## 1.0\n", encoding="utf-8")
    if config is None:
        (folder / "sdksmith.toml").unlink()
        arguments = ("git:HEAD:api.json", "api.json")
    else:
        (folder / "sdksmith.toml").write_text(config, encoding="utf-8")

    code, out, err = run("release", *arguments, capsys=capsys)

    assert (code, out) == (2, "")
    assert "error[no-release]" in err
    assert said in err
    assert not (folder / "migrating").exists()
    assert (folder / "CHANGELOG.md").read_text(encoding="utf-8") == "# Changelog\n\n## 1.0\n"


@pytest.mark.parametrize(
    ("version", "bump", "breaking", "following"),
    [
        ("1.2.3", "breaking", "major", "2.0.0"),
        ("1.2.3", "breaking", "minor", "1.3.0"),
        ("0.2.3", "breaking", "major", "0.3.0"),
        ("1.2.3", "minor", "major", "1.3.0"),
        ("1.2.3", "patch", "major", "1.2.4"),
        ("1.2.3", None, "major", "1.2.3"),
    ],
)
def test_the_version_follows_from_what_changed(version: str, bump: Bump | None, breaking: str, following: str) -> None:
    versioning = VersioningConfig(breaking="major" if breaking == "major" else "minor")
    assert next_version(version, bump, versioning) == following


def test_a_release_of_additions_has_no_breaking_section(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder / "api.json", [((*NEW, "more"), {"type": "string"}), ((*GET, "deprecated"), True)])
    assert run("release", capsys=capsys)[0] == 0
    assert "Nothing has to be changed." in (folder / "migrating" / "1.3.0.md").read_text(encoding="utf-8")
    assert "Breaking" not in (folder / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("config", "changed"),
    [
        (
            CONFIG.replace('version = "1.2.3"  # set by release\n', ""),
            CONFIG.replace('version = "1.2.3"  # set by release\n', "").replace(
                "# the library\n", '# the library\nversion = "0.1.0"\n'
            ),
        ),
        ('spec = "api.json"\n', 'spec = "api.json"\n\n[targets.python]\nversion = "0.1.0"\n'),
    ],
)
def test_a_first_release_puts_the_version_where_it_belongs(
    config: str, changed: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sdksmith.toml").write_text(config, encoding="utf-8")
    assert run("release", capsys=capsys)[0] == 0
    assert (folder / "sdksmith.toml").read_text(encoding="utf-8") == changed

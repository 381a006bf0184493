"""The text that an edit began with is found in a repository, and needs no history once it is committed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.edits.library import BASE, CLIENT, add_method, begin, commit, git, reword, sdksmith, update


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git(folder, "init", "--quiet")
    begin(folder)
    commit(folder, "Generate")
    return folder


def is_merged(folder: Path) -> bool:
    """Generate from a newer document, without a cache, and say whether the edit is in what came of it."""
    update(folder)
    assert sdksmith("generate", "-q", "--no-cache") == 0
    text = (folder / CLIENT).read_text(encoding="utf-8")
    return text.count("def dozen") == 1 and "def warm_up" in text


def test_an_edit_that_is_not_committed_began_with_the_last_commit(folder: Path) -> None:
    add_method(folder)
    assert is_merged(folder)


def test_an_edit_that_was_committed_alone_began_with_an_earlier_commit(folder: Path) -> None:
    add_method(folder)
    commit(folder, "Edit")
    reword(folder, "Return twelve", "Return a dozen")
    commit(folder, "Edit again")
    assert is_merged(folder)


def test_what_was_generated_may_be_in_the_index_alone(folder: Path) -> None:
    (folder / "api.yaml").write_text((folder / "api.yaml").read_text("utf-8").replace("Bake a", "Bake my"), "utf-8")
    assert sdksmith("generate", "-q", "--no-cache") == 0
    git(folder, "add", "--all")
    add_method(folder)
    assert is_merged(folder)


def test_what_was_generated_may_be_on_another_branch(folder: Path) -> None:
    git(folder, "checkout", "--quiet", "-b", "side")
    (folder / "api.yaml").write_text((folder / "api.yaml").read_text("utf-8").replace("Bake a", "Bake my"), "utf-8")
    assert sdksmith("generate", "-q", "--no-cache") == 0
    commit(folder, "Generate again")
    add_method(folder)
    git(folder, "checkout", "--quiet", "-b", "edited")
    commit(folder, "Edit")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--squash", "edited")
    git(folder, "commit", "--quiet", "-m", "Generate and edit, as one")
    assert is_merged(folder)


def squashed(folder: Path) -> None:
    """Bring a branch with an edit into the main one, as one commit, and forget the branch."""
    git(folder, "checkout", "--quiet", "-b", "side")
    add_method(folder)
    assert sdksmith("generate", "-q", "--no-cache") == 0
    commit(folder, "Edit, with what was generated")
    reword(folder, "Return twelve", "Return a dozen")
    commit(folder, "Edit again")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--squash", "side")
    git(folder, "commit", "--quiet", "-m", "Edit")
    git(folder, "branch", "--quiet", "-D", "side")


def rebased(folder: Path) -> None:
    """Put an edit on top of another commit."""
    git(folder, "checkout", "--quiet", "-b", "side")
    add_method(folder)
    assert sdksmith("edits", "adopt") == 0
    commit(folder, "Edit")
    git(folder, "checkout", "--quiet", "main")
    (folder / "notes.txt").write_text("more\n", encoding="utf-8")
    commit(folder, "Note")
    git(folder, "checkout", "--quiet", "side")
    git(folder, "rebase", "--quiet", "main")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--ff-only", "side")


@pytest.mark.parametrize("way", [squashed, rebased], ids=lambda way: way.__name__)
def test_a_clone_without_history_keeps_edits(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Callable[[Path], None]
) -> None:
    way(folder)
    git(tmp_path, "clone", "--quiet", "--depth", "1", folder.as_uri(), "clone")
    clone = tmp_path / "clone"
    monkeypatch.chdir(clone)
    assert git(clone, "rev-list", "--count", "HEAD").strip() == "1"
    assert (clone / BASE).exists()
    assert sdksmith("generate", "--check", "-q", "--no-cache") == 0
    assert is_merged(clone)


def test_a_clone_without_history_says_what_it_lacks(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_method(folder)
    commit(folder, "Edit, without what was generated")
    git(tmp_path, "clone", "--quiet", "--depth", "1", folder.as_uri(), "clone")
    monkeypatch.chdir(tmp_path / "clone")
    assert sdksmith("generate", "--no-cache") == 3
    said = capsys.readouterr().err
    assert f"{CLIENT}: error[no-base]" in said and "fetch the whole history" in said
    git(tmp_path / "clone", "fetch", "--quiet", "--unshallow")
    assert sdksmith("generate", "-q", "--no-cache") == 0


def test_two_branches_with_edits_go_together(folder: Path) -> None:
    add_method(folder)
    assert sdksmith("generate", "-q", "--no-cache") == 0
    commit(folder, "Edit")
    git(folder, "checkout", "--quiet", "-b", "side")
    update(folder)
    assert sdksmith("generate", "-q", "--no-cache") == 0
    commit(folder, "Generate on a branch")
    git(folder, "checkout", "--quiet", "main")
    reword(folder, "Return twelve", "Return a dozen")
    commit(folder, "Edit again")
    git(folder, "merge", "--quiet", "--no-edit", "side")
    text = (folder / CLIENT).read_text(encoding="utf-8")
    assert "Return a dozen" in text and "def warm_up" in text
    assert sdksmith("generate", "--check", "-q", "--no-cache") == 0


def test_outside_of_a_repository_there_is_no_history(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_method(folder)
    shutil.rmtree(folder / ".git")
    assert sdksmith("generate", "--no-cache") == 3
    assert "error[no-base]" in capsys.readouterr().err

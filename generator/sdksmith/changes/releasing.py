"""A release: a section of the changelog, a page for those who migrate, and the version in the configuration."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sdksmith.changes.changelog import Usages, changelog_lines, migration_lines, with_section
from sdksmith.changes.entries import Entry
from sdksmith.changes.versions import next_version
from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics, Failure, Location
from sdksmith.surface import Bump

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+!_-]*")


@dataclass(frozen=True)
class Release:
    """Files of a release, not yet written.

    Attributes
    ----------
    before, version
        The last version, and the new one.
    texts
        File -> its new text.
    """

    before: str
    version: str
    texts: Mapping[Path, str]

    def write(self) -> Iterator[str]:
        """Write the files, and yield their names.

        Raises
        ------
        OSError
            One can't be written.
        """
        for file, text in self.texts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
            yield file.as_posix()


def prepare(
    entries: Sequence[Entry],
    bump: Bump | None,
    config: Config,
    target: str,
    file: Path,
    version: str | None,
    usage: Usages,
) -> Release:
    """Work out a release.

    Parameters
    ----------
    file
        The config file; the others are beside it.
    version
        Of the release, where it does not follow from the changes.
    usage
        Gives code of users before and after.

    Raises
    ------
    Failure
        There is no config file with a version, or the next one can't be told, or there is such a release already.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise _failure(
            f"{file}: {error.strerror}", "a release sets the version in the config: sdksmith init"
        ) from error
    before = str(getattr(config.targets.get(target), "version", "") or "0.0.0")
    try:
        chosen = version or next_version(before, bump, config.versioning)
        if not _VERSION.fullmatch(chosen):
            raise ValueError(f"{chosen!r} is no version")
        changed = _with_version(text, target, chosen)
        changelog = file.parent / "CHANGELOG.md"
        old = changelog.read_text(encoding="utf-8") if changelog.exists() else ""
        texts = {changelog: with_section(old, changelog_lines(entries, chosen, usage))}
    except ValueError as error:
        raise _failure(str(error), "name a version with --version, or set it in the config") from error
    texts[file.parent / "migrating" / f"{chosen}.md"] = "\n".join(migration_lines(entries, chosen, usage)) + "\n"
    texts[file] = changed
    return Release(before, chosen, texts)


def _with_version(text: str, target: str, version: str) -> str:
    """Return the config file with another version of a target; all else is as it was.

    Raises
    ------
    ValueError
        It is written in a way that can't be changed line by line.
    """
    setting = f'version = "{version}"'
    table = re.search(rf"^[ \t]*\[targets\.{target}\][^\n]*\n?(?:(?![ \t]*\[)[^\n]*\n?)*", text, re.MULTILINE)
    if table is None:
        changed = f"{text.rstrip()}\n\n[targets.{target}]\n{setting}\n"
    elif line := re.search(r"^([ \t]*)version[ \t]*=[ \t]*([\"'])[^\"'\n]*\2", table[0], re.MULTILINE):
        start, end = table.start() + line.start(), table.start() + line.end()
        changed = f"{text[:start]}{line[1]}{setting}{text[end:]}"
    else:
        head, _, rest = table[0].partition("\n")
        changed = f"{text[: table.start()]}{head}\n{setting}\n{rest}{text[table.end() :]}"
    try:
        read: dict[str, Any] = tomllib.loads(changed)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"the version of [targets.{target}] can't be set: {error}") from error
    if read["targets"][target]["version"] != version:
        raise ValueError(f"the version of [targets.{target}] can't be set")
    return changed


def _failure(message: str, hint: str) -> Failure:
    diagnostics = Diagnostics()
    diagnostics.error("no-release", message, location=Location("<command line>"), hint=hint)
    return Failure(diagnostics)

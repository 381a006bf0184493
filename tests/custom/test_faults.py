"""What does not fit is told before anything is written: in the config, or in the line of the code."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.custom.project import CONFIG, CONFIG_OF_ROOTS, DOCUMENT, MODULES, begin, sdksmith, write_module


@dataclass(frozen=True)
class Fault:
    """What is wrong, and what is said of it.

    Attributes
    ----------
    place
        A file, and what stands there first that is shown.
    modules
        Those that differ; ``None`` for one that is missing.
    config
        What is replaced in it, and by what.
    """

    place: str
    code: str
    message: str
    hint: str
    modules: dict[str, str | None] = field(default_factory=dict[str, "str | None"])
    config: tuple[str, str] = ("", "")
    document: tuple[str, str] = ("", "")
    start: str = CONFIG

    def __str__(self) -> str:
        return f"{self.code} {self.place}"


def changed(module: str, before: str, after: str) -> dict[str, str | None]:
    """Return a module in which something else stands."""
    assert before in MODULES[module]
    return {module: MODULES[module].replace(before, after)}


FAULTS = [
    Fault("sdksmith.toml@folder =", "custom-folder", "no folder mine", "relative", config=('"custom"', '"mine"')),
    Fault("sdksmith.toml@folder =", "custom-folder", "package of Python", "name", config=('"custom"', '"."')),
    Fault(
        "sdksmith.toml@[targets.python.custom]",
        "custom-folder",
        "no `folder`",
        'folder = "custom"',
        config=('folder = "custom"', ""),
    ),
    Fault(
        "sdksmith.toml@folder =",
        "custom-folder",
        "acme.bakery needs the name 'custom'",
        "another name",
        document=("tags: [loaves]", "tags: [custom]"),
    ),
    Fault("sdksmith.toml@clients =", "custom-missing", "no module 'loafs'", "'loaves'", config=('"loaves:', '"loafs:')),
    Fault(
        "sdksmith.toml@clients =",
        "custom-missing",
        "no class 'LoafClient'",
        "'LoavesClient'",
        config=(":Loaves", ":Loaf"),
    ),
    Fault(
        "sdksmith.toml@clients =",
        "custom-missing",
        "custom/loaves.py has no class 'AsyncLoavesClient'",
        "it takes the place of AsyncLoavesClient",
        modules=changed("loaves.py", "class AsyncLoavesClient", "class Other"),
    ),
    Fault(
        "sdksmith.toml@clients =", "custom-unknown", "no group 'loavse'", "'loaves'", config=("{ loaves", "{ loavse")
    ),
    Fault("sdksmith.toml@types =", "custom-unknown", "no model 'Loav'", "'Loaf'", config=("{ Loaf", "{ Loav")),
    Fault(
        "sdksmith.toml@types =",
        "custom-missing",
        "no class 'LoafExtra'",
        "'LoafExtras'",
        config=("LoafExtras", "LoafExtra"),
    ),
    Fault("sdksmith.toml@model_base =", "custom-missing", "no class 'Bass'", "'Base'", config=(":Base", ":Bass")),
    Fault("sdksmith.toml@exports =", "custom-missing", "no 'chunk'", "'chunked'", config=(":chunked", ":chunk")),
    Fault(
        "sdksmith.toml@exports =",
        "custom-name",
        "'Loaf' is exported already, from acme.bakery",
        "another name",
        modules={"helpers.py": "LIMIT = 1\nLoaf = 2\n"},
        config=(":chunked", ":Loaf"),
    ),
    Fault(
        "sdksmith.toml@types =",
        "custom-name",
        "types of the package need the name 'Box'",
        "another",
        modules=changed("models.py", "class LoafExtras", "class Box"),
        config=("LoafExtras", "Box"),
    ),
    Fault(
        "custom/loaves.py@class LoavesClient",
        "custom-class",
        "LoavesClient is not derived from the generated LoavesClient",
        "from ..loaves.client import LoavesClient as GeneratedLoavesClient",
        modules=changed("loaves.py", "(Generated)", ""),
    ),
    Fault(
        "custom/deep/slices.py@class AsyncSlices",
        "custom-class",
        "AsyncSlices is not derived from the generated AsyncSlicesClient",
        "from ...loaves.slices.client import AsyncSlicesClient",
        modules=changed("deep/slices.py", "client.AsyncSlicesClient", "client.SlicesClient"),
    ),
    Fault(
        "custom/loaves.py@from ..types",
        "custom-import",
        "acme.bakery.types has no 'Loav'",
        "'Loaf'",
        modules=changed("loaves.py", "import Loaf\n", "import Loav\n"),
    ),
    Fault(
        "custom/loaves.py@from ..loave.client",
        "custom-import",
        "there is no module acme.bakery.loave.client",
        "'acme.bakery.loaves.client'",
        modules=changed("loaves.py", "..loaves.client import LoavesClient", "..loave.client import LoavesClient"),
    ),
    Fault(
        "custom/helpers.py@from .models",
        "custom-import",
        "acme.bakery.custom.models has no 'Bases'",
        "'Base'",
        modules=changed("helpers.py", '"""Yield', 'from .models import Bases\n            """Yield'),
    ),
    Fault(
        "custom/loaves.py@def list_loaves",
        "custom-override",
        "'list_loaves' takes the place of what is generated",
        "@override",
        modules=changed("loaves.py", "def first(self, *", "def list_loaves(self, *"),
    ),
    Fault(
        "custom/models.py@def grain(self: _Baked",
        "custom-override",
        "the model has a field 'grain'",
        "another name",
        modules=changed("models.py", "def is_dark(", "def grain("),
    ),
    Fault(
        "custom/models.py@def model_dump",
        "custom-override",
        "'model_dump' takes the place",
        "@override",
        modules=changed("models.py", "def kind(", "def model_dump("),
    ),
    Fault(
        "custom/helpers.py@(:", "custom-source", "no Python", "mend", modules={"helpers.py": "LIMIT = 1\nclass (:\n"}
    ),
    Fault(
        "sdksmith.toml@clients =",
        "custom-name",
        "a class that takes the place of Bakery has to be called so too, not 'Shop'",
        "users construct Bakery",
        modules=changed("root.py", "Bakery(", "Shop("),
        config=("root:Bakery", "root:Shop"),
        start=CONFIG_OF_ROOTS,
    ),
    Fault(
        "sdksmith.toml@clients =",
        "custom-import",
        "the generated Tokens is derived from Bakery, which is in the module that imports it",
        "modules of their own",
        modules={"root.py": MODULES["root.py"] + MODULES["tokens.py"]},
        config=("tokens:Tokens", "root:Tokens"),
        start=CONFIG_OF_ROOTS,
    ),
]


def placed(folder: Path, place: str) -> str:
    """Return ``file@text`` as ``file:line:column``."""
    file, _, text = place.partition("@")
    content = (folder / file).read_text(encoding="utf-8")
    before = content[: content.index(text)]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_has_its_place_and_a_way_out(
    fault: Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert fault.config[0] in fault.start and fault.document[0] in DOCUMENT
    begin(tmp_path, fault.start.replace(*fault.config) if fault.config[0] else fault.start)
    for name, text in fault.modules.items():
        assert text is not None
        write_module(tmp_path, name, text)
    if fault.document[0]:
        (tmp_path / "api.yaml").write_text(DOCUMENT.replace(*fault.document), encoding="utf-8")

    assert sdksmith("generate") == 3
    said = capsys.readouterr().err
    found = re.search(
        rf"^{re.escape(placed(tmp_path, fault.place))}: error\[{fault.code}\]: (.*)\n(?: .*\n)*?  hint: (.*)$",
        said,
        re.MULTILINE,
    )
    assert found is not None, said
    assert fault.message in found[1] and fault.hint in found[2], said
    assert "Traceback" not in said and not (tmp_path / "out").exists()
    if fault.place.startswith("custom/"):
        assert re.search(r"^  sdksmith.toml:\d+:1: it is named here$", said, re.MULTILINE), said


def test_what_the_document_has_no_more_is_told_at_the_line_that_needs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    begin(tmp_path)
    assert sdksmith("generate", "-q") == 0
    before = {file: file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()}

    gone = DOCUMENT.replace("tags: [loaves]", "tags: [breads]").replace("Loaf", "Bread")
    (tmp_path / "api.yaml").write_text(gone, encoding="utf-8")
    assert sdksmith("generate", "-q") == 3
    said = capsys.readouterr().err
    for place, code in (
        ("sdksmith.toml@types =", "custom-unknown"),
        ("custom/loaves.py@from ..types", "custom-import"),
    ):
        assert f"{placed(tmp_path, place)}: error[{code}]" in said, said
    assert before == {file: file.read_bytes() for file in (tmp_path / "out").rglob("*") if file.is_file()}


def test_a_file_that_is_no_text_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    begin(tmp_path)
    (tmp_path / "custom" / "logo.png").write_bytes(b"\x89PNG\xff")
    assert sdksmith("generate") == 3
    assert "custom/logo.png: error[custom-source]: the file can't be copied" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (
            'targets.python.custom.clients={pets="pets"}',
            "a table of groups, each with a module of the folder and a name",
        ),
        ('targets.python.custom.exports=["a b"]', "a list of modules of the folder"),
        ('targets.python.custom.headers={"X Y"="1"}', "a table of headers"),
        ('targets.python.custom.headers={X="1\\n2"}', "a table of headers"),
        ("targets.python.custom.client={}", "did you mean `clients`?"),
    ],
)
def test_values_of_another_form_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], setting: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    begin(tmp_path)
    assert sdksmith("generate", "--set", setting) == 3
    assert said in capsys.readouterr().err

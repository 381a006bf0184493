"""mypy and pyright check the keys and values of dicts that stand for models, and find nothing in dicts that are right."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.functional.support import write_package
from tests.functional.test_plain_dicts import SHOP
from tests.mypy_cache import mypy_cache

#: A line that ends in ``# wrong`` must be reported, and no other.
PROGRAM = f"""
import asyncio
from datetime import datetime
from typing import Any, List, Union

from {SHOP.package} import (
    OMIT, Api, AsyncApi, Circle, CircleDict, Label, LabelAsDict, Payment_CardDict, Shape, ShapeDict, Square, Toy, ToyDict,
)

client = Api(base_url="http://127.0.0.1:9")
label: LabelAsDict = {{"text": "a", "from": "b", "printed-at": datetime.now()}}
toy: ToyDict = {{"name": "bear", "labels": [label, Label(text="b"), {{"text": "c"}}], "note": None, "size": "brand-new"}}


def right(shape: Shape, either: Union[Toy, ToyDict], circles: List[Circle], dicts: List[ToyDict], late: datetime) -> None:
    client.toys.create(toy=toy, shape="dot")
    client.toys.create(toy=Toy(id="1", name="n", labels=[], note=None), shape=shape)
    client.toys.create(toy=either, shape={{"radius": 1.5}}, maybe=None, payment={{"kind": "cash", "coins": 3}})
    client.toys.create(toy={{**toy, "parts": {{"head": toy}}, "parent": either, "madeAt": late}}, shape=CircleDict(radius=1))
    client.toys.create(
        toy={{"name": "bear", "labels": [], "note": "n", "size": OMIT, "parent": {{"name": "x", "labels": [], "note": None}}}},
        shape=Square(side=1),
        shadows={{"str": 1, "Toy": "t", "__hidden": "h", "text": "t"}},
        translations={{"default": "a", "de": {{"text": "x"}}}},
        anything={{"whatever": 1}},
        box={{"width": 3}},
        tree={{"radius": 1}},
        renamed={{"name": 1}},
        other={{"label": label}},
    )
    client.toys.put_all(request=dicts)
    client.toys.put_all(request=[toy, {{"name": "n", "labels": [], "note": None}}])
    client.toys.put_map(request={{"a": {{"text": "a"}}, "b": Label(text="b")}})
    client.toys.pay(request={{"kind": "card", "number": "1"}})
    client.toys.draw(request=circles)
    client.toys.draw(request=[{{"radius": 1}}, "dot", Square(side=1)])
    client.toys.form(request={{"side": 1}})
    client.toys.upload(picture=b"", label={{"text": "a"}}, labels=[label, Label(text="b")])
    client.toys.find(like={{"radius": 1}}, also={{"text": "t"}}, flat=Square(side=1))


def wrong() -> None:
    client.toys.create(toy={{"name": "n", "labels": []}}, shape="dot")  # wrong
    client.toys.create(toy={{"name": 1, "labels": [], "note": None}}, shape="dot")  # wrong
    client.toys.create(toy={{"name": "n", "labels": [], "note": None, "made_at": datetime.now()}}, shape="dot")  # wrong
    client.toys.create(toy={{"name": "n", "labels": [{{"txt": "t"}}], "note": None}}, shape="dot")  # wrong
    client.toys.create(toy={{"name": "n", "labels": [], "note": None, "size": None, "parts": 1}}, shape="dot")  # wrong
    client.toys.create(toy={{"name": None, "labels": [], "note": None}}, shape="dot")  # wrong
    client.toys.create(toy=toy, shape={{"radius": "wide"}})  # wrong
    client.toys.create(toy=toy, shape={{"corners": 3}})  # wrong
    client.toys.create(toy=toy, shape="dot", payment={{"kind": "card"}})  # wrong
    client.toys.create(toy=toy, shape="dot", payment={{"kind": "cheque", "number": "1"}})  # wrong
    client.toys.create(toy=toy, shape="dot", box={{}})  # wrong
    client.toys.create(toy=toy, shape="dot", renamed={{"name": "text"}})  # wrong
    client.toys.put_all(request=[{{"name": "n"}}])  # wrong
    client.toys.put_map(request={{"a": {{"text": 1}}}})  # wrong
    client.toys.pay(request={{"number": "1"}})  # wrong
    client.toys.draw(request=[{{"side": "x"}}])  # wrong
    client.toys.form(request={{"edge": 1}})  # wrong
    client.toys.upload(picture=b"", label={{}})  # wrong
    client.toys.find(like={{"radius": "1"}})  # wrong
    key: LabelAsDict = {{"text": "a", "print": "x"}}  # wrong
    card: Payment_CardDict = {{"kind": "cash", "number": "1"}}  # wrong
    drawn: ShapeDict = {{"radius": None}}  # wrong
    print(key, card, drawn, label["colour"])  # wrong


async def awaited() -> None:
    async with AsyncApi(base_url="http://127.0.0.1:9") as client:
        await client.toys.create(toy=toy, shape={{"side": 1}})
        await client.toys.create(toy={{"name": "n"}}, shape={{"side": 1}})  # wrong


if __name__ == "__main__":
    anything: Any = None
    right(anything, anything, anything, anything, anything)
    wrong()
    asyncio.run(awaited())
"""

WRONG = {number for number, line in enumerate(PROGRAM.splitlines(), 1) if line.endswith("# wrong")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, and the program beside it."""
    folder = tmp_path_factory.mktemp("checked")
    write_package(SHOP, folder)
    (folder / SHOP.package / "program.py").write_text(PROGRAM, encoding="utf-8")
    return folder / SHOP.package


def _run(*command: str, cwd: Path) -> str:
    done = subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def _compare(found: set[int], text: str) -> None:
    assert len(WRONG) == 24
    assert WRONG - found == set(), f"these lines are wrong and were not reported\n{text}"
    assert found - WRONG == set(), f"these lines are right and were reported\n{text}"


def test_mypy_reports_what_is_wrong_and_nothing_else(folder: Path) -> None:
    text = _run("mypy", "--strict", f"--cache-dir={mypy_cache()}", "--config-file=", "program.py", cwd=folder)
    errors = re.findall(r"^(.*?):(\d+): error:", text, re.MULTILINE)
    assert {file for file, _ in errors} == {"program.py"}, text
    _compare({int(line) for _, line in errors}, text)


def test_pyright_reports_what_is_wrong_and_nothing_else(folder: Path) -> None:
    settings = {"typeCheckingMode": "strict", "include": ["program.py"], "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    text = _run("pyright", "--pythonpath", sys.executable, "--outputjson", cwd=folder)
    errors = json.loads(text[text.index("{") :])["generalDiagnostics"]
    assert {Path(error["file"]).name for error in errors} == {"program.py"}, text
    _compare({error["range"]["start"]["line"] + 1 for error in errors}, text)

"""Code of the user's own takes its place in a Python library, and keeps it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.custom.project import CONFIG, CONFIG_OF_ROOTS, DOCUMENT, MODULES, begin, printed, sdksmith, write_module
from tests.e2e.support import black_complaints, mypy_complaints, pyright_complaints, run_tests


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_class_takes_the_place_of_a_client_and_is_loaded_when_it_is_asked_for(project: Path) -> None:
    begin(project)
    assert sdksmith("generate", "-q") == 0

    shown = printed(
        project,
        """
        import sys
        client = bakery.Bakery(token="t", transport=transport)
        print("acme.bakery.custom" in sys.modules)
        print(type(client.loaves).__module__, client.loaves.first().grain, client.loaves.first(grain="oat").grain)
        print(client.loaves.with_raw_response.list_loaves().data[1].grain)
        client.loaves.slices
        print(type(client.loaves.slices).__mro__[2].__module__)
        """,
    )
    assert shown.splitlines() == [
        "False",
        "acme.bakery.custom.loaves rye oat",
        "oat",
        "acme.bakery.loaves.slices.client",
    ]


def test_the_asynchronous_client_gets_its_own(project: Path) -> None:
    begin(project)
    assert sdksmith("generate", "-q") == 0

    shown = printed(
        project,
        """
        import asyncio
        from acme.bakery.core import AsyncMockTransport

        async def main():
            answers = AsyncMockTransport(MockResponse(json=[{"grain": "rye"}, {"grain": "oat"}]))
            client = bakery.AsyncBakery(token="t", transport=answers)
            print((await client.loaves.first()).grain, len(await client.loaves.list_loaves()))

        asyncio.run(main())
        """,
    )
    assert shown == "rye 1"


def test_models_get_bases(project: Path) -> None:
    begin(project)
    assert sdksmith("generate", "-q") == 0

    shown = printed(
        project,
        """
        client = bakery.Bakery(token="t", transport=transport)
        print([loaf.is_dark() for loaf in client.loaves.list_loaves()])
        print(client.loaves.list_loaves()[0].kind(), bakery.Box(size=1).kind())
        print(client.loaves.list_loaves()[0].model_dump())
        """,
    )
    assert shown.splitlines() == ["[True, False]", "Loaf Box", "{'grain': 'rye'}"]


def test_the_package_exports_more(project: Path) -> None:
    begin(project)
    assert sdksmith("generate", "-q") == 0

    shown = printed(
        project,
        """
        import sys
        print("acme.bakery.custom.helpers" in sys.modules, {"chunked", "LIMIT"} <= {*bakery.__all__} & {*dir(bakery)})
        print(list(bakery.chunked([1, 2, 3], 2)), bakery.LIMIT)
        """,
    )
    assert shown.splitlines() == ["False True", "[[1, 2], [3]] 100"]


def test_headers_are_sent_unless_a_user_gives_others(project: Path) -> None:
    begin(project)
    assert sdksmith("generate", "-q") == 0

    shown = printed(
        project,
        """
        for client in (
            bakery.Bakery(token="t", transport=transport),
            bakery.Bakery(token="t", transport=transport, headers={"x-LIBRARY": "other", "X-More": "1"}),
            bakery.Tokens(token="t", transport=transport),
        ):
            client.loaves.list_loaves()
            sent = transport.requests[-1].headers
            print(sent["x-library"], sent.get("x-more"))
        """,
    )
    assert shown.splitlines() == ["acme-1 None", "other 1", "acme-1 None"]


def test_classes_take_the_place_of_what_users_construct(project: Path) -> None:
    begin(project, CONFIG_OF_ROOTS)
    assert sdksmith("generate", "-q") == 0

    shown = printed(
        project,
        """
        client = bakery.Bakery(token="t", transport=transport, domain="acme.example")
        print(client.count(), transport.requests[-1].headers["x-domain"])
        tokens = bakery.Tokens(token="t", transport=transport)
        print(tokens.whose(), tokens.count(), isinstance(tokens, bakery.Bakery), bakery.Tokens.__module__)
        """,
    )
    assert shown.splitlines() == ["2 acme.example", "mine 2 True acme.bakery.custom.tokens"]


@pytest.mark.parametrize("config", [CONFIG, CONFIG_OF_ROOTS], ids=["groups", "roots"])
def test_checkers_know_it_all(project: Path, tmp_path_factory: pytest.TempPathFactory, config: str) -> None:
    begin(project, config)
    assert sdksmith("generate", "-q") == 0
    use = project / "use.py"
    use.write_text(
        "from acme.bakery import Bakery, Loaf\n"
        + (
            "from acme.bakery import LIMIT, chunked\n\n"
            'client = Bakery(token="t")\n'
            "first = client.loaves.first()\n"
            "dark: bool = first is not None and first.is_dark()\n"
            'parts: list[str] = [str(part) for part in chunked(["a"], LIMIT)]\n'
            'slices: int = client.loaves.slices.twice("1")\n'
            "kind: str = Loaf.kind(first) if first else ''\n"
            if config == CONFIG
            else 'count: int = Bakery(token="t", domain="d").count()\nloaf = Loaf(grain="rye")\n'
        ),
        encoding="utf-8",
    )
    assert mypy_complaints(project / "out", project / "out" / "acme", use) == ""
    wrong = project / "wrong.py"
    wrong.write_text('from acme.bakery import Bakery\n\nBakery(token="t").loaves.second()\n', encoding="utf-8")
    assert "second" in mypy_complaints(project / "out", wrong)
    # What is copied stays as its author laid it out.
    shutil.rmtree(project / "out" / "acme" / "bakery" / "custom")
    assert black_complaints(project / "out" / "acme") == ""


@pytest.mark.slow
def test_pyright_knows_it_too(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    begin(project)
    assert sdksmith("generate", "-q") == 0
    assert pyright_complaints(tmp_path_factory.mktemp("checked"), project / "out") == ""


def test_the_tests_that_a_library_brings_pass(project: Path) -> None:
    begin(project)
    assert sdksmith("generate", "-q") == 0
    process = run_tests(project / "out", project)
    assert process.returncode == 0, process.stdout


def test_the_reference_lists_it(project: Path) -> None:
    begin(project)
    assert sdksmith("generate", "-q") == 0
    text = (project / "out" / "reference.md").read_text(encoding="utf-8")
    assert text.partition("## Beside the API\n\n")[2].splitlines() == [
        "- `client.loaves.first(*, grain=...)`: Return the first loaf.",
        "- `client.loaves.slices.twice(id)`",
        "- `Loaf.is_dark()`: Say whether it is made of rye.",
        "- `Model.kind()`",
        "- `acme.bakery.LIMIT`",
        "- `acme.bakery.chunked(items, size=...)`: Yield parts of a sequence.",
    ]


def test_a_further_run_keeps_it_and_takes_its_changes(project: Path) -> None:
    begin(project)
    assert sdksmith("generate", "-q") == 0
    copy = project / "out" / "acme" / "bakery" / "custom" / "helpers.py"
    before = copy.read_bytes()
    assert before == (project / "custom" / "helpers.py").read_bytes()

    (project / "api.yaml").write_text(DOCUMENT.replace("grain: {", "crust: {type: string}, grain: {"), encoding="utf-8")
    assert sdksmith("generate", "-q") == 0
    assert copy.read_bytes() == before
    assert printed(project, "print(bakery.Loaf(grain='rye', crust='thin').is_dark())") == "True"

    write_module(project, "helpers.py", MODULES["helpers.py"].replace("100", "50"))
    assert sdksmith("generate", "--check", "-q") == 1
    assert sdksmith("generate", "-q") == 0
    assert printed(project, "print(bakery.LIMIT)") == "50"
    # And without a folder the package has it no more; what was copied from stays.
    (project / "sdksmith.toml").write_text(CONFIG.partition("[targets.python.custom]")[0], encoding="utf-8")
    assert sdksmith("generate", "-q") == 0
    assert not copy.exists() and (project / "custom" / "helpers.py").exists()


def test_a_folder_in_the_package_is_used_in_place(project: Path) -> None:
    begin(project)
    inside = project / "out" / "acme" / "bakery" / "custom"
    inside.parent.mkdir(parents=True)
    (project / "custom").rename(inside)
    config = CONFIG.replace('folder = "custom"', 'folder = "out/acme/bakery/custom"')
    (project / "sdksmith.toml").write_text(config, encoding="utf-8")
    before = {file: file.stat().st_mtime_ns for file in inside.rglob("*.py")}

    assert sdksmith("generate", "-q") == 0
    assert printed(project, "print(bakery.LIMIT, bakery.Loaf(grain='rye').is_dark())") == "100 True"
    text = (inside / "helpers.py").read_text(encoding="utf-8")
    (inside / "helpers.py").write_text(text.replace("100", "7"), encoding="utf-8")
    assert sdksmith("generate", "--check", "-q") == 0
    assert ".sdksmith-manifest.json" in {file.name for file in (project / "out").iterdir()}
    assert "custom" not in (project / "out" / ".sdksmith-manifest.json").read_text(encoding="utf-8")
    # It is nobody's but the user's: it goes with no run.
    (project / "sdksmith.toml").write_text(CONFIG.partition("[targets.python.custom]")[0], encoding="utf-8")
    assert sdksmith("generate", "-q") == 0
    assert {file: file.stat().st_mtime_ns for file in before if file.name != "helpers.py"} == {
        file: time for file, time in before.items() if file.name != "helpers.py"
    }
    # Another folder gets a copy.
    (project / "sdksmith.toml").write_text(config, encoding="utf-8")
    assert sdksmith("generate", "-q", "--output", "other") == 0
    assert (project / "other" / "acme" / "bakery" / "custom" / "helpers.py").read_text("utf-8") == text.replace(
        "100", "7"
    )


def test_an_edit_of_a_module_is_seen_through_the_cache(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setenv("SDKSMITH_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    begin(project)
    assert sdksmith("generate", "-q") == 0
    assert sdksmith("generate", "--check", "-q") == 0
    write_module(project, "models.py", MODULES["models.py"].replace("class LoafExtras", "class Extras"))
    assert sdksmith("generate", "-q") == 3


def test_headers_alone_need_no_folder(project: Path) -> None:
    begin(project, CONFIG.partition("folder =")[0] + 'headers = { X-Library = "acme-2" }\n')
    assert sdksmith("generate", "-q") == 0
    assert not (project / "out" / "acme" / "bakery" / "custom").exists()
    assert '"X-Library": "acme-2"' in (project / "out" / "acme" / "bakery" / "client.py").read_text(encoding="utf-8")


def test_modules_are_read_and_never_run(project: Path) -> None:
    begin(project)
    write_module(project, "helpers.py", MODULES["helpers.py"] + "\n        open('proof', 'w').close()\n")
    assert sdksmith("generate", "-q") == 0
    assert not (project / "proof").exists()

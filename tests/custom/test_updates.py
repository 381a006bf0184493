"""The code that maintainers of a library for the Management API add to it stays, without an edited file, while the document changes."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from tests.custom.project import sdksmith, write_module
from tests.e2e.support import ROOT, mypy_complaints, pyright_complaints, run, run_python, shared

#: What is added: a header that tells the library, more exports, a helper in the client that gets its own tokens, and a header for a
#: domain of the tenant's own.
CUSTOM = """
[targets.python.custom]
folder = "custom"
clients = { ManagementClient = "management:ManagementClient" }
exports = ["telemetry:TELEMETRY", "telemetry:described"]
headers = { Auth0-Client = "eyJuYW1lIjoiYWNtZSJ9" }
"""
MODULES = {
    "__init__.py": "",
    "telemetry.py": '''
        from base64 import b64decode

        TELEMETRY = "eyJuYW1lIjoiYWNtZSJ9"


        def described(header: str = TELEMETRY) -> str:
            """Return the JSON text in a header."""
            return b64decode(header).decode()
    ''',
    "management.py": '''
        from __future__ import annotations

        from typing import Any, Optional

        from ..management_client import AsyncManagementClient as AsyncGenerated
        from ..management_client import ManagementClient as Generated

        HEADER = "Auth0-Custom-Domain"


        def _with_domain(settings: dict[str, Any], custom_domain: Optional[str]) -> dict[str, Any]:
            added = {} if custom_domain is None else {HEADER: custom_domain}
            return {**settings, "headers": {**added, **(settings.get("headers") or {})}}


        class ManagementClient(Generated):
            """Sends a domain of the tenant's own with each call."""

            def __init__(self, *, custom_domain: Optional[str] = None, **settings: Any) -> None:
                super().__init__(**_with_domain(settings, custom_domain))

            def names_of_actions(self) -> list[str]:
                """Return the names of all actions."""
                return [action.name or "" for action in self.actions.list()]


        class AsyncManagementClient(AsyncGenerated):
            def __init__(self, *, custom_domain: Optional[str] = None, **settings: Any) -> None:
                super().__init__(**_with_domain(settings, custom_domain))
    ''',
}

PROGRAM = """
from auth0.management import ManagementClient, TELEMETRY, described
from auth0.management.core import MockResponse, MockTransport

responses = iter([{"actions": [{"name": "one"}]}, {"actions": []}])
transport = MockTransport(lambda request: MockResponse(json=next(responses)))
client = ManagementClient(domain="acme.example.com", token="t", custom_domain="login.acme.example", transport=transport)
print(client.names_of_actions(), described())
sent = transport.requests[0].headers
print(sent["auth0-custom-domain"], sent["auth0-client"] == TELEMETRY)
"""
SHOWN = ['[\'one\'] {"name":"acme"}', "login.acme.example True"]

USE = """
from auth0.management import ManagementClient, described

names: list[str] = ManagementClient(domain="a.example.com", token="t", custom_domain="b.example.com").names_of_actions()
text: str = described()
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration of the library, and the added code."""
    monkeypatch.chdir(tmp_path)
    config = (ROOT / "specs" / "sdksmith.toml").read_text(encoding="utf-8").replace("../generated/python", "out")
    (tmp_path / "sdksmith.toml").write_text(config + CUSTOM, encoding="utf-8")
    shutil.copy(ROOT / "specs" / "migrating.md", tmp_path)
    for name, text in MODULES.items():
        write_module(tmp_path, name, text)
    return tmp_path


def update(project: Path, document: Path) -> None:
    """Make the library of a document where that of an earlier one may be."""
    assert sdksmith("generate", str(document), "--target", "python", "-q") == 0
    shown = run_python(PROGRAM, cwd=project, path=project / "out", flags=("-W", "error"))
    assert shown.splitlines() == SHOWN


def check_types(project: Path, checked: Path) -> None:
    (project / "use.py").write_text(USE, encoding="utf-8")
    assert mypy_complaints(project / "out", project / "out" / "auth0", project / "use.py") == ""
    checked.mkdir()
    assert pyright_complaints(checked, project / "out", project / "use.py") == ""


def check_budget(project: Path) -> None:
    """The configured budget is that of the library without added code."""
    command = (
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "anyio",
        project / "out" / "tests" / "test_import_budget.py",
    )
    environment = {"PYTEST_ADDOPTS": "", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    process = run(sys.executable, *command, cwd=project / "out", environment=environment)
    assert process.returncode == 0, process.stdout


def test_the_added_code_works_with_the_committed_document(project: Path) -> None:
    update(project, ROOT / "specs" / "management-api.yaml")
    check_budget(project)


@pytest.mark.slow
def test_it_stays_through_all_updates_of_the_document(project: Path) -> None:
    folder = shared("specs", "management")
    for document in sorted(folder.glob("*.json")):
        update(project, document)
        check_types(project, project / f"checked-{document.stem}")
        check_budget(project)

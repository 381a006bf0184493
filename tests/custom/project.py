"""A project with modules of its own in a library, and programs that use that library."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.e2e.support import run_python

from sdksmith.cli import main

DOCUMENT = """
openapi: 3.1.0
info: {title: Bakery, version: '1'}
servers: [{url: 'https://api.example.com'}]
security: [{login: []}]
paths:
  /loaves:
    get:
      operationId: list_loaves
      tags: [loaves]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Loaf'}}}}}}
  /loaves/{id}/slices:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: list_slices
      x-operation-group: [loaves, slices]
      responses: {'200': {description: ok, content: {application/json: {schema: {type: integer}}}}}
components:
  securitySchemes:
    login:
      type: oauth2
      flows: {clientCredentials: {tokenUrl: 'https://login.example.com/token', scopes: {}}}
  schemas:
    Loaf:
      type: object
      required: [grain]
      properties: {grain: {type: string}, box: {$ref: '#/components/schemas/Box'}}
    Box: {type: object, properties: {size: {type: integer}}}
"""

CONFIG = """spec = "api.yaml"

[targets.python]
output = "out"
package = "acme.bakery"
client = "Bakery"
tests = true
client_credentials = {client = "Tokens"}

[targets.python.custom]
folder = "custom"
clients = { loaves = "loaves:LoavesClient", "loaves.slices" = "deep.slices:Slices" }
types = { Loaf = "models:LoafExtras" }
model_base = "models:Base"
exports = ["helpers:chunked", "helpers:LIMIT"]
headers = { X-Library = "acme-1" }
"""

CONFIG_OF_ROOTS = """spec = "api.yaml"

[targets.python]
output = "out"
package = "acme.bakery"
client = "Bakery"
client_credentials = {client = "Tokens"}

[targets.python.custom]
folder = "custom"
clients = { "" = "root:Bakery", Tokens = "tokens:Tokens" }
"""

MODULES = {
    "__init__.py": "",
    "loaves.py": '''
        from __future__ import annotations

        from typing import TYPE_CHECKING

        from typing_extensions import override

        from ..loaves.client import AsyncLoavesClient as AsyncGenerated
        from ..loaves.client import LoavesClient as Generated

        if TYPE_CHECKING:
            from ..core import RequestOptions
            from ..types import Loaf


        class LoavesClient(Generated):
            """Loaves, and the first of them."""

            def first(self, *, grain: str | None = None) -> Loaf | None:
                """Return the first loaf. Of a grain, if that is given."""
                found = (loaf for loaf in self.list_loaves() if grain in (None, loaf.grain))
                return next(found, None)


        class AsyncLoavesClient(AsyncGenerated):
            async def first(self) -> Loaf | None:
                return next(iter(await self.list_loaves()), None)

            @override
            async def list_loaves(self, *, request_options: RequestOptions | None = None) -> list[Loaf]:
                return (await super().list_loaves(request_options=request_options))[:1]
    ''',
    "deep/__init__.py": "",
    "deep/slices.py": """
        from acme.bakery.loaves.slices import client


        class _Counted:
            count = 0


        class Slices(_Counted, client.SlicesClient):
            def twice(self, id: str) -> int:
                return 2 * self.list_slices(id)


        class AsyncSlices(client.AsyncSlicesClient):
            pass
    """,
    "models.py": '''
        from typing import Protocol


        class _Baked(Protocol):
            @property
            def grain(self) -> str: ...


        class LoafExtras:
            def is_dark(self: _Baked) -> bool:
                """Say whether it is made of rye."""
                return self.grain == "rye"


        class Base:
            def kind(self) -> str:
                return type(self).__name__
    ''',
    "helpers.py": '''
        from collections.abc import Iterator, Sequence
        from typing import TypeVar

        T = TypeVar("T")
        LIMIT = 100


        def chunked(items: Sequence[T], size: int = LIMIT) -> Iterator[Sequence[T]]:
            """Yield parts of a sequence."""
            for start in range(0, len(items), size):
                yield items[start : start + size]
    ''',
    "root.py": '''
        from __future__ import annotations

        from typing import Any, Optional

        from ..client import AsyncBakery as AsyncGenerated
        from ..client import Bakery as Generated


        class Bakery(Generated):
            """Has a header for a domain of one's own."""

            def __init__(self, *, domain: Optional[str] = None, **settings: Any) -> None:
                headers: dict[str, str] = {**(settings.pop("headers", None) or {})}
                if domain is not None:
                    headers["x-domain"] = domain
                super().__init__(headers=headers, **settings)

            def count(self) -> int:
                return len(self.loaves.list_loaves())


        class AsyncBakery(AsyncGenerated):
            pass
    ''',
    "tokens.py": """
        from ..tokens import AsyncTokens as AsyncGeneratedTokens
        from ..tokens import Tokens as GeneratedTokens


        class Tokens(GeneratedTokens):
            def whose(self) -> str:
                return "mine"


        class AsyncTokens(AsyncGeneratedTokens):
            pass
    """,
}

#: What every program begins with.
_BEGINNING = """
import acme.bakery as bakery
from acme.bakery.core import MockResponse, MockTransport

transport = MockTransport(lambda request: MockResponse(json=[{"grain": "rye"}, {"grain": "oat"}]))
"""


def begin(folder: Path, config: str = CONFIG, modules: Mapping[str, str] = MODULES) -> None:
    """Write the document, the config and the modules of the project's own."""
    (folder / "api.yaml").write_text(DOCUMENT, encoding="utf-8")
    (folder / "sdksmith.toml").write_text(config, encoding="utf-8")
    for name, text in modules.items():
        write_module(folder, name, text)


def write_module(folder: Path, name: str, text: str) -> None:
    """Write a module of the project's own."""
    file = folder / "custom" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")


def sdksmith(*arguments: str) -> int:
    """Run a command, and return its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(str(ended.value.code))


def printed(folder: Path, program: str) -> str:
    """Return what a program prints that uses the library in ``out``; warnings are errors."""
    text = _BEGINNING + textwrap.dedent(program)
    return run_python(text, cwd=folder, path=folder / "out", flags=("-W", "error")).strip()

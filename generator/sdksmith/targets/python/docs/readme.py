"""The code blocks of the README: made for the API at hand, and each of them runs.

The first block makes ``client``, which the ones after it use; beyond that, each block stands alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sdksmith.model import Declaration
from sdksmith.model.types import Symbol
from sdksmith.sdk.documentation.overview import companion, file_argument, result_fields
from sdksmith.targets.python.client.construction import Construction
from sdksmith.targets.python.client.groups import ClientPlanner
from sdksmith.targets.python.docs.readme_blocks import BlockWriter, singular
from sdksmith.targets.python.docs.shown import ShownCalls
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import expression, flat
from sdksmith.targets.python.methods.samples import Samples
from sdksmith.targets.python.methods.signatures import Call, MethodArgument
from sdksmith.words import snake

_HOOKS: Final = """\
def before_request(request: Request) -> None:
    print("sending", request.method, request.url)


def after_response(request: Request, response: ResponseInfo) -> None:
    print("answered", response.status_code, response.elapsed)


def on_retry(request: Request, retry: Retry) -> None:
    print("again, in", retry.delay, "seconds")


def on_drift(request: Request, drifts: list[Drift]) -> None:
    print("not as documented:", [drift.pointer for drift in drifts])
"""

_TRANSPORT: Final = '''\
class CountingTransport:
    """Sends as usual, and counts."""

    def __init__(self) -> None:
        self.sent = 0
        self._inner = HttpxTransport()

    def send(self, request: Request) -> Response:
        self.sent += 1
        return self._inner.send(request)

    def close(self) -> None:
        self._inner.close()
'''


@dataclass(frozen=True)
class ReadmePage:
    """The code blocks; ``""`` where the API has no such thing."""

    client: str
    call: str = ""
    token: str = ""
    token_client: str = ""
    base_url: str = ""
    create: str = ""
    clear: str = ""
    answer: str = ""
    items: str = ""
    pages: str = ""
    events: str = ""
    upload: str = ""
    named_upload: str = ""
    download: str = ""
    chunks: str = ""
    errors: str = ""
    retries: str = ""
    options: str = ""
    raw: str = ""
    asynchronous: str = ""
    logging: str = ""
    hooks: str = ""
    strict: str = ""
    http_client: str = ""
    transport: str = ""
    mock: str = ""
    mock_library: str = ""


class ReadmePlanner:
    """Makes the blocks.

    Parameters
    ----------
    chosen
        The calls to show.
    http_library
        Name of the library that the package is built on.
    """

    def __init__(
        self,
        planner: ClientPlanner,
        chosen: ShownCalls,
        construction: Construction,
        token_client: Construction | None,
        http_library: str,
    ) -> None:
        self._declarations: Mapping[Symbol, Declaration] = planner.api.declarations
        self._chosen = chosen
        self._package = planner.package
        self._construction = construction
        self._token_client = token_client
        self._library = http_library
        self._samples = Samples(planner.api.declarations, planner.names)
        self._write = BlockWriter(planner, construction, self._samples)

    def page(self) -> ReadmePage:
        """Make all blocks."""
        client = self._construction.client
        page = {"client": self._write.block([self._write.made()], [client])}
        chosen = self._chosen
        if chosen.get is not None:
            self._calls(page, chosen.get)
            self._settings(page, chosen.get)
            self._sending(page, chosen.get)
        self._authentication(page)
        self._bodies(page, chosen)
        self._reading(page, chosen)
        page["asynchronous"] = self._asynchronous(chosen)
        return ReadmePage(**page)

    # -- sections -----------------------------------------------------------------------------------------------------

    def _calls(self, page: dict[str, str], call: Call) -> None:
        name, lines, used = self._write.looked_up(call)
        page["call"] = self._write.block(lines, used)
        made, used = self._write.call(call)
        if result_fields(call.method, self._declarations) is not None:
            page["answer"] = self._write.block(
                [
                    self._write.text(made, f"{name} = "),
                    f"print({name}.model_dump())",
                    f"print({name}.model_dump_json(indent=2))",
                    f"print({name}.model_extra)",
                ],
                used,
            )

    def _settings(self, page: dict[str, str], call: Call) -> None:
        client = self._construction.client
        made, used = self._write.call(call)
        page["errors"] = self._write.block(
            [
                f"try:\n    {self._write.text(made, indent=4)}",
                "except NotFoundError as error:\n    print(error.body)",
                "except ApiError as error:\n    print(error.status_code, error.request_id, error.body)",
                "except TransportError as error:\n    print(error)",
            ],
            ["ApiError", "NotFoundError", "TransportError", *used],
        )
        page["retries"] = self._write.block([self._write.made("timeout=10.0", "max_retries=5")], [client])
        options = {"request_options": '{"timeout_in_seconds": 2.5, "max_retries": 0}'}
        once, _ = self._write.call(call, options)
        typed = 'options: RequestOptions = {"additional_headers": {"X-Trace": "1"}}'
        again, _ = self._write.call(call, {"request_options": "options"})
        page["options"] = self._write.block(
            [self._write.text(once), "", typed, self._write.text(again)], ["RequestOptions", *used]
        )
        raw = self._write.raw(made)
        page["raw"] = self._write.block(
            [
                self._write.text(raw, "response = "),
                'print(response.status_code, response.headers.get("content-type"))',
                "print(response.data)",
            ],
            used,
        )
        page["logging"] = self._write.block(
            [
                "logging.basicConfig()",
                f"logging.getLogger({literals.string(self._package)}).setLevel(logging.DEBUG)",
            ],
            standard=["import logging"],
        )
        keywords = ("before_request", "after_response", "on_retry", "on_drift")
        page["hooks"] = self._write.block(
            [f"{_HOOKS}\n", self._write.made(*(f"{name}={name}" for name in keywords))],
            [client],
            core=["Drift", "Request", "ResponseInfo", "Retry"],
            gap=2,
        )
        page["strict"] = self._write.block(
            [
                self._write.made("strict_responses=True"),
                f"try:\n    {self._write.text(made, indent=4)}",
                "except DecodeError as error:\n    print(error)",
            ],
            [client, "DecodeError", *used],
        )

    def _sending(self, page: dict[str, str], call: Call) -> None:
        client = self._construction.client
        made, used = self._write.call(call)
        library = self._library
        page["http_client"] = self._write.block(
            [
                f"with {library}.Client(limits={library}.Limits(max_connections=20)) as http_client:",
                f"    {self._write.made('httpx_client=http_client', indent=4)}",
                f"    {self._write.text(made, indent=4)}",
            ],
            [client, *used],
            third_party=library,
        )
        page["transport"] = self._write.block(
            [f"{_TRANSPORT}\n", self._write.made("transport=CountingTransport()")],
            [client],
            core=["HttpxTransport", "Request", "Response"],
            gap=2,
        )
        page["mock"] = self._mock(call)
        page["mock_library"] = self._write.block(
            [
                f"def answer(request: {library}.Request) -> {library}.Response:",
                f"    return {library}.Response(200, json={{}})\n\n",
                f"http_client = {library}.Client(transport={library}.MockTransport(answer))",
                self._write.made("httpx_client=http_client"),
            ],
            [client],
            third_party=library,
            gap=2,
        )

    def _mock(self, call: Call) -> str:
        client = self._construction.client
        made, used = self._write.call(call)
        fields = result_fields(call.method, self._declarations)
        body, expected = "{}", ""
        if call.method.result.kind == "nothing":
            mocked = "MockResponse(204)"
        else:
            text = self._write.text_field(call)
            if fields is not None and text:
                body = f'{{{literals.string(text)}: "test"}}'
                expected = f".{self._write.field(call, text)}"
            mocked = f"MockResponse(json={body})"
        credentials = tuple(argument.partition("=")[0] + '="test"' for argument in self._construction.credentials)
        server = ('base_url="https://api.test"',)
        constructed = self._construction.call(
            "transport=transport", prefix="client = ", server=server, credentials=credentials
        )
        lines = [f"def test_{call.name.strip('_')}() -> None:", f"    transport = MockTransport({mocked})"]
        lines.append(f"    {expression(constructed, 4, 4)}\n")
        if expected:
            lines.append(f"    {self._write.text(made, 'response = ', indent=4)}\n")
            lines.append(f'    assert response{expected} == "test"')
        else:
            lines.append(f"    {self._write.text(made, indent=4)}\n")
        lines.append("    (request,) = transport.requests")
        lines.append(f"    assert request.method == {literals.string(call.method.operation.method)}")
        return self._write.block(lines, [client, *used], core=["MockResponse", "MockTransport"], gap=2)

    def _authentication(self, page: dict[str, str]) -> None:
        client = self._construction.client
        if self._construction.credentials[:1] == ('token="YOUR_TOKEN"',):
            variable = literals.string(f"{self._environment_name()}_TOKEN")
            function = f"def current_token() -> str:\n    return os.environ[{variable}]\n\n"
            made = self._construction.call(prefix="client = ", credentials=("token=current_token",))
            page["token"] = self._write.block([function, expression(made, 0)], [client], standard=["import os"], gap=2)
        if self._token_client is not None:
            made = self._token_client.call(prefix="client = ")
            page["token_client"] = self._write.block([expression(made, 0)], [self._token_client.client])
        where = ('base_url="https://api.example.com/v2"',)
        if self._construction.server[:1] != ('base_url="https://api.example.com"',):
            made = self._construction.call(prefix="client = ", server=where)
            page["base_url"] = self._write.block([expression(made, 0)], [client])

    def _environment_name(self) -> str:
        name = snake(self._construction.client, "compact").upper()
        return name if name.isascii() else "API"

    def _bodies(self, page: dict[str, str], chosen: ShownCalls) -> None:
        if chosen.create is not None and chosen.create is not chosen.get:
            _, lines, used = self._write.looked_up(chosen.create)
            page["create"] = self._write.block(lines, used)
        if chosen.clear is not None and chosen.cleared is not None:
            page["clear"] = self._left_out_or_null(chosen.clear, chosen.cleared)
        if chosen.upload is not None:
            argument = file_argument(chosen.upload.method)
            assert argument is not None
            self._uploads(page, chosen.upload, chosen.upload.argument(argument))

    def _left_out_or_null(self, call: Call, cleared: MethodArgument) -> str:
        """Return calls that leave a field out, in both ways, and one that clears it, beside a field that is set."""
        name = cleared.name
        beside = companion(call.method, cleared.design)
        kept = None if beside is None else call.argument(beside)
        given = {kept.name: self._value(kept)} if kept is not None else {}
        comment = f"# changes {kept.name}, and leaves" if kept is not None else "# leaves"
        calls = [self._write.call(call, {**given, **more})[0] for more in ({}, {name: "OMIT"}, {name: "None"})]
        _, used = self._write.call(call, given)
        return self._write.block(
            [
                f"{comment} {name} as it is",
                self._write.text(calls[0]),
                self._write.text(calls[1]),
                "",
                f"# clears {name}",
                self._write.text(calls[2]),
            ],
            ["OMIT", *used],
        )

    def _value(self, argument: MethodArgument) -> str:
        return flat(self._samples.argument(argument, set()))

    def _uploads(self, page: dict[str, str], call: Call, argument: MethodArgument) -> None:
        name = argument.name
        file_name = literals.string(f"{name.strip('_') if name.isascii() else 'file'}.dat")
        made, used = self._write.call(call, {name: "file"})
        page["upload"] = self._write.block(
            [f'with open({file_name}, "rb") as file:', f"    {self._write.text(made, indent=4)}"], used
        )
        if call.method.body is not None and call.method.body.kind == "multipart":
            made, used = self._write.call(call, {name: f'({file_name}, b"content", "application/octet-stream")'})
            page["named_upload"] = self._write.block([self._write.text(made)], used)

    def _reading(self, page: dict[str, str], chosen: ShownCalls) -> None:
        if chosen.pages is not None:
            made, used = self._write.call(chosen.pages)
            item = singular(chosen.pages.attributes[-1], "item")
            shown = self._write.shown(chosen.pages, item)
            page["items"] = self._write.block(
                [f"{self._write.text(made, f'for {item} in ', after=1)}:", f"    print({shown})"], used
            )
            page["pages"] = self._write.block(
                [
                    self._write.text(made, "pager = "),
                    "for page in pager.iter_pages():",
                    "    print(len(page.items), page.has_next)",
                ],
                used,
            )
        if chosen.events is not None:
            made, used = self._write.call(chosen.events)
            page["events"] = self._write.block(
                [
                    f"{self._write.text(made, 'with ', after=11)} as events:",
                    "    for event in events:",
                    "        print(event)",
                ],
                used,
            )
        if chosen.download is not None:
            made, used = self._write.call(chosen.download)
            page["download"] = self._write.block(
                [self._write.text(made, "download = "), 'download.save("download.dat")'], used
            )
            page["chunks"] = self._write.block(
                [f"{self._write.text(made, 'for chunk in ', after=1)}:", "    print(len(chunk))"], used
            )

    def _asynchronous(self, chosen: ShownCalls) -> str:
        """Return a program that looks something up, and goes through a list or the events."""
        body: list[str] = []
        names: set[str] = {f"Async{self._construction.client}"}
        if chosen.get is not None:
            _, lines, used = self._write.looked_up(chosen.get, wait=True, indent=8)
            names |= used
            body += [f"        {line}" for line in lines]
        if chosen.pages is not None:
            made, used = self._write.call(chosen.pages)
            names |= used
            item = singular(chosen.pages.attributes[-1], "item")
            if body and item == singular(chosen.get.attributes[-1] if chosen.get else ""):
                item = f"each_{item}"
            start = f"async for {item} in await "
            body.append(f"        {start}{expression(made, 8, 8 + len(start), 1)}:")
            body.append(f"            print({self._write.shown(chosen.pages, item)})")
        if not body:
            body.append("        print(client)")
        made = self._construction.call(client=f"Async{self._construction.client}")
        lines = [
            "async def main() -> None:",
            f"    async with {expression(made, 4, 15, 11)} as client:",
            *body,
            "\n",
            "asyncio.run(main())",
        ]
        return self._write.block(lines, names, standard=["import asyncio"], gap=2)

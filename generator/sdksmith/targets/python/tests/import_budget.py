"""The test that holds a package to its import budget: how many modules it may load."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sdksmith.diagnostics import Diagnostics
from sdksmith.media_types import is_json
from sdksmith.targets.python.client.groups import ClientPlanner
from sdksmith.targets.python.docs.shown import ShownCalls
from sdksmith.targets.python.layout.code import Brackets, Expression, call_line, import_from
from sdksmith.targets.python.layout.literals import string
from sdksmith.targets.python.methods.signatures import Call
from sdksmith.targets.python.options import ImportBudgetOptions
from sdksmith.targets.python.tests.construction import Used
from sdksmith.targets.python.tests.modules import WireTestPlanner

_CODE: Final = "import-budget"
_INDENT: Final = 4


@dataclass(frozen=True)
class FirstCall:
    """The call that a budget is for.

    Attributes
    ----------
    module
        The tests of its group, whose responses serve here too.
    response
        The statement that queues the response.
    imports, statement
        What the call needs of the package, and the call.
    """

    budget: int
    module: str
    answer: str
    imports: str
    statement: str
    datetime: bool


@dataclass(frozen=True)
class ImportBudgetText:
    """The context of the test and of the program that it runs."""

    modules: int | None
    imports: str
    client: str
    first_call: FirstCall | None


@dataclass(frozen=True)
class ImportBudgetPlanner:
    """Plans the test of an import budget.

    Parameters
    ----------
    budget
        As it is configured.
    planner
        Knows the methods.
    shown
        The calls that the README shows.
    wire_tests
        Their tests, planned already.
    token
        Whether a client is made with a bearer token.
    """

    budget: ImportBudgetOptions
    planner: ClientPlanner
    shown: ShownCalls
    wire_tests: WireTestPlanner
    token: bool
    diagnostics: Diagnostics

    def text(self) -> ImportBudgetText | None:
        """Return the context; ``None`` where nothing is left to test, which is a diagnostic."""
        first_call = None
        if self.budget.first_call is not None:
            call = self._call()
            first_call = self._first_call(call, self.budget.first_call) if call is not None else None
        if self.budget.import_ is None and first_call is None:
            return None
        made = ("base_url=url", "max_retries=0")
        return ImportBudgetText(
            modules=self.budget.import_,
            imports=import_from(self.planner.package, [self.planner.client], _INDENT),
            client=self._client(*(('token="token"', *made) if self.token else made)),
            first_call=first_call,
        )

    def _client(self, *arguments: str) -> str:
        return call_line(Brackets(f"{self.planner.client}(", arguments, ")"), _INDENT, "client")

    # -- which call ---------------------------------------------------------------------------------------------------

    def _call(self) -> Call | None:
        calls = {_name(call): call for call in self._candidates()}
        if self.budget.method is None:
            found = next((call for call in calls.values() if self._is_fit(call)), None)
            if found is None:
                self.diagnostics.warning(_CODE, "nothing holds the budget of a first call: no method is fit for it")
            return found
        call = calls.get(self.budget.method)
        if call is None:
            self.diagnostics.error(
                _CODE,
                f"the import budget names a method that there is not: {self.budget.method!r}",
                hint="write it as the library has it, without the client: `group.method`",
            )
        elif not self._is_fit(call):
            self.diagnostics.warning(
                _CODE,
                f"nothing holds the budget of a first call: {self.budget.method!r} is not fit for it",
                hint="name a method that has a test and answers with JSON or with nothing",
            )
            return None
        return call

    def _candidates(self) -> Iterator[Call]:
        """Yield the calls that the README shows, and after them all others."""
        shown = self.shown
        yield from (call for call in (shown.create, shown.get, shown.pages) if call is not None)
        for _, calls in sorted(self.planner.calls.items()):
            yield from sorted(calls, key=_name)

    def _is_fit(self, call: Call) -> bool:
        # One that goes to a server of its own would need more than a base URL.
        if _name(call) not in self.wire_tests.tested or call.method.operation.servers:
            return False
        if call.method.result.kind in ("pages", "nothing"):
            return True
        media = self.wire_tests.tested[_name(call)].case.response.media
        return call.method.result.kind == "data" and (media is None or is_json(media.content_type))

    # -- its text -----------------------------------------------------------------------------------------------------

    def _first_call(self, call: Call, budget: int) -> FirstCall:
        tested = self.wire_tests.tested[_name(call)]
        module, class_name, response = tested.module, tested.class_name, tested.case.response
        given: list[Expression] = [str(response.status)]
        if call.method.result.kind == "pages":
            given.append(f"{module}.{class_name}.pages[-1]")
        elif response.media is not None and call.method.result.kind == "data":
            given.append(f"{module}.{class_name}.response")
        if response.content_type not in ("", "application/json"):
            given.append(f"content_type={string(response.content_type)}")
        used = Used()
        arguments = self.wire_tests.constructor(used).arguments(call, tested.case.calls[0].arguments)
        names = [self.planner.client, *(["types"] if used.types else [])]
        return FirstCall(
            budget=budget,
            module=module if len(given) > 1 else "",
            answer=call_line(Brackets("server.respond(", tuple(given), ")"), _INDENT),
            imports=import_from(self.planner.package, names, _INDENT),
            statement=call_line(Brackets(f"client.{_name(call)}(", arguments, ")"), _INDENT),
            datetime=used.datetime,
        )


def _name(call: Call) -> str:
    return ".".join((*call.attributes, call.name))

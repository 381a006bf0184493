"""The words of the README's code blocks: calls, constructions, and the imports that they need."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping

from sdksmith.model import Declaration, Nullable, Primitive, all_properties, object_of
from sdksmith.model.types import Symbol
from sdksmith.sdk.documentation.overview import item_fields, result_fields
from sdksmith.targets.python.client.construction import Construction
from sdksmith.targets.python.client.groups import ClientPlanner
from sdksmith.targets.python.layout.code import Brackets, expression, import_from
from sdksmith.targets.python.methods.samples import Samples
from sdksmith.targets.python.methods.signatures import Call

#: Names that examples use for something else.
_TAKEN = frozenset(
    (
        "answers asyncio client chunk dict error events file filter format hash hooks id input iter list logging main map "
        "object options os page pager print property range request requests response set str stream token transport type"
    ).split()
)


class BlockWriter:
    """Writes the statements of code blocks, and the blocks around them."""

    def __init__(self, planner: ClientPlanner, construction: Construction, samples: Samples) -> None:
        self._declarations: Mapping[Symbol, Declaration] = planner.api.declarations
        self._planner = planner
        self._construction = construction
        self._samples = samples

    def looked_up(self, call: Call, *, wait: bool = False, indent: int = 0) -> tuple[str, list[str], set[str]]:
        """Return the statements that make a call and show what came, and the name of that."""
        made, used = self.call(call)
        start = "await " if wait else ""
        if call.method.result.kind == "nothing":
            return "", [self.text(made, start, indent=indent)], used
        name = singular(call.attributes[-1])
        lines = [self.text(made, f"{name} = {start}", indent=indent), f"print({self.shown(call, name)})"]
        return name, lines, used

    def call(self, call: Call, more: Mapping[str, str] | None = None) -> tuple[Brackets, set[str]]:
        used: set[str] = set()
        return self._samples.invocation(call, used, more or {}), used

    @staticmethod
    def raw(made: Brackets) -> Brackets:
        group, _, method = made.head.rpartition(".")
        return Brackets(f"{group}.with_raw_response.{method}", made.items, made.tail)

    def shown(self, call: Call, name: str) -> str:
        """Return what an example prints of a response or of an item: its identifier or name, where it has one."""
        fields = result_fields(call.method, self._declarations)
        if fields is None:
            fields = item_fields(call.method, self._declarations) or []
        wire = next((each for each in ("id", "name") if each in fields), None)
        return f"{name}.{self.field(call, wire)}" if wire else name

    def field(self, call: Call, wire: str) -> str:
        pagination = call.method.paging
        kind = (
            pagination.item
            if pagination is not None and call.method.result.kind == "pages"
            else call.method.result.types[0]
        )
        found = object_of(kind, self._declarations)
        assert found is not None
        return self._planner.names.fields[found.symbol][wire]

    def text_field(self, call: Call) -> str:
        """Return the wire name of a property that is a text; ``""`` if there is none."""
        if call.method.result.kind != "data" or len(call.method.result.types) != 1:
            return ""
        found = object_of(call.method.result.types[0], self._declarations)
        if found is None:
            return ""
        texts: list[str] = []
        for entry in all_properties(found, self._declarations):
            kind = entry.type.inner if isinstance(entry.type, Nullable) else entry.type
            if isinstance(kind, Primitive) and kind.name == "string" and kind.format != "date-time":
                texts.append(entry.name)
        return next((name for name in ("id", "name", *texts) if name in texts), "")

    def made(self, *more: str, indent: int = 0) -> str:
        return expression(self._construction.call(*more, prefix="client = "), indent, indent)

    @staticmethod
    def text(made: Brackets, before: str = "", *, indent: int = 0, after: int = 0) -> str:
        return before + expression(made, indent, indent + len(before), after)

    def block(
        self,
        statements: Iterable[str],
        names: Iterable[str] = (),
        *,
        core: list[str] | None = None,
        standard: list[str] | None = None,
        third_party: str = "",
        gap: int = 1,
    ) -> str:
        """Return a fenced block: imports, a gap, statements.

        Parameters
        ----------
        names
            What is imported from the package, and ``datetime`` from the standard library.
        core
            What is imported from its ``core``.
        gap
            Blank lines after the imports: two before a definition.
        """
        wanted = set(names)
        first = list(standard or [])
        if "datetime" in wanted:
            first.append("from datetime import datetime")
        own = wanted - {"datetime"}
        groups = ["\n".join(first), f"import {third_party}" if third_party else ""]
        ours = [import_from(self._planner.package, sorted(own))] if own else []
        ours += [import_from(f"{self._planner.package}.core", core)] if core else []
        groups.append("\n".join(ours))
        imports = "\n\n".join(group for group in groups if group)
        body = "\n".join(statements).rstrip("\n")
        text = imports + "\n" * (gap + 1) + body if imports else body
        return f"```python\n{text}\n```"


def singular(attribute: str, otherwise: str = "result") -> str:
    """Return a name for one of what a group is called after: ``policies`` -> ``policy``."""
    name = attribute.rstrip("_")
    if name.endswith("ies") and len(name) > 4:
        name = name[:-3] + "y"
    elif name.endswith(("sses", "xes", "ches", "shes")):
        name = name[:-2]
    elif name.endswith("s") and not name.endswith(("ss", "us", "is")):
        name = name[:-1]
    # A group called v1 is called after no thing.
    fits = re.fullmatch(r"[a-z][a-z_]{2,23}", name) is not None and not keyword.iskeyword(name)
    return name if fits and name not in _TAKEN else otherwise

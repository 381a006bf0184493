"""Client modules: a group's operations as methods, blocking and asynchronous."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sdksmith.model import Api, Group
from sdksmith.naming import Names
from sdksmith.sdk import MethodGroup
from sdksmith.sdk.documentation.text import first_sentence
from sdksmith.targets.python.custom.places import Custom
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.layout import prose
from sdksmith.targets.python.layout.code import Brackets, call_statement, class_line, import_from, property_line
from sdksmith.targets.python.methods.follow_ups import FollowUpTexts
from sdksmith.targets.python.methods.samples import Samples
from sdksmith.targets.python.methods.signatures import Call, CallPlanner
from sdksmith.targets.python.methods.texts import MethodText, MethodTexts
from sdksmith.targets.python.package.folders import GroupFolders
from sdksmith.targets.python.types.expressions import Imports


@dataclass(frozen=True)
class SubgroupText:
    """A property that leads to the client of a sub-group.

    Attributes
    ----------
    signature
        The first line of the property.
    late_import
        The import that is made when the group is first used.
    """

    attribute: str
    class_name: str
    module: str
    signature: str
    docstring: str
    late_import: str


@dataclass(frozen=True, kw_only=True)
class ClientText:
    """A client class and its raw form.

    Attributes
    ----------
    first_line, raw_first_line
        Of the two classes.
    raw_property
        The first line of the property that leads to the raw client.
    raw_methods
        The statements of the raw class.
    """

    name: str
    first_line: str
    docstring: str
    subgroups: list[SubgroupText]
    methods: list[MethodText]
    raw_name: str
    raw_first_line: str
    raw_docstring: str
    raw_property: str
    raw_methods: list[str]


@dataclass(frozen=True, kw_only=True)
class ClientModule:
    """The module of a group's clients.

    Attributes
    ----------
    folder
        Below the package.
    dots
        What leads from the module to the package.
    checked_imports
        What only annotations need, indented.
    """

    folder: str
    docstring: str
    typing_imports: str
    datetime: bool
    cached_property: bool
    core_imports: str
    uses_types: bool
    dots: str
    checked_imports: list[str]
    clients: list[ClientText]


@dataclass(frozen=True)
class ClientPlanner:
    """Plans the client modules of a package."""

    api: Api
    root: MethodGroup
    names: Names
    folders: GroupFolders
    calls: Mapping[tuple[str, ...], list[Call]]
    package: str
    client: str
    constructor: str
    follow_ups: FollowUpTexts
    custom: Custom

    @classmethod
    def of(cls, api: Api, decisions: Decisions, calls: Mapping[tuple[str, ...], list[Call]]) -> ClientPlanner:
        """Return the planner of some groups; `calls` has the methods of each, by the group's path."""
        methods = {
            call.method.operation.symbol: ".".join(("client", *call.attributes, call.name))
            for group in calls.values()
            for call in group
        }
        return cls(
            api,
            decisions.sdk.root,
            decisions.names,
            decisions.folders,
            calls,
            decisions.package,
            decisions.client,
            decisions.construction.arguments,
            FollowUpTexts(decisions.sdk, decisions.names, methods),
            decisions.custom,
        )

    def subgroups(self, group: Group, *, is_async: bool) -> list[SubgroupText]:
        """Return the properties that lead to a group's sub-groups."""
        found: list[SubgroupText] = []
        for child in group.groups:
            name = self.names.groups[child.path]
            class_name = f"{'Async' if is_async else ''}{name.type_name}Client"
            text = prose.docstring(
                prose.wrap(first_sentence(child.description) or f"The ``{name.attribute}`` operations.", 11), 8
            )
            module = f".{self.folders[child.path][-1]}.client"
            own = self.custom.client(group_attributes(child.path, self.names), is_async=is_async)
            if own is not None:
                class_name, module = own.name, f"{'.' * (len(group.path) + 1)}{own.module}"
            late = import_from(module, [class_name], 8)
            found.append(
                SubgroupText(name.attribute, class_name, module, property_line(name.attribute, class_name), text, late)
            )
        return found

    def module(self, group: Group) -> ClientModule:
        """Plan the module of a group."""
        attributes = group_attributes(group.path, self.names)
        imports = Imports()
        samples = Samples(self.api.declarations, self.names)
        calls = self.calls[group.path]
        texts = MethodTexts(
            self.api.declarations,
            self.names,
            imports,
            samples,
            self.package,
            self.client,
            self.constructor,
            self.follow_ups,
            {argument.name for call in calls for argument in call.arguments},
        )
        for call in calls:
            imports.add(call.imports)
        clients = [self._client(group, calls, texts, imports, is_async=is_async) for is_async in (False, True)]
        return self._finished(attributes, self.folders[group.path], clients, imports, bool(calls))

    def _client(
        self, group: Group, calls: Sequence[Call], texts: MethodTexts, imports: Imports, *, is_async: bool
    ) -> ClientText:
        attributes = group_attributes(group.path, self.names)
        prefix = "Async" if is_async else ""
        name = f"{prefix}{self.names.groups[group.path].type_name}Client"
        raw_name = f"{prefix}Raw{name.removeprefix('Async')}"
        kind = "asynchronous" if is_async else "blocking"
        about = prose.wrap(group.description, 4) or [f"The ``{'.'.join(attributes)}`` operations, {kind}."]
        methods = [texts.text(call, is_async=is_async) for call in calls]
        imports.core.update((f"{prefix}Resource", f"{prefix}RawResource"))
        return ClientText(
            name=name,
            first_line=class_line(name, [f"{prefix}Resource"]),
            docstring=prose.docstring(about, 4),
            subgroups=self.subgroups(group, is_async=is_async),
            methods=methods,
            raw_name=raw_name,
            raw_first_line=class_line(raw_name, [Brackets(f"{prefix}RawResource[", (name,), "]")]),
            raw_docstring=prose.docstring([f"The operations of ``{name}``, returning ``HttpResponse``."], 4),
            raw_property=property_line("with_raw_response", raw_name),
            raw_methods=[call_statement(method.name, method.raw, f"{name}.{method.name}", 4) for method in methods],
        )

    @staticmethod
    def _finished(
        attributes: tuple[str, ...],
        folders: tuple[str, ...],
        clients: list[ClientText],
        imports: Imports,
        has_calls: bool,
    ) -> ClientModule:
        dots = "." * (len(attributes) + 1)
        if has_calls:
            imports.typing.add("Optional")
        # What only annotations need is imported for type checkers alone.
        core = sorted(imports.core - _ANNOTATIONS_ONLY)
        checked: dict[str, list[str]] = {}
        if has_calls:
            checked[f"{dots}core"] = sorted({"RequestOptions", *(imports.core & _ANNOTATIONS_ONLY)})
        if imports.types:
            checked[f"{dots}types"] = sorted(imports.types)
        for client in clients:
            for subgroup in client.subgroups:
                checked.setdefault(subgroup.module, []).append(subgroup.class_name)
        return ClientModule(
            folder="/".join(folders),
            docstring=prose.docstring([f"The ``{'.'.join(attributes)}`` operations."], 0),
            typing_imports=import_from("typing", ["TYPE_CHECKING", *imports.typing]),
            datetime=imports.datetime,
            cached_property=any(client.subgroups for client in clients),
            core_imports=import_from(f"{dots}core", core),
            uses_types=any(
                "_types." in line
                for client in clients
                for method in client.methods
                for line in (method.body, *method.signature)
            ),
            dots=dots,
            checked_imports=[import_from(where, names, 4) for where, names in sorted(checked.items(), key=_import_key)],
            clients=clients,
        )


_ANNOTATIONS_ONLY: Final = frozenset(
    (
        "File",
        "SyncPager",
        "AsyncPager",
        "EventStream",
        "AsyncEventStream",
        "JsonStream",
        "AsyncJsonStream",
        "BinaryStream",
        "AsyncBinaryStream",
    )
)


def calls_of(group: MethodGroup, decisions: Decisions) -> list[Call]:
    """Decide the methods of a group, in the order of names."""
    names = decisions.names
    attributes = group_attributes(group.path, names)
    declarations = decisions.sdk.api.declarations
    hidden = {names.methods[method.symbol] for method in group.methods}
    hidden |= {names.groups[child.path].attribute for child in group.groups}
    return [
        CallPlanner(declarations, names, decisions.forms, decisions.also_accepted, hidden).call(
            method, attributes, decisions.credentials.of_call(method)
        )
        for method in sorted(group.methods, key=lambda method: names.methods[method.symbol])
    ]


def _import_key(entry: tuple[str, list[str]]) -> tuple[int, str]:
    dots = len(entry[0]) - len(entry[0].lstrip("."))
    return (-dots, entry[0])


def group_attributes(path: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """Return the attributes that lead from the root client to a group."""
    return tuple(names.groups[path[: depth + 1]].attribute for depth in range(len(path)))


def group_imports(subgroups: list[SubgroupText]) -> list[str]:
    """Return the imports of sub-group clients that type checkers see."""
    by_module: dict[str, list[str]] = {}
    for subgroup in subgroups:
        by_module.setdefault(subgroup.module, []).append(subgroup.class_name)
    return [import_from(module, names, 4) for module, names in sorted(by_module.items())]

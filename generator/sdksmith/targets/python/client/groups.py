"""Client modules: a group's operations as methods, blocking and asynchronous."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sdksmith.model import Api, Group
from sdksmith.naming import Names
from sdksmith.sdk import MethodGroup
from sdksmith.sdk.documentation.text import first_sentence
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.layout import prose
from sdksmith.targets.python.layout.code import Brackets, call_statement, class_line, import_from, property_line
from sdksmith.targets.python.methods.follow_ups import FollowUpTexts
from sdksmith.targets.python.methods.samples import Samples
from sdksmith.targets.python.methods.signatures import Call, CallPlanner
from sdksmith.targets.python.methods.texts import MethodText, MethodTexts
from sdksmith.targets.python.types.expressions import Imports


@dataclass(frozen=True)
class SubgroupText:
    """A property that leads to the client of a sub-group."""

    attribute: str
    class_name: str
    module: str
    docstring: str

    @property
    def late_import(self) -> str:
        """The import that is made when the group is first used."""
        return import_from(self.module, [self.class_name], 8)

    @property
    def signature(self) -> str:
        """The first line of the property."""
        return property_line(self.attribute, self.class_name)


@dataclass(frozen=True)
class ClientText:
    """A client class and its raw form."""

    name: str
    base: str
    raw_name: str
    raw_base: str
    docstring: str
    raw_docstring: str
    subgroups: list[SubgroupText]
    methods: list[MethodText]

    @property
    def first_line(self) -> str:
        """The first line of the class."""
        return class_line(self.name, [self.base])

    @property
    def raw_first_line(self) -> str:
        """The first line of the raw class."""
        return class_line(self.raw_name, [Brackets(f"{self.raw_base}[", (self.name,), "]")])

    @property
    def raw_property(self) -> str:
        """The first line of the property that leads to the raw client."""
        return property_line("with_raw_response", self.raw_name)

    @property
    def raw_methods(self) -> list[str]:
        """The statements of the raw class."""
        return [call_statement(method.name, method.raw, f"{self.name}.{method.name}", 4) for method in self.methods]


@dataclass
class ClientModule:
    """The context of a client module."""

    folder: str
    docstring: str
    typing_imports: str = ""
    datetime: bool = False
    cached_property: bool = False
    core_imports: str = ""
    uses_types: bool = False
    dots: str = ""
    checked_imports: list[str] = field(default_factory=list[str])
    clients: list[ClientText] = field(default_factory=list[ClientText])


@dataclass(frozen=True)
class ClientPlanner:
    """Plans the client modules of a package."""

    api: Api
    root: MethodGroup
    names: Names
    calls: Mapping[tuple[str, ...], list[Call]]
    package: str
    client: str
    constructor: str
    follow_ups: FollowUpTexts

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
            calls,
            decisions.package,
            decisions.client,
            decisions.construction.arguments,
            FollowUpTexts(decisions.sdk, decisions.names, methods),
        )

    def subgroups(self, group: Group, *, is_async: bool, prefix: str = ".") -> list[SubgroupText]:
        """Return the properties that lead to a group's sub-groups."""
        found: list[SubgroupText] = []
        for child in group.groups:
            name = self.names.groups[child.path]
            class_name = f"{'Async' if is_async else ''}{name.type_name}Client"
            text = prose.docstring(
                prose.wrap(first_sentence(child.description) or f"The ``{name.attribute}`` operations.", 11), 8
            )
            found.append(SubgroupText(name.attribute, class_name, f"{prefix}{name.attribute}.client", text))
        return found

    def module(self, group: Group) -> ClientModule:
        """Plan the module of a group."""
        attributes = group_attributes(group.path, self.names)
        imports = Imports()
        samples = Samples(self.api.declarations, self.names)
        texts = MethodTexts(
            self.api.declarations,
            self.names,
            imports,
            samples,
            self.package,
            self.client,
            self.constructor,
            self.follow_ups,
        )
        calls = self.calls[group.path]
        for call in calls:
            imports.add(call.imports)
        module = ClientModule("/".join(attributes), prose.docstring([f"The ``{'.'.join(attributes)}`` operations."], 0))
        for is_async in (False, True):
            prefix = "Async" if is_async else ""
            name = f"{prefix}{self.names.groups[group.path].type_name}Client"
            kind = "asynchronous" if is_async else "blocking"
            about = prose.wrap(group.description, 4) or [f"The ``{'.'.join(attributes)}`` operations, {kind}."]
            module.clients.append(
                ClientText(
                    name,
                    f"{prefix}Resource",
                    f"{prefix}Raw{name.removeprefix('Async')}",
                    f"{prefix}RawResource",
                    prose.docstring(about, 4),
                    prose.docstring([f"The operations of ``{name}``, returning ``HttpResponse``."], 4),
                    self.subgroups(group, is_async=is_async),
                    [texts.text(call, is_async=is_async) for call in calls],
                )
            )
            imports.core.update((f"{prefix}Resource", f"{prefix}RawResource"))
        self._finish(module, imports, len(attributes), bool(calls))
        return module

    def _finish(self, module: ClientModule, imports: Imports, depth: int, has_calls: bool) -> None:
        module.dots = "." * (depth + 1)
        if has_calls:
            imports.typing.add("Optional")
        module.typing_imports = import_from("typing", ["TYPE_CHECKING", *imports.typing])
        module.datetime = imports.datetime
        module.cached_property = any(client.subgroups for client in module.clients)
        # What only annotations need is imported for type checkers alone.
        annotations_only = {
            "File",
            "SyncPager",
            "AsyncPager",
            "EventStream",
            "AsyncEventStream",
            "JsonStream",
            "AsyncJsonStream",
            "BinaryStream",
            "AsyncBinaryStream",
        }
        core = sorted(imports.core - annotations_only)
        module.core_imports = import_from(f"{module.dots}core", core)
        checked: dict[str, list[str]] = {}
        if has_calls:
            checked[f"{module.dots}core"] = sorted({"RequestOptions", *(imports.core & annotations_only)})
        if imports.types:
            checked[f"{module.dots}types"] = sorted(imports.types)
        for client in module.clients:
            for subgroup in client.subgroups:
                checked.setdefault(subgroup.module, []).append(subgroup.class_name)
        module.checked_imports = [
            import_from(where, names, 4) for where, names in sorted(checked.items(), key=_import_key)
        ]
        module.uses_types = any("_types." in method.body for client in module.clients for method in client.methods)


def calls_of(group: MethodGroup, decisions: Decisions) -> list[Call]:
    """Decide the methods of a group, in the order of names."""
    names = decisions.names
    attributes = group_attributes(group.path, names)
    return [
        CallPlanner(decisions.sdk.api.declarations, names, decisions.forms).call(
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

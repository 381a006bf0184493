"""Members of a package without code of the user's own, which is checked against them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sdksmith.sdk.errors import ERRORS
from sdksmith.targets.python.client.groups import ClientModule
from sdksmith.targets.python.package.runtime import OTHER_ERRORS
from sdksmith.targets.python.types.modules import TypeModule
from sdksmith.targets.python.types.texts import ClassText


@dataclass(frozen=True)
class GeneratedClient:
    """A pair of clients.

    Attributes
    ----------
    module
        Absolute: ``acme.users.client``.
    name
        Of the blocking one.
    members
        Methods and what leads to sub-groups.
    is_public
        Users construct it, so that what takes its place has its name.
    """

    module: str
    name: str
    members: frozenset[str]
    is_public: bool = False

    def named(self, *, is_async: bool) -> str:
        """Return the name of one of the two."""
        return f"Async{self.name}" if is_async else self.name


@dataclass
class Generated:
    """A package, by what code of the user's own may name.

    Attributes
    ----------
    modules
        Absolute names, packages included.
    names
        Module -> what it defines, for those of which that is known.
    clients
        Attributes that lead to a group, joined by dots -> its clients; ``""`` for those that users construct.
    models
        Class -> its fields.
    exports
        What the root of the package has.
    """

    package: str
    modules: set[str] = field(default_factory=set[str])
    names: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    clients: dict[str, GeneratedClient] = field(default_factory=dict[str, GeneratedClient])
    models: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    exports: set[str] = field(default_factory=set[str])

    def add_group(self, attributes: Iterable[str], module: ClientModule) -> None:
        """Add the module of a group."""
        blocking = module.clients[0]
        name = f"{self.package}.{module.folder.replace('/', '.')}.client"
        members = {each.name for each in blocking.methods} | {each.attribute for each in blocking.subgroups}
        self.clients[".".join(attributes)] = GeneratedClient(name, blocking.name, frozenset((*members, *_OF_CLIENTS)))
        self.names[name] = frozenset(each for client in module.clients for each in (client.name, client.raw_name))

    def add_root(self, key: str, module: str, name: str, members: Iterable[str], more: Iterable[str] = ()) -> None:
        """Add clients that users construct, and what else their module has."""
        found = GeneratedClient(f"{self.package}.{module}", name, frozenset((*members, "close", *_OF_CLIENTS)), True)
        self.clients[key] = found
        self.names[found.module] = frozenset((name, f"Async{name}", *more))
        self.exports |= self.names[found.module]

    def add_types(self, modules: Iterable[TypeModule]) -> None:
        """Add the modules of types."""
        types: set[str] = set()
        for module in modules:
            declared = {each.name for each in module.declarations}
            self.names[f"{self.package}.types.{module.home.folder}.{module.home.module}"] = frozenset(declared)
            types |= declared
            for each in module.declarations:
                if isinstance(each, ClassText):
                    self.models[each.name] = frozenset(
                        entry.statement.partition(":")[0].strip() for entry in each.fields
                    )
        self.names[f"{self.package}.types"] = frozenset(types)
        self.exports |= types

    def add_files(self, paths: Iterable[str], folder: str) -> None:
        """Add the modules that are planned, by their paths; `folder` is that of the package."""
        for path in paths:
            if path.startswith(f"{folder}/") and path.endswith(".py"):
                name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
                self.modules.add(name)
                if path.endswith("/__init__.py") and f"{self.package}.core" not in name:
                    # Packages of groups have nothing but their modules.
                    self.names.setdefault(name, frozenset())
        self.names[f"{self.package}.errors"] = frozenset((*ERRORS.values(), *OTHER_ERRORS))
        self.names[self.package] = frozenset(self.exports)

    def parts(self, module: str) -> frozenset[str] | None:
        """Return what can be imported from a module, its own modules among it; ``None`` where that is not known."""
        if module not in self.names:
            return None
        start = f"{module}."
        return self.names[module] | {
            name.removeprefix(start).partition(".")[0] for name in self.modules if name.startswith(start)
        }

    def top(self) -> set[str]:
        """Return the names of the modules and packages at the top."""
        start = f"{self.package}."
        return {name.removeprefix(start).partition(".")[0] for name in self.modules if name.startswith(start)}


#: What every client has.
_OF_CLIENTS = ("with_raw_response", "_api")

"""Code of the user's own, held against the package that it is to stand in: what fails at import is told before."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from sdksmith.diagnostics import Diagnostic, Diagnostics, Location, Severity
from sdksmith.targets.python.custom.generated import Generated, GeneratedClient
from sdksmith.targets.python.custom.modules import CustomModule, is_override, methods_of
from sdksmith.targets.python.custom.places import TABLE, Custom, OwnName
from sdksmith.targets.python.package import reserved
from sdksmith.words import similar

_FOLDER: Final = Location("<config>", pointer=(*TABLE, "folder"))


class Checks:
    """Reports whatever of the user's code does not fit.

    Parameters
    ----------
    modules
        Absolute name -> module.
    """

    def __init__(
        self, custom: Custom, modules: Mapping[str, CustomModule], generated: Generated, diagnostics: Diagnostics
    ) -> None:
        self._custom = custom
        self._modules = modules
        self._generated = generated
        self._diagnostics = diagnostics

    def report(self) -> None:
        """Report it."""
        if self._custom.folder in self._generated.top():
            message = f"{self._generated.package} needs the name {self._custom.folder!r} for a module of its own"
            self._diagnostics.error("custom-folder", message, location=_FOLDER, hint="give the folder another name")
            return
        for module in self._modules.values():
            self._imports(module)
        for key, place in self._custom.clients.items():
            self._client(key, place)
        self._same_names()
        for key, place in self._custom.types.items():
            self._model(key, place)
        if self._custom.model_base is not None:
            self._mixin(self._custom.model_base, frozenset())
        self._exports()

    # -- places ---------------------------------------------------------------------------------------------------

    def _client(self, key: str, place: OwnName) -> None:
        client = self._generated.clients.get(key)
        if client is None:
            self._unknown("group", key, place, self._generated.clients)
            return
        if client.is_public and place.name != client.name:
            message = f"a class that takes the place of {client.name} has to be called so too, not {place.name!r}"
            self._at_config("custom-name", message, place, f"users construct {client.name}")
            return
        root = self._custom.clients.get("")
        if client.is_public and key and root is not None and root.module == place.module:
            message = f"the generated {client.name} is derived from {root.name}, which is in the module that imports it"
            self._at_config("custom-import", message, place, "put the two classes into modules of their own")
            return
        for is_async, each in ((False, place), (True, place.twin())):
            found = self._class(each, f"it takes the place of {client.named(is_async=is_async)}")
            if found is None:
                continue
            module, node = found
            wanted = f"{client.module}.{client.named(is_async=is_async)}"
            if not self._derives(module, node, wanted, frozenset()):
                message = f"{each.name} is not derived from the generated {client.named(is_async=is_async)}"
                hint = self._way_to(module, client, is_async=is_async)
                self._at_code("custom-class", message, module, node, each, hint)
            self._shadows(module, node, client.members, each)

    def _same_names(self) -> None:
        """Report clients of one name that one module would import."""
        seen: dict[tuple[str, str], str] = {}
        for key, client in sorted(self._generated.clients.items()):
            if client.is_public:
                continue
            place = self._custom.clients.get(key)
            parent = key.rpartition(".")[0]
            outer = self._generated.clients.get(parent)
            name = place.name if place is not None else client.name
            other = seen.setdefault((parent, name), key)
            taken = f"the client of {other!r}" if other != key else ""
            if outer is not None and name == outer.name:
                taken = "the client that leads there"
            if taken:
                mine = place or self._custom.clients.get(other)
                if mine is not None:
                    message = f"{name!r} is the name of {taken} as well, and one module needs both"
                    self._at_config("custom-name", message, mine, "give the class another name")

    def _model(self, name: str, place: OwnName) -> None:
        fields = self._generated.models.get(name)
        if fields is None:
            self._unknown("model", name, place, self._generated.models)
            return
        self._mixin(place, fields)

    def _mixin(self, place: OwnName, fields: frozenset[str]) -> None:
        found = self._class(place, "it becomes a base")
        if found is None:
            return
        if place.name in self._generated.names[f"{self._generated.package}.types"] or place.name in reserved.TYPES:
            self._at_config(
                "custom-name", f"types of the package need the name {place.name!r}", place, "give the class another"
            )
        module, node = found
        for name, each in methods_of(node).items():
            if name in fields:
                message = f"the model has a field {name!r}, which hides this"
                self._at_code("custom-override", message, module, each, place, "give it another name")
        self._shadows(module, node, reserved.FIELDS, place)

    def _exports(self) -> None:
        known = dict.fromkeys(self._generated.exports, "")
        for place in self._custom.exports:
            module = self._module(place)
            if module is None:
                continue
            if place.name not in module.definitions:
                near = similar(place.name, module.definitions)
                hint = f"did you mean {near!r}?" if near else f"define it in {module.file}"
                self._at_config("custom-missing", f"{module.file} has no {place.name!r}", place, hint)
            elif place.name in known:
                other = known[place.name] or self._generated.package
                self._at_config(
                    "custom-name", f"{place.name!r} is exported already, from {other}", place, "give it another name"
                )
            known[place.name] = place.module

    # -- classes ----------------------------------------------------------------------------------------------------

    def _class(self, place: OwnName, purpose: str) -> tuple[CustomModule, ast.ClassDef] | None:
        module = self._module(place)
        if module is None:
            return None
        classes = module.classes()
        if place.name in classes:
            return module, classes[place.name]
        near = similar(place.name, classes)
        # The blocking client is there, and not meant.
        is_twin = near and place.name == f"Async{near}"
        hint = f"did you mean {near!r}?" if near and not is_twin else f"write it: {purpose}"
        self._at_config("custom-missing", f"{module.file} has no class {place.name!r}", place, hint)
        return None

    def _module(self, place: OwnName) -> CustomModule | None:
        name = f"{self._generated.package}.{place.module}"
        if name not in self._modules:
            short = place.module.removeprefix(f"{self._custom.folder}.")
            known = [each.removeprefix(f"{self._generated.package}.{self._custom.folder}.") for each in self._modules]
            near = similar(short, known)
            hint = f"did you mean {near!r}?" if near else f"there are: {', '.join(sorted(known)) or 'none'}"
            self._at_config("custom-missing", f"the folder has no module {short!r}", place, hint)
        return self._modules.get(name)

    def _derives(self, module: CustomModule, node: ast.ClassDef, wanted: str, seen: frozenset[str]) -> bool:
        own = f"{module.name}.{node.name}"
        if own in seen:
            return False
        for base in node.bases:
            meaning = module.meaning(base)
            if meaning == wanted:
                return True
            where, _, name = meaning.rpartition(".")
            other = self._modules.get(where)
            inner = other.classes().get(name) if other is not None else None
            if other is not None and inner is not None and self._derives(other, inner, wanted, seen | {own}):
                return True
        return False

    def _shadows(self, module: CustomModule, node: ast.ClassDef, members: frozenset[str], place: OwnName) -> None:
        for name, each in methods_of(node).items():
            if name in members and not is_override(module, each):
                message = f"{name!r} takes the place of what is generated"
                hint = "put @override before it if that is meant (PEP 698), else give it another name"
                self._at_code("custom-override", message, module, each, place, hint)

    def _way_to(self, module: CustomModule, client: GeneratedClient, *, is_async: bool) -> str:
        """Return the import of a generated class, as a module writes it."""
        depth = len(module.name.split(".")) - len(self._generated.package.split(".")) - (0 if module.is_package else 1)
        where = client.module.removeprefix(f"{self._generated.package}.")
        name = client.named(is_async=is_async)
        return f"from {'.' * (depth + 1)}{where} import {name} as Generated{name}, and derive it from that"

    # -- imports ----------------------------------------------------------------------------------------------------

    def _imports(self, module: CustomModule) -> None:
        package = self._generated.package
        for each in module.imports:
            if each.module != package and not each.module.startswith(f"{package}."):
                continue
            if each.module not in self._generated.modules and each.module not in self._modules:
                if self._is_folder(each.module):
                    continue
                near = similar(each.module, [*self._generated.modules, *self._modules])
                self._gone(module, each.node, f"there is no module {each.module}", near)
                continue
            names = self._names(each.module)
            if each.name and names is not None and each.name not in names:
                self._gone(module, each.node, f"{each.module} has no {each.name!r}", similar(each.name, names))

    def _names(self, module: str) -> frozenset[str] | None:
        """Return what can be imported from a module; ``None`` where that is not known."""
        if module in self._modules:
            own = self._modules[module]
            if "__getattr__" in own.definitions or any(not each.local for each in own.imports):
                return None
            return frozenset((*own.definitions, *self._inside(module)))
        known = self._generated.parts(module)
        if known is None:
            return None
        root = {self._custom.folder} if module == self._generated.package else set[str]()
        return known | {*self._inside(module)} | root

    def _inside(self, module: str) -> Iterator[str]:
        start = f"{module}."
        yield from (name.removeprefix(start).partition(".")[0] for name in self._modules if name.startswith(start))

    def _is_folder(self, module: str) -> bool:
        return any(name.startswith(f"{module}.") for name in (*self._modules, *self._generated.modules))

    def _gone(self, module: CustomModule, node: ast.stmt, message: str, near: str) -> None:
        hint = f"did you mean {near!r}?" if near else "the document has no such thing any more, or calls it otherwise"
        place = OwnName("", "", (*TABLE, "folder"))
        self._at_code("custom-import", message, module, node, place, hint)

    # -- telling ----------------------------------------------------------------------------------------------------

    def _unknown(self, kind: str, key: str, place: OwnName, known: Mapping[str, object]) -> None:
        near = similar(key, known)
        hint = f"did you mean {near!r}?" if near else "`sdksmith inspect` shows what there is"
        self._at_config("custom-unknown", f"the library has no {kind} {key!r}", place, hint)

    def _at_config(self, code: str, message: str, place: OwnName, hint: str) -> None:
        self._diagnostics.error(code, message, location=Location("<config>", pointer=place.key), hint=hint)

    def _at_code(
        self, code: str, message: str, module: CustomModule, node: ast.stmt, place: OwnName, hint: str
    ) -> None:
        found = Diagnostic(code, Severity.ERROR, message, hint, location=module.location(node))
        related = ("it is named here", Location("<config>", pointer=place.key))
        self._diagnostics.add(replace(found, related=(related,)))

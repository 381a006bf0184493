"""Rules of a target for names, and how text becomes one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from sdksmith.naming.cases import Case
from sdksmith.naming.settling import digest
from sdksmith.naming.spelling import normalized, spelled

#: File systems allow 255 bytes for a file name; a name this long is unreadable anyway.
LONGEST = 120

#: What a name is for.
Role: TypeAlias = Literal["type", "field", "parameter", "method", "group", "module", "constant"]


@dataclass(frozen=True, kw_only=True)
class NamingProfile:
    """The names of a target.

    Attributes
    ----------
    words
        How text is split: ``"lodash"`` or ``"compact"``.
    cases
        How the names of each role are written. A parameter is given by itself, a field is a part of a value, a module is a
        file or a folder, a constant a value that has a name.
    is_identifier
        Whether a name can stand for something of a role.
    keywords
        Words of the language: any name that is one gets ``_`` behind it.
    reserved_types, reserved_fields, reserved_parameters, reserved_methods, reserved_groups, reserved_readers
        Names that the generated code uses itself, by what they would collide with; they get ``_`` too.
    reserved_subgroups
        Names that no group inside of another may have.
    reserved_modules
        Names that no file or folder may have, of groups at any depth and of modules of types.
    reserved_clients
        Names that no class of a top-level group may be made of: ``Acme`` where there is an ``AcmeClient`` for all of the API.
    plain_endings
        What is put behind a type's name for its plain form: the usual ending, and the one to take when the API has a type of
        that name itself. Empty for a target without plain forms.
    request_types
        Whether what a call takes beside its path is one value of a type of its own: its members are fields then, and the type
        has a name. Else each is a parameter.
    fields_hide_types
        Whether a field that is called as a type that its class uses would take the type's place there. A script without capitals
        makes names of both that are the same.
    pins
        Names that the configuration gives, by what they name: see :mod:`sdksmith.naming.pins`.
    pins_key
        Where they stand in the configuration.
    enum_constants
        Whether each value of an enum is a constant with a name, in the name space of types.
    """

    words: str
    cases: Mapping[Role, Case]
    is_identifier: Callable[[str, Role], bool]
    keywords: frozenset[str]
    reserved_types: frozenset[str] = frozenset()
    reserved_fields: frozenset[str] = frozenset()
    reserved_parameters: frozenset[str] = frozenset()
    reserved_methods: frozenset[str] = frozenset()
    reserved_groups: frozenset[str] = frozenset()
    reserved_subgroups: frozenset[str] = frozenset()
    reserved_modules: frozenset[str] = frozenset()
    reserved_readers: frozenset[str] = frozenset()
    reserved_clients: frozenset[str] = frozenset()
    plain_endings: tuple[str, ...] = ()
    request_types: bool = False
    enum_constants: bool = False
    fields_hide_types: bool = False
    pins: Mapping[str, str] = field(default_factory=dict[str, str])
    pins_key: tuple[str, ...] = ()

    def name(self, role: Role, text: str, reserved: frozenset[str] = frozenset(), *, prefix: str = "") -> str:
        """Return a name for something.

        Parameters
        ----------
        reserved
            Names that it can't have.
        prefix
            A lower-case word that is put before what would be no identifier; else the role is.
        """
        case = self.cases[role]
        if role == "type":
            name = self.fragment(text)
        else:
            # A small letter may be several characters where the capital is one.
            name = normalized(case.join(normalized(text), self.words))
            if not name or not (name[0].isalpha() or name[0] == "_"):
                name = case.join(spelled(text), self.words)
        prefix = prefix or role
        if not name:
            name = case.prefixed(prefix, digest(text))
        elif not self.is_identifier(name, role):
            name = case.prefixed(prefix, name)
            if not self.is_identifier(name, role):
                name = case.prefixed(prefix, digest(text))
        if len(name) > LONGEST:
            name = f"{name[:LONGEST]}_{digest(text)}"
        return self.free(name, reserved)

    def free(self, name: str, reserved: frozenset[str] = frozenset()) -> str:
        """Return a name, with ``_`` behind it where the language or the generated code has it."""
        return f"{name}_" if name in self.keywords or name in reserved else name

    def as_written(self, role: Role, text: str, reserved: frozenset[str] = frozenset()) -> list[str]:
        """Return text as a name of its own if it can be one, for when the usual form of it is taken; else nothing.

        A field that began with a capital could hide a type of that name: what begins otherwise than its role does is no name.
        """
        usable = text.isascii() and not text.startswith("_") and len(text) <= LONGEST
        if not usable or not self.cases[role].begins(text) or not self.is_identifier(text, role):
            return []
        return [] if text in self.keywords or text in reserved else [text]

    def fragment(self, text: str) -> str:
        """Return text as a part of a type's name: it may start with a digit."""
        join = self.cases["type"].join
        name = join(normalized(text), self.words) or join(spelled(text), self.words)
        # A capital may be several characters where the small letter is one.
        return normalized(name)

"""The plain form of a model: a ``TypedDict`` of its wire names (docs/decisions/0007-plain-dicts.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sdksmith.model import Alias, Api, Declaration, Literal_, Object, Property, Union_, all_properties, object_at
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk.tags import Tag
from sdksmith.targets.python.layout import literals, prose
from sdksmith.targets.python.layout.code import Brackets, Expression, alias, annotated, class_line, expression
from sdksmith.targets.python.package import reserved
from sdksmith.targets.python.types.expressions import PlainForm, TypePrinter
from sdksmith.targets.python.types.texts import AliasText, TypedDictText
from sdksmith.targets.python.types.variants import TaggedVariant


class TypedDicts:
    """Plans the plain forms of types.

    Parameters
    ----------
    forms
        Those that there are.
    unions
        Union -> its variants, of those that a tag tells.
    """

    def __init__(
        self,
        api: Api,
        names: Names,
        forms: Mapping[Symbol, PlainForm],
        unions: Mapping[Symbol, Sequence[TaggedVariant]],
    ) -> None:
        self._declarations = api.declarations
        self._names = names
        self._forms = forms
        self._unions = unions
        #: Names that a class body must not give to a key: the type of a later key would be taken for it.
        self._in_scope = {*reserved.TYPES, *names.types.values(), *names.plain.values()}
        for variants in unions.values():
            self._in_scope.update(variant.dict_name for variant in variants)
        self._inherited: dict[Symbol, tuple[Symbol, ...]] = {}

    def declare(self, declared: Declaration, printer: TypePrinter) -> Iterator[TypedDictText | AliasText]:
        """Yield the plain form of a declaration, none for most; those of its variants first."""
        form = self._forms.get(declared.symbol)
        if form is None:
            return
        model = self._names.types[declared.symbol]
        if isinstance(declared, Object):
            yield self._object(form.name, model, declared, printer)
            return
        if declared.symbol in self._unions:
            variants = self._unions[declared.symbol]
            assert isinstance(declared, Union_) and declared.discriminator is not None
            for variant in variants:
                fields = all_properties(object_at(variant.object, self._declarations), self._declarations)
                entries = _with_tag(fields, declared, variant.tag)
                yield self._typed_dict(variant.dict_name, variant.name, entries, (), printer)
            value = printer.one_of(*(variant.dict_name for variant in variants))
        elif isinstance(declared, Union_):
            value = printer.one_of(*map(printer.print_plain, declared.variants))
        else:
            assert isinstance(declared, Alias)
            value = printer.print_plain(declared.target)
        printer.imports.typing.add("TypeAlias")
        yield AliasText(form.name, alias(form.name, value), _docstring(model, 0, "plain data"))

    def _object(self, name: str, model: str, declared: Object, printer: TypePrinter) -> TypedDictText | AliasText:
        bases = self._bases(declared)
        properties = declared.properties if bases else all_properties(declared, self._declarations)
        return self._typed_dict(name, model, properties, bases, printer)

    def _typed_dict(
        self, name: str, model: str, properties: Iterable[Property], bases: Sequence[Symbol], printer: TypePrinter
    ) -> TypedDictText | AliasText:
        properties = list(properties)
        if not bases:
            printer.imports.typing_extensions.add("TypedDict")
        keys = {entry.name: _value(entry, printer) for entry in properties}
        if all(map(self._is_plain_key, keys)):
            parents: list[Expression] = [printer.plain_name(base) for base in bases] or ["TypedDict"]
            return TypedDictText(
                name,
                class_line(name, [*parents, "total=False"]),
                _docstring(model, 4, "a plain dict"),
                [annotated(key, value, None, 4) for key, value in keys.items()],
            )
        entries = tuple(_entry(key, value) for key, value in keys.items())
        value = Brackets(
            f"{name} = TypedDict(", (literals.string(name), Brackets("{", entries, "}"), "total=False"), ")"
        )
        return AliasText(name, expression(value, 0), _docstring(model, 0, "a plain dict"))

    def _bases(self, declared: Object) -> tuple[Symbol, ...]:
        """Return the bases to inherit keys from; none when a key would be declared twice, which checkers refuse."""
        known = self._inherited.get(declared.symbol)
        if known is not None:
            return known
        bases = tuple(dict.fromkeys(declared.bases))
        keys = [entry.name for entry in declared.properties]
        for base in bases:
            parent = self._declarations.get(base)
            if base not in self._forms or not isinstance(parent, Object):
                bases = ()
                break
            keys.extend(entry.name for entry in all_properties(parent, self._declarations))
        if len(set(keys)) < len(keys) or not all(self._is_plain_key(entry.name) for entry in declared.properties):
            bases = ()
        self._inherited[declared.symbol] = bases
        return bases

    def _is_plain_key(self, key: str) -> bool:
        """Whether a key can be written as a statement of a class.

        Python mangles names that start with two underscores, and normalizes those beyond ASCII.
        """
        return (
            key.isidentifier()
            and key.isascii()
            and not key.startswith("__")
            and key not in reserved.KEYWORDS
            and key not in self._in_scope
        )


def _value(entry: Property, printer: TypePrinter) -> Expression:
    value = printer.print(entry.type)
    # What is read-only is never asked for, but what came may go back.
    if not entry.required or entry.read_only:
        return value
    printer.imports.typing_extensions.add("Required")
    return Brackets("Required[", (value,), "]")


def _with_tag(properties: list[Property], union: Union_, tag: Tag) -> list[Property]:
    assert union.discriminator is not None
    wire = union.discriminator.property
    fixed = Property(wire, Literal_(tag), required=True)
    if all(entry.name != wire for entry in properties):
        return [fixed, *properties]
    return [fixed if entry.name == wire else entry for entry in properties]


def _entry(key: str, value: Expression) -> Expression:
    start = f"{literals.string(key)}: "
    return start + value if isinstance(value, str) else Brackets(start + value.head, value.items, value.tail)


def _docstring(model: str, indent: int, what: str) -> str:
    return prose.docstring(prose.wrap(f"``{model}`` as {what}.", indent + 3), indent)

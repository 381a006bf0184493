"""Attribute trees: what documentation shows of a type, level by level, each attribute with an anchor that says where it is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sdksmith.model import (
    Any_,
    Array,
    Literal_,
    Map,
    Object,
    Parameter,
    Property,
    Reference,
    Type,
    Union_,
    object_of,
    resolve,
)
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.sdk import Sdk
from sdksmith.sdk.documentation.attributes import Attribute, TypeDescription, attribute_of, attributes_of, values_of
from sdksmith.targets.reference.markup import texts
from sdksmith.targets.reference.trees.types import TypeTexts
from sdksmith.targets.reference.trees.values import facts_of
from sdksmith.targets.reference.trees.views import (
    AttributeFacts,
    AttributeView,
    KindFacts,
    Tree,
    ValueFacts,
    VariantView,
)

#: A tree with more attributes shows its first levels, and leads to the pages of types for the rest.
LARGEST = 400
#: A union with more variants leads to its page.
MOST_VARIANTS = 12
#: Stands for the properties that an object does not name.
OTHERS = "*"


@dataclass(frozen=True, slots=True)
class SharedTrees:
    """State that the trees of all pages of a site share.

    Attributes
    ----------
    linked
        The types whose pages are led to.
    sizes
        Type -> how many attributes it has, as far as that is known.
    found, attributes
        Type -> its attributes, and what is said of each with what it opens.
    """

    linked: set[Symbol] = field(default_factory=set[Symbol])
    sizes: dict[Symbol, int] = field(default_factory=dict[Symbol, int])
    found: dict[Symbol, tuple[Attribute, ...]] = field(default_factory=dict[Symbol, Any])
    attributes: dict[Symbol, tuple[tuple[AttributeFacts, Symbol | None], ...]] = field(
        default_factory=dict[Symbol, Any]
    )


@dataclass
class TreeBuilder:
    """Builds the trees of one page, and notes the types whose pages it leads to."""

    sdk: Sdk
    names: Names
    words: Mapping[str, str]
    shared: SharedTrees
    types: TypeTexts = field(init=False)
    _count: int = 0
    _anchors: set[str] = field(default_factory=set[str])

    def __post_init__(self) -> None:
        self.types = TypeTexts(self.sdk.api.declarations, self.names, self.words)

    def tree(self, kind: Type, anchor: str, said: Sequence[str] = ()) -> Tree:
        """Return the tree of a type.

        Parameters
        ----------
        said
            Texts of the document that the page has already.
        """
        self._count = 0
        symbol = self._opened(kind)
        depth = 99
        if symbol is not None and self._size(symbol) > LARGEST:
            depth = 2 if self._shown(symbol, 2) <= LARGEST else 1
        children, variants, link = self._inside(symbol, anchor, (), depth)
        return Tree(self._kind(kind, said), children, variants, link, self._count)

    def _kind(self, kind: Type, said: Sequence[str] = ()) -> KindFacts:
        values = values_of(kind, self.sdk.api.declarations)
        text = "" if values.description.strip() in map(str.strip, said) else values.description
        return KindFacts(
            name=self.types.text(kind),
            marks=tuple(self._marks_of(values, is_any=isinstance(kind, Any_))),
            text=text,
            html=texts.html(text),
            values=ValueFacts() if isinstance(kind, Literal_) else facts_of(values, self.words),
        )

    def parameters(self, parameters: Sequence[Parameter], anchor: str) -> tuple[AttributeView, ...]:
        """Return parameters as attributes."""
        found = [attribute_of(each, self.sdk.api.declarations) for each in parameters]
        return tuple(self._view(self._facts(each), each.opens, anchor, (), 3) for each in found)

    # -- levels -------------------------------------------------------------------------------------------------------

    def _opened(self, kind: Type) -> Symbol | None:
        """Return the object or the union that a type is or has in it."""
        # An array may have arrays of its own type in it, and nothing else.
        seen: set[Type] = set()
        while kind not in seen:
            seen.add(kind)
            inner = resolve(kind, self.sdk.api.declarations, through_null=True)
            if isinstance(inner, Array):
                kind = inner.item
            elif isinstance(inner, Map):
                kind = inner.value
            elif isinstance(inner, Reference):
                declared = self.sdk.api.declarations.get(inner.symbol)
                return inner.symbol if isinstance(declared, Object | Union_) else None
            else:
                return None
        return None

    def _size(self, symbol: Symbol) -> int:
        """Return how many attributes the whole tree of a type has, or a little more than may be shown."""
        known = self.shared.sizes.get(symbol)
        if known is None:
            known = self.shared.sizes[symbol] = self._counted(symbol, (), LARGEST)
        return known

    def _counted(self, symbol: Symbol, inside: tuple[Symbol, ...], left: int) -> int:
        # Never remembered for a type inside of another: how much is shown of it depends on what it is in.
        if symbol in inside:
            return 0
        opened = self._below(symbol)
        total = len(opened)
        for each in opened:
            if each is not None and total <= left:
                total += self._counted(each, (*inside, symbol), left - total)
        return total

    def _shown(self, symbol: Symbol, depth: int) -> int:
        """Return how many attributes a tree of so many levels has."""
        opened = self._below(symbol)
        deeper = (each for each in opened if each is not None) if depth > 1 else ()
        return len(opened) + sum(self._shown(each, depth - 1) for each in deeper)

    def _below(self, symbol: Symbol) -> list[Symbol | None]:
        """Return what each attribute, or each variant, of a type opens."""
        declared = self.sdk.api.declarations[symbol]
        if isinstance(declared, Object):
            return [each.opens for each in self._found(declared)]
        return [self._opened(each) for each in declared.variants] if isinstance(declared, Union_) else []

    def _inside(
        self, symbol: Symbol | None, anchor: str, inside: tuple[Symbol, ...], depth: int
    ) -> tuple[tuple[AttributeView, ...], tuple[VariantView, ...], Symbol | None]:
        """Return the children of a type, its variants, or the type whose page has them."""
        if symbol is None:
            return (), (), None
        declared = self.sdk.api.declarations[symbol]
        if symbol in inside or depth <= 0:
            self.shared.linked.add(symbol)
            return (), (), symbol
        if isinstance(declared, Object):
            deeper = (*inside, symbol)
            return tuple(self._view(*each, anchor, deeper, depth) for each in self._attributes(declared)), (), None
        if isinstance(declared, Union_):
            if inside and len(declared.variants) > MOST_VARIANTS:
                self.shared.linked.add(symbol)
                return (), (), symbol
            return (), self._variants(declared, anchor, (*inside, symbol), depth), None
        return (), (), None

    def _variants(
        self, declared: Union_, anchor: str, inside: tuple[Symbol, ...], depth: int
    ) -> tuple[VariantView, ...]:
        told = self.sdk.unions.get(declared.symbol)
        found: list[VariantView] = []
        for index, kind in enumerate(declared.variants):
            title = self.types.text(kind)
            inner = resolve(kind, self.sdk.api.declarations, through_null=True)
            if told is not None and isinstance(inner, Reference):
                tags = [
                    json.dumps(each.tag, ensure_ascii=False) for each in told.variants if each.object == inner.symbol
                ]
                if tags:
                    title = f"{told.property}: {', '.join(tags)}"
            place = self._anchor(f"{anchor}~{index + 1}")
            children, variants, link = self._inside(self._opened(kind), place, inside, depth - 1)
            self._count += 1
            facts = self._kind(kind)
            opens = bool(link or children or variants or facts.html or facts.values.limits or facts.values.values)
            found.append(VariantView(title, place, opens, facts, children, variants, link))
        return tuple(found)

    def _attributes(self, declared: Object) -> tuple[tuple[AttributeFacts, Symbol | None], ...]:
        known = self.shared.attributes.get(declared.symbol)
        if known is None:
            found = self._found(declared)
            known = self.shared.attributes[declared.symbol] = tuple((self._facts(each), each.opens) for each in found)
        return known

    def _found(self, declared: Object) -> tuple[Attribute, ...]:
        known = self.shared.found.get(declared.symbol)
        if known is None:
            found = (*attributes_of(declared, self.sdk.api.declarations), *self._others(declared))
            known = self.shared.found[declared.symbol] = found
        return known

    def _others(self, declared: Object) -> list[Attribute]:
        """Return what properties are that an object does not name, where the document says it."""
        kind = declared.additional
        if kind is None or isinstance(kind, Any_):
            return []
        entry = Property(OTHERS, kind, required=False, description=self.words["other_properties"])
        return [attribute_of(entry, self.sdk.api.declarations)]

    def _facts(self, attribute: Attribute) -> AttributeFacts:
        return AttributeFacts(
            name=texts.visible(attribute.name),
            type=self.types.text(attribute.type),
            marks=tuple(self._marks(attribute)),
            text=attribute.description,
            html=texts.html(attribute.description),
            values=facts_of(attribute, self.words),
        )

    def _view(
        self, facts: AttributeFacts, opened: Symbol | None, anchor: str, inside: tuple[Symbol, ...], depth: int
    ) -> AttributeView:
        place = self._anchor(f"{anchor}.{facts.name}")
        self._count += 1
        if opened is None:
            return AttributeView(facts, place, "", (), (), None)
        before = self._count
        children, variants, link = self._inside(opened, place, inside, depth - 1)
        shown = self._count - before
        opens = ""
        if variants:
            opens = f"{self.words['show_variants']} ({len(variants)})"
        elif children:
            count = self.words["attribute"] if shown == 1 else self.words["attributes"].format(shown)
            opens = f"{self.words['show_attributes']} ({count})"
        return AttributeView(facts, place, opens, children, variants, link)

    def _anchor(self, text: str) -> str:
        """Return an anchor that no other place of the page has; white space can't be in one (HTML, section 3.2.6)."""
        wanted = "_".join(text.split()) or "attribute"
        anchor, number = wanted, 1
        while anchor in self._anchors:
            number += 1
            anchor = f"{wanted}-{number}"
        self._anchors.add(anchor)
        return anchor

    def _marks(self, attribute: Attribute) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        if attribute.required:
            found.append(("required", self.words["required_mark"]))
        if attribute.read_only:
            found.append(("read-only", self.words["read_only"]))
        if attribute.write_only:
            found.append(("write-only", self.words["write_only"]))
        return found + self._marks_of(attribute, is_any=isinstance(attribute.type, Any_))

    def _marks_of(self, found: Attribute | TypeDescription, *, is_any: bool) -> list[tuple[str, str]]:
        marks = [("nullable", self.words["nullable"])] if found.nullable and not is_any else []
        if found.stage:
            word = self.words["deprecated"] if found.stage == "deprecated" else found.stage
            marks.append(("deprecated" if found.stage == "deprecated" else "stage", texts.visible(word)))
        return marks

    def has_tree(self, kind: Type) -> bool:
        """Whether there is more to show of a type than its name."""
        return self._opened(kind) is not None or object_of(kind, self.sdk.api.declarations) is not None

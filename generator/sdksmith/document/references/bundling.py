"""Many files -> one tree, in which every ``$ref`` begins with ``#/``.

What another file holds becomes a component of the root document where OpenAPI has a section for its kind. Where it has
none (an operation, a whole map, a text), and for entries of the Paths Object, the target takes the reference's place.
The tree is changed in place: a document in one file costs the walk and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from sdksmith.diagnostics import Diagnostic, Diagnostics, Location, Pointer, Severity, format_pointer
from sdksmith.document.pointers import Cells, is_container, is_object, lookup, reference_of, to_pointer
from sdksmith.document.references.component_names import BundledComponent, choose_names, component_root, parts_of_others
from sdksmith.document.references.resolving import Referent, Resolver, describe_place
from sdksmith.document.specification.grammar import SCHEMA, SECTIONS, Rule, rule
from sdksmith.document.specification.sites import MappingSite, ReferenceSite
from sdksmith.document.specification.structure import Walker
from sdksmith.document.specification.trail import Trail
from sdksmith.document.specification.wording import describe
from sdksmith.document.syntax.reading import InputProblem
from sdksmith.document.syntax.source import SourceFile

#: A reference that leaves its file. Only such files are searched for references in free data.
_EXTERNAL = re.compile(r"""\$ref["']?\s*:\s*["']?[^#"'\s]""")
_USES_SHOWN = 5

#: The node that a reference took in -> the file it came from and its place there.
Origins = dict[int, tuple[SourceFile, Pointer]]


@dataclass(slots=True)
class _Assignment:
    """A text to write once the components have names: a ``$ref``, or a value of a discriminator's mapping."""

    holder: dict[str, Any]
    key: str
    component: BundledComponent
    rest: Pointer


@dataclass(slots=True)
class _Inlining:
    site: ReferenceSite
    target: Referent


class Bundler:
    """Makes one tree of a document.

    Parameters
    ----------
    root
        The root document; its tree is changed in place.
    resolver
        Finds what references lead to.
    diagnostics
        Where the findings go.
    mending
        Put values of the wrong type right, or leave them out.
    """

    def __init__(self, root: SourceFile, resolver: Resolver, diagnostics: Diagnostics, *, mending: bool = True) -> None:
        self._root = root
        self._resolver = resolver
        self._diagnostics = diagnostics
        self.trail = Trail(root)
        self.walker = Walker(diagnostics, root, self.trail, mending=mending)
        self.origins: Origins = {}
        self.inlined = False
        self._assignments: list[_Assignment] = []
        self._inlinings: list[_Inlining] = []
        #: What to lift, and the target of each.
        self._components: dict[BundledComponent, Referent] = {}
        self._aliases: dict[BundledComponent, list[str]] = {}
        #: File and section -> the pointers into the file that have an alias there.
        self._aliased: dict[tuple[str, str], set[Pointer]] = {}
        self._failed: dict[tuple[str, str, Location | None], tuple[InputProblem, list[ReferenceSite]]] = {}
        #: Of each circle that was reported, the member that stands for it.
        self._circles: set[tuple[str, Pointer]] = set()
        #: File and pointer of a detour in another file -> where it leads.
        self._collapsed: dict[tuple[str, Pointer], Referent] = {}
        self._scan_data: dict[str, bool] = {}

    def run(self) -> None:
        """Walk the document and whatever it refers to, and join it all."""
        self._find_aliases()
        self._walk(self._root.tree, rule("openapi"), (), self._root)
        references, mappings = self.walker.references, self.walker.mappings
        done = mapped = 0
        in_data: list[ReferenceSite] = []
        # Following a reference may find more of them.
        while done < len(references) or mapped < len(mappings) or in_data:
            while done < len(references):
                site = references[done]
                done += 1
                if site.data:
                    in_data.append(site)
                else:
                    self._follow(site)
            while mapped < len(mappings):
                self._map(mappings[mapped])
                mapped += 1
            # Once it is known what is no data: see _take_in.
            if done == len(references) and in_data:
                self._follow(in_data.pop(0))
        self._report_failures()
        self._lift()
        self._inline()

    def _walk(self, node: Any, wanted: Rule, pointer: Pointer, source: SourceFile) -> None:
        scan = self._scan_data.get(source.identity)
        if scan is None:
            scan = self._scan_data[source.identity] = any(map(_EXTERNAL.search, source.texts))
        self.walker.walk(node, wanted, pointer, source, scan_data=scan)

    def _find_aliases(self) -> None:
        """Find the root's components that do nothing but refer to another file: they name what is there."""
        components, source = self._open(self._root.tree.get("components"), self._root)
        if not is_object(components):
            return
        for section in SECTIONS:
            members, file = self._open(components.get(section), source)
            if not is_object(members):
                continue
            for name, member in members.items():
                if is_object(member) and len(member) == 1 and (text := reference_of(member)) is not None:
                    try:
                        target = self._collapse(self._resolver.resolve(text, file))
                    except InputProblem:
                        continue
                    if target.source is not self._root:
                        self._aliases.setdefault(_component(section, target, target.pointer), []).append(name)
                        self._aliased.setdefault((target.source.identity, section), set()).add(target.pointer)

    def _open(self, node: Any, source: SourceFile) -> tuple[Any, SourceFile]:
        if (text := reference_of(node)) is not None:
            try:
                target = self._resolver.end(self._resolver.resolve(text, source))
            except InputProblem:
                return None, source
            return target.node, target.source
        return node, source

    def _collapse(self, target: Referent) -> Referent:
        """Follow what is nothing but a reference in another file: it is a detour, not a component."""
        passed: set[tuple[str, Pointer]] = set()
        while target.source is not self._root and target.key not in passed:
            known = self._collapsed.get(target.key)
            if known is not None:
                target = known
                break
            text = reference_of(target.node) if is_object(target.node) and len(target.node) == 1 else None
            if text is None:
                break
            passed.add(target.key)
            target = self._resolver.resolve(text, target.source)
        self._collapsed.update(dict.fromkeys(passed, target))
        return target

    def _follow(self, site: ReferenceSite) -> None:
        try:
            target = self._resolved(site)
            # Most targets are no references themselves; only a chain can be a circle.
            if reference_of(target.node) is not None:
                end = self._resolver.end(target)
                if reference_of(end.node) is not None:
                    self._report_circle(end)
                    return
        except InputProblem as problem:
            if self._only_documents(site, problem):
                self._leave_out(site, problem)
            elif not site.data:
                for part in problem.all():
                    key = (site.source.identity, part.message, part.location)
                    self._failed.setdefault(key, (part, []))[1].append(site)
            return
        section = site.rule.kind.section if site.rule.kind else ""
        in_paths = section == "pathItems" and self._is_entry_point(site)
        if site.data:
            if site.source is not self._root or target.source is not self._root:
                self._take_in(site, self._resolver.end(target))
        elif not section or in_paths:
            self._take_in(site, self._resolver.end(target))
        elif self._fits(site, target):
            self._point(site.node, "$ref", site.text, site.source, site.cells, target, site.rule)

    @staticmethod
    def _only_documents(site: ReferenceSite, problem: InputProblem) -> bool:
        """Whether nothing but a text of the documentation is missing: an entry of ``examples`` or ``links``."""
        kind = site.rule.kind.name if site.rule.kind else ""
        leads_nowhere = all(part.code == "unresolvable-reference" for part in problem.all())
        return leads_nowhere and kind in ("example", "link") and is_object(site.parent)

    def _leave_out(self, site: ReferenceSite, problem: InputProblem) -> None:
        message = f"{problem.message}; it only documents, and is left out"
        pointer = to_pointer(site.cells)
        self.walker.report(Severity.WARNING, "unresolvable-example", message, site.source, pointer, problem.hint)
        del site.parent[site.key]

    def _resolved(self, site: ReferenceSite) -> Referent:
        try:
            return self._resolver.resolve(site.text, site.source)
        except InputProblem:
            found = None if site.data else self._resolver.resolve_below(site.text, site.source, to_pointer(site.cells))
            if found is None:
                raise
            return found

    def _is_entry_point(self, site: ReferenceSite) -> bool:
        """Whether a path item stands under ``paths`` or ``webhooks``; one inside a callback may lead back to itself."""
        return site.in_paths or (site.source is self._root and to_pointer(site.cells)[:1] == ("webhooks",))

    def _fits(self, site: ReferenceSite, target: Referent) -> bool:
        node = target.node
        is_document = is_object(node) and isinstance(node.get("openapi"), str) and not target.pointer
        if (type(node) in site.rule.types or type(node) is site.rule.container) and not is_document:
            return True
        found = "a whole OpenAPI document" if is_document else describe(node)
        kind = site.rule.kind.name if site.rule.kind else site.rule.text
        self.walker.report(
            Severity.ERROR,
            "reference-type",
            f"the reference {site.text[:200]!r} leads to {found}, where the {kind} belongs",
            site.source,
            to_pointer(site.cells),
        )
        return False

    def _walk_target(self, text: str, source: SourceFile, cells: Cells, target: Referent, wanted: Rule) -> None:
        if not self.walker.is_other(target.node, wanted):
            self._walk(target.node, wanted, target.pointer, target.source)
            return
        # Walking it again as what it is not would find faults that it does not have.
        kind = wanted.kind.name if wanted.kind else wanted.text
        message = f"the reference {text[:200]!r} leads to something else than the {kind} that belongs here"
        self.walker.report(Severity.WARNING, "reference-kind", message, source, to_pointer(cells))

    def _point(
        self,
        holder: dict[str, Any],
        key: str,
        text: str,
        source: SourceFile,
        cells: Cells,
        target: Referent,
        wanted: Rule,
    ) -> None:
        """Make a reference internal."""
        if target.source is not self._root:
            target = self._collapse(target)
        if target.source is self._root:
            if source is not self._root or not target.direct or not text.startswith("#/"):
                holder[key] = reference_to(target.pointer)
            self._walk_target(text, source, cells, target, wanted)
            return
        section = wanted.kind.section if wanted.kind else ""
        start, rest = component_root(target, section, self._aliased.get((target.source.identity, section), frozenset()))
        component = _component(section, target, start)
        self.trail.note(target.source, start, source, cells)
        if component not in self._components:
            node = lookup(target.source.tree, start)
            self._components[component] = Referent(target.source, start, node)
            self._walk(node, wanted, start, target.source)
        self._walk_target(text, source, cells, target, wanted)
        self._assignments.append(_Assignment(holder, key, component, rest))

    def _take_in(self, site: ReferenceSite, target: Referent) -> None:
        if site.data:
            if self.walker.is_part_of_api(target.node):
                # An extension that shows a schema, say: going on from there would take the schema's own references in.
                return
        elif not self._fits(site, target):
            return
        self._inlinings.append(_Inlining(site, target))
        self.trail.note(target.source, target.pointer, site.source, site.cells)
        if site.data:
            self.walker.scan(target.node, site.parent, site.key, target.pointer, target.source)
        else:
            self._walk(target.node, site.rule, target.pointer, target.source)

    def _map(self, site: MappingSite) -> None:
        """Make the values of a discriminator's mapping references (OpenAPI 3.1 section 4.8.25: a name or a URI)."""
        own = _schemas_of(self._root.tree)
        local = _schemas_of(site.source.tree) if is_object(site.source.tree) else {}
        for key, value in list(site.mapping.items()):
            if not isinstance(value, str):
                continue
            if value in own:
                site.mapping[key] = reference_to(("components", "schemas", value))
                continue
            text = reference_to(("components", "schemas", value)) if value in local else value
            try:
                target = self._resolver.resolve(text, site.source)
                # What it leads to may be a reference that leads nowhere.
                self._resolver.end(target)
            except InputProblem as problem:
                pointer = (*to_pointer(site.cells), key)
                message = f"the discriminator maps {key[:80]!r} to {value[:200]!r}, which leads nowhere"
                hint = problem.hint or "name a schema under /components/schemas"
                self.walker.report(Severity.WARNING, "unresolvable-mapping", message, site.source, pointer, hint)
                continue
            if is_object(target.node):
                self._point(site.mapping, key, text, site.source, (site.cells, key), target, SCHEMA)

    def _lift(self) -> None:
        """Put what other files hold under ``components``."""
        if not self._components:
            return
        parts = parts_of_others(self._components)
        for assignment in self._assignments:
            if (part := parts.get(assignment.component)) is not None:
                whole, way = part
                assignment.component, assignment.rest = whole, (*way, *assignment.rest)
        self._components = {found: target for found, target in self._components.items() if found not in parts}
        components, _ = self._open(self._root.tree.setdefault("components", {}), self._root)
        if not is_object(components):
            return
        maps: dict[str, dict[str, Any]] = {}
        taken: dict[str, set[str]] = {}
        for section in sorted({component.section for component in self._components}):
            members, _ = self._open(components.setdefault(section, {}), self._root)
            if is_object(members):
                maps[section] = members
                taken[section] = set(members)
        aliases = {component: found for component, found in self._aliases.items() if component in self._components}
        for component, found in aliases.items():
            taken.get(component.section, set()).difference_update(found)
        names = choose_names(self._components, taken, aliases)
        for assignment in self._assignments:
            pointer = ("components", assignment.component.section, names[assignment.component], *assignment.rest)
            assignment.holder[assignment.key] = reference_to(pointer)
        for component in sorted(self._components, key=lambda found: (found.section, names[found])):
            target = self._components[component]
            if component.section in maps:
                maps[component.section][names[component]] = target.node
                self._remember(target.node, target)

    def _inline(self) -> None:
        """Put targets in the place of their references."""
        merged: dict[int, list[dict[str, Any]]] = {}
        for inlining in self._inlinings:
            site, node = inlining.site, inlining.target.node
            siblings = {key: value for key, value in site.node.items() if key != "$ref"}
            if siblings and is_object(node):
                copy = {**node, **siblings}
                merged.setdefault(id(node), []).append(copy)
                node = copy
            if site.parent is None:
                continue
            for holder in (site.parent, *merged.get(id(site.parent), ())):
                # A copy may have a member of its own in that place.
                if holder[site.key] is site.node:
                    holder[site.key] = node
            self._remember(node, inlining.target)
            self.inlined = True

    def _remember(self, node: Any, target: Referent) -> None:
        if is_container(node):
            self.origins[id(node)] = (target.source, target.pointer)

    def _report_circle(self, member: Referent) -> None:
        if member.key in self._circles:
            return
        self._circles.add(member.key)
        circle = self._resolver.circle(member)
        first = min(range(len(circle)), key=lambda index: circle[index].key)
        ordered = [*circle[first:], *circle[:first], circle[first]]
        shown = [describe_place(step.source, step.pointer, self._root) for step in ordered[:10]]
        if len(ordered) > 10:
            shown.append("...")
        if len(circle) == 1:
            message = f"circular reference: {shown[0]} refers to itself"
        else:
            message = "circular reference that never reaches an object: " + " -> ".join(shown)
        self.walker.report(Severity.ERROR, "circular-reference", message, circle[first].source, circle[first].pointer)

    def _report_failures(self) -> None:
        for problem, sites in self._failed.values():
            uses = [self._place(site) for site in sites[: _USES_SHOWN + 1]]
            if problem.location is not None:
                first = uses[0]
                via = first.via if isinstance(first, Location) else ()
                place: Pointer | Location = replace(problem.location, via=via)
                label = "referred to here"
            else:
                place = uses.pop(0)
                label = "also referred to here"
            shown = [(label, use) for use in uses[:_USES_SHOWN]]
            left = len(sites) - len(uses) + len(uses[_USES_SHOWN:]) - (problem.location is None)
            if left and shown:
                shown[-1] = (f"{label}, and in {left:,} more place{'' if left == 1 else 's'}", shown[-1][1])
            found = Diagnostic(
                problem.code,
                Severity.ERROR,
                problem.message,
                problem.hint,
                None if isinstance(place, Location) else place,
                place if isinstance(place, Location) else None,
                (*problem.related, *shown),
            )
            self._diagnostics.add(found)

    def _place(self, site: ReferenceSite) -> Pointer | Location:
        pointer = to_pointer(site.cells)
        return pointer if site.source is self._root else self.trail.locate(site.source, pointer)


def _component(section: str, target: Referent, pointer: Pointer) -> BundledComponent:
    return BundledComponent(section, target.source.label, pointer, target.source.identity)


def _schemas_of(tree: dict[str, Any]) -> dict[str, Any]:
    try:
        schemas = lookup(tree, ("components", "schemas"))
    except KeyError:
        return {}
    return schemas if is_object(schemas) else {}


def reference_to(pointer: Pointer) -> str:
    """Return the reference to a place in the same tree; ``%`` is escaped because a fragment is percent-decoded."""
    return "#" + format_pointer(pointer).replace("%", "%25")

"""A plan after a small change: only the parts that were made of what changed are made again.

Whatever is decided for the package as a whole is taken from the earlier plan. That is right as long as the outlines of all
declarations are what they were (:mod:`~sdksmith.targets.python.outlines`), and no method is another; where not, the answer is
that the whole plan is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Api, Declaration, Ledger
from sdksmith.model.types import Symbol
from sdksmith.planned import PlannedFile
from sdksmith.sameness import same
from sdksmith.targets.python.clients import ClientPlanner, calls_of, group_attributes
from sdksmith.targets.python.homes import Home
from sdksmith.targets.python.kept import Kept, decisions_of, summary_digest
from sdksmith.targets.python.methods import Call
from sdksmith.targets.python.outlines import outline
from sdksmith.targets.python.parts import client_file, group_part, tests_file, types_file, types_part
from sdksmith.targets.python.readings import BUDGET, OVERVIEW, README, SHOWCASE, TAGS
from sdksmith.targets.python.showcase import Showcase, clearable
from sdksmith.targets.python.type_modules import TypeModules
from sdksmith.targets.python.wire_tests.modules import Untested, WireTestPlanner
from sdksmith.targets.python.wire_tests.modules import module_names as test_module_names

#: An API with the operations of some groups only, told by their paths.
Excerpts = Callable[[Iterable[tuple[str, ...]]], Api]


@dataclass
class Replanned:
    """The files of the parts that changed, as they were before and as they are now, in the same order."""

    before: list[PlannedFile]
    after: list[PlannedFile]


@dataclass
class _Parts:
    """What was made of one of the two documents; all but the files must be the same for both."""

    files: list[PlannedFile] = field(default_factory=list[PlannedFile])
    exports: list[list[str]] = field(default_factory=list[list[str]])
    calls: dict[tuple[str, ...], list[Call]] = field(default_factory=dict[tuple[str, ...], list[Call]])
    untested: list[Untested] = field(default_factory=list[Untested])
    summaries: dict[str, str] = field(default_factory=dict[str, str])
    ledger: Ledger = field(default_factory=Ledger)
    diagnostics: Diagnostics = field(default_factory=Diagnostics)

    def shared(self) -> tuple[object, ...]:
        found = (self.exports, self.calls, self.untested, self.summaries)
        return (*found, self.ledger.entries, tuple(self.diagnostics))


def replan(
    kept: Kept,
    config: Config,
    before: Excerpts,
    after: Excerpts,
    declared: Mapping[Symbol, tuple[Declaration, Declaration]],
) -> Replanned | None:
    """Plan the parts that were made of changed declarations.

    Parameters
    ----------
    kept
        Of the plan of the document as it was before.
    before, after
        Give an API of either document.
    declared
        All declarations that may have changed, each as it was and as it is.

    Returns
    -------
    Replanned or None
        ``None`` when more may have changed than these parts.
    """
    changed = _changed(kept, config, before(()), after(()), declared)
    tags = kept.read(TAGS)
    for symbol in changed:
        first, second = (outline(each, is_tag=symbol in tags) for each in declared[symbol])
        if not same(first, second):
            return None
    parts = kept.parts_that_read(changed)
    if not parts.isdisjoint((SHOWCASE, OVERVIEW, group_part(()))):
        return None
    one, other = _Replanner(kept, config, parts, before).parts(), _Replanner(kept, config, parts, after).parts()
    if not same(one.shared(), other.shared()):
        return None
    if any(kept.summaries[part] != digest for part, digest in one.summaries.items()):
        return None
    return Replanned(one.files, other.files)


def _changed(
    kept: Kept, config: Config, before: Api, after: Api, declared: Mapping[Symbol, tuple[Declaration, Declaration]]
) -> set[Symbol]:
    """Return the declarations that changed, or whose fields have other names: those of bases may have taken theirs."""
    first = decisions_of(kept, before, config).names.fields
    second = decisions_of(kept, after, config).names.fields
    return {symbol for symbol, pair in declared.items() if not same(*pair) or first[symbol] != second[symbol]}


class _Replanner:
    def __init__(self, kept: Kept, config: Config, parts: set[str], excerpts: Excerpts) -> None:
        self._kept = kept
        self._options = config.targets.python
        self._parts = parts
        attributes = kept.group_attributes()
        self._wanted = {path for path, names in attributes.items() if group_part(names) in parts}
        self._api = excerpts({*self._wanted, *self._shown_groups()})
        self._decisions = decisions_of(kept, self._api, config)

    def _shown_groups(self) -> set[tuple[str, ...]]:
        """Return the groups of methods that are needed because they are shown or tested, wherever they are."""
        budget = self._options.import_budget
        named = budget.method if budget is not None else None
        if README in self._parts or (BUDGET in self._parts and named is None):
            shown = set(self._kept.shown.values())
            return {group for symbol, _, group in self._kept.methods if symbol in shown}
        if BUDGET not in self._parts:
            return set()
        attributes = self._kept.group_attributes()
        return {group for _, name, group in self._kept.methods if ".".join((*attributes[group], name)) == named}

    def parts(self) -> _Parts:
        """Plan the parts."""
        made = _Parts()
        self._types(made)
        groups = [group for group in self._api.groups() if group.operations]
        made.calls = {group.path: calls_of(group, self._api, self._decisions) for group in groups}
        planner = ClientPlanner.of(self._api, self._decisions, made.calls)
        tests = WireTestPlanner(self._api, self._decisions)
        modules = test_module_names(self._kept.attributes_with_methods()) if self._options.tests else {}
        for group in groups:
            if group.path in self._wanted:
                made.files.append(client_file(self._decisions, planner.module(group)))
            if not modules:
                continue
            # The budget's test refers to the one of its call, wherever that is.
            module = tests.module(modules[group_attributes(group, self._decisions.names)], made.calls[group.path])
            if group.path in self._wanted and module.operations:
                made.files.append(tests_file(module))
        made.untested = tests.untested
        self._summarize(made, planner, tests)
        return made

    def _types(self, made: _Parts) -> None:
        modules = TypeModules(self._api, self._decisions, made.ledger)
        members: dict[Home, list[Symbol]] = {}
        for symbol, home in self._decisions.homes.items():
            if types_part(home) in self._parts:
                members.setdefault(home, []).append(symbol)
        for home in sorted(members):
            module = modules.module(home, sorted(members[home]))
            made.files.append(types_file(self._decisions, module))
            made.exports.append([declared.name for declared in module.declarations])

    def _summarize(self, made: _Parts, planner: ClientPlanner, tests: WireTestPlanner) -> None:
        shown = self._shown(made)
        options = self._options
        # Imported where they are needed, because most edits need neither.
        if README in self._parts:
            from sdksmith.targets.python.readme import ReadmePlanner

            token = self._kept.token_construction
            page = ReadmePlanner(planner, shown, self._decisions.construction, token, options.http_library).page()
            made.summaries[README] = summary_digest(page)
        if BUDGET in self._parts and options.import_budget is not None:
            from sdksmith.targets.python.wire_tests.import_budget import ImportBudgetPlanner

            token_needed = bool(self._decisions.credentials.token)
            budget = ImportBudgetPlanner(options.import_budget, planner, shown, tests, token_needed, made.diagnostics)
            made.summaries[BUDGET] = summary_digest(budget.text())

    def _shown(self, made: _Parts) -> Showcase:
        calls = {call.operation.symbol: call for group in made.calls.values() for call in group}
        found = {name: calls.get(symbol) for name, symbol in self._kept.shown.items()}
        clear = found.get("clear")
        return Showcase(
            get=found.get("get"),
            create=found.get("create"),
            clear=clear,
            cleared=clearable(clear) if clear is not None else None,
            pages=found.get("pages"),
            events=found.get("events"),
            upload=found.get("upload"),
            download=found.get("download"),
        )

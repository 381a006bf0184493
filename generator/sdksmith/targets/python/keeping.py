"""A plan, and what is to be kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Api, Ledger
from sdksmith.model.types import Symbol
from sdksmith.planned import PlannedFile
from sdksmith.targets.python.kept import Kept, KeptVariant, summary_digest
from sdksmith.targets.python.plan import Plan, make_plan
from sdksmith.targets.python.readings import Readings


def plan_and_keep(api: Api, config: Config, ledger: Ledger, diagnostics: Diagnostics) -> tuple[list[PlannedFile], Kept]:
    """Plan a package as :func:`~sdksmith.targets.python.plan.plan` does; what is to be kept of the plan comes with it."""
    readings = Readings(api.declarations)
    plan = make_plan(replace(api, declarations=readings), config, ledger, diagnostics, readings.reading_for)
    return plan.files, keep(api, plan, readings.by_part)


def keep(api: Api, plan: Plan, readings: Mapping[str, set[Symbol]]) -> Kept:
    """Return what is to be kept of a plan, and of what was read for each of its parts."""
    decisions = plan.decisions
    names = decisions.names
    symbols = list(api.declarations)
    index = {symbol: number for number, symbol in enumerate(symbols)}
    modules = {home: number for number, home in enumerate(sorted(set(decisions.homes.values())))}
    shown = {
        name: call.operation.symbol
        for name in plan.shown.__dataclass_fields__
        if name != "cleared" and (call := getattr(plan.shown, name)) is not None
    }
    return Kept(
        client=decisions.client,
        package=decisions.package,
        construction=decisions.construction,
        token_construction=plan.token_construction,
        symbols=symbols,
        types=[names.types.get(symbol, "") for symbol in symbols],
        plain=[names.plain.get(symbol, "") for symbol in symbols],
        modules=[(home.folder, home.module) for home in modules],
        homes=[modules[decisions.homes[symbol]] if symbol in decisions.homes else -1 for symbol in symbols],
        forms={index[symbol]: form.is_open for symbol, form in decisions.forms.items()},
        unions={
            index[symbol]: [
                KeptVariant(each.name, each.dict_name, each.property, each.tag, index[each.object]) for each in variants
            ]
            for symbol, variants in decisions.unions.items()
        },
        tags={index[symbol]: tags for symbol, tags in decisions.tags.items()},
        groups=[(path, name.attribute, name.type_name) for path, name in names.groups.items()],
        methods=[
            (operation.symbol, names.methods[operation.symbol], group.path)
            for group in api.groups()
            for operation in group.operations
        ],
        shown=shown,
        readings={part: sorted(index[symbol] for symbol in read & index.keys()) for part, read in readings.items()},
        summaries={part: summary_digest(summary) for part, summary in plan.summaries.items()},
    )

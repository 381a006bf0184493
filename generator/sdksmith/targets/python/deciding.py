"""The passes that decide about a package as a whole: names, homes, what is sent and what comes back."""

from __future__ import annotations

from sdksmith.config import Config
from sdksmith.model import Api, Declaration, Ledger, Object
from sdksmith.naming import NamingRules, assign_names
from sdksmith.sdk import Policy, build
from sdksmith.targets.python import servers
from sdksmith.targets.python.choices import (
    client_and_package,
    naming_rules,
)
from sdksmith.targets.python.construction import Construction, credential_arguments, server_arguments
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.discriminated import name_variants
from sdksmith.targets.python.homes import find_homes
from sdksmith.targets.python.inputs import find_plain_forms
from sdksmith.targets.python.limits import record_limits
from sdksmith.targets.python.security import Credentials


def decide(api: Api, config: Config, ledger: Ledger) -> Decisions:
    """Decide about a package.

    Parameters
    ----------
    ledger
        Is told what Python can't express.
    """
    client, package = client_and_package(api, config)
    sdk = build(api, Policy(), ledger)
    bodies = {symbol: method.body for symbol, method in sdk.methods.items() if method.body is not None}
    results = {symbol: method.result for symbol, method in sdk.methods.items()}
    record_limits(api, bodies, ledger)
    rules = naming_rules(api, client, config)
    credentials = Credentials(api, rules)
    names = assign_names(api, rules, sdk.flattened)
    forms = find_plain_forms(sdk, names)
    homes = find_homes(api, sdk.clusters, names, rules)
    unions = name_variants(sdk.unions, names, rules)
    tags = {symbol: plan.distinguishing for symbol, plan in sdk.types.items() if plan.distinguishing}
    return Decisions(
        client,
        package,
        rules,
        names,
        bodies,
        results,
        credentials,
        _construction(api, client, rules, credentials),
        forms,
        homes,
        unions,
        tags,
        has_subtypes=any(_has_subtypes(declared) for declared in api.declarations.values()),
        polymorphic=[symbol for symbol in sorted(homes) if _has_subtypes(api.declarations[symbol])],
    )


def _has_subtypes(declared: Declaration) -> bool:
    return isinstance(declared, Object) and declared.subtypes is not None


def _construction(api: Api, client: str, rules: NamingRules, given: Credentials) -> Construction:
    credentials = credential_arguments(given.token, given.keys, given.basic)
    return Construction(client, credentials, server_arguments(api, servers.variables(api, rules)))

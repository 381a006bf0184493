"""The passes that decide about a package as a whole: names, homes, what is sent and what comes back."""

from __future__ import annotations

from sdksmith.config import Config
from sdksmith.model import Api, Declaration, Ledger, Object, Union_
from sdksmith.naming import NamingRules, assign_names
from sdksmith.sdk.emission import emitted
from sdksmith.targets.python import servers
from sdksmith.targets.python.choices import (
    choose_bodies,
    choose_results,
    client_and_package,
    flattened_objects,
    naming_rules,
)
from sdksmith.targets.python.construction import Construction, credential_arguments, server_arguments
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.discriminated import find_tagged_unions
from sdksmith.targets.python.homes import find_homes
from sdksmith.targets.python.inputs import find_plain_forms
from sdksmith.targets.python.limits import record_limits
from sdksmith.targets.python.security import Credentials
from sdksmith.targets.python.tags import find_tags


def decide(api: Api, config: Config, ledger: Ledger) -> Decisions:
    """Decide about a package.

    Parameters
    ----------
    ledger
        Is told what Python can't express.
    """
    client, package = client_and_package(api, config)
    bodies = choose_bodies(api)
    record_limits(api, bodies, ledger)
    results = choose_results(api)
    rules = naming_rules(api, client, config)
    credentials = Credentials(api, rules)
    names = assign_names(api, rules, flattened_objects(api, bodies))
    forms = find_plain_forms(api, bodies, names)
    homes = find_homes(api, emitted(api, bodies, ledger), names, rules)
    unions = find_tagged_unions(api.declarations, sorted(homes), names, rules, ledger)
    others = [symbol for symbol in homes if symbol not in unions and isinstance(api.declarations[symbol], Union_)]
    tags = find_tags(api.declarations, others)
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

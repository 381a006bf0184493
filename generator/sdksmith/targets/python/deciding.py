"""The passes that decide about a package as a whole: names, homes, what is sent and what comes back."""

from __future__ import annotations

from collections.abc import Mapping

from sdksmith.config import Config, PythonConfig
from sdksmith.model import Api, Declaration, Ledger, Object, Union_, object_at
from sdksmith.model.types import Symbol
from sdksmith.naming import NamingRules, assign_names
from sdksmith.targets.python import incoming, reserved, servers, token_client
from sdksmith.targets.python.bodies import Body, choose_body
from sdksmith.targets.python.construction import Construction, credential_arguments, server_arguments
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.discriminated import find_tagged_unions
from sdksmith.targets.python.emission import emitted
from sdksmith.targets.python.homes import find_homes
from sdksmith.targets.python.inputs import find_plain_forms
from sdksmith.targets.python.limits import record_limits
from sdksmith.targets.python.readings import TAGS, ReadingFor
from sdksmith.targets.python.results import Result, choose_result
from sdksmith.targets.python.security import Credentials
from sdksmith.targets.python.statuses import ERRORS, OTHER_ERRORS
from sdksmith.targets.python.tags import find_tags
from sdksmith.words import pascal


def decide(api: Api, config: Config, ledger: Ledger, reading_for: ReadingFor) -> Decisions:
    """Decide about a package.

    Parameters
    ----------
    ledger
        Is told what Python can't express.
    reading_for
        Is told when the tags of unions are looked for.
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
    with reading_for(TAGS):
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


def client_and_package(api: Api, config: Config) -> tuple[str, str]:
    """Return the name of the root client and the import name: as configured, else made of the title."""
    options: PythonConfig = config.targets.python
    titled = NamingRules(config.words, reserved.KEYWORDS)
    client = options.client or titled.pascal(api.info.title or "Api", prefix="Api")
    taken = reserved.PACKAGES | reserved.DEVICES
    return client, options.package or titled.snake(api.info.title or "api", "api", taken)


def choose_bodies(api: Api) -> dict[Symbol, Body]:
    """Return the body of each operation that has one."""
    bodies = {operation.symbol: choose_body(operation, api.declarations) for operation in api.operations()}
    return {symbol: body for symbol, body in bodies.items() if body is not None}


def choose_results(api: Api) -> dict[Symbol, Result]:
    """Return what the method of each operation returns."""
    return {operation.symbol: choose_result(operation, api.declarations) for operation in api.operations()}


def flattened_objects(api: Api, bodies: Mapping[Symbol, Body]) -> dict[Symbol, Object]:
    """Return the body of each operation whose properties become parameters."""
    return {
        symbol: object_at(body.flattened, api.declarations)
        for symbol, body in bodies.items()
        if body.flattened is not None
    }


def naming_rules(api: Api, client: str, config: Config) -> NamingRules:
    """Return the rules for names: Python's, and what this package takes for itself."""
    own = {client, f"Async{client}", f"{client}Environment"}
    groups: set[str] = set(reserved.GROUPS)
    token = config.targets.python.client_credentials
    if token is not None:
        own |= {token.client, f"Async{token.client}"}
        groups.add(token_client.module_name(token.client))
    if incoming.class_names(api):
        own |= {*incoming.class_names(api), *incoming.INCOMING_EXPORTS, "IncomingReader"}
        groups.add(incoming.MODULE)
    clients: set[str] = set()
    for group in api.groups():
        if group.path:
            name = f"{pascal(group.path[-1], config.words)}Client"
            clients |= {name, f"Async{name}", f"Raw{name}", f"AsyncRaw{name}"}
    return NamingRules(
        words=config.words,
        keywords=reserved.KEYWORDS,
        reserved_types=reserved.TYPES | set(ERRORS.values()) | set(OTHER_ERRORS) | own | clients,
        reserved_fields=reserved.FIELDS,
        reserved_parameters=reserved.PARAMETERS,
        reserved_methods=reserved.METHODS,
        reserved_groups=frozenset(groups),
        reserved_subgroups=reserved.SUBGROUPS,
        reserved_modules=reserved.DEVICES,
        reserved_readers=incoming.RESERVED_METHODS,
        plain_endings=reserved.DICT_ENDINGS,
    )


def _construction(api: Api, client: str, rules: NamingRules, given: Credentials) -> Construction:
    credentials = credential_arguments(given.token, given.keys, given.basic)
    return Construction(client, credentials, server_arguments(api, servers.variables(api, rules)))

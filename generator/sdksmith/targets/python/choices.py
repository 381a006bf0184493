"""What follows from the operations and the configuration, one by one: names that are taken, what is sent and returned."""

from __future__ import annotations

from sdksmith.config import Config
from sdksmith.model import Api
from sdksmith.naming import NamingRules
from sdksmith.sdk.errors import ERRORS
from sdksmith.targets.python import reserved
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.runtime import OTHER_ERRORS
from sdksmith.words import pascal, snake


def client_and_package(api: Api, config: Config, options: PythonOptions) -> tuple[str, str]:
    """Return the name of the root client and the import name: as configured, else made of the title."""
    titled = NamingRules(config.words, reserved.KEYWORDS)
    client = options.client or titled.pascal(api.info.title or "Api", prefix="Api")
    taken = reserved.PACKAGES | reserved.DEVICES
    return client, options.package or titled.snake(api.info.title or "api", "api", taken)


def naming_rules(api: Api, client: str, config: Config, options: PythonOptions) -> NamingRules:
    """Return the rules for names: Python's, and what this package takes for itself."""
    own = {client, f"Async{client}", f"{client}Environment"}
    groups: set[str] = set(reserved.GROUPS)
    token = options.client_credentials
    if token is not None:
        own |= {token.client, f"Async{token.client}"}
        groups.add(token_module_name(token.client))
    readers: frozenset[str] = frozenset()
    if api.incoming():
        # Imported here because most APIs send nothing.
        from sdksmith.targets.python import incoming

        own |= {*incoming.class_names(api), *incoming.INCOMING_EXPORTS, "IncomingReader"}
        groups.add(incoming.MODULE)
        readers = incoming.RESERVED_METHODS
    clients: set[str] = set()
    for group in api.groups():
        if group.path:
            stem = pascal(group.path[-1], config.words)
            for name in (f"{stem}Client", f"{stem}GroupClient"):
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
        reserved_readers=readers,
        reserved_clients=frozenset(name.removesuffix("Client") for name in own if name.endswith("Client")),
        plain_endings=reserved.DICT_ENDINGS,
    )


def token_module_name(client: str) -> str:
    """Return the module of the client that gets its tokens itself: ``management_client``."""
    return snake(client, "compact")

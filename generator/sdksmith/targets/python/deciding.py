"""The passes that decide about a package as a whole: names, homes, what is sent and what comes back."""

from __future__ import annotations

from sdksmith.config import Config
from sdksmith.model import Declaration, Ledger, Object
from sdksmith.naming import Names, NamingProfile
from sdksmith.sdk import Sdk
from sdksmith.sdk.documentation.examples import example_client
from sdksmith.targets.python.client import servers
from sdksmith.targets.python.client.construction import Construction, credential_arguments, server_arguments
from sdksmith.targets.python.client.credentials import CredentialTexts
from sdksmith.targets.python.custom.places import Custom
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.limits import record_limits
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.package.folders import group_folders
from sdksmith.targets.python.package.profile import client_and_package
from sdksmith.targets.python.types.homes import find_homes
from sdksmith.targets.python.types.plain_forms import find_plain_forms
from sdksmith.targets.python.types.variants import name_variants


def decide(sdk: Sdk, names: Names, config: Config, options: PythonOptions, ledger: Ledger) -> Decisions:
    """Decide about a package.

    Parameters
    ----------
    ledger
        Receives what Python can't express.
    """
    api, profile = sdk.api, names.profile
    client, package = client_and_package(api, config, options)
    record_limits(sdk, ledger)
    credentials = CredentialTexts(sdk.credentials, profile)
    folders = group_folders(api, names)
    return Decisions(
        sdk=sdk,
        client=client,
        package=package,
        profile=profile,
        names=names,
        credentials=credentials,
        construction=_construction(sdk, client, profile, credentials),
        forms=find_plain_forms(sdk, names),
        folders=folders,
        homes=find_homes(api, sdk.clusters, names, folders, profile),
        unions=name_variants(sdk.unions, names, profile),
        has_subtypes=any(_has_subtypes(declared) for declared in api.declarations.values()),
        polymorphic=[symbol for symbol in sdk.emitted if _has_subtypes(api.declarations[symbol])],
        custom=Custom.of(options.custom),
    )


def _has_subtypes(declared: Declaration) -> bool:
    return isinstance(declared, Object) and declared.subtypes is not None


def _construction(sdk: Sdk, client: str, profile: NamingProfile, given: CredentialTexts) -> Construction:
    example = example_client(sdk)
    variables = servers.variables(sdk.servers.variables, profile)
    return Construction(client, credential_arguments(example, given.keys), server_arguments(example, variables))

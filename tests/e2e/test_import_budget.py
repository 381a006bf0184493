"""What a program pays before its first call: modules, which are counted, and not seconds, which depend on the machine."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from tests.e2e.support import CONFIG, GENERATED, build_package, run_python, shared
from tests.runtime.loopback import Loopback

#: Modules of the library itself, from nothing to a client that is ready to call. Raise it with a reason only.
MOST_OWN_MODULES = 29
#: Modules of anybody, those of Python's start included, which differ a little between its versions.
MOST_MODULES = 150
#: Modules of the library itself, up to the answer of a first call: a client, a group, the types of the answer.
MOST_OWN_MODULES_OF_A_CALL = 57
#: Modules of anybody but Python up to there. Those of the HTTP library and of pydantic are three quarters of them.
MOST_MODULES_OF_A_CALL = 200

IMPORT = "import json, sys\nfrom auth0.management import {names}\n"
CONSTRUCT = IMPORT.format(names="Auth0") + "client = Auth0(token='token', base_url='http://127.0.0.1:9')\n"
PRINT = "print(json.dumps(sorted(sys.modules)))\n"
TYPES = "auth0.management.types"


def loaded(program: str, cwd: Path, path: Path = GENERATED) -> set[str]:
    """Run a program in a fresh process, and return the names of the modules that it loaded."""
    return set(json.loads(run_python(program + PRINT, cwd=cwd, path=path)))


def own(modules: set[str]) -> set[str]:
    return {name for name in modules if name.partition(".")[0] == "auth0"}


def types(modules: set[str]) -> set[str]:
    """The modules that hold types: neither the index of all of them, nor the folders."""
    return {name for name in modules if name.startswith(f"{TYPES}.") and name.count(".") == 4}


def test_the_package_alone_is_two_modules(tmp_path: Path) -> None:
    assert own(loaded("import json, sys, auth0.management\n", tmp_path)) == {"auth0", "auth0.management"}


def test_a_client_is_ready_without_pydantic(tmp_path: Path) -> None:
    modules = loaded(CONSTRUCT, tmp_path)

    assert "pydantic" not in modules
    assert "pydantic_core" not in modules


def test_a_client_is_ready_without_a_single_type(tmp_path: Path) -> None:
    assert {name for name in loaded(CONSTRUCT, tmp_path) if name.startswith(f"{TYPES}.")} == set()


def test_a_client_is_ready_without_a_single_group(tmp_path: Path) -> None:
    groups = {name for name in own(loaded(CONSTRUCT, tmp_path)) if name.endswith(".client")}

    assert groups == {"auth0.management.client"}


def test_a_client_is_ready_after_few_modules(tmp_path: Path) -> None:
    modules = loaded(CONSTRUCT, tmp_path)

    assert len(own(modules)) <= MOST_OWN_MODULES
    assert len(modules) <= MOST_MODULES


@pytest.mark.parametrize("name", ["ApiError", "NotFoundError", "OMIT", "RequestOptions"])
def test_errors_and_settings_load_no_type(name: str, tmp_path: Path) -> None:
    modules = loaded(IMPORT.format(names=name), tmp_path)

    assert types(modules) == set()
    assert "pydantic" not in modules


@pytest.mark.parametrize("name", ["ActionTrigger", "ActionTriggerDict"])
def test_a_type_loads_only_what_it_is_made_of(name: str, tmp_path: Path) -> None:
    modules = loaded(IMPORT.format(names=name), tmp_path)

    assert types(modules) == {
        f"{TYPES}.actions.action_trigger",
        f"{TYPES}.actions.action_trigger_compatible_trigger",
        f"{TYPES}.actions.enums",
    }


@pytest.fixture
def called(server: Loopback, tmp_path: Path) -> set[str]:
    """The modules that are loaded after a first call."""
    server.answer(201, {"id": "1"})
    program = IMPORT.format(names="Auth0") + (
        f"client = Auth0(token='token', base_url={server.url!r})\n"
        "client.actions.create(name='name', supported_triggers=[{'id': 'post-login'}])\n"
    )
    return loaded(program, tmp_path)


def test_a_first_call_is_answered_after_few_modules(called: set[str]) -> None:
    installed = {name for name in called if name.partition(".")[0] not in sys.stdlib_module_names and name[0] != "_"}

    assert "pydantic.main" in installed
    assert len(own(called)) <= MOST_OWN_MODULES_OF_A_CALL, sorted(own(called))
    assert len(installed) <= MOST_MODULES_OF_A_CALL, sorted(installed)


def test_a_first_call_loads_nothing_that_it_has_no_use_for(called: set[str]) -> None:
    """Each of these is for calls of another kind, or for answers that depart from the document."""
    others = "events incoming lenient mock_transport pagination sse streaming token_grant"

    assert {name for name in others.split() if f"auth0.management.core.{name}" in called} == set()


def test_a_call_loads_only_the_types_of_its_answer(called: set[str]) -> None:
    modules = called
    actions = "create_action_response_content action_base action_deployed_version action_error action_module_reference "
    actions += "action_secret_response action_trigger action_trigger_compatible_trigger action_version_dependency enums"
    common = "integration integration_release integration_required_param integration_required_param_option "
    common += "integration_sem_ver enums"
    assert types(modules) == {
        *(f"{TYPES}.actions.{name}" for name in actions.split()),
        *(f"{TYPES}.common.{name}" for name in common.split()),
    }
    assert {name for name in modules if name.endswith(".client") and name in own(modules)} == {
        "auth0.management.client",
        "auth0.management.actions.client",
    }


def test_seven_times_the_types_load_no_module_more(tmp_path: Path) -> None:
    whole = build_package(shared("specs", "management", "2026-06-25.json"), tmp_path / "whole", config=CONFIG)

    assert own(loaded(CONSTRUCT, tmp_path, whole)) == own(loaded(CONSTRUCT, tmp_path))

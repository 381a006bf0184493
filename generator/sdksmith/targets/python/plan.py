"""The plan of a Python package: every file, and what its template needs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sdksmith.config import Config, PythonConfig
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Api, Ledger, Object, object_at
from sdksmith.model.types import Symbol
from sdksmith.naming import Names, NamingRules, assign_names
from sdksmith.planned import PlannedFile
from sdksmith.targets.python import incoming, literals, project, prose, reserved, root, token_client
from sdksmith.targets.python.bodies import Body, choose_body
from sdksmith.targets.python.clients import ClientPlanner, group_imports
from sdksmith.targets.python.construction import Construction, credential_arguments, server_arguments
from sdksmith.targets.python.discriminated import TaggedVariant
from sdksmith.targets.python.emission import emitted
from sdksmith.targets.python.exports import ExportPlanner
from sdksmith.targets.python.homes import Home, find_homes, module_names
from sdksmith.targets.python.inheritance import SUBTYPES_RUNTIME
from sdksmith.targets.python.inputs import find_plain_forms
from sdksmith.targets.python.layout import expression, import_from
from sdksmith.targets.python.limits import record_limits
from sdksmith.targets.python.readme import ReadmePlanner
from sdksmith.targets.python.reference import ReferencePlanner
from sdksmith.targets.python.results import choose_result
from sdksmith.targets.python.runtime import CORE_EXPORTS, HTTP_LIBRARIES, RUNTIME, TEST_RUNTIME, TESTS_FOLDER
from sdksmith.targets.python.security import Credentials
from sdksmith.targets.python.statuses import ERRORS, OTHER_ERRORS
from sdksmith.targets.python.type_modules import TypeModules
from sdksmith.targets.python.wire_tests.import_budget import ImportBudgetPlanner
from sdksmith.targets.python.wire_tests.modules import WireTestPlanner
from sdksmith.words import pascal


def plan(api: Api, config: Config, ledger: Ledger, diagnostics: Diagnostics) -> list[PlannedFile]:
    """Plan a package.

    Parameters
    ----------
    api
        The model.
    config
        Its ``[targets.python]`` table names the package and the client.
    ledger
        Is told what Python can't express.

    Returns
    -------
    list of PlannedFile
        Paths are relative to the output folder, which becomes a project of its own.
    """
    return _Plan(api, config, ledger, diagnostics).files()


class _Plan:
    def __init__(self, api: Api, config: Config, ledger: Ledger, diagnostics: Diagnostics) -> None:
        self._api = api
        self._diagnostics = diagnostics
        self._ledger = ledger
        self._options: PythonConfig = config.targets.python
        titled = NamingRules(config.words, reserved.KEYWORDS)
        self._client = self._options.client or titled.pascal(api.info.title or "Api", prefix="Api")
        self._package = self._options.package or titled.snake(
            api.info.title or "api", "api", reserved.PACKAGES | reserved.DEVICES
        )
        self._folder = self._package.replace(".", "/")
        self._bodies = self._choose_bodies()
        record_limits(api, self._bodies, ledger)
        self._results = {operation.symbol: choose_result(operation, api.declarations) for operation in api.operations()}
        self._rules = self._naming_rules(config.words)
        self._credentials = Credentials(api, self._rules)
        flattened: dict[Symbol, Object] = {
            symbol: object_at(body.flattened, api.declarations)
            for symbol, body in self._bodies.items()
            if body.flattened is not None
        }
        self._names: Names = assign_names(api, self._rules, flattened)
        self._forms = find_plain_forms(api, self._bodies, self._names)
        self._files: list[PlannedFile] = []
        self._token_text: token_client.TokenClientText | None = None
        self._incoming_classes: list[incoming.IncomingClass] = []
        self._type_homes: dict[str, Home] = {}
        self._tagged: dict[Symbol, list[TaggedVariant]] = {}

    def files(self) -> list[PlannedFile]:
        self._types()
        planner = self._clients()
        self._incoming()
        self._root(planner)
        self._project(planner)
        self._runtime()
        if self._options.tests:
            self._tests(planner)
        elif self._options.import_budget is not None:
            self._diagnostics.warning(
                "import-budget",
                "nothing holds the import budget: the library brings no tests",
                hint="set `tests = true`",
            )
        return self._files

    def _choose_bodies(self) -> dict[Symbol, Body]:
        found: dict[Symbol, Body] = {}
        for operation in self._api.operations():
            body = choose_body(operation, self._api.declarations)
            if body is not None:
                found[operation.symbol] = body
        return found

    def _naming_rules(self, words: str) -> NamingRules:
        own = {self._client, f"Async{self._client}", f"{self._client}Environment"}
        groups: set[str] = set(reserved.GROUPS)
        if self._options.client_credentials is not None:
            name = self._options.client_credentials.client
            own |= {name, f"Async{name}"}
            groups.add(token_client.module_name(name))
        if incoming.class_names(self._api):
            own |= {*incoming.class_names(self._api), *incoming.INCOMING_EXPORTS, "IncomingReader"}
            groups.add(incoming.MODULE)
        clients: set[str] = set()
        for group in self._api.groups():
            if group.path:
                name = f"{pascal(group.path[-1], words)}Client"
                clients |= {name, f"Async{name}", f"Raw{name}", f"AsyncRaw{name}"}
        return NamingRules(
            words=words,
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

    def _add(self, path: str, template: str, **context: Any) -> None:
        self._files.append(PlannedFile(path, template, context))

    def _in_package(self, path: str) -> str:
        return f"{self._folder}/{path}"

    # -- types ------------------------------------------------------------------------------------------------------

    def _types(self) -> None:
        symbols = emitted(self._api, self._bodies, self._ledger)
        homes = find_homes(self._api, symbols, self._names, self._rules)
        self._type_homes = {
            names[symbol]: home
            for names in (self._names.types, self._names.plain)
            for symbol, home in homes.items()
            if symbol in names
        }
        modules = TypeModules(self._api, self._names, self._rules, homes, self._forms, self._ledger)
        self._tagged = modules.unions
        exports = ExportPlanner()
        folders: set[str] = set()
        for home, members in module_names(homes).items():
            module = modules.module(home, members)
            if home.folder not in folders:
                folders.add(home.folder)
                text = prose.docstring([f"Types of ``{home.folder}``."], 0)
                self._add(
                    self._in_package(f"types/{home.folder}/__init__.py"), "package_docstring.py.j2", docstring=text
                )
            path = f"types/{home.folder}/{home.module}.py"
            self._add(self._in_package(path), "types.py.j2", module=module)
            exports.add(home, [declared.name for declared in module.declarations])
        exports.sort()
        self._add(self._in_package("types/__init__.py"), "types_init.py.j2", exports=exports)

    # -- clients ----------------------------------------------------------------------------------------------------

    def _clients(self) -> ClientPlanner:
        planner = ClientPlanner.decide(
            self._api,
            self._names,
            self._forms,
            self._bodies,
            self._results,
            self._credentials,
            package=self._package,
            client=self._client,
            constructor=self._construction().arguments,
        )
        for module in planner.modules(self._api.root):
            self._add(self._in_package(f"{module.folder}/client.py"), "client.py.j2", module=module)
            self._add(
                self._in_package(f"{module.folder}/__init__.py"), "package_docstring.py.j2", docstring=module.docstring
            )
        return planner

    def _incoming(self) -> None:
        if not incoming.class_names(self._api):
            return
        module = incoming.IncomingPlanner(self._api, self._names, self._package, self._ledger).module()
        self._incoming_classes = module.classes
        self._add(self._in_package(f"{incoming.MODULE}.py"), "incoming.py.j2", module=module)

    def _construction(self) -> Construction:
        """Return how examples construct the client."""
        given = self._credentials
        credentials = credential_arguments(given.token, given.keys, given.basic)
        server = server_arguments(self._api, root.variables(self._api, self._rules))
        return Construction(self._client, credentials, server)

    def _root(self, planner: ClientPlanner) -> None:
        environment = f"{self._client}Environment"
        api = self._api
        keys, basic, token = self._credentials.keys, self._credentials.basic, self._credentials.token
        security = self._credentials.argument
        title = prose.title(api.info.title)
        about = prose.wrap(api.info.description or api.info.summary, 4)
        context = root.RootText(
            client=self._client,
            package=self._package,
            docstring=prose.docstring(prose.wrap(f"The clients of the {title}.", 3), 0),
            environment=environment,
            environment_docstring=prose.docstring(prose.wrap(f"Where the {title} is served.", 7), 4),
            environments=root.environments(api, self._rules),
            variables=root.variables(api, self._rules),
            operation_variables=root.operation_variables(api, self._rules),
            credentials=keys,
            token=token,
            security="" if security is None else expression(security, 16, 16, 1),
        )
        credential_names = [*(["ApiKey"] if keys else []), *(["BasicCredentials"] if basic else [])]
        if credential_names:
            credential_names.append("Credential")
        subgroups = planner.subgroups(api.root, is_async=False)
        async_subgroups = planner.subgroups(api.root, is_async=True)
        clients = root.clients(self._client, prose.escape(title), token, subgroups, async_subgroups)
        user_agent = literals.string(f"{self._distribution()}/{self._options.version}")
        self._add(
            self._in_package("client.py"),
            "root.py.j2",
            root=context,
            clients=clients,
            group_imports=group_imports([*subgroups, *async_subgroups]),
            credential_imports=import_from(".core.credentials", credential_names) if credential_names else "",
            user_agent=user_agent,
            basic=basic,
            about=[prose.escape(line).rstrip() for line in about],
        )
        self._token_client(context, clients, user_agent, basic)
        self._add(
            self._in_package("__init__.py"),
            "package_init.py.j2",
            docstring=prose.docstring(prose.wrap(f"A client library for the {title}.", 3), 0),
            client=self._client,
            environment=environment,
            token_client=self._token_text.name if self._token_text else "",
            token_client_module=self._token_text.module if self._token_text else "",
            core=CORE_EXPORTS,
            errors=sorted({*ERRORS.values(), *OTHER_ERRORS}),
            incoming=self._incoming_exports(),
        )

    def _incoming_exports(self) -> dict[str, list[str]]:
        """Return what a package with webhooks or callbacks exports more: module -> names."""
        classes = incoming.class_names(self._api)
        exports: dict[str, list[str]] = {}
        for name, module in (*incoming.INCOMING_EXPORTS.items(), *((name, incoming.MODULE) for name in classes)):
            exports.setdefault(module, []).append(name)
        return exports if classes else {}

    def _token_client(
        self, context: root.RootText, clients: list[root.RootClient], user_agent: str, basic: bool
    ) -> None:
        options = self._options.client_credentials
        if options is None:
            return
        text = token_client.describe(self._api, options, self._rules, context, self._diagnostics)
        if text is None:
            return
        self._token_text = text
        self._add(
            self._in_package(f"{text.module}.py"),
            "token_client.py.j2",
            text=text,
            root=replace(context, variables=text.variables),
            clients=token_client.clients(text.name, clients),
            user_agent=user_agent,
            basic=basic,
        )

    def _project(self, planner: ClientPlanner) -> None:
        distribution = self._distribution()
        title = prose.title(self._api.info.title)
        library = self._options.http_library
        self._add(
            "pyproject.toml",
            "pyproject.toml.j2",
            distribution=distribution,
            version=self._options.version,
            description=prose.toml_text(f"A client library for the {title}."),
            package_root=self._package.split(".")[0],
            http_library=HTTP_LIBRARIES[library],
            tests=self._options.tests,
        )
        groups = ReferencePlanner(planner, self._type_homes, self._folder).groups()
        context = project.readme(
            self._api,
            self._options,
            self._rules,
            self._credentials,
            page=ReadmePlanner(
                planner, self._construction(), self._token_text.construction if self._token_text else None, library
            ).page(),
            environment=f"{self._client}Environment",
            diagnostics=self._diagnostics,
        )
        self._add(
            "README.md",
            "readme.md.j2",
            **context,
            distribution=distribution,
            package=self._package,
            client=self._client,
            token_client=self._token_text.construction.client if self._token_text else "",
            groups=groups,
            incoming=self._incoming_classes,
            tests=self._options.tests,
            dict_example=self._dict_example(),
        )
        self._add(
            "reference.md",
            "reference.md.j2",
            title=prose.markdown_text(title),
            groups=groups,
            incoming=self._incoming_classes,
            dict_example=self._dict_example(),
        )

    def _distribution(self) -> str:
        return self._options.distribution or self._package.replace(".", "-").replace("_", "-")

    def _dict_example(self) -> tuple[str, str] | None:
        """Return the names of a model and of its dict; ``None`` when no call sends a model."""
        for symbol, form in self._forms.items():
            if isinstance(self._api.declarations[symbol], Object):
                return self._names.types[symbol], form.name
        return None

    # -- runtime ------------------------------------------------------------------------------------------------------

    def _runtime(self) -> None:
        self._files.append(PlannedFile(self._in_package("py.typed"), "py.typed.j2"))
        has_subtypes = any(
            isinstance(found, Object) and found.subtypes is not None for found in self._api.declarations.values()
        )
        more = incoming.INCOMING_RUNTIME if incoming.class_names(self._api) else ()
        for path in (*RUNTIME, *(SUBTYPES_RUNTIME if has_subtypes else ()), *more):
            source = f"runtime/{path}"
            if path == "core/http_library.py" and self._options.http_library == "httpx":
                source = "runtime/variants/http_library_httpx.py"
            self._files.append(PlannedFile(self._in_package(path), source, verbatim=True))

    # -- tests --------------------------------------------------------------------------------------------------------

    def _tests(self, planner: ClientPlanner) -> None:
        """Plan the project's own tests (docs/decisions/0008-generated-tests.md)."""
        if self._package.split(".")[0] == TESTS_FOLDER:
            self._diagnostics.error(
                "tests-folder",
                f"the tests would be written into the package, which is called {self._package!r}",
                hint="choose another package, or leave out `tests = true`",
            )
            return
        wire_tests = WireTestPlanner(self._api, self._names, self._tagged, self._package, self._client)
        for module in wire_tests.modules(planner.calls):
            self._add(f"{TESTS_FOLDER}/{module.path}", "tests/test_group.py.j2", module=module)
        for untested in wire_tests.untested:
            self._diagnostics.warning(
                "no-wire-test", f"no test is made for this operation: {untested.reason}", pointer=untested.operation
            )
        self._add(f"{TESTS_FOLDER}/__init__.py", "tests/__init__.py.j2")
        self._add(
            f"{TESTS_FOLDER}/conftest.py",
            "tests/conftest.py.j2",
            package=self._package,
            client=self._client,
            token=bool(self._credentials.token),
            reroute=any(operation.servers for operation in self._api.operations()),
        )
        self._import_budget(planner, wire_tests)
        for path in TEST_RUNTIME:
            self._files.append(PlannedFile(f"{TESTS_FOLDER}/{path}", f"runtime/testing/{path}", verbatim=True))

    def _import_budget(self, planner: ClientPlanner, wire_tests: WireTestPlanner) -> None:
        if self._options.import_budget is None:
            return
        token = bool(self._credentials.token)
        budget = ImportBudgetPlanner(self._options.import_budget, planner, wire_tests, token, self._diagnostics).text()
        if budget is not None:
            for name in ("loaded_modules.py", "test_import_budget.py"):
                self._add(f"{TESTS_FOLDER}/{name}", f"tests/{name}.j2", budget=budget)

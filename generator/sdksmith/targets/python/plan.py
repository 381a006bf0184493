"""The plan of a Python package: every file, and what its template needs."""

from __future__ import annotations

from dataclasses import replace

from sdksmith.config import Config
from sdksmith.diagnostics import Diagnostics
from sdksmith.model import Ledger, Object
from sdksmith.naming import Names
from sdksmith.planned import PlannedFile
from sdksmith.sdk import Sdk
from sdksmith.sdk.documentation.text import first_paragraph, spoken_title
from sdksmith.sdk.errors import ERRORS
from sdksmith.targets.python.client import root, servers, token_client
from sdksmith.targets.python.client.construction import Construction
from sdksmith.targets.python.client.groups import ClientPlanner, calls_of, group_attributes, group_imports
from sdksmith.targets.python.client.incoming import IncomingClass, IncomingPlanner
from sdksmith.targets.python.contexts import (
    ClientContext,
    ConftestContext,
    ImportBudgetContext,
    IncomingContext,
    PackageDocstringContext,
    PackageInitContext,
    PyprojectContext,
    ReadmeContext,
    ReferenceContext,
    RootContext,
    TestGroupContext,
    TokenClientContext,
    TypesContext,
    TypesInitContext,
)
from sdksmith.targets.python.custom.generated import Generated
from sdksmith.targets.python.custom.pages import custom_items
from sdksmith.targets.python.custom.planning import CustomCode
from sdksmith.targets.python.deciding import decide
from sdksmith.targets.python.decisions import Decisions
from sdksmith.targets.python.docs.project import described, shown_url
from sdksmith.targets.python.docs.readme import ReadmePage, ReadmePlanner
from sdksmith.targets.python.docs.reference import GroupSection, ReferencePlanner
from sdksmith.targets.python.docs.shown import ShownCalls, find_shown
from sdksmith.targets.python.layout import literals, prose
from sdksmith.targets.python.layout.code import expression, import_from
from sdksmith.targets.python.layout.settled import is_settled
from sdksmith.targets.python.methods.signatures import Call
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.package import incoming
from sdksmith.targets.python.package.runtime import (
    CORE_EXPORTS,
    HTTP_LIBRARIES,
    OTHER_ERRORS,
    RUNTIME,
    TEST_RUNTIME,
    TESTS_FOLDER,
)
from sdksmith.targets.python.tests.import_budget import ImportBudgetPlanner
from sdksmith.targets.python.tests.modules import WireTestPlanner
from sdksmith.targets.python.tests.modules import module_names as test_module_names
from sdksmith.targets.python.types.exports import exports_of
from sdksmith.targets.python.types.homes import Home, module_names
from sdksmith.targets.python.types.inheritance import SUBTYPES_RUNTIME
from sdksmith.targets.python.types.modules import TypeModules


def plan(
    sdk: Sdk, names: Names, config: Config, options: PythonOptions, ledger: Ledger, diagnostics: Diagnostics
) -> list[PlannedFile]:
    """Plan a package.

    Parameters
    ----------
    sdk, names
        What the package offers, and what it is called.
    options
        ``[targets.python]``, which names the package and the client.
    ledger
        Receives what Python can't express.

    Returns
    -------
    list of PlannedFile
        Paths are relative to the output folder, which becomes a project of its own.
    """
    return _Plan(options, decide(sdk, names, config, options, ledger), ledger, diagnostics).files()


class _Plan:
    def __init__(
        self,
        options: PythonOptions,
        decisions: Decisions,
        ledger: Ledger,
        diagnostics: Diagnostics,
    ) -> None:
        self._decisions = decisions
        self._sdk = decisions.sdk
        self._api = decisions.sdk.api
        self._diagnostics = diagnostics
        self._ledger = ledger
        self._options = options
        self._client = decisions.client
        self._package = decisions.package
        self._profile = decisions.profile
        self._credentials = decisions.credentials
        self._names = decisions.names
        self._custom = decisions.custom
        self._code = CustomCode(options.custom, self._package, diagnostics)
        self._generated = Generated(self._package)
        self._planned: list[PlannedFile] = []
        self._token_text: token_client.TokenClientText | None = None
        self._token_construction: Construction | None = None
        self._incoming_classes: list[IncomingClass] = []

    def files(self) -> list[PlannedFile]:
        self._types()
        planner = ClientPlanner.of(self._api, self._decisions, self._calls())
        self._clients(planner)
        tests = WireTestPlanner(self._api, self._decisions)
        brings_tests = self._options.tests and self._package.split(".")[0] != TESTS_FOLDER
        if brings_tests:
            self._test_modules(planner, tests)
        shown = find_shown(self._sdk, (call for calls in planner.calls.values() for call in calls))
        self._incoming()
        self._root(planner)
        self._project(planner, shown)
        self._runtime()
        if brings_tests:
            self._tests(planner, shown, tests)
        else:
            self._report_without_tests()
        self._generated.add_files((file.path for file in self._planned), self._decisions.folder)
        self._code.check(self._generated)
        return [*self._planned, *self._code.files()]

    def _add(self, path: str, template: str, context: object = None) -> None:
        formatter = "black" if path.endswith(".py") else ""
        self._planned.append(PlannedFile(path, template, context, formatter=formatter, is_settled=is_settled))

    def _in_package(self, path: str) -> str:
        return f"{self._decisions.folder}/{path}"

    # -- parts ------------------------------------------------------------------------------------------------------

    def _types(self) -> None:
        planner = TypeModules(self._api, self._decisions, self._ledger)
        modules = [planner.module(home, members) for home, members in module_names(self._decisions.homes).items()]
        self._generated.add_types(modules)
        folders: set[str] = set()
        for module in modules:
            home = module.home
            if home.folder not in folders:
                folders.add(home.folder)
                text = prose.docstring([f"Types of ``{home.folder}``."], 0)
                self._docstring_alone(f"types/{home.folder}/__init__.py", text)
            path = self._in_package(f"types/{home.folder}/{home.module}.py")
            self._add(path, "types.py.j2", TypesContext(module=module))
        exports = TypesInitContext(exports=exports_of(modules))
        self._add(self._in_package("types/__init__.py"), "types_init.py.j2", exports)

    def _docstring_alone(self, path: str, docstring: str) -> None:
        context = PackageDocstringContext(docstring=docstring)
        self._add(self._in_package(path), "package_docstring.py.j2", context)

    def _calls(self) -> dict[tuple[str, ...], list[Call]]:
        return {group.path: calls_of(group, self._decisions) for group in self._sdk.groups()}

    def _clients(self, planner: ClientPlanner) -> None:
        for group in self._api.groups()[1:]:
            module = planner.module(group)
            self._generated.add_group(group_attributes(group.path, self._names), module)
            self._add(self._in_package(f"{module.folder}/client.py"), "client.py.j2", ClientContext(module=module))
            self._docstring_alone(f"{module.folder}/__init__.py", module.docstring)

    def _test_modules(self, planner: ClientPlanner, tests: WireTestPlanner) -> None:
        groups = {group_attributes(group.path, self._names): group for group in self._sdk.groups() if group.methods}
        for attributes, name in test_module_names(groups).items():
            group = groups[attributes]
            module = tests.module(name, planner.calls[group.path])
            if module.operations:
                self._add(f"{TESTS_FOLDER}/{module.path}", "tests/test_group.py.j2", TestGroupContext(module=module))

    # -- overview ---------------------------------------------------------------------------------------------------

    def _incoming(self) -> None:
        if not incoming.class_names(self._api):
            return
        module = IncomingPlanner(self._api, self._names, self._package, self._ledger).module()
        self._incoming_classes = module.classes
        self._add(self._in_package(f"{incoming.MODULE}.py"), "incoming.py.j2", IncomingContext(module=module))

    def _root(self, planner: ClientPlanner) -> None:
        environment = f"{self._client}Environment"
        api = self._api
        keys, basic, token = self._credentials.keys, self._credentials.basic, self._credentials.token
        security = self._credentials.argument
        title = spoken_title(api.info.title)
        about = prose.wrap(api.info.description or api.info.summary, 4)
        context = root.RootText(
            client=self._client,
            package=self._package,
            docstring=prose.docstring(prose.wrap(f"The clients of the {title}.", 3), 0),
            environment=environment,
            environment_docstring=prose.docstring(prose.wrap(f"Where the {title} is served.", 7), 4),
            environments=servers.environments(self._sdk.servers, self._profile),
            variables=servers.variables(self._sdk.servers.variables, self._profile),
            operation_variables=servers.variables(self._sdk.servers.operation_variables, self._profile),
            operations_have_hosts=self._sdk.servers.operations_have_hosts,
            credentials=keys,
            token=token,
            security="" if security is None else expression(security, 16, 16, 1),
        )
        credential_names = [*(["ApiKey"] if keys else []), *(["BasicCredentials"] if basic else [])]
        if credential_names:
            credential_names.append("Credential")
        subgroups = planner.subgroups(api.root, is_async=False)
        async_subgroups = planner.subgroups(api.root, is_async=True)
        attributes = [each.attribute for each in subgroups]
        self._generated.add_root("", "client", self._client, attributes, [environment])
        clients = root.clients(self._client, prose.escape(title), token, subgroups, async_subgroups)
        user_agent = literals.string(f"{self._distribution()}/{self._options.version}")
        self._add(
            self._in_package("client.py"),
            "root.py.j2",
            RootContext(
                root=context,
                clients=clients,
                group_imports=group_imports([*subgroups, *async_subgroups]),
                credential_imports=import_from(".core.credentials", credential_names) if credential_names else "",
                user_agent=user_agent,
                headers=[
                    (literals.string(name), literals.string(value)) for name, value in self._custom.headers.items()
                ],
                basic=basic,
                about=[prose.escape(line).rstrip() for line in about],
            ),
        )
        self._token_client(context, clients, user_agent, basic)
        token_text = self._token_text
        if token_text is not None:
            self._generated.add_root(token_text.name, token_text.module, token_text.name, attributes)
        incoming_exports = self._incoming_exports()
        errors = sorted({*ERRORS.values(), *OTHER_ERRORS})
        self._generated.exports.update(CORE_EXPORTS, errors, *incoming_exports.values())
        self._add(
            self._in_package("__init__.py"),
            "package_init.py.j2",
            PackageInitContext(
                docstring=prose.docstring(prose.wrap(f"A client library for the {title}.", 3), 0),
                client=self._client,
                client_module=self._custom.module_of("", "client"),
                environment=environment,
                token_client=token_text.name if token_text else "",
                token_client_module=(self._custom.module_of(token_text.name, token_text.module) if token_text else ""),
                custom=self._custom.exported(),
                core=CORE_EXPORTS,
                errors=errors,
                incoming=incoming_exports,
            ),
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
        module = self._custom.module_of("", "client")
        found = token_client.describe(self._sdk, options, self._profile, context, module, self._diagnostics)
        if found is None:
            return
        text, self._token_construction = found
        self._token_text = text
        self._add(
            self._in_package(f"{text.module}.py"),
            "token_client.py.j2",
            TokenClientContext(
                text=text,
                root=replace(context, variables=text.variables),
                clients=token_client.clients(text.name, clients),
                user_agent=user_agent,
                basic=basic,
            ),
        )

    def _project(self, planner: ClientPlanner, shown: ShownCalls) -> None:
        distribution = self._distribution()
        title = spoken_title(self._api.info.title)
        library = self._options.http_library
        self._add(
            "pyproject.toml",
            "pyproject.toml.j2",
            PyprojectContext(
                distribution=distribution,
                version=self._options.version,
                description=prose.toml_text(f"A client library for the {title}."),
                package_root=self._package.split(".")[0],
                http_library=HTTP_LIBRARIES[library],
                tests=self._options.tests,
            ),
        )
        groups = ReferencePlanner(planner, self._type_homes(), self._decisions.folder).groups()
        page = ReadmePlanner(planner, shown, self._decisions.construction, self._token_construction, library).page()
        self._add("README.md", "readme.md.j2", self._readme(page, groups))
        self._add(
            "reference.md",
            "reference.md.j2",
            ReferenceContext(
                title=prose.markdown_text(title),
                groups=groups,
                incoming=self._incoming_classes,
                custom=custom_items(self._custom, self._code.modules, self._package),
            ),
        )

    def _readme(self, page: ReadmePage, groups: list[GroupSection]) -> ReadmeContext:
        api, profile = self._api, self._profile
        variables = servers.variables(self._sdk.servers.variables, profile)
        environments = servers.environments(self._sdk.servers, profile)
        return ReadmeContext(
            title=prose.markdown_text(spoken_title(api.info.title)),
            # Descriptions of APIs may be manuals.
            about=prose.markdown_paragraphs(first_paragraph(api.info.description or api.info.summary)),
            page=page,
            variables=[described(variable.name, variable.documentation, "- ") for variable in variables],
            environment=f"{self._client}Environment",
            environments=[f"`{each.name}` ({shown_url(each.value)})" for each in environments],
            credentials=[described(key.name, key.documentation) for key in self._credentials.keys],
            basic=self._credentials.basic,
            migration=self._options.migration_text(self._diagnostics),
            distribution=self._distribution(),
            package=self._package,
            client=self._client,
            token_client=self._token_text.name if self._token_text else "",
            groups=groups,
            incoming=self._incoming_classes,
            tests=self._options.tests,
            dict_example=self._dict_example(),
        )

    def _distribution(self) -> str:
        return self._options.distribution or self._package.replace(".", "-").replace("_", "-")

    def _type_homes(self) -> dict[str, Home]:
        return {
            names[symbol]: home
            for names in (self._names.types, self._names.plain)
            for symbol, home in self._decisions.homes.items()
            if symbol in names
        }

    def _dict_example(self) -> tuple[str, str] | None:
        """Return the names of a model and of its dict; ``None`` when no call sends a model."""
        for symbol, form in self._decisions.forms.items():
            if isinstance(self._api.declarations[symbol], Object):
                return self._names.types[symbol], form.name
        return None

    # -- runtime ------------------------------------------------------------------------------------------------------

    def _runtime(self) -> None:
        self._planned.append(PlannedFile(self._in_package("py.typed"), "py.typed.j2"))
        more = incoming.INCOMING_RUNTIME if incoming.class_names(self._api) else ()
        for path in (*RUNTIME, *(SUBTYPES_RUNTIME if self._decisions.has_subtypes else ()), *more):
            source = f"runtime/{path}"
            if path == "core/http_library.py" and self._options.http_library == "httpx":
                source = "runtime/variants/http_library_httpx.py"
            self._planned.append(PlannedFile(self._in_package(path), source, verbatim=True))

    # -- tests --------------------------------------------------------------------------------------------------------

    def _report_without_tests(self) -> None:
        if self._options.tests:
            self._diagnostics.error(
                "tests-folder",
                f"the tests would be written into the package, which is called {self._package!r}",
                hint="choose another package, or leave out `tests = true`",
            )
        elif self._options.import_budget is not None:
            self._diagnostics.warning(
                "import-budget",
                "nothing holds the import budget: the library brings no tests",
                hint="set `tests = true`",
            )

    def _tests(self, planner: ClientPlanner, shown: ShownCalls, wire_tests: WireTestPlanner) -> None:
        """Plan the project's own tests (docs/decisions/0008-generated-tests.md)."""
        for untested in wire_tests.untested:
            self._diagnostics.warning(
                "no-wire-test", f"no test is made for this operation: {untested.reason}", pointer=untested.operation
            )
        self._add(f"{TESTS_FOLDER}/__init__.py", "tests/__init__.py.j2")
        self._add(
            f"{TESTS_FOLDER}/conftest.py",
            "tests/conftest.py.j2",
            ConftestContext(
                package=self._package,
                client=self._client,
                token=bool(self._credentials.token),
                reroute=any(operation.servers for operation in self._api.operations()),
            ),
        )
        self._import_budget(planner, shown, wire_tests)
        for path in TEST_RUNTIME:
            self._planned.append(PlannedFile(f"{TESTS_FOLDER}/{path}", f"runtime/testing/{path}", verbatim=True))

    def _import_budget(self, planner: ClientPlanner, shown: ShownCalls, wire_tests: WireTestPlanner) -> None:
        if self._options.import_budget is None:
            return
        token = bool(self._credentials.token)
        options = self._options.import_budget
        budget = ImportBudgetPlanner(options, planner, shown, wire_tests, token, self._diagnostics).text()
        if budget is not None:
            for name in ("loaded_modules.py", "test_import_budget.py"):
                self._add(f"{TESTS_FOLDER}/{name}", f"tests/{name}.j2", ImportBudgetContext(budget=budget))

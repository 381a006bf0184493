"""The plan of a Go module: every file, and what its template needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sdksmith.model import Ledger
from sdksmith.model.types import Symbol
from sdksmith.naming import Names
from sdksmith.planned import PlannedFile
from sdksmith.sdk import Method, MethodGroup, Sdk
from sdksmith.sdk.documentation.text import first_paragraph, spoken_title
from sdksmith.sdk.wire.cases import WireCases
from sdksmith.targets.go.client.files import client_files
from sdksmith.targets.go.client.options import CredentialKeys, option_functions, test_options
from sdksmith.targets.go.client.tree import client_lines, client_names, root_lines
from sdksmith.targets.go.contexts import (
    HelpersContext,
    ModuleContext,
    ReadmeContext,
    ReferenceContext,
    SourceContext,
)
from sdksmith.targets.go.docs.blocks import BlockWriter
from sdksmith.targets.go.docs.pages import readme_page, reference_groups
from sdksmith.targets.go.layout.comments import comment, wrap
from sdksmith.targets.go.limits import record_limits
from sdksmith.targets.go.methods.requests import RequestType
from sdksmith.targets.go.methods.writing import MethodText, MethodWriter
from sdksmith.targets.go.options import GoOptions
from sdksmith.targets.go.package.paths import find_packages
from sdksmith.targets.go.package.runtime import PLACEHOLDER, RUNTIME, TEST_RUNTIME
from sdksmith.targets.go.tests.modules import WireTestWriter
from sdksmith.targets.go.types.declared import DeclarationWriter
from sdksmith.targets.go.types.expressions import Imports
from sdksmith.targets.go.types.files import files_of_types


def plan(sdk: Sdk, names: Names, options: GoOptions, ledger: Ledger) -> list[PlannedFile]:
    """Plan a module.

    Returns
    -------
    list of PlannedFile
        Paths are relative to the output folder, which becomes a module of its own.
    """
    record_limits(sdk, ledger)
    return _Plan(sdk, names, options).files()


class _Plan:
    def __init__(self, sdk: Sdk, names: Names, options: GoOptions) -> None:
        self._sdk = sdk
        self._names = names
        self._options = options
        self._packages = find_packages(sdk.api, names, options)
        self._root = self._packages.root
        self._planned: list[PlannedFile] = []
        self._cases = WireCases(sdk)
        #: Group -> the file of its client, without ``.go``.
        self._files = client_files(sdk)
        self._texts: dict[tuple[str, ...], list[tuple[MethodText, str]]] = {}
        self._requests: dict[str, dict[str, tuple[RequestType, list[str]]]] = {}

    def files(self) -> list[PlannedFile]:
        self._clients()
        self._types()
        self._request_files()
        self._project()
        self._documentation()
        self._runtime()
        return sorted(self._planned, key=lambda file: file.path)

    # -- types ----------------------------------------------------------------------------------------------------

    def _types(self) -> None:
        for file, symbols in files_of_types(self._sdk, self._names).items():
            writer = DeclarationWriter(self._sdk, self._names, self._packages.root_import)
            blocks = [writer.lines(symbol) for symbol in symbols]
            self._source(f"{self._root}/{file}.go", self._root, writer.imports.paths, blocks)

    def _request_files(self) -> None:
        for folder, types in self._requests.items():
            imports: set[str] = set()
            for request, _ in types.values():
                imports |= request.imports
            package = folder.rpartition("/")[2] if folder else self._root
            path = f"{self._root}/{folder}/requests.go" if folder else f"{self._root}/requests.go"
            if folder:
                about = f"Package {package} has what the methods of the groups below {folder.replace('/', '.')} take."
                self._source(f"{self._root}/{folder}/doc.go", package, (), [], wrap(about))
            blocks = [list(request.lines) for _, (request, _) in sorted(types.items())]
            self._source(path, package, imports, blocks)

    # -- clients --------------------------------------------------------------------------------------------------

    def _clients(self) -> None:
        clients = client_names(self._sdk.api, self._names)
        for group in self._sdk.groups():
            imports = Imports()
            writer = MethodWriter(self._sdk, self._names, self._packages, CredentialKeys(), imports)
            ordered = sorted(group.methods, key=lambda method: self._names.methods[method.symbol])
            texts = [writer.text(method, clients[group.path]) for method in ordered]
            requests = {method.symbol: text.request for method, text in zip(ordered, texts, strict=True)}
            for text in texts:
                self._keep(text)
            blocks = client_lines(group, self._names, clients, texts)
            imports.paths.add(f"{self._packages.root_import}/internal/call")
            if texts:
                imports.paths |= {"context", f"{self._packages.root_import}/option"}
            name = self._files[group.path]
            if not group.path:
                agent = f"{self._packages.root}/{self._options.version}"
                blocks.insert(1, root_lines(self._sdk, self._names, clients, self._root, agent))
                imports.paths |= {f"{self._packages.root_import}/option", self._packages.root_import}
            path = [self._names.groups[group.path[: depth + 1]].attribute for depth in range(len(group.path))]
            self._texts[group.path] = [(text, ".".join(("client", *path, text.name))) for text in texts]
            if self._options.tests:
                self._tests(group, ordered, clients[group.path], requests, name)
            self._source(f"{self._root}/client/{name}.go", "client", imports.paths, blocks)

    def _tests(
        self,
        group: MethodGroup,
        methods: Sequence[Method],
        client: str,
        requests: Mapping[Symbol, RequestType | None],
        name: str,
    ) -> None:
        imports = Imports()
        writer = WireTestWriter(self._sdk, self._names, self._packages, self._cases, imports)
        path = [self._names.groups[group.path[: depth + 1]].attribute for depth in range(len(group.path))]
        blocks = [test for method in methods for test in writer.tests(method, client, path, requests[method.symbol])]
        if blocks:
            root = self._packages.root_import
            imports.paths |= {"testing", f"{root}/client", f"{root}/internal/wiretest", f"{root}/option"}
            used = _used(imports.paths, blocks)
            self._source(f"{self._root}/client/{name}_test.go", "client_test", used, blocks)

    def _keep(self, text: MethodText) -> None:
        request = text.request
        if request is not None and request.lines:
            self._requests.setdefault(request.folder, {})[request.expression] = (request, list(request.lines))

    # -- the rest -------------------------------------------------------------------------------------------------

    def _project(self) -> None:
        module = ModuleContext(module=self._packages.module)
        self._planned.append(PlannedFile("go.mod", "go.mod.j2", module))
        self._planned.append(PlannedFile("go.sum", "go.sum.j2", module))
        helpers = HelpersContext(package=self._root, root_import=self._packages.root_import)
        self._planned.append(PlannedFile(f"{self._root}/helpers.go", "helpers.go.j2", helpers))
        self._planned.append(PlannedFile(f"{self._root}/errors.go", "errors.go.j2", helpers))
        title = spoken_title(self._sdk.api.info.title)
        about = wrap(f"Package {self._root} has the types of the {title}.")
        self._source(f"{self._root}/doc.go", self._root, (), [], about)
        about = wrap(f"Package client has the client of the {title}.")
        self._source(f"{self._root}/client/doc.go", "client", (), [], about)
        functions = option_functions(self._sdk, self._names)
        if functions:
            blocks = [list(function.lines) for function in functions]
            paths = {f"{self._packages.root_import}/internal/call"}
            self._source(f"{self._root}/option/api.go", "option", paths, blocks)

    def _documentation(self) -> None:
        title = spoken_title(self._sdk.api.info.title)
        blocks = BlockWriter(self._sdk, self._names, self._packages, self._cases)
        about = first_paragraph(self._sdk.api.info.description or self._sdk.api.info.summary)
        readme = ReadmeContext(
            title=title, about=about, module=self._packages.module, package=self._root, page=readme_page(blocks)
        )
        self._planned.append(PlannedFile("README.md", "readme.md.j2", readme))
        groups = reference_groups(self._sdk, blocks, self._texts)
        reference = ReferenceContext(title=title, package=self._root, groups=groups)
        self._planned.append(PlannedFile("reference.md", "reference.md.j2", reference))
        self._examples(blocks)

    def _examples(self, blocks: BlockWriter) -> None:
        """Plan an example of each group, which the go command compiles with the tests.

        Each has a file of its own: packages of several groups may have one name.
        """
        clients = client_names(self._sdk.api, self._names)
        made = blocks.client()
        for group in self._sdk.groups():
            for method in sorted(group.methods, key=lambda each: self._names.methods[each.symbol]):
                block = blocks.printed(method)
                if block is None:
                    continue
                name = f"Example{clients[group.path]}_{self._names.methods[method.symbol]}"
                body = [f"\t{line}" if line else "" for line in (*made.lines, "", *block.lines)]
                function = [f"func {name}() {{", *body, "}"]
                paths = _used({"log", *made.imports, *block.imports}, [function])
                file = f"{self._root}/client/{self._files[group.path]}_example_test.go"
                self._source(file, "client_test", paths, [function])
                break

    def _runtime(self) -> None:
        here = ((PLACEHOLDER, self._packages.root_import),)
        if self._options.tests:
            options = test_options(self._sdk, self._names)
            root = self._packages.root_import
            block = [f"var testOptions = []option.RequestOption{{{', '.join(options)}}}"]
            self._source(f"{self._root}/client/options_test.go", "client_test", {f"{root}/option"}, [block])
        for path in (*RUNTIME, *(TEST_RUNTIME if self._options.tests else ())):
            source = f"runtime/{path}"
            self._planned.append(PlannedFile(f"{self._root}/{path}", source, verbatim=True, replacements=here))

    def _source(
        self,
        path: str,
        package: str,
        imports: Iterable[str],
        blocks: Sequence[Sequence[str]],
        about: Sequence[str] = (),
    ) -> None:
        context = SourceContext(
            package=package, documentation=comment(list(about)), imports=import_lines(imports), blocks=blocks
        )
        self._planned.append(PlannedFile(path, "source.go.j2", context))


def _used(paths: Iterable[str], blocks: Sequence[Sequence[str]]) -> set[str]:
    """Return the import paths whose packages are mentioned: a value may turn out to need no type of its own."""
    text = "\n".join(line for block in blocks for line in block)
    return {path for path in paths if f"{path.rpartition('/')[2]}." in text}


def import_lines(paths: Iterable[str]) -> list[str]:
    """Return the lines of an import declaration: the standard library first."""
    ordered = sorted(paths)
    standard = [path for path in ordered if "." not in path.split("/")[0]]
    others = [path for path in ordered if path not in standard]
    return [
        *(f'\t"{path}"' for path in standard),
        *([""] if standard and others else []),
        *(f'\t"{path}"' for path in others),
    ]

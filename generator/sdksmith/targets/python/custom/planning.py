"""Files of the user's own in the plan of a package, once they have been held against what is generated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sdksmith.diagnostics import Diagnostic, Diagnostics, Location, Severity
from sdksmith.planned import PlannedFile
from sdksmith.targets.python.custom.checks import Checks
from sdksmith.targets.python.custom.generated import Generated
from sdksmith.targets.python.custom.modules import CustomModule
from sdksmith.targets.python.custom.options import CustomOptions
from sdksmith.targets.python.custom.places import TABLE, Custom
from sdksmith.targets.python.custom.sources import read_sources, source_files


class CustomCode:
    """Code of the user's own, read.

    Attributes
    ----------
    modules
        Absolute name -> module.
    """

    def __init__(self, options: CustomOptions | None, package: str, diagnostics: Diagnostics) -> None:
        self._custom = Custom.of(options)
        self._package = package
        self._texts = read_sources(options, diagnostics)
        self._diagnostics = diagnostics
        files = {path: str(file) for path, file in source_files(options).items()} if self._texts else {}
        self.modules = self._modules(files)

    def files(self) -> list[PlannedFile]:
        """Return the copies that the package gets."""
        folder = f"{self._package.replace('.', '/')}/{self._custom.folder}"
        return [PlannedFile(f"{folder}/{path}", "", verbatim=True, text=text) for path, text in self._texts.items()]

    def check(self, generated: Generated) -> None:
        """Report what does not fit."""
        if not self._diagnostics.has_errors:
            Checks(self._custom, self.modules, generated, self._diagnostics).report()

    def _modules(self, files: Mapping[str, str]) -> dict[str, CustomModule]:
        found: dict[str, CustomModule] = {}
        for path, text in self._texts.items():
            if not path.endswith(".py"):
                continue
            short = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            start = f"{self._package}.{self._custom.folder}"
            name = start if short == "__init__" else f"{start}.{short}"
            is_package = path.rpartition("/")[2] == "__init__.py"
            try:
                found[name] = CustomModule.read(name, files[path], is_package, text)
            except (SyntaxError, ValueError, RecursionError) as error:
                line, column = (error.lineno or 1, error.offset or 1) if isinstance(error, SyntaxError) else (1, 1)
                lines = text.splitlines()
                excerpt = lines[line - 1] if line <= len(lines) else ""
                message = f"the module is no Python: {error.msg if isinstance(error, SyntaxError) else error}"
                place = Location(files[path], line, column, excerpt=excerpt)
                related = ("it is named here", Location("<config>", pointer=(*TABLE, "folder")))
                wrong = Diagnostic("custom-source", Severity.ERROR, message, "mend this line", location=place)
                self._diagnostics.add(replace(wrong, related=(related,)))
        return found

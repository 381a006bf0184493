"""Build hook for Hatch: the libraries that a project has in its packages are generated while it is built.

Hatch finds it by the entry point ``hatch``, and loads it for projects with a table ``[tool.hatch.build.hooks.sdksmith]``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.plugin import hookimpl

from sdksmith.api import generate
from sdksmith.diagnostics import Failure


class SdksmithBuildHook(BuildHookInterface[Any]):
    """Generates before the files of a source distribution, a wheel or an editable install are looked for.

    Its table may have ``config``, the configuration of sdksmith relative to the project, and ``targets``, the names of those to
    make; by default ``sdksmith.toml`` and all that it has a table for.
    """

    PLUGIN_NAME = "sdksmith"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Generate, and have what was generated taken along even where git ignores it.

        Raises
        ------
        SystemExit
            The document or the configuration has errors, which were printed.
        """
        root = Path(self.root)
        try:
            outcome = generate(
                config=root / self.config.get("config", "sdksmith.toml"), targets=self.config.get("targets")
            )
        except Failure as failure:
            lines = [f"{found.location}: [{found.code}] {found.message}" for found in failure.findings]
            self.app.abort("sdksmith: " + "\n".join(lines))
            return
        for each in outcome.targets:
            folder = each.output.resolve()
            if folder.is_relative_to(root.resolve()):
                build_data["artifacts"].append(f"/{folder.relative_to(root.resolve()).as_posix()}/**")


@hookimpl
def hatch_register_build_hook() -> type[BuildHookInterface[Any]]:
    """Return the hook."""
    return SdksmithBuildHook

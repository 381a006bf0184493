"""Contract of the templates: which dataclass each has its variables from.

When a field goes, or means something else, raise the number, and say under it what changed for which template.
"""

from __future__ import annotations

from sdksmith.planned import TemplateContract
from sdksmith.targets.go import contexts

CONTRACT = TemplateContract(
    1,
    {
        "errors.go.j2": contexts.HelpersContext,
        "go.mod.j2": contexts.ModuleContext,
        "go.sum.j2": contexts.ModuleContext,
        "helpers.go.j2": contexts.HelpersContext,
        "readme.md.j2": contexts.ReadmeContext,
        "reference.md.j2": contexts.ReferenceContext,
        "source.go.j2": contexts.SourceContext,
    },
)

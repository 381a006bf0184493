"""Contract of the templates: which dataclass each has its variables from.

When a field goes, or means something else, raise the number, and say under it what changed for which template.
"""

from __future__ import annotations

from sdksmith.planned import TemplateContract
from sdksmith.targets.python import contexts

CONTRACT = TemplateContract(
    1,
    {
        "client.py.j2": contexts.ClientContext,
        "incoming.py.j2": contexts.IncomingContext,
        "package_docstring.py.j2": contexts.PackageDocstringContext,
        "package_init.py.j2": contexts.PackageInitContext,
        "parts/alias.py.j2": contexts.TypesContext,
        "parts/choose_server.j2": contexts.RootContext,
        "parts/class.py.j2": contexts.TypesContext,
        "parts/readme_incoming.md.j2": contexts.ReadmeContext,
        "parts/settings_documentation.j2": contexts.RootContext,
        "parts/settings_imports.j2": contexts.RootContext,
        "parts/settings_parameters.j2": contexts.RootContext,
        "parts/tests_section.j2": contexts.ReadmeContext,
        "parts/typed_dict.py.j2": contexts.TypesContext,
        "py.typed.j2": None,
        "pyproject.toml.j2": contexts.PyprojectContext,
        "readme.md.j2": contexts.ReadmeContext,
        "reference.md.j2": contexts.ReferenceContext,
        "root.py.j2": contexts.RootContext,
        "tests/__init__.py.j2": None,
        "tests/conftest.py.j2": contexts.ConftestContext,
        "tests/loaded_modules.py.j2": contexts.ImportBudgetContext,
        "tests/test_group.py.j2": contexts.TestGroupContext,
        "tests/test_import_budget.py.j2": contexts.ImportBudgetContext,
        "token_client.py.j2": contexts.TokenClientContext,
        "types.py.j2": contexts.TypesContext,
        "types_init.py.j2": contexts.TypesInitContext,
    },
)

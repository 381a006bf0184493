"""Contract of the templates: which dataclass each has its variables from.

When a field goes, or means something else, raise the number, and say under it what changed for which template.
"""

from __future__ import annotations

from sdksmith.planned import TemplateContract
from sdksmith.targets.reference.pages import markdown, views

CONTRACT = TemplateContract(
    2,
    {
        # Every page has these: what they have in common is in all their contexts.
        "base.html.j2": views.GroupContext,
        "changes.html.j2": views.ChangesContext,
        "document.json.j2": views.DocumentContext,
        "group.html.j2": views.GroupContext,
        "llms-full.txt.j2": markdown.FullContext,
        "llms.txt.j2": views.ListContext,
        "logo.svg.j2": views.LogoContext,
        "operation.html.j2": views.OperationContext,
        "page.md.j2": markdown.MarkdownContext,
        # Macros, which get what they are called with.
        "parts.html.j2": None,
        "sitemap.xml.j2": views.ListContext,
        "start.html.j2": views.StartContext,
        "style.css.j2": views.StyleContext,
        "type.html.j2": views.TypeContext,
    },
    {2: {"changes.html.j2": ("a mark of a change is its key and its word",)}},
)

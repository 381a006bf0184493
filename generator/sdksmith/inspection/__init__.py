"""Output of ``sdksmith inspect``: the library that would be made, one part of it, or the ledger."""

from sdksmith.inspection.details import all_lines, detail_lines
from sdksmith.inspection.ledger import ledger_lines, partial_lines
from sdksmith.inspection.lookup import Subject, find
from sdksmith.inspection.origins import heading, pointer_at, where_lines, why_lines
from sdksmith.inspection.tree import tree_lines
from sdksmith.inspection.values import inspection_json

__all__ = [
    "Subject",
    "all_lines",
    "detail_lines",
    "find",
    "heading",
    "inspection_json",
    "ledger_lines",
    "partial_lines",
    "pointer_at",
    "tree_lines",
    "where_lines",
    "why_lines",
]

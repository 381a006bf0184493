"""Planned files -> text -> the tree on disk. Knows nothing of OpenAPI, nor of any target language.

Rendering (:func:`render`), formatting (:func:`format_sources`) and writing (:func:`write`) are separate steps; the
pipeline joins them. The heavy libraries, Jinja and Black, are imported when first used.
"""

from sdksmith.output.already import already_there
from sdksmith.output.committing import MovesInterrupted
from sdksmith.output.depfile import write_depfile
from sdksmith.output.edits import BASE_FOLDER, Merging, find_base
from sdksmith.output.format import format_sources, needs_formatting
from sdksmith.output.manifest import Manifest, ManifestError, digest, read_manifest
from sdksmith.output.overrides import Overrides, TemplateFailure, read_overrides, report_misplaced, stamp_of
from sdksmith.output.overriding import format_overridden
from sdksmith.output.render import Renderer, render
from sdksmith.output.reports import Drift, EditConflict, OutputRefused, WriteReport
from sdksmith.output.templates import templates_folder
from sdksmith.output.write import PendingWrite, prepare, write

__all__ = [
    "BASE_FOLDER",
    "Drift",
    "EditConflict",
    "Manifest",
    "ManifestError",
    "Merging",
    "MovesInterrupted",
    "OutputRefused",
    "Overrides",
    "PendingWrite",
    "Renderer",
    "TemplateFailure",
    "WriteReport",
    "already_there",
    "digest",
    "find_base",
    "format_overridden",
    "format_sources",
    "needs_formatting",
    "prepare",
    "read_manifest",
    "read_overrides",
    "render",
    "report_misplaced",
    "stamp_of",
    "templates_folder",
    "write",
    "write_depfile",
]

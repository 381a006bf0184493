"""Every code that a diagnostic can have: what it means, and what to do about it.

``docs/diagnostics.md`` is made of this, and so are the rules of a SARIF log. The tests hold the list against the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code, explained.

    Attributes
    ----------
    meaning
        What is wrong.
    remedy
        What to do. Neither text ends with a full stop.
    """

    meaning: str
    remedy: str


_RAISE_LIMIT = "If the document is meant to be so, raise the limit under [input] in the configuration"

#: Headings of the documentation -> code -> its entry.
SECTIONS: Final[Mapping[str, Mapping[str, Explanation]]] = {
    "Reading files": {
        "empty-file": Explanation("The file has no content", "Check that you named the right file"),
        "encoding": Explanation("The bytes are not valid text", "Save the file as UTF-8"),
        "header-variable": Explanation(
            "A header of the request for the document can't be made: a variable of the environment is not set, or can't be sent",
            "Set the variable that the message names",
        ),
        "too-large": Explanation("The input is larger than the limit max_bytes", _RAISE_LIMIT),
        "unreadable": Explanation(
            "A file or URL can't be read: it does not exist, is no regular file, or does not respond in time",
            "Check the file's name and permissions, or the URL and the network",
        ),
    },
    "JSON and YAML": {
        "duplicate-key": Explanation(
            "An object gives the same key twice, and readers disagree on which one counts",
            "Keep one of them; both lines are named",
        ),
        "json-syntax": Explanation(
            "The text is not valid JSON",
            "Check that position and what is just before it: a comma, a quote or a bracket is missing or too many",
        ),
        "lone-surrogate": Explanation(
            "A JSON string holds half of a surrogate pair, which is no character",
            "Write the character itself, or both halves",
        ),
        "multiple-documents": Explanation(
            "The file holds more than one YAML document", "Keep one document in the file"
        ),
        "number": Explanation(
            "A number that readers would not agree on: NaN, infinite, or with too many digits",
            "Write a finite number of ordinary size, or a string",
        ),
        "too-deep": Explanation("Objects and arrays nest deeper than the limit max_depth", _RAISE_LIMIT),
        "too-many-nodes": Explanation(
            "With aliases and references followed, the document has more nodes than the limit max_nodes", _RAISE_LIMIT
        ),
        "yaml-alias": Explanation(
            "A YAML alias stands for nothing, or for a node that it stands in",
            "Define the anchor before it, outside of the node",
        ),
        "yaml-key": Explanation("A YAML mapping has a key that is not a string", "Write the key as a string"),
        "yaml-merge": Explanation("'<<' is given something other than mappings", "Give it an alias of a mapping"),
        "yaml-syntax": Explanation(
            "The text is not valid YAML",
            "Check that line and the one before: indentation, a colon, a quote or a bracket is wrong",
        ),
        "yaml-tab": Explanation("A tab is used for indentation, which YAML forbids", "Indent with spaces"),
        "yaml-tag": Explanation("A YAML tag has no meaning in an OpenAPI document", "Use plain values"),
    },
    "The document as a whole": {
        "missing-field": Explanation(
            "A field that the specification requires is missing", "Add it; the message names it"
        ),
        "top-level": Explanation("The document is not an object", "Check that you named an OpenAPI document"),
        "unsupported-version": Explanation(
            "The document, or an overlay, is of a version that sdksmith does not read",
            "Convert it: OpenAPI 3.0, 3.1 and 3.2, and Overlay 1.0 and 1.1, are read",
        ),
    },
    "References": {
        "circular-reference": Explanation(
            "A chain of $refs comes back to itself without ever reaching an object",
            "Put an object in the place of one of them",
        ),
        "reference-kind": Explanation(
            "A $ref leads to something other than what belongs in its place; what can be read of it is used",
            "Let it lead to the right kind of component",
        ),
        "reference-outside": Explanation(
            "A $ref leads out of the document's folder, and is not followed",
            "Move the file there, or name its folder in allowed_roots under [input] in the configuration",
        ),
        "reference-type": Explanation(
            "A $ref leads to a value of the wrong type", "Let it lead to the right kind of component"
        ),
        "remote-reference": Explanation(
            "A $ref leads to a URL; nothing is fetched from the network",
            "Download that document beside this one and refer to the file, or bundle the document first",
        ),
        "unresolvable-example": Explanation(
            "The reference of an example or a link leads nowhere; it is left out, and the library loses nothing",
            "Correct it, or add what it refers to",
        ),
        "unresolvable-mapping": Explanation(
            "A value of a discriminator's mapping names no schema; it is ignored",
            "Name a schema under /components/schemas",
        ),
        "unresolvable-reference": Explanation("A $ref leads nowhere", "Correct it, or add what it refers to"),
    },
    "Types and values": {
        "default-type": Explanation("A default is of another type than its schema", "Write a default of that type"),
        "empty-enum": Explanation(
            "An enum has no value, so that no value is valid", "List its values, or remove the enum"
        ),
        "impossible-limit": Explanation(
            "A limit that no value can keep: a least value above the greatest, or a negative length",
            "Correct the limit",
        ),
        "invalid-pattern": Explanation(
            "A pattern is not a regular expression (ECMA-262)",
            "Correct it: a parenthesis, a bracket or a backslash is wrong",
        ),
        "null-value": Explanation(
            "A null where an object or a value belongs; it counts as an empty object, or as absent",
            "Remove the key, or give it a value",
        ),
        "unknown-type": Explanation(
            "'type' names no type of JSON Schema; the value is typed as anything",
            "Use one of array, boolean, integer, null, number, object, string",
        ),
        "wrong-type": Explanation(
            "A value is of the wrong type. A warning where sdksmith goes on: the meaning is clear, or only a schema is "
            "concerned, which then allows anything; an error elsewhere",
            "Write what the message asks for",
        ),
    },
    "Operations": {
        "body-parameter": Explanation(
            "A parameter is in the body, as Swagger 2.0 had it; it is left out", "Describe the body under requestBody"
        ),
        "duplicate-operation-id": Explanation(
            "Two operations have the same operationId", "Give each operation an operationId of its own"
        ),
        "duplicate-parameter": Explanation("A parameter is declared twice in one place", "Keep one of them"),
        "header-name": Explanation(
            "The name of a header parameter is not a valid name of a header", "Use letters, digits and hyphens"
        ),
        "parameter-without-schema": Explanation(
            "A parameter says nothing about its values; any value is taken", "Give it a schema"
        ),
        "path-without-slash": Explanation("A path does not begin with '/'", "Put a '/' before it"),
        "unknown-security-scheme": Explanation(
            "A security requirement names no security scheme; it is ignored", "Add it under /components/securitySchemes"
        ),
        "undeclared-path-parameter": Explanation(
            "A path uses a parameter that is not declared; it is taken as a required string",
            "Declare it under parameters, with in: path",
        ),
        "unused-path-parameter": Explanation(
            "A path parameter is declared, but the path does not use it", "Use it in the path, or remove it"
        ),
    },
    "What is only partly supported": {
        "degraded": Explanation(
            "Part of the document is generated with a looser type, or without what it says: a note, or an error with "
            "--strict or --fail-on",
            "Write it in a way that can be generated, or accept it; sdksmith inspect lists all of them",
        ),
        "rejected": Explanation(
            "Part of the document is not generated at all: a note, or an error with --strict or --fail-on",
            "Remove it, or write it in a way that can be generated; sdksmith inspect lists all of them",
        ),
        "unaccounted-input": Explanation(
            "No rule of sdksmith accounts for a keyword", "Report it as a bug of sdksmith"
        ),
    },
    "Validation": {
        "invalid-openapi": Explanation(
            "The document breaks the specification's own JSON Schema; found by validate and by --validate",
            "Write what the specification asks for",
        ),
    },
    "Overlays": {
        "overlay-conflict": Explanation(
            "An overlay's value does not fit what stands at its target: an error in Overlay 1.1; in 1.0 it takes the "
            "place of what was there, with a warning",
            "Remove the old value with an action of its own first, or target something else",
        ),
        "overlay-invalid": Explanation(
            "An overlay breaks the Overlay Specification",
            "An action is an object with a target and one of update, copy or remove: true",
        ),
        "overlay-no-match": Explanation(
            "The target of an action selects nothing, so the action does nothing",
            "Correct the target, or remove the action if the document no longer needs it",
        ),
        "overlay-too-complex": Explanation(
            "The target of an action takes too long to evaluate",
            "Use fewer '..' and wildcards, and simpler patterns",
        ),
    },
    "Configuration": {
        "client-credentials": Explanation(
            "The client that [targets.python.client_credentials] asks for can't be made",
            "Correct that table of the configuration, or remove it",
        ),
        "config-invalid": Explanation(
            "A key of the configuration is not known, or has a wrong value",
            "Look the key up in what sdksmith init writes, or let an editor check it with sdksmith config schema",
        ),
        "name-pin": Explanation(
            "A name that the configuration pins can't be given",
            "Name what is meant as the document does, or by its pointer, and give it a free name",
        ),
        "no-such-state": Explanation(
            "A state of the document that diff is told to compare is not there",
            "Name a commit, a branch or a tag of this repository, and a file that is in it",
        ),
        "no-library": Explanation(
            "A folder that diff is told to compare has no library that can be read back",
            "Name the output folder of a Python library that sdksmith wrote, or compare documents",
        ),
        "nothing-accepted": Explanation(
            "The configuration accepts a breaking change that does not happen",
            "Take the entry of [[diff.accept]] out, or give it the code and the member that diff names in its JSON",
        ),
        "no-release": Explanation(
            "A release can't be made",
            "Let the table of the target have a version in the config, or name one with --version that has no section in the changelog yet",
        ),
        "config-override": Explanation(
            "A --set option is not key=value, or goes through a key that is not a table",
            "Write, for example: --set targets.python.package=acme",
        ),
        "config-syntax": Explanation(
            "The config file is not valid TOML",
            "Check that line: strings go into quotes, and the names of tables into [brackets]",
        ),
        "config-unreadable": Explanation("The config file can't be read", "Check its name and permissions"),
        "custom-class": Explanation(
            "A class of your own that takes the place of a generated client is not derived from it",
            "Import the generated class and derive yours from it; the message has the line",
        ),
        "custom-folder": Explanation(
            "The folder with modules of your own can't become a package beside the generated ones",
            "Check its name, which is relative to the config file; its last part becomes the name of a package",
        ),
        "custom-import": Explanation(
            "A module of your own imports what the library does not have, or has no more",
            "Follow the new name, or leave out what needed it",
        ),
        "custom-missing": Explanation(
            "The configuration names a module, a class or a function of your own that is not there",
            "Write it, or correct the name",
        ),
        "custom-name": Explanation(
            "A name of your own is taken, or has to be another for the place that it takes", "Call it otherwise"
        ),
        "custom-override": Explanation(
            "A method of your own has the name of something generated",
            "Give it another name, or put @override before it where it is meant to take that place",
        ),
        "custom-source": Explanation(
            "A file in the folder with modules of your own is no text, or no valid Python", "Correct the file"
        ),
        "custom-unknown": Explanation(
            "Code of your own is to take the place of a group or a model that the library does not have, or has no more",
            "Correct the name, or remove the entry with its code",
        ),
        "import-budget": Explanation(
            "No test holds the import budget: there are no tests, or its first call can't be made in one",
            "Set tests = true, and name a method under [targets.python.import_budget] that has a test",
        ),
        "logo-unreadable": Explanation(
            "The image that logo under [targets.reference] names can't be read, or is not SVG",
            "Check its name, which is relative to the config file, and save it as SVG",
        ),
        "migration-unreadable": Explanation(
            "The text that migration under [targets.python] names can't be read",
            "Check its name; it is relative to the config file",
        ),
        "no-such-word": Explanation(
            "A translation under [targets.reference.translations] is of a word that pages do not have, or lacks its placeholders",
            "Look the key up in targets/reference/words/english.py, and keep what stands in braces",
        ),
        "no-wire-test": Explanation(
            "The tests that the library brings have none for this operation",
            "Test it by hand, or write the operation in a way that can be tested; the message says why it can't",
        ),
        "search-index": Explanation(
            "The pages were written, but the index that their search needs could not be made",
            "Install sdksmith[reference], or set search = false under [targets.reference]",
        ),
        "tests-folder": Explanation(
            "The package has the name of the folder that its tests would be written to",
            "Choose another package, or leave out tests = true",
        ),
        "no-document": Explanation(
            "No document was given", "Name it on the command line, or as spec in the configuration"
        ),
    },
    "Templates of your own": {
        "template-changed": Explanation(
            "A template of ours has another text than when it was copied",
            "Compare the two, take over what you want, and the new first line",
        ),
        "template-error": Explanation(
            "A template can't be rendered: a line of it fails", "Correct the line; the message has the reason"
        ),
        "template-field": Explanation(
            "A template uses a variable or a field that does not exist",
            "Correct the name: `sdksmith templates show NAME` has those that there are",
        ),
        "template-outdated": Explanation(
            "A copy of a template was made for an earlier contract, and fields that it may use have changed since",
            "Follow what the message says has changed, and raise the number in the first line of the copy",
        ),
        "template-output": Explanation(
            "A template makes a file that is not valid source",
            "Correct the line that the message names: it is the last of yours before what is wrong",
        ),
        "template-syntax": Explanation("A template is not valid Jinja", "Correct the line that the message names"),
        "template-unknown": Explanation(
            "A template takes the place of none, or names one that does not exist",
            "Correct its name: `sdksmith templates list` has them all",
        ),
        "template-unreadable": Explanation(
            "A template, or the folder of templates, can't be read",
            "Check `templates` in the configuration: it is relative to the config file",
        ),
    },
    "Writing": {
        "edit-conflict": Explanation(
            "An edit of a generated file and what is generated now are of the same lines",
            "Change your lines, or let --conflicts markers write both into the file and resolve it there",
        ),
        "edit-invalid": Explanation(
            "An edit of a generated file and what is generated now make no valid source together",
            "Change your lines, or let --conflicts markers write the file as it is and mend it there",
        ),
        "edit-unresolved": Explanation(
            "A file still has a conflict between markers that an earlier run wrote",
            "Leave what is to stay, and take out the lines of the markers",
        ),
        "edited-file": Explanation(
            "A generated file was edited by hand, and the edit would be lost",
            'Move it away, choose another --output, overwrite it with --force, or keep edits by edits = "merge" in the configuration',
        ),
        "foreign-file": Explanation(
            "A file in the output folder that sdksmith did not write would be overwritten",
            "Move it away, choose another --output, or overwrite it with --force",
        ),
        "git-missing": Explanation(
            "Edits of generated files are to be kept, and there is no git, which merges them", "Install git"
        ),
        "no-base": Explanation(
            "A generated file was edited, and the text that the edit began with is neither kept, nor in the cache, nor in git",
            "Fetch the whole history of the repository, or generate with --force and edit the file again",
        ),
        "no-edit": Explanation(
            "No edit of a generated file is in what a command was given", "Look it up with `sdksmith edits list`"
        ),
        "output-blocked": Explanation(
            "A symbolic link or a folder is in the way of a file", "Remove what is in the way"
        ),
        "output-collision": Explanation(
            "Two files would have the same name, on this or on another file system", "Rename one of the two things"
        ),
        "output-manifest": Explanation(
            "The manifest of the output folder is damaged", "Restore it, or overwrite everything with --force"
        ),
        "output-path": Explanation("A file's path is not safe to write", "Rename what the path was made of"),
        "output-unwritable": Explanation("The file system refuses to write a file", "Check permissions and free space"),
        "stale-file-kept": Explanation(
            "A file that is no longer generated was kept, because it was edited by hand",
            "Remove it, or leave it: it is not mentioned again",
        ),
        "unencodable-text": Explanation(
            "A text would hold half of a surrogate pair", "Remove it from the document or the template"
        ),
    },
}

CATALOGUE: Final[Mapping[str, Explanation]] = {
    code: entry for section in SECTIONS.values() for code, entry in section.items()
}


def general_hint(code: str) -> str:
    """Return what to do about a code, as a hint is written; ``""`` for an unknown one."""
    entry = CATALOGUE.get(code)
    return entry.remedy[:1].lower() + entry.remedy[1:] if entry is not None else ""


def reference() -> str:
    """Return the list of codes, as Markdown."""
    lines: list[str] = []
    for heading, entries in SECTIONS.items():
        lines += [f"### {heading}", "", "| code | what it means | what to do |", "|---|---|---|"]
        lines += [f"| `{code}` | {entry.meaning} | {entry.remedy} |" for code, entry in sorted(entries.items())]
        lines.append("")
    return "\n".join(lines)

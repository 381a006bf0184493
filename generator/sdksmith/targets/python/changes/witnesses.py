"""Programs that show what a change does: they pass with the old package, and fail with the new one as the change says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sdksmith.config import Config
from sdksmith.holdings import held_otherwise, holdings, sent
from sdksmith.model import Reference, Type, all_properties, object_at
from sdksmith.naming import Names
from sdksmith.sdk import Sdk
from sdksmith.sdk.values import NoValueError, is_dict
from sdksmith.sdk.wire.cases import GivenArgument, WireCase, WireCases
from sdksmith.sdk.wire.requests import UntestableError
from sdksmith.surface import Change, Member, is_key
from sdksmith.targets.python.changes.imports import imports_of
from sdksmith.targets.python.changes.library import shown, shown_of_reader
from sdksmith.targets.python.changes.members import Members
from sdksmith.targets.python.changes.proofs import compared, given_credentials, pattern, recognized, response
from sdksmith.targets.python.changes.texts import Annotations
from sdksmith.targets.python.changes.usage import Usages
from sdksmith.targets.python.layout import literals
from sdksmith.targets.python.layout.code import flat
from sdksmith.targets.python.methods.signatures import Call
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.python.tests.construction import Constructor, Used


class Witnesses:
    """Writer of programs, each of which is a witness of changes."""

    def __init__(self, sdk: Sdk, names: Names, config: Config, options: PythonOptions) -> None:
        self._found = Members(sdk, names, config, options)
        self._members = {member.path: member for member in self._found}
        self._decisions = self._found.decisions
        self._cases = WireCases(sdk)
        self._keys = sdk.credentials.keys
        self._declarations = sdk.api.declarations
        variants = [variant for some in self._decisions.unions.values() for variant in some]
        #: Class -> its plain form.
        self._plain = {member.mirror: path for path, member in self._members.items() if member.kind == "class"}
        self._types = {
            *(path for path, member in self._members.items() if member.kind in ("class", "name")),
            *(variant.name for variant in variants),
        }
        self._texts = Annotations(self._types, self._plain)
        used = Used()
        self._writer = Constructor(self._declarations, names, self._decisions.unions, self._cases.sent, used)
        self._reader = Constructor(self._declarations, names, self._decisions.unions, self._cases.received, used)

    def program(self, changes: Sequence[Change], title: str, newer: Witnesses) -> str | None:
        """Return a program; ``None`` where there is none that would show any of the changes.

        Parameters
        ----------
        changes
            Of one entry.
        newer
            The writer for the new state: values are such as both states know.
        """
        functions: list[str] = []
        calls: list[str] = []
        for change in changes:
            for kind, lines in self._parts(change, newer):
                name = f"{kind}_{len(functions) + 1}"
                if kind == "types":
                    head, *body = lines
                    functions.append(f"{head.replace('def types(', f'def {name}(')}\n{_indented(body)}")
                else:
                    functions.append(f"def {name}() -> None:\n{_indented(lines)}")
                    calls.append(f"{name}()")
        if not functions:
            return None
        if any("keywords" in each for each in functions):
            functions.insert(0, "keywords: dict[str, Any] = {}")
        main = f'if __name__ == "__main__":\n{_indented(calls)}' if calls else ""
        docstring = f'"""{literals.string(title)[1:-1]}"""'
        text = "\n\n\n".join([*functions, *([main] if main else [])])
        return (
            "\n\n".join([docstring, "from __future__ import annotations", *imports_of(text, self._decisions.package)])
            + f"\n\n\n{text}\n"
        )

    def usage(self, path: str) -> str:
        """Return how a program uses a member, on one line; ``""`` where there is none."""
        return Usages(self._found, self._members, self._cases, self._writer).of(path)

    def sample(self, path: str) -> Any:
        """Return a JSON value of a field.

        Raises
        ------
        NoValueError
            There is none.
        """
        if path not in self._found.properties:
            raise NoValueError
        _, entry = self._found.properties[path]
        return self._cases.received.value(entry.type, entry.name, entry.examples)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def _parts(self, change: Change, newer: Witnesses) -> Iterator[tuple[str, list[str]]]:
        """Yield functions that check types, run, or look at what is sent; the first line of the former is their head."""
        member = self._members.get(change.member)
        owner = change.member.partition("(")[0]
        try:
            if owner in self._found.calls:
                yield from self._of_call(change, member, self._found.calls[owner], newer)
            elif member is not None and member.kind in ("package", "client", "requirement"):
                yield from shown(change, self._decisions.package)
            elif member is not None and member.kind == "reader":
                yield from self._of_reader(change, member)
            elif member is None and change.code == "field-removed":
                yield from self._of_inner_field(change)
            elif member is None or member.kind == "setting":
                yield from self._of_others(change, member)
            elif member.kind == "field":
                yield from self._of_field(change, member, newer)
            elif member.kind == "error":
                yield from self._of_error(change)
            else:
                yield from self._of_type(change, member)
        except (NoValueError, UntestableError):
            return

    def _of_field(self, change: Change, member: Member, newer: Witnesses) -> Iterator[tuple[str, list[str]]]:
        owner, _, name = member.path.rpartition(".")
        old = self._texts.annotation(member.types)
        if change.code == "field-became-required":
            yield from self._built(member.path.partition("[")[0] if is_key(member) else owner)
            return
        if is_key(member):
            owner, _, key = member.path.partition("[")
            given = self._texts.given_as(self._texts.or_plain(member.types))
            yield "types", [f"def types(given: types.{owner}, value: {given}) -> None:", f"given[{key[:-1]}] = value"]
            return
        if member.direction == "sent":
            given = self._texts.given_as(member.types)
            yield "types", [f"def types(value: {given}) -> None:", f"types.{owner}({name}=value, **keywords)"]
            return
        if member.types - {"None"} == frozenset(("Any",)) and not change.code.endswith("removed"):
            lines = [f"value = given.{name}", "if value is not None:", "    print(value.anything)"]
            yield "types", [f"def types(given: types.{owner}) -> None:", *lines]
        else:
            yield "types", [f"def types(given: types.{owner}) -> {old}:", f"return given.{name}"]
        if member.direction == "both" and not change.code.endswith("removed"):
            given = self._texts.given_as(member.types)
            yield "types", [f"def types(value: {given}) -> None:", f"types.{owner}({name}=value, **keywords)"]
        if "run" not in change.breaks:
            return
        symbol, entry = self._found.properties[member.path]
        if change.code == "field-removed":
            sample = self._cases.received.value(Reference(symbol), owner)
            if not entry.required:
                sample.pop(entry.name, None)
                yield "run", [*self._decoded(owner, sample, name), "assert value is None, value"]
                return
            value = sample[entry.name]
        else:
            value = self._value_of_both(change.member, entry.type, newer)
            sample = {**self._cases.received.value(Reference(symbol), owner), entry.name: value}
        expected = self._reader.class_of(value, entry.type) or type(value).__name__
        yield "run", [*self._decoded(owner, sample, name), f"assert isinstance(value, {expected}), value"]

    def _of_inner_field(self, change: Change) -> Iterator[tuple[str, list[str]]]:
        """Yield what reads a field of a field whose class is another one now."""
        path, _, inner = change.member.rpartition(".")
        owner, _, name = path.rpartition(".")
        yield "types", [
            f"def types(given: types.{owner}) -> None:",
            f"if given.{name} is not None:",
            f"    print(given.{name}.{inner})",
        ]
        if "run" not in change.breaks:
            return
        (symbol, entry), (known,) = self._found.properties[path], self._members[path].types - {"None"}
        _, field = self._found.properties[f"{known}.{inner}"]
        value = self._cases.received.value(entry.type, entry.name)
        condition = "value is None"
        if field.required:
            sample = value[field.name]
            condition = f"isinstance(value, {self._reader.class_of(sample, field.type) or type(sample).__name__})"
        else:
            value.pop(field.name, None)
        given = {**self._cases.received.value(Reference(symbol), owner), entry.name: value}
        (line,) = self._decoded(owner, given, name)
        yield "run", [
            line.replace("value: object", "given: Any"),
            f"value: object = given.{inner}",
            f"assert {condition}, value",
        ]

    def _decoded(self, owner: str, sample: Any, name: str) -> list[str]:
        made = f"types.{owner}.model_validate_json({literals.string(json.dumps(sample))})"
        return [f"value: object = {made}.{name}"]

    def _value_of_both(self, path: str, kind: Type, newer: Witnesses) -> Any:
        """Return a JSON value of a field that both states know."""
        later, own = newer.sample(path), self.sample(path)
        candidates = [later, own]
        if is_dict(later) and is_dict(own):
            candidates.append({**own, **later})
        for value in candidates:
            try:
                self._cases.received.fit(value, kind)
                newer.fit(path, value)
            except NoValueError:
                continue
            return value
        raise NoValueError

    def fit(self, path: str, value: Any) -> None:
        """Take a JSON value for a field.

        Raises
        ------
        NoValueError
            It is none.
        """
        _, entry = self._found.properties[path]
        self._cases.received.fit(value, entry.type)

    def _of_type(self, change: Change, member: Member) -> Iterator[tuple[str, list[str]]]:
        name = member.path
        if change.code == "base-removed":
            for base in change.old.split(" | "):
                yield "types", [f"def types(given: types.{name}) -> types.{base}:", "return given"]
                yield "run", [f"assert types.{base} in types.{name}.__mro__"]
            return
        if change.code == "kind-changed" and member.kind == "class":
            yield "types", [f"def types(given: types.{name}) -> None:", "print(given.model_dump())"]
            yield "run", [f"value: object = types.{name}.model_validate", "assert value is not None"]
            return
        if change.code in ("type-changed", "kind-changed"):
            old = self._texts.annotation(member.types)
            if member.direction in ("received", "both"):
                yield "types", [f"def types(given: types.{name}) -> {old}:", "return given"]
            if member.direction in ("sent", "both"):
                yield "types", [f"def types(given: {old}) -> types.{name}:", "return given"]
            return
        yield "types", [f"def types(given: types.{name}) -> None:", "print(given)"]
        if "run" in change.breaks:
            yield "run", [f"value: object = types.{name}", "assert value is not None"]

    def _of_reader(self, change: Change, member: Member) -> Iterator[tuple[str, list[str]]]:
        body = self._found.readers[member.path].body
        value = self._cases.received.value(body, "body") if body is not None else None
        expected = (self._reader.class_of(value, body) or type(value).__name__) if body is not None else ""
        yield from shown_of_reader(change, self._texts.annotation(member.types), value, expected)

    def _of_others(self, change: Change, member: Member | None) -> Iterator[tuple[str, list[str]]]:
        owner, is_setting, rest = change.member.partition("(")
        if is_setting and owner == self._decisions.client:
            name = rest.removesuffix(")")
            given = f', {name}="x"' if member is not None and "wire" not in change.breaks else ""
            made = self._decisions.construction.arguments
            if f"{name}=" in made:
                given = ""
            made = f"library.{owner}({made}{given or ''})".replace("(, ", "(")
            if "wire" in change.breaks:
                yield from self._of_credential(name) if change.code == "credential-changed" else self._of_server(change)
                return
            yield "types", ["def types() -> None:", made]
            yield "run", [f"value: object = {made}", "assert value is not None"]
            return
        # A field that must be given now: the class is made without it.
        owner = change.member.partition("[")[0] if change.member.endswith("]") else change.member.rpartition(".")[0]
        if owner in self._members and self._members[owner].kind == "class":
            yield from self._built(owner)

    def _built(self, owner: str) -> Iterator[tuple[str, list[str]]]:
        """Yield what makes a value of a class, or of its plain form, with what it must have."""
        place = self._members[owner].place
        value = self._cases.sent.value(Reference(place), owner, detail=0)
        needed = object_at(place, self._declarations)
        value = {
            entry.name: value[entry.name] for entry in all_properties(needed, self._declarations) if entry.required
        }
        if self._members[owner].mirror:
            yield "types", [f"def types() -> types.{owner}:", f"return {value!r}"]
            return
        made = flat(self._writer.expression(value, Reference(place)))
        yield "types", ["def types() -> None:", made]

    def _of_credential(self, name: str) -> Iterator[tuple[str, list[str]]]:
        """Yield a call that is sent with an API key alone."""
        for path, call in self._found.calls.items():
            held = frozenset((name,))
            if sent(self._members[path].wire["security"], held) != held:
                continue
            try:
                case = self._cases.case(call.method)
            except UntestableError:
                continue
            yield "wire", self._proved(call, case, held, held)
            return

    def _of_server(self, change: Change) -> Iterator[tuple[str, list[str]]]:
        for call in self._found.calls.values():
            try:
                case = self._cases.case(call.method)
            except UntestableError:
                continue
            expected = pattern(change.old)
            lines = self._called(call, case, case.calls[0].arguments)
            yield "wire", [
                *lines,
                "url = transport.requests[0].url",
                f"assert re.match({literals.string(expected)}, url), url",
            ]
            return

    # -- calls --------------------------------------------------------------------------------------------------------

    def _of_call(
        self, change: Change, member: Member | None, call: Call, newer: Witnesses
    ) -> Iterator[tuple[str, list[str]]]:
        case = self._cases.case(call.method)
        given = self._given(change, call, case)
        written = list(map(flat, self._writer.arguments(call, given)))
        if change.code == "argument-renamed":
            positional = [argument.name for argument in call.arguments if argument.is_positional]
            written[: len(positional)] = [f"{name}={text}" for name, text in zip(positional, written, strict=False)]
        arguments = ", ".join(written)
        path = ".".join(("client", *call.attributes, call.name))
        head = f"def types(client: library.{self._decisions.client}"
        if change.code == "result-changed":
            returned = self._texts.qualified(flat(call.returns))
            yield "types", [f"{head}) -> {returned}:", f"return {path}({arguments})"]
            yield "run", [*self._called(call, case, given, "result: object = "), *self._result(call, case)]
            return
        if member is not None and member.kind == "argument" and change.code == "type-changed":
            name = change.member.partition("(")[2].removesuffix(")")
            others = [each for each in given if call.argument(each.argument).name != name]
            rest = [flat(each) for each in self._writer.arguments(call, others)]
            old = self._texts.given_as(self._texts.or_plain(member.types))
            yield "types", [f"{head}, value: {old}) -> None:", f"{path}({', '.join((*rest, f'{name}=value'))})"]
            return
        if "types" in change.breaks:
            yield "types", [f"{head}) -> None:", f"{path}({arguments})"]
        if change.code == "security-changed":
            yield "wire", self._authorized(call, case, change, newer)
        elif "wire" in change.breaks:
            server = change.old or self._members[f"{self._decisions.client}(base_url)"].wire["server"]
            request = next((made.request for made in case.calls if made.arguments == given), case.calls[0].request)
            yield "wire", [*self._called(call, case, given), *compared(call, change, request, server)]
        elif "run" in change.breaks:
            lines = self._called(call, case, given)
            yield "run", [*lines[:-1], f"{path}({arguments})"] if change.code == "argument-renamed" else lines

    def _given(self, change: Change, call: Call, case: WireCase) -> tuple[GivenArgument, ...]:
        """Return what is given: what must be, and with that all if the change is one of an argument that may be left out."""
        name = change.member.partition("(")[2].removesuffix(")")
        least = case.calls[0].arguments
        if not name or any(call.argument(each.argument).name == name for each in least) or "added" in change.code:
            return least
        if not any(argument.name == name for argument in call.arguments) or "required" in change.code:
            return least
        return case.calls[-1].arguments

    def _authorized(self, call: Call, case: WireCase, change: Change, newer: Witnesses) -> list[str]:
        """Return statements that compare the credentials of a request, for somebody who notices."""
        names, new_names = (each._decisions.credentials.names for each in (self, newer))
        known = holdings(self._members.values(), names, new_names)
        held = held_otherwise(change.old, change.new, known) or names
        return self._proved(call, case, held, sent(change.old, held))

    def _proved(self, call: Call, case: WireCase, held: frozenset[str], expected: frozenset[str]) -> list[str]:
        keys = {key.name: scheme for key, scheme in zip(self._decisions.credentials.keys, self._keys, strict=True)}
        lines = self._called(call, case, case.calls[0].arguments, held=held)
        return [*lines, "request = transport.requests[0]", *recognized(expected, keys)]

    def _called(
        self,
        call: Call,
        case: WireCase,
        given: Sequence[GivenArgument],
        before: str = "",
        held: frozenset[str] | None = None,
    ) -> list[str]:
        arguments = ", ".join(map(flat, self._writer.arguments(call, given)))
        path = ".".join(("client", *call.attributes, call.name))
        construction = self._decisions.construction
        credentials = construction.credentials if held is None else given_credentials(held)
        made = ", ".join((*credentials, *construction.server, "transport=transport"))
        called = f"{path}({arguments})"
        if call.method.result.kind in ("events", "download"):
            called = f"list({called})"
        return [
            f"transport = MockTransport([{response(case)}])",
            f"client = library.{self._decisions.client}({made})",
            f"{before}{called}",
        ]

    def _result(self, call: Call, case: WireCase) -> list[str]:
        kind = call.method.result.kind
        if kind == "pages":
            return ["assert isinstance(result, library.SyncPager), result"]
        if kind == "nothing" or case.response.media is None:
            return ["assert result is None, result"]
        expected = self._reader.class_of(case.response.value, case.response.media.type) if kind == "data" else "list"
        return [f"assert isinstance(result, {expected or 'object'}), result"]

    def _of_error(self, change: Change) -> Iterator[tuple[str, list[str]]]:
        path, _, error = change.member.partition(": ")
        call = self._found.calls[path]
        case = self._cases.case(call.method)
        status = int(error.rpartition("(")[2].removesuffix(")"))
        found = next(each for each in call.method.errors if str(each.status) == str(status))
        assert found.body is not None
        value = self._cases.received.value(found.body.type, "error")
        expected = self._reader.class_of(value, found.body.type) or type(value).__name__
        lines = self._called(call, case, case.calls[0].arguments)
        lines[0] = f"transport = MockTransport([MockResponse({status}, json={value!r})])"
        name = error.partition(".")[0]
        yield "run", [
            *lines[:2],
            "try:",
            f"    {lines[2]}",
            f"except errors.{name} as error:",
            f"    assert isinstance(error.body, {expected}), error.body",
        ]


def _indented(lines: Sequence[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)

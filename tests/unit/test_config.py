from __future__ import annotations

from pathlib import Path

import pytest

from sdksmith.config import Config, load_config
from sdksmith.diagnostics import Failure
from sdksmith.targets.python.options import PythonOptions
from sdksmith.targets.registry import options_of


@pytest.fixture
def config_file(tmp_path: Path) -> Path:
    return tmp_path / "sdksmith.toml"


def codes(failure: pytest.ExceptionInfo[Failure]) -> list[str]:
    return [diagnostic.code for diagnostic in failure.value.diagnostics]


def test_without_a_file_the_defaults_hold() -> None:
    assert load_config(None, options_of=options_of) == Config()


def test_a_file_is_read(config_file: Path) -> None:
    config_file.write_text(
        'spec = "api.yaml"\n[targets.python]\npackage = "acme.billing"\n[pagination.operations]\n"users.list" = "cursor"\n'
    )

    config = load_config(config_file, options_of=options_of)

    assert config.spec == "api.yaml"
    assert config.targets == {"python": PythonOptions(package="acme.billing")}
    assert config.pagination.operations == {"users.list": "cursor"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("wrods = 'lodash'", "wrods"),
        ("words = 'klingon'", "words"),
        ("[input]\nmax_bytes = 0", "max_bytes"),
        ("[input]\nmax_bytes = 'many'", "max_bytes"),
        ("[targets.python]\npackage = '../evil'", "package"),
        ("[targets.python]\nclient = 'My Client'", "client"),
        ("[targets.cobol]", "cobol"),
    ],
)
def test_what_is_not_valid_is_named(config_file: Path, text: str, named: str) -> None:
    config_file.write_text(text)

    with pytest.raises(Failure) as failure:
        load_config(config_file, options_of=options_of)

    (diagnostic,) = failure.value.diagnostics
    assert diagnostic.code == "config-invalid"
    assert named in diagnostic.message
    assert diagnostic.location is not None
    assert diagnostic.location.file == str(config_file)


@pytest.mark.parametrize("content", [b"spec = ", b"\xff\xfe"])
def test_what_is_no_toml_is_said_so(config_file: Path, content: bytes) -> None:
    config_file.write_bytes(content)

    with pytest.raises(Failure) as failure:
        load_config(config_file, options_of=options_of)

    assert codes(failure) == ["config-syntax"]


def test_a_missing_file_is_said_so(config_file: Path) -> None:
    with pytest.raises(Failure) as failure:
        load_config(config_file, options_of=options_of)

    assert codes(failure) == ["config-unreadable"]


def test_overrides_beat_the_file(config_file: Path) -> None:
    config_file.write_text('words = "lodash"\n[input]\nmax_depth = 7\n')

    config = load_config(
        config_file, ("words=compact", "input.max_bytes=12", "targets.python.package=acme"), options_of=options_of
    )

    assert config.words == "compact"
    assert (config.input.max_bytes, config.input.max_depth) == (12, 7)
    assert config.targets == {"python": PythonOptions(package="acme")}


@pytest.mark.parametrize("override", ["words", "=x", "a..b=1", "words.x=1"])
def test_an_override_that_makes_no_sense_is_an_error(override: str, config_file: Path) -> None:
    config_file.write_text('words = "lodash"\n')

    with pytest.raises(Failure) as failure:
        load_config(config_file, (override,), options_of=options_of)

    assert codes(failure) == ["config-override"]

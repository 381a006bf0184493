"""What a client writes to the log of the standard library: nothing secret, and nothing unless it is asked to."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from runtime.core import ApiClient, ApiKey, ClientCredentials, RetryPolicy
from tests.runtime.loopback import Loopback
from tests.runtime.models import Action

from runtime import errors

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "python"


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    logger = logging.getLogger("runtime")
    level, handlers = logger.level, list(logger.handlers)
    yield
    logger.setLevel(level)
    logger.handlers[:] = handlers


def client(server: Loopback, **settings: Any) -> ApiClient:
    return ApiClient(
        base_url=server.url, sleep=lambda seconds: None, retry_policy=RetryPolicy(random=lambda: 0.0), **settings
    )


def lines(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    return [(record.levelname, record.getMessage()) for record in caplog.records if record.name == "runtime"]


def test_requests_and_answers_are_debug_lines(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "runtime"):
        client(server).call(None, "GET", "/a", query={"q": "private"})
    (first, sent), (second, answered) = lines(caplog)
    assert (first, sent) == ("DEBUG", f"GET {server.url}/a: sending")
    assert second == "DEBUG"
    assert answered.startswith(f"GET {server.url}/a: 200 after ")


def test_retries_are_info_lines(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    server.answer(503)
    server.answer(drop=True)
    server.answer(200)
    with caplog.at_level(logging.INFO, "runtime"):
        client(server).call(None, "GET", "/a")
    assert lines(caplog) == [
        ("INFO", f"GET {server.url}/a: 503; retry 1 in 1 s"),
        ("INFO", f"GET {server.url}/a: ApiConnectionError; retry 2 in 2 s"),
    ]


def test_drift_is_a_warning_with_pointer_and_expectation_but_no_value(
    server: Loopback, caplog: pytest.LogCaptureFixture
) -> None:
    server.answer(200, {"id": ["private"]})
    with caplog.at_level(logging.WARNING, "runtime"):
        client(server).call(Action, "GET", "/a")
    ((level, message),) = lines(caplog)
    assert level == "WARNING"
    assert message.startswith(f"GET {server.url}/a: the response does not follow the document: /id: ")
    assert "private" not in message


def test_many_drifts_are_one_short_line(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    server.answer(200, [{"id": number} for number in range(9)])
    with caplog.at_level(logging.WARNING, "runtime"):
        client(server).call(list[Action], "GET", "/a")
    ((_, message),) = lines(caplog)
    assert "/4/id" in message
    assert "/5/id" not in message
    assert message.endswith("and 4 more")


def test_no_line_holds_a_secret(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    server.answer(503)
    server.answer(200, {"id": 1})
    keys = {
        "one": ApiKey("X-Key", "secret-1", "header"),
        "two": ApiKey("key", "secret-2", "query"),
        "three": ApiKey("k", "secret-3", "cookie"),
    }
    with caplog.at_level(logging.DEBUG):
        client(server, token="secret-4", credentials=keys).call(
            Action, "POST", "/a", query={"q": "secret-5"}, json={"password": "secret-6"}
        )
    own = [record.getMessage() for record in caplog.records if record.name.startswith("runtime")]
    assert len(own) >= 5
    assert not [message for message in own if "secret" in message]
    # The HTTP library logs URLs of its own.
    library = [record.getMessage() for record in caplog.records if record.name == "httpx2"]
    assert library
    assert all("key=***" in message for message in library)
    assert not [record for record in caplog.records if "secret-2" in record.getMessage()]


def test_no_line_holds_the_secret_of_client_credentials(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    server.answer(401, {"error": "invalid_client", "error_description": "hush-hush is wrong"})
    provider = ClientCredentials(token_url=f"{server.url}/token", client_id="me", client_secret="hush-hush")
    with caplog.at_level(logging.DEBUG, "runtime"), pytest.raises(errors.TokenRequestError):
        client(server, token=provider).call(None, "GET", "/a")
    assert lines(caplog)
    assert "hush-hush" not in caplog.text


def test_logging_false_writes_nothing(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "runtime"):
        client(server, logging=False).call(None, "GET", "/a")
    assert lines(caplog) == []


def test_another_logger_can_be_given(server: Loopback, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client(server, logging=logging.getLogger("mine")).call(None, "GET", "/a")
    assert lines(caplog) == []
    assert [record.levelname for record in caplog.records if record.name == "mine"] == ["DEBUG", "DEBUG"]


@pytest.mark.parametrize("wrong", ["debug", 1, {"level": "debug"}])
def test_another_setting_is_refused_when_the_client_is_made(wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"logging must be"):
        ApiClient(base_url="http://127.0.0.1:9", logging=wrong)


def run_program(server: Loopback, setting: str, before: str = "") -> str:
    """Return what a program that makes a call shows on its standard error stream."""
    program = f"""
import logging
{before}
from runtime.core import ApiClient, RetryPolicy
client = ApiClient(
    base_url={server.url!r}, sleep=lambda seconds: None, retry_policy=RetryPolicy(random=lambda: 0.0), logging={setting}
)
client.call(int, "GET", "/a")
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=TEMPLATES, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == ""
    return done.stderr


def test_nothing_is_shown_by_default_not_even_warnings(server: Loopback) -> None:
    server.answer(503)
    server.answer(200, b'"no number"')
    assert run_program(server, "None") == ""
    assert len(server.requests) == 2


def test_logging_true_shows_retries_and_drift(server: Loopback) -> None:
    server.answer(503)
    server.answer(200, b'"no number"')
    first, second = run_program(server, "True").splitlines()
    assert first == f"INFO runtime: GET {server.url}/a: 503; retry 1 in 1 s"
    assert second.startswith(f"WARNING runtime: GET {server.url}/a: the response does not follow the document")
    assert "no number" not in second


def test_logging_true_adds_no_second_output_to_a_program_that_has_one(server: Loopback) -> None:
    server.answer(503)
    server.answer(200, b"1")
    shown = run_program(server, "True", before="logging.basicConfig(format='mine: %(message)s')")
    own = [line for line in shown.splitlines() if "retry 1" in line]
    assert own == [f"mine: GET {server.url}/a: 503; retry 1 in 1 s"]


def test_a_program_that_configures_logging_sees_the_lines_of_the_package(server: Loopback) -> None:
    before = "logging.basicConfig(format='%(name)s'); logging.getLogger('runtime').setLevel('DEBUG')"
    server.answer(200, b"1")
    assert run_program(server, "None", before=before).splitlines() == ["runtime", "runtime"]

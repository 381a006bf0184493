"""Signatures of requests that the API sends."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable

import pytest
from runtime.core.signatures import HmacSignature, StandardSignature
from runtime.core.webhook_error import WebhookVerificationError

NOW = 1_800_000_000
KEY = b"a key of some length"
SECRET = f"whsec_{base64.b64encode(KEY).decode()}"
BODY = '{"a": "ü"}'.encode()


def signed(body: bytes = BODY, at: int | str = NOW, key: bytes = KEY) -> dict[str, str]:
    digest = hmac.new(key, f"msg_1.{at}.".encode() + body, hashlib.sha256).digest()
    return {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(at),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def verifier(secret: str | list[str] = SECRET, clock: Callable[[], float] = lambda: NOW) -> StandardSignature:
    return StandardSignature(secret, clock=clock)


def test_a_signed_request_passes() -> None:
    verifier().verify(BODY, signed())


@pytest.mark.parametrize("secret", [base64.b64encode(KEY).decode(), ["b3RoZXI=", SECRET]])
def test_the_prefix_may_be_left_out_and_secrets_replaced(secret: str | list[str]) -> None:
    verifier(secret).verify(BODY, signed())


def test_one_of_several_signatures_is_enough() -> None:
    headers = signed()
    headers["webhook-signature"] = f"v1a,abc v1,bm8= {headers['webhook-signature']}"
    verifier().verify(BODY, headers)


def test_the_example_of_an_independent_computation() -> None:
    # openssl: printf 'msg_1.1800000000.{}' | openssl dgst -sha256 -hmac 'a key of some length' -binary | base64
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": "1800000000",
        "webhook-signature": "v1,qQv8hmHIPfcmvIaK86HADQnih75gWx+7C/gpp2IiYxs=",
    }
    verifier().verify(b"{}", headers)


@pytest.mark.parametrize("header", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_every_header_is_needed(header: str) -> None:
    headers = signed()
    del headers[header]
    with pytest.raises(WebhookVerificationError, match=f"{header} is missing"):
        verifier().verify(BODY, headers)


@pytest.mark.parametrize(
    "change",
    [
        {"webhook-id": "msg_2"},
        {"webhook-timestamp": str(NOW + 1)},
        {"webhook-signature": "v1,"},
        {"webhook-signature": "v1,not base64 \u00fc"},
        {"webhook-signature": signed()["webhook-signature"].replace("v1,", "v2,")},
        {"webhook-signature": signed(key=b"another")["webhook-signature"]},
    ],
)
def test_what_was_changed_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(WebhookVerificationError, match="does not fit"):
        verifier().verify(BODY, {**signed(), **change})


def test_a_changed_body_is_refused() -> None:
    with pytest.raises(WebhookVerificationError, match="does not fit"):
        verifier().verify(BODY + b" ", signed())


@pytest.mark.parametrize(("age", "words"), [(301, "too old"), (-301, "ahead of the clock")])
def test_a_request_has_its_time(age: int, words: str) -> None:
    verifier(clock=lambda: NOW + age - (1 if age > 0 else -1)).verify(BODY, signed())
    with pytest.raises(WebhookVerificationError, match=words):
        verifier(clock=lambda: NOW + age).verify(BODY, signed())


@pytest.mark.parametrize("timestamp", ["x", "-1", "1e9", "٣", "9" * 5000, "1.5"])
def test_a_time_is_a_number_of_seconds(timestamp: str) -> None:
    with pytest.raises(WebhookVerificationError, match="no number of seconds"):
        verifier().verify(BODY, signed(at=timestamp))


@pytest.mark.parametrize("secret", ["", "whsec_", "no base64!", [], ["b3RoZXI=", ""]])
def test_a_secret_that_can_not_be_one_is_refused_without_being_shown(secret: str | list[str]) -> None:
    with pytest.raises(ValueError) as caught:
        StandardSignature(secret)
    assert "no base64!" not in str(caught.value)


def test_secrets_are_not_in_what_is_printed() -> None:
    assert SECRET not in repr(verifier())
    assert KEY.decode() not in repr(HmacSignature(KEY.decode(), header="x"))


@pytest.mark.parametrize(
    ("prefix", "algorithm", "encoding"), [("", "sha256", "hex"), ("sha1=", "sha1", "hex"), ("", "sha512", "base64")]
)
def test_an_hmac_in_a_header(prefix: str, algorithm: str, encoding: str) -> None:
    digest = hmac.new(b"secret", BODY, algorithm).digest()
    text = digest.hex() if encoding == "hex" else base64.b64encode(digest).decode()
    check = HmacSignature(
        ["old", "secret"], header="X-Sig", prefix=prefix, algorithm=algorithm, encoding=encoding  # type: ignore[arg-type]
    )
    check.verify(BODY, {"x-sig": prefix + text})
    if encoding == "hex":
        check.verify(BODY, {"x-sig": prefix + text.upper()})
    with pytest.raises(WebhookVerificationError, match="does not fit"):
        check.verify(BODY + b" ", {"x-sig": prefix + text})
    with pytest.raises(WebhookVerificationError, match="missing"):
        check.verify(BODY, {})
    if prefix:
        with pytest.raises(WebhookVerificationError, match="does not begin"):
            check.verify(BODY, {"x-sig": text})


def test_an_hmac_needs_a_secret_and_a_known_algorithm() -> None:
    with pytest.raises(ValueError, match="empty"):
        HmacSignature("", header="x")
    with pytest.raises(ValueError, match="no algorithm 'rot13'"):
        HmacSignature("s", header="x", algorithm="rot13")

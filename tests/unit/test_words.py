"""How names are split into words; what lodash makes of the same text was taken from lodash 4.17 itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdksmith.words import pascal, snake, words

LODASH = {
    # Capitals: a word begins at each, and an acronym ends before its last one.
    "getURLs": "get ur ls",
    "URLsFor": "ur ls for",
    "userIDs": "user i ds",
    "xmlHTTPRequest": "xml http request",
    "XMLHttpRequest": "xml http request",
    "AWSAddon": "aws addon",
    "FedCMLogin": "fed cm login",
    "aBC": "a bc",
    "ABc": "a bc",
    "AbCD": "ab cd",
    "aBcDE": "a bc de",
    "ALLCAPS": "allcaps",
    "iOS": "i os",
    "macOS": "mac os",
    "eBay": "e bay",
    # Digits are words of their own.
    "v1": "v 1",
    "V1Beta1": "v 1 beta 1",
    "v1beta1": "v 1 beta 1",
    "x5t#S256": "x 5 t s 256",
    "setFcmv1Provider": "set fcmv 1 provider",
    "ConnectionAccessTokenURLOAuth1": "connection access token urlo auth 1",
    "OAuth2Client": "o auth 2 client",
    "UTF8": "utf 8",
    "2FA": "2 fa",
    "123abc": "123 abc",
    "aa1BB2cc": "aa 1 bb 2 cc",
    "0x1F": "0 x 1 f",
    "1e3": "1 e 3",
    "1_000": "1 000",
    "v1.2.3": "v 1 2 3",
    # Ordinal numbers are one word, when nothing of their own case follows.
    "1st": "1st",
    "22ND": "22nd",
    "121st": "121st",
    "1stPlace": "1st place",
    "firstPlace1st": "first place 1st",
    "A1ST": "a 1st",
    "10thABC": "10th abc",
    "1stplace": "1 stplace",
    "1STX": "1 stx",
    "1th": "1 th",
    "11th": "11 th",
    "13th": "13 th",
    "3nd": "3 nd",
    # Apostrophes vanish; everything else that is no letter and no digit separates.
    "don't": "dont",
    "it's": "its",
    "O'Neil": "o neil",
    "AB'S": "abs",
    "the user\u2019s ID": "the users id",
    "get /users/{id}": "get users id",
    "a--b__c": "a b c",
    "__init__": "init",
    "$ref": "ref",
    "+1": "1",
    "-1": "1",
    "dot.case.5": "dot case 5",
    "a\tb\nc": "a b c",
    "  lead ": "lead",
    "'": "",
    "": "",
    "&|%": "",
}


@pytest.mark.parametrize(("text", "expected"), LODASH.items())
def test_the_lodash_style_splits_as_lodash_does(text: str, expected: str) -> None:
    assert [word.lower() for word in words(text)] == expected.split()


COMPACT = {
    "setFcmv1Provider": "set fcmv1 provider",
    "OAuth2Client": "o auth2 client",
    "v1beta1": "v1beta1",
    "V1Beta1": "v1 beta1",
    "x5t#S256": "x5t s256",
    "2FA": "2 fa",
    "2fa": "2fa",
    "123abc": "123abc",
    "utf8": "utf8",
    "UTF8Decoder": "utf8 decoder",
    "md5_hash": "md5 hash",
    "1_000": "1 000",
    "v1.2.3": "v1 2 3",
    "item 2": "item 2",
    "firstPlace1st": "first place1st",
    "1stPlace": "1st place",
    "AWSAddon": "aws addon",
    "snake_case": "snake case",
}


@pytest.mark.parametrize(("text", "expected"), COMPACT.items())
def test_the_compact_style_leaves_digits_attached(text: str, expected: str) -> None:
    assert [word.lower() for word in words(text, "compact")] == expected.split()


@pytest.mark.parametrize(
    ("text", "style", "name"),
    [
        ("setFcmv1Provider", "lodash", "set_fcmv_1_provider"),
        ("setFcmv1Provider", "compact", "set_fcmv1_provider"),
        ("x5t#S256", "lodash", "x_5_t_s_256"),
        ("x5t#S256", "compact", "x5t_s256"),
        ("per_page", "lodash", "per_page"),
        ("", "lodash", ""),
    ],
)
def test_snake_joins_lower_case_words(text: str, style: str, name: str) -> None:
    assert snake(text, style) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ClientAddonAWS", "ClientAddonAws"),
        ("FedCMLogin", "FedCmLogin"),
        ("ConnectionAccessTokenURLOAuth1", "ConnectionAccessTokenUrloAuth1"),
        ("ClientMobileiOS", "ClientMobileiOs"),
        ("post-login", "PostLogin"),
        ("1st factor", "1stFactor"),
    ],
)
def test_pascal_capitalises_each_word(text: str, name: str) -> None:
    assert pascal(text) == name


@pytest.mark.parametrize("style", ["lodash", "compact"])
@given(text=st.text(st.characters(codec="ascii")))
def test_words_keep_every_letter_and_digit(style: str, text: str) -> None:
    assert "".join(words(text, style)) == "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("style", ["lodash", "compact"])
@given(text=st.text(st.characters(codec="ascii")))
def test_a_snake_name_is_its_own_snake_name(style: str, text: str) -> None:
    assert snake(snake(text, style), style) == snake(text, style)


def test_letters_beyond_ascii_split_by_case_too() -> None:
    assert words("größeÄndern") == ("größe", "Ändern")


def test_letters_without_case_stay_together() -> None:
    assert words("名前 data") == ("名前", "data")

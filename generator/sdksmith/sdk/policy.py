"""Differences between languages that change what a library offers, and not only how it reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """The choices of a target.

    Attributes
    ----------
    flatten_bodies
        Whether the properties of a body that is an object become arguments of the call; else the body is one argument.
    """

    flatten_bodies: bool = True

"""Small models, as the generator writes them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field
from runtime.core.model import Model


class Trigger(Model):
    id: Literal["post-login", "credentials-exchange"] | Any
    version: str | None = None


class Action(Model):
    id: str
    name: str | None = None
    supported_triggers: list[Trigger] | None = None
    created_at: datetime | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    parent: Action | None = None
    count: int | None = None


class Cat(Model):
    kind: Literal["cat"] = "cat"
    lives: int


class Dog(Model):
    kind: Literal["dog"] = "dog"
    tricks: list[str]


Pet = Cat | Dog


class Owner(Model):
    pet: Pet
    pets: dict[str, Pet] | None = None
    nickname: str | list[Trigger] | None = None


class Page(Model):
    actions: list[Action] | None = None
    next: str | None = None
    total: int | None = None


class Problem(Model):
    message: str

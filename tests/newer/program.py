"""Turns this process into a next version of the program. Call `become` before any other part is imported.

Version 2 of the entries has one more field of a course and of a person, one more kind of mark, and three more
kinds of rows: a plate in a course, its sides below it, and a colour that belongs to no course and that plates
name. Every document that travels has members that version 1 does not know.
"""

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from trainer_app.domain.base import schema

APP = "2.0.0"
MORE: dict[str, dict[str, Any]] = {
    "Header": {"later": {"paper": "A5", "lists": [1, 2]}},
    "TrustList": {"later": "ситора"},
    "Receipts": {"later": [True, None]},
    "RevocationList": {"later": 2},
}
"""Kind of document -> members that only the newer version writes."""


def become() -> None:
    """Know more than this version."""
    text, flag = schema.Field(schema.FieldKind.TEXT), schema.Field(schema.FieldKind.FLAG)
    number, listed = schema.Field(schema.FieldKind.NUMBER), schema.Field(schema.FieldKind.LIST)
    before = schema.ENTITIES
    course = schema.ENTITIES["course"]
    person = schema.ENTITIES["person"]
    schema.ENTITIES = {
        **schema.ENTITIES,
        "course": schema.Entity({**course.fields, "hologram": text}, course.parents, course.together),
        "person": schema.Entity({**person.fields, "callsign": text}, person.parents, person.together),
        "plate": schema.Entity({"course": _key("course"), "sides": number, "sure": flag, "tint": text}),
        "plate_side": schema.Entity({"plate": _key("plate"), "words": listed}),
        "tint": schema.Entity({"name": text}),
    }
    schema.VERSION = 2
    import trainer_app

    schema.UPCASTERS = {1: schema.raise_version}
    trainer_app.VERSION = APP
    from trainer_app.bundle import encodings
    from trainer_app.store.exchange import course_scope

    encodings.encode = _more(encodings.encode)
    # Its new rows go into packs by the rule by which this version lets them: with what they name.
    course_scope.schema = SimpleNamespace(ENTITIES=before)  # type: ignore[assignment]


def _key(target: str) -> schema.Field:
    return schema.Field(schema.FieldKind.KEY, target=target)


def _more(encode: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """Return an `encode` that adds members: to whole documents, and to each laptop of the trust list."""

    def encoded(document: Any) -> bytes:
        added = MORE.get(type(document).__name__)
        if added is None:
            return encode(document)
        found = json.loads(encode(document))
        for device in found.get("devices", ()):
            device["model"] = "ThinkPad"
        return json.dumps({**found, **added}, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

    return encoded

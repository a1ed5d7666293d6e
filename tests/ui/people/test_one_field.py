"""A field is declared once: a pretended one more is found everywhere, though no screen says its words."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.kit.samples import PASSPHRASE
from trainer_app.domain.base.schema import field_label, typed_fields
from trainer_app.domain.people.persons import LISTED_FIELDS, NAME_FIELDS
from trainer_app.system.messages import label_text

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what a version with one field more shows of somebody whom a list brought."""
    folder = tmp_path_factory.mktemp("one_field")
    environment = {"TRAINER_STATE": str(folder / "state"), "TRAINER_PASSPHRASE": PASSPHRASE}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.newer.one_field", str(folder)],
        cwd=ROOT,
        env={**os.environ, **environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_its_column_in_a_list_is_recognised_and_taken(seen: dict[str, Any]) -> None:
    assert seen["columns"] == ["number", "name", "rank", "callsign"]
    assert seen["read"] == "Уқоб"


def test_form_and_card_show_it_under_its_caption(seen: dict[str, Any]) -> None:
    assert seen["form"] == ["Позывной", "Уқоб", 40]
    assert seen["card"] == ["Позывной", "Уқоб"]


def test_it_is_compared_of_two_who_may_be_one_and_named_among_what_is_erased(seen: dict[str, Any]) -> None:
    assert seen["twins"] == "Позывной"
    erased = (name for name in typed_fields("person") if name not in (*NAME_FIELDS, "sex"))
    named = (label_text(field_label("person", name), "ru") for name in erased)
    assert seen["erased"] == ", ".join(("Имя", *named, "позывной"))


def test_history_tells_what_the_form_wrote(seen: dict[str, Any]) -> None:
    assert seen["history"][0] == ["позывной", "Уқоб", "Шаҳбоз"]
    assert ["позывной", "пусто", "Уқоб"] in seen["history"]


def test_forms_of_courses_and_projects_take_its_caption_and_length(seen: dict[str, Any]) -> None:
    assert seen["course form"] == seen["project form"] == ["Позывной", 40]
    assert seen["kept"] == ["Уқоб", "Уқоб"]
    assert seen["facts"] == ["Позывной", "Уқоб"]


def test_the_command_line_writes_it_as_json(seen: dict[str, Any]) -> None:
    assert seen["json"]["callsign"] == "Шаҳбоз"
    assert list(seen["json"]) == ["id", "name", *LISTED_FIELDS, "callsign"]

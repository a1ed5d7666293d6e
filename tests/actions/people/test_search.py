"""Search among people: the same as looking at everybody, whatever is known of them; only a page is read."""

import pytest

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.people import joining, people
from trainer_app.actions.people.directory import Directory
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import Value, new_key
from trainer_app.domain.base.text_search import searcher
from trainer_app.store.base.drafts import Write
from trainer_app.store.people import people as stored

FAMILIES = ("Раҳимов", "Рахимов", "Ҷӯраев", "Ғафуров", "Қаюмова", "Назаров-Раҳмон", "Olimov")
GIVEN = ("Некрӯз", "Сӯҳроб", None, "Азҳар")
FATHERS = (None, "Раҳимович", "Ҳакимовна")


@pytest.fixture
def crowd(trainer: Workplace) -> Workplace:
    """Write everybody, in no order; some with a passport name, some with nothing but a family name."""
    writes = []
    for place, family in enumerate(FAMILIES * 12):
        fields: dict[str, Value] = {
            "family": family,
            "given": GIVEN[place % 4],
            "patronymic": FATHERS[place // 4 % 3],
            "latin": "Gafurzoda Rahim" if place % 11 == 0 else None,
            "sex": "male",
        }
        writes.append(Write("person", new_key(), fields))
    trainer.journal.record(Label("test.fill"), writes)
    return trainer


@pytest.mark.parametrize(
    "typed", ["", "  ", "rah", "рах", "hf[", "ҷӯр", "джур", "азҳар", "nek rah", "gafurzoda", "zzz", "раҳ раҳ"]
)
def test_it_finds_whom_a_look_at_everybody_finds(crowd: Workplace, typed: str) -> None:
    everybody = stored.list_people(crowd.database)
    found = searcher(typed.strip())
    expected = [
        person for person in everybody if found(person.name) or (person.latin and found(person.latin))
    ]
    assert sorted(people.search(crowd, typed, 1000), key=lambda person: person.key) == sorted(
        expected, key=lambda person: person.key
    )
    assert [person.name for person in people.search(crowd, typed, 1000)] == [
        person.name for person in sorted(expected, key=lambda person: not found(person.family))
    ]


def test_no_more_than_a_page_is_read(crowd: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    person_of = stored.person_of

    def counted(fields: dict[str, object], **own: object) -> object:
        made.append(str(fields["key"]))
        return person_of(fields, **own)

    monkeypatch.setattr(stored, "person_of", counted)
    assert len(people.search(crowd, "", 5)) == len(made) == 5


def test_the_page_is_the_first_in_the_order_of_the_alphabet(crowd: Workplace) -> None:
    whole = [person.name for person in people.search(crowd, "", 1000)]
    assert len(whole) == len(FAMILIES) * 12
    assert [person.name for person in people.search(crowd, "", 7)] == whole[:7]


def test_who_was_joined_is_found_under_nobody_but_the_one_they_are(crowd: Workplace) -> None:
    first, second = people.search(crowd, "Olimov", 2)
    joining.join(crowd, first.key, second.key)
    keys = [person.key for person in people.search(crowd, "Olimov", 1000)]
    assert first.key in keys
    assert second.key not in keys


def test_who_was_joined_is_found_under_each_of_their_names(crowd: Workplace) -> None:
    first, second = people.search(crowd, "Olimov", 1)[0], people.search(crowd, "Қаюмова", 1)[0]
    named = people.create_person(crowd, {"family": "Шарифзода", "given": "Зарина"}).key or ""
    joining.join(crowd, first.key, named)
    joining.join(crowd, first.key, second.key)
    assert [person.key for person in people.search(crowd, "шарифз")] == [first.key]
    assert first.key in [person.key for person in people.search(crowd, "Қаюмова", 1000)]
    directory = Directory(crowd)
    assert directory.keys("sharifz") == directory.find("шарифзода") == [first.key]
    joining.unjoin(crowd, named)
    assert [person.key for person in people.search(crowd, "шарифз")] == [named]


def test_more_people_than_one_question_takes(crowd: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = people.search(crowd, "", 1000)
    monkeypatch.setattr(stored, "_AT_ONCE", 7)
    assert [person.name for person in people.search(crowd, "", 1000)] == [person.name for person in whole]


PAIRS = (
    ("Абдуллозода Карим", "Абдуллозаде Карим"),
    ("Турсунзода Мирзо", "Турсун-заде"),
    ("Шариф-заде Мирзо", "шарифзода"),
    ("Раҳимзода Алӣ", "Рахимзаде"),
    ("Оқилов Аҳмад", "Акилов"),
    ("Лоҳутӣ Абулқосим", "Лахути"),
    ("Икромӣ Ҷалол", "Икрами"),
    ("Ғафурова Бобоҷон", "Бободжан"),
)


@pytest.mark.parametrize(("name", "typed"), PAIRS)
def test_the_spelling_of_russian_papers_finds(trainer: Workplace, name: str, typed: str) -> None:
    for other, _ in PAIRS:
        family, given = other.split()
        people.create_person(trainer, {"family": family, "given": given})
    assert [person.name for person in people.search(trainer, typed)] == [name]
    directory = Directory(trainer)
    assert [person.name for key in directory.keys(typed) if (person := directory.get(key))] == [name]


def test_hearing_helps_only_where_nothing_else_is_found(trainer: Workplace) -> None:
    for family in ("Карамов", "Каромов"):
        people.create_person(trainer, {"family": family, "given": "Али"})
    assert [person.family for person in people.search(trainer, "Карамов")] == ["Карамов"]

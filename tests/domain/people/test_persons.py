"""What tells people of one name apart."""

from trainer_app.domain.people.persons import Person, name_apart, namesake_details


def rahimov(key: str, year: int | None = None, unit: str = "ШВКД Рӯдакӣ") -> Person:
    return Person(key, "Раҳимов", "Фаррух", birth_year=year, unit=unit)


def test_years_tell_namesakes_apart_else_units() -> None:
    other = Person("d", "Назарова", "Гулнора", birth_year=1988)
    people = [rahimov("a", 1985), rahimov("b", 1991), rahimov("c", unit="ШВКД Ҳисор"), other]
    assert namesake_details(people) == {"a": "1985", "b": "1991", "c": "ШВКД Ҳисор"}


def test_what_several_have_tells_nobody_apart() -> None:
    assert namesake_details([rahimov("a", 1985), rahimov("b", 1985)]) == {}
    assert namesake_details([rahimov("a", 1985)]) == {}, "nobody has the same name"
    assert namesake_details([rahimov("a", 1985, "X"), rahimov("b", 1985, "Y")]) == {"a": "X", "b": "Y"}


def test_what_tells_apart_follows_the_name() -> None:
    assert name_apart("Раҳимов Фаррух", "1985") == "Раҳимов Фаррух, 1985"
    assert name_apart("Раҳимов Фаррух", "") == "Раҳимов Фаррух"

"""Who is known already under a typed name, so that nobody is made twice without anybody's noticing."""

from dataclasses import dataclass

from trainer_app.actions.directory import Directory
from trainer_app.actions.enrolments import list_enrolments
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.enrolments import Participant
from trainer_app.domain.folding import searcher
from trainer_app.domain.names import clean_name
from trainer_app.domain.people import Person
from trainer_app.domain.ranks import split_rank

MOST = 20


@dataclass(frozen=True)
class Namesakes:
    """`known` are people who may be added, `listed` those who are on the list already."""

    known: tuple[Person, ...] = ()
    listed: tuple[Participant, ...] = ()

    @property
    def any(self) -> bool:
        """Tell whether somebody has to be looked at before a new person is made."""
        return bool(self.known or self.listed)


def namesakes(work: Workplace, course: str, name: str, directory: Directory | None = None) -> Namesakes:
    """Return who is found by a name as it is typed, in any script or layout, a rank before it left out.

    Family and given names are found before fathers' names. Whoever left the list may be added again.
    `directory` saves reading everybody anew at every letter.
    """
    _, rest = split_rank(clean_name(name))
    text = rest.strip()
    if not text:
        return Namesakes()
    everybody = directory or Directory(work)
    own = searcher(text)
    items = [item for item in list_enrolments(work, course) if item.expected]
    on_list = {item.person.key for item in items}
    keys = [key for key in everybody.keys(text) if not on_list & _all_keys(everybody, key)]
    people = [line.person for line in everybody.lines(keys).values()]
    return Namesakes(
        tuple(sorted(people, key=lambda person: not own(person.short_name))[:MOST]),
        tuple(item for item in items if own(item.person.name) or own(item.person.latin)),
    )


def _all_keys(everybody: Directory, key: str) -> set[str]:
    """Return a person's key with those of the people who were joined into it."""
    return {key, *(person.key for person in everybody.joined(key))}

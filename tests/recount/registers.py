"""Folded rows as what is counted: who was one person, who sat where for how long, who taught, who passed.

By the rules of pages 3 and 13 and of `FORMAT.md`; nothing of the program is used. A **seat** is one person in
one course, whatever number of times they stand on its list.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache, cached_property
from pathlib import Path

from tests.recount.folding import Row, Rows

CAME = {"present", "late"}
LEFT = {"replaced", "withdrawn"}
SEXES = ("female", "male", "unknown")


@dataclass(frozen=True)
class Session:
    """A session that was held, or not. `trainers` are people who taught it, each once."""

    key: str
    course: str
    day: date
    minutes: int
    held: bool
    trainers: frozenset[str]


@dataclass(frozen=True)
class Place:
    """An enrolment: what was attended of each session, and what the completion rule says of it."""

    key: str
    number: int
    heard: dict[Session, int]
    """The held sessions in which somebody was in the room, with the minutes attended of each."""
    completed: bool
    facts: dict[str, str]
    tests: dict[str, Fraction]
    """Share of the points that a test before or after gave, 0 to 1."""

    @property
    def came(self) -> bool:
        """Tell whether the person was in the room at all."""
        return bool(self.heard)

    @property
    def days(self) -> set[date]:
        """The days on which the person was in the room."""
        return {session.day for session in self.heard}


@dataclass(eq=False)
class Seat:
    """One person in one course, with all enrolments of theirs."""

    course: str
    person: str
    places: list[Place] = field(default_factory=list)
    now: dict[str, str] = field(default_factory=dict)

    @cached_property
    def place(self) -> Place:
        """The enrolment that is shown: the one with more minutes, then the smaller key."""
        return min(self.places, key=lambda place: (-sum(place.heard.values()), place.key))

    @cached_property
    def tested(self) -> Place:
        """The enrolment under which tests are listed: the leading one."""
        return self.places[0]

    @cached_property
    def tests(self) -> dict[str, Fraction]:
        """The tests of the person: first those under the leading enrolment."""
        return self.places[0].tests

    def minutes(self, day: date) -> int:
        """Minutes of a day: those of the leading enrolment, which has all that counts."""
        return sum(heard for session, heard in self.places[0].heard.items() if session.day == day)

    @property
    def came(self) -> bool:
        """Tell whether this is a participation at all."""
        return any(place.came for place in self.places)

    @property
    def completed(self) -> bool:
        """Tell whether the person completed: who never came does not, whatever was decided by hand."""
        return self.came and any(place.completed for place in self.places)


def heads(rows: Rows) -> dict[str, str]:
    """Return who stands for whom, for everybody."""
    ties: dict[str, set[str]] = {key: {key} for key in rows["person"]}
    given_up = set()
    for pair in rows["pair"].values():
        first, second, shown = pair.get("first"), pair.get("second"), pair.get("shown")
        if pair.get("one") is not True or first == second:
            continue
        group = ties[str(first)] | ties[str(second)]
        for key in group:
            ties[key] = group
        given_up |= {str(key) for key in (first, second) if shown in (first, second) and key != shown}
    found = {}
    for key, group in ties.items():
        named = {each for each in group if not rows["person"][each].get("erased")} or group
        found[key] = min(named - given_up or named)
    return found


def name_of(person: Row) -> str:
    """Return a name as lists are written."""
    return " ".join(person[name] for name in ("family", "given", "patronymic") if person.get(name))


class Book:
    """All courses of a world, or some of them, as registers to count from."""

    def __init__(self, rows: Rows, courses: Iterable[str]) -> None:
        self._rows, self.courses = rows, frozenset(courses)
        self._heads = heads(rows)
        self._records = {
            head: {key for key in self._heads if self._heads[key] == head} for head in self._heads.values()
        }
        self.sessions = [self._session(key) for key in self._of("session")]
        self._held: dict[str, list[Session]] = defaultdict(list)
        for session in self.sessions:
            if session.held:
                self._held[session.course].append(session)
        self._cells: dict[str, list[tuple[str, Row]]] = defaultdict(list)
        for row in rows["attendance"].values():
            self._cells[row["enrolment"]].append((row["session"], row))
        self._papers: dict[tuple[str, str], list[tuple[int, Fraction]]] = defaultdict(list)
        for key, paper in rows["paper"].items():
            self._take_paper(key, paper)
        self.seats = self._seats()
        self.certificates = {
            key: row
            for key, row in rows["certificate"].items()
            if rows["enrolment"][row["enrolment"]]["course"] in self.courses
        }

    def _of(self, entity: str) -> list[str]:
        return [key for key, row in self._rows[entity].items() if row["course"] in self.courses]

    def course(self, key: str) -> Row:
        """Return a course's fields."""
        return self._rows["course"][key]

    def project_of(self, key: str) -> Row:
        """Return the fields of a course's project; none where it has no project."""
        return self._rows["project"].get(self.course(key).get("project") or "", {})

    def seat_of(self, enrolment: str) -> Seat:
        """Return the seat that an enrolment belongs to."""
        row = self._rows["enrolment"][enrolment]
        return self.seats[row["course"], self._heads[row["person"]]]

    def last_day(self, course: str) -> date:
        """Return a course's last day."""
        return date.fromisoformat(self.course(course)["last_day"])

    def planned(self, course: str, day: date) -> int:
        """Return the minutes of a day that were held."""
        return sum(session.minutes for session in self._held[course] if session.day == day)

    def called(self, person: str) -> str:
        """Return the name of somebody who teaches."""
        return name_of(self._rows["person"][person])

    def _session(self, key: str) -> Session:
        row = self._rows["session"][key]
        roles = {
            each["person"]: each.get("role")
            for each in self._rows["assignment"].values()
            if each["course"] == row["course"]
        }
        teachers = row.get("trainers") or list(roles)
        return Session(
            key,
            row["course"],
            date.fromisoformat(row["day"]),
            max(0, (row.get("end") or 0) - (row.get("start") or 0)),
            row.get("state") == "held",
            frozenset(
                self._heads[each]
                for each in teachers
                if roles.get(each) != "observer" and each in self._rows["person"]
            ),
        )

    def _seats(self) -> dict[tuple[str, str], Seat]:
        keys: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key in self._of("enrolment"):
            row = self._rows["enrolment"][key]
            keys[row["course"], self._heads[row["person"]]].append(key)
        return {place: self._seat(*place, several) for place, several in keys.items()}

    def _seat(self, course: str, head: str, keys: list[str]) -> Seat:
        """Return a seat with its enrolments, of which the leading one has all that counts."""
        rows = self._rows["enrolment"]
        turn = sorted(
            keys, key=lambda key: (rows[key].get("state") in LEFT, rows[key].get("number") or 0, key)
        )
        seat = Seat(course, head, now=_facts(self._as_one(head)))
        for key in turn:
            seat.places.append(self._place(key, turn if key == turn[0] else [], seat.now))
        return seat

    def _place(self, key: str, turn: list[str], now: dict[str, str]) -> Place:
        """Return an enrolment; `turn` are the enrolments that it leads, none where another one leads it."""
        row = self._rows["enrolment"][key]
        heard = {}
        held = {session.key: session for session in self._held[row["course"]]}
        for where, cell in self._said(turn).items():
            if where in held and cell.get("mark") in CAME:
                session = held[where]
                heard[session] = max(0, session.minutes - max(0, cell.get("missed") or 0))
        facts = dict(_facts(row) if row.get("facts") is True else now)
        if len(self._records[self._heads[row["person"]]]) > 1:
            facts |= {name: now[name] for name, said in facts.items() if said in ("", "unknown")}
        facts["age"] = self._age(row)
        tests = {}
        for name in ("pre", "post"):
            taken = [share for each in turn if (share := self._test(each, name)) is not None]
            tests |= {name: taken[0]} if taken else {}
        planned = sum(session.minutes for session in held.values())
        decided = [
            self._rows["enrolment"][each] for each in turn if self._rows["enrolment"][each].get("override")
        ]
        by_hand = {name: (decided or [row])[0].get(name) for name in ("override", "override_reason")}
        done = self._completes({**row, **by_hand}, sum(heard.values()), planned, tests.get("post"))
        return Place(key, row.get("number") or 0, heard, bool(turn) and done, facts, tests)

    def _said(self, turn: list[str]) -> dict[str, Row]:
        """Return the mark of each session: the leading enrolment's, or else what says most."""
        order = ("absent", "excused", "late", "present")
        found: dict[str, list[Row]] = defaultdict(list)
        for key in turn[1:]:
            for where, cell in self._cells[key]:
                if cell.get("mark") in order:
                    found[where].append(cell)
        said = {
            where: max(
                cells,
                key=lambda cell: (
                    cell["mark"] in CAME,
                    -(cell.get("missed") or 0) if cell["mark"] in CAME else 0,
                    order.index(cell["mark"]),
                ),
            )
            for where, cells in found.items()
        }
        own = self._cells[turn[0]] if turn else []
        return said | {where: cell for where, cell in own if cell.get("mark") is not None}

    def _as_one(self, head: str) -> Row:
        """Return what a head says of the person, completed by the other records, the oldest first."""
        told = dict(self._rows["person"][head])
        for key in sorted(self._records[head] - {head}):
            other = self._rows["person"][key]
            if other.get("erased") is not True:
                told |= {
                    name: other[name]
                    for name in ("sex", "rank", "unit", "duty_district", "birth_year")
                    if told.get(name) in (None, "", "unknown") and other.get(name)
                }
        return told

    def _age(self, row: Row) -> str:
        """Return the age group that somebody reached in the year in which the course began."""
        born = self._as_one(self._heads[row["person"]]).get("birth_year")
        age = date.fromisoformat(self.course(row["course"])["first_day"]).year - born if born else -1
        groups = ((0, ""), (25, "0-24"), (35, "25-34"), (45, "35-44"), (55, "45-54"), (1000, "55+"))
        return next(name for end, name in groups if age < end)

    def _completes(self, row: Row, attended: int, planned: int, post: Fraction | None) -> bool:
        """Apply the rule of the course, or the decision by hand that has a reason."""
        if (
            row.get("override") in ("completion", "attendance", "none")
            and (row.get("override_reason") or "").strip()
        ):
            return bool(row["override"] == "completion")
        if row.get("state") in LEFT:
            return False
        course = self.course(row["course"])
        share, test = _limit(course, "share_limit", 80), _limit(course, "test_limit", 60)
        if share is not None and (planned == 0 or Fraction(attended, planned) < share):
            return False
        if test is not None:
            return post is not None and post >= test
        return attended > 0

    def _take_paper(self, key: str, paper: Row) -> None:
        share = self._keyed(key, paper)
        if share is not None:
            self._papers[paper["enrolment"], paper["occasion"]].append((paper.get("attempt") or 1, share))

    def _keyed(self, key: str, paper: Row) -> Fraction | None:
        """Return what a paper is worth, 0 to 1; None while it is not whole, or is no test."""
        form = self._rows["form"].get(paper.get("form") or "", {})
        answers = {
            row["question"]: row["value"]
            for row in self._rows["answer"].values()
            if row["paper"] == key and row.get("value") is not None
        }
        if form and (answers or paper.get("finished")):
            if form.get("kind") != "test" or not (
                paper.get("finished") or answers.keys() >= {*form["questions"]}
            ):
                return None
            asked = [(self._rows["question"][each], answers.get(each, "")) for each in form["questions"]]
            points = sum(_points(question, answer) for question, answer in asked)
            whole = sum(question["points"] for question, _ in asked)
            return Fraction(points) / whole
        if paper.get("points") is None or not paper.get("out_of"):
            return None
        return Fraction(paper["points"], paper["out_of"])

    def _test(self, enrolment: str, occasion: str) -> Fraction | None:
        """Return the test that counts of several: the best, the first or the last one, as the course says."""
        papers = sorted(self._papers[enrolment, occasion])
        if not papers:
            return None
        rule = self.course(self._rows["enrolment"][enrolment]["course"]).get("resit_rule")
        if rule in ("first", "last"):
            return papers[0 if rule == "first" else -1][1]
        return max(share for _, share in papers)


def half_up(value: Fraction | int) -> int:
    """Round a half up, towards plus infinity."""
    return int((value * 2 + 1) // 2)


def _points(question: Row, answer: str) -> Fraction:
    """Return hundredths of a point for an answer; a blank gives none."""
    if not answer:
        return Fraction(0)
    return Fraction(question["points"] * min(10_000, max(0, _credit(question, answer))), 10_000)


def _credit(question: Row, answer: str) -> int:
    """Return what an answer is worth: of options that were chosen, or the best of what is accepted."""
    credits: list[int] = question["credits"]
    rule = _counted_as().get(question["kind"])
    if rule in ("single", "multiple"):
        chosen = {int(each) - 1 for each in answer.split(",")}
        if rule == "single" and len(chosen) > 1:
            return 0
        right = {place for place, credit in enumerate(credits) if credit > 0}
        whole = rule == "multiple" and chosen == right
        return 10_000 if whole else sum(credits[place] for place in chosen)
    if rule not in ("number", "text"):
        raise LookupError(f"tests/recount/registers.py has no rule for the kind {question['kind']}")
    fits = _is_within if rule == "number" else _is_like
    return max(
        (credit for text, credit in zip(question["accepted"], credits, strict=True) if fits(text, answer)),
        default=0,
    )


@cache
def _counted_as() -> dict[str, str]:
    """Return by whose rule each kind of question counts, from the table of `FORMAT.md`."""
    text = (Path(__file__).parents[2] / "trainer_app" / "bundle" / "FORMAT.md").read_text("utf-8")
    table = re.split(r"<!-- made from the kinds of questions: \w+ -->", text)[1]
    return dict(re.findall(r"^\| `(\w+)` \| `(\w+)` \|$", table, re.MULTILINE))


def _is_within(bounds: str, answer: str) -> bool:
    least, _, most = bounds.partition("..")
    return Fraction(least) <= Fraction(answer) <= Fraction(most or least)


def _is_like(pattern: str, answer: str) -> bool:
    wanted, plain = (" ".join(text.casefold().split()) for text in (pattern, answer))
    return re.fullmatch(re.escape(wanted).replace(r"\*", ".*"), plain) is not None


def _facts(row: Row) -> dict[str, str]:
    found = {name: row.get(name) or "" for name in ("rank", "unit", "duty_district")}
    return {**found, "sex": row["sex"] if row.get("sex") in SEXES else "unknown"}


def _limit(course: Row, name: str, usual: int) -> Fraction | None:
    """Return a limit as a share; None where it is off."""
    stored = course.get(name)
    if stored is None:
        return Fraction(usual, 100)
    return Fraction(stored, 10_000) if stored >= 0 else None

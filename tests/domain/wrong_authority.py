"""Wrong versions of authority, each a mistake that somebody could make: the checks must find every one."""

from collections.abc import Iterable, Sequence
from typing import Any

from tests.domain.wrong_merges import Wrong, right_winner
from trainer_app.domain.base import authority, merging
from trainer_app.domain.base.authority import Authority, AuthorRights, Judge, WriteRule
from trainer_app.domain.base.fields import MergePolicy, Writers
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.merging import RegisterHead
from trainer_app.domain.base.structs import replace

_Author = authority._Author
right_count, right_counts, right_is_of = Judge.count, Judge._counts, Judge._is_of
right_fits, right_may_write = WriteRule.fits, Judge._may_write
right_prove, right_look, right_author = Judge._prove, _Author._look, Judge._author


def proposals_count(judge: Judge, entries: Sequence[Entry]) -> list[bool]:
    right_count(judge, entries)
    return [True] * len(entries)


def each_is_judged_as_it_comes(judge: Judge, entries: Sequence[Entry]) -> list[bool]:
    return [right_count(judge, [entry])[0] for entry in entries]


def nobody_is_taken_in_by_others(judge: Judge, entries: Sequence[Entry]) -> list[bool]:
    last = [place for place, entry in enumerate(entries) if entry.e == "team"]
    counted = right_count(judge, [entry for entry in entries if entry.e != "team"])
    for place in last:
        counted.insert(place, right_count(judge, [entries[place]])[0])
    return counted


def anybody_decides(_authority: Authority, _entry: Entry) -> bool:
    return True


def the_smallest_time_wins(heads: Iterable[RegisterHead], policy: MergePolicy) -> RegisterHead:
    found = list(heads)
    if policy is MergePolicy.IMMUTABLE:
        return min(found, key=lambda head: (not head.settles, head.time, head.id))
    return right_winner(found, policy)


def keys_prove_nothing(_statement: WriteRule, _entry: Entry) -> bool:
    return True


def another_part_of_a_key_proves_itself(rule: WriteRule, entry: Entry) -> bool:
    return right_fits(rule, entry) if rule.homes else True


def anybody_made_it(_key: str, _author: str) -> bool:
    return True


def anybody_says_where_a_row_belongs(judge: Judge, entry: Entry, rule: WriteRule) -> None:
    right_prove(judge, entry, rule)
    if not rule.derived:
        judge.homes.learn((entry.e, entry.k), rule.stated(entry))


def only_the_office_says_where_a_row_belongs(judge: Judge, entry: Entry, rule: WriteRule) -> None:
    author = judge._author(entry.r)
    if rule.derived or (author is not None and author.rights.office):
        right_prove(judge, entry, rule)


def a_stranger_s_team_counts(judge: Judge, entry: Entry, rule: WriteRule, fits: bool) -> bool:
    if entry.e == "team" and rule.homes and fits:
        judge.homes.learn(("team", entry.k), rule.stated(entry))
    return right_counts(judge, entry, rule, fits)


def nobody_is_revoked(_rights: AuthorRights, _replica: str, _number: int) -> bool:
    return True


def the_last_number_counts_no_more(rights: AuthorRights, replica: str, number: int) -> bool:
    return rights.ends is None or number < rights.ends.get(replica, 0)


def one_more_counts(rights: AuthorRights, replica: str, number: int) -> bool:
    return rights.ends is None or number <= rights.ends.get(replica, 0) + 1


def an_end_holds_for_every_id(rights: AuthorRights, _replica: str, number: int) -> bool:
    return rights.ends is None or number <= max(rights.ends.values(), default=0)


def people_are_in_no_course(author: Any, entity: str, key: str) -> bool:
    if entity == "person":
        return authority.is_made_by(key, author.name)
    return right_look(author, entity, key)


def people_are_anybody_s(author: Any, entity: str, key: str) -> bool:
    return entity == "person" or right_look(author, entity, key)


def one_of_its_courses_is_enough(author: Any, entity: str, key: str) -> bool:
    homes = author._homes.of((entity, key))
    if entity not in ("course", "project", "person"):
        return any(author.reaches(*home) for home in homes)
    return right_look(author, entity, key)


def all_its_courses_are_needed(author: Any, entity: str, key: str) -> bool:
    homes = author._homes.of((entity, key))
    if entity not in ("course", "project", "person"):
        return bool(homes) and all(author.reaches(*home) for home in homes)
    return right_look(author, entity, key)


def a_row_without_a_course_is_anybody_s(author: Any, entity: str, key: str) -> bool:
    homes = author._homes.of((entity, key))
    return (entity not in ("course", "project", "person") and not homes) or right_look(author, entity, key)


def everybody_is_the_office(judge: Judge, replica: str) -> Any:
    found = right_author(judge, replica)
    return found and _Author(found.name, replace(found.rights, office=True), judge.homes)


def whoever_is_not_in_the_list_counts(judge: Judge, replica: str) -> Any:
    found = right_author(judge, replica)
    return found or _Author(authority.author_of(replica), AuthorRights("K9", b""), judge.homes)


def _without(writers: Writers) -> Any:
    def is_of(judge: Judge, asked: Writers, *more: Any) -> bool:
        return asked is writers or right_is_of(judge, asked, *more)

    return is_of


def a_row_goes_where_it_is_moved(
    judge: Judge, writers: Writers, entry: Entry, rule: WriteRule, author: Any
) -> bool:
    if writers is Writers.TEAM and rule.homes:
        return True
    return right_is_of(judge, writers, entry, rule, author)


def a_row_may_be_moved_anywhere(judge: Judge, entry: Entry, rule: WriteRule, author: Any) -> bool:
    return all(judge._is_of(writers, entry, rule, author) for writers in rule.writers)


def one_of_a_pair_is_enough(author: Any, entity: str, key: str) -> bool:
    if entity == "pair":
        return any(author.reaches(*home) for home in author._homes.of((entity, key)))
    return right_look(author, entity, key)


def people_are_joined_to_anybody(judge: Judge, entry: Entry, rule: WriteRule, author: Any) -> bool:
    reached = [author.reaches("person", str(entry.s.get(name))) for name, _ in rule.homes]
    return (entry.e == "pair" and any(reached)) or right_may_write(judge, entry, rule, author)


def people_are_in_courses_too_late(judge: Judge, entries: Sequence[Entry]) -> list[bool]:
    first = [place for place, entry in enumerate(entries) if entry.e == "pair"]
    counted = right_count(judge, [entry for entry in entries if entry.e == "pair"])
    others = right_count(judge, [entry for entry in entries if entry.e != "pair"])
    return [(counted if place in first else others).pop(0) for place in range(len(entries))]


def no_signature_is_checked(judge: Judge, entry: Entry, author: Any) -> bool:
    return authority.is_made_by(entry.k, author.name)


def a_signed_certificate_needs_no_team(judge: Judge, entry: Entry, author: Any) -> bool:
    made = authority.is_made_by(entry.k, author.name)
    signed = judge._check_signature(entry, author.rights, judge._authority.office)
    return made and (signed or authority._SIGNED.isdisjoint(entry.s))


def _of(owner: Any, attribute: str, *found: Any) -> list[Wrong]:
    return [Wrong(each.__name__, owner, attribute, each) for each in found]


WRONG: tuple[Wrong, ...] = (
    *_of(Judge, "count", proposals_count, each_is_judged_as_it_comes, nobody_is_taken_in_by_others),
    *_of(Judge, "count", people_are_in_courses_too_late),
    *_of(Authority, "may_settle", anybody_decides),
    *_of(merging, "winner", the_smallest_time_wins),
    *_of(WriteRule, "fits", keys_prove_nothing, another_part_of_a_key_proves_itself),
    *_of(authority, "is_made_by", anybody_made_it),
    *_of(Judge, "_prove", anybody_says_where_a_row_belongs, only_the_office_says_where_a_row_belongs),
    *_of(Judge, "_counts", a_stranger_s_team_counts),
    Wrong("who records decides on the road", AuthorRights, "decides", property(lambda rights: rights.office)),
    Wrong(
        "nobody decides on the road", AuthorRights, "decides", property(lambda rights: rights.role is None)
    ),
    *_of(
        AuthorRights,
        "holds",
        nobody_is_revoked,
        the_last_number_counts_no_more,
        one_more_counts,
        an_end_holds_for_every_id,
    ),
    *_of(
        _Author,
        "_look",
        people_are_in_no_course,
        people_are_anybody_s,
        one_of_its_courses_is_enough,
        all_its_courses_are_needed,
        one_of_a_pair_is_enough,
        a_row_without_a_course_is_anybody_s,
    ),
    *_of(Judge, "_author", everybody_is_the_office, whoever_is_not_in_the_list_counts),
    *(
        Wrong(f"whatever is of {writers.value} counts", Judge, "_is_of", _without(writers))
        for writers in (Writers.OFFICE, Writers.TEAM, Writers.MAKER, Writers.ADDRESSEE, Writers.ISSUER)
    ),
    *_of(Judge, "_is_of", a_row_goes_where_it_is_moved),
    *_of(Judge, "_may_write", a_row_may_be_moved_anywhere, people_are_joined_to_anybody),
    *_of(Judge, "_is_issued", no_signature_is_checked, a_signed_certificate_needs_no_team),
)

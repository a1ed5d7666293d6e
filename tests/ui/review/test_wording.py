"""What Review calls the two who wrote, and values as they were typed."""

from tests.kit.worlds import Exchange
from tests.ui.review.test_screen import context, exchange, screen
from trainer_app.actions.base import identity
from trainer_app.actions.courses import courses, sessions
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.review import review
from trainer_app.domain.base.changes import Label
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind, ReviewSide
from trainer_app.ui.review.screen import ReviewScreen

__all__ = ["context", "exchange", "screen"]


def typed(text: str, device: str) -> ReviewSide:
    return ReviewSide({"room": text}, device=device, words=Label("review.value.text", {"text": text}))


def item(first: ReviewSide, second: ReviewSide, *fields: str, entity: str = "session") -> ReviewItem:
    title = Label("review.value.text", {"text": "room"})
    kind = ReviewKind.CONTRADICTION
    return ReviewItem("s/k/room", kind, entity, "k", fields or ("room",), title, title, (first, second))


def test_the_office_is_called_so_and_is_no_laptop(screen: ReviewScreen, exchange: Exchange) -> None:
    own, words = identity.device_code(exchange.office), screen.wording
    between = typed("check", own), typed("Check", "K7")
    assert words.headline(item(*between)) == "The office and laptop K7 wrote different values"
    marks = item(*between, "mark", entity="attendance")
    assert words.headline(marks) == "The office and laptop K7 marked this session differently"
    laptops = typed("a", "K7"), typed("b", "K9")
    assert words.headline(item(*laptops)) == "Two laptops wrote different values"
    assert words.note(item(*between)).startswith("Neither of the two had seen")


def test_a_difference_of_case_alone_can_be_seen(screen: ReviewScreen) -> None:
    found = item(typed("заа-", "K7"), typed("Заа-", "K9"))
    assert [screen.wording.value(found, side) for side in found.sides] == ["заа-", "Заа-"]


def test_two_reasons_for_opening_a_session_again_are_no_conflict(exchange: Exchange) -> None:
    """S3: the free text became a question of its own."""
    (line,) = courses.list_courses(exchange.trainer)
    session = courses.get_course(exchange.trainer, line.course.key).sessions[0].key
    for work in (exchange.trainer, exchange.office):
        sessions.lock_session(work, session)
        sessions.unlock_session(work, session, f"reason of {work.user}")
    importing.import_files(exchange.office, [sending.export(exchange.trainer, exchange.stick).file])
    found = [each for each in review.list_items(exchange.office) if each.key == session]
    assert [each.fields for each in found if "lock_reason" in each.fields] == []
    assert sessions.get_session(exchange.office, session).lock_reason.startswith("reason of ")

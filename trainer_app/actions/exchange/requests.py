"""Requests of the office to a laptop: they go with the next file, the answer comes with the one back."""

from trainer_app.actions.base import identity
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.certificates.serials import tidy_code
from trainer_app.domain.exchange.laptops import OfficeRequest, OfficeRequestKind, OfficeRequestState
from trainer_app.store.base.drafts import Write
from trainer_app.store.exchange.transfers import list_office_requests

MOST = 500
"""Letters of a request or an answer."""


@guarded
def ask(
    work: Workplace,
    device: str,
    kind: OfficeRequestKind = OfficeRequestKind.OTHER,
    text: str = "",
    course: str | None = None,
) -> Changes:
    """Ask a laptop for something; it is shown there once its next file is taken in.

    Raises office.not_an_office, office.unknown_device, office.revoked_device, errand.empty for OTHER
    without a text, errand.too_long.
    """
    identity.office_keys(work)
    trust = identity.trust_list(work)
    found = trust.device(tidy_code(device)) if trust else None
    if found is None or found.at_office:
        raise TrainerError("office.unknown_device", code=device)
    if found.revoked_on:
        raise TrainerError("office.revoked_device", code=device)
    text = _checked(text)
    if kind is OfficeRequestKind.OTHER and not text:
        raise TrainerError("errand.empty")
    key = work.journal.make_key(found.code)
    fields = {
        "device": found.code,
        "kind": kind.value,
        "text": text or None,
        "course": course,
        "asked_on": work.today().isoformat(),
    }
    return work.journal.record(
        Label("errand.step.ask", {"device": found.code}), [Write("errand", key, fields)], key=key
    )


@guarded
def withdraw(work: Workplace, key: str) -> Changes:
    """Ask no more; the laptop learns of it with its next file. Raises errand.unknown, errand.done_already."""
    found = get_request(work, key)
    if found.done_on is not None:
        raise TrainerError("errand.done_already")
    label = Label("errand.step.withdraw", {"device": found.device})
    return work.journal.record(label, [Write("errand", key, {"withdrawn": True})])


@guarded
def answer(work: Workplace, key: str, text: str = "") -> Changes:
    """Say on the laptop that something is done, with a word to the office if wanted.

    Raises errand.unknown, errand.too_long.
    """
    found = get_request(work, key)
    fields = {"done_on": work.today().isoformat(), "answer": _checked(text) or None}
    return work.journal.record(Label("errand.step.answer"), [Write("errand", found.key, fields)])


def get_request(work: Workplace, key: str) -> OfficeRequest:
    """Return one request. Raises errand.unknown."""
    for found in list_requests(work):
        if found.key == key:
            return found
    raise TrainerError("errand.unknown")


def list_requests(work: Workplace) -> list[OfficeRequest]:
    """Return the requests, the newest first: at the office all, on a laptop its own."""
    if work.role is Role.OFFICE:
        return list_office_requests(work.database)
    return list_office_requests(work.database, work.device_code) if work.device_code else []


def open_requests(work: Workplace) -> list[OfficeRequest]:
    """Return the requests that wait for somebody, the oldest first."""
    return [found for found in reversed(list_requests(work)) if found.state is OfficeRequestState.OPEN]


def answer_sending_again(work: Workplace) -> None:
    """Answer what asks for everything once more, since the file that is being written brings it."""
    _answer_all(work, OfficeRequestKind.AGAIN)


def answer_new_key(work: Workplace) -> None:
    """Answer what asks for a new key of the data, since it has one now."""
    _answer_all(work, OfficeRequestKind.KEY)


def _answer_all(work: Workplace, kind: OfficeRequestKind) -> None:
    for found in open_requests(work):
        if found.kind is kind:
            answer(work, found.key)


def words(errand: OfficeRequest) -> Label:
    """Return what is asked for, in words: those of its kind, and what the office wrote beside."""
    values = {"text": errand.text, "course": errand.course_code}
    if errand.kind is OfficeRequestKind.OTHER:
        return Label("errand.text", values)
    code = f"errand.kind.{errand.kind.value}"
    if errand.kind is OfficeRequestKind.SCAN and errand.course_code:
        code = "errand.kind.scan_of"
    what = Label(code, values)
    return Label("errand.with_text", {"what": what, "text": errand.text}) if errand.text else what


def _checked(text: str) -> str:
    found = clean_text(text)
    if len(found) > MOST:
        raise TrainerError("errand.too_long", most=MOST)
    return found

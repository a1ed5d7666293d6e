"""People of an office with several of them, and what each may do there.

On one computer alone, and at an office of one person, nobody is named and everything is allowed. As soon as
there is a second person, each opens the data with a passphrase of their own, and a role says what they may
do.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.base.errors import TrainerError

LONGEST_NAME, LONGEST_SHORT = 120, 20


class UserRole(StrEnum):
    """What somebody of the office is there for, from the least to the most that they may do."""

    READER = "reader"
    """Looks at everything, and takes along what names nobody."""
    OFFICER = "officer"
    """Records, imports, settles, hands out."""
    HEAD = "head"
    """Approves, erases, revokes, and says who may do what."""


ROLES = tuple(UserRole)


class Right(StrEnum):
    """What an action asks for."""

    LOOK = "look"
    NAMES = "names"
    """To take along what names people: papers, lists, certificates, evidence."""
    CARRY = "carry"
    """To exchange files with the office: on the road everybody may, also whose role is less by now."""
    RECORD = "record"
    DECIDE = "decide"


_LEAST = {
    Right.LOOK: UserRole.READER,
    Right.NAMES: UserRole.OFFICER,
    Right.CARRY: UserRole.OFFICER,
    Right.RECORD: UserRole.OFFICER,
    Right.DECIDE: UserRole.HEAD,
}


def least_role(right: Right) -> UserRole:
    """Return the least role that has a right; all above it have it too."""
    return _LEAST[right]


def allows(role: UserRole | None, right: Right) -> bool:
    """Tell whether a role has a right. Who has none yet, or whose role nobody signed, may look."""
    return right is Right.LOOK or (role is not None and ROLES.index(role) >= ROLES.index(_LEAST[right]))


class OfficeUser(Struct, frozen=True):
    """Somebody of the office. `short` is typed to unlock; `recipient` is by what their slot is known.

    `signer` is the key with which they sign what takes two heads; `given`: a head chose their passphrase, and
    they have chosen none themselves since.

    `role` is None where nobody signed it with the office's key of now.
    """

    key: str
    name: str = ""
    short: str = ""
    role: UserRole | None = None
    recipient: str = ""
    signer: str = ""
    signature: str = ""
    given: bool = False
    removed: bool = False


def fold_short(short: str) -> str:
    """Return a short name as it is compared."""
    return " ".join(short.casefold().split())


def check_names(name: str, short: str, others: Iterable[OfficeUser]) -> tuple[str, str]:
    """Return a name and a short one, tidied. Raises users.name_missing, .name_long, .short_taken."""
    name, short = " ".join(name.split()), " ".join(short.split())
    if not name or not short:
        raise TrainerError("users.name_missing")
    if len(name) > LONGEST_NAME or len(short) > LONGEST_SHORT:
        raise TrainerError("users.name_long", name=LONGEST_NAME, short=LONGEST_SHORT)
    if any(fold_short(each.short) == fold_short(short) for each in others):
        raise TrainerError("users.short_taken", short=short)
    return name, short


def short_of(name: str, taken: Iterable[str] = ()) -> str:
    """Return the short name that is proposed for somebody: the first word of the name that is no initial.

    Where it is `taken`, more of the name follows it; nothing is proposed once all of the name is.
    """
    words = [word for word in name.replace(".", " ").split() if len(word) > 1]
    first, others = words[0] if words else name.strip(), set(map(fold_short, taken))
    longer = [f"{first} {word[:length]}" for word in words[1:] for length in (1, len(word))]
    free = (short for short in (first, *longer) if fold_short(short[:LONGEST_SHORT]) not in others)
    return next(free, "")[:LONGEST_SHORT]


def count_heads(users: Iterable[OfficeUser]) -> int:
    """Return how many of some people may do everything."""
    return sum(user.role is UserRole.HEAD for user in users)


# Which actions ask for which right, by their module and name. What stands in none of these tables is looking:
# also what a person keeps for themselves, such as the layout of a table, and what the program does by itself.
_RECORD: Mapping[str, tuple[str, ...]] = {
    "attendance/attachments": (
        "attach",
        "attach_sheets",
        "detach",
        "set_travels",
    ),
    "attendance/attendance": (
        "mark",
        "mark_rest",
        "mark_rest_of_day",
        "set_remark",
    ),
    "attendance/many_marks": ("mark_cells", "replace_unmarked"),
    "attendance/reconciliation": (
        "set_signed",
        "settle",
        "settle_all",
        "sign_line",
        "sign_rest",
        "unsettle",
    ),
    "attendance/scanning": ("scan",),
    "base/history": (
        "redo",
        "undo",
        "undo_step",
    ),
    "base/sync_status": ("believe_clock",),
    "certificates/certificates": (
        "correct",
        "draft",
        "issue",
        "issue_batches",
        "receive",
        "renew",
        "replace",
    ),
    "certificates/design_drafts": ("save",),
    "certificates/eligibility": (
        "check_names",
        "clear_override",
        "override",
        "take_latin_suggestions",
        "turn_latin",
    ),
    "certificates/printing": (
        "note_printed",
        "note_saved",
    ),
    "certificates/signatories": ("set_signatories",),
    "certificates/templates": (
        "archive_design",
        "choose",
        "import_design",
        "rename_design",
        "save_design",
    ),
    "courses/agendas": (
        "apply",
        "copy_agenda",
        "plan_sessions",
    ),
    "courses/course_life": (
        "archive_course",
        "copy_course",
        "remove_course",
    ),
    "courses/courses": (
        "change_course",
        "close_course",
        "create_course",
        "reopen_course",
    ),
    "courses/enrolments": (
        "add_by_name",
        "add_known",
        "add_walk_in",
        "enrol",
        "keep_one_row",
        "reinstate",
        "replace",
        "stop_replacing",
        "withdraw",
    ),
    "courses/spellings": ("unify",),
    "courses/projects": (
        "change_project",
        "create_project",
        "set_logo",
        "set_logos",
    ),
    "courses/roster": (
        "apply",
        "undo_import",
    ),
    "courses/seasons": ("apply",),
    "courses/sessions": (
        "add_session",
        "cancel_session",
        "change_session",
        "count_heads",
        "create_course_with_sessions",
        "hold_session",
        "lock_session",
        "move_by_days",
        "move_session",
        "put_session",
        "remove_session",
        "restore_session",
        "set_topic",
        "shift_session",
        "shorten_session",
        "split_session",
        "unlock_session",
    ),
    "courses/teachers": (
        "add_teacher",
        "assign",
        "assign_new",
        "remove_teacher",
        "unassign",
    ),
    "evaluations/feedback": (
        "answer_paper",
        "begin_paper",
        "discard_paper",
        "discard_waiting",
        "enter_papers",
        "finish_paper",
        "keep_numbers",
        "key_paper",
        "put_back_paper",
        "settle_difference",
        "take_numbers",
    ),
    "evaluations/filling": (
        "answer",
        "begin_anonymous",
        "begin_named",
        "end_filling",
        "hand_in",
        "throw_away",
    ),
    "evaluations/forms": (
        "add_standard_form",
        "add_version",
        "archive_form",
        "change_sitting",
        "choose_form",
        "choose_standard",
        "copy_form",
        "delete_form",
        "drop_sitting",
        "ensure_standard_form",
        "save_form",
        "set_questions",
        "set_resit_rule",
    ),
    "evaluations/keying": (
        "assign_paper",
        "begin_filling",
        "delete_paper",
        "finish_paper",
        "key_answer",
        "key_paper",
        "leave_rest_blank",
        "settle_difference",
    ),
    "evaluations/question_files": ("take_in",),
    "evaluations/questions": (
        "archive_question",
        "delete_question",
        "save_question",
    ),
    "evaluations/scores": (
        "set_out_of",
        "set_score",
    ),
    "exchange/all_packs": ("export_all",),
    "exchange/archiving": (
        "archive_own",
        "choose_safety",
        "copy_archive",
    ),
    "exchange/dropping": ("postpone",),
    "exchange/importing": (
        "delete_quarantined",
        "discard_quarantined",
        "rehearse",
        "retry_quarantined",
        "undo_import",
    ),
    "exchange/incoming": (
        "delete",
        "discard",
        "put_off",
        "set_aside",
        "watch_folder",
    ),
    "exchange/losses": ("acknowledge",),
    "exchange/packs": (
        "export_pack",
        "hand_on",
        "stop_handing_on",
    ),
    "exchange/requests": (
        "answer",
        "ask",
        "withdraw",
    ),
    "office/servers": ("count_tests",),
    "office/approval": ("close",),
    "office/backups": (
        "bring_here",
        "save_backup",
    ),
    "papers/course_papers": ("remember_badges",),
    "papers/papers": ("choose_layout",),
    "papers/question_papers": ("mark_printed",),
    "people/joining": (
        "join",
        "not_the_same",
        "unjoin",
    ),
    "people/people": (
        "apply_corrections",
        "change_person",
        "create_person",
    ),
    "review/inconsistencies": (
        "settle_double",
        "settle_joined_apart",
        "settle_twice",
    ),
    "review/proposals": ("settle",),
    "review/review": (
        "settle",
        "settle_alike",
        "settle_until",
    ),
}
_CARRY: Mapping[str, tuple[str, ...]] = {
    "exchange/importing": ("import_files",),
    "exchange/sending": (
        "copy",
        "export",
    ),
}
_NAMES: Mapping[str, tuple[str, ...]] = {
    "attendance/attachments": ("save_copy",),
    "certificates/printing": (
        "export_badge",
        "print_certificates",
        "proof_paper",
        "receipt_paper",
        "save_certificates",
    ),
    "evaluations/results": (
        "write_results_csv",
        "write_results_xlsx",
    ),
    "office/evidence": ("make",),
    "office/reports": (
        "note_names",
        "note_release",
    ),
    "office/subject_access": ("write",),
    "papers/course_papers": (
        "badges",
        "table_cards",
    ),
    "papers/papers": ("make_named",),
    "papers/sign_in": ("sign_in",),
    "today/calls": ("print_calls",),
}
_DECIDE: Mapping[str, tuple[str, ...]] = {
    "base/moving": ("prepare_file", "prepare_server"),
    "base/server_people": ("renew_password",),
    "exchange/desks": ("save_for_another",),
    "base/users": (
        "add",
        "allow_passphrase",
        "begin",
        "remove",
        "set_passphrase",
        "set_role",
    ),
    "certificates/certificates": (
        "void",
        "void_many",
    ),
    "office/approval": (
        "approve",
        "take_back",
    ),
    "office/backups": (
        "prepare_restore",
        "restore_backup",
    ),
    "office/erasing": (
        "erase_person",
        "purge",
        "set_course",
        "set_project",
        "set_rules",
    ),
    "review/joint_decisions": (
        "confirm",
        "confirm_with_paper",
        "decide",
        "decline",
        "withdraw",
    ),
    "office/key_papers": (
        "confirm",
        "drop",
        "forget",
        "make_new",
        "replace_root",
        "write",
    ),
    "office/office": ("enrol", "init", "revoke", "trust_until"),
    "office/rebuilding": (
        "put_in_place",
        "rebuild",
        "repair",
        "take_archive",
    ),
    "office/recovery": ("answer_case",),
    "office/setting_up_again": ("read_with_paper",),
}

RIGHTS: Mapping[str, Right] = {
    f"{module}/{name}": right
    for right, table in (
        (Right.NAMES, _NAMES),
        (Right.CARRY, _CARRY),
        (Right.RECORD, _RECORD),
        (Right.DECIDE, _DECIDE),
    )
    for module, names in table.items()
    for name in names
}
"""Area, module and name of an action -> what it asks for."""

DECIDED_STEPS = frozenset(
    {
        "approval.step.approve",
        "approval.step.take_back",
        "certificate.step.void",
        "certificate.step.void_many",
        "course.step.places_kept",
        "course.step.units_kept",
        "retention.step.rules",
        "retention.step.course",
    }
)
"""Steps of the history that only who may decide takes back or does again."""
JOINT_STEPS = frozenset({"approval.step.approve"})
"""Steps that nobody takes back alone where there are two heads: that is what takes both of them."""

DECIDED_ENTITIES = frozenset({"approval", "participation", "erasure", "office", "office_user"})
"""Entities whose rows only who may decide writes: a server's own roles keep to it too."""
DECIDED_FIELDS: Mapping[str, frozenset[str]] = {
    "course": frozenset({"approved", "retention_day"}),
    "project": frozenset({"retention_months"}),
}
"""The same of single fields of entities that others write."""

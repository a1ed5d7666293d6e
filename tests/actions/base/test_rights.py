"""Every action that writes, or hands out names, asks for a right: one table says which, one place refuses."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import trainer_app.actions
from tests.actions.refusing import refused
from tests.kit.samples import CHEAP, PASSPHRASE
from trainer_app.actions.base import history, rights, users, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, projects, spellings
from trainer_app.actions.office import erasing
from trainer_app.actions.people import people
from trainer_app.domain.base import rights as table
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import Right, UserRole
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft
from trainer_app.domain.office.erasing import RetentionRules

RIGHTS = {name.replace("/", "."): right for name, right in table.RIGHTS.items()}
PREFIX = "trainer_app.actions."
OFFICER, READER = "пять слов для Зарины и её данных", "ҳафт калимаи дигар барои хонандаи мо"
WRITES = frozenset(
    {"record", "record_step", "change_setting", "forget_setting", "write_vault", "add_names", "undo_step"}
)
"""Methods of journal, store and vault that leave something behind."""
SOURCES = sorted(Path(trainer_app.actions.__path__[0]).rglob("*.py"))
PROGRAM = Path(trainer_app.actions.__path__[0]).parent

ALLOWED_TO_ALL = frozenset(
    [
        "base.identity.device_code",
        "base.identity.device_keys",
        "base.server_people.keep_up",
        "base.users.change_passphrase",
        "base.users.note_chosen",
        "base.users.rename",
        "base.who_is_here.become",
        "base.who_is_here.become_new",
        "base.workplace.change_user",
        "base.workplace.unlock",
        "base.workplace_key.renew_if_due",
        "base.workplace_key.renew_key",
        "base.workplace_key.renew_locked",
        "attendance.scanning.read_image",
        "certificates.eligibility.board",
        "certificates.eligibility.project_board",
        "certificates.eligibility.twice_told",
        "certificates.eligibility.undecided",
        "certificates.certificates.kind_now",
        "certificates.design_drafts.preview",
        "certificates.printing.proof_list",
        "certificates.printing.as_drawn",
        "certificates.printing.with_badges",
        "certificates.verifying.verify_all",
        "exchange.dropping.notices",
        "exchange.dropping.resume",
        "exchange.erased.resume",
        "exchange.importing.inspect",
        "exchange.losses.waiting",
        "exchange.outstanding.pending",
        "exchange.outstanding.warnings",
        "exchange.requests.answer_new_key",
        "exchange.sending.list_co_trainers",
        "exchange.trust.export_verifier",
        "office.approval.before_approving",
        "office.approval.before_closing",
        "office.approval.standing",
        "office.approval.verify_saved",
        "office.building.build",
        "office.building.keep_layout",
        "office.building.put_by",
        "office.building.remove_layout",
        "office.building.take_up",
        "office.building.rename_layout",
        "office.building.report",
        "office.drilldown.save_rows",
        "office.evidence.check_sample",
        "office.humanitarian.make_iati",
        "office.office.read_asking",
        "office.office.request",
        "office.office.meet",
        "office.office.join",
        "office.office.leave",
        "office.office.give_up",
        "office.open_data.export_open",
        "today.finished.unfit_lately",
        "today.today.due_before_closing",
        "today.today.overview",
    ]
)
"""What leaves something behind and may be done by who looks: what laptops alone do, a person's own layouts
and passphrase, what the program does on its own, an output that names nobody (with names it notes that, which
is refused), and what only heals the keys of this computer on its way."""


@cache
def actions() -> dict[str, Any]:
    """Return every public function of the actions that takes a workplace first, by area, module and name."""
    found = {}
    for module in pkgutil.walk_packages(trainer_app.actions.__path__, PREFIX):
        loaded = importlib.import_module(module.name)
        for name, each in vars(loaded).items():
            own = inspect.isfunction(each) and each.__module__ == module.name and not name.startswith("_")
            if own and next(iter(inspect.signature(each).parameters), "") == "work":
                found[f"{module.name.removeprefix(PREFIX)}.{name}"] = each
    return found


class _Module:
    """One source file: what its names mean, and what each of its functions calls."""

    def __init__(self, path: Path) -> None:
        self.name = ".".join(path.relative_to(PROGRAM.parent).with_suffix("").parts)
        self.tree = ast.parse(path.read_text())
        self.nodes = tuple(ast.walk(self.tree))
        self.imported = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in self.nodes
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }

    def functions(self) -> Iterator[tuple[str, Sequence[ast.AST]]]:
        """Yield the functions of the file, each with all that is in its tree."""
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef):
                yield f"{self.name}.{node.name}", tuple(ast.walk(node))

    def named(self, nodes: Sequence[ast.AST]) -> set[str]:
        """Return the full names of functions that a tree names."""
        found = set()
        for node in nodes:
            if isinstance(node, ast.Name):
                found.add(self.imported.get(node.id, f"{self.name}.{node.id}"))
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.add(f"{self.imported.get(node.value.id, '')}.{node.attr}")
        return found

    def leaves_something(self, nodes: Sequence[ast.AST]) -> bool:
        """Tell whether a tree names a method that writes."""
        return any(isinstance(node, ast.Attribute) and node.attr in WRITES for node in nodes)


def writers() -> set[str]:
    """Return the actions that write, themselves or by way of others."""
    modules = [_Module(path) for path in SOURCES]
    calls: dict[str, set[str]] = {}
    found = set()
    for each in modules:
        for name, nodes in each.functions():
            calls[name] = each.named(nodes)
            if each.leaves_something(nodes):
                found.add(name)
    while more := {name for name, called in calls.items() if name not in found and called & found}:
        found |= more
    return {name.removeprefix(PREFIX) for name in found}


def asked_for() -> set[str]:
    """Return the actions that a window or a command asks for."""
    found = set()
    for path in [*(PROGRAM / "ui").rglob("*.py"), *(PROGRAM / "cli").rglob("*.py")]:
        module = _Module(path)
        found |= module.named(module.nodes)
    return {name.removeprefix(PREFIX) for name in found if name.startswith(PREFIX)}


def test_whatever_writes_stands_in_the_table_or_is_allowed_to_all() -> None:
    written = writers() & asked_for() & set(actions())
    assert len(written) > 200
    assert sorted(written - set(RIGHTS) - ALLOWED_TO_ALL) == []
    assert sorted(ALLOWED_TO_ALL & set(RIGHTS)) == []
    assert sorted(ALLOWED_TO_ALL - written) == []


def test_the_table_names_actions_and_each_of_them_is_guarded() -> None:
    assert sorted(set(RIGHTS) - set(actions())) == []
    guarded = {name for name, each in actions().items() if hasattr(each, "__wrapped__")}
    assert sorted(name for name in RIGHTS if name not in guarded) == []


@pytest.fixture
def several(bureau: Workplace) -> Workplace:
    users.add(bureau, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    users.add(bureau, "Б. Раҳимов", "Баҳром", UserRole.READER, READER, cost=CHEAP)
    return bureau


def as_user(work: Workplace, passphrase: str) -> Workplace:
    workplace.lock(work)
    workplace.unlock(work, passphrase)
    return work


def is_refused(action: Callable[..., Any], work: Workplace) -> bool:
    """Tell whether an action is refused before it looks at anything it is given, which is nothing."""
    try:
        action(work)
    except TrainerError as problem:
        return problem.code in ("rights.refused", "rights.no_names")
    except TypeError:
        return False
    return False


def test_every_action_of_the_table_is_refused_to_who_may_not(several: Workplace) -> None:
    reader = as_user(several, READER)
    before = transfers_of(reader)
    assert [name for name in RIGHTS if not is_refused(actions()[name], reader)] == []
    officer = as_user(several, OFFICER)
    deciding = {name for name, right in RIGHTS.items() if right is Right.DECIDE}
    assert [name for name in deciding if not is_refused(actions()[name], officer)] == []
    assert transfers_of(officer) == before


def transfers_of(work: Workplace) -> int:
    """Return how much this computer has written."""
    return work.journal.number


def test_who_may_is_not_refused(several: Workplace) -> None:
    draft = ProjectDraft(code="P7", title=Texts(en="Seven"))
    as_user(several, OFFICER)
    assert projects.create_project(several, draft).step is not None
    assert history.undo(several).step is not None
    problem = refused("rights.refused", erasing.set_rules, several)
    assert problem.values["role"] == users.Label("users.role.head")
    as_user(several, PASSPHRASE)
    assert rights.may(several, Right.DECIDE)


def test_a_role_that_changes_counts_at_once_wherever_somebody_is_signed_in(several: Workplace) -> None:
    key = users.find_user(several, "Баҳром").key
    other = workplace.open_workplace(several.folder, READER, clock=several.clock)
    draft = ProjectDraft(code="P7", title=Texts(en="Seven"))
    refused("rights.refused", projects.create_project, other, draft)
    users.set_role(several, key, UserRole.OFFICER)
    assert projects.create_project(other, draft).step is not None
    other.close()


def test_an_officer_does_not_take_back_what_a_head_decided(several: Workplace) -> None:
    erasing.set_rules(several, RetentionRules(36, 30))
    as_user(several, OFFICER)
    refused("rights.refused", history.undo, several)
    as_user(several, PASSPHRASE)
    assert history.undo(several).step is not None
    as_user(several, OFFICER)
    refused("rights.refused", history.redo, several)


def test_that_spellings_of_places_stay_is_the_word_of_a_head(several: Workplace) -> None:
    day = date(2018, 11, 5)
    for code, town in (("P-1", "Чорбоғ"), ("P-2", "Чорбоққ"), ("P-3", "Hudjant"), ("P-4", "Худжанд")):
        courses.create_course(several, CourseDraft(code, Texts(en="P"), day, day, town=town))
    as_user(several, OFFICER)
    listed, other = spellings.place_offers(several)
    refused("rights.refused", spellings.unify, several, [other.staying()])
    assert spellings.unify(several, [listed.keeping("Hudjant")]).step is not None
    assert [each.kept for each in spellings.place_offers(several)] == ["Хуҷанд", "Чорбоғ"], "nobody decided"
    as_user(several, PASSPHRASE)
    spellings.unify(several, [each.staying() for each in spellings.place_offers(several)])
    assert spellings.place_offers(several) == []


def test_that_spellings_of_units_stay_is_the_word_of_a_head(several: Workplace) -> None:
    for name, unit in (("Як", "Полиция Хатлон"), ("Ду", "Полиция Хатлона")):
        people.create_person(several, {"family": name, "unit": unit})
    as_user(several, OFFICER)
    (offer,) = spellings.unit_offers(several)
    refused("rights.refused", spellings.unify, several, [offer.staying()])
    assert spellings.unify(several, [offer]).step is not None
    history.undo(several)
    as_user(several, PASSPHRASE)
    spellings.unify(several, [offer.staying()])
    assert spellings.unit_offers(several) == []
    as_user(several, OFFICER)
    refused("rights.refused", history.undo, several)


def test_undo_and_redo_end_where_steps_of_somebody_else_begin(several: Workplace) -> None:
    as_user(several, PASSPHRASE)
    head = several.user
    first = projects.create_project(several, ProjectDraft(code="P7", title=Texts(en="Seven"))).step or 0
    as_user(several, OFFICER)
    assert history.pending(several, 9) == []
    why = history.refusal(several)
    problem = refused("history.of_another", history.undo, several)
    assert why is not None
    assert (why.code, why.values) == (problem.code, problem.values)
    assert (problem.values["name"], problem.values["step"]) == (head, history.recent(several, 1)[0].label)
    projects.create_project(several, ProjectDraft(code="P8", title=Texts(en="Eight")))
    assert [history.other_author(several, each) for each in history.recent(several, 2)] == ["", head]
    assert len(history.pending(several, 9)) == 1, "what lies below a step of somebody else is not offered"
    assert history.undo(several).step is not None
    refused("history.of_another", history.undo, several)
    assert history.next_redo(several) is not None
    as_user(several, PASSPHRASE)
    assert history.next_redo(several) is None
    assert refused("history.of_another", history.redo, several).values["name"] == "З. Каримова"
    assert history.undo(several).step is not None
    assert history.redo(several).step is not None
    as_user(several, OFFICER)
    found = next(each for each in history.recent(several) if not each.undone)
    assert found.number > first
    assert history.undo_step(several, found.number).step is not None, "a step that is named may be anybody's"
    as_user(several, READER)
    assert history.refusal(several) is None, (
        "who only reads has nothing to take back, and is told so elsewhere"
    )


def test_whoever_works_alone_takes_back_what_they_did_under_another_name(
    trainer: Workplace, bureau: Workplace
) -> None:
    users.begin(bureau, PASSPHRASE, cost=CHEAP)
    for work in (trainer, bureau):
        projects.create_project(work, ProjectDraft(code="P7", title=Texts(en="Seven")))
        users.rename(work, "Н. Раҷабова")
        assert work.user == "Н. Раҷабова"
        assert history.undo(work).step is not None
        assert history.redo(work).step is not None

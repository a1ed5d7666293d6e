"""Reports that are asked for again and again, kept by name on this computer: of what, cut by what."""

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.office.crossing import LAYOUTS, ReportLayout

LONGEST = 80
"""Letters of a name."""


def list_layouts(work: Workplace) -> list[ReportLayout]:
    """Return what is kept, by name."""
    kept: list[ReportLayout] = work.store.setting(LAYOUTS)
    return sorted(kept, key=lambda each: sort_key(each.name))


def find_layout(work: Workplace, name: str) -> ReportLayout:
    """Return the layout of a name, in whatever case. Raises report.layout_unknown."""
    found = next((each for each in list_layouts(work) if _same(each.name, name)), None)
    if found is None:
        raise TrainerError("report.layout_unknown", name=name.strip())
    return found


def keep_layout(work: Workplace, layout: ReportLayout) -> ReportLayout:
    """Keep a layout; one of the same name is replaced. Raises report.layout_no_name."""
    layout = replace(layout, name=_checked(layout.name))
    others = [each for each in list_layouts(work) if not _same(each.name, layout.name)]
    work.store.change_setting(LAYOUTS, [*others, layout])
    return layout


def rename_layout(work: Workplace, name: str, new: str) -> ReportLayout:
    """Give a layout another name. Raises report.layout_unknown, .layout_no_name, .layout_taken."""
    found, new = find_layout(work, name), _checked(new)
    others = [each for each in list_layouts(work) if each != found]
    if any(_same(each.name, new) for each in others):
        raise TrainerError("report.layout_taken", name=new)
    renamed = replace(found, name=new)
    work.store.change_setting(LAYOUTS, [*others, renamed])
    return renamed


def remove_layout(work: Workplace, name: str) -> None:
    """Forget a layout; the figures stay. Raises report.layout_unknown."""
    found = find_layout(work, name)
    work.store.change_setting(LAYOUTS, [each for each in list_layouts(work) if each != found])


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _checked(name: str) -> str:
    name = " ".join(name.split())[:LONGEST].strip()
    if not name:
        raise TrainerError("report.layout_no_name")
    return name

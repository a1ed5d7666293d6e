"""Formulas of spreadsheets among names: which texts are refused, and which names only look like one."""

import pytest

from tests.domain.courses.test_roster_names import line_of
from trainer_app.domain.base.numbers import Severity
from trainer_app.domain.base.text_cleaning import looks_like_formula

FORMULAS = (
    *("=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0"),
    *('=HYPERLINK("http://x","y")', '=DDE("cmd";"/C calc")', "=1+1", "＝1+1", "=Азизов", "=Сумма(А1)"),
    *("+A1", "-A1+B2", "+$A$1", "@SUM(A1:A2)", "+SUM(1;2)", "-NOW()", "+СУММ(1;2)", '-CALL("a";"b")'),
    *("'=1+1", '"=1+1"', " =1", "+'C:\\x'!A1", "- IMPORTXML(CONCAT(a,b))"),
)
NAMES = (
    *("- Азизов Фаррух", "+ Азизов Фаррух", "-Азизов Фаррух", "- 1. Азизов", "@azizov", "'Азизов'", "+", ""),
    *("-Азизов(майор)", "- Azizov (Major)", "+ Ҷӯраев Ғафур (Juraev G.)", '- О\'Кифф "Роза"', "12) Азизов"),
    *("Азизов-Каримов", "Раҳимов Н.Ф.", "Тест &amp;", "- Каримова Ситора (Karimova Sitora)"),
)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_known(text: str) -> None:
    assert looks_like_formula(text)


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_no_formula(text: str) -> None:
    assert not looks_like_formula(text)


@pytest.mark.parametrize("column", range(1, 6))
def test_a_row_with_a_formula_for_a_name_is_refused_with_its_reason(column: int) -> None:
    heading = ("№", "Ному насаб", "Фамилия", "Имя", "Отчество", "Name in Latin letters")
    cells = ["1", "Азизов Фаррух Олимович", "Азизов", "Фаррух", "Олимович", "Azizov Farrukh"]
    assert line_of(*cells, heading=heading).row is not None
    cells[column] = FORMULAS[0]
    line = line_of(*cells, heading=heading)
    assert line.row is None
    (problem,) = line.problems
    assert (problem.code, problem.severity) == ("roster.formula", Severity.REFUSED)
    assert (problem.column, problem.value) == (heading[column], FORMULAS[0])

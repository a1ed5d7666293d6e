"""Lists in a table of a season: which rows are left out is told with what they say."""

from pathlib import Path

from tests.actions.courses.test_seasons import season_of
from tests.kit.writing import write_course
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import seasons
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.system.messages import label_text


def test_each_row_that_is_left_out_is_told_with_its_words(trainer: Workplace, tmp_path: Path) -> None:
    write_course(trainer)
    listed = [(str(at), f"Мирзоев Али {at}", "майор") for at in range(1, 5)]
    tail = [("", "Всего: 4", ""), *[("", f"Подполковник милиции Саидов К. {at}.", "") for at in range(9)]]
    path = season_of(tmp_path, ("A-1", "", "", "", "", "05.11.2018", "DSH1", "", ""), A_1=[*listed, *tail])
    (line,) = seasons.check(trainer, path).plan.lines
    (told,) = [each for each in line.problems if each.code == "season.list_refused"]
    for language in LANGUAGES:
        said = label_text(told.label, language)
        assert "Всего: 4" in said
        assert said.count("Саидов") == 7
        assert said.rstrip(".").endswith("14–15")
    assert "6 «Всего: 4», 7 «" in label_text(told.label, "ru")

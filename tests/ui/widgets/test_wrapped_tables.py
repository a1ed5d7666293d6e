"""Whole sentences in a narrow column: on two lines, and an ellipsis only where two are too short."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import Theme
from trainer_app.ui.style.tokens import SMALL
from trainer_app.ui.widgets.painting import draw_wrapped

QUESTION = "Какова первая задача наряда, прибывшего на вызов о насилии в семье ночью в отдалённом районе?"


def inked_rows(text: str, width: int) -> list[int]:
    """Return on which pixel rows something is drawn."""
    image = QImage(width, 42, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(theme.font(SMALL))
    draw_wrapped(painter, QRectF(0, 0, width, 42), text)
    painter.end()
    return [y for y in range(42) if any(image.pixelColor(x, y).lightness() < 128 for x in range(width))]


@pytest.mark.parametrize(("text", "width", "least"), [("Что это?", 200, 5), (QUESTION, 200, 20)])
def test_a_short_text_takes_one_line_and_a_long_one_two(
    theme: Theme, text: str, width: int, least: int
) -> None:
    rows = inked_rows(text, width)
    assert rows[-1] - rows[0] >= least
    assert (rows[-1] - rows[0] > 18) == (least == 20)


def test_a_word_that_is_wider_than_the_column_is_shortened_on_one_line(theme: Theme) -> None:
    rows = inked_rows("Превысокомногорассмотрительствующий", 60)
    assert rows[-1] - rows[0] <= 18

"""The office's recovery papers: two A4 pages, one for each place where they are kept, in three languages.

Keys stand as text in numbered groups, to be typed, and as a code, to be scanned. What the paper is for stands
in
all three languages: nobody knows who will have to read it, and when.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from trainer_app.documents.base import fonts, pictures
from trainer_app.documents.base.fitting import fit, wrap
from trainer_app.documents.base.paper import Paper
from trainer_app.documents.base.wording import format_days
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.office.backups import KeyPapers, grouped_key
from trainer_app.domain.papers.inks import BLACK

COPIES = 2
_LEFT, _RIGHT = 20.0, 190.0
_WIDE = _RIGHT - _LEFT
_CODE = 36.0
_IN_A_LINE, _GROUP_WIDE, _LINE = 5, 24.0, 9.2
_GREY = "4C5665"

WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        "title": Texts("Коғази калидҳои идора", "Бумага с ключами офиса", "The office's key paper"),
        "copy": Texts(
            "Нусхаи {number} аз {count}", "Экземпляр {number} из {count}", "Copy {number} of {count}"
        ),
        "secret": Texts(
            "МАХФӢ. Ҳар кӣ ин коғазро дорад, тамоми маълумоти идора ва ноутбукҳоро хонда метавонад.",
            "СЕКРЕТНО. Тот, у кого эта бумага, может прочесть все данные офиса и ноутбуков.",
            "SECRET. Whoever has this paper can read all data of the office and of its laptops.",
        ),
        "recovery": Texts("Калиди барқарорсозӣ", "Ключ восстановления", "Recovery key"),
        "recovery_for": Texts(
            "Ноутбукеро, ки гузарвожааш фаромӯш шудааст, ва ҳамаи файлҳоро мекушояд.",
            "Открывает ноутбук с забытой парольной фразой и все файлы.",
            "Opens a laptop whose passphrase is forgotten, and all files.",
        ),
        "recovery_same": Texts(
            "Тағйир наёфтааст: дар коғази пештара навишта шудааст. Он коғазро нигоҳ доред.",
            "Не изменился: он напечатан на прежней бумаге. Сохраните её.",
            "Unchanged: it stands on the paper before this one. Keep that paper.",
        ),
        "standby": Texts("Калиди ҷонишин", "Сменный ключ", "Stand-by key"),
        "standby_for": Texts(
            "Агар компютери идора ё калиди он гум шавад, ҷойи онро мегирад.",
            "Заменяет ключ офиса, если его компьютер или ключ потерян.",
            "Takes over if the office's computer or its own key is lost.",
        ),
        "office": Texts("Идора", "Офис", "Office"),
        "made": Texts("Сана", "Дата", "Made on"),
        "digits": Texts(
            "Рақамҳои идора (махфӣ нестанд)", "Цифры офиса (не секрет)", "The office's digits (not secret)"
        ),
        "what": Texts(
            "Ду нусхаро дар ду ҷойи қулфдор нигоҳ доред, на дар назди компютер. Бо барнома: «Идора» → "
            "«Калидҳо», ё ҳангоми оғози аввал дар компютери нав. Бе барнома: файлҳоро барномаи оддии age бо "
            "калиди барқарорсозӣ мекушояд. Вақте коғази нав чоп мешавад, инашро партофтан мумкин нест: "
            "файлҳои кӯҳнаро танҳо он мекушояд.",
            "Храните два экземпляра в двух запертых местах, не рядом с компьютером. В программе: «Офис» → "
            "«Ключи» или первый запуск на новом компьютере. Без программы файлы открывает обычная программа "
            "age с ключом восстановления. Когда напечатана новая бумага, эту не выбрасывайте: старые файлы "
            "открывает только она.",
            "Keep the two copies in two locked places, not beside the computer. With the program: Office → "
            "Keys, or the first start on a new computer. Without it: the plain program age opens the files "
            "with the recovery key. When new papers are printed, do not throw this one away: old files open "
            "with it alone.",
        ),
        "place": Texts("Ҷойи нигоҳдорӣ", "Место хранения", "Kept at"),
        "who": Texts("Ном ва имзо", "Имя и подпись", "Name and signature"),
        "when": Texts("Сана", "Дата", "Date"),
    }
)
"""What the paper says."""


def key_papers_pdf(papers: KeyPapers, language: str) -> bytes:
    """Return the papers as PDF: the same page for two places. Raises paper.unknown_language."""
    if language not in LANGUAGES:
        raise TrainerError("paper.unknown_language", language=language, known=", ".join(LANGUAGES))
    order = (language, *(one for one in LANGUAGES if one != language))
    paper = Paper(210, 297, language, WORDS["title"].best(language))
    for number in range(1, COPIES + 1):
        _Page(paper, papers, order).draw(number)
        paper.end_page()
    return paper.finish()


class _Page:
    """One copy, drawn from the top."""

    def __init__(self, paper: Paper, papers: KeyPapers, order: Sequence[str]) -> None:
        self.paper, self.papers, self.order = paper, papers, order
        self.y = 24.0

    def draw(self, number: int) -> None:
        """Draw everything."""
        self._head(number)
        self._secret()
        self._key("recovery", self.papers.recovery_key)
        self._key("standby", self.papers.standby_key)
        self._digits()
        self._explain()
        self._signatures()

    def _word(self, code: str) -> str:
        return WORDS[code].best(self.order[0])

    def _in_all(self, code: str) -> str:
        return " · ".join(dict.fromkeys(WORDS[code].best(one) for one in self.order))

    def _head(self, number: int) -> None:
        paper, papers = self.paper, self.papers
        copy = self._word("copy").format(number=number, count=COPIES)
        paper.text(_LEFT, self.y, self._word("title"), fonts.SANS_BOLD, 18)
        paper.text(_RIGHT, self.y, copy, fonts.SANS_SEMIBOLD, 11, align="right")
        others = " · ".join(WORDS["title"].best(one) for one in self.order[1:])
        paper.text(_LEFT, self.y + 5.5, others, fonts.SANS, 9.5, _GREY)
        made = date.fromisoformat(papers.day)
        said = f"{self._word('made')}: {format_days(made, made, self.order[0])}"
        paper.text(_RIGHT, self.y + 5.5, said, fonts.SANS, 9.5, align="right")
        name = f"{papers.name.best(self.order[0])} · {papers.code}"
        fitted = fit(name, fonts.SANS_SEMIBOLD, 12, _WIDE, 9)
        paper.text(_LEFT, self.y + 14, fitted.lines[0], fonts.SANS_SEMIBOLD, fitted.size)
        self.y += 19

    def _secret(self) -> None:
        """Draw the warning in a box, in all languages."""
        lines = [
            line
            for one in self.order
            for line in wrap(WORDS["secret"].best(one), fonts.SANS_SEMIBOLD, 9, _WIDE - 8)
        ]
        height = 4.6 * len(lines) + 4
        self.paper.box(_LEFT, self.y, _WIDE, height, 1.2)
        for place, line in enumerate(lines):
            self.paper.text(_LEFT + 4, self.y + 5.6 + 4.6 * place, line, fonts.SANS_SEMIBOLD, 9)
        self.y += height + 9

    def _key(self, code: str, key: str) -> None:
        """Draw a key: its names, what it is for, its groups, its code."""
        paper = self.paper
        paper.text(_LEFT, self.y, self._in_all(code), fonts.SANS_BOLD, 11.5)
        self.y += 5
        use = f"{code}_for" if key else f"{code}_same"
        for one in self.order:
            paper.text(_LEFT, self.y, WORDS[use].best(one), fonts.SANS, 8.5, _GREY)
            self.y += 4
        if not key:
            self.y += 7
            return
        top = self.y + 1
        drawn = pictures.encode_qr(key, "Q")
        paper.bits(_RIGHT - _CODE, top, _CODE, drawn.modules, drawn.packed)
        prefix, *groups = grouped_key(key)
        paper.text(_LEFT, top + 5, prefix, fonts.SANS_MEDIUM, 13)
        for place, group in enumerate(groups):
            line, column = divmod(place, _IN_A_LINE)
            x, y = _LEFT + column * _GROUP_WIDE, top + 14 + line * _LINE
            paper.text(x, y, f"{place + 1}", fonts.SANS, 6.5, _GREY)
            paper.text(x + 4.5, y, group, fonts.SANS_MEDIUM, 13, tracking=1.2)
        lines = -(-len(groups) // _IN_A_LINE)
        self.y = max(top + _CODE, top + 14 + (lines - 1) * _LINE) + 10

    def _digits(self) -> None:
        self.paper.text(_LEFT, self.y, self._in_all("digits"), fonts.SANS, 8.5, _GREY)
        self.paper.text(_LEFT, self.y + 6.5, self.papers.fingerprint, fonts.SANS_MEDIUM, 13)
        self.y += 14

    def _explain(self) -> None:
        for one in self.order:
            for line in wrap(WORDS["what"].best(one), fonts.SANS, 7.8, _WIDE):
                self.paper.text(_LEFT, self.y, line, fonts.SANS, 7.8)
                self.y += 3.5
            self.y += 1.2

    def _signatures(self) -> None:
        """Draw lines to write on: where it is kept, and who put it there, twice."""
        paper, y = self.paper, 262.0
        self._line(_LEFT, _RIGHT, y, self._in_all("place"))
        for row in (1, 2):
            self._line(_LEFT, 140, y + 10 * row, self._in_all("who"))
            self._line(146, _RIGHT, y + 10 * row, self._in_all("when"))
        paper.text(_LEFT, 289, f"{self.papers.code} · Trainer App", fonts.SANS, 7, _GREY)

    def _line(self, left: float, right: float, y: float, words: str) -> None:
        self.paper.line(left, y, right, y, 0.4, BLACK)
        self.paper.text(left, y + 3, words, fonts.SANS, 6.5, _GREY)

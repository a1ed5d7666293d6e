"""Reads questions in GIFT, the text format of Moodle.

Blank lines part the questions; // begins a remark; $CATEGORY names where the questions below it belong.
Remarks that begin with //! are this program's own: they hold as JSON what GIFT has no sign for.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.question_drafts import (
    MOST_FOUND,
    Found,
    Place,
    QuestionFile,
    QuestionFormat,
    Trouble,
    guess_language,
    line_of,
)
from trainer_app.domain.texts import LANGUAGES
from trainer_app.intake.gift_questions import Extras, escape, read_question
from trainer_app.intake.question_lines import read_lines

OWN_REMARK = "//!"
_CATEGORY = "$CATEGORY:"
_LONGEST_REMARK = 10_000
"""Letters: of a topic at most; what is deeply nested would exhaust the decoder."""


class _Remark(msgspec.Struct):
    """What one of our remarks may say."""

    language: str = ""
    kind: str = ""
    points: int | None = None
    fixed: bool | None = None
    topic: str | None = None


@dataclass
class _Block:
    """The lines of one question, remarks left out; `texts` are escaped."""

    row: int
    texts: list[str] = field(default_factory=list)
    remark: _Remark = field(default_factory=_Remark)
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many braces are open at the end."""
        return sum(text.count("{") - text.count("}") for text in self.texts)


def read_gift(path: Path, language: str = "") -> QuestionFile:
    """Read a file in GIFT. Texts are taken to be in `language`, or in that of their letters.

    Raises table.missing, unreadable, empty_file, too_large, question_file.too_large, not_text, too_many,
    nothing_found.
    """
    lines, troubles = read_lines(path)
    blocks, said = _split(lines)
    asked = [block for block in blocks if not block.texts[0].startswith(_CATEGORY)]
    if len(asked) > MOST_FOUND:
        raise TrainerError("question_file.too_many", count=len(asked), most=MOST_FOUND)
    if not asked:
        raise TrainerError("question_file.nothing_found")
    if not language:
        language = said if said in LANGUAGES else guess_language("\n".join(block.texts) for block in asked)
    found: list[Found] = []
    topic = ""
    for block in blocks:
        if block.texts[0].startswith(_CATEGORY):
            topic = read_topic(" ".join(block.texts)[len(_CATEGORY) :])
            continue
        found.append(_read(block, topic, language))
    return QuestionFile(path.name, QuestionFormat.GIFT, tuple(found), troubles, language)


def _read(block: _Block, topic: str, language: str) -> Found:
    remark = block.remark
    extras = Extras(
        language=language,
        topic=topic if remark.topic is None else line_of(remark.topic),
        kind=remark.kind,
        points=remark.points,
        fixed=remark.fixed,
    )
    found = read_question("\n".join(block.texts), Place(block.row), extras)
    return replace(found, troubles=found.troubles + tuple(block.troubles)) if block.troubles else found


def read_topic(text: str) -> str:
    """Return the topic that a path of categories names: "$course$/top/Law/Basics" -> "Law / Basics".

    A slash that belongs to a name is doubled there.
    """
    parts = [part.replace("\0", "/").strip() for part in text.replace("//", "\0").split("/")]
    parts = [part for part in parts if part]
    if parts and parts[0].startswith("$") and parts[0].endswith("$"):
        parts = parts[1:]
    if parts and parts[0] == "top":
        parts = parts[1:]
    return line_of(" / ".join(parts))


def _split(lines: list[str]) -> tuple[list[_Block], str]:
    """Return the blocks of a file, and the language that a remark names.

    A blank line within braces, and a missing one after them, are mended.
    """
    blocks: list[_Block] = []
    current: _Block | None = None
    remark, unread, language = _Remark(), list[Trouble](), ""
    for row, line in enumerate(lines, 1):
        bare = line.strip()
        if bare.startswith(OWN_REMARK):
            read = _remark(bare)
            remark = read or remark
            language = remark.language or language
            unread += [] if read else [Trouble(Place(row), "question_file.remark_unreadable", bare)]
            continue
        if bare.startswith("//"):
            continue
        if not bare:
            current = None
            continue
        text = bare if bare.startswith(_CATEGORY) else escape(bare)
        if current is None and blocks and _closes(blocks[-1], text):
            current = blocks[-1]
            current.troubles.append(Trouble(Place(row), "question_file.blank_line_inside", bare))
        elif current is not None and _complete(current) and ("{" in text or text.startswith("::")):
            current = None
        if current is None:
            current = _Block(row, remark=remark, troubles=unread)
            remark, unread = _Remark(), []
            blocks.append(current)
        current.texts.append(text)
        if text.startswith(_CATEGORY):
            current = None
    return blocks, language


def _closes(block: _Block, text: str) -> bool:
    """Tell whether a line after a blank one belongs to a question whose braces are still open."""
    if block.depth != 1 or text.startswith((_CATEGORY, "::")):
        return False
    opening, closing = text.find("{"), text.find("}")
    return text.startswith(("~", "=", "}", "####")) and (opening < 0 or 0 <= closing < opening)


def _complete(block: _Block) -> bool:
    """Tell whether the braces of a question were closed at the end of its last line."""
    return block.depth == 0 and "{" in "".join(block.texts) and block.texts[-1].rstrip('.?!;" ').endswith("}")


def _remark(line: str) -> _Remark | None:
    if len(line) > _LONGEST_REMARK:
        return None
    try:
        return msgspec.json.decode(line[len(OWN_REMARK) :], type=_Remark)
    except msgspec.MsgspecError:
        return None

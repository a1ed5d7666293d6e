"""Names of people: cleaning, splitting into family, given name and patronymic. Latin spellings: `latin`.

The order differs from list to list: "Раҳимов Некрӯз Файзуллоевич", "Некрӯз Раҳимов", "Н. Ф. Раҳимов",
"Раҳмонзода Некрӯз Файзулло". Endings tell what is what; where they tell nothing, the family name comes
first, as in every official list, and the result says that it is not sure.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import clean_text, is_cyrillic
from trainer_app.domain.base.text_search import fold, fold_word
from trainer_app.domain.people.persons import Person, Sex

# Endings are compared on folded words: "ов" and "ov" are both "uv" there.
_FAMILY_ENDINGS = ("uv", "uva", "ev", "eva", "zuda", "zade", "zada", "pur", "duht", "iun", "ski", "skaia")
# With the shortest stem each may leave: "Еров" has one of two letters.
_STEM_ENDINGS = (
    # "-зода" is "-заде" in Russian, glued or after a dash.
    *(("zuda", 3), ("zade", 3), ("zada", 3), ("zud", 3), ("zad", 3), ("duht", 3), ("iun", 3), ("pur", 3)),
    *(("uva", 2), ("eva", 2), ("uv", 2), ("ev", 2), ("i", 3)),
)
_NOT_FAMILY = frozenset(
    ("iakuv", "shahzuda", "shuhzuda", "malikzuda", "shahzade", "shahzada", "malikzade", "malikzada")
)
_PATRONYMIC_ENDINGS = ("uvich", "evich", "uvna", "evna", "ichna", "ich")
# "Каримова Гулчеҳра Абдураҳмон қизи": the word after the father's name.
_PARTICLES = {
    "ugli": Sex.MALE,
    "uglu": Sex.MALE,
    "ugl": Sex.MALE,
    "pisari": Sex.MALE,
    "kizi": Sex.FEMALE,
    "duhtari": Sex.FEMALE,
}
# "Алӣ ибни Саид", "фон Берг": the word before a name that belongs to it.
_BEFORE = frozenset(map(fold_word, ("ибни", "ибн", "бин", "бинти", "фон", "ван", "де", "ibn", "bin", "von")))
# "аз-Заҳир", "Турсун-заде": parts that stay small beside a dash.
_ARTICLES = frozenset(map(fold_word, ("аз", "ал", "аль", "ар", "ас", "ат", "ад", "аш", "ан", "al", "az")))
_SMALL_ENDINGS = frozenset(("zuda", "zade", "zada", "zud"))
# A word begins where a blank, a dot, a bracket, a dash or a quote stands before it: "&amp" has none.
_LETTERS = regex(r"(?<![^\s.()\-\"«'])[^\W\d_][^\s.()-]*")
_NO_NAME = regex(r"[\d{}<>%&;@#$\\/=+*^~|\[\]]")
_INITIAL = regex(r"[^\W\d_]{1,2}\.|[^\W\d_]")
# However many, and whichever sign a spreadsheet makes of them: "..", "....", "‥", "…", ". . .".
_CUT_DOTS = regex(r"\.\s*\.|[‥…]")
_GLUED_INITIALS = regex(r"(?<![^\W_])([^\W\d_]{1,2}\.)(?=[^\W\d_])")
_SPACE_BEFORE_DOT = regex(r"\s+(?=[.,])")
# What most names look like: nothing to clean.
_PLAIN_NAME = regex(r"[А-яЁёҒғӢӣҚқӮӯҲҳҶҷ]+(?: [А-яЁёҒғӢӣҚқӮӯҲҳҶҷ]+)*")
_LIST_NUMBER = regex(r"^\(?(\d{1,4})(?:[.)]\s*|\s+)(?=\D)")
_LOOSE = " ,;:-_*"
_QUOTES = (('"', '"'), ("'", "'"), ("«", "»"))
_REMARK = regex(r"[(\[][^()\[\]]*(?:[)\]]|$)")
# What stands between the names of two people: a word, a sign that no name has, one that a name may have.
# With the least words that must stand on each side.
_BETWEEN = ((r"\s(?:и|ва|and)\s", 1), (r"[;/|&+]|\s(?:И|ВА|AND)\s", 2), (r"[,\r\n]", 2))
_BETWEEN_PEOPLE = tuple((regex(between), least) for between, least in _BETWEEN)
# Without one of these nothing stands between two people, which is soon told.
_SIGN_BETWEEN, _WORDS_BETWEEN = regex(r"[;/|&+,\r\n]"), frozenset(("и", "ва", "and", "И", "ВА", "AND"))
# "Азизов, Фаррух": the comma parts the family name from the rest, as a blank does.
_PARTING_COMMA = regex(r"(?<=[\w.)\"'])\s*,\s*(?=[\w(\"'])")


class NameParts(Struct, frozen=True):
    """The parts of a name; `sure` tells whether anything in the name shows that they are right."""

    family: str
    given: str = ""
    patronymic: str = ""
    sure: bool = True

    @property
    def full(self) -> str:
        """Family name, given name, patronymic."""
        return " ".join(filter(None, (self.family, self.given, self.patronymic)))


def clean_name(text: str) -> str:
    """Return a name without a list's number before it and stray punctuation around it.

    Quotes go only where they stand alone or around the whole: those of "О'Кифф "Роза"" stay. What went
    beyond the number is told by `is_cut`.
    """
    if not text or _PLAIN_NAME.fullmatch(text):
        return text
    cleaned = _SPACE_BEFORE_DOT.sub("", _LIST_NUMBER.sub("", clean_text(text)))
    while (bare := _without_quotes(cleaned.strip(_LOOSE))) != cleaned:
        cleaned = bare
    return cleaned


def split_number(text: str) -> tuple[int | None, str]:
    """Return the number of a list before a name, and the rest: 12 and "Азизов" for "12) Азизов"."""
    cleaned = clean_text(text)
    found = _LIST_NUMBER.match(cleaned)
    return (int(found.group(1)), cleaned[found.end() :]) if found else (None, cleaned)


def split_remarks(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without what stands in brackets, and that: it is said about a person, and no name.

    Where no letter stands outside of brackets the text stays whole.
    """
    if "(" not in text and "[" not in text:
        return text, ()
    bare, remarks = text, list[str]()
    while found := _REMARK.search(bare):
        remarks.append(found.group())
        bare = f"{bare[: found.start()].rstrip(' ')} {bare[found.end() :].lstrip(' ')}"
    return (bare, tuple(remarks)) if any(map(str.isalpha, bare)) else (text, ())


def holds_several(text: str, bare: Callable[[str], str] = clean_name) -> bool:
    """Tell whether the names of several people stand in a text, as in "Юсупов Анвар, Юсупова Зарина".

    "Азизов, Фаррух Бахтиёрович" is one, and so is a name with its spelling in other letters behind a stroke.
    `bare` takes away what is no name, such as a rank.
    """
    if not _SIGN_BETWEEN.search(text) and _WORDS_BETWEEN.isdisjoint(text.split()):
        return False
    text = split_remarks(text)[0]
    for between, least in _BETWEEN_PEOPLE:
        texts = between.split(text)
        if len(texts) < 2:
            continue
        parts = [_tokens(clean_name(bare(clean_name(part)))) for part in texts]
        names = [part for part in parts if len(part) >= least and all(map(_begins_as_name, part))]
        if text.islower():
            names = [part for part in parts if len(part) >= least]
        if between.match(","):
            names = names[:1] + [part for part in names[1:] if not _goes_on(part)]
        if len(names) > 1 and len({is_cyrillic(" ".join(name)) for name in names}) == 1:
            return True
    return False


def _begins_as_name(word: str) -> bool:
    if _NO_NAME.search(word):
        return False
    return word[0].isupper() or "-" in word or _is_particle(word) or _stands_before(word.split()[0])


def _goes_on(words: list[str]) -> bool:
    """Tell whether words are a given name and a patronymic, which go on with a name that was begun."""
    if len(words) != 2 or _stands_before(words[1].split()[0]):
        return False
    return _is_particle(words[1]) or (_looks_like_patronymic(words[1]) and not _looks_like_family(words[0]))


def is_cut(text: str, *taken: str) -> bool:
    """Tell whether anything of a typed text is missing from what was taken of it.

    Order and blanks do not matter, nor the one comma that parts a family name from the others.
    """
    return bool(_words(_PARTING_COMMA.sub(" ", clean_text(text), count=1)) - _words(" ".join(taken)))


def _words(text: str) -> Counter[str]:
    return Counter(_GLUED_INITIALS.sub(r"\1 ", _SPACE_BEFORE_DOT.sub("", clean_text(text))).split())


def _without_quotes(text: str) -> str:
    """Take one pair of quotes from around a text, or one quote without a fellow from an end of it."""
    for first, last in _QUOTES:
        inner = text[1:-1]
        if len(text) > 1 and text[0] == first and text[-1] == last and not {first, last} & set(inner):
            return inner
        if first == last:
            alone, lost = text.count(first) % 2 == 1, text.count(first) % 2 == 1
        else:
            alone, lost = text.count(first) > text.count(last), text.count(last) > text.count(first)
        if text and ((alone and text[0] == first) or (lost and text[0] == last)):
            return text[1:]
        if text and ((lost and text[-1] == last) or (alone and text[-1] == first)):
            return text[:-1]
    return text


def split_name(text: str) -> NameParts:
    """Return the parts of a full name, in whatever order it is written."""
    cleaned = clean_name(text)
    if "," in cleaned:
        family, _, rest = (part.strip() for part in cleaned.partition(","))
        if family and rest:
            given, patronymic = _given_and_patronymic(_tokens(rest))
            return NameParts(family, given, patronymic)
    tokens = _tokens(cleaned.replace(",", " "))
    if len(tokens) < 2:
        return NameParts(" ".join(tokens), sure=False)
    place = _place_of_patronymic(tokens)
    return _split_initials(tokens) if place is None else _split_around(tokens, place)


def repair_case(text: str, *, small: bool | None = None) -> str:
    """Return a name with words in capitals written as names are: "Раҳимов".

    Small letters are a spelling ("Турсун-заде", "аз-Заҳир", "Алӣ ибни Саид") and stay, unless the whole name
    is written in them or a word in capitals ("НАЗАРОВ бахтиёр"), or `small` says that it is. Words of one or
    two letters in capitals stay: they are initials or abbreviations. So do words with digits or with signs
    that no name has: they are no slip of the hand.
    """
    if not text or text.istitle():
        return text
    every = is_spelt_loosely(text) if small is None else small
    return _LETTERS.sub(lambda found: _repair_case(found, every), text)


def guess_sex(parts: NameParts) -> Sex:
    """Return what a patronymic, or else a family name, shows of a person's sex. Only ever a proposal."""
    by_father = _sex_of_patronymic(parts.patronymic) if parts.patronymic else Sex.UNKNOWN
    return by_father if by_father is not Sex.UNKNOWN else _sex_of_family(parts.family)


@lru_cache(maxsize=65536)
def _sex_of_patronymic(patronymic: str) -> Sex:
    tokens, folded = patronymic.split(), fold(patronymic)
    if len(tokens) > 1 and fold_word(tokens[-1]) in _PARTICLES:
        return _PARTICLES[fold_word(tokens[-1])]
    if folded.endswith(("uvna", "evna", "ichna")):
        return Sex.FEMALE
    return Sex.MALE if folded.endswith(("uvich", "evich", "ich")) else Sex.UNKNOWN


@lru_cache(maxsize=65536)
def _sex_of_family(family: str) -> Sex:
    folded = fold(family)
    if folded.endswith("duht") or _has_stem(folded, ("uva", "eva", "skaia")):
        return Sex.FEMALE
    return Sex.MALE if _has_stem(folded, ("uv", "ev", "ski")) else Sex.UNKNOWN


def is_initial(word: str) -> bool:
    """Tell whether a word of a name is only its first letter: "Н.", "Н", "Дж."."""
    return _INITIAL.fullmatch(word) is not None


def is_small_word(word: str) -> bool:
    """Tell whether a word of a name stays small: "қизи", "ибни"."""
    return _is_particle(word) or _stands_before(word)


def lacks_letters(spelling: str, full: str = "") -> bool:
    """Tell whether a name has only initials beside the family name; with `full`, more of them than that has.

    "Қурбонов Д." may be anybody; "D. Qurbonov" does not spell "Қурбонов Далер".
    """
    words, wanted = split_words(spelling), split_words(full)
    if full and sum(map(is_initial, words)) <= sum(map(is_initial, wanted)):
        return False
    return any(map(is_initial, words)) and sum(not is_initial(word) for word in words) < 2


def is_cut_off(name: str) -> bool:
    """Tell whether dots show that a word of a name goes on: "Давлат...", "Хол…", "Давл....ов", "Юсупов.".

    One dot alone ends an initial too, and a sentence: "Дж.", "Саидович.".
    """
    if "." not in name and "…" not in name and "‥" not in name:
        return False
    if _CUT_DOTS.search(name):
        return True
    ended = (word for word in split_words(name) if word.endswith("."))
    return any(not is_initial(word) and not _looks_like_patronymic(word[:-1]) for word in ended)


def cut_part(person: Person) -> str:
    """Return which part of a name is cut off, the last first; "" where all are whole."""
    if is_patronymic_cut(person.patronymic):
        return "patronymic"
    parts = ("patronymic", "given", "family")
    return next((part for part in parts if is_cut_off(getattr(person, part))), "")


def is_name_cut(name: str) -> bool:
    """Tell whether any part of a name is cut off that is written as lists are, the father's name last."""
    words = _tokens(name)
    return is_cut_off(name) or (len(words) > 2 and is_patronymic_cut(words[-1]))


def split_words(name: str) -> list[str]:
    """Return the words of a name, initials apart: three for "Раҳимов Н.Ф."."""
    return _GLUED_INITIALS.sub(r"\1 ", name).split()


def family_stem(folded: str) -> str:
    """Return a folded family name without its ending: Раҳмонов, Раҳмонова, Раҳмонзода, Раҳмонӣ, Раҳмон."""
    for ending, shortest in _STEM_ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= shortest:
            return folded[: -len(ending)].rstrip()
    return folded


def patronymic_stem(folded: str) -> str:
    """Return a folded patronymic without its ending: Файзуллоевич, Файзуллоевна, Файзуллозода, Файзулло."""
    words = folded.split()
    bare = " ".join(words[:-1]) if len(words) > 1 and words[-1] in _PARTICLES else folded
    for ending in ("uvich", "evich", "uvna", "evna", "ichna", "ich"):
        if _has_stem(bare, (ending,)):
            return bare[: -len(ending)]
    return family_stem(bare)


_CUT_ENDINGS = (("uvi", 3), ("evi", 3), ("uvn", 3), ("evn", 3), ("ichn", 3), ("zud", 5))
_ANY_CUT_ENDING = tuple(ending for ending, _ in _CUT_ENDINGS)


def is_patronymic_cut(patronymic: str) -> bool:
    """Tell whether a father's name ends within an ending: Раҳмонови, Раҳмоновн, Раҳмонзод.

    A father's name alone, as "Раҳмон", "Беҳзод" or "Яқуб" ("Яков"), is whole, and so is one in -ӣ, or in -ов:
    "Иван Петров Димитров" is a Bulgarian's whole name.
    """
    if not patronymic or " " in patronymic or patronymic.casefold().endswith("ӣ"):
        return False
    folded = fold(patronymic)
    return (
        folded.endswith(_ANY_CUT_ENDING)
        and folded not in _NOT_FAMILY
        and any(
            folded.endswith(ending) and len(folded) - len(ending) >= least for ending, least in _CUT_ENDINGS
        )
    )


def _tokens(text: str) -> list[str]:
    """Return the words of a name, initials apart, a particle together with the word that it belongs to."""
    tokens: list[str] = []
    for word in (_GLUED_INITIALS.sub(r"\1 ", text) if "." in text else text).split():
        belongs = len(tokens) > 1 and _is_particle(word)
        if belongs or (tokens and _stands_before(tokens[-1]) and word.strip(".-")):
            tokens[-1] = f"{tokens[-1]} {word}"
        elif word.isalpha() or word.strip(".-"):
            tokens.append(word)
    return tokens


@lru_cache(maxsize=65536)
def _stands_before(word: str) -> bool:
    return word.islower() and fold_word(word) in _BEFORE


@lru_cache(maxsize=65536)
def _is_particle(word: str) -> bool:
    return fold_word(word) in _PARTICLES


def _place_of_patronymic(tokens: list[str]) -> int | None:
    for place in range(len(tokens) - 1, 0, -1):
        if _looks_like_patronymic(tokens[place]):
            return place
    return None


@lru_cache(maxsize=65536)
def _looks_like_patronymic(word: str) -> bool:
    return " " in word or _has_stem(fold(word), _PATRONYMIC_ENDINGS)


def _split_around(tokens: list[str], place: int) -> NameParts:
    """Split a name whose patronymic stands at a place."""
    before, patronymic, after = tokens[:place], tokens[place], tokens[place + 1 :]
    if after:
        return NameParts(" ".join(after), " ".join(before), patronymic)
    if len(before) == 1:
        return NameParts(before[0], "", patronymic, sure=False)
    family = _place_of_family(before) or 0
    given = [token for at, token in enumerate(before) if at != family]
    return NameParts(before[family], " ".join(given), patronymic)


def _split_initials(tokens: list[str]) -> NameParts:
    """Split a name without a recognisable patronymic."""
    full = [token for token in tokens if not is_initial(token)]
    initials = [token for token in tokens if is_initial(token)]
    if len(full) == 1 and initials:
        return NameParts(full[0], initials[0], " ".join(initials[1:]))
    words = full or tokens
    found = _place_of_family(words)
    place = _place_by_convention(words) if found is None else found
    rest = [word for at, word in enumerate(words) if at != place]
    given, patronymic = _given_and_patronymic(rest + (initials if full else []))
    return NameParts(words[place], given, patronymic, sure=found is not None)


def _given_and_patronymic(tokens: list[str]) -> tuple[str, str]:
    place = _place_of_patronymic(tokens)
    if place is not None:
        return " ".join(tokens[:place]), " ".join(tokens[place:])
    return " ".join(tokens[:1]), " ".join(tokens[1:])


def _place_of_family(words: list[str]) -> int | None:
    """Return where the family name stands; None when nothing shows it."""
    capitals = [at for at, word in enumerate(words) if word.isupper() and len(word) > 2]
    if len(capitals) == 1 and len(words) > 1:
        return capitals[0]
    if " " in words[0] and _stands_before(words[0].split()[0]):
        return 0
    ending = [at for at, word in enumerate(words) if _looks_like_family(word)]
    # Two such words: the first is the family name, the other the father's ("Раҳимзода Некрӯз Файзуллозода").
    return ending[0] if ending else None


def _place_by_convention(words: list[str]) -> int:
    """Return where the family name stands when no ending proves it: first, unless -ӣ speaks for the last."""
    nisba = [at for at, word in enumerate(words) if word.endswith(("ӣ", "Ӣ", "ї")) and len(word) > 5]
    return nisba[0] if len(nisba) == 1 else 0


@lru_cache(maxsize=65536)
def _looks_like_family(word: str) -> bool:
    folded = fold(word)
    return folded not in _NOT_FAMILY and _has_stem(folded, _FAMILY_ENDINGS)


def _has_stem(folded: str, endings: tuple[str, ...]) -> bool:
    if not folded.endswith(endings):
        return False
    return any(folded.endswith(ending) and len(folded) - len(ending) >= 3 for ending in endings)


def _repair_case(found: re.Match[str], every: bool) -> str:
    word = found.group()
    if _NO_NAME.search(word):
        return word
    folded, text = fold_word(word), found.string
    beside_dash = text[found.end() :].startswith("-") if folded in _ARTICLES else False
    after_dash = folded in _SMALL_ENDINGS and text[: found.start()].endswith("-")
    if folded in _PARTICLES or folded in _BEFORE or beside_dash or after_dash:
        return word.lower() if word.isupper() and len(word) > 1 else word
    if word.islower() and len(word) > 1:
        return word.capitalize() if every else word
    return word.capitalize() if word.isupper() and len(word) > 2 else word


def is_spelt_loosely(text: str) -> bool:
    """Tell whether the small letters of a name are no spelling: it has no others, or a word in capitals."""
    return text.islower() or any(word.isupper() and len(word) > 2 for word in _LETTERS.findall(text))


def has_small_words(text: str) -> bool:
    """Tell whether a word of a name is in small letters although it usually is not."""
    repaired = _LETTERS.sub(lambda found: _repair_case(found, True), text)
    return repaired != _LETTERS.sub(lambda found: _repair_case(found, False), text)

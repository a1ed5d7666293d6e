"""Ranks of the police: how people write them, what is stored, how they are shown.

A person's rank is stored as a code ("senior_lieutenant"), followed by the service where it is not the
militia ("captain:internal_service"). What cannot be read as a rank is stored as it was typed, and shown so.

The ranks are those of the militia of Tajikistan, which keeps the Soviet order, and their English names the
usual ones in English-language reports of that region.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.base.texts import LANGUAGES, Texts, fill, word, words


class RankForm(StrEnum):
    """How a rank is shown."""

    FULL = "full"
    """ "лейтенанти калон", "старший лейтенант", "Senior Lieutenant"."""
    SHORT = "short"
    """For the narrow column of a grid: "ст. лейтенант"."""
    CERTIFICATE = "certificate"
    """With the service: "лейтенанти калони милитсия", "Senior Lieutenant of Militia"."""


RANKS = (
    *("cadet", "private", "junior_sergeant", "sergeant", "senior_sergeant", "sergeant_major"),
    *("warrant_officer", "senior_warrant_officer", "junior_lieutenant", "lieutenant", "senior_lieutenant"),
    *("captain", "major", "lieutenant_colonel", "colonel"),
    *("major_general", "lieutenant_general", "colonel_general"),
)
"""All ranks from the lowest to the highest; their names are the sentences "rank.<code>"."""

_PLACE = {code: index for index, code in enumerate(RANKS)}

MILITIA = "militia"
SERVICES = (MILITIA, "police", "internal_service", "justice")
"""Whose rank it is; the militia's is stored without a word about it."""


def _spellings(**words: str) -> dict[str, str]:
    return {_key(spelling): code for code, spelled in words.items() for spelling in spelled.split()}


def _key(token: str) -> str:
    """Return a token as it is looked up: folded, so that script and Tajik letters do not matter."""
    return fold(token).replace(" ", "-")


_token_key = lru_cache(maxsize=65536)(_key)

# To fold a hundred spellings takes milliseconds, and a start reads no rank: they are made when asked for.


@cache
def _nouns() -> dict[str, str]:
    return _spellings(
        cadet="курсант курсанти cadet",
        private="қаторӣ қатории рядовой рядов ряд private",
        sergeant="сержант сержанти серж с-т с-нт сер-т sergeant sgt",
        sergeant_major="старшина старшинаи ст-на starshina",
        warrant_officer="прапорщик прапоршик прапоршики прапорчик прап пр-к пр-щик warrant",
        lieutenant="лейтенант лейтенанти лейт л-т л-нт л-нант lieutenant lt",
        captain="капитан капитани кап к-н captain capt cpt",
        major="майор майори м-р major maj",
        lieutenant_colonel="подполковник подполковники подполк подп подп-к п/п п/п-к п/полковник п-полк",
        colonel="полковник полковники полк п-к colonel col",
        general="генерал генерали ген general gen",
    )


@cache
def _grades() -> dict[str, str]:
    return _spellings(
        senior="старший старш ст ст-ший калон калони senior sr",
        junior="младший мл мл-ший хурд хурди junior jr",
    )


@cache
def _service_words() -> dict[str, str]:
    return _spellings(
        militia="милиции милиция милитсия милитсияи мил м-ции м-ция militia",
        police="полиции полиция полис police",
        internal_service="внутренней вн службы сл в/с хизмати дохилӣ х/д internal service",
        justice="юстиции юст адлия justice",
    )


@cache
def _fillers() -> frozenset[str]:
    # "off" folds like "of".
    return frozenset({_key("of"), _key("the"), _key("officer")})


_PAIRS = {
    ("general", "major"): "major_general",
    ("major", "general"): "major_general",
    ("general", "lieutenant"): "lieutenant_general",
    ("lieutenant", "general"): "lieutenant_general",
    ("general", "colonel"): "colonel_general",
    ("colonel", "general"): "colonel_general",
    ("lieutenant", "colonel"): "lieutenant_colonel",
    ("sergeant", "major"): "sergeant_major",
}
_TOKEN = regex(r"[^\s.,;()]+")
# Letters, and the signs that stand between them in ranks. Folding hears none of the other signs.
_SPELLED = regex(r"(?:[^\W\d_]|[\s.,;()-]|(?<=[^\W\d_])/(?=[^\W\d_]))*")
_APOSTROPHES = "'\u2018\u2019\u02bc\u02bb`"
_BRACKETS = regex(r"\(([^()]*)\)")
_SEPARATORS = regex(r"\s*[,;]\s*|\s+-+\s+")
_MOST_TOKENS = 7
_ALIKE = 84


@lru_cache(maxsize=8192)
def read_rank(text: str) -> str:
    """Return the rank that a whole text is, as stored; empty when it is none.

    "ст. лейтенант милиции", "лейтенанти калон" and "Senior Lieutenant" are "senior_lieutenant".
    """
    tokens: list[str] = []
    for token in _TOKEN.findall(clean_text(text)):
        key = _token_key(token)
        # "генерал-майор" is two words, "м-р" is one.
        tokens += [key] if _known(key) or not all(map(_known, key.split("-"))) else key.split("-")
    if not tokens or len(tokens) > _MOST_TOKENS:
        return ""
    services = {_service_words()[token] for token in tokens if token in _service_words()}
    grades = [_grades()[token] for token in tokens if token in _grades()]
    nouns = [_nouns()[token] for token in tokens if token in _nouns()]
    words = [token for token in tokens if token not in _fillers()]
    if not nouns or len(grades) > 1 or len(services) > 1 or not all(map(_known, words)):
        return ""
    code = nouns[0] if len(nouns) == 1 else _PAIRS.get((nouns[0], nouns[1]), "")
    code = "_".join((*grades, code))
    if len(nouns) > 2 or code not in _PLACE:
        return ""
    service = next(iter(services), MILITIA)
    return code if service == MILITIA else f"{code}:{service}"


def split_rank(text: str, *, exact: bool = False) -> tuple[str, str]:
    """Take a rank out of a name's cell: return the rank as stored (or nothing) and what is left.

    "капитан Азизов Ф. Б.", "Азизов Фаррух (майор)" and "Азизов Фаррух, к-н милиции" are understood. A rank
    is taken only where it is spelled as one, so that no name loses a part; a text that is nothing but a
    rank leaves nothing.

    Signs that no rank has ("капитан«") go with the rank, unless it must be `exact`: then it is left.
    """
    cleaned = clean_text(text)
    if not _mentions_noun(cleaned):
        return "", cleaned
    cleaned = _TOKEN.sub(lambda found: _parted(found.group()), cleaned)
    read = _exact_rank if exact else read_rank
    for found in _BRACKETS.finditer(cleaned):
        rank = read(found.group(1))
        if rank:
            return rank, _joined(cleaned[: found.start()], cleaned[found.end() :])
    parts = _SEPARATORS.split(cleaned)
    ranks = [read(part) for part in parts]
    if any(ranks):
        place = next(at for at, rank in enumerate(ranks) if rank)
        return ranks[place], ", ".join(parts[:place] + parts[place + 1 :])
    return _split_from_ends(cleaned, read)


def guess_rank(text: str) -> str:
    """Return the rank that a misspelled text probably is ("лейтинант"); empty when nothing is close."""
    from rapidfuzz import fuzz, process

    cleaned = clean_text(text).lower()
    names = _all_names()
    found = process.extractOne(cleaned, names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return names[found[0]] if found and len(cleaned) > 4 else ""


def rank_name(rank: str, language: str, form: RankForm = RankForm.FULL) -> str:
    """Return a stored rank as it is shown in a language; unknown text as it was typed."""
    code, _, service = rank.partition(":")
    if code not in _PLACE or (service and service not in SERVICES):
        return rank
    if form is RankForm.SHORT:
        return word(f"rank.{code}.short", language)
    if code == "cadet" or (form is RankForm.FULL and not service):
        return word(f"rank.{code}", language)
    whose = word(f"rank.service.{service or MILITIA}", language)
    return fill(f"rank.{code}.of", language, {"service": whose})


def rank_texts(rank: str) -> Texts:
    """Return a stored rank in all languages; unknown text as it was typed."""
    return Texts.made(lambda language: rank_name(rank, language))


def is_rank(rank: str) -> bool:
    """Tell whether a stored rank is a known one."""
    return rank.partition(":")[0] in _PLACE


def rank_order(rank: str) -> int | None:
    """Return a stored rank's place from the lowest (0) upwards; None for unknown text."""
    return _PLACE.get(rank.partition(":")[0])


def _exact_rank(text: str) -> str:
    """Return the rank that a text is, if all its signs are those of ranks."""
    return read_rank(text) if _SPELLED.fullmatch(text) else ""


def _split_from_ends(text: str, read: Callable[[str], str]) -> tuple[str, str]:
    """Take a rank from the beginning or else the end of a text without separators."""
    tokens = list(_TOKEN.finditer(text))
    most = min(_MOST_TOKENS, len(tokens))
    for count in range(most, 0, -1):
        end = tokens[count - 1].end()
        rank = read(text[:end])
        if rank:
            return rank, text[end:].lstrip(" .,-")
    for count in range(most, 0, -1):
        start = tokens[-count].start()
        rank = read(text[start:])
        if rank:
            return rank, text[:start].rstrip(" ,-")
    return "", text


def _parted(token: str) -> str:
    """Return a token with a blank where a rank ends and a name begins: "капитанН", "капитан'Н".

    Folding hears neither a second н nor an apostrophe: the rank would take the letter of the name along.
    """
    for at in range(len(token) - 1, 0, -1):
        begins = token[at] in _APOSTROPHES or (token[at].isupper() and token[at - 1].islower())
        if begins and _is_noun(token[:at]):
            return f"{token[:at]} {token[at:]}"
    return token


def _mentions_noun(text: str) -> bool:
    """Tell whether any word of a text is a rank's: for most names the search ends here."""
    return any(map(_is_noun, _TOKEN.findall(text)))


@lru_cache(maxsize=65536)
def _is_noun(token: str) -> bool:
    key = _key(token)
    return key in _nouns() or ("-" in key and not _nouns().keys().isdisjoint(key.split("-")))


def _known(key: str) -> bool:
    return key in _nouns() or key in _grades() or key in _service_words()


def _joined(*parts: str) -> str:
    return " ".join(filter(None, (part.strip(" ,;") for part in parts)))


@lru_cache(maxsize=1)
def _all_names() -> dict[str, str]:
    """Return every full and short name, in small letters, with its code."""
    return {
        words(name).best(language).lower(): code
        for code in RANKS
        for name in (f"rank.{code}.short", f"rank.{code}")
        for language in LANGUAGES
    }

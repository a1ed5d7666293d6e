"""The page that checks certificates anywhere: one HTML file with the office's lists in it, no network.

`resources/verifier` holds its parts; here they become one file. A policy in its head names the hashes of its
only script and its only style and forbids everything else, so that it cannot send what it reads.
"""

import base64
import hashlib
import json
import re
from pathlib import Path
from string import Template

from trainer_app.domain.attendance.sheets import layout_keys
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import UNSEEN_RANGES
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Language, topic, word, words
from trainer_app.domain.certificates.certificates import LISTS_HOLD, LISTS_HOLD_MONTHS

_TABLES, _READER = "libraries/qr/index.js", "libraries/qr/decode.js"
_SIGNATURES = "libraries/@noble/ed25519/index.js"
_OWN = ("hashing.js", "reading.js", "attached.js", "page.js")
_CHARSET = "koi8_t"
_IMPORT = regex(r"^import \{(?P<names>[^}]*)\} from '[^']*';$", re.MULTILINE)
_EXPORT = regex(r"^export \{(?P<names>[^}]*)\};$", re.MULTILINE)
_DEFAULT = regex(r"^export default \w+;$", re.MULTILINE)
_DECLARED = regex(r"^export ((?:async )?(?:const|function|class)) (?P<name>\w+)", re.MULTILINE)


def verifier_page(folder: Path, lists: str, minisig: str) -> bytes:
    """Return the page, from the folder of its parts. Same lists, same bytes.

    `lists` is the signed document of the office, with its signature file: the page checks it before it
    believes it. Of a certificate it holds the number and the hash of what was signed: nobody can learn from
    it who has one. Raises documents.check_page_incomplete where the libraries are missing.
    """
    style, script = _part(folder, "style.css"), _script(folder)
    sources = (
        "default-src 'none'",
        f"script-src '{_hash(script)}'",
        f"style-src '{_hash(style)}'",
        "img-src blob:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    page = Template(_part(folder, "page.html")).substitute(
        policy="; ".join(sources),
        title=word("check_page.question", DEFAULT),
        first=DEFAULT,
        languages="\n".join(_button(each) for each in LANGUAGES.values()),
        choose=_in_all("check_page.frame.languages"),
        no_script=_in_all("check_page.frame.no_script"),
        style=style,
        data=_data(lists, minisig),
        script=script,
    )
    return page.encode()


def _button(language: Language) -> str:
    code = language.code
    return f'<button type="button" data-language="{code}" lang="{code}">{language.name}</button>'


def _in_all(code: str) -> str:
    return " · ".join(words(code).values())


def _words(language: str) -> dict[str, str]:
    """Return what the script says, by name; what stands in the page itself has a longer code."""
    found = {code.removeprefix("check_page."): each for code, each in topic("check_page").items()}
    return {name: each.best(language) for name, each in found.items() if "." not in name and each.best("")}


def _data(lists: str, minisig: str) -> str:
    """Return lists and words as JSON that no part of a page can end early."""
    document = {
        "signed": {"text": lists, "minisig": minisig},
        "months": LISTS_HOLD_MONTHS,
        "reading": {
            "old_after": LISTS_HOLD.days,
            "charset": bytes(range(128, 256)).decode(_CHARSET, errors="replace"),
            "keys": layout_keys(),
        },
        "unseen": UNSEEN_RANGES,
        "words": {language: _words(language) for language in LANGUAGES},
    }
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _script(folder: Path) -> str:
    """Return all scripts as one, those of others each in a scope of its own."""
    parts = [
        "'use strict';",
        f"const qrcode = (() => {{ const shared = {_scope(_library(folder, _TABLES))};",
        f"return {_scope(_library(folder, _READER), shared='shared')}; }})();",
        f"const ed25519 = {_scope(_library(folder, _SIGNATURES))};",
        *(_with_languages(_part(folder, name)) for name in _OWN),
    ]
    return "\n".join(parts)


def _with_languages(script: str) -> str:
    """Put into a script of ours what follows from the list of languages."""
    points = (code for code, language in LANGUAGES.items() if language.decimal == ".")
    places = {
        "$speaksWithPoint": " || ".join(f"language === '{code}'" for code in points),
        "$officeInAny": " || ".join(f"office.{code}" for code in LANGUAGES),
        "$first": DEFAULT,
    }
    for place, said in places.items():
        script = script.replace(place, said)
    return script


def _scope(source: str, shared: str = "") -> str:
    """Return a module as an expression: a scope that gives what the module exports."""
    exported = {match["name"]: match["name"] for match in _DECLARED.finditer(source)}
    for match in _EXPORT.finditer(source):
        for name in filter(None, map(str.strip, match["names"].split(","))):
            own, _, outside = name.partition(" as ")
            exported[outside or own] = own

    def brought(match: re.Match[str]) -> str:
        names = match["names"].replace(" as ", ": ")
        return f"const {{{names}}} = {shared};"

    body = _DECLARED.sub(r"\1 \g<name>", source)
    for pattern in (_DEFAULT, _EXPORT):
        body = pattern.sub("", body)
    body = _IMPORT.sub(brought, body)
    given = ", ".join(f"{outside}: {own}" for outside, own in exported.items())
    return f"(() => {{\n{body}\nreturn {{ {given} }};\n}})()"


def _hash(text: str) -> str:
    """Return how a policy names a script or a style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _part(folder: Path, name: str) -> str:
    return folder.joinpath(name).read_text(encoding="utf-8")


def _library(folder: Path, name: str) -> str:
    try:
        return _part(folder, name)
    except FileNotFoundError as error:
        raise TrainerError("documents.check_page_incomplete") from error

"""What is run of forms, tests, certificates, designs, papers and figures: see `walking`."""

from tests.cli.walking import Run
from trainer_app.actions.office import reports

_C = "--course DUSHANBE"
_L = "--paper-language tg+ru"
_GIFT = "{tree}/tests/data/questions/all_kinds.gift.txt"
_NEW = (
    Run(
        "course create --project DV2018 --code N1 --title Новый --town Гарм --from 2018-10-19 "
        "--to 2018-10-19 --sessions-per-day 2 --lang ru",
        "N1",
    ),
    Run("roster import {tree}/resources/demo/garm.xlsx --course N1", "new 17"),
)
"""A course of a day with people on its list, of which nothing was issued yet."""

FORMS = (
    *_NEW,
    Run("evaluation forms", "interview"),
    Run(f"evaluation forms {_C}", "post-test  25/25"),
    Run(
        f"evaluation choose {_C} --form interview --occasion end",
        "Interviewing a victim: rating sheet chosen",
    ),
    Run("evaluation template --out {out}/questions.xlsx --language ru", "questions.xlsx"),
    Run(f"evaluation import {_GIFT} --kind test --title Новая --language ru --check", "14 new"),
    Run(
        f"evaluation import {_GIFT} --kind test --title Новая --language ru", "14 new, 0 in the bank already"
    ),
    Run(f"evaluation import {_GIFT} --language ru", "0 new, 14 in the bank already"),
    Run("evaluation export --out {out}/new.gift --form Новая --format gift --language ru", "new.gift"),
    Run("evaluation choose --course N1 --form Новая --occasion pre", "pre-test: Новая chosen"),
    Run("evaluation answer --course N1 --occasion pre --paper 2 --answers ABC --form Новая --by М.С.", "2"),
    Run("evaluation answer --course N1 --occasion pre --paper 2 --answers ABB --second --by М.С.", "М.С.", 1),
    Run("evaluation answer --course N1 --occasion pre --paper 2 --answers ABB --second", "2"),
    Run(
        "evaluation history --course N1 --occasion pre --paper 2 --question 3 --form Новая",
        "answer of the second entry: B",
    ),
    Run(
        "evaluation score --course N1 --occasion post --number 3 --points 15.5 --out-of 20",
        "3, post-test",
    ),
    Run(
        f"evaluation feedback {_C} --answers 5 --paper 26 --occasion end --form feedback",
        "1 anonymous sheet waits",
    ),
    Run(f"evaluation close {_C}", "0 anonymous"),
    Run(f"evaluation close {_C} --few", "1 sheet waits on"),
    Run(f"evaluation close {_C} --discard", "1 anonymous paper thrown away"),
    Run(f"evaluation results {_C}", "Participants with both tests: 23"),
    Run("evaluation results --project DV2018", "Participants with both tests: 43"),
    Run(
        f"evaluation results {_C} --form 'Responding to domestic violence: knowledge test' "
        "--format csv --out {out}/results.csv",
        "results.csv",
    ),
    Run(f"evaluation results {_C} --format pdf --no-names {_L} --out {{out}}/results.pdf", "results.pdf"),
    Run(
        "paper booklet --course N1 --out {out}/booklet.pdf --occasion pre --form Новая --layout booklet "
        + _L,
        "booklet.pdf",
    ),
    Run(
        "paper tests --course N1 --out {out}/apart.pdf --form Новая --layout booklet",
        "These are answer sheets",
    ),
)

CERTIFICATES = (
    *_NEW,
    Run("attendance mark-all --course N1 --session 1", "present"),
    Run("attendance mark-all --course N1 --session 2 --mark present", "present"),
    Run("certificate board --course N1", "certificate of attendance"),
    Run(
        "certificate issue --course N1 --only 1,3-4 --out {out}/some.pdf --back",
        '"issued":3',
        keep={"one": "serials.0"},
    ),
    Run("certificate issue --project DV2018 --each {out}/each", "DSH-2018-K7-00042-98"),
    Run("certificate numbers", "00001–00042: 42 certificates"),
    Run("certificate print {one} --out {out}/again.pdf --by-hand", "again.pdf"),
    Run("certificate print {one} --each {out}/each", "each/{one}.pdf"),
    Run("certificate printed {one} --copies 2", "{one}  2"),
    Run("certificate receive {one}", "1 certificate received"),
    Run("certificate receive {one} --not-received", "1 certificate not received"),
    Run("certificate receive {one} --open", "open again"),
    Run("certificate export {one} --out {out}/one.jwt", "one.jwt"),
    Run("certificate verify {out}/one.jwt", "Valid, not yet confirmed by the office"),
    Run("certificate verify {out}/again.pdf", "Number: {one}"),
    Run("certificate verifier --out {out}/check.html", "SHA-256: ", at="office"),
    Run(
        "certificate replace {one} --reason 'Ошибка в имени' --out {out}/new.pdf --keep-kind",
        '"kind":"attendance"',
        keep={"two": "serial"},
    ),
    Run("certificate void {two} --reason Утерян", "{two} declared void"),
    Run("certificate verify {out}/new.pdf", "Declared void", 1),
    Run("certificate renew --course N1 --reason 'Тест прочитан заново'", "nothing to issue anew", 1),
    Run(
        "evaluation score --course N1 --occasion post --number 4 --points 19 --out-of 20",
        "4, post-test",
    ),
    Run("certificate board --course N1", "certificate says attendance; figures say completion"),
    Run(
        "certificate renew --course N1 --reason 'Тест прочитан заново' --out {out}/renewed.pdf",
        "renewed.pdf",
        keep={"renewed": "out"},
    ),
)

DESIGNS = (
    Run("template list", "completion"),
    Run("template export completion --out {out}/own.tdesign", "own.tdesign"),
    Run("template import {out}/own.tdesign", "design “own” imported"),
    Run("template list", '"name":"own"', keep={"own": "designs.3.id"}),
    Run("template choose {own} --project DV2018", "design of the certificates of DV2018 chosen"),
    Run("template choose completion --project DV2018", "chosen"),
    Run("template archive {own}", "design archived"),
    Run("template archive {own} --back", "taken out of the archive"),
)

_KNOWN = "--occasion post --form knowledge"
_OPTIONS = {paper.name: "" for paper in reports.PAPERS} | {
    "answer-sheets": f"{_KNOWN} --spare 1 --number 3 --resit",
    "badges": "--number 3 --number 4",
    "feedback": "--occasion end --form feedback --spare 1 --layout compact",
    "key": f"{_KNOWN} --spare 1",
    "ratings": "--occasion end --form role --grid --layout compact",
    "registration": "--phone",
    "report": "--with-names",
    "sign-in": "--day 2018-10-16 --session 4",
    "tests": f"{_KNOWN} --number 3 --resit --names --single-sided --layout compact",
}

PAPERS = (
    Run(f"paper report {_C} --out {{out}}/nameless.pdf --no-names {_L}", "nameless.pdf"),
    *(
        Run(f"paper {name} {_C} --out {{out}}/{name}.pdf {options} {_L}", f"{name}.pdf")
        for name, options in _OPTIONS.items()
    ),
    Run(f"paper answer-sheets {_C} --out {{out}}/plain.pdf --items 20", "plain.pdf"),
    Run(f"paper tests {_C} --out {{out}}/few.pdf --items 10 --spare 3", "few.pdf"),
    Run(f"paper booklet {_C} --out {{out}}/booklet.pdf --form knowledge", "one booklet cannot serve all", 1),
)

HELP = (
    Run("help", "certificates"),
    Run("help certificates --lang ru", "«Заменить»"),
    Run("help nothing", "There is no page", 1),
    Run("help --booklet {out}/booklet.pdf --lang tg", "booklet.pdf"),
)

FIGURES = (
    Run("report", "Participations: 47"),
    Run(
        "report --project DV2018 --from 2018-10-01 --to 2018-10-31 --by town --format json",
        '"participations": 65',
        at="office",
    ),
    Run(f"report {_C} --format pdf --out {{out}}/report.pdf", "report.pdf"),
    Run("office names-out", "No report with names", at="office"),
    Run(
        "report --format xlsx --with-names --out {out}/named.xlsx --lang en",
        "it is noted that it was made",
        at="office",
    ),
    Run("office names-out", "xlsx", at="office"),
    Run("report --format json --out {out}/figures.json", "figures.json"),
    Run(
        "report --rows town --columns sex --figures women,unique_persons,gain_points --lang en",
        "Cannot be said by town, sex, so not in the table: women (each once).",
        at="office",
    ),
    Run("report --rows sex --figures gain-points --lang en --json", '"n":{{"gain_points":59}}', at="office"),
    Run("report --rows sex --figures nonsense --lang en", "There is no figure “nonsense”", 1, at="office"),
    Run(
        "report --donor 'fund for safe homes' --field-of-work 'Domestic violence' --project DV2018 "
        "--course KHUJAND --rows month --keep-as 'Quarterly' --json",
        '"rows":"month"',
        at="office",
    ),
    Run("report --donor nobody --lang en", "No project has “nobody”. There are: Fund", 1, at="office"),
    Run("report layouts", "Quarterly", at="office"),
    Run(
        "report sentence --project DV2018 --course KHUJAND --donor 'Fund for Safe Homes' "
        "--field-of-work 'domestic violence' --from 2018-10-01 --to 2018-10-31 --as-of-today --lang ru",
        "65 сотрудников милиции (из них 23 женщины) приняли участие в трёх учебных курсах",
        at="office",
    ),
    Run("report rename-layout quarterly 'Every quarter' --json", '"Every quarter"', at="office"),
    Run("report --saved 'every quarter' --columns sex --json", '"columns":"sex"', at="office"),
    Run("report rename-layout nothing other --lang en", "No report is kept under the name", 1, at="office"),
    Run("report remove-layout 'Every quarter' --json", '"layouts":[]', at="office"),
    Run("report layouts --lang en", "No report is kept by name", at="office"),
    Run(f"evaluation results {_C} --format json --out {{out}}/learnt.json", "learnt.json"),
)

_SEALED = {"TRAINER_EVIDENCE_PASSPHRASE": "five plain words of mine"}
EVIDENCE = (
    Run("people search Азизов", '"people"', at="office", keep={"person": "people.0.id"}),
    Run("people access {person} --out {out}/held --lang ru", "записано", at="office"),
    Run("people access nobody --out {out}/held", "person", 1, at="office"),
    Run(
        "evidence make --course DUSHANBE --out {out}",
        '"people":26',
        at="office",
        keep={"folder": "path", "digits": "fingerprint"},
    ),
    Run("office names-out", "evidence", at="office"),
    Run("evidence verify {folder}", "Signed by this very office", at="office"),
    Run("evidence verify {folder} --alone --digits '{digits}'", "compared with the digits", at="office"),
    Run(
        "evidence verify {folder} --alone --digits '11111 22222 33333 44444 55555 66666'", "not the digits", 1
    ),
    Run("evidence verify {folder}", "Signed by somebody who calls themselves", at="nowhere"),
    Run(
        "evidence make --project DV2018 --from 2018-10-01 --to 2018-10-31"
        " --sample 4 --seed 7 --out {out} --sealed",
        "sample-4",
        at="office",
        keep={"sealed": "path"},
        env=_SEALED,
    ),
    Run("evidence verify {sealed} --alone", "The folder is whole", env=_SEALED),
    Run("evidence open {sealed} --alone --out {out}/opened", "evidence-sample-4", env=_SEALED),
    Run(
        "evidence make --course GARM --out {out}"
        " --for age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
        "evidence-GARM",
        at="office",
        keep={"given": "path"},
    ),
    Run("evidence open {given} --out {out}/given", "evidence-GARM", at="office"),
    Run("evidence verify {given}", "another recipient", 1),
    Run("evidence make --course DUSHANBE --out {out}", "made at the office", 1),
)

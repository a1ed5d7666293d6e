"""What is run of files, keys, copies, persons and rules, at the office and on laptops: see `walking`."""

from tests.cli.walking import RECOVERY, Run

_ANEW = {"TRAINER_PASSPHRASE": "a new one, long enough"}
_PACK = Run("pack export --device K7 --to {out}", '"file"', at="office", keep={"pack": "file"})

FILES = (
    Run("bundle export --to {out} --course DUSHANBE --co-trainer K5 --everything", "DSH-K7-0003.tsync"),
    Run("session cancel --course DUSHANBE --session 3 --reason Свет", "session 3 cancelled"),
    Run("bundle export --to {out}", '"entries"', keep={"file": "file"}),
    Run("bundle inspect {file}", "Laptop: K7", at="office"),
    Run("bundle import {file} --rehearse", "This was a rehearsal", at="office"),
    Run("bundle import {file}", '"result":"imported"', 3, at="office", keep={"import": "files.0.id"}),
    Run("bundle undo {import}", "was undone", at="office"),
    Run("pack export --device K7 --to {out} --all-courses", "tsync", at="office"),
    Run("pack export-all --to {out} --planned", "-for-K4.tsync", at="office"),
    Run(
        "pack export-all --to {out} --device K7 --device K5 --no-planned --json", '"device":"K7"', at="office"
    ),
    Run("pack export-all --to {out} --device X9", "X9", 1, at="office"),
    Run("office calls --json", '"laptops":', at="office"),
    Run("office calls --out {out}/calls.pdf --lang ru", "Архив лежит только на этом диске", at="office"),
    Run("office calls", "not an office", 1),
    Run("pack export --device K7 --to {out} --course GARM", '"file"', at="office", keep={"pack": "file"}),
    Run("bundle import {pack}", "New course: GARM."),
    Run("device co-trainers", "K5 Ф. Саидзода"),
    Run("device standing", "Safe at the office:"),
    Run("device standing --course DUSHANBE", "Not sent yet: 0"),
)

REQUESTS = (
    Run(
        "office ask --device K7 --kind other --text Позвоните --course DUSHANBE",
        '"id"',
        at="office",
        keep={"errand": "id"},
    ),
    Run("office ask --device K7 --kind key", "-", at="office"),
    Run("office asked", "Make the key of your data new", at="office"),
    _PACK,
    Run("bundle import {pack}", "The office asks for 2 thing", 3),
    Run("device asked", "Позвоните"),
    Run("device answer {errand} --text Хорошо", "{errand}"),
    Run("device asked", "→ Хорошо"),
    Run("office withdraw {errand}", "{errand}", at="office"),
    Run("office asked", "withdrawn", at="office"),
    Run("office watch --folder {stick}", "stick", at="office"),
    Run("bundle export --to {stick}", "DSH-K7-"),
    Run("office incoming", "DSH-K7-", at="office"),
    Run("office watch", "Folder: –", at="office"),
    Run("office check-server postgresql://o@/db?host=/nowhere", "The server does not answer", 1, at="office"),
    Run("office server-certificate office-server --out {stick}/tls", "server.key", at="office"),
    Run("office server-certificate 'no name'", "no name of a computer", 1, at="office"),
    Run("office check-server postgresql://o@db.example/db?sslmode=require", "verify-full", 1, at="office"),
    Run("office home", "in its file on this computer", at="office"),
    Run(
        "office move-to-server postgresql://o@/db?host=/nowhere --yes",
        "The server does not answer",
        1,
        at="office",
    ),
    Run("office move-to-file --yes", "in its file on this computer already", 1, at="office"),
    Run("office renew-server-password --yes", "in its file on this computer already", 1, at="office"),
    Run("office connect postgresql://o@/db?host=/nowhere", "in its file", 1, at="office"),
    Run("office save-desk {stick}/desk.trdesk", "in its file on this computer already", 1, at="office"),
    Run(
        "office begin-desk {stick}/none.trdesk --user 'Д. Назаров'",
        "There is data in this folder already",
        1,
        at="office",
    ),
    Run("office laptops", "K7", at="office"),
    Run("people list", "Назаров Исфандиёр", at="office"),
    Run("people list --course DUSHANBE", "Назаров Исфандиёр", at="office"),
)

REVIEW = (
    Run("review list --limit 5", "Назаров Исфандиёр", at="office", keep={"item": "items.0.id"}),
    Run("review settle {item} --take theirs --reason 'Видел сам' --alike", "Видел сам", at="office"),
    Run("review list --json", '{{"left":0,"items":[]}}', at="office"),
    _PACK,
    Run("bundle import {pack}", "1 of your values was replaced"),
    Run("review replaced", "late, 20 min -> absent (Видел сам)"),
    Run("review acknowledge all", "1"),
    Run("review replaced --json", '{{"replaced":[]}}'),
    Run("review replaced --seen", "Назаров Исфандиёр"),
)

STOLEN = (
    Run("office revoke K7", "K7", at="office"),
    Run("office trust K7 --until DSH-K7-0001.tsync", "K7", at="office"),
    Run("review list --json", '"items":[', at="office"),
    Run("office trust K7 --nothing", "K7", at="office"),
    Run("review list", "K7", at="office", keep={"item": "items.0.id"}),
    Run("review settle {item} --take ours --until --reason Украден", "Украден", at="office"),
    Run("office trust K7", "K7", at="office"),
)

PEOPLE = (
    Run(
        "people search абдул --limit 3",
        "Абдуллоева",
        at="office",
        keep={"a": "people.0.id", "b": "people.1.id"},
    ),
    Run("people candidates", "Рахимов Некруз Файзуллоевич", at="office"),
    Run("people not-same {a} {b}", "two people kept apart", at="office"),
    Run("people join {a} {b}", "two people joined", at="office"),
    Run("people search абдул --limit 3", "  = {b}", at="office"),
    Run("people unjoin {b}", "two people separated again", at="office"),
    Run("people not-same {a} {b}", "two people kept apart", at="office"),
    Run("people erase {a} --dry-run", "What stays", at="office"),
    Run("people search Абдуллоева", "{a}", at="office"),
    Run("people erase {a} --reason 'По просьбе' --reference 12/1", "--yes", 1, at="office"),
    Run("people erase {a} --reason 'По просьбе' --reference 12/1 --yes", "Erased.", at="office"),
    Run("erasure list", "По просьбе  12/1", at="office"),
)

_NEW = {"TRAINER_NEW_PASSPHRASE": "another one, for a colleague"}
_NEWER = {"TRAINER_NEW_PASSPHRASE": "a third one from a head"}
_AS_COLLEAGUE = {"TRAINER_PASSPHRASE": "another one, for a colleague", "TRAINER_SHORT_NAME": "zarina"}

_GIVEN = {"TRAINER_PASSPHRASE": "a third one from a head", "TRAINER_SHORT_NAME": "zarina"}
_OWN = "a fourth one that she alone knows"
_AS_HEAD = {"TRAINER_PASSPHRASE": _OWN, "TRAINER_SHORT_NAME": "zarina"}

_TOGETHER = (
    Run("office decisions list", "Nothing waits for a second head", at="office"),
    Run("people search Абдуллоева", "Абдуллоева", at="office", keep={"a": "people.0.id"}),
    Run(
        "people erase {a} --reason 'По просьбе' --yes",
        '"erased":false',
        3,
        at="office",
        keep={"asked": "asked"},
    ),
    Run("office decisions confirm {asked}", "of your own first", 1, at="office", env=_GIVEN),
    Run(
        "device passphrase",
        "still opens the data of today",
        at="office",
        env={**_GIVEN, "TRAINER_NEW_PASSPHRASE": _OWN},
    ),
    Run("office decisions list", "{asked}", at="office"),
    Run("office decisions confirm {asked}", "your own request", 1, at="office"),
    Run("office decisions decline {asked} --reason Рано", "request declined", at="office", env=_AS_HEAD),
    Run("office decisions list --all --json", '"state":"declined"', at="office"),
    Run(
        "people erase {a} --reason 'По просьбе' --yes",
        '"erased":false',
        3,
        at="office",
        keep={"asked": "asked"},
    ),
    Run("office decisions withdraw {asked}", "request withdrawn", at="office"),
    Run(
        "people erase {a} --reason 'По просьбе' --yes",
        '"erased":false',
        3,
        at="office",
        keep={"asked": "asked"},
    ),
    Run("office decisions confirm {asked} --dry-run", "Абдуллоева", at="office", env=_AS_HEAD),
    Run(
        "office decisions confirm {asked} --dry-run --json",
        '"goes":["Names, ',
        at="office",
        env=_AS_HEAD,
    ),
    Run("office decisions list", "{asked}", at="office"),
    Run("office decisions confirm {asked}", "What is still to be seen to", at="office", env=_AS_HEAD),
    Run("office decisions list --all --json", '"state":"confirmed"', at="office"),
)

_ABOUT_HEADS = (
    Run("office users role zarina --role officer", "takes both of them", 1, at="office"),
    Run(
        "office users role zarina --role officer --reason Просит",
        '"asked":"',
        3,
        at="office",
        keep={"asked": "asked"},
    ),
    Run("office decisions list", "Make Зарина data officer, head no more", at="office"),
    Run("office decisions decline {asked} --reason Рано", "request declined", at="office", env=_AS_HEAD),
    Run("office users passphrase zarina", "takes both of them", 1, at="office", env=_NEWER),
    Run(
        "office users passphrase zarina --reason Забыла",
        '"changed":false',
        3,
        at="office",
        keep={"asked": "asked"},
    ),
    Run("office decisions confirm {asked}", "may be given", at="office", env=_AS_HEAD),
    Run("office new-papers --reason Потеряны", '"asked":"', 3, at="office", keep={"asked": "asked"}),
    Run("office decisions withdraw {asked}", "request withdrawn", at="office"),
    Run("office users remove zarina", "takes both of them", 1, at="office"),
    Run(
        "office users remove zarina --reason Ушла", '"removed":null', 3, at="office", keep={"asked": "asked"}
    ),
    Run("office decisions confirm {asked}", "your own request", 1, at="office"),
    Run("office decisions confirm {asked} --paper-key", "no longer among", at="office", env=RECOVERY),
    Run("office decisions list --all", "confirmed with the key from paper", at="office"),
)

COLLEAGUES = (
    Run("office users list --json", '"users":[]', at="office"),
    Run("office users add Зарина --short zarina --role reader", "short name", at="office", env=_NEW),
    Run("office users list", "zarina  Зарина  reader", at="office", env=_AS_COLLEAGUE),
    Run("office revoke K5", "a head of the office", 1, at="office", env=_AS_COLLEAGUE),
    Run("office users role zarina --role officer", "zarina", at="office"),
    Run("office users list", "data officer", at="office", env=_AS_COLLEAGUE),
    Run("office users passphrase zarina", "zarina", at="office", env=_NEWER),
    Run("office users list", "passphrase", 1, at="office", env=_AS_COLLEAGUE),
    Run("office users role zarina --role head", "zarina", at="office"),
    Run("office users list", "head  passphrase from a head", at="office"),
    *_TOGETHER,
    *_ABOUT_HEADS,
    Run("office users remove zarina", "Nobody of the office", 1, at="office"),
)

RULES = (
    Run("retention set --months 24 --laptop-days 3", "rule for keeping names changed", at="office"),
    Run("retention set --project DV2018 --months 12", "rule for keeping names changed", at="office"),
    Run("retention show", "DUSHANBE  18.10.2018  18.10.2019  names kept", at="office"),
    Run("retention set --course GARM --day 2018-10-21", "GARM", at="office"),
    Run("retention set --course KHUJAND --never", "KHUJAND", at="office"),
    Run("retention purge --dry-run", "GARM: 18 people", at="office"),
    Run("retention purge --course GARM --reason Срок --reference 7", "--yes", 1, at="office"),
    Run("retention purge --course GARM --reason Срок --reference 7 --yes", "18 people in all", at="office"),
    Run("retention show", "GARM  05.10.2018  21.10.2018  names erased", at="office"),
    _PACK,
    Run("bundle import {pack}", "tsync", 3),
    Run("retention postpone DUSHANBE", "not about to leave", 1),
)

COPIES = (
    Run("backup create", '"size"', keep={"beside": "file"}),
    Run("backup create --to {out}", '"checked":true', keep={"carried": "file"}),
    Run("backup list", "made by hand"),
    Run("backup verify {beside}", "Whole: yes"),
    Run("backup verify {carried}", "Whole: yes"),
    Run("backup restore {beside} --yes", "before-restore"),
    Run("backup restore {carried} --no-new-passphrase --ledger {carried}", "copied or restored", at="new"),
    Run("backup restore {carried} --new-passphrase", "new2", at="new2", env={**RECOVERY, **_ANEW}),
    Run("check", "Whole: yes", at="new2", env=_ANEW),
    Run("check --repair", "Whole: yes"),
    Run("backup salvage", "Nothing is known to be missing."),
    Run("check", "Whole: yes"),
)

_PAPERS = {"TRAINER_RECOVERY_KEY": "{key}", "TRAINER_STANDBY_KEY": "{standby}"}
DESK = (
    Run(
        "office init --name Бюро --code ABC --papers {out}/papers.pdf --hold --lang ru",
        "AGE-SECRET-KEY-",
        at="desk",
        keep={"key": "recovery_key", "standby": "standby_key"},
    ),
    Run("office papers --out {out}/again.pdf", "again.pdf", at="desk"),
    Run("office confirm-papers", "Confirmed: yes", at="desk", env=_PAPERS),
    Run(
        "device request --out {out}/lap.treq --name 'Али Карим'",
        '"fingerprint"',
        at="lap",
        keep={"lap": "fingerprint"},
    ),
    Run("office enrol {out}/lap.treq --device L1 --out {out}", "Type both of them", code=1, at="desk"),
    Run(
        "office enrol {out}/lap.treq --device L1 --out {out} --digits '{lap}'",
        '"device":"L1"',
        at="desk",
        keep={"pack": "file", "desk": "office_fingerprint"},
    ),
    Run("device join {pack}", "Two groups of five digits are asked for", code=1, at="lap"),
    Run("device join --digits '{lap}'", "Tries left: 2", code=1, at="lap"),
    Run("device join --digits '{desk}'", "Laptop: L1", at="lap"),
    Run("device leave --json", '{{"left":true}}', at="lap"),
    Run("device request --out {out}/two.treq", '"fingerprint"', at="two", keep={"two": "fingerprint"}),
    Run(
        "course create --project P --code C1 --title A --town B --from 2018-10-22 --to 2018-10-22",
        "C1",
        at="desk",
    ),
    Run(
        "office enrol {out}/two.treq --device L2 --out {out} --course C1 --digits '{two}'",
        "Laptop: L2",
        at="desk",
    ),
    Run("device request --out {out}/all.treq", '"fingerprint"', at="all", keep={"all": "fingerprint"}),
    Run(
        "office enrol {out}/all.treq --device L3 --out {out} --all-courses --digits '{all}'",
        "Laptop: L3",
        at="desk",
    ),
    Run("device request --out {out}/own.treq", '"fingerprint"', at="road", keep={"own": "fingerprint"}),
    Run(
        "office enrol {out}/own.treq --device L4 --out {out} --role office --user Али --digits '{own}'",
        "Али",
        code=1,
        at="desk",
    ),
    Run(
        "office enrol {out}/own.treq --device L4 --out {out} --role office --digits '{own}'",
        '"device":"L4"',
        at="desk",
        keep={"first": "file", "own_desk": "office_fingerprint"},
    ),
    Run("office laptops --json", '"travels":true', at="desk"),
    Run("pack export --device L4 --to {out} --everything", "-for-L4.tsync", at="desk"),
    Run("device join {first} --digits '{own_desk}'", "Laptop: L4", at="road"),
    Run("course list", "C1", at="road"),
    Run("office revoke L2 --json", "none of the office's keys", code=1, at="road"),
    Run("office revoke L2", "L2", at="desk"),
    Run("office archive show", "Files: 5", at="desk"),
    Run("office archive copy --to {out}/disk", "ABC-archive", at="desk"),
    Run(
        "office set-up-again {out}/disk --user Манижа --papers {out}/new.pdf --hold --revoke L3",
        "Imported: ",
        at="again",
        env=_PAPERS,
    ),
    Run("course list", "C1", at="again"),
)

KEYS = (
    Run("office archive copy --to {out}/disk", "DSH-archive", at="office"),
    Run("office archive take --from {out}/disk", "0 / 0", at="office"),
    Run("office archive safety --elsewhere", "Only when a copy lies on another disk too", at="office"),
    Run("office archive safety --here --json", '{{"safe":"here"}}', at="office"),
    Run("office archive show", "Copied files: 11", at="office"),
    Run("office rebuild --from {out}/disk/DSH-archive", "The same: yes", at="office"),
    Run("office rebuild --replace --yes", "Replaced: yes", at="office"),
    Run(
        "device ask-recovery --out {out}/ask.trec --label Дилбар",
        '"spoken"',
        env=_ANEW,
        keep={"asked": "spoken"},
    ),
    Run(
        "office answer-recovery {out}/ask.trec --out {out}",
        '"label":"Д. Назарова","device":"K7"',
        at="office",
        env=RECOVERY,
        keep={"answer": "file"},
    ),
    Run(
        "office answer-recovery --spoken '{asked}' --device K7",
        '"file":null',
        at="office",
        env=RECOVERY,
        keep={"said": "spoken"},
    ),
    Run("device recover --spoken '{said}'", "open again, under the new passphrase", env=_ANEW),
    Run("device recover --paper-key", "open again, under the new passphrase", env={**_ANEW, **RECOVERY}),
    Run("office new-papers", "AGE-SECRET-KEY-", at="office"),
    Run("office drop-papers --json", '{{"dropped":true}}', at="office"),
    Run(
        "office new-papers",
        "AGE-SECRET-KEY-",
        at="office",
        keep={"key": "recovery_key", "standby": "standby_key"},
    ),
    Run("office confirm-papers", "Confirmed: yes", at="office", env=_PAPERS),
    Run("office read-files {stick}", "Known already:", at="office", env=RECOVERY),
    Run("office replace-root", "TRAINER-STANDBY-", at="office", env=_PAPERS),
    Run("office drop-papers --json", '{{"dropped":true}}', at="office"),
)

_NEXT = {"TRAINER_NEW_PASSPHRASE": "чойники сабзи калон дар хона"}
_THEN = {"TRAINER_PASSPHRASE": _NEXT["TRAINER_NEW_PASSPHRASE"]}
DATA_KEY = (
    Run("backup create --to {out}", '"checked":true', keep={"carried": "file"}),
    Run("device new-key --json", '{{"new_key":true}}'),
    Run("device passphrase", "still opens the data of today", env=_NEXT),
    Run(
        "device passphrase --new-key --json",
        '"new_key":true',
        env={**_THEN, "TRAINER_NEW_PASSPHRASE": "{passphrase}"},
    ),
    Run(
        "backup restore {carried} --yes", "before-restore", env={"TRAINER_BACKUP_PASSPHRASE": "{passphrase}"}
    ),
    Run("check", "Whole: yes"),
)

MACHINE = (
    Run("demo", "sample data, no real people", at="own"),
    Run("course list", "KHUJAND", at="own"),
    Run("demo --office --trainers 1 --exchange", "trainer-1", at="more"),
    Run("self-test --no-window", "A file is written and read back", at="none"),
    Run("self-test --window", "A window is opened and closed", at="none"),
)

OPEN_DATA = (
    Run("export open --out {out}/open", '"marks":695', at="office", keep={"open": "folder"}),
    Run("export open --out {out}/open --sqlite --json", "open-2", at="office"),
    Run("export open --out {out}/garm --course GARM --json", '"courses":1', at="office"),
    Run("export open --out {out}/own --project DV2018 --json", '"named":0'),
    Run("export open --out {out}/named --project DV2018 --names", "The data name 69 people", at="office"),
    Run("office names-out", "open_data", at="office"),
    Run("export hxl --out {out}/figures.csv", "figures.csv", at="office"),
    Run(
        "export hxl --out {out}/days.csv --project DV2018 --from 2018-10-01 --to 2018-10-31 --by town"
        " --as-of-today",
        "days.csv",
        at="office",
    ),
    Run("export hxl --out {out}/course.csv --course GARM --json", '"courses":["GARM"]', at="office"),
    Run("export iati --out {out}/results.xml", "no identifier of an organisation", 1, at="office"),
    Run(
        "export iati --out {out}/results.xml --organisation XM-DAC-41114 --type 40 --as-of-today",
        "results.xml",
        at="office",
    ),
    Run(
        "export iati --out {out}/days.xml --project DV2018 --from 2018-10-01 --to 2018-10-31 --json",
        '"projects":["DV2018"]',
        at="office",
    ),
    Run("export ics --course DUSHANBE --out {out}/course.ics", "course.ics"),
)

APPROVAL = (
    Run("course close DUSHANBE", "Still open", 1, at="office"),
    Run("course close DUSHANBE --leave archive", "without a scan", at="office"),
    Run("course approve DUSHANBE", "Still open", 1, at="office"),
    Run("course approve DUSHANBE --leave archive", "nothing has changed since", at="office"),
    Run("course standing DUSHANBE --json", '"changes_since":0', at="office"),
    Run("course standing DUSHANBE", "Reason for approving: archive", at="office"),
    Run("report --course DUSHANBE --as-of-today --json", '"fingerprint"', at="office"),
    Run("report --as-approved", "Not approved, so not counted here: ", at="office"),
    Run("report --as-approved --json", '"basis":"approved"', at="office"),
    Run("report sentence --as-approved --lang en", "As approved by the office.", at="office"),
    Run("report --course KHUJAND --as-approved", "No course of this report is approved", 1, at="office"),
    Run("report --as-approved --format json", '"basis": "approved"', at="office"),
    Run("report --as-approved --format json --out {out}/approved.json", "approved.json", at="office"),
    Run("report verify {out}/approved.json", "the figures of the report are those", at="office"),
    Run("report verify {out}/scan.png", "no report of this program", 1, at="office"),
    Run("export hxl --as-approved --out {out}/approved.csv", "approved.csv", at="office"),
    Run(
        "export iati --organisation XM-DAC-1 --as-approved --out {out}/approved.xml",
        "approved.xml",
        at="office",
    ),
    Run("course reopen DUSHANBE --reason mistake", "taken back", at="office"),
    Run("course reopen DUSHANBE --reason mistake", "DUSHANBE", at="office"),
)

UPDATES = (
    Run("update status", "0.1.0"),
    Run("backup create --to {out}", '"file"', keep={"no_update": "file"}),
    Run("update show {no_update}", "without the publisher's key", 1),
    Run("update install {no_update}", "without the publisher's key", 1),
    Run("update back", "no version to go back to", 1),
    Run("update hand-on {no_update}", "without the publisher's key", 1, at="office"),
    Run("update hand-on --stop", "–", at="office"),
)
"""In a program from its source, which takes none: `test_updates` pretends one that was built."""

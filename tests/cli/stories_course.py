"""What is run of courses, sessions, marks, sheets, scans and lists: see `walking`."""

from tests.cli.walking import Run

_C = "--course DUSHANBE"

COURSES = (
    Run("course list --lang ru", "Реагирование милиции"),
    Run("course list --json", '"code":"DUSHANBE"'),
    Run("course show DUSHANBE", "Role play: a whole case"),
    Run("course trainers DUSHANBE", "Lindqvist Johan  international expert"),
    Run("course trainers DUSHANBE --add K5 --role observer", "observer  K4"),
    Run("course trainers DUSHANBE --remove 'Lindqvist Johan'", "Назарова Дилбар"),
    Run(
        "course create --project NEW --code N1 --title Новый --town Душанбе --from 2018-11-05 "
        "--to 2018-11-06 --sessions-per-day 2 --lead --lang ru",
        "N1",
    ),
    Run("course show N1 --json", '"number":4,"day":"2018-11-06"'),
    Run("course agenda template --out {out}/empty.xlsx", "empty.xlsx"),
    Run("course agenda template --course DUSHANBE --out {out}/filled.xlsx", "filled.xlsx"),
    Run(
        "course agenda import {out}/filled.xlsx --course N1 --check --no-extend",
        "12 rows: 0 taken, 0 left out, 12 refused",
        1,
    ),
    Run("course agenda import {out}/filled.xlsx --course N1 --check --extend", "12 rows: 12 taken"),
    Run("course show N1 --json", '"number":4,"day":"2018-11-06"'),
    Run("course agenda import {out}/filled.xlsx --course N1 --sheet None", "None", 1),
    Run("course agenda import {out}/filled.xlsx --course N1 --extend --replace", "12 rows: 12 taken"),
    Run("course show N1", "12  18.10.2018  Summary and post-test"),
    Run("course agenda copy --course N1 --from DUSHANBE --trainers --skip-weekends", "12 sessions"),
    Run("course show N1", "Interviewing the victim"),
    Run("course agenda copy --course N1 --from DUSHANBE --no-trainers --no-skip-weekends", "12 sessions"),
    Run(
        "course copy DUSHANBE --code N2 --from 2026-12-05 --title Reaction --town Khujand --district Sughd "
        "--venue Library --skip-weekends --forms --lang en",
        "N2  07.12.2026 10.12.2026",
    ),
    Run("course copy DUSHANBE --code N3 --from 2026-12-05 --no-skip-weekends --no-forms", "N3  05.12.2026"),
    Run("course copy DUSHANBE --code N2 --from 2026-12-05", "N2 already", 1),
    Run("course remove N3", "course N3 deleted"),
    Run("course remove DUSHANBE", "cannot be deleted", 1),
    Run("course archive N2", "course N2 archived"),
    Run("course list --json", '"code":"DUSHANBE"'),
    Run("course list --archived", "N2"),
    Run("course archive N2 --back", "course N2 brought back from the archive"),
    Run("course list", "N2"),
)

SESSIONS = (
    Run(f"session hold {_C} --session 1", "session 1 held"),
    Run(f"session cancel {_C} --session 3 --reason 'Свет погас'", "session 3 cancelled"),
    Run(f"session restore {_C} --session 3", "session 3 takes place after all"),
    Run(f"session shorten {_C} --session 3 --end 15:00", "15:00"),
    Run(f"session split {_C} --session 4 --at 09:40 --break 10", "split"),
    Run("course show DUSHANBE --json", '"number":5,"day":"2018-10-16","start":"09:50","end":"10:30"'),
    Run(f"session move {_C} --session 2 --day 2018-10-19 --start 16:00 --no-extend", "19.10.2018", 1),
    Run(
        f"session move {_C} --session 2 --day 2018-10-19 --start 16:00 --extend", "moved to 19.10.2018, 16:00"
    ),
    Run(f"session lock {_C} --session 1", "session 1 locked"),
    Run(f"attendance mark {_C} --session 1 --number 2 --mark late --missed 5", "locked", 1),
    Run(f"session unlock {_C} --session 1 --reason Ошибка", "session 1 opened again"),
    Run(f"session count {_C} --session 1 --heads 24", "24 counted in session 1"),
    Run(f"session count {_C} --session 1", "head count of session 1 taken away"),
)

MARKS = (
    Run(f"attendance show {_C}", "Абдуллоева Мавҷуда"),
    Run(f"attendance mark {_C} --session 1 --number 2 --mark late --missed 12", "late, 12 minutes missed"),
    Run(f"attendance history {_C} --session 1 --number 2", "* late, 12 min · Д. Назарова"),
    Run(f"attendance mark {_C} --session 1 --number 2 --mark none", "not marked"),
    Run(f"attendance mark {_C} --session 2-3 --number 1,3-5 --mark late --missed 7", "8 marks in 2 sessions"),
    Run(f"attendance mark {_C} --session 2-3 --number 1,3-5 --mark none", "8 marks in 2 sessions"),
    Run(f"attendance mark {_C} --session 2 --number 1- --mark none", "1-", 1),
    Run(f"attendance mark-all {_C} --session 1 --mark present", "Session 1, the rest (1 person): present"),
    Run(f"paper badges {_C} --out {{out}}/badges.pdf", "badges.pdf"),
    Run(f"attendance scan {_C} --session 1 --file {{out}}/badges.pdf", "Session 1 is over"),
    Run(f"attendance scan {_C} --code 4129037756", "412 903 7756     ?  Unknown badge"),
)

LEAVING = (
    Run(f"roster replace {_C} --number 7 --by 4 --from-session 9", "No.\u00a07 replaced by No.\u00a04"),
    Run(f"roster replace {_C} --number 7 --by 7 --from-session 9", "of the same course", 1),
    Run(f"roster replace {_C} --number 7 --by 99 --from-session 9", "number 99", 1),
    Run(f"roster stop-replacing {_C} --number 4", "No.\u00a04 no longer replaces No.\u00a07"),
    Run(f"roster replace {_C} --number 7 --by 4 --from-session 1 --later-marks take-away", "taken away"),
    Run(f"roster stop-replacing {_C} --number 4", "No.\u00a04 no longer replaces No.\u00a07"),
    Run(f"roster stop-replacing {_C} --number 4", "replaces nobody", 1),
    Run(f"roster withdraw {_C} --number 7 --from-session 9", "No.\u00a07 withdrawn"),
    Run(f"roster reinstate {_C} --number 7", "No.\u00a07 back on the list"),
)

SHEETS = (
    Run(f"sheet list {_C}", "DSH-1015-DUSHANBE  0/72  0  not begun"),
    Run(f"sheet list {_C} --sessions", "DSH-1015.1-DUSHANBE  0/24"),
    Run(f"sheet sign {_C} --session 1 --number 3 --number 4 --signed no", "4, session 1: not signed"),
    Run(f"sheet sign-rest {_C} --session 1 --signed yes", "signed, 22 places"),
    Run(f"sheet sign-rest {_C} --day 2018-10-16", "Sheet DSH-1016-DUSHANBE: signed"),
    Run(f"sheet differences {_C} --day 2018-10-15", "Бобоҷонов Далер              present, not signed"),
    Run(f"sheet settle {_C} --session 1 --number 3 --reason Забыл", "difference settled (Забыл)"),
    Run(f"sheet unsettle {_C} --session 1 --number 3", "difference open again"),
)

SCANS = (
    Run(f"attachment add {{out}}/scan.png {_C} --send", "scan.png", keep={"scan": "files.0.attached.0.id"}),
    Run(
        f"attachment add {{out}}/logo.png {_C} --sheet DSH-1016-DUSHANBE --page 2",
        '"page":2',
        keep={"other": "files.0.attached.0.id"},
    ),
    Run(f"attachment list {_C} --sheet DSH-1016-DUSHANBE", "logo.png"),
    Run("attachment send {other}", "1 file goes to the office"),
    Run("attachment send {other} --keep", "1 file does not go to the office"),
    Run("attachment save {scan} --out {out}/sub", "sub/scan.png"),
    Run("attachment remove {other}", "1 attached file removed"),
    Run("attachment prune --json", '{{"pruned":0}}'),
    Run("project logo --project DV2018 --kind organiser --file {out}/logo.png", "logo set"),
    Run("project logo --project DV2018 --kind organiser", "logo removed"),
)

LISTS = (
    Run("roster check {tree}/resources/demo/khujand.xlsx --course KHUJAND", "new 0 + matched 22 + refused 0"),
    Run("roster check {tree}/resources/demo/garm.xlsx --sheet Список", "rows 18 = new"),
    Run("roster check {tree}/resources/demo/garm.xlsx --sheet Нет", "Нет", 1),
    Run(
        "roster check {tree}/resources/demo/garm.xlsx --same 23 --separate 7 --leave-out 8 --take 9 "
        "--as-typed",
        "rows 18 = new 17 + matched 0 + refused 1",
    ),
    Run("roster check {tree}/resources/demo/garm.xlsx --same 7", "7", 1),
    Run(
        "course create --project DV2018 --code N1 --title X --town Гарм --from 2018-10-22 --to 2018-10-22 "
        "--no-lead",
        "N1",
    ),
    Run(
        "roster import {tree}/resources/demo/garm.xlsx --course N1 --no-take-newer --sheet Список --same 23 "
        "--separate 7 --take 9 --as-typed",
        "new 17",
    ),
    Run("roster import {tree}/resources/demo/garm.xlsx --course N1 --leave-out 8", "refused 1"),
    Run("roster import {tree}/resources/demo/garm.xlsx --course N1 --take-newer", "new 0 + matched 18"),
    Run("course show N1", "Давлатзода Сайфиддин Абдуллоевич"),
)

PLANS = (
    Run("plan template --out {out}/season.xlsx --lang tg", "season.xlsx"),
    Run(
        "plan check {out}/season.xlsx",
        "rows 1 = new 1 + here, with a new list 0 + already here 0 + refused 0",
    ),
    Run("plan apply {out}/season.xlsx --json", '"new":1'),
    Run("plan apply {out}/season.xlsx", "All of it is here already"),
    Run("plan check {tree}/resources/demo/garm.xlsx", "names a course's code", 1),
    Run("plan lists {tree}/resources/demo --check", "rows 3 = new 0"),
    Run("plan lists {tree}/resources/demo", "already here"),
    Run("plan lists {tree}/resources/demo/garm.xlsx", "No course has the code", 1),
)

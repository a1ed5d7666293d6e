"""What stands on the papers of the demo: tests item by item, sheets of feedback, ratings, one re-sit.

A test is a row of signs, one an item: 1 right, 0 wrong, 2 right in part, - left blank. Which option that
is on the paper, and what comes of it, the program finds out itself.
"""

import random

ITEMS = 20
SEVERAL = (2, 6, 10, 14, 19)
"""Items with several right options, which can be right in part."""
CHECK_THE_KEY = 13
"""The item that those who know more get wrong: a key to be looked at."""
HARD = (16, 7, 15, 18, 6)
EASY = (1, 3, 11, 4)
PASSED = 12
STATEMENTS, RATINGS = 6, 8

OPEN = (
    ("Машқҳои нақшӣ", "Вақти бештар барои машқ"),
    ("Фаҳмидам, ки аз куҷо сар кунам", ""),
    ("Разбор случаев", "Больше времени на практику"),
    ("", "Маводҳоро пешакӣ диҳед"),
    ("Тарзи саволдиҳӣ ба ҷабрдида", ""),
    ("Оценка риска по признакам", "Раздать бланки протокола"),
    ("Мубодилаи таҷриба бо ҳамкорон", "Ду рӯз кам аст"),
    ("Как говорить с каждым отдельно", ""),
    ("Фильм дар бораи ҳуҷҷатгузорӣ", ""),
    ("", "Дар толор хунук буд"),
)
"""Most useful, and what to improve, as people wrote it in Tajik and Russian."""


def scores(seed: int, people: int) -> dict:
    """Return points of 20 before and after; a few papers are missing, one person lost points."""
    chance = random.Random(seed)
    pre = {number: chance.randint(6, 13) for number in range(1, people + 1)}
    post = {number: min(ITEMS, points + chance.randint(4, 9)) for number, points in pre.items()}
    post[3] = pre[3] - 1
    post[7] = max(pre[7], 11)
    del pre[people]
    del post[5]
    return {"pre": pre, "post": post}


def tests(seed: int, people: int, resits: int) -> dict:
    """Return the papers before and after the course, and the second attempt of one who failed."""
    points = scores(seed, people)
    chance = random.Random(seed + 100)
    found = {occasion: _papers(points[occasion], chance) for occasion in ("pre", "post")}
    failed = [number for number, reached in points["post"].items() if reached < PASSED]
    again = {str(number): _paper(15, 15, chance) for number in failed[:resits]}
    return {**found, "resit": again}


def feedback(seed: int, sheets: int) -> list:
    """Return sheets: a step of five for each statement, and two open answers. Mostly good."""
    chance = random.Random(seed)
    found = []
    for place in range(sheets):
        steps = "".join(str(chance.choices(range(1, 6), (1, 2, 6, 28, 40))[0]) for _ in range(STATEMENTS))
        useful, improve = OPEN[place // 2] if place % 2 and place // 2 < len(OPEN) else ("", "")
        found.append({"steps": steps, "useful": useful, "improve": improve})
    chance.shuffle(found)
    return found


def ratings(seed: int, people: list) -> dict:
    """Return what the trainer saw in the role play: a step of four for each line."""
    chance = random.Random(seed)
    return {
        str(number): "".join(str(chance.choices((1, 2, 3, 4), (1, 4, 9, 7))[0]) for _ in range(RATINGS))
        for number in people
    }


def _papers(points: dict, chance: random.Random) -> dict:
    middle = sorted(points.values())[len(points) // 2]
    return {str(number): _paper(reached, middle, chance) for number, reached in points.items()}


def _paper(reached: int, middle: int, chance: random.Random) -> str:
    """Return a paper with so many right items: mostly easy ones, for the better never the doubtful one."""
    items = range(1, ITEMS + 1)
    ease = {item: chance.random() + 0.35 * (item in EASY) - 0.25 * (item in HARD) for item in items}
    ease[CHECK_THE_KEY] = 2 if reached < middle else -2
    right = set(sorted(ease, key=ease.__getitem__, reverse=True)[:reached])
    signs = {item: "1" if item in right else "0" for item in items}
    wrong = [item for item in signs if item not in right]
    partly = [item for item in wrong if item in SEVERAL]
    if partly:
        signs[chance.choice(partly)] = "2"
    for item in wrong:
        if signs[item] == "0" and chance.random() < 0.08:
            signs[item] = "-"
    return "".join(signs.values())

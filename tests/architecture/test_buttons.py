"""Every button of the window is pressed by some test: a new one without a test fails."""

from tests.architecture.buttons import button_classes, declared, pressed
from tests.architecture.tree import ROOT, modules, parse, sample

WITHOUT_A_PRESS = {
    "unknown": "a legend of marks of a newer version: it tells a number, and nothing can be marked with it",
}
"""Buttons, by their attribute, that do nothing when they are pressed, and why."""


def test_every_button_is_pressed_by_some_test() -> None:
    window = [module for module in modules() if module.layer == "ui"]
    buttons = list(declared(window, button_classes(window)))
    assert len(buttons) > 400
    tests = pressed(parse(path) for path in sorted((ROOT / "tests").rglob("*.py")))
    left = [each for each in buttons if not tests.presses(each)]
    assert {each.attribute for each in left} <= WITHOUT_A_PRESS.keys(), "\n".join(map(str, left))


def test_a_button_that_nobody_presses_would_be_found() -> None:
    source = sample(
        "class Round(Flat): pass\n"
        "class Flat(QPushButton): pass\n"
        "class Page:\n"
        "    def __init__(self, name):\n"
        "        self.go = Round('page_go')\n"
        "        self.stop = Flat(f'{name}_stop')\n"
        "        self.text = Label('page_text')\n"
        "    def commands(self):\n"
        "        return Command('open', 'Open', self.open), Command(name, 'More', self.more)\n"
    )
    classes = button_classes([source])
    assert {"Round", "Flat"} <= classes
    go, stop, opened = declared([source], classes)
    assert (go.name, go.whole, go.attribute) == ("page_go", True, "go")
    assert (stop.name, stop.whole, stop.attribute) == ("_stop", False, "stop")
    assert (opened.name, opened.whole, opened.attribute) == ("_open", False, "open")
    assert str(stop).endswith(": *_stop stop")
    for line in (
        "page.go.click()",
        "click(page.go)",
        "find(page, Round, 'page_go')",
        "page.go.clicked.emit()",
    ):
        assert pressed([sample(line)]).presses(go), line
    for line in ("assert page.go.isVisible()", "click(page.going)", "find(page, Round, 'my_page_go')"):
        assert not pressed([sample(line)]).presses(go), line
    assert pressed([sample("seat.click('course_stop')")]).presses(stop)
    assert not pressed([sample("seat.click('course_stopped')")]).presses(stop)
    assert pressed([sample("click(page.buttons['open'])")]).presses(opened)
    assert pressed([sample("page.buttons['open'].click()")]).presses(opened)
    assert not pressed([sample("assert page.buttons['open'].isVisible()")]).presses(opened)

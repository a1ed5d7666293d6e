"""What was written here and replaced by somebody else's value: shown until whoever wrote it has seen it."""

from dataclasses import dataclass

from trainer_app.domain.changes import Label
from trainer_app.domain.review import Side


@dataclass(frozen=True)
class Loss:
    """One own value that was replaced. `title` and `place` say what it is about, as in Review.

    `own` is what was written here, `new` what stands there now. `settled` tells that a contradiction was
    decided, with what the third side said in `other`, if there was one. `places` are the records behind it.
    """

    id: str
    entity: str
    key: str
    title: Label
    place: Label
    own: Side
    new: Side
    settled: bool
    other: Side | None = None
    course: str = ""
    session: str = ""
    places: tuple[tuple[int, int, str], ...] = ()

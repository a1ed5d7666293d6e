"""Writing one typed number, with the reason of a refusal in words for the line below the table."""

from collections.abc import Callable
from typing import Concatenate

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes
from trainer_app.domain.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.shell.desk import Desk


def save[**P](
    desk: Desk, action: Callable[Concatenate[Workplace, P], Changes], *args: P.args, **values: P.kwargs
) -> tuple[Changes | None, str]:
    """Run a short write; return what changed, or None and why it was refused."""
    try:
        if desk.jobs.writing:
            raise TrainerError("job.wait")
        return action(desk.work, *args, **values), ""
    except TrainerError as error:
        return None, messages.text(error.code, desk.language.code, **error.values)

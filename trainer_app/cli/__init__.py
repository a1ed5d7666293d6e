"""The same actions without a window: `trainer-cli`.

May import: actions, system, domain. Start reading at `program`.
"""

import sys


def main() -> None:
    """Run `trainer-cli` with the arguments of the process."""
    from trainer_app.cli.program import run

    sys.exit(run(sys.argv[1:]))

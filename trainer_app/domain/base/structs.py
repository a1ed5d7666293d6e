"""Changing a value: a copy of it with other fields.

What the program passes around are frozen msgspec structs: like frozen dataclasses, but a start, which makes
hundreds of such classes, is a sixth shorter. Few are dataclasses still, as what keeps a secret out of its
`repr`.
"""

import dataclasses
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    # Only of this one does mypy know to check the names and types of the changed fields.
    from dataclasses import replace
else:

    def replace(value: Any, /, **changes: Any) -> Any:
        """Return a copy of a struct or dataclass with other fields. Raises TypeError for a field it lacks."""
        made = msgspec.structs.replace if isinstance(value, msgspec.Struct) else dataclasses.replace
        return made(value, **changes)

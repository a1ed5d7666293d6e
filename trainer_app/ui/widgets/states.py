"""Colour and drawing of how far a change has come to the office; the words are the core's."""

from trainer_app.domain.sending import ChangeState
from trainer_app.ui.widgets.chips import Tone

LOOKS = {
    ChangeState.UNSENT: (Tone.DUE, "pen"),
    ChangeState.SENT: (Tone.NOW, "send"),
    ChangeState.RECEIVED: (Tone.NOW, "office"),
    ChangeState.SAFE: (Tone.GOOD, "shield"),
}

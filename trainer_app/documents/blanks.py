"""The empty forms of a course, each in a file of its own: what people fill in by hand in the room."""

from trainer_app.documents.answer_sheets import answer_sheets_pdf as answer_sheets_pdf
from trainer_app.documents.registration import registration_pdf as registration_pdf

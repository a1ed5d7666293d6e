"""Projects, courses, sessions, agendas, enrolments, rosters and ranks."""

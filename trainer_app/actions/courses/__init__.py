"""Projects, courses, sessions, agendas, enrolments, rosters, teachers and logos."""

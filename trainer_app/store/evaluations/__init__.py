"""Forms, questions, papers and answers as they stand in the tables."""

"""Report queries, erasing, copies, salvaging a damaged file."""

"""The parts of the follow-up page: what it reads, the table and its cells, the charts, the reminder letters."""

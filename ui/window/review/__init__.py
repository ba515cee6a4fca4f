"""The parts of the page on which the centre reviews reports and decides about forks, conflicts and likely duplicates."""

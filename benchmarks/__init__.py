"""What the README's figures come from: each measure beside its floor, in one run, as a ratio; never a timed test."""

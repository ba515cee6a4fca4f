"""Setting up a centre: plan, offices, sticks with keys, PIN, the papers to keep and the first kit, step by step."""

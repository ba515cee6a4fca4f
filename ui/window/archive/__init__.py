"""The parts of the page on which the centre keeps its proofs: originals, ledger check, auditor's folder, activity log."""

"""What a person reads, one table per language. No program logic and no sentence of a document stands here."""

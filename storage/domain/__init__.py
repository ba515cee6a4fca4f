"""What the words of this field mean: vocabularies, identifiers, entities, rules and text. No database, no files, no Qt."""

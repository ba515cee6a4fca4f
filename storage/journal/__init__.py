"""The journal: what was entered, as hash-linked lines kept byte for byte. Nothing here changes or forgets an entry."""

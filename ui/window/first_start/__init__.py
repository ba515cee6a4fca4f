"""The first start: from a kit on a stick to an office that can record, step by step, with a way back from every step."""

"""Paper without Word: documents of the model drawn by Qt. Loaded only when a PDF or a preview is asked for."""

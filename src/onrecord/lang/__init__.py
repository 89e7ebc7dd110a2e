"""Per-language tables: cues, hedges, condition markers, days and months, agencies, states."""

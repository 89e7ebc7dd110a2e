"""On what terms a source speaks: record status, and the parts of an unnamed source."""

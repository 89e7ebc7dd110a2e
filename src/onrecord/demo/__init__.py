"""The bundled case: pages that we wrote, about states that do not exist (docs/demo.md)."""

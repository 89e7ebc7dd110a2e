"""How an actor's positions moved: `python examples/actor_positions.py [ACTOR]`."""

import sys

import onrecord
from onrecord.demo import demo_pages


def main(name: str) -> None:
    """Print the positions of an actor in time order, then the changes between them."""
    with demo_pages() as pages, onrecord.build([pages]) as case:
        actor = case.actor(name)
        origins = {found.scope: found for found in case.origins}
        positions = {position.id: position for position in case.positions(actor.id)}
        print(f"{actor.name}, also called {', '.join(actor.names)}\n")
        for position in sorted(positions.values(), key=lambda p: (p.when or "?", p.id)):
            count = origins[position.id]
            condition = f", if {position.condition}" if position.condition else ""
            print(f"{position.when or 'undated':>16}  {position.act}: {position.issue}{condition}")
            print(
                f"{'':>16}  {position.status}; {count.low} to {count.high} origins on {count.pages} pages\n"
            )
        for change in case.changes(actor.id):
            print(f"{change.kind}: {change.reason}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "Karvenia")

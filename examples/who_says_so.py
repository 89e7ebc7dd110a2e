"""Who stands behind each story: `python examples/who_says_so.py`."""

import onrecord
from onrecord.demo import demo_pages


def main() -> None:
    """For every story with several pages: its origins, and the longest chain that leads to one."""
    with demo_pages() as pages, onrecord.build([pages]) as case:
        origins = {found.scope: found for found in case.origins}
        for story in case.stories:
            count = origins[story.id]
            if count.pages < 2:
                continue
            print(f"{story.title}\n  {count.pages} pages, {count.low} to {count.high} origins")
            chains = [chain for chain in case.chains if chain.article_id in story.articles]
            longest = max(chains, key=lambda chain: (len(chain.hops), chain.id))
            print("  longest chain: " + " <- ".join(hop.name for hop in longest.hops) + "\n")


if __name__ == "__main__":
    main()

"""Who a source is: its phrase, its name in the article, whom a pronoun or description takes up."""

"""Where stages run, apart from what runs: the local runner is the default."""

"""What commands do with a squad: export it, show it and check it."""

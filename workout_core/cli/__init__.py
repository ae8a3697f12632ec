"""The command ``workout``: one module a command, no logic beyond asking and printing."""

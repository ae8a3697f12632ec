"""What the program does to a disk: read what is a plain file, and write whole or not at all."""

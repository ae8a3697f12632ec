"""From a document to files: transform, lift, simplify, write, publish."""

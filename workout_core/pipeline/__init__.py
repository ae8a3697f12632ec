"""From a document to files: transform, lift, resolve, simplify, write, publish."""

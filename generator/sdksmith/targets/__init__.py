"""Languages and other forms that a library can take: a protocol that each keeps, a table of them, and a folder for each.

A target may import `model`, `sdk`, `naming`, `planned`, `config` and the vocabulary; never the document, another target, or a stage
behind it. Nothing outside of this folder imports the inside of a target.
"""

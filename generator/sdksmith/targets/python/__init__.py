"""Python, the first target: the design of a library -> the files of a package.

`plan` is the order of what is planned, `deciding` what holds for a package as a whole, `limits` what Python can't express. The rooms
are `layout`, `package`, `types`, `methods`, `client`, `docs` and `tests`.
"""

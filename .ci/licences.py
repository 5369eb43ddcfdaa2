"""Checks that every crate Guidepost stands on has a licence under which it may be passed on.

Reads what `cargo metadata` says. A crate with a choice of licences needs one that is allowed.
"""

import json
import re
import sys

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    # Its source must be offered with changes to it; Guidepost makes none.
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
}


def is_allowed(expression):
    """Whether an expression such as `(MIT OR Apache-2.0) AND Unicode-3.0` can be met."""
    tokens = re.findall(r"[()]|[^()\s/]+|/", expression)
    position = 0

    def take(word):
        nonlocal position
        if position < len(tokens) and tokens[position] in word:
            position += 1
            return True
        return False

    def single():
        nonlocal position
        if take("("):
            value = either()
            take(")")
            return value
        name = tokens[position]
        position += 1
        if take(["WITH"]):
            name += " WITH " + tokens[position]
            position += 1
        return name in ALLOWED

    def both():
        value = single()
        while take(["AND"]):
            value = single() and value
        return value

    def either():
        value = both()
        while take(["OR", "/"]):
            value = both() or value
        return value

    return either() and position == len(tokens)


def main():
    packages = json.load(sys.stdin)["packages"]
    foreign = [package for package in packages if package["source"]]
    faults = [
        f"{package['name']} {package['version']}: {package['license'] or 'no licence named'}"
        for package in foreign
        if not package["license"] or not is_allowed(package["license"])
    ]
    for fault in faults:
        print(fault)
    print(f"{len(foreign)} crates, {len(faults)} with a licence that is not allowed")
    return 1 if faults else 0


assert is_allowed("MIT/Apache-2.0") and is_allowed("(GPL-3.0 OR MIT) AND Unicode-3.0")
assert not is_allowed("MIT AND GPL-3.0") and not is_allowed("LGPL-3.0")
sys.exit(main())

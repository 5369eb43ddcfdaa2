# What is wrong with an instrument: a question, a paragraph, or the words for it.

instrument-id-twice = stands more than once; each id stands once
instrument-missing = is missing
instrument-no-question = has no question
instrument-stands-apart = stands apart from the other questions of section { $section }; move it to them
instrument-revision-0 = has revision 0; revisions start at 1
instrument-since = is asked since version { $since }; this is version { $version }, and versions start at 1
instrument-unknown-section = stands in section { $section }, which does not exist
instrument-no-paragraph = names no paragraph; only a text, or a question of our own, may
instrument-unknown-paragraph = asks about paragraph { $paragraph }, which does not exist
instrument-not-asked-by = asks about paragraph { $paragraph }, which does not name it under asked by
instrument-no-level = is asked at no level
instrument-level-twice = names a level twice
instrument-principle-twice = names a principle twice; each cell counts once in each
instrument-unknown-principle = serves principle { $principle }, which does not exist
instrument-does-not-count = serves a principle, but does not count in coverage
instrument-unknown-area = belongs to area { $area }, which does not exist
instrument-few-options = is a choice of fewer than two options
instrument-option-twice = names an option twice
instrument-kind-twice = names a kind of item twice
instrument-asked-by-none = is asked by no question; write explained, or name its questions
instrument-asked-by-unknown = is asked by question { $question }, which does not exist
instrument-asked-by-other = is asked by question { $question }, which does not name this paragraph

text-of-other-instrument = belongs to instrument { $found }, not to { $wanted }
text-empty = has an empty { $name }
text-twice = has its text more than once
text-missing-there = has no text
text-of-nothing = has a text, but does not exist in the structure

way-out-one-instrument = Open the two files of one instrument.
way-out-write-words = Write some words there.
way-out-write-id = Use lower-case letters, digits, dots and hyphens, such as 17.a.
way-out-keep-one = Keep one of them.
way-out-write-text = Write one, or take the element out of the structure.
way-out-correct-id = Correct the id, or take the text out.

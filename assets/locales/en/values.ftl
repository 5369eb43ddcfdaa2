# What is wrong with a value, a change or a comparison: from a file, a command or the window.

# $what: what the text should have been the id of.
value-no-id = "{ $text }" is not { $what ->
    [instrument] the id of an instrument
    [section] the id of a section
    [question] the id of a question
    [area] the id of an area of assistance
    [option] the id of an option
    [kind] the id of a kind
    [state] the three-letter code of a State, such as CAN
   *[entry] the id of an entry
}
# $expected: the words that would be right, with commas between them.
value-no-token = "{ $token }" is not { $what ->
    [level] a level
    [standing] a standing
    [application] a degree of application
    [extent] a need or an offer
    [text] a text of an answer
    [side] a side of the assistance sheet
    [attribution] an attribution
   *[group] a regional group
}; use one of: { $expected }
value-no-units = { $having } of { $all } is not possible: write 4/21 for 4 of 21 units
value-no-paragraph = "{ $text }" is not a paragraph: write 17 or 17(a), with a number from 1 to 33
value-no-date = "{ $text }" is not a date such as 2026-11-21
value-no-moment = "{ $text }" is not a moment such as 2026-11-21T09:30:00Z
value-no-uuid = "{ $text }" is not a UUID
value-no-field = "{ $name }" is not a field of an answer

edit-unknown-question = there is no question { $question } in this instrument
edit-level-not-asked = question { $question } is not asked at { $level } level
edit-level-lacking = the profile says that the State has no { $level } level; change the profile first
edit-wrong-kind = question { $question } is of kind { $kind }: it takes no { $value ->
    [text] text of its own
    [words] words beside an option
    [option] option
    [item] list item
    [assistance] need or offer
   *[standing] standing
}
edit-unknown-word = question { $question } knows no { $what ->
    [option] option
    [area] area
   *[kind] kind
} { $given }; use one of: { $expected }
edit-name-missing = question { $question }: { $what ->
    [item] an item
   *[evidence] a piece of evidence
} needs a name
edit-wrong-revision = revision { $revision } of the reply cannot be noted so: replies are counted from 1
edit-nothing-to-clear = question { $question } has no answer yet that could be cleared for sending

round-no-reason = a decision needs a reason; write in a few words why this reply counts
round-no-words = a quotation needs words; choose some of the text
round-not-words = this part of an answer holds no words that can be quoted; choose one of its texts
round-no-path = a source needs a path; choose a file or a folder
round-no-digest = "{ $digest }" is not the digest of a reply, 64 lower-case hexadecimal digits

compare-different-states = one is of { $before }, the other of { $after }: only assessments of one State are compared, since no State is measured by another

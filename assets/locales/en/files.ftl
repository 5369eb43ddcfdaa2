# What is wrong with a file that was read: the place, the fault, the way out.

fault-at-place = { $place }: { $fault }
fault-with-way-out = { $fault }. { $wayout }
more-faults = { $count ->
    [one] and 1 more fault
   *[other] and { $count } more faults
}

at-file = { $file }
at-file-and-place = { $file }, { $place }
at-line = line { $line }, column { $column }
at-path = "{ $path }"
at-head = head
at-call = call
at-profile = profile
at-release = release
at-draft = draft
at-trail = trail
at-invited = invited
at-closing = closing
at-instrument = the instrument
at-words = the text
at-previous-reply = previous reply
at-answer = answer { $id }
at-previous-answer = previous answer { $id }
at-lent-question = lent question { $id }
at-action = action { $id }
at-loan = loan { $id }
at-dispute = dispute { $id }, { $field }
at-sent = sent revision { $id }
at-received = received { $id }
at-decision = decision { $id }
at-quotation = quotation { $state }, { $id }
at-text = text { $id }
at-state = State { $id }
at-chapter = Chapter "{ $id }"
at-source = source { $id }
at-part = part { $id }
at-paragraph = paragraph { $id }
at-principle = principle { $id }
at-area = area { $id }
at-assistance-kind = kind of assistance { $id }
at-evidence-kind = kind of evidence { $id }
at-section = section { $id }
at-question = question { $id }
at-option = { $element }, option { $id }
at-kind = { $element }, kind { $id }
at-reason = { $element }, reason for principle { $id }

# $wanted and $found: assessment, part, round or submission.
file-empty = the file is empty
file-no-text = this is not a text file, so not a file of Guidepost
file-not-utf8 = the text is not UTF-8 from byte { $byte } on
file-unknown-kind = this is not { $wanted ->
    [assessment] an assessment
    [part] a part of an assessment
    [round] a round of replies
   *[submission] a submission
} of Guidepost
file-other-kind = this is { $found ->
    [assessment] an assessment
    [part] a part of an assessment
    [round] a round of replies
   *[submission] a submission
}, not { $wanted ->
    [assessment] an assessment
    [part] a part of an assessment
    [round] a round of replies
   *[submission] a submission
}
file-format-0 = Its format is 0, and formats are counted from 1
file-newer-format = This file has format { $format }, and this version of Guidepost knows formats up to { $newest }
file-value-of-other-field = holds a value of another field
file-revision-0 = its revision is 0, and revisions are counted from 1
file-never-sent = holds a text { $field }, which is never sent
file-no-member-state = { $state } is no Member State; correct the three-letter code, or take it out

twice-same = stands more than once; keep one of the two
twice-id = has two entries with the same id; keep one
twice-cell = has two cells at { $level } level; keep one
twice-standing = has two standings at { $level } level; keep one
twice-text = has two texts { $field }; keep one
twice-stamp = has two stamps of { $field }; keep one
twice-area = has two rows for area { $area }; keep one

manifest-no-text = it is not a text
manifest-unknown-kind = is of an unknown kind
manifest-no-digest = has a digest that is none

syntax-field-missing = The field { $field } is missing here
syntax-field-twice = The field { $field } stands here twice
syntax-unknown-field = There is no field { $found } here, only these: { $expected }
syntax-unknown-word = The word { $found } is not known here, only these: { $expected }
syntax-unexpected-character = The sign '{ $character }' should not stand here
syntax-no-field-name = "{ $name }" is no name of a field
syntax-file-ends = The file ends before it is complete
syntax-list-begins = A list should begin here, with [
syntax-list-ends = The list should go on here with a comma, or end with ]
syntax-true-or-false = Here should stand true or false
syntax-comma = Here should stand a comma
syntax-whole-number = Here should stand a whole number
syntax-opening-brace = Here should stand an opening {"{"}
syntax-colon = Here should stand a colon
syntax-closing-brace = Here should stand a closing {"}"}
syntax-opening-bracket = Here should stand an opening (
syntax-closing-bracket = Here should stand a closing )
syntax-text = Here should stand a text in quotation marks
syntax-text-ends = A text has no closing quotation mark
syntax-field-name = Here should stand the name of a field
syntax-number-range = The number is too small or too large
syntax-comment-ends = A comment that begins with /* does not end
syntax-end = Here the file should end
syntax-no-document = Here should begin a document of Guidepost, with its format
syntax-depth = Too many brackets stand one within the other

way-out-open-backup = Open a backup, or ask for the file again.
way-out-choose-another = Choose another file.
way-out-choose-ours = Choose a file that Guidepost wrote.
way-out-damaged = It was damaged, or is no file of Guidepost: open a backup, or ask for it again.
way-out-correct-first = Correct this first; what follows it has not been looked at.
way-out-write-format = Write format: { $newest }.
way-out-newer-version = Open it with a newer version of Guidepost; it has been left as it is.

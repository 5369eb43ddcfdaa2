# What a check finds, what leaves with a reply, and the sending.

submit-title = Check and submit
submit-pages = Steps
submit-page-check = 1 Check
submit-page-leaving = 2 What leaves
submit-page-send = 3 Send

submit-blocked = { $count ->
    [one] 1 thing stands in the way of a final reply.
   *[other] { $count } things stand in the way of a final reply.
}
submit-ready = Nothing stands in the way of a final reply.
submit-ready-sample = Nothing stands in the way. This is a sample: a reply made from it says so, and is nobody’s.
submit-check-note = A check looks for what the receiving office would ask back. Only what stands in the way holds a reply up; all else is advice.
submit-in-the-way = { $count ->
    [one] To be done first
   *[other] To be done first · { $count }
}
submit-uncleared = Not cleared for sending · { $count }
submit-uncleared-note = Only answers that somebody has cleared are sent. Clear them one by one, a section at a time from its table, or leave them out of this reply.
submit-leave-out = { $count ->
    [one] Leave it out of this reply (1 answer)
   *[other] Leave them out of this reply ({ $count } answers)
}
submit-advice = { $count ->
    [0] Advice
   *[other] Advice · { $count }
}
submit-advice-none = A check has nothing to advise.
submit-advice-note = None of this holds the reply up. It makes the reply easier to use.
submit-advice-group = { $check } · { $count }
submit-place-profile = Profile
submit-place-questions = Questions
submit-clear = Clear…
submit-go = Go there
submit-on-to-leaving = On to what leaves
submit-on-to-send = On to sending

check-no-focal-point = No focal point
check-nothing-answered = Nothing answered
check-undecided-value = Undecided values
check-uncleared = Not cleared
check-not-applicable-without-reason = Not applicable, without a reason
check-changed-since = Question changed since it was answered
check-not-known-without-reason = No information, without a reason
check-yes-without-evidence = Yes, without evidence
check-in-part-without-missing = In part, without what is missing
check-level-left-empty = A level left empty
check-national-no-local-yes = No at national level, Yes at local level
check-need-without-kind = Assistance needed, without its kind
check-unlikely-date = Years and days that can hardly be meant
check-evidence-missing = Files of evidence that are missing
check-evidence-changed = Files of evidence that have changed
check-evidence-too-large = Files of evidence that are too large
check-evidence-name = Files of evidence with names that a package cannot take

submit-leaving-note = What the reply will hold and what stays in the council, field by field, in the order of the file. Choose a field to read all of it.
submit-with-application = Send also how far things are applied
submit-filter = Fields
submit-filter-all = All · { $count }
submit-filter-leaving = Leaves · { $count }
submit-filter-staying = Stays · { $count }
submit-filter-changed = Changed since revision { $revision } · { $count }
submit-no-copy = Revision { $revision } was sent, but no copy of it is kept on this machine. So what has changed since cannot be shown, and the next reply gets a new revision.
submit-no-field = There is no such field.
submit-group-head = State, people and call
submit-group-unknown = Answers to questions that are not asked here
submit-group-kept = Kept beside the answers
submit-question = { $id } { $title }
submit-field = { $field }: { $value }. { $fate }
submit-flagged = flagged
submit-call-title = Title of the call
submit-kept-actions = Planned actions
submit-kept-loans = Loans to other offices
submit-kept-values = Values of a merge
submit-kept-previous = Answers carried forward
submit-kept-sent = Replies sent before
submit-kept-trail = Entries of the trail
submit-leaves = leaves
submit-gone = does not leave any more
submit-stays-internal = stays: the council’s own
submit-stays-uncleared = stays: not cleared
submit-stays-no-level = stays: the State has no such level
submit-stays-unless-wished = stays, unless you choose to send it
submit-since-same = as it was sent
submit-since-changed = changed
submit-since-new = new
submit-since-gone = was sent before

submit-what = What is sent
submit-answers = { $count ->
    [0] It holds no answer yet, only the State, its people and the call.
    [one] It holds 1 answer, with the State, its people and the call.
   *[other] It holds { $count } answers, with the State, its people and the call.
}
submit-left-out = { $count ->
    [one] 1 answer is left out, since it is not cleared.
   *[other] { $count } answers are left out, since they are not cleared.
}
submit-application-leaves = How far things are applied is sent too.
submit-application-stays = How far things are applied stays in the council.
submit-changed-since = { $count ->
    [0] No field has changed since revision { $revision }.
    [one] 1 field has changed since revision { $revision }.
   *[other] { $count } fields have changed since revision { $revision }.
}
submit-look = See it field by field
submit-release = Released by
submit-release-note = Who answers for the reply. This stands in the file and below the letter.
submit-name = Name
submit-person-title = Title or function
submit-body = Body
submit-reference = Reference of the letter, if there is one
submit-date = Date of release: today, { $day }.
submit-file = File
submit-file-note = The file is sealed: any byte that changes on the way shows. Nothing goes over the network; you send the file yourself.
submit-write = Write the submission…
submit-write-package = Write the package…
submit-package-note = { $count ->
    [0] The package holds the submission, the filled questionnaire to be read (PDF and Word), and files of evidence; no file is attached to what leaves.
    [one] The package holds the submission, the filled questionnaire to be read (PDF and Word), and 1 file of evidence.
   *[other] The package holds the submission, the filled questionnaire to be read (PDF and Word), and { $count } files of evidence.
}
submit-see-check = { $count ->
    [one] 1 thing stands in the way: see step 1, Check.
   *[other] { $count } things stand in the way: see step 1, Check.
}
submit-needs-name = Give the name of the person who releases the reply.
submit-needs-title = Give that person’s title or function.
submit-needs-body = Give the body for which that person acts.
submit-read-only = This file is open to read: it can be looked at, not sent.
submit-not-saved = Your work cannot be saved now. The reply is written once it is.
submit-stage-making = The reply is being sealed and read back.
submit-stage-saving = Its revision is noted, and the assessment is being saved.
submit-stage-writing = The file is being written and read back.

submit-written = Revision { $revision } is written, and was read back.
submit-written-again = Nothing has changed since revision { $revision }: it is the same file again.
submit-is-sample = This is a sample, { $source }; it is nobody’s reply.
submit-code = Code
submit-copy-code = Copy code
submit-code-proves = It stands in the letter below. If the receiving office sees the same code, the file is what was sealed, to the last byte. The code does not show who sent it; the letter does.
submit-code-of-package = It is the code of the submission inside the package.
submit-packed = For reading it also holds { $names }.
submit-without-pdf = No PDF went along; the Word file holds the same. The reason: { $reason }
submit-file-name = File
submit-show-in-folder = Show in folder
submit-letter = Draft of the cover letter
submit-copy-letter = Copy letter
submit-save-letter = Save the letter…
submit-not-kept = No copy of it could be kept on this machine, so the next reply gets a new revision: { $fault }
submit-failed = Nothing was sent: { $reason }
submit-failed-noted = The file was not written. Revision { $revision } is noted, and nothing is lost: write it once more, and the same reply is offered again. The reason: { $reason }
submit-history = Revisions so far
submit-history-note = Each revision replaces the one before. The code shows which file is meant.
submit-revision = Revision { $revision }
submit-sent-reference = Reference: { $reference }

notice-reply-written = The reply is written: { $path }
notice-letter-saved = The letter was saved: { $path }

file-submission-title = Write the submission
file-package-title = Write the package
file-package-filter = Packages
file-letter-title = Save the letter
file-letter-filter = Letters

# What the commands print, beside tables; $path is a file and comes last.

cli-not-printed = this could not be printed: { $reason }
cli-saved-not-printed = everything is saved, but what there is to say could not be printed: { $reason }
window-not-built = this program was built without its window; guidepost --help lists its commands

# Where a file is written; $fault is why it is not, since there is one already.
cli-force = { $fault }; --force overwrites it
cli-output-is-read = this is the file that is read; give the new one another name: { $path }
cli-written = Written and read back: { $path }
cli-missing-characters = No font on this machine has these characters, so the pages show their codes: { $characters }. A name that ends in .docx keeps them.
cli-replaced-kept = The file that was there is kept here: { $path }
cli-comments-not-kept = The comments in the file are not kept there; the file as it was is here: { $path }
cli-no-backup = No backup of the file before was made: { $reason }

# new, example
cli-no-member-state = { $state } is no Member State; use its three-letter code, such as CAN
cli-new-made = An empty assessment of { $state }: { $path }
cli-carried-forward = An assessment of { $state }, carried forward from { $last }: { $path }
cli-evidence-stays = A file of evidence stays behind: { $reason }
cli-sample-made = A sample of { $state }, { $source }: { $path }
cli-samples-made = { $count } samples, { $source }: { $path }
cli-samples-not-alone = the folder must be new or empty, since it is to hold the samples alone, and there is { $file }; choose another: { $path }

# profile
cli-profile-saved = profile: saved
cli-profile-state = state
cli-profile-levels = levels
cli-profile-institution = institution
cli-profile-focal-point = focal point
cli-profile-focal-point-title = focal point's title
cli-profile-focal-point-email = focal point's e-mail
cli-profile-focal-point-telephone = focal point's telephone
cli-profile-deputy = deputy
cli-profile-deputy-title = deputy's title
cli-profile-deputy-email = deputy's e-mail
cli-profile-deputy-telephone = deputy's telephone
cli-profile-period = period
cli-profile-reply-language = reply language
cli-profile-call = call
cli-profile-call-title = call's title
cli-profile-note-verbale = note verbale
cli-profile-note-verbale-date = note verbale's date
cli-profile-due = due
cli-profile-address = address
cli-profile-contributor = contributor

# answer, evidence; $id is that of a question.
cli-answer-saved = { $id }: saved
cli-no-question = there is no question { $id }; guidepost instrument show lists them
cli-nothing-said = nothing was said about { $id }; guidepost answer --help shows how
cli-no-cells = question { $id } has no cells: --applied, --units and --note say nothing there
cli-no-need-or-offer = --reason and --kind belong to a need or an offer of question { $id }: name the area, and say --need or --offer too
cli-no-assistance = question { $id } is not the assistance sheet: --need and --offer say nothing there
cli-kind-of-nothing = --kind is for an item that --add adds, and for a need or an offer
cli-given-twice = { $field } is given twice for { $id }; say it once
cli-no-units = "{ $text }" are no units: write 4/21 for 4 of 21
cli-one-area = the assistance sheet takes one area, or all: guidepost answer FILE 29 17 --need yes
cli-area-alone = say what area { $area } needs or offers, with --need or --offer
cli-no-item = the list has no item "{ $name }"
cli-one-kind = an item has one kind
cli-evidence-saved = { $id }: evidence saved
cli-evidence-removed = { $id }: evidence removed
cli-evidence-called = { $id }: the copy of the file is called { $name }
cli-no-evidence = question { $id } has no evidence "{ $named }"; guidepost show --json lists it
cli-several-evidence = question { $id } has several pieces of evidence "{ $named }"; name one by its id: { $ids }

# show, coverage, gaps, check, compare
cli-sample = A sample, { $source }.
cli-answered = { $state }: { $done } of { $all } answered
cli-unknown-answer = { $id }  kept, though this instrument does not ask it
cli-cells = yes { $yes }, in part { $in_part }, no { $no }, open { $open }
cli-gaps = { $count } gaps
cli-findings = { $count } findings; { $blocking } of them stand in the way of a final reply
cli-changed = changed since
cli-changed-confirm = changed since, confirm
cli-added = added since
cli-moved = Cells moved: { $moved }; questions changed since: { $changed }, added: { $added }

# report, questionnaire, submit
cli-report-of-reply = this is a reply that was sent; Guidepost makes a report of an assessment alone, since nobody profiles another State: { $path }
cli-of-file = { $path }: { $reason }
cli-two-names = the reply and its letter need two names: { $path }
cli-same-again = Nothing has changed since revision { $revision }, so it is the same file again.
cli-revision = Revision: { $revision }
cli-code = Code: { $code }
cli-packed-document = In the package, for reading: { $name }
cli-packed-evidence = In the package, files of evidence: { $count }
cli-without-pdf = No PDF went along; the DOCX holds the same: { $reason }
cli-not-kept = No copy of it could be kept, so the next reply gets a new revision: { $reason }
cli-letter = Draft of the cover letter:
cli-letter-written = Draft of the cover letter: { $path }

# collate; $states are codes with commas between them.
cli-no-files = No file was found there.
cli-trial = A trial: these are samples, and nobody's replies.
cli-replied = { $replied } of the { $invited } States invited replied; the answers of { $counted } are counted.
cli-replied-beside = Replied without being invited: { $states }
cli-group-replied = { $replied } of { $invited } invited replied
cli-waiting = Waiting for a decision: { $states }

# instrument
cli-instrument-whole = { $id }: { $questions } questions on { $paragraphs } paragraphs; no fault
cli-instrument-faults = { $count } faults: { $path }
cli-section = { $title } (paragraphs { $paragraphs })

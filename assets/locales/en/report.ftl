# The words of reports: the State's own report, and the questionnaire on paper.

report-footer = Prepared with Guidepost: its own questions on resolution 2002/13, not a form of the United Nations
# {"{page}"} and {"{pages}"} stand for the numbers.
report-page-of-pages = Page {"{page}"} of {"{pages}"}
report-contents = Contents
report-draft = Draft, not cleared
report-sample = Sample, { $source }: nobody’s reply
report-internal = Internal: with the council’s own remarks
report-note = Note
report-control-characters = Some text held control characters, which no document can hold. Each is shown by a sign of its own, such as ␁.

report-institution = Institution
report-focal-point = Focal point
report-deputy = Deputy
report-contributors = Contributors
report-period = Period
report-reply-language = Language of the reply
report-levels = Levels
report-call = Call
report-note-verbale = Note verbale
report-due = Due
report-address = Goes to
report-date = Date
report-code = Code
report-reply = Reply
report-reply-revision = Revision { $revision }
report-released-by = Released by
report-reference = Reference of the letter
report-reply-decides = This is what the sealed reply with this code says, to be read. Where the two differ, the sealed reply decides.
report-answered-label = Answered

report-state-title = Self-assessment on the prevention of crime
report-questionnaire-title = Questionnaire on the Guidelines for the Prevention of Crime

report-read = How to read this report
report-read-whose = This is what { $state } says of itself, measured against the Guidelines for the Prevention of Crime (Economic and Social Council resolution 2002/13, annex).
report-read-percent = The per cent tells how much is in place of what has been decided. Decided is every question answered with Yes, In part or No; Yes counts as one, In part as a half.
report-read-range = “Between … and … %” tells where the figure would stand if every open question became No, or every one became Yes. Open is a question without an answer, or without information.
report-read-decided = “4 of 6 decided” tells how many of the questions that count have been decided. What is not applicable does not count.
report-read-few = Where fewer than three questions count, they are shown as they are. Where fewer than half are decided, only the range is shown.
report-read-not = Nothing is weighed, and nothing is added up over levels or principles. No figure here compares one State with another.

report-profiles = Where the State stands
report-answered = { $done } of { $all } questions have been answered; a question asked at several levels is counted once for each.
report-level = { $level } level
report-group = { $title } ({ $paragraphs })
report-chart-coverage = How much of what is decided is in place, by principle, with the range that the open questions leave
report-figures-principles = The figures by principle
report-figures-sections = The figures by section
report-figures-explained = The numbers in brackets are paragraphs of the Guidelines. Open: not answered, or no information. No range is given where nothing is open.
report-applied = What is applied and shown
report-applied-explained = Of what is in place or partly so: how far it is applied in practice, and for how much of it evidence is named.
report-range = { $low } to { $high } %

report-column-profile = Principle or section
report-column-level = Level
report-column-in-part = In part
report-column-open = Open
report-column-not-applicable = N/A
report-column-decided = Decided
report-column-counting = Counting
report-column-coverage = In place
report-column-coverage-percent = In place, %
report-column-low = At least, %
report-column-high = At most, %
report-column-range = Between
report-column-in-place = Yes or In part
report-column-evidenced = With evidence
report-column-in-words = In words
report-column-section = Section
report-column-question = Question
report-column-title = Title
report-column-asked = What is asked
report-column-gap = Gap
report-column-answer = Answer
report-column-units = Units
report-column-units-having = Units that have it
report-column-units-all = Units in all
report-column-principles = Principles
report-column-note = Note
report-column-applied = Applied
report-column-cleared = State of the answer
report-column-action = What
report-column-body = Who
report-column-by = By when
report-column-area = Area
report-column-serves = Gaps that it serves
report-column-name = Name
report-column-kind = Kind
report-column-year = Year
report-column-language = Language
report-column-year-language = Year, language
report-column-where = Where to find it
report-column-remark = Remark
report-column-need-reason = Kinds of need, and why
report-column-offer-reason = Kinds of offer, and conditions
report-column-kinds-reason = Kinds, and a few words
report-column-field = Field
report-column-text = Text
report-column-evidence = Evidence
report-column-issued-by = Issued by
report-column-pages = Pages
report-column-levels = Levels
report-column-file = File
report-column-digest = SHA-256

report-sheet-about = About
report-sheet-principles = Principles
report-sheet-sections = Sections
report-sheet-not-answered = Not answered
report-sheet-answers = Answers
report-sheet-kept = Kept, not counted
report-sheet-texts = Texts
report-sheet-lists = Lists
report-sheet-assistance = Assistance
report-sheet-evidence = Evidence

report-gaps = Gaps
report-gaps-explained = Every question on what the Guidelines ask for that, at some level, is answered neither Yes nor Not applicable, in the order of the Guidelines. The last column names the principles that it serves, by paragraph.
report-gaps-counts = { $all ->
    [one] 1 gap
   *[other] { $all } gaps
}: { $no } No, { $inpart } In part, { $notknown } No information, { $notanswered } not answered.

report-plan = Plan
report-plan-explained = What the State means to do about its gaps, by whom and by when.
report-plan-empty = No action has been planned yet.
report-timeline = The actions by the day on which they are due
report-gap = { $gap }, { $level }

report-answers = Answers
report-answers-explained = Every question that has been answered, with all that was said.
report-answers-none = No question has been answered yet.
report-not-answered = Not answered.
report-file = File { $name }, SHA-256 { $digest }
report-other-revision = Answered as revision { $revision } asked it; the question has changed.
report-unknown = Answers to other questions
report-kept = Kept, at a level that the State does not have
report-kept-explained = The profile says that the State does not have this level. What was said there is kept in the file; it is not counted, and it is not sent.
report-kept-mark = Kept, not counted, not sent

report-remarks = Internal remarks
report-remarks-explained = For the council alone. None of this is part of a reply.
report-remarks-none = Nobody has left a remark.
report-flagged = Flagged: to be looked at again

report-blank-how = How to fill this in
report-blank-levels = Many questions are asked at each level of government. Below the national level, Yes means all or nearly all units, In part means some; “units” asks how many of them, such as 4 of 21.
report-blank-standings = No information means that nobody could say; Not applicable, that the question cannot fit the State. Both want a reason in a few words: please give it on the line for it.
report-blank-back = Where there is not enough room, please go on on another sheet, with the number of the question. Please give the pages back to the focal point, who enters the answers in Guidepost.
report-blank-more = Difficulty met; practice that others could use; in preparation, and by when
report-blank-units = ____ of ____ units
report-blank-kinds = Kinds: { $kinds }

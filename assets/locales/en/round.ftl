# The round: the replies to one call, as the receiving office sees them.

round-title = Replies that came in
round-title-call = Replies to the call { $call }
round-what = The replies of States to one call stand here together: every file with what it is, and every question with the States behind each answer. Each State counts once.
round-add-files = Add files…
round-add-folder = Add a folder…
round-drop = Let go here to add them to the round
round-drop-note = Or drop files or a folder anywhere on this window. Nothing is sent anywhere, and no file that came in is changed.
round-will-title = What will stand here
round-will-files = Files: each with its class and the reason for it. Where two replies of one State compete, you decide which counts, and why.
round-will-questions = Questions, assistance, choices and lists: how many replies say what, and which States, for all of them or for one regional group.
round-will-texts = Texts: what the States wrote to one question, to be read and quoted.
round-will-never = Nothing here ranks States, and no State has a grade.

round-read-again = Read all again
round-report = Report and tables…
round-close = Close
round-not-saved = Not saved yet
round-save = Save…
round-save-elsewhere = Save elsewhere…
round-reading = { $all ->
    [0] Looking for files
   *[other] Reading: { $done } of { $all } files
}
round-stopped = { $all ->
    [0] Reading was stopped before a file was read. What stands here speaks only of files that were read before.
   *[other] Reading was stopped at { $done } of { $all } files. What stands here speaks only of what was read, so no report is made of it.
}
round-absent = { $path } could not be looked into. What stands here speaks only of what was read, so no report is made of it.
round-replied = { $replied } of { $invited } invited States replied
round-replied-group = { $group }: { $replied } of { $invited } invited replied
round-counted = { $counted } counted · { $waiting ->
    [0] none waits for a decision
    [one] 1 waits for your decision
   *[other] { $waiting } wait for your decision
} · { $files ->
    [one] 1 file
   *[other] { $files } files
}
round-for-convenience = Regional groups are for convenience only.
round-trial = Samples only: a trial, nobody’s replies.
round-panes = Parts of the round
round-files = Files
round-questions = Questions
round-assistance = Assistance
round-choices = Choices and lists
round-texts = Texts
round-about = About the round
round-group-filter = Regional group
round-all-groups = All groups

round-no-files = No file has been added yet. Add files or a folder, or drop them on this window.
round-none-of-group = No file is of a State of this group.
round-class = Class
round-class-all = All { $count }
round-class-count = { $class } { $count }
round-class-not-a-reply = Not a reply
round-class-newer-format = Newer format
round-class-damaged = Damaged
round-class-draft = Draft
round-class-other-instrument = Other instrument
round-class-not-a-member = Not a member
round-class-other-call = Other call
round-class-sample = Sample
round-class-late = Late
round-class-duplicate = Duplicate
round-class-superseded = Superseded
round-class-conflict = Conflict
round-class-counted = Counts
round-column-class = Class
round-column-state = State
round-column-file = File
round-column-reason = Reason
round-file = { $file }, { $state }: { $class }. { $reason }
round-file-of-nobody = { $file }: { $class }. { $reason }
round-file-sealed = Revision { $revision } · released on { $released } · code { $code }
round-received-on = Came on
round-received-note = The closing date goes by it. A reply without a day is not late.
# Above the list of files, where replies have no day of receipt.
round-undated = { $count ->
    [one] Of 1 reply in this list nobody has noted the day on which it came. Until then it is not late.
   *[other] Of { $count } replies in this list nobody has noted the day on which they came. Until then they are not late.
}
round-came-on-all = They came on
round-note-day = { $count ->
    [one] Note this day for 1 reply
   *[other] Note this day for { $count } replies
}

round-conflicts = Several replies of one State
round-conflicts-note = Such a State counts as having replied. Its answers wait until you decide which reply counts; the decision is kept with its reason and date.
round-undecided = { $count ->
    [one] { $state }: 1 reply waits for your decision
   *[other] { $state }: { $count } replies compete
}
round-competes = { $file } — revision { $revision }, released on { $released }, code { $code }
round-decide-reason = Why this one counts
round-decide-hint = For instance: confirmed by the mission on 3 May
round-decide = This one counts
round-decide-of = { $state }: the chosen reply counts
round-decide-needs = Choose a reply, and say why.
round-decided = { $state }: { $file } counts
round-decided-because = Decided on { $day }, because: { $reason }.
round-decide-undo = Undo the decision on { $state }

round-section = Section
round-base = Replies
round-base-count = { $count ->
    [one] 1 reply
   *[other] { $count } replies
}
round-cell = { $id } { $title }, { $level }: Yes { $yes }, In part { $inpart }, No { $no }, Not applicable { $notapplicable }, no information { $notknown }, not answered { $notanswered }; { $base ->
    [one] 1 reply has a standing
   *[other] { $base } replies have a standing
}
round-read-texts = Read the texts
round-read-texts-of = Read the texts to { $id }
round-at-least = { $yes ->
    [0] None of the { $all } replies says Yes
    [one] At least 1 of the { $all } replies says Yes
   *[other] At least { $yes } of the { $all } replies say Yes
}; { $silent } did not answer, which may mean No or nothing.
round-all-answered = { $yes ->
    [0] None of the { $all } replies says Yes
    [one] 1 of the { $all } replies says Yes
   *[other] { $yes } of the { $all } replies say Yes
}; all of them answered.
round-level-lacking = { $count ->
    [one] 1 replying State has no such level.
   *[other] { $count } replying States have no such level.
}

round-stated = Stated apart from the table
round-stated-note = Whether a State says that it needs or can offer assistance, whatever it marks below. The two need not agree: in 2007 the report’s text and its table did not.
round-areas = Areas, as marked in the table
round-need = Need
round-need-in-part = Need in part
round-offer = Can offer
round-offer-in-part = Offer in part
round-area = { $area }: need { $need }, need in part { $needinpart }, can offer { $offer }, offer in part { $offerinpart }
round-area-counts = Need { $need } · in part { $needinpart } · can offer { $offer } · in part { $offerinpart }
round-area-none = No reply marks this area.
round-all-areas = { $state } (all areas)

round-chosen = { $said } of { $all } replies chose one
round-option = { $option }: { $count }
round-items = { $items ->
    [0] No reply lists anything here
    [one] 1 entry
   *[other] { $items } entries
}{ $items ->
    [0] .
   *[other] {" "}from { $states ->
        [one] 1 State
       *[other] { $states } States
    }
}

round-texts-read = Texts to one question
round-quotations = Quotations chosen: { $count }
round-texts-of = Question whose texts are read
round-question = { $id } { $title }
round-gather = Gather the texts
round-gather-again = Gather again
round-gather-note = They are read from the files of the replies that count; the round’s own file keeps only what you quote.
round-gathering = Gathering: { $done } of { $all } replies
round-gather-faults = { $count ->
    [one] 1 file could not be read again.
   *[other] { $count } files could not be read again.
}
round-gathered = Words stand here in { $replies } of the { $counted } replies that count.
round-quote = Quote…
round-quote-of = Quote { $state }: { $field }
round-quote-words = Words to quote
round-quote-note = Shorten it to the words that you want to quote; leave their order as it is.
round-quote-attribution = Attribution
round-quote-keep = Quote these words
round-quoted = { $count ->
    [one] 1 quotation chosen
   *[other] { $count } quotations chosen
}
round-one-state = one State
round-one-state-named = one State ({ $state })
round-no-quotations = Nothing is quoted yet. Gather the texts of a question, and choose words there.
round-quotation = “{ $text }”
round-name-state = Name the State
round-unname-state = Do not name the State
round-unquote = Remove
round-unquote-of = Remove the quotation of { $state }

round-response = Who replied
round-response-note = By regional group, over the States invited. The groups are for convenience only.
round-group = Group
round-group-invited = Invited
round-group-replied = Replied
round-call = Call
round-call-note = Replies to another call are set aside. Where no call is named here, it is the one that most replies name.
round-call-id = Reference of the call
round-closing = Closing date
round-sources = Where the replies stand
round-sources-note = Files and folders that are read when the round is opened.
round-source-remove = Remove
round-source-remove-of = Remove { $path } from the round
round-invited = States invited
round-invited-note = The base of the response: all who were members at that time, or a list of your own.
round-invited-all = All members
round-invited-list = A list
round-invited-count = { $count ->
    [one] 1 State is invited.
   *[other] { $count } States are invited.
}
round-invited-of = { $count } of { $all }
round-invite-all = Invite all
round-invite-none = Invite none
round-invite-all-of = Invite all { $group }
round-invite-none-of = Invite none of the { $group }
round-paragraphs = Your paragraphs
round-paragraphs-note = What you write stands in the analysis, before all sections or at each of them. The part “Questions” has each of them too.
round-paragraph-of = Paragraph
round-introduction = Introduction
round-paragraph = What you write on: { $section }
round-paragraph-hint = What the replies say here, in your own words
round-paragraph-written = { $section } (written)

close-round-title = The round is saved nowhere
close-round = Its call, closing date, decisions, quotations and paragraphs are in this window alone. The files that came in stay where they are.
close-round-anyway = Close without saving

# Why a file is of its class. $state and $other are three-letter codes of States.
reason-counted = It counts.
reason-trial = It is a sample, counted as a trial, since nothing but samples came.
reason-other-instrument = It answers the instrument { $answered }, not { $asked }.
reason-not-a-member = { $state } is no Member State of { $year }.
reason-other-call = It replies to the request “{ $call }”, and this round is about “{ $ours }”.
reason-sample = It is a sample, and nobody’s reply.
reason-late = It came on { $came }, and the round closed on { $closing }.
reason-duplicate = The same reply came as { $first }.
reason-superseded = It is revision { $revision }, and revision { $newest } came too.
reason-decided = The receiving office decided so on { $day }: { $why }.
reason-decided-for-other = Another reply of { $state } counts. The receiving office decided so on { $day }: { $why }.
reason-shared = A reply of { $other } is of the same assessment, so one of the two began from the other’s file. { $state } counts as having replied, and its answers wait for a decision.
reason-same-revision = Another file has the same revision { $revision } of the same assessment, and says something else. { $state } counts as having replied, and its answers wait for a decision.
reason-two-assessments = Two assessments of { $state } came for this request. It counts as having replied, and its answers wait for a decision.
reason-not-as-counted = The file is not the one that was counted. Read all files again, and look at it: { $path }
reason-gathering-stopped = Guidepost stopped before all replies were read. Open the question again. Replies not read: { $count }

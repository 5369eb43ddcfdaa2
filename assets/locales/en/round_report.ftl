# The words of a round's report. A sentence is put together from pieces: who says it, what it is, at
# which level; the first letter becomes a capital where it begins the sentence.

group-africa = African States
group-asia-pacific = Asia-Pacific States
group-eastern-europe = Eastern European States
group-latin-america-caribbean = Latin American and Caribbean States
group-western-europe = Western European and other States

round-report-title = Replies of States on the prevention of crime
round-report-subtitle = Replies to the call { $call }
round-report-subtitle-no-call = Replies to a call without a reference
round-report-subtitle-group = { $call }: { $group } alone
round-report-banner-trial = A trial with samples: nobody’s replies
round-report-fact-call = Call
round-report-fact-invited = States invited
round-report-fact-counted = Replies counted
round-report-fact-group = Regional group, for convenience
round-report-fact-closing = Closing date

round-report-introduction = Introduction
round-report-call = States were asked, with the call { $call }, how they apply the Guidelines for the Prevention of Crime (Economic and Social Council resolution 2002/13, annex).
round-report-no-call = States were asked how they apply the Guidelines for the Prevention of Crime (Economic and Social Council resolution 2002/13, annex).
round-report-what = This report sets out what they replied. It was prepared with Guidepost: its own questions on resolution 2002/13, not a form of the United Nations.
round-report-trial = The replies are samples, made to try the program: they are nobody’s replies, and this report is a trial.
round-report-only = It speaks of the replies of one regional group alone, for convenience: { $group }.
round-report-replied = { $invited ->
    [0] { $of_group ->
        [yes] No State of this group was invited.
       *[no] No State was invited.
    }
    [1] { $replied ->
        [0] The one State invited has not replied.
       *[other] The one State invited replied: { $states }.
    }
   *[other] { $replied ->
        [0] None of the { $invited } States invited has replied.
        [one] Of the { $invited } States invited, 1 replied: { $states }.
       *[other] Of the { $invited } States invited, { $replied } replied: { $states }.
    }
}
round-report-uninvited = { $count ->
    [one] 1 State replied that is not on the list of those invited: { $states }.
   *[other] { $count } States replied that are not on the list of those invited: { $states }.
}
round-report-waiting = { $count ->
    [one] 1 State sent several replies, and it has not been decided which of them counts: { $states }. It has replied; its answers wait, and are in no figure below.
   *[other] { $count } States sent several replies, and it has not been decided which of them counts: { $states }. They have replied; their answers wait, and are in no figure below.
}
round-report-counted = { $count ->
    [one] The figures rest on 1 reply.
   *[other] The figures rest on { $count } replies, one for each State.
}
round-report-closing = The closing date is { $day }.
round-report-closing-kept = Replies that came by { $day } count.

round-report-response = Response by regional group
round-report-response-chart = How many of the States invited replied
round-report-response-table = States invited, and States that replied
round-report-for-convenience = Regional groups are used for convenience only.
round-report-share = { $replied } of { $invited }
round-report-all-groups = In all
round-report-column-group = Regional group
round-report-column-invited = Invited
round-report-column-replied = Replied
round-report-own-choice = Each State decides for itself whether it replies. Those that did may differ from those that did not.

round-report-reading = How to read the figures
round-report-read-base = { $count ->
    [one] Every figure has its base: the one reply. Of a question asked at several levels, a State that lacks a level is not in the base of that level.
   *[other] Every figure has its base: { $count } replies at most. Of a question asked at several levels, a State that lacks a level is not in the base of that level.
}
round-report-read-least = “At least” is said where some replies are silent on a question: silence may mean No, or nothing at all. How many are silent stands in the annex.
round-report-read-level = Where a sentence names no level, the national level is meant. At the regional level (provinces, states, federal entities) and at the local level, a reply says Yes where all or nearly all units have something, and In part where some do.
round-report-read-own = What a reply says is what the State says of itself. Nobody else has checked it.
round-report-read-notes = The notes name the States in alphabetical order, with the names that they bore in { $year }.
round-report-read-no-rank = Nothing here ranks States, and no State has a figure of its own.
round-report-read-questions = The questions are Guidepost’s own. The paragraphs in brackets are those of the Guidelines; the words are not theirs.

round-report-paragraphs = { $count ->
    [one] paragraph { $paragraphs }
   *[other] paragraphs { $paragraphs }
}
round-report-empty-chapter = No figure, no quotation and no text of the analyst stands here.
round-report-texts-without-place = Texts on sections that this report does not have

# How far the replies carry.
caution-few-replied = Fewer than half of the States invited replied ({ $replied } of { $invited }). The figures tell what the replies say; they do not tell how things stand in States in general.
caution-few-of-group = { $count ->
    [one] Of one group, less than half as large a share replied as of all States invited: { $groups }. The replies hardly speak for it.
   *[other] Of these groups, less than half as large a share replied as of all States invited: { $groups }. The replies hardly speak for them.
}
names-and-last = { $others } and { $last }

# Who says something: the beginning of a sentence, without its capital. Its verb is of one where
# `number` is 1.
replies-who = { $share ->
    [all] { $replies ->
        [1] the one reply
        [2] both replies
       *[other] all { $replies } replies
    }
    [none] { $replies ->
        [0] no reply
        [1] no reply
        [2] neither of the 2 replies
       *[other] none of the { $replies } replies
    }
    [least] at least { $count } of the { $replies } replies
   *[exact] { $count } of the { $replies } replies
}
round-report-say = { $who } { $number ->
    [one] says
   *[other] say
}
round-report-say-that = { $say } that { $clause }
round-report-say-in-part-that = { $say } that, in part, { $clause }
round-report-say-so = { $say } so
round-report-say-so-in-part = { $say } so in part
round-report-one-no-to = the one reply says No to the question “{ $question }”
round-report-one-no = the one reply says No
round-report-one-not-applicable-to = the one reply says that the question “{ $question }” does not arise
round-report-one-not-applicable = the one reply says that the question does not arise
round-report-one-no-information-to = the one reply has no information on the question “{ $question }”
round-report-one-no-information = the one reply has no information
round-report-at-national = At the national level, { $said }
round-report-at-regional = At the regional level, { $said }
round-report-at-local = At the local level, { $said }
round-report-more-in-part = { $count ->
    [one] a further 1 says so in part
   *[other] a further { $count } say so in part
}
round-report-none-in-full = none says so in full
round-report-say-no = { $count ->
    [one] 1 says No
   *[other] { $count } say No
}
round-report-not-applicable = { $count ->
    [one] for 1 the question does not arise
   *[other] for { $count } the question does not arise
}
round-report-no-information = { $count ->
    [one] 1 has no information
   *[other] { $count } have no information
}
round-report-silent = { $count ->
    [one] 1 does not answer
   *[other] { $count } do not answer
}
round-report-no-level = { $count ->
    [one] 1 State that replied has no such level
   *[other] { $count } States that replied have no such level
}

round-report-choose = { $who } { $number ->
    [one] says
   *[other] say
} { $clause }:
round-report-choose-in = { $who } { $number ->
    [one] says
   *[other] say
} { $clause }.
round-report-name = { $who } { $number ->
    [one] names
   *[other] name
} { $clause }:
round-report-name-in = { $who } { $number ->
    [one] names { $clause }. The table shows what it names.
   *[other] name { $clause }. The table shows what they name.
}
round-report-option = { $title } – { $count ->
    [one] 1 reply
   *[other] { $count } replies
}
round-report-no-kind = Kind not told

round-report-one-state-named = One State ({ $state }) writes:
round-report-one-state = One State writes:
round-report-one-state-short = One State

replies-in-sheet = { $need } { $needs ->
    [one] marks
   *[other] mark
} a need for assistance in { $share ->
    [none] any area
   *[some] at least one area
}, and { $offer } { $offers ->
    [one] marks an offer
   *[other] mark an offer
}.
round-report-in-sheet = { $said } What States state apart from the table need not agree with it.
round-report-assistance = Technical assistance
round-report-assistance-caption = Technical assistance in crime prevention
round-report-all-areas = All areas
round-report-in-part-of = { $state } (in part)
round-report-all-areas-of = { $state } ({ $extent })
round-report-in-part = in part
round-report-in-part-for = in part for: { $areas }
round-report-in-full-for = in full for: { $areas }
round-report-but-for = but for: { $areas }
round-report-area = { $title } ({ $count ->
    [one] paragraph
   *[other] paragraphs
} { $paragraphs })
round-report-column-area = Area
round-report-column-need = Need assistance
round-report-column-offer = Can offer assistance
round-report-column-need-short = Need
round-report-column-need-in-part = Need in part
round-report-column-offer-short = Can offer
round-report-column-offer-in-part = Can offer in part

round-report-annex-figures = Annex: figures by question and level
round-report-annex-figures-what = How many replies say what, wherever at least one reply answers. “Replies” is how many answer; a State that lacks a level is not counted there.
round-report-nothing-in-figures = No reply answers a question that has figures.
round-report-choices = Choices
round-report-lists = Lists
round-report-quotations = Quotations
round-report-annex-files = Annex: files that came in
round-report-files-what = Each State is counted once. That a file is not counted says nothing about the State that it came from.
round-report-no-files = No file has come in yet.
round-report-no-files-of-group = No file of a State of this group came in.
round-report-nothing-known = No reply is counted yet, so nothing is known.
round-report-no-figures = No reply is counted yet, so there are no figures.
round-report-files-of-group = Only files from States of this group are counted here; a file whose State cannot be told is not.
round-report-annex-unknown = Annex: what is not known
round-report-unknown-silent = { $open ->
    [0] Of { $all } places where a reply could answer a question at a level, none is silent.
    [one] Of { $all } places where a reply could answer a question at a level, 1 is silent. Silence may mean No, or nothing.
   *[other] Of { $all } places where a reply could answer a question at a level, { $open } are silent. Silence may mean No, or nothing.
}
round-report-unknown-no-information = { $count ->
    [one] 1 answer says that there is no information.
   *[other] { $count } answers say that there is no information.
}
round-report-unknown-waiting = { $count ->
    [one] The answers of 1 State wait for a decision, and are in no figure.
   *[other] The answers of { $count } States wait for a decision, and are in no figure.
}
round-report-unknown-undated = { $count ->
    [one] Of 1 reply in the figures it is not noted when it came: it may have come after the closing date.
   *[other] Of { $count } replies in the figures it is not noted when they came: they may have come after the closing date.
}
round-report-unknown-quotations = { $count ->
    [one] 1 quotation that was chosen is left out, since its reply is not counted.
   *[other] { $count } quotations that were chosen are left out, since their replies are not counted.
}
round-report-unknown-quotations-unasked = { $count ->
    [one] 1 quotation that was chosen is left out, since its question is not one of this questionnaire.
   *[other] { $count } quotations that were chosen are left out, since their questions are not of this questionnaire.
}
round-report-unknown-reworded = { $count ->
    [one] 1 answer was given to another wording of its question, and is counted under today’s: { $questions }. It is not known whether the State would answer today’s in the same way.
   *[other] { $count } answers were given to another wording of their question, and are counted under today’s: { $questions }. It is not known whether the States would answer today’s in the same way.
}
round-report-unknown-strangers = { $count ->
    [one] 1 answer names an option or an area that this questionnaire does not have; what it says of that is in no figure: { $questions }.
   *[other] { $count } answers name an option or an area that this questionnaire does not have; what they say of that is in no figure: { $questions }.
}
round-report-unknown-nobody = { $count ->
    [one] 1 question is answered by no reply:
   *[other] { $count } questions are answered by no reply:
}
round-report-unknown-texts = What States wrote in their own words is not summed up by the program; what is quoted was chosen by the analyst.
round-report-unknown-own = The replies are the States’ own statements. No evidence has been checked.
round-report-column-state = State
round-report-column-item = What it is
round-report-column-base = Replies
round-report-column-questions = Questions
round-report-column-replies = Replies
round-report-column-said = What is said
round-report-column-states = { $answer }: States
round-report-column-all-states = States
round-report-column-class = What became of it
round-report-column-files = Files
round-report-column-quotation = Quotation
round-report-sheet-answers = Answers

files-counted = Counted
files-conflict = Wait for a decision, or another reply of the State was chosen
files-superseded = Replaced by a newer reply of the same State
files-duplicate = The same reply came before
files-late = Came after the closing date
files-sample = A sample, which is nobody’s reply
files-other-call = Reply to another call
files-other-instrument = Reply to other questions
files-not-a-member = Of no Member State
files-draft = A working file that was not sent as a reply
files-damaged = Changed or damaged on the way
files-newer-format = Written by a newer version of the program
files-not-a-reply = No reply at all

# Where the State stands, the list of gaps, and a section as a table.

# A profile in one line; the question screen shows it too.
profile-percent = { $coverage } % of what is decided · between { $low } and { $high } % · { $decided } of { $counting } decided
profile-percent-all = { $coverage } % · all { $counting } decided
profile-too-few = too few answers yet · between { $low } and { $high } % · { $decided } of { $counting } decided
profile-cells = { $counting ->
    [one] one question only, shown as it is
   *[other] { $counting } questions only, shown as they are
} · { $decided } of { $counting } decided
profile-not-applicable = nothing here applies to the State, by its answers
profile-not-asked = nothing is asked at this level
profile-no-level = the State has no such level

gaps-title = Where the country stands
gaps-explained = What is decided, and how far the open answers could still move it. Each line stands by itself: nothing is added up or ranked.
gaps-level = Level
gaps-grouping = Lines
gaps-by-principles = Principles
gaps-by-sections = Sections
gaps-scale-end = 100 %
gaps-open-column = open
gaps-name-with-paragraphs = { $name }, paragraph { $paragraphs }. { $words }. { $tally }
gaps-tally = Yes { $yes }, In part { $inpart }, No { $no }, open { $open }

gaps-worked-out = Worked out: (2 × { $yes } Yes + { $inpart } In part) ÷ (2 × { $decided } decided) = { $top } ÷ { $bottom }.
gaps-applied = Of what is in place or partly so: applied { $applied } · partly { $partly } · not yet { $notyet } · not said { $notsaid } · with evidence { $evidenced }.
gaps-cell = { $id } { $title }: { $details }
gaps-evidence = { $count ->
    [one] 1 piece of evidence
   *[other] { $count } pieces of evidence
}
gaps-units = { $having } of { $all }
gaps-application-applied = applied
gaps-application-partly = partly applied
gaps-application-not-yet = not yet applied
gaps-no-cells = No question is asked here at this level.

gaps-list-title = Gaps
gaps-list-counts = { $all } · No { $no } · In part { $inpart } · no information { $notknown } · not answered { $notanswered }
gaps-list-of-all = of { $all } in all
gaps-list-explained = Every question on what the Guidelines ask for that, at some level, is answered neither Yes nor Not applicable. Choose one to go to it.
gaps-filter-standing = Standing
gaps-filter-level = Level of the gap
gaps-filter-principle = Principle
gaps-filter-section = Section
gaps-any-standing = all standings
gaps-any-level = all levels
gaps-any-principle = all principles
gaps-any-section = all sections
gaps-show-all = Show all
gaps-order = Order
gaps-order-paragraph = by paragraph
gaps-order-principle = by principle
gaps-order-most = most principles first
gaps-column-id = Question
gaps-column-title = Gap and level
gaps-column-serves = Principles that it serves
gaps-column-units = Units
gaps-title-and-level = { $title } — { $level }
gaps-serves-none = no principle by itself
gaps-gap = { $id } { $title }, { $level }: { $standing }. { $serves }. { $units }
gaps-none = No gap is left: all that counts is in place at every level that the State has. The texts and the evidence can still say how.
gaps-none-passes = No gap is of this kind.

table-levels-lacking = { $level ->
    [regional] This State has no regional level.
    [local] This State has no local level.
   *[other] This State has no regional and no local level.
}
table-previous = Previous section
table-next = Next section
table-one = One question at a time
table-clear = Clear the section for sending
table-paragraphs = Paragraphs { $paragraphs }
table-progress = { $done } of { $all } answered
table-keys = Arrows move from cell to cell, 1 to 5 answer it, Backspace takes the answer away, Enter opens the question.
table-keys-plain = Arrows move from cell to cell, Enter opens the question.
table-column-question = Question
table-column-done = Done
table-cell = { $id } { $level }: { $standing }
table-option = { $id } { $level }, answer { $standing }
table-question = { $id } { $title }. { $details }
table-cleared = cleared for sending
table-flag = Flag { $id }
table-choice-none = nothing chosen yet
table-list = { $count ->
    [0] nothing listed yet
    [one] 1 entry: { $names }
   *[other] { $count } entries: { $names }
}
table-text-none = nothing written yet
table-assistance = { $count ->
    [0] nothing said yet
    [one] 1 area filled in
   *[other] { $count } areas filled in
}
table-assistance-all = all areas marked

guidelines-title = The Guidelines, paragraph by paragraph
guidelines-note = Guidepost’s own plain words, never to be quoted as the Guidelines. The text itself: { $title } ({ $document }).
guidelines-origins = How the Guidelines came about
guidelines-part = { $title } · paragraphs { $first }–{ $last }
guidelines-part-one = { $title } · paragraph { $first }
guidelines-asked = Asked by
guidelines-explained = Explained here; nothing is asked about it by itself.
guidelines-question = { $id } { $title }

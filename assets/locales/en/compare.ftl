# What moved since the last call.

compare-title = What moved since last time
compare-note = The same questions, then and now. What moved is counted, not valued.
compare-empty = Nothing to compare with yet. Here the State’s own earlier answers will stand beside the present ones: each profile then and now, which answers moved, which questions have changed since and which are new. A new assessment that is begun from the last one brings them along. The file of an earlier assessment of this State can be compared too; it is only read.
compare-file = Compare with a file…
compare-last-time = Compare with last time
compare-with-file = File { $name }
compare-link = What moved since last time
compare-plan-link = Plan
compare-counts = { $moved ->
    [0] No answer moved
    [one] 1 answer moved
   *[other] { $moved } answers moved
} · { $revised ->
    [0] no question changed since
    [one] 1 question changed since
   *[other] { $revised } questions changed since
} · { $added ->
    [0] none is new
    [one] 1 is new
   *[other] { $added } are new
}
compare-before = Last time
compare-before-file = In that file
compare-now = Now
compare-moved = { $count ->
    [0] none moved
   *[other] { $count } moved
}
compare-line = { $name }, paragraph { $paragraphs }. { $then }: { $before }. Now: { $now }. { $moved }
compare-none-moved-here = Nothing moved here.
compare-moved-title = Answers that moved
compare-moved-note = In the order of the questions. Choose one to go to it.
compare-none-moved = No answer says something else than last time.
compare-was = was { $before }
compare-is = is { $after }
compare-cell = { $id } { $title }, { $level }: was { $before }, is { $after }
compare-revised-title = Changed since, confirm
compare-revised-note = These questions ask something else than they did. Where an answer moved here, the question may have moved, not the State.
compare-to-confirm = to be confirmed
compare-confirmed = answered since
compare-question = { $id } { $title }. { $words }
compare-added-title = New questions
compare-added-note = These were not asked last time.

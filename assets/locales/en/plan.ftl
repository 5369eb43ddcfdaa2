# What the council means to do about its gaps.

plan-title = Plan
plan-note = What the council means to do about its gaps, by whom and by when. The plan stays in the council: it leaves in no reply.
plan-empty = Nothing is planned yet. Each action will stand here with the body that does it and the day by which it is done, on a timeline; actions without a day come below. Begin with a gap: choose the plus sign beside it, and say what is to be done.
plan-go-to-gaps = Go to the gaps
plan-gaps-link = Gaps
plan-add = Plan an action…
plan-column-what = What, and who
plan-today = Today
plan-undated = Without a date
plan-undated-note = Give an action a day, and it takes its place on the timeline.
plan-mark-ahead = planned
plan-mark-overdue = overdue
plan-mark-met = its gaps are closed
plan-due-in = { $days ->
    [one] in 1 day
   *[other] in { $days } days
}
plan-due-today = today
plan-due-since = { $days ->
    [one] overdue by 1 day
   *[other] overdue by { $days } days
}
plan-due-met = its gaps are closed
plan-gaps = { $gaps ->
    [one] 1 gap
   *[other] { $gaps } gaps
}
plan-gaps-closed = { $gaps ->
    [one] 1 gap, closed
   *[other] { $gaps } gaps, { $closed } closed
}
plan-scale = Timeline from { $first }, its last mark at { $last }. Today is { $today }.
plan-for-gap = Plan an action for { $gap }
plan-of-gap = Planned for { $gap }: { $what }
plan-planned = Planned

action-add = Plan an action
action-edit = Planned action
action-what = What is to be done (needed)
action-what-hint = One thing that somebody can do, and others can see done
action-who = Which body
action-who-hint = A ministry, an agency, a city
action-by = By when
action-area = Area
action-no-area = no area
action-gaps = Gaps that it is to close
action-gaps-none = None named yet.
action-gap = { $id } { $title }, { $level }
action-gap-add = Add { $gap }
action-gap-remove = Take away { $gap }
action-find = Add a gap
action-find-hint = Words of its question, or its number
action-find-none = No other gap has these words.

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

# What a check finds before a reply is sent, each in one sentence. $id is the number of a question,
# such as 17.a; $level one of the tokens national, regional, local.

finding-no-focal-point = The profile names no focal point, so nobody could be asked about the reply; name one.
finding-nothing-answered = Nothing has been answered yet that could be sent.
finding-nothing-cleared = No answer is cleared for sending, so with those left out nothing would be sent; clear some.
finding-undecided = { $id } has different values from different offices; decide which one holds.
finding-undecided-whose = { $id } has different values from different offices ({ $whose }); decide which one holds.
finding-uncleared = The answer to { $id } has not been cleared for sending; clear it, or leave it out knowingly.
finding-not-asked = This instrument does not ask { $id }; its answer is kept in the file, and is not sent.
finding-changed-since = { $id } has changed since it was answered; read it again, and confirm the answer or change it.
finding-yes-without-evidence = { $id } says Yes at { $level ->
    [regional] regional
    [local] local
   *[national] national
} level and names no evidence for it; name a law, a plan, a report or the like.
finding-in-part-without-missing = { $id } says In part at { $level ->
    [regional] regional
    [local] local
   *[national] national
} level and not what is missing; say it in a few words.
finding-not-applicable-without-reason = { $id } says Not applicable at { $level ->
    [regional] regional
    [local] local
   *[national] national
} level and not why; give the reason.
finding-not-known-without-reason = { $id } says No information at { $level ->
    [regional] regional
    [local] local
   *[national] national
} level and not why; say who was asked, or what is lacking.
finding-level-left-empty = { $id } is answered at another level and not at { $level ->
    [regional] regional
    [local] local
   *[national] national
} level; answer it, or say No information.
finding-national-no-local-yes = { $id } says No at national level and Yes at local level; see whether both are meant.
# $area is the title of an area of assistance.
finding-need-without-kind = { $id } says that assistance is needed in the area “{ $area }” and not of what kind; choose a kind.
finding-need-without-kind-in-all = { $id } says that assistance is needed in all areas and not of what kind; choose a kind.
# $name is the title of a piece of evidence, or of an item of a list.
finding-unlikely-year = { $id }: the year { $year } of “{ $name }” can hardly be meant; correct it.
# $day is written as 2028-02-29.
finding-unlikely-due = The reply is due on { $day }, which can hardly be meant; correct the day.
finding-unlikely-note-verbale = The note verbale is dated { $day }, which can hardly be meant; correct the day.

# Files of evidence, each by its $name. Sizes are in megabytes.
evidence-file-missing = The file of evidence “{ $name }” is not in its folder; put it back there, attach it again, or remove it.
evidence-file-changed = The file of evidence “{ $name }” has changed since it was attached; attach it again if it is right as it is.
evidence-file-unreadable = The file of evidence “{ $name }” cannot be read: { $reason }
# Stands for the reason above.
evidence-check-stopped = the look at the files has stopped; leave this page, and come back to it
evidence-file-not-plain = The file of evidence “{ $name }” has a name that not every computer can take; attach it again, and the copy gets a plain name.
evidence-file-name-taken = Another file of evidence has the same name as “{ $name }” but for capitals or accents; attach one of them again, and the copy gets a number.
evidence-file-too-large = The file of evidence “{ $name }” has { $size } MB, and { $limit } MB are the most; attach a part of it, or say where it can be found.
evidence-files-too-large = The files of evidence have { $size } MB together, and a package holds { $limit } MB; remove some, and say where they can be found.

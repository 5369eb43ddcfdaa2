# The bars and columns around every screen, and the notices.

frame-name = Guidepost
window-title = { $about } · Guidepost
window-title-assessment = { $state }, { $call }
window-title-received = { $state }, reply that came in, revision { $revision }
frame-menu = Menu
frame-screens = Screens
frame-sections = Sections
frame-sample = sample
frame-days-left = { $days ->
    [0] due today
    [one] 1 day left
   *[other] { $days } days left
}
frame-days-late = { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
frame-saved = Saved
frame-saved-at = Saved { $time }
frame-saving = Saving
frame-not-saved = Not saved
frame-backup = Backup, to read
frame-read-only = Open to read
frame-answered = { $done } of { $all } answered
frame-cleared = { $count } cleared
frame-flagged = { $count } flagged
frame-keys-question = 1–5 standing · Up, Down level · N next open · / search · Ctrl+K all commands

screen-profile = Profile and call
screen-questions = Questions
screen-gaps = Gaps
screen-plan = Plan
screen-submit = Check and submit
screen-guidelines = Guidelines

notice-take-over = Take it over
notice-details = Details
notice-close = Close this notice
notice-sample = This is a sample, { $source }. Try anything: nothing here is any State’s present answer.
notice-save-failed = Not saved: { $fault }. Your work is kept in this window, and saving is tried again.
notice-read-held = Open to read: { $holder }.
notice-read-only = Open to read: { $fault }.
notice-read-backup = This is the backup of { $when }, open to read. Save it under a name of its own to go on with it.
notice-copy-saved = A copy was saved: { $path }
notice-round-not-saved = The round has not been saved yet, so it stays open. Save it under a name first.
notice-saved-elsewhere = The work is saved here from now on: { $path }
notice-put-back = The file had gone from its place. It has been put back: { $path }
notice-backup-failed = No backup could be taken. The file itself is saved.
notice-part-not-opened = This is a part of an assessment, lent to be filled in. This version of Guidepost cannot fill parts yet; the file is as it was: { $path }
notice-changed-meanwhile = What is open changed while the place was being chosen, so nothing was written. Look again, and choose once more.
notice-draft-recovered = The program ended while this dialog was open. Your words are in it again: save it, or cancel it to discard them.
notice-dropped-several = One file at a time can be opened here. Several replies belong in a round: go there first, then drop them.
notice-unknown-answers = { $count ->
    [one] One answer belongs to a question
   *[other] { $count } answers belong to questions
} that this version does not ask. They are kept in the file.
notice-rescue-failed = Neither could the file be saved nor a backup be taken: { $reason }. Your work is only in this window until saving succeeds: keep it open, and save elsewhere.
notice-not-left = Your work could not be saved, so it stays open and nothing else was opened: { $fault }. Use “Save elsewhere”, or try again later. To give up what is not saved, quit the program: it asks first.
notice-has-comment = Somebody wrote comments into this file with another program. Saving does not keep them; the backup of the file as it was opened does.
notice-somebody = Somebody
notice-left-over = { $who } had this file open on the machine { $host } and has not closed it there. If it is still open there, close it in one of the two places before you go on.
notice-evidence-left = { $count ->
    [one] One attached file was not copied with it.
   *[other] { $count } attached files were not copied with it.
} Copy what is missing, from the folder that ends in “.evidence” beside the original file, into the one beside the new file.
notice-settings = Settings: { $reason }
frame-unknown = Kept from another version

search-label = Search
search-hint = Search /
search-end = Back to the sections
search-hits = { $count ->
    [0] Nothing found. Other words, or fewer, may help.
    [one] 1 found
   *[other] { $count } found
}
search-in-question = in the question
search-in-answer = in your answer
search-in-paragraph = in the Guidelines

window-no-display = there is no display to open the window on; log in to a desktop, or use the commands, which need none: guidepost --help
window-fault = the window could not be opened ({ $fault }); the commands need none: guidepost --help

key-control = Ctrl+{ $key }
key-control-shift = Ctrl+Shift+{ $key }
key-alt = Alt+{ $key }

# What the window waits for, where a disk answers late.
waiting-to-open = This is being opened: { $path }
waiting-to-create = A new file is being made: { $path }
waiting-to-save = This is being saved: { $path }
waiting-to-attach = A copy of this file is being made beside your assessment: { $path }
waiting-to-leave = Your work is being saved first.
waiting-to-close = Your work is being saved. Then the window closes.
waiting-stop = Stop waiting

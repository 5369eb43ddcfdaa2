# Words of the dialogs.

dialog-cancel = Cancel
dialog-close = Close
dialog-save = Save
dialog-remove = Remove
dialog-go-on = Go on writing
dialog-throw-away = Throw away
dialog-not-saved = Not saved yet: what you wrote here would be lost.
dialog-unchosen = not said
dialog-year-fault = A year has four digits: 2024

state-query = State
state-query-hint = A name, a former name or a code
state-none-found = No Member State has this in its name or as its code.

new-title = New assessment
new-confirm = Choose where to save…
new-from-last = From the last one…
new-levels = Levels of government
new-levels-note = Which levels does the State have? This can be changed later.
example-title = Try an example
example-note = The 42 States that replied in 2006. The example holds what the 2007 report tells of the reply; it says so on every page.

palette-title = All commands
palette-query = Command
palette-hint = What do you want to do?
palette-none-found = No command has these words.
palette-not-now = not possible here

backups-title = Backups
backups-note = Dated copies, newest first. A copy opens to read; to go on with it, save it under a name of its own.
backups-none = No copy has been taken yet. One is taken each time the file is opened, and while you work.
backups-open = Open the copy of { $when }
backups-length = { $length } KB
# Of a copy of this file that is saved elsewhere, or of this file before it was moved.
backups-open-elsewhere = Open the copy of { $when }, of the file in another place
backups-length-elsewhere = Another place · { $length } KB
backups-remarks = The copies hold everything, your internal remarks too. They stand in this folder:

path-label = Path
path-note = This machine offers no window for choosing files, so the path is written here, with all its folders.
path-open = Open
path-save = Save
path-not-there = There is no such file.
path-taken = A file of this name is there already, and is left alone. Choose another name.
path-save-note = The folder must be there. A file that is there already is never written over.

close-title = Your work is not saved
close-lost-since = Everything since { $when } is not in the file, and would be lost if the window closes now. When saving first failed, a copy was put among the backups; later words are not in it.
close-lost-all = Nothing that you did since opening is in the file; it would be lost if the window closes now. When saving first failed, a copy was put among the backups; later words are not in it.
close-stay = Stay
close-anyway = Close without saving
close-unreadable-title = Something typed cannot be read
close-unreadable = This stands in a field of units or of a date, and is not in the file. It would be lost.
close-unpressed-title = Something typed is not saved yet
close-unpressed = It stands in the round, beside a button that was not pressed: a reason for a decision, or words to quote. It would be lost.
close-without-it = Close without it
leave-without-it = Go on without it

evidence-add = Add evidence
evidence-edit = Evidence
evidence-title-label = Title (needed)
evidence-kind = Kind
evidence-body = Body that issued it
evidence-pages = Pages or articles
evidence-levels = Levels that it is about; none means all
evidence-file = File
evidence-attach = Attach a file…
evidence-other-file = Another file…
evidence-no-file = No file
evidence-file-path = Path of the file
evidence-file-copied = Is copied into a folder beside the assessment when you save.
evidence-digest = SHA-256 { $digest }
item-add = Add an entry
item-edit = Entry
item-name = Name (needed)
item-kind = Kind
item-level = Level
item-no-level = no level
item-year = Year
item-language = Language
item-address = Address, such as a web page
item-remark = Remark, sent with the reply

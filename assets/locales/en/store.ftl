# Why the disk did not give or take a file; $path is the file or the folder, and comes last.
store-not-found = there is no such file; it may have been moved, renamed or deleted: { $path }
store-folder-not-found = the folder of this file is not there; connect its disk or network share again, or save elsewhere: { $path }
store-is-folder = this is a folder; choose a file in it: { $path }
store-not-a-file = this is a device or a pipe and not a file; choose a file: { $path }
store-too-large = too large, with { $length } bytes where at most { $limit } are allowed, and so left alone: { $path }
store-folder-too-large = this folder holds more files, or more folders in each other, than Guidepost reads at once; add its parts one by one: { $path }
store-no-permission-to-read = you have no permission to read this file; ask the one who looks after the machine, or open a copy: { $path }
store-no-permission-to-write = you have no permission to write this file; ask the one who looks after the machine, or save elsewhere: { $path }
store-read-only-file = the file is marked as read-only; take the mark away, or save elsewhere: { $path }
store-read-only-folder = nothing can be written into the folder of this file, which can still be read; save a copy in another folder to go on: { $path }
store-disk-full = the disk is full, and the file is as it was; free some space and save again, or save elsewhere: { $path }
store-invalid-name = the name is too long, or has characters that this disk cannot take; choose a shorter, plainer name: { $path }
store-exists = there is a file already, and it was left alone; choose another name: { $path }
store-never-replaced = there is a file already, and it was left alone: an assessment or a round is never saved over another file, also where the computer has offered to replace it; choose another name: { $path }
store-not-a-lock = this name is needed for a note on who has the file beside it open, and there is another file; give that one another name: { $path }
store-circular-links = the symbolic links of this file lead round in a circle, so nothing was written; save elsewhere: { $path }
store-not-shown = this machine has no program that shows a folder ({ $reason }); the file is here: { $path }
store-locked = { $holder }: { $path }
store-changed-on-disk = another program has changed this file, so it was left alone; save yours under another name, then compare the two: { $path }
store-changed-on-disk-since = another program has changed this file (on { $moment }), so it was left alone; save yours under another name, then compare the two: { $path }
store-read-back-differs = the disk gave back other bytes than it was given, so the save does not count; save on another disk, and have this one looked at: { $path }
store-not-encoded = nothing was written, since the work could not be written down ({ $reason }): { $path }
store-mistake = the program made a mistake; please report it
store-no-answer = the folder of this file does not answer; connect its disk or network share again, or save elsewhere: { $path }
store-no-home = this user has no home folder for settings and backups; name one in { $variable }
store-not-read = could not read the file ({ $reason }); try again, or open a copy: { $path }
store-not-written = could not write the file ({ $reason }); try again, or save elsewhere: { $path }

# Who has a file open; $where and $since are the two phrases below, or nothing.
holder-has = { $who } has this file open{ $where }{ $since }; close it there, or open it here only to read
holder-may-have = { $who } may have this file open{ $where }{ $since }; close it there, or take it over if that program has crashed
holder-somebody = somebody
holder-where = {" "}on { $host }
holder-since = {" "}since { $moment }

settings-damaged = the settings could not be understood ({ $reason }), so the usual ones are used; the old file was kept: { $path }
settings-unreadable = the usual settings are used: { $reason }

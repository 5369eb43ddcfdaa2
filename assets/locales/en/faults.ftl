# What went wrong, as any layer tells it.

# The words of the machine itself, or of a library.
in-other-words = { $text }

open-other-instrument = { $file }: it answers the instrument { $answered }, not { $asked }. Open it with the Guidepost that asks those questions.

carry-other-state = the last assessment is of { $last }, not of { $wanted }; nothing is carried from one State to another
carry-same-file = the new assessment would be written over the last one; choose another name for it

example-no-reply = { $state } did not reply in 2006; the 2007 report knows the replies of: { $replied }
example-does-not-fit = the sample does not fit the instrument: { $reason }

place-is-work = this is an assessment, a part or a round, which a reply or a report never overwrites; choose another name: { $path }

# $pages is yes where this program writes PDF.
export-unknown-ending = the end of the name says what is written; end it in { $pages ->
    [yes] .pdf, .docx, .xlsx or .csv
   *[no] .docx, .xlsx or .csv
}: { $path }
export-without-pdf = this program was built without PDF (feature pdf); end the name in .docx, .xlsx or .csv: { $path }
pages-not-built = this program was built without PDF (feature pdf), so it sets no pages
pages-stopped = the part of Guidepost that sets pages has stopped
files-in-use = a file is still being copied or saved; try again once that is done, or stop waiting for it
file-not-attached = the piece of evidence was changed while its file was being copied, so the file is not named in it; attach it again if you want it
files-stopped = the part of Guidepost that reads and writes files has stopped; nothing was changed
report-stopped = the part of Guidepost that writes reports has stopped; nothing was written
without-pdf-not-built = this program was built without PDF
without-pdf-characters = no font on this machine has these characters: { $characters }

submit-is-blocked = a final reply is blocked; findings in its way: { $count }
submit-release-incomplete = a reply is released by somebody: give the { $what ->
    [name] name
    [title] title
   *[body] body
} of that person
submit-no-revision-left = this assessment has no revision left to give to a reply
submit-not-encoded = the reply could not be made into a file: { $reason }
submit-stopped = the part of Guidepost that makes it has stopped
submit-reads-back-differently = the reply was made into a file, but reads back differently, so it was not written; report this fault of Guidepost
submit-evidence = the package cannot be made, because of its files of evidence; attach them again or remove them, or send the reply without a package

round-is-backup = this is a backup: { $path }

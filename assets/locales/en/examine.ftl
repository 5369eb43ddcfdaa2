# What a look at a file that came from elsewhere comes to: in `verify`, in the window, in a round.

examine-intact = Intact: the file is, to the last byte, what was sealed.
examine-intact-package = Intact: every byte of the package is as Guidepost wrote it, and the seal of the reply in it fits.
# Here and below, $faults is one or several phrases from this file, with semicolons between them.
examine-altered = Not intact, but nothing that the State wrote was changed: on its way something happened to the file, and with that undone its seal fits. What happened: { $faults }.
examine-not-intact = Not intact: { $faults }.
examine-repacked = Not intact: this ZIP file is not the package as Guidepost wrote it; another program may have unpacked it and packed it again. What differs: { $faults }.
examine-newer = A newer version of Guidepost wrote it, and this version cannot read it.
examine-empty = The file is empty.
examine-foreign = This is neither a submission nor a package of Guidepost, or its first line, the seal, was damaged.
examine-foreign-archive = This is a ZIP file, as Word and Excel files are too, but no package of Guidepost.
# $kind: assessment, part or round.
examine-work = { $kind ->
    [part] This is a part of an assessment; it bears no seal, so nothing can be said about whether it was changed.
    [round] This is a round of replies, which an office that receives replies works on; it is none of them.
   *[other] This is an assessment, a State’s working file; it bears no seal, so nothing can be said about whether it was changed.
}
examine-damaged-work = This is an assessment, a State’s working file, and it cannot be read: { $faults }.
examine-content = The seal fits, but this version of Guidepost cannot read what was sealed: { $faults }.
# $fault: what the disk said.
examine-not-read = It could not be read: { $fault }
examine-mistake = the program made a mistake while reading it; please report it.
examine-reason = { $summary } { $wayout }

examine-not-relied-on = What it says can be read, but not relied on.
# $named: yes or no, whether the request has a name.
examine-reply = { $named ->
    [no] It is revision { $revision } of the reply of { $state } to a request that it does not name
   *[yes] It is revision { $revision } of the reply of { $state } to “{ $call }”
}, with { $answers ->
    [one] 1 answer
   *[other] { $answers } answers
}, released by { $name }, { $title }, { $body }, on { $day }.
examine-sample = It is a sample, { $source }, and nobody’s reply.
examine-documents = For reading it holds { $names }; no seal covers that, and the sealed reply decides.
examine-evidence = { $files ->
    [0] It holds no files of evidence.
    [one] Its one file of evidence is the one that the reply names.
   *[other] Its { $files } files of evidence are those that the reply names.
}
examine-proves = Its code is { $code }. That proves that nothing was changed since it was sealed; it does not prove who sealed it: compare the code with that in the cover letter.
examine-nothing-unpacked = Nothing was unpacked.

examine-ask-again = Ask the sender for the file again. A file can be damaged on its way, or by a program that opens and saves it.
examine-ask-as-package = Ask the sender to send it again as a package: mail programs and editors leave a ZIP file as it is.
examine-ask-for-package = Ask the sender for the package again, as Guidepost saved it.
examine-ask-for-reply = Ask the sender for the submission or the package, as Guidepost wrote it.
examine-get-newer = Open it with a newer version of Guidepost.
# $names: the files in the ZIP file, with semicolons between them.
examine-take-out = { $count ->
    [one] The sealed reply in it is whole: take { $names } out of the ZIP file and use it by itself.
   *[other] { $count } replies in it are whole: take them out of the ZIP file and use each by itself: { $names }.
} Or ask the sender for the package again, as Guidepost saved it.

# What happened to a sealed reply on its way.
alteration-utf16 = it was saved in another encoding of text (UTF-16)
alteration-mark = an invisible mark was put before its first character
alteration-base64 = it is still encoded for the mail (base 64)
alteration-before = lines were put before its first line
alteration-line-ends = the line ends alone were changed, as between Windows and other systems
alteration-after = its end was changed: something was added there, or its last line end is gone

seal-missing = its first line is not a seal
seal-malformed = its first line, the seal, is damaged
seal-newer = its seal is of version { $version }, and this version of Guidepost knows version 1
seal-broken = its seal does not fit: something in the file was changed or lost after it was sealed

# What is wrong with a package; $name is a file in it.
package-newer = a newer version of Guidepost wrote it
package-not-a-package = it does not begin as a package does
package-cut-off = the archive is cut off, or something stands between its files
package-no-name = the name of a file is not UTF-8
package-long-name = the name of a file is longer than a package allows
package-too-many-files = it holds more than { $most } files, and no more go into a package
package-directory = its directory is not as the layout of a package wants it
package-end = its end is not as the layout of a package wants it
package-large-manifest = its manifest is too large to be one
package-no-submission = it holds no submission
package-count = its manifest lists { $listed } files, and it holds { $held }
package-too-large = the files come to { $length } bytes, and a package holds at most { $most }
package-name-empty = “{ $name }”: a name is empty
package-name-folder = “{ $name }”: this name leads to another folder
package-name-characters = “{ $name }”: this name has characters that not every disk can take
package-name-device = “{ $name }”: this name means something else on some computers
package-name-long = “{ $name }”: this name is too long
package-twice = “{ $name }”: this name is there twice
package-compressed = “{ $name }”: it is compressed, and a package holds its files as they are
package-header = “{ $name }”: its content is not what its header says, or the header is not as the layout of a package wants it
package-link = “{ $name }”: it is a link, and a package holds none
package-other-file = “{ $name }”: its manifest has another file at this place
package-other-digest = “{ $name }”: it is not the file of which the manifest gives the digest
package-other-folder = “{ $name }”: it is not in the folder of its kind
package-submission-place = “{ $name }”: a package holds one submission, and it comes first
package-submission-name = “{ $name }”: the name of a submission ends with .submission.ron
package-document-after-evidence = “{ $name }”: documents come before evidence
package-document-order = “{ $name }”: the documents of a package are one .pdf, then one .docx
package-missing = “{ $name }”: the submission names this file of evidence, and the package lacks it
package-other-evidence = “{ $name }”: this is not the file of evidence that the submission means: its digest differs
package-not-named = “{ $name }”: the submission does not name this file

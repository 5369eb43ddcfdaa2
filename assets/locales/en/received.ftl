# A reply that was received, to read.

received-none-title = A reply that came in
received-none = Open a submission or a package that a State sent: whether it is intact, and what it says, will stand here.
received-another = Verify another…
received-reading = Reading and checking…

received-intact = Intact
received-not-intact = Not intact
received-unreadable = Cannot be read
received-whose = The reply of { $state }, revision { $revision }
received-intact-submission = The file is, to the last byte, what was sealed. Checked: the seal, which covers every byte after the first line.
received-intact-package = { $files ->
    [0] Every byte of the package is as Guidepost wrote it. Checked: its layout, and the seal of the reply in it. It holds no files of evidence.
    [one] Every byte of the package is as Guidepost wrote it. Checked: its layout, its file of evidence, which is the one that the reply names, and the seal of the reply.
   *[other] Every byte of the package is as Guidepost wrote it. Checked: its layout, its { $files } files of evidence, which are those that the reply names, and the seal of the reply.
}
received-documents = For reading it also holds { $names }. The seal does not cover that: where it differs from the sealed reply, the reply decides.
received-not-intact-submission = Something in the file was changed or lost after it was sealed.
received-not-intact-package = Something in the package was changed or lost after Guidepost wrote it.
received-only-the-way = Nothing that the State wrote was changed, but the file is not as Guidepost saved it.
received-reply-whole = The sealed reply in it is whole, but the package is not as Guidepost wrote it.
received-newer = A newer version of Guidepost wrote this file, and this version cannot read it.
received-unreadable-why = This is no reply that Guidepost can read.

received-code = Code
received-code-note = Compare it with the code in the cover letter.
received-code-copy = Copy code
received-code-written = Code in the letter
received-code-so-far = The same so far: { $digits } of 16.
received-code-same = The same code: this is the file that the letter is about.
received-code-differs = Not the same code: it differs in group { $group }. Look at the letter again; if it stays so, ask the sender.

received-proof = What this proves, and what not
received-proves = It proves that nothing in the file was changed since it was sealed.
received-proves-not = It does not prove who sealed it: anybody can seal a file. Only a letter that came another way, with the same code, shows that.
received-wrong = What is wrong
received-nothing-unpacked = Nothing was unpacked, and the file was left as it is.
received-left-alone = The file was left as it is.
received-what-now = What to do
received-not-relied-on = What it says can be read below, but not relied on.

received-reply = The reply
received-sample = This reply is a sample, { $source }: nobody’s reply.
received-revision = Revision
received-instrument = Questions
received-instrument-words = { $id }, version { $version }
received-release = Released by
received-released-on = Date
received-reference = Reference of the letter

received-answers = Answers
received-answers-counts = { $unanswered ->
    [0] All { $answered } questions are answered.
    [one] { $answered } questions are answered, 1 is not.
   *[other] { $answered ->
        [one] 1 question is answered, { $unanswered } are not.
       *[other] { $answered } questions are answered, { $unanswered } are not.
    }
}

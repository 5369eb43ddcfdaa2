# The draft of the cover letter.

letter-reference = Reference: { $reference }
letter-is-sample = This is a sample, { $source }; it is nobody’s reply.
letter-request = your request
letter-request-title = your request “{ $title }”
letter-request-number = your note verbale { $number }
letter-request-number-title = your note verbale { $number }, “{ $title }”
letter-sends = With reference to { $request }, we send you the reply of { $state } on the application of the Guidelines for the Prevention of Crime (Economic and Social Council resolution 2002/13, annex).
letter-file = File: { $name }
letter-revision = Revision: { $revision }, with { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
letter-code = Code: { $code }
letter-proves = If Guidepost shows the same code for the file that you received, the file is what we sealed, to the last byte. The code does not show who sent it; this letter does. A later revision replaces this one.
letter-prepared = The reply was prepared with Guidepost: its own questions on resolution 2002/13, not a form of the United Nations.
letter-ask = For questions about it, please write to { $contact }.

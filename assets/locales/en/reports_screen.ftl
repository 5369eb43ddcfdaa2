# The screen of reports: what is written, its pages, and the writing.

reports-title = Reports
reports-note = Look at the pages here. Nothing is written until you choose Write.
reports-which = Report
reports-own = The State’s own report
reports-own-note = Where the State stands, and why: for the State itself. It is never part of a reply.
reports-filled = The questionnaire, filled
reports-filled-note = Every question with its answer: the reply on paper. It holds no remark of the council.
reports-blank = The questionnaire, blank
reports-blank-note = Every question with room to write, to print on the first day.
reports-parts = Parts
reports-part-profiles = Profiles
reports-part-gaps = Gaps
reports-part-plan = Plan
reports-part-answers = Answers with all their texts
reports-part-remarks = Internal remarks
reports-remarks-note = Internal remarks are for the council alone.
reports-remarks-warning = With internal remarks this report is for the council alone. Every page says so. Do not send it to anybody else.
reports-application = How far things are applied
reports-format = Format
reports-pdf = PDF
reports-pdf-note = Pages as you see them here, to print and to pass on.
reports-docx = Word (DOCX)
reports-docx-note = A document to edit further, in Word or LibreOffice.
reports-xlsx = Excel (XLSX)
reports-xlsx-note = A workbook with one sheet for each table.
reports-csv = CSV
reports-csv-note = One line for each value, for other programs.
reports-write = Write…
reports-writing = The report is being written and read back.

reports-setting = Setting the pages…
reports-wait = The pages will stand here in a moment.
reports-previous = Previous page
reports-previous-key = Previous page (Ctrl+Page Up)
reports-next = Next page
reports-next-key = Next page (Ctrl+Page Down)
reports-page-short = { $page } / { $count }
reports-page = Page { $page } of { $count }
reports-no-pages = This Guidepost was built without PDF (feature pdf), so it shows no pages. Writing as Word, Excel or CSV works.
reports-fault = The pages could not be set. Writing as Word (DOCX) works without them. The reason: { $fault }
reports-missing = No font on this machine has these characters, so the pages show their codes: { $characters }. Write the report as Word (DOCX), which keeps them.

notice-report-written = The report is written, and was read back: { $path }
notice-report-lacking = The report is written, and was read back: { $path }. No font on this machine has these characters, so the pages show their codes: { $characters }. Word (DOCX) keeps them.
file-report-title = Save the report
file-report-filter = Reports

//! What a well-formed file may not say.

use guidepost::app::file;
use guidepost::format::write_assessment;

use super::{check_edited, edited};
use crate::support::instrument;

#[test]
fn what_stands_twice_is_told_by_its_id() {
    let answer = "Answer(id: \"17.a\", revision: 1),\n    ";
    check_edited(
        &[("Answer(", &format!("{answer}Answer("))],
        &["FILE, answer 17.a: stands more than once; keep one of the two"],
    );
    check_edited(
        &[(
            "0000000a0001\", name: \"Another\"",
            "0000000a0002\", name: \"Another\"",
        )],
        &["FILE, answer 30.networks: has two entries with the same id; keep one"],
    );
    check_edited(
        &[("0000e002\"", "0000e001\"")],
        &["FILE, answer 17.a: has two entries with the same id; keep one"],
    );
    check_edited(
        &[("Cell(level: \"regional\"", "Cell(level: \"local\"")],
        &["FILE, answer 17.a: has two cells at local level; keep one"],
    );
    check_edited(
        &[("field: \"missing\"", "field: \"exists\"")],
        &["FILE, answer 17.a: has two texts exists; keep one"],
    );
    check_edited(
        &[("area: \"17\"", "area: \"all\"")],
        &["FILE, answer 29: has two rows for area all; keep one"],
    );
    check_edited(
        &[(
            "FieldStamp(field: \"text.exists\"",
            "FieldStamp(field: \"standing.national\"",
        )],
        &["FILE, answer 17.a: has two stamps of standing.national; keep one"],
    );
    let standing = "Standing(level: \"national\", standing: \"no\")";
    check_edited(
        &[(standing, &format!("{standing}, {standing}"))],
        &["FILE, previous answer 17.a: has two standings at national level; keep one"],
    );
    check_edited(
        &[("Lent(id: \"26.b\")", "Lent(id: \"26.a\")")],
        &["FILE, lent question 26.a: stands more than once; keep one of the two"],
    );
    let loan =
        "Loan(part: \"00000000-0000-0000-0000-00000010a001\", to: \"A\", questions: []),\n    ";
    check_edited(
        &[("Loan(", &format!("{loan}Loan("))],
        &[
            "FILE, loan 00000000-0000-0000-0000-00000010a001: stands more than once; keep one of the two",
        ],
    );
    let dispute = "Dispute(id: \"18.a\", field: \"standing.national\", values: []),\n    ";
    check_edited(
        &[("Dispute(", &format!("{dispute}Dispute("))],
        &["FILE, dispute 18.a, standing.national: stands more than once; keep one of the two"],
    );
    let action = "Action(id: \"00000000-0000-0000-0000-0000000ac001\", what: \"\"),\n    ";
    check_edited(
        &[("Action(", &format!("{action}Action("))],
        &[
            "FILE, action 00000000-0000-0000-0000-0000000ac001: stands more than once; keep one of the two",
        ],
    );
    let sent = "Sent(revision: 1, digest: \"\", when: \"2026-11-20T10:00:00Z\", released_by: Stamp(when: \"2026-11-20T10:00:00Z\")),\n    ";
    check_edited(
        &[("Sent(", &format!("{sent}Sent("))],
        &["FILE, sent revision 1: stands more than once; keep one of the two"],
    );
}

#[test]
fn all_wrong_words_are_told_at_once_each_with_its_place() {
    check_edited(
        &[
            ("5f0c7a52-3c1e", "5f0c7a52"),
            ("id: \"un-2002-13\"", "id: \"UN 2002/13\""),
            ("due: \"2026-12-31\"", "due: \"31.12.2026\""),
            ("state: \"KEN\"", "state: \"Kenya\""),
            ("\"local\",\n    ],\n  ),", "\"city\",\n    ],\n  ),"),
            ("level: \"regional\"", "level: \"district\""),
            ("standing: \"in_part\"", "standing: \"partly\""),
            ("application: \"not_yet\"", "application: \"soon\""),
            ("units: (4, 21)", "units: (22, 21)"),
            ("field: \"missing\"", "field: \"lacking\""),
            ("kind: \"law\"", "kind: \"Law!\""),
            ("0000e002\"", "0000e0zz\""),
            ("\"2026-11-20T09:30:00Z\"", "\"2026-11-20 09:30\""),
            ("field: \"standing.national\"", "field: \"standing.world\""),
            ("extent: \"in_part\"", "extent: \"some\""),
            (
                "choice: \"interior\"",
                "choice: \"Ministry of the Interior\"",
            ),
            ("by: \"2027-06-30\"", "by: \"2027-06-31\""),
            ("field: \"standing.local\"", "field: \"mood.local\""),
            (
                "field: \"standing.national\", token: \"yes\"",
                "field: \"standing.local\", token: \"yes\"",
            ),
            ("date: \"2006-10-01\"", "date: \"October 2006\""),
            ("when: \"2026-11-20T10:00:00Z\"", "when: \"\""),
            (
                "id: \"17.a\",\n      field: \"standing.national\"",
                "id: \"17 a\",\n      field: \"standing.national\"",
            ),
        ],
        &[
            "FILE, head: \"5f0c7a52-4b7e-9d53-0a8f4f1f2b6c\" is not a UUID",
            "FILE, head: \"UN 2002/13\" is not the id of an instrument",
            "FILE, call: \"31.12.2026\" is not a date such as 2026-11-21",
            "FILE, profile: \"city\" is not a level; use one of: national, regional, local",
            "FILE, profile: \"Kenya\" is not the three-letter code of a State, such as CAN",
            "FILE, answer 17.a: \"district\" is not a level; use one of: national, regional, local",
            "FILE, answer 17.a: \"partly\" is not a standing; use one of: yes, in_part, no, not_applicable, not_known",
            "FILE, answer 17.a: \"soon\" is not a degree of application; use one of: not_yet, partly, applied",
            "FILE, answer 17.a: 22 of 21 is not possible: write 4/21 for 4 of 21 units",
            "FILE, answer 17.a: \"lacking\" is not a text of an answer; use one of: exists, missing, difficulty, useful, reason, expected, text, choice, remark, responsible",
            "FILE, answer 17.a: \"Law!\" is not the id of a kind",
            "FILE, answer 17.a: \"00000000-0000-0000-0000-00000000e0zz\" is not a UUID",
            "FILE, answer 17.a: \"world\" is not a level; use one of: national, regional, local",
            "FILE, answer 17.a: \"2026-11-20 09:30\" is not a moment such as 2026-11-21T09:30:00Z",
            "FILE, answer 29: \"some\" is not a need or an offer; use one of: yes, in_part, no",
            "FILE, answer 7.lead: \"Ministry of the Interior\" is not the id of an option",
            "FILE, action 00000000-0000-0000-0000-0000000ac001: \"2027-06-31\" is not a date such as 2026-11-21",
            "FILE, lent question 26.a: \"mood.local\" is not a field of an answer",
            "FILE, dispute 18.a, standing.national: holds a value of another field",
            "FILE, previous reply: \"October 2006\" is not a date such as 2026-11-21",
            "FILE, sent revision 1: \"\" is not a moment such as 2026-11-21T09:30:00Z",
            "FILE, trail: \"17 a\" is not the id of a question",
        ],
    );
}

#[test]
fn another_instrument_is_refused_and_a_newer_one_of_the_same_kind_is_read() {
    check_edited(
        &[("id: \"un-2002-13\"", "id: \"our-own\"")],
        &[
            "FILE: it answers the instrument our-own, not un-2002-13. Open it with the Guidepost that asks those questions.",
        ],
    );
    let newer = edited(&[("version: 1", "version: 7")]);
    let assessment = file::decode(newer.as_bytes(), "it", instrument()).unwrap();
    assert_eq!(assessment.unknown_answers(instrument()).count(), 1);
    let written = write_assessment(&assessment).unwrap();
    assert!(written.contains("version: 7") && written.contains("99.asked-later"));
}

#[test]
fn words_of_a_newer_instrument_are_kept() {
    let newer = edited(&[
        ("kind: \"law\"", "kind: \"treaty\""),
        ("choice: \"interior\"", "choice: \"presidency\""),
        ("area: \"other\"", "area: \"cybercrime\""),
    ]);
    let assessment = file::decode(newer.as_bytes(), "it", instrument()).unwrap();
    let written = write_assessment(&assessment).unwrap();
    for word in ["treaty", "presidency", "cybercrime"] {
        assert!(written.contains(word), "{word}");
    }
}

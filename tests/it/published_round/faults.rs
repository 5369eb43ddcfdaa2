//! What is said of a file that is wrong.

use guidepost::format::{read_published_round, read_states};

use super::states;

const ROUND: &str = include_str!("../../../guidelines/round-2007.ron");
const STATES: &str = include_str!("../../../guidelines/states.ron");

/// Changes a file in these places, and compares the faults, each with what it has to say.
#[track_caller]
fn check(text: &str, changes: &[(&str, &str)], expected: &[&str]) {
    let mut edited = text.to_owned();
    for (from, to) in changes {
        assert!(edited.contains(from), "{from:?} is not in the file");
        edited = edited.replacen(from, to, 1);
    }
    let faults = if text == STATES {
        read_states(&edited).unwrap_err()
    } else {
        read_published_round(&edited, &states()).unwrap_err()
    };
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(
            line.contains(expected),
            "{line:?} does not say {expected:?}"
        );
    }
}

#[test]
fn a_file_that_is_no_round_is_reported_with_its_line() {
    check(ROUND, &[("stated: 37", "stated: \"37\"")], &["line "]);
    check(
        ROUND,
        &[("members: 192,", "members: 192, invited: 192,")],
        &["invited"],
    );
    check(
        ROUND,
        &[("says: Cell(", "says: Cell(units: 4, ")],
        &["units"],
    );
    check(ROUND, &[("format: 1", "format: 2")], &["has format 2"]);
}

#[test]
fn every_wrong_word_is_reported_at_once() {
    check(
        ROUND,
        &[
            ("\"2007-02-09\"", "\"9 February 2007\""),
            ("standings: [\"yes\"]", "standings: [\"sometimes\"]"),
            ("levels: [\"regional\"]", "levels: [\"district\"]"),
            ("\"DZA\", \"BOL\", \"CZE\"", "\"DZA\", \"Bolivia\", \"CZE\""),
            ("field: \"useful\"", "field: \"helpful\""),
            ("side: \"offer\"", "side: \"give\""),
        ],
        &[
            "source: ",
            "list note-2: \"sometimes\" is not a standing",
            "list note-4: \"district\" is not a level",
            "list note-7: \"Bolivia\" is not the three-letter code",
            "example iceland-lifestyle: \"helpful\"",
            "remark germany: \"give\"",
        ],
    );
}

#[test]
fn what_does_not_fit_together_is_reported_at_once() {
    check(
        ROUND,
        &[
            ("id: \"note-3\"", "id: \"note-2\""),
            ("stated: 24", "stated: 23"),
            (
                "(list: \"note-53\", state: \"CAN\")",
                "(list: \"note-53\", state: \"COL\")",
            ),
        ],
        &[
            "list note-2: stands more than once",
            "list note-4: names more States than the report states",
            "doubt note-53-canada: withdraws COL from list note-53, which lacks it",
            "question 23.d.unintended, national: CAN has two standings",
        ],
    );
    check(
        ROUND,
        &[("states: [\"LTU\", \"PRT\"]", "states: [\"LTU\", \"FRA\"]")],
        &["list note-8: names FRA, which did not reply"],
    );
    check(
        ROUND,
        &[("need_in_part: [\"SVK\"]", "need_in_part: [\"PAK\"]")],
        &["area 18: need: a State twice"],
    );
    check(
        ROUND,
        &[("example: \"greece-need\"", "example: \"germany-offer\"")],
        &["remark greece: example germany-offer"],
    );
    check(
        ROUND,
        &[("field: \"useful\"", "field: \"exists\"")],
        &["example iceland-campaign: is a second text of ISL in this field"],
    );
    check(
        ROUND,
        &[("field: \"useful\"", "field: \"remark\"")],
        &["example iceland-lifestyle: field remark is never sent"],
    );
    check(
        ROUND,
        &[("(id: \"COL\", name", "(id: \"XKX\", name")],
        &["reply XKX: is not a Member State"],
    );
}

#[test]
fn every_fault_of_the_states_is_reported_at_once() {
    check(
        STATES,
        &[
            ("m49: \"004\"", "m49: \"4\""),
            (
                "group: \"AFR\", name: \"Angola\"",
                "group: \"Africa\", name: \"Angola\"",
            ),
            ("name: \"Albania\"", "name: \" Albania\""),
            ("(id: \"AND\"", "(id: \"Andorra\""),
            ("[\"Burma\"]", "[\"Albania\", \"Nepal\"]"),
        ],
        &[
            "State NPL: \"Nepal\" stands for State MMR too",
            "State AFG: M49 code",
            "State AGO: \"Africa\" is not a regional group",
            "State ALB: name",
            "State Andorra: ",
        ],
    );
    check(STATES, &[("format: 1", "format: 2")], &["has format 2"]);
}

//! What is said of a file that is wrong.

use guidepost::format::read_published_round;

use crate::support::explained;

const ROUND: &str = include_str!("../../../guidelines/round-2007.ron");

/// Changes the file in one place, and looks at what its fault has to say.
#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    assert!(ROUND.contains(from), "{from:?} is not in the file");
    let fault = read_published_round("FILE", &ROUND.replacen(from, to, 1)).unwrap_err();
    let line = explained(&fault);
    assert!(line.starts_with("FILE"), "{line:?}");
    assert!(
        line.contains(expected),
        "{line:?} does not say {expected:?}"
    );
}

#[test]
fn a_file_that_is_no_round_is_reported_with_its_line() {
    check("stated: 37", "stated: \"37\"", "line ");
    check("members: 192,", "members: 192, invited: 192,", "invited");
    check("says: Cell(", "says: Cell(units: 4, ", "units");
    check("format: 1", "format: 2", "has format 2");
}

#[test]
fn a_wrong_word_is_reported_with_its_line() {
    check("\"2007-02-09\"", "\"9 February 2007\"", "line ");
    check(
        "standings: [\"yes\"]",
        "standings: [\"sometimes\"]",
        "Text(\"sometimes\") what=Text(\"standing\")",
    );
    check(
        "levels: [\"regional\"]",
        "levels: [\"district\"]",
        "Text(\"district\") what=Text(\"level\")",
    );
    check(
        "\"DZA\", \"BOL\", \"CZE\"",
        "\"DZA\", \"Bolivia\", \"CZE\"",
        "Text(\"Bolivia\") what=Text(\"state\")",
    );
    check("field: \"useful\"", "field: \"helpful\"", "\"helpful\"");
    check("side: \"offer\"", "side: \"give\"", "\"give\"");
}

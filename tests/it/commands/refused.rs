//! What is refused, with the file as it was.

use std::fs;

use guidepost::app::file::encode;
use guidepost::domain::{Change, Edit, FieldValue, QuestionId, Stamp, TextField};
use guidepost::format::{LARGEST_FILE, read_assessment};
use guidepost::store::{Lock, StoreError, now};
use serde_json::json;

use super::{about, new_file};
use crate::support::{done, instrument, json, run, run_at, word};

/// A file that is there.
const ATTACHMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");

/// The command about a file is refused in these words, and the file stays as it was to the byte.
#[track_caller]
fn check_refused(words: &[&str], expected: &str) {
    let (folder, path) = new_file();
    done(&about(
        &path,
        &["answer", "17.a", "national=yes", "--clear"],
    ));
    done(&about(&path, &["profile", "--levels", "national,local"]));
    let before = fs::read(&path).unwrap();
    let ran = run(&about(&path, words));
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert!(
        ran.err.contains(expected),
        "{:?} does not say {expected:?}",
        ran.err
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// Commands about a file, each with what is said against it.
const REFUSED: &[(&[&str], &str)] = &[
    (&["answer", "99", "national=yes"], "there is no question 99"),
    (
        &["answer", "17 a", "national=yes"],
        "is not the id of a question",
    ),
    (&["answer", "17.a"], "nothing was said about 17.a"),
    (&["answer", "17.a", "yes"], "\"yes\" has no level"),
    (&["answer", "17.a", "city=yes"], "\"city\" is not a level"),
    (
        &["answer", "17.a", "national=maybe"],
        "\"maybe\" is not a standing",
    ),
    (
        &["answer", "17.a", "regional=yes"],
        "the State has no regional level",
    ),
    (
        &["answer", "17", "local=yes"],
        "is not asked at local level",
    ),
    (
        &["answer", "17.b", "national=no", "local=maybe"],
        "\"maybe\" is not a standing",
    ),
    (
        &["answer", "17.b", "national=no", "regional=no"],
        "the State has no regional level",
    ),
    (&["answer", "17.b", "--clear"], "has no answer yet"),
    (
        &["answer", "17.a", "--applied", "national=soon"],
        "\"soon\" is not a degree",
    ),
    (
        &["answer", "17.a", "--units", "local=4"],
        "\"4\" are no units",
    ),
    (
        &["answer", "17.a", "--units", "local=22/21"],
        "22 of 21 is not possible",
    ),
    (
        &["answer", "17.a", "--units", "local=1/4294967296"],
        "are no units",
    ),
    (
        &["answer", "17.a", "--choice", "police"],
        "it takes no option",
    ),
    (
        &["answer", "7.lead", "--choice", "army"],
        "knows no option army",
    ),
    (
        &["answer", "7.lead", "national=yes"],
        "it takes no standing",
    ),
    (
        &["answer", "17.a", "--text", "x"],
        "it takes no text of its own",
    ),
    (&["answer", "30.networks", "--add", " "], "needs a name"),
    (
        &["answer", "30.networks", "--add", "A", "--kind", "law"],
        "knows no kind law",
    ),
    (
        &["answer", "30.networks", "--remove", "A"],
        "the list has no item \"A\"",
    ),
    (&["answer", "17.a", "--add", "A"], "it takes no list item"),
    (&["answer", "29", "20", "--need", "yes"], "knows no area 20"),
    (&["answer", "29", "17"], "say what area 17 needs or offers"),
    (&["answer", "29", "--need", "yes"], "takes one area, or all"),
    (
        &["answer", "29", "17", "18", "--need", "yes"],
        "takes one area, or all",
    ),
    (
        &["answer", "29", "17", "--need", "some"],
        "is not a need or an offer",
    ),
    (&["evidence", "17.a", "--title", ""], "needs a name"),
    (
        &["evidence", "17.a", "--title", "A law", "--kind", "statute"],
        "knows no kind statute",
    ),
    (
        &[
            "evidence",
            "17.a",
            "--title",
            "A law",
            "--file",
            "/nowhere/law.pdf",
        ],
        "no such file",
    ),
    (
        &[
            "evidence", "17.a", "--title", "A law", "--kind", "statute", "--file", ATTACHMENT,
        ],
        "knows no kind statute",
    ),
    (
        &["evidence", "99", "--title", "A law", "--file", ATTACHMENT],
        "no question 99",
    ),
    (&["evidence", "17.a"], "--title"),
    (&["profile", "--levels", "city"], "\"city\" is not a level"),
    (
        &["profile", "--due", "29/02/2028"],
        "year-month-day, such as 2028-02-29",
    ),
    (&["profile", "--due", "2026-02-29"], "year-month-day"),
    (
        &["answer", "17.a", "--exists", "--clear"],
        "this is an option, not a text",
    ),
    (
        &["answer", "17.a", "--exists", "-h"],
        "this is an option, not a text",
    ),
    (
        &["gaps", "--standing", "maybe"],
        "\"maybe\" is not a standing",
    ),
    (
        &["gaps", "--standing", "yes"],
        "in_part, no, not_known, none",
    ),
    (&["gaps", "--standing", "not_applicable"], "is no gap"),
    (&["gaps", "--principle", "99"], "7..=14"),
    (&["gaps", "--principle", "6"], "7..=14"),
];

#[test]
fn what_cannot_be_leaves_the_file_as_it_was() {
    for (words, expected) in REFUSED {
        check_refused(words, expected);
    }
}

#[test]
fn a_value_that_goes_unheard_is_refused() {
    check_refused(&["answer", "17.a", "national=no", "--need", "yes"], "need");
    check_refused(&["answer", "17.a", "national=no", "--kind", "law"], "kind");
    check_refused(
        &[
            "answer",
            "29",
            "17",
            "--need",
            "yes",
            "--units",
            "local=1/2",
        ],
        "units",
    );
    check_refused(&["answer", "17.a", "national=no", "--year", "2019"], "year");
    check_refused(&["answer", "17.a", "national=yes", "national=no"], "twice");
    for given in [["--reason", "because"], ["--kind", "training"]] {
        let [option, value] = given;
        let words = ["answer", "29", option, value, "--exists", "y"];
        check_refused(&words, "say --need or --offer too");
        check_refused(&["answer", "29", "17", option, value], "say --need or");
    }
}

#[test]
fn a_file_that_somebody_has_open_is_read_and_not_written() {
    let (folder, path) = new_file();
    let before = fs::read(&path).unwrap();
    let lock = Lock::acquire(&path, "Ben").unwrap();
    for words in [
        &["answer", "17.a", "national=yes"][..],
        &["profile", "--institution", "Council"],
        &["evidence", "17.a", "--title", "A law"],
    ] {
        let ran = run(&about(&path, words));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("Ben has this file open"), "{}", ran.err);
        assert!(ran.err.contains(word(&path)), "{}", ran.err);
        assert_eq!(fs::read(&path).unwrap(), before);
    }
    json(&["show", word(&path), "--json"]);
    done(&about(&path, &["profile"]));
    drop(lock);
    done(&about(&path, &["answer", "17.a", "national=yes"]));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// What a name says after a line feed begins no line of its own, and nothing acts on the terminal.
#[track_caller]
fn check_forges_no_line(words: &[&str]) {
    let ran = run(words);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{words:?}");
    let shown = ["␊Intact", "\\nIntact"];
    assert!(shown.iter().any(|it| ran.err.contains(it)), "{}", ran.err);
    for line in ran.err.lines() {
        assert!(!line.starts_with("Intact"), "{}", ran.err);
        assert!(!line.contains(char::is_control), "{line:?}");
    }
}

#[test]
fn no_name_forges_a_line_of_what_is_refused() {
    check_forges_no_line(&["show", "no\u{1b}[2J\nIntact"]);
    check_forges_no_line(&["report", "no.assessment.ron", "-o", "a\nIntact"]);
    check_forges_no_line(&["show", "no.ron", "--\u{1b}\nIntact"]);
    check_forges_no_line(&["new", "--state", "C\u{7}\nIntact", "-o", "no.ron"]);
    check_forges_no_line(&[
        "answer",
        "no.ron",
        "17.a",
        "--applied",
        "national=a\nIntact",
    ]);

    let (_folder, path) = new_file();
    let text = fs::read_to_string(&path).unwrap();
    let odd = text.replacen("\"CAN\"", r#""C\u{1b}\nIntact""#, 1);
    assert_ne!(text, odd);
    fs::write(&path, odd).unwrap();
    check_forges_no_line(&["show", word(&path)]);
    check_forges_no_line(&["answer", word(&path), "17.a", "national=yes"]);
}

#[test]
fn a_new_file_overwrites_none_without_force() {
    for make in ["new", "example"] {
        let (_folder, path) = new_file();
        done(&about(&path, &["answer", "17.a", "national=yes"]));
        let before = fs::read(&path).unwrap();
        let words = [make, "--state", "can", "-o", word(&path)];
        let ran = run(&words);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("--force overwrites it"), "{}", ran.err);
        assert_eq!(fs::read(&path).unwrap(), before);

        let force = [&words[..], &["--force"]].concat();
        let ran = run(&force);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("no home folder"), "{}", ran.err);
        let home = tempfile::tempdir().unwrap();
        let lock = Lock::acquire(&path, "Ben").unwrap();
        let ran = run_at(Some(home.path()), &force);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("Ben has this file open"), "{}", ran.err);
        assert_eq!(fs::read(&path).unwrap(), before);
        drop(lock);

        let ran = run_at(Some(home.path()), &force);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let kept = ran.out.lines().next().unwrap();
        let kept = kept
            .strip_prefix("The file that was there is kept here: ")
            .unwrap();
        assert_eq!(fs::read(kept).unwrap(), before);
        let shown = json(&["show", word(&path), "--json"]);
        assert_eq!(shown["state"], "CAN");
        assert_eq!(shown["sample"].is_string(), make == "example");
    }
}

#[test]
fn only_a_member_has_an_assessment_and_only_a_reply_a_sample() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("it.assessment.ron");
    let refused = |make: &str, state: &str, expected: &str| {
        let ran = run(&[make, "--state", state, "-o", word(&path)]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains(expected), "{}", ran.err);
        assert!(!path.exists());
    };
    refused(
        "example",
        "FRA",
        "FRA did not reply in 2006; the 2007 report knows the replies of: ",
    );
    refused("example", "fra", "FRA did not reply in 2006");
    refused("example", "XKX", "XKX did not reply in 2006");
    refused("new", "XKX", "XKX is no Member State");
    refused("new", "CANADA", "is not the three-letter code of a State");
    refused("new", "", "is not the three-letter code of a State");
    done(&["new", "--state", "fra", "-o", word(&path)]);
    let shown = json(&["show", word(&path), "--json"]);
    assert_eq!(shown["state"], "FRA");
    assert_eq!(shown["levels"], json!(["national", "regional", "local"]));
    assert_eq!(shown["progress"]["done"], 0);
}

/// Every command saves what this gives.
#[test]
fn what_could_not_be_opened_again_is_not_saved() {
    let (_folder, path) = new_file();
    let mut assessment = read_assessment(&fs::read(&path).unwrap(), "a").unwrap();
    let remark = "z".repeat(usize::try_from(LARGEST_FILE).unwrap());
    let value = FieldValue::Text(TextField::Remark, remark);
    let edit = Edit {
        stamp: Stamp {
            who: String::new(),
            body: String::new(),
            when: now(),
        },
        change: Change::Set(QuestionId::parse("17.b").unwrap(), Box::new(value)),
    };
    assessment.apply(instrument(), edit).unwrap();
    let refused = encode(&assessment, &path).unwrap_err();
    assert!(
        matches!(refused, StoreError::TooLarge { .. }),
        "{refused:?}"
    );
}

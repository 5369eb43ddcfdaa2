//! The commands: what they print, what they refuse, and their exit codes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use guidepost::store::Lock;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{done, json, run, word};

/// A file that is there.
const ATTACHMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");

/// A folder with a new assessment of Canada in it.
fn new_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    done(&["new", "--state", "CAN", "-o", word(&path)]);
    (folder, path)
}

/// Makes the command of these words about a file, which come after the command's name.
fn about<'a>(path: &'a Path, words: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec![words[0], word(path)];
    all.extend(&words[1..]);
    all
}

/// What the file shows after these commands about it.
#[track_caller]
fn shown_after(commands: &[&[&str]]) -> Value {
    let (_folder, path) = new_file();
    for words in commands {
        done(&about(&path, words));
    }
    json(&["show", word(&path), "--json"])
}

/// The part of what is shown that these commands about a new file leave.
#[track_caller]
fn check(commands: &[&[&str]], part: &str, expected: &Value) {
    assert_eq!(&shown_after(commands)[part], expected);
}

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

/// The keys of an object, in their order.
#[track_caller]
fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn a_cell_is_answered_by_its_level() {
    check(
        &[
            &[
                "answer",
                "17.a",
                "local=in_part",
                "national=yes",
                "--units",
                "local=4/21",
            ],
            &["answer", "17.a", "--applied", "national=partly"],
        ],
        "answers",
        &json!([
            {"id": "17.a", "level": "national", "standing": "yes", "application": "partly", "units": null},
            {"id": "17.a", "level": "local", "standing": "in_part", "application": null, "units": [4, 21]},
        ]),
    );
    for standing in ["yes", "in_part", "no", "not_applicable", "not_known"] {
        let value = format!("national={standing}");
        let shown = shown_after(&[&["answer", "7.law", &value]]);
        assert_eq!(shown["answers"][0]["standing"], standing);
        assert_eq!(shown["progress"]["done"], 1);
    }
}

#[test]
fn none_takes_a_value_away() {
    let taken = json!([]);
    check(
        &[
            &["answer", "17.a", "national=yes"],
            &["answer", "17.a", "national=none"],
        ],
        "answers",
        &taken,
    );
    check(
        &[
            &[
                "answer",
                "17.a",
                "--applied",
                "national=partly",
                "--units",
                "national=1/1",
            ],
            &[
                "answer",
                "17.a",
                "--applied",
                "national=none",
                "--units",
                "national=none",
            ],
        ],
        "answers",
        &taken,
    );
    check(
        &[
            &["answer", "7.lead", "--choice", "police"],
            &["answer", "7.lead", "--choice", "none"],
        ],
        "choices",
        &taken,
    );
    let sheet = json!({"all_areas_need": null, "all_areas_offer": null, "rows": []});
    check(
        &[
            &["answer", "29", "all", "--need", "yes"],
            &["answer", "29", "all", "--need", "none"],
        ],
        "assistance",
        &sheet,
    );
    check(
        &[
            &["answer", "17.a", "--exists", "a plan"],
            &["answer", "17.a", "--exists", ""],
        ],
        "texts",
        &taken,
    );
}

#[test]
fn every_text_has_an_option() {
    check(
        &[
            &[
                "answer",
                "17.a",
                "--exists",
                "1",
                "--missing",
                "2",
                "--difficulty",
                "3",
                "--useful",
                "4",
                "--reason",
                "5",
                "--expected",
                "6",
                "--remark",
                "7",
                "--responsible",
                "8",
                "--note",
                "national=9",
            ],
            &["answer", "closing.success", "--text", "Much"],
        ],
        "texts",
        &json!([
            {"id": "17.a", "field": "exists", "text": "1"},
            {"id": "17.a", "field": "missing", "text": "2"},
            {"id": "17.a", "field": "difficulty", "text": "3"},
            {"id": "17.a", "field": "useful", "text": "4"},
            {"id": "17.a", "field": "reason", "text": "5"},
            {"id": "17.a", "field": "expected", "text": "6"},
            {"id": "17.a", "field": "remark", "text": "7"},
            {"id": "17.a", "field": "responsible", "text": "8"},
            {"id": "17.a", "field": "note.national", "text": "9"},
            {"id": "closing.success", "field": "text", "text": "Much"},
        ]),
    );
}

#[test]
fn choices_lists_and_assistance_are_answered_by_their_kind() {
    check(
        &[&[
            "answer",
            "7.lead",
            "--choice",
            "several",
            "--text",
            "Interior and Justice",
        ]],
        "choices",
        &json!([{"id": "7.lead", "option": "several", "text": "Interior and Justice"}]),
    );
    check(
        &[
            &[
                "answer",
                "30.networks",
                "--add",
                "A",
                "--kind",
                "research",
                "--level",
                "local",
                "--language",
                "en",
                "--year",
                "1996",
                "--address",
                "x",
                "--public-remark",
                "y",
            ],
            &["answer", "30.networks", "--add", "B"],
            &["answer", "30.networks", "--add", "C"],
            &["answer", "30.networks", "--remove", "B"],
        ],
        "lists",
        &json!([{"id": "30.networks", "items": [
            {"name": "A", "kind": "research", "level": "local", "language": "en", "year": 1996,
             "address": "x", "remark_public": "y"},
            {"name": "C", "kind": null, "level": null, "language": "", "year": null,
             "address": "", "remark_public": ""},
        ]}]),
    );
    check(
        &[
            &["answer", "29", "all", "--need", "in_part"],
            &["answer", "29", "social", "--offer", "no"],
            &[
                "answer", "29", "17", "--need", "yes", "--kind", "training", "--reason", "new",
            ],
        ],
        "assistance",
        &json!({"all_areas_need": "in_part", "all_areas_offer": null, "rows": [
            {"area": "17", "need": "yes", "offer": null, "need_kinds": ["training"],
             "need_reason": "new", "offer_kinds": [], "offer_reason": ""},
            {"area": "social", "need": null, "offer": "no", "need_kinds": [],
             "need_reason": "", "offer_kinds": [], "offer_reason": ""},
        ]}),
    );
}

#[test]
fn evidence_is_kept_with_its_file() {
    let (folder, path) = new_file();
    let law = folder.path().join("law.pdf");
    fs::write(&law, "the law").unwrap();
    let words = [
        "evidence",
        "17.a",
        "--title",
        "A law",
        "--kind",
        "law",
        "--body",
        "Parliament",
        "--year",
        "2019",
        "--language",
        "en",
        "--pages",
        "3-7",
        "--address",
        "x",
        "--file",
        word(&law),
        "--levels",
        "national,local",
    ];
    done(&about(&path, &words));
    let shown = json(&["show", word(&path), "--json"]);
    assert_eq!(
        shown["evidence"],
        json!([{"id": "17.a", "title": "A law", "kind": "law", "body": "Parliament", "year": 2019,
            "language": "en", "pages": "3-7", "address": "x", "file_name": "law.pdf",
            "sha256": "a0b8eb2fbe2f184bcf2b5bd4868980bbc45859a2220e3d64544938fa1148b30f",
            "levels": ["national", "local"]}])
    );
    let kept = folder.path().join("CAN.evidence/law.pdf");
    assert_eq!(fs::read(kept).unwrap(), b"the law");
}

#[test]
fn what_cannot_be_leaves_the_file_as_it_was() {
    let cases: &[(&[&str], &str)] = &[
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
        (&["profile", "--due", "31.12.2026"], "31.12.2026"),
        (
            &["gaps", "--standing", "maybe"],
            "\"maybe\" is not a standing",
        ),
    ];
    for (words, expected) in cases {
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

        done(&[&words[..], &["--force"]].concat());
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

#[test]
fn the_profile_is_printed_as_it_was_given() {
    let (_folder, path) = new_file();
    let words = [
        "profile",
        "--levels",
        "local",
        "--institution",
        "Council",
        "--focal-point",
        "Ana",
        "--focal-point-title",
        "Head",
        "--focal-point-email",
        "a@example.org",
        "--focal-point-telephone",
        "1",
        "--deputy",
        "Ben",
        "--deputy-title",
        "Deputy",
        "--deputy-email",
        "b@example.org",
        "--deputy-telephone",
        "2",
        "--contributor",
        "Cleo=Police",
        "--contributor",
        "Dan",
        "--period",
        "2022 to 2026",
        "--reply-language",
        "fr",
        "--call",
        "2026",
        "--call-title",
        "The call",
        "--note-verbale",
        "CU 1",
        "--note-verbale-date",
        "2026-08-01",
        "--due",
        "2026-12-31",
        "--address",
        "c@example.org",
    ];
    done(&about(&path, &words));
    let expected = "state: CAN\nlevels: national, local\ninstitution: Council\nfocal point: Ana\n\
        focal point's title: Head\nfocal point's e-mail: a@example.org\n\
        focal point's telephone: 1\ndeputy: Ben\ndeputy's title: Deputy\n\
        deputy's e-mail: b@example.org\ndeputy's telephone: 2\nperiod: 2022 to 2026\n\
        reply language: fr\ncall: 2026\ncall's title: The call\nnote verbale: CU 1\n\
        note verbale's date: 2026-08-01\ndue: 2026-12-31\naddress: c@example.org\n\
        contributor: Cleo (Police)\ncontributor: Dan\n";
    assert_eq!(done(&about(&path, &["profile"])), expected);
    let before = fs::read(&path).unwrap();
    done(&about(&path, &["profile", "--institution", "Council"]));
    assert_eq!(
        fs::read(&path).unwrap(),
        before,
        "the same once more changes nothing"
    );
}

#[test]
fn the_json_of_show_has_the_shape_of_the_design() {
    let shown = shown_after(&[
        &["answer", "17.b", "national=yes", "--clear"],
        &["answer", "3.scope", "--choice", "wider", "--clear"],
        &["profile", "--levels", "national"],
    ]);
    let expected = [
        "state",
        "instrument",
        "sample",
        "levels",
        "progress",
        "answers",
        "texts",
        "choices",
        "lists",
        "assistance",
        "evidence",
        "cleared",
    ];
    assert_eq!(keys(&shown), expected);
    assert_eq!(shown["state"], "CAN");
    assert_eq!(shown["instrument"], "un-2002-13");
    assert_eq!(shown["sample"], Value::Null);
    assert_eq!(shown["levels"], json!(["national"]));
    assert_eq!(keys(&shown["progress"]), ["done", "all"]);
    assert_eq!(
        shown["cleared"],
        json!(["3.scope", "17.b"]),
        "in the instrument's order"
    );
    assert_eq!(
        keys(&shown["assistance"]),
        ["all_areas_need", "all_areas_offer", "rows"]
    );
}

#[test]
fn the_json_of_coverage_has_the_shape_of_the_design() {
    let (_folder, path) = new_file();
    let coverage = json(&["coverage", word(&path), "--json"]);
    assert_eq!(keys(&coverage), ["principles", "sections"]);
    let principles = coverage["principles"].as_array().unwrap();
    assert_eq!(principles.len(), 24);
    for (position, entry) in principles.iter().enumerate() {
        let expected = [
            "paragraph",
            "level",
            "shows",
            "coverage",
            "low",
            "high",
            "percent",
            "yes",
            "in_part",
            "no",
            "not_applicable",
            "not_known",
            "not_answered",
            "counting",
            "decided",
            "applied",
            "evidenced",
        ];
        assert_eq!(keys(entry), expected);
        assert_eq!(entry["paragraph"], 7 + position / 3);
        assert_eq!(
            entry["level"],
            ["national", "regional", "local"][position % 3]
        );
    }
    let sections = coverage["sections"].as_array().unwrap();
    assert_eq!(keys(&sections[0])[..2], ["section", "level"]);
    let ids: Vec<&Value> = sections
        .iter()
        .step_by(3)
        .map(|entry| &entry["section"])
        .collect();
    let instrument = json(&["instrument", "show", "--json"]);
    assert_eq!(
        ids,
        instrument["sections"]
            .as_array()
            .unwrap()
            .iter()
            .collect::<Vec<_>>()
    );
}

#[test]
fn the_json_of_gaps_and_instrument_has_the_shape_of_the_design() {
    let (_folder, path) = new_file();
    done(&about(&path, &["answer", "7.steps", "national=yes"]));
    done(&about(&path, &["answer", "7.plan", "national=no"]));
    let gaps = json(&["gaps", word(&path), "--json"]);
    assert_eq!(keys(&gaps), ["gaps"]);
    assert_eq!(
        gaps["gaps"][1],
        json!({"id": "7.plan", "level": "national", "standing": "no", "principles": [7]})
    );
    assert_eq!(gaps["gaps"][0]["standing"], "not_answered");
    assert_eq!(
        keys(&gaps["gaps"][0]),
        ["id", "level", "standing", "principles"]
    );
    let words = [
        "gaps",
        word(&path),
        "--json",
        "--standing",
        "no",
        "--level",
        "national",
        "--principle",
        "7",
    ];
    assert_eq!(json(&words)["gaps"].as_array().unwrap().len(), 1);

    let instrument = json(&["instrument", "show", "--json"]);
    assert_eq!(keys(&instrument), ["sections", "questions", "areas"]);
    let questions = instrument["questions"].as_array().unwrap();
    let of = |id: &str| {
        questions
            .iter()
            .find(|question| question["id"] == id)
            .unwrap()
    };
    let expected = r#"{"id":"17.a","revision":1,"section":"structures","kind":"standing","paragraphs":["17(a)"],"levels":["national","regional","local"],"principles":[7,10],"area":"17","origin":"asked_2006"}"#;
    assert_eq!(of("17.a").to_string(), expected);
    assert_eq!(of("closing.success")["area"], Value::Null);
}

#[test]
fn an_instrument_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("instrument.ron");
    let structure = include_str!("../../guidelines/un-2002-13/instrument.ron");
    let text = include_str!("../../guidelines/un-2002-13/text.en.ron");
    fs::write(&path, structure).unwrap();
    let ran = run(&["instrument", "check", word(&path)]);
    assert_eq!(ran.code, 2, "its texts are not there");
    assert!(ran.err.contains("text.en.ron"), "{}", ran.err);
    fs::write(folder.path().join("text.en.ron"), text).unwrap();
    assert!(done(&["instrument", "check", word(&path)]).ends_with("no fault\n"));

    let bad = structure.replace(
        "principles: [7, 10], area: \"17\"",
        "principles: [7, 70], area: \"71\"",
    );
    assert_ne!(bad, structure);
    fs::write(&path, bad).unwrap();
    let ran = run(&["instrument", "check", word(&path)]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert!(
        ran.out.contains("principle 70") && ran.out.contains("area 71"),
        "{}",
        ran.out
    );
}

/// Runs the program itself.
fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_guidepost"));
    command.args(words).stdin(Stdio::null());
    command
}

#[test]
fn the_program_itself_tells_by_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    let file = word(&path);
    let code = |words: &[&str]| program(words).output().unwrap().status.code();
    assert_eq!(code(&["example", "--state", "can", "-o", file]), Some(0));
    assert_eq!(code(&["example", "--state", "can", "-o", file]), Some(2));
    assert_eq!(code(&["show", file, "--json"]), Some(0));
    assert_eq!(code(&["show", "/nowhere/CAN.assessment.ron"]), Some(2));
    assert_eq!(code(&["show"]), Some(2));
    assert_eq!(code(&["sing"]), Some(2));
    assert_eq!(code(&["--version"]), Some(0));
    for command in [
        "",
        "example",
        "new",
        "profile",
        "answer",
        "evidence",
        "show",
        "coverage",
        "gaps",
        "check",
        "submit",
        "verify",
        "collate",
        "instrument",
    ] {
        let words: Vec<&str> = [command, "--help"]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect();
        assert_eq!(code(&words), Some(0), "{command}");
    }
    let refused = program(&["show", "/nowhere/CAN.assessment.ron"])
        .output()
        .unwrap();
    assert_eq!(refused.stdout, b"");
    let sentence = String::from_utf8(refused.stderr).unwrap();
    assert!(
        sentence.starts_with("guidepost: there is no such file"),
        "{sentence}"
    );
    assert_eq!(sentence.lines().count(), 1);
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    let mut command = program(&["instrument", "show", "--json"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

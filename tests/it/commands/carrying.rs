//! `new --from` and `compare`: from the last call to this one.

use std::fs;

use serde_json::json;

use super::{about, new_file};
use crate::support::{done, json, run, word};

#[test]
fn the_last_assessment_goes_on_uncleared_with_its_evidence_and_stays_as_it_was() {
    let (folder, last) = new_file();
    let law = folder.path().join("law.txt");
    fs::write(&law, "the law").unwrap();
    done(&about(
        &last,
        &[
            "answer",
            "17.b",
            "national=yes",
            "--exists",
            "A plan",
            "--clear",
        ],
    ));
    done(&about(
        &last,
        &["evidence", "17.a", "--title", "Law", "--file", word(&law)],
    ));
    done(&about(
        &last,
        &["profile", "--call", "2021", "--institution", "Council"],
    ));
    let before = fs::read(&last).unwrap();

    let next = folder.path().join("next.assessment.ron");
    let words = [
        "new",
        "--state",
        "CAN",
        "--from",
        word(&last),
        "-o",
        word(&next),
    ];
    let said = done(&words);
    assert!(said.contains("carried forward"), "{said}");
    assert_eq!(fs::read(&last).unwrap(), before);
    let [was, is] = [&last, &next].map(|path| json(&["show", word(path), "--json"]));
    for part in ["answers", "texts", "evidence", "levels", "progress"] {
        assert_eq!(is[part], was[part], "{part}");
    }
    assert_eq!(is["cleared"], json!([]));
    let copied = folder.path().join("next.evidence").join("law.txt");
    assert_eq!(fs::read_to_string(copied).unwrap(), "the law");
    let text = fs::read_to_string(&next).unwrap();
    assert!(text.contains("previous: Previous("), "{text}");
    assert!(text.contains("call: \"2021\""), "{text}");
}

#[test]
fn a_file_of_evidence_that_is_gone_is_told_and_the_rest_is_done() {
    let (folder, last) = new_file();
    let law = folder.path().join("law.txt");
    fs::write(&law, "the law").unwrap();
    done(&about(
        &last,
        &["evidence", "17.a", "--title", "Law", "--file", word(&law)],
    ));
    fs::remove_dir_all(folder.path().join("CAN.evidence")).unwrap();
    let next = folder.path().join("next.assessment.ron");
    let ran = run(&[
        "new",
        "--state",
        "CAN",
        "--from",
        word(&last),
        "-o",
        word(&next),
    ]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("law.txt"), "{}", ran.out);
    assert!(next.exists());
}

#[test]
fn another_state_a_submission_and_the_last_file_itself_are_refused() {
    let (folder, last) = new_file();
    let before = fs::read(&last).unwrap();
    let next = folder.path().join("next.assessment.ron");
    let sample = folder.path().join("samples");
    done(&["example", "-o", word(&sample)]);
    let submission = sample.join("sample-CAN.submission.ron");
    let new = |state: &str, from: &std::path::Path, to: &std::path::Path| {
        run(&[
            "new",
            "--state",
            state,
            "--from",
            word(from),
            "-o",
            word(to),
            "--force",
        ])
    };
    for (ran, why) in [
        (new("KEN", &last, &next), "of CAN, not of KEN"),
        (new("CAN", &submission, &next), "submission"),
        (new("CAN", &last, &last), "over the last one"),
        (
            run(&["compare", word(&submission), word(&last)]),
            "submission",
        ),
    ] {
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{why}");
        assert!(ran.err.contains(why), "{why}: {}", ran.err);
    }
    assert!(!next.exists());
    assert_eq!(fs::read(&last).unwrap(), before);
}

#[test]
fn what_moved_is_printed_as_the_design_says() {
    let (folder, last) = new_file();
    done(&about(&last, &["answer", "17.b", "national=in_part"]));
    done(&about(&last, &["answer", "17.a", "local=not_known"]));
    let next = folder.path().join("next.assessment.ron");
    done(&[
        "new",
        "--state",
        "CAN",
        "--from",
        word(&last),
        "-o",
        word(&next),
    ]);
    let compare = |one, other| json(&["compare", word(one), word(other), "--json"]);
    let nothing = json!({"moved": [], "revised": [], "added": []});
    assert_eq!(compare(&last, &next), nothing);
    done(&about(
        &next,
        &["answer", "17.b", "national=yes", "regional=no"],
    ));
    done(&about(&next, &["answer", "17.a", "local=none"]));
    let expected = r#"{"moved":[{"id":"17.a","level":"local","before":"not_known","after":"not_answered"},{"id":"17.b","level":"national","before":"in_part","after":"yes"},{"id":"17.b","level":"regional","before":"not_answered","after":"no"}],"revised":[],"added":[]}"#;
    assert_eq!(compare(&last, &next).to_string(), expected);
    let said = done(&["compare", word(&last), word(&next)]);
    assert!(
        said.contains("17.b              national  in_part         yes "),
        "{said}"
    );
    assert!(
        said.ends_with("Cells moved: 3; questions changed since: 0, added: 0\n"),
        "{said}"
    );
}

#[test]
fn an_answer_of_another_revision_is_told() {
    let (folder, last) = new_file();
    done(&about(&last, &["answer", "17.b", "national=yes"]));
    let text = fs::read_to_string(&last).unwrap();
    let of_old = text.replacen("revision: 2", "revision: 7", 1);
    assert_ne!(text, of_old);
    fs::write(&last, of_old).unwrap();
    let next = folder.path().join("next.assessment.ron");
    done(&[
        "new",
        "--state",
        "CAN",
        "--from",
        word(&last),
        "-o",
        word(&next),
    ]);
    let compare = || json(&["compare", word(&last), word(&next), "--json"]);
    assert_eq!(compare()["revised"], json!(["17.b"]));
    let said = done(&["compare", word(&last), word(&next)]);
    assert!(said.contains("changed since, confirm: "), "{said}");
}

#[test]
fn two_states_are_not_compared() {
    let (folder, last) = new_file();
    let other = folder.path().join("KEN.assessment.ron");
    done(&["new", "--state", "KEN", "-o", word(&other)]);
    let ran = run(&["compare", word(&last), word(&other), "--json"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.contains("one is of CAN, the other of KEN"),
        "{}",
        ran.err
    );
}

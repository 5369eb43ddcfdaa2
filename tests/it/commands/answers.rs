//! Answers, by the kind of their question.

use std::fs;

use serde_json::json;

use super::{about, check, new_file, shown_after};
use crate::support::{done, json, word};

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
fn words_without_an_option_and_notes_are_shown_too() {
    let (_folder, path) = new_file();
    done(&about(
        &path,
        &["answer", "7.lead", "--text", "The Council"],
    ));
    let note = ["answer", "17.a", "--note", "national=since 2019"];
    done(&about(&path, &note));
    let shown = json(&["show", word(&path), "--json"]);
    assert_eq!(shown["choices"], json!([]));
    let words = json!({"id": "7.lead", "field": "choice", "text": "The Council"});
    assert_eq!(shown["texts"][0], words);
    let text = done(&["show", word(&path)]);
    assert!(text.contains("  choice: The Council\n"), "{text}");
    let line = "  national: not_answered (since 2019)\n";
    assert!(text.contains(line), "{text}");
}

#[test]
fn a_text_may_begin_with_a_hyphen() {
    for (option, text) in [
        ("--exists", "- first point"),
        ("--useful", "-5 %"),
        ("--missing", "-"),
        ("--difficulty", "--"),
        ("--remark", "– and so on"),
        ("--expected", " --clear"),
    ] {
        let words: &[&str] = &["answer", "17.a", option, text];
        let shown = shown_after(&[words]);
        assert_eq!(shown["texts"][0]["text"], text, "{option}");
    }
    let (_folder, path) = new_file();
    done(&about(&path, &["profile", "--institution", "- Council -"]));
    done(&about(
        &path,
        &["answer", "30.networks", "--add", "-a list", "--year", "-5"],
    ));
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
        json!([{"id": "17.a", "evidence": shown["evidence"][0]["evidence"], "title": "A law", "kind": "law", "body": "Parliament", "year": 2019,
            "language": "en", "pages": "3-7", "address": "x", "file_name": "law.pdf",
            "sha256": "a0b8eb2fbe2f184bcf2b5bd4868980bbc45859a2220e3d64544938fa1148b30f",
            "levels": ["national", "local"]}])
    );
    let kept = folder.path().join("CAN.evidence/law.pdf");
    assert_eq!(fs::read(kept).unwrap(), b"the law");
}

#[test]
fn what_identifies_something_loses_what_cannot_be_seen() {
    let (_folder, path) = new_file();
    let given = [
        "profile",
        "--call",
        " 2030\u{a0}\u{200b}",
        "--note-verbale",
        "CU\u{a0} 1",
        "--focal-point-email",
        "a@example.org ",
        "--institution",
        " Council",
    ];
    done(&about(&path, &given));
    let said = done(&about(&path, &["profile"]));
    assert_eq!(
        said,
        "state: CAN\nlevels: national, regional, local\ninstitution:  Council\n\
        focal point's e-mail: a@example.org\ncall: 2030\nnote verbale: CU 1\n"
    );
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

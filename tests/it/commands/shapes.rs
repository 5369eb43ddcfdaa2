//! The JSON of the commands, key by key.

use serde_json::{Value, json};

use super::{about, new_file, shown_after};
use crate::support::{done, json, word};

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

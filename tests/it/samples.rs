//! The samples: 42 of them, each saying what the 2007 report says of that reply, and no more.

use guidepost::analysis::progress;
use guidepost::app::example::{self, SOURCE};
use guidepost::app::file;
use guidepost::domain::{
    Assessment, AssistanceTarget, Extent, Level, Levels, Side, StateCode, TextField,
};
use guidepost::format::{read_assessment, write_assessment};
use serde_json::{Value, json};

use crate::support::{done, instrument, json, library, question, state, word};

fn sample(of: StateCode) -> Assessment {
    example::assessment(instrument(), &library().round, of).unwrap()
}

fn every_state() -> Vec<StateCode> {
    library()
        .round
        .replies
        .iter()
        .map(|reply| reply.state)
        .collect()
}

/// The cells of a sample as `17.a national in_part`, sorted.
fn cells(sample: &Assessment) -> Vec<String> {
    let mut lines = Vec::new();
    for (id, answer) in &sample.answers {
        for (level, cell) in &answer.cells {
            lines.push(format!("{id} {level} {}", cell.standing.unwrap()));
            assert!(cell.application.is_none() && cell.units.is_none() && cell.note.is_empty());
        }
    }
    lines.sort();
    lines
}

#[test]
fn there_are_42_and_each_says_what_it_is() {
    let states = every_state();
    assert_eq!(states.len(), 42);
    let mut identities: Vec<_> = states.iter().map(|state| sample(*state).identity).collect();
    identities.sort();
    identities.dedup();
    assert_eq!(identities.len(), 42);
    for state in states {
        let sample = sample(state);
        assert_eq!(sample.sample.as_deref(), Some(SOURCE));
        assert_eq!(sample.profile.state, state);
        assert_eq!(
            sample.profile.levels,
            Levels {
                regional: true,
                local: true
            }
        );
        assert_eq!((sample.call.id.as_str(), sample.call.due), ("2006", None));
        assert!(
            sample
                .answers
                .values()
                .all(|answer| answer.cleared.is_none() && !answer.flag)
        );
        assert!(library().states.get(state).is_some(), "{state}");
    }
}

#[test]
fn each_says_what_the_report_says_of_the_reply_and_no_more() {
    for state in every_state() {
        let sample = sample(state);
        let reply = library().round.reply(state).unwrap();

        let line = |cell: &guidepost::domain::PublishedCell| {
            format!("{} {} {}", cell.question, cell.level, cell.standing)
        };
        let mut expected: Vec<String> = reply.cells.iter().map(line).collect();
        expected.sort();
        assert_eq!(cells(&sample), expected, "{state}");

        let answers = || sample.answers.iter();
        let choices = answers().filter_map(|(id, answer)| Some((id, answer.choice.clone()?)));
        let mut choices: Vec<_> = choices
            .map(|(id, option)| {
                format!(
                    "{id} {option} {}",
                    sample.answers[id].text(TextField::Choice)
                )
            })
            .collect();
        let given = reply.choices.iter();
        let mut expected: Vec<_> = given
            .map(|each| format!("{} {} {}", each.question, each.option, each.text))
            .collect();
        choices.sort();
        expected.sort();
        assert_eq!(choices, expected, "{state}");

        let mut texts = Vec::new();
        for (id, answer) in answers() {
            let own = answer
                .texts
                .iter()
                .filter(|(field, _)| **field != TextField::Choice);
            texts.extend(own.map(|(field, text)| format!("{id} {field} {text}")));
            assert!(answer.evidence.is_empty(), "{state} {id}");
        }
        let given = reply.texts.iter();
        let mut expected: Vec<_> = given
            .map(|each| format!("{} {} {}", each.question, each.field, each.text))
            .collect();
        texts.sort();
        expected.sort();
        assert_eq!(texts, expected, "{state}");

        let items = answers().flat_map(|(_, answer)| &answer.items);
        let mut items: Vec<&str> = items.map(|(_, item)| item.name.as_str()).collect();
        let mut expected: Vec<&str> = reply
            .guides
            .iter()
            .flat_map(|guide| &guide.addresses)
            .map(String::as_str)
            .collect();
        items.sort_unstable();
        expected.sort_unstable();
        assert_eq!(items, expected, "{state}");

        let sheet = sample
            .answers
            .get(&question("29"))
            .map(|answer| answer.assistance.clone());
        let sheet = sheet.unwrap_or_default();
        assert_eq!(
            sheet.all_areas.need.extent, reply.assistance.all_areas_need,
            "{state}"
        );
        assert_eq!(
            sheet.all_areas.offer.extent, reply.assistance.all_areas_offer,
            "{state}"
        );
        assert_eq!(sheet.rows.len(), reply.assistance.rows.len(), "{state}");
        for row in &reply.assistance.rows {
            let own = sheet
                .row(&AssistanceTarget::Area(row.area.clone()))
                .unwrap();
            for (side, said) in [(Side::Need, &row.need), (Side::Offer, &row.offer)] {
                let extent: Option<Extent> = said.as_ref().map(|said| said.extent);
                assert_eq!(own.side(side).extent, extent, "{state} {}", row.area);
            }
        }
    }
}

#[test]
fn each_is_the_same_every_time_and_a_file_that_opens() {
    for state in every_state() {
        let text = write_assessment(&sample(state)).unwrap();
        assert_eq!(write_assessment(&sample(state)).unwrap(), text, "{state}");
        assert_eq!(
            read_assessment(text.as_bytes(), "it").unwrap(),
            sample(state),
            "{state}"
        );
        file::decode(text.as_bytes(), "it", instrument()).unwrap();
        assert!(text.contains("\"2007-02-09T00:00:00Z\"") || state.as_str() == "COL");
    }
}

#[test]
fn colombia_s_is_empty() {
    let colombia = sample(state("COL"));
    assert!(colombia.answers.is_empty());
    assert_eq!(progress(instrument(), &colombia).done, 0);
}

#[test]
fn the_doubts_of_the_report_are_decided_as_the_design_says() {
    let says = |of: &str, line: &str| cells(&sample(state(of))).iter().any(|cell| cell == line);
    assert!(says("DEU", "17.b regional in_part") && says("DEU", "17.b local yes"));
    assert!(says("CAN", "23.d.unintended national in_part"));
    assert!(says("EGY", "27.links national no"));
    for of in ["ARE", "USA"] {
        assert!(!says(of, "6.a national yes"), "{of}");
    }
    for of in ["DZA", "MDA"] {
        let answer = &sample(state(of)).answers[&question("7.plan")];
        assert!(answer.cells.is_empty() && !answer.texts.is_empty(), "{of}");
    }
    let option = |of: &str, id: &str| sample(state(of)).answers[&question(id)].choice.clone();
    assert_eq!(option("PRT", "3.scope").unwrap().as_str(), "wider");
    assert_eq!(
        option("ISL", "7.lead").unwrap().as_str(),
        "health-institute"
    );
}

#[test]
fn canada_s_in_full() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    let said = done(&["example", "--state", "CAN", "-o", word(&path)]);
    assert!(
        said.starts_with("A sample of CAN, reconstructed from E/CN.15/2007/11: "),
        "{said}"
    );
    let shown = json(&["show", word(&path), "--json"]);
    assert_eq!(shown["sample"], SOURCE);
    assert_eq!(
        shown["progress"]["done"], 34,
        "32 cells, a choice and a list"
    );
    let canada = sample(state("CAN"));
    let local = |line: &&String| line.contains(Level::Local.token());
    let cells = cells(&canada);
    assert_eq!((cells.len(), cells.iter().filter(local).count()), (32, 1));
    assert_eq!(shown["answers"].as_array().unwrap().len(), 32);
    assert_eq!(shown["choices"][0]["option"], "independent");
    let texts = shown["texts"].as_array().unwrap().iter();
    let texts: Vec<String> = texts
        .map(|text| format!("{} {}", text["id"], text["field"]))
        .collect();
    assert_eq!(
        texts,
        [
            r#""8.youth" "exists""#,
            r#""17.a" "exists""#,
            r#""27.links" "exists""#,
            r#""29.need" "missing""#
        ]
    );
    let rows = shown["assistance"]["rows"].as_array().unwrap().iter();
    let rows: Vec<Value> = rows
        .map(|row| json!([row["area"], row["need"], row["offer"]]))
        .collect();
    let expected = json!([
        ["17", null, "yes"],
        ["19", null, "yes"],
        ["social", null, "yes"],
        ["local", "yes", null],
        ["sustainability", "yes", null],
        ["knowledge", "yes", null],
        ["planning", "yes", null],
        ["evaluation", "yes", null],
        ["organized-crime", "yes", null],
    ]);
    assert_eq!(Value::Array(rows), expected);
    assert_eq!(shown["lists"].as_array().unwrap().len(), 1);
}

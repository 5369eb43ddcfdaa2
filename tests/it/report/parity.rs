//! The same figure everywhere: what JSON says is what document, workbook, values, the text of the
//! PDF and the window say.

mod paper;
mod screen;

use std::collections::BTreeMap;
use std::path::PathBuf;

use calamine::Data;
use guidepost::domain::{Assessment, Level};
use guidepost::report::{Format, Report};
use proptest::prelude::*;
use serde_json::Value;
use tempfile::{TempDir, tempdir};

use super::read::{Document, Workbook, records};
use super::{bytes, whole_report};
use crate::support::random::answered;
use crate::support::{cases, instrument, json, library, state, word};

/// One profile as JSON has it, under the name that people read.
struct Profile {
    name: String,
    about: String,
    level: Level,
    json: Value,
}

impl Profile {
    fn number(&self, key: &str) -> u64 {
        self.json[key].as_u64().unwrap()
    }

    /// Coverage, low and high in per cent, where they are shown.
    fn percent(&self) -> [Option<u64>; 3] {
        let percent = &self.json["percent"];
        [0, 1, 2].map(|place| percent.get(place).and_then(Value::as_u64))
    }

    fn is_said(&self) -> bool {
        let shows = self.json["shows"].as_str().unwrap();
        !["no_level", "not_asked"].contains(&shows)
    }

    fn open(&self) -> u64 {
        self.number("not_known") + self.number("not_answered")
    }

    fn level_name(&self) -> &'static str {
        match self.level {
            Level::National => "National",
            Level::Regional => "Regional",
            Level::Local => "Local",
        }
    }
}

fn profiles(coverage: &Value) -> Vec<Profile> {
    let mut profiles = Vec::new();
    for json in coverage["principles"].as_array().unwrap() {
        let number = json["paragraph"].as_u64().unwrap();
        let mut principles = instrument().principles().iter();
        let principle = principles.find(|each| u64::from(each.number) == number);
        profiles.push((
            format!("{} ({number})", principle.unwrap().title),
            format!("principle {number}"),
            json,
        ));
    }
    for json in coverage["sections"].as_array().unwrap() {
        let id = json["section"].as_str().unwrap();
        let mut sections = instrument().sections().iter();
        let section = sections.find(|each| each.id.as_str() == id).unwrap();
        let name = if section.paragraphs.is_empty() {
            section.title.clone()
        } else {
            format!("{} ({})", section.title, section.paragraphs)
        };
        profiles.push((name, format!("section {id}"), json));
    }
    let profile = |(name, about, json): (String, String, &Value)| Profile {
        name,
        about,
        level: Level::parse(json["level"].as_str().unwrap()).unwrap(),
        json: json.clone(),
    };
    profiles.into_iter().map(profile).collect()
}

/// An assessment in its file, and what JSON says of it.
struct Sayings {
    folder: TempDir,
    profiles: Vec<Profile>,
    gaps: Vec<Value>,
    progress: Value,
}

impl Sayings {
    fn of(assessment: &Assessment) -> Self {
        let folder = tempdir().unwrap();
        let path = Self::path_in(&folder);
        let encoded = guidepost::app::file::encode(assessment, &path).unwrap();
        std::fs::write(&path, encoded).unwrap();
        let json = |command| json(&[command, word(&path), "--json"]);
        Self {
            profiles: profiles(&json("coverage")),
            gaps: json("gaps")["gaps"].as_array().unwrap().clone(),
            progress: json("show")["progress"].clone(),
            folder,
        }
    }

    fn path_in(folder: &TempDir) -> PathBuf {
        folder.path().join("a.assessment.ron")
    }
}

/// What every program can read that opens the files of an office.
#[track_caller]
fn check(assessment: &Assessment) -> (Report, Sayings) {
    let said = Sayings::of(assessment);
    let (profiles, gaps) = (&*said.profiles, &*said.gaps);
    let report = whole_report(assessment);
    let document = Document::read(&bytes(&report, Format::Docx));
    check_tables(&document, profiles);
    check_bars(&document, profiles);
    let [done, all] = ["done", "all"].map(|key| said.progress[key].as_u64().unwrap());
    let sentence = format!("{done} of {all} questions have been answered");
    assert!(document.texts().any(|text| text.starts_with(&sentence)));
    check_gaps_of_document(&document, gaps);

    let workbook = Workbook::read(&bytes(&report, Format::Xlsx));
    check_sheets(&workbook, profiles);
    assert_eq!(workbook.rows("Gaps").len(), gaps.len());

    check_records(&records(&bytes(&report, Format::Csv)), profiles, gaps);
    (report, said)
}

/// The same, with the pages and the window.
#[track_caller]
fn check_in_sight_too(assessment: &Assessment) {
    let (report, said) = check(assessment);
    paper::check(&bytes(&report, Format::Pdf), &said.profiles);
    screen::check(&Sayings::path_in(&said.folder), &said.profiles, &said.gaps);
}

/// The tables of figures: principles, then sections, under a row for each level.
fn check_tables(document: &Document, profiles: &[Profile]) {
    let tables = document.tables.iter();
    let mut tables = tables
        .filter(|table| table.rows[0][0] == "Principle or section" && table.rows[0].len() == 9);
    for kind in ["principle", "section"] {
        let table = tables.next().unwrap();
        assert_eq!(table.repeated_rows, 1);
        let mut found: BTreeMap<(String, String), &[String]> = BTreeMap::new();
        let mut level = String::new();
        for row in &table.rows[1..] {
            match row.as_slice() {
                [group] => level = group.trim_end_matches(" level").to_owned(),
                [name, figures @ ..] => {
                    found.insert((level.clone(), name.clone()), figures);
                }
                [] => panic!("a row without cells"),
            }
        }
        let said = profiles.iter();
        let said: Vec<&Profile> = said
            .filter(|each| each.about.starts_with(kind) && each.is_said())
            .collect();
        assert_eq!(found.len(), said.len());
        for profile in said {
            let key = (profile.level_name().to_owned(), profile.name.clone());
            assert_eq!(found[&key], figures_on_paper(profile), "{}", profile.about);
        }
    }
}

fn figures_on_paper(profile: &Profile) -> Vec<String> {
    let [coverage, low, high] = profile.percent();
    let range = low.zip(high).filter(|_| profile.open() != 0);
    vec![
        profile.number("yes").to_string(),
        profile.number("in_part").to_string(),
        profile.number("no").to_string(),
        profile.open().to_string(),
        profile.number("not_applicable").to_string(),
        format!(
            "{} of {}",
            profile.number("decided"),
            profile.number("counting")
        ),
        coverage.map_or(String::new(), |coverage| format!("{coverage}\u{a0}%")),
        range.map_or(String::new(), |(low, high)| format!("{low} to {high} %")),
    ]
}

/// The charts: each bar's words hold its figures, and the alternative text holds the same words.
fn check_bars(document: &Document, profiles: &[Profile]) {
    let charts = document.tables.iter();
    let charts: Vec<_> = charts
        .filter(|table| !table.description.is_empty())
        .collect();
    let bars = charts.iter().flat_map(|chart| {
        let rows = chart.rows[1..].iter();
        rows.map(|row| (chart.description.as_str(), row))
    });
    let said = profiles.iter();
    let mut said: Vec<&Profile> = said
        .filter(|each| each.about.starts_with("principle") && each.is_said())
        .collect();
    said.sort_by_key(|each| each.level);
    let bars: Vec<_> = bars.collect();
    assert_eq!(bars.len(), said.len());
    for ((description, row), profile) in bars.iter().zip(said) {
        assert_eq!(row[0], profile.name);
        let words = row[2].split(" · Yes ").next().unwrap();
        let expected = figures_in_words(profile);
        assert_eq!(numbers(words), expected, "{}: {words}", profile.about);
        assert!(description.contains(&format!("{}: {}", row[0], row[2])));
    }
}

/// The figures of the sentence that says a profile, in its order.
fn figures_in_words(profile: &Profile) -> Vec<u64> {
    let [coverage, low, high] = profile.percent();
    let range = [low, high].map(|end| end.filter(|_| profile.open() != 0));
    let [decided, counting] = ["decided", "counting"].map(|key| profile.number(key));
    match profile.json["shows"].as_str().unwrap() {
        "not_applicable" => Vec::new(),
        "cells" if counting == 1 => vec![decided, counting],
        "cells" => vec![counting, decided, counting],
        "too_few" => [low, high]
            .into_iter()
            .flatten()
            .chain([decided, counting])
            .collect(),
        _ if profile.open() == 0 => coverage.into_iter().chain([counting]).collect(),
        _ => {
            let figures = [coverage].into_iter().chain(range).flatten();
            figures.chain([decided, counting]).collect()
        }
    }
}

/// The numbers in a sentence, in its order.
fn numbers(text: &str) -> Vec<u64> {
    let pieces = text.split(|sign: char| !sign.is_ascii_digit());
    pieces.filter_map(|piece| piece.parse().ok()).collect()
}

fn check_gaps_of_document(document: &Document, gaps: &[Value]) {
    if gaps.is_empty() {
        return;
    }
    let table = document.table("Question", 6);
    let rows = table.rows[1..].iter().filter(|row| row.len() == 6);
    let listed: Vec<(&str, String)> = rows
        .map(|row| (row[0].as_str(), row[2].to_lowercase()))
        .collect();
    let expected: Vec<(&str, String)> = gaps
        .iter()
        .map(|gap| {
            let level = gap["level"].as_str().unwrap().to_owned();
            (gap["id"].as_str().unwrap(), level)
        })
        .collect();
    assert_eq!(listed, expected);
    let [all, no, in_part, not_known, not_answered] = gap_counts(gaps);
    let noun = if all == 1 { "gap" } else { "gaps" };
    let sentence = format!(
        "{all} {noun}: {no} No, {in_part} In part, {not_known} No information, {not_answered} not answered."
    );
    assert!(document.texts().any(|text| text == sentence), "{sentence}");
}

/// How many gaps there are: all, and those of each standing.
fn gap_counts(gaps: &[Value]) -> [usize; 5] {
    let count = |standing: &str| {
        let of_it = gaps.iter().filter(|gap| gap["standing"] == standing);
        of_it.count()
    };
    let [no, in_part, not_known] = ["no", "in_part", "not_known"].map(count);
    let all = gaps.len();
    [all, no, in_part, not_known, all - no - in_part - not_known]
}

fn check_sheets(workbook: &Workbook, profiles: &[Profile]) {
    for (sheet, kind) in [("Principles", "principle"), ("Sections", "section")] {
        let rows = workbook.rows(sheet);
        let said = profiles.iter();
        let said: Vec<&Profile> = said
            .filter(|each| each.about.starts_with(kind) && each.is_said())
            .collect();
        assert_eq!(rows.len(), said.len());
        for (row, profile) in rows.iter().zip(said) {
            assert_eq!(
                row["Principle or section"],
                Data::String(profile.name.clone())
            );
            assert_eq!(row["Level"], Data::String(profile.level_name().to_owned()));
            let percent = profile.percent();
            let headings = ["In place, %", "At least, %", "At most, %"];
            for (heading, expected) in headings.into_iter().zip(percent) {
                assert_eq!(
                    number(&row[heading]),
                    expected,
                    "{} {heading}",
                    profile.about
                );
            }
            for (heading, key) in [
                ("Decided", "decided"),
                ("Counting", "counting"),
                ("Yes", "yes"),
                ("In part", "in_part"),
                ("No", "no"),
                ("Not applicable", "not_applicable"),
                ("No information", "not_known"),
                ("not answered", "not_answered"),
                ("With evidence", "evidenced"),
            ] {
                let expected = Some(profile.number(key));
                assert_eq!(
                    number(&row[heading]),
                    expected,
                    "{} {heading}",
                    profile.about
                );
            }
            let applied = ["applied", "partly", "not yet", "not said"];
            let applied = applied.map(|heading| number(&row[heading]).unwrap());
            assert_eq!(serde_json::json!(applied), profile.json["applied"]);
        }
    }
}

/// A number as a number, or nothing.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts and per cents"
)]
fn number(cell: &Data) -> Option<u64> {
    match cell {
        Data::Float(number) => Some(*number as u64),
        Data::Int(number) => Some(*number as u64),
        Data::Empty => None,
        other => panic!("{other:?} is no number"),
    }
}

fn check_records(records: &[Vec<String>], profiles: &[Profile], gaps: &[Value]) {
    let value = |about: &str, level: Level, field: &str| {
        let mut found = records.iter();
        let found = found.find(|row| row[0] == about && row[1] == level.token() && row[2] == field);
        found.map(|row| row[3].as_str())
    };
    for profile in profiles {
        let of = |field| value(&profile.about, profile.level, field);
        let percent = profile
            .percent()
            .map(|each| each.map(|each| each.to_string()));
        for (field, expected) in ["coverage", "low", "high"].into_iter().zip(percent) {
            assert_eq!(of(field), expected.as_deref(), "{} {field}", profile.about);
        }
        assert_eq!(of("shows"), profile.json["shows"].as_str());
        for field in ["decided", "counting", "yes", "in_part", "no", "evidenced"] {
            let expected = profile.number(field).to_string();
            assert_eq!(
                of(field),
                Some(expected.as_str()),
                "{} {field}",
                profile.about
            );
        }
    }
    let listed = records
        .iter()
        .filter(|row| row[2] == "gap" && !row[0].starts_with("action"));
    let listed: Vec<[&str; 2]> = listed.map(|row| [&*row[0], &*row[1]]).collect();
    let expected = gaps.iter();
    let expected: Vec<[&str; 2]> = expected
        .map(|gap| ["id", "level"].map(|key| gap[key].as_str().unwrap()))
        .collect();
    assert_eq!(listed, expected);
}

#[test]
fn every_figure_of_a_sample_is_the_same_everywhere() {
    let library = library();
    for code in ["CAN", "COL", "DEU"] {
        let sample =
            guidepost::app::example::assessment(&library.instrument, &library.round, state(code));
        check_in_sight_too(&sample.unwrap());
    }
}

#[test]
fn every_figure_is_the_same_where_nothing_is_open() {
    use guidepost::domain::{Levels, Standing};
    let levels = Levels {
        regional: false,
        local: true,
    };
    for standing in [Standing::Yes, Standing::InPart, Standing::NotApplicable] {
        check_in_sight_too(&crate::support::random::all_the_same(
            levels,
            Some(standing),
        ));
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn every_figure_is_the_same_everywhere(
        assessment in prop_oneof![answered(0.3), answered(0.9), answered(0.6)],
    ) {
        check(&assessment);
    }
}

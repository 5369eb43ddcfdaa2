//! Every figure of the report is that of `collate --json`.

use std::fs;

use calamine::Data;
use guidepost::format::write_submission;
use guidepost::report::Format;
use serde_json::Value;

use super::samples;
use crate::report::read::{Document, Workbook};
use crate::support::{done, json, word};

fn count(cell: &Data) -> usize {
    let Data::Float(number) = cell else {
        panic!("{cell:?} is no number")
    };
    assert!(number.fract() == 0.0);
    number.to_string().parse().unwrap()
}

fn length(value: &Value) -> usize {
    value.as_array().unwrap().len()
}

#[test]
fn every_cell_is_what_json_says_in_workbook_and_document() {
    let folder = tempfile::tempdir().unwrap();
    let received = folder.path().join("in");
    fs::create_dir(&received).unwrap();
    for (place, sample) in samples().iter().enumerate() {
        let name = format!("{place}.submission.ron");
        fs::write(received.join(name), write_submission(sample).unwrap().0).unwrap();
    }
    let [book, text] = ["r.xlsx", "r.docx"].map(|name| folder.path().join(name));
    for out in [&book, &text] {
        done(&["collate", word(&received), "-o", word(out)]);
    }
    let json = json(&["collate", word(&received), "--json"]);
    let book = Workbook::read(&fs::read(book).unwrap());
    let text = Document::read(&fs::read(text).unwrap());
    let annex = text.table("Question", 9);

    let cells = json["questions"].as_array().unwrap();
    let rows = book.rows("Answers");
    assert_eq!(rows.len(), cells.len());
    for (row, cell) in rows.iter().zip(cells) {
        let (id, level) = (
            cell["id"].as_str().unwrap(),
            cell["level"].as_str().unwrap(),
        );
        assert_eq!(row["Question"].to_string(), id);
        assert_eq!(row["Level"].to_string().to_lowercase(), level);
        let mut said = Vec::new();
        for (heading, key) in [
            ("Yes", "yes"),
            ("In part", "in_part"),
            ("No", "no"),
            ("Not applicable", "not_applicable"),
            ("No information", "not_known"),
            ("Not answered", "not_answered"),
        ] {
            let expected = length(&cell[key]);
            assert_eq!(count(&row[heading]), expected, "{id} {level} {key}");
            said.push(expected.to_string());
        }
        for (heading, key) in [
            ("Yes: States", "yes"),
            ("In part: States", "in_part"),
            ("No: States", "no"),
        ] {
            let names = row[heading].to_string();
            let names = names.split(", ").filter(|name| !name.is_empty());
            assert_eq!(names.count(), length(&cell[key]), "{id} {level} {heading}");
        }
        let replies = 42 - length(&cell["not_answered"]);
        assert_eq!(count(&row["Replies"]), replies);
        let title = format!("{id}\u{2002}{}", row["Title"]);
        let level = row["Level"].to_string();
        let printed = annex
            .rows
            .iter()
            .find(|line| line[0] == title && line.get(1) == Some(&level));
        assert_eq!(printed.is_some(), 0 < replies, "{id} {level}");
        if let Some(printed) = printed {
            assert_eq!(printed[2], replies.to_string());
            assert_eq!(printed[3..], said, "{id} {level}");
        }
    }

    let areas = json["assistance"].as_array().unwrap();
    let rows = book.rows("Technical assistance");
    assert_eq!(rows.len(), areas.len());
    for (row, area) in rows.iter().zip(areas) {
        for (heading, key) in [
            ("Need", "need"),
            ("Need in part", "need_in_part"),
            ("Can offer", "offer"),
            ("Can offer in part", "offer_in_part"),
        ] {
            assert_eq!(
                count(&row[heading]),
                length(&area[key]),
                "{} {key}",
                area["area"]
            );
        }
    }

    let options = json["choices"].as_array().unwrap().iter();
    let options: Vec<&Value> = options
        .flat_map(|each| each["options"].as_array().unwrap())
        .collect();
    let rows = book.rows("Choices");
    assert_eq!(rows.len(), options.len());
    for (row, option) in rows.iter().zip(options) {
        assert_eq!(
            count(&row["Replies"]),
            length(&option["states"]),
            "{option}"
        );
    }

    let lists = json["lists"].as_array().unwrap().iter();
    let items: usize = lists.map(|list| length(&list["items"])).sum();
    assert_eq!(book.rows("Lists").len(), items);
}

#[test]
fn the_order_of_the_files_makes_no_difference() {
    let round = guidepost::domain::Round::default();
    let mut replies = samples();
    let one = super::report(&replies, &round);
    replies.reverse();
    let other = super::report(&replies, &round);
    assert_eq!(one, other);
    for format in [Format::Docx, Format::Xlsx] {
        assert_eq!(
            crate::report::bytes(&one, format),
            crate::report::bytes(&other, format)
        );
    }
}

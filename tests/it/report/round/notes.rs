//! Notes stand where their signs are, or begin on the next page where there is no room.

use guidepost::domain::{RegionalGroup, Round};
use guidepost::report::{Format, write};

use super::{report_with, samples};
use crate::pdf::reading::in_order;

/// The number that a text begins with, and what follows.
fn numbered(text: &str) -> Option<(usize, &str)> {
    let digits = text.find(|sign: char| !sign.is_ascii_digit());
    let (number, rest) = text.split_at(digits.unwrap_or(text.len()));
    Some((number.parse().ok()?, rest))
}

/// The number of the note that a line begins.
fn note(line: &str) -> Option<usize> {
    let (number, rest) = numbered(line)?;
    rest.trim_start()
        .starts_with(char::is_uppercase)
        .then_some(number)
}

/// The numbers that stand as signs in a line: behind a word or a point, and before a space.
fn signs(line: &str) -> impl Iterator<Item = usize> + '_ {
    let places = line.char_indices().zip(line.chars().skip(1));
    places.filter_map(|((place, before), _)| {
        let is_behind = before.is_lowercase() || ".,;)".contains(before);
        let (number, rest) = numbered(&line[place + before.len_utf8()..])?;
        let is_before = rest.starts_with([' ', ',', '.', ';']) || rest.is_empty();
        (is_behind && is_before).then_some(number)
    })
}

/// On which page the notes begin, and their signs stand, from the first note on.
fn places(pages: &[String]) -> [Vec<usize>; 2] {
    let (mut notes, mut marked) = (Vec::new(), Vec::new());
    for (page, text) in pages.iter().enumerate() {
        for line in text.lines() {
            match note(line) {
                Some(number) if number == notes.len() + 1 => notes.push(page),
                Some(_) => {}
                None => {
                    for number in signs(line) {
                        if number == marked.len() + 1 {
                            marked.push(page);
                        }
                    }
                }
            }
        }
    }
    [notes, marked]
}

#[test]
fn no_note_stands_on_a_page_before_its_sign() {
    let replies = samples();
    let groups = RegionalGroup::ALL.map(Some);
    for only in groups.into_iter().chain([None]) {
        let report = report_with(&replies, &Round::default(), only);
        let Some(pages) = in_order(&write(&report, Format::Pdf).unwrap()) else {
            return;
        };
        let [notes, marked] = places(&pages);
        assert!(30 < notes.len(), "{only:?}: {}", notes.len());
        assert_eq!(notes.len(), marked.len(), "{only:?}");
        let strays = notes.iter().zip(&marked).zip(1..);
        let strays = strays.filter(|((note, sign), _)| note < sign || **sign + 1 < **note);
        let strays: Vec<usize> = strays.map(|(_, number)| number).collect();
        assert_eq!(strays, [0; 0], "{only:?}");
    }
}

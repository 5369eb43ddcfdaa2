//! Replies to measure a round with.

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use guidepost::app::Library;
use guidepost::domain::{
    Assessment, Cell, ItemId, Kind, ListItem, Question, Release, Standing, StateCode, Submission,
    SubmittedAnswer, TextField, WithApplication,
};
use guidepost::format::write_submission;
use jiff::civil::Date;
use uuid::Uuid;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The letters of each text, for a reply of 40 KB and for a full one of 2.8 MB.
pub const SHORT: usize = 160;
pub const FULL: usize = 4_000;

/// Writes replies of all Member States in turn, each State's as revisions of one assessment: every
/// text of every question of so many letters, and each list with so many items.
pub fn write_replies(folder: &Path, count: usize, letters: usize, items: usize) -> Result<()> {
    let library = Library::built_in().map_err(|faults| format!("{faults:?}"))?;
    let codes: Vec<StateCode> = library.states.iter().map(|state| state.code).collect();
    fs::create_dir_all(folder)?;
    let mut length = 0;
    for number in 0..count {
        let code = codes[number % codes.len()];
        let revision = u32::try_from(number / codes.len() + 1)?;
        let identity = Uuid::from_u128(number as u128 % codes.len() as u128 + 1);
        let assessment = Assessment::new(&library.instrument, code, identity);
        let seed = number * 7;
        let mut submission = Submission::of(&assessment, revision, release(), WithApplication::No);
        "2030".clone_into(&mut submission.call.id);
        let questions = library.instrument.questions().iter().enumerate();
        for (place, question) in questions {
            let seed = seed + place;
            let answer = answer(question, seed, letters, items);
            submission.answers.insert(question.id.clone(), answer);
        }
        let (bytes, _) = write_submission(&submission)?;
        length += bytes.len();
        fs::write(
            folder.join(format!("{code}-{revision}.submission.ron")),
            bytes,
        )?;
    }
    let mut err = std::io::stderr();
    writeln!(
        err,
        "{count} replies of {} bytes on average",
        length / count
    )?;
    Ok(())
}

fn release() -> Release {
    Release {
        name: "Ana".to_owned(),
        title: "Head".to_owned(),
        body: "Council".to_owned(),
        date: Date::constant(2030, 6, 1),
        reference: "CP/1".to_owned(),
    }
}

/// A full answer to a question, another one for each seed.
fn answer(question: &Question, seed: usize, letters: usize, items: usize) -> SubmittedAnswer {
    let text = |nth: usize| text(seed * 31 + nth, letters);
    let mut answer = SubmittedAnswer {
        revision: question.revision,
        ..SubmittedAnswer::default()
    };
    let fields = [
        TextField::Exists,
        TextField::Missing,
        TextField::Difficulty,
        TextField::Useful,
        TextField::Reason,
        TextField::Expected,
    ];
    let fields = fields.into_iter().enumerate();
    // A short reply has one text for each question, in turn.
    let fields = fields.filter(|(nth, _)| letters == FULL || *nth == seed % 6);
    answer.texts = fields.map(|(nth, field)| (field, text(nth))).collect();
    if question.has_cells() {
        let cells = question.levels.iter().enumerate();
        let cells = cells.map(|(nth, level)| {
            let cell = Cell {
                standing: Some(Standing::ALL[(seed + nth) % Standing::ALL.len()]),
                note: if letters == FULL {
                    text(nth)
                } else {
                    String::new()
                },
                ..Cell::default()
            };
            (*level, cell)
        });
        answer.cells = cells.collect();
    }
    match &question.kind {
        Kind::Choice(options) => {
            answer.choice = Some(options[seed % options.len()].id.clone());
        }
        Kind::List(_) => {
            let items = (0..items).map(|nth| {
                let item = ListItem {
                    name: format!("Network {nth}"),
                    public_remark: text(nth),
                    ..ListItem::default()
                };
                (ItemId(Uuid::from_u128((seed * 100 + nth) as u128)), item)
            });
            answer.items = items.collect();
        }
        Kind::Text => {
            answer.texts.insert(TextField::Text, text(9));
        }
        _ => {}
    }
    answer
}

/// A text of so many letters, another one for each seed.
fn text(seed: usize, letters: usize) -> String {
    const WORDS: [&str; 12] = [
        "prevention",
        "of",
        "crime",
        "in",
        "the",
        "cities",
        "\"plan\"",
        "prévention",
        "council",
        "and",
        "police,",
        "families",
    ];
    let mut text = format!("Since {}", 1990 + seed % 35);
    let mut place = seed;
    while text.len() < letters {
        place = place * 5 + 7;
        text.push(' ');
        text.push_str(WORDS[place / 3 % WORDS.len()]);
        place %= 100_003;
    }
    text
}

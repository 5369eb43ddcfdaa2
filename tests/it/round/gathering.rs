//! The texts of one question, gathered from the replies that count.

use std::fs;

use guidepost::app::round::RoundCommand;
use guidepost::domain::{
    AreaId, AssistanceRow, AssistanceSide, AssistanceTarget, Cell, Field, ItemId, Level, ListItem,
    Side, Standing, StateCode, Submission, SubmittedAnswer, TextField,
};
use uuid::Uuid;

use super::bytes;
use super::session::Office;
use crate::support::{explained, question, state};

fn says(of: &str, number: u128, text: &str) -> Submission {
    let mut submission = super::reply(of, number, 1, Standing::Yes);
    let answer = submission.answers.get_mut(&question("17")).unwrap();
    answer.texts.insert(TextField::Exists, text.to_owned());
    submission
}

fn gathered(office: &mut Office, id: &str) -> Vec<(StateCode, Vec<(Field, String)>)> {
    office.sends(RoundCommand::Gather(question(id)));
    office.waits();
    let gathered = office.round().gathered().unwrap();
    assert!(gathered.is_complete());
    let replies = gathered.replies.iter().map(|reply| {
        let texts = reply
            .texts
            .iter()
            .map(|it| (it.field.clone(), it.text.clone()));
        (reply.state, texts.collect())
    });
    replies.collect()
}

#[test]
fn the_texts_come_in_the_order_of_the_names_of_the_states() {
    let mut office = Office::new();
    // By code: AUT, CHE, CIV, CUB; by path otherwise; by name: Austria, Côte d'Ivoire, Cuba,
    // Switzerland.
    for (name, of, number) in [
        ("1", "CHE", 1),
        ("2", "CUB", 2),
        ("3", "AUT", 3),
        ("4", "CIV", 4),
    ] {
        office.comes(name, bytes(&says(of, number, &format!("a plan of {of}"))));
    }
    office.comes("5", bytes(&super::reply("JPN", 5, 1, Standing::Yes)));
    office.comes("6", bytes(&says("KEN", 6, "one")));
    office.comes("7", bytes(&says("KEN", 7, "another")));
    office.adds();
    let texts = gathered(&mut office, "17");
    let states: Vec<&str> = texts.iter().map(|(state, _)| state.as_str()).collect();
    assert_eq!(states, ["AUT", "CIV", "CUB", "CHE"]);
    let exists = Field::Text(TextField::Exists);
    assert_eq!(texts[0].1, [(exists, "a plan of AUT".to_owned())]);
    assert_eq!(gathered(&mut office, "3.scope"), []);
}

#[test]
fn every_text_of_an_answer_is_gathered_and_no_blank() {
    let mut submission = super::reply("JPN", 7, 1, Standing::Yes);
    let id = ItemId(Uuid::from_u128(3));
    let row = AssistanceRow {
        need: AssistanceSide {
            reason: "to train".to_owned(),
            ..AssistanceSide::default()
        },
        ..AssistanceRow::default()
    };
    let area = AreaId::parse("17").unwrap();
    let item = ListItem {
        name: "A network".to_owned(),
        public_remark: "of cities".to_owned(),
        ..ListItem::default()
    };
    let cell = Cell {
        note: "in two cities".to_owned(),
        ..Cell::default()
    };
    let mut answer = SubmittedAnswer {
        revision: 1,
        texts: SubmittedAnswer::TEXTS
            .map(|field| (field, field.to_string()))
            .into(),
        cells: [(Level::Local, cell)].into(),
        items: vec![(id, item)],
        ..SubmittedAnswer::default()
    };
    answer.texts.insert(TextField::Missing, " \n".to_owned());
    answer.assistance.rows.insert(area.clone(), row);
    submission.answers.insert(question("17"), answer);
    let mut office = Office::new();
    office.comes("japan", bytes(&submission));
    office.adds();
    let texts = gathered(&mut office, "17");
    let [(of, texts)] = texts.as_slice() else {
        panic!("{texts:?}")
    };
    assert_eq!(*of, state("JPN"));
    let said = SubmittedAnswer::TEXTS
        .into_iter()
        .filter(|field| *field != TextField::Missing);
    let mut expected: Vec<(Field, String)> = said
        .map(|field| (Field::Text(field), field.to_string()))
        .collect();
    let target = AssistanceTarget::Area(area);
    expected.extend([
        (Field::Note(Level::Local), "in two cities".to_owned()),
        (Field::Item(id), "A network: of cities".to_owned()),
        (Field::Assistance(target, Side::Need), "to train".to_owned()),
    ]);
    assert_eq!(*texts, expected);
}

#[test]
fn a_file_that_is_not_the_one_that_was_counted_is_named_and_not_quoted() {
    let mut office = Office::new();
    for (name, of, number) in [("a", "JPN", 1), ("b", "KEN", 2), ("c", "PER", 3)] {
        office.comes(name, bytes(&says(of, number, "a plan")));
    }
    office.adds();
    office.comes("a", bytes(&says("JPN", 1, "another plan")));
    fs::remove_file(office.inbox().join("b")).unwrap();
    let texts = gathered(&mut office, "17");
    let states: Vec<&str> = texts.iter().map(|(state, _)| state.as_str()).collect();
    assert_eq!(states, ["PER"]);
    let faults = &office.round().gathered().unwrap().faults;
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(
        faults
            .iter()
            .any(|fault| explained(fault).contains("not the one that was counted"))
    );
    assert!(
        faults
            .iter()
            .any(|fault| explained(fault).contains("no such file"))
    );
}

//! The round's file, and the changes of what the office notes.

use std::collections::BTreeMap;

use guidepost::domain::{
    AreaId, AssistanceTarget, Attribution, Field, ItemId, Level, Quotation, Round, RoundChange,
    RoundDecision, RoundFault, SectionId, Side, StateCode, TextField,
};
use guidepost::format::{Diagnostic, write_round};
use jiff::civil::Date;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use crate::support::random::text;
use crate::support::{cases, explained, instrument, library, question, state};

/// A file of format 1, kept as it was first written. Never change it: a new format gets a new one.
const FORMAT_1: &[u8] = include_bytes!("../../fixtures/format-1.round.ron");

const DIGEST: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn read_round(bytes: &[u8], name: &str) -> Result<Round, Vec<Diagnostic>> {
    guidepost::format::read_round(bytes, name, &library().states)
}

fn day(day: i8) -> Date {
    Date::new(2030, 6, day).unwrap()
}

fn quotation(text: &str, attribution: Attribution) -> Quotation {
    Quotation {
        question: question("17"),
        state: state("JPN"),
        field: Field::Text(TextField::Exists),
        text: text.to_owned(),
        attribution,
    }
}

fn decision(reason: &str) -> RoundDecision {
    RoundDecision {
        digest: DIGEST.to_owned(),
        reason: reason.to_owned(),
        date: day(20),
    }
}

#[test]
fn a_file_of_format_1_is_read_and_written_as_it_was() {
    let section = SectionId::parse("structures").unwrap();
    let round = Round {
        call: "2030".to_owned(),
        closing: Some(day(15)),
        invited: ["JPN", "KEN", "PER"].map(state).into(),
        sources: ["in".to_owned(), "/mnt/late/KEN.submission.ron".to_owned()].into(),
        received: [(DIGEST.to_owned(), day(14))].into(),
        decisions: [(state("KEN"), decision("The ministry wrote so."))].into(),
        quotations: [
            quotation("a \"plan\"", Attribution::OneState),
            Quotation {
                field: Field::Note(Level::Local),
                ..quotation("in two cities", Attribution::Named)
            },
        ]
        .into(),
        texts: [
            (None, "So far.".to_owned()),
            (Some(section), "Most have a lead body.\nNot all.".to_owned()),
        ]
        .into(),
    };
    assert_eq!(read_round(FORMAT_1, "it").unwrap(), round);
    let written = write_round(&round).unwrap();
    let program = concat!("guidepost ", env!("CARGO_PKG_VERSION"));
    let kept = String::from_utf8(FORMAT_1.to_vec()).unwrap();
    assert_eq!(written, kept.replace("guidepost 0.1.0", program));
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let text = String::from_utf8(FORMAT_1.to_vec()).unwrap();
    let wrong = text
        .replace("2030-06-15", "soon")
        .replace("\"KEN\"", "\"KENYA\"")
        .replace("\"text.exists\"", "\"standing.national\"")
        .replace("\"The ministry wrote so.\"", "\" \"")
        .replace("\"one_state\"", "\"nobody\"");
    let faults = read_round(wrong.as_bytes(), "it").unwrap_err();
    let faults: Vec<String> = faults.iter().map(|fault| explained(fault)).collect();
    for (part, what) in [
        ("invited", "KENYA"),
        ("closing", "soon"),
        ("decision KENYA", "three-letter code"),
        ("decision KENYA", "needs a reason"),
        ("quotation JPN, 17", "nobody"),
    ] {
        let found = |fault: &String| fault.contains(part) && fault.contains(what);
        assert!(faults.iter().any(found), "{part}, {what}: {faults:#?}");
    }
    let cut = &FORMAT_1[..FORMAT_1.len() - 20];
    assert_eq!(read_round(cut, "it").unwrap_err().len(), 1);
    let newer = text
        .replacen("format: 1", "format: 2", 1)
        .replacen("call:", "kall:", 1);
    let faults = read_round(newer.as_bytes(), "it").unwrap_err();
    assert!(explained(&faults[0]).contains("has format 2"), "{faults:?}");
}

#[test]
fn nobody_is_invited_who_is_no_member_state() {
    let text = String::from_utf8(FORMAT_1.to_vec()).unwrap();
    let wrong = text.replacen("\"PER\"", "\"ZZZ\"", 1);
    let faults = read_round(wrong.as_bytes(), "2030.round.ron").unwrap_err();
    let faults: Vec<String> = faults.iter().map(|fault| explained(fault)).collect();
    assert_eq!(
        faults,
        [
            "2030.round.ron, invited: ZZZ is no Member State; correct the three-letter code, or take \
          it out"
        ]
    );
}

fn codes() -> impl Strategy<Value = StateCode> {
    let codes: Vec<StateCode> = library().states.iter().map(|state| state.code).collect();
    select(codes)
}

fn sections() -> impl Strategy<Value = SectionId> {
    let ids = instrument()
        .sections()
        .iter()
        .map(|section| section.id.clone());
    select(ids.collect::<Vec<_>>())
}

fn days() -> impl Strategy<Value = Date> {
    (2000..2100_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

fn digests() -> impl Strategy<Value = String> {
    "[0-9a-f]{64}"
}

fn words() -> impl Strategy<Value = String> {
    text().prop_map(|text| {
        if text.trim().is_empty() {
            "so".to_owned()
        } else {
            text
        }
    })
}

fn fields() -> impl Strategy<Value = Field> {
    let texts: Vec<TextField> = TextField::ALL
        .into_iter()
        .filter(|it| !it.is_internal())
        .collect();
    let area = AreaId::parse("17").unwrap();
    prop_oneof![
        select(texts).prop_map(Field::Text),
        select(Level::ALL.to_vec()).prop_map(Field::Note),
        any::<u128>().prop_map(|id| Field::Item(ItemId(Uuid::from_u128(id)))),
        select(Side::ALL.to_vec())
            .prop_map(move |side| Field::Assistance(AssistanceTarget::Area(area.clone()), side)),
        select(Side::ALL.to_vec())
            .prop_map(|side| Field::Assistance(AssistanceTarget::AllAreas, side)),
    ]
}

fn quotations() -> impl Strategy<Value = Quotation> {
    let ids = instrument()
        .questions()
        .iter()
        .map(|question| question.id.clone());
    let ids = select(ids.collect::<Vec<_>>());
    (
        ids,
        codes(),
        fields(),
        words(),
        select(Attribution::ALL.to_vec()),
    )
        .prop_map(|(question, state, field, text, attribution)| Quotation {
            question,
            state,
            field,
            text,
            attribution,
        })
}

fn decisions() -> impl Strategy<Value = RoundDecision> {
    (digests(), words(), days()).prop_map(|(digest, reason, date)| RoundDecision {
        digest,
        reason,
        date,
    })
}

fn rounds() -> impl Strategy<Value = Round> {
    let texts = btree_map(option::of(sections()), words(), 0..4);
    let parts = (
        (
            text(),
            option::of(days()),
            btree_set(codes(), 0..9),
            btree_set(words(), 0..4),
        ),
        btree_map(digests(), days(), 0..5),
        btree_map(codes(), decisions(), 0..3),
        btree_set(quotations(), 0..5),
        texts,
    );
    parts.prop_map(
        |((call, closing, invited, sources), received, decisions, quotations, texts)| Round {
            call,
            closing,
            invited,
            sources,
            received,
            decisions,
            quotations,
            texts,
        },
    )
}

fn changes() -> impl Strategy<Value = RoundChange> {
    prop_oneof![
        text().prop_map(RoundChange::Call),
        option::of(days()).prop_map(RoundChange::Closing),
        btree_set(codes(), 0..9).prop_map(RoundChange::Invited),
        select(&["in", "out"][..]).prop_map(|it| RoundChange::AddSource(it.to_owned())),
        select(&["in", "out"][..]).prop_map(|it| RoundChange::RemoveSource(it.to_owned())),
        (select(&[DIGEST][..]), option::of(days()))
            .prop_map(|(it, day)| RoundChange::Received([(it.to_owned(), day)].into())),
        (codes(), option::of(decisions())).prop_map(|(state, it)| RoundChange::Decide(state, it)),
        few_quotations().prop_map(RoundChange::Quote),
        few_quotations().prop_map(RoundChange::Unquote),
        (option::of(sections()), text()).prop_map(|(section, it)| RoundChange::Text(section, it)),
    ]
}

fn few_quotations() -> impl Strategy<Value = Quotation> {
    (select(&["a", "b"][..]), select(Attribution::ALL.to_vec()))
        .prop_map(|(text, attribution)| quotation(text, attribution))
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_is_written_is_read_again(round in rounds()) {
        let text = write_round(&round).unwrap();
        prop_assert_eq!(read_round(text.as_bytes(), "it").unwrap(), round);
    }

    #[test]
    fn every_change_can_be_taken_back_and_made_twice_does_no_more(
        round in rounds(),
        changes in vec(changes(), 1..12),
    ) {
        let mut now = round;
        let begun = now.clone();
        let mut inverses = Vec::new();
        for change in changes {
            inverses.push(now.apply(change.clone()).unwrap());
            let once = now.clone();
            now.apply(change).unwrap();
            prop_assert_eq!(&now, &once);
        }
        for inverse in inverses.into_iter().rev() {
            now.apply(inverse).unwrap();
        }
        prop_assert_eq!(now, begun);
    }
}

#[test]
fn a_change_that_cannot_be_made_says_why_and_changes_nothing() {
    let note = |text: &str| quotation(text, Attribution::Named);
    let no_words = Quotation {
        field: Field::Standing(Level::National),
        ..note("yes")
    };
    let internal = Quotation {
        field: Field::Text(TextField::Remark),
        ..note("hm")
    };
    for (change, fault) in [
        (
            RoundChange::Decide(state("KEN"), Some(decision(" \n"))),
            RoundFault::NoReason,
        ),
        (RoundChange::Quote(note("  ")), RoundFault::NoWords),
        (RoundChange::Quote(no_words), RoundFault::NotWords),
        (RoundChange::Quote(internal), RoundFault::NotWords),
        (RoundChange::AddSource(" ".to_owned()), RoundFault::NoPath),
        (
            RoundChange::Received([("abc".to_owned(), Some(day(1)))].into()),
            RoundFault::NotADigest("abc".to_owned()),
        ),
    ] {
        let mut round = Round::default();
        assert_eq!(round.apply(change), Err(fault));
        assert_eq!(round, Round::default());
    }
}

#[test]
fn the_same_words_are_quoted_once_with_the_last_attribution() {
    let mut round = Round::default();
    for attribution in [Attribution::Named, Attribution::OneState] {
        round
            .apply(RoundChange::Quote(quotation("a plan", attribution)))
            .unwrap();
    }
    let quoted: BTreeMap<&str, Attribution> = round
        .quotations
        .iter()
        .map(|it| (it.text.as_str(), it.attribution))
        .collect();
    assert_eq!(quoted, [("a plan", Attribution::OneState)].into());
    round
        .apply(RoundChange::Unquote(quotation(
            "a plan",
            Attribution::Named,
        )))
        .unwrap();
    assert!(round.quotations.is_empty());
}

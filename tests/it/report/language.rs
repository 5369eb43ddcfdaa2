//! The words that the State wrote carry the language of its reply, and Guidepost's own carry none but
//! the document's.

use std::collections::BTreeSet;

use guidepost::domain::{
    ActionId, Assessment, AssistanceSide, AssistanceTarget, Change, Evidence, EvidenceId, Extent,
    FieldValue, ItemId, Level, ListItem, PlannedAction, Profile, Side, Standing, TextField,
};
use guidepost::report::Format;
use quick_xml::Reader;
use quick_xml::events::Event;
use uuid::Uuid;

use super::read::Document;
use super::{bytes, filled, whole_report};
use crate::support::{after, empty, set};

/// The words of each run of a part, with the language that it names.
fn runs(part: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(part);
    let mut runs: Vec<(String, String)> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == "w:r" => runs.push(Default::default()),
            Event::Empty(tag) if tag.name().as_ref() == "w:lang" => {
                let named = tag.attributes().map(Result::unwrap);
                let named = named.map(|it| format!("{}={}", it.key.as_ref(), it.value));
                runs.last_mut().unwrap().0 = named.collect();
            }
            Event::Text(text) => {
                if let Some((_, words)) = runs.last_mut() {
                    words.push_str(&text);
                }
            }
            Event::Eof => return runs,
            _ => {}
        }
    }
}

/// An assessment with these words in every kind of field that a report shows.
fn written(language: &str, words: &str) -> Assessment {
    let words = || words.to_owned();
    let id = Uuid::from_u128(7);
    let piece = Evidence {
        title: words(),
        body: words(),
        ..Evidence::default()
    };
    let item = ListItem {
        name: words(),
        public_remark: words(),
        ..ListItem::default()
    };
    let side = AssistanceSide {
        extent: Some(Extent::InPart),
        reason: words(),
        ..AssistanceSide::default()
    };
    let action = PlannedAction {
        what: words(),
        who: words(),
        ..PlannedAction::default()
    };
    let profile = Profile {
        institution: words(),
        period: words(),
        reply_language: language.to_owned(),
        ..empty().profile.clone()
    };
    let national = Level::National;
    after([
        Change::Profile(Box::new(profile)),
        set("17.a", FieldValue::Standing(national, Some(Standing::Yes))),
        set("17.a", FieldValue::Note(national, words())),
        set("17.a", FieldValue::Text(TextField::Exists, words())),
        set("17.a", FieldValue::Text(TextField::Remark, words())),
        set("17.a", FieldValue::Evidence(EvidenceId(id), Some(piece))),
        set("30.networks", FieldValue::Item(ItemId(id), Some(item))),
        set(
            "29",
            FieldValue::Assistance(AssistanceTarget::AllAreas, Side::Need, side),
        ),
        Change::Action(ActionId(id), Some(Box::new(action))),
    ])
}

/// All of these words are in this language, and whatever else is said names none.
#[track_caller]
fn check(language: &str, words: &str, expected: &str) {
    let assessment = written(language, words);
    for (report, times) in [(filled(&assessment), 9), (whole_report(&assessment), 12)] {
        let read = Document::read(&bytes(&report, Format::Docx));
        let runs = runs(&read.parts["word/document.xml"]);
        let (theirs, ours): (Vec<_>, Vec<_>) = runs.iter().partition(|(_, said)| said == words);
        let named: BTreeSet<&str> = theirs.iter().map(|(named, _)| named.as_str()).collect();
        assert_eq!(named, BTreeSet::from([expected]));
        assert_eq!(theirs.len(), times, "{theirs:?}");
        let others: Vec<_> = ours.iter().filter(|(named, _)| !named.is_empty()).collect();
        assert!(others.is_empty(), "{others:?}");
    }
}

#[test]
fn what_the_state_wrote_is_in_the_language_of_its_reply() {
    check("fr", "Un conseil existe.", "w:val=fr");
    check("fr-CA", "Un conseil existe.", "w:val=fr-CA");
    check("ar", "أُنشئت", "w:bidi=ar");
    check("zh", "预防犯罪", "w:eastAsia=zh");
    check("en", "A council exists.", "");
    check("", "Un conseil existe.", "");
    check("fr", "أُنشئت", "");
}

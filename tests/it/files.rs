//! The assessment's file: what is written is read again, and a file of format 1 opens for ever.

use guidepost::app::file;
use guidepost::domain::{
    Application, AssistanceTarget, Extent, FieldValue, Level, Side, Standing, TextField,
};
use guidepost::format::{field_name, read_assessment, write_assessment};
use proptest::prelude::*;

use crate::support::random::{ODD_TEXTS, anything, long_text};
use crate::support::{after, cases, instrument, question, set};

/// A file of format 1, kept as it was first written. Never change it: a new format gets a new one.
const FORMAT_1: &str = include_str!("../fixtures/format-1.assessment.ron");

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_is_written_is_read_again(assessment in anything()) {
        let text = write_assessment(&assessment).unwrap();
        let read = read_assessment(text.as_bytes(), "it").unwrap();
        prop_assert_eq!(&read, &assessment);
        prop_assert_eq!(write_assessment(&read).unwrap(), text);
    }
}

#[test]
fn every_odd_text_comes_back_as_it_was() {
    let long = long_text();
    for text in ODD_TEXTS
        .iter()
        .copied()
        .chain([long.as_str(), "\0", "a\0b", "\u{feff}"])
    {
        let value = FieldValue::Text(TextField::Exists, text.to_owned());
        let assessment = after([set("17.a", value)]);
        let written = write_assessment(&assessment).unwrap();
        let read = read_assessment(written.as_bytes(), "it").unwrap();
        assert_eq!(read, assessment, "{text:?}");
    }
}

/// A file without what may change from one version of the program to the next: layout, comments,
/// and the program's own name.
fn signs(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.starts_with("//") && !line.trim_start().starts_with("program:"));
    lines
        .flat_map(|line| line.chars().filter(|sign| *sign != ',' && *sign != ' '))
        .collect()
}

#[test]
fn a_file_of_format_1_is_written_again_as_it_was() {
    let assessment = read_assessment(FORMAT_1.as_bytes(), "it").unwrap();
    let written = write_assessment(&assessment).unwrap();
    assert_eq!(signs(&written), signs(FORMAT_1));
    file::decode(FORMAT_1.as_bytes(), "it", instrument()).unwrap();
}

#[test]
fn a_file_of_format_1_says_who_replies_to_whom() {
    let assessment = read_assessment(FORMAT_1.as_bytes(), "it").unwrap();
    let identity = assessment.identity.to_string();
    assert_eq!(identity, "5f0c7a52-3c1e-4b7e-9d53-0a8f4f1f2b6c");
    assert_eq!(assessment.sample.as_deref(), Some("made up for a test"));
    assert_eq!(assessment.instrument.id.as_str(), "un-2002-13");
    assert_eq!(assessment.instrument.version, 1);

    let call = &assessment.call;
    let dates = [call.note_verbale_date, call.due].map(|date| date.unwrap().to_string());
    assert_eq!(dates, ["2026-08-01", "2026-12-31"]);
    assert_eq!(
        [
            &call.id,
            &call.title,
            &call.note_verbale_number,
            &call.address
        ],
        [
            "2026",
            "Questionnaire of 2026",
            "CU 2026/12",
            "office@example.org"
        ]
    );

    let profile = &assessment.profile;
    assert_eq!(profile.state.as_str(), "KEN");
    assert_eq!(profile.institution, "National Crime Research Centre");
    let focal_point = &profile.focal_point;
    assert_eq!(focal_point.name, "Ana \"Anita\" Ñandú");
    assert_eq!(
        [
            &focal_point.title,
            &focal_point.email,
            &focal_point.telephone
        ],
        ["Director", "ana@example.org", "+254 20 1"]
    );
    assert_eq!(profile.deputy.name, "بن");
    assert_eq!(profile.deputy.title, "");
    let contributors = profile.contributors.iter();
    let contributors: Vec<_> = contributors
        .map(|each| (&*each.name, &*each.body))
        .collect();
    assert_eq!(contributors, [("Cleo", "Police"), ("Dan", "")]);
    assert_eq!(
        (&*profile.period, &*profile.reply_language),
        ("2022 to 2026", "en")
    );
    assert_eq!(
        profile.levels.iter().collect::<Vec<_>>(),
        [Level::National, Level::Local]
    );
}

#[test]
fn a_file_of_format_1_says_what_was_answered() {
    let assessment = read_assessment(FORMAT_1.as_bytes(), "it").unwrap();
    let answer = |id: &str| &assessment.answers[&question(id)];

    let clear = answer("17.a");
    let national = &clear.cells[&Level::National];
    assert_eq!(national.standing, Some(Standing::Yes));
    assert_eq!(national.application, Some(Application::Partly));
    assert_eq!(national.note, "since 2019");
    assert_eq!(
        clear.standing(Level::Regional),
        Some(Standing::NotApplicable)
    );
    let units = clear.cells[&Level::Local].units.unwrap();
    assert_eq!((units.having(), units.all()), (4, 21));
    let exists = "A centre.\r\nTwo lines, a tab\t and a \\ backslash.";
    assert_eq!(clear.text(TextField::Exists), exists);
    assert_eq!(clear.text(TextField::Useful), "🏘️");
    assert_eq!(clear.texts.len(), 8);
    let (_, law) = &clear.evidence[0];
    assert_eq!(law.kind.as_ref().unwrap().as_str(), "law");
    assert_eq!(
        (&*law.title, law.year, &*law.pages),
        ("Act 12", Some(2019), "3-7")
    );
    assert_eq!(
        (&*law.file_name, law.sha256.len(), law.levels.len()),
        ("act.pdf", 64, 2)
    );
    assert_eq!(clear.evidence[1].1.title, "Plan");
    assert!(clear.flag);
    let cleared = clear.cleared.as_ref().unwrap();
    assert_eq!(
        (&*cleared.who, &*cleared.when.to_string()),
        ("Ana", "2026-11-20T09:30:00Z")
    );
    let stamps: Vec<String> = clear.stamps.keys().map(field_name).collect();
    let piece = "evidence.00000000-0000-0000-0000-00000000e001";
    assert_eq!(stamps, ["standing.national", "text.exists", piece]);

    let sheet = &answer("29").assistance;
    let area = |id| guidepost::domain::AreaId::parse(id).unwrap();
    assert_eq!(sheet.extent(&area("18"), Side::Need), Some(Extent::InPart));
    assert_eq!(sheet.extent(&area("17"), Side::Need), Some(Extent::Yes));
    assert_eq!(sheet.extent(&area("17"), Side::Offer), Some(Extent::No));
    let other = sheet.row(&AssistanceTarget::Area(area("other"))).unwrap();
    assert_eq!(
        (other.offer.extent, &*other.offer.reason),
        (None, "On request")
    );

    let items = answer("30.networks").items.iter();
    let names: Vec<&str> = items.map(|(_, item)| item.name.as_str()).collect();
    assert_eq!(names, ["Safer Cities", "Another"]);
    let lead = answer("7.lead");
    assert_eq!(lead.choice.as_ref().unwrap().as_str(), "interior");
    assert_eq!(lead.text(TextField::Choice), "Ministry of the Interior");
    assert_eq!(answer("closing.success").text(TextField::Text), "Much");

    let unknown: Vec<_> = assessment.unknown_answers(instrument()).collect();
    let [(id, later)] = unknown.as_slice() else {
        panic!("{unknown:?}")
    };
    assert_eq!((id.as_str(), later.revision), ("99.asked-later", 3));
    assert_eq!(later.standing(Level::National), Some(Standing::NotKnown));
}

#[test]
fn a_file_of_format_1_says_what_is_planned_lent_disputed_and_sent() {
    let assessment = read_assessment(FORMAT_1.as_bytes(), "it").unwrap();
    let action = assessment.actions.values().next().unwrap();
    assert_eq!((&*action.what, &*action.who), ("Write a plan", "Council"));
    assert_eq!(action.by.unwrap().to_string(), "2027-06-30");
    assert_eq!(action.area.as_ref().unwrap().as_str(), "planning");
    assert_eq!(action.gaps[1], (question("22.a"), Level::Local));

    let loan = &assessment.loans[0];
    assert_eq!((&*loan.to, loan.base.len()), ("Police", 2));
    let lent = &loan.base[&question("26.a")];
    assert_eq!(
        lent[0],
        FieldValue::Standing(Level::Local, Some(Standing::No))
    );
    assert_eq!(lent[2], FieldValue::Text(TextField::Exists, String::new()));
    assert_eq!(lent[3], FieldValue::Flag(true));

    let [settled, open] = assessment.disputes.as_slice() else {
        panic!()
    };
    let decision = settled.decision.as_ref().unwrap();
    assert_eq!(
        decision.value,
        FieldValue::Standing(Level::National, Some(Standing::No))
    );
    assert_eq!(
        (settled.values.len(), &*settled.values[1].whose),
        (2, "Police")
    );
    assert!(open.decision.is_none() && open.values[1].value.is_blank());

    let previous = assessment.previous.as_ref().unwrap();
    assert_eq!(
        (&*previous.call, &*previous.date.unwrap().to_string()),
        ("2006", "2006-10-01")
    );
    let carried = &previous.answers[&question("17.a")];
    assert_eq!(carried.standings[&Level::National], Standing::No);
    assert_eq!(carried.texts[&TextField::Exists], "Nothing");

    let sent = &assessment.sent[0];
    assert_eq!(
        (sent.revision, sent.digest.len(), &*sent.reference),
        (1, 64, "NCRC/1")
    );
    assert_eq!((&*sent.title, &*sent.released_by.who), ("Director", "Ana"));
    let values: Vec<_> = assessment
        .trail
        .entries()
        .map(|entry| entry.value.as_str())
        .collect();
    assert_eq!(
        (values, assessment.trail.folded()),
        (vec!["yes", "profile"], 5)
    );
}

#[test]
fn a_byte_order_mark_and_other_line_ends_do_no_harm() {
    let expected = read_assessment(FORMAT_1.as_bytes(), "it").unwrap();
    let marked = format!("\u{feff}{FORMAT_1}");
    let windows = FORMAT_1.replace('\n', "\r\n");
    let both = format!("\u{feff}{windows}");
    for text in [marked, windows, both] {
        assert_eq!(read_assessment(text.as_bytes(), "it").unwrap(), expected);
    }
}

//! Edits: what each takes and refuses, and what it leaves behind.

mod refused;
mod trail;

use guidepost::domain::{
    ActionId, Answer, Application, AreaId, AssistanceSide, AssistanceTarget, Call, Change,
    EditError, Evidence, EvidenceId, Extent, FieldValue, ItemId, KindId, Level, Levels, ListItem,
    OptionId, PlannedAction, Profile, Side, Standing, TextField, Units,
};
use uuid::Uuid;

use crate::support::{after, apply, but_for_the_trail, empty, instrument, question, set, stamp};

const N: Level = Level::National;

fn says(level: Level, standing: Standing) -> FieldValue {
    FieldValue::Standing(level, Some(standing))
}

fn text(field: TextField, text: &str) -> FieldValue {
    FieldValue::Text(field, text.to_owned())
}

fn option(id: &str) -> FieldValue {
    FieldValue::Choice(Some(OptionId::parse(id).unwrap()))
}

fn kind(id: &str) -> KindId {
    KindId::parse(id).unwrap()
}

fn item(name: &str, of: Option<&str>) -> FieldValue {
    let item = ListItem {
        name: name.to_owned(),
        kind: of.map(kind),
        ..ListItem::default()
    };
    FieldValue::Item(ItemId(Uuid::from_u128(7)), Some(item))
}

fn evidence(title: &str, of: Option<&str>) -> FieldValue {
    let piece = Evidence {
        title: title.to_owned(),
        kind: of.map(kind),
        ..Evidence::default()
    };
    FieldValue::Evidence(EvidenceId(Uuid::from_u128(8)), Some(piece))
}

fn sheet(area: Option<&str>, kinds: &[&str]) -> FieldValue {
    let target = area.map_or(AssistanceTarget::AllAreas, |area| {
        AssistanceTarget::Area(AreaId::parse(area).unwrap())
    });
    let side = AssistanceSide {
        extent: Some(Extent::InPart),
        kinds: kinds.iter().map(|each| kind(each)).collect(),
        ..AssistanceSide::default()
    };
    FieldValue::Assistance(target, Side::Need, side)
}

/// The State has these levels besides the national one.
fn has(levels: &[Level]) -> Change {
    Change::Profile(Box::new(Profile {
        levels: Levels {
            regional: levels.contains(&Level::Regional),
            local: levels.contains(&Level::Local),
        },
        ..empty().profile.clone()
    }))
}

/// The value is taken, making the change again changes nothing more, and the blank takes it away.
#[track_caller]
fn check_taken(id: &str, value: FieldValue) {
    let field = value.field();
    let mut assessment = after([set(id, value.clone())]);
    let answer = &assessment.answers[&question(id)];
    assert_eq!(answer.value(&field), value);
    assert!(!value.is_blank());
    assert_eq!(answer.stamps[&field], stamp("Ana", 1_000));
    let asked = instrument().question(&question(id)).unwrap();
    assert_eq!(answer.revision, asked.revision);

    let once = assessment.clone();
    let again = apply(&mut assessment, set(id, value)).unwrap();
    assert!(again.is_nothing());
    assert_eq!(assessment, once);

    let blank = Answer::default().value(&field);
    apply(&mut assessment, set(id, blank.clone())).unwrap();
    assert!(blank.is_blank());
    assert_eq!(assessment.answers[&question(id)].value(&field), blank);
}

#[test]
fn every_kind_of_question_takes_its_own_values() {
    for level in Level::ALL {
        for standing in Standing::ALL {
            check_taken("17.a", says(level, standing));
        }
        for application in Application::ALL {
            check_taken("17.a", FieldValue::Application(level, Some(application)));
        }
        check_taken("17.a", FieldValue::Note(level, "since 2019".to_owned()));
        let units = Units::new(4, 21).unwrap();
        check_taken("17.a", FieldValue::Units(level, Some(units)));
    }
    check_taken("7.law", says(N, Standing::No));
    check_taken("7.lead", option("interior"));
    check_taken(
        "7.lead",
        text(TextField::Choice, "Ministry of the Interior"),
    );
    check_taken("30.networks", item("A network", None));
    check_taken("30.networks", item("A network", Some("research")));
    check_taken("closing.success", text(TextField::Text, "Much"));
    check_taken("29", sheet(None, &["training"]));
    check_taken("29", sheet(Some("17"), &["training", "finance"]));
    check_taken("29", sheet(Some("other"), &[]));
}

#[test]
fn every_question_takes_texts_evidence_and_the_flag() {
    for id in [
        "17.a",
        "7.law",
        "7.lead",
        "30.networks",
        "closing.success",
        "29",
    ] {
        for field in TextField::ALL {
            if !matches!(field, TextField::Text | TextField::Choice) {
                check_taken(id, text(field, "words"));
            }
        }
        check_taken(id, evidence("A law", Some("law")));
        check_taken(id, evidence("Something", None));
        check_taken(id, FieldValue::Flag(true));
    }
}

/// The change makes a cleared answer one that is not, or leaves it as it is.
#[track_caller]
fn check_reopens(change: Change, reopens: bool) {
    let mut assessment = after([
        set("17.a", says(N, Standing::Yes)),
        set("17.a", text(TextField::Exists, "a plan")),
        Change::Clear(question("17.a")),
    ]);
    let before = assessment.clone();
    let inverse = apply(&mut assessment, change).unwrap();
    let answer = &assessment.answers[&question("17.a")];
    assert_eq!(answer.cleared.is_none(), reopens);
    assert_eq!(inverse.is_nothing(), !reopens);
    if !reopens {
        assert_eq!(assessment, before);
    }
}

#[test]
fn an_edit_reopens_a_cleared_answer_and_one_that_changes_nothing_does_not() {
    check_reopens(set("17.a", says(N, Standing::InPart)), true);
    check_reopens(set("17.a", FieldValue::Standing(N, None)), true);
    check_reopens(set("17.a", text(TextField::Exists, "a plan!")), true);
    check_reopens(set("17.a", text(TextField::Remark, "ask again")), true);
    check_reopens(set("17.a", FieldValue::Flag(true)), true);
    check_reopens(set("17.a", evidence("A law", None)), true);
    check_reopens(Change::Reopen(question("17.a")), true);

    check_reopens(set("17.a", says(N, Standing::Yes)), false);
    check_reopens(set("17.a", text(TextField::Exists, "a plan")), false);
    check_reopens(set("17.a", FieldValue::Flag(false)), false);
    check_reopens(set("17.a", FieldValue::Standing(Level::Local, None)), false);
    check_reopens(Change::Clear(question("17.a")), false);
    check_reopens(Change::Reopen(question("17.b")), false);
    check_reopens(Change::Several(Vec::new()), false);
    let same = Change::Several(vec![set("17.a", says(N, Standing::Yes))]);
    check_reopens(same, false);
}

#[test]
fn only_what_could_be_sent_can_be_cleared() {
    let internal = [
        text(TextField::Remark, "ask again"),
        text(TextField::Responsible, "the police"),
        FieldValue::Flag(true),
        FieldValue::Application(N, Some(Application::Applied)),
    ];
    for value in internal {
        let mut assessment = after([set("17.a", value)]);
        let refused = apply(&mut assessment, Change::Clear(question("17.a"))).unwrap_err();
        assert_eq!(refused, EditError::NothingToClear(question("17.a")));
    }
    for value in [
        FieldValue::Note(N, "since 2019".to_owned()),
        FieldValue::Units(N, Units::new(1, 1).ok()),
        text(TextField::Reason, "no data"),
        evidence("A law", None),
    ] {
        let mut assessment = after([set("17.a", value)]);
        apply(&mut assessment, Change::Clear(question("17.a"))).unwrap();
        assert_eq!(
            assessment.answers[&question("17.a")].cleared,
            Some(stamp("Ana", 1_000))
        );
    }
}

#[test]
fn a_level_that_is_taken_away_keeps_its_answers() {
    let mut assessment = after([
        set("17.a", says(Level::Regional, Standing::Yes)),
        set("17.a", says(N, Standing::No)),
    ]);
    let answers = assessment.answers.clone();
    apply(&mut assessment, has(&[])).unwrap();
    assert_eq!(assessment.answers, answers);
    assert_eq!(assessment.profile.levels.iter().collect::<Vec<_>>(), [N]);
    apply(&mut assessment, has(&[Level::Regional, Level::Local])).unwrap();
    let answer = &assessment.answers[&question("17.a")];
    assert_eq!(answer.standing(Level::Regional), Some(Standing::Yes));
}

#[test]
fn several_changes_are_all_made_or_none() {
    let mut assessment = after([set("17.a", says(N, Standing::No))]);
    let before = assessment.clone();
    let several = vec![
        set("17.a", says(N, Standing::Yes)),
        set("17.b", says(N, Standing::Yes)),
        Change::Clear(question("17.a")),
        set("17", says(Level::Local, Standing::Yes)),
    ];
    assert!(apply(&mut assessment, Change::Several(several.clone())).is_err());
    assert_eq!(assessment, before);

    let most = several.into_iter().take(3).collect();
    let inverse = apply(&mut assessment, Change::Several(most)).unwrap();
    assert!(assessment.answers[&question("17.a")].cleared.is_some());
    apply(&mut assessment, inverse).unwrap();
    assert_eq!(but_for_the_trail(&assessment), but_for_the_trail(&before));
}

#[test]
fn what_is_no_answer_changes_at_once_and_once() {
    let profile = Profile {
        institution: "Council".to_owned(),
        ..empty().profile.clone()
    };
    let call = Call {
        id: "2026".to_owned(),
        ..Call::default()
    };
    let action = PlannedAction {
        what: "write a plan".to_owned(),
        ..PlannedAction::default()
    };
    let id = ActionId(Uuid::from_u128(9));
    for change in [
        Change::Profile(Box::new(profile)),
        Change::Call(Box::new(call)),
        Change::Action(id, Some(Box::new(action))),
    ] {
        let mut assessment = after([change.clone()]);
        assert_ne!(but_for_the_trail(&assessment), *empty());
        let once = assessment.clone();
        let again = apply(&mut assessment, change.clone()).unwrap();
        assert!(
            again.is_nothing(),
            "{change:?} made twice can be taken back"
        );
        assert_eq!(assessment, once, "{change:?} made twice leaves a trace");
    }
    let mut assessment = empty();
    let nothing = apply(&mut assessment, Change::Action(id, None)).unwrap();
    assert!(nothing.is_nothing());
    assert_eq!(assessment, empty());
}

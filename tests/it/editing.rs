//! Edits: what each takes and refuses, and what it leaves behind.

use guidepost::domain::{
    ActionId, Application, AreaId, AssistanceSide, AssistanceTarget, Call, Change, Edit, EditError,
    Evidence, EvidenceId, Extent, Field, FieldValue, ItemId, KindId, Level, Levels, ListItem,
    OptionId, PlannedAction, Profile, Side, Standing, TextField, Trail, TrailEntry, Units,
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

fn levels(regional: bool, local: bool) -> Change {
    Change::Profile(Box::new(Profile {
        levels: Levels { regional, local },
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
    assert_eq!(answer.revision, 1);

    let once = assessment.clone();
    let again = apply(&mut assessment, set(id, value)).unwrap();
    assert!(again.is_nothing());
    assert_eq!(assessment, once);
}

/// The edit is refused in these words, and the assessment is as it was.
#[track_caller]
fn check_refused(change: Change, expected: &str) {
    let mut assessment = after([
        levels(false, true),
        set("17.a", says(N, Standing::Yes)),
        Change::Clear(question("17.a")),
    ]);
    let before = assessment.clone();
    let refused = apply(&mut assessment, change).unwrap_err();
    assert_eq!(refused.to_string(), expected);
    assert_eq!(assessment, before);
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

#[test]
fn what_cannot_be_is_refused() {
    let unknown = "there is no question 99 in this instrument";
    check_refused(set("99", says(N, Standing::Yes)), unknown);
    check_refused(Change::Clear(question("99")), unknown);
    check_refused(Change::Reopen(question("99")), unknown);

    check_refused(
        set("17", says(Level::Local, Standing::Yes)),
        "question 17 is not asked at local level",
    );
    check_refused(
        set("30.cities", says(N, Standing::Yes)),
        "question 30.cities is not asked at national level",
    );
    for value in [
        says(Level::Regional, Standing::Yes),
        FieldValue::Application(Level::Regional, Some(Application::Partly)),
        FieldValue::Units(Level::Regional, None),
        FieldValue::Note(Level::Regional, String::new()),
    ] {
        check_refused(
            set("17.a", value),
            "the profile says that the State has no regional level; change the profile first",
        );
    }
    check_refused(
        Change::Clear(question("17.b")),
        "question 17.b has no answer yet that could be cleared for sending",
    );
}

#[test]
fn a_value_of_another_kind_is_refused() {
    let cases = [
        (
            "7.lead",
            says(N, Standing::Yes),
            "choice: it takes no standing",
        ),
        (
            "29",
            FieldValue::Note(N, String::new()),
            "assistance: it takes no standing",
        ),
        (
            "closing.success",
            FieldValue::Units(N, None),
            "text: it takes no standing",
        ),
        ("17.a", option("interior"), "standing: it takes no option"),
        (
            "17.a",
            FieldValue::Choice(None),
            "standing: it takes no option",
        ),
        (
            "7.law",
            text(TextField::Text, "x"),
            "fact: it takes no text of its own",
        ),
        (
            "17.a",
            text(TextField::Choice, "x"),
            "standing: it takes no words beside an option",
        ),
        (
            "7.lead",
            item("A network", None),
            "choice: it takes no list item",
        ),
        (
            "7.lead",
            sheet(None, &[]),
            "choice: it takes no need or offer",
        ),
    ];
    for (id, value, expected) in cases {
        let expected = format!("question {id} is of kind {expected}");
        check_refused(set(id, value), &expected);
    }
}

#[test]
fn a_word_that_the_instrument_lacks_is_refused_with_those_that_it_has() {
    check_refused(
        set("3.scope", option("interior")),
        "question 3.scope knows no option interior; use one of: as-guidelines, wider, narrower, other",
    );
    check_refused(
        set("33.guides", item("A guide", Some("law"))),
        "question 33.guides knows no kind law; use one of: guide, toolkit, manual, compendium, website, other",
    );
    check_refused(
        set("17.a", evidence("A law", Some("statute"))),
        "question 17.a knows no kind statute; use one of: law, amendment, decree, plan, budget, survey, report, guide, other",
    );
    check_refused(
        set("29", sheet(Some("social"), &["training", "money"])),
        "question 29 knows no kind money; use one of: expertise, training, finance, research, other",
    );
    check_refused(
        set("29", sheet(Some("20"), &[])),
        "question 29 knows no area 20; use one of: 17, 18, 19, social, local, situational, recidivism, sustainability, knowledge, planning, evaluation, organized-crime, other",
    );
}

#[test]
fn an_item_and_a_piece_of_evidence_need_a_name() {
    for name in ["", " ", "\t\u{a0}\n"] {
        check_refused(
            set("30.networks", item(name, None)),
            "question 30.networks: an item needs a name",
        );
        check_refused(
            set("17.a", evidence(name, None)),
            "question 17.a: a piece of evidence needs a name",
        );
    }
}

#[test]
fn units_are_some_of_at_least_one() {
    for (having, all) in [(1, 0), (0, 0), (22, 21), (u32::MAX, 1)] {
        assert!(Units::new(having, all).is_err(), "{having} of {all}");
    }
    for (having, all) in [(0, 1), (21, 21), (u32::MAX, u32::MAX)] {
        let units = Units::new(having, all).unwrap();
        assert_eq!((units.having(), units.all()), (having, all));
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
    apply(&mut assessment, levels(false, false)).unwrap();
    assert_eq!(assessment.answers, answers);
    assert_eq!(assessment.profile.levels.iter().collect::<Vec<_>>(), [N]);
    apply(&mut assessment, levels(true, true)).unwrap();
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

/// The trail after these edits, oldest first, as `Ana 17.a text.exists value`.
#[track_caller]
fn check_trail(edits: &[(&str, Change)], expected: &[&str]) {
    let mut assessment = empty();
    for (second, (who, change)) in (1_i64..).zip(edits) {
        let edit = Edit {
            stamp: stamp(who, second),
            change: change.clone(),
        };
        assessment.apply(instrument(), edit).unwrap();
    }
    let line = |entry: &TrailEntry| {
        let question = entry.question.as_ref().map_or("-", |id| id.as_str());
        let field = entry.field.as_ref().map(guidepost::format::field_name);
        let field = field.as_deref().unwrap_or("-");
        let TrailEntry { stamp, value, .. } = entry;
        format!(
            "{} {} {question} {field} {value}",
            stamp.when.as_second(),
            stamp.who
        )
    };
    let lines: Vec<String> = assessment.trail.entries().map(line).collect();
    assert_eq!(lines, expected);
}

#[test]
fn the_trail_tells_who_did_what() {
    let id = || question("17.a");
    check_trail(
        &[
            ("Ana", set("17.a", says(N, Standing::Yes))),
            ("Ana", set("17.a", says(N, Standing::Yes))),
            ("Ben", set("17.a", FieldValue::Flag(true))),
            ("Ana", Change::Clear(id())),
            ("Ana", Change::Reopen(id())),
            ("Ana", Change::Restore(id(), None)),
            ("Ana", levels(false, false)),
        ],
        &[
            "1 Ana 17.a standing.national yes",
            "3 Ben 17.a flag flag",
            "4 Ana 17.a - cleared",
            "5 Ana 17.a - reopened",
            "6 Ana 17.a - restored",
            "7 Ana - - profile",
        ],
    );
}

#[test]
fn while_one_person_types_on_the_trail_goes_on_with_the_same_entry() {
    let typed = |text_so_far: &str| set("17.a", text(TextField::Exists, text_so_far));
    check_trail(
        &[
            ("Ana", typed("a")),
            ("Ana", typed("a p")),
            ("Ana", typed("a plan")),
            ("Ben", typed("a plan!")),
            ("Ana", set("17.b", text(TextField::Exists, "b"))),
            ("Ana", typed("a plan")),
        ],
        &[
            "3 Ana 17.a text.exists a plan",
            "4 Ben 17.a text.exists a plan!",
            "5 Ana 17.b text.exists b",
            "6 Ana 17.a text.exists a plan",
        ],
    );
    let named = |institution: &str| {
        Change::Profile(Box::new(Profile {
            institution: institution.to_owned(),
            ..empty().profile.clone()
        }))
    };
    check_trail(
        &[
            ("Ana", named("C")),
            ("Ana", named("Co")),
            ("Ben", named("Council")),
        ],
        &["2 Ana - - profile", "3 Ben - - profile"],
    );
}

#[test]
fn the_trail_shortens_what_is_long() {
    let long = "é".repeat(81);
    let expected = format!("1 Ana 17.a text.exists {}…", "é".repeat(80));
    let change = set("17.a", text(TextField::Exists, &long));
    check_trail(&[("Ana", change)], &[&expected]);
}

#[test]
fn the_trail_keeps_the_newest_2000_entries_and_counts_the_rest() {
    let mut assessment = empty();
    for second in 0..2_005 {
        let flag = FieldValue::Flag(second % 2 == 0);
        let edit = Edit {
            stamp: stamp(if second % 2 == 0 { "Ana" } else { "Ben" }, second),
            change: set("17.a", flag),
        };
        assessment.apply(instrument(), edit).unwrap();
    }
    let trail = &assessment.trail;
    assert_eq!((trail.entries().count(), trail.folded()), (2_000, 5));
    assert_eq!(trail.entries().next().unwrap().stamp.when.as_second(), 5);
    let entries: Vec<TrailEntry> = trail.entries().cloned().collect();
    let first = entries[0].clone();
    let restored = Trail::restore([first].into_iter().chain(entries), 5);
    assert_eq!((restored.entries().count(), restored.folded()), (2_000, 6));
}

#[test]
fn a_field_keeps_the_stamp_of_the_one_who_gave_it_its_value() {
    let mut assessment = empty();
    let mut make = |who, second, value| {
        let edit = Edit {
            stamp: stamp(who, second),
            change: set("17.a", value),
        };
        assessment.apply(instrument(), edit).unwrap();
    };
    make("Ana", 1, says(N, Standing::Yes));
    make("Ben", 2, text(TextField::Exists, "a plan"));
    make("Ben", 3, says(N, Standing::Yes));
    let stamps = &assessment.answers[&question("17.a")].stamps;
    assert_eq!(stamps[&Field::Standing(N)], stamp("Ana", 1));
    assert_eq!(stamps[&Field::Text(TextField::Exists)], stamp("Ben", 2));
}

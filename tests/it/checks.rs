//! The checks before a reply is sent: what each finds, where, and whether it blocks a final reply.

use guidepost::analysis::{Check, Unreleased, checks};
use guidepost::domain::{AreaId, Dispute, DisputedValue, Field};
use guidepost::domain::{
    Assessment, AssistanceSide, AssistanceTarget, Call, Change, Contact, Evidence, EvidenceId,
    Extent, FieldValue, ItemId, KindId, Level, Levels, ListItem, Profile, Side, Standing,
    TextField,
};
use guidepost::words::{ENGLISH, Words};
use jiff::civil::date;
use serde_json::Value;
use uuid::Uuid;

use crate::support::{after, done, empty, instrument, question, run, set, word};

/// What was found, as `check id level`, with `!` before what blocks.
fn found(assessment: &Assessment, unreleased: Unreleased) -> Vec<String> {
    let findings = checks(instrument(), assessment, unreleased);
    let line = |finding: &guidepost::analysis::Finding| {
        let mark = if finding.blocks { "!" } else { "" };
        let id = finding
            .question
            .as_ref()
            .map_or_else(String::new, |id| format!(" {id}"));
        let level = finding
            .level
            .map_or_else(String::new, |level| format!(" {level}"));
        format!("{mark}{}{id}{level}", finding.check.token())
    };
    findings.iter().map(line).collect()
}

/// A profile with a focal point.
fn named() -> Change {
    let profile = Profile {
        focal_point: Contact {
            name: "Ana".to_owned(),
            ..Contact::default()
        },
        ..empty().profile.clone()
    };
    Change::Profile(Box::new(profile))
}

fn standing(id: &str, level: Level, standing: Standing) -> Change {
    set(id, FieldValue::Standing(level, Some(standing)))
}

fn text(id: &str, field: TextField, text: &str) -> Change {
    set(id, FieldValue::Text(field, text.to_owned()))
}

fn evidence(id: &str, levels: &[Level]) -> Change {
    let piece = Evidence {
        title: "A law".to_owned(),
        levels: levels.iter().copied().collect(),
        ..Evidence::default()
    };
    set(
        id,
        FieldValue::Evidence(EvidenceId(Uuid::from_u128(7)), Some(piece)),
    )
}

/// These changes, cleared, leave these findings.
#[track_caller]
fn check(changes: &[Change], expected: &[&str]) {
    let mut all = vec![named()];
    all.extend(changes.iter().cloned());
    let mut assessment = after(all);
    let ids: Vec<_> = assessment.answers.keys().cloned().collect();
    for id in ids {
        crate::support::apply(&mut assessment, Change::Clear(id)).unwrap();
    }
    assert_eq!(found(&assessment, Unreleased::Block), expected);
}

#[test]
fn an_empty_assessment_has_no_focal_point_and_no_answers() {
    let expected = ["!no-focal-point", "!nothing-answered"];
    assert_eq!(found(&empty(), Unreleased::Block), expected);
    assert_eq!(found(&empty(), Unreleased::LeaveOut), expected);
    let remark = after([named(), text("17", TextField::Remark, "ask the ministry")]);
    assert_eq!(found(&remark, Unreleased::Block), ["!nothing-answered"]);
}

#[test]
fn yes_wants_evidence_for_its_level() {
    let yes = standing("17", Level::National, Standing::Yes);
    check(
        std::slice::from_ref(&yes),
        &["yes-without-evidence 17 national"],
    );
    check(&[yes.clone(), evidence("17", &[])], &[]);
    check(&[yes.clone(), evidence("17", &[Level::National])], &[]);
    check(
        &[yes, evidence("17", &[Level::Local])],
        &["yes-without-evidence 17 national"],
    );
}

#[test]
fn in_part_wants_what_is_missing() {
    let in_part = standing("17", Level::National, Standing::InPart);
    check(
        std::slice::from_ref(&in_part),
        &["in-part-without-missing 17 national"],
    );
    check(
        &[in_part.clone(), text("17", TextField::Missing, " ")],
        &["in-part-without-missing 17 national"],
    );
    check(&[in_part, text("17", TextField::Missing, "money")], &[]);
}

#[test]
fn not_applicable_and_not_known_want_a_reason_and_only_the_first_blocks() {
    let reason = text("17", TextField::Reason, "no regions");
    let not_applicable = standing("17", Level::National, Standing::NotApplicable);
    check(
        std::slice::from_ref(&not_applicable),
        &["!not-applicable-without-reason 17 national"],
    );
    check(&[not_applicable, reason.clone()], &[]);
    let not_known = standing("17", Level::National, Standing::NotKnown);
    check(
        std::slice::from_ref(&not_known),
        &["not-known-without-reason 17 national"],
    );
    check(&[not_known, reason], &[]);
}

#[test]
fn facts_want_reasons_and_no_evidence() {
    check(&[standing("7.law", Level::National, Standing::Yes)], &[]);
    check(&[standing("7.law", Level::National, Standing::InPart)], &[]);
    check(
        &[standing("7.law", Level::National, Standing::NotApplicable)],
        &["!not-applicable-without-reason 7.law national"],
    );
}

#[test]
fn a_level_left_empty_is_found_where_another_is_answered_and_the_state_has_it() {
    let no = standing("17.a", Level::National, Standing::No);
    check(
        std::slice::from_ref(&no),
        &[
            "level-left-empty 17.a regional",
            "level-left-empty 17.a local",
        ],
    );
    let profile = Profile {
        levels: Levels {
            regional: false,
            local: true,
        },
        focal_point: Contact {
            name: "Ana".to_owned(),
            ..Contact::default()
        },
        ..empty().profile.clone()
    };
    check(
        &[Change::Profile(Box::new(profile)), no],
        &["level-left-empty 17.a local"],
    );
}

#[test]
fn national_no_beside_local_yes_is_found() {
    check(
        &[
            standing("17.a", Level::National, Standing::No),
            standing("17.a", Level::Regional, Standing::No),
            standing("17.a", Level::Local, Standing::Yes),
            evidence("17.a", &[]),
        ],
        &["national-no-local-yes 17.a national"],
    );
}

#[test]
fn a_need_wants_a_kind() {
    let need = |extent, kinds: &[&str]| {
        let side = AssistanceSide {
            extent: Some(extent),
            kinds: kinds
                .iter()
                .map(|kind| KindId::parse(kind).unwrap())
                .collect(),
            ..AssistanceSide::default()
        };
        let target = AssistanceTarget::Area(AreaId::parse("social").unwrap());
        set("29", FieldValue::Assistance(target, Side::Need, side))
    };
    check(&[need(Extent::Yes, &[])], &["need-without-kind 29"]);
    check(&[need(Extent::Yes, &["training"])], &[]);
    check(&[need(Extent::No, &[])], &[]);
}

#[test]
fn years_and_days_that_can_hardly_be_meant_are_found() {
    #[track_caller]
    fn check_year(year: i16, expected: &[&str]) {
        let piece = Evidence {
            title: "A law".to_owned(),
            year: Some(year),
            ..Evidence::default()
        };
        let id = EvidenceId(Uuid::from_u128(7));
        check(
            &[set("17", FieldValue::Evidence(id, Some(piece)))],
            expected,
        );
        let item = ListItem {
            name: "A network".to_owned(),
            year: Some(year),
            ..ListItem::default()
        };
        let id = ItemId(Uuid::from_u128(8));
        let expected: Vec<String> = expected.iter().map(|it| format!("{it}.networks")).collect();
        let expected: Vec<String> = expected.iter().map(|it| it.replace("17", "30")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        check(
            &[set("30.networks", FieldValue::Item(id, Some(item)))],
            &expected,
        );
    }
    for year in [0, -5, 20226, 1499, 2101] {
        check_year(year, &["unlikely-date 17"]);
    }
    for year in [1500, 1948, 2026, 2100] {
        check_year(year, &[]);
    }
    for (due, expected) in [
        (date(26, 11, 21), &["unlikely-date"][..]),
        (date(9999, 12, 31), &["unlikely-date"]),
        (date(2028, 2, 29), &[]),
    ] {
        let call = Call {
            due: Some(due),
            ..Call::default()
        };
        let no = standing("17", Level::National, Standing::No);
        check(&[Change::Call(Box::new(call)), no], expected);
    }
}

#[test]
fn an_uncleared_answer_blocks_until_it_is_left_out_knowingly() {
    let mut assessment = after([
        named(),
        standing("17", Level::National, Standing::No),
        standing("6", Level::National, Standing::NotApplicable),
    ]);
    let expected = [
        "!uncleared 6",
        "!not-applicable-without-reason 6 national",
        "!uncleared 17",
    ];
    assert_eq!(found(&assessment, Unreleased::Block), expected);
    let expected = [
        "!nothing-answered",
        "uncleared 6",
        "not-applicable-without-reason 6 national",
        "uncleared 17",
    ];
    assert_eq!(found(&assessment, Unreleased::LeaveOut), expected);
    crate::support::apply(&mut assessment, Change::Clear(question("17"))).unwrap();
    let blocking = found(&assessment, Unreleased::LeaveOut);
    assert!(blocking.iter().all(|line| !line.starts_with('!')));
}

#[test]
fn an_undecided_value_blocks_and_a_settled_one_does_not() {
    let assessment = after([named(), standing("17", Level::National, Standing::No)]);
    let mut record = (*assessment).clone();
    let value = |standing| FieldValue::Standing(Level::National, Some(standing));
    let dispute = Dispute {
        question: question("17"),
        field: Field::Standing(Level::National),
        values: vec![
            DisputedValue {
                value: value(Standing::No),
                whose: "Interior".to_owned(),
            },
            DisputedValue {
                value: value(Standing::Yes),
                whose: "Justice".to_owned(),
            },
        ],
        decision: None,
    };
    record.disputes = vec![dispute];
    let assessment = Assessment::restore(record.clone());
    assert_eq!(
        found(&assessment, Unreleased::Block),
        ["!undecided-value 17 national", "!uncleared 17",]
    );
    let findings = checks(instrument(), &assessment, Unreleased::Block);
    let said = Words::load(ENGLISH).explain(&findings[0]);
    assert!(said.contains("(Interior, Justice)"), "{said}");
    record.disputes[0].decision = Some(guidepost::domain::Decision {
        value: value(Standing::No),
        stamp: crate::support::stamp("Ana", 5),
    });
    let assessment = Assessment::restore(record);
    assert_eq!(found(&assessment, Unreleased::Block), ["!uncleared 17"]);
}

#[test]
fn the_command_prints_them_and_fails_only_a_final_that_is_blocked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    done(&["new", "--state", "CAN", "-o", word(&path)]);
    let ran = run(&["check", word(&path), "--final", "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let printed: Value = serde_json::from_str(&ran.out).unwrap();
    let first = &printed["findings"][0];
    assert_eq!(first["check"], "no-focal-point");
    assert_eq!(
        (&first["id"], &first["level"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(first["blocks"], true);
    let said = done(&["check", word(&path)]);
    assert!(said.contains("blocks   no-focal-point"), "{said}");
    assert!(said.ends_with("2 findings; 2 of them stand in the way of a final reply\n"));

    done(&["profile", word(&path), "--focal-point", "Ana"]);
    done(&["answer", word(&path), "17", "national=yes", "--clear"]);
    let said = done(&["check", word(&path), "--final"]);
    assert!(said.contains("advises  yes-without-evidence"), "{said}");
}

#[test]
fn every_check_has_a_name_of_its_own() {
    let mut names: Vec<_> = Check::ALL.iter().map(|check| check.token()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Check::ALL.len());
}

//! Coverage, gaps and progress equal the arithmetic of the design, done here a second time: by hand,
//! from the list of cells, and compared as the JSON that the commands print.

mod naive;

use guidepost::analysis::{self, GapFilter, GapOrder, Shows};
use guidepost::cli::json as printed;

use guidepost::domain::{
    Assessment, AssistanceSide, Change, Extent, FieldValue, Level, Levels, Side, Standing,
};
use guidepost::format::write_assessment;
use proptest::prelude::*;
use serde_json::{Value, json};

use self::naive::{naive_coverage, naive_gaps, naive_progress};
use crate::support::random::{all_the_same, answered, any_value};
use crate::support::{
    after, apply, cases, empty, instrument, json as printed_json, library, question, set, word,
};

const EVERY_LEVEL: Levels = Levels {
    regional: true,
    local: true,
};

const NATIONAL_ALONE: Levels = Levels {
    regional: false,
    local: false,
};

#[track_caller]
fn check(assessment: &Assessment) {
    let coverage = printed::coverage(&analysis::coverage(instrument(), assessment));
    let expected = naive_coverage(assessment);
    for part in ["principles", "sections"] {
        let entries = coverage[part].as_array().unwrap().iter();
        for (entry, expected) in entries.zip(expected[part].as_array().unwrap()) {
            assert_eq!(entry, expected);
        }
    }
    assert_eq!(coverage, expected);

    let gaps = analysis::gaps(instrument(), assessment);
    assert_eq!(
        printed::gaps(&gaps.iter().collect::<Vec<_>>()),
        naive_gaps(assessment)
    );
    let progress = analysis::progress(instrument(), assessment);
    assert_eq!((progress.done, progress.all), naive_progress(assessment));
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn the_figures_of_random_assessments_are_those_of_the_design(
        assessment in prop_oneof![answered(0.15), answered(0.6), answered(0.99)],
    ) {
        check(&assessment);
    }

    #[test]
    fn one_more_answer_never_lowers_progress(
        start in answered(0.5),
        (id, value) in any_value(),
    ) {
        prop_assume!(!value.is_blank());
        match &value {
            FieldValue::Assistance(_, _, side) => prop_assume!(side.extent.is_some()),
            FieldValue::Text(_, text) => prop_assume!(!text.trim().is_empty()),
            _ => {}
        }
        let before = analysis::progress(instrument(), &start);
        let mut assessment = start;
        if apply(&mut assessment, Change::Set(id, Box::new(value))).is_ok() {
            let progress = analysis::progress(instrument(), &assessment);
            prop_assert_eq!(progress.all, before.all);
            prop_assert!(before.done <= progress.done);
        }
    }

    #[test]
    fn an_open_cell_once_answered_keeps_the_coverage_within_its_range(
        start in answered(0.6),
        pick in any::<prop::sample::Index>(),
        standing in prop::sample::select(&Standing::ALL[..]),
    ) {
        let gaps = analysis::gaps(instrument(), &start);
        let open = |gap: &&analysis::Gap| !matches!(gap.standing, Some(Standing::InPart | Standing::No));
        let open: Vec<_> = gaps.iter().filter(open).collect();
        prop_assume!(!open.is_empty());
        let gap = open[pick.index(open.len())];
        let value = FieldValue::Standing(gap.level, Some(standing));
        let mut assessment = start.clone();
        apply(&mut assessment, Change::Set(gap.question.clone(), Box::new(value))).unwrap();

        let before = analysis::coverage(instrument(), &start);
        let now = analysis::coverage(instrument(), &assessment);
        let all = before.principles.iter().chain(&before.sections);
        for (before, now) in all.zip(now.principles.iter().chain(&now.sections)) {
            let (Some(low), Some(high)) = (before.tally.low(), before.tally.high()) else {
                prop_assert_eq!(before, now);
                continue;
            };
            let at_most = |a: analysis::Fraction, b: analysis::Fraction| {
                a.numerator * b.denominator <= b.numerator * a.denominator
            };
            if let Some(coverage) = now.tally.coverage() {
                prop_assert!(at_most(low, coverage) && at_most(coverage, high));
            }
            if let (Some(new_low), Some(new_high)) = (now.tally.low(), now.tally.high()) {
                prop_assert!(at_most(low, new_low) && at_most(new_high, high));
            }
        }
    }
}

#[test]
fn the_commands_print_the_same_figures() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    let some = after([
        set(
            "17.a",
            FieldValue::Standing(Level::Local, Some(Standing::InPart)),
        ),
        set(
            "26.b",
            FieldValue::Standing(Level::National, Some(Standing::NotApplicable)),
        ),
    ]);
    for assessment in [
        some,
        all_the_same(NATIONAL_ALONE, Some(Standing::NotKnown)),
        empty(),
    ] {
        std::fs::write(&path, write_assessment(&assessment).unwrap()).unwrap();
        let printed = |name| printed_json(&[name, word(&path), "--json"]);
        assert_eq!(printed("coverage"), naive_coverage(&assessment));
        assert_eq!(printed("gaps"), naive_gaps(&assessment));
        let (done, all) = naive_progress(&assessment);
        assert_eq!(
            printed("show")["progress"],
            json!({ "done": done, "all": all })
        );
    }
}

#[test]
fn the_figures_of_the_extremes_are_those_of_the_design() {
    for levels in [
        EVERY_LEVEL,
        NATIONAL_ALONE,
        Levels {
            regional: false,
            local: true,
        },
    ] {
        check(&all_the_same(levels, None));
        for standing in Standing::ALL {
            check(&all_the_same(levels, Some(standing)));
        }
    }
    check(&empty());
}

#[test]
fn the_figures_of_the_42_samples_are_those_of_the_design() {
    for reply in &library().round.replies {
        let sample =
            guidepost::app::example::assessment(instrument(), &library().round, reply.state);
        check(&sample.unwrap());
    }
}

/// What the profile of all questions on structures shows where their six national cells say this.
#[track_caller]
fn check_structures(standings: [&str; 6], shows: Shows, percent: &Value, fractions: &Value) {
    let ids = ["17", "17.a", "17.b", "17.c", "17.d", "17.e"];
    let said = ids.iter().zip(standings).filter(|(_, word)| *word != "-");
    let assessment = after(said.map(|(id, word)| {
        let standing = Standing::parse(word).unwrap();
        set(id, FieldValue::Standing(Level::National, Some(standing)))
    }));
    let coverage = analysis::coverage(instrument(), &assessment);
    let values = printed::coverage(&coverage);
    let entries = values["sections"].as_array().unwrap();
    let is_it = |entry: &&Value| entry["section"] == "structures" && entry["level"] == "national";
    let entry = entries.iter().find(is_it).unwrap();
    assert_eq!(entry["shows"], shows.token());
    assert_eq!(&entry["percent"], percent);
    assert_eq!(
        &json!([entry["coverage"], entry["low"], entry["high"]]),
        fractions
    );
}

#[test]
fn the_design_s_own_example() {
    check_structures(
        ["yes", "yes", "in_part", "no", "-", "not_known"],
        Shows::Percent,
        &json!([63, 41, 75]),
        &json!([[5, 8], [5, 12], [9, 12]]),
    );
}

#[test]
fn the_first_of_the_six_that_holds_is_shown() {
    let all = ["not_applicable"; 6];
    let nulls = json!([null, null, null]);
    check_structures(all, Shows::NotApplicable, &Value::Null, &nulls);
    check_structures(
        [
            "yes",
            "no",
            "not_applicable",
            "not_applicable",
            "not_applicable",
            "not_applicable",
        ],
        Shows::Cells,
        &Value::Null,
        &json!([[2, 4], [2, 4], [2, 4]]),
    );
    check_structures(
        ["yes", "no", "-", "-", "-", "-"],
        Shows::TooFew,
        &json!([null, 16, 84]),
        &json!([[2, 4], [2, 12], [10, 12]]),
    );
    check_structures(
        ["-"; 6],
        Shows::TooFew,
        &json!([null, 0, 100]),
        &json!([null, [0, 12], [12, 12]]),
    );
    check_structures(
        ["yes", "yes", "no", "-", "-", "-"],
        Shows::Percent,
        &json!([67, 33, 84]),
        &json!([[4, 6], [4, 12], [10, 12]]),
    );
    check_structures(
        [
            "in_part",
            "no",
            "no",
            "no",
            "not_applicable",
            "not_applicable",
        ],
        Shows::Percent,
        &json!([13, 13, 13]),
        &json!([[1, 8], [1, 8], [1, 8]]),
    );
    let whole = ["yes"; 6];
    let full = json!([[12, 12], [12, 12], [12, 12]]);
    check_structures(whole, Shows::Percent, &json!([100, 100, 100]), &full);
}

/// A fraction of cells as whole per cents: rounded half up, down and up.
#[track_caller]
fn check_percent(yes: u32, no: u32, expected: [u32; 3]) {
    let tally = analysis::Tally {
        yes,
        no,
        ..analysis::Tally::default()
    };
    let fraction = tally.coverage().unwrap();
    let found = [
        fraction.percent(),
        fraction.percent_down(),
        fraction.percent_up(),
    ];
    assert_eq!(found, expected, "{yes} of {}", yes + no);
}

#[test]
fn nothing_but_nothing_is_0_and_nothing_but_all_is_100() {
    check_percent(0, 400, [0, 0, 0]);
    check_percent(1, 399, [1, 1, 1]);
    check_percent(1, 199, [1, 1, 1]);
    check_percent(3, 197, [2, 1, 2]);
    check_percent(1, 7, [13, 12, 13]);
    check_percent(1, 2, [33, 33, 34]);
    check_percent(2, 1, [67, 66, 67]);
    check_percent(199, 1, [99, 99, 99]);
    check_percent(399, 1, [99, 99, 99]);
    check_percent(400, 0, [100, 100, 100]);
}

#[test]
fn gaps_can_be_filtered_and_ordered() {
    let assessment = after([
        set(
            "17.a",
            FieldValue::Standing(Level::National, Some(Standing::No)),
        ),
        set(
            "17.b",
            FieldValue::Standing(Level::Local, Some(Standing::NotKnown)),
        ),
        set(
            "26.b",
            FieldValue::Standing(Level::National, Some(Standing::InPart)),
        ),
    ]);
    let gaps = analysis::gaps(instrument(), &assessment);
    let of = |filter: &GapFilter, order| filter.select(&gaps, order);
    let only = |standing| GapFilter {
        standing: Some(standing),
        ..GapFilter::default()
    };
    let ids = |filter: &GapFilter| -> Vec<String> {
        let selected = of(filter, GapOrder::Instrument);
        selected
            .iter()
            .map(|gap| format!("{} {}", gap.question, gap.level))
            .collect()
    };
    assert_eq!(ids(&only(Some(Standing::No))), ["17.a national"]);
    assert_eq!(ids(&only(Some(Standing::NotKnown))), ["17.b local"]);
    assert_eq!(ids(&only(Some(Standing::InPart))), ["26.b national"]);
    assert_eq!(ids(&only(Some(Standing::Yes))), [""; 0]);
    assert_eq!(ids(&only(None)).len(), gaps.len() - 3);

    let level = GapFilter {
        level: Some(Level::Local),
        ..GapFilter::default()
    };
    assert!(
        of(&level, GapOrder::Instrument)
            .iter()
            .all(|gap| gap.level == Level::Local)
    );
    let principle = GapFilter {
        principle: Some(14),
        ..GapFilter::default()
    };
    let serving = of(&principle, GapOrder::Instrument);
    assert!(!serving.is_empty() && serving.iter().all(|gap| gap.principles.contains(&14)));

    let all = GapFilter::default();
    let by_principle = of(&all, GapOrder::Principle);
    let first = |gap: &&analysis::Gap| gap.principles.first().copied().unwrap_or(u8::MAX);
    assert!(by_principle.is_sorted_by_key(first));
    assert_eq!(by_principle.last().unwrap().question, question("26.b"));
    let by_number = of(&all, GapOrder::MostPrinciples);
    assert!(by_number.is_sorted_by(|a, b| b.principles.len() <= a.principles.len()));
    assert_eq!(by_principle.len(), gaps.len());
}

#[test]
fn one_click_answers_the_sheet_of_assistance() {
    let side = |extent| AssistanceSide {
        extent: Some(extent),
        ..AssistanceSide::default()
    };
    let all = |which, extent| {
        let target = guidepost::domain::AssistanceTarget::AllAreas;
        set("29", FieldValue::Assistance(target, which, side(extent)))
    };
    let done = |assessment: &Assessment| analysis::progress(instrument(), assessment).done;
    assert_eq!(done(&after([all(Side::Need, Extent::No)])), 0);
    let both = [all(Side::Need, Extent::No), all(Side::Offer, Extent::No)];
    assert_eq!(done(&after(both)), 1);
}

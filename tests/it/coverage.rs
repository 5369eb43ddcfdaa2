//! Coverage, gaps and progress equal the arithmetic of the design, done here a second time: by hand,
//! from the list of cells, and compared as the JSON that the commands print.

use guidepost::analysis::{self, GapFilter, GapOrder, Shows};
use guidepost::cli::json;
use guidepost::domain::{
    Answer, Assessment, AssistanceSide, Change, Extent, FieldValue, Kind, Level, Levels, Question,
    Side, Standing, TextField,
};
use guidepost::format::write_assessment;
use proptest::prelude::*;
use serde_json::{Value, json};

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

/// One cell, as the words of the files say it.
struct NaiveCell {
    standing: &'static str,
    application: &'static str,
    has_evidence: bool,
}

fn naive_cell(answer: Option<&Answer>, level: Level) -> NaiveCell {
    let cell = answer.and_then(|answer| answer.cells.get(&level));
    let standing = cell.and_then(|cell| cell.standing);
    let application = cell.and_then(|cell| cell.application);
    NaiveCell {
        standing: standing.map_or("not_answered", Standing::token),
        application: application.map_or("not_said", |application| application.token()),
        has_evidence: answer.is_some_and(|answer| !answer.evidence.is_empty()),
    }
}

/// The cells of a group of questions at one level, if the State has that level.
fn naive_cells(
    assessment: &Assessment,
    level: Level,
    belongs: impl Fn(&Question) -> bool,
) -> Vec<NaiveCell> {
    let exists = match level {
        Level::National => true,
        Level::Regional => assessment.profile.levels.regional,
        Level::Local => assessment.profile.levels.local,
    };
    let mut cells = Vec::new();
    for question in instrument().questions() {
        if question.kind == Kind::Standing
            && belongs(question)
            && question.levels.contains(&level)
            && exists
        {
            cells.push(naive_cell(assessment.answers.get(&question.id), level));
        }
    }
    cells
}

/// A whole per cent: the first of 0 to 100 that fits, but 0 and 100 only where they are exact.
fn naive_percent(numerator: u64, denominator: u64, fits: impl Fn(u64) -> bool) -> u64 {
    let rounded = (0..=100).find(|percent| fits(*percent)).unwrap();
    match rounded {
        0 if numerator != 0 => 1,
        100 if numerator != denominator => 99,
        exact => exact,
    }
}

fn half_up(n: u64, d: u64) -> u64 {
    // The first p with n/d < (p + 0.5) / 100.
    naive_percent(n, d, |p| 200 * n < (2 * p + 1) * d)
}

fn down(n: u64, d: u64) -> u64 {
    // The first p with n/d < (p + 1) / 100.
    naive_percent(n, d, |p| 100 * n < (p + 1) * d)
}

fn up(n: u64, d: u64) -> u64 {
    // The first p with n/d <= p / 100.
    naive_percent(n, d, |p| 100 * n <= p * d)
}

/// The entry of `coverage --json` for these cells, but for what it is about.
fn naive_entry(cells: &[NaiveCell], level_exists: bool) -> Value {
    let count = |word: &str| cells.iter().filter(|cell| cell.standing == word).count() as u64;
    let (yes, in_part, no) = (count("yes"), count("in_part"), count("no"));
    let open = count("not_known") + count("not_answered");
    let decided = yes + in_part + no;
    let counting = cells.len() as u64 - count("not_applicable");
    let points = 2 * yes + in_part;
    let highest = points + 2 * open;

    let shows = [
        (!level_exists, "no_level"),
        (cells.is_empty(), "not_asked"),
        (counting == 0, "not_applicable"),
        (counting < 3, "cells"),
        (2 * decided < counting, "too_few"),
        (true, "percent"),
    ];
    let (_, shows) = shows.into_iter().find(|(holds, _)| *holds).unwrap();
    let percent = match shows {
        "percent" if open == 0 => {
            let covered = half_up(points, 2 * decided);
            json!([covered, covered, covered])
        }
        "percent" => json!([
            half_up(points, 2 * decided),
            down(points, 2 * counting),
            up(highest, 2 * counting)
        ]),
        "too_few" => json!([null, down(points, 2 * counting), up(highest, 2 * counting)]),
        _ => Value::Null,
    };
    let fraction = |numerator: u64, denominator: u64| {
        if denominator == 0 {
            Value::Null
        } else {
            json!([numerator, denominator])
        }
    };
    let adopted = || {
        cells
            .iter()
            .filter(|cell| matches!(cell.standing, "yes" | "in_part"))
    };
    let applied = |word: &str| adopted().filter(|cell| cell.application == word).count();
    json!({
        "shows": shows,
        "coverage": fraction(points, 2 * decided),
        "low": fraction(points, 2 * counting),
        "high": fraction(highest, 2 * counting),
        "percent": percent,
        "yes": yes,
        "in_part": in_part,
        "no": no,
        "not_applicable": count("not_applicable"),
        "not_known": count("not_known"),
        "not_answered": count("not_answered"),
        "counting": counting,
        "decided": decided,
        "applied": [applied("applied"), applied("partly"), applied("not_yet"), applied("not_said")],
        "evidenced": adopted().filter(|cell| cell.has_evidence).count(),
    })
}

fn naive_coverage(assessment: &Assessment) -> Value {
    let entry = |level: Level, name: &str, of: Value, cells: Vec<NaiveCell>| {
        let mut entry = naive_entry(&cells, assessment.profile.levels.has(level));
        entry[name] = of;
        entry["level"] = json!(level.token());
        entry
    };
    let mut principles = Vec::new();
    for number in 7..=14_u8 {
        for level in Level::ALL {
            let serves = |question: &Question| {
                question
                    .principles
                    .iter()
                    .any(|served| served.principle == number)
            };
            let cells = naive_cells(assessment, level, serves);
            principles.push(entry(level, "paragraph", json!(number), cells));
        }
    }
    let mut sections = Vec::new();
    for section in instrument().sections() {
        for level in Level::ALL {
            let cells = naive_cells(assessment, level, |question| question.section == section.id);
            sections.push(entry(level, "section", json!(section.id.as_str()), cells));
        }
    }
    json!({ "principles": principles, "sections": sections })
}

fn naive_gaps(assessment: &Assessment) -> Value {
    let mut gaps = Vec::new();
    for question in instrument().questions() {
        for level in Level::ALL {
            let belongs = |each: &Question| each.id == question.id;
            for cell in naive_cells(assessment, level, belongs) {
                if !matches!(cell.standing, "yes" | "not_applicable") {
                    let serves = question.principles.iter().map(|served| served.principle);
                    gaps.push(json!({
                        "id": question.id.as_str(),
                        "level": level.token(),
                        "standing": cell.standing,
                        "principles": serves.collect::<Vec<_>>(),
                    }));
                }
            }
        }
    }
    json!({ "gaps": gaps })
}

fn naive_progress(assessment: &Assessment) -> (u32, u32) {
    let (mut done, mut all) = (0, 0);
    for question in instrument().questions() {
        let none = Answer::default();
        let answer = assessment.answers.get(&question.id).unwrap_or(&none);
        if matches!(question.kind, Kind::Standing | Kind::Fact) {
            for level in &question.levels {
                if assessment.profile.levels.has(*level) {
                    all += 1;
                    done += u32::from(naive_cell(Some(answer), *level).standing != "not_answered");
                }
            }
            continue;
        }
        all += 1;
        let sheet = &answer.assistance;
        let said = |side: &AssistanceSide| side.extent.is_some();
        let twelve = instrument()
            .areas()
            .iter()
            .filter(|area| area.id.as_str() != "other");
        done += u32::from(match question.kind {
            Kind::Choice(_) => answer.choice.is_some(),
            Kind::List(_) => !answer.items.is_empty(),
            Kind::Text => !answer.text(TextField::Text).trim().is_empty(),
            _ => twelve.into_iter().all(|area| {
                let row = sheet.rows.get(&area.id);
                (said(&sheet.all_areas.need) || row.is_some_and(|row| said(&row.need)))
                    && (said(&sheet.all_areas.offer) || row.is_some_and(|row| said(&row.offer)))
            }),
        });
    }
    (done, all)
}

#[track_caller]
fn check(assessment: &Assessment) {
    let coverage = json::coverage(&analysis::coverage(instrument(), assessment));
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
        json::gaps(&gaps.iter().collect::<Vec<_>>()),
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
    let values = json::coverage(&coverage);
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
    assert_eq!(by_principle.last().unwrap().question, question("26.d"));
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

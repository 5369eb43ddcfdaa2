//! The arithmetic of the design a second time, from the list of cells.

use guidepost::domain::{
    Answer, Assessment, AssistanceSide, Kind, Level, Question, Standing, TextField,
};
use serde_json::{Value, json};

use crate::support::instrument;

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

pub(super) fn naive_coverage(assessment: &Assessment) -> Value {
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

pub(super) fn naive_gaps(assessment: &Assessment) -> Value {
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

pub(super) fn naive_progress(assessment: &Assessment) -> (u32, u32) {
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

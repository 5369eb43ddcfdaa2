//! What a check finds: first what stands in the way, then what is advised, check by check.

use std::collections::BTreeSet;

use egui::{Id, Ui};

use super::verdict::verdict_ui;
use crate::analysis::{Check, Finding, Unreleased};
use crate::app::{Review, Route, Session};
use crate::ui::action::Action;
use crate::ui::parts::{VirtualList, is_wide};
use crate::ui::state::{SubmitPage, SubmitState};
use crate::ui::tokens::{Tokens, line, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Column, Columns, Icon, RowButton, heading, link, rows};

pub fn findings_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    submit: &mut SubmitState,
    review: &Review,
) {
    verdict_ui(ui, view, session, review);
    ui.add_space(space::XS);
    heading::note(ui, &view.say("submit-check-note"));
    ui.add_space(space::L);
    let in_the_way: Vec<&Finding> = review
        .blocking()
        .filter(|finding| finding.check != Check::Uncleared)
        .collect();
    if !in_the_way.is_empty() {
        heading::part_title(ui, &view.count("submit-in-the-way", in_the_way.len()));
        ui.add_space(space::XS);
        list_ui(ui, view, "in_the_way", &in_the_way);
        ui.add_space(space::XL);
    }
    if !review.uncleared.is_empty() {
        uncleared_ui(ui, view, submit, review);
        ui.add_space(space::XL);
    }
    advice_ui(ui, view, submit, review);
    ui.add_space(space::XL);
    let on = ActionButton::primary(view.say("submit-on-to-leaving")).after(Icon::ArrowRight);
    if on.show(ui).clicked() {
        submit.page = SubmitPage::Leaving;
    }
}

/// Lists the answers that are not cleared, and lets them be left out knowingly.
fn uncleared_ui(ui: &mut Ui, view: &View<'_>, submit: &mut SubmitState, review: &Review) {
    let count = ("count", review.uncleared.len().into());
    heading::part_title(
        ui,
        &view.say_with("submit-uncleared", std::slice::from_ref(&count)),
    );
    heading::note(ui, &view.say("submit-uncleared-note"));
    ui.add_space(space::XS);
    let mut left_out = review.unreleased == Unreleased::LeaveOut;
    let word = view.say_with("submit-leave-out", &[count]);
    let checkbox = egui::Checkbox::new(&mut left_out, word);
    if ui.add_enabled(view.can_write(), checkbox).changed() {
        submit.left_out = if left_out {
            review.uncleared.clone()
        } else {
            BTreeSet::new()
        };
    }
    ui.add_space(space::XS);
    let listed: Vec<&Finding> = review
        .findings
        .iter()
        .filter(|finding| is_uncleared(finding, review))
        .collect();
    list_ui(ui, view, "uncleared", &listed);
}

/// Whether the finding is about an answer that could be cleared.
fn is_uncleared(finding: &Finding, review: &Review) -> bool {
    let question = finding.question.as_ref();
    finding.check == Check::Uncleared && question.is_some_and(|id| review.uncleared.contains(id))
}

/// What is advised, check by check, folded at first.
fn advice_ui(ui: &mut Ui, view: &View<'_>, submit: &mut SubmitState, review: &Review) {
    let advice = |check: Check| -> Vec<&Finding> {
        let findings = review.findings.iter();
        let of_check = findings.filter(|finding| finding.check == check && !finding.blocks);
        of_check
            .filter(|finding| !is_uncleared(finding, review))
            .collect()
    };
    let groups: Vec<(Check, Vec<&Finding>)> = Check::ALL
        .into_iter()
        .map(|check| (check, advice(check)))
        .filter(|(_, findings)| !findings.is_empty())
        .collect();
    let all: usize = groups.iter().map(|(_, findings)| findings.len()).sum();
    heading::part_title(ui, &view.count("submit-advice", all));
    if groups.is_empty() {
        heading::note(ui, &view.say("submit-advice-none"));
        return;
    }
    heading::note(ui, &view.say("submit-advice-note"));
    for (check, findings) in groups {
        ui.add_space(space::M);
        let open = submit.opened.contains(&check);
        let values = [
            ("check", view.say(check_key(check)).into()),
            ("count", findings.len().into()),
        ];
        let word = view.say_with("submit-advice-group", &values);
        if link::disclosure(ui, &word, open).clicked() && !submit.opened.remove(&check) {
            submit.opened.insert(check);
        }
        if open {
            ui.add_space(space::XS);
            list_ui(ui, view, check.token(), &findings);
        }
    }
}

const fn check_key(check: Check) -> &'static str {
    match check {
        Check::NoFocalPoint => "check-no-focal-point",
        Check::NothingAnswered => "check-nothing-answered",
        Check::UndecidedValue => "check-undecided-value",
        Check::Uncleared => "check-uncleared",
        Check::NotApplicableWithoutReason => "check-not-applicable-without-reason",
        Check::ChangedSince => "check-changed-since",
        Check::NotKnownWithoutReason => "check-not-known-without-reason",
        Check::YesWithoutEvidence => "check-yes-without-evidence",
        Check::InPartWithoutMissing => "check-in-part-without-missing",
        Check::LevelLeftEmpty => "check-level-left-empty",
        Check::NationalNoLocalYes => "check-national-no-local-yes",
        Check::NeedWithoutKind => "check-need-without-kind",
        Check::UnlikelyDate => "check-unlikely-date",
        Check::EvidenceMissing => "check-evidence-missing",
        Check::EvidenceChanged => "check-evidence-changed",
        Check::EvidenceTooLarge => "check-evidence-too-large",
        Check::EvidenceName => "check-evidence-name",
    }
}

fn list_ui(ui: &mut Ui, view: &View<'_>, name: &str, findings: &[&Finding]) {
    let wide = is_wide(ui);
    let height = |ui: &Ui, place: usize| height_of(ui, view, findings[place], wide);
    ui.spacing_mut().item_spacing.y = 0.0;
    heading::hairline(ui);
    let list = VirtualList::new(name, findings.len());
    list.show(ui, findings.len(), height, |ui, place| {
        row_ui(ui, view, findings[place], height(ui, place), wide);
        rows::underline(ui);
    });
    ui.spacing_mut().item_spacing.y = space::XS;
}

/// How high a row is: the sentence takes one line or two.
fn height_of(ui: &Ui, view: &View<'_>, finding: &Finding, wide: bool) -> f32 {
    let columns = columns(ui.available_width(), wide);
    let width = columns.width(if wide { 3 } else { 1 });
    let said = said(view, finding);
    let ink = Tokens::of(ui).ink;
    let galley = ui.painter().layout(said, text::body(), ink, width);
    let low = if wide { size::ROW } else { size::LINE };
    if galley.rows.len() < 2 {
        low
    } else {
        low + space::L
    }
}

/// The columns of a row, or the mark alone beside all the rest.
fn columns(width: f32, wide: bool) -> Columns {
    let mark = Column::Fixed(size::ICON);
    if !wide {
        return Columns::new(width, &[mark, Column::Share(1.0)]);
    }
    let number = Column::Fixed(size::ID_COLUMN);
    let level = Column::Fixed(size::LEVEL_COLUMN);
    let act = Column::Fixed(size::UNITS_COLUMN);
    Columns::new(width, &[mark, number, level, Column::Share(1.0), act])
}

/// Shows a finding; a click leads to where it can be answered.
fn row_ui(ui: &mut Ui, view: &View<'_>, finding: &Finding, height: f32, wide: bool) {
    let tokens = Tokens::of(ui);
    let place = match &finding.question {
        Some(question) => question.to_string(),
        None if is_about_answers(finding.check) => view.say("submit-place-questions"),
        None => view.say("submit-place-profile"),
    };
    let level = finding
        .level
        .map_or_else(String::new, |level| view.words.level(level));
    let clears = finding.check == Check::Uncleared && finding.question.is_some();
    let act = view.say(if clears { "submit-clear" } else { "submit-go" });
    let (icon, ink) = if finding.blocks {
        (Icon::Warning, tokens.warning.ink)
    } else {
        (Icon::Information, tokens.dim)
    };
    let said = said(view, finding);
    let sentence = view.words.explain(finding);
    let row = RowButton::new(&sentence, height);
    let id = Id::unique(("finding", finding.check.token(), sentence.as_str()));
    let width = ui.available_width();
    let shown = row.show_grown(ui, id, |ui| {
        let columns = columns(width, wide);
        let icon_ui = |ui: &mut Ui| {
            icon.show(ui, size::ICON, ink);
        };
        if wide {
            columns.row(ui, height, |row| {
                row.cell(icon_ui);
                row.cell(|ui| ui.label(&place));
                row.cell(|ui| heading::note(ui, &level));
                row.cell(|ui| {
                    let width = ui.available_width();
                    heading::two_lines(ui, &said, text::body(), tokens.ink, width)
                });
                row.cell(|ui| ui.colored_label(tokens.accent.ink, &act));
            });
        } else {
            columns.row(ui, height, |row| {
                row.cell(|ui| {
                    // On the first line of the words.
                    ui.vertical(|ui| {
                        ui.add_space(space::S + line::BOLD);
                        icon_ui(ui);
                    })
                });
                row.cell(|ui| {
                    ui.vertical(|ui| {
                        ui.add_space(space::S);
                        let width = ui.available_width();
                        heading::two_lines(ui, &said, text::body(), tokens.ink, width);
                        let parts = [place.as_str(), &level, &act];
                        let said: Vec<&str> =
                            parts.into_iter().filter(|part| !part.is_empty()).collect();
                        heading::note(ui, &said.join(" · "));
                    })
                });
            });
        }
    });
    if shown.clicked() {
        go_to(view, finding);
    }
}

/// What the row shows: the sentence; of an answer that is not cleared the title of its question,
/// since the sentence would be the same in each row and stands above all of them.
fn said(view: &View<'_>, finding: &Finding) -> String {
    let question = finding.question.as_ref();
    let question = question.and_then(|id| view.instrument().question(id));
    match question {
        Some(question) if finding.check == Check::Uncleared => question.title.clone(),
        _ => view.words.explain(finding),
    }
}

fn go_to(view: &View<'_>, finding: &Finding) {
    match (&finding.question, finding.level) {
        (Some(question), Some(level)) => view.go_to_cell(question, level),
        (Some(question), None) => view.go_to_question(question),
        (None, _) if finding.check == Check::NothingAnswered => view.action(Action::ShowQuestions),
        (None, _) => view.go(Route::Profile),
    }
}

/// Whether a finding about no question of its own is about the answers and not about the profile.
const fn is_about_answers(check: Check) -> bool {
    matches!(
        check,
        Check::NothingAnswered | Check::EvidenceMissing | Check::EvidenceTooLarge
    )
}

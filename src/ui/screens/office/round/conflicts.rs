//! Several replies of one State: which of them counts, and why.

use egui::{CornerRadius, Frame, Stroke, Ui, vec2};

use crate::app::round::{Class, Received, RoundSession, Sealed};
use crate::domain::RoundChange;
use crate::domain::{RoundDecision, StateCode, visible_line};
use crate::ui::state::{DecisionDraft, RoundFigures, RoundState};
use crate::ui::tokens::{Tokens, line, margin, radius, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Field, heading, link, narrow};

/// Shows every State in conflict, those that wait first.
pub fn conflicts_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    round: &RoundSession,
    figures: &RoundFigures,
) {
    if figures.conflicts.is_empty() {
        return;
    }
    heading::part_title(ui, &view.say("round-conflicts"));
    heading::note(ui, &view.say("round-conflicts-note"));
    ui.add_space(space::S);
    for (whose, places) in &figures.conflicts {
        let files: Vec<&Received> = places
            .iter()
            .filter_map(|place| round.collation().files.get(*place))
            .collect();
        let tokens = Tokens::of(ui);
        let frame = Frame::new()
            .fill(tokens.card)
            .stroke(Stroke::new(line::HAIR, tokens.line))
            .corner_radius(CornerRadius::same(radius::FIELD))
            .inner_margin(margin::CARD);
        ui.push_id(("round_conflict", whose.as_str()), |ui| {
            frame.show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                view.guard_round(ui);
                match round
                    .noted()
                    .decisions
                    .get(whose)
                    .filter(|_| is_decided(&files))
                {
                    Some(decision) => decided_ui(ui, view, state, *whose, &files, decision),
                    None => undecided_ui(ui, view, state, *whose, &files),
                }
            });
        });
        ui.add_space(space::S);
    }
    ui.add_space(space::L);
}

fn is_decided(files: &[&Received]) -> bool {
    files.iter().any(|file| file.class == Class::Counted)
}

/// What tells a file from those that compete with it.
fn file_words(view: &View<'_>, file: &Received) -> String {
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let name = visible_line(&name);
    let Some(sealed) = &file.sealed else {
        return name.into_owned();
    };
    let values = [
        ("file", name.into()),
        ("revision", sealed.revision.into()),
        ("released", view.words.day(sealed.released).into()),
        ("code", sealed.code().into()),
    ];
    view.say_with("round-competes", &values)
}

fn undecided_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    whose: StateCode,
    files: &[&Received],
) {
    let values = [
        ("state", view.state_name(whose).into()),
        ("count", files.len().into()),
    ];
    heading::strong(ui, &view.say_with("round-undecided", &values));
    if let Some(first) = files.first() {
        heading::note(ui, &view.words.explain(&first.reason));
    }
    ui.add_space(space::S);
    let draft = state.decisions.entry(whose).or_default();
    for file in files {
        let digest = file.sealed.as_ref().map(Sealed::digest);
        let chosen = draft.digest.is_some() && draft.digest == digest;
        if ui.radio(chosen, file_words(view, file)).clicked() {
            draft.digest = digest;
        }
    }
    ui.add_space(space::S);
    narrow(ui, size::FORM_FIELDS, |ui| {
        let id = view.round_field_id(("round_decide_reason", whose.as_str()));
        Field::new(id, view.say("round-decide-reason"))
            .hint(view.say("round-decide-hint"))
            .show(ui, &mut draft.reason);
    });
    ui.add_space(space::S);
    let mut decided = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::XS);
        let ready = ready(view, draft);
        let button = ActionButton::plain(view.say("round-decide")).enabled(ready.is_some());
        let values = [("state", view.state_name(whose).into())];
        let clicked = button
            .show_named(ui, &view.say_with("round-decide-of", &values))
            .clicked();
        if ready.is_none() {
            heading::note(ui, &view.say("round-decide-needs"));
        }
        if let Some(decision) = ready.filter(|_| clicked) {
            view.change_round(RoundChange::Decide(whose, Some(decision)));
            decided = true;
        }
    });
    if decided {
        state.decisions.remove(&whose);
    }
}

/// The decision, once a file is chosen and a reason given.
fn ready(view: &View<'_>, draft: &DecisionDraft) -> Option<RoundDecision> {
    let reason = draft.reason.trim();
    let digest = draft.digest.clone().filter(|_| !reason.is_empty())?;
    Some(RoundDecision {
        digest,
        reason: reason.to_owned(),
        date: view.app.today(),
    })
}

fn decided_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    whose: StateCode,
    files: &[&Received],
    decision: &RoundDecision,
) {
    let counted = files.iter().find(|file| file.class == Class::Counted);
    let values = [
        ("state", view.state_name(whose).into()),
        ("day", view.words.day(decision.date).into()),
        ("reason", decision.reason.trim_end_matches('.').into()),
        (
            "file",
            counted
                .map_or_else(String::new, |file| file_words(view, file))
                .into(),
        ),
    ];
    heading::strong(ui, &view.say_with("round-decided", &values));
    heading::body(ui, &view.say_with("round-decided-because", &values));
    ui.add_space(space::XS);
    if link::link(ui, &view.say_with("round-decide-undo", &values)).clicked() {
        // What was decided is there to be changed, not to be written anew.
        let draft = DecisionDraft {
            digest: Some(decision.digest.clone()),
            reason: decision.reason.clone(),
        };
        state.decisions.insert(whose, draft);
        view.change_round(RoundChange::Decide(whose, None));
    }
}

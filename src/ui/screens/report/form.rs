//! What is written: which report, of which group, which of its parts, and as what.

use egui::Ui;

use crate::app::export;
use crate::app::round::RoundSession;
use crate::domain::{RegionalGroup, WithApplication};
use crate::report::{Format, StateReportPart};
use crate::ui::action::Action;
use crate::ui::state::file_dialog::Purpose;
use crate::ui::state::{ReportChoice, ReportState};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, ChoiceMenu, heading, link};

pub fn form_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    heading::page_title(ui, &view.say("reports-title"));
    heading::note(ui, &view.say("reports-note"));
    ui.add_space(space::L);
    choice_ui(ui, view, state);
    match state.choice {
        ReportChoice::Own => {
            ui.add_space(space::L);
            parts_ui(ui, view, state);
        }
        ReportChoice::Filled => {
            ui.add_space(space::L);
            application_ui(ui, view, state);
        }
        ReportChoice::Blank => {}
        ReportChoice::Round => {
            ui.add_space(space::L);
            regional_group_ui(ui, view, state);
        }
    }
    ui.add_space(space::L);
    format_ui(ui, view, state);
}

/// Offers the reports of all that is open, under its name where there are two.
fn choice_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    match (view.session(), view.app.round()) {
        (Some(session), Some(round)) => {
            let assessment = session.assessment();
            let name = view.app.library().states.name(assessment.profile.state);
            let title = view.say_with("reports-of-assessment", &[("state", name.into())]);
            heading::part_title(ui, &title);
            options_ui(ui, view, state, &ReportChoice::OF_ASSESSMENT);
            ui.add_space(space::M);
            heading::part_title(ui, &round_title(view, round));
            options_ui(ui, view, state, &[ReportChoice::Round]);
            ui.add_space(space::S);
        }
        (None, Some(round)) => {
            heading::part_title(ui, &round_title(view, round));
        }
        _ => {
            heading::part_title(ui, &view.say("reports-which"));
            options_ui(ui, view, state, &ReportChoice::OF_ASSESSMENT);
        }
    }
    heading::note(
        ui,
        &view.say(match state.choice {
            ReportChoice::Own => "reports-own-note",
            ReportChoice::Filled => "reports-filled-note",
            ReportChoice::Blank => "reports-blank-note",
            ReportChoice::Round => "reports-round-note",
        }),
    );
}

fn options_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState, choices: &[ReportChoice]) {
    for choice in choices {
        let word = view.say(match choice {
            ReportChoice::Own => "reports-own",
            ReportChoice::Filled => "reports-filled",
            ReportChoice::Blank => "reports-blank",
            ReportChoice::Round => "reports-round",
        });
        if ui.radio(state.choice == *choice, word).clicked() {
            state.choice = *choice;
        }
    }
}

fn parts_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    heading::part_title(ui, &view.say("reports-parts"));
    for part in StateReportPart::ALL {
        let word = view.say(match part {
            StateReportPart::Profiles => "reports-part-profiles",
            StateReportPart::Gaps => "reports-part-gaps",
            StateReportPart::Plan => "reports-part-plan",
            StateReportPart::Answers => "reports-part-answers",
            StateReportPart::Remarks => "reports-part-remarks",
        });
        let mut held = state.parts.contains(&part);
        if ui.checkbox(&mut held, word).changed() {
            if held {
                state.parts.insert(part);
            } else {
                state.parts.remove(&part);
            }
        }
    }
    if state.parts.contains(&StateReportPart::Remarks) {
        heading::fault(ui, &view.say("reports-remarks-warning"));
    } else {
        heading::note(ui, &view.say("reports-remarks-note"));
    }
}

fn application_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    heading::part_title(ui, &view.say("reports-parts"));
    let mut told = state.with_application == WithApplication::Yes;
    let word = view.say("reports-application");
    if ui.checkbox(&mut told, word).changed() {
        state.with_application = if told {
            WithApplication::Yes
        } else {
            WithApplication::No
        };
    }
}

fn format_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    heading::part_title(ui, &view.say("reports-format"));
    let options: Vec<(Format, String)> = export::FORMATS
        .iter()
        .map(|format| (*format, view.say(format_name(*format))))
        .collect();
    let name = view.say("reports-format");
    let width = ui.available_width().min(size::REPORT_MENU);
    let menu = ChoiceMenu::new(&name, "").width(width);
    if let Some(format) = menu.show(ui, Some(state.format), &options) {
        state.format = format;
    }
    heading::note(ui, &view.say(format_note(state.format)));
}

/// Shows the act that writes it.
pub fn write_ui(ui: &mut Ui, view: &View<'_>, state: &ReportState) {
    let which = state.which();
    let is_writing = view.app.reports().is_writing();
    let button = ActionButton::primary(view.say("reports-write"))
        .enabled(!is_writing && view.app.is_ready(&which));
    if button.show(ui).clicked() {
        view.ask_for_file(Purpose::Report(Box::new(which), state.format));
    }
    if is_writing {
        heading::note(ui, &view.say("reports-writing"));
    }
}

const fn format_name(format: Format) -> &'static str {
    match format {
        #[cfg(feature = "pdf")]
        Format::Pdf => "reports-pdf",
        Format::Docx => "reports-docx",
        Format::Xlsx => "reports-xlsx",
        Format::Csv => "reports-csv",
    }
}

const fn format_note(format: Format) -> &'static str {
    match format {
        #[cfg(feature = "pdf")]
        Format::Pdf => "reports-pdf-note",
        Format::Docx => "reports-docx-note",
        Format::Xlsx => "reports-xlsx-note",
        Format::Csv => "reports-csv-note",
    }
}

/// Which round it is.
pub fn round_title(view: &View<'_>, round: &RoundSession) -> String {
    match &round.collation().call {
        Some(call) => view.say_with("reports-of-round-call", &[("call", call.as_str().into())]),
        None => view.say("reports-of-round"),
    }
}

/// Shows the choice of a regional group, and the way to what the report says.
pub fn regional_group_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    let name = view.say("round-group-filter");
    heading::part_title(ui, &name);
    let options: Vec<(Option<RegionalGroup>, String)> = [(None, view.say("reports-whole-round"))]
        .into_iter()
        .chain(RegionalGroup::ALL.map(|group| (Some(group), view.words.group(group))))
        .collect();
    let width = ui.available_width().min(size::REPORT_MENU);
    let menu = ChoiceMenu::new(&name, "").width(width);
    if let Some(group) = menu.show(ui, Some(state.group), &options) {
        state.group = group;
    }
    heading::note(ui, &view.say("round-for-convenience"));
    ui.add_space(space::M);
    if link::link(ui, &view.say("reports-to-round")).clicked() {
        view.action(Action::ShowRound);
    }
}

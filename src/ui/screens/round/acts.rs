//! What can be done with the round as a whole: as buttons, or in a menu where there is no room.

use egui::containers::menu::MenuButton;
use egui::{RichText, Ui};

use super::ask;
use crate::app::SaveState;
use crate::app::round::{RoundCommand, RoundDesk};
use crate::report::Format;
use crate::ui::dialogs::{Dialog, Leaving};
use crate::ui::file_dialog::Purpose;
use crate::ui::tokens::{space, text};
use crate::ui::view::View;
use crate::ui::widgets::buttons::ActionButton;

/// Something that can be done with the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RoundAct {
    AddFiles,
    AddFolder,
    ReadAgain,
    Write(Format),
    Close,
}

/// What the report can be written as, the most wanted first.
const FORMATS: &[Format] = &[
    #[cfg(feature = "pdf")]
    Format::Pdf,
    Format::Docx,
    Format::Xlsx,
    Format::Csv,
];

impl RoundAct {
    const FILES: [Self; 3] = [Self::AddFiles, Self::AddFolder, Self::ReadAgain];

    fn all() -> impl Iterator<Item = Self> {
        let writing = FORMATS.iter().map(|format| Self::Write(*format));
        Self::FILES.into_iter().chain(writing).chain([Self::Close])
    }

    fn words(self, view: &View<'_>) -> String {
        view.say(match self {
            Self::AddFiles => "round-add-files",
            Self::AddFolder => "round-add-folder",
            Self::ReadAgain => "round-read-again",
            #[cfg(feature = "pdf")]
            Self::Write(Format::Pdf) => "round-report-pdf",
            Self::Write(Format::Docx) => "round-report-docx",
            Self::Write(Format::Xlsx) => "round-report-xlsx",
            Self::Write(Format::Csv) => "round-report-csv",
            Self::Close => "round-close",
        })
    }

    fn is_possible(self, desk: &RoundDesk) -> bool {
        match self {
            Self::AddFiles | Self::AddFolder => can_write(desk),
            Self::ReadAgain => desk.reading().is_none() && !desk.noted().sources.is_empty(),
            Self::Write(_) => desk.reading().is_none() && !desk.is_writing(),
            Self::Close => true,
        }
    }

    fn carry_out(self, view: &View<'_>, desk: &RoundDesk) {
        match self {
            Self::AddFiles => view.ask_for_file(Purpose::RoundFiles),
            Self::AddFolder => view.ask_for_file(Purpose::RoundFolder),
            Self::ReadAgain => ask(view, RoundCommand::ReadAgain),
            Self::Write(format) => view.ask_for_file(Purpose::RoundReport(format)),
            Self::Close => close(view, desk),
        }
    }
}

/// Whether what the office notes can be changed.
pub fn can_write(desk: &RoundDesk) -> bool {
    !matches!(desk.save_state(), Some(SaveState::ReadOnly(_)))
}

/// Shows the acts from right to left, so that they read from left to right.
pub fn acts_ui(ui: &mut Ui, view: &View<'_>, desk: &RoundDesk, wide: bool) {
    if !wide {
        menu_ui(ui, view, desk, "round-acts", RoundAct::all());
        return;
    }
    ui.spacing_mut().item_spacing.x = space::S;
    button_ui(ui, view, desk, RoundAct::Close);
    let writing = FORMATS.iter().map(|format| RoundAct::Write(*format));
    menu_ui(ui, view, desk, "round-report", writing);
    for act in RoundAct::FILES.into_iter().rev() {
        button_ui(ui, view, desk, act);
    }
}

fn button_ui(ui: &mut Ui, view: &View<'_>, desk: &RoundDesk, act: RoundAct) {
    let word = act.words(view);
    let button = if act == RoundAct::Close {
        ActionButton::quiet(&word)
    } else {
        ActionButton::plain(&word)
    };
    if button.enabled(act.is_possible(desk)).show(ui).clicked() {
        act.carry_out(view, desk);
    }
}

fn menu_ui(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &RoundDesk,
    name: &str,
    acts: impl Iterator<Item = RoundAct>,
) {
    let word = RichText::new(view.say(name)).font(text::body());
    MenuButton::new(word).ui(ui, |ui| {
        for act in acts {
            let button = egui::Button::new(act.words(view));
            if ui.add_enabled(act.is_possible(desk), button).clicked() {
                act.carry_out(view, desk);
                ui.close();
            }
        }
    });
}

/// Closes the round, or asks first where that would lose something.
fn close(view: &View<'_>, desk: &RoundDesk) {
    let is_lost = match desk.save_state() {
        None => !desk.is_empty(),
        Some(state) => matches!(state, SaveState::Failed(_)),
    };
    if is_lost {
        view.open(Dialog::RoundUnsaved(Leaving::Round));
    } else {
        ask(view, RoundCommand::Close);
    }
}

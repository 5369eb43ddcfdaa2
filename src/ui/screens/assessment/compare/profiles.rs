//! The profiles of before and now side by side, each line opening to the cells that moved.

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Ui, vec2};

use super::lists;
use crate::analysis::{Profile, ProfileChange};
use crate::app::{Compared, Earlier, Session};
use crate::domain::Assessment;
use crate::ui::parts::{bar_of_ui, is_drawn, is_wide, profile_name};
use crate::ui::state::CompareState;
use crate::ui::state::Grouping;
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Column, Columns, Icon, RowButton, heading, range_bar, rows};

pub fn profiles_ui(ui: &mut Ui, view: &View<'_>, compared: &Compared, state: &mut CompareState) {
    let comparison = &compared.comparison;
    let changes = match state.grouping {
        Grouping::Principles => &comparison.principles,
        Grouping::Sections => &comparison.sections,
    };
    let level = state.level;
    let columns = is_wide(ui).then(|| columns(ui));
    if let Some(columns) = &columns {
        header_ui(ui, view, compared, columns);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let at_level = changes.iter().filter(|change| change.after.level == level);
    for (index, change) in at_level.enumerate() {
        let open = state.opened == Some(index);
        if line_ui(ui, view, compared, change, columns.as_ref(), open) {
            state.opened = (!open).then_some(index);
        }
        if open {
            ui.indent(("moved_of_profile", index), |ui| {
                if change.moved.is_empty() {
                    heading::note(ui, &view.say("compare-none-moved-here"));
                }
                for cell in &change.moved {
                    lists::moved_row_ui(ui, view, cell, lists::Place::Profile);
                }
                ui.add_space(space::L);
            });
        }
        rows::underline(ui);
    }
}

fn columns(ui: &Ui) -> Columns {
    let widths = [
        Column::Fixed(size::NAME_COLUMN),
        Column::Share(1.0),
        Column::Share(1.0),
        Column::Fixed(size::ROW_ACT),
    ];
    Columns::new(ui.available_width(), &widths)
}

fn header_ui(ui: &mut Ui, view: &View<'_>, compared: &Compared, columns: &Columns) {
    let end = view.say("gaps-scale-end");
    let titles = titles(view, compared);
    columns.row(ui, size::ROW, |row| {
        row.cell(|_| ());
        for title in &titles {
            row.cell(|ui| {
                ui.vertical(|ui| {
                    heading::small_title(ui, title);
                    range_bar::scale(ui, &["0", "25", "50", "75", &end]);
                });
            });
        }
    });
}

/// What the two sides are called.
fn titles(view: &View<'_>, compared: &Compared) -> [String; 2] {
    let before = match &compared.earlier {
        Earlier::LastTime { .. } => view.say("compare-before"),
        Earlier::File(_) => view.say("compare-before-file"),
    };
    [before, view.say("compare-now")]
}

/// Shows one line; tells whether it was clicked.
fn line_ui(
    ui: &mut Ui,
    view: &View<'_>,
    compared: &Compared,
    change: &ProfileChange,
    columns: Option<&Columns>,
    open: bool,
) -> bool {
    let (name, paragraphs) = profile_name(view, &change.after);
    let words = [&change.before, &change.after].map(|profile| view.words.profile(profile));
    let titles = titles(view, compared);
    let moved = view.count("compare-moved", change.moved.len());
    let spoken = view.say_with(
        "compare-line",
        &[
            ("name", name.into()),
            ("paragraphs", paragraphs.as_str().into()),
            ("then", titles[0].as_str().into()),
            ("before", words[0].as_str().into()),
            ("now", words[1].as_str().into()),
            ("moved", moved.as_str().into()),
        ],
    );
    let row = RowButton::new(&spoken, size::LINE).expanded(open);
    let now = view.session().map(Session::assessment);
    let sides = [
        (Some(&compared.before), &change.before, &words[0]),
        (now, &change.after, &words[1]),
    ];
    let response = row.show_grown(ui, Id::unique(("profile_change", name)), |ui| {
        if let Some(columns) = columns {
            columns.row(ui, size::LINE, |row| {
                row.cell(|ui| name_ui(ui, name, &paragraphs, open));
                for (assessment, profile, words) in sides {
                    row.cell(|ui| side_ui(ui, view, assessment, profile, words));
                }
                row.cell(|ui| heading::note(ui, &moved));
            });
            return;
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.add_space(space::S);
            ui.horizontal(|ui| name_ui(ui, name, &paragraphs, open));
            for ((assessment, profile, words), title) in sides.into_iter().zip(&titles) {
                heading::small_title(ui, title);
                side_ui(ui, view, assessment, profile, words);
            }
            heading::note(ui, &moved);
            ui.add_space(space::S);
        });
    });
    response.clicked()
}

fn side_ui(
    ui: &mut Ui,
    view: &View<'_>,
    assessment: Option<&Assessment>,
    profile: &Profile,
    words: &str,
) {
    if !is_drawn(profile) {
        heading::note(ui, words);
        return;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.add_space(space::S);
        bar_of_ui(ui, view, assessment, profile, words);
        heading::note(ui, words);
        ui.add_space(space::S);
    });
}

/// The name with its paragraphs, behind the sign that it opens.
fn name_ui(ui: &mut Ui, name: &str, paragraphs: &str, open: bool) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(size::MARK, size::MARK), egui::Sense::hover());
    let (icon, font, ink) = if open {
        (Icon::ChevronDown, text::strong(), tokens.accent.ink)
    } else {
        (Icon::ChevronRight, text::body(), tokens.ink)
    };
    icon.paint(ui.painter(), rect.center(), size::ICON, tokens.dim);
    let mut job = LayoutJob::default();
    job.append(name, 0.0, TextFormat::simple(font, ink));
    let dim = TextFormat::simple(text::small(), tokens.dim);
    job.append(paragraphs, space::S, dim);
    job.wrap.max_width = ui.available_width();
    ui.label(ui.painter().layout_job(job));
}

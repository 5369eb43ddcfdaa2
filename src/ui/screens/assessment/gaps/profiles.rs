//! The profiles: one line for each principle or section, each opening to its cells.

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Ui, vec2};

use super::cells;
use crate::analysis::{Profile, Tally};
use crate::app::Session;
use crate::domain::Standing;
use crate::ui::parts::{is_drawn, is_wide, profile_bar_ui, profile_name};
use crate::ui::state::{GapsState, Grouping};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{
    Column, Columns, Icon, RowButton, heading, range_bar, rows, standing_mark,
};

pub fn profiles_ui(ui: &mut Ui, view: &View<'_>, session: &Session, state: &mut GapsState) {
    let coverage = &session.analysis().coverage;
    let profiles = match state.grouping {
        Grouping::Principles => &coverage.principles,
        Grouping::Sections => &coverage.sections,
    };
    let level = state.level;
    let lines = profiles.iter().filter(|profile| profile.level == level);
    let columns = is_wide(ui).then(|| columns(ui));
    if let Some(columns) = &columns {
        header_ui(ui, view, columns);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, profile) in lines.enumerate() {
        let open = state.opened == Some(index);
        if line_ui(ui, view, profile, columns.as_ref(), open) {
            state.opened = (!open).then_some(index);
        }
        if open {
            cells::cells_ui(ui, view, session, profile, columns.as_ref());
        }
        rows::underline(ui);
    }
}

fn columns(ui: &Ui) -> Columns {
    let count = Column::Fixed(size::COUNT_COLUMN);
    Columns::new(
        ui.available_width(),
        &[
            Column::Fixed(size::NAME_COLUMN),
            Column::Share(1.0),
            count,
            count,
            count,
            count,
        ],
    )
}

fn header_ui(ui: &mut Ui, view: &View<'_>, columns: &Columns) {
    let end = view.say("gaps-scale-end");
    let words = [
        view.words.standing(Some(Standing::Yes)),
        view.words.standing(Some(Standing::InPart)),
        view.words.standing(Some(Standing::No)),
        view.say("gaps-open-column"),
    ];
    columns.row(ui, space::XL, |row| {
        row.cell(|_| ());
        row.cell(|ui| range_bar::scale(ui, &["0", "25", "50", "75", &end]));
        for word in &words {
            row.cell(|ui| range_bar::scale(ui, &[word]));
        }
    });
}

/// Shows one line; tells whether it was clicked.
fn line_ui(
    ui: &mut Ui,
    view: &View<'_>,
    profile: &Profile,
    columns: Option<&Columns>,
    open: bool,
) -> bool {
    let words = view.words.profile(profile);
    let (name, paragraphs) = profile_name(view, profile);
    let spoken = view.say_with(
        "gaps-name-with-paragraphs",
        &[
            ("name", name.into()),
            ("paragraphs", paragraphs.as_str().into()),
            ("words", words.as_str().into()),
            ("tally", tally_words(view, profile).into()),
        ],
    );
    let row = RowButton::new(&spoken, size::LINE).expanded(open);
    let id = Id::unique(("profile", name));
    let line = Line {
        name,
        paragraphs: &paragraphs,
        words: &words,
        open,
    };
    let response = row.show_grown(ui, id, |ui| match columns {
        Some(columns) => line.side_by_side_ui(ui, view, profile, columns),
        None => line.stacked_ui(ui, view, profile),
    });
    response.clicked()
}

struct Line<'a> {
    name: &'a str,
    paragraphs: &'a str,
    words: &'a str,
    open: bool,
}

impl Line<'_> {
    fn side_by_side_ui(&self, ui: &mut Ui, view: &View<'_>, profile: &Profile, columns: &Columns) {
        columns.row(ui, size::LINE, |row| {
            row.cell(|ui| self.name_ui(ui));
            row.cell(|ui| {
                if !is_drawn(profile) {
                    heading::note(ui, self.words);
                    return;
                }
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = space::XS;
                    ui.add_space(space::S);
                    profile_bar_ui(ui, view, profile, self.words);
                    heading::note(ui, self.words);
                    ui.add_space(space::S);
                });
            });
            if is_drawn(profile) {
                for (standing, count) in counts(profile.tally) {
                    row.cell(|ui| count_ui(ui, view, standing, count));
                }
            }
        });
    }

    fn stacked_ui(&self, ui: &mut Ui, view: &View<'_>, profile: &Profile) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.add_space(space::S);
            ui.horizontal(|ui| self.name_ui(ui));
            profile_bar_ui(ui, view, profile, self.words);
            heading::note(ui, self.words);
            if is_drawn(profile) {
                ui.horizontal(|ui| {
                    for (standing, count) in counts(profile.tally) {
                        count_ui(ui, view, standing, count);
                        ui.add_space(space::S);
                    }
                });
            }
            ui.add_space(space::S);
        });
    }

    /// The name with its paragraphs, behind the sign that it opens.
    fn name_ui(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(size::MARK, size::MARK), egui::Sense::hover());
        let icon = Icon::fold(self.open);
        icon.paint(ui.painter(), rect.center(), size::ICON, tokens.dim);
        let (font, ink) = if self.open {
            (text::strong(), tokens.accent.ink)
        } else {
            (text::body(), tokens.ink)
        };
        let mut job = LayoutJob::default();
        job.append(self.name, 0.0, TextFormat::simple(font, ink));
        let dim = TextFormat::simple(text::small(), tokens.dim);
        job.append(self.paragraphs, space::S, dim);
        job.wrap.max_width = ui.available_width();
        ui.label(ui.painter().layout_job(job));
    }
}

fn counts(tally: Tally) -> [(Option<Standing>, u32); 4] {
    [
        (Some(Standing::Yes), tally.yes),
        (Some(Standing::InPart), tally.in_part),
        (Some(Standing::No), tally.no),
        (None, tally.open()),
    ]
}

fn count_ui(ui: &mut Ui, view: &View<'_>, standing: Option<Standing>, count: u32) {
    let tokens = Tokens::of(ui);
    standing_mark::show(ui, standing, &view.words.standing(standing));
    let ink = if count == 0 {
        tokens.dim
    } else {
        tokens.standing(standing).ink
    };
    let words = egui::RichText::new(count.to_string());
    ui.label(words.font(text::body()).color(ink));
}

fn tally_words(view: &View<'_>, profile: &Profile) -> String {
    if !is_drawn(profile) {
        return String::new();
    }
    let tally = profile.tally;
    view.say_with(
        "gaps-tally",
        &[
            ("yes", tally.yes.into()),
            ("inpart", tally.in_part.into()),
            ("no", tally.no.into()),
            ("open", tally.open().into()),
        ],
    )
}

//! What a profile opens to: its cells, and how its figure is worked out from them.

use egui::{Id, Label, Rect, RichText, Ui, UiBuilder, pos2};

use crate::analysis::{Profile, Shows};
use crate::app::Session;
use crate::domain::{Answer, Application, Level, Question, Standing};
use crate::ui::parts::profile_cells;
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Column, Columns, RowButton, heading, standing_mark};

/// Shows the cells of a profile below its line, from where its chart begins.
pub fn cells_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    profile: &Profile,
    chart: Option<&Columns>,
) {
    let rect = chart_left(ui, chart);
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut any = false;
        for (question, standing) in profile_cells(view, profile) {
            any = true;
            let answer = session.assessment().answers.get(&question.id);
            cell_ui(ui, view, profile.level, question, standing, answer);
        }
        if any {
            sums_ui(ui, view, profile);
        } else {
            heading::note(ui, &view.say("gaps-no-cells"));
        }
        ui.add_space(space::L);
    });
}

/// Where the column of charts begins.
fn chart_left(ui: &Ui, columns: Option<&Columns>) -> Rect {
    let rect = ui.available_rect_before_wrap();
    let indent = columns.map_or(0.0, |columns| columns.width(0) + space::L);
    Rect::from_min_max(pos2(rect.left() + indent, rect.top()), rect.max)
}

fn cell_ui(
    ui: &mut Ui,
    view: &View<'_>,
    level: Level,
    question: &Question,
    standing: Option<Standing>,
    answer: Option<&Answer>,
) {
    let details = details(view, level, standing, answer);
    let units = units(view, level, answer);
    let name = view.say_with(
        "gaps-cell",
        &[
            ("id", question.id.as_str().into()),
            ("title", question.title.as_str().into()),
            ("details", format!("{details} {units}").trim_end().into()),
        ],
    );
    let tokens = Tokens::of(ui);
    let wide = size::STACK - size::NAME_COLUMN <= ui.available_width();
    let mark = Column::Fixed(size::MARK);
    let (columns, height) = if wide {
        let number = Column::Fixed(size::ID_COLUMN - space::L);
        let widths = [mark, number, Column::Share(3.0), Column::Share(2.0)];
        (Columns::new(ui.available_width(), &widths), size::CONTROL)
    } else {
        let widths = [mark, Column::Share(1.0)];
        (Columns::new(ui.available_width(), &widths), size::LINE)
    };
    let row = RowButton::new(&name, height);
    let id = Id::unique(("profile_cell", question.id.as_str(), level));
    let shown = row.show_grown(ui, id, |ui| {
        columns.row(ui, height, |row| {
            row.cell(|ui| {
                standing_mark::show(ui, standing, &view.words.standing_in_full(standing))
            });
            if !wide {
                let parts = [question.id.as_str(), &details, &units];
                row.cell(|ui| stacked_ui(ui, &question.title, &parts));
                return;
            }
            row.cell(|ui| heading::note(ui, question.id.as_str()));
            row.cell(|ui| {
                let width = ui.available_width();
                heading::two_lines(ui, &question.title, text::body(), tokens.ink, width)
            });
            row.cell(|ui| {
                let all = [details.as_str(), units.as_str()];
                let said: Vec<&str> = all.into_iter().filter(|part| !part.is_empty()).collect();
                let width = ui.available_width();
                let words = said.join(" · ");
                heading::two_lines(ui, &words, text::small(), tokens.dim, width)
            });
        });
    });
    if shown.clicked() {
        view.go_to_cell(&question.id, level);
    }
}

/// The standing, how far it is applied, and whether evidence is named.
fn details(
    view: &View<'_>,
    level: Level,
    standing: Option<Standing>,
    answer: Option<&Answer>,
) -> String {
    let mut parts = vec![view.words.standing_in_full(standing)];
    let Some(answer) = answer else {
        return parts.join(" · ");
    };
    let in_place = matches!(standing, Some(Standing::Yes | Standing::InPart));
    let application = answer.cells.get(&level).and_then(|cell| cell.application);
    if let Some(application) = application.filter(|_| in_place) {
        parts.push(view.say(match application {
            Application::Applied => "gaps-application-applied",
            Application::Partly => "gaps-application-partly",
            Application::NotYet => "gaps-application-not-yet",
        }));
    }
    if !answer.evidence.is_empty() {
        parts.push(view.count("gaps-evidence", answer.evidence.len()));
    }
    parts.join(" · ")
}

/// In how many units of the level it is so; empty where that is not said.
pub fn units(view: &View<'_>, level: Level, answer: Option<&Answer>) -> String {
    let units = answer.and_then(|answer| answer.cells.get(&level)?.units);
    units.map_or_else(String::new, |units| {
        let having = ("having", units.having().into());
        view.say_with("gaps-units", &[having, ("all", units.all().into())])
    })
}

/// The figure redone by hand, and what is said of what is in place.
fn sums_ui(ui: &mut Ui, view: &View<'_>, profile: &Profile) {
    let tally = profile.tally;
    ui.add_space(space::S);
    if profile.shows == Shows::Percent
        && let Some(coverage) = tally.coverage()
    {
        let worked_out = view.say_with(
            "gaps-worked-out",
            &[
                ("yes", tally.yes.into()),
                ("inpart", tally.in_part.into()),
                ("decided", tally.decided().into()),
                ("top", coverage.numerator.into()),
                ("bottom", coverage.denominator.into()),
            ],
        );
        heading::note(ui, &worked_out);
    }
    let applied = tally.applied;
    let words = view.say_with(
        "gaps-applied",
        &[
            ("applied", applied.applied.into()),
            ("partly", applied.partly.into()),
            ("notyet", applied.not_yet.into()),
            ("notsaid", applied.not_said.into()),
            ("evidenced", tally.evidenced.into()),
        ],
    );
    heading::note(ui, &words);
}

/// Shows a title, and what else is to say of it on the line below.
pub fn stacked_ui(ui: &mut Ui, title: &str, parts: &[&str]) {
    let tokens = Tokens::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(space::S);
        ui.add(Label::new(title).truncate());
        let parts: Vec<&str> = parts
            .iter()
            .copied()
            .filter(|part| !part.is_empty())
            .collect();
        let words = RichText::new(parts.join(" · "));
        ui.add(Label::new(words.font(text::small()).color(tokens.dim)).truncate());
    });
}

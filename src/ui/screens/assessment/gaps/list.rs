//! The list of gaps.

use std::rc::Rc;

use egui::{Align, Align2, Id, Layout, Rangef, Rect, Ui, UiBuilder, pos2, vec2};

use super::cells::{self, stacked_ui};
use super::filters;
use crate::analysis::{Gap, GapCounts, GapFilter, actions_for};
use crate::app::Session;
use crate::domain::{ActionId, Question};
use crate::store;
use crate::ui::parts::{VirtualList, is_wide};
use crate::ui::state::{ActionDraft, Dialog, GapsState};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{
    ActionButton, Column, Columns, Icon, RowButton, heading, rows, standing_mark,
};

pub fn list_ui(ui: &mut Ui, view: &View<'_>, session: &Session, state: &mut GapsState) {
    let all = &session.analysis().gaps;
    ui.spacing_mut().item_spacing.y = space::XS;
    let title = view.say("gaps-list-title");
    if all.is_empty() {
        heading::part_title(ui, &title);
        heading::dim(ui, &view.say("gaps-none"));
        return;
    }
    let selected = Rc::clone(state.selected(session));
    // A menu that is wider than the page must not widen the table.
    let width = ui.available_width();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        heading::part_title(ui, &title);
        heading::note(ui, &counts_words(view, selected.counts));
        if state.filter != GapFilter::default() {
            let all = ("all", all.len().into());
            heading::note(ui, &view.say_with("gaps-list-of-all", &[all]));
        }
    });
    heading::note(ui, &view.say("gaps-list-explained"));
    ui.add_space(space::S);
    filters::filters_ui(ui, view, session, state);
    ui.set_max_width(width);
    ui.add_space(space::S);
    if selected.gaps.is_empty() {
        heading::dim(ui, &view.say("gaps-none-passes"));
        return;
    }
    let wide = is_wide(ui);
    let columns = columns(ui, wide);
    if wide {
        header_ui(ui, view, &columns);
    }
    heading::hairline(ui);
    rows_ui(ui, view, session, &selected.gaps, &columns, wide);
}

fn counts_words(view: &View<'_>, counts: GapCounts) -> String {
    view.say_with(
        "gaps-list-counts",
        &[
            ("all", counts.all.into()),
            ("no", counts.no.into()),
            ("inpart", counts.in_part.into()),
            ("notknown", counts.not_known.into()),
            ("notanswered", counts.not_answered.into()),
        ],
    )
}

fn columns(ui: &Ui, wide: bool) -> Columns {
    let width = ui.available_width() - planned_room(wide);
    if wide {
        Columns::new(
            width,
            &[
                Column::Fixed(size::MARK),
                Column::Fixed(size::ID_COLUMN),
                Column::Share(4.0),
                Column::Share(3.0),
                Column::Fixed(size::UNITS_COLUMN),
            ],
        )
    } else {
        let mark = Column::Fixed(size::MARK);
        Columns::new(width, &[mark, Column::Share(1.0)])
    }
}

fn header_ui(ui: &mut Ui, view: &View<'_>, columns: &Columns) {
    let words = [
        String::new(),
        view.say("gaps-column-id"),
        view.say("gaps-column-title"),
        view.say("gaps-column-serves"),
        view.say("gaps-column-units"),
    ];
    let top = ui.cursor().top();
    columns.row(ui, space::XL, |row| {
        for word in &words {
            row.cell(|ui| heading::note(ui, word));
        }
    });
    planned_header_ui(ui, view, Rangef::new(top, ui.cursor().top()));
}

fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    gaps: &[Gap],
    columns: &Columns,
    wide: bool,
) {
    let height = if wide {
        size::ROW + space::XS
    } else {
        size::LINE
    };
    let list = VirtualList::new("gaps", gaps.len());
    list.show(
        ui,
        gaps.len(),
        |_, _| height,
        |ui, place| {
            let gap = &gaps[place];
            let Some(question) = view.instrument().question(&gap.question) else {
                return;
            };
            let rect = Rect::from_min_size(ui.max_rect().min, vec2(ui.available_width(), height));
            let builder = UiBuilder::new()
                .max_rect(rect)
                .id_salt((gap.question.as_str(), gap.level));
            ui.scope_builder(builder, |ui| {
                let (left, right) = split(rect, wide);
                let mut inside = ui.new_child(UiBuilder::new().max_rect(left));
                row_ui(&mut inside, view, session, gap, question, columns, wide);
                planned_ui(ui, view, session, gap, question, right);
                ui.set_min_height(height);
            });
            rows::underline(ui);
        },
    );
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    gap: &Gap,
    question: &Question,
    columns: &Columns,
    wide: bool,
) {
    let level = view.words.level(gap.level);
    let standing = view.words.standing_in_full(gap.standing);
    let serves = serves(view, gap);
    let answer = session.assessment().answers.get(&gap.question);
    let units = cells::units(view, gap.level, answer);
    let id = gap.question.as_str();
    let values = [
        ("id", id.into()),
        ("title", question.title.as_str().into()),
        ("level", level.to_lowercase().into()),
        ("standing", standing.as_str().into()),
        ("serves", serves.as_str().into()),
        ("units", units.as_str().into()),
    ];
    let name = view.say_with("gaps-gap", &values);
    let title = view.say_with("gaps-title-and-level", &values);
    let height = ui.available_height();
    let tokens = Tokens::of(ui);
    let row = RowButton::new(name.trim_end(), height);
    let row_id = Id::unique(("gap", id, gap.level));
    let shown = row.show_grown(ui, row_id, |ui| {
        let line = |ui: &mut Ui, words: &str, font, color| {
            let width = ui.available_width();
            heading::two_lines(ui, words, font, color, width)
        };
        columns.row(ui, height, |row| {
            row.cell(|ui| standing_mark::show(ui, gap.standing, &standing));
            if wide {
                row.cell(|ui| ui.label(id));
                row.cell(|ui| line(ui, &title, text::body(), tokens.ink));
                row.cell(|ui| line(ui, &serves, text::small(), tokens.dim));
                row.cell(|ui| heading::note(ui, &units));
            } else {
                row.cell(|ui| stacked_ui(ui, &title, &[id, &serves, &units]));
            }
        });
    });
    if shown.clicked() {
        view.go_to_cell(&gap.question, gap.level);
    }
}

/// The names of the principles that the gap serves.
fn serves(view: &View<'_>, gap: &Gap) -> String {
    if gap.principles.is_empty() {
        return view.say("gaps-serves-none");
    }
    let principles = view.instrument().principles().iter();
    let served = principles.filter(|principle| gap.principles.contains(&principle.number));
    let names: Vec<&str> = served.map(|principle| principle.title.as_str()).collect();
    names.join(" · ")
}

/// How much of a row the act takes.
pub const fn planned_room(wide: bool) -> f32 {
    if wide {
        size::ROW_ACT + space::L
    } else {
        size::CONTROL + space::S
    }
}

/// The row without the act, and the place of the act.
pub fn split(row: Rect, wide: bool) -> (Rect, Rect) {
    let middle = row.right() - planned_room(wide);
    row.split_left_right_at_x(middle)
}

/// Shows what the column of acts is for, over this height.
pub fn planned_header_ui(ui: &Ui, view: &View<'_>, down: Rangef) {
    let at = pos2(ui.max_rect().right() - space::S, down.center());
    let word = view.say("command-plan");
    let ink = Tokens::of(ui).dim;
    ui.painter()
        .text(at, Align2::RIGHT_CENTER, word, text::small(), ink);
}

/// Shows the act in its place at the end of a row.
pub fn planned_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    gap: &Gap,
    question: &Question,
    place: Rect,
) {
    let wide = size::ROW_ACT < place.width();
    let builder = UiBuilder::new()
        .max_rect(place)
        .layout(Layout::right_to_left(Align::Center));
    let mut ui = ui.new_child(builder);
    let words = view.say_with(
        "action-gap",
        &[
            ("id", gap.question.as_str().into()),
            ("title", question.title.as_str().into()),
            ("level", view.words.level(gap.level).to_lowercase().into()),
        ],
    );
    let planned = actions_for(session.assessment(), &gap.question, gap.level);
    let Some((id, action)) = planned.first() else {
        let name = view.say_with("plan-for-gap", &[("gap", words.into())]);
        let button = ActionButton::quiet("").before(Icon::Plus);
        let button = button.enabled(view.can_write());
        let shown = button.show_named(&mut ui, &name).on_hover_text(&name);
        if shown.clicked() {
            let draft = Box::new(ActionDraft::for_gap(Some(gap), question.area.as_ref()));
            view.open(Dialog::Action(ActionId(store::new_identity()), draft));
        }
        return;
    };
    let values = [("gap", words.into()), ("what", action.what.as_str().into())];
    let name = view.say_with("plan-of-gap", &values);
    let button = if wide {
        ActionButton::quiet(view.say("plan-planned"))
    } else {
        ActionButton::quiet("").before(Icon::Check)
    };
    let shown = button.show_named(&mut ui, &name).on_hover_text(&name);
    if shown.clicked() {
        view.open(Dialog::Action(*id, Box::new(ActionDraft::of(action))));
    }
}

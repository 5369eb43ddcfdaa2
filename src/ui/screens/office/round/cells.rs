//! One question at one level: how many replies gave each answer, and, unfolded, which States.

use egui::{Id, Label, RichText, Sense, Ui, Vec2};

use crate::analysis::{CellTally, StateSet};
use crate::domain::{Question, Standing, StateCode, folded};
use crate::ui::parts::is_wide;
use crate::ui::state::{RoundFold, RoundState};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{
    Column, Columns, Icon, RowButton, heading, narrow, standing_mark, underline,
};

/// What a reply can say in a cell, in the order of the columns.
const SAID: [Option<Standing>; 6] = [
    Some(Standing::Yes),
    Some(Standing::InPart),
    Some(Standing::No),
    Some(Standing::NotApplicable),
    Some(Standing::NotKnown),
    None,
];

/// The columns of a table of cells, where there is room for one.
pub fn columns(ui: &Ui) -> Option<Columns> {
    let mut columns = vec![Column::Share(1.0)];
    columns.extend([Column::Fixed(size::ANSWER_COLUMN); SAID.len() + 1]);
    is_wide(ui).then(|| Columns::new(ui.available_width(), &columns))
}

pub fn header_ui(ui: &mut Ui, view: &View<'_>, columns: &Columns) {
    columns.row(ui, size::ROW, |row| {
        row.cell(|_| ());
        for standing in SAID {
            row.figure(|ui| ui.add(Label::new(small(ui, &view.words.standing(standing))).wrap()));
        }
        row.figure(|ui| {
            let base = view.say("round-base");
            ui.add(Label::new(small(ui, &base)).wrap());
        });
    });
    heading::hairline(ui);
}

fn small(ui: &Ui, words: &str) -> RichText {
    RichText::new(words)
        .font(text::small())
        .color(Tokens::of(ui).dim)
}

/// Shows one cell, and what it unfolds to.
pub fn cell_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    (question, cell): (&Question, &CellTally),
    replies: usize,
    columns: Option<&Columns>,
) {
    let fold = RoundFold::Cell(cell.question.clone(), cell.level);
    let open = state.unfolded.contains(&fold);
    let spoken = spoken(view, question, cell);
    let row = RowButton::new(&spoken, size::CONTROL).expanded(open);
    let id = Id::unique(("round_cell", cell.question.as_str(), cell.level));
    let level = view.words.level(cell.level);
    let response = row.show_grown(ui, id, |ui| match columns {
        Some(columns) => columns.row(ui, size::CONTROL, |row| {
            row.cell(|ui| fold_name_ui(ui, &level, open));
            for said in SAID {
                row.figure(|ui| count_ui(ui, said, count(cell, said)));
            }
            row.figure(|ui| ui.label(cell.replies().to_string()));
        }),
        None => stacked_ui(ui, view, cell, &level, open),
    });
    if response.clicked() {
        state.turn(fold);
    }
    if open {
        states_ui(ui, view, cell, replies);
    }
    underline(ui);
}

/// A name behind the sign that it opens.
pub fn fold_name_ui(ui: &mut Ui, name: &str, open: bool) {
    let tokens = Tokens::of(ui);
    let wanted = egui::vec2(size::MARK, size::MARK);
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    let icon = Icon::fold(open);
    icon.paint(ui.painter(), rect.center(), size::ICON, tokens.dim);
    let words = RichText::new(name).font(text::body()).color(tokens.ink);
    ui.add(Label::new(words).wrap());
}

fn stacked_ui(ui: &mut Ui, view: &View<'_>, cell: &CellTally, level: &str, open: bool) {
    ui.vertical(|ui| {
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            fold_name_ui(ui, level, open);
            heading::note(ui, &view.count("round-base-count", cell.replies()));
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for said in SAID {
                count_ui(ui, said, count(cell, said));
                heading::note(ui, &view.words.standing(said));
                ui.add_space(space::S);
            }
        });
        ui.add_space(space::S);
    });
}

fn count(cell: &CellTally, said: Option<Standing>) -> usize {
    match said {
        Some(standing) => cell.said.get(&standing).map_or(0, StateSet::len),
        None => cell.not_answered.len(),
    }
}

/// A count with the shape of what is counted; none is there to read, but does not stand out.
fn count_ui(ui: &mut Ui, said: Option<Standing>, count: usize) {
    let tokens = Tokens::of(ui);
    let (ink, shape) = if count == 0 {
        (tokens.dim, tokens.line)
    } else {
        (tokens.standing(said).ink, tokens.standing(said).ink)
    };
    let figure = RichText::new(count.to_string())
        .font(text::body())
        .color(ink);
    // The row says all of it, so the shape needs no name.
    let mark = |ui: &mut Ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(size::MARK), Sense::hover());
        standing_mark::paint(ui.painter(), rect.center(), size::MARK, said, shape);
    };
    // From the right, as figures stand, the figure comes first.
    if ui.layout().prefer_right_to_left() {
        ui.label(figure);
        mark(ui);
    } else {
        mark(ui);
        ui.label(figure);
    }
}

fn spoken(view: &View<'_>, question: &Question, cell: &CellTally) -> String {
    let [yes, in_part, no, not_applicable, not_known, silent] = SAID.map(|said| count(cell, said));
    view.say_with(
        "round-cell",
        &[
            ("id", question.id.as_str().into()),
            ("title", question.title.as_str().into()),
            ("level", view.words.level(cell.level).to_lowercase().into()),
            ("yes", yes.into()),
            ("inpart", in_part.into()),
            ("no", no.into()),
            ("notapplicable", not_applicable.into()),
            ("notknown", not_known.into()),
            ("notanswered", silent.into()),
            ("base", cell.replies().into()),
        ],
    )
}

/// Which States gave which answer, and what may be said of it.
fn states_ui(ui: &mut Ui, view: &View<'_>, cell: &CellTally, replies: usize) {
    ui.indent(("round_states", cell.question.as_str(), cell.level), |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for said in SAID {
            let states = match said {
                Some(standing) => cell.said.get(&standing),
                None => Some(&cell.not_answered),
            };
            let Some(states) = states.filter(|states| !states.is_empty()) else {
                continue;
            };
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let standing = view.words.standing_in_full(said);
                standing_mark::show(ui, said, &standing);
                names_ui(ui, &standing, &names(view, states));
            });
        }
        let having = cell.replies() + cell.not_answered.len();
        heading::note(ui, &base_words(view, cell, having));
        if let Some(lacking) = replies.checked_sub(having).filter(|lacking| *lacking != 0) {
            heading::note(ui, &view.count("round-level-lacking", lacking));
        }
        ui.add_space(space::M);
    });
}

/// Silence may be No or blank: so a count is the least there is, where some did not answer.
fn base_words(view: &View<'_>, cell: &CellTally, having: usize) -> String {
    let values = [
        ("yes", count(cell, Some(Standing::Yes)).into()),
        ("all", having.into()),
        ("silent", cell.not_answered.len().into()),
    ];
    if cell.not_answered.is_empty() {
        view.say_with("round-all-answered", &values)
    } else {
        view.say_with("round-at-least", &values)
    }
}

/// Shows names after what they have in common.
pub fn names_ui(ui: &mut Ui, lead: &str, names: &str) {
    let tokens = Tokens::of(ui);
    let mut job = egui::text::LayoutJob::default();
    let lead = format!("{lead}: ");
    job.append(
        &lead,
        0.0,
        egui::TextFormat::simple(text::strong(), tokens.ink),
    );
    job.append(
        names,
        0.0,
        egui::TextFormat::simple(text::body(), tokens.ink),
    );
    // Beside a shape, a line would run on without an end.
    narrow(ui, size::NAMES_COLUMN, |ui| {
        ui.add(Label::new(job).wrap().selectable(true))
    });
}

/// The States by name, in the order of the names.
pub fn names(view: &View<'_>, states: &StateSet) -> String {
    let mut names: Vec<&str> = states.iter().map(|state| view.state_name(*state)).collect();
    names.sort_by_cached_key(|name| folded(name));
    names.join(", ")
}

/// The States by name, those with a mark over all areas told apart.
pub fn names_marked(view: &View<'_>, states: &StateSet, marked: &StateSet) -> String {
    let one = |state: &StateCode| {
        let name = view.state_name(*state);
        if marked.contains(state) {
            view.say_with("round-all-areas", &[("state", name.into())])
        } else {
            name.to_owned()
        }
    };
    let mut names: Vec<String> = states.iter().map(one).collect();
    names.sort_by_cached_key(|name| folded(name));
    names.join(", ")
}

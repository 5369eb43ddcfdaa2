//! Needs and offers of assistance: what the table says area by area, and what was stated apart
//! from it.

use egui::{Id, Label, RichText, Ui};

use super::cells::{self, fold_name_ui, names_marked, names_ui};
use super::questions;
use crate::analysis::{AreaTally, StateSet};
use crate::domain::{Area, Kind, Question};
use crate::ui::parts::is_wide;
use crate::ui::state::{RoundFigures, RoundFold, RoundState, UiState};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Column, Columns, RowButton, heading, underline};

/// Shows the table of areas, then the two facts.
pub fn assistance_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, figures: &RoundFigures) {
    let sheet = view.instrument().questions().iter();
    let mut sheet = sheet.filter(|question| question.kind == Kind::Assistance);
    if let Some(question) = sheet.next() {
        questions::title_ui(ui, view, &mut state.round, question);
        stated_ui(ui, view, state, figures, question);
    }
    table_ui(ui, view, &mut state.round, figures);
}

fn table_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState, figures: &RoundFigures) {
    heading::part_title(ui, &view.say("round-areas"));
    let counted = figures.tally().counted.len();
    heading::note(ui, &view.words.in_sheet(&figures.in_sheet, counted));
    ui.add_space(space::S);
    let columns = columns(ui);
    if let Some(columns) = &columns {
        let words = side_words(view);
        columns.row(ui, size::ROW, |row| {
            row.cell(|_| ());
            for word in &words {
                let dim = RichText::new(word).font(text::small());
                row.figure(|ui| ui.add(Label::new(dim.color(Tokens::of(ui).dim)).wrap()));
            }
        });
        heading::hairline(ui);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let areas = view.instrument().areas().iter();
    for (area, tally) in areas.zip(&figures.tally().assistance) {
        area_ui(ui, view, state, (area, tally), columns.as_ref());
    }
}

fn columns(ui: &Ui) -> Option<Columns> {
    let figure = Column::Fixed(size::EXTENT_FIGURES);
    let columns = [Column::Share(1.0), figure, figure, figure, figure];
    is_wide(ui).then(|| Columns::new(ui.available_width(), &columns))
}

fn side_words(view: &View<'_>) -> [String; 4] {
    [
        view.say("round-need"),
        view.say("round-need-in-part"),
        view.say("round-offer"),
        view.say("round-offer-in-part"),
    ]
}

/// The four sets of an area, each with those that marked all areas.
fn sides(tally: &AreaTally) -> [(&StateSet, &StateSet); 4] {
    [
        (&tally.need, &tally.all_areas_need),
        (&tally.need_in_part, &tally.all_areas_need),
        (&tally.offer, &tally.all_areas_offer),
        (&tally.offer_in_part, &tally.all_areas_offer),
    ]
}

fn area_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    (area, tally): (&Area, &AreaTally),
    columns: Option<&Columns>,
) {
    let fold = RoundFold::Area(area.id.clone());
    let open = state.unfolded.contains(&fold);
    let counts = sides(tally).map(|(states, _)| states.len());
    let [need, need_in_part, offer, offer_in_part] = counts;
    let values = [
        ("area", area.title.as_str().into()),
        ("need", need.into()),
        ("needinpart", need_in_part.into()),
        ("offer", offer.into()),
        ("offerinpart", offer_in_part.into()),
    ];
    let row = RowButton::new(view.say_with("round-area", &values), size::ROW).expanded(open);
    let id = Id::unique(("round_area", area.id.as_str()));
    let response = row.show_grown(ui, id, |ui| match columns {
        Some(columns) => columns.row(ui, size::ROW, |row| {
            row.cell(|ui| fold_name_ui(ui, &area.title, open));
            for count in counts {
                row.figure(|ui| count_ui(ui, count));
            }
        }),
        None => {
            ui.vertical(|ui| {
                ui.add_space(space::S);
                ui.horizontal(|ui| fold_name_ui(ui, &area.title, open));
                heading::note(ui, &view.say_with("round-area-counts", &values));
                ui.add_space(space::S);
            });
        }
    });
    if response.clicked() {
        state.turn(fold);
    }
    if open {
        area_states_ui(ui, view, area, tally);
    }
    underline(ui);
}

fn count_ui(ui: &mut Ui, count: usize) {
    let tokens = Tokens::of(ui);
    let ink = if count == 0 { tokens.dim } else { tokens.ink };
    ui.label(
        RichText::new(count.to_string())
            .font(text::body())
            .color(ink),
    );
}

fn area_states_ui(ui: &mut Ui, view: &View<'_>, area: &Area, tally: &AreaTally) {
    ui.indent(("round_area_states", area.id.as_str()), |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let mut any = false;
        for (word, (states, marked)) in side_words(view).iter().zip(sides(tally)) {
            if !states.is_empty() {
                any = true;
                names_ui(ui, word, &names_marked(view, states, marked));
            }
        }
        if !any {
            heading::note(ui, &view.say("round-area-none"));
        }
        ui.add_space(space::M);
    });
}

/// What was stated apart from the table: a need, an offer. In 2007 the text told of other figures
/// than the table, so both stand here.
fn stated_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    figures: &RoundFigures,
    sheet: &Question,
) {
    let questions = view.instrument().questions_of(&sheet.section);
    let facts: Vec<&Question> = questions
        .filter(|each| each.kind == Kind::Fact && each.paragraphs == sheet.paragraphs)
        .collect();
    if facts.is_empty() {
        return;
    }
    ui.add_space(space::S);
    heading::part_title(ui, &view.say("round-stated"));
    heading::note(ui, &view.say("round-stated-note"));
    let columns = cells::columns(ui);
    if let Some(columns) = &columns {
        cells::header_ui(ui, view, columns);
    }
    let before = ui.spacing().item_spacing;
    ui.spacing_mut().item_spacing.y = 0.0;
    let counted = figures.tally().counted.len();
    for fact in facts {
        ui.add_space(space::M);
        heading::strong(ui, &fact.title);
        let cells = figures.tally().cells.iter();
        for cell in cells.filter(|cell| cell.question == fact.id) {
            cells::cell_ui(
                ui,
                view,
                &mut state.round,
                (fact, cell),
                counted,
                columns.as_ref(),
            );
        }
    }
    ui.spacing_mut().item_spacing = before;
    ui.add_space(space::XL);
}

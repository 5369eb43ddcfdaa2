//! Which gaps are listed, and in which order.

use egui::Ui;

use crate::analysis::{GapFilter, GapOrder};
use crate::app::Session;
use crate::domain::{Level, Standing};
use crate::ui::state::GapsState;
use crate::ui::tokens::{size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, ChoiceMenu};

/// What a gap can say.
const STANDINGS: [Option<Standing>; 4] = [
    Some(Standing::InPart),
    Some(Standing::No),
    Some(Standing::NotKnown),
    None,
];

/// Shows the menus in one line, or in several where there is no room.
pub fn filters_ui(ui: &mut Ui, view: &View<'_>, session: &Session, state: &mut GapsState) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::S);
        standing_ui(ui, view, &mut state.filter);
        level_ui(ui, view, session, &mut state.filter);
        principle_ui(ui, view, &mut state.filter);
        section_ui(ui, view, &mut state.filter);
        order_ui(ui, view, &mut state.order);
        if state.filter != GapFilter::default()
            && ActionButton::quiet(view.say("gaps-show-all"))
                .show(ui)
                .clicked()
        {
            state.filter = GapFilter::default();
        }
    });
}

/// A menu whose first option lets everything pass; tells the place of another option.
fn menu_ui(
    ui: &mut Ui,
    name: &str,
    any: String,
    words: impl IntoIterator<Item = String>,
    chosen: Option<usize>,
) -> Option<usize> {
    let words = std::iter::once(any).chain(words);
    let options: Vec<(usize, String)> = words.enumerate().collect();
    let chosen = chosen.map_or(0, |place| place + 1);
    make_room(ui, options.get(chosen).map_or("", |(_, word)| word));
    ChoiceMenu::new(name, "").show(ui, Some(chosen), &options)
}

/// Begins another line where a menu that shows this word would not fit into this one.
fn make_room(ui: &mut Ui, word: &str) {
    let galley =
        ui.painter()
            .layout_no_wrap(word.to_owned(), text::body(), egui::Color32::PLACEHOLDER);
    let wanted = galley.size().x + size::ICON + 2.0 * space::M + space::S;
    if ui.available_size_before_wrap().x < wanted {
        ui.end_row();
    }
}

/// What stands at a place of a menu; nothing at the first, which lets everything pass.
fn option_at<T>(options: &[T], place: usize) -> Option<&T> {
    options.get(place.checked_sub(1)?)
}

fn standing_ui(ui: &mut Ui, view: &View<'_>, filter: &mut GapFilter) {
    let words = STANDINGS.map(|standing| view.words.standing(standing));
    let chosen = filter
        .standing
        .and_then(|chosen| STANDINGS.iter().position(|standing| *standing == chosen));
    let (name, any) = (
        view.say("gaps-filter-standing"),
        view.say("gaps-any-standing"),
    );
    if let Some(chosen) = menu_ui(ui, &name, any, words, chosen) {
        filter.standing = option_at(&STANDINGS, chosen).copied();
    }
}

fn level_ui(ui: &mut Ui, view: &View<'_>, session: &Session, filter: &mut GapFilter) {
    let has = session.assessment().profile.levels;
    let levels: Vec<Level> = Level::ALL
        .into_iter()
        .filter(|level| has.has(*level))
        .collect();
    let words = levels.iter().map(|level| view.words.level(*level));
    let chosen = filter
        .level
        .and_then(|chosen| levels.iter().position(|level| *level == chosen));
    let (name, any) = (view.say("gaps-filter-level"), view.say("gaps-any-level"));
    if let Some(chosen) = menu_ui(ui, &name, any, words, chosen) {
        filter.level = option_at(&levels, chosen).copied();
    }
}

fn principle_ui(ui: &mut Ui, view: &View<'_>, filter: &mut GapFilter) {
    let principles = view.instrument().principles();
    let words = principles.iter().map(|principle| principle.title.clone());
    let chosen = filter
        .principle
        .and_then(|chosen| principles.iter().position(|each| each.number == chosen));
    let (name, any) = (
        view.say("gaps-filter-principle"),
        view.say("gaps-any-principle"),
    );
    if let Some(chosen) = menu_ui(ui, &name, any, words, chosen) {
        let principle = option_at(principles, chosen);
        filter.principle = principle.map(|principle| principle.number);
    }
}

fn section_ui(ui: &mut Ui, view: &View<'_>, filter: &mut GapFilter) {
    let sections = view.instrument().sections();
    let words = sections.iter().map(|section| section.title.clone());
    let chosen = filter
        .section
        .as_ref()
        .and_then(|chosen| sections.iter().position(|each| each.id == *chosen));
    let (name, any) = (
        view.say("gaps-filter-section"),
        view.say("gaps-any-section"),
    );
    if let Some(chosen) = menu_ui(ui, &name, any, words, chosen) {
        let section = option_at(sections, chosen);
        filter.section = section.map(|section| section.id.clone());
    }
}

fn order_ui(ui: &mut Ui, view: &View<'_>, order: &mut GapOrder) {
    let options = [
        (GapOrder::Instrument, view.say("gaps-order-paragraph")),
        (GapOrder::Principle, view.say("gaps-order-principle")),
        (GapOrder::MostPrinciples, view.say("gaps-order-most")),
    ];
    let name = view.say("gaps-order");
    let shown = options.iter().find(|(each, _)| each == order);
    make_room(ui, shown.map_or("", |(_, word)| word.as_str()));
    if let Some(chosen) = ChoiceMenu::new(&name, "").show(ui, Some(*order), &options) {
        *order = chosen;
    }
}

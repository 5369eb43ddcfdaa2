//! The five standings of one cell, side by side.

use egui::Ui;

use super::radio_row::{Look, RadioOption, RadioRow};
use crate::domain::Standing;
use crate::ui::tokens::Tokens;
use crate::words::Words;

/// What somebody wants of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandingEvent {
    Chosen(Standing),
    /// The standing that it has was chosen again: it shall have none.
    Cleared,
}

/// The words for the five standings, in the order of [`Standing::ALL`].
#[derive(Debug, Clone)]
pub struct StandingWords {
    /// As the pills show them.
    pub short: [String; 5],
    /// As they are said where there is room, and by a screen reader.
    pub full: [String; 5],
}

impl StandingWords {
    pub fn new(words: &Words) -> Self {
        Self {
            short: Standing::ALL.map(|standing| words.standing(Some(standing))),
            full: Standing::ALL.map(|standing| words.standing_in_full(Some(standing))),
        }
    }
}

/// A row of five pills, each a shape and a word; a radio group, whose buttons are named
/// `National: Yes` and so on. Clicking the one that is chosen asks to clear it.
#[derive(Debug, Clone, Copy)]
pub struct StandingChoice<'a> {
    /// What has the standing: `National`.
    pub name: &'a str,
    pub words: &'a StandingWords,
    pub selected: Option<Standing>,
}

impl StandingChoice<'_> {
    /// Shows the row. Rows of the same name in one `ui` need a [`Ui::push_id`] each.
    pub fn show(self, ui: &mut Ui) -> Option<StandingEvent> {
        let Self {
            name,
            words,
            selected,
        } = self;
        let tokens = Tokens::of(ui);
        let options: Vec<_> = Standing::ALL
            .into_iter()
            .zip(words.short.iter().zip(&words.full))
            .map(|(standing, (word, full))| RadioOption {
                word,
                name: format!("{name}: {full}"),
                mark: Some(standing),
                tone: tokens.standing(Some(standing)),
            })
            .collect();
        let position = Standing::ALL
            .iter()
            .position(|standing| Some(*standing) == selected);
        let row = RadioRow {
            name,
            options: &options,
            selected: position,
            look: Look::Pill,
        };
        let clicked = Standing::ALL.get(row.show(ui)?).copied()?;
        Some(if selected == Some(clicked) {
            StandingEvent::Cleared
        } else {
            StandingEvent::Chosen(clicked)
        })
    }
}

//! One of a few views: levels as pills, screens as tabs.

use std::borrow::Cow;

use egui::Ui;

use super::radio_row::{Look, RadioOption, RadioRow};
use crate::ui::tokens::Tokens;

/// A row of options of which one is chosen.
#[derive(Debug, Clone)]
pub struct Segments<'a> {
    name: Cow<'a, str>,
    look: Look,
}

impl<'a> Segments<'a> {
    /// Pills, for a choice within a page; each is a radio button, named by its word.
    pub fn pills(name: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            look: Look::Pill,
        }
    }

    /// Underlined words, for the screens of the window; each is a tab, named by its word.
    pub fn tabs(name: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            look: Look::Tab,
        }
    }

    /// Shows the row; tells the option that was clicked, unless it is the chosen one.
    pub fn show<T: Copy + PartialEq>(
        self,
        ui: &mut Ui,
        selected: Option<T>,
        options: &[(T, impl AsRef<str>)],
    ) -> Option<T> {
        let tone = Tokens::of(ui).accent;
        let shown: Vec<_> = options
            .iter()
            .map(|(_, word)| RadioOption {
                word: word.as_ref(),
                name: word.as_ref().to_owned(),
                mark: None,
                tone,
            })
            .collect();
        let position = options
            .iter()
            .position(|(option, _)| Some(*option) == selected);
        let row = RadioRow {
            name: &self.name,
            options: &shown,
            selected: position,
            look: self.look,
        };
        let clicked = options.get(row.show(ui)?)?.0;
        (Some(clicked) != selected).then_some(clicked)
    }
}

//! One of several, in a menu that drops down.

use std::borrow::Cow;

use egui::{Color32, ComboBox, Stroke, Ui, WidgetText};

use super::drawing::focus_ring;
use super::icon::Icon;
use crate::ui::tokens::{Tokens, radius, size};

/// A menu that shows what is chosen, and drops down to choose another.
#[derive(Debug, Clone)]
pub struct ChoiceMenu<'a> {
    name: Cow<'a, str>,
    unchosen: Cow<'a, str>,
    width: Option<f32>,
    framed: bool,
}

impl<'a> ChoiceMenu<'a> {
    /// A menu of this name; `unchosen` stands there while nothing is chosen.
    pub fn new(name: impl Into<Cow<'a, str>>, unchosen: impl Into<Cow<'a, str>>) -> Self {
        Self {
            name: name.into(),
            unchosen: unchosen.into(),
            width: None,
            framed: true,
        }
    }

    /// As wide as this; otherwise as wide as its words.
    pub fn width(self, width: f32) -> Self {
        Self {
            width: Some(width),
            ..self
        }
    }

    /// Without a frame, for a row of a table.
    pub fn quiet(self) -> Self {
        Self {
            framed: false,
            ..self
        }
    }

    /// Shows the menu; tells another option once it is chosen. Menus of the same name in one `ui`
    /// need a [`Ui::push_id`] each.
    pub fn show<T: Copy + PartialEq>(
        self,
        ui: &mut Ui,
        selected: Option<T>,
        options: &[(T, impl AsRef<str>)],
    ) -> Option<T> {
        let tokens = Tokens::of(ui);
        let chosen = options.iter().find(|(option, _)| Some(*option) == selected);
        let shown = match chosen {
            Some((_, word)) => WidgetText::from(word.as_ref()).color(tokens.ink),
            None => WidgetText::from(self.unchosen.as_ref()).color(tokens.dim),
        };
        let inner = ui.scope(|ui| {
            if !self.framed {
                let widgets = &mut ui.visuals_mut().widgets;
                widgets.inactive.bg_stroke = Stroke::NONE;
                widgets.inactive.weak_bg_fill = Color32::TRANSPARENT;
            }
            ComboBox::from_id_salt(self.name.as_ref())
                .selected_text(shown)
                .width(self.width.unwrap_or(0.0))
                .height(size::MENU)
                .icon(|ui, rect, visuals, _open| {
                    let ink = visuals.fg_stroke.color;
                    Icon::ChevronDown.paint(ui.painter(), rect.center(), size::ICON, ink);
                })
                .show_ui(ui, |ui| menu_ui(ui, selected, options))
        });
        let combo_box = inner.inner;
        let response = combo_box.response.accessible_name(self.name.as_ref());
        focus_ring(ui, &response, response.rect, radius::FIELD);
        combo_box.inner.flatten()
    }
}

fn menu_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    selected: Option<T>,
    options: &[(T, impl AsRef<str>)],
) -> Option<T> {
    let mut chosen = None;
    for (option, word) in options {
        let is_selected = Some(*option) == selected;
        if ui.selectable_label(is_selected, word.as_ref()).clicked() && !is_selected {
            chosen = Some(*option);
        }
    }
    chosen
}

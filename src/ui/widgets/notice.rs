//! What the program has to say: information, a warning, or an error that stays until it is closed.

use egui::accesskit::Live;
use egui::{
    Align, CornerRadius, Frame, Id, Label, Layout, RichText, Role, Sense, Stroke, Ui, UiBuilder,
    Vec2,
};

use super::buttons::ActionButton;
use super::icon::Icon;
use super::link;
use crate::ui::tokens::{Tokens, Tone, line, margin, radius, size, space, text};

/// How grave it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gravity {
    Information,
    Success,
    Warning,
    Error,
}

/// What somebody wants after reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeEvent {
    /// The act at this place was clicked.
    Act(usize),
    Closed,
}

/// A bar that says something. It never goes by itself.
#[derive(Debug, Clone, Copy)]
pub struct Notice<'a> {
    pub gravity: Gravity,
    /// What happened, to which file, and what to do.
    pub words: &'a str,
    /// The word that opens the details, and the details.
    pub details: Option<(&'a str, &'a str)>,
    pub acts: &'a [&'a str],
    /// The name of the cross that closes the bar; without one it stays.
    pub close: Option<&'a str>,
}

impl Notice<'_> {
    /// Shows the bar over the whole width; `id` keeps whether its details are open.
    pub fn show(self, ui: &mut Ui, id: Id) -> Option<NoticeEvent> {
        let (icon, tone) = self.look(ui);
        let builder = UiBuilder::new()
            .id_salt(id)
            .accessibility_role(self.role())
            .accessibility_label(self.words);
        let shown = ui.scope_builder(builder, |ui| {
            let live = if self.gravity == Gravity::Error {
                Live::Assertive
            } else {
                Live::Polite
            };
            ui.ctx()
                .accesskit_node_builder(ui.unique_id(), |node| node.set_live(live));
            Frame::new()
                .fill(tone.soft)
                .stroke(Stroke::new(line::HAIR, tone.ink))
                .corner_radius(CornerRadius::same(radius::FIELD))
                .inner_margin(margin::NOTICE)
                .show(ui, |ui| self.content_ui(ui, id, icon, tone))
                .inner
        });
        shown.inner
    }

    fn content_ui(self, ui: &mut Ui, id: Id, icon: Icon, tone: Tone) -> Option<NoticeEvent> {
        let mut event = None;
        ui.set_min_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let cross = if self.close.is_some() {
                size::CONTROL + space::S
            } else {
                0.0
            };
            let left = Vec2::new(ui.available_width() - cross, size::CONTROL);
            let line = Layout::left_to_right(Align::Center).with_main_wrap(true);
            ui.allocate_ui_with_layout(left, line, |ui| {
                ui.set_min_width(left.x);
                event = self.words_ui(ui, id, icon, tone);
            });
            if let Some(name) = self.close
                && ActionButton::quiet("")
                    .before(Icon::Cross)
                    .show_named(ui, name)
                    .clicked()
            {
                event = Some(NoticeEvent::Closed);
            }
        });
        if let Some((_, details)) = self.details
            && is_open(ui, id)
        {
            let ink = Tokens::of(ui).ink;
            let words = RichText::new(details).font(text::small()).color(ink);
            ui.add(Label::new(words).wrap().selectable(true));
            ui.add_space(space::XS);
        }
        event
    }

    fn words_ui(self, ui: &mut Ui, id: Id, icon: Icon, tone: Tone) -> Option<NoticeEvent> {
        let mut event = None;
        let (place, _) =
            ui.allocate_exact_size(Vec2::new(size::ICON, size::CONTROL), Sense::hover());
        icon.paint(ui.painter(), place.center(), size::ICON, tone.ink);
        let ink = Tokens::of(ui).ink;
        ui.add(Label::new(RichText::new(self.words).font(text::body()).color(ink)).wrap());
        if let Some((word, _)) = self.details
            && link::disclosure(ui, word, is_open(ui, id)).clicked()
        {
            ui.data_mut(|data| {
                let open = data.get_temp_mut_or_default::<bool>(id);
                *open = !*open;
            });
        }
        for (index, word) in self.acts.iter().enumerate() {
            if ActionButton::plain(*word).show(ui).clicked() {
                event = Some(NoticeEvent::Act(index));
            }
        }
        event
    }

    fn look(self, ui: &Ui) -> (Icon, Tone) {
        let tokens = Tokens::of(ui);
        match self.gravity {
            Gravity::Information => (Icon::Information, tokens.accent),
            Gravity::Success => (Icon::Check, tokens.good),
            Gravity::Warning => (Icon::Warning, tokens.warning),
            Gravity::Error => (Icon::Warning, tokens.error),
        }
    }

    fn role(self) -> Role {
        match self.gravity {
            Gravity::Information | Gravity::Success => Role::Status,
            Gravity::Warning | Gravity::Error => Role::Alert,
        }
    }
}

fn is_open(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp::<bool>(id))
        .unwrap_or_default()
}

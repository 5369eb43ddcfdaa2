//! Keys to acts.

use egui::{Context, Event, Key, Modifiers};

use super::words::Words;
use crate::app::{Act, App, Held, Shortcut};

/// The act whose key was pressed, if it can be done now. Single keys act only outside text fields,
/// and only where the user wants them; a text field keeps the keys that it needs itself.
#[must_use]
pub fn pressed(ctx: &Context, app: &App) -> Option<Act> {
    let typing = ctx.text_edit_focused();
    Act::ALL
        .into_iter()
        .filter(|act| act.is_possible(app))
        .find(|act| {
            act.shortcuts().iter().any(|shortcut| {
                let free = match shortcut.held {
                    Held::Nothing => !typing && app.settings().single_keys,
                    Held::Control | Held::ControlShift => {
                        !(typing && matches!(act, Act::Undo | Act::Redo))
                    }
                    Held::Alt => true,
                };
                free && consume(ctx, *shortcut)
            })
        })
}

fn consume(ctx: &Context, shortcut: Shortcut) -> bool {
    let Some(key) = Key::from_name(shortcut.key) else {
        return false;
    };
    let modifiers = match shortcut.held {
        Held::Nothing => Modifiers::NONE,
        Held::Control => Modifiers::COMMAND,
        Held::ControlShift => Modifiers::COMMAND | Modifiers::SHIFT,
        Held::Alt => Modifiers::ALT,
    };
    // Each event knows what was held down at its time; by the end of the frame it may be let go.
    let is_it = |event: &Event| {
        matches!(event, Event::Key { key: pressed, pressed: true, modifiers: held, .. }
            if *pressed == key && held.matches_exact(modifiers))
    };
    ctx.input_mut(|input| {
        let count = input.events.len();
        input.events.retain(|event| !is_it(event));
        input.events.len() < count
    })
}

/// Whether the key acts alone, without Ctrl or Alt.
#[must_use]
pub fn is_single(shortcut: Shortcut) -> bool {
    shortcut.held == Held::Nothing
}

/// The shortcut as people read it: `Ctrl+Shift+Z`.
#[must_use]
pub fn shown(words: &Words, shortcut: Shortcut) -> String {
    let key = match Key::from_name(shortcut.key) {
        // Of these the sign says more than the name, and the embedded family has it.
        Some(key @ (Key::Slash | Key::Comma | Key::Plus)) => key.symbol_or_name(),
        _ => shortcut.key,
    };
    let held = match shortcut.held {
        Held::Nothing => return key.to_owned(),
        Held::Control => "key-control",
        Held::ControlShift => "key-control-shift",
        Held::Alt => "key-alt",
    };
    words.say_with(held, &[("key", key.into())])
}

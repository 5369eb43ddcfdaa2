//! Keys to acts.

use egui::{Context, Event, Key, Modifiers};

use crate::app::{Act, App, Held, Shortcut};
use crate::words::Words;

/// The act whose key was pressed first, if it can be done now; asked again, the next one. Single
/// keys act only outside text fields, and only where the user wants them; a text field keeps the
/// keys that it needs itself.
pub fn pressed(ctx: &Context, app: &App) -> Option<Act> {
    let typing = ctx.text_edit_focused();
    let is_free = |act: Act, shortcut: &Shortcut| match shortcut.held {
        Held::Nothing => !typing && app.settings().single_keys,
        Held::Control | Held::ControlShift => !(typing && matches!(act, Act::Undo | Act::Redo)),
        Held::Alt => true,
    };
    let possible = Act::ALL.into_iter().filter(|act| act.is_possible(app));
    let keys: Vec<(Act, Shortcut)> = possible
        .flat_map(|act| act.shortcuts().iter().map(move |shortcut| (act, *shortcut)))
        .filter(|(act, shortcut)| is_free(*act, shortcut))
        .collect();
    ctx.input_mut(|input| {
        let (place, (act, shortcut)) =
            input.events.iter().enumerate().find_map(|(place, event)| {
                let found = keys.iter().find(|(_, shortcut)| is_it(event, *shortcut));
                found.map(|found| (place, *found))
            })?;
        input.events.remove(place);
        if is_single(shortcut) && matches!(input.events.get(place), Some(Event::Text(_))) {
            // The letter of the key is no text for a field that the act leads to.
            input.events.remove(place);
        }
        Some(act)
    })
}

/// Whether the event is the pressing of these keys. Each event knows what was held down at its
/// time; by the end of the frame it may be let go.
fn is_it(event: &Event, shortcut: Shortcut) -> bool {
    let modifiers = match shortcut.held {
        Held::Nothing => Modifiers::NONE,
        Held::Control => Modifiers::COMMAND,
        Held::ControlShift => Modifiers::COMMAND | Modifiers::SHIFT,
        Held::Alt => Modifiers::ALT,
    };
    matches!(event, Event::Key { key, pressed: true, modifiers: held, .. }
        if Some(*key) == Key::from_name(shortcut.key) && held.matches_exact(modifiers))
}

/// Whether the key acts alone, without Ctrl or Alt.
pub fn is_single(shortcut: Shortcut) -> bool {
    shortcut.held == Held::Nothing
}

/// The shortcut as people read it: `Ctrl+Shift+Z`.
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

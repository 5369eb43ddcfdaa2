//! Keys to actions, on every keyboard: digits by the place of the key, signs by what is typed, letters
//! by either where the script has other letters.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::Action;
use crate::words::Words;

/// How long after a sign that set nothing off the letters that follow are words: seconds.
const WORD: f64 = 1.0;

/// The keys that are known by the sign that they type.
const SIGNS: [Key; 5] = [Key::Slash, Key::Comma, Key::Plus, Key::Equals, Key::Minus];

/// What is known of the keyboard from one pass to the next.
#[derive(Debug, Default)]
pub struct Keyboard {
    /// Whether the key is held that types the third sign of a key. No modifier tells of it.
    alt_gr: bool,
    /// Until when letters outside of fields are words: somebody wanted to search, and the key did
    /// nothing.
    word_until: Option<f64>,
}

/// The pressing of a key.
#[derive(Debug, Clone, Copy)]
struct Press<'a> {
    key: Key,
    /// Where the key is, by the name that it has on an American keyboard. The window names no place
    /// for what was not typed on one.
    place: Option<Key>,
    modifiers: Modifiers,
    alt_gr: bool,
    /// What it types.
    text: Option<&'a str>,
}

impl Keyboard {
    /// The action that a key of this pass sets off, of those that are possible. Single keys act only
    /// outside text fields, and only where the user wants them; a text field keeps the keys that it
    /// needs itself.
    pub fn pressed(
        &mut self,
        ctx: &Context,
        single_keys: bool,
        is_possible: impl Fn(Action) -> bool,
    ) -> Option<Action> {
        let typing = ctx.text_edit_focused();
        ctx.input_mut(|input| {
            let is_word = self.word_until.is_some_and(|until| input.time < until);
            for index in 0..input.events.len() {
                let Some(press) = self.press(&input.events, index) else {
                    continue;
                };
                let text = press.text;
                let found = press.action(|action, shortcut| {
                    let is_free = if is_single(shortcut) {
                        let is_sign = Kind::of(shortcut.logical_key) == Kind::Sign;
                        !typing && single_keys && (is_sign || !is_word)
                    } else {
                        !(typing && matches!(action, Action::Undo | Action::Redo))
                    };
                    is_free && is_possible(action)
                });
                if found.is_some() {
                    self.word_until = None;
                    // The letter of the key is no text for a field that the action leads to.
                    let last = index + usize::from(text.is_some());
                    input.events.drain(index..=last);
                    return found;
                }
                if !typing && text.is_some_and(|text| is_word || is_sign(text)) {
                    self.word_until = Some(input.time + WORD);
                }
            }
            None
        })
    }

    /// The key that is pressed by the event at this place; and takes note of what is held.
    fn press<'a>(&mut self, events: &'a [Event], index: usize) -> Option<Press<'a>> {
        match events.get(index)? {
            Event::Key {
                key: Key::AltRight,
                pressed,
                ..
            } => {
                self.alt_gr = *pressed;
                None
            }
            Event::WindowFocused(_) => {
                self.alt_gr = false;
                None
            }
            Event::PointerButton { .. } => {
                self.word_until = None;
                None
            }
            Event::Key {
                key,
                physical_key: place,
                pressed: true,
                modifiers,
                ..
            } => Some(Press {
                key: *key,
                place: *place,
                modifiers: *modifiers,
                alt_gr: self.alt_gr,
                text: match events.get(index + 1) {
                    Some(Event::Text(text)) => Some(text),
                    _ => None,
                },
            }),
            _ => None,
        }
    }
}

impl Press<'_> {
    /// The action that the press sets off. A digit goes before a sign on the same key: Ctrl and the
    /// key of `6` and `-` is Ctrl+6, as the menu says.
    fn action(self, is_free: impl Fn(Action, KeyboardShortcut) -> bool) -> Option<Action> {
        let all = Action::ALL.into_iter();
        let all = all.flat_map(|action| action.shortcuts().map(move |shortcut| (action, shortcut)));
        let fitting = all.filter(|(_, shortcut)| self.is(*shortcut));
        let digit_first =
            fitting.min_by_key(|(_, shortcut)| Kind::of(shortcut.logical_key) != Kind::Digit);
        let (action, shortcut) = digit_first?;
        is_free(action, shortcut).then_some(action)
    }

    fn is(self, shortcut: KeyboardShortcut) -> bool {
        let KeyboardShortcut {
            modifiers,
            logical_key: key,
        } = shortcut;
        let kind = Kind::of(key);
        let exact = self.modifiers.matches_exact(modifiers);
        match kind {
            Kind::Named => self.key == key && exact,
            _ if is_single(shortcut) => self.types(kind, key),
            _ if self.alt_gr => false,
            Kind::Letter => self.key == key && exact,
            Kind::Digit => self.is_at(key) && exact,
            Kind::Sign => {
                let shift = self.modifiers.shift;
                self.key == key
                    && self
                        .modifiers
                        .matches_exact(Modifiers { shift, ..modifiers })
            }
        }
    }

    /// Whether the key, pressed alone, is this one.
    fn types(self, kind: Kind, key: Key) -> bool {
        if self.modifiers.ctrl || self.modifiers.command {
            return false;
        }
        let plain = !self.alt_gr && self.modifiers.is_none();
        let Some(text) = self.text else {
            // What types nothing is a dead key, or half a letter.
            return plain && self.place.is_none() && self.key == key;
        };
        let is_text = Key::from_name(text) == Some(key);
        match kind {
            Kind::Sign => is_text,
            Kind::Digit => (is_text && !self.alt_gr) || (plain && self.is_at(key)),
            Kind::Letter | Kind::Named => {
                plain && self.key == key && (is_text || is_of_another_script(text))
            }
        }
    }

    /// Whether it is the key that has this digit on an American keyboard, or on the number pad while
    /// that types digits.
    fn is_at(self, digit: Key) -> bool {
        let moves = matches!(
            self.key,
            Key::ArrowUp
                | Key::ArrowDown
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::Home
                | Key::End
                | Key::PageUp
                | Key::PageDown
                | Key::Insert
        );
        self.place.unwrap_or(self.key) == digit && !moves
    }
}

/// By what a key is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// By its place.
    Digit,
    /// By what it types.
    Sign,
    /// By its letter, or by its place where the script has other letters.
    Letter,
    /// By its name, which is the same everywhere.
    Named,
}

impl Kind {
    fn of(key: Key) -> Self {
        // A letter or a digit is its own name; a sign has a longer one.
        match key.name().as_bytes() {
            [b'0'..=b'9'] => Self::Digit,
            [b'A'..=b'Z'] => Self::Letter,
            _ if SIGNS.contains(&key) => Self::Sign,
            _ => Self::Named,
        }
    }
}

fn is_of_another_script(text: &str) -> bool {
    let is_latin =
        |c| matches!(c, 'A'..='Z' | 'a'..='z' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    text.chars().all(|c| c.is_alphabetic() && !is_latin(c))
}

/// Whether this is neither a word nor a space.
fn is_sign(text: &str) -> bool {
    !text
        .chars()
        .all(|c| c.is_alphanumeric() || c.is_whitespace())
}

/// Whether the key acts alone, without Ctrl or Alt.
pub fn is_single(shortcut: KeyboardShortcut) -> bool {
    shortcut.modifiers.is_none()
}

/// The shortcut as people read it: `Ctrl+Shift+Z`.
pub fn shown(words: &Words, shortcut: KeyboardShortcut) -> String {
    let KeyboardShortcut {
        modifiers,
        logical_key: key,
    } = shortcut;
    let key = match key {
        // Of these the sign says more than the name, and the embedded family has it.
        Key::Slash | Key::Comma | Key::Plus => key.symbol_or_name(),
        _ => key.name(),
    };
    let held = match (modifiers.command, modifiers.shift, modifiers.alt) {
        (true, false, _) => "key-control",
        (true, true, _) => "key-control-shift",
        (false, _, true) => "key-alt",
        (false, _, false) => return key.to_owned(),
    };
    words.say_with(held, &[("key", key.into())])
}

//! What is typed counts, whatever else comes with it: a frame that is late brings letters together
//! with the key or the click that leaves their field, and the window takes them one after the other.

use std::collections::VecDeque;
use std::num::NonZeroUsize;

use egui::{Context, Event, Id, ImeEvent, Key, Memory, Plugin, RawInput, TouchPhase};

/// How many passes a place needs to take the keyboard: a dialog lies on top in its second.
const SETTLING: u8 = 2;

/// How long a click is on its way, from the look to the press: seconds.
const AIMING: f64 = 0.4;

/// How many passes may follow one another before the window is drawn, while events wait.
const PASSES: NonZeroUsize = NonZeroUsize::MIN.saturating_add(7);

/// Lets each pass have either what is typed into the place with the keyboard, or one thing that can
/// bring the keyboard elsewhere.
#[derive(Debug, Default)]
pub struct EventOrder {
    waiting: VecDeque<Event>,
    /// Whether something is typed in this pass.
    types: bool,
    /// How many passes come before the next event, until the place that takes the keyboard has it.
    pause: u8,
    /// The field in which an input method composes.
    composing: Option<Id>,
    moved: Option<Moved>,
}

/// The page has moved, and what is pressed now was aimed at before.
#[derive(Debug, Clone, Copy)]
struct Moved {
    until: f64,
    below: f32,
}

/// What an event does to the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Effect {
    None,
    /// It is for the place that has the keyboard.
    Types,
    /// It can bring the keyboard elsewhere, or carry something out.
    Turns,
}

impl EventOrder {
    pub fn install(ctx: &Context) {
        ctx.add_plugin(Self::default());
        ctx.options_mut(|options| options.max_passes = PASSES);
    }

    /// Whether something typed is in this pass or may still come before what else there is, so that
    /// nothing may take away the place that it is for.
    pub fn has_typing(ctx: &Context) -> bool {
        ctx.plugin_opt::<Self>().is_some_and(|order| {
            let order = order.lock();
            order.types || !order.waiting.is_empty()
        })
    }

    /// Another place takes the keyboard: what is typed from now on is for that.
    pub fn settle(ctx: &Context) {
        if let Some(order) = ctx.plugin_opt::<Self>() {
            order.lock().pause = SETTLING;
        }
    }

    /// What lies below this line of the window has moved: a click that was on its way hits nothing.
    pub fn page_moved(ctx: &Context, below: f32) {
        if let Some(order) = ctx.plugin_opt::<Self>() {
            let until = ctx.input(|input| input.time) + AIMING;
            order.lock().moved = Some(Moved { until, below });
        }
    }

    /// Takes out what this pass has.
    fn next(&mut self, now: f64, focused: Option<Id>, has_field: bool) -> Vec<Event> {
        let mut events = Vec::new();
        let (mut turned, paused) = (false, self.pause > 0);
        // What is typed can make a button ready that is clicked next.
        let typed_before = std::mem::take(&mut self.types);
        while let Some(event) = self.waiting.front() {
            let is_press = matches!(event, Event::Key { pressed: true, .. });
            let composed = is_press && focused.is_some() && self.composing == focused;
            let missed = self
                .moved
                .is_some_and(|moved| moved.is_missed_by(event, now));
            if composed || missed {
                // The input method has used the key; the click was aimed at something else.
                self.waiting.pop_front();
                continue;
            }
            let has_text = is_press && matches!(self.waiting.get(1), Some(Event::Text(_)));
            let effect = effect(event, has_field);
            let waits = match effect {
                Effect::None => false,
                Effect::Types => paused || turned,
                Effect::Turns => paused || turned || self.types || typed_before,
            };
            if waits {
                break;
            }
            self.types |= effect == Effect::Types;
            turned |= effect == Effect::Turns;
            for event in self.waiting.drain(..=usize::from(has_text)) {
                self.composing = match &event {
                    Event::Ime(ImeEvent::Preedit { text, .. }) if !text.is_empty() => focused,
                    Event::Ime(_) | Event::PointerButton { .. } | Event::WindowFocused(_) => None,
                    _ => self.composing,
                };
                events.push(event);
            }
        }
        self.pause = self.pause.saturating_sub(1);
        events
    }
}

impl Moved {
    fn is_missed_by(self, event: &Event, now: f64) -> bool {
        matches!(event, Event::PointerButton { pos, pressed: true, .. }
            if now < self.until && self.below < pos.y)
    }
}

impl Plugin for EventOrder {
    fn debug_name(&self) -> &'static str {
        "events"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let focused = ctx.memory(Memory::focused);
        let last = ctx.input(|input| input.time);
        let now = input.time.unwrap_or(last + f64::from(input.predicted_dt));
        self.waiting.extend(input.events.drain(..));
        input.events = self.next(now, focused, ctx.text_edit_focused());
        if !self.waiting.is_empty() {
            // At once, where the window draws slowly; and else in the next frame.
            ctx.request_discard("events");
            ctx.request_repaint();
        }
    }
}

fn effect(event: &Event, has_field: bool) -> Effect {
    match event {
        Event::Text(_)
        | Event::Ime(_)
        | Event::Paste(_)
        | Event::PasteImage(_)
        | Event::Cut
        | Event::Copy => Effect::Types,
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => match key {
            Key::ShiftLeft
            | Key::ShiftRight
            | Key::ControlLeft
            | Key::ControlRight
            | Key::AltLeft
            | Key::AltRight
            | Key::SuperLeft
            | Key::SuperRight => Effect::None,
            Key::Escape
            | Key::Enter
            | Key::Tab
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::PageUp
            | Key::PageDown => Effect::Turns,
            _ if has_field && !modifiers.ctrl && !modifiers.command && !modifiers.alt => {
                Effect::Types
            }
            _ => Effect::Turns,
        },
        Event::Touch { phase, .. } if *phase == TouchPhase::Move => Effect::None,
        Event::PointerButton { .. }
        | Event::Touch { .. }
        | Event::WindowFocused(_)
        | Event::AccessKitActionRequest(_) => Effect::Turns,
        _ => Effect::None,
    }
}

//! Keys on every keyboard: what the window gets when a key is pressed, and what must come of it.

use std::path::Path;

use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::{Command, QuestionView, Route};
use guidepost::domain::{Change, FieldValue, Level, Levels, QuestionId, StateCode, TextField};
use guidepost::store::{Settings, TextSize};

use crate::screens_kit::{Program, View, program};

type Shown = Harness<'static, Program>;

const CTRL: Modifiers = Modifiers::COMMAND;
/// The size of the text before each case.
const SIZE: u16 = 120;

const SHIFT: Modifiers = Modifiers::SHIFT;
const NONE: Modifiers = Modifiers::NONE;

/// One stroke of a key, as the window gets it: the key by its name, or by that of its place where it
/// has none; its place; what is held; what it types.
#[derive(Debug, Clone, Copy)]
struct Stroke(Key, Key, Modifiers, &'static str);

/// The key that makes others type their third sign.
const ALT_GR: Stroke = Stroke(Key::AltRight, Key::AltRight, NONE, "");

impl Stroke {
    fn events(self) -> Vec<Event> {
        let Self(key, place, mut modifiers, text) = self;
        // As a keyboard beside other computers than a Mac tells it.
        modifiers.ctrl = modifiers.command;
        let event = |pressed| Event::Key {
            key,
            physical_key: Some(place),
            pressed,
            repeat: false,
            modifiers,
        };
        let text = (!text.is_empty()).then(|| Event::Text(text.to_owned()));
        let release = (key != Key::AltRight).then(|| event(false));
        [event(true)]
            .into_iter()
            .chain(text)
            .chain(release)
            .collect()
    }
}

fn question() -> QuestionId {
    QuestionId::parse("17.a").unwrap()
}

fn kenya(folder: &Path) -> Shown {
    let mut window = program(View::LIGHT, folder);
    window.state_mut().handle(Command::New {
        state: StateCode::parse("KEN").unwrap(),
        levels: Levels::default(),
        path: folder.join("KEN.assessment.ron"),
    });
    window.run();
    window
}

fn set(window: &mut Shown, value: FieldValue) {
    let change = Change::Set(question(), Box::new(value));
    window.state_mut().handle(Command::Edit(Box::new(change)));
}

/// Brings everything back to where each case begins: at a question without an answer.
fn begin(window: &mut Shown) {
    window.key_press(Key::Escape);
    window.run();
    let settings = Settings {
        text_size: TextSize::new(SIZE),
        ..Settings::default()
    };
    window
        .state_mut()
        .handle(Command::Settings(Box::new(settings)));
    set(window, FieldValue::Standing(Level::National, None));
    set(window, FieldValue::Flag(false));
    let route = Route::Question(question(), QuestionView::One);
    window.state_mut().handle(Command::Go(route));
    // Whatever was typed before is long ago.
    let lost = Event::WindowFocused(false);
    window
        .input_mut()
        .events
        .extend([lost, Event::WindowFocused(true)]);
    window.input_mut().time = Some(window.ctx.input(|input| input.time) + 60.0);
    window.run();
}

/// What came of it, in words.
fn outcome(window: &Shown) -> String {
    let app = window.state().app();
    let answer = app.session().unwrap().assessment().answers.get(&question());
    let standing = answer.and_then(|answer| answer.standing(Level::National));
    let searches = window
        .query_all_by_label("Search")
        .any(|node| node.accesskit_node().is_focused());
    let is_here =
        matches!(app.route(), Route::Question(id, QuestionView::One) if *id == question());
    if searches {
        return "search".to_owned();
    }
    if let Some(standing) = standing {
        return format!("{standing:?}");
    }
    if answer.is_some_and(|answer| answer.flag) {
        return "flag".to_owned();
    }
    if !is_here {
        return match app.route() {
            Route::Question(id, QuestionView::Table) if *id == question() => "Table".to_owned(),
            Route::Question(..) => "another question".to_owned(),
            Route::Guidelines(_) => "Guidelines".to_owned(),
            other => format!("{other:?}"),
        };
    }
    match app.settings().text_size.per_cent() {
        SIZE => "nothing".to_owned(),
        size if size > SIZE => "larger".to_owned(),
        _ => "smaller".to_owned(),
    }
}

#[track_caller]
fn check(window: &mut Shown, layout: &str, strokes: &[Stroke], expected: &str) {
    begin(window);
    let events = strokes.iter().flat_map(|stroke| stroke.events());
    window.input_mut().events.extend(events);
    window.run();
    window.run();
    assert_eq!(outcome(window), expected, "{layout}: {strokes:?}");
}

#[test]
fn digits_answer_by_the_place_of_the_key() {
    use Key::*;
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    for (layout, stroke, expected) in [
        ("us", Stroke(Num1, Num1, NONE, "1"), "Yes"),
        ("us", Stroke(Num4, Num4, NONE, "4"), "NotApplicable"),
        ("us, $", Stroke(Num4, Num4, SHIFT, "$"), "nothing"),
        ("fr, é", Stroke(Num2, Num2, NONE, "é"), "InPart"),
        ("fr, '", Stroke(Quote, Num4, NONE, "'"), "NotApplicable"),
        ("fr, 4", Stroke(Num4, Num4, SHIFT, "4"), "NotApplicable"),
        ("fr, (", Stroke(Num5, Num5, NONE, "("), "NotKnown"),
        ("fr, -", Stroke(Minus, Num6, NONE, "-"), "nothing"),
        ("cz, +", Stroke(Plus, Num1, NONE, "+"), "Yes"),
        ("cz, ě", Stroke(Num2, Num2, NONE, "ě"), "InPart"),
        ("ar", Stroke(Num3, Num3, NONE, "٣"), "No"),
        ("number pad", Stroke(Num5, Num5, NONE, "5"), "NotKnown"),
        (
            "number pad without digits",
            Stroke(ArrowLeft, Num4, NONE, ""),
            "nothing",
        ),
        (
            "number pad without digits",
            Stroke(Num5, Num5, NONE, ""),
            "nothing",
        ),
        ("vn, a dead key", Stroke(Num5, Num5, NONE, ""), "nothing"),
    ] {
        check(&mut window, layout, &[stroke], expected);
    }
}

#[test]
fn ctrl_and_a_digit_go_where_the_menu_says() {
    use Key::*;
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    for (layout, stroke, expected) in [
        ("us", Stroke(Num4, Num4, CTRL, ""), "Plan"),
        ("fr", Stroke(Quote, Num4, CTRL, ""), "Plan"),
        ("fr", Stroke(Minus, Num6, CTRL, ""), "Guidelines"),
        ("fr", Stroke(Num7, Num7, CTRL, ""), "Round"),
        ("cz", Stroke(Plus, Num1, CTRL, ""), "Profile"),
        ("number pad", Stroke(Num3, Num3, CTRL, ""), "Gaps"),
        (
            "number pad without digits",
            Stroke(ArrowUp, Num3, CTRL, ""),
            "nothing",
        ),
    ] {
        check(&mut window, layout, &[stroke], expected);
    }
}

#[test]
fn signs_act_by_what_they_type() {
    use Key::*;
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    for (layout, stroke, expected) in [
        ("us", Stroke(Slash, Slash, NONE, "/"), "search"),
        ("us, ?", Stroke(Questionmark, Slash, SHIFT, "?"), "nothing"),
        ("de", Stroke(Slash, Num7, SHIFT, "/"), "search"),
        ("fr", Stroke(Slash, Period, SHIFT, "/"), "search"),
        ("ru", Stroke(Slash, Backslash, SHIFT, "/"), "search"),
        ("il", Stroke(Slash, Q, NONE, "/"), "search"),
        ("number pad", Stroke(Slash, Slash, NONE, "/"), "search"),
        (
            "de, - on the key of /",
            Stroke(Minus, Slash, NONE, "-"),
            "nothing",
        ),
        (
            "ar, ظ on the key of /",
            Stroke(Slash, Slash, NONE, "ظ"),
            "nothing",
        ),
        ("us", Stroke(Equals, Equals, CTRL, ""), "larger"),
        ("us", Stroke(Plus, Equals, CTRL | SHIFT, ""), "larger"),
        ("de", Stroke(Plus, CloseBracket, CTRL, ""), "larger"),
        ("ch", Stroke(Plus, Num1, CTRL | SHIFT, ""), "larger"),
        ("us", Stroke(Minus, Minus, CTRL, ""), "smaller"),
        ("de", Stroke(Minus, Slash, CTRL, ""), "smaller"),
        ("fr, number pad", Stroke(Minus, Minus, CTRL, ""), "smaller"),
        ("fr", Stroke(Comma, M, CTRL, ""), "Settings"),
    ] {
        check(&mut window, layout, &[stroke], expected);
    }
}

#[test]
fn letters_act_by_what_they_are_and_by_their_place_in_other_scripts() {
    use Key::*;
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    for (layout, stroke, expected) in [
        ("us", Stroke(F, F, NONE, "f"), "flag"),
        ("us, caps lock", Stroke(F, F, NONE, "F"), "flag"),
        ("us, a capital", Stroke(F, F, SHIFT, "F"), "nothing"),
        ("dvorak", Stroke(F, Y, NONE, "f"), "flag"),
        ("dvorak", Stroke(U, F, NONE, "u"), "nothing"),
        ("ru", Stroke(F, F, NONE, "а"), "flag"),
        ("ru", Stroke(T, T, NONE, "е"), "Table"),
        ("gr", Stroke(F, F, NONE, "φ"), "flag"),
        ("ar", Stroke(F, F, NONE, "ب"), "flag"),
        ("ar", Stroke(J, J, NONE, "ت"), "another question"),
        ("ru", Stroke(F, F, CTRL, ""), "search"),
        ("ar", Stroke(T, T, CTRL, ""), "Table"),
        (
            "tr-f, ğ on the key of F",
            Stroke(F, F, NONE, "ğ"),
            "nothing",
        ),
    ] {
        check(&mut window, layout, &[stroke], expected);
    }
}

#[test]
fn what_alt_gr_a_dead_key_or_compose_types_sets_nothing_off() {
    use Key::*;
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    for (layout, strokes) in [
        (
            "de, {",
            vec![ALT_GR, Stroke(OpenCurlyBracket, Num7, NONE, "{")],
        ),
        ("de, ²", vec![ALT_GR, Stroke(Num2, Num2, NONE, "²")]),
        ("de, @", vec![ALT_GR, Stroke(Q, Q, NONE, "@")]),
        ("de, đ", vec![ALT_GR, Stroke(F, F, NONE, "đ")]),
        ("de, dead below", vec![ALT_GR, Stroke(J, J, NONE, "")]),
        (
            "fr, {",
            vec![ALT_GR, Stroke(OpenCurlyBracket, Num4, NONE, "{")],
        ),
        (
            "pt, dead ´ and e",
            vec![
                Stroke(CloseBracket, CloseBracket, NONE, ""),
                Stroke(E, E, NONE, "é"),
            ],
        ),
        (
            "us-intl, dead ~ and n",
            vec![
                Stroke(Backtick, Backtick, SHIFT, ""),
                Stroke(N, N, NONE, "ñ"),
            ],
        ),
        (
            "windows, { by Ctrl and Alt",
            vec![Stroke(OpenCurlyBracket, Num4, CTRL | Modifiers::ALT, "")],
        ),
    ] {
        check(&mut window, layout, &strokes, "nothing");
    }
}

#[test]
fn a_word_after_a_search_key_that_did_nothing_sets_nothing_off() {
    use Key::*;
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    let word = [
        Stroke(F, F, NONE, "f"),
        Stroke(J, J, NONE, "j"),
        Stroke(Num1, Num1, NONE, "1"),
        Stroke(T, T, NONE, "t"),
        Stroke(Backspace, Backspace, NONE, ""),
    ];
    let not_search = Stroke(Minus, Slash, NONE, "-");
    let strokes: Vec<Stroke> = [not_search].into_iter().chain(word).collect();
    check(&mut window, "de", &strokes, "nothing");
    check(&mut window, "de, long after", &[word[0]], "flag");
    check(
        &mut window,
        "de, and then Ctrl+4",
        &[strokes[0], strokes[1], Stroke(Num4, Num4, CTRL, "")],
        "Plan",
    );
    check(
        &mut window,
        "de, and then /",
        &[strokes[0], strokes[1], Stroke(Slash, Num7, SHIFT, "/")],
        "search",
    );
}

/// What the field has after these events, with the keyboard in it from the start.
#[track_caller]
fn composed(events: Vec<Event>) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    begin(&mut window);
    window.get_by_label("What exists").focus();
    window.run();
    window.input_mut().events.extend(events);
    window.run();
    window.run();
    let assessment = window.state().app().session().unwrap().assessment();
    let answer = assessment.answers.get(&question());
    let text = answer.map(|answer| answer.text(TextField::Exists).to_owned());
    (text.unwrap_or_default(), outcome(&window))
}

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit {
        text: text.to_owned(),
        active_range_chars: None,
    })
}

fn commit(text: &str) -> Event {
    Event::Ime(ImeEvent::Commit(text.to_owned()))
}

#[test]
fn while_an_input_method_composes_nothing_else_happens() {
    let key = |key, modifiers| Stroke(key, key, modifiers, "").events();
    let backspace = || key(Key::Backspace, NONE);
    let gaps = || key(Key::Num3, CTRL);
    let cases: [(&str, Vec<Vec<Event>>, &str, &str); 5] = [
        (
            "committed once",
            vec![vec![preedit("ni"), preedit("ế"), preedit(""), commit("ế")]],
            "ế",
            "nothing",
        ),
        (
            "Backspace belongs to the input method",
            vec![
                vec![Event::Text("ố".into()), preedit("ni")],
                backspace(),
                vec![commit("ế")],
            ],
            "ốế",
            "nothing",
        ),
        (
            "no action",
            vec![vec![preedit("ni")], gaps(), vec![commit("ế")]],
            "ế",
            "nothing",
        ),
        (
            "an action once all is committed",
            vec![vec![preedit("ni"), commit("ế")], gaps()],
            "ế",
            "Gaps",
        ),
        (
            "what no key types",
            vec![vec![commit("№"), commit("«"), commit("ộ")]],
            "№«ộ",
            "nothing",
        ),
    ];
    for (name, events, text, action) in cases {
        let expected = (text.to_owned(), action.to_owned());
        assert_eq!(composed(events.concat()), expected, "{name}");
    }
}

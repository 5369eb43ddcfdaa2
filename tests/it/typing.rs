//! Every letter counts, whatever comes in the same frame, in the order in which it came: what a late
//! frame brings at once, and what the file holds afterwards.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use guidepost::app::{Command, Notice, NoticeKind, QuestionView, Route};
use guidepost::domain::{Evidence, Levels, QuestionId, StateCode, TextField};

use crate::screens_kit::{Dropped, Program, View, program};

type Shown = Harness<'static, Program>;

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;

fn question() -> QuestionId {
    QuestionId::parse("17.a").unwrap()
}

fn path(folder: &Path) -> PathBuf {
    folder.join("KEN.assessment.ron")
}

/// A question, with the keyboard in nothing yet.
fn kenya(folder: &Path) -> Shown {
    let mut window = program(View::LIGHT, folder);
    window.state_mut().handle(Command::New {
        state: StateCode::parse("KEN").unwrap(),
        levels: Levels::default(),
        path: path(folder),
    });
    let route = Route::Question(question(), QuestionView::One);
    window.state_mut().handle(Command::Go(route));
    window.run();
    window.run();
    window
}

fn key(key: Key, modifiers: Modifiers) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: Some(key),
        pressed,
        repeat: false,
        modifiers,
    };
    vec![event(true), event(false)]
}

/// Letters as a keyboard brings them, each with its key.
fn letters(words: &str) -> Vec<Event> {
    let stroke = |c: char| {
        let name = c.to_string();
        let key = Key::from_name(&name).unwrap_or(Key::Space);
        let event = |pressed| Event::Key {
            key,
            physical_key: Some(key),
            pressed,
            repeat: false,
            modifiers: NONE,
        };
        [event(true), Event::Text(name), event(false)]
    };
    words.chars().flat_map(stroke).collect()
}

fn click(at: Pos2) -> Vec<Event> {
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: NONE,
    };
    vec![Event::PointerMoved(at), button(true), button(false)]
}

/// Lets one frame bring all this.
fn at_once(window: &mut Shown, events: &[Vec<Event>]) {
    window.input_mut().events.extend(events.concat());
    window.run();
    window.run();
}

fn focus(window: &mut Shown, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).focus();
    window.run();
}

/// What the file holds of the question once the window has saved.
#[track_caller]
fn saved(window: &mut Shown, folder: &Path) -> String {
    assert!(window.state_mut().may_close());
    std::fs::read_to_string(path(folder)).unwrap()
}

fn text(window: &Shown) -> String {
    let assessment = window.state().app().session().unwrap().assessment();
    let answer = assessment.answers.get(&question());
    answer.map_or_else(String::new, |answer| {
        answer.text(TextField::Exists).to_owned()
    })
}

fn evidence(window: &Shown) -> Vec<Evidence> {
    let assessment = window.state().app().session().unwrap().assessment();
    let answer = assessment.answers.get(&question());
    let pieces = answer.into_iter().flat_map(|answer| &answer.evidence);
    pieces.map(|(_, piece)| piece.clone()).collect()
}

#[track_caller]
fn check_leaving(name: &str, leaving: Vec<Event>) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    focus(&mut window, Role::MultilineTextInput, "What exists");
    at_once(&mut window, &[letters("a law of 2009"), leaving]);
    assert_eq!(text(&window), "a law of 2009", "{name}");
    let file = saved(&mut window, folder.path());
    assert!(file.contains("a law of 2009"), "{name}: {file}");
}

#[test]
fn no_letter_is_lost_to_what_leaves_the_field_in_the_same_frame() {
    let folder = tempfile::tempdir().unwrap();
    let window = kenya(folder.path());
    let tab = place(&window, "Gaps");
    for (name, leaving) in [
        ("Escape", key(Key::Escape, NONE)),
        ("Tab", key(Key::Tab, NONE)),
        ("the next question", key(Key::PageDown, CTRL)),
        ("another screen", key(Key::Num3, CTRL)),
        ("the search", key(Key::F, CTRL)),
        ("all commands", key(Key::K, CTRL)),
        ("back", key(Key::ArrowLeft, Modifiers::ALT)),
        ("closing the assessment", key(Key::Num2, CTRL)),
        ("a click beside it", click(pos2(700.0, 12.0))),
        ("a click on a tab", click(tab)),
        ("another window", vec![Event::WindowFocused(false)]),
    ] {
        check_leaving(name, leaving);
    }
}

#[test]
fn letters_after_a_key_that_goes_elsewhere_are_for_that_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    focus(&mut window, Role::MultilineTextInput, "What exists");
    at_once(
        &mut window,
        &[
            letters("a law"),
            key(Key::E, CTRL),
            letters("decree"),
            key(Key::Enter, NONE),
            key(Key::PageDown, CTRL),
            key(Key::Num3, CTRL),
        ],
    );
    assert_eq!(text(&window), "a law");
    assert_eq!(evidence(&window)[0].title, "decree");
    assert_eq!(*window.state().app().route(), Route::Gaps);
}

#[test]
fn the_list_of_all_commands_gets_what_is_typed_after_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    let typed = [
        key(Key::K, CTRL),
        letters("guidelines came"),
        key(Key::Enter, NONE),
    ];
    at_once(&mut window, &typed);
    assert_eq!(*window.state().app().route(), Route::Origins);
}

#[test]
fn the_search_gets_what_is_typed_after_its_key_on_whatever_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    focus(&mut window, Role::MultilineTextInput, "What exists");
    let mut slash = key(Key::Slash, NONE);
    slash.insert(1, Event::Text("/".to_owned()));
    at_once(
        &mut window,
        &[
            letters("marula"),
            key(Key::Num3, CTRL),
            slash,
            letters("marula"),
        ],
    );
    window.get_by_label("1 found");
    assert_eq!(text(&window), "marula");
}

#[test]
fn letters_keep_their_order_with_what_is_pasted_taken_back_and_set_in_lines() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    focus(&mut window, Role::MultilineTextInput, "What exists");
    at_once(
        &mut window,
        &[
            letters("one"),
            key(Key::Enter, NONE),
            vec![Event::Paste("two".to_owned())],
            key(Key::ArrowUp, NONE),
            key(Key::Home, NONE),
            letters("no "),
            key(Key::Backspace, NONE),
            letters("t "),
        ],
    );
    assert_eq!(text(&window), "not one\ntwo");
}

#[test]
fn a_file_that_is_dropped_waits_for_the_letters() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    focus(&mut window, Role::MultilineTextInput, "What exists");
    let other = folder.path().join("CAN.assessment.ron");
    std::fs::copy(path(folder.path()), &other).unwrap();
    let dropped = Arc::new(Dropped(other));
    window.input_mut().dropped_files.push(dropped);
    at_once(&mut window, &[letters("a law")]);
    window.run();
    let file = std::fs::read_to_string(path(folder.path())).unwrap();
    assert!(file.contains("a law"), "{file}");
}

/// Where the middle of a control is.
fn place(window: &Shown, name: &str) -> Pos2 {
    window.get_by_label(name).rect().center()
}

#[test]
fn no_letter_of_a_dialog_is_lost_to_the_click_that_confirms_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    window.key_press_modifiers(CTRL, Key::E);
    window.run();
    focus(&mut window, Role::TextInput, "Title (needed)");
    let save = place(&window, "Save");
    at_once(&mut window, &[letters("decree of 2009"), click(save)]);
    assert_eq!(evidence(&window)[0].title, "decree of 2009");
}

#[test]
fn no_letter_of_a_field_with_a_form_is_lost_to_the_next_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    focus(
        &mut window,
        Role::TextInput,
        "Local: units that have it, of all",
    );
    at_once(&mut window, &[letters("4/21"), key(Key::PageDown, CTRL)]);
    let file = saved(&mut window, folder.path());
    assert!(file.contains("21"), "{file}");
}

#[test]
fn a_click_hits_nothing_that_a_notice_has_just_moved_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    let standings = |window: &Shown| {
        let assessment = window.state().app().session().unwrap().assessment();
        let answer = assessment.answers.get(&question());
        answer.map_or(0, |answer| answer.cells.len())
    };
    let notice = Notice::new(NoticeKind::DroppedSeveral);
    window.state_mut().handle(Command::Notify(notice));
    window.step();
    let aimed = place(&window, "National: Yes");
    window.input_mut().events.extend(click(aimed));
    window.step();
    window.step();
    assert_eq!(standings(&window), 0);

    window.run_steps(4);
    window.input_mut().events.extend(click(aimed));
    window.run();
    assert_eq!(standings(&window), 1);
}

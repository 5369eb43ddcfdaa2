//! What belongs to one assessment, dialog or row never comes into another one.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::{Command, QuestionView, Route};
use guidepost::domain::{Assessment, Level, Levels, QuestionId, StateCode, TextField};

use crate::screens_kit::{Program, View, program};

type Shown = Harness<'static, Program>;

const UNITS: &str = "Local: units that have it, of all";

fn start(window: &mut Shown, state: &str, folder: &Path) {
    window.state_mut().handle(Command::New {
        state: StateCode::parse(state).unwrap(),
        levels: Levels {
            regional: false,
            local: true,
        },
        path: folder.join(format!("{state}.assessment.ron")),
    });
    window.run();
}

fn kenya(folder: &Path) -> Shown {
    let mut window = program(View::LIGHT, folder);
    start(&mut window, "KEN", folder);
    window
}

fn id(text: &str) -> QuestionId {
    QuestionId::parse(text).unwrap()
}

fn go(window: &mut Shown, route: Route) {
    window.state_mut().handle(Command::Go(route));
    window.run();
    window.run();
}

fn go_to(window: &mut Shown, question: &str) {
    go(window, Route::Question(id(question), QuestionView::One));
}

fn assessment(window: &Shown) -> &Assessment {
    window.state().app().session().unwrap().assessment()
}

fn focus(window: &mut Shown, role: Role, name: &str) {
    let field = window.get_by_role_and_label(role, name);
    field.scroll_to_me();
    field.focus();
    window.run();
}

fn type_into(window: &mut Shown, role: Role, name: &str, words: &str) {
    focus(window, role, name);
    window.get_by_role_and_label(role, name).type_text(words);
    window.run_steps(90);
}

fn value(window: &Shown, role: Role, name: &str) -> String {
    let field = window.get_by_role_and_label(role, name);
    field.accesskit_node().value().unwrap_or_default()
}

fn control(window: &mut Shown, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    window.run();
    window.run();
}

fn press(window: &mut Shown, button: &str) {
    let node = window.get_by_role_and_label(Role::Button, button);
    node.scroll_to_me();
    window.run();
    window.get_by_role_and_label(Role::Button, button).click();
    window.run();
    window.run();
}

#[test]
fn undo_in_a_field_brings_nothing_from_another_assessment() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    let field = (Role::MultilineTextInput, "What exists");
    go_to(&mut window, "17.a");
    type_into(&mut window, field.0, field.1, "Words of Kenya");
    start(&mut window, "UGA", folder.path());
    go_to(&mut window, "17.a");
    focus(&mut window, field.0, field.1);
    for _ in 0..3 {
        control(&mut window, Key::Z);
    }
    assert_eq!(value(&window, field.0, field.1), "");
    assert!(!assessment(&window).answers.contains_key(&id("17.a")));
}

#[test]
fn undo_in_a_dialog_brings_nothing_from_another_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    let field = (Role::TextInput, "Title (needed)");
    go_to(&mut window, "17.a");
    control(&mut window, Key::E);
    type_into(&mut window, field.0, field.1, "The first law");
    press(&mut window, "Save");
    control(&mut window, Key::E);
    focus(&mut window, field.0, field.1);
    for _ in 0..3 {
        control(&mut window, Key::Z);
    }
    assert_eq!(value(&window, field.0, field.1), "");
}

#[test]
fn undo_in_the_row_of_a_contributor_brings_nothing_from_the_row_above() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    go(&mut window, Route::Profile);
    for name in ["Wanjiru", "Otieno"] {
        press(&mut window, "Add a contributor");
        let fields = window.get_all_by_role(Role::TextInput);
        let field = fields.rev().find(egui_kittest::Node::is_focused).unwrap();
        field.type_text(name);
        window.run_steps(90);
    }
    let names = |window: &Shown| -> Vec<String> {
        let people = assessment(window).profile.contributors.iter();
        people.map(|person| person.name.clone()).collect()
    };
    assert_eq!(names(&window), ["Wanjiru", "Otieno"]);
    press(&mut window, "Remove Wanjiru from the contributors");
    let is_his = |field: &egui_kittest::Node<'_>| {
        field.accesskit_node().value().as_deref() == Some("Otieno")
    };
    let fields = window.get_all_by_role(Role::TextInput);
    fields.rev().find(is_his).unwrap().focus();
    window.run();
    for _ in 0..3 {
        control(&mut window, Key::Z);
    }
    assert_eq!(names(&window), ["Otieno"]);
}

#[test]
fn what_was_sought_and_half_typed_goes_with_its_assessment() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    go_to(&mut window, "17.a");
    type_into(&mut window, Role::TextInput, UNITS, "4/");
    type_into(&mut window, Role::TextInput, "Search", "local");
    let refused = folder.path().join("nothing.assessment.ron");
    window.state_mut().handle(Command::Open(refused));
    window.run();
    assert_eq!(value(&window, Role::TextInput, UNITS), "4/");
    assert_eq!(value(&window, Role::TextInput, "Search"), "local");
    window.state_mut().handle(Command::Undo);
    window.run();
    assert_eq!(value(&window, Role::TextInput, UNITS), "4/");

    start(&mut window, "UGA", folder.path());
    press(&mut window, "Go on without it");
    go_to(&mut window, "17.a");
    assert_eq!(value(&window, Role::TextInput, UNITS), "");
    assert_eq!(value(&window, Role::TextInput, "Search"), "");
}

#[test]
fn units_that_can_be_read_are_no_draft_once_another_question_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    go_to(&mut window, "17.a");
    type_into(&mut window, Role::TextInput, UNITS, "4/21");
    control(&mut window, Key::PageDown);
    let change = guidepost::domain::Change::Set(
        id("17.a"),
        Box::new(guidepost::domain::FieldValue::Units(Level::Local, None)),
    );
    window.state_mut().handle(Command::Edit(Box::new(change)));
    go_to(&mut window, "17.a");
    assert_eq!(value(&window, Role::TextInput, UNITS), "");
}

#[test]
fn the_search_key_leads_to_the_questions_and_does_nothing_without_any() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    control(&mut window, Key::F);
    assert_eq!(window.state().app().route(), &Route::Start);
    start(&mut window, "KEN", folder.path());
    go_to(&mut window, "17.a");
    let field = |window: &Shown| {
        window
            .get_by_role_and_label(Role::TextInput, "Search")
            .is_focused()
    };
    assert!(!field(&window), "the key of before came too late");
    type_into(&mut window, Role::MultilineTextInput, "What exists", "x");
    assert_eq!(
        assessment(&window).answers[&id("17.a")].text(TextField::Exists),
        "x"
    );
    go(&mut window, Route::Gaps);
    control(&mut window, Key::F);
    assert!(matches!(window.state().app().route(), Route::Question(..)));
    assert!(field(&window));
}

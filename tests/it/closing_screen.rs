//! Closing the window: nothing typed goes with it unless the user says so.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use egui::accesskit::Role;
use egui::{Key, Modifiers, ViewportCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::{Command, QuestionView, Route};
use guidepost::domain::{Change, FieldValue, Level, Levels, QuestionId, Standing, StateCode};

use crate::screens_kit::{Program, View, program};

type Shown = Harness<'static, Program>;

fn question() -> QuestionId {
    QuestionId::parse("17.a").unwrap()
}

fn kenya(folder: &Path) -> Shown {
    let mut window = program(View::LIGHT, folder);
    let work = folder.join("work");
    fs::create_dir_all(&work).unwrap();
    window.state_mut().handle(Command::New {
        state: StateCode::parse("KEN").unwrap(),
        levels: Levels {
            regional: false,
            local: true,
        },
        path: work.join("KEN.assessment.ron"),
    });
    let route = Route::Question(question(), QuestionView::One);
    window.state_mut().handle(Command::Go(route));
    window.run();
    window
}

fn write(window: &mut Shown, label: &str, words: &str) {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.scroll_to_me();
    field.focus();
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.type_text(words);
    window.run();
}

fn press(window: &mut Shown, button: &str) {
    window.get_by_role_and_label(Role::Button, button).click();
    window.run();
}

fn value(window: &Shown, label: &str) -> String {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.accesskit_node().value().unwrap_or_default()
}

/// Asks the window to close; whether it does.
fn close(window: &mut Shown) -> bool {
    let may_close = window.state_mut().may_close();
    window.run();
    window.run();
    may_close
}

/// Keeps the titles that the machine was told to give the window.
#[derive(Clone, Default)]
struct Titles(Arc<Mutex<Vec<String>>>);

impl egui::Plugin for Titles {
    fn debug_name(&self) -> &'static str {
        "titles"
    }

    fn output_hook(&mut self, _ctx: &egui::Context, output: &mut egui::FullOutput) {
        let told = output.viewport_output.values();
        for command in told.flat_map(|viewport| &viewport.commands) {
            if let ViewportCommand::Title(title) = command {
                self.0.lock().unwrap().push(title.clone());
            }
        }
    }
}

#[test]
fn the_title_says_what_is_open_once_for_each_change() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    let titles = Titles::default();
    window.ctx.add_plugin(titles.clone());
    let state = StateCode::parse("CAN").unwrap();
    window.state_mut().handle(Command::Example {
        state,
        path: folder.path().join("CAN.assessment.ron"),
    });
    for route in [Route::Gaps, Route::Settings, Route::Round] {
        window.state_mut().handle(Command::Go(route));
        window.run();
        window.run();
    }
    window.state_mut().handle(Command::Close);
    window.run();
    let told = titles.0.lock().unwrap().clone();
    assert_eq!(told, ["Canada, sample · Guidepost", "Guidepost"]);
}

/// Looks whether the machine was told to close the window.
#[derive(Clone, Default)]
struct Told(Arc<AtomicBool>);

impl egui::Plugin for Told {
    fn debug_name(&self) -> &'static str {
        "told_to_close"
    }

    fn output_hook(&mut self, _ctx: &egui::Context, output: &mut egui::FullOutput) {
        for viewport in output.viewport_output.values() {
            if viewport.commands.contains(&ViewportCommand::Close) {
                self.0.store(true, Ordering::Relaxed);
            }
        }
    }
}

fn answer_in_a_folder_that_is_gone(window: &mut Shown, folder: &Path) {
    fs::remove_dir_all(folder.join("work")).unwrap();
    let value = FieldValue::Standing(Level::National, Some(Standing::Yes));
    let change = Change::Set(question(), Box::new(value));
    window.state_mut().handle(Command::Edit(Box::new(change)));
}

#[test]
fn a_dialog_asks_before_its_words_go_with_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    window.run();
    write(&mut window, "Title (needed)", "The law");
    assert!(!close(&mut window));
    window.get_by_label("Not saved yet: what you wrote here would be lost.");
    press(&mut window, "Go on writing");
    assert_eq!(value(&window, "Title (needed)"), "The law");
    assert!(!close(&mut window));
    press(&mut window, "Throw away");
    assert!(close(&mut window));
}

#[test]
fn units_that_cannot_be_read_do_not_go_with_the_window_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    let told = Told::default();
    window.ctx.add_plugin(told.clone());
    let field = "Local: units that have it, of all";
    write(&mut window, field, "4/");
    assert!(!close(&mut window));
    window.get_by_label("4/");
    press(&mut window, "Stay");
    assert_eq!(value(&window, field), "4/");
    assert!(!close(&mut window));
    window
        .get_by_role_and_label(Role::Button, "Close without it")
        .click();
    window.run();
    assert!(told.0.load(Ordering::Relaxed));
    assert!(close(&mut window));
}

#[test]
fn units_that_cannot_be_read_do_not_go_with_the_assessment_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("UGA.assessment.ron");
    let reply = folder.path().join("CAN.submission.ron");
    crate::support::done(&["new", "--state", "UGA", "-o", crate::support::word(&other)]);
    fs::write(&reply, crate::submission::FORMAT_1).unwrap();
    for name in ["", "UGA"] {
        let leave = |window: &mut Shown| {
            if name.is_empty() {
                window.key_press_modifiers(Modifiers::COMMAND, Key::W);
            } else {
                window.state_mut().handle(Command::Open(other.clone()));
            }
        };
        let home = tempfile::tempdir().unwrap();
        let mut window = kenya(home.path());
        let field = "Local: units that have it, of all";
        write(&mut window, field, "4/");
        leave(&mut window);
        window.run();
        window.get_by_label("4/");
        press(&mut window, "Stay");
        assert_eq!(value(&window, field), "4/");
        leave(&mut window);
        window.run();
        press(&mut window, "Go on without it");
        window.run();
        let session = window.state().app().session();
        let state = session.map(|session| session.assessment().profile.state.to_string());
        assert_eq!(state.unwrap_or_default(), name);
    }
    let mut window = kenya(folder.path());
    write(&mut window, "Local: units that have it, of all", "4/");
    window.state_mut().handle(Command::Open(reply));
    assert_eq!(*window.state().app().route(), Route::Received);
}

#[test]
fn a_failed_save_keeps_the_dialog_that_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run();
    write(&mut window, "State", "uga");
    answer_in_a_folder_that_is_gone(&mut window, folder.path());
    assert!(!close(&mut window));
    press(&mut window, "Stay");
    window.run();
    assert_eq!(value(&window, "State"), "uga");
}

#[test]
fn once_saved_elsewhere_the_window_closes() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    answer_in_a_folder_that_is_gone(&mut window, folder.path());
    assert!(!close(&mut window));
    let buttons = window.get_all_by_role_and_label(Role::Button, "Save elsewhere…");
    buttons.last().unwrap().click();
    window.run();
    window.run();
    let told = Told::default();
    window.ctx.add_plugin(told.clone());
    let path = folder.path().join("elsewhere.assessment.ron");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    field.type_text(&path.display().to_string());
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert!(path.exists());
    assert!(told.0.load(Ordering::Relaxed));
    assert!(close(&mut window));
}

#[test]
fn a_name_that_is_taken_is_not_suggested() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    let work = folder.path().join("work");
    let year = window.state().app().today().year();
    fs::write(work.join(format!("UGA-{year}.assessment.ron")), "").unwrap();
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run();
    write(&mut window, "State", "uga");
    window.key_press(Key::Enter);
    window.run();
    window.run();
    let suggested = value(&window, "Path");
    assert!(
        suggested.ends_with(&format!("UGA-{year}-2.assessment.ron")),
        "{suggested}"
    );
}

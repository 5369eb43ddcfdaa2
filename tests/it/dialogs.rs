//! The dialogs, and the keys that everything can be set off by.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::{Command, QuestionView, Route};
use guidepost::domain::{Evidence, QuestionId, StateCode};
use guidepost::ui::action::Action;
use guidepost::words::Words;

use crate::screens_kit::{Program, View, picture, program};

fn question() -> QuestionId {
    QuestionId::parse("17.b").unwrap()
}

/// The sample of Canada, at a question.
fn sample(folder: &Path) -> Harness<'static, Program> {
    let mut window = program(View::LIGHT, folder);
    window.state_mut().handle(Command::Example {
        state: StateCode::parse("CAN").unwrap(),
        path: folder.join("CAN.assessment.ron"),
    });
    let route = Route::Question(question(), QuestionView::One);
    window.state_mut().handle(Command::Go(route));
    window.run();
    window
}

fn evidence(window: &Harness<'_, Program>) -> Vec<Evidence> {
    let assessment = window.state().app().session().unwrap().assessment();
    let answer = assessment.answers.get(&question());
    let pieces = answer.into_iter().flat_map(|answer| &answer.evidence);
    pieces.map(|(_, piece)| piece.clone()).collect()
}

fn control(window: &mut Harness<'_, Program>, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    window.run();
    window.run();
}

fn write(window: &mut Harness<'_, Program>, label: &str, words: &str) {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.focus();
    window.run();
    window
        .get_by_role_and_label(Role::TextInput, label)
        .type_text(words);
    window.run();
}

fn press(window: &mut Harness<'_, Program>, button: &str) {
    window.get_by_role_and_label(Role::Button, button).click();
    window.run();
}

#[test]
fn the_palette_finds_an_action_by_its_words_and_enter_does_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(folder.path());
    control(&mut window, Key::K);
    picture(&mut window, "dialog-palette");
    write(&mut window, "Command", "guidelines came");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().app().route(), &Route::Origins);

    control(&mut window, Key::K);
    write(&mut window, "Command", "text");
    window.key_press(Key::ArrowDown);
    window.run();
    window.key_press(Key::ArrowUp);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().app().settings().text_size.per_cent(), 110);
}

#[test]
fn the_palette_does_nothing_that_is_impossible_here() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    control(&mut window, Key::K);
    write(&mut window, "Command", "gaps");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().app().route(), &Route::Start);
    window.get_by_role_and_label(Role::TextInput, "Command");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Command").is_none());
}

#[test]
fn evidence_is_added_taken_back_and_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(folder.path());
    control(&mut window, Key::E);
    write(&mut window, "Title (needed)", "National Strategy");
    write(&mut window, "Year", "99");
    window.get_by_label("A year has four digits: 2024");
    window.key_press(Key::Enter);
    window.run();
    assert!(
        evidence(&window).is_empty(),
        "a year that cannot be read is not saved"
    );
    picture(&mut window, "dialog-evidence");
    write(&mut window, "Year", "");
    window.key_press(Key::Backspace);
    window.key_press(Key::Backspace);
    window.run();
    write(&mut window, "Year", "1998");
    window
        .get_by_role_and_label(Role::CheckBox, "National")
        .click();
    window.run();
    press(&mut window, "Save");
    let saved = evidence(&window);
    assert_eq!(saved.len(), 1);
    assert_eq!(saved[0].title, "National Strategy");
    assert_eq!(saved[0].year, Some(1998));
    assert_eq!(saved[0].levels.len(), 1);

    window.state_mut().handle(Command::Undo);
    assert!(evidence(&window).is_empty());
    window.state_mut().handle(Command::Redo);
    assert_eq!(evidence(&window).len(), 1);
}

#[test]
fn evidence_is_edited_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(folder.path());
    control(&mut window, Key::E);
    write(&mut window, "Title (needed)", "Strategy");
    press(&mut window, "Save");
    let assessment = window.state().app().session().unwrap().assessment();
    let (id, _) = assessment.answers[&question()].evidence[0].clone();

    window.state_mut().open_evidence(&question(), id);
    window.run();
    write(&mut window, "Body that issued it", "Parliament");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(evidence(&window)[0].body, "Parliament");

    window.state_mut().open_evidence(&question(), id);
    window.run();
    press(&mut window, "Remove");
    assert!(evidence(&window).is_empty());
    window.state_mut().handle(Command::Undo);
    assert_eq!(evidence(&window)[0].body, "Parliament");
}

#[test]
fn a_file_is_copied_beside_the_assessment_once_the_evidence_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let law = folder.path().join("law.pdf");
    fs::write(&law, "The law").unwrap();
    let mut window = sample(folder.path());
    control(&mut window, Key::E);
    write(&mut window, "Title (needed)", "The law");
    press(&mut window, "Attach a file…");
    window.run();
    write(&mut window, "Path of the file", &law.display().to_string());
    assert!(!folder.path().join("CAN.evidence").exists());
    press(&mut window, "Save");
    assert_eq!(evidence(&window)[0].file_name, "law.pdf");
    assert_eq!(evidence(&window)[0].sha256.len(), 64);
    let copy = folder.path().join("CAN.evidence").join("law.pdf");
    assert_eq!(fs::read_to_string(copy).unwrap(), "The law");
}

#[test]
fn escape_asks_before_it_loses_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(folder.path());
    control(&mut window, Key::E);
    write(&mut window, "Title (needed)", "Half a title");
    for _ in 0..2 {
        window.key_press(Key::Escape);
        window.run();
        if window.query_by_label("Throw away").is_some() {
            break;
        }
    }
    window.get_by_label("Not saved yet: what you wrote here would be lost.");
    press(&mut window, "Go on writing");
    window.get_by_role_and_label(Role::TextInput, "Title (needed)");
    press(&mut window, "Cancel");
    press(&mut window, "Throw away");
    assert!(window.query_by_label("Title (needed)").is_none());
    assert!(evidence(&window).is_empty());
}

#[test]
fn backups_of_a_file_in_another_place_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(folder.path());
    let moved = folder.path().join("moved.assessment.ron");
    fs::copy(folder.path().join("CAN.assessment.ron"), &moved).unwrap();
    window.state_mut().handle(Command::Open(moved));
    window.run();
    control(&mut window, Key::K);
    write(&mut window, "Command", "backups");
    window.key_press(Key::Enter);
    window.run();
    window.run();
    picture(&mut window, "dialog-backups-elsewhere");
    window.get_by_label_contains(", of the file in another place");
}

#[test]
fn backups_are_listed_and_one_opens_to_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(folder.path());
    control(&mut window, Key::K);
    write(&mut window, "Command", "backups");
    window.key_press(Key::Enter);
    window.run();
    window.run();
    picture(&mut window, "dialog-backups");
    window.get_by_label_contains("Open the copy of").click();
    window.run();
    assert!(!window.state().app().session().unwrap().can_write());
}

#[test]
fn a_backup_is_chosen_with_the_arrows_and_enter() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(folder.path());
    control(&mut window, Key::K);
    write(&mut window, "Command", "backups");
    for key in [
        Key::Enter,
        Key::ArrowUp,
        Key::ArrowDown,
        Key::ArrowUp,
        Key::Enter,
    ] {
        window.key_press(key);
        window.run();
        window.run();
    }
    assert!(!window.state().app().session().unwrap().can_write());
}

#[test]
fn no_two_actions_share_a_key() {
    let mut taken = HashMap::new();
    for action in Action::ALL {
        for shortcut in action.shortcuts() {
            let other = taken.insert(shortcut, action);
            assert_eq!(other, None, "{shortcut:?} is also the key of {action:?}");
        }
    }
}

#[test]
fn every_action_has_words_of_its_own() {
    let words = Words::load("en");
    let mut said = BTreeMap::new();
    for action in Action::ALL {
        let key = action.name();
        let name = words.say(key);
        assert_ne!(name, key, "{action:?}");
        assert_eq!(
            said.insert(name, action),
            None,
            "{action:?} is named as another is"
        );
    }
}

/// Lets what is typed go to disk, and ends the program with its dialog open.
fn ends(mut window: Harness<'static, Program>) {
    let ctx = window.ctx.clone();
    window.state_mut().tick(&ctx);
    let begun = std::time::Instant::now();
    while window.state().app().is_busy() {
        assert!(begun.elapsed().as_secs() < 20);
        window.state_mut().tick(&ctx);
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

fn opens(folder: &Path) -> Harness<'static, Program> {
    let mut window = program(View::LIGHT, folder);
    let path = folder.join("CAN.assessment.ron");
    window.state_mut().handle(Command::Open(path));
    window.run();
    window.run();
    window
}

fn value(window: &Harness<'_, Program>, label: &str) -> String {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.accesskit_node().value().unwrap_or_default()
}

#[test]
fn what_was_typed_into_a_dialog_is_there_again_after_the_program_ended() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(folder.path());
    control(&mut window, Key::E);
    write(&mut window, "Title (needed)", "Decree 12");
    write(&mut window, "Year", "20x9");
    ends(window);

    let mut window = opens(folder.path());
    let route = Route::Question(question(), QuestionView::One);
    assert_eq!(*window.state().app().route(), route);
    assert_eq!(value(&window, "Title (needed)"), "Decree 12");
    assert_eq!(value(&window, "Year"), "20x9");
    picture(&mut window, "dialog-recovered");
    let field = window.get_by_role_and_label(Role::TextInput, "Year");
    field.focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    write(&mut window, "Year", "2009");
    ends(window);

    // What was confirmed is an answer, and is not offered again.
    let mut window = opens(folder.path());
    press(&mut window, "Save");
    assert_eq!(evidence(&window)[0].title, "Decree 12");
    assert_eq!(evidence(&window)[0].year, Some(2009));
    ends(window);
    let window = opens(folder.path());
    let title = window.query_by_role_and_label(Role::TextInput, "Title (needed)");
    assert!(title.is_none());
    assert_eq!(evidence(&window)[0].title, "Decree 12");
}

#[test]
fn what_was_typed_of_an_action_is_there_again_unless_it_was_discarded() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(folder.path());
    window.state_mut().handle(Command::Go(Route::Plan));
    window.run();
    press(&mut window, "Plan an action…");
    let label = "What is to be done (needed)";
    let field = window.get_by_role_and_label(Role::MultilineTextInput, label);
    field.focus();
    window.run();
    let field = window.get_by_role_and_label(Role::MultilineTextInput, label);
    field.type_text("Train the police.");
    window.run();
    ends(window);
    let mut window = opens(folder.path());
    let field = window.get_by_role_and_label(Role::MultilineTextInput, label);
    assert_eq!(
        field.accesskit_node().value().as_deref(),
        Some("Train the police.")
    );
    // Discarded, it is not offered again.
    press(&mut window, "Cancel");
    press(&mut window, "Throw away");
    ends(window);
    let window = opens(folder.path());
    let what = window.query_by_role_and_label(Role::MultilineTextInput, label);
    assert!(what.is_none());
}

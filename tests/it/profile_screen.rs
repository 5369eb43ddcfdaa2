//! Profile and call: what is typed is in the file, and one step to take back.

use std::fs;
use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use guidepost::app::{Command, Route};
use guidepost::domain::{Assessment, Levels, StateCode};

use crate::screens_kit::{Program, View, picture, program};

fn profile_of_kenya(view: View, folder: &Path) -> Harness<'static, Program> {
    let mut window = program(view, folder);
    window.state_mut().handle(Command::New {
        state: StateCode::parse("KEN").unwrap(),
        levels: Levels::default(),
        path: folder.join("KEN.assessment.ron"),
    });
    window.run();
    window
}

fn assessment<'a>(window: &'a Harness<'_, Program>) -> &'a Assessment {
    window.state().app().session().unwrap().assessment()
}

fn type_into(window: &mut Harness<'_, Program>, label: &str, words: &str) {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.scroll_to_me();
    field.focus();
    window.run();
    for letter in words.chars() {
        let field = window.get_by_role_and_label(Role::TextInput, label);
        field.type_text(&letter.to_string());
        window.run();
    }
}

#[test]
fn what_is_typed_is_saved_and_is_one_step_to_take_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = profile_of_kenya(View::LIGHT, folder.path());
    let institution = "Institution that prepares the reply";
    type_into(&mut window, institution, "Crime Research Centre");
    type_into(
        &mut window,
        "Period that the answers are about",
        "2022 to 2026",
    );
    assert_eq!(
        assessment(&window).profile.institution,
        "Crime Research Centre"
    );
    picture(&mut window, "profile");

    window.state_mut().handle(Command::Undo);
    window.run();
    assert_eq!(assessment(&window).profile.period, "");
    assert_eq!(
        assessment(&window).profile.institution,
        "Crime Research Centre"
    );
    window.state_mut().handle(Command::Redo);
    window.state_mut().handle(Command::Close);
    let saved = fs::read_to_string(folder.path().join("KEN.assessment.ron")).unwrap();
    assert!(saved.contains("Crime Research Centre") && saved.contains("2022 to 2026"));
}

#[test]
fn an_identifier_loses_what_cannot_be_seen_once_its_field_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = profile_of_kenya(View::LIGHT, folder.path());
    type_into(&mut window, "Reference of the call", "20 30 ");
    assert_eq!(assessment(&window).call.id, "20 30 ");
    type_into(&mut window, "Period that the answers are about", " 2026");
    assert_eq!(assessment(&window).call.id, "20 30");
    assert_eq!(assessment(&window).profile.period, " 2026");
}

#[test]
fn a_date_that_cannot_be_read_stays_as_typed_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = profile_of_kenya(View::LIGHT, folder.path());
    type_into(&mut window, "Due date", "2027-02-3");
    let fault = "A date is written as year, month and day: 2026-12-31";
    assert!(window.query_by_label(fault).is_none());
    window.key_press(Key::Tab);
    window.run();
    window.get_by_label(fault);
    picture(&mut window, "profile-date");
    assert_eq!(assessment(&window).call.due, None);
    type_into(&mut window, "Due date", "");
    window.key_press(Key::Backspace);
    window.run();
    type_into(&mut window, "Due date", "28");
    assert!(window.query_by_label(fault).is_none());
    assert_eq!(
        assessment(&window).call.due,
        Some(jiff::civil::date(2027, 2, 28))
    );
    window.get_by_label("28 February 2027");
    type_into(&mut window, "Due date", "9");
    assert_eq!(
        assessment(&window).call.due,
        Some(jiff::civil::date(2027, 2, 28))
    );
}

#[test]
fn a_level_is_taken_away_with_a_click_and_a_contributor_added_with_another() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = profile_of_kenya(View::LIGHT, folder.path());
    window
        .get_by_role_and_label(Role::CheckBox, "Local: municipalities, districts")
        .click();
    window.run();
    assert!(!assessment(&window).profile.levels.local);
    window.get_by_label("Add a contributor").scroll_to_me();
    window.run();
    window.get_by_label("Add a contributor").click();
    window.run();
    window.run();
    assert_eq!(assessment(&window).profile.contributors.len(), 1);
    window.key_press_modifiers(Modifiers::NONE, Key::A);
    window.event(egui::Event::Text("Ministry".to_owned()));
    window.run();
    assert_eq!(assessment(&window).profile.contributors[0].name, "Ministry");
    window
        .get_by_label("Remove Ministry from the contributors")
        .click();
    window.run();
    assert!(assessment(&window).profile.contributors.is_empty());
    window.get_by_label("On to the questions").scroll_to_me();
    window.run();
    window.get_by_label("On to the questions").click();
    window.run();
    assert!(matches!(window.state().app().route(), Route::Question(..)));
}

#[test]
fn the_page_has_room_in_small_windows_and_with_large_text() {
    for (name, view) in [
        ("profile-dark", View::DARK),
        ("profile-small", View::LIGHT.sized(1024.0, 700.0)),
        ("profile-large", View::LARGE),
        ("profile-contrast", View::HIGH_CONTRAST),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = profile_of_kenya(view, folder.path());
        picture(&mut window, name);
        for label in ["Institution that prepares the reply", "Name"] {
            let right = window.query_all_by_role_and_label(Role::TextInput, label);
            for field in right {
                let rect = field.rect();
                assert!(
                    rect.right() <= window.ctx.content_rect().right(),
                    "{name}: {rect}"
                );
            }
        }
    }
}

//! Start: what an official sees first, and how an assessment begins.

use std::fs;
use std::time::Duration;

use egui::Key;
use egui::accesskit::{Role, Toggled};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::{Command, Route};
use guidepost::domain::{Level, StateCode};

use crate::screens_kit::{Program, View, picture, program};

fn click(window: &mut Harness<'_, Program>, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run();
}

#[test]
fn a_new_assessment_without_a_regional_level_takes_a_name_a_click_and_a_path() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    window.get_by_label("The assessments that you work on will stand here, with the days left until each reply is due.");
    picture(&mut window, "start-empty");
    click(&mut window, "New assessment…");
    let query = window.get_by_role_and_label(Role::TextInput, "State");
    assert!(query.is_focused(), "the first field has the keyboard");
    query.type_text("swaziland");
    window.run();
    window.get_by_role_and_label(Role::Button, "Eswatini");
    picture(&mut window, "dialog-new");
    window
        .get_by_role_and_label(
            Role::CheckBox,
            "Regional: provinces, states or federal entities",
        )
        .click();
    window.run();
    click(&mut window, "Choose where to save…");

    let path = folder.path().join("SWZ.assessment.ron");
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    assert!(field.is_focused());
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run();
    let typed = folder.path().join("SWZ").display().to_string();
    window
        .get_by_role_and_label(Role::TextInput, "Path")
        .type_text(&typed);
    window.run();
    window.key_press(Key::Enter);
    window.run();

    let app = window.state().app();
    assert_eq!(app.route(), &Route::Profile);
    let assessment = app.session().unwrap().assessment();
    assert_eq!(assessment.profile.state.as_str(), "SWZ");
    let levels: Vec<Level> = assessment.profile.levels.iter().collect();
    assert_eq!(levels, [Level::National, Level::Local]);
    assert!(path.is_file());
}

#[test]
fn what_was_chosen_for_a_new_assessment_is_there_again_where_no_path_was_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    click(&mut window, "New assessment…");
    let query = window.get_by_role_and_label(Role::TextInput, "State");
    query.type_text("kenya");
    window.run();
    let regional = "Regional: provinces, states or federal entities";
    window
        .get_by_role_and_label(Role::CheckBox, regional)
        .click();
    window.run();
    click(&mut window, "Choose where to save…");
    window.get_by_role_and_label(Role::TextInput, "Path");
    click(&mut window, "Cancel");
    window.run();
    let query = window.get_by_role_and_label(Role::TextInput, "State");
    assert_eq!(query.accesskit_node().value().as_deref(), Some("kenya"));
    let regional = window.get_by_role_and_label(Role::CheckBox, regional);
    assert_eq!(regional.accesskit_node().toggled(), Some(Toggled::False));
    click(&mut window, "Choose where to save…");
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run();
    let path = folder.path().join("KEN").display().to_string();
    window
        .get_by_role_and_label(Role::TextInput, "Path")
        .type_text(&path);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().app().session().is_some());
    assert!(
        window
            .query_by_role_and_label(Role::TextInput, "State")
            .is_none()
    );
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.assessment.ron");
    fs::write(&path, "mine").unwrap();
    let mut window = program(View::LIGHT, folder.path());
    click(&mut window, "Try an example…");
    window.key_press(Key::Enter);
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    field.type_text(&path.display().to_string());
    window.run();
    window.get_by_label(
        "A file of this name is there already, and is left alone. Choose another name.",
    );
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().app().session().is_none());
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn only_states_that_replied_have_an_example_and_canada_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    click(&mut window, "Try an example…");
    let query = window.get_by_role_and_label(Role::TextInput, "State");
    query.type_text("france");
    window.run();
    window.get_by_label("No Member State has this in its name or as its code.");
    for _ in 0..6 {
        window.key_press(Key::Backspace);
    }
    window.run();
    window.get_by_role_and_label(Role::Button, "Canada");
}

#[test]
fn recent_files_are_a_click_away_and_one_that_has_gone_can_be_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.assessment.ron");
    let mut window = program(View::LIGHT, folder.path());
    let state = StateCode::parse("CAN").unwrap();
    window.state_mut().handle(Command::Example {
        state,
        path: path.clone(),
    });
    window.state_mut().handle(Command::Close);
    window.run();
    window
        .get_by_label_contains("Canada, Questionnaire of August 2006 on the Guidelines")
        .click();
    window.run();
    assert!(
        window.state().app().session().is_some(),
        "the row opens the file"
    );
    window.state_mut().handle(Command::Close);
    drop(window);

    fs::remove_file(&path).unwrap();
    let mut window = program(View::LIGHT, folder.path());
    let forget = "Take Canada out of this list";
    for _ in 0..200 {
        if window.query_by_label(forget).is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
        window.run();
    }
    picture(&mut window, "start-gone");
    click(&mut window, forget);
    assert!(window.state().app().settings().recent.files().is_empty());
}

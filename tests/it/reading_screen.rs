//! What can only be read can be read whole; and nothing that an answer says is out of sight.

use std::path::Path;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::{Command, QuestionView, Route};
use guidepost::domain::{
    AssistanceSide, AssistanceTarget, Change, Evidence, EvidenceId, Extent, FieldValue, Level,
    Levels, Profile, QuestionId, Side, StateCode, TextField,
};

use crate::screens_kit::{Program, View, picture, program};

type Shown = Harness<'static, Program>;

fn kenya(folder: &Path) -> Shown {
    let mut window = program(View::LIGHT, folder);
    window.state_mut().handle(Command::New {
        state: StateCode::parse("KEN").unwrap(),
        levels: Levels {
            regional: false,
            local: true,
        },
        path: folder.join("KEN.assessment.ron"),
    });
    window.run();
    window
}

fn id(text: &str) -> QuestionId {
    QuestionId::parse(text).unwrap()
}

fn say(window: &mut Shown, question: &str, value: FieldValue) {
    let change = Change::Set(id(question), Box::new(value));
    window.state_mut().handle(Command::Edit(Box::new(change)));
}

fn go(window: &mut Shown, question: &str, view: QuestionView) {
    let route = Route::Question(id(question), view);
    window.state_mut().handle(Command::Go(route));
    window.run();
    window.run();
}

fn set_levels(window: &mut Shown, local: bool) {
    let session = window.state().app().session().unwrap();
    let profile = Profile {
        levels: Levels {
            regional: false,
            local,
        },
        ..session.assessment().profile.clone()
    };
    let change = Change::Profile(Box::new(profile));
    window.state_mut().handle(Command::Edit(Box::new(change)));
    window.run();
}

fn law() -> FieldValue {
    let piece = Evidence {
        title: "The law".to_owned(),
        body: "Parliament".to_owned(),
        ..Evidence::default()
    };
    FieldValue::Evidence(EvidenceId(guidepost::store::new_identity()), Some(piece))
}

fn press(window: &mut Shown, role: Role, name: &str) {
    let node = window.get_by_role_and_label(role, name);
    node.scroll_to_me();
    window.run();
    window.get_by_role_and_label(role, name).click();
    window.run();
    window.run();
}

#[test]
fn a_backup_can_be_read_whole_and_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    let words = FieldValue::Text(TextField::Exists, "Much".to_owned());
    say(&mut window, "17.a", words);
    say(&mut window, "17.a", law());
    window.state_mut().handle(Command::Close);
    let path = folder.path().join("KEN.assessment.ron");
    window.state_mut().handle(Command::Open(path));
    let session = window.state().app().session().unwrap();
    let backups = session.backups().unwrap().list().unwrap();
    let newest = backups.first().unwrap().clone();
    window.state_mut().handle(Command::OpenBackup(newest));
    go(&mut window, "17.a", QuestionView::One);
    assert!(!window.state().app().session().unwrap().can_write());

    let text = window.get_by_role_and_label(Role::MultilineTextInput, "What exists");
    assert!(!text.accesskit_node().is_disabled());
    text.focus();
    window.run();
    let text = window.get_by_role_and_label(Role::MultilineTextInput, "What exists");
    text.type_text("More");
    window.run();
    let text = window.get_by_role_and_label(Role::MultilineTextInput, "What exists");
    assert_eq!(text.accesskit_node().value().as_deref(), Some("Much"));

    press(&mut window, Role::RadioButton, "National: Yes");
    press(&mut window, Role::Button, "Show The law");
    picture(&mut window, "dialog-evidence-to-read");
    let body = window.get_by_role_and_label(Role::TextInput, "Body that issued it");
    assert_eq!(body.accesskit_node().value().as_deref(), Some("Parliament"));
    press(&mut window, Role::Button, "Close");
    assert!(window.query_by_label("Body that issued it").is_none());
    let session = window.state().app().session().unwrap();
    let answer = &session.assessment().answers[&id("17.a")];
    assert_eq!(answer.standing(Level::National), None);
    assert_eq!(answer.text(TextField::Exists), "Much");
}

#[test]
fn evidence_and_every_text_are_in_sight_whatever_the_question_asks() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    say(&mut window, "29", law());
    let words = FieldValue::Text(TextField::Missing, "An office".to_owned());
    say(&mut window, "29", words);
    go(&mut window, "29", QuestionView::One);
    window.get_by_role_and_label(Role::Button, "Edit The law");
    let text = window.get_by_role_and_label(Role::MultilineTextInput, "What is missing");
    assert_eq!(text.accesskit_node().value().as_deref(), Some("An office"));
}

#[test]
fn one_side_of_all_areas_is_not_all() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    let summary = "29 ";
    for (side, is_all) in [(Side::Need, false), (Side::Offer, true)] {
        let said = AssistanceSide {
            extent: Some(Extent::Yes),
            ..AssistanceSide::default()
        };
        let value = FieldValue::Assistance(AssistanceTarget::AllAreas, side, said);
        say(&mut window, "29", value);
        go(&mut window, "29", QuestionView::Table);
        let mut rows = window.get_all_by_role(Role::Button);
        let named = rows.any(|row| {
            let name = row.accesskit_node().label().unwrap_or_default();
            name.starts_with(summary.trim_end()) && name.contains("all areas marked")
        });
        assert_eq!(named, is_all, "{side:?}");
    }
}

#[test]
fn a_question_of_a_level_that_the_state_lacks_is_not_told_to_be_information() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    set_levels(&mut window, false);
    go(&mut window, "30.cities", QuestionView::One);
    assert!(
        window
            .query_by_label("Asked for information: it moves no profile.")
            .is_none()
    );
    window.get_by_label(
        "The State has none of the levels that this is asked of, so it moves no profile here.",
    );
}

#[test]
fn a_level_that_is_gone_does_not_empty_the_list_of_gaps() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(folder.path());
    window.state_mut().handle(Command::Go(Route::Gaps));
    window.run();
    press(&mut window, Role::ComboBox, "Level of the gap");
    press(&mut window, Role::Button, "Local");
    set_levels(&mut window, false);
    window.run();
    let none = window.query_by_label("No gap is of this kind.");
    assert!(none.is_none());
}

#[test]
fn the_table_stands_side_by_side_in_a_small_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT.sized(1024.0, 700.0), folder.path());
    window.state_mut().handle(Command::New {
        state: StateCode::parse("KEN").unwrap(),
        levels: Levels {
            regional: true,
            local: true,
        },
        path: folder.path().join("KEN.assessment.ron"),
    });
    go(&mut window, "7.policy", QuestionView::Table);
    picture(&mut window, "table-in-a-small-window");
    let mut rows = window.get_all_by_role(Role::Button);
    let row = rows.find(|row| {
        let name = row.accesskit_node().label().unwrap_or_default();
        name.starts_with("6 The approaches")
    });
    let mut cells = window.get_all_by_role(Role::Button);
    let cell = cells.find(|cell| {
        let name = cell.accesskit_node().label().unwrap_or_default();
        name.starts_with("6 National: ")
    });
    let (row, cell) = (row.unwrap().rect(), cell.unwrap().rect());
    assert!(row.y_range().contains(cell.center().y));
}

//! Last time and now, as somebody compares them: by role and by name.

use std::fs;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::{Command, QuestionView, Route};
use guidepost::domain::{
    Call, Change, FieldValue, Level, Levels, QuestionId, Standing, StateCode, TextField,
};
use guidepost::ui::action::Action;

use crate::screens_kit::{Program, View, picture, program};
use crate::support::explained;

type Shown = Harness<'static, Program>;

fn question(id: &str) -> QuestionId {
    QuestionId::parse(id).unwrap()
}

fn state(code: &str) -> StateCode {
    StateCode::parse(code).unwrap()
}

fn edit(window: &mut Shown, change: Change) {
    let command = Command::Edit(Box::new(change));
    window.state_mut().handle(command);
}

fn answer(window: &mut Shown, id: &str, level: Level, standing: Option<Standing>) {
    let value = Box::new(FieldValue::Standing(level, standing));
    edit(window, Change::Set(question(id), value));
}

fn go(window: &mut Shown, route: Route) {
    window.state_mut().handle(Command::Go(route));
    window.run();
    window.run();
}

fn last_file(folder: &Path) -> PathBuf {
    folder.join("last.assessment.ron")
}

/// The sample of Canada, as the last assessment, with a call and a text.
fn last(view: View, folder: &Path) -> Shown {
    let mut window = program(view, folder);
    window.state_mut().handle(Command::Example {
        state: state("CAN"),
        path: last_file(folder),
    });
    let call = Call {
        id: "2021".to_owned(),
        ..Call::default()
    };
    edit(&mut window, Change::Call(Box::new(call)));
    let text = FieldValue::Text(TextField::Exists, "The strategy of 1998".to_owned());
    edit(&mut window, Change::Set(question("17.b"), Box::new(text)));
    edit(&mut window, Change::Clear(question("17.b")));
    window
}

/// The next assessment of Canada, begun from the last one.
fn next(view: View, folder: &Path) -> Shown {
    let mut window = last(view, folder);
    window.state_mut().handle(Command::NewFrom {
        from: last_file(folder),
        path: folder.join("next.assessment.ron"),
    });
    window.run();
    assert_eq!(window.state().app().notices(), []);
    window
}

/// Some answers that move.
fn moved(window: &mut Shown) {
    use Level::{Local, National, Regional};
    answer(window, "17.b", National, Some(Standing::NotKnown));
    answer(window, "17.d", Local, Some(Standing::InPart));
    answer(window, "18.a", National, Some(Standing::No));
    answer(window, "20.a", Regional, Some(Standing::NotApplicable));
    answer(window, "12.rights", National, Some(Standing::Yes));
    answer(window, "14.gender", National, Some(Standing::No));
    go(window, Route::Compare);
}

fn press(window: &mut Shown, button: &str) {
    window.get_by_role_and_label(Role::Button, button).click();
    window.run();
    window.run();
}

fn type_path(window: &mut Shown, path: &Path) {
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    field.type_text(&path.display().to_string());
    window.run();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    window.run();
}

fn act(window: &mut Shown, words: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Command");
    field.type_text(words);
    window.run();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    window.run();
}

fn buttons(window: &Shown) -> Vec<String> {
    let nodes = window.root().children_recursive();
    nodes
        .filter(|node| node.accesskit_node().role() == Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

#[test]
fn where_nothing_was_carried_the_screen_says_how_to_begin() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = last(View::LIGHT, folder.path());
    go(&mut window, Route::Compare);
    window.get_by_label_contains("Nothing to compare with yet.");
    picture(&mut window, "compare-empty");
    press(&mut window, "New assessment from this one…");
    type_path(&mut window, &folder.path().join("next.assessment.ron"));
    let session = window.state().app().session().unwrap();
    assert!(session.path().ends_with("next.assessment.ron"));
    assert!(session.assessment().previous.is_some());
}

#[test]
fn the_next_assessment_begins_from_a_file_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = last(View::LIGHT, folder.path());
    window.state_mut().handle(Command::Close);
    window.run();
    let before = fs::read(last_file(folder.path())).unwrap();
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run();
    window.run();
    press(&mut window, "From the last one…");
    type_path(&mut window, &last_file(folder.path()));
    type_path(&mut window, &folder.path().join("next.assessment.ron"));
    let session = window.state().app().session().unwrap();
    assert!(session.path().ends_with("next.assessment.ron"));
    let assessment = session.assessment();
    assert_eq!(assessment.answers[&question("17.b")].cleared, None);
    assert_eq!(assessment.previous.as_ref().unwrap().call, "2021");
    assert_eq!(*window.state().app().route(), Route::Profile);
    assert_eq!(fs::read(last_file(folder.path())).unwrap(), before);
}

#[test]
fn beside_the_question_stands_what_was_said_last_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = next(View::LIGHT, folder.path());
    answer(&mut window, "17.b", Level::National, Some(Standing::No));
    go(
        &mut window,
        Route::Question(question("17.b"), QuestionView::One),
    );
    window.get_by_label_contains("Last time (2021, ");
    let mut said = window.query_all_by_label("National: In part");
    assert!(said.any(|node| node.accesskit_node().role() == Role::Label));
    drop(said);
    window.get_by_label("The strategy of 1998");
    assert!(window.query_by_label("Changed since, confirm").is_none());
    picture(&mut window, "compare-question");
}

#[test]
fn an_answer_to_a_question_that_has_changed_is_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.assessment.ron");
    let mut window = next(View::LIGHT, folder.path());
    assert!(window.state_mut().may_close());
    let text = fs::read_to_string(folder.path().join("next.assessment.ron")).unwrap();
    let of_another = text
        .replace("revision: 1,", "revision: 3,")
        .replace("revision: 2,", "revision: 3,");
    fs::write(&path, of_another).unwrap();
    window.state_mut().handle(Command::Open(path));
    go(&mut window, Route::Compare);
    window.get_by_role_and_label(Role::Heading, "Changed since, confirm");
    let row = |window: &Shown, words: &str| {
        let name = format!("17.b Prevention plan with priorities and targets. {words}");
        buttons(window)
            .iter()
            .any(|button| button.starts_with(&name))
    };
    assert!(row(&window, "to be confirmed"), "{:#?}", buttons(&window));
    go(
        &mut window,
        Route::Question(question("17.b"), QuestionView::One),
    );
    window.get_by_role_and_label(Role::Heading, "Changed since, confirm");
    window.get_by_label("Then the question was asked in other words.");
    picture(&mut window, "compare-confirm");
    press(&mut window, "Confirm the answer");
    assert!(window.query_by_label("Changed since, confirm").is_none());
    go(&mut window, Route::Compare);
    assert!(row(&window, "answered since"));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    window.run();
    window.get_by_role_and_label(Role::Button, "Confirm the answer");
}

#[test]
fn what_moved_is_counted_shown_and_leads_to_its_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = next(View::LIGHT, folder.path());
    go(&mut window, Route::Compare);
    window.get_by_label("No answer moved · no question changed since · none is new");
    moved(&mut window);
    window.get_by_label("6 answers moved · no question changed since · none is new");
    picture(&mut window, "compare");
    let app = window.state().app();
    let compared = app.compared().unwrap();
    let changes = compared.comparison.principles.iter();
    for change in changes.filter(|change| change.after.level == Level::National) {
        let moved = match change.moved.len() {
            0 => "none moved".to_owned(),
            count => format!("{count} moved"),
        };
        let after = change.after.percent().and_then(|percent| percent.coverage);
        let shown = buttons(&window);
        let said = shown.iter().find(|name| {
            let guidepost::analysis::Group::Principle(number) = change.after.group else {
                return false;
            };
            name.contains(&format!(", paragraph {number}. Last time: "))
        });
        let said = said.unwrap();
        assert!(said.ends_with(&moved), "{said}");
        if let Some(after) = after {
            assert!(said.contains(&format!("Now: {after} %")), "{said}");
        }
    }
    window
        .get_by_label_contains("Government leadership, paragraph 7.")
        .click();
    window.run();
    window.run();
    picture(&mut window, "compare-opened");
    let row = "17.b Prevention plan with priorities and targets, national: was In part, is No information";
    let rows = buttons(&window).iter().filter(|name| *name == row).count();
    assert_eq!(rows, 2, "below its profile and in the list");
    window.get_all_by_label(row).next().unwrap().click();
    window.run();
    let route = Route::Question(question("17.b"), QuestionView::One);
    assert_eq!(*window.state().app().route(), route);
}

#[test]
fn another_file_is_only_read_and_can_be_left_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = next(View::LIGHT, folder.path());
    answer(&mut window, "17.b", Level::National, Some(Standing::No));
    go(&mut window, Route::Compare);
    let other = folder.path().join("other.assessment.ron");
    fs::copy(last_file(folder.path()), &other).unwrap();
    let before = fs::read(&other).unwrap();
    press(&mut window, "Compare with a file…");
    type_path(&mut window, &other);
    window.get_by_label("File other.assessment.ron");
    window.get_by_label("1 answer moved · no question changed since · none is new");
    assert_eq!(fs::read(&other).unwrap(), before);
    press(&mut window, "Compare with last time");
    window.get_by_label_contains("Last time (2021, ");
    assert!(window.query_by_label("Compare with last time").is_none());
}

#[test]
fn a_file_of_another_state_and_what_is_no_assessment_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    let kenya = folder.path().join("KEN.assessment.ron");
    window.state_mut().handle(Command::New {
        state: state("KEN"),
        levels: Levels::default(),
        path: kenya.clone(),
    });
    window.state_mut().handle(Command::Close);
    drop(window);
    let mut window = next(View::LIGHT, folder.path());
    let other = folder.path().join("notes.ron");
    fs::write(&other, "only notes").unwrap();
    for (path, why) in [
        (kenya, "one is of KEN, the other of CAN"),
        (other, "notes.ron"),
    ] {
        window.state_mut().handle(Command::Compare(Some(path)));
        window.run();
        let notices = window.state().app().notices();
        let said = explained(&notices.last().unwrap().message);
        assert!(said.contains(why), "{said}");
        assert!(window.state().app().counterpart().is_none());
    }
}

#[test]
fn the_new_file_never_takes_the_place_of_the_last_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = last(View::LIGHT, folder.path());
    let file = last_file(folder.path());
    assert!(window.state_mut().may_close());
    let before = fs::read(&file).unwrap();
    window.state_mut().handle(Command::NewFrom {
        from: file.clone(),
        path: file.clone(),
    });
    assert_eq!(window.state().app().notices().len(), 1);
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn the_comparison_is_reached_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = next(View::LIGHT, folder.path());
    assert!(Action::ShowCompare.is_possible(window.state().app()));
    act(&mut window, "compare with the last");
    assert_eq!(*window.state().app().route(), Route::Compare);
    window.get_by_role_and_label(Role::Heading, "What moved since last time");
}

#[test]
fn nothing_lies_beside_the_page_and_it_is_drawn_at_every_size() {
    for (name, view) in [
        ("compare-dark", View::DARK),
        ("compare-contrast", View::HIGH_CONTRAST),
        ("compare-1024", View::LIGHT.sized(1024.0, 700.0)),
        ("compare-1920", View::LIGHT.sized(1920.0, 1080.0)),
        ("compare-large", View::LARGE),
        ("compare-narrow", View::LIGHT.sized(480.0, 640.0)),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = next(view, folder.path());
        moved(&mut window);
        picture(&mut window, name);
        let width = f64::from(view.size[0]);
        for node in window.root().children_recursive() {
            let node = node.accesskit_node();
            let right = node.bounding_box().map_or(0.0, |bounds| bounds.x1);
            let label = node.label().unwrap_or_default();
            assert!(right <= width, "{name}: {label:?} reaches to {right}");
        }
    }
}

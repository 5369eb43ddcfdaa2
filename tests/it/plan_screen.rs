//! The plan as somebody uses it: by role and by name.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::{Command, Route};
use guidepost::domain::{
    ActionId, AreaId, Change, FieldValue, Level, PlannedAction, QuestionId, Standing, StateCode,
};
use guidepost::ui::action::Action;
use jiff::ToSpan as _;
use jiff::civil::Date;
use uuid::Uuid;

use crate::screens_kit::{Program, View, picture, program};

type Shown = Harness<'static, Program>;

fn question(id: &str) -> QuestionId {
    QuestionId::parse(id).unwrap()
}

/// Canada's sample, at a screen.
fn canada(view: View, folder: &Path, route: Route) -> Shown {
    let mut window = program(view, folder);
    window.state_mut().handle(Command::Example {
        state: StateCode::parse("CAN").unwrap(),
        path: folder.join("CAN.assessment.ron"),
    });
    go(&mut window, route);
    window
}

fn go(window: &mut Shown, route: Route) {
    window.state_mut().handle(Command::Go(route));
    window.run();
    window.run();
}

fn actions(window: &Shown) -> Vec<PlannedAction> {
    let session = window.state().app().session().unwrap();
    session.assessment().actions.values().cloned().collect()
}

fn edit(window: &mut Shown, change: Change) {
    let command = Command::Edit(Box::new(change));
    window.state_mut().handle(command);
    window.run();
}

/// Plans something by a day so many days from today.
fn plan(window: &mut Shown, number: u128, what: &str, days: Option<i32>, gaps: &[(&str, Level)]) {
    let today = window.state().app().today();
    let by = |days: i32| -> Date { today.checked_add(days.days()).unwrap() };
    let action = PlannedAction {
        what: what.to_owned(),
        who: "Ministry of Public Safety".to_owned(),
        by: days.map(by),
        area: Some(AreaId::parse("planning").unwrap()),
        gaps: gaps
            .iter()
            .map(|(id, level)| (question(id), *level))
            .collect(),
    };
    let id = ActionId(Uuid::from_u128(number));
    edit(window, Change::Action(id, Some(Box::new(action))));
}

fn full(window: &mut Shown) {
    let local = ("22.a", Level::Local);
    plan(
        window,
        1,
        "Adopt the prevention plan with targets and a budget",
        Some(-20),
        &[local],
    );
    plan(
        window,
        2,
        "Train the coordinators of all twelve cities",
        Some(45),
        &[local, ("18.a", Level::National)],
    );
    plan(
        window,
        3,
        "Survey of victims, every second year, in all provinces and territories, with a common set of questions and results that are published",
        Some(200),
        &[],
    );
    plan(
        window,
        4,
        "Publish the crime prevention strategy",
        Some(-3),
        &[("7.policy", Level::National)],
    );
    plan(
        window,
        5,
        "Evaluate the pilot projects",
        Some(330),
        &[("23.a", Level::National)],
    );
    plan(window, 6, "Exchange with the cities’ network", None, &[]);
    plan(
        window,
        7,
        "Review the law on privacy",
        None,
        &[("12.privacy", Level::National)],
    );
    edit(
        window,
        Change::Set(
            question("7.policy"),
            Box::new(FieldValue::Standing(Level::National, Some(Standing::Yes))),
        ),
    );
    go(window, Route::Plan);
}

fn press(window: &mut Shown, button: &str) {
    window.get_by_role_and_label(Role::Button, button).click();
    window.run();
    window.run();
}

fn write(window: &mut Shown, role: Role, label: &str, words: &str) {
    window.get_by_role_and_label(role, label).focus();
    window.run();
    window.get_by_role_and_label(role, label).type_text(words);
    window.run();
    window.run();
}

fn has_button(window: &Shown, words: &str) -> bool {
    let mut nodes = window.root().children_recursive();
    nodes.any(|node| {
        let node = node.accesskit_node();
        node.role() == Role::Button && node.label().is_some_and(|label| label.contains(words))
    })
}

#[test]
fn an_empty_plan_says_what_will_stand_there_and_leads_to_the_gaps() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = canada(View::LIGHT, folder.path(), Route::Plan);
    window.get_by_label_contains("Nothing is planned yet.");
    picture(&mut window, "plan-empty");
    press(&mut window, "Go to the gaps");
    assert_eq!(*window.state().app().route(), Route::Gaps);
}

#[test]
fn an_action_is_planned_changed_removed_and_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = canada(View::LIGHT, folder.path(), Route::Plan);
    press(&mut window, "Plan an action…");
    picture(&mut window, "plan-dialog-empty");
    assert!(
        !window
            .get_by_role_and_label(Role::Button, "Save")
            .is_focused()
    );
    write(
        &mut window,
        Role::MultilineTextInput,
        "What is to be done (needed)",
        "Adopt a plan",
    );
    write(&mut window, Role::TextInput, "Which body", "Ministry");
    write(&mut window, Role::TextInput, "By when", "2099-13-01");
    window.get_by_role_and_label(Role::Button, "Save").click();
    window.run();
    window.run();
    window.get_by_label("A date is written as year, month and day: 2026-12-31");
    assert_eq!(
        actions(&window),
        [],
        "a day that cannot be read is not saved"
    );
    for _ in 0..5 {
        window
            .get_by_role_and_label(Role::TextInput, "By when")
            .focus();
        window.key_press(Key::Backspace);
    }
    window.run();
    write(&mut window, Role::TextInput, "By when", "12-01");
    write(
        &mut window,
        Role::TextInput,
        "Add a gap",
        "professional development",
    );
    window.key_press(Key::Enter);
    window.run();
    window.run();
    write(&mut window, Role::TextInput, "Add a gap", "20.a");
    picture(&mut window, "plan-dialog");
    press(
        &mut window,
        "Add 20.a Balance in the use of resources, regional",
    );
    press(&mut window, "Save");

    let planned = actions(&window);
    assert_eq!(planned.len(), 1);
    assert_eq!(
        (planned[0].what.as_str(), planned[0].who.as_str()),
        ("Adopt a plan", "Ministry")
    );
    assert_eq!(planned[0].by, Some(jiff::civil::date(2099, 12, 1)));
    assert_eq!(planned[0].gaps.len(), 2, "{:?}", planned[0].gaps);
    assert_eq!(planned[0].gaps[1], (question("20.a"), Level::Regional));

    window
        .get_by_label_contains("Adopt a plan. 1 December 2099")
        .click();
    window.run();
    window.run();
    press(&mut window, "Remove");
    assert_eq!(actions(&window), []);
    go(&mut window, Route::Gaps);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert_eq!(actions(&window), planned);
    assert_eq!(
        *window.state().app().route(),
        Route::Plan,
        "where it can be seen"
    );
}

#[test]
fn words_that_are_not_saved_are_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = canada(View::LIGHT, folder.path(), Route::Plan);
    press(&mut window, "Plan an action…");
    write(
        &mut window,
        Role::MultilineTextInput,
        "What is to be done (needed)",
        "Adopt",
    );
    window.key_press(Key::Escape);
    window.run();
    window.get_by_label("Not saved yet: what you wrote here would be lost.");
    press(&mut window, "Go on writing");
    assert!(!window.state_mut().may_close(), "the window asks too");
    window.run();
    press(&mut window, "Throw away");
    assert!(window.query_by_label("Which body").is_none());
    assert_eq!(actions(&window), []);
}

#[test]
fn a_gap_leads_to_an_action_and_says_that_one_is_planned() {
    let folder = tempfile::tempdir().unwrap();
    let tall = View::LIGHT.sized(1360.0, 1400.0);
    let mut window = canada(tall, folder.path(), Route::Gaps);
    let gap = {
        let session = window.state().app().session().unwrap();
        session.analysis().gaps[0].clone()
    };
    let asked = window
        .state()
        .app()
        .instrument()
        .question(&gap.question)
        .unwrap()
        .clone();
    let words = format!("{} {}, {}", gap.question, asked.title, gap.level);
    press(&mut window, &format!("Plan an action for {words}"));
    write(
        &mut window,
        Role::MultilineTextInput,
        "What is to be done (needed)",
        "Begin",
    );
    press(&mut window, "Save");
    let planned = actions(&window);
    assert_eq!(planned[0].gaps, [(gap.question, gap.level)]);
    assert_eq!(planned[0].area, asked.area);
    picture(&mut window, "plan-gaps");
    press(&mut window, &format!("Planned for {words}: Begin"));
    window.get_by_role_and_label(Role::Button, "Remove");
}

#[test]
fn each_action_tells_its_day_in_words_and_how_far_off_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = canada(View::LIGHT, folder.path(), Route::Plan);
    full(&mut window);
    for words in [
        "overdue by 20 days. Ministry of Public Safety · Planning of measures · 1 gap",
        "in 45 days. Ministry",
        "in 330 days.",
        "its gaps are closed. Ministry of Public Safety · Planning of measures · 1 gap, closed",
        "Review the law on privacy.",
    ] {
        assert!(has_button(&window, words), "{words}");
    }
    window.get_by_role_and_label(Role::Heading, "Without a date");
    let scale = window.get_by_label_contains("Timeline from 1 ");
    assert_eq!(scale.accesskit_node().role(), Role::Image);
    picture(&mut window, "plan");
}

#[test]
fn the_plan_can_be_read_and_not_changed_where_the_file_is_there_to_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = canada(View::LIGHT, folder.path(), Route::Plan);
    full(&mut window);
    let path = folder.path().join("CAN.assessment.ron");
    assert!(window.state_mut().may_close());
    let home = folder.path().join("second");
    let mut second = program(View::LIGHT, &home);
    second.state_mut().handle(Command::Open(path));
    go(&mut second, Route::Plan);
    assert!(
        second
            .get_by_role_and_label(Role::Button, "Plan an action…")
            .accesskit_node()
            .is_disabled()
    );
    second
        .get_by_label_contains("Adopt the prevention plan with targets and a budget. ")
        .click();
    second.run();
    second.run();
    second.get_by_role_and_label(Role::Button, "Close");
    assert!(second.query_by_label("Save").is_none());
    press(&mut second, "Close");
    assert!(second.query_by_label("Which body").is_none());
}

#[test]
fn nothing_lies_beside_the_page_and_it_is_drawn_at_every_size() {
    for (name, view) in [
        ("plan-dark", View::DARK),
        ("plan-contrast", View::HIGH_CONTRAST),
        ("plan-1024", View::LIGHT.sized(1024.0, 700.0)),
        ("plan-1920", View::LIGHT.sized(1920.0, 1080.0)),
        ("plan-large", View::LARGE),
        ("plan-narrow", View::LIGHT.sized(480.0, 640.0)),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut window = canada(view, folder.path(), Route::Plan);
        full(&mut window);
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

#[test]
fn the_plan_is_an_act_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = canada(View::LIGHT, folder.path(), Route::Gaps);
    assert!(Action::ShowPlan.is_possible(window.state().app()));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num4);
    window.run();
    assert_eq!(*window.state().app().route(), Route::Plan);
}

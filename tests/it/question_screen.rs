//! The walk of an official through the questions, by role and by name, as a screen reader finds
//! them: answers, texts, units, a choice, assistance, undo, search, clearing, closing, coming back.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use guidepost::app::{Command, QuestionView, Route};
use guidepost::domain::{
    Answer, AreaId, Assessment, Extent, Level, Levels, QuestionId, Side, Standing, StateCode,
    TextField,
};

use crate::screens_kit::{Program, View, picture, program};

type Shown = Harness<'static, Program>;

fn kenya(view: View, folder: &Path) -> Shown {
    let mut window = program(view, folder);
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

fn go_to(window: &mut Shown, question: &str) {
    let route = Route::Question(id(question), QuestionView::One);
    window.state_mut().handle(Command::Go(route));
    window.run();
    window.run();
}

fn assessment(window: &Shown) -> &Assessment {
    window.state().app().session().unwrap().assessment()
}

fn answer<'a>(window: &'a Shown, question: &str) -> &'a Answer {
    &assessment(window).answers[&id(question)]
}

fn click(window: &mut Shown, role: Role, name: &str) {
    let node = window.get_by_role_and_label(role, name);
    node.scroll_to_me();
    window.run();
    window.get_by_role_and_label(role, name).click();
    window.run();
    window.run();
}

fn type_into(window: &mut Shown, role: Role, name: &str, words: &str) {
    let field = window.get_by_role_and_label(role, name);
    field.scroll_to_me();
    field.focus();
    window.run();
    window.get_by_role_and_label(role, name).type_text(words);
    window.run();
    window.run();
}

/// The Yes of one side of one row of the assistance sheet.
fn yes<'a>(window: &'a Shown, area: &str, side: &str) -> Node<'a> {
    let row = window.get_all_by_role(Role::RadioGroup).find(|group| {
        let name = group.accesskit_node().label().unwrap_or_default();
        name.starts_with(area) && name.ends_with(side)
    });
    row.unwrap().get_by_role_and_label(Role::RadioButton, "Yes")
}

#[test]
fn a_click_answers_a_cell_and_a_second_takes_it_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    go_to(&mut window, "17.a");
    click(&mut window, Role::RadioButton, "National: Yes");
    assert_eq!(
        answer(&window, "17.a").standing(Level::National),
        Some(Standing::Yes)
    );
    click(&mut window, Role::RadioButton, "National: Yes");
    assert_eq!(answer(&window, "17.a").standing(Level::National), None);
}

#[test]
fn digits_answer_the_level_in_focus_and_never_while_somebody_types() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    go_to(&mut window, "17.a");
    for key in [Key::Num1, Key::ArrowDown, Key::Num2] {
        window.key_press(key);
        window.run();
    }
    let standings = |window: &Shown| {
        [Level::National, Level::Local].map(|level| answer(window, "17.a").standing(level))
    };
    let both = [Some(Standing::Yes), Some(Standing::InPart)];
    assert_eq!(standings(&window), both);
    type_into(
        &mut window,
        Role::MultilineTextInput,
        "What exists",
        "3 centres",
    );
    window.key_press(Key::Num3);
    window.run();
    assert_eq!(standings(&window), both);
    assert_eq!(answer(&window, "17.a").text(TextField::Exists), "3 centres");
}

/// Presses the keys so quickly that one frame gets them all.
fn press_at_once(window: &mut Shown, keys: &[Key]) {
    for key in keys {
        window.input_mut().events.push(egui::Event::Key {
            key: *key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    window.run();
}

#[test]
fn keys_pressed_faster_than_the_window_draws_keep_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    go_to(&mut window, "17.a");
    press_at_once(
        &mut window,
        &[Key::Num1, Key::ArrowDown, Key::Num2, Key::J, Key::Num3],
    );
    let next = match window.state().app().route() {
        Route::Question(next, _) => next.to_string(),
        other => panic!("{other:?}"),
    };
    for (question, level, standing) in [
        ("17.a", Level::National, Standing::Yes),
        ("17.a", Level::Local, Standing::InPart),
        (next.as_str(), Level::National, Standing::No),
    ] {
        let given = answer(&window, question).standing(level);
        assert_eq!(given, Some(standing), "{question}, {level}");
    }
    assert_ne!(next, "17.a");
}

#[test]
fn a_level_that_the_state_lacks_is_not_asked() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    go_to(&mut window, "17.a");
    window.get_by_label("The State has no regional level, as its profile says.");
    assert!(window.query_by_label("Regional: Yes").is_none());
}

#[test]
fn units_are_kept_as_typed_until_they_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    go_to(&mut window, "17.a");
    let field = "Local: units that have it, of all";
    type_into(&mut window, Role::TextInput, field, "4/");
    window.key_press(Key::Tab);
    window.run();
    window.get_by_label("Write 4/21 for 4 of 21.");
    let is_said = |window: &Shown| assessment(window).answers.contains_key(&id("17.a"));
    assert!(!is_said(&window));
    type_into(&mut window, Role::TextInput, field, "21");
    let units = answer(&window, "17.a").cells[&Level::Local].units.unwrap();
    assert_eq!((units.having(), units.all()), (4, 21));
}

#[test]
fn the_whole_walk_is_there_after_closing_and_coming_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());

    go_to(&mut window, "17.b");
    click(&mut window, Role::RadioButton, "National: In part");
    for (field, words) in [
        ("What exists", "National programme 2025 to 2029"),
        ("What is missing", "Targets for the counties"),
    ] {
        type_into(&mut window, Role::MultilineTextInput, field, words);
    }
    click(&mut window, Role::RadioButton, "Local: Not applicable");
    let why = "Why not applicable, or no information";
    type_into(&mut window, Role::MultilineTextInput, why, "No mandate");

    go_to(&mut window, "7.lead");
    click(&mut window, Role::RadioButton, "Several ministries jointly");

    go_to(&mut window, "29");
    for (area, side) in [("Social crime prevention", "need"), ("Planning", "offer")] {
        yes(&window, area, side).scroll_to_me();
        window.run();
        yes(&window, area, side).click();
        window.run();
    }
    let sheet = &answer(&window, "29").assistance;
    let area = |text: &str| AreaId::parse(text).unwrap();
    assert_eq!(sheet.extent(&area("social"), Side::Need), Some(Extent::Yes));
    assert_eq!(
        sheet.extent(&area("planning"), Side::Offer),
        Some(Extent::Yes)
    );

    go_to(&mut window, "17.b");
    click(&mut window, Role::Button, "Clear for sending");
    assert!(answer(&window, "17.b").cleared.is_some());
    picture(&mut window, "question");
    let before = assessment(&window).clone();

    window.state_mut().handle(Command::Close);
    window.run();
    let path = folder.path().join("KEN.assessment.ron");
    window.state_mut().handle(Command::Open(path));
    window.run();
    assert_eq!(*assessment(&window), before);
}

#[test]
fn undo_and_redo_go_back_to_the_question_that_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    go_to(&mut window, "17.a");
    window.key_press(Key::Num1);
    window.run();
    go_to(&mut window, "23.a");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert!(!assessment(&window).answers.contains_key(&id("17.a")));
    let shown = Route::Question(id("17.a"), QuestionView::One);
    assert_eq!(*window.state().app().route(), shown);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.run();
    assert_eq!(
        answer(&window, "17.a").standing(Level::National),
        Some(Standing::Yes)
    );
}

#[test]
fn the_search_finds_the_councils_own_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    go_to(&mut window, "18.c");
    let field = "What exists";
    type_into(
        &mut window,
        Role::MultilineTextInput,
        field,
        "Diploma of the Marula college",
    );
    go_to(&mut window, "31");
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run();
    window
        .get_by_role_and_label(Role::TextInput, "Search")
        .type_text("marula");
    window.run();
    window.get_by_label("1 found");
    window.key_press(Key::Enter);
    window.run();
    let found = Route::Question(id("18.c"), QuestionView::One);
    assert_eq!(*window.state().app().route(), found);
}

/// The pills whose names begin so.
fn pills<'a>(window: &'a Shown, start: &'a str) -> impl Iterator<Item = egui::Rect> + 'a {
    let pills = window.query_all_by_role(Role::RadioButton);
    let is_it = move |pill: &Node<'_>| {
        let name = pill.accesskit_node().label();
        name.is_some_and(|name| name.starts_with(start))
    };
    pills.filter(is_it).map(|pill| pill.rect())
}

fn top_of(window: &Shown, start: &str) -> f32 {
    pills(window, start)
        .map(|pill| pill.top())
        .fold(f32::MAX, f32::min)
}

fn bottom_of(window: &Shown, start: &str) -> f32 {
    pills(window, start)
        .map(|pill| pill.bottom())
        .fold(0.0, f32::max)
}

#[test]
fn every_question_can_be_shown_in_every_size_without_reaching_past_the_window() {
    let folder = tempfile::tempdir().unwrap();
    for (name, view) in [
        ("wide", View::LIGHT.sized(1920.0, 1080.0)),
        ("wrapped", View::LIGHT.sized(1240.0, 860.0)),
        ("small", View::DARK.sized(1024.0, 700.0)),
        ("large", View::LARGE.sized(1024.0, 700.0)),
    ] {
        let folder = folder.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        let mut window = kenya(view, &folder);
        let zoom = f32::from(view.text_percent) / 100.0;
        let right = view.size[0] / zoom + 0.5;
        for question in [
            "3.scope",
            "17.a",
            "20.how",
            "29",
            "30.networks",
            "closing.needs",
        ] {
            go_to(&mut window, question);
            if question == "17.a" {
                picture(&mut window, &format!("question-{name}"));
                let between = top_of(&window, "Local: ") - bottom_of(&window, "National: ");
                assert!(
                    10.0 <= between,
                    "{name}: {between} between two rows of pills"
                );
            }
            for role in [Role::RadioButton, Role::Button, Role::MultilineTextInput] {
                for node in window.query_all_by_role(role).collect::<Vec<_>>() {
                    assert!(node.rect().right() <= right, "{name}, {question}: {node:?}");
                }
            }
        }
    }
}

#[test]
fn the_report_of_2007_says_beside_the_question_what_it_tells_of_states_that_it_does_not_name() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    go_to(&mut window, "7.law");
    window.get_by_label(
        "States not named: Some made a special law, others changed laws that they had, or adopted the \
         plan by a decision or decree of the government. (paragraph 9)",
    );
    go_to(&mut window, "30.networks");
    window.get_by_label_contains("Networks that States named: Interpol, ");
}

#[test]
fn what_yes_means_below_the_national_level_is_said_below_the_answers() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    let note = "At regional and local level: Yes = all or nearly all of them";
    go_to(&mut window, "17.a");
    window.get_by_label_contains(note);
    go_to(&mut window, "17");
    assert!(window.query_by_label_contains(note).is_none());
}

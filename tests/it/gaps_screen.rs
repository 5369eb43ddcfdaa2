//! Gaps, the table of a section and the paragraphs, as somebody uses them: by role and by name.

use std::path::Path;
use std::sync::LazyLock;

use egui::Key;
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use guidepost::analysis::{Analysis, GapCounts, GapFilter, GapOrder, Percent, Profile};
use guidepost::app::{Command, Library, QuestionView, Route};
use guidepost::domain::{Level, ParagraphReference, QuestionId, Standing, StateCode};
use guidepost::store::Folders;
use guidepost::ui::Window;

use crate::screens_kit::{View, picture, window};

/// The window once it has been shown, with what is to happen in it.
#[derive(Default)]
struct Program {
    window: Option<Window>,
    commands: Vec<Command>,
}

impl Program {
    fn app(&self) -> &guidepost::app::App {
        self.window.as_ref().unwrap().app()
    }
}

type Shown = Harness<'static, Program>;

/// Settings and backups of tests go to a folder of their own, never to that of whoever runs them.
fn home() -> &'static Path {
    static HOME: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());
    HOME.path()
}

/// Canada's sample, in a file of its own.
fn canada(name: &str, view: View) -> Shown {
    let path = home().join(format!("{name}.assessment.ron"));
    let example = Command::Example {
        state: StateCode::parse("CAN").unwrap(),
        path,
    };
    let program = Program {
        window: None,
        commands: vec![example],
    };
    let mut harness = window(view, program, |ui, program: &mut Program| {
        let window = program.window.get_or_insert_with(|| {
            Window::new_in(ui.ctx(), Library::built_in().unwrap(), Folders::at(home()))
        });
        for command in program.commands.drain(..) {
            window.handle(command);
        }
        window.show(ui);
    });
    harness.run();
    harness
}

fn go(harness: &mut Shown, route: Route) {
    harness.state_mut().commands.push(Command::Go(route));
    harness.run();
    harness.run();
}

fn analysis(harness: &Shown) -> Analysis {
    let session = harness.state().app().session().unwrap();
    session.analysis().clone()
}

fn standing(harness: &Shown, id: &QuestionId, level: Level) -> Option<Standing> {
    let session = harness.state().app().session().unwrap();
    let answer = session.assessment().answers.get(id)?;
    answer.standing(level)
}

fn question(id: &str) -> QuestionId {
    QuestionId::parse(id).unwrap()
}

/// The names of all nodes of a role.
fn names(harness: &Shown, role: Role) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    nodes
        .filter(|node| node.accesskit_node().role() == role)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

fn click(harness: &mut Shown, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).click();
    harness.run();
    harness.run();
}

/// The first button whose name begins so.
fn button<'a>(harness: &'a Shown, start: &'a str) -> Node<'a> {
    let nodes = harness.root().children_recursive();
    let found = { nodes }.find(|node| {
        let node = node.accesskit_node();
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with(start))
    });
    found.unwrap_or_else(|| panic!("no button {start:?}: {:?}", names(harness, Role::Button)))
}

/// What the screen must say of a profile that shows a per cent.
fn said(profile: &Profile) -> Option<String> {
    let tally = profile.tally;
    let decided = format!("{} of {} decided", tally.decided(), tally.counting());
    let Percent {
        coverage,
        low,
        high,
    } = profile.percent()?;
    Some(match coverage {
        Some(coverage) if tally.open() == 0 => {
            format!("{coverage} % · all {} decided", tally.counting())
        }
        Some(coverage) => {
            format!("{coverage} % of what is decided · between {low} and {high} % · {decided}")
        }
        None => format!("too few answers yet · between {low} and {high} % · {decided}"),
    })
}

#[test]
fn every_figure_is_that_of_the_analysis() {
    let mut harness = canada("figures", View::LIGHT);
    go(&mut harness, Route::Gaps);
    let coverage = analysis(&harness).coverage;
    for level in Level::ALL {
        let pill = match level {
            Level::National => None,
            Level::Regional => Some("Regional"),
            Level::Local => Some("Local"),
        };
        if let Some(pill) = pill {
            click(&mut harness, Role::RadioButton, pill);
        }
        let shown = names(&harness, Role::Button);
        let profiles = coverage.principles.iter();
        for profile in profiles.filter(|profile| profile.level == level) {
            let Some(said) = said(profile) else { continue };
            let tally = profile.tally;
            let tally = format!(
                "Yes {}, In part {}, No {}, open {}",
                tally.yes,
                tally.in_part,
                tally.no,
                tally.open()
            );
            assert!(
                shown
                    .iter()
                    .any(|name| name.contains(&said) && name.ends_with(&tally)),
                "{level}: {said} {tally} is not among {shown:#?}"
            );
        }
    }
}

#[test]
fn a_profile_opens_to_its_cells_and_a_cell_to_its_question() {
    let mut harness = canada("cells", View::LIGHT);
    go(&mut harness, Route::Gaps);
    button(&harness, "Government leadership, paragraph 7.").click();
    harness.run();
    let worked_out = "Worked out: (2 × 3 Yes + 3 In part) ÷ (2 × 6 decided) = 9 ÷ 12.";
    harness.get_by_label(worked_out);
    picture(&mut harness, "gaps-opened");
    button(&harness, "17.b Prevention plan").click();
    harness.run();
    let route = Route::Question(question("17.b"), QuestionView::One);
    assert_eq!(*harness.state().app().route(), route);
}

#[test]
fn a_filter_leaves_the_gaps_of_its_kind() {
    let mut harness = canada("filter", View::LIGHT.sized(1360.0, 1400.0));
    go(&mut harness, Route::Gaps);
    let gaps = analysis(&harness).gaps;
    click(&mut harness, Role::ComboBox, "Standing");
    click(&mut harness, Role::Button, "In part");

    let filter = GapFilter {
        standing: Some(Some(Standing::InPart)),
        ..GapFilter::default()
    };
    let left = filter.select(&gaps, GapOrder::Instrument);
    let counts = GapCounts::of(left.iter().copied());
    assert!(0 < counts.all && counts.all < gaps.len());
    let words = format!(
        "{0} · No 0 · In part {0} · no information 0 · not answered 0",
        counts.all
    );
    harness.get_by_label(&words);
    let shown = names(&harness, Role::Button);
    let rows = shown.iter().filter(|name| name.contains(", national: "));
    for row in rows {
        assert!(row.contains(": In part."), "{row}");
    }
    click(&mut harness, Role::Button, "Show all");
    assert!(harness.query_by_label(&words).is_none());
}

#[test]
fn a_gap_leads_to_its_question_at_its_level() {
    let mut harness = canada("gap", View::LIGHT.sized(1360.0, 1400.0));
    go(&mut harness, Route::Gaps);
    let gaps = analysis(&harness).gaps;
    let gap = gaps
        .iter()
        .find(|gap| gap.level == Level::Local && gap.standing.is_none())
        .unwrap();
    let id = gap.question.clone();
    let title = {
        let instrument = harness.state().app().instrument();
        instrument.question(&id).unwrap().title.clone()
    };
    let name = format!("{id} {title}, local: not answered.");
    button(&harness, &name).click();
    harness.run();
    let route = Route::Question(id.clone(), QuestionView::One);
    assert_eq!(*harness.state().app().route(), route);

    let before = standing(&harness, &id, Level::National);
    harness.key_press(Key::Num3);
    harness.run();
    assert_eq!(standing(&harness, &id, Level::Local), Some(Standing::No));
    assert_eq!(standing(&harness, &id, Level::National), before);
}

#[test]
fn many_gaps_are_laid_out_only_where_they_are_in_sight() {
    let mut harness = canada("many", View::LIGHT);
    go(&mut harness, Route::Gaps);
    let all = analysis(&harness).gaps.len();
    let shown = names(&harness, Role::Button);
    let rows = shown.iter().filter(|name| name.contains(": not answered"));
    assert!(50 < all, "{all}");
    assert!(rows.count() < 20);
}

#[test]
fn the_table_is_answered_with_arrows_and_digits() {
    let mut harness = canada("table", View::LIGHT);
    let route = |id| Route::Question(question(id), QuestionView::Table);
    go(&mut harness, route("17.e"));
    let id = question("17.e");
    for key in [
        Key::Num2,
        Key::ArrowRight,
        Key::Num3,
        Key::ArrowRight,
        Key::Num5,
    ] {
        harness.key_press(key);
        harness.run();
    }
    let standings = Level::ALL.map(|level| standing(&harness, &id, level));
    let expected = [Standing::InPart, Standing::No, Standing::NotKnown].map(Some);
    assert_eq!(standings, expected);
    picture(&mut harness, "table");

    harness.key_press(Key::Backspace);
    harness.run();
    assert_eq!(standing(&harness, &id, Level::Local), None);
    harness.key_press(Key::ArrowUp);
    harness.run();
    harness.key_press(Key::Num1);
    harness.run();
    let above = question("17.d");
    assert_eq!(
        standing(&harness, &above, Level::Local),
        Some(Standing::Yes)
    );
    harness.key_press(Key::Enter);
    harness.run();
    let opened = Route::Question(above, QuestionView::One);
    assert_eq!(*harness.state().app().route(), opened);
}

#[test]
fn the_table_is_answered_with_the_pointer() {
    let mut harness = canada("pointer", View::LIGHT);
    go(
        &mut harness,
        Route::Question(question("17.e"), QuestionView::Table),
    );
    let id = question("17.e");
    click(&mut harness, Role::RadioButton, "17.e Local, answer Yes");
    assert_eq!(standing(&harness, &id, Level::Local), Some(Standing::Yes));
    let option = harness.get_by_role_and_label(Role::RadioButton, "17.e Local, answer Yes");
    assert_eq!(option.accesskit_node().toggled(), Some(Toggled::True));
    click(&mut harness, Role::RadioButton, "17.e Local, answer Yes");
    assert_eq!(standing(&harness, &id, Level::Local), None);

    click(&mut harness, Role::Button, "Flag 17.e");
    let assessment = harness.state().app().session().unwrap().assessment();
    assert!(assessment.answers[&id].flag);
    click(&mut harness, Role::Button, "Clear the section for sending");
    let assessment = harness.state().app().session().unwrap().assessment();
    assert!(assessment.answers[&question("17.a")].cleared.is_some());
    click(&mut harness, Role::Button, "Next section");
    harness.get_by_role_and_label(Role::Heading, "Training and skills");
}

#[test]
fn a_paragraph_is_shown_where_the_way_leads_and_leads_to_its_questions() {
    let mut harness = canada("paragraph", View::LIGHT);
    let paragraph = ParagraphReference::parse("23(c)").unwrap();
    go(&mut harness, Route::Guidelines(Some(paragraph)));
    picture(&mut harness, "guidelines");
    let asked = harness.get_by_label_contains("23.c ");
    let place = asked.rect();
    assert!(0.0 < place.top() && place.bottom() < 860.0, "{place}");
    asked.click();
    harness.run();
    let route = Route::Question(question("23.c"), QuestionView::One);
    assert_eq!(*harness.state().app().route(), route);

    go(&mut harness, Route::Origins);
    harness.get_by_role_and_label(Role::Heading, "How the Guidelines came about");
}

#[test]
fn nothing_lies_beside_the_page_where_the_window_is_small() {
    for (name, view) in [
        ("small", View::LIGHT.sized(1024.0, 700.0)),
        ("narrow", View::LIGHT.sized(512.0, 350.0)),
    ] {
        let mut harness = canada(name, view);
        for route in [
            Route::Gaps,
            Route::Question(question("17.e"), QuestionView::Table),
            Route::Guidelines(None),
            Route::Origins,
        ] {
            go(&mut harness, route.clone());
            let width = view.size[0];
            for node in harness.root().children_recursive() {
                let node = node.accesskit_node();
                let right = node.bounding_box().map_or(0.0, |bounds| bounds.x1);
                let label = node.label().unwrap_or_default();
                assert!(
                    right <= f64::from(width),
                    "{route:?} {width}: {label:?} reaches to {right}"
                );
            }
        }
    }
}

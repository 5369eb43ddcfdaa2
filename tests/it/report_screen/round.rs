//! The report of the round in the window, beside those of the assessment or by itself.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::export::{self, Export};
use guidepost::app::file::Existing;
use guidepost::app::reporting::{ReportCommand, WhichReport, WriteOrder};
use guidepost::app::round::{ReportSource, RoundCommand};
use guidepost::app::{Command, NoticeKind, Route};
use guidepost::domain::{RegionalGroup, RoundChange};
use guidepost::report::{Report, StateReportPart, pdf};
use guidepost::words::{ENGLISH, Words};

use super::{Shown, canada, click, count, go, pages, reports, says, settle};
use crate::screens_kit::{View, picture, program};
use crate::support::{done, explained, library, word};

fn handle_round(window: &mut Shown, command: RoundCommand) {
    let command = Command::Round(Box::new(command));
    window.state_mut().handle(command);
}

/// Adds the 42 samples to the round, which is begun where none is open.
fn add_samples(window: &mut Shown, folder: &Path) {
    let samples = folder.join("samples");
    done(&["example", "-o", word(&samples)]);
    handle_round(window, RoundCommand::Add(vec![samples]));
}

/// Goes somewhere, and from there to the reports.
fn look_from(window: &mut Shown, route: Route) {
    go(window, route);
    window.key_press_modifiers(Modifiers::COMMAND, Key::P);
    window.run();
    assert_eq!(*window.state().app().route(), Route::Report);
    settle(window);
}

/// The pages of the report of a round of samples, and nothing else open.
fn looking(view: View, folder: &Path) -> Shown {
    let mut window = program(view, folder);
    add_samples(&mut window, folder);
    settle(&mut window);
    look_from(&mut window, Route::Round);
    window
}

fn choose(window: &mut Shown, menu: &str, option: &str) {
    click(window, Role::ComboBox, menu);
    click(window, Role::Button, option);
}

/// The report as the command line makes it.
fn report(window: &Shown, only: Option<RegionalGroup>) -> Report {
    let app = window.state().app();
    let round = app.round().unwrap();
    let source = ReportSource {
        instrument: Arc::clone(&library().instrument),
        outline: Arc::clone(&library().outline),
        states: Arc::clone(&library().states),
        collation: Arc::clone(round.collation()),
        noted: round.noted().clone(),
        today: app.today(),
    };
    source.report(&Words::load(ENGLISH), only)
}

#[track_caller]
fn has_pages_of(window: &Shown, only: Option<RegionalGroup>) {
    let shown = WhichReport::Round(only);
    assert!(window.state().app().is_shown(&shown), "{only:?}");
    assert!(reports(window).is_fresh(), "{only:?}");
    let report = report(window, only);
    let machine = pdf::MachineFonts::WhereNeeded;
    let expected = pdf::lay_out(&report.document, machine).unwrap();
    assert_eq!(count(window), expected.page_count(), "{only:?}");
}

#[test]
fn the_round_leads_to_the_pages_of_its_report_and_of_one_group() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    has_pages_of(&window, None);
    let whole = count(&window);
    window.get_by_label("Round: replies to the call 2006");
    let radios = window.query_all_by_role(Role::RadioButton).count();
    assert_eq!(radios, 0, "there is nothing to choose from");

    choose(&mut window, "Regional group", "Asia-Pacific States");
    settle(&mut window);
    has_pages_of(&window, Some(RegionalGroup::AsiaPacific));
    assert_ne!(count(&window), whole);
    picture(&mut window, "report-round-group");

    click(&mut window, Role::Link, "Go to the round");
    assert_eq!(*window.state().app().route(), Route::Round);
    let ctx = window.ctx.clone();
    window.state_mut().tick(&ctx);
    assert!(reports(&window).pages().is_none());
    click(&mut window, Role::Button, "Report and tables…");
    assert_eq!(*window.state().app().route(), Route::Report);
}

#[test]
fn a_group_is_chosen_for_one_round_and_not_for_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    choose(&mut window, "Regional group", "African States");
    settle(&mut window);
    has_pages_of(&window, Some(RegionalGroup::Africa));
    go(&mut window, Route::Round);
    look_from(&mut window, Route::Round);
    has_pages_of(&window, Some(RegionalGroup::Africa));

    handle_round(&mut window, RoundCommand::GiveUp);
    let samples = folder.path().join("samples");
    handle_round(&mut window, RoundCommand::Add(vec![samples]));
    settle(&mut window);
    look_from(&mut window, Route::Round);
    has_pages_of(&window, None);
}

#[test]
fn assessment_and_round_are_offered_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = canada(View::LIGHT, folder.path());
    add_samples(&mut window, folder.path());
    settle(&mut window);
    let own = WhichReport::Assessment(Export::StateReport(StateReportPart::usual()));
    let round = WhichReport::Round(None);
    let check = |window: &mut Shown, which: &WhichReport| {
        settle(window);
        window.get_by_label("Assessment: Canada");
        window.get_by_label("Round: replies to the call 2006");
        assert!(window.state().app().is_shown(which), "{which:?}");
    };
    for (from, which) in [
        (Route::Gaps, &own),
        (Route::Round, &round),
        (Route::Settings, &round),
        (Route::Gaps, &own),
    ] {
        look_from(&mut window, from);
        check(&mut window, which);
    }
    click(&mut window, Role::RadioButton, "The report of the round");
    check(&mut window, &round);
    picture(&mut window, "report-both");

    // Of what is closed, nothing is shown or offered.
    handle_round(&mut window, RoundCommand::GiveUp);
    window.run();
    settle(&mut window);
    assert!(window.state().app().is_shown(&own));
    assert!(!says(&window, "Round: replies"));
}

#[test]
fn where_nothing_is_open_the_screen_says_what_a_report_is_made_of() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    handle_round(&mut window, RoundCommand::GiveUp);
    let ctx = window.ctx.clone();
    window.state_mut().tick(&ctx);
    window.run();
    assert!(reports(&window).pages().is_none());
    assert!(says(&window, "None is open."));
    picture(&mut window, "report-nothing");
    click(&mut window, Role::Button, "Open or begin a round");
    assert_eq!(*window.state().app().route(), Route::Round);
}

#[test]
fn pages_stand_there_once_all_files_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    add_samples(&mut window, folder.path());
    window.state_mut().handle(Command::Go(Route::Report));
    window.run_steps(3);
    window.get_by_label("The pages will stand here once all files are read.");
    window.get_by_role(Role::ProgressIndicator);
    let write = window.get_by_role_and_label(Role::Button, "Write…");
    assert!(write.accesskit_node().is_disabled());
    assert!(reports(&window).pages().is_none() && !reports(&window).is_setting());
    picture(&mut window, "report-round-reading");
    settle(&mut window);
    has_pages_of(&window, None);
}

#[test]
fn what_changes_in_the_round_is_set_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    let mut number = pages(&window).number();
    let mut is_set_again = |window: &mut Shown| {
        settle(window);
        assert!(number < pages(window).number());
        number = pages(window).number();
        has_pages_of(window, None);
    };
    let words = "States \u{10fffd} replied".to_owned();
    handle_round(
        &mut window,
        RoundCommand::Change(RoundChange::Text(None, words)),
    );
    window.run();
    assert!(!reports(&window).is_fresh());
    window.get_by_label("Setting the pages…");
    is_set_again(&mut window);
    assert_eq!(pages(&window).missing_characters(), ['\u{10fffd}']);
    assert!(says(&window, "so the pages show their codes: [U+10FFFD]"));

    let late = folder.path().join("letter.txt");
    fs::write(&late, "a letter").unwrap();
    handle_round(&mut window, RoundCommand::Add(vec![late]));
    is_set_again(&mut window);

    // Where it is saved is no part of what it says.
    let before = pages(&window).number();
    let path = folder.path().join("all.round.ron");
    handle_round(&mut window, RoundCommand::SaveAs(path));
    window.run();
    settle(&mut window);
    assert_eq!(pages(&window).number(), before);
}

#[test]
fn the_report_is_written_in_every_format_as_it_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    choose(&mut window, "Regional group", "African States");
    for (format, ending) in [
        ("PDF", "pdf"),
        ("Word (DOCX)", "docx"),
        ("Excel (XLSX)", "xlsx"),
        ("CSV", "csv"),
    ] {
        if format != "PDF" {
            choose(&mut window, "Format", format);
        }
        click(&mut window, Role::Button, "Write…");
        let field = window.get_by_role_and_label(Role::TextInput, "Path");
        let suggested = format!("replies-2006-AFR.{ending}");
        assert!(field.value().unwrap().ends_with(&suggested), "{suggested}");
        let path = folder.path().join(suggested);
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.run();
        let field = window.get_by_role_and_label(Role::TextInput, "Path");
        field.type_text(word(&path));
        window.run();
        window.key_press(Key::Enter);
        window.run();
        settle(&mut window);
        let report = report(&window, Some(RegionalGroup::Africa));
        let expected = export::bytes(&report, &path).unwrap();
        assert!(fs::read(&path).unwrap() == expected, "{ending}");
        let written = format!("was read back: {}", path.display());
        assert!(says(&window, &written));
        window.get_by_role_and_label(Role::Button, "Show in folder");
    }
    picture(&mut window, "report-round-written");
}

#[test]
fn work_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    let path = folder.path().join("all.round.ron");
    handle_round(&mut window, RoundCommand::SaveAs(path.clone()));
    let before = fs::read(&path).unwrap();
    let disguised = folder.path().join("round.csv");
    fs::write(&disguised, &before).unwrap();
    let order = WriteOrder {
        which: WhichReport::Round(None),
        path: disguised.clone(),
        existing: Existing::MayGo,
    };
    let write = Command::Report(ReportCommand::Write(order));
    window.state_mut().handle(write);
    settle(&mut window);
    let last = window.state().app().notices().last().unwrap();
    let NoticeKind::Fault(words) = &last.message else {
        panic!("{last:?}");
    };
    assert!(
        explained(words).contains("a report never overwrites"),
        "{words}"
    );
    assert_eq!(fs::read(&disguised).unwrap(), before);
}

/// Pictures of the screen as it is looked at: `GUIDEPOST_PICTURES=/tmp/look`.
#[test]
fn the_screen_fits_every_window() {
    let check = |view: View, name: &str| {
        let folder = tempfile::tempdir().unwrap();
        let mut window = looking(view, folder.path());
        window.get_by_role_and_label(Role::Button, "Write…");
        picture(&mut window, &format!("report-round-{name}"));
    };
    check(View::LIGHT, "light");
    check(View::DARK, "dark");
    check(View::LIGHT.sized(1024.0, 700.0), "1024");
    check(View::LARGE, "large");
}

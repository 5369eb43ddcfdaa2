//! Reports in the window, as somebody looks at them and writes them: by role and by name.

mod round;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::export::{self, Export};
use guidepost::app::file::Existing;
use guidepost::app::reporting::{ReportCommand, Reports, SetPages, WhichReport, WriteOrder};
use guidepost::app::round::RoundSession;
use guidepost::app::{Command, NoticeKind, Route};
use guidepost::domain::{FieldValue, StateCode, TextField, WithApplication};
use guidepost::report::{StateReportPart, pdf};
use guidepost::words::{ENGLISH, Words};

use crate::screens_kit::{Program, View, picture, program};
use crate::support::{explained, set};

type Shown = Harness<'static, Program>;

/// A window with Canada's sample, in a folder of its own.
fn canada(view: View, folder: &Path) -> Shown {
    let mut window = program(view, folder);
    let work = folder.join("work");
    fs::create_dir_all(&work).unwrap();
    window.state_mut().handle(Command::Example {
        state: StateCode::parse("CAN").unwrap(),
        path: work.join("sample-CAN.assessment.ron"),
    });
    window.run();
    window
}

/// The same on the screen of reports, once its pages are drawn.
fn looking(view: View, folder: &Path) -> Shown {
    let mut window = canada(view, folder);
    window.key_press_modifiers(Modifiers::COMMAND, Key::P);
    window.run();
    assert_eq!(*window.state().app().route(), Route::Report);
    settle(&mut window);
    window
}

fn reports(window: &Shown) -> &Reports {
    window.state().app().reports()
}

fn pages(window: &Shown) -> &SetPages {
    reports(window).pages().unwrap()
}

fn count(window: &Shown) -> usize {
    pages(window).sizes().len()
}

/// Waits until pages are set and drawn, and nothing is being written.
fn settle(window: &mut Shown) {
    let begun = Instant::now();
    loop {
        let ctx = window.ctx.clone();
        window.state_mut().tick(&ctx);
        window.run();
        let reports = reports(window);
        let drawn = reports
            .pages()
            .is_none_or(|pages| pages.are_drawn() && reports.is_fresh());
        let is_read = window
            .state()
            .app()
            .round()
            .is_none_or(RoundSession::is_read);
        if is_read && !reports.is_setting() && !reports.is_writing() && drawn {
            window.run();
            return;
        }
        assert!(begun.elapsed() < Duration::from_mins(2), "{reports:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn click(window: &mut Shown, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).scroll_to_me();
    window.run();
    window.get_by_role_and_label(role, name).click();
    window.run();
}

/// Whether these words stand somewhere.
fn says(window: &Shown, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

fn go(window: &mut Shown, route: Route) {
    window.state_mut().handle(Command::Go(route));
    let ctx = window.ctx.clone();
    window.state_mut().tick(&ctx);
    window.run();
}

/// The report as the command line makes it.
fn report(window: &Shown, export: &Export) -> guidepost::report::Report {
    let app = window.state().app();
    let session = app.session().unwrap();
    let words = Words::load(ENGLISH);
    export::report(
        app.library(),
        session.assessment(),
        &words,
        app.today(),
        export,
        session.backups(),
    )
}

/// How many pages the report has as PDF.
fn page_count(window: &Shown, export: &Export) -> usize {
    let report = report(window, export);
    let machine = pdf::MachineFonts::WhereNeeded;
    let pages = pdf::lay_out(&report.document, machine).unwrap();
    pages.page_count()
}

#[test]
fn the_pages_are_those_of_the_pdf_and_follow_what_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    let check = |window: &Shown, export: &Export| {
        let which = WhichReport::Assessment(export.clone());
        assert!(window.state().app().is_shown(&which), "{export:?}");
        assert_eq!(count(window), page_count(window, export), "{export:?}");
        let name = format!("Page 1 of {}", count(window));
        window.get_by_role_and_label(Role::Image, &name);
        window.get_by_label(&format!("1 / {}", count(window)));
    };
    check(&window, &Export::StateReport(StateReportPart::usual()));

    click(&mut window, Role::CheckBox, "Plan");
    click(&mut window, Role::CheckBox, "Internal remarks");
    window.get_by_label_contains("for the council alone. Every page says so");
    settle(&mut window);
    let parts = BTreeSet::from([
        StateReportPart::Profiles,
        StateReportPart::Gaps,
        StateReportPart::Remarks,
    ]);
    check(&window, &Export::StateReport(parts));

    click(&mut window, Role::RadioButton, "The questionnaire, filled");
    settle(&mut window);
    check(&window, &Export::Questionnaire(WithApplication::No));
    click(&mut window, Role::RadioButton, "The questionnaire, blank");
    settle(&mut window);
    check(&window, &Export::BlankQuestionnaire);
}

#[test]
fn keys_and_buttons_turn_the_pages_and_only_those_in_sight_are_held() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    let last = count(&window);
    assert!(4 < last);
    let check = |window: &mut Shown, page: usize| {
        settle(window);
        window.get_by_label(&format!("{page} / {last}"));
        assert!(pages(window).picture(page - 1).is_some(), "{page}");
        let held = (0..last).filter(|page| pages(window).picture(*page).is_some());
        assert!(held.count() <= 4, "{page}");
    };
    check(&mut window, 1);
    click(&mut window, Role::Button, "Next page");
    check(&mut window, 2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
    window.run();
    check(&mut window, 3);
    window.key_press_modifiers(Modifiers::COMMAND, Key::PageUp);
    window.run();
    check(&mut window, 2);
    window.key_press(Key::End);
    window.run();
    check(&mut window, last);
    let next = window.get_by_role_and_label(Role::Button, "Next page");
    assert!(next.accesskit_node().is_disabled());
    window.key_press(Key::Home);
    window.run();
    check(&mut window, 1);
}

#[test]
fn a_change_makes_the_pages_stale_until_they_are_set_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    let before = pages(&window).number();
    let words = "A plan of 2025".to_owned();
    let change = set("17", FieldValue::Text(TextField::Exists, words));
    let change = Command::Edit(Box::new(change));
    window.state_mut().handle(change);
    window.run();
    assert!(!reports(&window).is_fresh());
    assert_eq!(pages(&window).number(), before);
    window.get_by_label("Setting the pages…");
    picture(&mut window, "report-stale");
    settle(&mut window);
    assert!(reports(&window).is_fresh());
    assert!(before < pages(&window).number());
    assert!(window.query_by_label("Setting the pages…").is_none());
}

#[test]
fn nothing_is_kept_once_somebody_has_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    go(&mut window, Route::Gaps);
    assert!(reports(&window).pages().is_none());
    go(&mut window, Route::Report);
    settle(&mut window);
    assert!(count(&window) != 0);
    window.state_mut().handle(Command::Close);
    let ctx = window.ctx.clone();
    window.state_mut().tick(&ctx);
    window.run();
    assert_eq!(*window.state().app().route(), Route::Start);
    assert!(reports(&window).pages().is_none());
}

#[test]
fn a_report_is_written_in_every_format_as_the_command_line_writes_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = looking(View::LIGHT, folder.path());
    let out = folder.path().join("out");
    fs::create_dir_all(&out).unwrap();
    let export = Export::StateReport(StateReportPart::usual());
    for (word, ending) in [
        ("PDF", "pdf"),
        ("Word (DOCX)", "docx"),
        ("Excel (XLSX)", "xlsx"),
        ("CSV", "csv"),
    ] {
        if ending != "pdf" {
            let menu = window.get_by_role_and_label(Role::ComboBox, "Format");
            menu.click();
            window.run();
            window.get_by_role_and_label(Role::Button, word).click();
            window.run();
        }
        click(&mut window, Role::Button, "Write…");
        let year = window.state().app().today().year();
        let suggested = format!("CAN-{year}-report.{ending}");
        let field = window.get_by_role_and_label(Role::TextInput, "Path");
        assert!(field.value().unwrap().ends_with(&suggested), "{suggested}");
        let path = out.join(&suggested);
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.run();
        let field = window.get_by_role_and_label(Role::TextInput, "Path");
        // Without its ending, which is added.
        field.type_text(&path.with_extension("").display().to_string());
        window.run();
        window.key_press(Key::Enter);
        window.run();
        settle(&mut window);
        let expected = export::bytes(&report(&window, &export), &path).unwrap();
        assert!(fs::read(&path).unwrap() == expected, "{suggested}");
        let written = NoticeKind::ReportWritten(path.clone(), Vec::new());
        let notices = window.state().app().notices();
        assert!(notices.iter().any(|notice| notice.message == written));
        let words = format!("was read back: {}", path.display());
        assert!(says(&window, &words));
    }
    picture(&mut window, "report-written");
    window.get_by_role_and_label(Role::Button, "Show in folder");
}

#[test]
fn a_file_that_is_there_stays_unless_somebody_lets_it_go_and_an_assessment_always() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = canada(View::LIGHT, folder.path());
    let mut write = |path: &Path, existing: Existing| {
        let order = WriteOrder {
            which: WhichReport::Assessment(Export::BlankQuestionnaire),
            path: path.to_owned(),
            existing,
        };
        let command = Command::Report(ReportCommand::Write(order));
        window.state_mut().handle(command);
        settle(&mut window);
        let last = window.state().app().notices().last().unwrap();
        last.message.clone()
    };
    let path = folder.path().join("here.csv");
    fs::write(&path, "mine").unwrap();
    let refused = write(&path, Existing::Stays);
    assert!(matches!(refused, NoticeKind::Fault(_)), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    let written = write(&path, Existing::MayGo);
    assert_eq!(written, NoticeKind::ReportWritten(path.clone(), Vec::new()));
    assert_ne!(fs::read_to_string(&path).unwrap(), "mine");

    let open = folder.path().join("work/sample-CAN.assessment.ron");
    let disguised = folder.path().join("disguised.csv");
    fs::copy(&open, &disguised).unwrap();
    let refused = write(&disguised, Existing::MayGo);
    let NoticeKind::Fault(words) = refused else {
        panic!("{refused:?}");
    };
    assert!(
        explained(&words).contains("a report never overwrites"),
        "{words}"
    );
    assert_eq!(fs::read(&disguised).unwrap(), fs::read(&open).unwrap());
}

#[test]
fn characters_that_no_font_has_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = canada(View::LIGHT, folder.path());
    let words = "A plan \u{10fffd} of 2025".to_owned();
    let change = set("17", FieldValue::Text(TextField::Exists, words));
    window.state_mut().handle(Command::Edit(Box::new(change)));
    go(&mut window, Route::Report);
    click(&mut window, Role::RadioButton, "The questionnaire, filled");
    settle(&mut window);
    assert_eq!(pages(&window).missing_characters(), ['\u{10fffd}']);
    let words = "these characters, so the pages show their codes: [U+10FFFD]";
    assert!(says(&window, words));
    picture(&mut window, "report-missing");
}

/// Pictures of the screen as it is looked at: `GUIDEPOST_PICTURES=/tmp/look`.
#[test]
fn the_screen_fits_every_window() {
    let check = |view: View, name: &str| {
        let folder = tempfile::tempdir().unwrap();
        let mut window = looking(view, folder.path());
        window.get_by_role_and_label(Role::Button, "Write…");
        picture(&mut window, &format!("report-{name}"));
    };
    check(View::LIGHT, "light");
    check(View::DARK, "dark");
    check(View::HIGH_CONTRAST, "high-contrast");
    check(View::LIGHT.sized(1024.0, 700.0), "1024");
    check(View::LIGHT.sized(1920.0, 1080.0), "1920");
    check(View::LARGE, "large");
}

//! Checking and sending in the window, as somebody does it: by role and by name.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::app::delivery::Form;
use guidepost::app::examine::examine;
use guidepost::app::file::Existing;
use guidepost::app::sending::{Failure, Order, Reply};
use guidepost::app::{Command, QuestionView, Route};
use guidepost::domain::{
    Assessment, Change, Contact, Evidence, EvidenceId, FieldValue, Level, Profile, QuestionId,
    Standing, StateCode, TextField,
};
use guidepost::format::{read_package, read_submission};

use crate::screens_kit::{Program, View, picture, program};
use crate::support::{explained, question, set};

type Shown = Harness<'static, Program>;

/// A window with a new assessment of Kenya, in a folder of its own.
fn kenya(view: View, folder: &Path) -> Shown {
    let mut window = program(view, folder);
    let work = folder.join("work");
    fs::create_dir_all(&work).unwrap();
    window.state_mut().handle(Command::New {
        state: StateCode::parse("KEN").unwrap(),
        levels: guidepost::domain::Levels::default(),
        path: work.join("KEN.assessment.ron"),
    });
    go(&mut window, Route::Submit);
    window
}

/// Kenya with a cleared answer that has a remark, and a focal point.
fn ready(view: View, folder: &Path) -> Shown {
    let mut window = kenya(view, folder);
    name_focal_point(&mut window);
    edit(&mut window, says("17", Standing::Yes));
    edit(&mut window, text("17", TextField::Exists, "A plan of 2025"));
    edit(&mut window, text("17", TextField::Remark, "for us alone"));
    edit(&mut window, Change::Clear(question("17")));
    window.run();
    window
}

fn name_focal_point(window: &mut Shown) {
    let profile = Profile {
        institution: "Council for Crime Prevention".to_owned(),
        focal_point: Contact {
            name: "Ana Otieno".to_owned(),
            ..Contact::default()
        },
        ..assessment(window).profile.clone()
    };
    edit(window, Change::Profile(Box::new(profile)));
}

fn edit(window: &mut Shown, change: Change) {
    let change = Command::Edit(Box::new(change));
    window.state_mut().handle(change);
    window.run();
}

fn says(id: &str, standing: Standing) -> Change {
    set(id, FieldValue::Standing(Level::National, Some(standing)))
}

fn text(id: &str, field: TextField, words: &str) -> Change {
    set(id, FieldValue::Text(field, words.to_owned()))
}

fn go(window: &mut Shown, route: Route) {
    window.state_mut().handle(Command::Go(route));
    window.run();
    window.run();
}

fn assessment(window: &Shown) -> &Assessment {
    window.state().app().session().unwrap().assessment()
}

fn click(window: &mut Shown, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).scroll_to_me();
    window.run();
    window.get_by_role_and_label(role, name).click();
    window.run();
    window.run();
}

fn page(window: &mut Shown, name: &str) {
    click(window, Role::RadioButton, name);
}

/// The names of all nodes of a role.
fn names(window: &Shown, role: Role) -> Vec<String> {
    let nodes = window.root().children_recursive();
    nodes
        .filter(|node| node.accesskit_node().role() == role)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

fn is_enabled(window: &Shown, button: &str) -> bool {
    let node = window.get_by_role_and_label(Role::Button, button);
    !node.accesskit_node().is_disabled()
}

fn fill(window: &mut Shown, label: &str, words: &str) {
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.scroll_to_me();
    field.focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, label);
    field.type_text(words);
    window.run_steps(4);
}

fn release(window: &mut Shown) {
    page(window, "3 Send");
    fill(window, "Name", "Grace Mwangi");
    fill(window, "Title or function", "Head of the council");
    fill(window, "Body", "Council for Crime Prevention");
}

const WRITE: &str = "Write the submission…";

/// Writes the reply through the window, and waits for what comes of it.
fn write(window: &mut Shown, button: &str, path: &Path) -> Result<Reply, Failure> {
    click(window, Role::Button, button);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    field.type_text(&path.display().to_string());
    window.run();
    window.key_press(Key::Enter);
    window.run();
    sent(window)
}

fn sent(window: &mut Shown) -> Result<Reply, Failure> {
    let begun = Instant::now();
    loop {
        let ctx = window.ctx.clone();
        window.state_mut().tick(&ctx);
        let outbox = window.state().app().session().unwrap().outbox();
        if let (None, Some(outcome)) = (outbox.stage(), outbox.outcome()) {
            let outcome = outcome.cloned().map_err(Clone::clone);
            window.run();
            window.run();
            return outcome;
        }
        assert!(begun.elapsed() < Duration::from_mins(1), "{outbox:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn an_empty_assessment_says_what_stands_in_the_way_and_leads_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    picture(&mut window, "submit-empty");
    window.get_by_label("2 things stand in the way of a final reply.");
    page(&mut window, "3 Send");
    assert!(!is_enabled(&window, WRITE));
    window.get_by_label("2 things stand in the way: see step 1, Check.");
    window.get_by_label("Give the name of the person who releases the reply.");
    picture(&mut window, "submit-empty-send");
    page(&mut window, "2 What leaves");
    picture(&mut window, "submit-empty-leaving");
    page(&mut window, "1 Check");
    let focal_point = "The profile names no focal point, so nobody could be asked about the \
                       reply; name one.";
    click(&mut window, Role::Button, focal_point);
    assert_eq!(*window.state().app().route(), Route::Profile);
}

#[test]
fn a_finding_leads_to_its_question_at_its_level() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = kenya(View::LIGHT, folder.path());
    let local = FieldValue::Standing(Level::Local, Some(Standing::NotApplicable));
    edit(&mut window, set("17.a", local));
    let finding = "17.a says Not applicable at local level and not why; give the reason.";
    window.get_by_role_and_label(Role::Button, finding).focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    window.run();
    let route = Route::Question(question("17.a"), QuestionView::One);
    assert_eq!(*window.state().app().route(), route);
    window.key_press(Key::Num3);
    window.run();
    let answer = &assessment(&window).answers[&question("17.a")];
    assert_eq!(answer.standing(Level::Local), Some(Standing::No));
}

#[test]
fn advice_is_folded_check_by_check_and_leads_to_its_question() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    window.get_by_label("Nothing stands in the way of a final reply.");
    let advice = "17 says Yes at national level and names no evidence for it; name a law, a plan, \
                  a report or the like.";
    assert!(window.query_by_label(advice).is_none());
    click(
        &mut window,
        Role::DisclosureTriangle,
        "Yes, without evidence · 1",
    );
    picture(&mut window, "submit-ready");
    click(&mut window, Role::Button, advice);
    let route = Route::Question(question("17"), QuestionView::One);
    assert_eq!(*window.state().app().route(), route);
}

#[test]
fn answers_that_are_not_cleared_are_left_out_only_knowingly() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    edit(&mut window, says("6", Standing::No));
    release(&mut window);
    assert!(!is_enabled(&window, WRITE));
    page(&mut window, "1 Check");
    window.get_by_label("Not cleared for sending · 1");
    picture(&mut window, "submit-half");
    let one = "Leave it out of this reply (1 answer)";
    click(&mut window, Role::CheckBox, one);
    page(&mut window, "3 Send");
    assert!(is_enabled(&window, WRITE));
    window.get_by_label("1 answer is left out, since it is not cleared.");

    // Whoever agreed to one has not agreed to the next.
    edit(&mut window, says("17.a", Standing::No));
    assert!(!is_enabled(&window, WRITE));
    page(&mut window, "1 Check");
    click(
        &mut window,
        Role::CheckBox,
        "Leave them out of this reply (2 answers)",
    );
    page(&mut window, "3 Send");
    let path = folder.path().join("KEN.submission.ron");
    write(&mut window, WRITE, &path).unwrap();
    let submission = read_submission(&fs::read(&path).unwrap(), "it")
        .unwrap()
        .submission;
    let answered: Vec<&QuestionId> = submission.answers.keys().collect();
    assert_eq!(answered, [&question("17")]);
}

#[test]
fn the_fields_say_what_leaves_and_what_stays_and_why() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    let applied = guidepost::domain::Application::Applied;
    let applied = FieldValue::Application(Level::National, Some(applied));
    edit(&mut window, set("17", applied));
    edit(&mut window, Change::Clear(question("17")));
    edit(&mut window, says("6", Standing::No));
    page(&mut window, "2 What leaves");
    picture(&mut window, "submit-leaving");
    let says = |window: &Shown, row: &str| {
        let rows = names(window, Role::Button);
        assert!(
            rows.iter().any(|name| name == row),
            "{row} is not among {rows:#?}"
        );
    };
    says(&window, "State: Kenya. leaves");
    says(&window, "Standing, National: No. stays: not cleared");
    says(&window, "Standing, National: Yes. leaves");
    says(&window, "What exists: A plan of 2025. leaves");
    says(&window, "Remark: for us alone. stays: the council’s own");
    says(
        &window,
        "Applied, National: applied. stays, unless you choose to send it",
    );
    click(
        &mut window,
        Role::CheckBox,
        "Send also how far things are applied",
    );
    says(&window, "Applied, National: applied. leaves");

    let rows = names(&window, Role::RadioButton);
    let staying = rows
        .iter()
        .find(|name| name.starts_with("Stays · "))
        .unwrap();
    page(&mut window, staying);
    says(&window, "Remark: for us alone. stays: the council’s own");
    assert!(!names(&window, Role::Button).contains(&"State: Kenya. leaves".to_owned()));
}

#[test]
fn a_field_unfolds_to_all_that_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    let long = "A plan with twelve targets, reviewed each year, with a budget line. ".repeat(6);
    let words = format!("{long}\nSecond paragraph");
    edit(&mut window, text("17", TextField::Exists, &words));
    edit(&mut window, Change::Clear(question("17")));
    page(&mut window, "2 What leaves");
    let row = format!("What exists: {words}. leaves");
    let next = "Remark: for us alone. stays: the council’s own";
    let height = |window: &Shown| {
        let rows = (
            window.get_by_role_and_label(Role::Button, &row).rect(),
            window.get_by_role_and_label(Role::Button, next).rect(),
        );
        assert!(rows.0.bottom() <= rows.1.top() + 1.0, "{rows:?}");
        rows.0.height()
    };
    let before = height(&window);
    click(&mut window, Role::Button, &row);
    assert!(before + 60.0 < height(&window));
    picture(&mut window, "submit-unfolded");
    click(&mut window, Role::Button, &row);
    assert!((before - height(&window)).abs() < 1.0);
}

#[test]
fn a_reply_is_written_whole_and_known_by_its_code() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    release(&mut window);
    picture(&mut window, "submit-send");
    let path = folder.path().join("one.submission.ron");
    let reply = write(&mut window, WRITE, &path).unwrap();
    picture(&mut window, "submit-sent");
    let written = window.get_by_label("Revision 1 is written, and was read back.");
    assert!(0.0 < written.rect().top() && written.rect().bottom() < 860.0);
    let found = examine(&path);
    let code = found.intact().map(|intact| intact.seal.code());
    assert_eq!(code.as_deref(), Some(reply.code.as_str()), "{found:?}");
    assert_eq!(window.get_all_by_label(&reply.code).count(), 2);
    assert!(reply.letter.contains(&reply.code) && reply.letter.contains("Grace Mwangi"));
    let noted = &assessment(&window).sent;
    assert_eq!(noted.len(), 1);
    let file = folder.path().join("work").join("KEN.assessment.ron");
    assert!(fs::read_to_string(file).unwrap().contains(&noted[0].digest));
    assert!(!fs::read_to_string(&path).unwrap().contains("for us alone"));

    // A revision that was given out stays given out.
    let before = assessment(&window).sent.clone();
    window.state_mut().handle(Command::Undo);
    assert_eq!(assessment(&window).sent, before);
    window.state_mut().handle(Command::Redo);
    go(&mut window, Route::Submit);

    let again = folder.path().join("again.submission.ron");
    write(&mut window, WRITE, &again).unwrap();
    window.get_by_label("Nothing has changed since revision 1: it is the same file again.");
    assert_eq!(fs::read(&again).unwrap(), fs::read(&path).unwrap());
    assert_eq!(assessment(&window).sent, before);

    edit(&mut window, text("17", TextField::Exists, "A plan of 2026"));
    edit(&mut window, Change::Clear(question("17")));
    page(&mut window, "2 What leaves");
    page(&mut window, "Changed since revision 1 · 1");
    let changed = "What exists: A plan of 2026. leaves · changed";
    window.get_by_role_and_label(Role::Button, changed);
    picture(&mut window, "submit-changed");
    page(&mut window, "3 Send");
    let path = folder.path().join("two.submission.ron");
    assert_eq!(write(&mut window, WRITE, &path).unwrap().revision, 2);
}

#[test]
fn what_is_typed_stays_when_the_screen_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    release(&mut window);
    fill(
        &mut window,
        "Reference of the letter, if there is one",
        "CP/7",
    );
    go(&mut window, Route::Gaps);
    go(&mut window, Route::Submit);
    let typed = |label: &str| {
        let field = window.get_by_role_and_label(Role::TextInput, label);
        field.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(typed("Name"), "Grace Mwangi");
    assert_eq!(typed("Title or function"), "Head of the council");
    assert_eq!(typed("Reference of the letter, if there is one"), "CP/7");
}

#[test]
fn a_path_that_is_taken_is_refused_before_anything_is_noted() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    release(&mut window);
    let path = folder.path().join("taken.submission.ron");
    fs::write(&path, "somebody's").unwrap();
    click(&mut window, Role::Button, WRITE);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    field.type_text(&path.display().to_string());
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let taken = "A file of this name is there already, and is left alone. Choose another name.";
    window.get_by_label(taken);
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody's");
    assert!(assessment(&window).sent.is_empty());
}

#[test]
fn where_the_file_cannot_be_written_the_same_reply_is_offered_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    release(&mut window);
    let nowhere = folder.path().join("gone").join("one.submission.ron");
    let failure = write(&mut window, WRITE, &nowhere).unwrap_err();
    assert_eq!(failure.noted, Some(1));
    picture(&mut window, "submit-failed");
    let said = names(&window, Role::Alert);
    let offered = "Revision 1 is noted, and nothing is lost: write it once more, and the same \
                   reply is offered again. The reason: the folder of this file is not there";
    assert!(said.iter().any(|words| words.contains(offered)), "{said:?}");
    let digest = assessment(&window).sent[0].digest.clone();
    let path = folder.path().join("one.submission.ron");
    let reply = write(&mut window, WRITE, &path).unwrap();
    assert!(reply.is_again);
    assert_eq!(reply.revision, 1);
    let sealed = read_submission(&fs::read(&path).unwrap(), "it").unwrap();
    assert_eq!(sealed.seal.hex(), digest);
    assert_eq!(assessment(&window).sent.len(), 1);
}

#[test]
fn nothing_is_written_while_the_assessment_cannot_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    release(&mut window);
    let app = window.state().app();
    let request = guidepost::app::submit::Request {
        release: guidepost::domain::Release {
            name: "Grace".to_owned(),
            title: "Head".to_owned(),
            body: "Council".to_owned(),
            ..app.suggested_release()
        },
        unreleased: guidepost::analysis::Unreleased::Block,
        with_application: guidepost::domain::WithApplication::No,
    };
    let path = folder.path().join("one.submission.ron");
    fs::remove_dir_all(folder.path().join("work")).unwrap();
    let order = Order {
        request,
        form: Form::Submission,
        path: path.clone(),
        existing: Existing::Stays,
    };
    window.state_mut().handle(Command::Submit(Box::new(order)));
    let failure = sent(&mut window).unwrap_err();
    assert_eq!(failure.noted, None);
    assert!(!path.exists());
    assert!(
        assessment(&window).sent.is_empty(),
        "the note is taken back"
    );
    assert!(!is_enabled(&window, WRITE));
    window.get_by_label("Your work cannot be saved now. The reply is written once it is.");
}

#[test]
fn a_package_takes_the_files_of_evidence_along() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    let file = folder.path().join("plan.pdf");
    fs::write(&file, b"%PDF the plan").unwrap();
    let evidence = Evidence {
        title: "National plan".to_owned(),
        ..Evidence::default()
    };
    window.state_mut().handle(Command::Attach {
        question: question("17"),
        id: EvidenceId(guidepost::store::new_identity()),
        evidence: Box::new(evidence),
        path: file,
    });
    edit(&mut window, Change::Clear(question("17")));
    release(&mut window);
    window.get_by_label(
        "The package holds the submission, the filled questionnaire to be read (PDF and Word), \
         and 1 file of evidence.",
    );
    let path = folder.path().join("KEN.package.zip");
    let reply = write(&mut window, "Write the package…", &path).unwrap();
    let bytes = fs::read(&path).unwrap();
    let package = read_package(&mut bytes.as_slice()).unwrap();
    assert_eq!(package.sealed.seal.code(), reply.code);
    assert!(examine(&path).intact().is_some());
    window.get_by_label("It is the code of the submission inside the package.");

    // Without its file no package is made, and no revision is given out.
    edit(&mut window, text("17", TextField::Exists, "A plan of 2026"));
    edit(&mut window, Change::Clear(question("17")));
    fs::remove_file(folder.path().join("work/KEN.evidence/plan.pdf")).unwrap();
    let path = folder.path().join("two.package.zip");
    let failure = write(&mut window, "Write the package…", &path).unwrap_err();
    assert!(
        explained(&failure.reasons[0]).contains("plan.pdf"),
        "{failure:?}"
    );
    let outbox = window.state().app().session().unwrap().outbox();
    assert_eq!(outbox.last().unwrap().revision, 1);
    assert!(!path.exists());
    assert_eq!(assessment(&window).sent.len(), 1);
}

#[test]
fn the_letter_is_saved_where_it_is_wished() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    release(&mut window);
    let path = folder.path().join("one.submission.ron");
    let reply = write(&mut window, WRITE, &path).unwrap();
    click(&mut window, Role::Button, "Save the letter…");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let letter = folder.path().join("letter");
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    field.type_text(&letter.display().to_string());
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let written = fs::read_to_string(letter.with_extension("txt")).unwrap();
    assert_eq!(written, reply.letter);
}

#[test]
fn closing_waits_for_a_reply_that_is_on_its_way() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    release(&mut window);
    let path = folder.path().join("one.submission.ron");
    click(&mut window, Role::Button, WRITE);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    field.type_text(&path.display().to_string());
    window.run();
    window.key_press(Key::Enter);
    window.run();
    go(&mut window, Route::Gaps);
    assert!(window.state_mut().may_close());
    window.run();
    let sealed = read_submission(&fs::read(&path).unwrap(), "it").unwrap();
    assert_eq!(sealed.submission.revision, 1);
    let said = names(&window, Role::Status);
    let written = format!("The reply is written: {}", path.display());
    assert!(said.contains(&written), "{said:?}");
}

#[test]
fn what_can_only_be_read_can_be_looked_at_and_not_sent() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = ready(View::LIGHT, folder.path());
    assert!(window.state_mut().may_close());
    let session = window.state().app().session().unwrap();
    let backup = session.backups().unwrap().list().unwrap().remove(0);
    window.state_mut().handle(Command::OpenBackup(backup));
    go(&mut window, Route::Submit);
    page(&mut window, "2 What leaves");
    assert!(names(&window, Role::Button).contains(&"State: Kenya. leaves".to_owned()));
    page(&mut window, "3 Send");
    assert!(!is_enabled(&window, WRITE));
    window.get_by_label("This file is open to read: it can be looked at, not sent.");
}

/// Canada's sample with every answer cleared, and much text.
fn sample(view: View, folder: &Path) -> Shown {
    let mut window = program(view, folder);
    window.state_mut().handle(Command::Example {
        state: StateCode::parse("CAN").unwrap(),
        path: folder.join("CAN.assessment.ron"),
    });
    name_focal_point(&mut window);
    let ids: Vec<QuestionId> = assessment(&window).answers.keys().cloned().collect();
    let cleared = ids.into_iter().map(Change::Clear).collect();
    edit(&mut window, Change::Several(cleared));
    go(&mut window, Route::Submit);
    window
}

#[test]
fn a_sample_says_that_it_is_one_and_only_rows_in_sight_are_laid_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = sample(View::LIGHT, folder.path());
    window.get_by_label(
        "Nothing stands in the way. This is a sample: a reply made from it says so, and is \
         nobody’s.",
    );
    page(&mut window, "2 What leaves");
    let pills = names(&window, Role::RadioButton);
    let all = pills
        .iter()
        .find_map(|name| name.strip_prefix("All · "))
        .unwrap();
    let rows = names(&window, Role::Button);
    let rows = rows.iter().filter(|name| name.contains(". leaves")).count();
    assert!(40 < all.parse::<usize>().unwrap(), "{all}");
    assert!(rows < 30, "{rows}");
    release(&mut window);
    let path = folder.path().join("one.submission.ron");
    write(&mut window, WRITE, &path).unwrap();
    window.get_by_label(
        "This is a sample, reconstructed from E/CN.15/2007/11; it is nobody’s reply.",
    );
}

#[test]
fn every_page_stands_within_the_window_whatever_its_size() {
    let views = [
        ("light", View::LIGHT),
        ("dark", View::DARK),
        ("contrast", View::HIGH_CONTRAST),
        ("large", View::LARGE),
        ("small", View::LIGHT.sized(1024.0, 700.0)),
        ("wide", View::LIGHT.sized(1920.0, 1080.0)),
        ("narrow", View::LARGE.sized(1024.0, 700.0)),
    ];
    for (name, view) in views {
        let folder = tempfile::tempdir().unwrap();
        let mut window = sample(view, folder.path());
        edit(&mut window, says("6", Standing::NotApplicable));
        edit(&mut window, says("17.a", Standing::No));
        let wide = f64::from(view.size[0]) * 100.0 / f64::from(view.text_percent);
        for (page_name, picture_name) in [
            ("1 Check", "check"),
            ("2 What leaves", "leaving"),
            ("3 Send", "send"),
        ] {
            page(&mut window, page_name);
            picture(&mut window, &format!("submit-{picture_name}-{name}"));
            for node in window.root().children_recursive() {
                let node = node.accesskit_node();
                let right = node.bounding_box().map_or(0.0, |bounds| bounds.x1);
                let label = node.label().unwrap_or_default();
                assert!(
                    right <= wide.max(f64::from(view.size[0])),
                    "{page_name} {name}: {label:?} reaches to {right}"
                );
            }
        }
        if !["narrow", "dark"].contains(&name) {
            continue;
        }
        edit(&mut window, says("6", Standing::No));
        edit(&mut window, Change::Clear(question("6")));
        edit(&mut window, Change::Clear(question("17.a")));
        release(&mut window);
        let path = folder.path().join("one.submission.ron");
        write(&mut window, WRITE, &path).unwrap();
        picture(&mut window, &format!("submit-sent-{name}"));
    }
}

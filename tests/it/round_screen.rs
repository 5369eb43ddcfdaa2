//! The round as the receiving office uses it: by role and by name.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::analysis::CellTally;
use guidepost::app::round::{RoundCommand, RoundSession};
use guidepost::app::{Command, Route, example};
use guidepost::domain::{
    Attribution, Level, RegionalGroup, RoundChange, Standing, Submission, SubmittedAnswer,
};
use guidepost::format::write_submission;
use jiff::civil::Date;
use uuid::Uuid;

use crate::screens_kit::{Dropped, Program, View, picture, program};
use crate::support::{done, instrument, library, question, state, word};

type Shown = Harness<'static, Program>;

/// The screen before anything was added.
fn shown(view: View, folder: &Path) -> Shown {
    let mut window = program(view, folder);
    window.state_mut().handle(Command::Go(Route::Round));
    window.run();
    window
}

fn round(window: &Shown) -> &RoundSession {
    window.state().app().round().unwrap()
}

/// Lets everything that is on its way arrive.
fn settle(window: &mut Shown) {
    for _ in 0..4000 {
        let ctx = window.ctx.clone();
        window.state_mut().tick(&ctx);
        let round = window.state().app().round();
        let gathered = round.and_then(RoundSession::gathered);
        let waits = gathered.is_some_and(|gathered| !gathered.is_complete())
            || round.is_some_and(|round| round.reading().is_some());
        if !waits {
            window.run();
            window.run();
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("the files are read for ever");
}

fn drop_in(window: &mut Shown, path: &Path) {
    let dropped = Arc::new(Dropped(path.to_owned()));
    window.input_mut().dropped_files.push(dropped);
    window.run();
    settle(window);
}

fn click(window: &mut Shown, role: Role, name: &str) {
    let node = window.get_by_role_and_label(role, name);
    node.scroll_to_me();
    window.run();
    window.get_by_role_and_label(role, name).click();
    window.run();
    settle(window);
}

/// Chooses an option of a menu.
fn choose(window: &mut Shown, menu: &str, option: &str) {
    click(window, Role::ComboBox, menu);
    click(window, Role::Button, option);
}

/// The name of the first button that begins so.
#[track_caller]
fn button(window: &Shown, start: &str) -> String {
    let names = names(window, Role::Button);
    let found = names.iter().find(|name| name.starts_with(start));
    found
        .unwrap_or_else(|| panic!("no button {start:?} among {names:#?}"))
        .clone()
}

fn cell(window: &Shown, id: &str, level: Level) -> CellTally {
    let cells = round(window).collation().tally.cells.iter();
    let mut cells = cells.filter(|cell| cell.question == question(id) && cell.level == level);
    cells.next().unwrap().clone()
}

fn write(window: &mut Shown, role: Role, label: &str, words: &str) {
    window.get_by_role_and_label(role, label).focus();
    window.run();
    window.get_by_role_and_label(role, label).type_text(words);
    window.run();
    window.run();
}

/// Types a path into the dialog that asks for one.
fn type_path(window: &mut Shown, path: &Path) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run();
    window
        .get_by_role_and_label(Role::TextInput, "Path")
        .type_text(word(path));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    settle(window);
}

/// The names of all nodes of a role.
fn names(window: &Shown, role: Role) -> Vec<String> {
    let nodes = window.root().children_recursive();
    nodes
        .filter(|node| node.accesskit_node().role() == role)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

#[track_caller]
fn has_button(window: &Shown, start: &str) {
    button(window, start);
}

fn samples(folder: &Path) -> PathBuf {
    let samples = folder.join("samples");
    done(&["example", "-o", word(&samples)]);
    samples
}

/// A real reply to the call of 2030, made from a sample: so not counted as a trial.
fn reply(code: &str, identity: u128, standing: Standing) -> Submission {
    let sampled = if library().round.reply(state(code)).is_some() {
        code
    } else {
        "CAN"
    };
    let mut submission =
        example::submission(instrument(), &library().round, state(sampled)).unwrap();
    submission.profile.state = state(code);
    submission.sample = None;
    submission.identity = Uuid::from_u128(identity);
    submission.call.id = "2030".to_owned();
    let answer: &mut SubmittedAnswer = submission.answers.entry(question("17")).or_default();
    let cell = answer.cells.entry(Level::National).or_default();
    cell.standing = Some(standing);
    submission
}

fn put(folder: &Path, name: &str, submission: &Submission) {
    fs::create_dir_all(folder).unwrap();
    let (text, _) = write_submission(submission).unwrap();
    fs::write(folder.join(name), text).unwrap();
}

/// A round with a conflict, nonsense, a copy and two other replies.
fn mixture(folder: &Path) -> PathBuf {
    let inbox = folder.join("inbox");
    put(&inbox, "CAN.ron", &reply("CAN", 1, Standing::Yes));
    put(&inbox, "JPN.ron", &reply("JPN", 2, Standing::No));
    put(&inbox, "KEN-council.ron", &reply("KEN", 3, Standing::Yes));
    put(&inbox, "KEN-ministry.ron", &reply("KEN", 4, Standing::No));
    fs::copy(inbox.join("CAN.ron"), inbox.join("copy of CAN.ron")).unwrap();
    fs::write(inbox.join("minutes.docx"), "Minutes of the meeting").unwrap();
    let text = fs::read_to_string(inbox.join("JPN.ron")).unwrap();
    fs::write(inbox.join("cut.ron"), &text[..text.len() / 2]).unwrap();
    inbox
}

#[test]
fn an_empty_screen_says_what_will_stand_there_and_how_to_begin() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT, folder.path());
    picture(&mut window, "round-empty");
    window.get_by_label("Nothing here ranks States, and no State has a grade.");
    for name in ["Add files…", "Add a folder…", "Open a round…"] {
        window.get_by_role_and_label(Role::Button, name);
    }
    click(&mut window, Role::Button, "Begin an empty round");
    picture(&mut window, "round-begun");
    window.get_by_label("Not saved yet");
    window.get_by_label_contains("No file has been added yet.");
}

#[test]
fn start_leads_to_the_round() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    let name = "Replies that came in: open or begin a round";
    click(&mut window, Role::Link, name);
    assert_eq!(window.state().app().route(), &Route::Round);
}

#[test]
fn the_samples_dropped_in_give_the_figures_of_the_trial() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT, folder.path());
    window
        .input_mut()
        .hovered_files
        .push(egui::HoveredFile::default());
    // What hovers is told anew with every frame, so the window never rests.
    window.run_steps(3);
    window.get_by_label("Let go here to add them to the round");
    picture(&mut window, "round-hover");
    window.input_mut().hovered_files.clear();

    drop_in(&mut window, &samples(folder.path()));
    window.get_by_label("42 of 192 invited States replied");
    window.get_by_label("42 counted · none waits for a decision · 42 files");
    window.get_by_label("Samples only: a trial, nobody’s replies.");
    picture(&mut window, "round-files");

    click(&mut window, Role::Tab, "Questions");
    picture(&mut window, "round-questions");
    choose(&mut window, "Section", "Government structures");
    has_button(
        &window,
        "17.b Prevention plan with priorities and targets, regional: Yes ",
    );
    let cell = cell(&window, "17.b", Level::Regional);
    assert!(cell.said[&Standing::InPart].contains(&state("DEU")));
    let row = button(
        &window,
        "17.b Prevention plan with priorities and targets, regional: ",
    );
    click(&mut window, Role::Button, &row);
    picture(&mut window, "round-question-open");
    window.get_by_label("In part: Germany");
    window.get_by_label(&format!(
        "At least {} of the 42 replies say Yes; {} did not answer, which may mean No or nothing.",
        cell.said[&Standing::Yes].len(),
        cell.not_answered.len()
    ));
}

#[test]
fn a_group_is_shown_by_itself_for_convenience() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT, folder.path());
    drop_in(&mut window, &samples(folder.path()));
    choose(&mut window, "Regional group", "Asia-Pacific States");
    window.get_by_label("Regional groups are for convenience only.");
    let group = round(&window).collation().groups.iter();
    let group = { group }
        .find(|group| group.group == RegionalGroup::AsiaPacific)
        .unwrap();
    let (invited, replied) = (group.invited.len(), group.replied.len());
    assert!(0 < replied && replied < 42, "{replied}");
    window.get_by_label(&format!(
        "Asia-Pacific States: {replied} of {invited} invited replied"
    ));
    click(&mut window, Role::Tab, "Questions");
    let rows = names(&window, Role::Button);
    let rows = rows.iter().filter(|name| name.contains(" standing"));
    for row in rows {
        let (_, base) = row.rsplit_once("; ").unwrap();
        let base: usize = base.split(' ').next().unwrap().parse().unwrap();
        assert!(base <= replied, "{row}");
    }
    click(&mut window, Role::Tab, "Assistance");
    picture(&mut window, "round-assistance-group");
    choose(&mut window, "Regional group", "All groups");
    window.get_by_label("42 of 192 invited States replied");
}

#[test]
fn needs_offers_choices_and_lists_name_their_states() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT, folder.path());
    drop_in(&mut window, &samples(folder.path()));
    click(&mut window, Role::Tab, "Assistance");
    let [need, offer] = round(&window).collation().tally.in_sheet();
    window.get_by_label(&format!(
        "{} of the 42 replies mark a need for assistance in at least one area, and {} of the 42 \
         replies mark an offer.",
        need.len(),
        offer.len()
    ));
    has_button(&window, "29.need ");
    has_button(&window, "29.offer ");
    let row = button(&window, "Skills for crime prevention: need ");
    click(&mut window, Role::Button, &row);
    picture(&mut window, "round-assistance");
    let marked = window.query_all_by_label_contains("(all areas)");
    assert_ne!(marked.count(), 0);

    click(&mut window, Role::Tab, "Choices and lists");
    picture(&mut window, "round-choices");
    let lists = names(&window, Role::DisclosureTriangle);
    let list = lists.first().unwrap().clone();
    click(&mut window, Role::DisclosureTriangle, &list);
    picture(&mut window, "round-list");
}

#[test]
fn every_refused_file_is_listed_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT, folder.path());
    drop_in(&mut window, &mixture(folder.path()));
    window.get_by_label("3 of 193 invited States replied");
    window.get_by_label("2 counted · 1 waits for your decision · 7 files");
    has_button(
        &window,
        "inbox/minutes.docx: Not a reply. This is neither a submission",
    );
    has_button(&window, "inbox/cut.ron: Damaged. ");
    has_button(&window, "inbox/copy of CAN.ron, Canada: Duplicate. ");
    picture(&mut window, "round-mixture");

    click(&mut window, Role::RadioButton, "Duplicate 1");
    let rows = names(&window, Role::Button);
    let rows: Vec<&String> = rows
        .iter()
        .filter(|name| name.starts_with("inbox/"))
        .collect();
    assert_eq!(rows.len(), 1, "{rows:#?}");
    click(&mut window, Role::RadioButton, "All 7");
    let row = button(&window, "inbox/JPN.ron");
    click(&mut window, Role::Button, &row);
    picture(&mut window, "round-file-open");
    let seal = round(&window).collation().files.iter();
    let japan = { seal }.find(|file| file.state == Some(state("JPN")) && file.sealed.is_some());
    let digest = japan.unwrap().sealed.unwrap().digest();
    assert_eq!(round(&window).noted().received.get(&digest), None);
    let field = window.get_by_role_and_label(Role::TextInput, "Came on");
    field.focus();
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.run();
    let field = window.get_by_role_and_label(Role::TextInput, "Came on");
    field.type_text("2030-05-03");
    window.run();
    window.run();
    let came = round(&window).noted().received[&digest];
    assert_eq!(came.to_string(), "2030-05-03");
}

#[test]
fn one_entry_says_when_many_replies_came() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT.sized(1360.0, 1200.0), folder.path());
    drop_in(&mut window, &mixture(folder.path()));
    let label = "They came on";
    let has_entry = |window: &Shown| window.query_by_label(label).is_some();
    assert!(!has_entry(&window), "without a closing date no day matters");
    let closing = RoundChange::Closing(Some(Date::constant(2030, 5, 31)));
    let command = Command::Round(Box::new(RoundCommand::Change(closing)));
    window.state_mut().handle(command);
    window.run();
    write(&mut window, Role::TextInput, label, "2030-05-03");
    picture(&mut window, "round-undated");
    let word = button(&window, "Note this day for ");
    click(&mut window, Role::Button, &word);
    let files = round(&window).collation().files.iter();
    let digests: Vec<String> = files
        .filter_map(|file| Some(file.sealed?.digest()))
        .collect();
    let noted = &round(&window).noted().received;
    let came = digests.iter().map(|digest| noted[digest].to_string());
    assert!(came.into_iter().all(|day| day == "2030-05-03") && 2 < digests.len());
    assert!(!has_entry(&window));
}

#[test]
fn a_conflict_is_decided_with_a_reason_and_the_decision_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT.sized(1360.0, 1200.0), folder.path());
    drop_in(&mut window, &mixture(folder.path()));
    window.get_by_label("Kenya: 2 replies compete");
    let decide = "Kenya: the chosen reply counts";
    let button = window.get_by_role_and_label(Role::Button, decide);
    assert!(button.accesskit_node().is_disabled());
    let files = names(&window, Role::RadioButton);
    let ministry = files
        .iter()
        .find(|name| name.starts_with("KEN-ministry.ron"));
    let ministry = ministry.unwrap().clone();
    click(&mut window, Role::RadioButton, &ministry);
    write(
        &mut window,
        Role::TextInput,
        "Why this one counts",
        "Confirmed by the mission.",
    );
    picture(&mut window, "round-conflict");
    click(&mut window, Role::Button, decide);
    let noted = round(&window).noted().decisions[&state("KEN")].clone();
    assert_eq!(noted.reason, "Confirmed by the mission.");
    assert_eq!(noted.date, window.state().app().today());
    window.get_by_label_contains("because: Confirmed by the mission.");
    window.get_by_label("3 counted · none waits for a decision · 7 files");
    picture(&mut window, "round-decided");
    let kenya = cell(&window, "17", Level::National);
    assert!(kenya.said[&Standing::No].contains(&state("KEN")));

    click(&mut window, Role::Link, "Undo the decision on Kenya");
    assert!(round(&window).noted().decisions.is_empty());
    window.get_by_label("Kenya: 2 replies compete");
    let reason = window.get_by_role_and_label(Role::TextInput, "Why this one counts");
    assert_eq!(
        reason.accesskit_node().value().as_deref(),
        Some("Confirmed by the mission."),
        "no word is lost"
    );
}

#[test]
fn texts_are_gathered_quoted_and_named_or_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT, folder.path());
    drop_in(&mut window, &samples(folder.path()));
    click(&mut window, Role::Tab, "Texts");
    picture(&mut window, "round-texts-before");
    choose(
        &mut window,
        "Question whose texts are read",
        "7.lead Body that leads on crime prevention",
    );
    click(&mut window, Role::Button, "Gather the texts");
    picture(&mut window, "round-texts");
    let gathered = round(&window).gathered().unwrap().clone();
    let first = gathered.replies.first().unwrap();
    let name = library().states.name(first.state);
    let links = names(&window, Role::Link);
    let quote = links
        .iter()
        .find(|link| link.starts_with(&format!("Quote {name}: ")));
    let quote = quote.unwrap().clone();
    click(&mut window, Role::Link, &quote);
    let words = window.get_by_role_and_label(Role::MultilineTextInput, "Words to quote");
    assert_eq!(
        words.accesskit_node().value().as_ref(),
        Some(&first.texts[0].text)
    );
    picture(&mut window, "round-quoting");
    click(&mut window, Role::RadioButton, "one State");
    click(&mut window, Role::Button, "Quote these words");
    let quoted = |window: &Shown| round(window).noted().quotations.first().cloned();
    assert_eq!(quoted(&window).unwrap().attribution, Attribution::OneState);

    click(&mut window, Role::RadioButton, "Quotations chosen: 1");
    picture(&mut window, "round-quotations");
    click(&mut window, Role::Link, "Name the State");
    window.get_by_label(&format!("one State ({name})"));
    click(
        &mut window,
        Role::Link,
        &format!("Remove the quotation of {name}"),
    );
    assert_eq!(quoted(&window), None);
}

#[test]
fn a_round_is_saved_closed_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT.sized(1360.0, 1400.0), folder.path());
    drop_in(&mut window, &mixture(folder.path()));
    click(&mut window, Role::Tab, "About the round");
    picture(&mut window, "round-about");
    write(&mut window, Role::TextInput, "Closing date", "2030-06-15");
    write(
        &mut window,
        Role::MultilineTextInput,
        "Introduction",
        "Three States so far.",
    );
    click(&mut window, Role::RadioButton, "A list");
    picture(&mut window, "round-about-list");
    let states = names(&window, Role::CheckBox).len();
    assert!(8 < states, "{states} States of the list are in sight");
    click(
        &mut window,
        Role::Button,
        "Invite none of the African States",
    );
    click(&mut window, Role::Button, "Close");
    window.get_by_role_and_label(Role::Heading, "The round is saved nowhere");
    picture(&mut window, "round-close");
    click(&mut window, Role::Button, "Save…");
    let path = folder.path().join("2030");
    type_path(&mut window, &path);
    let path = folder.path().join("2030.round.ron");
    assert_eq!(round(&window).path(), Some(path.as_path()));
    let noted = round(&window).noted().clone();
    assert!(!noted.invited.contains(&state("KEN")));
    click(&mut window, Role::Button, "Close");
    assert!(window.state().app().round().is_none());

    click(&mut window, Role::Button, "Open a round…");
    type_path(&mut window, &path);
    assert_eq!(round(&window).noted(), &noted);
    window.get_by_label_contains(" · 7 files");
}

#[test]
fn the_window_does_not_close_over_a_round_that_is_saved_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT, folder.path());
    drop_in(&mut window, &mixture(folder.path()));
    assert!(!window.state_mut().may_close());
    window.run();
    window.run();
    window.get_by_role_and_label(Role::Heading, "The round is saved nowhere");
    click(&mut window, Role::Button, "Close without saving");
    assert!(window.state().app().round().is_none());
    assert!(window.state_mut().may_close());
}

#[test]
fn a_reason_that_was_not_used_is_not_lost_with_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = shown(View::LIGHT, folder.path());
    drop_in(&mut window, &mixture(folder.path()));
    write(
        &mut window,
        Role::TextInput,
        "Why this one counts",
        "The mission said so.",
    );
    assert!(!window.state_mut().may_close());
    window.run();
    window.run();
    let title = "Something typed is not saved yet";
    window.get_by_role_and_label(Role::Heading, title);
    window.get_by_label("The mission said so.");
    click(&mut window, Role::Button, "Stay");
    let close = Command::Round(Box::new(RoundCommand::Close));
    window.state_mut().handle(close);
    window.run();
    window.run();
    window.get_by_role_and_label(Role::Heading, title);
    click(&mut window, Role::Button, "Stay");
    window.get_by_label("Kenya: 2 replies compete");
}

#[test]
fn nothing_lies_beside_the_page_where_the_window_is_small() {
    let folder = tempfile::tempdir().unwrap();
    let samples = samples(folder.path());
    let inbox = mixture(folder.path());
    for (name, view) in [
        ("small", View::LIGHT.sized(1024.0, 700.0)),
        ("large", View::LARGE.sized(1024.0, 700.0)),
        ("wide", View::DARK.sized(1920.0, 1080.0)),
        ("contrast", View::HIGH_CONTRAST),
    ] {
        let mut window = shown(view, &folder.path().join(name));
        let from = if name == "contrast" { &inbox } else { &samples };
        drop_in(&mut window, from);
        for tab in [
            "Files",
            "Questions",
            "Assistance",
            "Choices and lists",
            "Texts",
            "About the round",
        ] {
            if name == "large" && tab != "Files" {
                choose(&mut window, "Parts of the round", tab);
            } else if tab != "Files" {
                click(&mut window, Role::Tab, tab);
            }
            if tab == "Texts" {
                click(&mut window, Role::Button, "Gather the texts");
            }
            if tab == "Questions" {
                let row = button(&window, "7.steps ");
                click(&mut window, Role::Button, &row);
            }
            let file = tab.to_lowercase().replace(' ', "-");
            picture(&mut window, &format!("round-{name}-{file}"));
            let width = f64::from(view.size[0]);
            for node in window.root().children_recursive() {
                let node = node.accesskit_node();
                let right = node.bounding_box().map_or(0.0, |bounds| bounds.x1);
                let label = node.label().unwrap_or_default();
                assert!(right <= width, "{name} {tab}: {label:?} reaches to {right}");
            }
        }
    }
}

#[test]
fn many_files_are_laid_out_only_where_they_are_in_sight() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path().join("many");
    fs::create_dir(&inbox).unwrap();
    for number in 0..500 {
        fs::write(inbox.join(format!("{number:04}.txt")), "a letter").unwrap();
    }
    let mut window = shown(View::LIGHT, folder.path());
    drop_in(&mut window, &inbox);
    window.get_by_label("0 of 193 invited States replied");
    picture(&mut window, "round-many");
    let rows = names(&window, Role::Button);
    let rows = rows.iter().filter(|name| name.starts_with("many/"));
    let rows = rows.count();
    assert!((5..40).contains(&rows), "{rows}");
}

#[test]
fn reading_shows_how_far_it_is_and_can_be_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = mixture(folder.path());
    let mut window = shown(View::LIGHT, folder.path());
    let add = RoundCommand::Add(vec![inbox]);
    window.state_mut().handle(Command::Round(Box::new(add)));
    window.run_steps(2);
    // How far it is by now depends on the machine.
    window.get_by_role(Role::ProgressIndicator);
    picture(&mut window, "round-reading");
    window.get_by_role_and_label(Role::Button, "Cancel").click();
    window.run();
    assert_eq!(round(&window).reading(), None);
    window.get_by_label("0 counted · none waits for a decision · 0 files");
    let said = |window: &Shown| {
        let said = window.query_by_label_contains("Reading was stopped");
        said.is_some()
    };
    assert!(said(&window));
    picture(&mut window, "round-stopped");
    click(&mut window, Role::Button, "Read all again");
    settle(&mut window);
    assert!(!said(&window));
}

//! A reply that came in, as the receiving office sees it: by role and by name.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use clap::Parser as _;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use guidepost::app::{Command, Route, example};
use guidepost::cli::Arguments;
use guidepost::domain::{
    AssistanceSide, Extent, ItemId, Kind, Level, Levels, ListItem, StateCode, Submission,
    SubmittedAnswer, TextField, Units,
};
use guidepost::domain::{Cell, Evidence, EvidenceId, Round, Standing};
use guidepost::format::{Seal, write_package, write_round, write_submission};
use uuid::Uuid;

use crate::screens_kit::{Dropped, Program, View, picture, program};
use crate::support::{instrument, library, question, state};
use crate::{package, submission};

type Shown = Harness<'static, Program>;

/// The code of the submission of format 1, as a cover letter gives it.
const CODE: &str = "TG5D-RPGR-3CVR-N9J3";

/// Opens a file as a double click on it does: it is the one argument of the program.
fn double_click(window: &mut Shown, path: &Path) {
    let arguments = Arguments::try_parse_from([Path::new("guidepost"), path]).unwrap();
    let file = arguments.file.unwrap();
    window.state_mut().handle(Command::Open(file));
    window.run();
    settle(window);
}

/// Waits until the thread that reads the file has told what it found.
fn settle(window: &mut Shown) {
    let ctx = window.ctx.clone();
    loop {
        window.state_mut().tick(&ctx);
        let received = window.state().app().received();
        if received.is_none_or(|received| received.examined().is_some()) {
            break;
        }
        thread::yield_now();
    }
    window.run();
    window.run();
}

/// The window with a file in it that came in under this name.
fn came_in(view: View, folder: &Path, name: &str, bytes: &[u8]) -> Shown {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    let mut window = program(view, folder);
    double_click(&mut window, &path);
    assert_eq!(*window.state().app().route(), Route::Received);
    window
}

/// Checks that the window says this.
#[track_caller]
fn said(window: &Shown, words: &str) {
    let found = window.query_all_by_label_contains(words).next();
    assert!(found.is_some(), "{words:?} is not said");
}

/// Checks what is said of a file that came in: the verdict, and these words.
#[track_caller]
fn check(name: &str, bytes: &[u8], verdict: &str, words: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = came_in(View::LIGHT, folder.path(), name, bytes);
    let ending = name.rsplit('.').next().unwrap_or_default();
    let verdict_name = verdict.to_lowercase().replace(' ', "-");
    picture(&mut window, &format!("received-{verdict_name}-{ending}"));
    window.get_by_role_and_label(Role::Heading, verdict);
    for word in words {
        said(&window, word);
    }
    assert_eq!(fs::read(folder.path().join(name)).unwrap(), bytes);
    assert!(window.state().app().notices().is_empty());
}

fn package_bytes() -> Vec<u8> {
    let evidence: &[(&str, &[u8])] = &[("law.pdf", b"%PDF-1.7 the law"), ("plan.txt", b"the plan")];
    write_package(package::files(evidence)).unwrap()
}

/// The bytes with one of them changed, where this stands.
fn changed(bytes: &[u8], part: &str) -> Vec<u8> {
    let place = bytes
        .windows(part.len())
        .position(|window| window == part.as_bytes())
        .unwrap();
    let mut bytes = bytes.to_vec();
    bytes[place] ^= 1;
    bytes
}

#[test]
fn an_intact_submission_is_told_with_its_code_and_what_that_proves() {
    check(
        "CAN.submission.ron",
        submission::FORMAT_1,
        "Intact",
        &[
            "The file is, to the last byte, what was sealed.",
            "TG5D  RPGR  3CVR  N9J3",
            "Compare it with the code in the cover letter.",
            "It proves that nothing in the file was changed",
            "It does not prove who sealed it",
            "Canada",
        ],
    );
}

#[test]
fn one_changed_byte_is_told_and_what_can_be_read_is_not_to_be_relied_on() {
    check(
        "CAN.submission.ron",
        &changed(submission::FORMAT_1, "standing: \"yes\""),
        "Not intact",
        &[
            "Its seal does not fit",
            "Ask the sender for the file again.",
        ],
    );
    let text = String::from_utf8(submission::FORMAT_1.to_vec()).unwrap();
    check(
        "CAN.submission.ron",
        text.replacen("Nobody", "Somebody", 1).as_bytes(),
        "Not intact",
        &[
            "Its seal does not fit",
            "can be read below, but not relied on",
            "Somebody",
        ],
    );
}

#[test]
fn a_changed_first_line_is_told_by_the_name_of_the_file() {
    check(
        "CAN.submission.ron",
        &changed(submission::FORMAT_1, "// guidepost"),
        "Cannot be read",
        &[
            "or its first line, the seal, was damaged",
            "Ask the sender for the submission",
        ],
    );
    check(
        "CAN.submission.ron",
        b"",
        "Cannot be read",
        &["The file is empty."],
    );
}

#[test]
fn what_the_way_of_a_reply_has_changed_is_told_with_what_to_ask_for() {
    let text = String::from_utf8(submission::FORMAT_1.to_vec()).unwrap();
    check(
        "CAN.submission.ron",
        text.replace('\n', "\r\n").as_bytes(),
        "Not intact",
        &[
            "Nothing that the State wrote was changed",
            "The line ends alone were changed",
            "send it again as a package",
            "Canada",
        ],
    );
    let package = package_bytes();
    check(
        "CAN.package.zip",
        &[&b"\xef\xbb\xbf"[..], &package].concat(),
        "Not intact",
        &[
            "An invisible mark was put before its first character",
            "Canada",
        ],
    );
    let mut other = package.clone();
    other.extend(b"by another program");
    check(
        "CAN.package.zip",
        &other,
        "Not intact",
        &[
            "Its end is not as the layout of a package wants it",
            "The sealed reply in it is whole: take CAN-revision-1.submission.ron",
        ],
    );
}

#[test]
fn a_truncated_submission_is_not_intact() {
    let half = &submission::FORMAT_1[..submission::FORMAT_1.len() / 2];
    check(
        "CAN.submission.ron",
        half,
        "Not intact",
        &[
            "changed or lost after it was sealed",
            "The file was left as it is.",
        ],
    );
}

#[test]
fn a_submission_of_the_future_is_left_to_a_newer_version() {
    let body = "Submission(format: 2, what: \"is this\")\n";
    check(
        "CAN.submission.ron",
        (Seal::of(body.as_bytes()).line() + body).as_bytes(),
        "Cannot be read",
        &[
            "A newer version of Guidepost wrote this file",
            "Open it with a newer version of Guidepost.",
        ],
    );
}

#[test]
fn an_intact_package_is_told_with_its_files() {
    check(
        "CAN.package.zip",
        &package_bytes(),
        "Intact",
        &["its 2 files of evidence, which are those that the reply names"],
    );
}

#[test]
fn a_changed_byte_in_a_package_is_told_and_nothing_is_unpacked() {
    check(
        "CAN.package.zip",
        &changed(&package_bytes(), "the law"),
        "Not intact",
        &["law.pdf", "Nothing was unpacked"],
    );
}

#[test]
fn a_package_without_its_ending_is_known_by_what_it_holds() {
    check(
        "CAN",
        &package_bytes(),
        "Intact",
        &["its 2 files of evidence"],
    );
}

fn write(window: &mut Shown, label: &str, words: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    window
        .get_by_role_and_label(Role::TextInput, label)
        .type_text(words);
    window.run();
}

#[test]
fn the_code_of_the_letter_is_compared_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = came_in(
        View::LIGHT,
        folder.path(),
        "CAN.submission.ron",
        submission::FORMAT_1,
    );
    let same = "The same code: this is the file that the letter is about.";
    for (written, said) in [
        ("tg5d rpg", "The same so far: 7 of 16."),
        (CODE, same),
        ("tg5d rpgr 3cvr n9j3", same),
        (
            "TG5D-RPGR-3CVR-N9J4",
            "Not the same code: it differs in group 4. Look at the letter again; if it stays so, ask the sender.",
        ),
    ] {
        write(&mut window, "Code in the letter", written);
        window.get_by_label(said);
    }
    picture(&mut window, "received-code-differs");
}

#[test]
fn o_and_i_in_a_written_code_are_0_and_1() {
    let folder = tempfile::tempdir().unwrap();
    let mut reply = submission::all_of(&crate::support::empty());
    let (bytes, code) = (1..1_000)
        .map(|revision| {
            reply.revision = revision;
            let (bytes, seal) = write_submission(&reply).unwrap();
            (bytes, seal.code())
        })
        .find(|(_, code)| code.contains('0') && code.contains('1'))
        .unwrap();
    let mut window = came_in(View::LIGHT, folder.path(), "CAN.submission.ron", &bytes);
    let written = code.replace('0', "o").replace('1', "l");
    write(&mut window, "Code in the letter", &written);
    window.get_by_label("The same code: this is the file that the letter is about.");
}

#[test]
fn an_open_assessment_stays_open_and_back_leads_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.submission.ron");
    fs::write(&path, submission::FORMAT_1).unwrap();
    let mut window = program(View::LIGHT, folder.path());
    window.state_mut().handle(Command::New {
        state: StateCode::parse("KEN").unwrap(),
        levels: Levels::default(),
        path: folder.path().join("KEN.assessment.ron"),
    });
    window.run();
    double_click(&mut window, &path);
    let app = window.state().app();
    let assessment = app.session().unwrap().assessment();
    assert_eq!(assessment.profile.state, state("KEN"));
    assert_eq!(*app.route(), Route::Received);
    window.get_by_role_and_label(Role::Button, "Back").click();
    window.run();
    window.run();
    assert_eq!(*window.state().app().route(), Route::Profile);
}

#[test]
fn a_file_dropped_onto_the_window_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.submission.ron");
    fs::write(&path, submission::FORMAT_1).unwrap();
    let mut window = program(View::LIGHT, folder.path());
    drop_files(&mut window, &[&path]);
    settle(&mut window);
    window.get_by_role_and_label(Role::Heading, "Intact");
    window.state_mut().handle(Command::Go(Route::Start));
    drop_files(&mut window, &[&path, &path]);
    assert_eq!(*window.state().app().route(), Route::Start);
    said(&window, "Several replies belong in a round");
}

#[test]
fn replies_are_among_the_recent_files_and_leave_room_for_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    window.state_mut().handle(Command::New {
        state: StateCode::parse("KEN").unwrap(),
        levels: Levels::default(),
        path: folder.path().join("KEN.assessment.ron"),
    });
    for number in 0..5 {
        let path = folder.path().join(format!("{number}.submission.ron"));
        fs::write(&path, submission::FORMAT_1).unwrap();
        double_click(&mut window, &path);
    }
    let recent = window.state().app().settings().recent.files();
    let names: Vec<String> = recent
        .iter()
        .map(|file| file.path.file_name().unwrap().display().to_string())
        .collect();
    assert_eq!(
        names,
        [
            "4.submission.ron",
            "3.submission.ron",
            "2.submission.ron",
            "KEN.assessment.ron"
        ]
    );
    window.state_mut().handle(Command::Go(Route::Start));
    window.run();
    let rows = window.query_all_by_role(Role::Button);
    let name = |row: &Node<'_>| row.accesskit_node().label().unwrap_or_default();
    let row = { rows }
        .find(|row| name(row).contains("4.submission.ron"))
        .unwrap();
    assert!(name(&row).contains("A reply that came in"));
    row.click();
    window.run();
    settle(&mut window);
    window.get_by_role_and_label(Role::Heading, "Intact");
}

#[test]
fn a_part_and_a_file_of_another_kind_are_told_in_plain_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = program(View::LIGHT, folder.path());
    for (name, text, said) in [
        ("a.part.ron", "Part(format: 1)", "cannot fill parts yet"),
        (
            "letter.txt",
            "Dear colleagues",
            "not an assessment of Guidepost",
        ),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        double_click(&mut window, &path);
        assert_eq!(*window.state().app().route(), Route::Start);
        self::said(&window, said);
    }
}

#[test]
fn a_round_is_opened_as_a_round() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("2026.round.ron");
    let round = Round {
        call: "2026".to_owned(),
        ..Round::default()
    };
    fs::write(&path, write_round(&round).unwrap()).unwrap();
    let mut window = program(View::LIGHT, folder.path());
    double_click(&mut window, &path);
    assert_eq!(*window.state().app().route(), Route::Round);
}

/// A reply with something in every question, of about a million letters.
fn long_reply() -> Submission {
    let sentence = "The council has a plan with aims that can be measured, and reports each year. ";
    let mut reply = submission::all_of(&crate::support::empty());
    reply.call.title = "Second round".to_owned();
    for question in instrument().questions() {
        let mut answer = SubmittedAnswer {
            revision: question.revision,
            ..SubmittedAnswer::default()
        };
        if question.has_cells() {
            for level in &question.levels {
                let cell = Cell {
                    standing: Some(Standing::InPart),
                    units: (*level != Level::National).then(|| Units::new(4, 21).unwrap()),
                    note: "Since 2019.".to_owned(),
                    ..Cell::default()
                };
                answer.cells.insert(*level, cell);
            }
        }
        for field in [TextField::Exists, TextField::Missing, TextField::Useful] {
            let text = format!("{}\n{}", sentence.repeat(40), sentence.repeat(20));
            answer.texts.insert(field, text);
        }
        match &question.kind {
            Kind::Choice(options) => answer.choice = Some(options[0].id.clone()),
            Kind::List(kinds) => {
                let item = ListItem {
                    name: "Network of cities".to_owned(),
                    kind: Some(kinds[0].id.clone()),
                    year: Some(2021),
                    ..ListItem::default()
                };
                answer.items.push((ItemId(Uuid::from_u128(7)), item));
            }
            Kind::Assistance => {
                answer.assistance.all_areas.need = AssistanceSide {
                    extent: Some(Extent::Yes),
                    reason: "For the regions.".to_owned(),
                    ..AssistanceSide::default()
                };
            }
            _ => {}
        }
        let piece = Evidence {
            title: "Act on the prevention of crime".to_owned(),
            body: "Parliament".to_owned(),
            year: Some(2019),
            file_name: "act.pdf".to_owned(),
            ..Evidence::default()
        };
        answer
            .evidence
            .push((EvidenceId(Uuid::from_u128(9)), piece));
        reply.answers.insert(question.id.clone(), answer);
    }
    reply
}

#[test]
fn of_a_long_reply_only_what_is_in_sight_is_laid_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut reply = long_reply();
    let last = &instrument().questions().last().unwrap().id;
    let answer = reply.answers.get_mut(last).unwrap();
    answer.evidence[0].1.title = "The last act".to_owned();
    let (bytes, _) = write_submission(&reply).unwrap();
    assert!(1_000_000 < bytes.len(), "{}", bytes.len());
    let mut window = came_in(View::LIGHT, folder.path(), "CAN.submission.ron", &bytes);
    let all = instrument().questions().len();
    window.get_by_label(&format!("All {all} questions are answered."));
    let shown = |window: &Shown| window.root().children_recursive().count();
    assert!(shown(&window) < 200, "{}", shown(&window));
    picture(&mut window, "received-long");
    for _ in 0..3 {
        window.key_press(Key::End);
        window.run();
    }
    picture(&mut window, "received-long-end");
    said(&window, "The last act");
    assert!(shown(&window) < 200, "{}", shown(&window));
}

#[test]
fn an_answer_says_its_standings_units_texts_entries_and_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let mut reply = long_reply();
    reply.answers.retain(|id, _| {
        ["17.a", "7.lead", "29", "30.networks"]
            .map(question)
            .contains(id)
    });
    for answer in reply.answers.values_mut() {
        answer
            .texts
            .insert(TextField::Exists, "A plan of 2019.".to_owned());
        answer.texts.retain(|field, _| *field == TextField::Exists);
    }
    let mut strange = reply.answers[&question("17.a")].clone();
    strange.revision = 9;
    reply.answers.insert(question("99.z"), strange.clone());
    reply.answers.insert(question("17.b"), strange);
    let (bytes, _) = write_submission(&reply).unwrap();
    let tall = View::LIGHT.sized(1360.0, 4000.0);
    let mut window = came_in(tall, folder.path(), "CAN.submission.ron", &bytes);
    picture(&mut window, "received-answers");
    let all = instrument().questions().len();
    for said in [
        &*format!("5 questions are answered, {} are not.", all - 5),
        "In part",
        "4 of 21",
        "Since 2019.",
        "A plan of 2019.",
        "Ministry of the interior",
        "Network of cities",
        "All 12 areas",
        "For the regions.",
        "Act on the prevention of crime — Parliament, 2019",
        "act.pdf",
        "Answers to other questions",
        "99.z",
        "Answered as revision 9 asked it; the question has changed.",
    ] {
        self::said(&window, said);
    }
    for never in ["decided", "coverage", "%", "Gap"] {
        assert!(
            window.query_all_by_label_contains(never).next().is_none(),
            "{never}"
        );
    }
}

#[test]
fn a_sample_says_that_it_is_nobodys_reply() {
    let folder = tempfile::tempdir().unwrap();
    let sample = example::submission(instrument(), &library().round, state("CAN")).unwrap();
    let (bytes, _) = write_submission(&sample).unwrap();
    let mut window = came_in(View::LIGHT, folder.path(), "CAN.submission.ron", &bytes);
    window.get_by_label_contains("nobody’s reply");
    picture(&mut window, "received-sample");
}

#[test]
fn pictures_of_a_reply_in_every_look() {
    let sample = example::submission(instrument(), &library().round, state("CAN")).unwrap();
    let (bytes, _) = write_submission(&sample).unwrap();
    let broken = changed(&bytes, "Canada");
    let views = [
        ("dark", View::DARK),
        ("contrast", View::HIGH_CONTRAST),
        ("small", View::LIGHT.sized(1024.0, 700.0)),
        ("large", View::LARGE),
        ("wide", View::LIGHT.sized(1920.0, 1080.0)),
    ];
    for (name, view) in views {
        // The look of a window stands in the settings, so each has a home of its own.
        let folder = tempfile::tempdir().unwrap();
        let mut window = came_in(view, folder.path(), "CAN.submission.ron", &bytes);
        window.get_by_role_and_label(Role::Heading, "Intact");
        picture(&mut window, &format!("received-{name}"));
        let mut window = came_in(view, folder.path(), "CAN.submission.ron", &broken);
        window.get_by_role_and_label(Role::Heading, "Not intact");
        picture(&mut window, &format!("received-broken-{name}"));
    }
}

/// Drops files onto the window.
fn drop_files(window: &mut Shown, paths: &[&PathBuf]) {
    for path in paths {
        let file = Arc::new(Dropped((*path).clone()));
        window.input_mut().dropped_files.push(file);
    }
    window.run();
}

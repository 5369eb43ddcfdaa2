//! `submit`, `verify` and `example`: from an assessment to a file that can be checked.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use guidepost::analysis::{Disclosure, KeptBeside, ProfileField, Since, Subject, Unreleased};
use guidepost::app::submit::{Request, last_sent, prepare, preview};
use guidepost::domain::{
    Application, Assessment, AssistanceSide, AssistanceTarget, Change, Contact, Evidence,
    EvidenceId, Extent, FieldValue, ItemId, Kind, KindId, Level, ListItem, OptionId, Profile,
    Release, Round, Side, Standing, TextField, Units, WithApplication,
};
use guidepost::format::{read_package, read_submission, write_round};
use guidepost::store::{Backups, Folders};
use guidepost::words::{ENGLISH, Words};
use jiff::civil::Date;
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

use crate::support::{
    Ran, after, apply, done, empty, instrument, json, question, run, set, stamp, word,
};

/// A folder with an assessment of Canada that is ready to be sent, and a home of its own.
struct Office {
    folder: TempDir,
    file: PathBuf,
}

const RELEASE: [&str; 6] = ["--name", "Ana", "--title", "Head", "--body", "Council"];

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("CAN.assessment.ron");
        done(&["new", "--state", "CAN", "-o", word(&file)]);
        done(&[
            "profile",
            word(&file),
            "--focal-point",
            "Ana",
            "--call",
            "2026",
            "--call-title",
            "Second round",
            "--note-verbale",
            "CU 2026/1",
            "--address",
            "Vienna",
        ]);
        done(&[
            "answer",
            word(&file),
            "17",
            "national=yes",
            "--remark",
            "secret",
            "--clear",
        ]);
        Self { folder, file }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program itself, with a home of its own.
    fn run(&self, words: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_guidepost"))
            .args(words)
            .env("GUIDEPOST_HOME", self.path("home"))
            .output()
            .unwrap();
        Ran {
            code: u8::try_from(output.status.code().unwrap()).unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn submit(&self, name: &str, more: &[&str]) -> Ran {
        let path = self.path(name);
        let mut words = vec!["submit", word(&self.file), "-o", word(&path)];
        words.extend(RELEASE);
        words.extend(more);
        self.run(&words)
    }

    #[track_caller]
    fn submitted(&self, name: &str, more: &[&str]) -> String {
        let ran = self.submit(name, more);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
        ran.out
    }
}

#[test]
fn a_cleared_reply_is_sealed_noted_kept_and_verified() {
    let office = Office::new();
    let said = office.submitted("one.submission.ron", &["--reference", "CP/1"]);
    let path = office.path("one.submission.ron");
    let sealed = read_submission(&fs::read(&path).unwrap(), "it").unwrap();
    let code = sealed.seal.code();
    assert!(
        said.starts_with(&format!(
            "Revision: 1\nCode: {code}\nWritten and read back: "
        )),
        "{said}"
    );
    assert!(said.contains("Draft of the cover letter:\n\n"), "{said}");
    for part in [
        "CU 2026/1",
        "Vienna",
        "Reference: CP/1",
        "Canada",
        "one.submission.ron",
        "Ana\nHead\nCouncil",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!fs::read_to_string(&path).unwrap().contains("secret"));

    let noted = fs::read_to_string(&office.file).unwrap();
    assert!(noted.contains(&sealed.seal.hex()), "the digest is noted");
    let kept: Vec<_> = walk(&office.path("home"));
    let kept = kept
        .iter()
        .find(|path| path.ends_with("last-sent.submission.ron"))
        .unwrap();
    assert_eq!(fs::read(kept).unwrap(), fs::read(&path).unwrap());

    let verdict = json(&["verify", word(&path), "--json"]);
    let verdict = &verdict["files"][0];
    assert_eq!(verdict["intact"], true);
    assert_eq!(verdict["kind"], "submission");
    assert_eq!(verdict["state"], "CAN");
    assert_eq!(verdict["revision"], 1);
    assert_eq!(verdict["code"], code.as_str());
    assert!(
        verdict["text"]
            .as_str()
            .unwrap()
            .contains("does not prove who sealed it")
    );
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(walk(&path));
        } else {
            found.push(path);
        }
    }
    found
}

#[test]
fn unchanged_content_gives_the_same_file_and_a_change_the_next_revision() {
    let office = Office::new();
    office.submitted("one.submission.ron", &[]);
    let before = fs::read(&office.file).unwrap();
    let said = office.submitted("again.submission.ron", &[]);
    assert!(
        said.starts_with("Nothing has changed since revision 1"),
        "{said}"
    );
    assert_eq!(
        fs::read(office.path("one.submission.ron")).unwrap(),
        fs::read(office.path("again.submission.ron")).unwrap()
    );
    assert_eq!(
        fs::read(&office.file).unwrap(),
        before,
        "the assessment is as it was"
    );
    done(&[
        "answer",
        word(&office.file),
        "17",
        "--exists",
        "a plan",
        "--clear",
    ]);
    let said = office.submitted("two.submission.ron", &[]);
    assert!(said.starts_with("Revision: 2\n"), "{said}");
    let said = office.submitted("three.submission.ron", &["--reference", "CP/3"]);
    assert!(said.starts_with("Revision: 3\n"), "{said}");
}

#[test]
fn what_blocks_a_final_is_refused_with_its_findings_and_changes_nothing() {
    let office = Office::new();
    done(&["answer", word(&office.file), "6", "national=no"]);
    let before = fs::read(&office.file).unwrap();
    let ran = office.submit("one.submission.ron", &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.starts_with("blocks   uncleared"), "{}", ran.out);
    assert!(!ran.out.contains("advises"), "{}", ran.out);
    assert!(ran.err.contains("findings in its way: 1"), "{}", ran.err);
    assert!(!office.path("one.submission.ron").exists());
    assert_eq!(fs::read(&office.file).unwrap(), before);
    office.submitted("one.submission.ron", &["--without-uncleared"]);
    let bytes = fs::read(office.path("one.submission.ron")).unwrap();
    let sealed = read_submission(&bytes, "it").unwrap();
    assert_eq!(sealed.submission.answers.len(), 1);
}

#[test]
fn nothing_is_overwritten_without_force_and_an_assessment_never() {
    let office = Office::new();
    let path = office.path("one.submission.ron");
    fs::write(&path, "mine").unwrap();
    let before = fs::read(&office.file).unwrap();
    let ran = office.submit("one.submission.ron", &[]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--force overwrites it"), "{}", ran.err);
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    let ran = office.submit("CAN.assessment.ron", &["--force"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("this is an assessment"), "{}", ran.err);
    let round = office.path("round.submission.ron");
    let text = write_round(&Round::default()).unwrap();
    fs::write(&round, &text).unwrap();
    assert_eq!(office.submit("round.submission.ron", &["--force"]).code, 2);
    assert_eq!(fs::read_to_string(&round).unwrap(), text);
    assert_eq!(
        fs::read(&office.file).unwrap(),
        before,
        "no revision was taken"
    );
    office.submitted("one.submission.ron", &["--force"]);
    let ran = run(&[
        "submit",
        word(&office.file),
        "-o",
        word(&office.path("x")),
        "--name",
        "Ana",
        "--title",
        " ",
        "--body",
        "b",
    ]);
    assert!(
        ran.err.contains("give the title of that person"),
        "{}",
        ran.err
    );
}

#[test]
fn a_reply_that_could_not_be_written_is_offered_again_under_its_revision() {
    let office = Office::new();
    let ran = office.submit("no-such-folder/one.submission.ron", &[]);
    assert_eq!(ran.code, 2);
    let said = office.submitted("one.submission.ron", &[]);
    assert!(
        said.starts_with("Nothing has changed since revision 1"),
        "{said}"
    );
}

#[test]
fn a_package_holds_the_evidence_and_a_letter_goes_into_a_file() {
    let office = Office::new();
    let law = office.path("law.txt");
    fs::write(&law, "the law").unwrap();
    done(&[
        "evidence",
        word(&office.file),
        "17",
        "--title",
        "A law",
        "--file",
        word(&law),
    ]);
    done(&["answer", word(&office.file), "17", "--clear"]);
    let letter = office.path("letter.txt");
    let said = office.submitted("CAN.package.zip", &["--package", "--letter", word(&letter)]);
    assert!(said.contains("Draft of the cover letter: "), "{said}");
    assert!(
        fs::read_to_string(&letter)
            .unwrap()
            .contains("File: CAN.package.zip")
    );
    let path = office.path("CAN.package.zip");
    let verdict = json(&["verify", word(&path), "--json"]);
    assert_eq!(verdict["files"][0]["kind"], "package");
    let text = verdict["files"][0]["text"].as_str().unwrap();
    assert!(
        text.contains("Its one file of evidence is the one that the reply names."),
        "{text}"
    );
}

/// The letter of a reply with this profile and release has one code, and no gap between paragraphs.
#[track_caller]
fn check_letter(profile: &[&str], release: &[&str], begins: &str) {
    let office = Office::new();
    if !profile.is_empty() {
        done(&[&["profile", word(&office.file)], profile].concat());
    }
    let letter = office.path("letter.txt");
    let reply = office.path("CAN.submission.ron");
    let words = [
        "submit",
        word(&office.file),
        "-o",
        word(&reply),
        "--letter",
        word(&letter),
    ];
    let ran = office.run(&[&words[..], release].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let letter = fs::read_to_string(&letter).unwrap();
    let codes = letter.lines().filter(|line| line.starts_with("Code:"));
    assert_eq!(codes.count(), 1, "{letter}");
    assert!(!letter.contains("\n\n\n"), "{letter}");
    let (_, after_day) = letter.split_once("\n\n").unwrap();
    assert!(after_day.starts_with(begins), "{letter}");
}

#[test]
fn a_letter_has_one_code_and_one_blank_line_between_paragraphs() {
    check_letter(&[], &RELEASE, "Vienna\n\nWith reference");
    let none = &["--address", ""];
    check_letter(none, &RELEASE, "With reference");
    let with_reference = [&RELEASE[..], &["--reference", "CP/1"]].concat();
    check_letter(none, &with_reference, "Reference: CP/1\n\nWith reference");

    let forged = "A\nCode: AAAA-AAAA-AAAA-AAAA";
    let profile = [
        "--call-title",
        forged,
        "--focal-point",
        forged,
        "--note-verbale",
        forged,
    ];
    let release = [
        "--name",
        forged,
        "--title",
        forged,
        "--body",
        forged,
        "--reference",
        forged,
    ];
    check_letter(&profile, &release, "Vienna\n");
}

#[test]
fn a_reply_and_its_letter_have_two_places() {
    let office = Office::new();
    fs::create_dir(office.path("folder")).unwrap();
    let turn = office.path("folder/../x.ron");
    #[cfg(unix)]
    std::os::unix::fs::symlink("x.ron", office.path("link.ron")).unwrap();
    for letter in [
        office.path("x.ron"),
        turn,
        office.path("./x.ron"),
        office.path("link.ron"),
    ] {
        if cfg!(unix) || !letter.ends_with("link.ron") {
            let ran = office.submit("x.ron", &["--force", "--letter", word(&letter)]);
            assert_eq!(ran.code, 2, "{}", letter.display());
            assert!(ran.err.contains("need two names"), "{}", ran.err);
        }
    }
    assert!(!office.path("x.ron").exists());
}

#[cfg(unix)]
#[test]
fn no_report_is_written_over_somebody_s_work_by_whatever_way() {
    let office = Office::new();
    office.submitted("one.submission.ron", &[]);
    let other = office.path("other.assessment.ron");
    done(&["new", "--state", "KEN", "-o", word(&other)]);
    let before = fs::read(&other).unwrap();
    let link = office.path("link.docx");
    std::os::unix::fs::symlink("other.assessment.ron", &link).unwrap();
    for (command, input) in [
        ("report", "CAN.assessment.ron"),
        ("questionnaire", "CAN.assessment.ron"),
        ("collate", "one.submission.ron"),
    ] {
        let input = office.path(input);
        let ran = run(&[command, word(&input), "-o", word(&link), "--force"]);
        assert_eq!(ran.code, 2, "{command}");
        assert!(ran.err.contains("never overwrites"), "{}", ran.err);
        assert_eq!(fs::read(&other).unwrap(), before, "{command}");
    }
}

#[cfg(unix)]
#[test]
fn no_command_writes_over_what_it_reads() {
    let office = Office::new();
    office.submitted("one.submission.ron", &[]);
    for (input, words) in [
        ("CAN.assessment.ron", ["report", "questionnaire"].as_slice()),
        ("one.submission.ron", &["questionnaire", "collate"]),
    ] {
        let link = office.path("link.docx");
        std::os::unix::fs::symlink(input, &link).unwrap();
        let before = fs::read(&link).unwrap();
        for command in words {
            let input = office.path(input);
            let ran = run(&[command, word(&input), "-o", word(&link), "--force"]);
            assert_eq!(ran.code, 2, "{command}");
            assert!(ran.err.contains("the file that is read"), "{}", ran.err);
        }
        assert_eq!(fs::read(&link).unwrap(), before);
        fs::remove_file(link).unwrap();
    }
}

#[test]
fn a_package_holds_the_reply_to_be_read_and_so_does_the_questionnaire_of_a_reply() {
    let office = Office::new();
    let said = office.submitted("one.package.zip", &["--package"]);
    let path = office.path("one.package.zip");
    let bytes = fs::read(&path).unwrap();
    let package = read_package(&mut bytes.as_slice()).unwrap();
    let mut endings = vec!["docx"];
    if cfg!(feature = "pdf") {
        endings.push("pdf");
    }
    assert_eq!(package.documents.len(), endings.len());
    let verdict = json(&["verify", word(&path), "--json"]);
    let verdict = &verdict["files"][0];
    assert!(
        verdict["text"]
            .as_str()
            .unwrap()
            .contains("the sealed reply decides")
    );
    for (place, ending) in endings.iter().enumerate() {
        let name = format!("CAN-revision-1-questionnaire.{ending}");
        assert!(said.contains(&name), "{said}");
        assert_eq!(verdict["documents"][place], name);
        let twin = office.path("twin").with_extension(ending);
        for from in ["one.package.zip", "one.submission.ron"] {
            if from == "one.submission.ron" {
                office.submitted(from, &["--force"]);
            }
            let from = office.path(from);
            done(&["questionnaire", word(&from), "-o", word(&twin), "--force"]);
            let document = &bytes[package.documents[&name].clone()];
            assert_eq!(fs::read(&twin).unwrap(), document, "{name}");
        }
    }
    office.submitted("again.package.zip", &["--package"]);
    assert_eq!(fs::read(office.path("again.package.zip")).unwrap(), bytes);
    for kind in ["report", "coverage", "gaps"] {
        let out = office.path("out.docx");
        let words = [kind, word(&path), "-o", word(&out)];
        let words = if kind == "report" {
            &words[..]
        } else {
            &words[..2]
        };
        assert_eq!(run(words).code, 2, "{kind}");
    }
    let mut damaged = bytes.clone();
    damaged[1000] ^= 1;
    fs::write(&path, damaged).unwrap();
    let twin = office.path("damaged.docx");
    assert_eq!(
        run(&["questionnaire", word(&path), "-o", word(&twin)]).code,
        2
    );
    assert!(!twin.exists());
}

#[cfg(feature = "pdf")]
#[test]
fn a_package_whose_pages_would_lack_characters_holds_the_docx_alone() {
    let office = Office::new();
    let unassigned = "Unassigned: \u{2fff0}";
    let answer = ["answer", word(&office.file), "17", "--exists", unassigned];
    done(&answer);
    done(&["answer", word(&office.file), "17", "--clear"]);
    let said = office.submitted("one.package.zip", &["--package"]);
    assert!(said.contains("No PDF went along"), "{said}");
    assert!(said.contains("[U+2FFF0]"), "{said}");
    let bytes = fs::read(office.path("one.package.zip")).unwrap();
    let package = read_package(&mut bytes.as_slice()).unwrap();
    let names: Vec<&String> = package.documents.keys().collect();
    assert_eq!(names, ["CAN-revision-1-questionnaire.docx"]);
}

#[test]
fn one_bad_file_never_stops_the_others() {
    let office = Office::new();
    office.submitted("good.submission.ron", &[]);
    let good = fs::read(office.path("good.submission.ron")).unwrap();
    let mut bad = good.clone();
    let place = bad.len() - 20;
    bad[place] ^= 1;
    fs::write(office.path("bad.submission.ron"), bad).unwrap();
    fs::write(office.path("half.submission.ron"), &good[..good.len() / 2]).unwrap();
    fs::write(office.path("empty.ron"), "").unwrap();
    fs::write(office.path("picture.png"), [0x89, b'P', 0, 1]).unwrap();
    fs::write(office.path("foreign.zip"), b"PK\x03\x04junk").unwrap();
    let mut words = vec!["verify".to_owned()];
    let names = [
        "bad.submission.ron",
        "half.submission.ron",
        "empty.ron",
        "picture.png",
        "foreign.zip",
        "missing.ron",
        "CAN.assessment.ron",
        "good.submission.ron",
    ];
    words.extend(names.map(|name| word(&office.path(name)).to_owned()));
    let plain = run(&words);
    assert_eq!(plain.code, 1);
    assert_eq!(plain.out.lines().count(), 2 * names.len(), "{}", plain.out);
    words.push("--json".to_owned());
    let ran = run(&words);
    let printed: Value = serde_json::from_str(&ran.out).unwrap();
    let files = printed["files"].as_array().unwrap();
    let intact: Vec<bool> = files
        .iter()
        .map(|file| file["intact"].as_bool().unwrap())
        .collect();
    assert_eq!(
        intact,
        [false, false, false, false, false, false, false, true]
    );
    let kinds: Vec<&str> = files
        .iter()
        .map(|file| file["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "submission",
            "submission",
            "unknown",
            "unknown",
            "package",
            "unknown",
            "assessment",
            "submission",
        ]
    );
    assert!(files[0]["code"].is_null());
    assert_eq!(
        run(&["verify", word(&office.path("good.submission.ron"))]).code,
        0
    );
}

#[test]
fn the_samples_are_42_submissions_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let samples = folder.path().join("samples");
    let said = done(&["example", "-o", word(&samples)]);
    assert!(
        said.starts_with("42 samples, reconstructed from E/CN.15/2007/11: "),
        "{said}"
    );
    let files = walk(&samples);
    assert_eq!(files.len(), 42);
    for path in &files {
        let sealed = read_submission(&fs::read(path).unwrap(), "it").unwrap();
        let submission = sealed.submission;
        assert_eq!(
            submission.sample.as_deref(),
            Some("reconstructed from E/CN.15/2007/11")
        );
        assert_eq!(submission.release.date, Date::new(2007, 2, 9).unwrap());
        assert_eq!(
            (submission.revision, submission.call.id.as_str()),
            (1, "2006")
        );
        assert_eq!(
            submission.answers.is_empty(),
            submission.state().as_str() == "COL"
        );
        let name = format!("sample-{}.submission.ron", submission.state());
        assert!(path.ends_with(&name), "{}", path.display());
    }
    let again = run(&["example", "-o", word(&samples)]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("new or empty"), "{}", again.err);
    done(&["example", "-o", word(&samples), "--force"]);
    fs::write(samples.join("mine.txt"), "x").unwrap();
    let ran = run(&["example", "-o", word(&samples), "--force"]);
    assert!(ran.err.contains("there is mine.txt"), "{}", ran.err);
    let verdict = json(&["verify", word(&files[0]), "--json"]);
    assert!(
        verdict["files"][0]["text"]
            .as_str()
            .unwrap()
            .contains("It is a sample")
    );
}

fn ready() -> Assessment {
    let profile = Profile {
        focal_point: Contact {
            name: "Ana".to_owned(),
            ..Contact::default()
        },
        ..empty().profile.clone()
    };
    let text = |field, text: &str| FieldValue::Text(field, text.to_owned());
    after([
        Change::Profile(Box::new(profile)),
        set(
            "17",
            FieldValue::Standing(Level::National, Some(Standing::No)),
        ),
        set("17", text(TextField::Remark, "secret")),
        set("17", text(TextField::Exists, "a plan")),
        Change::Clear(question("17")),
        set(
            "6",
            FieldValue::Standing(Level::National, Some(Standing::No)),
        ),
    ])
}

#[test]
fn what_is_sent_is_said_in_the_words_of_the_instrument() {
    #[track_caller]
    fn check(id: &str, value: &FieldValue, said: &str) {
        let words = Words::load(ENGLISH);
        assert_eq!(words.value(instrument(), &question(id), value), said);
    }
    let kind = |id: &str| Some(KindId::parse(id).unwrap());
    let option = OptionId::parse("police").unwrap();
    check("7.lead", &FieldValue::Choice(Some(option)), "Police");
    check(
        "17.a",
        &FieldValue::Application(Level::Local, Some(Application::NotYet)),
        "not yet",
    );
    let units = Units::new(4, 21).unwrap();
    check(
        "17.a",
        &FieldValue::Units(Level::Local, Some(units)),
        "4 of 21",
    );
    let item = ListItem {
        name: "A network".to_owned(),
        kind: kind("regional-intergovernmental"),
        level: Some(Level::National),
        language: "fr".to_owned(),
        year: Some(2019),
        ..ListItem::default()
    };
    let title = match &instrument()
        .question(&question("30.networks"))
        .unwrap()
        .kind
    {
        Kind::List(kinds) => kinds[1].title.clone(),
        _ => unreachable!(),
    };
    let said = format!("A network · {title} · National · 2019 · French");
    check(
        "30.networks",
        &FieldValue::Item(ItemId(Uuid::nil()), Some(item)),
        &said,
    );
    let piece = Evidence {
        title: "A law".to_owned(),
        kind: kind("amendment"),
        language: "en".to_owned(),
        file_name: "law.pdf".to_owned(),
        levels: [Level::National, Level::Local].into(),
        ..Evidence::default()
    };
    let said = "A law · Amendment of a law · English · law.pdf · National, Local";
    check(
        "17.a",
        &FieldValue::Evidence(EvidenceId(Uuid::nil()), Some(piece)),
        said,
    );
    let side = AssistanceSide {
        extent: Some(Extent::InPart),
        kinds: [KindId::parse("finance").unwrap()].into(),
        reason: "for two years".to_owned(),
    };
    let need = FieldValue::Assistance(AssistanceTarget::AllAreas, Side::Need, side);
    check("29", &need, "In part · Funds · for two years");
}

#[test]
fn the_preview_tells_field_by_field_what_leaves_and_what_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut assessment = ready();
    let backups = Backups::of(
        &Folders::at(folder.path()),
        assessment.identity,
        Path::new(""),
    );
    let lines = |assessment: &Assessment| -> Vec<String> {
        let lines = preview(
            instrument(),
            assessment,
            WithApplication::No,
            Some(&backups),
        );
        let answers = lines.iter().filter_map(|line| match &line.subject {
            Subject::Answer(id, field) => Some(format!(
                "{id} {} {:?} {:?}",
                guidepost::format::field_name(field),
                line.disclosure,
                line.since
            )),
            _ => None,
        });
        answers.collect()
    };
    assert_eq!(
        lines(&assessment),
        [
            "6 standing.national Uncleared None",
            "17 standing.national Sent None",
            "17 text.exists Sent None",
            "17 text.remark Internal None",
        ]
    );
    let request = Request {
        release: Release {
            name: "Ana".to_owned(),
            title: "Head".to_owned(),
            body: "Council".to_owned(),
            date: Date::new(2026, 11, 21).unwrap(),
            reference: String::new(),
        },
        unreleased: Unreleased::LeaveOut,
        with_application: WithApplication::No,
    };
    let sent = prepare(instrument(), &assessment, request.clone(), Some(&backups)).unwrap();
    backups.keep_sent(&sent.bytes).unwrap();
    let back = apply(&mut assessment, sent.change(stamp("Ana", 5)).unwrap()).unwrap();
    assert_eq!(assessment.sent.len(), 1);
    assert!(last_sent(&assessment, Some(&backups)).is_some());
    let again = prepare(instrument(), &assessment, request, Some(&backups)).unwrap();
    assert!(again.is_again && again.change(stamp("Ana", 6)).is_none());
    assert_eq!(again.bytes, sent.bytes);

    let text = |text: &str| set("17", FieldValue::Text(TextField::Exists, text.to_owned()));
    apply(&mut assessment, text("another plan")).unwrap();
    apply(&mut assessment, Change::Clear(question("17"))).unwrap();
    apply(&mut assessment, Change::Clear(question("6"))).unwrap();
    let all = preview(
        instrument(),
        &assessment,
        WithApplication::No,
        Some(&backups),
    );
    let kept = all
        .iter()
        .find(|line| line.subject == Subject::Kept(KeptBeside::Sent));
    assert_eq!(kept.unwrap().disclosure, Disclosure::Internal);
    let state = all
        .iter()
        .find(|line| line.subject == Subject::Profile(ProfileField::State));
    assert_eq!(state.unwrap().since, Some(Since::Same));
    assert_eq!(
        lines(&assessment),
        [
            "6 standing.national Sent Some(New)",
            "17 standing.national Sent Some(Same)",
            "17 text.exists Sent Some(Changed)",
            "17 text.remark Internal Some(Same)",
        ]
    );
    apply(&mut assessment, Change::Several(vec![back])).unwrap();
    assert!(assessment.sent.is_empty());
}

//! One judgement of a file that came from elsewhere, whoever asks for it: `verify`, `collate`, and the
//! window by the same function.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use guidepost::app::example;
use guidepost::domain::{Message, Submission, visible_line};
use guidepost::format::{Seal, write_assessment, write_round, write_submission};
use serde_json::Value;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use crate::support::{explained, instrument, library, run, state, word};

/// A reply of France to a request.
fn reply() -> Submission {
    let mut reply = example::submission(instrument(), &library().round, state("POL")).unwrap();
    reply.sample = None;
    reply.profile.state = state("FRA");
    reply
}

fn sealed() -> Vec<u8> {
    write_submission(&reply()).unwrap().0
}

/// A package of Canada with two files of evidence.
fn package() -> Vec<u8> {
    let evidence: &[(&str, &[u8])] = &[("law.pdf", b"%PDF-1.7 the law"), ("plan.txt", b"a plan")];
    guidepost::format::write_package(crate::package::files(evidence)).unwrap()
}

/// What both commands have to say.
struct Judged<'a> {
    /// Its class in a round; `counted` is intact for `verify`.
    class: &'static str,
    state: Option<&'static str>,
    /// What both say of it.
    says: &'a [&'a str],
}

/// Checks that both commands judge a file alike, and as is right.
#[track_caller]
fn check(name: &str, bytes: &[u8], judged: &Judged<'_>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    let verified = run(&["verify", word(&path), "--json"]);
    let collated = run(&["collate", word(folder.path()), "--json"]);
    let of = |printed: &str| serde_json::from_str::<Value>(printed).unwrap()["files"][0].clone();
    let (verdict, file) = (of(&verified.out), of(&collated.out));
    let is_intact = judged.class == "counted";
    assert_eq!(file["class"], judged.class, "{file:#}");
    assert_eq!(verdict["intact"], is_intact, "{verdict:#}");
    let code = u8::from(!is_intact);
    assert_eq!((verified.code, collated.code), (code, code));
    for printed in [&verdict, &file] {
        let found = printed["state"].as_str();
        assert_eq!(found, judged.state, "{printed:#}");
    }
    for said in [&verdict["text"], &file["reason"]] {
        let said = said.as_str().unwrap();
        for words in judged.says.iter().filter(|_| !is_intact) {
            assert!(said.contains(words), "{words}: {said}");
        }
        assert!(!said.contains("Correct this first"), "{said}");
        let asks = said.to_lowercase().matches("ask ").count();
        assert!(asks <= 1, "asked twice: {said}");
        let mut sentences: Vec<&str> = said.split(". ").collect();
        sentences.sort_unstable();
        let count = sentences.len();
        sentences.dedup();
        assert_eq!(sentences.len(), count, "said twice: {said}");
    }
    assert_eq!(fs::read(&path).unwrap(), bytes, "it is left as it is");
}

const COUNTED: Judged<'_> = Judged {
    class: "counted",
    state: Some("FRA"),
    says: &[],
};

/// A sealed reply of France that only its way has changed.
#[track_caller]
fn check_altered(bytes: &[u8], says: &[&str]) {
    let judged = Judged {
        class: "damaged",
        state: Some("FRA"),
        says,
    };
    check("it.submission.ron", bytes, &judged);
    check("attachment", bytes, &judged);
}

#[test]
fn a_reply_as_it_was_sealed_counts() {
    check("it.submission.ron", &sealed(), &COUNTED);
}

const UNCHANGED: &str = "nothing that the State wrote was changed";
const AS_PACKAGE: &str = "send it again as a package";

#[test]
fn what_its_way_alone_has_changed_is_said() {
    let text = String::from_utf8(sealed()).unwrap();
    let ends = "the line ends alone were changed";
    let says = &[UNCHANGED, ends, AS_PACKAGE];
    for (from, to) in [("\n", "\r\n"), ("\n", "\r"), ("\n", "\r\r\n")] {
        check_altered(text.replace(from, to).as_bytes(), says);
    }
    let mark = "an invisible mark was put before its first character";
    check_altered(
        format!("\u{feff}{text}").as_bytes(),
        &[UNCHANGED, mark, AS_PACKAGE],
    );
    let both = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    check_altered(
        both.as_bytes(),
        &[UNCHANGED, "an invisible mark", "the line ends"],
    );
    for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        for before in ["", "\u{feff}"] {
            let text = format!("{before}{text}");
            let bytes: Vec<u8> = text.encode_utf16().flat_map(to_bytes).collect();
            check_altered(&bytes, &[UNCHANGED, "UTF-16", AS_PACKAGE]);
        }
    }
    let end = "its end was changed";
    check_altered(
        format!("{text}\n").as_bytes(),
        &[UNCHANGED, end, AS_PACKAGE],
    );
    check_altered(text.trim_end().as_bytes(), &[UNCHANGED, end]);
    let footer = format!("{text}-- \r\nThis mail was checked.\r\n");
    check_altered(footer.as_bytes(), &[UNCHANGED, end, AS_PACKAGE]);
    let header = format!("Subject: our reply\n\n{text}");
    check_altered(
        header.as_bytes(),
        &[UNCHANGED, "lines were put before its first line"],
    );
}

#[test]
fn a_body_that_is_still_encoded_for_the_mail_is_said() {
    let says = &[UNCHANGED, "it is still encoded for the mail", AS_PACKAGE];
    let encoded = base64(&sealed());
    check_altered(encoded.as_bytes(), says);
    let mail = format!("MIME-Version: 1.0\r\n\r\n--x\r\n\r\n{encoded}--x--\r\n");
    check_altered(mail.as_bytes(), says);
    let package = base64(&package());
    let judged = Judged {
        class: "damaged",
        state: Some("CAN"),
        says: &[UNCHANGED, "it is still encoded for the mail"],
    };
    check("mail.eml", package.as_bytes(), &judged);
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for (place, group) in bytes.chunks(3).enumerate() {
        let held = group
            .iter()
            .fold(0_u32, |held, byte| held << 8 | u32::from(*byte));
        let held = held << (8 * (3 - group.len()));
        for digit in 0..=group.len() {
            let digit = held >> (18 - 6 * digit) & 63;
            text.push(char::from(DIGITS[digit as usize]));
        }
        text.push_str(&"=".repeat(3 - group.len()));
        if place % 19 == 18 {
            text.push_str("\r\n");
        }
    }
    text.push_str("\r\n");
    text
}

#[test]
fn a_word_that_was_changed_is_damage_and_the_state_is_named() {
    let text = String::from_utf8(sealed()).unwrap();
    let changed = text.replace("standing: \"yes\"", "standing: \"no\"");
    let says = &["Its seal does not fit", "its seal does not fit"];
    for changed in [
        changed.clone(),
        changed.replace('\n', "\r\n"),
        format!("\u{feff}{changed}"),
    ] {
        check_altered(changed.as_bytes(), &says[1..]);
    }
    let cut = &sealed()[..sealed().len() / 2];
    let judged = Judged {
        class: "damaged",
        state: None,
        says: &["its seal does not fit", "Ask the sender for the file again"],
    };
    check("cut.submission.ron", cut, &judged);
}

/// The files of a package, packed again by another program.
fn repacked(rename: impl Fn(&str) -> String, method: CompressionMethod, comment: &str) -> Vec<u8> {
    let bytes = package();
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let name = rename(&file.name().unwrap());
        writer.start_file(name, options).unwrap();
        std::io::copy(&mut file, &mut writer).unwrap();
    }
    writer
        .start_file("__MACOSX/._CAN-revision-1.submission.ron", options)
        .unwrap();
    writer.write_all(b"not a reply").unwrap();
    writer.set_comment(comment).unwrap();
    writer.finish().unwrap().into_inner()
}

/// A ZIP of these files.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_package_that_was_packed_again_is_known_by_the_whole_reply_in_it() {
    let judged = Judged {
        class: "damaged",
        state: Some("CAN"),
        says: &[
            "may have unpacked it and packed it again",
            "The sealed reply in it is whole: take ",
            "CAN-revision-1.submission.ron",
        ],
    };
    let same = |name: &str| name.to_owned();
    let (stored, deflated) = (CompressionMethod::Stored, CompressionMethod::Deflated);
    check("a.package.zip", &repacked(same, stored, ""), &judged);
    check("a.package.zip", &repacked(same, deflated, ""), &judged);
    check("a.package.zip", &repacked(same, stored, "by hand"), &judged);
    let below = |name: &str| format!("reply/{name}");
    check("a.zip", &repacked(below, deflated, ""), &judged);
    // What a disk of Windows makes of it.
    check(
        "a.zip",
        &repacked(|name| format!("reply\\{name}"), stored, ""),
        &judged,
    );
    let judged = Judged {
        says: &["The sealed reply in it is whole: take in/CAN.package.zip out"],
        ..judged
    };
    check(
        "a.zip",
        &zipped(&[("in/CAN.package.zip", &package())]),
        &judged,
    );
    let mut changed = package();
    let law = changed
        .windows(7)
        .position(|part| part == b"the law")
        .unwrap();
    changed[law] ^= 1;
    let judged = Judged {
        says: &[
            "law.pdf",
            "The sealed reply in it is whole: take CAN-revision-1.submission.ron",
        ],
        ..judged
    };
    check("a.package.zip", &changed, &judged);
    let judged = Judged {
        says: &[
            UNCHANGED,
            "an invisible mark",
            "Ask the sender for the package again",
        ],
        ..judged
    };
    check(
        "a.package.zip",
        &[b"\xef\xbb\xbf", &package()[..]].concat(),
        &judged,
    );
}

#[test]
fn several_replies_in_one_zip_are_named() {
    let files = [
        ("a/FRA.submission.ron", &sealed()[..]),
        ("CAN.package.zip", &package()),
    ];
    let judged = Judged {
        class: "damaged",
        state: None,
        says: &[
            "2 replies in it are whole",
            "a/FRA.submission.ron; CAN.package.zip",
        ],
    };
    check("all.zip", &zipped(&files), &judged);
}

#[test]
fn a_word_file_is_no_package_that_was_tampered_with() {
    let judged = Judged {
        class: "not_a_reply",
        state: None,
        says: &[
            "This is a ZIP file, as Word and Excel files are too, but no package of Guidepost.",
        ],
    };
    let word = zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w/>"),
    ]);
    check("annex.docx", &word, &judged);
    check("short.zip", b"PK\x03\x04 and a picture", &judged);
}

#[test]
fn what_is_no_reply_is_said_alike() {
    let draft = example::assessment(instrument(), &library().round, state("POL")).unwrap();
    let draft = write_assessment(&draft).unwrap();
    let round = write_round(&guidepost::domain::Round::default()).unwrap();
    let newer = |text: &str| text.replacen("format: 1", "format: 9", 1);
    let sealed_newer = "Submission(format: 9, news: true)\n";
    let sealed_newer = Seal::of(sealed_newer.as_bytes()).line() + sealed_newer;
    let judged = |class, state, says| Judged { class, state, says };
    let draft_says = &[
        "a State’s working file; it bears no seal",
        "Ask the sender for the submission",
    ];
    let newer_says = &["A newer version of Guidepost wrote it"];
    for (bytes, judged) in [
        (
            String::new(),
            judged("not_a_reply", None, &["The file is empty."]),
        ),
        (
            "Dear colleagues".to_owned(),
            judged("not_a_reply", None, &["This is neither a submission"]),
        ),
        (draft.clone(), judged("draft", Some("POL"), draft_says)),
        (
            format!("\u{feff}{draft}"),
            judged("draft", Some("POL"), draft_says),
        ),
        (
            draft[..draft.len() / 2].to_owned(),
            judged("damaged", None, &["it cannot be read"]),
        ),
        (newer(&draft), judged("newer_format", None, newer_says)),
        (
            round.clone(),
            judged("not_a_reply", None, &["This is a round of replies"]),
        ),
        (newer(&round), judged("newer_format", None, newer_says)),
        (
            "Part(format: 9)".to_owned(),
            judged("newer_format", None, newer_says),
        ),
        (
            "Part(format: 1)".to_owned(),
            judged("draft", None, &["This is a part of an assessment"]),
        ),
        (sealed_newer, judged("newer_format", None, newer_says)),
    ] {
        check("it", bytes.as_bytes(), &judged);
    }
}

#[test]
fn a_package_of_the_future_is_of_a_newer_format() {
    let mut package = package();
    let place = package
        .windows(10)
        .position(|part| part == b"format: 2,")
        .unwrap();
    package[place + 8] = b'9';
    let judged = Judged {
        class: "newer_format",
        state: None,
        says: &["A newer version of Guidepost wrote it"],
    };
    check("it.package.zip", &package, &judged);
}

/// What a sender wrote, or how a file is called, acts on no terminal and forges no line.
#[test]
#[cfg(unix)]
fn nothing_from_elsewhere_acts_on_the_terminal() {
    let mut forged = reply();
    let names = [
        "A\u{1b}[2J\u{1b}[HIntact: all fine",
        "A\n/x/DEU.submission.ron\n  Intact: forged",
        "\u{9b}2J",
        "\u{202e}lasrever",
        "\u{7}\u{8}\r",
    ];
    for name in names {
        name.clone_into(&mut forged.release.name);
        name.clone_into(&mut forged.call.title);
        name.clone_into(&mut forged.call.id);
        let folder = tempfile::tempdir().unwrap();
        let file = name.replace('/', "-");
        let path = folder.path().join(&file);
        fs::write(&path, write_submission(&forged).unwrap().0).unwrap();
        let missing = folder.path().join("no").join(&file);
        for arguments in [
            vec!["verify", word(&path)],
            vec!["collate", word(folder.path())],
            vec!["show", word(&missing)],
            vec!["show", word(&path)],
            vec!["collate", word(&missing)],
        ] {
            let ran = run(&arguments);
            let said = format!("{}{}", ran.out, ran.err);
            let lines: Vec<String> = said
                .lines()
                .map(|line| visible_line(line).into_owned())
                .collect();
            assert_eq!(
                lines.join("\n"),
                said.trim_end_matches('\n'),
                "{arguments:?}"
            );
            let forged =
                |line: &&str| line.starts_with("/x/") || line.starts_with("  Intact: forged");
            assert_eq!(ran.out.lines().find(forged), None);
        }
    }
}

#[test]
fn a_path_given_twice_is_judged_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    fs::write(&path, sealed()).unwrap();
    let again = folder.path().join(".").join("a");
    let [path, again] = [word(&path), word(&again)];
    for command in ["verify", "collate"] {
        let ran = run(&[command, path, path, again, "--json"]);
        let printed: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(printed["files"].as_array().unwrap().len(), 1, "{command}");
        assert_eq!(ran.code, 0);
    }
}

/// A reply that says something else, and is sealed anew as whoever forges one would.
fn sealed_anew(change: impl Fn(&str) -> String) -> Vec<u8> {
    let text = String::from_utf8(sealed()).unwrap();
    let (_, body) = text.split_once('\n').unwrap();
    let changed = change(body);
    assert_ne!(changed, body);
    (Seal::of(changed.as_bytes()).line() + &changed).into_bytes()
}

#[test]
fn many_faults_and_long_values_are_told_shortly() {
    let cells = "Cell(level: \"national\", standing: \"jes\"),".repeat(50_000);
    let long = "x".repeat(2_000_000);
    let identity = reply().identity.to_string();
    for (bytes, said) in [
        (
            sealed_anew(|body| body.replacen("cells: [", &format!("cells: [{cells}"), 1)),
            "more faults",
        ),
        (sealed_anew(|body| body.replace(&identity, &long)), "x…"),
        (
            sealed_anew(|body| body.replacen("national", &long, 1)),
            "x…",
        ),
        (
            sealed_anew(|body| body.replacen("revision:", &format!("{long}:"), 1)),
            "x…",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("it");
        fs::write(&path, bytes).unwrap();
        let ran = run(&["verify", word(&path)]);
        assert_eq!(ran.code, 1);
        assert!(ran.out.len() < 20_000, "{} bytes", ran.out.len());
        assert!(ran.out.contains(said), "{said}: {}", ran.out);
    }
    let long = explained(&Message::new("reason-sample").text("x", &long));
    assert!(long.len() < 1000);
}

/// The most memory that this process has held, in KB.
#[cfg(target_os = "linux")]
fn peak(arguments: &[&str]) -> u64 {
    let program = env!("CARGO_BIN_EXE_guidepost");
    let script = "import resource, subprocess, sys\nsubprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\nprint(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)";
    let mut command = std::process::Command::new("python3");
    let output = command
        .args(["-c", script, program])
        .args(arguments)
        .output()
        .unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .trim()
        .parse()
        .unwrap()
}

/// Files as large as a package may be take no more memory than it takes to refuse them.
#[test]
#[cfg(target_os = "linux")]
fn a_large_file_is_refused_without_being_held() {
    let folder = tempfile::tempdir().unwrap();
    let large = |name: &str, begins: &[u8], length: u64| {
        let path = folder.path().join(name);
        fs::write(&path, begins).unwrap();
        fs::File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_len(length)
            .unwrap();
        path
    };
    let foreign = large("a.zip", b"PK\x03\x04", 1 << 30);
    let grown = large("b.package.zip", &package(), 400 << 20);
    let picture = large("c.png", b"\x89PNG\0\0", 400 << 20);
    let text = large("d.submission.ron", &sealed(), 400 << 20);
    let each: [&Path; 4] = [&foreign, &grown, &picture, &text];
    for path in each {
        let held = peak(&["verify", word(path)]);
        assert!(held < 100_000, "{}: {held} KB", path.display());
    }
    let held = peak(&["collate", word(folder.path())]);
    assert!(held < 100_000, "{held} KB");
}

//! Files of evidence: their names, what may have become of them, and how they are removed.

use std::fs::{self, File};
use std::path::PathBuf;

use guidepost::format::read_package;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Ran, done, json, run, word};

/// A folder with an assessment that has an answer.
struct Office {
    folder: TempDir,
    file: PathBuf,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("CAN.assessment.ron");
        done(&["new", "--state", "CAN", "-o", word(&file)]);
        done(&["profile", word(&file), "--focal-point", "Ana"]);
        done(&["answer", word(&file), "17", "national=no"]);
        Self { folder, file }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn evidence(&self, words: &[&str]) -> Ran {
        run(&[&["evidence", word(&self.file), "17"], words].concat())
    }

    /// Attaches a file of this name, and says what its copy is called.
    #[track_caller]
    fn attach(&self, name: &str, bytes: &[u8]) -> String {
        let folder = tempfile::tempdir_in(self.folder.path()).unwrap();
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        let ran = self.evidence(&["--title", name, "--file", word(&path)]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name:?}");
        let shown = self.shown();
        let kept = shown.last().unwrap()["file_name"]
            .as_str()
            .unwrap()
            .to_owned();
        assert_eq!(
            fs::read(self.path("CAN.evidence").join(&kept)).unwrap(),
            bytes
        );
        kept
    }

    fn shown(&self) -> Vec<Value> {
        let shown = json(&["show", word(&self.file), "--json"]);
        shown["evidence"].as_array().unwrap().clone()
    }

    /// What the checks of files find, each once.
    fn found(&self) -> Vec<String> {
        done(&["answer", word(&self.file), "17", "--clear"]);
        let printed = json(&["check", word(&self.file), "--final", "--json"]);
        let findings = printed["findings"].as_array().unwrap().iter();
        let names = findings.map(|finding| finding["check"].as_str().unwrap().to_owned());
        names.filter(|name| name.starts_with("evidence-")).collect()
    }

    fn send(&self, name: &str) -> Ran {
        let path = self.path(name);
        run(&[
            "submit",
            word(&self.file),
            "--package",
            "--name",
            "Ana",
            "--title",
            "Head",
            "--body",
            "Council",
            "-o",
            word(&path),
        ])
    }

    /// The files of evidence that the package takes.
    #[track_caller]
    fn packed(&self) -> Vec<String> {
        assert_eq!(self.found(), [""; 0]);
        let ran = self.send("all.package.zip");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
        let bytes = fs::read(self.path("all.package.zip")).unwrap();
        read_package(&mut bytes.as_slice())
            .unwrap()
            .evidence
            .into_keys()
            .collect()
    }
}

#[test]
fn a_file_of_whatever_name_can_be_attached_and_sent() {
    let office = Office::new();
    let titles = ["法".repeat(67), "я".repeat(100), "ق".repeat(100)];
    let names = [
        "Law: part 1.pdf",
        "law?.pdf",
        "Décret \"12\".pdf",
        "CON.pdf",
        "law.pdf ",
        "law.",
        "com0.txt",
        "law\u{202e}fdp.exe",
    ];
    let names = names.into_iter().chain(titles.iter().map(String::as_str));
    let mut kept: Vec<String> = names
        .map(|name| office.attach(name, name.as_bytes()))
        .collect();
    kept.sort();
    assert!(kept.iter().all(|name| !name.contains('\u{202e}')));
    assert_eq!(office.packed(), kept);
}

#[test]
fn names_that_some_disks_take_for_the_same_are_numbered() {
    let office = Office::new();
    assert_eq!(office.attach("Law.pdf", b"1"), "Law.pdf");
    assert_eq!(office.attach("law.pdf", b"2"), "law (2).pdf");
    assert_eq!(office.attach("LAW.PDF", b"3"), "LAW (3).PDF");
    assert_eq!(office.attach("Décret.pdf", b"4"), "Décret.pdf");
    assert_eq!(office.attach("de\u{301}cret.pdf", b"5"), "décret (2).pdf");
    assert_eq!(
        office.attach("law.pdf", b"1"),
        "Law.pdf",
        "the same content"
    );
    assert_eq!(office.packed().len(), 5);
}

#[test]
fn a_file_is_found_by_its_content_whatever_it_is_called_now() {
    let office = Office::new();
    office.attach("Décret.pdf", b"1");
    office.attach("Law.pdf", b"2");
    let folder = office.path("CAN.evidence");
    let rename = |from: &str, to: &str| fs::rename(folder.join(from), folder.join(to)).unwrap();
    rename("Décret.pdf", "De\u{301}cret.pdf");
    rename("Law.pdf", "renamed.pdf");
    assert_eq!(office.packed(), ["Décret.pdf", "Law.pdf"]);
}

#[test]
fn what_became_of_a_file_is_advice_and_stops_a_package_alone() {
    #[track_caller]
    fn check(change: fn(&Office), check: &str, said: &str) {
        let office = Office::new();
        office.attach("law.pdf", b"law");
        change(&office);
        assert_eq!(office.found(), [check]);
        let ran = office.send("all.package.zip");
        assert_eq!(ran.code, 2);
        assert!(ran.out.contains(said), "{}", ran.out);
        assert!(!office.path("all.package.zip").exists());
    }
    fn law(office: &Office) -> PathBuf {
        office.path("CAN.evidence/law.pdf")
    }
    check(
        |office| fs::remove_file(law(office)).unwrap(),
        "evidence-missing",
        "attach it again",
    );
    check(
        |office| fs::rename(office.path("CAN.evidence"), office.path("old.evidence")).unwrap(),
        "evidence-missing",
        "“law.pdf” is not in its folder",
    );
    check(
        |office| fs::write(law(office), "another").unwrap(),
        "evidence-changed",
        "“law.pdf” has changed since it was attached",
    );
    check(
        |office| {
            let file = File::create(law(office)).unwrap();
            file.set_len(300 << 20).unwrap();
        },
        "evidence-too-large",
        "“law.pdf” has 300 MB, and 256 MB are the most",
    );
    check(
        |office| {
            let bytes = fs::read_to_string(&office.file).unwrap();
            fs::write(&office.file, bytes.replace("law.pdf\"", "law?.pdf\"")).unwrap();
        },
        "evidence-name",
        "a name that not every computer can take",
    );
}

#[test]
fn files_that_are_too_large_together_are_found_before_any_is_read() {
    let office = Office::new();
    for number in 1..=5_u8 {
        let name = office.attach(&format!("{number}.pdf"), &[number]);
        let path = office.path("CAN.evidence").join(name);
        File::create(path).unwrap().set_len(250 << 20).unwrap();
    }
    assert_eq!(office.found(), ["evidence-too-large"]);
    let ran = office.send("all.package.zip");
    assert!(
        ran.out
            .contains("1250 MB together, and a package holds 1024 MB"),
        "{}",
        ran.out
    );
}

#[test]
fn a_piece_is_removed_by_its_title_or_its_id_and_can_take_another_file() {
    let office = Office::new();
    let law = office.path("- New law.txt");
    fs::write(&law, "law").unwrap();
    assert_eq!(office.evidence(&["--file", word(&law)]).code, 0);
    assert_eq!(office.shown()[0]["title"], "- New law");

    let words = ["--change", "- New law", "--title", "Law", "--year", "2019"];
    assert_eq!(office.evidence(&words).code, 0);
    fs::write(&law, "another").unwrap();
    assert_eq!(
        office
            .evidence(&["--change", "Law", "--file", word(&law)])
            .code,
        0
    );
    let shown = office.shown();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0]["file_name"], "- New law (2).txt");
    assert_eq!(
        (&shown[0]["title"], &shown[0]["year"]),
        (&"Law".into(), &2019.into())
    );

    assert_eq!(office.evidence(&["--title", "Law"]).code, 0);
    let ran = office.evidence(&["--remove", "Law"]);
    assert_eq!(ran.code, 2);
    let id = office.shown()[1]["evidence"].as_str().unwrap().to_owned();
    assert!(ran.err.contains(&id), "{}", ran.err);
    assert_eq!(office.evidence(&["--remove", &id]).code, 0);
    assert_eq!(office.evidence(&["--remove", "Law"]).code, 0);
    assert_eq!(office.shown(), [Value::Null; 0]);
    let ran = office.evidence(&["--remove", "Law"]);
    assert!(ran.err.contains("has no evidence \"Law\""), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn through_a_link_the_files_are_beside_the_file_that_it_leads_to() {
    let mut office = Office::new();
    let file = office.file.clone();
    fs::create_dir(office.path("elsewhere")).unwrap();
    let link = office.path("elsewhere/link.assessment.ron");
    std::os::unix::fs::symlink("../CAN.assessment.ron", &link).unwrap();
    for through in [&link, &file] {
        office.file.clone_from(through);
        office.attach("law.pdf", b"a law");
        assert_eq!(office.found(), [""; 0]);
    }
    assert!(!office.path("elsewhere/link.evidence").exists());
    office.file = link;
    let ran = office.send("out.package.zip");
    assert_eq!(ran.code, 0, "{}", ran.err);
}

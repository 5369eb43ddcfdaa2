//! The package: one layout, every byte of which is checked, and an ordinary ZIP for everybody else.

use std::fs;
use std::path::Path;
use std::process::Command;

use guidepost::domain::{Evidence, EvidenceId, Submission, SubmittedAnswer};
use guidepost::format::{
    PackageFault, PackageFile, PackageFileKind, read_package, write_package, write_submission,
};
use guidepost::store::Fingerprint;
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::{cases, empty, explained, question};

/// Packages of each format, kept as they were first written. Never change them.
pub const FORMAT_1: &[u8] = include_bytes!("../fixtures/format-1.package.zip");
const FORMAT_2: &[u8] = include_bytes!("../fixtures/format-2.package.zip");

/// The files of a package with these pieces of evidence.
pub fn files(evidence: &[(&str, &[u8])]) -> Vec<PackageFile> {
    let mut submission: Submission = crate::submission::all_of(&empty());
    let pieces = (1..).zip(evidence).map(|(number, (name, bytes))| {
        let sha256 = Fingerprint::of(bytes, None).hex();
        let piece = Evidence {
            title: (*name).to_owned(),
            file_name: (*name).to_owned(),
            sha256,
            ..Evidence::default()
        };
        (EvidenceId(Uuid::from_u128(number)), piece)
    });
    let answer = SubmittedAnswer {
        evidence: pieces.collect(),
        ..SubmittedAnswer::default()
    };
    submission.answers.insert(question("17.a"), answer);
    let mut files = vec![PackageFile {
        kind: PackageFileKind::Submission,
        name: "CAN-revision-1.submission.ron".to_owned(),
        bytes: write_submission(&submission).unwrap().0,
    }];
    files.extend(evidence.iter().map(|(name, bytes)| PackageFile {
        kind: PackageFileKind::Evidence,
        name: (*name).to_owned(),
        bytes: bytes.to_vec(),
    }));
    files
}

/// The same with documents.
fn with_documents() -> Vec<PackageFile> {
    let mut files = files(EVIDENCE);
    let document = |name: &str| PackageFile {
        kind: PackageFileKind::Document,
        name: name.to_owned(),
        bytes: name.as_bytes().to_vec(),
    };
    files.splice(1..1, [document("reply.pdf"), document("reply.docx")]);
    files
}

const EVIDENCE: &[(&str, &[u8])] = &[("law.pdf", b"%PDF-1.7 the law"), ("Loi n\u{b0} 5.txt", b"")];

fn package() -> Vec<u8> {
    write_package(with_documents()).unwrap()
}

fn said(faults: &[PackageFault]) -> String {
    let said: Vec<String> = faults.iter().map(|fault| explained(fault)).collect();
    said.join("\n")
}

/// What is said of a package that is not whole.
#[track_caller]
fn refused(bytes: &[u8]) -> String {
    said(&read_package(&mut &bytes[..]).unwrap_err().faults)
}

#[test]
fn what_is_packed_is_read_again() {
    let bytes = package();
    let read = read_package(&mut bytes.as_slice()).unwrap();
    assert_eq!(read.sealed.submission.state().as_str(), "CAN");
    let evidence: Vec<_> = read
        .evidence
        .iter()
        .map(|(name, place)| (name.as_str(), &bytes[place.clone()]))
        .collect();
    assert_eq!(evidence, [EVIDENCE[1], EVIDENCE[0]]);
    for name in ["reply.docx", "reply.pdf"] {
        assert_eq!(&bytes[read.documents[name].clone()], name.as_bytes());
    }
    assert_eq!(package(), bytes, "the same files make the same bytes");
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn one_changed_byte_is_found(place in any::<prop::sample::Index>(), by in 1..=255_u8) {
        let mut bytes = package();
        let place = place.index(bytes.len());
        bytes[place] ^= by;
        prop_assert!(read_package(&mut bytes.as_slice()).is_err(), "{}", place);
    }
}

#[test]
fn every_single_byte_is_checked() {
    let whole = package();
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        assert!(read_package(&mut bytes.as_slice()).is_err(), "{place}");
    }
    for length in 0..whole.len() {
        assert!(read_package(&mut &whole[..length]).is_err(), "{length}");
    }
    assert!(read_package(&mut &*[&whole[..], b"\0"].concat()).is_err());
    assert!(read_package(&mut &*[b"\0", &whole[..]].concat()).is_err());
}

#[test]
fn names_that_lead_elsewhere_and_doubled_ones_are_not_packed() {
    for name in [
        "../law.pdf",
        "/law.pdf",
        "a/b.pdf",
        "a\\b.pdf",
        "C:x",
        "nul",
        "",
        "x\n",
    ] {
        let mut all = files(&[("law.pdf", b"x")]);
        all[1].name = name.to_owned();
        assert!(write_package(all.clone()).is_err(), "{name:?}");
    }
    let mut all = files(&[("law.pdf", b"x"), ("law2.pdf", b"x")]);
    all[2].name = "LAW.pdf".to_owned();
    assert!(write_package(all.clone()).is_err());
    assert!(write_package(files(EVIDENCE).split_off(1)).is_err());
    assert!(write_package(Vec::new()).is_err());
}

#[test]
fn evidence_is_what_the_submission_names_and_nothing_else() {
    let mut all = files(EVIDENCE);
    all[1].bytes = b"another law".to_vec();
    assert!(refused(&write_package(all.clone()).unwrap()).contains("its digest differs"));
    let mut all = files(EVIDENCE);
    all.pop();
    assert!(refused(&write_package(all.clone()).unwrap()).contains("the package lacks it"));
    let mut all = files(EVIDENCE);
    all.push(PackageFile {
        kind: PackageFileKind::Evidence,
        name: "more.txt".to_owned(),
        bytes: Vec::new(),
    });
    assert!(refused(&write_package(all.clone()).unwrap()).contains("does not name this file"));
}

#[test]
fn documents_are_a_pdf_then_a_docx_between_submission_and_evidence() {
    let check = |said: Option<&str>, change: fn(&mut Vec<PackageFile>)| {
        let mut files = with_documents();
        change(&mut files);
        let written = write_package(files.clone());
        match said {
            None => assert!(read_package(&mut &*written.unwrap()).is_ok()),
            Some(said) => {
                let faults = self::said(&written.unwrap_err());
                assert!(faults.contains(said), "{said}: {faults}");
            }
        }
    };
    let order = "one .pdf, then one .docx";
    check(None, |_| {});
    check(None, |files| drop(files.remove(1)));
    check(None, |files| drop(files.remove(2)));
    check(Some(order), |files| files.swap(1, 2));
    check(Some(order), |files| files[1].name = "b.docx".to_owned());
    check(Some(order), |files| files[1].name = "reply.exe".to_owned());
    check(Some("come before evidence"), |files| files.swap(2, 3));
    check(Some("comes first"), |files| files.swap(0, 1));
    check(Some("is there twice"), |files| {
        files[4].name = "LAW.pdf".to_owned();
    });
}

#[test]
fn a_manifest_of_format_1_knows_no_documents() {
    let old = files(EVIDENCE);
    for (files, reads) in [(old, true), (with_documents(), false)] {
        let whole = write_package(files.clone()).unwrap();
        let place = whole
            .windows(10)
            .position(|part| part == b"format: 2,")
            .unwrap();
        // The archive's own checksums are made anew, as whoever forges a package would.
        let Some(read) = repacked(&whole, place + 8, b'1') else {
            return;
        };
        let read = read_package(&mut read.as_slice());
        assert_eq!(read.is_ok(), reads, "{read:?}");
        if let Err(refused) = read {
            let said = said(&refused.faults);
            assert!(said.contains("is of an unknown kind"), "{said}");
        }
    }
}

/// A package in which one byte of the manifest is another, with the checksums that fit.
fn repacked(whole: &[u8], place: usize, byte: u8) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("it.zip");
    let mut bytes = whole.to_vec();
    bytes[place] = byte;
    fs::write(&path, bytes).unwrap();
    let code = "import sys, zlib, struct\nb = bytearray(open(sys.argv[1], 'rb').read())\n\
        n, = struct.unpack_from('<I', b, 18)\no = 30 + len('manifest.ron')\n\
        c = struct.pack('<I', zlib.crc32(bytes(b[o:o + n])))\nb[14:18] = c\n\
        d, = struct.unpack_from('<I', b, len(b) - 6)\nb[d + 16:d + 20] = c\n\
        open(sys.argv[1], 'wb').write(b)";
    python(code, &[&path])?;
    Some(fs::read(&path).unwrap())
}

/// Runs Python, which every developer's machine has; nothing where it is not there.
fn python(code: &str, arguments: &[&Path]) -> Option<String> {
    let output = Command::new("python3")
        .arg("-c")
        .arg(code)
        .args(arguments)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn ordinary_programs_open_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("CAN.package.zip");
    fs::write(&path, package()).unwrap();
    let code = "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n\
        z.extractall(sys.argv[1] + '.d')\nprint('|'.join(z.namelist()))";
    if let Some(said) = python(code, &[&path]) {
        assert_eq!(
            said.trim(),
            "manifest.ron|CAN-revision-1.submission.ron|documents/reply.pdf|documents/reply.docx|\
             evidence/law.pdf|evidence/Loi n\u{b0} 5.txt"
        );
        let law = folder.path().join("CAN.package.zip.d/evidence/law.pdf");
        assert_eq!(fs::read(law).unwrap(), EVIDENCE[0].1);
    }
    if let Ok(tested) = Command::new("unzip").arg("-tq").arg(&path).output() {
        assert!(
            tested.status.success(),
            "{}",
            String::from_utf8_lossy(&tested.stdout)
        );
    }
}

#[test]
fn foreign_and_hostile_archives_are_refused_before_anything_is_unpacked() {
    let folder = tempfile::tempdir().unwrap();
    let make = |name: &str, code: &str| {
        let path = folder.path().join(name);
        let code = format!(
            "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], 'w')\n\
             if 'foreign' not in sys.argv[1] and 'link' not in sys.argv[1]: z.writestr('manifest.ron', 'x')\n\
             {code}\nz.close()"
        );
        python(&code, &[&path]).map(|_| fs::read(&path).unwrap())
    };
    let link = "i = zipfile.ZipInfo('manifest.ron')\ni.external_attr = 0o120777 << 16\nz.writestr(i, '/etc/passwd')";
    let cases = [
        (
            "foreign.zip",
            "z.writestr('photo.jpg', 'x')",
            "does not begin as a package",
        ),
        (
            "leaves.zip",
            "z.writestr('../../evil.txt', 'x')",
            "leads to another folder",
        ),
        (
            "absolute.zip",
            "z.writestr('/evil.txt', 'x')",
            "leads to another folder",
        ),
        (
            "twice.zip",
            "z.writestr('a.txt', 'x')\nz.writestr('A.txt', 'y')",
            "is there twice",
        ),
        ("link.zip", link, "it is a link"),
        (
            "bomb.zip",
            "z.writestr('zeros', b'0' * 50_000_000, zipfile.ZIP_DEFLATED)",
            "it is compressed",
        ),
        (
            "many.zip",
            "for n in range(11000): z.writestr(str(n), '')",
            "no more go into a package",
        ),
    ];
    for (name, code, expected) in cases {
        let Some(bytes) = make(name, code) else {
            return;
        };
        let said = refused(&bytes);
        assert!(said.contains(expected), "{name}: {said}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 7);
}

#[test]
fn a_package_of_format_1_still_reads() {
    let read = read_package(&mut &*FORMAT_1).unwrap();
    assert_eq!(read.evidence.keys().collect::<Vec<_>>(), ["law.txt"]);
    assert!(read.documents.is_empty());
}

#[test]
fn a_package_of_format_2_reads_with_its_documents() {
    let read = read_package(&mut &*FORMAT_2).unwrap();
    assert_eq!(read.evidence.keys().collect::<Vec<_>>(), ["law.txt"]);
    for (ending, start) in [("pdf", &b"%PDF-1.7"[..]), ("docx", b"PK")] {
        let place = &read.documents[&format!("CAN-revision-1-questionnaire.{ending}")];
        assert!(FORMAT_2[place.clone()].starts_with(start));
    }
}

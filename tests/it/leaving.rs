//! What leaves: a marked word in every field of format 1, and those of them that are in the bytes
//! that are sent.
//!
//! Every value here is written out field by field, so that a field that is added to the assessment
//! does not compile until it has a mark too.

use std::collections::BTreeSet;

use guidepost::app::documents::documents;
use guidepost::domain::{
    ActionId, Answer, Application, AreaId, Assessment, Assistance, AssistanceRow, AssistanceSide,
    Call, CarriedAnswer, Cell, Contact, Contributor, Decision, Dispute, DisputedValue, Evidence,
    EvidenceId, Extent, Field, FieldValue, InstrumentId, InstrumentReference, ItemId, KindId,
    Level, Levels, ListItem, Loan, OptionId, PlannedAction, Previous, Profile, Record, Release,
    Sent, Stamp, Standing, Submission, TextField, Trail, TrailEntry, Units, WithApplication,
};
use guidepost::format::{
    PackageFile, PackageFileKind, read_submission, write_assessment, write_package,
    write_submission,
};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::report::read::Document;
use crate::support::{instrument, question, state};

fn mark(name: &str) -> String {
    format!("mark-{name}")
}

/// A date that is marked by its year.
fn date(year: i16) -> Date {
    Date::new(year, 1, 2).unwrap()
}

fn moment(year: i16) -> Timestamp {
    format!("{year}-03-04T05:06:07Z").parse().unwrap()
}

fn stamp(name: &str, year: i16) -> Stamp {
    Stamp {
        who: mark(&format!("{name}-who")),
        body: mark(&format!("{name}-body")),
        when: moment(year),
    }
}

fn contact(name: &str) -> Contact {
    Contact {
        name: mark(&format!("{name}-name")),
        title: mark(&format!("{name}-title")),
        email: mark(&format!("{name}-email")),
        telephone: mark(&format!("{name}-telephone")),
    }
}

fn kind(name: &str) -> KindId {
    KindId::parse(&mark(name)).unwrap()
}

fn side(name: &str) -> AssistanceSide {
    AssistanceSide {
        extent: Some(Extent::InPart),
        kinds: [kind(&format!("{name}-kind"))].into(),
        reason: mark(&format!("{name}-reason")),
    }
}

fn row(name: &str) -> AssistanceRow {
    AssistanceRow {
        need: side(&format!("{name}-need")),
        offer: side(&format!("{name}-offer")),
    }
}

/// An answer with every field marked.
fn answer(name: &str, cleared: bool) -> Answer {
    let named = |field: &str| mark(&format!("{name}-{field}"));
    let texts = TextField::ALL.map(|field| (field, named(&format!("text-{field}"))));
    let item = ListItem {
        name: named("item-name"),
        kind: Some(kind(&format!("{name}-item-kind"))),
        level: Some(Level::Local),
        language: named("item-language"),
        year: Some(1801),
        address: named("item-address"),
        public_remark: named("item-remark"),
    };
    let evidence = Evidence {
        kind: Some(kind(&format!("{name}-evidence-kind"))),
        title: named("evidence-title"),
        body: named("evidence-body"),
        year: Some(1802),
        language: named("evidence-language"),
        pages: named("evidence-pages"),
        address: named("evidence-address"),
        file_name: named("evidence-file"),
        sha256: named("evidence-sha256"),
        levels: [Level::Regional].into(),
    };
    Answer {
        revision: 7,
        cells: Level::ALL
            .map(|level| {
                let cell = Cell {
                    standing: Some(Standing::InPart),
                    application: Some(Application::Partly),
                    units: Some(Units::new(4, 21).unwrap()),
                    note: named(&format!("note-{level}")),
                };
                (level, cell)
            })
            .into(),
        texts: texts.into(),
        choice: Some(OptionId::parse(&named("choice")).unwrap()),
        items: vec![(ItemId(Uuid::from_u128(0x11)), item)],
        assistance: Assistance {
            all_areas: row(&format!("{name}-all")),
            rows: [(
                AreaId::parse(&named("area")).unwrap(),
                row(&format!("{name}-row")),
            )]
            .into(),
        },
        evidence: vec![(EvidenceId(Uuid::from_u128(0x12)), evidence)],
        flag: true,
        stamps: [(Field::Choice, stamp(&format!("{name}-stamp"), 1901))].into(),
        cleared: cleared.then(|| stamp(&format!("{name}-cleared"), 1902)),
    }
}

fn value(name: &str) -> FieldValue {
    FieldValue::Text(TextField::Exists, mark(name))
}

/// Everything that format 1 holds, marked. Of the two answers one is cleared.
fn everything() -> Assessment {
    let levels = Levels {
        regional: true,
        local: true,
    };
    Assessment::restore(Record {
        identity: Uuid::from_u128(0x10),
        sample: Some(mark("sample")),
        instrument: InstrumentReference {
            id: InstrumentId::parse("mark-instrument").unwrap(),
            version: 3,
        },
        call: Call {
            id: mark("call-id"),
            title: mark("call-title"),
            note_verbale_number: mark("call-number"),
            note_verbale_date: Some(date(2001)),
            due: Some(date(2002)),
            address: mark("call-address"),
        },
        profile: Profile {
            state: state("CAN"),
            institution: mark("institution"),
            focal_point: contact("focal"),
            deputy: contact("deputy"),
            contributors: vec![Contributor {
                name: mark("contributor-name"),
                body: mark("contributor-body"),
            }],
            period: mark("period"),
            reply_language: mark("language"),
            levels,
        },
        answers: [
            (question("17.a"), answer("a", true)),
            (question("17.b"), answer("b", false)),
        ]
        .into(),
        actions: [(
            ActionId(Uuid::from_u128(0x21)),
            PlannedAction {
                what: mark("action-what"),
                who: mark("action-who"),
                by: Some(date(1903)),
                area: Some(AreaId::parse("mark-action-area").unwrap()),
                gaps: vec![(question("mark.action.gap"), Level::Local)],
            },
        )]
        .into(),
        loans: vec![Loan {
            part: Uuid::from_u128(0x22),
            to: mark("loan-to"),
            due: Some(date(1904)),
            base: [(question("mark.loan"), vec![value("loan-base")])].into(),
        }],
        disputes: vec![Dispute {
            question: question("mark.dispute"),
            field: Field::Text(TextField::Exists),
            values: vec![DisputedValue {
                value: value("dispute-value"),
                whose: mark("dispute-whose"),
            }],
            decision: Some(Decision {
                value: value("decision-value"),
                stamp: stamp("decision", 1905),
            }),
        }],
        previous: Some(Previous {
            call: mark("previous-call"),
            date: Some(date(1906)),
            version: 1_006,
            levels: Levels::default(),
            answers: [(
                question("mark.previous"),
                CarriedAnswer {
                    revision: 5,
                    standings: [(Level::National, Standing::NotKnown)].into(),
                    texts: [(TextField::Exists, mark("previous-text"))].into(),
                },
            )]
            .into(),
        }),
        trail: Trail::restore(
            [TrailEntry {
                stamp: stamp("trail", 1907),
                question: Some(question("mark.trail")),
                field: Some(Field::Choice),
                value: mark("trail-value"),
            }],
            77_777,
        ),
        sent: vec![Sent {
            revision: 9,
            digest: mark("sent-digest"),
            when: moment(1908),
            released_by: stamp("sent", 1909),
            title: mark("sent-title"),
            reference: mark("sent-reference"),
        }],
    })
}

fn submission(with_application: WithApplication) -> Submission {
    let release = Release {
        name: mark("release-name"),
        title: mark("release-title"),
        body: mark("release-body"),
        date: Date::new(2003, 1, 2).unwrap(),
        reference: mark("release-reference"),
    };
    Submission::of(&everything(), 10, release, with_application)
}

/// The marked words in some bytes.
fn marks(bytes: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(bytes);
    let starts = text.match_indices("mark");
    let words = starts.filter_map(|(start, _)| {
        let rest = &text[start..];
        let end = rest.find(|sign: char| !(sign.is_alphanumeric() || "-._".contains(sign)));
        let word = &rest[..end.unwrap_or(rest.len())];
        word.starts_with(['m']).then(|| word.to_owned())
    });
    words
        .filter(|word| word.starts_with("mark-") || word.starts_with("mark."))
        .collect()
}

/// The list of what may leave: the design's, section 6.
fn allowed() -> BTreeSet<String> {
    let mut names: Vec<String> = [
        "sample",
        "instrument",
        "call-id",
        "call-title",
        "call-number",
        "call-address",
        "institution",
        "contributor-name",
        "contributor-body",
        "period",
        "language",
        "release-name",
        "release-title",
        "release-body",
        "release-reference",
        "a-choice",
        "a-area",
        "a-note-national",
        "a-note-regional",
        "a-note-local",
        "a-text-exists",
        "a-text-missing",
        "a-text-difficulty",
        "a-text-useful",
        "a-text-reason",
        "a-text-expected",
        "a-text-text",
        "a-text-choice",
    ]
    .map(str::to_owned)
    .into();
    for person in ["focal", "deputy"] {
        for field in ["name", "title", "email", "telephone"] {
            names.push(format!("{person}-{field}"));
        }
    }
    for field in ["name", "kind", "language", "address", "remark"] {
        names.push(format!("a-item-{field}"));
    }
    for field in [
        "kind", "title", "body", "language", "pages", "address", "file", "sha256",
    ] {
        names.push(format!("a-evidence-{field}"));
    }
    for row in ["all", "row"] {
        for side in ["need", "offer"] {
            names.push(format!("a-{row}-{side}-kind"));
            names.push(format!("a-{row}-{side}-reason"));
        }
    }
    names.iter().map(|name| mark(name)).collect()
}

#[test]
fn every_field_of_the_assessment_is_marked() {
    let text = write_assessment(&everything()).unwrap();
    let planted = marks(text.as_bytes());
    assert!(
        allowed()
            .iter()
            .filter(|word| !word.contains("release"))
            .all(|word| planted.contains(word))
    );
    // Every quoted text in the file is a mark, or one of the words that are no field of anybody's.
    let plain: BTreeSet<&str> = [
        "CAN",
        "17.a",
        "17.b",
        "national",
        "regional",
        "local",
        "in_part",
        "partly",
        "not_known",
        "exists",
        "missing",
        "difficulty",
        "useful",
        "reason",
        "expected",
        "text",
        "choice",
        "remark",
        "responsible",
        "all",
        "text.exists",
    ]
    .into();
    for (place, word) in text.split('"').enumerate() {
        let is_quoted = place % 2 == 1;
        let is_value = word.len() == 36
            || word.starts_with("guidepost ")
            || word.starts_with(['1', '2']) && word.contains("-0")
            || word.starts_with("mark");
        assert!(
            !is_quoted || is_value || plain.contains(word),
            "{word:?} is no mark"
        );
    }
}

#[test]
fn only_what_is_on_the_list_is_in_the_bytes() {
    let (bytes, _) = write_submission(&submission(WithApplication::No)).unwrap();
    assert_eq!(marks(&bytes), allowed());
    let text = String::from_utf8(bytes.clone()).unwrap();
    // What has no room for a word: years, identities, tokens, numbers.
    for out in [
        "1901-",
        "1902-",
        "1903-",
        "1904-",
        "1905-",
        "1906-",
        "1907-",
        "1908-",
        "1909-",
        "77777",
        "partly",
        "application",
        "flag",
        "stamp",
        "cleared",
        "not_known",
        "17.b",
        "00000000-0000-0000-0000-000000000021",
        "00000000-0000-0000-0000-000000000022",
    ] {
        assert!(!text.contains(out), "{out}");
    }
    for inside in [
        "2001-01-02",
        "2002-01-02",
        "2003-01-02",
        "1801",
        "1802",
        "(4, 21)",
        "in_part",
        "00000000-0000-0000-0000-000000000010",
        "00000000-0000-0000-0000-000000000011",
        "00000000-0000-0000-0000-000000000012",
        "revision: 10",
        "version: 3",
    ] {
        assert!(text.contains(inside), "{inside}");
    }
    let back = read_submission(&bytes, "it").unwrap();
    assert_eq!(back.submission, submission(WithApplication::No));
}

#[test]
fn application_leaves_only_where_the_council_wishes_it() {
    let (bytes, _) = write_submission(&submission(WithApplication::Yes)).unwrap();
    assert_eq!(marks(&bytes), allowed());
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.matches("application: \"partly\"").count(), 3);
}

/// What a document says, without spaces and hyphens, since lines may end anywhere.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|sign| !sign.is_whitespace() && !"-\u{ad}\u{2010}".contains(*sign))
        .collect()
}

/// The documents of a package, as the programs of others read them: name and text.
fn documents_of(reply: &Submission) -> Vec<(String, String)> {
    let (_, seal) = write_submission(reply).unwrap();
    let made = documents(instrument(), "Canada", reply, &seal).unwrap();
    let texts = made.files.into_iter().filter_map(|file| {
        let text = if file.bytes.starts_with(b"PK") {
            let document = Document::read(&file.bytes);
            document.parts.into_values().collect()
        } else {
            text_of_pdf(&file.bytes)?
        };
        Some((file.name, text))
    });
    texts.collect()
}

#[cfg(feature = "pdf")]
fn text_of_pdf(bytes: &[u8]) -> Option<String> {
    crate::pdf::reading::in_order(bytes).map(|pages| pages.concat())
}

#[cfg(not(feature = "pdf"))]
fn text_of_pdf(_: &[u8]) -> Option<String> {
    None
}

#[test]
fn the_documents_of_a_reply_say_nothing_that_stays() {
    let file = write_assessment(&everything()).unwrap();
    let (planted, allowed) = (marks(file.as_bytes()), allowed());
    let stays: Vec<&String> = planted.difference(&allowed).collect();
    assert!(30 < stays.len(), "{stays:?}");
    let reply = submission(WithApplication::No);
    let code = write_submission(&reply).unwrap().1.code();
    let with_application = documents_of(&submission(WithApplication::Yes));
    let both = documents_of(&reply).into_iter().zip(with_application);
    for ((name, text), (_, more)) in both {
        let partly = |text: &str| text.to_lowercase().matches("partly").count();
        assert_eq!(partly(&more), partly(&text) + 3, "{name}");
        let text = letters(&text);
        for word in &stays {
            assert!(!text.contains(&letters(word)), "{name}: {word}");
        }
        assert!(!text.contains("77777"), "{name}");
        for year in 1903..1910 {
            for month in ["January", "March"] {
                assert!(!text.contains(&format!("{month}{year}")), "{name}: {year}");
            }
        }
        for word in [
            "mark-release-name",
            "mark-release-reference",
            "mark-a-text-exists",
            "mark-a-note-local",
            "mark-a-evidence-file",
            "mark-focal-email",
            "Revision 10",
            &code,
        ] {
            assert!(text.contains(&letters(word)), "{name}: {word}");
        }
    }
}

#[test]
fn a_package_holds_no_other_words_than_the_submission_in_it() {
    let mut plain = submission(WithApplication::No);
    for answer in plain.answers.values_mut() {
        answer.evidence.clear();
    }
    let (bytes, _) = write_submission(&plain).unwrap();
    let package = write_package(vec![PackageFile {
        kind: PackageFileKind::Submission,
        name: "CAN-revision-10.submission.ron".to_owned(),
        bytes: bytes.clone(),
    }])
    .unwrap();
    assert_eq!(marks(&package), marks(&bytes));
}

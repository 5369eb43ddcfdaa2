//! What the tests share: the built-in data, short ways to make an edit, and commands run in memory.

pub mod random;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::sync::LazyLock;

use guidepost::app::Library;
use guidepost::cli;
use guidepost::domain::{
    Assessment, Change, Edit, EditError, FieldValue, Instrument, QuestionId, Record, Stamp,
    StateCode, Trail,
};
use guidepost::store::Folders;
use jiff::Timestamp;
use proptest::test_runner::Config;
use serde_json::Value;
use uuid::Uuid;

static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| Library::built_in().unwrap_or_else(|faults| panic!("{faults:#?}")));

/// What the program is built with.
pub fn library() -> &'static Library {
    &LIBRARY
}

/// The built-in instrument.
pub fn instrument() -> &'static Instrument {
    &LIBRARY.instrument
}

/// How often a property is tried. What fails is told with its input, so no file is kept.
pub fn cases(count: u32) -> Config {
    Config {
        failure_persistence: None,
        ..Config::with_cases(count)
    }
}

pub fn question(text: &str) -> QuestionId {
    QuestionId::parse(text).unwrap()
}

pub fn state(text: &str) -> StateCode {
    StateCode::parse(text).unwrap()
}

/// The stamp of somebody, so many seconds after 1970.
pub fn stamp(who: &str, second: i64) -> Stamp {
    Stamp {
        who: who.to_owned(),
        body: "Ministry".to_owned(),
        when: Timestamp::from_second(second).unwrap(),
    }
}

/// An empty assessment of Canada.
pub fn empty() -> Assessment {
    Assessment::new(instrument(), state("CAN"), Uuid::from_u128(1))
}

pub fn set(id: &str, value: FieldValue) -> Change {
    Change::Set(question(id), Box::new(value))
}

/// Makes a change as Ana; what takes it back.
pub fn apply(assessment: &mut Assessment, change: Change) -> Result<Change, EditError> {
    let edit = Edit {
        stamp: stamp("Ana", 1_000),
        change,
    };
    Ok(assessment.apply(instrument(), edit)?.change)
}

/// An assessment after these changes.
#[track_caller]
pub fn after(changes: impl IntoIterator<Item = Change>) -> Assessment {
    let mut assessment = empty();
    for change in changes {
        apply(&mut assessment, change).unwrap();
    }
    assessment
}

/// All that an assessment holds but its trail, which only ever grows.
pub fn but_for_the_trail(assessment: &Assessment) -> Record {
    Record {
        trail: Trail::default(),
        ..(**assessment).clone()
    }
}

/// What a command came to.
#[derive(Debug)]
pub struct Ran {
    pub code: u8,
    pub out: String,
    pub err: String,
}

/// Runs a command in memory, without a place for dated copies.
pub fn run<Word: AsRef<str>>(words: &[Word]) -> Ran {
    run_at(None, words)
}

/// Runs a command in memory, with dated copies in this folder; words that cannot be read are a
/// refusal too, as in the program.
pub fn run_at<Word: AsRef<str>>(home: Option<&Path>, words: &[Word]) -> Ran {
    let words = words.iter().map(AsRef::as_ref);
    let words: Vec<OsString> = ["guidepost"]
        .into_iter()
        .chain(words)
        .map(Into::into)
        .collect();
    let arguments = match cli::arguments(&words) {
        Ok(arguments) => arguments,
        Err(refused) => {
            return Ran {
                code: u8::try_from(refused.exit_code()).unwrap(),
                out: String::new(),
                err: refused.to_string(),
            };
        }
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let folders = home.map(Folders::at);
    let command = arguments.command.unwrap();
    let code = cli::run_in(folders.as_ref(), command, &mut out, &mut err);
    Ran {
        code: (0..=2).find(|each| ExitCode::from(*each) == code).unwrap(),
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
    }
}

/// Runs a command that must be done.
#[track_caller]
pub fn done<Word: AsRef<str>>(words: &[Word]) -> String {
    let ran = run(words);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran.out
}

/// Runs a command that prints JSON.
#[track_caller]
pub fn json<Word: AsRef<str>>(words: &[Word]) -> Value {
    serde_json::from_str(&done(words)).unwrap()
}

/// A path as a word of a command.
pub fn word(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// What is said of it in English.
pub fn explained(what: &dyn guidepost::domain::Explain) -> String {
    guidepost::words::Words::load(guidepost::words::ENGLISH).explain(what)
}

//! The submission: what a State sends, put together field by field from what may leave.
//!
//! Everything here is named one by one. A field that is added to an assessment stays in the
//! council until somebody adds it here, and to the types of the submission's file.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::{
    Answer, Assessment, Assistance, Call, Cell, Evidence, EvidenceId, InstrumentReference, ItemId,
    Level, Levels, ListItem, OptionId, Profile, QuestionId, Record, Stamp, StateCode, TextField,
    Trail, clean_identifier,
};

/// The cleared reply of a State, as it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// The identity of the assessment that it comes from.
    pub identity: Uuid,
    /// Which of the replies from that assessment it is, from 1.
    pub revision: u32,
    /// For a sample, the document that it was reconstructed from.
    pub sample: Option<String>,
    /// The instrument that it answers.
    pub instrument: InstrumentReference,
    /// The request that it replies to.
    pub call: Call,
    /// The State, its people and its levels.
    pub profile: Profile,
    pub release: Release,
    /// The cleared answers.
    pub answers: BTreeMap<QuestionId, SubmittedAnswer>,
}

/// Who released a submission for sending, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The person.
    pub name: String,
    /// That person's title.
    pub title: String,
    /// The body for which the person acts.
    pub body: String,
    /// The day.
    pub date: Date,
    /// The reference of the letter that it goes with; empty where there is none.
    pub reference: String,
}

/// One answer as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SubmittedAnswer {
    /// The revision of the question that was answered.
    pub revision: u32,
    /// The cells, at levels that the State has; application only where the council wished it.
    pub cells: BTreeMap<Level, Cell>,
    /// The texts; none of them [internal](TextField::is_internal).
    pub texts: BTreeMap<TextField, String>,
    /// The option chosen.
    pub choice: Option<OptionId>,
    pub items: Vec<(ItemId, ListItem)>,
    /// The assistance sheet.
    pub assistance: Assistance,
    /// What supports the answer; file names and digests, never paths.
    pub evidence: Vec<(EvidenceId, Evidence)>,
}

/// Whether it is sent how far things are applied in practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WithApplication {
    /// It stays in the council.
    #[default]
    No,
    /// The council has decided to send it.
    Yes,
}

impl Submission {
    /// What may leave of an assessment: the answers that are cleared and hold something, and what
    /// stands around them.
    pub fn of(
        assessment: &Assessment,
        revision: u32,
        mut release: Release,
        with_application: WithApplication,
    ) -> Self {
        release.reference = clean_identifier(&release.reference).into_owned();
        let levels = assessment.profile.levels;
        let answers = assessment.answers.iter().filter_map(|(id, answer)| {
            answer.cleared.as_ref()?;
            let sent = SubmittedAnswer::of(answer, levels, with_application);
            (!sent.is_empty()).then(|| (id.clone(), sent))
        });
        Self {
            identity: assessment.identity,
            revision,
            sample: assessment.sample.clone(),
            instrument: assessment.instrument.clone(),
            call: assessment.call.clone(),
            profile: assessment.profile.clone(),
            release,
            answers: answers.collect(),
        }
    }

    /// The same as an assessment, to be read like any other: with these answers, cleared by whoever
    /// released them, and with nothing that stays in a council.
    pub fn to_assessment(&self) -> Assessment {
        let released = self.release.date.to_zoned(TimeZone::UTC);
        let stamp = Stamp {
            who: self.release.name.clone(),
            body: self.release.body.clone(),
            when: released.map(|day| day.timestamp()).unwrap_or_default(),
        };
        let answers = self.answers.iter().map(|(id, answer)| {
            let answer = Answer {
                cleared: Some(stamp.clone()),
                ..answer.to_answer()
            };
            (id.clone(), answer)
        });
        Assessment::restore(Record {
            identity: self.identity,
            sample: self.sample.clone(),
            instrument: self.instrument.clone(),
            call: self.call.clone(),
            profile: self.profile.clone(),
            answers: answers.collect(),
            actions: BTreeMap::new(),
            loans: Vec::new(),
            disputes: Vec::new(),
            previous: None,
            trail: Trail::default(),
            sent: Vec::new(),
        })
    }

    /// Whether it says how far things are applied.
    pub fn with_application(&self) -> WithApplication {
        let mut cells = self
            .answers
            .values()
            .flat_map(|answer| answer.cells.values());
        if cells.any(|cell| cell.application.is_some()) {
            WithApplication::Yes
        } else {
            WithApplication::No
        }
    }

    /// Whose reply it is.
    pub fn state(&self) -> StateCode {
        self.profile.state
    }

    /// Whether the two say the same, whichever revision they are and whenever they were released.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let mut same = self.clone();
        same.revision = other.revision;
        same.release.date = other.release.date;
        same == *other
    }

    /// The files of evidence that it names, each once, with the digests that it gives: by name.
    pub fn evidence_files(&self) -> BTreeMap<&str, &str> {
        let pieces = self.answers.values().flat_map(|answer| &answer.evidence);
        pieces
            .filter(|(_, piece)| !piece.file_name.is_empty())
            .map(|(_, piece)| (piece.file_name.as_str(), piece.sha256.as_str()))
            .collect()
    }
}

impl SubmittedAnswer {
    /// The texts that may leave.
    pub const TEXTS: [TextField; 8] = [
        TextField::Exists,
        TextField::Missing,
        TextField::Difficulty,
        TextField::Useful,
        TextField::Reason,
        TextField::Expected,
        TextField::Text,
        TextField::Choice,
    ];

    /// What may leave of an answer, whether or not it is cleared.
    pub fn of(answer: &Answer, levels: Levels, with_application: WithApplication) -> Self {
        let cells = levels.iter().filter_map(|level| {
            let cell = answer.cells.get(&level)?;
            let sent = Cell {
                standing: cell.standing,
                application: match with_application {
                    WithApplication::Yes => cell.application,
                    WithApplication::No => None,
                },
                units: cell.units,
                note: cell.note.clone(),
            };
            (sent != Cell::default()).then_some((level, sent))
        });
        let texts = Self::TEXTS.into_iter().filter_map(|field| {
            let text = answer.texts.get(&field)?;
            (!text.is_empty()).then(|| (field, text.clone()))
        });
        Self {
            revision: answer.revision,
            cells: cells.collect(),
            texts: texts.collect(),
            choice: answer.choice.clone(),
            items: answer.items.clone(),
            assistance: answer.assistance.clone(),
            evidence: answer.evidence.clone(),
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        let revision = self.revision;
        *self
            == Self {
                revision,
                ..Self::default()
            }
    }

    /// The same as an answer, to be read like any other.
    pub fn to_answer(&self) -> Answer {
        Answer {
            revision: self.revision,
            cells: self.cells.clone(),
            texts: self.texts.clone(),
            choice: self.choice.clone(),
            items: self.items.clone(),
            assistance: self.assistance.clone(),
            evidence: self.evidence.clone(),
            ..Answer::default()
        }
    }
}

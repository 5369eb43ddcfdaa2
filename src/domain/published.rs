//! A published round: what a report prints of the replies to an earlier questionnaire.
//!
//! The 2007 report of the Secretary-General (E/CN.15/2007/11) names, question by question, the
//! States that said Yes or In part, and almost never those that said No. So its figures are
//! context and never a yardstick: a State that is not named may have said No, or nothing. What
//! the report leaves open stays open here, as a [`Doubt`].
//!
//! These are the facts as they were printed; [`super::published_reply`] says what follows from
//! them for one State, [`super::published_statement`] what follows for one question.

use jiff::civil::Date;

use super::published_assistance::PublishedAssistance;
use super::{EntryId, KindId, Level, OptionId, QuestionId, Standing, StateCode, TextField};

/// Everything that a report prints of the replies to one questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedRound {
    /// Which round: `2007`.
    pub id: EntryId,
    /// The report.
    pub source: PublishedSource,
    /// How the replies were asked for (paragraph 2 and note 1).
    pub call: PublishedCall,
    /// The States that replied, in the report's order (paragraph 2).
    pub replies: Vec<ReplyingState>,
    /// The lists of States by answer, as printed (notes 2 to 56).
    pub lists: Vec<StateList>,
    /// The figures that the report gives without naming the States.
    pub counts: Vec<StatedCount>,
    /// What cannot be told from the report.
    pub doubts: Vec<Doubt>,
    /// What the report tells of single States.
    pub examples: Vec<Example>,
    /// What the report tells of several States without naming them.
    pub observations: Vec<Observation>,
    /// The guides that States offered to share (paragraph 55).
    pub guides: Vec<PublishedGuide>,
    /// The networks that States named as theirs (paragraph 54).
    pub networks: Vec<PublishedNetwork>,
    /// What keeps States from international networks (paragraph 54).
    pub obstacles: Vec<PublishedObstacle>,
    /// The table of needs and offers of assistance (paragraphs 56 and 57).
    pub assistance: PublishedAssistance,
}

/// The report that a round was published in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedSource {
    /// Its symbol: `E/CN.15/2007/11`.
    pub symbol: String,
    /// What it is.
    pub title: String,
    /// The day on which it was issued.
    pub date: Date,
}

/// How the replies were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedCall {
    /// The year in which the questionnaire was sent.
    pub sent_year: i16,
    /// The month in which the questionnaire was sent, 1 to 12.
    pub sent_month: i8,
    /// Replies that came after this day were not considered.
    pub considered_until: Date,
    /// How many Member States there were, and were asked.
    pub members: u16,
    /// Where the report says so.
    pub place: ReportPlace,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportPlace {
    pub paragraph: u8,
    /// The footnote, where it is one that says so.
    pub note: Option<u8>,
}

/// A State that replied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyingState {
    pub state: StateCode,
    /// Its name in the report.
    pub name: String,
}

/// What an entry says of a State's answer to its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// A standing at a level. Where there are several levels, or several standings, it is one of
    /// them, and the report does not say which.
    Cell {
        /// The level, or the levels that come into question.
        levels: Vec<Level>,
        /// The standing, or the standings that come into question.
        standings: Vec<Standing>,
    },
    /// An option of a choice.
    Option(OptionId),
}

impl Says {
    /// The level and the standing, where the report leaves no doubt about either.
    pub fn certain_cell(&self) -> Option<(Level, Standing)> {
        match self {
            Self::Cell { levels, standings } => match (levels.as_slice(), standings.as_slice()) {
                ([level], [standing]) => Some((*level, *standing)),
                _ => None,
            },
            Self::Option(_) => None,
        }
    }
}

/// A list of the States that gave one answer, as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateList {
    /// Which list: `note-20`; a statement within a note has one of its own, `note-31-in-part`.
    pub id: EntryId,
    /// Where it stands.
    pub place: ReportPlace,
    /// The question that was answered.
    pub question: QuestionId,
    /// The answer.
    pub says: Says,
    /// How many States the report states; nothing where it states no number.
    pub stated: Option<u16>,
    /// The States, in the report's order.
    pub states: Vec<StateCode>,
}

/// A figure without the names of the States.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedCount {
    /// Which figure.
    pub id: EntryId,
    /// Where it stands.
    pub place: ReportPlace,
    /// The question that was answered.
    pub question: QuestionId,
    /// The answer.
    pub says: Says,
    /// How many States gave it.
    pub amount: Amount,
}

/// How many States, as a number or as the report's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// This many.
    Number(u16),
    /// "Most" of those that replied.
    Most,
    /// "The majority" of those that replied.
    Majority,
}

/// Something that cannot be told from the report, and what Guidepost takes from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Which doubt.
    pub id: EntryId,
    /// Where it arises.
    pub place: ReportPlace,
    /// The questions that it touches, each with its levels; no level where the question has none.
    pub about: Vec<DoubtedQuestion>,
    /// The States that it touches; none where that is unknown, or where it touches the figures
    /// alone.
    pub states: Vec<StateCode>,
    /// What is doubtful, in our own words.
    pub text: String,
    /// What Guidepost takes from it.
    pub decision: String,
    /// The answers that are certain in spite of the doubt.
    pub settles: Vec<SettledCell>,
    /// The States that stand in a list, but are not taken to have given its answer.
    pub withdraws: Vec<Withdrawal>,
}

/// A question that a doubt touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoubtedQuestion {
    pub question: QuestionId,
    pub levels: Vec<Level>,
}

/// A standing that a doubt leaves certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledCell {
    /// Whose answer.
    pub state: StateCode,
    pub question: QuestionId,
    pub level: Level,
    /// What it is.
    pub standing: Standing,
}

/// A State that is not taken to have given the answer of a list in which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    pub list: EntryId,
    pub state: StateCode,
}

/// Something that the report tells of one State, restated in our own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Which example.
    pub id: EntryId,
    pub state: StateCode,
    /// Where the report tells it.
    pub place: ReportPlace,
    /// The question that it answers.
    pub question: QuestionId,
    /// The part of the answer that it belongs to.
    pub field: TextField,
    /// What it is.
    pub text: String,
}

/// Something that the report tells of several States without naming them, in our own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Which observation.
    pub id: EntryId,
    /// Where the report tells it.
    pub place: ReportPlace,
    /// The questions that it belongs to.
    pub questions: Vec<QuestionId>,
    /// What it is.
    pub text: String,
}

/// Guides, toolkits and manuals that a State offered to share (paragraph 55).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedGuide {
    /// Which entry.
    pub id: EntryId,
    pub state: StateCode,
    /// Where the report names them.
    pub place: ReportPlace,
    /// The question that it answers.
    pub question: QuestionId,
    /// The kind of list item that the addresses lead to.
    pub kind: KindId,
    /// Their web addresses, as they were then.
    pub addresses: Vec<String>,
    /// What the report adds.
    pub remark: Option<String>,
}

/// A network or organization that States named as theirs (paragraph 54).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedNetwork {
    /// Which network.
    pub id: EntryId,
    /// Where the report names it.
    pub place: ReportPlace,
    /// The question that it answers.
    pub question: QuestionId,
    /// Its name in the report.
    pub name: String,
}

/// What keeps States from taking part in international networks (paragraph 54).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedObstacle {
    /// Which obstacle.
    pub id: EntryId,
    /// Where the report names it.
    pub place: ReportPlace,
    /// The question that it answers.
    pub question: QuestionId,
    /// The kind of list item that it is.
    pub kind: KindId,
    /// How many States named it.
    pub amount: Amount,
    /// What it is, in our own words.
    pub text: String,
}

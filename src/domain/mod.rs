//! What an assessment *is*: the instrument, the answers, and the edits that change them.
//!
//! Nothing here reads a clock, a disk, a random number or a file format: dates, identities and
//! names come in as values. So everything in this layer can be tried in memory, and means the same
//! on every machine.

mod answer;
mod assessment;
mod carry;
mod draft;
mod edit;
mod field;
mod file_name;
mod fold;
mod history;
mod ids;
mod instrument;
mod instrument_check;
mod legal;
mod message;
mod outline;
mod paragraph;
mod profile;
mod published;
mod published_assistance;
mod published_reply;
mod published_statement;
mod round;
mod standing;
mod state;
mod submission;
mod visible;
mod working;

pub use answer::{Answer, Assistance, AssistanceRow, AssistanceSide, Cell, Evidence, ListItem};
pub use assessment::{Assessment, InstrumentReference, Record, Trail, TrailEntry};
pub use draft::{DialogDraft, DialogEntry};
pub use edit::{Change, Edit, EditError, Stamp};
pub use field::{AssistanceTarget, Field, FieldValue, Side, TextField};
pub use file_name::{is_device_name, is_same_file_name, plain_file_name};
pub use fold::{european_digit, folded, is_hyphen, position_in_text};
pub use history::{History, RoundStep, Step, Undoable};
pub use ids::{
    ActionId, AreaId, EntryId, EvidenceId, InstrumentId, InvalidId, ItemId, KindId, OptionId,
    QuestionId, SectionId, StateCode,
};
pub use instrument::{
    Area, ChoiceOption, Help, Instrument, InstrumentParts, ItemKind, Kind, Origin, Paragraph, Part,
    Principle, PrincipleNumber, Question, Section, ServedPrinciple, Source, Treatment,
};
pub use instrument_check::InstrumentFault;
pub use message::{Explain, Message, MessageValue};
pub use outline::{ListShown, Outline, OutlineChapter, OutlinePart, OutlineQuestion};
pub use paragraph::{InvalidParagraph, ParagraphReference};
pub use profile::{Call, Contact, Contributor, Levels, Profile};
pub use published::{
    Amount, Doubt, DoubtedQuestion, Example, Observation, PublishedCall, PublishedGuide,
    PublishedNetwork, PublishedObstacle, PublishedRound, PublishedSource, ReplyingState,
    ReportPlace, Says, SettledCell, StateList, StatedCount, Withdrawal,
};
pub use published_assistance::{AssistanceRemark, PublishedAreaRow, PublishedAssistance};
pub use published_reply::{
    PublishedCell, PublishedChoice, PublishedReply, PublishedText, ReplyAreaRow, ReplyAssistance,
    ReplyAssistanceSide,
};
pub use published_statement::{Figure, OptionStatement, PublishedStatement};
pub use round::{Attribution, Quotation, Round, RoundChange, RoundDecision, RoundFault};
pub use standing::{Application, Extent, InvalidUnits, Level, Standing, Units, UnknownToken};
pub use state::{RegionalGroup, Renaming, State, States};
pub use submission::{Release, Submission, SubmittedAnswer, WithApplication};
pub use visible::{
    clean_identifier, is_unseen, is_written_with, shortened, visible_line, visible_text,
};
pub use working::{
    CarriedAnswer, Decision, Dispute, DisputedValue, Loan, PlannedAction, Previous, Sent,
};

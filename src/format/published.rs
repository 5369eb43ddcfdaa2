//! Reads `guidelines/round-2007.ron`: what a report prints of the replies to an earlier
//! questionnaire. The file is compiled in, so tests see to it that its entries fit each other and
//! the instrument; here it is read.

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::Diagnostic;
use super::document::parse_document;
use crate::domain::{
    Amount, AreaId, AssistanceRemark, Doubt, DoubtedQuestion, EntryId, Example, Explain as _,
    KindId, Level, Message, Observation, OptionId, PublishedAreaRow, PublishedAssistance,
    PublishedCall, PublishedGuide, PublishedNetwork, PublishedObstacle, PublishedRound,
    PublishedSource, QuestionId, ReplyingState, ReportPlace, Says, SettledCell, Side, Standing,
    StateCode, StateList, StatedCount, TextField, Withdrawal,
};

/// Reads a published round; `name` is what a fault calls its file.
pub fn read_published_round(name: &str, text: &str) -> Result<PublishedRound, Diagnostic> {
    parse_document(name, text, 1).map(|file: RoundFile| file.into())
}

/// A value that the file names by its token or id.
struct Word<T>(T);

/// What a [`Word`] can be.
trait Token: Sized {
    fn read(text: &str) -> Result<Self, Message>;
}

macro_rules! tokens {
    ($($type:ty),*) => {
        $(impl Token for $type {
            fn read(text: &str) -> Result<Self, Message> {
                Self::parse(text).map_err(|fault| fault.message())
            }
        })*
    };
}

tokens!(
    AreaId, EntryId, KindId, Level, OptionId, QuestionId, Side, Standing, StateCode, TextField
);

impl Token for Date {
    fn read(text: &str) -> Result<Self, Message> {
        text.parse()
            .map_err(|fault: jiff::Error| Message::verbatim(&fault))
    }
}

impl<'de, T: Token> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::read(&text).map(Self).map_err(D::Error::custom)
    }
}

fn values<T>(words: Vec<Word<T>>) -> Vec<T> {
    words.into_iter().map(|word| word.0).collect()
}

fn all<Entry, Value: From<Entry>>(entries: Vec<Entry>) -> Vec<Value> {
    entries.into_iter().map(Value::from).collect()
}

#[derive(Deserialize)]
#[serde(rename = "PublishedRound", deny_unknown_fields)]
struct RoundFile {
    #[serde(rename = "format")]
    _format: u32,
    id: Word<EntryId>,
    source: SourceEntry,
    call: CallEntry,
    replies: Vec<ReplyEntry>,
    lists: Vec<ListEntry>,
    counts: Vec<CountEntry>,
    doubts: Vec<DoubtEntry>,
    examples: Vec<ExampleEntry>,
    guides: Vec<GuideEntry>,
    networks: Vec<NetworkEntry>,
    obstacles: Vec<ObstacleEntry>,
    assistance: AssistanceEntry,
    observations: Vec<ObservationEntry>,
}

impl From<RoundFile> for PublishedRound {
    fn from(file: RoundFile) -> Self {
        Self {
            id: file.id.0,
            source: file.source.into(),
            call: file.call.into(),
            replies: all(file.replies),
            lists: all(file.lists),
            counts: all(file.counts),
            doubts: all(file.doubts),
            examples: all(file.examples),
            observations: all(file.observations),
            guides: all(file.guides),
            networks: all(file.networks),
            obstacles: all(file.obstacles),
            assistance: file.assistance.into(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceEntry {
    symbol: String,
    title: String,
    date: Word<Date>,
}

impl From<SourceEntry> for PublishedSource {
    fn from(entry: SourceEntry) -> Self {
        Self {
            symbol: entry.symbol,
            title: entry.title,
            date: entry.date.0,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CallEntry {
    sent: MonthEntry,
    considered_until: Word<Date>,
    members: u16,
    paragraph: u8,
    note: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthEntry {
    year: i16,
    month: i8,
}

impl From<CallEntry> for PublishedCall {
    fn from(entry: CallEntry) -> Self {
        Self {
            sent_year: entry.sent.year,
            sent_month: entry.sent.month,
            considered_until: entry.considered_until.0,
            members: entry.members,
            place: place(entry.paragraph, entry.note),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyEntry {
    id: Word<StateCode>,
    name: String,
}

impl From<ReplyEntry> for ReplyingState {
    fn from(entry: ReplyEntry) -> Self {
        Self {
            state: entry.id.0,
            name: entry.name,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
enum SaysEntry {
    Cell {
        levels: Vec<Word<Level>>,
        standings: Vec<Word<Standing>>,
    },
    Option(Word<OptionId>),
}

impl From<SaysEntry> for Says {
    fn from(entry: SaysEntry) -> Self {
        match entry {
            SaysEntry::Cell { levels, standings } => Self::Cell {
                levels: values(levels),
                standings: values(standings),
            },
            SaysEntry::Option(option) => Self::Option(option.0),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListEntry {
    id: Word<EntryId>,
    paragraph: u8,
    note: Option<u8>,
    question: Word<QuestionId>,
    says: SaysEntry,
    stated: Option<u16>,
    states: Vec<Word<StateCode>>,
}

impl From<ListEntry> for StateList {
    fn from(entry: ListEntry) -> Self {
        Self {
            id: entry.id.0,
            place: place(entry.paragraph, entry.note),
            question: entry.question.0,
            says: entry.says.into(),
            stated: entry.stated,
            states: values(entry.states),
        }
    }
}

#[derive(Deserialize)]
enum AmountEntry {
    Number(u16),
    Most,
    Majority,
}

impl From<AmountEntry> for Amount {
    fn from(entry: AmountEntry) -> Self {
        match entry {
            AmountEntry::Number(number) => Self::Number(number),
            AmountEntry::Most => Self::Most,
            AmountEntry::Majority => Self::Majority,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountEntry {
    id: Word<EntryId>,
    paragraph: u8,
    question: Word<QuestionId>,
    levels: Vec<Word<Level>>,
    standings: Vec<Word<Standing>>,
    amount: AmountEntry,
}

impl From<CountEntry> for StatedCount {
    fn from(entry: CountEntry) -> Self {
        Self {
            id: entry.id.0,
            place: place(entry.paragraph, None),
            question: entry.question.0,
            says: Says::Cell {
                levels: values(entry.levels),
                standings: values(entry.standings),
            },
            amount: entry.amount.into(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DoubtEntry {
    id: Word<EntryId>,
    paragraph: u8,
    note: Option<u8>,
    about: Vec<AboutEntry>,
    states: Vec<Word<StateCode>>,
    text: String,
    decision: String,
    #[serde(default)]
    settles: Vec<SettlesEntry>,
    #[serde(default)]
    withdraws: Vec<WithdrawsEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AboutEntry {
    question: Word<QuestionId>,
    levels: Vec<Word<Level>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettlesEntry {
    state: Word<StateCode>,
    question: Word<QuestionId>,
    level: Word<Level>,
    standing: Word<Standing>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WithdrawsEntry {
    list: Word<EntryId>,
    state: Word<StateCode>,
}

impl From<DoubtEntry> for Doubt {
    fn from(entry: DoubtEntry) -> Self {
        let about = entry.about.into_iter().map(|about| DoubtedQuestion {
            question: about.question.0,
            levels: values(about.levels),
        });
        let settles = entry.settles.into_iter().map(|settled| SettledCell {
            state: settled.state.0,
            question: settled.question.0,
            level: settled.level.0,
            standing: settled.standing.0,
        });
        let withdraws = entry.withdraws.into_iter().map(|out| Withdrawal {
            list: out.list.0,
            state: out.state.0,
        });
        Self {
            id: entry.id.0,
            place: place(entry.paragraph, entry.note),
            about: about.collect(),
            states: values(entry.states),
            text: entry.text,
            decision: entry.decision,
            settles: settles.collect(),
            withdraws: withdraws.collect(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleEntry {
    id: Word<EntryId>,
    state: Word<StateCode>,
    paragraph: u8,
    note: Option<u8>,
    question: Word<QuestionId>,
    field: Word<TextField>,
    text: String,
}

impl From<ExampleEntry> for Example {
    fn from(entry: ExampleEntry) -> Self {
        Self {
            id: entry.id.0,
            state: entry.state.0,
            place: place(entry.paragraph, entry.note),
            question: entry.question.0,
            field: entry.field.0,
            text: entry.text,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GuideEntry {
    id: Word<EntryId>,
    state: Word<StateCode>,
    paragraph: u8,
    note: Option<u8>,
    question: Word<QuestionId>,
    kind: Word<KindId>,
    addresses: Vec<String>,
    #[serde(default)]
    remark: Option<String>,
}

impl From<GuideEntry> for PublishedGuide {
    fn from(entry: GuideEntry) -> Self {
        Self {
            id: entry.id.0,
            state: entry.state.0,
            place: place(entry.paragraph, entry.note),
            question: entry.question.0,
            kind: entry.kind.0,
            addresses: entry.addresses,
            remark: entry.remark,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NetworkEntry {
    id: Word<EntryId>,
    paragraph: u8,
    question: Word<QuestionId>,
    name: String,
}

impl From<NetworkEntry> for PublishedNetwork {
    fn from(entry: NetworkEntry) -> Self {
        Self {
            id: entry.id.0,
            place: place(entry.paragraph, None),
            question: entry.question.0,
            name: entry.name,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ObstacleEntry {
    id: Word<EntryId>,
    paragraph: u8,
    question: Word<QuestionId>,
    kind: Word<KindId>,
    amount: AmountEntry,
    text: String,
}

impl From<ObstacleEntry> for PublishedObstacle {
    fn from(entry: ObstacleEntry) -> Self {
        Self {
            id: entry.id.0,
            place: place(entry.paragraph, None),
            question: entry.question.0,
            kind: entry.kind.0,
            amount: entry.amount.into(),
            text: entry.text,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ObservationEntry {
    id: Word<EntryId>,
    paragraph: u8,
    questions: Vec<Word<QuestionId>>,
    text: String,
}

impl From<ObservationEntry> for Observation {
    fn from(entry: ObservationEntry) -> Self {
        Self {
            id: entry.id.0,
            place: place(entry.paragraph, None),
            questions: values(entry.questions),
            text: entry.text,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AssistanceEntry {
    question: Word<QuestionId>,
    need_question: Word<QuestionId>,
    offer_question: Word<QuestionId>,
    paragraph: u8,
    rows: Vec<AreaRowEntry>,
    all_areas: AllAreasEntry,
    remarks: Vec<RemarkEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AllAreasEntry {
    need: Vec<Word<StateCode>>,
    offer: Vec<Word<StateCode>>,
}

impl From<AssistanceEntry> for PublishedAssistance {
    fn from(entry: AssistanceEntry) -> Self {
        Self {
            question: entry.question.0,
            need_question: entry.need_question.0,
            offer_question: entry.offer_question.0,
            place: place(entry.paragraph, None),
            rows: all(entry.rows),
            all_areas_need: values(entry.all_areas.need),
            all_areas_offer: values(entry.all_areas.offer),
            remarks: all(entry.remarks),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaRowEntry {
    id: Word<AreaId>,
    need: Vec<Word<StateCode>>,
    #[serde(default)]
    need_in_part: Vec<Word<StateCode>>,
    offer: Vec<Word<StateCode>>,
    #[serde(default)]
    offer_in_part: Vec<Word<StateCode>>,
}

impl From<AreaRowEntry> for PublishedAreaRow {
    fn from(entry: AreaRowEntry) -> Self {
        Self {
            area: entry.id.0,
            need: values(entry.need),
            need_in_part: values(entry.need_in_part),
            offer: values(entry.offer),
            offer_in_part: values(entry.offer_in_part),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemarkEntry {
    id: Word<EntryId>,
    state: Word<StateCode>,
    side: Word<Side>,
    note: u8,
    kind: Option<Word<KindId>>,
    example: Word<EntryId>,
}

impl From<RemarkEntry> for AssistanceRemark {
    fn from(entry: RemarkEntry) -> Self {
        Self {
            id: entry.id.0,
            state: entry.state.0,
            side: entry.side.0,
            note: entry.note,
            kind: entry.kind.map(|kind| kind.0),
            example: entry.example.0,
        }
    }
}

fn place(paragraph: u8, note: Option<u8>) -> ReportPlace {
    ReportPlace { paragraph, note }
}

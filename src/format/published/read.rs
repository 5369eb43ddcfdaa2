//! Turns the entries of the file into the types of the domain, and collects every word that is not
//! what it should be.

use std::fmt::Display;

use jiff::civil::Date;

use super::file::{
    AmountEntry, AreaRowEntry, AssistanceEntry, CallEntry, CountEntry, DoubtEntry, ExampleEntry,
    GuideEntry, ListEntry, NetworkEntry, ObservationEntry, ObstacleEntry, RemarkEntry, ReplyEntry,
    RoundFile, SaysEntry, SettlesEntry, SourceEntry, WithdrawsEntry,
};
use crate::domain::{
    Amount, AreaId, AssistanceRemark, Doubt, DoubtedQuestion, EntryId, Example, KindId, Level,
    Observation, OptionId, PublishedAreaRow, PublishedAssistance, PublishedCall, PublishedGuide,
    PublishedNetwork, PublishedObstacle, PublishedRound, PublishedSource, QuestionId,
    ReplyingState, ReportPlace, Says, SettledCell, Side, Standing, StateCode, StateList,
    StatedCount, TextField, Withdrawal,
};
use crate::format::Diagnostic;
use crate::format::faults::Faults;

/// Reads entry after entry; an entry with a fault is left out, and its faults are kept.
pub(super) struct Reader {
    element: String,
    faults: Faults<'static>,
}

impl Reader {
    pub(super) fn new(file: &'static str) -> Self {
        Self {
            element: String::new(),
            faults: Faults::new(file),
        }
    }

    /// The round where nothing was at fault, else all faults.
    pub(super) fn read(mut self, file: &RoundFile) -> Result<PublishedRound, Vec<Diagnostic>> {
        let round = self.round(file);
        self.faults.finish(round)
    }

    fn round(&mut self, file: &RoundFile) -> Option<PublishedRound> {
        let id = self.word(EntryId::parse(&file.id));
        let source = self.source(&file.source);
        let call = self.call(&file.call);
        let replies = self.entries("reply", &file.replies, |entry| &entry.id, Self::reply);
        let lists = self.entries("list", &file.lists, |entry| &entry.id, Self::list);
        let counts = self.entries("count", &file.counts, |entry| &entry.id, Self::count);
        let doubts = self.entries("doubt", &file.doubts, |entry| &entry.id, Self::doubt);
        let examples = self.entries("example", &file.examples, |entry| &entry.id, Self::example);
        let observations = self.entries(
            "observation",
            &file.observations,
            |entry| &entry.id,
            Self::observation,
        );
        let guides = self.entries("guide", &file.guides, |entry| &entry.id, Self::guide);
        let networks = self.entries("network", &file.networks, |entry| &entry.id, Self::network);
        let obstacles = self.entries(
            "obstacle",
            &file.obstacles,
            |entry| &entry.id,
            Self::obstacle,
        );
        let assistance = self.assistance(&file.assistance);
        Some(PublishedRound {
            id: id?,
            source: source?,
            call: call?,
            replies,
            lists,
            counts,
            doubts,
            examples,
            observations,
            guides,
            networks,
            obstacles,
            assistance: assistance?,
        })
    }

    /// Reads the entries of one kind; `what` and the id name each of them in its faults.
    fn entries<E, T>(
        &mut self,
        what: &str,
        entries: &[E],
        id: fn(&E) -> &str,
        read: fn(&mut Self, &E) -> Option<T>,
    ) -> Vec<T> {
        entries
            .iter()
            .filter_map(|entry| {
                self.element = format!("{what} {}", id(entry));
                read(self, entry)
            })
            .collect()
    }

    fn source(&mut self, entry: &SourceEntry) -> Option<PublishedSource> {
        "source".clone_into(&mut self.element);
        let date = self.word(entry.date.parse::<Date>())?;
        Some(PublishedSource {
            symbol: entry.symbol.clone(),
            title: entry.title.clone(),
            date,
        })
    }

    fn call(&mut self, entry: &CallEntry) -> Option<PublishedCall> {
        "call".clone_into(&mut self.element);
        if !(1..=12).contains(&entry.sent.month) {
            self.word(Err::<(), _>(format!("{} is not a month", entry.sent.month)));
        }
        Some(PublishedCall {
            sent_year: entry.sent.year,
            sent_month: entry.sent.month,
            considered_until: self.word(entry.considered_until.parse::<Date>())?,
            members: entry.members,
            place: place(entry.paragraph, entry.note),
        })
    }

    fn reply(&mut self, entry: &ReplyEntry) -> Option<ReplyingState> {
        Some(ReplyingState {
            state: self.state(&entry.id)?,
            name: entry.name.clone(),
        })
    }

    fn list(&mut self, entry: &ListEntry) -> Option<StateList> {
        let id = self.entry_id(&entry.id);
        let question = self.question(&entry.question);
        let says = self.says(&entry.says);
        let states = self.states(&entry.states);
        Some(StateList {
            id: id?,
            place: place(entry.paragraph, entry.note),
            question: question?,
            says: says?,
            stated: entry.stated,
            states,
        })
    }

    fn count(&mut self, entry: &CountEntry) -> Option<StatedCount> {
        let id = self.entry_id(&entry.id);
        let question = self.question(&entry.question);
        let says = self.cell(&entry.levels, &entry.standings);
        Some(StatedCount {
            id: id?,
            place: place(entry.paragraph, None),
            question: question?,
            says,
            amount: amount(entry.amount),
        })
    }

    fn doubt(&mut self, entry: &DoubtEntry) -> Option<Doubt> {
        let id = self.entry_id(&entry.id);
        let about = entry
            .about
            .iter()
            .filter_map(|about| {
                let levels = self.words(&about.levels, Level::parse);
                Some(DoubtedQuestion {
                    question: self.question(&about.question)?,
                    levels,
                })
            })
            .collect();
        let states = self.states(&entry.states);
        let settles = entry
            .settles
            .iter()
            .filter_map(|settles| self.settled(settles))
            .collect();
        let withdraws = entry
            .withdraws
            .iter()
            .filter_map(|out| self.withdrawal(out))
            .collect();
        Some(Doubt {
            id: id?,
            place: place(entry.paragraph, entry.note),
            about,
            states,
            text: entry.text.clone(),
            decision: entry.decision.clone(),
            settles,
            withdraws,
        })
    }

    fn settled(&mut self, entry: &SettlesEntry) -> Option<SettledCell> {
        let state = self.state(&entry.state);
        let question = self.question(&entry.question);
        let level = self.word(Level::parse(&entry.level));
        let standing = self.word(Standing::parse(&entry.standing));
        Some(SettledCell {
            state: state?,
            question: question?,
            level: level?,
            standing: standing?,
        })
    }

    fn withdrawal(&mut self, entry: &WithdrawsEntry) -> Option<Withdrawal> {
        let list = self.entry_id(&entry.list);
        let state = self.state(&entry.state);
        Some(Withdrawal {
            state: state?,
            list: list?,
        })
    }

    fn example(&mut self, entry: &ExampleEntry) -> Option<Example> {
        let id = self.entry_id(&entry.id);
        let state = self.state(&entry.state);
        let question = self.question(&entry.question);
        let field = self.word(TextField::parse(&entry.field));
        Some(Example {
            id: id?,
            state: state?,
            place: place(entry.paragraph, entry.note),
            question: question?,
            field: field?,
            text: entry.text.clone(),
        })
    }

    fn observation(&mut self, entry: &ObservationEntry) -> Option<Observation> {
        let id = self.entry_id(&entry.id);
        let questions = self.words(&entry.questions, QuestionId::parse);
        Some(Observation {
            id: id?,
            place: place(entry.paragraph, None),
            questions,
            text: entry.text.clone(),
        })
    }

    fn guide(&mut self, entry: &GuideEntry) -> Option<PublishedGuide> {
        let id = self.entry_id(&entry.id);
        let state = self.state(&entry.state);
        let question = self.question(&entry.question);
        let kind = self.word(KindId::parse(&entry.kind));
        Some(PublishedGuide {
            id: id?,
            state: state?,
            place: place(entry.paragraph, entry.note),
            question: question?,
            kind: kind?,
            addresses: entry.addresses.clone(),
            remark: entry.remark.clone(),
        })
    }

    fn network(&mut self, entry: &NetworkEntry) -> Option<PublishedNetwork> {
        let id = self.entry_id(&entry.id);
        let question = self.question(&entry.question);
        Some(PublishedNetwork {
            question: question?,
            id: id?,
            place: place(entry.paragraph, None),
            name: entry.name.clone(),
        })
    }

    fn obstacle(&mut self, entry: &ObstacleEntry) -> Option<PublishedObstacle> {
        let id = self.entry_id(&entry.id);
        let question = self.question(&entry.question);
        let kind = self.word(KindId::parse(&entry.kind));
        Some(PublishedObstacle {
            question: question?,
            kind: kind?,
            id: id?,
            place: place(entry.paragraph, None),
            amount: amount(entry.amount),
            text: entry.text.clone(),
        })
    }

    fn assistance(&mut self, entry: &AssistanceEntry) -> Option<PublishedAssistance> {
        let rows = self.entries("area", &entry.rows, |row| &row.id, Self::area_row);
        let remarks = self.entries("remark", &entry.remarks, |remark| &remark.id, Self::remark);
        "assistance".clone_into(&mut self.element);
        let all_areas_need = self.states(&entry.all_areas.need);
        let all_areas_offer = self.states(&entry.all_areas.offer);
        let question = self.question(&entry.question);
        let need_question = self.question(&entry.need_question);
        let offer_question = self.question(&entry.offer_question);
        Some(PublishedAssistance {
            question: question?,
            need_question: need_question?,
            offer_question: offer_question?,
            place: place(entry.paragraph, None),
            rows,
            all_areas_need,
            all_areas_offer,
            remarks,
        })
    }

    fn area_row(&mut self, entry: &AreaRowEntry) -> Option<PublishedAreaRow> {
        let area = self.word(AreaId::parse(&entry.id));
        Some(PublishedAreaRow {
            need: self.states(&entry.need),
            need_in_part: self.states(&entry.need_in_part),
            offer: self.states(&entry.offer),
            offer_in_part: self.states(&entry.offer_in_part),
            area: area?,
        })
    }

    fn remark(&mut self, entry: &RemarkEntry) -> Option<AssistanceRemark> {
        let id = self.entry_id(&entry.id);
        let example = self.entry_id(&entry.example);
        let state = self.state(&entry.state);
        let side = self.word(Side::parse(&entry.side));
        let kind = entry
            .kind
            .as_ref()
            .map(|kind| self.word(KindId::parse(kind)));
        Some(AssistanceRemark {
            id: id?,
            state: state?,
            side: side?,
            note: entry.note,
            kind: match kind {
                None => None,
                Some(kind) => Some(kind?),
            },
            example: example?,
        })
    }

    fn says(&mut self, entry: &SaysEntry) -> Option<Says> {
        match entry {
            SaysEntry::Cell { levels, standings } => Some(self.cell(levels, standings)),
            SaysEntry::Option(option) => self.word(OptionId::parse(option)).map(Says::Option),
        }
    }

    fn cell(&mut self, levels: &[String], standings: &[String]) -> Says {
        Says::Cell {
            levels: self.words(levels, Level::parse),
            standings: self.words(standings, Standing::parse),
        }
    }

    fn state(&mut self, text: &str) -> Option<StateCode> {
        self.word(StateCode::parse(text))
    }

    fn entry_id(&mut self, text: &str) -> Option<EntryId> {
        self.word(EntryId::parse(text))
    }

    fn states(&mut self, texts: &[String]) -> Vec<StateCode> {
        self.words(texts, StateCode::parse)
    }

    fn question(&mut self, text: &str) -> Option<QuestionId> {
        self.word(QuestionId::parse(text))
    }

    fn words<T, E: Display>(
        &mut self,
        texts: &[String],
        parse: fn(&str) -> Result<T, E>,
    ) -> Vec<T> {
        texts
            .iter()
            .filter_map(|text| self.word(parse(text)))
            .collect()
    }

    /// The value, or its fault, which is kept under the name of the entry that is being read.
    fn word<T, E: Display>(&mut self, parsed: Result<T, E>) -> Option<T> {
        self.faults.take(&self.element, parsed)
    }
}

fn place(paragraph: u8, note: Option<u8>) -> ReportPlace {
    ReportPlace { paragraph, note }
}

fn amount(entry: AmountEntry) -> Amount {
    match entry {
        AmountEntry::Number(number) => Amount::Number(number),
        AmountEntry::Most => Amount::Most,
        AmountEntry::Majority => Amount::Majority,
    }
}

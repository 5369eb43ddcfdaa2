//! The next assessment of a State, begun from the last one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use uuid::Uuid;

use super::{
    Answer, Assessment, Call, CarriedAnswer, Cell, Instrument, InstrumentReference, Levels,
    Previous, Record, TextField, Trail,
};

impl Assessment {
    /// The assessment that follows this one, for the call to come. Answers, evidence, remarks and
    /// plans go on; no answer is cleared for sending, and each keeps the revision of its question
    /// that it answered. What belonged to the last call (call, period, loans, disputes, trail, what
    /// was sent) stays behind; what its reply said is kept as [`Previous`]. `date` is when that was.
    pub fn carried_forward(
        &self,
        instrument: &Instrument,
        identity: Uuid,
        date: Option<Date>,
    ) -> Self {
        let mut record = Record {
            identity,
            instrument: InstrumentReference {
                id: instrument.parts().id.clone(),
                version: instrument.parts().version,
            },
            call: Call::default(),
            loans: Vec::new(),
            disputes: Vec::new(),
            previous: Some(Previous::of(self, date)),
            trail: Trail::default(),
            sent: Vec::new(),
            ..(**self).clone()
        };
        record.profile.period.clear();
        for answer in record.answers.values_mut() {
            answer.cleared = None;
        }
        Self::restore(record)
    }
}

impl Previous {
    /// What an assessment says, to be kept beside the answers of the next one.
    fn of(assessment: &Assessment, date: Option<Date>) -> Self {
        let levels = assessment.profile.levels;
        let carried = |answer: &Answer| CarriedAnswer::of(answer, levels);
        let answers = assessment.answers.iter();
        let answers = answers.map(|(id, answer)| (id.clone(), carried(answer)));
        let said =
            |answer: &CarriedAnswer| !(answer.standings.is_empty() && answer.texts.is_empty());
        let call = [&assessment.call.id, &assessment.call.title];
        let call = call.into_iter().find(|words| !words.is_empty());
        Self {
            call: call.cloned().unwrap_or_default(),
            date,
            version: assessment.instrument.version,
            levels,
            answers: answers.filter(|(_, answer)| said(answer)).collect(),
        }
    }

    /// The same as an assessment of its own, as far as it was carried forward: to be compared with
    /// `now`, which carries it.
    pub fn as_assessment(&self, now: &Assessment) -> Assessment {
        let mut record = Record {
            identity: Uuid::nil(),
            call: Call {
                id: self.call.clone(),
                ..Call::default()
            },
            answers: BTreeMap::new(),
            actions: BTreeMap::new(),
            loans: Vec::new(),
            disputes: Vec::new(),
            previous: None,
            trail: Trail::default(),
            sent: Vec::new(),
            ..(**now).clone()
        };
        record.instrument.version = self.version;
        record.profile.levels = self.levels;
        let answers = self.answers.iter();
        record.answers = answers
            .map(|(id, answer)| (id.clone(), answer.as_answer()))
            .collect();
        Assessment::restore(record)
    }
}

impl CarriedAnswer {
    /// The standings of the levels that there were, and the texts that are no remarks of the
    /// council's own.
    fn of(answer: &Answer, levels: Levels) -> Self {
        let standings = answer.cells.iter().filter(|(level, _)| levels.has(**level));
        let texts = answer.texts.iter();
        let texts = texts.filter(|(field, _)| !TextField::is_internal(**field));
        Self {
            revision: answer.revision,
            standings: standings
                .filter_map(|(level, cell)| Some((*level, cell.standing?)))
                .collect(),
            texts: texts.map(|(field, text)| (*field, text.clone())).collect(),
        }
    }

    fn as_answer(&self) -> Answer {
        let cells = self.standings.iter().map(|(level, standing)| {
            let cell = Cell {
                standing: Some(*standing),
                ..Cell::default()
            };
            (*level, cell)
        });
        Answer {
            revision: self.revision,
            cells: cells.collect(),
            texts: self.texts.clone(),
            ..Answer::default()
        }
    }
}

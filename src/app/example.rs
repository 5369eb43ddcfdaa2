//! Samples: what the 2007 report tells of one State's reply, as an assessment to try.

use jiff::Timestamp;
use uuid::Uuid;

use crate::domain::{
    Assessment, AssistanceSide, AssistanceTarget, Call, Change, Edit, EditError, Explain,
    FieldValue, Instrument, ItemId, ListItem, Message, MessageValue, PublishedReply,
    PublishedRound, QuestionId, Release, ReplyAssistanceSide, Side, Stamp, StateCode, Submission,
    TextField, WithApplication,
};

/// What every sample says of its origin.
pub const SOURCE: &str = "reconstructed from E/CN.15/2007/11";

/// What the samples call the request that was sent in August 2006.
const CALL_TITLE: &str = "Questionnaire of August 2006 on the Guidelines";

/// The space in which the samples' identities are made, so that each State's sample always has the
/// same one.
const IDENTITIES: Uuid = Uuid::from_u128(0x6775_6964_6570_6f73_7420_7361_6d70_6c65);

/// The date of the 2007 report, 9 February 2007, as seconds since 1970: when all of a sample was
/// said.
const REPORT_DATE: i64 = 1_170_979_200;

/// Why there is no sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExampleError {
    /// The State did not reply in 2006.
    NoReply {
        state: StateCode,
        /// Those that did, by code.
        replied: String,
    },
    /// The instrument cannot take what the report tells.
    DoesNotFit(EditError),
}

impl Explain for ExampleError {
    fn message(&self) -> Message {
        match self {
            Self::NoReply { state, replied } => Message::new("example-no-reply")
                .text("state", state.as_str())
                .with("replied", MessageValue::Text(replied.clone())),
            Self::DoesNotFit(fault) => {
                Message::new("example-does-not-fit").explained("reason", fault)
            }
        }
    }
}

impl From<EditError> for ExampleError {
    fn from(fault: EditError) -> Self {
        Self::DoesNotFit(fault)
    }
}

/// A State's reply of 2006, as far as the report tells it. All three levels exist; what the report
/// does not say is not answered.
pub fn assessment(
    instrument: &Instrument,
    round: &PublishedRound,
    state: StateCode,
) -> Result<Assessment, ExampleError> {
    let Some(reply) = round.reply(state) else {
        let mut codes: Vec<&str> = round
            .replies
            .iter()
            .map(|each| each.state.as_str())
            .collect();
        codes.sort_unstable();
        return Err(ExampleError::NoReply {
            state,
            replied: codes.join(", "),
        });
    };
    let identity = Uuid::new_v5(&IDENTITIES, state.as_str().as_bytes());
    let mut assessment = Assessment::sample(instrument, state, identity, SOURCE);
    let call = Call {
        id: round.call.sent_year.to_string(),
        title: CALL_TITLE.to_owned(),
        ..Call::default()
    };
    let mut changes = vec![Change::Call(Box::new(call))];
    changes.extend(answers(&reply, identity));
    assessment.apply(
        instrument,
        Edit {
            stamp: report_stamp(),
            change: Change::Several(changes),
        },
    )?;
    Ok(assessment)
}

/// A State's reply of 2006 as a submission: everything that the report tells, as if it had been
/// cleared and sent on the day of the report.
pub fn submission(
    instrument: &Instrument,
    round: &PublishedRound,
    state: StateCode,
) -> Result<Submission, ExampleError> {
    let mut assessment = assessment(instrument, round, state)?;
    let answered = assessment.answers.iter();
    let answered = answered.filter(|(_, answer)| !answer.is_empty());
    let clear = answered.map(|(id, _)| Change::Clear(id.clone())).collect();
    let edit = Edit {
        stamp: report_stamp(),
        change: Change::Several(clear),
    };
    assessment.apply(instrument, edit)?;
    let release = Release {
        name: "Nobody".to_owned(),
        title: "a sample".to_owned(),
        body: SOURCE.to_owned(),
        date: round.source.date,
        reference: round.source.symbol.clone(),
    };
    Ok(Submission::of(&assessment, 1, release, WithApplication::No))
}

/// When all of a sample was said, by nobody.
fn report_stamp() -> Stamp {
    Stamp {
        who: String::new(),
        body: String::new(),
        when: Timestamp::from_second(REPORT_DATE).unwrap_or(Timestamp::UNIX_EPOCH),
    }
}

fn answers(reply: &PublishedReply, identity: Uuid) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut set = |question: &QuestionId, value| {
        changes.push(Change::Set(question.clone(), Box::new(value)));
    };
    for cell in &reply.cells {
        set(
            &cell.question,
            FieldValue::Standing(cell.level, Some(cell.standing)),
        );
    }
    for choice in &reply.choices {
        set(
            &choice.question,
            FieldValue::Choice(Some(choice.option.clone())),
        );
        set(
            &choice.question,
            FieldValue::Text(TextField::Choice, choice.text.clone()),
        );
    }
    for text in &reply.texts {
        set(
            &text.question,
            FieldValue::Text(text.field, text.text.clone()),
        );
    }
    for guide in &reply.guides {
        for address in &guide.addresses {
            let id = ItemId(Uuid::new_v5(&identity, address.as_bytes()));
            let item = ListItem {
                name: address.clone(),
                kind: Some(guide.kind.clone()),
                address: address.clone(),
                public_remark: guide.remark.clone().unwrap_or_default(),
                ..ListItem::default()
            };
            set(&guide.question, FieldValue::Item(id, Some(item)));
        }
    }
    let sheet = &reply.assistance;
    for (side, extent) in [
        (Side::Need, sheet.all_areas_need),
        (Side::Offer, sheet.all_areas_offer),
    ] {
        let value = AssistanceSide {
            extent,
            ..AssistanceSide::default()
        };
        set(
            &sheet.question,
            FieldValue::Assistance(AssistanceTarget::AllAreas, side, value),
        );
    }
    for row in &sheet.rows {
        for (side, said) in [(Side::Need, &row.need), (Side::Offer, &row.offer)] {
            let Some(said) = said else { continue };
            let target = AssistanceTarget::Area(row.area.clone());
            set(
                &sheet.question,
                FieldValue::Assistance(target, side, assistance_side(said)),
            );
        }
    }
    changes
}

fn assistance_side(said: &ReplyAssistanceSide) -> AssistanceSide {
    AssistanceSide {
        extent: Some(said.extent),
        kinds: said.kind.iter().cloned().collect(),
        reason: said.reason.clone(),
    }
}

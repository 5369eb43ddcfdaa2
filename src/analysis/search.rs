//! Search over the paragraphs, the questions and the council's own texts.

use crate::domain::{
    Assessment, FieldValue, Instrument, ParagraphReference, Question, QuestionId, Treatment,
    folded, is_hyphen, position_in_text,
};

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub place: HitPlace,
    /// The text around the first match, on one line.
    pub excerpt: String,
}

/// Where a search found something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HitPlace {
    /// In a paragraph's heading or restatement; with the first question that asks about it.
    Paragraph(ParagraphReference, Option<QuestionId>),
    /// In a question or its help.
    Question(QuestionId),
    /// In what the council wrote.
    Answer(QuestionId),
}

/// The most hits that a search gives.
const MOST_HITS: usize = 200;

/// The characters before and after a match that an excerpt shows.
const EXCERPT_REACH: usize = 40;

/// Everything in which all the words of `query` occur, [folded]: first where the id of
/// a question or paragraph is the query itself, then the council's own texts, then questions, then
/// paragraphs.
pub fn search(instrument: &Instrument, assessment: &Assessment, query: &str) -> Vec<Hit> {
    // A hyphen parts the words that are sought and joins those that are found, so that a word is
    // found with and without it.
    let words = query.split(|c: char| c.is_whitespace() || is_hyphen(c));
    let words = words.map(folded).filter(|word| !word.trim().is_empty());
    let words: Vec<String> = words.collect();
    if words.is_empty() {
        return Vec::new();
    }
    let exact = instrument
        .questions()
        .iter()
        .filter(|question| is_reference(question, query))
        .map(|question| Hit {
            place: HitPlace::Question(question.id.clone()),
            excerpt: question.text.clone(),
        });
    let answers = assessment.answers.iter().filter_map(|(id, answer)| {
        let said: Vec<FieldValue> = answer.said().collect();
        let texts: Vec<&str> = said.iter().flat_map(FieldValue::texts).collect();
        find(&texts, &words).map(|excerpt| Hit {
            place: HitPlace::Answer(id.clone()),
            excerpt,
        })
    });
    let questions = instrument.questions().iter().filter_map(|question| {
        let help = &question.help;
        let texts = [
            &question.text,
            &question.title,
            &help.covers,
            &help.counts,
            &help.counts_not,
        ];
        find(&texts.map(String::as_str), &words).map(|excerpt| Hit {
            place: HitPlace::Question(question.id.clone()),
            excerpt,
        })
    });
    let paragraphs = instrument
        .parts()
        .paragraphs
        .iter()
        .filter_map(|paragraph| {
            let question = match &paragraph.treatment {
                Treatment::Explained => None,
                Treatment::AskedBy(questions) => questions.first().cloned(),
            };
            find(&[&paragraph.restatement, &paragraph.title], &words).map(|excerpt| Hit {
                place: HitPlace::Paragraph(paragraph.reference, question),
                excerpt,
            })
        });
    let mut hits: Vec<Hit> = Vec::new();
    for hit in exact.chain(answers).chain(questions).chain(paragraphs) {
        if !hits.iter().any(|known| known.place == hit.place) {
            hits.push(hit);
        }
        if hits.len() == MOST_HITS {
            break;
        }
    }
    hits
}

/// Whether the query is the id of the question, or one of its paragraphs: `17.a`, `17(a)`, `17`.
fn is_reference(question: &Question, query: &str) -> bool {
    let query = folded(query).replace(' ', "");
    question.id.as_str() == query
        || question.paragraphs.iter().any(|reference| {
            reference.to_string() == query || reference.number().to_string() == query
        })
}

/// The text around the first word, if all words occur in the texts together.
fn find(texts: &[&str], words: &[String]) -> Option<String> {
    let folded: Vec<String> = texts.iter().map(|text| folded(text)).collect();
    if !words
        .iter()
        .all(|word| folded.iter().any(|text| text.contains(word.as_str())))
    {
        return None;
    }
    let first = words.first()?;
    let mut found = texts.iter().zip(&folded);
    let (text, byte) =
        found.find_map(|(text, folded)| Some((text, folded.find(first.as_str())?)))?;
    Some(excerpt(text, position_in_text(text, byte)))
}

fn excerpt(text: &str, at: usize) -> String {
    let from = at.saturating_sub(EXCERPT_REACH);
    let mut shown: String = text.chars().skip(from).take(3 * EXCERPT_REACH).collect();
    if from + shown.chars().count() < text.chars().count() {
        shown.push('…');
    }
    if from != 0 {
        shown.insert(0, '…');
    }
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

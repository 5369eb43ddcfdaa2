//! The questions of an instrument, out of their structure and their words.

use crate::domain::{
    AreaId, ChoiceOption, Help, Kind, Level, Message, OptionId, Origin, Question, QuestionId,
    SectionId, ServedPrinciple,
};

use super::faults::Faults;
use super::file::{KindFile, LevelFile, OriginFile, QuestionFile, QuestionText, TitleText};
use super::texts::Texts;
use super::{item_kinds, title, titles};

/// All questions whose ids can be read.
pub(super) fn questions(
    structure: &[QuestionFile],
    text: &[QuestionText],
    faults: &mut Faults<'_>,
) -> Vec<Question> {
    let mut texts = Texts::new(
        Message::new("at-question"),
        text,
        |entry: &QuestionText| entry.id.clone(),
        faults,
    );
    let mut questions = Vec::new();
    for file in structure {
        let text = texts.get(&file.id, faults);
        questions.extend(question(file, text, faults));
    }
    texts.finish(faults);
    questions
}

fn question(
    file: &QuestionFile,
    text: Option<&QuestionText>,
    faults: &mut Faults<'_>,
) -> Option<Question> {
    let element = Message::new("at-question").text("id", &file.id);
    let id = faults.id(&element, QuestionId::parse(&file.id));
    let section = faults.id(&element, SectionId::parse(&file.section));
    let area = file
        .area
        .as_ref()
        .map(|area| faults.id(&element, AreaId::parse(area)));
    let paragraphs = file
        .paragraphs
        .iter()
        .filter_map(|text| faults.paragraph(&element, text))
        .collect();
    let kind = kind(&element, &file.kind, text, faults);
    let principles = match text {
        None => Vec::new(),
        Some(text) => principles(&element, file, text, faults),
    };
    let mut words = |name: &str, choose: fn(&QuestionText) -> &str| {
        text.map_or_else(String::new, |text| {
            faults.words(&element, name, choose(text))
        })
    };
    let title = words("title", |text| &text.title);
    let ask = words("ask", |text| &text.ask);
    let help = Help {
        covers: words("covers", |text| &text.covers),
        counts: words("counts", |text| &text.counts),
        counts_not: words("counts_not", |text| &text.counts_not),
    };
    Some(Question {
        id: id?,
        revision: file.revision,
        since: file.since,
        section: section?,
        kind,
        paragraphs,
        levels: file.levels.iter().map(level).collect(),
        principles,
        area: area.flatten(),
        origin: origin(&file.origin),
        title,
        text: ask,
        help,
    })
}

fn kind(
    element: &Message,
    file: &KindFile,
    text: Option<&QuestionText>,
    faults: &mut Faults<'_>,
) -> Kind {
    let (options, kinds) = match file {
        KindFile::Choice(options) => (options.as_slice(), [].as_slice()),
        KindFile::List(kinds) => ([].as_slice(), kinds.as_slice()),
        _ => ([].as_slice(), [].as_slice()),
    };
    // Where the question has no text at all, one fault says so; its options need no more of them.
    let Some(text) = text else { return Kind::Text };
    let within = |key| Message::new(key).explained("element", element);
    let options = choice_options(within("at-option"), options, &text.options, faults);
    let kinds = item_kinds(within("at-kind"), kinds, &text.kinds, faults);
    match file {
        KindFile::Standing => Kind::Standing,
        KindFile::Fact => Kind::Fact,
        KindFile::Choice(_) => Kind::Choice(options),
        KindFile::List(_) => Kind::List(kinds),
        KindFile::Text => Kind::Text,
        KindFile::Assistance => Kind::Assistance,
    }
}

fn choice_options(
    element: Message,
    ids: &[String],
    list: &[TitleText],
    faults: &mut Faults<'_>,
) -> Vec<ChoiceOption> {
    let mut texts = titles(element, list, faults);
    let mut options = Vec::new();
    for id in ids {
        let title = title(&mut texts, id, faults);
        if let Some(id) = faults.id(&texts.at(id), OptionId::parse(id)) {
            options.push(ChoiceOption { id, title });
        }
    }
    texts.finish(faults);
    options
}

fn principles(
    element: &Message,
    file: &QuestionFile,
    text: &QuestionText,
    faults: &mut Faults<'_>,
) -> Vec<ServedPrinciple> {
    let mut texts = Texts::new(
        Message::new("at-reason").explained("element", element),
        &text.reasons,
        |entry| entry.principle,
        faults,
    );
    let mut served = Vec::new();
    for &principle in &file.principles {
        let reason = texts
            .get(&principle, faults)
            .map_or_else(String::new, |entry| {
                faults.words(&texts.at(&principle), "text", &entry.text)
            });
        served.push(ServedPrinciple { principle, reason });
    }
    texts.finish(faults);
    served
}

fn level(file: &LevelFile) -> Level {
    match file {
        LevelFile::National => Level::National,
        LevelFile::Regional => Level::Regional,
        LevelFile::Local => Level::Local,
    }
}

fn origin(file: &OriginFile) -> Origin {
    match file {
        OriginFile::Asked2006 => Origin::Asked2006,
        OriginFile::Guidelines => Origin::Guidelines,
        OriginFile::Ours => Origin::Ours,
    }
}

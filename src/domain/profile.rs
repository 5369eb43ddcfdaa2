//! What is not an answer: the State, its people, its levels, and the call that it replies to.

use std::fmt;

use jiff::civil::Date;

use super::visible::on_one_line;
use super::{Level, StateCode, clean_identifier};

/// The State that assesses itself, and the people who do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub state: StateCode,
    /// The institution that prepares the reply.
    pub institution: String,
    /// Whom to ask about the reply.
    pub focal_point: Contact,
    /// Whom to ask when the focal point is away.
    pub deputy: Contact,
    /// Others who contributed.
    pub contributors: Vec<Contributor>,
    /// The time that the answers are about, in words: `2022 to 2026`.
    pub period: String,
    /// The language of the reply, as an IETF tag; empty until chosen.
    pub reply_language: String,
    /// The levels of government that the State has.
    pub levels: Levels,
}

impl Profile {
    /// The same with what identifies something [cleaned](clean_identifier), and names on one line.
    pub fn cleaned(mut self) -> Self {
        for text in [
            &mut self.institution,
            &mut self.focal_point.name,
            &mut self.focal_point.title,
            &mut self.focal_point.telephone,
            &mut self.deputy.name,
            &mut self.deputy.title,
            &mut self.deputy.telephone,
            &mut self.period,
        ] {
            *text = on_one_line(text);
        }
        for Contributor { name, body } in &mut self.contributors {
            *name = on_one_line(name);
            *body = on_one_line(body);
        }
        for text in [
            &mut self.focal_point.email,
            &mut self.deputy.email,
            &mut self.reply_language,
        ] {
            *text = clean_identifier(text).into_owned();
        }
        self
    }

    /// The profile of a State of which nothing is known yet; all three levels.
    pub fn new(state: StateCode) -> Self {
        Self {
            state,
            institution: String::new(),
            focal_point: Contact::default(),
            deputy: Contact::default(),
            contributors: Vec::new(),
            period: String::new(),
            reply_language: String::new(),
            levels: Levels::default(),
        }
    }
}

/// A person to ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Their title or function.
    pub title: String,
    /// Their e-mail address.
    pub email: String,
    /// Their telephone number.
    pub telephone: String,
}

impl fmt::Display for Contact {
    /// What is known of the person, with commas between; nothing where nothing is.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            title,
            email,
            telephone,
        } = self;
        write_said(formatter, &[name, title, email, telephone])
    }
}

/// Somebody who contributed to the reply.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contributor {
    /// Their name.
    pub name: String,
    /// The body that they belong to.
    pub body: String,
}

impl fmt::Display for Contributor {
    /// Name and body, with a comma between, as far as they are known.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_said(formatter, &[&self.name, &self.body])
    }
}

fn write_said(formatter: &mut fmt::Formatter<'_>, parts: &[&String]) -> fmt::Result {
    let said = parts.iter().filter(|part| !part.is_empty());
    let said: Vec<&str> = said.map(|part| part.as_str()).collect();
    formatter.write_str(&said.join(", "))
}

/// The levels of government that a State has: the national level always, and any of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels {
    /// Whether there are provinces, states or federal entities.
    pub regional: bool,
    /// Whether there is local government.
    pub local: bool,
}

impl Default for Levels {
    /// All three, as a new assessment starts.
    fn default() -> Self {
        Self {
            regional: true,
            local: true,
        }
    }
}

impl Levels {
    /// Whether the State has the level.
    pub const fn has(self, level: Level) -> bool {
        match level {
            Level::National => true,
            Level::Regional => self.regional,
            Level::Local => self.local,
        }
    }

    /// The levels that the State has, from national to local.
    pub fn iter(self) -> impl Iterator<Item = Level> {
        Level::ALL.into_iter().filter(move |level| self.has(*level))
    }
}

/// One request for replies.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Call {
    /// Its id, as the office that asks writes it.
    pub id: String,
    pub title: String,
    /// The number of the note verbale that brought it.
    pub note_verbale_number: String,
    pub note_verbale_date: Option<Date>,
    /// The day by which the reply is due.
    pub due: Option<Date>,
    /// Where the reply goes.
    pub address: String,
}

impl Call {
    /// The same with what identifies something [cleaned](clean_identifier), and the title on one line.
    pub fn cleaned(mut self) -> Self {
        self.title = on_one_line(&self.title);
        for text in [&mut self.id, &mut self.note_verbale_number] {
            *text = clean_identifier(text).into_owned();
        }
        self
    }
}

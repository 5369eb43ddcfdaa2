//! The long form: one value in each row, with the tokens of the files and of JSON, so that a program
//! can read it without knowing the language.

use super::state_report::asked;
use super::subject::Subject;
use super::{kept, plan};
use crate::analysis::{Group, coverage, gaps};
use crate::domain::{
    Answer, AssistanceRow, Cell, Evidence, Level, ListItem, PlannedAction, QuestionId, Side,
    Standing, TextField, WithApplication,
};

/// What a cell says that says nothing.
const NOT_ANSWERED: &str = "not_answered";

/// Rows of values under their headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Records {
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

impl Records {
    /// No rows yet; `about` heads the first column: what a row is about.
    pub(super) fn new(about: &str) -> Self {
        let head = [about, "level", "field", "value", "state"];
        Self {
            head: head.map(str::to_owned).into(),
            rows: Vec::new(),
        }
    }

    fn add(&mut self, about: &str, level: Option<Level>, field: &str, value: &str, state: &str) {
        let level = level.map_or("", Level::token);
        let row = [about, level, field, value, state];
        self.rows.push(row.map(str::to_owned).into());
    }

    /// Whose it is, and that it is a sample or a draft: what the pages say at their head.
    pub(super) fn document(&mut self, subject: &Subject<'_>, is_draft: bool) {
        let assessment = subject.assessment;
        let draft = if is_draft { "yes" } else { "" };
        let sample = assessment.sample.as_deref().unwrap_or_default();
        self.add_said("document", "state", assessment.profile.state.as_str(), "");
        self.add_said("document", "sample", sample, "");
        self.add_said("document", "draft", draft, "");
    }

    /// The profiles, each figure in a row; what a profile does not show has none.
    pub(super) fn profiles(&mut self, subject: &Subject<'_>) {
        let coverage = coverage(subject.instrument, subject.assessment);
        for profile in coverage.principles.iter().chain(&coverage.sections) {
            let about = match &profile.group {
                Group::Principle(number) => format!("principle {number}"),
                Group::Section(id) => format!("section {id}"),
            };
            let level = Some(profile.level);
            self.add(&about, level, "shows", profile.shows.token(), "");
            for (field, value) in profile.figures() {
                if let Some(value) = value {
                    self.add(&about, level, field, &value.to_string(), "");
                }
            }
        }
    }

    pub(super) fn gaps(&mut self, subject: &Subject<'_>) {
        for gap in gaps(subject.instrument, subject.assessment) {
            let standing = gap.standing.map_or(NOT_ANSWERED, Standing::token);
            let level = Some(gap.level);
            self.add(gap.question.as_str(), level, "gap", standing, "");
        }
    }

    pub(super) fn plan(&mut self, subject: &Subject<'_>) {
        for (number, action) in (1..).zip(plan::in_order(subject)) {
            let PlannedAction {
                what,
                who,
                by,
                area,
                gaps,
            } = action;
            let about = format!("action {number}");
            self.add(&about, None, "what", what, "");
            self.add_said(&about, "who", who, "");
            let by = by.map(|by| by.to_string()).unwrap_or_default();
            self.add_said(&about, "by", &by, "");
            let area = area.as_ref().map(ToString::to_string).unwrap_or_default();
            self.add_said(&about, "area", &area, "");
            for (question, level) in gaps {
                self.add(&about, Some(*level), "gap", question.as_str(), "");
            }
        }
    }

    /// Everything that was answered and may leave, and which cells were not.
    pub(super) fn answers(&mut self, subject: &Subject<'_>, with_application: WithApplication) {
        let none = Answer::default();
        for (id, _) in asked(subject) {
            let answer = subject.assessment.answers.get(id).unwrap_or(&none);
            let answer = answer.at_levels(subject.assessment.profile.levels);
            let state = match (answer.is_empty(), answer.cleared.is_some()) {
                (true, _) => "",
                (false, true) => "cleared",
                (false, false) => "draft",
            };
            self.cells(subject, id, &answer, with_application, state);
            let about = id.as_str();
            let choice = answer.choice.as_ref().map(ToString::to_string);
            self.add_said(about, "choice", &choice.unwrap_or_default(), state);
            for field in TextField::ALL {
                if !field.is_internal() {
                    let name = format!("text {field}");
                    self.add_said(about, &name, answer.text(field), state);
                }
            }
            for (number, (_, item)) in (1..).zip(&answer.items) {
                self.item(about, number, item, state);
            }
            for (number, (_, piece)) in (1..).zip(&answer.evidence) {
                self.piece(about, number, piece, state);
            }
            self.row_of_assistance(about, "all", &answer.assistance.all_areas, state);
            for (area, given) in &answer.assistance.rows {
                self.row_of_assistance(about, area.as_str(), given, state);
            }
        }
    }

    /// What was said at levels that the State does not have: neither counted nor sent.
    pub(super) fn kept(&mut self, subject: &Subject<'_>) {
        for (id, level, cell) in kept::cells(subject) {
            self.cell(id.as_str(), level, cell, WithApplication::Yes, "kept");
        }
    }

    /// The council's own words.
    pub(super) fn remarks(&mut self, subject: &Subject<'_>) {
        for (id, answer) in &subject.assessment.answers {
            for field in [TextField::Remark, TextField::Responsible] {
                let name = format!("text {field}");
                self.add_said(id.as_str(), &name, answer.text(field), "internal");
            }
            if answer.flag {
                self.add(id.as_str(), None, "flag", "yes", "internal");
            }
        }
    }

    fn cells(
        &mut self,
        subject: &Subject<'_>,
        id: &QuestionId,
        answer: &Answer,
        with_application: WithApplication,
        state: &str,
    ) {
        let levels: Vec<Level> = match subject.instrument.question(id) {
            Some(question) => subject.levels(question).collect(),
            None => answer.cells.keys().copied().collect(),
        };
        for at in levels {
            let cell = answer.cells.get(&at).cloned().unwrap_or_default();
            self.cell(id.as_str(), at, &cell, with_application, state);
        }
    }

    fn cell(
        &mut self,
        about: &str,
        level: Level,
        cell: &Cell,
        with_application: WithApplication,
        state: &str,
    ) {
        let level = Some(level);
        let standing = cell.standing.map_or(NOT_ANSWERED, Standing::token);
        self.add(about, level, "standing", standing, state);
        if let Some(units) = cell.units {
            let units = format!("{} of {}", units.having(), units.all());
            self.add(about, level, "units", &units, state);
        }
        if !cell.note.is_empty() {
            self.add(about, level, "note", &cell.note, state);
        }
        if let Some(application) = cell.application
            && with_application == WithApplication::Yes
        {
            self.add(about, level, "application", application.token(), state);
        }
    }

    fn item(&mut self, about: &str, number: u32, item: &ListItem, state: &str) {
        let ListItem {
            name,
            kind,
            level,
            language,
            year,
            address,
            public_remark,
        } = item;
        let kind = kind.as_ref().map(ToString::to_string).unwrap_or_default();
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        let level = level.map_or("", Level::token);
        let fields = [
            ("name", name.as_str()),
            ("kind", &kind),
            ("level", level),
            ("language", language),
            ("year", &year),
            ("address", address),
            ("remark", public_remark),
        ];
        for (field, value) in fields {
            self.add_said(about, &format!("item {number} {field}"), value, state);
        }
    }

    fn piece(&mut self, about: &str, number: u32, piece: &Evidence, state: &str) {
        let Evidence {
            kind,
            title,
            body,
            year,
            language,
            pages,
            address,
            file_name,
            sha256,
            levels,
        } = piece;
        let kind = kind.as_ref().map(ToString::to_string).unwrap_or_default();
        let year = year.map(|year| year.to_string()).unwrap_or_default();
        let levels: Vec<&str> = levels.iter().copied().map(Level::token).collect();
        let fields = [
            ("title", title.as_str()),
            ("kind", &kind),
            ("body", body),
            ("year", &year),
            ("language", language),
            ("pages", pages),
            ("address", address),
            ("file", file_name),
            ("sha256", sha256),
            ("levels", &levels.join(" ")),
        ];
        for (field, value) in fields {
            self.add_said(about, &format!("evidence {number} {field}"), value, state);
        }
    }

    fn row_of_assistance(&mut self, about: &str, area: &str, row: &AssistanceRow, state: &str) {
        for side in Side::ALL {
            let given = row.side(side);
            let extent = given.extent.map_or("", crate::domain::Extent::token);
            let kinds: Vec<String> = given.kinds.iter().map(ToString::to_string).collect();
            let fields = [
                ("", extent),
                (" kinds", &kinds.join(" ")),
                (" reason", &given.reason),
            ];
            for (field, value) in fields {
                self.add_said(about, &format!("{side} {area}{field}"), value, state);
            }
        }
    }

    fn add_said(&mut self, about: &str, field: &str, value: &str, state: &str) {
        if !value.is_empty() {
            self.add(about, None, field, value, state);
        }
    }
}

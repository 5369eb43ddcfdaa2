//! One block of a reply: a title, a cell, a piece of a text, an entry.

use std::ops::Range;

use egui::{Align, Layout, RichText, Ui, vec2};

use super::answers::is_wide;
use super::indented_ui;
use crate::domain::{
    AssistanceSide, AssistanceTarget, Cell, Extent, Kind, Level, QuestionId, SectionId, Side,
    Submission, SubmittedAnswer, TextField,
};
use crate::ui::parts::answer_words::{evidence_words, item_words, joined, kind_title};
use crate::ui::parts::field_words::{target_title, text_label};
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{heading, standing_mark};

/// The column of the ids, with the room beside it.
const INDENT: f32 = size::ID_COLUMN + space::XL;

/// A letter is about so wide, in points, and a line of them so high.
const LETTER: (f32, f32) = (7.0, 20.0);

#[derive(Debug)]
pub enum Block {
    /// The title of a section.
    Section(SectionId),
    /// The title above the answers to questions that this version does not ask.
    Others,
    /// The id and the title of a question.
    Question(QuestionId),
    /// One standing, with its units and its note.
    Cell(QuestionId, Level),
    /// The option that was chosen.
    Choice(QuestionId),
    /// A piece of a text, by its bytes.
    Text(QuestionId, TextField, Range<usize>),
    /// An item of a list, by its place.
    Item(QuestionId, usize),
    /// Need and offer in one area.
    Assistance(QuestionId, AssistanceTarget),
    /// A piece of evidence, by its place.
    Evidence(QuestionId, usize),
}

impl Block {
    /// How high the block is, as far as that can be told without laying it out.
    pub fn guessed_height(&self, width: f32) -> f32 {
        match self {
            Self::Section(_) | Self::Others => size::TALL_ROW,
            Self::Text(_, _, piece) => {
                let line = (width.min(size::TEXT_COLUMN) / LETTER.0).max(1.0);
                let letters = f32::from(u16::try_from(piece.len()).unwrap_or(u16::MAX));
                space::XL + LETTER.1 * (letters / line).ceil()
            }
            Self::Question(_) | Self::Cell(..) | Self::Choice(_) => size::CONTROL,
            Self::Item(..) | Self::Assistance(..) | Self::Evidence(..) => size::ROW,
        }
    }

    pub fn show(&self, ui: &mut Ui, view: &View<'_>, reply: &Submission) {
        ui.spacing_mut().item_spacing.y = space::XS;
        match self {
            Self::Section(id) => {
                let title = view.instrument().section(id);
                section_ui(ui, title.map_or(id.as_str(), |section| &section.title));
            }
            Self::Others => section_ui(ui, &view.say("received-others")),
            Self::Question(id) => question_ui(ui, view, reply, id),
            Self::Cell(id, ..)
            | Self::Choice(id)
            | Self::Text(id, ..)
            | Self::Item(id, _)
            | Self::Assistance(id, _)
            | Self::Evidence(id, _) => {
                let indent = if is_wide(ui.available_width()) {
                    INDENT
                } else {
                    0.0
                };
                if let Some(answer) = reply.answers.get(id) {
                    indented_ui(ui, indent, |ui| self.part_ui(ui, view, id, answer));
                }
            }
        }
    }

    /// Shows a part of an answer.
    fn part_ui(&self, ui: &mut Ui, view: &View<'_>, id: &QuestionId, answer: &SubmittedAnswer) {
        match self {
            Self::Cell(_, level) => {
                if let Some(cell) = answer.cells.get(level) {
                    cell_ui(ui, view, *level, cell);
                }
            }
            Self::Choice(_) => choice_ui(ui, view, id, answer),
            Self::Text(_, field, piece) => {
                let text = answer.texts.get(field);
                if let Some(words) = text.and_then(|text| text.get(piece.clone())) {
                    if piece.start == 0 {
                        ui.add_space(space::XS);
                        heading::small_title(ui, &text_label(view, *field));
                    }
                    heading::body(ui, words.trim_end_matches('\n'));
                }
            }
            Self::Item(_, position) => {
                if let Some((_, item)) = answer.items.get(*position) {
                    let question = view.instrument().question(id);
                    let kinds = match question.map(|question| &question.kind) {
                        Some(Kind::List(kinds)) => kinds.as_slice(),
                        _ => &[],
                    };
                    entry_ui(ui, &item.name, &item_words(view, item, kinds));
                }
            }
            Self::Assistance(_, target) => {
                heading::strong(ui, &target_title(view, target));
                if let Some(row) = answer.assistance.row(target) {
                    side_ui(ui, view, Side::Need, &row.need);
                    side_ui(ui, view, Side::Offer, &row.offer);
                }
            }
            Self::Evidence(_, position) => {
                if *position == 0 {
                    ui.add_space(space::XS);
                    heading::small_title(ui, &view.say("question-evidence"));
                }
                if let Some((_, piece)) = answer.evidence.get(*position) {
                    let levels = piece.levels.iter().map(|level| view.words.level(*level));
                    let levels: Vec<String> = levels.collect();
                    let source = evidence_words(view, piece);
                    let words = joined([Some(source), Some(levels.join(", "))]);
                    entry_ui(ui, &piece.title, &words);
                }
            }
            Self::Section(_) | Self::Others | Self::Question(_) => {}
        }
        ui.add_space(space::XS);
    }
}

fn section_ui(ui: &mut Ui, title: &str) {
    ui.add_space(space::XL);
    heading::part_title(ui, title);
    heading::hairline(ui);
}

/// The question's id in a column of its own, so that all answers begin below each other.
fn question_ui(ui: &mut Ui, view: &View<'_>, reply: &Submission, id: &QuestionId) {
    let question = view.instrument().question(id);
    let title = question.map_or("", |question| question.title.as_str());
    ui.add_space(space::M);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let line = ui.text_style_height(&egui::TextStyle::Body);
        let column = vec2(INDENT, line);
        ui.allocate_ui_with_layout(column, Layout::left_to_right(Align::Min), |ui| {
            ui.set_min_width(INDENT);
            let dim = Tokens::of(ui).dim;
            ui.label(RichText::new(id.as_str()).font(text::body()).color(dim));
        });
        ui.vertical(|ui| {
            let ink = Tokens::of(ui).ink;
            let title = RichText::new(title).font(text::strong()).color(ink);
            ui.add(egui::Label::new(title).wrap());
            let answered = reply.answers.get(id).map(|answer| answer.revision);
            if let Some((question, answered)) = question.zip(answered)
                && question.revision != answered
            {
                let words = [("revision", answered.into())];
                heading::note(ui, &view.say_with("received-other-revision", &words));
            }
        });
    });
}

fn cell_ui(ui: &mut Ui, view: &View<'_>, level: Level, cell: &Cell) {
    let standing = view.words.standing_in_full(cell.standing);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let line = ui.text_style_height(&egui::TextStyle::Body);
        let column = vec2(size::LEVEL_COLUMN, line);
        ui.allocate_ui_with_layout(column, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(size::LEVEL_COLUMN);
            heading::note(ui, &view.words.level(level));
        });
        standing_mark::show(ui, cell.standing, &standing);
        let units = cell.units.map(|units| {
            let words = [
                ("having", units.having().into()),
                ("all", units.all().into()),
            ];
            view.say_with("received-units", &words)
        });
        let applied = cell.application.map(|application| {
            let application = view.words.application(Some(application));
            view.say_with("received-applied", &[("applied", application.into())])
        });
        let ink = Tokens::of(ui).ink;
        let words = joined([Some(standing), units, applied]);
        ui.label(RichText::new(words).font(text::body()).color(ink));
    });
    if !cell.note.is_empty() {
        let beside = size::LEVEL_COLUMN + space::S;
        indented_ui(ui, beside, |ui| heading::dim(ui, &cell.note));
    }
}

fn choice_ui(ui: &mut Ui, view: &View<'_>, id: &QuestionId, answer: &SubmittedAnswer) {
    let Some(chosen) = &answer.choice else { return };
    let question = view.instrument().question(id);
    let title = match question.map(|question| &question.kind) {
        Some(Kind::Choice(options)) => options
            .iter()
            .find(|option| option.id == *chosen)
            .map(|option| option.title.as_str()),
        _ => None,
    };
    heading::body(ui, title.unwrap_or(chosen.as_str()));
}

/// An item or a piece of evidence: what it is called, and what is known of it.
fn entry_ui(ui: &mut Ui, name: &str, details: &str) {
    heading::body(ui, name);
    if !details.is_empty() {
        heading::note(ui, details);
    }
}

fn side_ui(ui: &mut Ui, view: &View<'_>, side: Side, said: &AssistanceSide) {
    if *said == AssistanceSide::default() {
        return;
    }
    let name = view.say(match side {
        Side::Need => "assistance-need",
        Side::Offer => "assistance-offer",
    });
    let extent = said.extent.map(|extent| {
        view.say(match extent {
            Extent::Yes => "assistance-yes",
            Extent::InPart => "assistance-in-part",
            Extent::No => "assistance-no",
        })
    });
    let kinds = &view.instrument().parts().assistance_kinds;
    let kinds: Vec<String> = said
        .kinds
        .iter()
        .filter_map(|kind| kind_title(kinds, Some(kind)))
        .collect();
    let words = joined([extent, Some(kinds.join(", ")), Some(said.reason.clone())]);
    let values = [("name", name.into()), ("words", words.into())];
    heading::body(ui, &view.say_with("received-side", &values));
}

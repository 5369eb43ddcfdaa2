//! The answers of a reply: blocks one below the other, of which only those in sight are laid out.

use std::ops::Range;

use egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::block::Block;
use crate::domain::{AssistanceTarget, Instrument, QuestionId, Submission, SubmittedAnswer};
use crate::ui::tokens::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::heading;

/// How far beyond what is in sight blocks are laid out, in points.
const BEYOND: f32 = 200.0;

/// How many bytes of a text make a block, roughly: up to the next line, or else the next word.
const PIECE: usize = 2_000;

/// Two heights that differ by less than this are the same.
const SAME: f32 = 0.5;

/// The answers, laid out.
#[derive(Debug)]
pub struct AnswerList {
    blocks: Vec<Block>,
    /// How high each block is, once it has been in sight at the present width.
    heights: Vec<Option<f32>>,
    width: f32,
    /// How many of the instrument's questions are answered.
    answered: usize,
    /// How many are not.
    unanswered: usize,
}

impl AnswerList {
    /// The blocks of all answers, in the instrument's order; those to questions that it does not
    /// ask come last.
    pub fn of(instrument: &Instrument, reply: &Submission) -> Self {
        let mut blocks = Vec::new();
        let mut answered = 0;
        for section in instrument.sections() {
            let questions = instrument.questions_of(&section.id);
            let own = questions.filter_map(|question| {
                let answer = reply.answers.get(&question.id)?;
                Some((&question.id, answer))
            });
            for (position, (id, answer)) in own.enumerate() {
                if position == 0 {
                    blocks.push(Block::Section(section.id.clone()));
                }
                answered += 1;
                add(&mut blocks, id, answer);
            }
        }
        let asked = |id: &QuestionId| instrument.question(id).is_some();
        let others = reply.answers.iter().filter(|(id, _)| !asked(id));
        for (position, (id, answer)) in others.enumerate() {
            if position == 0 {
                blocks.push(Block::Others);
            }
            add(&mut blocks, id, answer);
        }
        Self {
            heights: vec![None; blocks.len()],
            blocks,
            width: 0.0,
            answered,
            unanswered: instrument.questions().len() - answered,
        }
    }

    /// Shows the counts, then the answers.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, reply: &Submission) {
        heading::hairline(ui);
        ui.add_space(space::XL);
        heading::part_title(ui, &view.say("received-answers"));
        let counts = [
            ("answered", self.answered.into()),
            ("unanswered", self.unanswered.into()),
        ];
        heading::note(ui, &view.say_with("received-answers-counts", &counts));
        self.blocks_ui(ui, view, reply);
    }

    fn blocks_ui(&mut self, ui: &mut Ui, view: &View<'_>, reply: &Submission) {
        let width = ui.available_width();
        if SAME < (self.width - width).abs() {
            self.heights.fill(None);
            self.width = width;
        }
        let start = ui.cursor().min;
        let sight = ui.clip_rect().expand2(vec2(0.0, BEYOND));
        let mut top = start.y;
        let mut is_settled = true;
        for (position, (block, known)) in self.blocks.iter().zip(&mut self.heights).enumerate() {
            let mut height = known.unwrap_or_else(|| block.guessed_height(width));
            if sight.top() <= top + height && top <= sight.bottom() {
                let rect = Rect::from_min_size(pos2(start.x, top), vec2(width, height));
                let builder = UiBuilder::new()
                    .max_rect(rect)
                    .layout(Layout::top_down(Align::Min))
                    .id_salt(position);
                let mut inside = ui.new_child(builder);
                block.show(&mut inside, view, reply);
                height = inside.min_rect().height();
                is_settled &= known.is_some_and(|known| (known - height).abs() < SAME);
                *known = Some(height);
            }
            top += height;
        }
        let whole = Rect::from_min_max(start, pos2(start.x + width, top));
        ui.allocate_rect(whole, Sense::hover());
        if !is_settled {
            ui.ctx().request_repaint();
        }
    }
}

fn add(blocks: &mut Vec<Block>, id: &QuestionId, answer: &SubmittedAnswer) {
    blocks.push(Block::Question(id.clone()));
    for level in answer.cells.keys() {
        blocks.push(Block::Cell(id.clone(), *level));
    }
    if answer.choice.is_some() {
        blocks.push(Block::Choice(id.clone()));
    }
    for (field, text) in &answer.texts {
        let pieces = pieces(text).into_iter();
        blocks.extend(pieces.map(|piece| Block::Text(id.clone(), *field, piece)));
    }
    for position in 0..answer.items.len() {
        blocks.push(Block::Item(id.clone(), position));
    }
    let areas = answer.assistance.rows.keys().cloned();
    let targets = std::iter::once(AssistanceTarget::AllAreas)
        .chain(areas.map(AssistanceTarget::Area))
        .filter(|target| {
            let row = answer.assistance.row(target);
            row.is_some_and(|row| *row != crate::domain::AssistanceRow::default())
        });
    blocks.extend(targets.map(|target| Block::Assistance(id.clone(), target)));
    for position in 0..answer.evidence.len() {
        blocks.push(Block::Evidence(id.clone(), position));
    }
}

/// A text in pieces of a size that can be laid out quickly, each ending with a line or a word.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (position, letter) in text.char_indices() {
        let length = position - start;
        let ends = match letter {
            '\n' => PIECE <= length,
            letter if letter.is_whitespace() => 2 * PIECE <= length,
            _ => 4 * PIECE <= length,
        };
        if ends {
            let end = position + letter.len_utf8();
            pieces.push(start..end);
            start = end;
        }
    }
    if start < text.len() {
        pieces.push(start..text.len());
    }
    pieces
}

/// Whether ids stand in a column of their own here, or above what they belong to.
pub fn is_wide(width: f32) -> bool {
    size::STACK <= width
}

#[cfg(test)]
mod tests {
    use super::{PIECE, pieces};

    #[test]
    fn a_text_in_pieces_is_the_whole_text() {
        let word = "prévention ";
        let texts = [
            String::new(),
            word.to_owned(),
            word.repeat(PIECE),
            format!("{}\n", word.repeat(40)).repeat(50),
            "長".repeat(PIECE * 5),
        ];
        for text in texts {
            let pieces = pieces(&text);
            let joined: String = pieces.iter().map(|piece| &text[piece.clone()]).collect();
            assert_eq!(joined, text);
            assert!(pieces.iter().all(|piece| piece.len() <= 5 * PIECE));
        }
    }
}

//! The flow of the document: cover, contents, blocks; and what they collect on the way: notes,
//! pictures, headings.

use super::chart::chart;
use super::inline::{Keep, Notes, Place, paragraph, plain, run};
use super::picture::Pictures;
use super::table;
use crate::report::document::{Block, Document, Fact, HeadingLevel, Inline};

/// The body, and what stands in other parts of the file.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) markup: String,
    pub(super) notes: Notes,
    /// The pictures, each once: PNG.
    pub(super) pictures: Pictures,
}

impl Body {
    pub(super) fn of(document: &Document) -> Self {
        let mut body = Self::default();
        body.cover(document);
        body.contents(document);
        let mut heading_number = 0;
        for (position, block) in document.blocks.iter().enumerate() {
            let previous = position
                .checked_sub(1)
                .and_then(|before| document.blocks.get(before));
            let next = document.blocks.get(position + 1);
            body.block(block, [previous, next], &mut heading_number);
        }
        body
    }

    fn cover(&mut self, document: &Document) {
        let parts = [
            ("CoverLine", Some("")),
            ("Title", Some(document.title.as_str())),
            ("Subtitle", Some(&document.subtitle)),
            ("Notice", document.banner.as_deref()),
        ];
        for (style, text) in parts {
            let text = text.map(|text| plain(style, Keep::WithNext, text));
            self.markup.extend(text);
        }
        if let Some(Fact { label, text, .. }) = &document.code {
            let line = [
                Inline::text(format!("{label}  ")),
                Inline::strong(text.as_str()),
            ];
            let code = paragraph("Code", Keep::WithNext, Place::Usual, &line, &mut self.notes);
            self.markup.push_str(&code);
        }
        self.markup.push_str(&table::facts(&document.facts));
    }

    /// The contents: a field that lists the headings, with what it lists already in place.
    fn contents(&mut self, document: &Document) {
        let Some(title) = &document.contents else {
            return;
        };
        let place = Place::NewPage;
        let title = [Inline::text(title.as_str())];
        let title = paragraph(
            "ContentsHeading",
            Keep::WithNext,
            place,
            &title,
            &mut self.notes,
        );
        self.markup.push_str(&title);
        let listed: Vec<(usize, HeadingLevel, &str)> = numbered_headings(document)
            .filter(|(_, level, _)| *level <= HeadingLevel::Two)
            .collect();
        for (position, (number, level, text)) in listed.iter().enumerate() {
            let style = match level {
                HeadingLevel::One => "TOC1",
                HeadingLevel::Two | HeadingLevel::Three => "TOC2",
            };
            let begin = if position == 0 { FIELD_BEGINS } else { "" };
            let end = if position + 1 == listed.len() {
                FIELD_ENDS
            } else {
                ""
            };
            let words = run("", text);
            let anchor = bookmark(*number);
            let line = format!(
                "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{begin}\
                 <w:hyperlink w:anchor=\"{anchor}\" w:history=\"1\">{words}</w:hyperlink>{end}</w:p>"
            );
            self.markup.push_str(&line);
        }
    }

    fn block(
        &mut self,
        block: &Block,
        [previous, next]: [Option<&Block>; 2],
        heading_number: &mut usize,
    ) {
        let page = if previous.is_none() {
            Place::NewPage
        } else {
            Place::Usual
        };
        let is_heading = |block: Option<&Block>| matches!(block, Some(Block::Heading { .. }));
        // Words that lead to something other than words stay with it.
        let keep = match next {
            Some(
                Block::Help { .. }
                | Block::Labelled { .. }
                | Block::List { .. }
                | Block::Room { .. }
                | Block::Table(_)
                | Block::Chart(_),
            ) => Keep::WithNext,
            Some(Block::Paragraph { .. }) if matches!(block, Block::Help { .. }) => Keep::WithNext,
            // A line between two headings would leave the first behind.
            _ if is_heading(previous) && is_heading(next) => Keep::WithNext,
            _ => Keep::Loose,
        };
        // What is written by hand stays with the boxes above it.
        let by_hand = match next {
            Some(Block::Room { .. }) => Keep::WithNext,
            _ => Keep::Loose,
        };
        let markup = match block {
            Block::Heading { level, text } => {
                *heading_number += 1;
                heading(*level, text, page, *heading_number)
            }
            Block::Paragraph { text } => paragraph("Normal", keep, page, text, &mut self.notes),
            Block::Help { text } => paragraph("Help", keep, page, text, &mut self.notes),
            Block::Quote { text } => paragraph("Quote", Keep::Loose, page, text, &mut self.notes),
            Block::List { items } => items
                .iter()
                .map(|item| {
                    paragraph(
                        "ListBullet",
                        Keep::Loose,
                        Place::Usual,
                        item,
                        &mut self.notes,
                    )
                })
                .collect(),
            Block::Labelled { label, text } => {
                let label = plain("Label", Keep::WithNext, label);
                label + &paragraph("Answer", Keep::Loose, Place::Usual, text, &mut self.notes)
            }
            Block::Room { label, lines } => room(label, *lines, by_hand),
            Block::Table(content) => table::table(content, by_hand, &mut self.notes),
            Block::Chart(content) => chart(content, &mut self.pictures),
        };
        self.markup.push_str(&markup);
    }
}

const FIELD_BEGINS: &str = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
    <w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\n \\h \\z \\u </w:instrText></w:r>\
    <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

const FIELD_ENDS: &str = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

/// The headings with their numbers, from 1.
fn numbered_headings(document: &Document) -> impl Iterator<Item = (usize, HeadingLevel, &str)> {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text } => Some((*level, text.as_str())),
        _ => None,
    });
    (1..)
        .zip(headings)
        .map(|(number, (level, text))| (number, level, text))
}

fn bookmark(number: usize) -> String {
    format!("_Toc{number:06}")
}

fn heading(level: HeadingLevel, text: &str, place: Place, number: usize) -> String {
    let page = match place {
        Place::NewPage => "<w:pageBreakBefore/>",
        Place::Usual | Place::AtEnd => "",
    };
    let level = u8::from(level);
    let name = bookmark(number);
    let words = run("", text);
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Heading{level}\"/>{page}</w:pPr>\
         <w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/>{words}\
         <w:bookmarkEnd w:id=\"{number}\"/></w:p>"
    )
}

/// Room to write by hand: lines that stay together; the word for them begins the first.
fn room(label: &str, lines: u8, last: Keep) -> String {
    let line = |number: u8| {
        let keep = if number == lines {
            last
        } else {
            Keep::WithNext
        };
        let style = if number == 1 { "RoomLabel" } else { "Room" };
        plain(style, keep, if number == 1 { label } else { "" })
    };
    (1..=lines).map(line).collect()
}

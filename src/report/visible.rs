//! What no document can hold is shown: control characters, which XML forbids, become visible signs,
//! so that nothing typed is lost without a word.

use super::document::{Block, Cell, Document, Fact, Figures, Inline, Row, Table};

/// Makes every control character of a document visible; whether there was one.
pub(super) fn document(document: &mut Document) -> bool {
    let mut found = false;
    let Document {
        title,
        subtitle,
        banner,
        footer,
        facts,
        code,
        blocks,
        ..
    } = document;
    for text in [title, subtitle, footer].into_iter().chain(banner) {
        found |= string(text);
    }
    for Fact { label, text, .. } in facts.iter_mut().chain(code) {
        found |= string(label) | string(text);
    }
    for each in blocks {
        found |= block(each);
    }
    found
}

/// Makes every control character of a table visible; whether there was one.
pub(super) fn table(table: &mut Table) -> bool {
    let mut found = string(&mut table.name) | string(&mut table.caption);
    for row in &mut table.rows {
        found |= match row {
            Row::Group { text } => string(text),
            Row::Cells { cells } => {
                let mut any = false;
                for cell in cells {
                    any |= match cell {
                        Cell::Text { text } => line(text),
                        Cell::Number { .. }
                        | Cell::Percent { .. }
                        | Cell::Date { .. }
                        | Cell::Empty => false,
                    };
                }
                any
            }
        };
    }
    found
}

fn block(block: &mut Block) -> bool {
    match block {
        Block::Heading { text, .. } | Block::Room { label: text, .. } => string(text),
        Block::Paragraph { text } | Block::Help { text } | Block::Quote { text } => line(text),
        Block::Labelled { label, text } => string(label) | line(text),
        Block::List { items } => items
            .iter_mut()
            .fold(false, |found, item| line(item) | found),
        Block::Table(content) => table(content),
        Block::Chart(chart) => {
            let found = string(&mut chart.title) | string(&mut chart.alternative);
            figures(&mut chart.figures) | found
        }
    }
}

fn figures(figures: &mut Figures) -> bool {
    let mut found = false;
    match figures {
        Figures::Coverage { bars } => {
            for bar in bars {
                found |= string(&mut bar.label) | string(&mut bar.words);
            }
        }
        Figures::Timeline {
            today_word,
            ticks,
            actions,
            ..
        } => {
            found |= string(today_word);
            for tick in ticks {
                found |= string(&mut tick.label) | string(&mut tick.above);
            }
            for action in actions {
                found |= string(&mut action.label) | string(&mut action.words);
            }
        }
        Figures::Shares { bars } => {
            for bar in bars {
                found |= string(&mut bar.label) | string(&mut bar.words);
            }
        }
    }
    found
}

fn line(line: &mut [Inline]) -> bool {
    let mut found = false;
    for piece in line {
        found |= match piece {
            Inline::Text { text, .. } | Inline::Strong { text, .. } | Inline::Emphasis { text } => {
                string(text)
            }
            Inline::Note { text } => self::line(text),
            Inline::TickBox => false,
        };
    }
    found
}

/// Every end of a line becomes a line feed, every control character its picture.
fn string(text: &mut String) -> bool {
    if text.contains('\r') {
        *text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    let found = text.chars().any(|sign| picture(sign).is_some());
    if found {
        *text = text
            .chars()
            .map(|sign| picture(sign).unwrap_or(sign))
            .collect();
    }
    found
}

/// The sign that stands for a character which XML 1.0 forbids.
fn picture(sign: char) -> Option<char> {
    match sign {
        '\n' | '\t' => None,
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(sign)),
        '\u{fffe}' | '\u{ffff}' => Some('\u{fffd}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn what_no_document_can_hold_is_shown() {
        let mut text = "a\u{1}b\r\nc\rd\te".to_owned();
        assert!(string(&mut text));
        assert_eq!(text, "a␁b\nc\nd\te");
        assert!(!string(&mut "plain\ttext\n".to_owned()));
    }
}

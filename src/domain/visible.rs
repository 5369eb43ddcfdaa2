//! Names and texts from elsewhere, so that what cannot be seen acts on nobody: no terminal obeys a
//! control character, no line is forged by a line feed, no direction mark shows another order.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// A name on one line: every line end, tab and whatever cannot be seen becomes a visible sign.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    shown(text, |_| false)
}

/// A text of several lines: line feeds and tabs stay, whatever else cannot be seen becomes a visible
/// sign.
pub fn visible_text(text: &str) -> Cow<'_, str> {
    shown(text, |c| matches!(c, '\n' | '\t'))
}

/// Whether a character acts, or turns the order of what follows, and is not seen itself. The marks
/// that join and part letters are no such: words are written with them.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether words are written with a character, though it is neither letter nor sign by itself: a mark on
/// a letter, a joiner, a space of whatever width.
pub fn is_written_with(c: char) -> bool {
    let is_joiner = matches!(c, '\u{200c}' | '\u{200d}');
    let is_space = c.is_whitespace() && !is_unseen(c);
    // These are about the figures that follow, and drawn around them.
    let is_around = matches!(c, '\u{600}'..='\u{605}' | '\u{6dd}');
    is_joiner || is_space || is_around || (is_combining_mark(c) && !has_no_look(c))
}

/// How much of a value is shown that should have been short, in characters.
const SHOWN: usize = 300;

/// A value from elsewhere, cut where it is longer than anybody reads.
pub fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(SHOWN) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

/// An identifier, such as that of a request, without what clings to it when it is copied from a web
/// page or a PDF: two that look the same are the same. It is cleaned when it is entered, and again
/// wherever it is compared.
pub fn clean_identifier(text: &str) -> Cow<'_, str> {
    let is_clean = !text.contains(|c: char| has_no_look(c) || (c.is_whitespace() && c != ' '))
        && text.trim_matches(' ').len() == text.len()
        && !text.contains("  ");
    if is_clean {
        return Cow::Borrowed(text);
    }
    let seen: String = text.chars().filter(|c| !has_no_look(*c)).collect();
    Cow::Owned(seen.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A name or title on one line, as it is entered: whatever would begin another line is a space.
pub(super) fn on_one_line(text: &str) -> String {
    let lines = text.split(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// Whether a character is no space, and yet takes no room: soft hyphen, joiners, marks of direction
/// or order, control characters.
pub(super) fn has_no_look(c: char) -> bool {
    !c.is_whitespace()
        && (is_unseen(c)
            || matches!(c, '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200d}'
                | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}'))
}

fn shown(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    let acts = |c: char| is_unseen(c) && !stays(c);
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if !acts(c) => shown.push(c),
            '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            '\x7f' => shown.push('\u{2421}'),
            _ => shown.extend(format!("<U+{:04X}>", u32::from(c)).chars()),
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::{clean_identifier, on_one_line, visible_line, visible_text};

    #[test]
    fn what_acts_is_shown_and_what_is_written_stays() {
        for (text, line) in [
            ("a\u{1b}[2Jb", "a␛[2Jb"),
            ("a\nIntact", "a␊Intact"),
            ("law\u{202e}fdp.exe", "law<U+202E>fdp.exe"),
            ("\u{9b}2J\u{7}\u{7f}", "<U+009B>2J␇␡"),
            ("نمی\u{200c}خواهم", "نمی\u{200c}خواهم"),
            ("Loi n°\u{a0}5", "Loi n°\u{a0}5"),
        ] {
            assert_eq!(visible_line(text), line, "{text:?}");
        }
        assert_eq!(visible_text("a\n\tb\r"), "a\n\tb␍");
    }

    #[test]
    fn a_name_begins_no_second_line() {
        for (text, line) in [
            ("Round\r\nCode: AAAA\n", "Round Code: AAAA"),
            ("a\u{2028}b\tc", "a b c"),
            ("نمی\u{200c}خواهم  ", "نمی\u{200c}خواهم  "),
        ] {
            assert_eq!(on_one_line(text), line, "{text:?}");
        }
    }

    #[test]
    fn identifiers_that_look_the_same_are_the_same() {
        for (text, identifier) in [
            ("2030", "2030"),
            (" 2030 ", "2030"),
            ("2030\u{a0}", "2030"),
            ("\u{feff}2030", "2030"),
            ("20\u{ad}30\u{200b}", "2030"),
            ("\u{202a}2030\u{202c}\u{200e}", "2030"),
            ("CP\u{2060}/2030\r\n", "CP/2030"),
            ("note\u{202f}5 \tof\u{2009}2030", "note 5 of 2030"),
            ("20\0\u{1b}30", "2030"),
            ("note 5", "note 5"),
            ("\u{200b}", ""),
        ] {
            assert_eq!(clean_identifier(text), identifier, "{text:?}");
        }
    }
}

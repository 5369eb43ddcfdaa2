//! Text as XML: no sign of it can be taken for markup.

/// The text between two tags or inside an attribute. What XML cannot hold becomes a replacement
/// sign; the report has made such signs visible before.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(sign),
        }
    }
    out
}

/// Whether a text runs from right to left: its first letter that has a direction does.
pub(super) fn is_right_to_left(text: &str) -> bool {
    let directed = text.chars().find(|sign| sign.is_alphabetic());
    directed.is_some_and(|sign| {
        matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup() {
        assert_eq!(
            escaped("a<b>&\"\n\u{1}"),
            "a&lt;b&gt;&amp;&quot;&#10;\u{fffd}"
        );
    }

    #[test]
    fn the_first_letter_says_the_direction() {
        assert!(is_right_to_left("1. القانون"));
        assert!(!is_right_to_left("Law القانون"));
        assert!(!is_right_to_left("30"));
    }
}

//! Texts as they are searched: two that differ in case, accents, hyphens, kinds of space and
//! whatever cannot be seen are the same.

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

use super::visible::has_no_look;

/// The zeros of the scripts whose digits people type; nine more follow each of them.
const ZEROS: [char; 8] = [
    '0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{17e0}', '\u{ff10}',
];

/// Marks up to this class belong to the letter, such as the voicing of か: が is another letter.
const LAST_OF_LETTER: u8 = 9;

/// The text as it is compared.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold(c, |c| folded.push(c));
    }
    folded
}

/// How many characters of the text stand before the one that this byte of its folded form came from.
pub fn position_in_text(text: &str, byte: usize) -> usize {
    let mut length = 0;
    let reaches = |c| {
        fold(c, |c| length += c.len_utf8());
        byte < length
    };
    text.chars().position(reaches).unwrap_or_default()
}

/// Whether a character joins words or breaks one at the end of a line.
pub fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58a}' | '\u{5be}' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// A digit of whatever script as the European one.
pub fn european_digit(c: char) -> Option<char> {
    let value = |zero: &char| u32::from(c).checked_sub(u32::from(*zero));
    let value = ZEROS.iter().filter_map(value).find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

/// Gives what a character becomes: nothing, itself, or several.
fn fold(c: char, mut add: impl FnMut(char)) {
    if c.is_ascii_alphanumeric() {
        return add(c.to_ascii_lowercase());
    }
    decompose_compatible(c, |part| match part {
        _ if LAST_OF_LETTER < canonical_combining_class(part) => {}
        _ if part.is_whitespace() => add(' '),
        _ if has_no_look(part) || is_hyphen(part) => {}
        'ـ' => {}
        '‘' | '’' | 'ʼ' => add('\''),
        'ı' => add('i'),
        'ς' => add('σ'),
        'ß' | 'ẞ' => "ss".chars().for_each(&mut add),
        'ø' | 'Ø' => add('o'),
        'ł' | 'Ł' => add('l'),
        'đ' | 'Đ' => add('d'),
        'æ' | 'Æ' => "ae".chars().for_each(&mut add),
        'œ' | 'Œ' => "oe".chars().for_each(&mut add),
        _ => match european_digit(part) {
            Some(digit) => add(digit),
            None => part.to_lowercase().for_each(&mut add),
        },
    });
}

#[cfg(test)]
mod tests {
    use super::{folded, position_in_text};

    #[test]
    fn what_is_typed_in_another_way_is_the_same() {
        for (one, other) in [
            ("İSTANBUL Iıi", "istanbul iii"),
            ("Résumé", "Re\u{301}sume\u{301}"),
            ("RÉSUMÉ", "resume"),
            ("c\u{a0}d\u{ad}e\u{200b}f", "c def"),
            ("non\u{2011}custodial", "Non-Custodial"),
            ("l’État", "L'Etat"),
            ("Łódź, Århus, Brønshøj", "lodz, arhus, bronshoj"),
            ("Straße ΟΔΟΣ", "STRASSE οδος"),
            ("أُنشئت", "انشيت"),
            ("١٧ ۱۷ １７", "17 17 17"),
            ("ﬁnance", "finance"),
        ] {
            assert_eq!(folded(one), folded(other), "{one:?} {other:?}");
        }
        for (one, other) in [("が", "か"), ("परामर्श", "परमर्श"), ("and", "end")]
        {
            assert_ne!(folded(one), folded(other), "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_place_in_what_is_compared_is_found_in_the_text() {
        #[track_caller]
        fn check(text: &str, word: &str, before: &str) {
            let byte = folded(text).find(word).unwrap();
            let found: String = text.chars().take(position_in_text(text, byte)).collect();
            assert_eq!(found, before, "{word} in {text:?}");
        }
        check("word", "word", "");
        check("İİ e\u{301}\u{ad}- word", "word", "İİ e\u{301}\u{ad}- ");
        check("ßß-word", "word", "ßß-");
        check("ﬁnance", "inance", "");
    }
}

//! Names of files that we make: every disk takes them, every package, and what one sees is what the
//! name is.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::is_unseen;

/// The longest name, in bytes; every disk takes somewhat more.
const LONGEST: usize = 200;

/// The longest ending that is kept whole where a name is cut, in bytes, with its dot.
const LONGEST_ENDING: usize = 16;

/// Names that Windows takes for devices, whatever their ending; a digit follows the last two.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A plain name as near as can be to the one that is wanted, which may come from anywhere. From the
/// second of one name on, it bears its number: `law.pdf`, `law (2).pdf`.
pub fn plain_file_name(wanted: &str, number: u32) -> String {
    let seen: String = wanted.nfc().filter(|c| !is_unseen(*c)).collect();
    let taken: String = seen
        .chars()
        .map(|c| if r#"<>:"|?*\/"#.contains(c) { '_' } else { c })
        .collect();
    let plain = taken.trim().trim_end_matches(['.', ' ']);
    let is_ending = |(stem, ending): &(&str, &str)| {
        !stem.is_empty() && ending.len() < LONGEST_ENDING && !ending.contains(' ')
    };
    let (stem, ending) = match plain.rsplit_once('.').filter(is_ending) {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (plain, String::new()),
    };
    let stem = match stem.trim_end() {
        "" => "file".to_owned(),
        stem if is_device_name(stem) => format!("_{stem}"),
        stem => stem.to_owned(),
    };
    let number = match number {
        ..2 => String::new(),
        _ => format!(" ({number})"),
    };
    let room = LONGEST.saturating_sub(number.len() + ending.len());
    format!("{}{number}{ending}", cut(&stem, room))
}

/// Whether a disk may take the two for the same: they differ at most in case, or in how accents are
/// written.
pub fn is_same_file_name(one: &str, other: &str) -> bool {
    let compared = |name: &str| name.nfd().flat_map(char::to_lowercase).collect::<String>();
    one == other || compared(one) == compared(other)
}

/// Whether Windows takes the name for a device.
pub fn is_device_name(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default();
    let first = first.trim_end().to_ascii_lowercase();
    DEVICES[..4].contains(&first.as_str())
        || DEVICES[4..].iter().any(|device| {
            let number = first.strip_prefix(device).map(str::as_bytes);
            matches!(number, Some([digit]) if digit.is_ascii_digit())
        })
}

/// As much of the text as has room, and no letter without its accents.
fn cut(text: &str, room: usize) -> &str {
    if text.len() <= room {
        return text;
    }
    let starts = text.char_indices().filter(|(_, c)| !is_combining_mark(*c));
    let end = starts
        .map(|(start, _)| start)
        .take_while(|start| *start <= room)
        .last();
    text[..end.unwrap_or_default()].trim_end()
}

#[cfg(test)]
mod tests {
    use super::{is_same_file_name, plain_file_name};

    #[test]
    fn a_plain_name_stays_and_any_other_becomes_one() {
        for (wanted, plain) in [
            ("law.pdf", "law.pdf"),
            ("Loi n° 5.pdf", "Loi n° 5.pdf"),
            ("قانون.pdf", "قانون.pdf"),
            ("..a", "..a"),
            ("console.txt", "console.txt"),
            ("Law: part 1.pdf", "Law_ part 1.pdf"),
            ("law?.pdf", "law_.pdf"),
            ("Décret \"12\".pdf", "Décret _12_.pdf"),
            ("De\u{301}cret.pdf", "Décret.pdf"),
            ("CON.pdf", "_CON.pdf"),
            ("com0.txt", "_com0.txt"),
            ("law.pdf ", "law.pdf"),
            (" law.", "law"),
            ("law .pdf", "law.pdf"),
            ("law\u{202e}fdp.exe", "lawfdp.exe"),
            ("a\nb\u{7}.txt", "ab.txt"),
            ("../../x", ".._.._x"),
            ("...", "file"),
            (" \u{feff}", "file"),
        ] {
            assert_eq!(plain_file_name(wanted, 1), plain, "{wanted:?}");
            assert_eq!(plain_file_name(plain, 1), plain, "{plain:?}");
        }
    }

    #[test]
    fn a_number_stands_before_the_ending() {
        assert_eq!(plain_file_name("law.pdf", 2), "law (2).pdf");
        assert_eq!(plain_file_name("law", 3), "law (3)");
    }

    #[test]
    fn a_long_name_is_cut_before_its_ending() {
        for letter in ["x", "я", "法", "e\u{301}\u{323}"] {
            let name = plain_file_name(&format!("{}.pdf", letter.repeat(120)), 12);
            assert!(name.len() <= 200, "{name}");
            assert!(name.ends_with(" (12).pdf"), "{name}");
        }
        let whole = "x".repeat(200);
        assert_eq!(plain_file_name(&whole, 1), whole);
    }

    #[test]
    fn names_that_differ_in_case_or_in_how_accents_are_written_are_the_same() {
        for (one, other, same) in [
            ("Law.pdf", "LAW.PDF", true),
            ("Décret.pdf", "de\u{301}cret.pdf", true),
            ("law.pdf", "laws.pdf", false),
        ] {
            assert_eq!(is_same_file_name(one, other), same, "{one} {other}");
        }
    }
}

//! What officials type comes back whole, and none of it acts.

use guidepost::report::pdf::{MachineFonts, lay_out};
use guidepost::report::{Block, Cell, HeadingLevel, Inline, Row};
use proptest::prelude::*;

use super::reading::{self, letters};
use super::sample::{document, heading, paragraph, table};
use crate::support::cases;

/// Texts that mean something to a typesetter, to a viewer or to a shell.
const HOSTILE: &[&str] = &[
    "#panic(\"no\") #let x = 1; #x #import \"a\"",
    "*not strong* _not set apart_ `not code` ```rust not code```",
    "$x^2 + y_1$ and $ alone, 5 $ or 6 €",
    "<label> @label <script>alert(1)</script> &amp; &lt;",
    "= no heading\n== no heading\n- no list\n+ no list\n/ no: term",
    "// no comment\n/* no comment */ after it",
    "\\ \\n \\u{41} ~ -- --- ... 'single' \"double\"",
    "https://example.org/a/b?c=d#e and www.example.org",
    "=1+1 @SUM(A1) +49 -3 %s {0} {{}} [x](y) ${HOME} $(id)",
    "a\ttab and\tanother\nand a line\r\nand another\rand a last",
    "two  spaces   and three, and one at the end ",
    "Ивановский район: план на 2027 год; Ђорђе; Қазақстан",
    "Ελληνικά, Tiếng Việt, Čeština, İstanbul, ﬁ, e\u{301}",
    "\u{0}\u{7}\u{1b}[31mred\u{feff}\u{200b}\u{200d}\u{ad}",
];

/// Texts in scripts that the embedded family lacks.
const FOREIGN: &[&str] = &[
    "هل لدى السلطة الوطنية إجراء مكتوب خلال 30 يوما وفقا للمادة 12 لعام 2003؟",
    "سطر أول\nsecond line in English\nسطر ثالث (2026)",
    "国家主管部门是否有书面程序？第 17 段，2003 年。",
    "予防のための計画はありますか。예방 계획이 있습니까?",
    "emoji 😀 👩‍👩‍👧 ☎️ ✔ → ■",
    "हिन्दी में एक वाक्य",
    "\u{e000}\u{10fffd} 漢\u{301}",
];

fn typed_everywhere(text: &str) -> Vec<Block> {
    vec![
        heading(HeadingLevel::One, "Typed"),
        paragraph(text),
        Block::Labelled {
            label: text.to_owned(),
            text: vec![Inline::text(text), Inline::note(text), Inline::strong(text)],
        },
        Block::Quote {
            text: vec![Inline::emphasis(text)],
        },
        Block::List {
            items: vec![vec![Inline::text(text)]],
        },
        Block::Table(table(
            &[(text, 1), ("B", 1)],
            &[],
            vec![
                Row::Group {
                    text: text.to_owned(),
                },
                Row::Cells {
                    cells: vec![Cell::text(text), Cell::text("b")],
                },
            ],
        )),
    ]
}

/// How often a text stands in what `typed_everywhere` makes of it.
const PLACES: usize = 8;

/// Sets the texts at every place where one can stand and reads them back: what the pages say, and
/// each text as they should say it, with the code of what no font has.
fn read_back(name: &str, texts: &[&str], machine: MachineFonts) -> Option<(String, Vec<String>)> {
    let blocks = texts
        .iter()
        .flat_map(|text| typed_everywhere(text))
        .collect();
    let report = lay_out(&document(blocks), machine).unwrap_or_else(|err| panic!("{err}"));
    let pdf = report.pdf().unwrap_or_else(|err| panic!("{err}"));
    if let Ok(folder) = std::env::var("GUIDEPOST_PICTURES") {
        std::fs::write(format!("{folder}/{name}.pdf"), &pdf).unwrap();
    }
    let shown = |text: &&str| {
        let missing = report.missing_characters();
        let written = text.chars().filter(|sign| is_written(*sign));
        let shown = written.map(|sign| match sign {
            sign if missing.contains(&sign) => format!("[U+{:04X}]", u32::from(sign)),
            sign => sign.to_string(),
        });
        shown.collect::<String>()
    };
    let pages = reading::in_order(&pdf)?;
    Some((letters(&pages.concat()), texts.iter().map(shown).collect()))
}

/// Fails unless each line of each text is there as often as it was put.
#[track_caller]
fn come_back_whole(name: &str, texts: &[&str], machine: MachineFonts) {
    let Some((read, shown)) = read_back(name, texts, machine) else {
        return;
    };
    for line in shown.iter().flat_map(|text| text.split(['\n', '\r'])) {
        let found = read.matches(&letters(line)).count();
        assert!(found >= PLACES, "{found} times: {line}\nin\n{read}");
    }
}

/// Fails unless each character of the texts is there as often as it was put. For scripts that
/// pdftotext puts in another order.
#[track_caller]
fn characters_come_back(name: &str, texts: &[&str], machine: MachineFonts) {
    let Some((read, shown)) = read_back(name, texts, machine) else {
        return;
    };
    let put = letters(&shown.concat());
    for sign in put.chars() {
        let (found, wanted) = (
            read.matches(sign).count(),
            put.matches(sign).count() * PLACES,
        );
        assert!(
            found >= wanted,
            "{found} of {wanted} times: {sign}\nin\n{read}"
        );
    }
}

/// Whether a character reaches the page.
fn is_written(sign: char) -> bool {
    let is_none = sign == '\u{feff}' || u32::from(sign) & 0xfffe == 0xfffe;
    !is_none && (sign.is_whitespace() || !sign.is_control())
}

#[test]
fn texts_that_mean_something_elsewhere_come_back_whole() {
    come_back_whole("hostile", HOSTILE, MachineFonts::Never);
}

#[test]
fn scripts_that_the_family_lacks_come_back_whole_or_as_codes() {
    come_back_whole("codes", FOREIGN, MachineFonts::Never);
}

#[test]
fn the_machine_helps_out_with_its_fonts() {
    characters_come_back("foreign", FOREIGN, MachineFonts::WhereNeeded);
}

#[test]
fn long_texts_and_words_without_end_come_back_whole() {
    let sentence = "The council meets four times a year; its secretariat follows up. ".repeat(62);
    let word = "Donaudampfschifffahrt".repeat(20);
    let address = format!("https://example.org/{}", "part/of/an/address/".repeat(10));
    come_back_whole(
        "long",
        &[&sentence[..4_000], &word, &address],
        MachineFonts::Never,
    );
}

#[test]
fn what_no_font_has_is_named() {
    let blocks = vec![paragraph("A word 😀 and 国, and 国 again")];
    let report = lay_out(&document(blocks), MachineFonts::Never).unwrap();
    let missing: String = report.missing_characters().iter().collect();
    assert_eq!(missing, "国😀");
}

/// Letters, marks that stand on letters, joiners, and signs that turn the direction, of scripts that
/// come from different fonts.
const MIXED: &str = "[a-zé\u{300}-\u{310}\u{483}-\u{489}\u{5d0}-\u{5df}\u{627}-\u{655}\u{905}-\u{94d}\
    \u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{4e00}-\u{4e10}\u{fe0e}\u{fe0f}\u{1f600}-\u{1f610} \n\t]{0,40}";

proptest! {
    #![proptest_config(cases(12))]

    /// Whatever the texts, the file can be written.
    #[test]
    fn any_text_can_be_set(texts in prop::collection::vec("\\PC{0,60}|[\\x00-\\x7f]{0,40}", 20)) {
        let blocks = texts.iter().map(|text| paragraph(text)).collect();
        let report = lay_out(&document(blocks), MachineFonts::Never).unwrap();
        prop_assert!(report.pdf().is_ok());
    }

    /// However the scripts are mixed, the file can be written.
    #[test]
    fn any_mixture_of_scripts_can_be_set(texts in prop::collection::vec(MIXED, 20)) {
        let blocks = texts.iter().map(|text| paragraph(text)).collect();
        let report = lay_out(&document(blocks), MachineFonts::WhereNeeded).unwrap();
        let pdf = report.pdf();
        prop_assert!(pdf.is_ok(), "{}", pdf.unwrap_err());
    }
}

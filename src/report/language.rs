//! The language that typed words are in, so that a screen reader speaks them with the right voice.

/// The tag of the language for these words of somebody who writes in `language`; `None` where that is
/// no tag, or the words are in another script.
pub(super) fn language_of(text: &str, language: &str) -> Option<String> {
    let mut parts = language.split(['-', '_']);
    let primary = parts.next()?.to_ascii_lowercase();
    let is_tag = matches!(primary.len(), 2 | 3) && primary.bytes().all(|c| c.is_ascii_lowercase());
    let first = text.chars().find(|c| c.is_alphabetic())?;
    if !is_tag || Script::of(first) != Script::of_language(&primary) {
        return None;
    }
    let is_region = |part: &&str| part.len() == 2 && part.bytes().all(|c| c.is_ascii_alphabetic());
    Some(match parts.find(is_region) {
        Some(region) => format!("{primary}-{}", region.to_ascii_uppercase()),
        None => primary,
    })
}

/// A script that belongs to some languages alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Arabic,
    Hebrew,
    EastAsian,
    /// Latin, Cyrillic and all others.
    Other,
}

impl Script {
    /// That of a language by its tag.
    pub(super) fn of_language(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or_default() {
            "ar" | "ckb" | "fa" | "ps" | "sd" | "ug" | "ur" => Self::Arabic,
            "he" | "yi" => Self::Hebrew,
            "ja" | "ko" | "zh" => Self::EastAsian,
            _ => Self::Other,
        }
    }

    fn of(letter: char) -> Self {
        match letter {
            '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => Self::Hebrew,
            '\u{600}'..='\u{6ff}'
            | '\u{750}'..='\u{77f}'
            | '\u{870}'..='\u{8ff}'
            | '\u{fb50}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefc}' => Self::Arabic,
            '\u{1100}'..='\u{11ff}'
            | '\u{3040}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => Self::EastAsian,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn words_have_the_language_of_the_reply_where_they_are_in_its_script() {
        for (text, language, tag) in [
            ("Un conseil existe.", "fr", Some("fr")),
            ("Un conseil existe.", "fr_ca", Some("fr-CA")),
            ("17. Совет", "RU", Some("ru")),
            ("أُنشئت", "ar", Some("ar")),
            ("أُنشئت", "fa-IR", Some("fa-IR")),
            ("预防犯罪", "zh-Hant-TW", Some("zh-TW")),
            ("UNODC", "ar", None),
            ("أُنشئت", "fr", None),
            ("12 %", "fr", None),
            ("Un conseil", "", None),
            ("Un conseil", "French", None),
        ] {
            assert_eq!(
                language_of(text, language).as_deref(),
                tag,
                "{text} {language}"
            );
        }
    }
}

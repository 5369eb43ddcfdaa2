//! Words are in `assets/locales/`, never in the code of window and reports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A string literal of a source file.
struct Literal {
    place: String,
    text: String,
}

/// What asks for words by their keys; hyphenated words elsewhere may be no keys.
const SPEAKING: [&str; 4] = ["src/ui", "src/report", "src/words.rs", "src/words"];

/// What holds no words at all beside them.
const SILENT: [&str; 7] = [
    "src/analysis",
    "src/app",
    "src/cli",
    "src/domain",
    "src/format",
    "src/main.rs",
    "src/store",
];

/// What is written into files, or begins them.
const TOKENS: [&str; 15] = [
    "AFR",
    "APG",
    "Assessment",
    "CARGO_PKG_VERSION",
    "EEG",
    "GRULAC",
    "PK",
    "Part",
    "Round",
    "StateCode({self})",
    "Submission",
    "WEOG",
    "action {id}",
    "guidepost ",
    "sent {revision}",
];

/// What is written there is for a program: for the one who measures, markup, tokens, names of the
/// machine, what files hold. And the help of commands.
const FOR_PROGRAMS: [&str; 16] = [
    "src/app/example.rs",
    "src/cli/args.rs",
    "src/format/alteration.rs",
    "src/format/package/archive.rs",
    "src/format/package/contained.rs",
    "src/format/submission/mod.rs",
    "src/format/submission/seal.rs",
    "src/store/folders.rs",
    "src/store/holder.rs",
    "src/store/machine.rs",
    "src/store/stall.rs",
    "src/ui/shell/frame_log.rs",
    "src/report/docx/",
    "src/report/long_form.rs",
    "src/report/xlsx/layout.rs",
    "src/report/xlsx/mod.rs",
];

#[test]
fn no_words_are_written_into_the_code() {
    let faults: Vec<String> = without_programs(SPEAKING.iter().chain(&SILENT))
        .filter(|literal| reads_as_words(&literal.text))
        .filter(|literal| !TOKENS.contains(&literal.text.as_str()))
        .map(|literal| format!("{}: {:?}", literal.place, literal.text))
        .collect();
    assert!(
        faults.is_empty(),
        "move these to assets/locales/:\n{}",
        faults.join("\n")
    );
}

#[test]
fn every_key_has_words_and_all_words_have_a_key() {
    let english = keys_of("en");
    let keys = without_programs(&SPEAKING).filter(|literal| is_key(&literal.text));
    let used_by_window: BTreeMap<String, String> =
        keys.map(|literal| (literal.text, literal.place)).collect();
    // The layers below name the sentence of what there is to say; other hyphenated words there are
    // no keys.
    let used_below = keys_used_under("src");

    let missing: Vec<_> = used_by_window
        .iter()
        .filter(|(key, _)| !english.contains_key(*key))
        .collect();
    assert!(missing.is_empty(), "keys without words in en: {missing:#?}");

    let unused: Vec<_> = english
        .iter()
        .filter(|(key, _)| !used_by_window.contains_key(*key) && !used_below.contains_key(*key))
        .collect();
    assert!(unused.is_empty(), "words that nothing says: {unused:#?}");
}

#[test]
fn every_language_says_what_english_says() {
    let english: BTreeSet<String> = keys_of("en").into_keys().collect();
    for folder in fs::read_dir("assets/locales").unwrap() {
        let language = folder.unwrap().file_name().into_string().unwrap();
        let keys: BTreeSet<String> = keys_of(&language).into_keys().collect();
        assert_eq!(
            keys, english,
            "the keys of {language} differ from those of en"
        );
    }
}

#[test]
fn every_key_can_be_said() {
    for language in guidepost::words::Words::languages() {
        let words = guidepost::words::Words::load(language);
        for (key, file) in keys_of(language) {
            assert_ne!(
                words.say(&key),
                key,
                "{file}: the words of {key} cannot be read"
            );
        }
    }
}

#[test]
fn words_in_code_are_told_from_names() {
    for words in ["Save", "save a copy", "National", "{done} of them", "N/A"] {
        assert!(reads_as_words(words), "{words:?}");
    }
    for name in [
        "standing-yes",
        "draft",
        "{left} %",
        "/",
        "",
        "17.a",
        "{}: {}",
        "{}\\n  {}",
        "Z.",
    ] {
        assert!(!reads_as_words(name), "{name:?}");
    }
    let source = r##"
        /// Say "Hello there".
        #[expect(lint, reason = "Because of that")]
        fn f<'a>(c: char) -> &'a str { if c == '"' { "a-key" } else { r#"Raw "one" here"# } }
        // "A comment"
        #[cfg(test)]
        mod tests { const X: &str = "Tests may say anything"; }
    "##;
    let found: Vec<String> = literals(source).into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, ["a-key", "Raw \"one\" here"]);
}

/// Whether a string would be shown to a person: a letter followed by a space, or a capital first.
fn reads_as_words(text: &str) -> bool {
    let text = text.replace("\\n", "\n");
    if text.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return false;
    }
    let letter_before_space = text
        .chars()
        .zip(text.chars().skip(1))
        .any(|(one, next)| one.is_alphabetic() && next == ' ');
    letter_before_space || text.starts_with(char::is_uppercase)
}

/// Whether a string is a key of the locales: lower-case words joined by hyphens.
fn is_key(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.split('-').all(|word| {
            !word.is_empty()
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

/// The keys of a language, each with its file.
fn keys_of(language: &str) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    for path in files_under(&Path::new("assets/locales").join(language), "ftl") {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some((key, _)) = line.split_once(" =") else {
                continue;
            };
            if line.starts_with([' ', '#', '-', '.']) {
                continue;
            }
            assert!(
                is_key(key),
                "{}: the key {key:?} is not words-joined-by-hyphens",
                path.display()
            );
            let earlier = keys.insert(key.to_owned(), path.display().to_string());
            assert!(
                earlier.is_none(),
                "{}: the key {key} is there twice",
                path.display()
            );
        }
    }
    keys
}

/// The literals under these paths, but for those that are for programs.
fn without_programs<'a>(
    paths: impl IntoIterator<Item = &'a &'a str>,
) -> impl Iterator<Item = Literal> {
    let all = paths.into_iter().flat_map(|path| literals_under(path));
    all.filter(|literal| {
        let mut for_programs = FOR_PROGRAMS.iter();
        !for_programs.any(|path| literal.place.starts_with(path))
    })
}

fn keys_used_under(folder: &str) -> BTreeMap<String, String> {
    literals_under(folder)
        .into_iter()
        .filter(|literal| is_key(&literal.text))
        .map(|literal| (literal.text, literal.place))
        .collect()
}

fn literals_under(folder: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    for path in files_under(Path::new(folder), "rs") {
        let source = fs::read_to_string(&path).unwrap();
        found.extend(literals(&source).into_iter().map(|(line, text)| Literal {
            place: format!("{}:{line}", path.display()),
            text,
        }));
    }
    found
}

fn files_under(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    if folder.is_file() {
        return vec![folder.to_owned()];
    }
    let Ok(entries) = fs::read_dir(folder) else {
        return files;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_under(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The string literals of a source, each with its line; comments, attributes and the tests at the
/// end of a file are passed over.
fn literals(source: &str) -> Vec<(usize, String)> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let line = source[..source.len() - rest.len()].matches('\n').count() + 1;
        if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if rest.starts_with("#[") || rest.starts_with("#![") {
            rest = after_attribute(rest);
        } else if let Some((text, after)) = raw_literal(rest).or_else(|| plain_literal(rest)) {
            found.push((line, text.to_owned()));
            rest = after;
        } else if let Some(after) = character(rest) {
            rest = after;
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    found
}

/// What follows an attribute, whose strings are for the compiler.
fn after_attribute(source: &str) -> &str {
    let mut depth = 0_usize;
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        if let Some((_, after)) = plain_literal(rest) {
            rest = after;
            continue;
        }
        rest = &rest[first.len_utf8()..];
        match first {
            '[' => depth += 1,
            ']' if depth == 1 => return rest,
            ']' => depth -= 1,
            _ => {}
        }
    }
    rest
}

fn plain_literal(source: &str) -> Option<(&str, &str)> {
    let inside = source.strip_prefix('"')?;
    let mut escaped = false;
    for (index, character) in inside.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some((&inside[..index], &inside[index + 1..])),
            _ => {}
        }
    }
    None
}

fn raw_literal(source: &str) -> Option<(&str, &str)> {
    let hashes = source.strip_prefix('r')?;
    let inside = hashes.trim_start_matches('#');
    let end = format!("\"{}", &hashes[..hashes.len() - inside.len()]);
    inside.strip_prefix('"')?.split_once(&end)
}

/// What follows a character literal such as `'"'`; a lifetime is none.
fn character(source: &str) -> Option<&str> {
    let inside = source.strip_prefix('\'')?;
    let inside = match inside.strip_prefix('\\') {
        Some(escape) => &escape[escape.find('\'').filter(|end| *end > 0).unwrap_or(1)..],
        None => &inside[inside.chars().next()?.len_utf8()..],
    };
    inside.strip_prefix('\'')
}

//! The search finds words whatever they were typed with.

use guidepost::analysis::{HitPlace, search};
use guidepost::domain::{FieldValue, TextField};

use crate::support::{after, empty, instrument, question, set};

/// Where the answer to 17.a says this, the query finds it, and the excerpt begins like this.
#[track_caller]
fn check_found(text: &str, query: &str, excerpt: &str) {
    let value = FieldValue::Text(TextField::Exists, text.to_owned());
    let hits = search(instrument(), &after([set("17.a", value)]), query);
    let place = HitPlace::Answer(question("17.a"));
    let hit = hits.iter().find(|hit| hit.place == place);
    let hit = hit.unwrap_or_else(|| panic!("{query:?} does not find {text:?}"));
    assert!(hit.excerpt.starts_with(excerpt), "{}", hit.excerpt);
}

#[test]
fn words_are_found_whatever_they_were_typed_with() {
    check_found("c\u{a0}d\u{ad}e\u{200b}f", "c def", "c");
    check_found("the İSTANBUL plan", "istanbul", "the İSTANBUL");
    check_found("the Istanbul plan", "ISTANBUL", "the Ist");
    check_found("ein Résumé", "resume", "ein");
    check_found("ein Re\u{301}sume\u{301}", "Résumé", "ein");
    check_found("a resume", "Re\u{301}sume\u{301}", "a");
    check_found("non-custodial measures", "noncustodial", "non");
    check_found("noncustodial measures", "non-custodial", "non");
    check_found("non\u{2011}custodial measures", "non custodial", "non");
    check_found("Article ١٧", "17", "Article");
}

#[test]
fn an_excerpt_begins_before_the_word_and_not_elsewhere() {
    let before = |count| "İe\u{301}\u{ad}".repeat(count);
    let text = before(60) + "word";
    check_found(&text, "word", &format!("…{}word", before(10)));
}

#[test]
fn a_query_of_nothing_that_can_be_seen_finds_nothing() {
    for query in ["", " \u{a0}", "\u{ad}", "\u{200b} -"] {
        assert_eq!(search(instrument(), &empty(), query), [], "{query:?}");
    }
}

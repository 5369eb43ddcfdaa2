//! The outline fits the instrument: each question and section stands in it once, with its words.

use guidepost::domain::Kind;

use crate::support::{instrument, library};

#[test]
fn the_outline_has_each_question_once_in_words_where_it_needs_them() {
    let chapters = library().outline.chapters.iter();
    let parts = chapters.flat_map(|chapter| &chapter.parts);
    let mut named: Vec<_> = parts.flat_map(|part| &part.questions).collect();
    for each in &named {
        let clause = each.clause.as_str();
        let kind = &instrument().question(&each.question).unwrap().kind;
        let needs_words = !matches!(kind, Kind::Text | Kind::Assistance);
        assert_eq!(clause.is_empty(), !needs_words, "{}", each.question);
        assert_eq!(clause, clause.trim().trim_end_matches('.'));
    }
    named.sort_by_key(|each| &each.question);
    let named = named.iter().map(|each| &each.question);
    let mut asked: Vec<_> = instrument()
        .questions()
        .iter()
        .map(|each| &each.id)
        .collect();
    asked.sort();
    assert_eq!(named.collect::<Vec<_>>(), asked);
}

#[test]
fn the_outline_has_each_section_once() {
    let chapters = library().outline.chapters.iter();
    let parts = chapters.flat_map(|chapter| &chapter.parts);
    let mut named: Vec<_> = parts.flat_map(|part| &part.sections).collect();
    named.sort();
    let mut sections: Vec<_> = instrument()
        .sections()
        .iter()
        .map(|each| &each.id)
        .collect();
    sections.sort();
    assert_eq!(named, sections);
}

//! The Member States that are compiled in: whether they hold together.

use std::collections::BTreeMap;

use guidepost::format::{built_in_states, read_states};

const FILE: &str = include_str!("../../guidelines/states.ron");

#[test]
fn every_code_and_name_stands_for_one_state() {
    let states = built_in_states().unwrap();
    let mut owners = BTreeMap::new();
    for state in states.iter() {
        let names = [&state.name].into_iter().chain(&state.former_names);
        let code = state.code.to_string();
        for word in [&code, &state.m49].into_iter().chain(names) {
            let owner = owners.insert(word.to_lowercase(), state.code);
            assert!(owner.is_none_or(|owner| owner == state.code), "{word}");
        }
    }
    assert_eq!(FILE.matches("(id: ").count(), states.iter().count());
}

#[test]
fn every_code_and_name_is_well_formed() {
    for state in built_in_states().unwrap().iter() {
        let is_m49 = state.m49.len() == 3 && state.m49.bytes().all(|byte| byte.is_ascii_digit());
        assert!(is_m49, "{}: {}", state.code, state.m49);
        for name in [&state.name].into_iter().chain(&state.former_names) {
            assert!(!name.is_empty() && name.trim() == name, "{name:?}");
        }
        for renaming in &state.renamed {
            assert!(state.former_names.contains(&renaming.from), "{renaming:?}");
        }
    }
}

#[test]
fn every_wrong_word_is_reported_at_once() {
    let (group, code) = ("group: \"AFR\", name: \"Angola\"", "(id: \"AND\"");
    let edited = FILE
        .replacen(group, "group: \"Africa\", name: \"Angola\"", 1)
        .replacen(code, "(id: \"Andorra\"", 1);
    let faults = read_states(&edited).unwrap_err();
    let lines: Vec<String> = faults
        .iter()
        .map(|fault| crate::support::explained(fault))
        .collect();
    assert_eq!(lines.len(), 2, "{lines:#?}");
    assert!(lines[0].contains("State AGO: \"Africa\" is not a regional group"));
    assert!(lines[1].contains("State Andorra: "));
}

#[test]
fn states_are_in_order_by_their_letters_without_marks() {
    let states = built_in_states().unwrap();
    let mut codes: Vec<_> = states.iter().map(|state| state.code).collect();
    codes.sort_by_cached_key(|code| states.sort_key(*code));
    let names: Vec<String> = codes.iter().map(|code| states.name(*code)).collect();
    for neighbours in [
        ["Costa Rica", "Côte d’Ivoire", "Croatia"],
        ["Tunisia", "Türkiye", "Turkmenistan"],
    ] {
        assert!(
            names.windows(3).any(|three| three == neighbours),
            "{names:#?}"
        );
    }
}

/// The State that a name of any kind stands for.
#[track_caller]
fn check_name(name: &str, code: &str) {
    let states = built_in_states().unwrap();
    let bears = |state: &&guidepost::domain::State| {
        [&state.name]
            .into_iter()
            .chain(&state.former_names)
            .any(|each| each == name)
    };
    let found: Vec<String> = states
        .iter()
        .filter(bears)
        .map(|state| state.code.to_string())
        .collect();
    assert_eq!(found, [code], "{name}");
}

#[test]
fn a_state_is_known_by_the_names_that_people_search_for() {
    check_name("Naoero", "NRU");
    check_name("Nauru", "NRU");
    check_name("South Korea", "KOR");
    check_name("North Korea", "PRK");
    check_name("DPRK", "PRK");
    check_name("UK", "GBR");
    check_name("Great Britain", "GBR");
    check_name("UAE", "ARE");
    check_name("DR Congo", "COD");
    check_name("Congo-Brazzaville", "COG");
    check_name("Slovak Republic", "SVK");
    check_name("Kyrgyz Republic", "KGZ");
    check_name("St. Lucia", "LCA");
    check_name("Macedonia", "MKD");
    check_name("Lao People's Democratic Republic", "LAO");
}

#[test]
fn names_have_one_kind_of_apostrophe() {
    for state in built_in_states().unwrap().iter() {
        assert!(!state.name.contains('\''), "{}", state.name);
    }
}

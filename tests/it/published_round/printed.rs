//! The data against the report: lists, numbers, the table, and who is named.

use std::collections::{BTreeMap, BTreeSet};

use guidepost::domain::{RegionalGroup, Says, Side, StateCode};

use super::{code, question, round, states};

#[test]
fn there_are_193_member_states_in_five_groups() {
    let states = states();
    assert_eq!(states.iter().count(), 193);
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for state in states.iter() {
        *groups.entry(state.group.token()).or_default() += 1;
    }
    let expected = [
        ("AFR", 54),
        ("APG", 54),
        ("EEG", 23),
        ("GRULAC", 33),
        ("WEOG", 29),
    ];
    assert_eq!(groups, BTreeMap::from(expected));
}

#[test]
fn names_of_documents_lead_to_their_state() {
    let states = states();
    let find = |name: &str| {
        let mut found = states.iter().filter(|state| {
            state.name == name || state.former_names.iter().any(|former| former == name)
        });
        let state = found.next().map(|state| state.code.to_string());
        assert!(found.next().is_none(), "{name} stands for two States");
        state
    };
    for (name, expected) in [
        ("Swaziland", "SWZ"),
        ("Czech Republic", "CZE"),
        ("Turkey", "TUR"),
        ("Cape Verde", "CPV"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Burma", "MMR"),
        ("United States", "USA"),
    ] {
        assert_eq!(find(name).as_deref(), Some(expected), "{name}");
    }
    for reply in round().replies {
        assert_eq!(find(&reply.name), Some(reply.state.to_string()));
    }
}

#[test]
fn the_questionnaire_went_to_the_192_members_of_2006() {
    let states = states();
    let later: Vec<&str> = states
        .iter()
        .filter(|state| state.member_since.is_some())
        .map(|state| state.code.as_str())
        .map(|code| if code == "SSD" { "SSD" } else { "another" })
        .collect();
    assert_eq!(later, ["SSD"]);
    assert_eq!(
        usize::from(round().call.members),
        states.iter().count() - later.len()
    );
}

#[test]
fn forty_two_states_replied() {
    let round = round();
    assert_eq!(round.replies.len(), 42);
    let mut groups: BTreeMap<RegionalGroup, usize> = BTreeMap::new();
    for reply in &round.replies {
        *groups
            .entry(states().get(reply.state).unwrap().group)
            .or_default() += 1;
    }
    let counts: Vec<usize> = groups.into_values().collect();
    assert_eq!(
        counts,
        [6, 9, 12, 6, 9],
        "AFR, APG, EEG, GRULAC, WEOG of the 42"
    );
}

#[test]
fn every_list_is_as_long_as_the_report_states() {
    let round = round();
    let stated = [
        (2, 37),
        (3, 37),
        (4, 24),
        (5, 26),
        (6, 25),
        (7, 12),
        (8, 2),
        (9, 6),
        (10, 4),
        (11, 4),
        (12, 3),
        (13, 30),
        (14, 2),
        (15, 23),
        (16, 26),
        (17, 8),
        (18, 16),
        (19, 17),
        (20, 11),
        (21, 31),
        (22, 20),
        (23, 4),
        (24, 7),
        (25, 24),
        (26, 16),
        (27, 18),
        (28, 23),
        (29, 14),
        (30, 17),
        (31, 33),
        (32, 32),
        (33, 26),
        (34, 34),
        (35, 34),
        (36, 36),
        (37, 34),
        (38, 28),
        (39, 30),
        (40, 2),
        (41, 31),
        (42, 27),
        (43, 21),
        (44, 22),
        (45, 20),
        (46, 17),
        (47, 31),
        (48, 31),
        (49, 17),
        (51, 26),
        (52, 20),
        (53, 28),
        (54, 28),
        (55, 8),
        (56, 29),
    ];
    let mut notes: BTreeSet<String> = BTreeSet::new();
    for (note, number) in stated {
        let id = format!("note-{note}");
        let list = round
            .lists
            .iter()
            .find(|list| list.id.as_str() == id)
            .unwrap();
        assert_eq!(list.place.note, Some(note));
        assert_eq!(list.stated, Some(number), "{id}");
        // Note 35 breaks off after "United".
        let missing = usize::from(id == "note-35");
        assert_eq!(list.states.len() + missing, usize::from(number), "{id}");
        notes.insert(id);
    }
    let rest: Vec<(&str, Option<u16>, usize)> = round
        .lists
        .iter()
        .filter(|list| !notes.contains(list.id.as_str()))
        .map(|list| (list.id.as_str(), list.stated, list.states.len()))
        .collect();
    assert_eq!(
        rest,
        [
            ("paragraph-5-scope", Some(1), 1),
            ("paragraph-10-lead", Some(1), 1),
            ("note-31-in-part", None, 1),
            ("note-38-in-part", None, 1),
            ("note-42-in-part", None, 1),
            ("note-43-in-part", None, 1),
            ("note-50", None, 18),
            ("note-52-in-part", None, 1),
            ("note-53-in-part", None, 1),
        ]
    );
}

#[test]
fn every_exception_is_a_doubt() {
    let round = round();
    let doubts: Vec<&str> = round.doubts.iter().map(|doubt| doubt.id.as_str()).collect();
    assert_eq!(
        doubts,
        [
            "paragraph-6-no-plan",
            "note-20-level",
            "note-35-last-name",
            "note-45-access",
            "note-50-no-count",
            "note-53-canada",
            "note-51-seriousness",
            "notes-53-54-same-list",
            "paragraph-48-in-part",
            "guides-canada",
            "guides-addresses",
            "need-count",
            "offer-count",
            "all-areas-both",
        ]
    );
    let list = |id: &str| {
        round
            .lists
            .iter()
            .find(|list| list.id.as_str() == id)
            .unwrap()
    };
    assert_eq!(list("note-53").states, list("note-54").states);
    let uncertain: Vec<&str> = round
        .lists
        .iter()
        .filter(|list| matches!(list.says, Says::Cell { .. }) && list.says.certain_cell().is_none())
        .map(|list| list.id.as_str())
        .collect();
    assert_eq!(uncertain, ["note-20"]);
}

#[test]
fn thirty_two_states_name_their_lead_body() {
    let round = round();
    let lead = question("7.lead");
    let numbers: Vec<(String, usize)> = round
        .options(&lead)
        .map(|option| (option.option.to_string(), option.states.len()))
        .collect();
    let expected = [
        ("interior", 12),
        ("interior-with-others", 2),
        ("police", 6),
        ("justice", 4),
        ("several", 4),
        ("independent", 3),
        ("health-institute", 1),
    ];
    assert_eq!(
        numbers,
        expected.map(|(option, number)| (option.to_owned(), number))
    );
    let named: BTreeSet<StateCode> = round
        .options(&lead)
        .flat_map(|option| option.states)
        .copied()
        .collect();
    assert_eq!(named.len(), 32);
}

#[test]
fn the_table_of_assistance_has_the_report_s_numbers() {
    let assistance = round().assistance;
    let numbers: Vec<(String, usize, usize)> = assistance
        .rows
        .iter()
        .map(|row| {
            let count = |side| {
                let (fully, in_part) = row.side(side);
                fully.len() + in_part.len()
            };
            let (need, offer) = (count(Side::Need), count(Side::Offer));
            (row.area.to_string(), need, offer)
        })
        .collect();
    let expected = [
        ("17", 6, 3),
        ("18", 5, 1),
        ("19", 3, 4),
        ("social", 4, 6),
        ("local", 6, 3),
        ("situational", 5, 3),
        ("recidivism", 3, 1),
        ("sustainability", 7, 2),
        ("knowledge", 7, 2),
        ("planning", 5, 3),
        ("evaluation", 7, 2),
        ("organized-crime", 5, 2),
    ];
    assert_eq!(
        numbers,
        expected.map(|(area, need, offer)| (area.to_owned(), need, offer))
    );
    assert_eq!(assistance.all_areas_need.len(), 7);
    assert_eq!(assistance.all_areas_offer.len(), 2);
    let partly: Vec<_> = assistance
        .rows
        .iter()
        .filter(|row| !row.need_in_part.is_empty() || !row.offer_in_part.is_empty())
        .map(|row| {
            (
                row.area.to_string(),
                row.need_in_part.clone(),
                row.offer_in_part.clone(),
            )
        })
        .collect();
    let slovakia = vec![code("SVK")];
    assert_eq!(
        partly,
        [
            ("17".to_owned(), vec![], slovakia.clone()),
            ("18".to_owned(), slovakia, vec![]),
        ]
    );
}

#[test]
fn the_table_names_18_in_need_and_13_that_can_give() {
    let round = round();
    for (side, number) in [(Side::Need, 18), (Side::Offer, 13)] {
        let in_table = |state: StateCode| {
            round.assistance.all_areas(side).contains(&state)
                || round
                    .assistance
                    .rows
                    .iter()
                    .any(|row| row.extent(side, state).is_some())
        };
        let named = round
            .replies
            .iter()
            .filter(|reply| in_table(reply.state))
            .count();
        assert_eq!(named, number, "{side}");
    }
}

#[test]
fn guides_are_those_of_nine_states() {
    let guides = round().guides;
    let states: Vec<&str> = guides.iter().map(|guide| guide.id.as_str()).collect();
    assert_eq!(
        states,
        [
            "canada",
            "cyprus",
            "estonia",
            "hungary",
            "netherlands",
            "romania",
            "singapore",
            "slovakia",
            "united-states"
        ]
    );
    assert_eq!(
        guides
            .iter()
            .map(|guide| guide.addresses.len())
            .sum::<usize>(),
        11
    );
    assert_eq!(round().networks.len(), 12);
}

//! The round of 2007 as the proof: the samples give back what the report printed.

use std::collections::BTreeSet;

use guidepost::domain::{Amount, Extent, Says, Side};

use super::{cell, codes, collated, samples, strings};
use crate::support::{json, library, word};

#[test]
fn the_samples_give_back_every_list_of_notes_2_to_56() {
    let folder = samples();
    let printed = json(&["collate", word(&folder.path().join("in")), "--json"]);
    assert_eq!(printed["trial"], true);
    assert_eq!(printed["invited"], 192);
    assert_eq!(printed["counted"].as_array().unwrap().len(), 42);
    assert_eq!(printed["waiting"].as_array().unwrap().len(), 0);
    let round = &library().round;
    let mut checked = Vec::new();
    for list in &round.lists {
        let place = format!(
            "{}, paragraph {}, note {:?}",
            list.id, list.place.paragraph, list.place.note
        );
        let mut expected = list.states.clone();
        let given: Vec<&str> = match &list.says {
            Says::Cell { levels, standings } => {
                let ([level], [standing]) = (levels.as_slice(), standings.as_slice()) else {
                    println!(
                        "{place}: cannot come back, since the report leaves open which level or answer it means"
                    );
                    continue;
                };
                let out = round.doubts.iter().flat_map(|doubt| &doubt.withdraws);
                for gone in out.filter(|gone| gone.list == list.id) {
                    expected.retain(|state| *state != gone.state);
                }
                let settled = round.doubts.iter().flat_map(|doubt| &doubt.settles);
                let settled = settled.filter(|cell| {
                    cell.question == list.question
                        && cell.level == *level
                        && cell.standing == *standing
                });
                expected.extend(settled.map(|cell| cell.state));
                cell(
                    &printed,
                    list.question.as_str(),
                    level.token(),
                    standing.token(),
                )
            }
            Says::Option(option) => {
                let choices = printed["choices"].as_array().unwrap();
                let choice = choices
                    .iter()
                    .find(|each| each["id"] == list.question.as_str());
                let options = choice.unwrap()["options"].as_array().unwrap();
                let found = options
                    .iter()
                    .find(|each| each["option"] == option.as_str());
                strings(&found.unwrap()["states"])
            }
        };
        assert_eq!(given, codes(&expected), "{place}");
        checked.extend(list.place.note);
    }
    let missing: Vec<u8> = (2..=56).filter(|note| !checked.contains(note)).collect();
    assert_eq!(missing, [20], "notes that give no list of their own");
    for count in &round.counts {
        println!(
            "{}, paragraph {}: cannot come back, {:?} without names",
            count.id, count.place.paragraph, count.amount
        );
    }
    for doubt in &round.doubts {
        println!(
            "{}, paragraph {}: {}",
            doubt.id, doubt.place.paragraph, doubt.decision
        );
    }
}

/// The notes that the design decides on, in full.
#[test]
fn notes_20_35_and_53_are_as_the_design_decides() {
    let folder = samples();
    let printed = json(&["collate", word(&folder.path().join("in")), "--json"]);
    let states = |id, level, standing| cell(&printed, id, level, standing);
    assert_eq!(states("17.b", "regional", "in_part"), ["DEU"]);
    assert!(!states("17.b", "local", "in_part").contains(&"DEU"));
    let yes = states("6.a", "national", "yes");
    assert_eq!(yes.len(), 33);
    assert!(!yes.contains(&"ARE") && !yes.contains(&"USA"));
    assert_eq!(states("23.d.unintended", "national", "yes").len(), 27);
    assert_eq!(states("23.d.unintended", "national", "in_part"), ["CAN"]);
}

#[test]
fn the_table_of_assistance_comes_back() {
    let folder = samples();
    let collation = collated(&folder.path().join("in"), None);
    let round = &library().round.assistance;
    for row in &round.rows {
        let area = collation
            .tally
            .assistance
            .iter()
            .find(|each| each.area == row.area)
            .unwrap();
        for reply in &library().round.replies {
            let of = reply.state;
            let marked = |side| round.all_areas(side).contains(&of);
            let need = row.extent(Side::Need, of);
            let is_needed = need == Some(Extent::Yes) || need.is_none() && marked(Side::Need);
            assert_eq!(area.need.contains(&of), is_needed, "{of} {}", row.area);
            let offer = row.extent(Side::Offer, of);
            let is_offered = offer == Some(Extent::Yes) || offer.is_none() && marked(Side::Offer);
            assert_eq!(area.offer.contains(&of), is_offered, "{of} {}", row.area);
        }
    }
}

/// What the report states and the replies cannot give back, since it does not name the States: a
/// list that a figure falls out of is a list that somebody has to explain.
const WITHOUT_NAMES: &[&str] = &[
    "note-20: 11",
    "note-35: 34",
    "note-53: 28",
    "paragraph-6-plan: most",
    "paragraph-16-in-part: 10",
    "paragraph-17-police: most",
    "paragraph-19-approaches: most",
    "paragraph-26-protective: 35",
    "paragraph-26-exclusion: 34",
    "paragraph-26-conflict: 33",
    "paragraph-26-education: 37",
    "paragraph-26-media: 37",
    "paragraph-39-generation: 35",
    "paragraph-39-sharing: 32",
    "paragraph-39-application: 30",
    "paragraph-42-analysis: 31",
    "paragraph-42-adaptation: 29",
    "paragraph-42-implementation: 30",
    "paragraph-42-entities: 32",
    "paragraph-42-evaluation: 32",
    "paragraph-45-evaluation: majority",
    "paragraph-48-in-part: 1",
    "paragraph-50-tenders: 27",
    "paragraph-50-groups: 32",
    "paragraph-54-networks: most",
    "paragraph-56-need: 24",
    "paragraph-56-offer: 19",
];

#[test]
fn what_cannot_come_back_is_what_the_round_marks_so() {
    let folder = samples();
    let printed = json(&["collate", word(&folder.path().join("in")), "--json"]);
    let given = |id: &str, says: &Says| match says {
        Says::Cell { levels, standings } => {
            let sets = levels.iter().flat_map(|level| {
                let standings = standings.iter();
                standings.flat_map(|standing| cell(&printed, id, level.token(), standing.token()))
            });
            sets.collect::<BTreeSet<&str>>().len()
        }
        Says::Option(option) => {
            let choices = printed["choices"].as_array().unwrap();
            let choice = choices.iter().find(|each| each["id"] == id).unwrap();
            let options = choice["options"].as_array().unwrap();
            let found = options
                .iter()
                .find(|each| each["option"] == option.as_str());
            strings(&found.unwrap()["states"]).len()
        }
    };
    let round = &library().round;
    let mut missing = Vec::new();
    for list in &round.lists {
        let given = given(list.question.as_str(), &list.says);
        if list
            .stated
            .is_some_and(|stated| usize::from(stated) != given)
        {
            let stated = list.stated.unwrap();
            println!("{}: {stated} in the report, {given} by name", list.id);
            missing.push((list.id.to_string(), stated.to_string()));
            let doubts = &mut round.doubts.iter().flat_map(|doubt| &doubt.about);
            assert!(
                doubts.any(|about| about.question == list.question),
                "{}",
                list.id
            );
        }
    }
    for count in &round.counts {
        let given = given(count.question.as_str(), &count.says);
        let stated = match count.amount {
            Amount::Number(number) => {
                assert_ne!(usize::from(number), given, "{} does come back", count.id);
                number.to_string()
            }
            Amount::Most => "most".to_owned(),
            Amount::Majority => "majority".to_owned(),
        };
        println!("{}: {stated} in the report, {given} by name", count.id);
        missing.push((count.id.to_string(), stated));
    }
    let missing: Vec<String> = missing
        .iter()
        .map(|(id, stated)| format!("{id}: {stated}"))
        .collect();
    assert_eq!(missing, WITHOUT_NAMES);
}

/// 42 of the 192 members of 2006, by the groups of `guidelines/states.ron`.
#[test]
fn the_response_by_regional_group_follows_from_the_list_of_replies() {
    let folder = samples();
    let printed = json(&["collate", word(&folder.path().join("in")), "--json"]);
    let groups: Vec<(&str, u64, String)> = printed["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| {
            let name = group["group"].as_str().unwrap();
            let replied = strings(&group["replied"]).join(" ");
            (name, group["invited"].as_u64().unwrap(), replied)
        })
        .collect();
    let mut of_group: Vec<(&str, u64, String)> = Vec::new();
    for (name, invited) in [
        ("AFR", 53),
        ("APG", 54),
        ("EEG", 23),
        ("GRULAC", 33),
        ("WEOG", 29),
    ] {
        let replies = library().round.replies.iter().map(|reply| reply.state);
        let own = replies.filter(|code| library().states.get(*code).unwrap().group.token() == name);
        of_group.push((name, invited, codes(&own.collect::<Vec<_>>()).join(" ")));
    }
    assert_eq!(groups, of_group);
    let counts: Vec<usize> = groups
        .iter()
        .map(|(.., replied)| replied.split(' ').count())
        .collect();
    assert_eq!(counts, [6, 9, 12, 6, 9]);
    let text = crate::support::done(&["collate", word(&folder.path().join("in"))]);
    assert!(
        text.contains("EEG      12 of  23 invited replied\n"),
        "{text}"
    );
}

/// Each table, cut to a group, holds the States of that group and no other; the groups together
/// hold everything.
#[test]
fn the_tables_of_the_groups_make_up_the_whole() {
    let folder = samples();
    let whole = collated(&folder.path().join("in"), None).tally;
    let states = &library().states;
    let parts: Vec<_> = guidepost::domain::RegionalGroup::ALL
        .into_iter()
        .map(|group| (states.of_group(group), whole.only(&states.of_group(group))))
        .collect();
    assert_eq!(whole.only(&whole.counted), whole);
    for (group, part) in &parts {
        assert!(part.counted.is_subset(group));
        for (place, cell) in part.cells.iter().enumerate() {
            assert!(cell.not_answered.is_subset(group));
            for (standing, said) in &whole.cells[place].said {
                let kept: BTreeSet<_> = cell.states(*standing).collect();
                assert_eq!(kept, said & group);
            }
        }
        for ((_, options), (_, all)) in part.choices.iter().zip(&whole.choices) {
            for ((_, kept), (_, all)) in options.iter().zip(all) {
                assert_eq!(*kept, all & group);
            }
        }
        for ((_, kept), (_, all)) in part.lists.iter().zip(&whole.lists) {
            let states: BTreeSet<_> = all.keys().copied().collect();
            assert_eq!(
                kept.keys().copied().collect::<BTreeSet<_>>(),
                &states & group
            );
        }
        for (kept, all) in part.assistance.iter().zip(&whole.assistance) {
            assert_eq!(kept.need, &all.need & group);
            assert_eq!(kept.offer, &all.offer & group);
            assert_eq!(kept.all_areas_need, &all.all_areas_need & group);
        }
    }
    let counted: usize = parts.iter().map(|(_, part)| part.counted.len()).sum();
    assert_eq!(counted, 42);
}

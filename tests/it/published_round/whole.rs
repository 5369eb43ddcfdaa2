//! Whether the published round is whole in itself: its entries fit each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use guidepost::domain::{
    EntryId, Level, PublishedRound, QuestionId, Says, Side, Standing, StateCode, StateList, States,
    TextField,
};

use super::{code, round, states};

fn faults_of(round: &PublishedRound, states: &States) -> Vec<String> {
    let mut check = Check {
        round,
        faults: Vec::new(),
    };
    check.ids();
    check.replies(states);
    check.lists();
    check.doubts();
    check.examples();
    check.named_states();
    check.assistance();
    check.contradictions();
    check.faults
}

struct Check<'a> {
    round: &'a PublishedRound,
    faults: Vec<String>,
}

impl Check<'_> {
    fn fault(&mut self, element: impl Display, message: impl Display) {
        self.faults.push(format!("{element}: {message}"));
    }

    /// Each id stands once among the entries of its kind.
    fn ids(&mut self) {
        let round = self.round;
        let areas: Vec<String> = round
            .assistance
            .rows
            .iter()
            .map(|row| row.area.to_string())
            .collect();
        self.double_ids("list", round.lists.iter().map(|entry| entry.id.as_str()));
        self.double_ids("count", round.counts.iter().map(|entry| entry.id.as_str()));
        self.double_ids("doubt", round.doubts.iter().map(|entry| entry.id.as_str()));
        self.double_ids(
            "example",
            round.examples.iter().map(|entry| entry.id.as_str()),
        );
        self.double_ids(
            "observation",
            round.observations.iter().map(|entry| entry.id.as_str()),
        );
        self.double_ids("guide", round.guides.iter().map(|entry| entry.id.as_str()));
        self.double_ids(
            "network",
            round.networks.iter().map(|entry| entry.id.as_str()),
        );
        self.double_ids(
            "obstacle",
            round.obstacles.iter().map(|entry| entry.id.as_str()),
        );
        self.double_ids("area", areas.iter().map(String::as_str));
        self.double_ids(
            "remark",
            round
                .assistance
                .remarks
                .iter()
                .map(|entry| entry.id.as_str()),
        );
    }

    fn double_ids<'b>(&mut self, what: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.fault(
                    format!("{what} {id}"),
                    "stands more than once; each id stands once",
                );
            }
        }
    }

    /// The States that replied are members, each once.
    fn replies(&mut self, states: &States) {
        let round = self.round;
        let mut seen = BTreeSet::new();
        for reply in &round.replies {
            let element = format!("reply {}", reply.state);
            if states.get(reply.state).is_none() {
                self.fault(element.clone(), "is not a Member State");
            }
            if !seen.insert(reply.state) {
                self.fault(element, "stands more than once");
            }
        }
    }

    fn lists(&mut self) {
        let round = self.round;
        for list in &round.lists {
            let element = format!("list {}", list.id);
            if has_double(&list.states) {
                self.fault(element.clone(), "names a State twice");
            }
            if list
                .stated
                .is_some_and(|stated| usize::from(stated) < list.states.len())
            {
                self.fault(element.clone(), "names more States than the report states");
            }
            self.says(&element, &list.says);
        }
        for count in &round.counts {
            self.says(&format!("count {}", count.id), &count.says);
        }
    }

    fn says(&mut self, element: &str, says: &Says) {
        if let Says::Cell { levels, standings } = says {
            if levels.is_empty() || standings.is_empty() {
                self.fault(element.to_owned(), "lacks a level or a standing");
            }
            if has_double(levels) || has_double(standings) {
                self.fault(element.to_owned(), "names a level or a standing twice");
            }
        }
    }

    /// What a doubt takes out of a list stands there.
    fn doubts(&mut self) {
        let round = self.round;
        for doubt in &round.doubts {
            for out in &doubt.withdraws {
                let list = round.lists.iter().find(|list| list.id == out.list);
                let problem = match list {
                    None => format!("withdraws from list {}, which does not exist", out.list),
                    Some(list) if !list.states.contains(&out.state) => {
                        format!(
                            "withdraws {} from list {}, which lacks it",
                            out.state, out.list
                        )
                    }
                    Some(_) => continue,
                };
                self.fault(format!("doubt {}", doubt.id), problem);
            }
        }
    }

    /// A State has one text in a field, and none in a field that is never sent.
    fn examples(&mut self) {
        let round = self.round;
        let mut seen = BTreeSet::new();
        for example in &round.examples {
            if example.field.is_internal() {
                let problem = format!("field {} is never sent", example.field);
                self.fault(format!("example {}", example.id), problem);
            }
            if !seen.insert((example.state, &example.question, example.field)) {
                let problem = format!("is a second text of {} in this field", example.state);
                self.fault(format!("example {}", example.id), problem);
            }
        }
    }

    /// Whoever is named anywhere has replied.
    fn named_states(&mut self) {
        let round = self.round;
        let mut named: Vec<(String, &[StateCode])> = Vec::new();
        let one = std::slice::from_ref::<StateCode>;
        named.extend(
            round
                .lists
                .iter()
                .map(|l| (format!("list {}", l.id), l.states.as_slice())),
        );
        for doubt in &round.doubts {
            let element = format!("doubt {}", doubt.id);
            named.push((element.clone(), &doubt.states));
            named.extend(
                doubt
                    .settles
                    .iter()
                    .map(|settled| (element.clone(), one(&settled.state))),
            );
        }
        named.extend(
            round
                .examples
                .iter()
                .map(|e| (format!("example {}", e.id), one(&e.state))),
        );
        named.extend(
            round
                .guides
                .iter()
                .map(|g| (format!("guide {}", g.id), one(&g.state))),
        );
        for side in Side::ALL {
            named.push(("assistance".to_owned(), round.assistance.all_areas(side)));
            for row in &round.assistance.rows {
                let (fully, in_part) = row.side(side);
                named.extend([fully, in_part].map(|states| (format!("area {}", row.area), states)));
            }
        }
        let remarks = &round.assistance.remarks;
        named.extend(
            remarks
                .iter()
                .map(|r| (format!("remark {}", r.id), one(&r.state))),
        );
        let replied: BTreeSet<StateCode> = round.replies.iter().map(|reply| reply.state).collect();
        for (element, states) in named {
            for state in states.iter().filter(|state| !replied.contains(state)) {
                self.fault(
                    element.clone(),
                    format!("names {state}, which did not reply"),
                );
            }
        }
    }

    /// No State stands twice on one side of a row; what a remark refers to is there.
    fn assistance(&mut self) {
        let round = self.round;
        for side in Side::ALL {
            if has_double(round.assistance.all_areas(side)) {
                self.fault(
                    "assistance".to_owned(),
                    format!("{side}: names a State twice"),
                );
            }
            for row in &round.assistance.rows {
                let (fully, in_part) = row.side(side);
                if has_double(&[fully, in_part].concat()) {
                    self.fault(
                        format!("area {}", row.area),
                        format!("{side}: a State twice"),
                    );
                }
            }
        }
        for remark in &round.assistance.remarks {
            let example = round
                .examples
                .iter()
                .find(|example| example.id == remark.example);
            let question = round.assistance.question_of(remark.side);
            if example.is_none_or(|it| it.state != remark.state || it.question != *question) {
                let problem = format!(
                    "example {} is not there, or is not of {} on question {question}",
                    remark.example, remark.state
                );
                self.fault(format!("remark {}", remark.id), problem);
            }
        }
    }

    /// No State has two standings in one cell, once the doubts are decided.
    fn contradictions(&mut self) {
        let round = self.round;
        let mut cells: BTreeMap<(StateCode, QuestionId, Level), Standing> = BTreeMap::new();
        for reply in round
            .replies
            .iter()
            .filter_map(|reply| round.reply(reply.state))
        {
            for cell in reply.cells {
                let key = (reply.state, cell.question.clone(), cell.level);
                if cells
                    .insert(key, cell.standing)
                    .is_some_and(|other| other != cell.standing)
                {
                    let problem = format!("{} has two standings at this level", reply.state);
                    self.fault(
                        format!("question {}, {}", cell.question, cell.level),
                        problem,
                    );
                }
            }
        }
    }
}

fn has_double<T: Ord>(values: &[T]) -> bool {
    values.iter().collect::<BTreeSet<_>>().len() < values.len()
}

#[test]
fn the_round_is_whole() {
    assert_eq!(faults_of(&round(), &states()), [""; 0]);
}

/// Changes the round, and compares what then does not fit together.
#[track_caller]
fn check(change: impl FnOnce(&mut PublishedRound), expected: &[&str]) {
    let mut round = round();
    change(&mut round);
    assert_eq!(faults_of(&round, &states()), expected);
}

fn entry(id: &str) -> EntryId {
    EntryId::parse(id).unwrap()
}

#[test]
fn a_second_entry_of_one_id_is_found() {
    check(
        |round| round.networks.push(round.networks[0].clone()),
        &["network interpol: stands more than once; each id stands once"],
    );
}

#[test]
fn a_list_that_names_more_states_than_the_report_states_is_found() {
    check(
        |round| list(round, "note-4").stated = Some(23),
        &["list note-4: names more States than the report states"],
    );
}

#[test]
fn a_state_that_did_not_reply_is_found() {
    check(
        |round| list(round, "note-8").states[1] = code("FRA"),
        &["list note-8: names FRA, which did not reply"],
    );
}

#[test]
fn a_state_that_is_no_member_is_found() {
    check(
        |round| {
            let colombia = round
                .replies
                .iter_mut()
                .find(|reply| reply.state == code("COL"));
            colombia.unwrap().state = code("XKX");
        },
        &["reply XKX: is not a Member State"],
    );
}

#[test]
fn a_doubt_that_takes_out_what_is_not_there_is_found() {
    check(
        |round| {
            for out in round
                .doubts
                .iter_mut()
                .flat_map(|doubt| &mut doubt.withdraws)
            {
                if out.list == entry("note-53") {
                    out.state = code("COL");
                }
            }
        },
        &[
            "doubt note-53-canada: withdraws COL from list note-53, which lacks it",
            "question 23.d.unintended, national: CAN has two standings at this level",
        ],
    );
}

#[test]
fn a_text_that_is_never_sent_is_found() {
    check(
        |round| round.examples[0].field = TextField::Remark,
        &["example portugal-scope: field remark is never sent"],
    );
}

fn list<'a>(round: &'a mut PublishedRound, id: &str) -> &'a mut StateList {
    let mut lists = round.lists.iter_mut();
    lists.find(|list| list.id == entry(id)).unwrap()
}

//! Lists: the text and the annex say the same.

use guidepost::domain::{ItemId, KindId, ListItem, Round, Submission, SubmittedAnswer};
use uuid::Uuid;

use super::{line_of, lines, reply, report, rows_of};
use crate::support::question;

/// The reply of a State that names a partner of each of these kinds; `None` tells none.
fn naming(of: &str, kinds: &[Option<&str>]) -> Submission {
    let items = kinds.iter().zip(1..).map(|(kind, number)| {
        let item = ListItem {
            name: "A partner".to_owned(),
            kind: kind.map(|kind| KindId::parse(kind).unwrap()),
            ..ListItem::default()
        };
        (ItemId(Uuid::from_u128(number)), item)
    });
    let answer = SubmittedAnswer {
        revision: 1,
        items: items.collect(),
        ..SubmittedAnswer::default()
    };
    let mut reply = reply(of, "17", &[]);
    reply.answers.insert(question("9.partners"), answer);
    reply
}

/// The kinds that text and annex name, with their counts. The annex has those that nobody names too.
#[track_caller]
fn check(replies: &[Submission], expected: &[(&str, usize)]) {
    let report = report(replies, &Round::default());
    let lines = lines(&report.document);
    let naming = match replies.len() {
        1 => "Partners in crime prevention. The one reply names partners in crime prevention:",
        2 => "Partners in crime prevention. Both replies name partners in crime prevention:",
        _ => "Partners in crime prevention. 2 of the 3 replies name partners in crime prevention:",
    };
    line_of(&lines, naming);
    let in_text = lines.iter().filter_map(|line| {
        let (kind, count) = line.split('[').next()?.split_once(" – ")?;
        Some((kind, count.split_once(" repl")?.0.parse().ok()?))
    });
    assert_eq!(in_text.collect::<Vec<(&str, usize)>>(), expected);
    let rows = rows_of(&report.document, |table| table.name == "Lists");
    assert_eq!(rows[0].len(), 1, "{rows:?}");
    let in_annex = rows[1..].iter();
    let in_annex = in_annex.map(|row| (row[0].as_str(), row[1].parse().unwrap()));
    let in_annex: Vec<(&str, usize)> = in_annex.filter(|(_, count)| 0 < *count).collect();
    assert_eq!(in_annex, expected);
}

#[test]
fn every_kind_that_is_named_stands_in_text_and_annex_alike() {
    check(&[naming("ALB", &[None])], &[("Kind not told", 1)]);
    check(
        &[
            naming("ALB", &[Some("media"), Some("media"), None]),
            naming("BEL", &[Some("media"), Some("no-such-kind")]),
        ],
        &[("Media", 2), ("no-such-kind", 1), ("Kind not told", 1)],
    );
    check(
        &[
            naming("ALB", &[Some("media")]),
            naming("BEL", &[Some("media")]),
            naming("CHL", &[]),
        ],
        &[("Media", 2)],
    );
}

//! The table of technical assistance: who needs what, who can offer it, and how far.

use guidepost::domain::{
    AreaId, Assistance, AssistanceRow, AssistanceSide, Extent, Round, Submission, SubmittedAnswer,
};
use guidepost::report::Document;
use uuid::Uuid;

use super::{line_of, lines, reply, report, rows_of};
use crate::support::{question, state};

/// The rows of the table, each with its three cells.
pub fn rows(document: &Document) -> Vec<Vec<String>> {
    let caption = "Technical assistance in crime prevention";
    rows_of(document, |table| table.caption == caption)
}

/// What a reply marks on the side of needs: over all areas, and by itself in some.
type Marks<'a> = (Option<Extent>, &'a [(&'a str, Extent)]);

/// The reply of France with these needs.
fn needing((over_all, by_itself): Marks<'_>) -> Submission {
    let row = |extent| AssistanceRow {
        need: AssistanceSide {
            extent,
            ..AssistanceSide::default()
        },
        ..AssistanceRow::default()
    };
    let rows = by_itself.iter();
    let rows = rows.map(|(area, extent)| (AreaId::parse(area).unwrap(), row(Some(*extent))));
    let answer = SubmittedAnswer {
        revision: 1,
        assistance: Assistance {
            all_areas: row(over_all),
            rows: rows.collect(),
        },
        ..SubmittedAnswer::default()
    };
    let mut reply = reply("FRA", "17", &[]);
    reply.answers.insert(question("29"), answer);
    reply
}

/// What the table says of needs over all areas, in government structures, and in skills.
#[track_caller]
fn check(marks: Marks<'_>, expected: [&str; 3]) {
    let report = report(&[needing(marks)], &Round::default());
    let rows = rows(&report.document);
    let places = ["All areas", "Government structures", "Skills for"];
    let found = places.map(|place| {
        let row = rows.iter().find(|row| row[0].starts_with(place));
        row.unwrap()[1].clone()
    });
    assert_eq!(found, expected, "{marks:?}");
}

#[test]
fn how_many_mark_a_need_is_said_with_the_base() {
    let none: Marks<'_> = (Some(Extent::No), &[]);
    let some: Marks<'_> = (None, &[("17", Extent::Yes)]);
    let check = |marks: &[Marks<'_>], expected: &str| {
        let replies = marks.iter().zip(["FRA", "GAB", "HTI"]).map(|(marks, of)| {
            let mut reply = needing(*marks);
            reply.profile.state = state(of);
            reply.identity = Uuid::from_u128(of.bytes().map(u128::from).sum());
            reply
        });
        let replies: Vec<Submission> = replies.collect();
        let lines = lines(&report(&replies, &Round::default()).document);
        let found = line_of(&lines, "Technical assistance needed and offered. ");
        assert!(found.contains(expected), "{found}");
    };
    check(
        &[some, none, some],
        " 2 of the 3 replies mark a need for assistance in at least one area, and none of the 3 \
         replies marks an offer. ",
    );
    check(
        &[some],
        " The one reply marks a need for assistance in at least one area, and no reply marks an \
         offer. ",
    );
}

#[test]
fn a_need_over_all_areas_is_told_with_its_extent_and_where_it_differs() {
    use Extent::{InPart, No, Yes};
    check((Some(Yes), &[]), ["France", "", ""]);
    check((Some(InPart), &[]), ["France (in part)", "", ""]);
    check(
        (Some(Yes), &[("17", InPart)]),
        [
            "France (in part for: Government structures for prevention)",
            "",
            "",
        ],
    );
    check(
        (Some(Yes), &[("17", No), ("18", InPart)]),
        [
            "France (in part for: Skills for crime prevention; but for: Government structures for \
             prevention)",
            "",
            "",
        ],
    );
    check(
        (Some(InPart), &[("17", Yes), ("18", Yes), ("19", No)]),
        [
            "France (in part; in full for: Government structures for prevention and Skills for \
             crime prevention; but for: Support for partnerships)",
            "",
            "",
        ],
    );
    check(
        (None, &[("17", InPart), ("18", Yes)]),
        ["", "France (in part)", "France"],
    );
}

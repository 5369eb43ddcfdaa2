//! What is said of the closing date: no more than was checked.

use guidepost::domain::{Level, Round, Standing};
use guidepost::format::write_submission;
use jiff::civil::Date;

use super::{lines, reply, report};

/// A round that closed on 15 June 2030, with these States' replies; of each the day in June on which
/// it came, where that is noted.
#[track_caller]
fn check(came: &[(&str, Option<i8>)], expected: &[&str]) {
    let day = |day| Date::new(2030, 6, day).unwrap();
    let cells = [(Level::National, Standing::Yes)];
    let replies: Vec<_> = came.iter().map(|(of, _)| reply(of, "17", &cells)).collect();
    let received = replies.iter().zip(came).filter_map(|(reply, (_, came))| {
        let (_, seal) = write_submission(reply).unwrap();
        Some((seal.hex(), day((*came)?)))
    });
    let round = Round {
        call: "2030".to_owned(),
        closing: Some(day(15)),
        received: received.collect(),
        ..Round::default()
    };
    let lines = lines(&report(&replies, &round).document);
    let said = lines.iter().filter(|line| {
        line.contains("15 June 2030") || line.contains("closing date") || line.contains("came by")
    });
    assert_eq!(said.collect::<Vec<_>>(), expected, "{came:?}");
}

#[test]
fn that_replies_came_in_time_is_said_only_where_it_is_known() {
    let rest_on_two = "The figures rest on 2 replies, one for each State.";
    check(
        &[("ALB", Some(1)), ("BEL", Some(15))],
        &[&format!(
            "{rest_on_two} Replies that came by 15 June 2030 count."
        )],
    );
    check(
        &[("ALB", Some(1)), ("BEL", Some(15)), ("CHL", Some(16))],
        &[&format!(
            "{rest_on_two} Replies that came by 15 June 2030 count."
        )],
    );
    check(
        &[("ALB", Some(1)), ("BEL", None)],
        &[
            &format!("{rest_on_two} The closing date is 15 June 2030."),
            "Of 1 reply in the figures it is not noted when it came: it may have come after the \
             closing date.",
        ],
    );
    check(
        &[],
        &["No reply is counted yet, so there are no figures. The closing date is 15 June 2030."],
    );
}

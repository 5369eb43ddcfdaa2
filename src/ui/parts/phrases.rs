//! Days, characters and the reading of files in words.

use jiff::civil::Date;

use crate::app::round::{ReadingProgress, Unread};
use crate::ui::view::View;

/// Last time, with the call and the day, as far as they are known.
pub fn last_time_words(view: &View<'_>, call: &str, date: Option<Date>) -> String {
    let date = date.map(|date| view.words.day(date));
    match (call, date) {
        ("", None) => view.say("aside-last-time"),
        ("", Some(when)) => view.say_with("aside-last-time-when", &[("when", when.into())]),
        (call, None) => view.say_with("aside-last-time-call", &[("call", call.into())]),
        (call, Some(when)) => view.say_with(
            "aside-last-time-call-when",
            &[("call", call.into()), ("when", when.into())],
        ),
    }
}

/// How many days are left until a reply is due, in words.
pub fn days_left(view: &View<'_>, due: Date) -> String {
    let days = view
        .app
        .today()
        .until(due)
        .map_or(0, |span| span.get_days());
    let key = if days < 0 {
        "frame-days-late"
    } else {
        "frame-days-left"
    };
    view.say_with(key, &[("days", days.unsigned_abs().into())])
}

/// How far the reading is.
pub fn reading_words(view: &View<'_>, ReadingProgress { done, all }: ReadingProgress) -> String {
    let values = [("done", done.into()), ("all", all.into())];
    view.say_with("round-reading", &values)
}

/// That only a part of the files was read, and why.
pub fn unread_words(view: &View<'_>, unread: &Unread) -> String {
    match unread {
        Unread::Stopped(ReadingProgress { done, all }) => {
            let values = [("done", (*done).into()), ("all", (*all).into())];
            view.say_with("round-stopped", &values)
        }
        Unread::Absent(path) => {
            let path = path.display().to_string();
            view.say_with("round-absent", &[("path", path.into())])
        }
    }
}

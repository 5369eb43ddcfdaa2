//! How far the files of a round are read, in words: the same beside the round and its report.

use crate::app::round::{ReadingProgress, Unread};
use crate::ui::view::View;

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

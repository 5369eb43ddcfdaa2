//! Where the replies of a round stand: as the round's file writes it, and as the disk knows it.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

/// The end of the name of a round's file.
pub const ROUND_ENDING: &str = ".round.ron";

/// What the folder of the round's file itself is called in it.
const HERE: &str = ".";

/// The name of a new round's file: `replies-2030.round.ron`.
pub fn suggested_round_name(call: &str) -> String {
    let plain = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_' | '.');
    let call: String = call.chars().filter(|sign| plain(*sign)).collect();
    let call = call.trim_matches('.');
    if call.is_empty() {
        format!("replies{ROUND_ENDING}")
    } else {
        format!("replies-{call}{ROUND_ENDING}")
    }
}

/// The path with the ending of a round's file, which is added where it is missing.
pub(super) fn with_ending(path: &Path) -> PathBuf {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    if name.is_empty() || name.to_ascii_lowercase().ends_with(ROUND_ENDING) {
        return path.to_owned();
    }
    let stem = name.strip_suffix(".round").or(name.strip_suffix(".ron"));
    path.with_file_name(format!("{}{ROUND_ENDING}", stem.unwrap_or(name)))
}

/// A file or folder as the round's file at `round` writes it; `None` where its name is no text.
pub(super) fn written(source: &Path, round: Option<&Path>) -> Option<String> {
    let folder = round.and_then(Path::parent);
    let below = folder.and_then(|folder| source.strip_prefix(folder).ok());
    let Some(below) = below else {
        return source.to_str().map(str::to_owned);
    };
    let parts = below.components().map(|part| match part {
        Component::Normal(part) => part.to_str(),
        _ => None,
    });
    let parts: Vec<&str> = parts.collect::<Option<_>>()?;
    if parts.is_empty() {
        return Some(HERE.to_owned());
    }
    Some(parts.join("/"))
}

/// The path of what the round's file at `round` writes so.
pub(super) fn path_of(written: &str, round: Option<&Path>) -> PathBuf {
    let folder = round.and_then(Path::parent).unwrap_or(Path::new(""));
    if written == HERE {
        return folder.to_owned();
    }
    folder.join(written)
}

/// Whether a file came from this source: it is the source itself, or stands in it, however deep.
pub(super) fn leads_to(source: &Path, file: &Path) -> bool {
    file.starts_with(source)
}

/// Whether a file is the round's own, or what stands beside it while it is open.
pub fn is_own(file: &Path, round: &Path) -> bool {
    let folder = |path: &Path| {
        std::path::absolute(path)
            .map(|path| path.parent().map(Path::to_owned))
            .ok()
    };
    let name = |path: &Path| path.file_name().and_then(OsStr::to_str).map(str::to_owned);
    let (Some(own), Some(name)) = (name(round), name(file)) else {
        return false;
    };
    let is_beside = name
        .trim_start_matches('.')
        .strip_prefix(&own)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    is_beside && folder(file) == folder(round)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_below_the_rounds_file_is_written_from_there() {
        let round = Path::new("/office/2030/all.round.ron");
        let cases = [
            ("/office/2030/in", "in"),
            (
                "/office/2030/in/KEN.submission.ron",
                "in/KEN.submission.ron",
            ),
            ("/office/2030", "."),
            ("/office/2029/in", "/office/2029/in"),
            ("/elsewhere", "/elsewhere"),
        ];
        for (path, text) in cases {
            let path = Path::new(path);
            assert_eq!(written(path, Some(round)).as_deref(), Some(text));
            assert_eq!(path_of(text, Some(round)), path);
            assert_eq!(written(path, None).as_deref(), path.to_str());
        }
    }

    #[test]
    fn a_rounds_file_is_named_as_one() {
        for (name, named) in [
            ("all", "all.round.ron"),
            ("all.ron", "all.round.ron"),
            ("all.round", "all.round.ron"),
            ("all.round.ron", "all.round.ron"),
            ("All.Round.RON", "All.Round.RON"),
            ("2030.06", "2030.06.round.ron"),
        ] {
            assert_eq!(with_ending(Path::new(name)), Path::new(named));
        }
        assert_eq!(suggested_round_name("2030/a"), "replies-2030a.round.ron");
        assert_eq!(suggested_round_name(".."), "replies.round.ron");
    }

    #[test]
    fn the_rounds_own_files_are_no_replies() {
        let round = Path::new("/in/a.round.ron");
        for (file, own) in [
            ("/in/a.round.ron", true),
            ("/in/a.round.ron.lock", true),
            ("/in/.a.round.ron.x1y2z3.saving", true),
            ("/in/aa.round.ron", false),
            ("/other/a.round.ron", false),
            ("/in/KEN.submission.ron", false),
        ] {
            assert_eq!(is_own(Path::new(file), round), own, "{file}");
        }
    }
}

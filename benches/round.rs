//! How long a round takes, and how much room: replies of 40 KB collated, beside the same bytes only
//! read and opened with as many threads.
//!
//! A plain program, since room has to be measured in a process of its own:
//!
//! * `cargo bench --bench round` prints the table for 100, 1,000 and 10,000 replies;
//! * `cargo bench --bench round -- --write-replies DIR` writes 193 full replies of 2.8 MB each, to
//!   look at the window with; `--write-short-replies` those of 40 KB.

mod replies;

use std::env::{args, current_exe};
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::io::{Write as _, stdout};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use guidepost::app::Library;
use guidepost::app::round::{Collation, all_cores, collate, files};
use guidepost::domain::ListItem;
use guidepost::format::read_submission;

use crate::replies::{FULL, SHORT, write_replies};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How often each is measured; the quickest counts.
const TIMES: usize = 5;

fn main() -> Result<()> {
    let words: Vec<String> = args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--write-replies", folder] => write_replies(Path::new(folder), 193, FULL, 4),
        ["--write-short-replies", folder] => write_replies(Path::new(folder), 193, SHORT, 4),
        ["--measure", what, folder] => measure(what, Path::new(folder)),
        _ => table(),
    }
}

/// The table of how time and room grow.
fn table() -> Result<()> {
    let mut out = stdout();
    writeln!(
        out,
        "{} threads; times are the quickest of {TIMES}, by the clock and of all processors; room is \
         the highest above a process that has read four replies",
        all_cores()
    )?;
    writeln!(
        out,
        "{:>8} {:>5} {:>14} {:>14} {:>11} {:>9} {:>10} {:>22}",
        "replies",
        "MB",
        "parse ms",
        "collate ms",
        "per cent",
        "peak KiB",
        "tally KiB",
        "bytes beyond, per file"
    )?;
    for count in [100, 1_000, 10_000] {
        let folder = std::env::temp_dir().join(format!("guidepost-bench-{count}"));
        fs::remove_dir_all(&folder).ok();
        write_replies(&folder, count, SHORT, 1)?;
        let bytes: u64 = fs::read_dir(&folder)?
            .filter_map(|entry| Some(entry.ok()?.metadata().ok()?.len()))
            .sum();
        let parsed = best("parse", &folder)?;
        let Measured {
            millis,
            processor,
            peak,
            tally,
        } = best("collate", &folder)?;
        writeln!(
            out,
            "{count:>8} {:>5} {:>14} {:>14} {:>11} {peak:>9} {tally:>10} {:>22}",
            bytes / 1_000_000,
            format!("{} / {}", parsed.millis, parsed.processor),
            format!("{millis} / {processor}"),
            format!(
                "{} / {}",
                millis * 100 / parsed.millis.max(1),
                processor * 100 / parsed.processor.max(1)
            ),
            peak.saturating_sub(tally) * 1024 / u64::try_from(count)?,
        )?;
        fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

/// What one process measured: milliseconds of the clock and of all processors, and kilobytes.
#[derive(Clone, Copy)]
struct Measured {
    millis: u64,
    processor: u64,
    peak: u64,
    tally: u64,
}

fn best(what: &str, folder: &Path) -> Result<Measured> {
    let mut best: Option<Measured> = None;
    for _ in 0..TIMES {
        let ran = Command::new(current_exe()?)
            .args(["--measure", what])
            .arg(folder)
            .output()?;
        let printed = String::from_utf8(ran.stdout)?;
        let numbers: Vec<u64> = printed
            .split_whitespace()
            .map(str::parse)
            .collect::<std::result::Result<_, _>>()?;
        let [millis, processor, peak, tally] = numbers[..] else {
            return Err(format!("{printed}{}", String::from_utf8_lossy(&ran.stderr)).into());
        };
        let known = best.get_or_insert(Measured {
            millis,
            processor,
            peak,
            tally,
        });
        known.millis = known.millis.min(millis);
        known.processor = known.processor.min(processor);
        known.peak = known.peak.max(peak);
    }
    best.ok_or_else(|| "nothing was measured".into())
}

/// In a process of its own: the milliseconds, the peak above the start, and the room of the tallies.
fn measure(what: &str, folder: &Path) -> Result<()> {
    let library = Library::built_in().map_err(|faults| format!("{faults:?}"))?;
    let found = files(&[folder.to_owned()]).map_err(|fault| format!("{fault:?}"))?;
    let paths: Vec<PathBuf> = found.paths().into_iter().collect();
    // The program's own pages and those of the threads are no part of it.
    let first = paths.get(..4).unwrap_or(&paths);
    black_box(parse(first, all_cores()));
    let Library {
        instrument, states, ..
    } = &library;
    black_box(collate(
        &files(first).map_err(|fault| format!("{fault:?}"))?,
        instrument,
        states,
        None,
        all_cores(),
    ));
    let before = status("VmHWM:")?;
    let processor = processor_millis()?;
    let begun = Instant::now();
    let collation = if what == "parse" {
        black_box(parse(&paths, all_cores()));
        None
    } else {
        Some(collate(&found, instrument, states, None, all_cores()))
    };
    let millis = begun.elapsed().as_millis();
    let processor = processor_millis()? - processor;
    let peak = status("VmHWM:")? - before;
    let tally = collation.as_ref().map(room_of).transpose()?;
    let tally = tally.unwrap_or_default();
    writeln!(stdout(), "{millis} {processor} {peak} {tally}")?;
    Ok(())
}

/// The time that all threads of this process have taken of the processors, in milliseconds.
fn processor_millis() -> Result<u64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = stat.rsplit_once(')').ok_or("this machine does not tell")?;
    let times = fields.split_whitespace().skip(11).take(2);
    let ticks: u64 = times.filter_map(|time| time.parse::<u64>().ok()).sum();
    Ok(ticks * 10)
}

/// Reads and opens the files with so many threads; how many are well.
fn parse(files: &[PathBuf], workers: NonZeroUsize) -> usize {
    let (next, well) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..workers.get() {
            scope.spawn(|| {
                while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let bytes = fs::read(path).unwrap_or_default();
                    well.fetch_add(
                        usize::from(read_submission(&bytes, "").is_ok()),
                        Ordering::Relaxed,
                    );
                }
            });
        }
    });
    well.into_inner()
}

/// A figure of this process, in kilobytes.
fn status(name: &str) -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("this machine does not tell")?.parse()?)
}

/// The room of the tallies in kilobytes: that of their copies, and of the items that these share.
fn room_of(collation: &Collation) -> Result<u64> {
    const COPIES: u64 = 50;
    let before = status("VmRSS:")?;
    let copies: Vec<_> = (0..COPIES).map(|_| collation.tally.clone()).collect();
    let each = status("VmRSS:")?.saturating_sub(before) / COPIES;
    black_box(copies);
    let lists = collation.tally.lists.iter();
    let items = lists.flat_map(|(_, by_state)| by_state.values().flat_map(|items| items.iter()));
    let room = items.map(|item| {
        let ListItem {
            name,
            language,
            address,
            public_remark,
            ..
        } = item;
        let texts = [name, language, address, public_remark];
        size_of::<ListItem>() + texts.iter().map(|text| text.capacity()).sum::<usize>()
    });
    Ok(each + room.sum::<usize>() as u64 / 1024)
}

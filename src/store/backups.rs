//! Dated copies of each assessment and each round, beside the settings and away from the file itself.
//!
//! A copy is taken when a file is opened, as it was found; then at most every ten minutes in which
//! something was saved; and when it is closed ([`BackupTimer`]). A copy for each save would turn
//! the last 20 into the last 20 seconds. Which ones stay is [`to_remove`]: the last 20, and one a
//! day for 30 days.
//!
//! A copy of a file that was made outside has the same identity, so its dated copies stand in the same
//! folder: whichever of the two is open finds them all, also once it was moved. The name of each says
//! which place its file had, and only those of one place make room for each other.
//!
//! They hold internal remarks, so on Unix only their owner can read them; elsewhere they stand in
//! a folder that is the user's own.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::files::{create_private_folder, real};
use super::stall::wait_for;
use super::{Fingerprint, Folders, StoreError, read, write_private};

/// How many of the newest copies stay.
const NEWEST: usize = 20;

/// For how many days one copy stays, today included.
const DAYS: i64 = 30;

/// How the name of an assessment's copy ends, after its moment and the place of its file.
const ASSESSMENT: &str = ".assessment.ron";

/// How the name of a round's copy ends.
const ROUND: &str = ".round.ron";

/// The moment in a file name: in Universal Time, and without the colons that Windows forbids.
const NAME: &str = "%Y-%m-%dT%H-%M-%S.%3fZ";

/// How many letters stand for a place.
const PLACE: usize = 16;

/// The name of the last submission that was sent.
const SENT: &str = "last-sent.submission.ron";

/// One dated copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub taken: Timestamp,
    /// How many bytes it holds.
    pub length: u64,
    /// Where it stands.
    pub path: PathBuf,
    /// Whether it is of a file in another place: of a copy, or of this one before it was moved.
    pub is_elsewhere: bool,
}

impl Backup {
    /// Whether it is too young for another one.
    pub fn is_recent(&self, now: Timestamp) -> bool {
        let age = Duration::try_from(now.duration_since(self.taken));
        age.is_ok_and(|age| age < BackupTimer::INTERVAL)
    }
}

/// The copies of one assessment, or of one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backups {
    folder: PathBuf,
    /// Where the file is that copies are taken of, as their names say it; `None` where each place has
    /// an identity of its own.
    place: Option<String>,
    ending: &'static str,
}

impl Backups {
    /// Those of the assessment with that identity in the file at `path`. Nothing is made yet.
    pub fn of(folders: &Folders, identity: Uuid, path: &Path) -> Self {
        let path = real(path).unwrap_or_else(|| path.to_owned());
        let mut place = Fingerprint::of(path.as_os_str().as_encoded_bytes(), None).hex();
        place.truncate(PLACE);
        Self {
            folder: folder(folders, identity),
            place: Some(place),
            ending: ASSESSMENT,
        }
    }

    /// Those of the round with that identity, which it has from its place. Nothing is made yet.
    pub fn of_round(folders: &Folders, identity: Uuid) -> Self {
        Self {
            folder: folder(folders, identity),
            place: None,
            ending: ROUND,
        }
    }

    /// The folder that they stand in, to be shown to people.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Takes a copy, unless the newest one of this place holds the same; then takes away those of this
    /// place that need not stay. Returns the copy that holds these bytes now.
    pub fn keep(
        &self,
        bytes: &[u8],
        now: Timestamp,
        zone: &TimeZone,
    ) -> Result<Backup, StoreError> {
        create_private_folder(&self.folder)?;
        let mut backups = self.list()?;
        backups.retain(|backup| !backup.is_elsewhere);
        // One that cannot be read is no reason against another.
        let same = |newest: &&Backup| read(&newest.path).is_ok_and(|kept| kept == bytes);
        if let Some(newest) = backups.first().filter(same) {
            return Ok(newest.clone());
        }
        let name = now.strftime(NAME).to_string();
        let place = self.place.iter().map(|place| format!(".{place}"));
        let file_name = name.clone() + &place.collect::<String>() + self.ending;
        let backup = Backup {
            taken: parse_name(&name).unwrap_or(now),
            length: bytes.len() as u64,
            path: self.folder.join(file_name),
            is_elsewhere: false,
        };
        write_private(&backup.path, bytes)?;
        backups.push(backup.clone());
        let dates: Vec<_> = backups.iter().map(|backup| backup.taken).collect();
        let remove = to_remove(&dates, now, zone);
        for old in &backups {
            if remove.contains(&old.taken) && old.path != backup.path {
                // One that stays too long does no harm.
                fs::remove_file(&old.path).ok();
            }
        }
        Ok(backup)
    }

    /// Takes a copy away, once a newer one has taken its place.
    pub fn remove(&self, backup: &Backup) {
        // One that stays does no harm.
        fs::remove_file(&backup.path).ok();
    }

    /// The newest copy of this place.
    pub fn newest(&self) -> Result<Option<Backup>, StoreError> {
        Ok(self.list()?.into_iter().find(|backup| !backup.is_elsewhere))
    }

    /// All copies, of whatever place, newest first. Other files in the folder are left out.
    pub fn list(&self) -> Result<Vec<Backup>, StoreError> {
        wait_for(&self.folder);
        let entries = match fs::read_dir(&self.folder) {
            Err(err) if err.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(StoreError::reading(&self.folder))?,
        };
        let mut backups: Vec<_> = entries
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name();
                let name = name.to_str()?.strip_suffix(self.ending)?;
                let (moment, place) = match name.split_once("Z.") {
                    Some((moment, place)) => (format!("{moment}Z"), Some(place)),
                    None => (name.to_owned(), None),
                };
                let taken = parse_name(&moment)?;
                let length = entry.metadata().ok()?.len();
                let path = entry.path();
                Some(Backup {
                    taken,
                    length,
                    path,
                    is_elsewhere: place.is_some() && place != self.place.as_deref(),
                })
            })
            .collect();
        backups.sort_by_key(|backup| std::cmp::Reverse(backup.taken));
        Ok(backups)
    }

    /// Whether this is the copy of a round.
    pub fn is_of_round(backup: &Backup) -> bool {
        backup.path.to_string_lossy().ends_with(ROUND)
    }

    /// What a copy holds.
    pub fn read(backup: &Backup) -> Result<Vec<u8>, StoreError> {
        read(&backup.path)
    }

    /// Keeps what is typed into a dialog, in place of what was kept so before.
    pub fn keep_draft(&self, bytes: &[u8]) -> Result<(), StoreError> {
        create_private_folder(&self.folder)?;
        write_private(&self.draft_path(), bytes)?;
        Ok(())
    }

    /// What was typed into a dialog when the program ended; `None` where nothing was kept.
    pub fn draft(&self) -> Result<Option<Vec<u8>>, StoreError> {
        read_if_there(&self.draft_path())
    }

    /// Takes away what was kept of a dialog.
    pub fn remove_draft(&self) {
        wait_for(&self.folder);
        // One that stays is offered once more.
        fs::remove_file(self.draft_path()).ok();
    }

    fn draft_path(&self) -> PathBuf {
        let place = self.place.as_deref().unwrap_or_default();
        self.folder.join(format!("draft.{place}.ron"))
    }

    /// Keeps the bytes of the submission that was sent last, in place of the one before.
    pub fn keep_sent(&self, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        create_private_folder(&self.folder)?;
        let path = self.folder.join(SENT);
        write_private(&path, bytes)?;
        Ok(path)
    }

    /// The bytes of the submission that was sent last; `None` where none was kept.
    pub fn sent(&self) -> Result<Option<Vec<u8>>, StoreError> {
        read_if_there(&self.folder.join(SENT))
    }
}

fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match read(path) {
        Err(StoreError::NotFound { .. }) => Ok(None),
        result => result.map(Some),
    }
}

fn folder(folders: &Folders, identity: Uuid) -> PathBuf {
    folders.data.join("backups").join(identity.to_string())
}

fn parse_name(name: &str) -> Option<Timestamp> {
    let (date, time) = name.split_once('T')?;
    format!("{date}T{}", time.replace('-', ":")).parse().ok()
}

/// Which copies need not stay at `now`: all but the newest 20, and the newest of each of the last
/// 30 days, today included, where the machine stands. Copies from the future, taken while the
/// machine's clock was wrong, stay, and take the place of no other.
pub fn to_remove(dates: &[Timestamp], now: Timestamp, zone: &TimeZone) -> Vec<Timestamp> {
    let day = |moment: Timestamp| moment.to_zoned(zone.clone()).date();
    let today = day(now);
    let mut past: Vec<_> = dates.iter().copied().filter(|date| *date <= now).collect();
    past.sort_unstable_by_key(|date| std::cmp::Reverse(*date));
    let mut last_kept_day = None;
    let mut remove = Vec::new();
    for (place, date) in past.into_iter().enumerate() {
        let newest_of_its_day = last_kept_day.replace(day(date)) != Some(day(date));
        let recent = i64::from((today - day(date)).get_days()) < DAYS;
        if NEWEST <= place && !(newest_of_its_day && recent) {
            remove.push(date);
        }
    }
    remove
}

/// When to take a copy, as a rule without a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupTimer {
    taken_at: Instant,
}

impl BackupTimer {
    /// The shortest time between two copies while the file is open.
    pub const INTERVAL: Duration = Duration::from_mins(10);

    /// The file was opened, and a copy was taken.
    pub fn opened(now: Instant) -> Self {
        Self { taken_at: now }
    }

    /// The file was saved; whether a copy should be taken now.
    pub fn saved(&self, now: Instant) -> bool {
        Self::INTERVAL <= now.duration_since(self.taken_at)
    }

    /// A copy was taken.
    pub fn taken(&mut self, now: Instant) {
        *self = Self::opened(now);
    }
}

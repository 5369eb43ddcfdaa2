//! How work gets to disk while it goes on, and what becomes of it where it does not.

use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::writer::{Access, FINISH_TIMEOUT, SILENT_FINISH_TIMEOUT, SaveState};
use super::{Document, WorkEvent, WorkFile};
use crate::store::{self, Backup, Backups, Finish, StoreError, Urgency};

impl<T: Document> WorkFile<T> {
    /// A text field has lost the focus: what was typed into it is saved now.
    pub fn end_run(&mut self) {
        if let Access::Write(writer) = &mut self.access
            && writer.saved_revision != self.revision
        {
            writer.timer.changed(Instant::now(), Urgency::Now);
        }
    }

    /// Sends what is due to the disk, and takes in what came of it.
    pub fn tick(&mut self, now: Instant) -> Vec<WorkEvent> {
        let mut events = Vec::new();
        let mut copy_due = false;
        let mut rescue_due = false;
        match (&mut self.access, &self.path) {
            (Access::Write(writer), Some(path)) => {
                let saves = writer.poll(now);
                if saves.saved {
                    self.rescued = None;
                }
                if saves.put_back {
                    events.push(WorkEvent::PutBack(path.clone()));
                }
                copy_due = saves.copy_due;
                rescue_due = saves.failed;
                if writer.timer.due(now) {
                    writer.submit(&self.document, path, self.revision, now);
                }
                if writer.is_overdue(now) {
                    writer.give_up_waiting(path, now);
                    rescue_due = true;
                }
                if copy_due {
                    writer.backup_timer.taken(now);
                }
            }
            (Access::Unsaved(timer), _) if timer.due(now) => {
                timer.submitted();
                rescue_due = self.backups.is_some();
            }
            _ => {}
        }
        if copy_due {
            events.extend(self.keep_saved());
        }
        if rescue_due {
            events.extend(self.keep_rescue());
        }
        events
    }

    /// How long until [`WorkFile::tick`] has something to do; `None` where nothing waits.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        match &self.access {
            Access::Write(writer) => writer.wait(now),
            Access::Unsaved(timer) => timer.wait(now),
            Access::Read(_) => None,
        }
    }

    /// Brings everything to disk before the work is closed, and waits for that, though not for
    /// ever; whether nothing would be lost now, and what happened on the way.
    pub fn finish(&mut self) -> (bool, Vec<WorkEvent>) {
        let (Access::Write(writer), Some(path)) = (&mut self.access, &self.path) else {
            let is_kept = self.path.is_some() || self.revision == 0;
            return (is_kept, Vec::new());
        };
        let now = Instant::now();
        let timeout = if writer.is_silent() {
            SILENT_FINISH_TIMEOUT
        } else {
            FINISH_TIMEOUT
        };
        if writer.saved_revision != self.revision {
            writer.submit(&self.document, path, self.revision, now);
        }
        let finish = writer.saver.finish(timeout);
        let copy_due = writer.backup_timer.due_on_close() || self.revision != 0;
        let mut events = self.tick(Instant::now());
        match (finish, &mut self.access, &self.path) {
            (Finish::Saved, ..) if copy_due => events.extend(self.keep_saved()),
            (Finish::Busy, Access::Write(writer), Some(path)) if writer.saver.is_busy() => {
                writer.give_up_waiting(path, Instant::now());
                events.extend(self.keep_rescue());
            }
            _ => {}
        }
        let is_saved = matches!(self.save_state(), Some(SaveState::Saved(_)));
        (is_saved, events)
    }

    /// Keeps what is on screen among the dated copies, since it could not be saved in its place.
    /// Each time it takes the place of what was kept so the time before, so that a bad hour does
    /// not push all older copies out.
    fn keep_rescue(&mut self) -> Option<WorkEvent> {
        let failed = |fault: &StoreError| Some(WorkEvent::RescueFailed(fault.to_string()));
        let Some(backups) = &self.backups else {
            return failed(&StoreError::NoHome);
        };
        let now = store::now();
        let kept = match self.keep_work(backups, now) {
            Ok(kept) => kept,
            Err(fault) => return failed(&fault),
        };
        // Older than this moment, it held the same already.
        if kept.taken.as_millisecond() == now.as_millisecond()
            && let Some(before) = self.rescued.replace(kept)
        {
            backups.remove(&before);
        }
        None
    }

    /// Keeps the work as a dated copy, once it was saved; not from the file, whose folder may
    /// have stalled since.
    fn keep_saved(&self) -> Option<WorkEvent> {
        let backups = self.backups.as_ref()?;
        backup_failed(self.keep_work(backups, store::now()))
    }

    fn keep_work(&self, backups: &Backups, now: Timestamp) -> Result<Backup, StoreError> {
        let bytes = self.document.backup(self.path.as_deref(), None)?;
        backups.keep(&bytes, now, &store::time_zone())
    }

    /// Keeps what the file holds as a dated copy, as it was found or is written first.
    pub(super) fn keep_found(&self, bytes: &[u8]) -> Option<WorkEvent> {
        let backups = self.backups.as_ref()?;
        let copy = self.document.backup(self.path.as_deref(), Some(bytes));
        let kept = copy.and_then(|copy| backups.keep(&copy, store::now(), &store::time_zone()));
        backup_failed(kept)
    }
}

fn backup_failed(kept: Result<Backup, StoreError>) -> Option<WorkEvent> {
    let fault = kept.err()?;
    Some(WorkEvent::BackupFailed(fault.to_string()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc::{Sender, channel};

    use tempfile::TempDir;

    use super::*;
    use crate::app::file::OpenError;
    use crate::app::work::Opening;
    use crate::domain::{Assessment, Change, Edit, Profile, Round, Stamp, StateCode};
    use crate::format;
    use crate::store::{Folders, SaveJob};

    /// Each kind of work, with something in it that can be called by another name.
    trait Sample: Document {
        fn sample() -> Self;
        fn read(bytes: &[u8], name: &str) -> Result<Self, OpenError>;
        fn rename(&mut self, name: &str);
    }

    impl Sample for Assessment {
        fn sample() -> Self {
            let instrument = format::built_in_instrument().unwrap();
            let state = StateCode::parse("KEN").unwrap();
            Self::new(&instrument, state, store::new_identity())
        }

        fn read(bytes: &[u8], name: &str) -> Result<Self, OpenError> {
            format::read_assessment(bytes, name).map_err(OpenError::Content)
        }

        fn rename(&mut self, name: &str) {
            let instrument = format::built_in_instrument().unwrap();
            let profile = Profile {
                institution: name.to_owned(),
                ..self.profile.clone()
            };
            let edit = Edit {
                stamp: Stamp {
                    who: String::new(),
                    body: String::new(),
                    when: store::now(),
                },
                change: Change::Profile(Box::new(profile)),
            };
            self.apply(&instrument, edit).unwrap();
        }
    }

    impl Sample for Round {
        fn sample() -> Self {
            Self::default()
        }

        fn read(bytes: &[u8], name: &str) -> Result<Self, OpenError> {
            let states = format::built_in_states().unwrap();
            format::read_round(bytes, name, &states).map_err(OpenError::Content)
        }

        fn rename(&mut self, name: &str) {
            name.clone_into(&mut self.call);
        }
    }

    fn folders(folder: &TempDir) -> Folders {
        Folders {
            config: folder.path().join("config"),
            data: folder.path().join("data"),
        }
    }

    fn open<T: Sample>(folder: &TempDir) -> WorkFile<T> {
        let path = folder.path().join("a.work.ron");
        store::write_new(&path, &T::sample().encode(&path).unwrap()).unwrap();
        let opening = Opening {
            path: &path,
            folders: Some(&folders(folder)),
            who: "Ana",
        };
        let (work, events) = WorkFile::open(&opening, T::read, || {}).unwrap();
        assert_eq!(events, []);
        work
    }

    /// Work whose folder does not answer until it is let go.
    fn stalled<T: Sample>() -> (TempDir, WorkFile<T>, Sender<()>) {
        let folder = tempfile::tempdir().unwrap();
        let mut work = open::<T>(&folder);
        let (go, wait) = channel::<()>();
        let (begins, begun) = channel::<()>();
        let stalls = move || {
            begins.send(()).ok();
            wait.recv().ok();
            Err("the share was away".to_owned())
        };
        let Access::Write(writer) = &mut work.access else {
            panic!("{:?}", work.save_state());
        };
        writer.saver.submit(SaveJob::new(1, stalls));
        // A job that waits still would give way to the next.
        begun.recv().unwrap();
        writer.waiting_since = Some(Instant::now());
        rename(&mut work, "Council");
        (folder, work, go)
    }

    fn rename<T: Sample>(work: &mut WorkFile<T>, name: &str) {
        work.document_mut().rename(name);
        work.changed(Urgency::Now);
    }

    fn is_silent<T: Sample>(work: &WorkFile<T>) -> bool {
        matches!(
            work.save_state(),
            Some(SaveState::Failed(StoreError::NoAnswer { .. }))
        )
    }

    fn holds(path: &Path, text: &str) -> bool {
        String::from_utf8(fs::read(path).unwrap())
            .unwrap()
            .contains(text)
    }

    fn newest<T: Sample>(work: &WorkFile<T>) -> (std::path::PathBuf, usize) {
        let copies = work.backups().unwrap().list().unwrap();
        (copies[0].path.clone(), copies.len())
    }

    fn counts_as_failed_until_the_folder_answers<T: Sample>() {
        let (folder, mut work, go) = stalled::<T>();
        let begun = Instant::now();
        work.tick(begun + Duration::from_secs(5));
        assert!(matches!(work.save_state(), Some(SaveState::Saving)));
        let wait = work.wait(begun + Duration::from_secs(5)).unwrap();
        assert!(wait <= Duration::from_secs(6), "{wait:?}");
        let later = begun + Duration::from_secs(11);
        assert_eq!(work.tick(later), []);
        assert!(is_silent(&work));
        let (copy, count) = newest(&work);
        assert!(holds(&copy, "Council"));

        // What is typed meanwhile is kept too, in one copy that is always the newest.
        for (seconds, name) in [(22, "Second"), (33, "Third")] {
            rename(&mut work, name);
            std::thread::sleep(Duration::from_millis(2));
            work.tick(begun + Duration::from_secs(seconds));
            let (copy, after) = newest(&work);
            assert!(holds(&copy, name));
            assert_eq!(after, count);
        }
        assert!(is_silent(&work));

        go.send(()).unwrap();
        assert_eq!(work.finish(), (true, Vec::new()));
        drop(work);
        assert!(holds(&folder.path().join("a.work.ron"), "Third"));
    }

    #[test]
    fn a_folder_that_does_not_answer_counts_as_failed_until_it_does() {
        counts_as_failed_until_the_folder_answers::<Assessment>();
        counts_as_failed_until_the_folder_answers::<Round>();
    }

    fn nobody_waits_long<T: Sample>() {
        let (folder, mut work, _go) = stalled::<T>();
        work.tick(Instant::now() + Duration::from_secs(11));
        let begun = Instant::now();
        assert_eq!(work.finish(), (false, Vec::new()));
        assert!(is_silent(&work));
        let elsewhere = folder.path().join("elsewhere.work.ron");
        let document = work.document().clone();
        work.move_to(document, &elsewhere, "Ana", || {}).unwrap();
        assert!(matches!(work.save_state(), Some(SaveState::Saved(_))));
        rename(&mut work, "Elsewhere");
        assert_eq!(work.finish(), (true, Vec::new()));
        assert!(holds(&elsewhere, "Elsewhere"));
        drop(work);

        let (_folder, mut work, _go) = stalled::<T>();
        work.tick(Instant::now() + Duration::from_secs(11));
        drop(work);
        assert!(begun.elapsed() < Duration::from_secs(5));
    }

    #[test]
    fn nobody_waits_long_for_a_folder_that_does_not_answer() {
        nobody_waits_long::<Assessment>();
        nobody_waits_long::<Round>();
    }

    fn is_work_like_any_other<T: Sample>() {
        let folder = tempfile::tempdir().unwrap();
        let mut work = open::<T>(&folder);
        rename(&mut work, "Council");
        assert_eq!(work.finish(), (true, Vec::new()));
        let copies = work.backups().unwrap().list().unwrap();
        drop(work);

        let folders = folders(&folder);
        let mut work = WorkFile::open_backup(&copies[0], Some(&folders), T::read).unwrap();
        assert!(!work.can_write());
        let path = folder.path().join("restored.work.ron");
        let document = work.document().clone();
        let events = work.move_to(document, &path, "Ana", || {}).unwrap();
        assert_eq!(events, []);
        assert!(work.can_write());
        rename(&mut work, "Restored");
        assert_eq!(work.finish(), (true, Vec::new()));
        let (copy, _) = newest(&work);
        assert!(holds(&copy, "Restored"));
    }

    #[test]
    fn a_restored_copy_is_kept_in_dated_copies_at_once() {
        is_work_like_any_other::<Assessment>();
        is_work_like_any_other::<Round>();
    }

    #[test]
    fn work_without_a_file_is_kept_in_one_dated_copy() {
        let folder = tempfile::tempdir().unwrap();
        let mut work = WorkFile::unsaved(Round::sample(), Some(&folders(&folder)));
        for name in ["First", "Second"] {
            rename(&mut work, name);
            std::thread::sleep(Duration::from_millis(2));
            assert_eq!(work.tick(Instant::now()), []);
            let (copy, count) = newest(&work);
            assert!(holds(&copy, name));
            assert_eq!(count, 1);
        }
        assert_eq!(work.finish(), (false, Vec::new()));
    }
}

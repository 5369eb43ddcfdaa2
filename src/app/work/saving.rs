//! How work gets to disk while it goes on, and what becomes of it where it does not.

use std::time::{Duration, Instant};

use super::copies::CopyFor;
use super::writer::Access;
use super::{Document, WorkEvent, WorkFile};
use crate::store::Urgency;

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
        let mut events = self.poll_copy();
        let mut copy = None;
        match (&mut self.access, &self.path) {
            (Access::Write(writer), Some(path)) => {
                let saves = writer.poll(now);
                if saves.saved {
                    self.rescued = None;
                }
                if saves.put_back {
                    events.push(WorkEvent::PutBack(path.clone()));
                }
                if saves.copy_due {
                    writer.backup_timer.taken(now);
                    copy = Some(CopyFor::Keeping);
                }
                if self.copies_last && writer.saved_revision == self.revision {
                    self.copies_last = false;
                    copy = Some(CopyFor::Keeping);
                }
                if saves.failed {
                    self.copies_last = false;
                    copy = Some(CopyFor::Rescue);
                }
                if writer.timer.due(now) {
                    writer.submit(&self.document, path, self.revision, now);
                }
                if self.copies_last && writer.is_silent() {
                    self.copies_last = false;
                    copy = Some(CopyFor::Rescue);
                }
                if writer.is_overdue(now) {
                    writer.give_up_waiting(path, now);
                    copy = Some(CopyFor::Rescue);
                }
            }
            (Access::Unsaved(timer), _) if self.copies_last || timer.due(now) => {
                self.copies_last = false;
                timer.submitted();
                copy = self.backups.is_some().then_some(CopyFor::Rescue);
            }
            _ => {}
        }
        events.extend(copy.and_then(|purpose| self.copy(purpose)));
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

    /// Begins to bring everything to disk before the work is closed; [`WorkFile::tick`] goes on
    /// with it, and [`WorkFile::is_finished`] says when it is there.
    pub fn begin_finish(&mut self, now: Instant) {
        match (&mut self.access, &self.path) {
            (Access::Read(_), _) => return,
            (Access::Write(writer), Some(path))
                if !writer.is_silent() && writer.saved_revision != self.revision =>
            {
                writer.submit(&self.document, path, self.revision, now);
            }
            _ => {}
        }
        self.copies_last = self.copied_revision != self.revision;
    }

    /// Whether nothing would be lost if the work were closed now; `None` as long as that is not
    /// known. A dated copy is not waited for where it is `overdue`.
    pub fn is_finished(&self, overdue: bool) -> Option<bool> {
        let copies = (self.is_copying() || self.copies_last) && !overdue;
        let Access::Write(writer) = &self.access else {
            let is_kept = self.path.is_some() || self.revision == 0;
            return (!copies).then_some(is_kept);
        };
        match &writer.fault {
            _ if copies => None,
            Some(_) if writer.is_silent() => Some(false),
            _ if writer.saver.is_busy() => None,
            Some(_) => Some(false),
            None if writer.saved_revision == self.revision => Some(true),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::sync::Arc;
    use std::sync::mpsc::{Sender, channel};

    use tempfile::TempDir;

    use super::*;
    use crate::app::file::OpenError;
    use crate::app::work::{Opening, SaveState};
    use crate::domain::{Assessment, Change, Edit, Profile, Round, Stamp, StateCode};
    use crate::format;
    use crate::store::{self, Folders, SaveJob, StoreError};

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

    fn opening(folder: &TempDir, path: PathBuf) -> Opening {
        Opening {
            path,
            folders: Some(folders(folder)),
            who: "Ana".to_owned(),
            wake: Arc::new(|| ()),
        }
    }

    /// Lets a dated copy be made that was begun; what happened.
    fn tick<T: Sample>(work: &mut WorkFile<T>, now: Instant) -> Vec<WorkEvent> {
        let mut events = work.tick(now);
        while work.is_copying() {
            std::thread::sleep(Duration::from_millis(1));
            events.extend(work.poll_copy());
        }
        events
    }

    fn finish<T: Sample>(work: &mut WorkFile<T>) -> (bool, Vec<WorkEvent>) {
        work.begin_finish(Instant::now());
        let mut events = Vec::new();
        loop {
            events.extend(tick(work, Instant::now()));
            if let Some(finished) = work.is_finished(false) {
                return (finished, events);
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn move_to<T: Sample>(work: &mut WorkFile<T>, folder: &TempDir, path: &Path) {
        let moved = work.moving(opening(folder, path.to_owned())).run().unwrap();
        assert_eq!(work.moved(moved), []);
    }

    fn open<T: Sample>(folder: &TempDir) -> WorkFile<T> {
        let path = folder.path().join("a.work.ron");
        store::write_new(&path, &T::sample().encode(&path).unwrap()).unwrap();
        let opening = opening(folder, path);
        let (work, events) = WorkFile::open(&opening, T::read).unwrap();
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
            Err(crate::domain::Message::verbatim(&"the share was away"))
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

    fn newest<T: Sample>(work: &WorkFile<T>) -> (PathBuf, usize) {
        let copies = work.backups().unwrap().list().unwrap();
        (copies[0].path.clone(), copies.len())
    }

    fn counts_as_failed_until_the_folder_answers<T: Sample>() {
        let (folder, mut work, go) = stalled::<T>();
        let begun = Instant::now();
        tick(&mut work, begun + Duration::from_secs(5));
        assert!(matches!(work.save_state(), Some(SaveState::Saving)));
        let wait = work.wait(begun + Duration::from_secs(5)).unwrap();
        assert!(wait <= Duration::from_secs(6), "{wait:?}");
        let later = begun + Duration::from_secs(11);
        assert_eq!(tick(&mut work, later), []);
        assert!(is_silent(&work));
        let (copy, count) = newest(&work);
        assert!(holds(&copy, "Council"));

        // What is typed meanwhile is kept too, in one copy that is always the newest.
        for (seconds, name) in [(22, "Second"), (33, "Third")] {
            rename(&mut work, name);
            std::thread::sleep(Duration::from_millis(2));
            tick(&mut work, begun + Duration::from_secs(seconds));
            let (copy, after) = newest(&work);
            assert!(holds(&copy, name));
            assert_eq!(after, count);
        }
        assert!(is_silent(&work));

        go.send(()).unwrap();
        while is_silent(&work) {
            std::thread::sleep(Duration::from_millis(1));
            tick(&mut work, Instant::now());
        }
        assert_eq!(finish(&mut work), (true, Vec::new()));
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
        tick(&mut work, Instant::now() + Duration::from_secs(11));
        let begun = Instant::now();
        assert_eq!(finish(&mut work), (false, Vec::new()));
        assert!(is_silent(&work));
        let elsewhere = folder.path().join("elsewhere.work.ron");
        move_to(&mut work, &folder, &elsewhere);
        assert!(matches!(work.save_state(), Some(SaveState::Saved(_))));
        rename(&mut work, "Elsewhere");
        assert_eq!(finish(&mut work), (true, Vec::new()));
        assert!(holds(&elsewhere, "Elsewhere"));
        drop(work);

        let (_folder, mut work, _go) = stalled::<T>();
        tick(&mut work, Instant::now() + Duration::from_secs(11));
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
        assert_eq!(finish(&mut work), (true, Vec::new()));
        let copies = work.backups().unwrap().list().unwrap();
        drop(work);

        let opening = opening(&folder, copies[0].path.clone());
        let mut work = WorkFile::open_backup(&copies[0], &opening, T::read).unwrap();
        assert!(!work.can_write());
        let path = folder.path().join("restored.work.ron");
        move_to(&mut work, &folder, &path);
        assert!(work.can_write());
        rename(&mut work, "Restored");
        assert_eq!(finish(&mut work), (true, Vec::new()));
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
        let mut work = WorkFile::unsaved(Round::sample(), Some(&folders(&folder)), Arc::new(|| ()));
        for name in ["First", "Second"] {
            rename(&mut work, name);
            std::thread::sleep(Duration::from_millis(2));
            assert_eq!(tick(&mut work, Instant::now()), []);
            let (copy, count) = newest(&work);
            assert!(holds(&copy, name));
            assert_eq!(count, 1);
        }
        assert_eq!(finish(&mut work), (false, Vec::new()));
    }

    #[test]
    fn work_without_a_file_is_kept_before_the_program_ends_however_late_it_was_typed() {
        let folder = tempfile::tempdir().unwrap();
        let wake = Arc::new(|| ());
        let mut work = WorkFile::unsaved(Round::sample(), Some(&folders(&folder)), wake);
        work.document_mut().rename("Typed last");
        work.changed(Urgency::Typing);
        assert_eq!(finish(&mut work), (false, Vec::new()));
        let (copy, _) = newest(&work);
        assert!(holds(&copy, "Typed last"));
    }

    fn last_words_are_rescued<T: Sample>() {
        let (_folder, mut work, _go) = stalled::<T>();
        tick(&mut work, Instant::now() + Duration::from_secs(11));
        work.document_mut().rename("Typed last");
        work.changed(Urgency::Typing);
        assert_eq!(finish(&mut work), (false, Vec::new()));
        let (copy, _) = newest(&work);
        assert!(holds(&copy, "Typed last"));
    }

    #[test]
    fn last_words_are_rescued_before_the_program_ends_where_the_folder_gives_no_answer() {
        last_words_are_rescued::<Assessment>();
        last_words_are_rescued::<Round>();
    }
}

//! How a session's work gets to disk, and what becomes of it where it does not.

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::access::{Access, LONGEST_FINISH, SHORTEST_FINISH, SaveState, Writer};
use super::file;
use super::session::{Happened, Session};
use crate::store::{self, Backup, Backups, Finish, Lock, StoreError, Urgency};

impl Session {
    /// How the file on disk compares with what is on screen.
    pub fn save_state(&self) -> SaveState<'_> {
        self.access.state(self.revision)
    }

    /// When the work was last brought to disk since it was opened.
    pub fn last_saved(&self) -> Option<Timestamp> {
        match &self.access {
            Access::Write(writer) => writer.saved_at,
            Access::Read(_) => None,
        }
    }

    /// A text field has lost the focus: what was typed into it is one step, and is saved now.
    pub fn end_run(&mut self) {
        self.history.end_run();
        if let Access::Write(writer) = &mut self.access
            && writer.saved_revision != self.revision
        {
            writer.timer.changed(Instant::now(), Urgency::Now);
        }
    }

    /// Sends what is due to the disk, and takes in what came of it.
    pub fn tick(&mut self, now: Instant) -> Vec<Happened> {
        let mut happened: Vec<Happened> = self.hear_sending().into_iter().collect();
        let mut copy_due = false;
        let mut rescue = false;
        if let Access::Write(writer) = &mut self.access {
            let heard = writer.hear(now);
            if heard.saved {
                self.rescued = None;
            }
            if heard.put_back {
                happened.push(Happened::PutBack);
            }
            copy_due = heard.copy_due;
            rescue = heard.failed;
            if writer.timer.due(now) {
                writer.submit(&self.assessment, &self.path, self.revision, now);
            }
            if writer.is_overdue(now) {
                writer.give_up_waiting(&self.path, now);
                rescue = true;
            }
            if copy_due {
                writer.backup_timer.taken(now);
            }
        }
        if copy_due {
            happened.extend(self.keep_saved());
        }
        if rescue {
            happened.extend(self.keep_rescue());
        }
        happened.extend(self.release_sending());
        happened
    }

    /// How long until [`Session::tick`] has something to do; `None` where nothing waits.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        match &self.access {
            Access::Write(writer) => writer.wait(now),
            Access::Read(_) => None,
        }
    }

    /// Saves under another name from now on, and opens to write what could only be read. What is
    /// on its way to the old place is left to itself, since that may never answer.
    pub fn move_to(
        &mut self,
        path: &Path,
        who: &str,
        wake: impl Fn() + Send + 'static,
    ) -> Result<(), StoreError> {
        let bytes = file::encode(&self.assessment, path)?;
        let lock = Lock::acquire(path, who)?;
        let fingerprint = store::write_new(path, &bytes)?;
        let target = lock.path().to_owned();
        let mut writer = Writer::start(lock, Some(fingerprint), wake)?;
        writer.saved_revision = self.revision;
        writer.saved_at = Some(store::now());
        let access = Access::Write(Box::new(writer));
        if let Access::Write(mut old) = std::mem::replace(&mut self.access, access) {
            old.saver.abandon();
        }
        self.path.clone_from(&target);
        self.evidence_beside = Some(target);
        self.rescued = None;
        Ok(())
    }

    /// Writes a copy, and goes on with the original.
    pub fn save_copy(&self, path: &Path) -> Result<(), StoreError> {
        let bytes = file::encode(&self.assessment, path)?;
        store::write_new(path, &bytes)?;
        Ok(())
    }

    /// Brings everything to disk before the session is dropped, and waits for that, though not
    /// for ever; whether all is there, and what happened on the way.
    pub fn finish(&mut self) -> (bool, Vec<Happened>) {
        let sending = self.settle_sending(LONGEST_FINISH);
        let (saved, mut happened) = self.finish_saving();
        // What was to be sent and is not, is looked at first.
        let failed = sending.contains(&Happened::SendingEnded)
            && matches!(self.outbox.outcome(), Some(Err(_)));
        happened.extend(sending);
        (saved && !failed, happened)
    }

    fn finish_saving(&mut self) -> (bool, Vec<Happened>) {
        let Access::Write(writer) = &mut self.access else {
            return (true, Vec::new());
        };
        let now = Instant::now();
        let timeout = if writer.is_silent() {
            SHORTEST_FINISH
        } else {
            LONGEST_FINISH
        };
        if writer.saved_revision != self.revision {
            writer.submit(&self.assessment, &self.path, self.revision, now);
        }
        let finish = writer.saver.finish(timeout);
        let copy_due = writer.backup_timer.due_on_close() || self.revision != 0;
        let mut happened = self.tick(Instant::now());
        match (finish, &mut self.access) {
            (Finish::Saved, _) if copy_due => happened.extend(self.keep_saved()),
            (Finish::Busy, Access::Write(writer)) if writer.saver.is_busy() => {
                writer.give_up_waiting(&self.path, Instant::now());
                happened.extend(self.keep_rescue());
            }
            _ => {}
        }
        let saved = matches!(self.save_state(), SaveState::Saved(_));
        (saved, happened)
    }

    /// Keeps what is on screen among the dated copies, since it could not be saved in its place.
    /// Each time it takes the place of what was kept so the time before, so that a bad hour does
    /// not push all older copies out.
    fn keep_rescue(&mut self) -> Option<Happened> {
        let failed = |fault: &StoreError| Some(Happened::RescueFailed(fault.to_string()));
        let Some(backups) = &self.backups else {
            return failed(&StoreError::NoHome);
        };
        let now = store::now();
        let kept = self.keep_work(backups, now);
        let kept = match kept {
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
    fn keep_saved(&self) -> Option<Happened> {
        let backups = self.backups.as_ref()?;
        let kept = self.keep_work(backups, store::now());
        kept.err()
            .map(|fault| Happened::BackupFailed(fault.to_string()))
    }

    fn keep_work(&self, backups: &Backups, now: Timestamp) -> Result<Backup, StoreError> {
        let bytes = file::encode(&self.assessment, &self.path)?;
        backups.keep(&bytes, now, &store::time_zone())
    }

    /// Keeps what the file holds as a dated copy, as it was found.
    pub(super) fn keep_found(&self) -> Option<Happened> {
        let backups = self.backups.as_ref()?;
        let kept = store::read(&self.path)
            .and_then(|bytes| backups.keep(&bytes, store::now(), &store::time_zone()));
        kept.err()
            .map(|fault| Happened::BackupFailed(fault.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;
    use std::sync::mpsc::{Sender, channel};

    use tempfile::TempDir;

    use super::*;
    use crate::domain::{Assessment, Change, Profile, Stamp, StateCode};
    use crate::format;
    use crate::store::{Folders, SaveJob};

    /// A session whose folder does not answer until it is let go.
    fn stalled() -> (TempDir, Session, Sender<()>) {
        let folder = tempfile::tempdir().unwrap();
        let instrument = Arc::new(format::built_in_instrument().unwrap());
        let state = StateCode::parse("KEN").unwrap();
        let assessment = Assessment::new(&instrument, state, store::new_identity());
        let path = folder.path().join("KEN.assessment.ron");
        let folders = Folders {
            config: folder.path().join("config"),
            data: folder.path().join("data"),
        };
        let folders = Some(&folders);
        let created = Session::create(&assessment, &path, &instrument, folders, "Ana", || {});
        let (mut session, _) = created.unwrap();
        let (go, wait) = channel::<()>();
        let (begins, begun) = channel::<()>();
        let stalls = move || {
            begins.send(()).ok();
            wait.recv().ok();
            Err("the share was away".to_owned())
        };
        let Access::Write(writer) = &mut session.access else {
            panic!("{:?}", session.save_state());
        };
        writer.saver.submit(SaveJob::new(1, stalls));
        // A job that waits still would give way to the next.
        begun.recv().unwrap();
        writer.waiting_since = Some(Instant::now());
        rename(&mut session, "Council");
        (folder, session, go)
    }

    fn rename(session: &mut Session, institution: &str) {
        let profile = Profile {
            institution: institution.to_owned(),
            ..session.assessment.profile.clone()
        };
        let stamp = Stamp {
            who: String::new(),
            body: String::new(),
            when: store::now(),
        };
        let change = Change::Profile(Box::new(profile));
        session.edit(change, stamp).unwrap();
    }

    fn is_silent(session: &Session) -> bool {
        matches!(
            session.save_state(),
            SaveState::Failed(StoreError::NoAnswer { .. })
        )
    }

    fn holds(path: &Path, text: &str) -> bool {
        String::from_utf8(fs::read(path).unwrap())
            .unwrap()
            .contains(text)
    }

    #[test]
    fn a_folder_that_does_not_answer_counts_as_failed_until_it_does() {
        let (folder, mut session, go) = stalled();
        let begun = Instant::now();
        session.tick(begun + Duration::from_secs(5));
        assert!(matches!(session.save_state(), SaveState::Saving));
        let wait = session.wait(begun + Duration::from_secs(5)).unwrap();
        assert!(wait <= Duration::from_secs(6), "{wait:?}");
        let later = begun + Duration::from_secs(11);
        assert_eq!(session.tick(later), []);
        assert!(is_silent(&session));
        let newest = |session: &Session| {
            let copies = session.backups.as_ref().unwrap().list().unwrap();
            (copies[0].path.clone(), copies.len())
        };
        let (copy, count) = newest(&session);
        assert!(holds(&copy, "Council"));

        // What is typed meanwhile is kept too, in one copy that is always the newest.
        for (seconds, name) in [(22, "Second"), (33, "Third")] {
            rename(&mut session, name);
            std::thread::sleep(Duration::from_millis(2));
            session.tick(begun + Duration::from_secs(seconds));
            let (copy, after) = newest(&session);
            assert!(holds(&copy, name));
            assert_eq!(after, count);
        }
        assert!(is_silent(&session));

        go.send(()).unwrap();
        assert_eq!(session.finish(), (true, Vec::new()));
        drop(session);
        assert!(holds(&folder.path().join("KEN.assessment.ron"), "Third"));
    }

    #[test]
    fn nobody_waits_long_for_a_folder_that_does_not_answer() {
        let (folder, mut session, _go) = stalled();
        session.tick(Instant::now() + Duration::from_secs(11));
        let begun = Instant::now();
        assert_eq!(session.finish(), (false, Vec::new()));
        assert!(is_silent(&session));
        let elsewhere = folder.path().join("elsewhere.assessment.ron");
        session.move_to(&elsewhere, "Ana", || {}).unwrap();
        assert!(matches!(session.save_state(), SaveState::Saved(_)));
        rename(&mut session, "Elsewhere");
        assert_eq!(session.finish(), (true, Vec::new()));
        assert!(holds(&elsewhere, "Elsewhere"));
        drop(session);

        let (_folder, mut session, _go) = stalled();
        session.tick(Instant::now() + Duration::from_secs(11));
        drop(session);
        assert!(begun.elapsed() < Duration::from_secs(5));
    }
}

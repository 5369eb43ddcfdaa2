//! Files of evidence go along where the work goes.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use guidepost::analysis::EvidenceFault;
use guidepost::app::evidence::folder;
use guidepost::app::{Command, NoticeKind, Route};
use guidepost::domain::{Evidence, EvidenceId};
use uuid::Uuid;

use super::Running;
use crate::support::question;

impl Running {
    fn attach(&mut self, number: u128, name: &str) {
        let path = self.folder.path().join(name);
        fs::write(&path, name).unwrap();
        let evidence = Evidence {
            title: name.to_owned(),
            ..Evidence::default()
        };
        self.app.handle(Command::Attach {
            question: question("17.a"),
            id: EvidenceId(Uuid::from_u128(number)),
            evidence: Box::new(evidence),
            path,
        });
    }

    /// How many files stayed behind, by what was told.
    fn left(&self) -> Option<usize> {
        let mut messages = self.app.notices().iter().map(|notice| &notice.message);
        messages.find_map(|message| match message {
            NoticeKind::EvidenceLeft(count) => Some(*count),
            _ => None,
        })
    }
}

#[test]
fn a_copy_and_a_file_saved_elsewhere_have_their_evidence_beside_them() {
    let mut running = Running::with_assessment();
    running.attach(1, "law.pdf");
    running.attach(2, "plan.pdf");
    let [copy, moved] = ["copy", "moved"].map(|name| running.path(name));
    running.app.handle(Command::SaveCopy(copy.clone()));
    running.app.handle(Command::SaveElsewhere(moved.clone()));
    for path in [&copy, &moved] {
        for name in ["law.pdf", "plan.pdf"] {
            assert_eq!(fs::read_to_string(folder(path).join(name)).unwrap(), name);
        }
    }
    assert_eq!(running.left(), None);

    // One that is gone keeps the other not back, and is told; nothing is written over.
    fs::remove_file(folder(&moved).join("law.pdf")).unwrap();
    let again = running.path("again");
    running.app.handle(Command::SaveCopy(again.clone()));
    assert_eq!(running.left(), Some(1));
    assert!(folder(&again).join("plan.pdf").exists());
}

#[test]
fn a_backup_saved_under_a_name_of_its_own_has_the_evidence_of_the_original() {
    let mut running = Running::with_assessment();
    running.attach(1, "law.pdf");
    assert!(running.app.may_close());
    let session = running.app.session().unwrap();
    let backups = session.backups().unwrap().list().unwrap();
    let backup = || Command::OpenBackup(backups[0].clone());
    running.app.handle(backup());
    let path = running.path("restored");
    running.app.handle(Command::SaveElsewhere(path.clone()));
    assert!(folder(&path).join("law.pdf").exists());
    assert_eq!(running.left(), None);

    // Where the original is not known, that is told.
    running.app.handle(Command::Close);
    running.app.handle(backup());
    let path = running.path("alone");
    running.app.handle(Command::SaveElsewhere(path.clone()));
    assert!(!folder(&path).exists());
    assert_eq!(running.left(), Some(1));
}

#[test]
fn a_file_that_is_gone_is_found_while_the_reply_is_checked() {
    let mut running = Running::with_assessment();
    running.attach(1, "law.pdf");
    let path = running.app.session().unwrap().path().to_owned();
    fs::remove_file(folder(&path).join("law.pdf")).unwrap();
    running.app.handle(Command::Go(Route::Submit));
    let until = Instant::now() + Duration::from_secs(20);
    while running.app.evidence_check().faults().is_empty() && Instant::now() < until {
        running.app.tick(Instant::now());
        thread::sleep(Duration::from_millis(5));
    }
    let missing = EvidenceFault::Missing("law.pdf".to_owned());
    assert_eq!(running.app.evidence_check().faults(), [missing]);
}

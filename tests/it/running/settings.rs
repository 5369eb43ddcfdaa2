//! Settings are written when they have settled.

use std::fs;
use std::time::Instant;

use guidepost::app::{App, Command};
use guidepost::store::WindowSize;

use super::{Running, start_in};

fn name_it(app: &mut App, name: &str) {
    let mut settings = app.settings().clone();
    settings.name = name.to_owned();
    settings.window = Some(WindowSize::new(900, 700));
    app.handle(Command::Settings(Box::new(settings)));
}

#[test]
fn a_name_that_is_typed_is_written_once_it_has_settled() {
    let mut running = Running::start();
    let path = running.folder.path().join("config/settings.ron");
    for name in ["A", "An", "Ana"] {
        name_it(&mut running.app, name);
        running.app.tick(Instant::now());
        assert!(!path.exists());
    }
    let later = Instant::now() + App::SETTINGS_SETTLE;
    assert!(running.app.tick(Instant::now()).unwrap() <= App::SETTINGS_SETTLE);
    assert_eq!(running.app.tick(later), None);
    assert!(fs::read_to_string(&path).unwrap().contains("\"Ana\""));

    name_it(&mut running.app, "Ben");
    assert!(running.app.may_close());
    assert!(fs::read_to_string(&path).unwrap().contains("\"Ben\""));
    name_it(&mut running.app, "Cleo");
    running.app = start_in(running.folder.path());
    assert_eq!(
        running.app.settings().name,
        "Ben",
        "the other had not ended"
    );
    assert!(fs::read_to_string(&path).unwrap().contains("\"Cleo\""));
    let again = start_in(running.folder.path());
    assert_eq!(again.settings().window, Some(WindowSize::new(900, 700)));
}

#[test]
fn settings_that_cannot_be_written_are_told_once() {
    let mut running = Running::start();
    fs::write(running.folder.path().join("config"), "no folder").unwrap();
    for name in ["A", "An", "Ana"] {
        name_it(&mut running.app, name);
        running.app.tick(Instant::now() + App::SETTINGS_SETTLE);
    }
    assert_eq!(running.app.notices().len(), 1);
}

#[test]
fn settings_that_could_not_be_read_are_not_written_over() {
    let mut running = Running::start();
    let path = running.folder.path().join("config/settings.ron");
    name_it(&mut running.app, "Ana");
    assert!(running.app.may_close());
    // As while another program holds the file: it is there, and cannot be read.
    let kept = running.folder.path().join("kept.ron");
    fs::rename(&path, &kept).unwrap();
    fs::create_dir(&path).unwrap();
    running.app = start_in(running.folder.path());
    fs::remove_dir(&path).unwrap();
    fs::rename(&kept, &path).unwrap();
    name_it(&mut running.app, "Ben");
    assert!(running.app.may_close());
    assert!(fs::read_to_string(&path).unwrap().contains("\"Ana\""));
}

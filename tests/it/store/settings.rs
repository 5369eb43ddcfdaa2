//! Settings never stop the program, and lose nothing.

use std::fs;
use std::path::{Path, PathBuf};

use guidepost::domain::StateCode;
use guidepost::store::{Folders, RecentFile, Settings, SettingsFault, TextSize, Theme, WindowSize};
use jiff::Timestamp;
use proptest::prelude::*;
use tempfile::TempDir;

use super::names;

fn now() -> Timestamp {
    "2026-03-15T12:00:00Z".parse().unwrap()
}

fn home() -> (TempDir, Folders, PathBuf) {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::at(&home.path().join("not there yet"));
    let path = folders.config.join("settings.ron");
    (home, folders, path)
}

fn recent(name: &str) -> RecentFile {
    RecentFile {
        path: PathBuf::from(name),
        state: StateCode::parse("FRA").ok(),
        title: "France, réponse à l’appel".to_owned(),
        due: "2026-04-30".parse().ok(),
        opened: now(),
    }
}

#[test]
fn where_there_are_none_the_usual_ones_are_used() {
    let (_home, folders, path) = home();
    let (settings, fault) = Settings::load(&folders, now());
    assert_eq!(settings, Settings::default());
    assert!(fault.is_none());
    assert!(!path.exists());
}

#[test]
fn what_was_saved_is_loaded() {
    let (_home, folders, _) = home();
    let mut settings = Settings {
        theme: Theme::HighContrast,
        text_size: TextSize::new(150),
        single_keys: false,
        short_path_first: false,
        name: "Ana \"la\" Núñez\\".to_owned(),
        body: "Consejo\nNacional".to_owned(),
        window: Some(WindowSize::new(1280, 800)),
        ..Settings::default()
    };
    settings.recent.remember(recent("FRA.assessment.ron"));
    settings.recent.remember(RecentFile {
        state: None,
        due: None,
        ..recent("round.ron")
    });
    settings.save(&folders).unwrap();
    let (loaded, fault) = Settings::load(&folders, now());
    assert!(fault.is_none());
    assert_eq!(loaded, settings);
    assert_eq!(names(&folders.config), ["settings.ron"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_name_and_size_comes_back(
        name in any::<String>(), body in any::<String>(), title in any::<String>(),
        per_cent in any::<u16>(), width in any::<u16>(), height in any::<u16>(),
    ) {
        let (_home, folders, _) = home();
        let mut settings = Settings {
            name,
            body,
            text_size: TextSize::new(per_cent),
            window: Some(WindowSize::new(width, height)),
            ..Settings::default()
        };
        settings.recent.remember(RecentFile { title, ..recent("file") });
        settings.save(&folders).unwrap();
        prop_assert_eq!(Settings::load(&folders, now()).0, settings);
    }
}

#[test]
fn damaged_settings_are_put_aside_and_the_program_goes_on() {
    let cases: [&[u8]; 6] = [
        b"",
        b"\xff\xfe\x00",
        b"(theme: \"dark\"",
        b"(theme: 7)",
        b"(recent: [(path: 7)])",
        b"not settings at all",
    ];
    for damaged in cases {
        let (_home, folders, path) = home();
        fs::create_dir_all(&folders.config).unwrap();
        fs::write(&path, damaged).unwrap();
        let (settings, fault) = Settings::load(&folders, now());
        assert_eq!(settings, Settings::default());
        let Some(SettingsFault::Damaged { kept, .. }) = fault else {
            panic!("{damaged:?} was understood");
        };
        assert_eq!(fs::read(&kept).unwrap(), damaged);
        settings.save(&folders).unwrap();
        assert_eq!(names(&folders.config).len(), 2);
        assert!(Settings::load(&folders, now()).1.is_none());
    }
}

#[test]
fn words_of_a_newer_program_cost_no_more_than_themselves() {
    let (_home, folders, path) = home();
    fs::create_dir_all(&folders.config).unwrap();
    let text = r#"(theme: "sepia", colour_of_the_sky: "blue", text_size: 900, name: "Ana",
        window: Some((1, 2)),
        recent: [(path: ""), (path: "b", opened: "yesterday"),
                 (path: "c", opened: "2026-03-15T12:00:00Z", due: "soon", state: "?", more: 1)])"#;
    fs::write(&path, text).unwrap();
    let (settings, fault) = Settings::load(&folders, now());
    assert!(fault.is_none());
    assert_eq!(settings.theme, Theme::System);
    assert_eq!(settings.text_size, TextSize::LARGEST);
    assert_eq!(settings.window, Some(WindowSize::new(480, 360)));
    assert_eq!(settings.name, "Ana");
    assert!(settings.single_keys && !settings.short_path_first);
    let paths: Vec<_> = settings
        .recent
        .files()
        .iter()
        .map(|file| file.path.as_path())
        .collect();
    assert_eq!(paths, [Path::new("c")]);
}

#[test]
fn settings_that_cannot_be_read_are_told() {
    let (_home, folders, path) = home();
    fs::create_dir_all(&path).unwrap();
    let (settings, fault) = Settings::load(&folders, now());
    assert_eq!(settings, Settings::default());
    assert!(matches!(fault, Some(SettingsFault::Unreadable(_))));
}

#[test]
fn the_last_12_files_are_remembered_each_once_and_the_last_one_first() {
    let mut settings = Settings::default();
    for number in 0..20 {
        settings.recent.remember(recent(&number.to_string()));
    }
    settings.recent.remember(recent("15"));
    let paths = |settings: &Settings| -> Vec<String> {
        let recent = settings.recent.files().iter();
        recent.map(|file| file.path.display().to_string()).collect()
    };
    let expected = [
        "15", "19", "18", "17", "16", "14", "13", "12", "11", "10", "9", "8",
    ];
    assert_eq!(paths(&settings), expected);
    settings.recent.forget(Path::new("19"));
    assert_eq!(paths(&settings).len(), 11);
}

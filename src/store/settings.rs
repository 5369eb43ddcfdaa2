//! What this user likes, in a file of its own: `settings.ron`.
//!
//! Settings never stop the program. What the file does not say, or says in words of a newer
//! program, is as usual; a file that cannot be understood is kept beside the new one under another
//! name, so that nothing is lost, and the user is told ([`SettingsFault`]).

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use ron::error::SpannedError;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use super::{Attempt, Folders, StoreError, read, write_whole};
use crate::domain::{Explain, Message, StateCode};

/// The file's name, in the folder for settings.
const NAME: &str = "settings.ron";

/// How the window looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the machine does.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// With as much contrast as there is.
    HighContrast,
}

impl Theme {
    /// All of them, as they stand in a menu.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

    /// The word for it in the file.
    pub fn token(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
        }
    }

    fn from_token(token: &str) -> Self {
        let known = Self::ALL.into_iter().find(|theme| theme.token() == token);
        known.unwrap_or_default()
    }
}

/// The size of text, in per cent of the usual: 100 to 200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextSize(u16);

impl TextSize {
    /// The usual size, which is also the smallest.
    pub const USUAL: Self = Self(100);

    pub const LARGEST: Self = Self(200);

    /// A size in per cent; too small or too large, the nearest that there is.
    pub fn new(per_cent: u16) -> Self {
        Self(per_cent.clamp(Self::USUAL.0, Self::LARGEST.0))
    }

    pub fn per_cent(self) -> u16 {
        self.0
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self::USUAL
    }
}

/// The size of the window, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WindowSize {
    width: u16,
    height: u16,
}

impl WindowSize {
    const SMALLEST: (u16, u16) = (480, 360);
    const LARGEST: (u16, u16) = (16_000, 16_000);

    /// A size; too small or too large, the nearest that can be used.
    pub fn new(width: u16, height: u16) -> Self {
        Self {
            width: width.clamp(Self::SMALLEST.0, Self::LARGEST.0),
            height: height.clamp(Self::SMALLEST.1, Self::LARGEST.1),
        }
    }

    /// How wide it is.
    pub fn width(self) -> u16 {
        self.width
    }

    /// How high it is.
    pub fn height(self) -> u16 {
        self.height
    }
}

/// A file that was open lately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentFile {
    /// Where it stands.
    pub path: PathBuf,
    /// The State whose work it is, where the file is of one.
    pub state: Option<StateCode>,
    /// What to call it.
    pub title: String,
    /// When the reply is due.
    pub due: Option<Date>,
    /// When it was opened last.
    pub opened: Timestamp,
}

/// The files that were open lately, each once, the last one first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecentFiles(Vec<RecentFile>);

impl RecentFiles {
    /// How many are remembered.
    pub const MOST: usize = 12;

    /// All of them, the last one first.
    pub fn files(&self) -> &[RecentFile] {
        &self.0
    }

    /// Remembers a file that was opened, and forgets the oldest where there are too many.
    pub fn remember(&mut self, file: RecentFile) {
        self.forget(&file.path);
        self.0.insert(0, file);
        self.0.truncate(Self::MOST);
    }

    /// Forgets a file, such as one that has gone.
    pub fn forget(&mut self, path: &Path) {
        self.0.retain(|file| file.path != path);
    }
}

/// What this user likes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// How the window looks.
    pub theme: Theme,
    /// How large text is.
    pub text_size: TextSize,
    /// Whether keys act without Ctrl, outside text fields.
    pub single_keys: bool,
    /// Whether the questions that were asked in 2006 come first.
    pub short_path_first: bool,
    /// The user's name, for stamps; empty where nobody has said.
    pub name: String,
    /// The user's body, for stamps; empty where nobody has said.
    pub body: String,
    /// The size that the window had.
    pub window: Option<WindowSize>,
    /// The files that were open lately.
    pub recent: RecentFiles,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_size: TextSize::default(),
            single_keys: true,
            short_path_first: false,
            name: String::new(),
            body: String::new(),
            window: None,
            recent: RecentFiles::default(),
        }
    }
}

/// What was wrong with the settings. The program goes on with the usual ones.
#[derive(Debug)]
pub enum SettingsFault {
    /// The file could not be understood, and was put aside.
    Damaged {
        reason: SpannedError,
        /// Where the old file stands now.
        kept: PathBuf,
    },
    /// The file could not be read, or not be put aside.
    Unreadable(StoreError),
}

impl Explain for SettingsFault {
    fn message(&self) -> Message {
        match self {
            Self::Damaged { reason, kept } => Message::new("settings-damaged")
                .explained("reason", &Message::verbatim(reason))
                .path("path", kept),
            Self::Unreadable(fault) => {
                Message::new("settings-unreadable").explained("reason", fault)
            }
        }
    }
}

impl Settings {
    /// Reads the settings, and says what was wrong with them. It always gives some.
    pub fn load(folders: &Folders, now: Timestamp) -> (Self, Option<SettingsFault>) {
        let path = folders.config.join(NAME);
        let bytes = match read(&path) {
            Ok(bytes) => bytes,
            Err(StoreError::NotFound { .. }) => return (Self::default(), None),
            Err(fault) => {
                return (Self::default(), Some(SettingsFault::Unreadable(fault)));
            }
        };
        match ron::de::from_bytes::<SettingsFile>(&bytes) {
            Ok(file) => (file.into(), None),
            Err(reason) => {
                let fault = match put_aside(&path, now) {
                    Ok(kept) => SettingsFault::Damaged { reason, kept },
                    Err(fault) => SettingsFault::Unreadable(fault),
                };
                (Self::default(), Some(fault))
            }
        }
    }

    /// Writes the settings, whole or not at all. Of two windows, the later one is kept.
    pub fn save(&self, folders: &Folders) -> Result<(), StoreError> {
        let path = folders.config.join(NAME);
        let config = PrettyConfig::new().struct_names(false);
        let text =
            ron::ser::to_string_pretty(&SettingsFile::from(self), config).map_err(|err| {
                StoreError::NotEncoded {
                    reason: Message::verbatim(&err),
                    path: path.clone(),
                }
            })?;
        fs::create_dir_all(&folders.config).map_err(StoreError::writing(&path))?;
        write_whole(&path, (text + "\n").as_bytes())?;
        Ok(())
    }
}

/// Gives a damaged file another name, and returns that.
fn put_aside(path: &Path, now: Timestamp) -> Result<PathBuf, StoreError> {
    let kept = path.with_file_name(format!("settings.damaged-{}.ron", now.as_millisecond()));
    fs::rename(path, &kept).map_err(|err| StoreError::from_io(Attempt::Write, err, path))?;
    Ok(kept)
}

/// The settings as they stand in the file. Words stand for choices, so that one which this program
/// does not know costs no more than that choice.
#[derive(Debug, Serialize, Deserialize)]
#[serde(default)]
struct SettingsFile {
    theme: String,
    text_size: u16,
    single_keys: bool,
    short_path_first: bool,
    name: String,
    body: String,
    window: Option<(u16, u16)>,
    recent: Vec<RecentFileEntry>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct RecentFileEntry {
    path: String,
    state: String,
    title: String,
    due: String,
    opened: String,
}

impl Default for SettingsFile {
    fn default() -> Self {
        Self::from(&Settings::default())
    }
}

impl From<&Settings> for SettingsFile {
    fn from(settings: &Settings) -> Self {
        Self {
            theme: settings.theme.token().to_owned(),
            text_size: settings.text_size.per_cent(),
            single_keys: settings.single_keys,
            short_path_first: settings.short_path_first,
            name: settings.name.clone(),
            body: settings.body.clone(),
            window: settings.window.map(|size| (size.width, size.height)),
            recent: settings.recent.files().iter().filter_map(entry).collect(),
        }
    }
}

impl From<SettingsFile> for Settings {
    fn from(file: SettingsFile) -> Self {
        let mut recent: Vec<_> = file.recent.iter().filter_map(recent_file).collect();
        recent.truncate(RecentFiles::MOST);
        Self {
            theme: Theme::from_token(&file.theme),
            text_size: TextSize::new(file.text_size),
            single_keys: file.single_keys,
            short_path_first: file.short_path_first,
            name: file.name,
            body: file.body,
            window: file
                .window
                .map(|(width, height)| WindowSize::new(width, height)),
            recent: RecentFiles(recent),
        }
    }
}

/// A path that is no text, as Unix allows, is not remembered.
fn entry(file: &RecentFile) -> Option<RecentFileEntry> {
    Some(RecentFileEntry {
        path: file.path.to_str()?.to_owned(),
        state: file
            .state
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        title: file.title.clone(),
        due: file.due.map(|day| day.to_string()).unwrap_or_default(),
        opened: file.opened.to_string(),
    })
}

fn recent_file(entry: &RecentFileEntry) -> Option<RecentFile> {
    Some(RecentFile {
        path: Some(&entry.path).filter(|path| !path.is_empty())?.into(),
        state: StateCode::parse(&entry.state).ok(),
        title: entry.title.clone(),
        due: entry.due.parse().ok(),
        opened: entry.opened.parse().ok()?,
    })
}

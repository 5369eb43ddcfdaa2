//! The only layer that touches the disk and reads the clock.
//!
//! Weeks of an official's work stand in one file, so the rules here are strict:
//!
//! * A file is written whole or not at all ([`write_whole`]): at every instant the path holds the
//!   old content or the new, also where the process is killed or the disk is full.
//! * One window writes a file at a time ([`Lock`]), and a file that another program changed is
//!   never written over ([`StoreError::ChangedOnDisk`]).
//! * "Saved" is said only after the bytes were read back and compared.
//! * A failure is a value that says what happened and what to do; nothing here panics or prints.
//!
//! It moves bytes, and knows nothing of what they mean: `format` reads and writes them. Nothing
//! but code under `cfg(unix)` assumes Unix.

mod autosave;
mod backups;
mod beginning;
mod clock;
mod desktop;
mod error;
mod files;
mod fingerprint;
mod folders;
mod holder;
mod identity;
mod lock;
mod machine;
mod saver;
mod settings;
#[cfg(feature = "gui")]
mod signals;
mod stall;
mod walk;

pub use autosave::{AutosaveTimer, Urgency};
pub use backups::{Backup, BackupTimer, Backups, to_remove};
pub use beginning::{open, read_beginning};
pub use clock::{local, now, now_in_seconds, time_zone, today};
pub use desktop::show_in_folder;
pub use error::{Attempt, StoreError};
pub use files::{
    check_length, is_same, is_there, length, make_folder, names_in, read, read_up_to,
    without_links, write_new, write_private, write_whole,
};
pub use fingerprint::{Fingerprint, Saved, fingerprint, save_over};
pub use folders::{Folders, documents_folder};
pub use holder::Holder;
pub use identity::new_identity;
pub use lock::Lock;
pub use machine::{has_display, host_name, is_asked_for, user_name};
pub use saver::{Finish, SaveJob, SaveOutcome, Saver};
pub use settings::{RecentFile, RecentFiles, Settings, SettingsFault, TextSize, Theme, WindowSize};
#[cfg(feature = "gui")]
pub use signals::on_request_to_end;
pub use stall::Stall;
pub use walk::FoundFiles;

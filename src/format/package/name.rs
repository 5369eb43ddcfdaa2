//! Which names a file in a package may have: plain ones, that mean the same on every machine and
//! lead nowhere.

use crate::domain::is_device_name;

/// The longest name, in bytes.
pub const LONGEST: usize = 200;

/// Why a name cannot stand in a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    Empty,
    /// It leads to another folder.
    Folder,
    /// It has characters that not every disk can take, or that nobody sees.
    Characters,
    /// It means something else on some machines.
    Device,
    Long,
}

/// Whether a plain name, without its folder, can stand in a package.
pub fn check(name: &str) -> Result<(), NameFault> {
    if name.is_empty() {
        Err(NameFault::Empty)
    } else if name.contains(['/', '\\', ':']) || name == "." || name == ".." {
        Err(NameFault::Folder)
    } else if name
        .chars()
        .any(|sign| sign.is_control() || "<>\"|?*".contains(sign))
    {
        Err(NameFault::Characters)
    } else if name.ends_with(['.', ' ']) || name.starts_with(' ') || is_device_name(name) {
        Err(NameFault::Device)
    } else if LONGEST < name.len() {
        Err(NameFault::Long)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn plain_names_pass_and_no_others() {
        for name in [
            "law.pdf",
            "law (2).pdf",
            "Loi n° 5.pdf",
            "قانون.pdf",
            "console.txt",
            "..a",
        ] {
            assert_eq!(check(name), Ok(()), "{name}");
        }
        for name in [
            "",
            ".",
            "..",
            "../law.pdf",
            "/etc/passwd",
            "a/b",
            "a\\b",
            "C:law",
            "a\0b",
            "a\nb",
            "con",
            "NUL.txt",
            "com1.pdf",
            "law.",
            "law ",
            " law",
            "what?",
            "law*",
        ] {
            assert!(check(name).is_err(), "{name:?}");
        }
        assert!(check(&"x".repeat(201)).is_err());
    }
}

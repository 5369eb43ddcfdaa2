//! Which names a file in a package may have: plain ones, that mean the same on every machine and
//! lead nowhere.

use crate::domain::is_device_name;

/// The longest name, in bytes.
const LONGEST: usize = 200;

/// Why a plain name, without its folder, cannot stand in a package.
pub fn check(name: &str) -> Result<(), &'static str> {
    if name.is_empty() {
        Err("a name is empty")
    } else if name.contains(['/', '\\', ':']) || name == "." || name == ".." {
        Err("this name leads to another folder")
    } else if name
        .chars()
        .any(|sign| sign.is_control() || "<>\"|?*".contains(sign))
    {
        Err("this name has signs that not every disk can take")
    } else if name.ends_with(['.', ' ']) || name.starts_with(' ') || is_device_name(name) {
        Err("this name means something else on some machines")
    } else if LONGEST < name.len() {
        Err("this name is too long")
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

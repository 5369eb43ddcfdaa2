//! Days and years as they are typed, and back.

use jiff::civil::Date;

/// How a date is typed.
const FORM: &str = "%Y-%m-%d";

/// A date as its field shows it; empty where there is none.
pub fn shown_date(date: Option<Date>) -> String {
    date.map(|date| date.strftime(FORM).to_string())
        .unwrap_or_default()
}

/// The date that is typed, or none where nothing is; nothing at all where it cannot be read.
#[expect(clippy::option_option, reason = "no date is a date that can be said")]
pub fn read_date(typed: &str) -> Option<Option<Date>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(None);
    }
    // A date, and nothing else that the library would read.
    let is_long_enough = typed.len() == "2026-12-31".len();
    let date = is_long_enough.then(|| Date::strptime(FORM, typed).ok())??;
    Some(Some(date))
}

pub fn shown_year(year: Option<i16>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// The year that is typed: four digits, or nothing.
pub fn read_year(typed: &str) -> Result<Option<i16>, ()> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if typed.len() != 4 || !typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(());
    }
    typed.parse().map(Some).map_err(drop)
}

//! The clock. Nothing below this layer may read it: moments and days go in there as values.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The moment that it is.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// The day that it is where the machine stands.
pub fn today() -> Date {
    Zoned::now().date()
}

/// The time zone where the machine stands; Universal Time where the machine does not say.
pub fn time_zone() -> TimeZone {
    TimeZone::system()
}

/// The moment that it is, to the second: as fine as a stamp needs it.
pub fn now_in_seconds() -> Timestamp {
    let now = now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// The moment where the machine stands.
pub fn local(moment: Timestamp) -> Zoned {
    moment.to_zoned(time_zone())
}

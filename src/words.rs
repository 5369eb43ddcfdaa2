//! The words of window, commands and reports, in the language that they speak.
//!
//! They stand in `assets/locales/<language>/*.ftl` (Fluent), never in the code: a test reads the
//! sources, and finds a key without words, words without a key, and words that were written into
//! the code. A key is lower-case words joined by hyphens, and is written out in full.

mod answer;
mod message;
mod plan;
mod question;
mod replies;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

use crate::analysis::{Percent, Profile, Shows};
use crate::domain::{Application, Level, RegionalGroup, Standing, TextField};

pub use answer::{joined, kind_title};
pub use fluent_bundle::FluentValue as Value;
pub use message::in_english;
pub use plan::NamedTick;
pub use replies::{Who, capitalised};

/// The language that every other falls back to.
pub const ENGLISH: &str = "en";

/// Each language with the text of its files.
const LANGUAGES: [(&str, &[&str]); 1] = [(
    ENGLISH,
    &[
        include_str!("../assets/locales/en/actions.ftl"),
        include_str!("../assets/locales/en/answers.ftl"),
        include_str!("../assets/locales/en/commands.ftl"),
        include_str!("../assets/locales/en/compare.ftl"),
        include_str!("../assets/locales/en/dialogs.ftl"),
        include_str!("../assets/locales/en/examine.ftl"),
        include_str!("../assets/locales/en/faults.ftl"),
        include_str!("../assets/locales/en/files.ftl"),
        include_str!("../assets/locales/en/findings.ftl"),
        include_str!("../assets/locales/en/frame.ftl"),
        include_str!("../assets/locales/en/gaps.ftl"),
        include_str!("../assets/locales/en/instrument.ftl"),
        include_str!("../assets/locales/en/letter.ftl"),
        include_str!("../assets/locales/en/origins.ftl"),
        include_str!("../assets/locales/en/plan.ftl"),
        include_str!("../assets/locales/en/question.ftl"),
        include_str!("../assets/locales/en/received.ftl"),
        include_str!("../assets/locales/en/report.ftl"),
        include_str!("../assets/locales/en/reports_screen.ftl"),
        include_str!("../assets/locales/en/round.ftl"),
        include_str!("../assets/locales/en/round_report.ftl"),
        include_str!("../assets/locales/en/screens.ftl"),
        include_str!("../assets/locales/en/store.ftl"),
        include_str!("../assets/locales/en/submit.ftl"),
        include_str!("../assets/locales/en/values.ftl"),
    ],
)];

/// The words of one language; what it lacks is said in English.
pub struct Words {
    /// The language itself, then English.
    bundles: Vec<FluentBundle<FluentResource>>,
    /// Where moments are said.
    zone: TimeZone,
}

impl Words {
    /// The words of `language`, such as `en`; an unknown language is English. Moments are said in
    /// Universal Time.
    pub fn load(language: &str) -> Self {
        let english = LANGUAGES.iter().filter(|(name, _)| *name == ENGLISH);
        let own = LANGUAGES
            .iter()
            .filter(|(name, _)| *name == language && language != ENGLISH);
        Self {
            bundles: own
                .chain(english)
                .map(|(name, files)| bundle(name, files))
                .collect(),
            zone: TimeZone::UTC,
        }
    }

    /// The same words, with moments said in this time zone.
    pub fn in_zone(self, zone: TimeZone) -> Self {
        Self { zone, ..self }
    }

    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|(name, _)| *name)
    }

    /// The words for `key`; a key without words shows itself.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The words for `key`, with the values that they name:
    /// `say_with(key, &[("done", 3.into()), ("all", 5.into())])`.
    pub fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let arguments: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        self.bundles
            .iter()
            .find_map(|bundle| {
                let pattern = bundle.get_message(key)?.value()?;
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
                Some(text.into_owned())
            })
            .unwrap_or_else(|| key.to_owned())
    }

    /// The short word for a standing, or for its lack.
    pub fn standing(&self, standing: Option<Standing>) -> String {
        self.say(match standing {
            Some(Standing::Yes) => "standing-yes",
            Some(Standing::InPart) => "standing-in-part",
            Some(Standing::No) => "standing-no",
            Some(Standing::NotApplicable) => "standing-not-applicable",
            Some(Standing::NotKnown) => "standing-not-known",
            None => "standing-not-answered",
        })
    }

    /// The word for a standing where there is room for it: no abbreviation.
    pub fn standing_in_full(&self, standing: Option<Standing>) -> String {
        match standing {
            Some(Standing::NotApplicable) => self.say("standing-not-applicable-full"),
            other => self.standing(other),
        }
    }

    /// The word for a level.
    pub fn level(&self, level: Level) -> String {
        self.say(match level {
            Level::National => "level-national",
            Level::Regional => "level-regional",
            Level::Local => "level-local",
        })
    }

    /// The label of a text.
    pub fn text(&self, field: TextField) -> String {
        self.say(match field {
            TextField::Exists => "text-exists",
            TextField::Missing => "text-missing",
            TextField::Difficulty => "text-difficulty",
            TextField::Useful => "text-useful",
            TextField::Reason => "text-reason",
            TextField::Expected => "text-expected",
            TextField::Text => "text-text",
            TextField::Choice => "text-choice",
            TextField::Remark => "text-remark",
            TextField::Responsible => "text-responsible",
        })
    }

    /// The name of a regional group.
    pub fn group(&self, group: RegionalGroup) -> String {
        self.say(match group {
            RegionalGroup::Africa => "group-africa",
            RegionalGroup::AsiaPacific => "group-asia-pacific",
            RegionalGroup::EasternEurope => "group-eastern-europe",
            RegionalGroup::LatinAmericaCaribbean => "group-latin-america-caribbean",
            RegionalGroup::WesternEurope => "group-western-europe",
        })
    }

    /// The word for how far something is applied.
    pub fn application(&self, application: Option<Application>) -> String {
        self.say(match application {
            Some(Application::NotYet) => "application-not-yet",
            Some(Application::Partly) => "application-partly",
            Some(Application::Applied) => "application-applied",
            None => "application-not-said",
        })
    }

    /// A day: 31 December 2026.
    pub fn day(&self, day: Date) -> String {
        let month = self.say(match day.month() {
            1 => "month-1",
            2 => "month-2",
            3 => "month-3",
            4 => "month-4",
            5 => "month-5",
            6 => "month-6",
            7 => "month-7",
            8 => "month-8",
            9 => "month-9",
            10 => "month-10",
            11 => "month-11",
            _ => "month-12",
        });
        let [date, year] = [day.day().to_string(), day.year().to_string()];
        self.say_with(
            "day-in-words",
            &[
                ("day", date.into()),
                ("month", month.into()),
                ("year", year.into()),
            ],
        )
    }

    /// A moment where people are: 31 December 2026, 10:32.
    pub fn moment(&self, moment: Timestamp) -> String {
        let local = moment.to_zoned(self.zone.clone());
        let time = local.strftime("%H:%M").to_string();
        let day = self.day(local.date());
        self.say_with(
            "moment-in-words",
            &[("day", day.into()), ("time", time.into())],
        )
    }

    /// How much is done: 3 of 5.
    pub fn done_of_all(&self, done: usize, all: usize) -> String {
        self.say_with(
            "progress-done-of-all",
            &[("done", done.into()), ("all", all.into())],
        )
    }

    /// What a profile says, in one line: coverage, range, and how much of it is decided.
    pub fn profile(&self, profile: &Profile) -> String {
        let tally = profile.tally;
        let decided = ("decided", tally.decided().into());
        let counting = ("counting", tally.counting().into());
        let percent = match (profile.shows, profile.percent()) {
            (Shows::NoLevel, _) => return self.say("profile-no-level"),
            (Shows::NotAsked, _) => return self.say("profile-not-asked"),
            (Shows::Cells, _) => return self.say_with("profile-cells", &[decided, counting]),
            (_, None) => return self.say("profile-not-applicable"),
            (_, Some(percent)) => percent,
        };
        let Percent {
            coverage,
            low,
            high,
        } = percent;
        let range = [("low", low.into()), ("high", high.into())];
        match coverage.map(|coverage| ("coverage", coverage.into())) {
            Some(coverage) if tally.open() == 0 => {
                self.say_with("profile-percent-all", &[coverage, counting])
            }
            Some(coverage) => {
                let [low, high] = range;
                self.say_with("profile-percent", &[coverage, low, high, decided, counting])
            }
            None => {
                let [low, high] = range;
                self.say_with("profile-too-few", &[low, high, decided, counting])
            }
        }
    }
}

/// What can be read of a file is said; a test sees to it that all of it can.
fn bundle(language: &str, files: &[&str]) -> FluentBundle<FluentResource> {
    let identifier = language.parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolating marks would be drawn as boxes: the window has no bidirectional text.
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned())
            .unwrap_or_else(|(readable, _faults)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_said_with_its_values() {
        let words = Words::load(ENGLISH);
        assert_eq!(words.standing(Some(Standing::InPart)), "In part");
        assert_eq!(words.done_of_all(3, 5), "3 of 5");
    }

    #[test]
    fn a_key_without_words_shows_itself_in_any_language() {
        assert_eq!(Words::load(ENGLISH).say("no-such-key"), "no-such-key");
        assert_eq!(Words::load("xx").level(Level::Local), "Local");
    }
}

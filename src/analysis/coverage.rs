//! Coverage: how much of what was decided is in place, and how far the open answers could still
//! move it. The one place where these figures are made; integers only, nothing weighted.

use super::cells;
use crate::domain::{
    Application, Assessment, Instrument, Level, PrincipleNumber, Question, SectionId, Standing,
};

/// The profiles of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// One for each principle and level, by principle, then from national to local.
    pub principles: Vec<Profile>,
    /// One for each section and level, likewise.
    pub sections: Vec<Profile>,
}

impl Coverage {
    pub fn principle(&self, principle: PrincipleNumber, level: Level) -> Option<&Profile> {
        self.principles
            .iter()
            .find(|profile| profile.group == Group::Principle(principle) && profile.level == level)
    }
}

/// What a profile is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// The questions that serve a basic principle.
    Principle(PrincipleNumber),
    Section(SectionId),
}

impl Group {
    /// Whether the question belongs to the group, and counts.
    pub fn holds(&self, question: &Question) -> bool {
        question.counts()
            && match self {
                Self::Principle(principle) => question.serves(*principle),
                Self::Section(section) => question.section == *section,
            }
    }
}

/// Where the State stands on one principle or section, at one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    pub group: Group,
    pub level: Level,
    pub shows: Shows,
    pub tally: Tally,
}

/// What a profile shows: the first of these that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// Nothing: the State has no such level.
    NoLevel,
    /// Nothing: no question of the group is asked at this level.
    NotAsked,
    /// Nothing: no cell counts.
    NotApplicable,
    /// The cells themselves: fewer than three count.
    Cells,
    /// The range alone: fewer than half of the cells that count are decided.
    TooFew,
    /// The coverage and its range.
    Percent,
}

impl Shows {
    /// The word for it in JSON.
    pub const fn token(self) -> &'static str {
        match self {
            Self::NoLevel => "no_level",
            Self::NotAsked => "not_asked",
            Self::NotApplicable => "not_applicable",
            Self::Cells => "cells",
            Self::TooFew => "too_few",
            Self::Percent => "percent",
        }
    }
}

/// Cells, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub yes: u32,
    pub in_part: u32,
    pub no: u32,
    /// Cells that say Not applicable; they do not count.
    pub not_applicable: u32,
    pub not_known: u32,
    pub not_answered: u32,
    /// How the Yes and In part cells are applied.
    pub applied: Applied,
    /// The Yes and In part cells whose answer names evidence.
    pub evidenced: u32,
}

/// How the cells that say Yes or In part are applied in practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Applied {
    pub applied: u32,
    pub partly: u32,
    /// Adopted, but not yet applied.
    pub not_yet: u32,
    pub not_said: u32,
}

/// A fraction, not reduced, so that it can be redone by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    pub numerator: u32,
    /// Below the line; never 0.
    pub denominator: u32,
}

/// Coverage and range in whole per cent, 0 to 100, as every page shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent {
    /// The coverage, rounded half up; `None` where too few cells are decided.
    pub coverage: Option<u32>,
    /// The lowest that the open cells could make it, rounded down.
    pub low: u32,
    /// The highest that the open cells could make it, rounded up.
    pub high: u32,
}

impl Tally {
    /// The cells that count: all but the Not applicable.
    pub const fn counting(self) -> u32 {
        self.decided() + self.open()
    }

    /// The cells that are decided: Yes, In part or No.
    pub const fn decided(self) -> u32 {
        self.yes + self.in_part + self.no
    }

    /// The cells that are open: Not known, or not answered.
    pub const fn open(self) -> u32 {
        self.not_known + self.not_answered
    }

    const fn points(self) -> u32 {
        2 * self.yes + self.in_part
    }

    /// Coverage: (2·yes + in part) / (2·decided); `None` where nothing is decided.
    pub fn coverage(self) -> Option<Fraction> {
        Fraction::new(self.points(), 2 * self.decided())
    }

    /// The coverage if every open cell became No; `None` where nothing counts.
    pub fn low(self) -> Option<Fraction> {
        Fraction::new(self.points(), 2 * self.counting())
    }

    /// The coverage if every open cell became Yes; `None` where nothing counts.
    pub fn high(self) -> Option<Fraction> {
        Fraction::new(self.points() + 2 * self.open(), 2 * self.counting())
    }

    fn add(
        &mut self,
        standing: Option<Standing>,
        application: Option<Application>,
        evidenced: bool,
    ) {
        match standing {
            Some(Standing::Yes) => self.yes += 1,
            Some(Standing::InPart) => self.in_part += 1,
            Some(Standing::No) => self.no += 1,
            Some(Standing::NotApplicable) => self.not_applicable += 1,
            Some(Standing::NotKnown) => self.not_known += 1,
            None => self.not_answered += 1,
        }
        if !matches!(standing, Some(Standing::Yes | Standing::InPart)) {
            return;
        }
        match application {
            Some(Application::Applied) => self.applied.applied += 1,
            Some(Application::Partly) => self.applied.partly += 1,
            Some(Application::NotYet) => self.applied.not_yet += 1,
            None => self.applied.not_said += 1,
        }
        self.evidenced += u32::from(evidenced);
    }
}

impl Fraction {
    fn new(numerator: u32, denominator: u32) -> Option<Self> {
        (denominator != 0).then_some(Self {
            numerator,
            denominator,
        })
    }

    /// In per cent, rounded down.
    pub fn percent_down(self) -> u32 {
        self.whole(100 * self.numerator / self.denominator)
    }

    /// In per cent, rounded up.
    pub fn percent_up(self) -> u32 {
        self.whole((100 * self.numerator).div_ceil(self.denominator))
    }

    /// In per cent, rounded half up.
    pub fn percent(self) -> u32 {
        self.whole((200 * self.numerator + self.denominator) / (2 * self.denominator))
    }

    /// The rounded per cent, but 0 and 100 only where the fraction is exactly that.
    fn whole(self, rounded: u32) -> u32 {
        if self.numerator == 0 || self.numerator == self.denominator {
            rounded
        } else {
            rounded.clamp(1, 99)
        }
    }
}

impl Profile {
    /// Coverage and range in whole per cent; `None` where the profile shows none.
    pub fn percent(&self) -> Option<Percent> {
        let coverage = match self.shows {
            Shows::Percent => Some(self.tally.coverage()?.percent()),
            Shows::TooFew => None,
            Shows::NoLevel | Shows::NotAsked | Shows::NotApplicable | Shows::Cells => return None,
        };
        match coverage {
            Some(coverage) if self.tally.open() == 0 => Some(Percent {
                coverage: Some(coverage),
                low: coverage,
                high: coverage,
            }),
            _ => Some(Percent {
                coverage,
                low: self.tally.low()?.percent_down(),
                high: self.tally.high()?.percent_up(),
            }),
        }
    }

    /// Every figure of the profile, first those in per cent; `None` where it shows none.
    pub fn figures(&self) -> [(&'static str, Option<u32>); 16] {
        let (tally, applied, percent) = (self.tally, self.tally.applied, self.percent());
        [
            ("coverage", percent.and_then(|percent| percent.coverage)),
            ("low", percent.map(|percent| percent.low)),
            ("high", percent.map(|percent| percent.high)),
            ("decided", Some(tally.decided())),
            ("counting", Some(tally.counting())),
            ("yes", Some(tally.yes)),
            ("in_part", Some(tally.in_part)),
            ("no", Some(tally.no)),
            ("not_applicable", Some(tally.not_applicable)),
            ("not_known", Some(tally.not_known)),
            ("not_answered", Some(tally.not_answered)),
            ("applied", Some(applied.applied)),
            ("partly", Some(applied.partly)),
            ("not_yet", Some(applied.not_yet)),
            ("not_said", Some(applied.not_said)),
            ("evidenced", Some(tally.evidenced)),
        ]
    }
}

pub fn coverage(instrument: &Instrument, assessment: &Assessment) -> Coverage {
    let profiles = |groups: Vec<Group>| {
        groups
            .iter()
            .flat_map(|group| Level::ALL.map(|level| profile(instrument, assessment, group, level)))
            .collect()
    };
    let principles = instrument.principles().iter();
    let sections = instrument.sections().iter();
    Coverage {
        principles: profiles(
            principles
                .map(|each| Group::Principle(each.number))
                .collect(),
        ),
        sections: profiles(
            sections
                .map(|each| Group::Section(each.id.clone()))
                .collect(),
        ),
    }
}

fn profile(
    instrument: &Instrument,
    assessment: &Assessment,
    group: &Group,
    level: Level,
) -> Profile {
    let mut tally = Tally::default();
    for question in instrument
        .questions()
        .iter()
        .filter(|question| group.holds(question))
    {
        let answer = assessment.answers.get(&question.id);
        let application = answer.and_then(|answer| answer.cells.get(&level)?.application);
        let evidenced = answer.is_some_and(|answer| !answer.evidence.is_empty());
        for (_, standing) in cells(assessment, question).filter(|(at, _)| *at == level) {
            tally.add(standing, application, evidenced);
        }
    }
    let cells = tally.counting() + tally.not_applicable;
    let shows = if !assessment.profile.levels.has(level) {
        Shows::NoLevel
    } else if cells == 0 {
        Shows::NotAsked
    } else if tally.counting() == 0 {
        Shows::NotApplicable
    } else if tally.counting() < 3 {
        Shows::Cells
    } else if 2 * tally.decided() < tally.counting() {
        Shows::TooFew
    } else {
        Shows::Percent
    };
    Profile {
        group: group.clone(),
        level,
        shows,
        tally,
    }
}

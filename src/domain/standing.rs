//! The closed sets of values that an answer is made of: levels, standings, application, units.

use std::fmt;

use super::{Explain, Message};

/// Why a word is none of the values of a closed set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownToken {
    /// The word as it was given.
    pub token: String,
    /// What it should have been.
    pub what: &'static str,
    /// The words that would have been right, separated by commas.
    pub expected: String,
}

impl Explain for UnknownToken {
    fn message(&self) -> Message {
        Message::new("value-no-token")
            .text("token", &self.token)
            .text("what", self.what)
            .text("expected", &self.expected)
    }
}

macro_rules! tokens {
    ($(#[$meta:meta])* $name:ident, $what:literal, { $($(#[$variant_meta:meta])* $variant:ident = $token:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_meta])* $variant),+
        }

        impl $name {
            /// Every value, in the order in which it is shown.
            pub const ALL: [Self; [$($token),+].len()] = [$(Self::$variant),+];

            /// The word for this value in files, on the command line and in JSON.
            pub const fn token(self) -> &'static str {
                match self {
                    $(Self::$variant => $token),+
                }
            }

            /// Reads the word for a value.
            pub fn parse(token: &str) -> Result<Self, UnknownToken> {
                Self::ALL.into_iter().find(|value| value.token() == token).ok_or_else(|| UnknownToken {
                    token: token.to_owned(),
                    what: $what,
                    expected: [$($token),+].join(", "),
                })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.token())
            }
        }
    };
}
pub(super) use tokens;

tokens!(
    /// A level of government at which a question is asked.
    Level, "level", {
        /// The State as a whole.
        National = "national",
        /// Province, state or federal entity; never a region of the world.
        Regional = "regional",
        /// City, municipality, district or neighbourhood.
        Local = "local",
    }
);

tokens!(
    /// What one cell says. A cell without a standing is *not answered*, which is none of these.
    Standing, "standing", {
        /// In place; below the national level, in all or nearly all units.
        Yes = "yes",
        /// Partly in place; below the national level, in some units.
        InPart = "in_part",
        /// Not in place.
        No = "no",
        /// The question does not arise in this State, for the reason that the answer gives.
        NotApplicable = "not_applicable",
        /// No information could be had: "No information" on screen.
        NotKnown = "not_known",
    }
);

impl Standing {
    /// Whether the standing settles the cell: Yes, In part or No.
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Yes | Self::InPart | Self::No)
    }
}

tokens!(
    /// How far something that was adopted is applied in practice.
    Application, "application", {
        /// Adopted, but not yet applied.
        NotYet = "not_yet",
        /// Applied in part.
        Partly = "partly",
        Applied = "applied",
    }
);

tokens!(
    /// How far assistance is needed, or can be offered, in one area.
    Extent, "extent", {
        /// Needed, or offered.
        Yes = "yes",
        /// Needed, or offered, in part.
        InPart = "in_part",
        /// Not needed, or not offered.
        No = "no",
    }
);

/// How many of the units of a level have something: 4 of 21 regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Units {
    having: u32,
    all: u32,
}

/// Why two numbers are not units of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidUnits {
    /// The units that were said to have it.
    pub having: u32,
    /// The units that were said to exist.
    pub all: u32,
}

impl Explain for InvalidUnits {
    fn message(&self) -> Message {
        Message::new("value-no-units")
            .number("having", self.having)
            .number("all", self.all)
    }
}

impl Units {
    /// `having` of `all` units; there is at least one unit, and no more have it than exist.
    pub fn new(having: u32, all: u32) -> Result<Self, InvalidUnits> {
        if all == 0 || all < having {
            return Err(InvalidUnits { having, all });
        }
        Ok(Self { having, all })
    }

    /// The units that have it, at most [`Units::all`].
    pub fn having(self) -> u32 {
        self.having
    }

    /// The units that exist, at least one.
    pub fn all(self) -> u32 {
        self.all
    }
}

//! The acts: everything that a user can set off by name. Menu, keys and palette are all made from
//! this one list, so they cannot disagree.

use super::{App, QuestionView, Route, Session};
use crate::domain::Standing;

/// An act, with its key and its place in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Starts an assessment.
    New,
    /// Starts an assessment from the open one.
    NewFrom,
    /// Opens an assessment from a file.
    Open,
    /// Makes an example to try.
    Example,
    /// Saves a copy, and goes on with the original.
    SaveCopy,
    /// Saves under another name, and goes on with that.
    SaveElsewhere,
    /// Shows the file in its folder.
    ShowInFolder,
    /// Lists the backups of the assessment.
    Backups,
    /// Goes to the reports: to look at one in pages, and to write it.
    ShowReport,
    /// Closes the assessment.
    Close,
    /// Ends the program.
    Quit,
    /// Takes the last change back.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
    /// Gives the cell in focus a standing.
    Answer(Standing),
    /// Takes the standing of the cell in focus away.
    TakeStanding,
    /// Marks the answer, or takes the mark away.
    Flag,
    /// Clears the answer for sending, or takes that back.
    ClearForSending,
    /// Clears every answer of the section for sending.
    ClearSection,
    /// Adds a piece of evidence.
    AddEvidence,
    /// Goes to the questions.
    ShowQuestions,
    /// Goes to the gaps.
    ShowGaps,
    /// Goes to the plan.
    ShowPlan,
    /// Goes to what moved since the last call.
    ShowCompare,
    /// Goes to what a check finds, and to sending the reply.
    ShowSubmit,
    /// Goes to the round of replies.
    ShowRound,
    /// Goes to the profile.
    ShowProfile,
    /// Goes to the paragraphs of the Guidelines.
    ShowGuidelines,
    /// Goes to the page on how the Guidelines came about.
    ShowOrigins,
    /// Goes to the settings.
    ShowSettings,
    /// Goes to the start.
    ShowStart,
    /// Goes to the next question.
    Next,
    /// Goes to the question before.
    Previous,
    /// Goes to the next question that is open.
    NextOpen,
    /// Moves the focus to the level above.
    LevelUp,
    /// Moves the focus to the level below.
    LevelDown,
    /// Changes between one question and the table of its section.
    ChangeView,
    /// Goes back to the screen before.
    Back,
    /// Puts the cursor into the search field.
    Search,
    /// Opens the list of all acts.
    Palette,
    /// Makes the text larger.
    LargerText,
    /// Makes the text smaller.
    SmallerText,
}

/// A menu of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    File,
    /// Changes.
    Edit,
    /// Screens and moves.
    Go,
    /// The look.
    View,
}

impl Menu {
    /// The menus, in order.
    pub const ALL: [Self; 4] = [Self::File, Self::Edit, Self::Go, Self::View];
}

/// A key or a combination of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shortcut {
    /// What is held down with it.
    pub held: Held,
    /// The key, by the name that the window's library gives it: `K`, `Slash`, `ArrowUp`.
    pub key: &'static str,
}

/// What is held down with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Held {
    /// Nothing: a single key, which works only outside text fields and can be switched off.
    Nothing,
    /// Control, or Command on a Mac.
    Control,
    ControlShift,
    Alt,
}

const fn single(key: &'static str) -> Shortcut {
    Shortcut {
        held: Held::Nothing,
        key,
    }
}

const fn control(key: &'static str) -> Shortcut {
    Shortcut {
        held: Held::Control,
        key,
    }
}

const fn control_shift(key: &'static str) -> Shortcut {
    Shortcut {
        held: Held::ControlShift,
        key,
    }
}

impl Act {
    /// All acts, in the order of menus and palette.
    pub const ALL: [Self; 45] = [
        Self::New,
        Self::NewFrom,
        Self::Open,
        Self::Example,
        Self::SaveCopy,
        Self::SaveElsewhere,
        Self::ShowInFolder,
        Self::Backups,
        Self::ShowReport,
        Self::Close,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Answer(Standing::Yes),
        Self::Answer(Standing::InPart),
        Self::Answer(Standing::No),
        Self::Answer(Standing::NotApplicable),
        Self::Answer(Standing::NotKnown),
        Self::TakeStanding,
        Self::AddEvidence,
        Self::Flag,
        Self::ClearForSending,
        Self::ClearSection,
        Self::ShowStart,
        Self::ShowProfile,
        Self::ShowQuestions,
        Self::ShowGaps,
        Self::ShowPlan,
        Self::ShowCompare,
        Self::ShowSubmit,
        Self::ShowRound,
        Self::ShowGuidelines,
        Self::ShowOrigins,
        Self::Next,
        Self::Previous,
        Self::NextOpen,
        Self::LevelUp,
        Self::LevelDown,
        Self::Back,
        Self::Search,
        Self::ChangeView,
        Self::LargerText,
        Self::SmallerText,
        Self::ShowSettings,
        Self::Palette,
    ];

    /// The keys that set it off; the first is the one shown.
    pub const fn shortcuts(self) -> &'static [Shortcut] {
        match self {
            Self::New => const { &[control("N")] },
            Self::Open => const { &[control("O")] },
            Self::SaveCopy => const { &[control_shift("S")] },
            Self::Close => const { &[control("W")] },
            Self::Quit => const { &[control("Q")] },
            Self::Undo => const { &[control("Z")] },
            Self::Redo => const { &[control_shift("Z"), control("Y")] },
            Self::Answer(Standing::Yes) => const { &[single("1")] },
            Self::Answer(Standing::InPart) => const { &[single("2")] },
            Self::Answer(Standing::No) => const { &[single("3")] },
            Self::Answer(Standing::NotApplicable) => const { &[single("4")] },
            Self::Answer(Standing::NotKnown) => const { &[single("5")] },
            Self::TakeStanding => const { &[single("Backspace")] },
            Self::AddEvidence => const { &[control("E")] },
            Self::Flag => const { &[single("F"), control("M")] },
            Self::ClearForSending => const { &[control("Enter")] },
            Self::ClearSection => const { &[control_shift("Enter")] },
            Self::ShowProfile => const { &[control("1")] },
            Self::ShowQuestions => const { &[control("2")] },
            Self::ShowGaps => const { &[control("3")] },
            Self::ShowPlan => const { &[control("4")] },
            Self::ShowGuidelines => const { &[control("6")] },
            Self::ShowSubmit => const { &[control("5")] },
            Self::ShowRound => const { &[control("7")] },
            Self::ShowReport => const { &[control("P")] },
            Self::ShowSettings => const { &[control("Comma")] },
            Self::Next => const { &[control("PageDown"), single("J")] },
            Self::Previous => const { &[control("PageUp"), single("K")] },
            Self::NextOpen => const { &[single("N"), control("J")] },
            Self::LevelUp => const { &[single("Up")] },
            Self::LevelDown => const { &[single("Down")] },
            Self::ChangeView => const { &[single("T"), control("T")] },
            Self::Back => {
                const {
                    &[Shortcut {
                        held: Held::Alt,
                        key: "Left",
                    }]
                }
            }
            Self::Search => const { &[single("Slash"), control("F")] },
            Self::Palette => const { &[control("K")] },
            Self::LargerText => const { &[control("Plus"), control("Equals")] },
            Self::SmallerText => const { &[control("Minus")] },
            Self::NewFrom
            | Self::Example
            | Self::SaveElsewhere
            | Self::ShowInFolder
            | Self::Backups
            | Self::ShowCompare
            | Self::ShowOrigins
            | Self::ShowStart => &[],
        }
    }

    /// The menu that it stands in.
    pub const fn menu(self) -> Menu {
        match self {
            Self::New
            | Self::NewFrom
            | Self::Open
            | Self::Example
            | Self::SaveCopy
            | Self::SaveElsewhere
            | Self::ShowInFolder
            | Self::Backups
            | Self::ShowReport
            | Self::Close
            | Self::Quit => Menu::File,
            Self::Undo
            | Self::Redo
            | Self::Answer(_)
            | Self::TakeStanding
            | Self::AddEvidence
            | Self::Flag
            | Self::ClearForSending
            | Self::ClearSection => Menu::Edit,
            Self::ShowStart
            | Self::ShowProfile
            | Self::ShowQuestions
            | Self::ShowGaps
            | Self::ShowPlan
            | Self::ShowCompare
            | Self::ShowSubmit
            | Self::ShowRound
            | Self::ShowGuidelines
            | Self::ShowOrigins
            | Self::Next
            | Self::Previous
            | Self::NextOpen
            | Self::LevelUp
            | Self::LevelDown
            | Self::Back
            | Self::Search => Menu::Go,
            Self::ChangeView
            | Self::LargerText
            | Self::SmallerText
            | Self::ShowSettings
            | Self::Palette => Menu::View,
        }
    }

    /// Whether it can be done now.
    pub fn is_possible(self, app: &App) -> bool {
        let question = matches!(app.route(), Route::Question(..));
        let one = matches!(app.route(), Route::Question(_, QuestionView::One));
        let session = app.session();
        let writes = session.is_some_and(Session::can_write);
        match self {
            Self::New
            | Self::Open
            | Self::Example
            | Self::Quit
            | Self::ShowRound
            | Self::ShowGuidelines
            | Self::ShowOrigins
            | Self::ShowSettings
            | Self::ShowStart
            | Self::Search
            | Self::Palette
            | Self::LargerText
            | Self::SmallerText => true,
            Self::NewFrom
            | Self::SaveCopy
            | Self::SaveElsewhere
            | Self::Backups
            | Self::Close
            | Self::ShowQuestions
            | Self::ShowGaps
            | Self::ShowPlan
            | Self::ShowCompare
            | Self::ShowSubmit
            | Self::ShowProfile => session.is_some(),
            Self::ShowReport => session.is_some() || app.desk().is_some(),
            Self::ShowInFolder => app.file_in_sight().is_some(),
            Self::Undo => {
                writes && session.is_some_and(|session| session.history().next_undo().is_some())
            }
            Self::Redo => {
                writes && session.is_some_and(|session| session.history().next_redo().is_some())
            }
            Self::Next | Self::Previous | Self::NextOpen | Self::ChangeView => question,
            Self::LevelUp | Self::LevelDown => one,
            Self::Answer(_)
            | Self::TakeStanding
            | Self::Flag
            | Self::ClearForSending
            | Self::AddEvidence => one && writes,
            Self::ClearSection => question && writes,
            Self::Back => app.navigation().has_past(),
        }
    }
}

//! The actions: everything that a user can set off by name. Menu, keys, palette and the buttons that
//! stand for an action are all made from this one table, so they cannot disagree.

pub mod carry_out;
pub mod keys;
pub mod target;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::round::RoundSession;
use crate::app::{App, QuestionView, Route, SaveState, Session};
use crate::domain::Standing;

/// What can be set off by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    New,
    /// Starts an assessment from the open one.
    NewFrom,
    Open,
    Example,
    /// Saves a copy, and goes on with the original.
    SaveCopy,
    /// Saves under another name, and goes on with that.
    SaveElsewhere,
    ShowInFolder,
    Backups,
    ShowReport,
    Close,
    Quit,
    Undo,
    Redo,
    /// Gives the cell in focus a standing.
    Answer(Standing),
    /// Takes the standing of the cell in focus away.
    TakeStanding,
    AddEvidence,
    Flag,
    ClearForSending,
    ClearSection,
    BeginRound,
    OpenRound,
    AddReplies,
    AddFolder,
    ReadAgain,
    SaveRound,
    CloseRound,
    ShowStart,
    ShowProfile,
    ShowQuestions,
    ShowGaps,
    ShowPlan,
    ShowCompare,
    ShowSubmit,
    ShowRound,
    ShowGuidelines,
    ShowOrigins,
    Next,
    Previous,
    NextOpen,
    LevelUp,
    LevelDown,
    Back,
    Search,
    /// Changes between one question and the table of its section.
    ChangeView,
    LargerText,
    SmallerText,
    ShowSettings,
    /// Opens the list of all actions.
    Palette,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    /// The replies that the office received.
    Round,
    /// Screens and moves.
    Go,
    /// The look.
    View,
}

impl Menu {
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::Round, Self::Go, Self::View];

    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::Round => "menu-round",
            Self::Go => "menu-go",
            Self::View => "menu-view",
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum When {
    Always,
    Session,
    /// While what is in sight has a folder of dated copies.
    Backups,
    /// A question or the table of its section is on screen.
    Questions,
    /// One question is on screen.
    Question,
    /// One question is on screen, and can be answered.
    Answering,
    /// The questions on screen can be answered.
    Writing,
    Undo,
    Redo,
    /// An assessment or a round is there to report on.
    Report,
    File,
    Past,
    /// The questions can be searched.
    Search,
    /// The screen of the round shows none, or one that can be changed.
    AddingReplies,
    ReadingAgain,
    Round,
    NoRound,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    name: &'static str,
    short_name: &'static str,
    menu: Menu,
    when: When,
    shortcuts: [Option<KeyboardShortcut>; 2],
}

impl Entry {
    const fn new(name: &'static str, menu: Menu, when: When) -> Self {
        Self {
            name,
            short_name: name,
            menu,
            when,
            shortcuts: [None; 2],
        }
    }

    /// With a shorter name for where its place says the rest.
    const fn short(self, short_name: &'static str) -> Self {
        Self { short_name, ..self }
    }

    const fn shortcut(mut self, modifiers: Modifiers, key: Key) -> Self {
        let shortcut = Some(KeyboardShortcut::new(modifiers, key));
        match self.shortcuts[0] {
            None => self.shortcuts[0] = shortcut,
            Some(_) => self.shortcuts[1] = shortcut,
        }
        self
    }

    /// With a key that acts alone: only outside text fields, and only where the user wants it.
    const fn single(self, key: Key) -> Self {
        self.shortcut(Modifiers::NONE, key)
    }

    const fn control(self, key: Key) -> Self {
        self.shortcut(Modifiers::COMMAND, key)
    }

    const fn control_shift(self, key: Key) -> Self {
        self.shortcut(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
    }
}

impl Action {
    /// All actions, in the order of menus and palette.
    pub const ALL: [Self; 52] = [
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
        Self::BeginRound,
        Self::OpenRound,
        Self::AddReplies,
        Self::AddFolder,
        Self::ReadAgain,
        Self::SaveRound,
        Self::CloseRound,
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

    #[rustfmt::skip]
    const fn entry(self) -> Entry {
        use Menu::{Edit, File, Go, Round, View};
        let new = Entry::new;
        match self {
            Self::New => new("command-new", File, When::Always).control(Key::N),
            Self::NewFrom => new("command-new-from", File, When::Session),
            Self::Open => new("command-open", File, When::Always).control(Key::O),
            Self::Example => new("command-example", File, When::Always),
            Self::SaveCopy => new("command-save-copy", File, When::Session).control_shift(Key::S),
            Self::SaveElsewhere => new("command-save-elsewhere", File, When::Session),
            Self::ShowInFolder => new("command-show-in-folder", File, When::File),
            Self::Backups => new("command-backups", File, When::Backups),
            Self::ShowReport => new("command-report", File, When::Report).short("round-report").control(Key::P),
            Self::Close => new("command-close", File, When::Session).control(Key::W),
            Self::Quit => new("command-quit", File, When::Always).control(Key::Q),
            Self::Undo => new("command-undo", Edit, When::Undo).control(Key::Z),
            Self::Redo => new("command-redo", Edit, When::Redo).control_shift(Key::Z).control(Key::Y),
            Self::Answer(Standing::Yes) => new("command-answer-yes", Edit, When::Answering).single(Key::Num1),
            Self::Answer(Standing::InPart) => new("command-answer-in-part", Edit, When::Answering).single(Key::Num2),
            Self::Answer(Standing::No) => new("command-answer-no", Edit, When::Answering).single(Key::Num3),
            Self::Answer(Standing::NotApplicable) => new("command-answer-not-applicable", Edit, When::Answering).single(Key::Num4),
            Self::Answer(Standing::NotKnown) => new("command-answer-not-known", Edit, When::Answering).single(Key::Num5),
            Self::TakeStanding => new("command-take-standing", Edit, When::Answering).single(Key::Backspace),
            Self::AddEvidence => new("command-add-evidence", Edit, When::Answering).control(Key::E),
            Self::Flag => new("command-flag", Edit, When::Answering).single(Key::F).control(Key::M),
            Self::ClearForSending => new("command-clear", Edit, When::Answering).control(Key::Enter),
            Self::ClearSection => new("command-clear-section", Edit, When::Writing).control_shift(Key::Enter),
            Self::BeginRound => new("command-begin-round", Round, When::NoRound),
            Self::OpenRound => new("command-open-round", Round, When::Always),
            Self::AddReplies => new("command-add-replies", Round, When::AddingReplies).short("round-add-files").control_shift(Key::O),
            Self::AddFolder => new("command-add-folder", Round, When::AddingReplies).short("round-add-folder"),
            Self::ReadAgain => new("command-read-again", Round, When::ReadingAgain).short("round-read-again").control(Key::R),
            Self::SaveRound => new("command-save-round", Round, When::Round),
            Self::CloseRound => new("command-close-round", Round, When::Round).short("round-close"),
            Self::ShowStart => new("command-start", Go, When::Always),
            Self::ShowProfile => new("command-profile", Go, When::Session).short("screen-profile").control(Key::Num1),
            Self::ShowQuestions => new("command-questions", Go, When::Session).short("screen-questions").control(Key::Num2),
            Self::ShowGaps => new("command-gaps", Go, When::Session).short("screen-gaps").control(Key::Num3),
            Self::ShowPlan => new("command-plan", Go, When::Session).short("screen-plan").control(Key::Num4),
            Self::ShowCompare => new("command-compare", Go, When::Session),
            Self::ShowSubmit => new("command-submit", Go, When::Session).short("screen-submit").control(Key::Num5),
            Self::ShowRound => new("command-round", Go, When::Always).control(Key::Num7),
            Self::ShowGuidelines => new("command-guidelines", Go, When::Always).short("screen-guidelines").control(Key::Num6),
            Self::ShowOrigins => new("command-origins", Go, When::Always),
            Self::Next => new("command-next", Go, When::Questions).control(Key::PageDown).single(Key::J),
            Self::Previous => new("command-previous", Go, When::Questions).control(Key::PageUp).single(Key::K),
            Self::NextOpen => new("command-next-open", Go, When::Questions).single(Key::N).control(Key::J),
            Self::LevelUp => new("command-level-up", Go, When::Question).single(Key::ArrowUp),
            Self::LevelDown => new("command-level-down", Go, When::Question).single(Key::ArrowDown),
            Self::Back => new("command-back", Go, When::Past).shortcut(Modifiers::ALT, Key::ArrowLeft),
            Self::Search => new("command-search", Go, When::Search).single(Key::Slash).control(Key::F),
            Self::ChangeView => new("command-change-view", View, When::Questions).single(Key::T).control(Key::T),
            Self::LargerText => new("command-larger-text", View, When::Always).control(Key::Plus).control(Key::Equals),
            Self::SmallerText => new("command-smaller-text", View, When::Always).control(Key::Minus),
            Self::ShowSettings => new("command-settings", View, When::Always).control(Key::Comma),
            Self::Palette => new("command-palette", View, When::Always).control(Key::K),
        }
    }

    pub const fn name(self) -> &'static str {
        self.entry().name
    }

    /// The key of the short words for it, where its place says the rest.
    pub const fn short_name(self) -> &'static str {
        self.entry().short_name
    }

    pub const fn menu(self) -> Menu {
        self.entry().menu
    }

    /// The keys that set it off; the first is the one shown.
    pub fn shortcuts(self) -> impl Iterator<Item = KeyboardShortcut> {
        self.entry().shortcuts.into_iter().flatten()
    }

    pub fn is_possible(self, app: &App) -> bool {
        let session = app.session();
        let writes = session.is_some_and(Session::can_write);
        let questions = matches!(app.route(), Route::Question(..));
        let question = matches!(app.route(), Route::Question(_, QuestionView::One));
        let is_round = *app.route() == Route::Round;
        match self.entry().when {
            When::Always => true,
            When::Session => session.is_some(),
            When::Backups => app.backups_in_sight().is_some(),
            When::Questions => questions,
            When::Question => question,
            When::Answering => question && writes,
            When::Writing => questions && writes,
            // What is done to the assessment is taken back where the assessment is in sight.
            When::Undo if is_round && app.round().is_some() => app
                .round()
                .is_some_and(|round| round.history().next_undo().is_some()),
            When::Redo if is_round && app.round().is_some() => app
                .round()
                .is_some_and(|round| round.history().next_redo().is_some()),
            When::Undo => {
                writes && session.is_some_and(|session| session.history().next_undo().is_some())
            }
            When::Redo => {
                writes && session.is_some_and(|session| session.history().next_redo().is_some())
            }
            When::Report => session.is_some() || app.round().is_some(),
            When::File => app.file_in_sight().is_some(),
            When::Past => app.navigation().has_past(),
            When::Search => target::search_route(app).is_some(),
            When::AddingReplies => is_round && app.round().is_none_or(can_write_round),
            When::ReadingAgain => is_round && app.round().is_some_and(can_read_again),
            When::NoRound => app.round().is_none(),
            When::Round => is_round && app.round().is_some(),
        }
    }
}

/// Whether what the office notes can be changed.
pub fn can_write_round(round: &RoundSession) -> bool {
    !matches!(round.save_state(), Some(SaveState::ReadOnly(_)))
}

fn can_read_again(round: &RoundSession) -> bool {
    round.reading().is_none() && !round.noted().sources.is_empty()
}

//! Which words name each act, each menu and each screen of the bar.

use crate::app::{Act, Menu};
use crate::domain::Standing;

/// The key of an act's words.
pub const fn act(act: Act) -> &'static str {
    match act {
        Act::New => "act-new",
        Act::NewFrom => "act-new-from",
        Act::Open => "act-open",
        Act::Example => "act-example",
        Act::SaveCopy => "act-save-copy",
        Act::SaveElsewhere => "act-save-elsewhere",
        Act::ShowInFolder => "act-show-in-folder",
        Act::Backups => "act-backups",
        Act::ShowReport => "act-report",
        Act::Close => "act-close",
        Act::Quit => "act-quit",
        Act::Undo => "act-undo",
        Act::Redo => "act-redo",
        Act::Answer(Standing::Yes) => "act-answer-yes",
        Act::Answer(Standing::InPart) => "act-answer-in-part",
        Act::Answer(Standing::No) => "act-answer-no",
        Act::Answer(Standing::NotApplicable) => "act-answer-not-applicable",
        Act::Answer(Standing::NotKnown) => "act-answer-not-known",
        Act::TakeStanding => "act-take-standing",
        Act::Flag => "act-flag",
        Act::ClearForSending => "act-clear",
        Act::ClearSection => "act-clear-section",
        Act::AddEvidence => "act-add-evidence",
        Act::ShowQuestions => "act-questions",
        Act::ShowGaps => "act-gaps",
        Act::ShowPlan => "act-plan",
        Act::ShowCompare => "act-compare",
        Act::ShowSubmit => "act-submit",
        Act::ShowRound => "act-round",
        Act::ShowProfile => "act-profile",
        Act::ShowGuidelines => "act-guidelines",
        Act::ShowOrigins => "act-origins",
        Act::ShowSettings => "act-settings",
        Act::ShowStart => "act-start",
        Act::Next => "act-next",
        Act::Previous => "act-previous",
        Act::NextOpen => "act-next-open",
        Act::LevelUp => "act-level-up",
        Act::LevelDown => "act-level-down",
        Act::ChangeView => "act-change-view",
        Act::Back => "act-back",
        Act::Search => "act-search",
        Act::Palette => "act-palette",
        Act::LargerText => "act-larger-text",
        Act::SmallerText => "act-smaller-text",
    }
}

/// The key of a menu's words.
pub const fn menu(menu: Menu) -> &'static str {
    match menu {
        Menu::File => "menu-file",
        Menu::Edit => "menu-edit",
        Menu::Go => "menu-go",
        Menu::View => "menu-view",
    }
}

/// The key of the short words by which the bar names the screen that an act leads to.
pub const fn screen(screen: Act) -> &'static str {
    match screen {
        Act::ShowProfile => "screen-profile",
        Act::ShowQuestions => "screen-questions",
        Act::ShowGaps => "screen-gaps",
        Act::ShowPlan => "screen-plan",
        Act::ShowSubmit => "screen-submit",
        Act::ShowGuidelines => "screen-guidelines",
        other => act(other),
    }
}

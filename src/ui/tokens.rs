//! Every colour and every size of the window: nothing outside this module names one.
//!
//! A widget asks [`Tokens::of`] for the colours of the theme that is shown, and takes its sizes
//! from [`space`], [`margin`], [`radius`], [`mod@line`] and [`size`], all on a grid of 4 points. The tests beside
//! the tables prove that each text has a contrast of 4.5 to 1 on every ground that it stands on, and each
//! shape 3 to 1.

use egui::{Context, Id, Theme, ThemePreference, Ui};

use crate::store;

mod colours;
mod distances;
pub mod size;
mod style;
pub mod text;

use self::colours::{DARK, HIGH_CONTRAST, LIGHT};

pub use self::colours::{Tokens, Tone};
pub use self::distances::{line, margin, radius, space};

/// Which colours a person wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// Light or dark, as the desktop has it; light where it does not say.
    #[default]
    System,
    /// Dark text on light grounds.
    Light,
    /// Light text on dark grounds.
    Dark,
    /// Black, white and few strong colours: every text has a contrast of 7 to 1.
    HighContrast,
}

impl From<store::Theme> for ThemeChoice {
    fn from(theme: store::Theme) -> Self {
        match theme {
            store::Theme::System => Self::System,
            store::Theme::Light => Self::Light,
            store::Theme::Dark => Self::Dark,
            store::Theme::HighContrast => Self::HighContrast,
        }
    }
}

impl ThemeChoice {
    /// Every choice, in the order in which it is shown.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];
}

impl Tokens {
    /// The colours of the theme that `ui` is shown in.
    pub fn of(ui: &Ui) -> &'static Self {
        Self::shown_by(ui.ctx())
    }

    /// The colours of the theme that `ctx` shows now.
    pub fn shown_by(ctx: &Context) -> &'static Self {
        let choice = ctx.data(|data| data.get_temp::<ThemeChoice>(choice_id()));
        Self::choose(choice.unwrap_or_default(), ctx.theme())
    }

    fn choose(choice: ThemeChoice, theme: Theme) -> &'static Self {
        match (choice, theme) {
            (ThemeChoice::HighContrast, _) => &HIGH_CONTRAST,
            (_, Theme::Light) => &LIGHT,
            (_, Theme::Dark) => &DARK,
        }
    }
}

/// Shows `ctx` in the chosen colours, with text of `text_percent` per cent (100 to 200).
///
/// Larger text is a zoom of everything, so the layout keeps its proportions, has fewer points of
/// width, and folds its columns by them.
pub fn apply(ctx: &Context, choice: ThemeChoice, text_percent: u16) {
    ctx.data_mut(|data| data.insert_temp(choice_id(), choice));
    ctx.set_theme(match choice {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark | ThemeChoice::HighContrast => ThemePreference::Dark,
    });
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style::style(Tokens::choose(choice, theme), theme));
    }
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        // Where the machine names no theme.
        options.fallback_theme = Theme::Light;
    });
    ctx.set_zoom_factor(f32::from(text_percent.clamp(100, 200)) / 100.0);
}

fn choice_id() -> Id {
    Id::unique("theme_choice")
}

//! Every colour and every size of the window: nothing outside this module names one.
//!
//! A widget asks [`Tokens::of`] for the colours of the theme that is shown, and takes its sizes
//! from [`space`], [`margin`], [`radius`], [`mod@line`] and [`size`], all on a grid of 4 points. The tests beside
//! the tables prove that each text has a contrast of 4.5 to 1 on every ground that it stands on, and each
//! shape 3 to 1.

use egui::{Color32, Context, Id, Theme, ThemePreference, Ui};

use crate::domain::Standing;
use crate::store;

pub mod fonts;
pub mod size;
mod style;
mod tables;

use tables::{DARK, HIGH_CONTRAST, LIGHT};

/// Distances, on a grid of 4 points.
pub mod space {
    /// Between a mark and its word.
    pub const XS: f32 = 4.0;
    /// Between things that belong together.
    pub const S: f32 = 8.0;
    /// Inside fields and buttons.
    pub const M: f32 = 12.0;
    /// Between rows, and around the content of a panel.
    pub const L: f32 = 16.0;
    /// Between groups.
    pub const XL: f32 = 24.0;
    /// Between parts of a page.
    pub const XXL: f32 = 40.0;
}

/// Room between a frame and what it holds.
pub mod margin {
    use egui::Margin;

    pub const FIELD: Margin = Margin::symmetric(12, 6);
    /// In the bars above and below.
    pub const BAR: Margin = Margin::symmetric(16, 6);
    /// In the right column.
    pub const COLUMN: Margin = Margin::symmetric(16, 12);
    /// In the left column, whose rows reach from edge to edge.
    pub const ROWS: Margin = Margin::symmetric(0, 12);
    /// Around what stands between such rows.
    pub const INSET: Margin = Margin::symmetric(16, 0);
    /// In a strip that says one thing.
    pub const STRIP: Margin = Margin::symmetric(16, 4);
    /// Around a page.
    pub const PAGE: Margin = Margin::symmetric(40, 24);
    /// Around a page between two columns of a window that is not wide.
    pub const MIDDLE_PAGE: Margin = Margin::symmetric(24, 20);
    /// Around a page in a narrow window.
    pub const NARROW_PAGE: Margin = Margin::symmetric(16, 12);
    /// In the bar of acts below a page with this margin.
    pub const fn acts(page: Margin) -> Margin {
        Margin {
            left: page.left,
            right: page.right,
            top: 12,
            bottom: 12,
        }
    }
    pub const NOTICE: Margin = Margin::symmetric(16, 8);
    /// Around a verdict.
    pub const VERDICT: Margin = Margin::same(16);
    /// In a cell that grows with its pills or words: one line of pills is as high as a row with it.
    pub const CELL: Margin = Margin::symmetric(0, 6);
    pub const CARD: Margin = Margin::symmetric(16, 12);
    pub const MENU: Margin = Margin::same(8);
    pub const DIALOG: Margin = Margin::same(24);
}

/// Corner radii.
pub mod radius {
    /// Small marks and highlights.
    pub const SMALL: u8 = 4;
    /// Fields, buttons and cards.
    pub const FIELD: u8 = 6;
    /// Dialogs and menus.
    pub const DIALOG: u8 = 8;
    /// Pills and bars, round at their ends.
    pub const ROUND: u8 = 255;
}

/// Widths of drawn lines.
pub mod line {
    /// A hairline.
    pub const HAIR: f32 = 1.0;
    /// The strokes of painted shapes, and the frame of what is chosen.
    pub const SHAPE: f32 = 1.5;
    /// The focus ring, the underline of a tab, the tick of a chart.
    pub const BOLD: f32 = 2.0;
    /// The bar beside the row that is open.
    pub const BAR: f32 = 4.0;
}

/// The fonts of texts, in the three sizes that there are.
pub mod text {
    use egui::FontId;

    use super::fonts;

    const SMALL: f32 = 12.0;
    const BODY: f32 = 14.0;
    const HEADING: f32 = 20.0;

    /// Labels, notes and figures.
    pub const fn small() -> FontId {
        FontId::new(SMALL, fonts::regular())
    }

    /// Titles of small parts.
    pub fn small_strong() -> FontId {
        FontId::new(SMALL, fonts::strong())
    }

    /// Running text, fields and buttons.
    pub const fn body() -> FontId {
        FontId::new(BODY, fonts::regular())
    }

    /// What stands out within running text.
    pub fn strong() -> FontId {
        FontId::new(BODY, fonts::strong())
    }

    /// The title of a page, or the question that it asks.
    pub fn heading() -> FontId {
        FontId::new(HEADING, fonts::strong())
    }
}

/// A colour for text and shapes, and the soft ground that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tone {
    /// For text and shapes, on every ground and on the soft ground.
    pub ink: Color32,
    /// A ground that hints at the ink.
    pub soft: Color32,
}

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tokens {
    /// Behind everything.
    pub ground: Color32,
    /// Behind the side columns and bars.
    pub panel: Color32,
    /// Behind what is written into, and behind dialogs.
    pub card: Color32,
    /// Under the pointer.
    pub hover: Color32,
    /// Text that leads.
    pub ink: Color32,
    /// Text that follows.
    pub dim: Color32,
    /// Lines that part things; nothing depends on seeing them.
    pub line: Color32,
    /// Frames that say where a field is.
    pub edge: Color32,
    /// The shapes of what is not chosen.
    pub shape: Color32,
    /// What is chosen, linked, focused or progressing.
    pub accent: Tone,
    /// Text on a ground of the accent's ink.
    pub on_accent: Color32,
    /// The accent under the pointer, below text of that colour.
    pub accent_strong: Color32,
    /// The part of a bar that is not reached.
    pub track: Color32,
    /// The band of a range bar.
    pub band: Color32,
    /// The frame of that band.
    pub band_edge: Color32,
    /// Done, saved, intact.
    pub good: Tone,
    /// To be looked at.
    pub warning: Tone,
    /// Went wrong.
    pub error: Tone,
    /// Behind a dialog, over the page.
    pub shade: Color32,
    /// Below a dialog or a menu.
    pub shadow: Color32,
    yes: Tone,
    in_part: Tone,
    no: Tone,
    not_applicable: Tone,
    not_known: Tone,
    not_answered: Tone,
}

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

    /// The colour of a standing; without one, of *not answered*.
    pub const fn standing(&self, standing: Option<Standing>) -> Tone {
        match standing {
            Some(Standing::Yes) => self.yes,
            Some(Standing::InPart) => self.in_part,
            Some(Standing::No) => self.no,
            Some(Standing::NotApplicable) => self.not_applicable,
            Some(Standing::NotKnown) => self.not_known,
            None => self.not_answered,
        }
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

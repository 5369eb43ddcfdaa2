//! Every colour and every size of the window: nothing outside this module names one.
//!
//! A widget asks [`Tokens::of`] for the colours of the theme that is shown, and takes its sizes
//! from [`space`], [`margin`], [`radius`], [`mod@line`] and [`size`], all on a grid of 4 points. The tests beside
//! the tables prove that each text has a contrast of 4.5 to 1 on every ground that it stands on, and each
//! shape 3 to 1.

use egui::{Color32, Context, Id, Theme, ThemePreference, Ui};

use crate::domain::Standing;

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

    /// In a field.
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
    #[must_use]
    pub const fn acts(page: Margin) -> Margin {
        Margin {
            left: page.left,
            right: page.right,
            top: 8,
            bottom: 12,
        }
    }
    /// In a notice.
    pub const NOTICE: Margin = Margin::symmetric(16, 8);
    /// In a menu.
    pub const MENU: Margin = Margin::same(8);
    /// In a dialog.
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

/// Sizes of things, in points.
pub mod size {
    /// A painted shape or icon beside text.
    pub const MARK: f32 = 12.0;
    /// An icon on a button.
    pub const ICON: f32 = 16.0;
    /// A pill.
    pub const PILL: f32 = 28.0;
    /// Left and right inside a pill.
    pub const PILL_PADDING: f32 = 8.0;
    /// Between the shape and the word on a pill.
    pub const MARK_GAP: f32 = 6.0;
    /// A button, a field of one line, a row that can be clicked.
    pub const CONTROL: f32 = 32.0;
    /// A hit of the search, three lines high.
    pub const HIT: f32 = 60.0;
    /// The bar that shows the progress of a section.
    pub const SECTION_BAR: f32 = 32.0;
    /// The figures beside that bar.
    pub const SECTION_FIGURES: f32 = 36.0;
    /// The column of the levels.
    pub const LEVEL_COLUMN: f32 = 72.0;
    /// The column of the units.
    pub const CELL_UNITS_COLUMN: f32 = 64.0;
    /// The column of the application.
    pub const APPLIED_COLUMN: f32 = 104.0;
    /// A table of cells narrower than this stands level by level.
    pub const CELLS_WIDTH: f32 = 660.0;
    /// A sheet narrower than this stands area by area.
    pub const SHEET_WIDTH: f32 = 600.0;
    /// The column of a need or an offer.
    pub const EXTENT_COLUMN: f32 = 180.0;
    /// A row of a table.
    pub const ROW: f32 = 40.0;
    /// A thin bar that shows progress.
    pub const BAR: f32 = 4.0;
    /// The band of a range bar.
    pub const BAND: f32 = 8.0;
    /// The tick of a range bar, over its band.
    pub const TICK: f32 = 16.0;
    /// The narrowest side column.
    pub const NARROWEST_COLUMN: f32 = 224.0;
    /// The widest side column.
    pub const WIDEST_COLUMN: f32 = 288.0;
    /// On a page lower than this, the acts stand at its end and not below it.
    pub const SHORT_PAGE: f32 = 320.0;
    /// A page narrower than this has little room around it.
    pub const NARROW_PAGE: f32 = 520.0;
    /// A page narrower than this has less room around it.
    pub const MIDDLE_PAGE: f32 = 760.0;
    /// A bar of acts narrower than this leaves words out.
    pub const ACTS: f32 = 620.0;
    /// The widest column of running text: about 75 letters.
    pub const TEXT_COLUMN: f32 = 496.0;
    /// The widest title: about as many letters.
    pub const TITLE_COLUMN: f32 = 720.0;
    /// The widest column of fields.
    pub const FORM_COLUMN: f32 = 704.0;
    /// A line of a chart: a bar with words below it.
    pub const LINE: f32 = 56.0;
    /// The widest page of charts and tables.
    pub const WIDE_PAGE: f32 = 1280.0;
    /// A chart or a table narrower than this stands its columns below each other.
    pub const STACK: f32 = 720.0;
    /// The column of names beside a chart.
    pub const NAME_COLUMN: f32 = 232.0;
    /// A column for a shape and a count.
    pub const COUNT_COLUMN: f32 = 44.0;
    /// A column for the id of a question.
    pub const ID_COLUMN: f32 = 104.0;
    /// A column for units, or another short figure.
    pub const UNITS_COLUMN: f32 = 72.0;
    /// A column for a date in words, and how far off it is.
    pub const DATE_COLUMN: f32 = 136.0;
    /// The place of an act at the end of a row.
    pub const ROW_ACT: f32 = 80.0;
    /// A shape that is not chosen, among others.
    pub const SMALL_MARK: f32 = 8.0;
    /// The narrowest column of questions beside a table's cells.
    pub const TABLE_NAME: f32 = 240.0;
    /// The same where there is little room.
    pub const NARROW_TABLE_NAME: f32 = 200.0;
    /// One of the five standings in the cell of a table.
    pub const CELL_SLOT: f32 = 24.0;
    /// A dialog.
    pub const DIALOG: f32 = 480.0;
    /// A dialog with fields side by side.
    pub const WIDE_DIALOG: f32 = 608.0;
    /// What a dialog holds above and below a list that fills it.
    pub const AROUND_LIST: f32 = 240.0;
    /// The narrowest room for two fields side by side.
    pub const PAIR: f32 = 400.0;
    /// What a form says about a group of fields, beside them.
    pub const FORM_ASIDE: f32 = 256.0;
    /// The widest column of fields beside that.
    pub const FORM_FIELDS: f32 = 560.0;
    /// The column of the start screen.
    pub const START_COLUMN: f32 = 800.0;
    /// A column of key names.
    pub const KEYS: f32 = 176.0;
    /// A row of two lines.
    pub const TALL_ROW: f32 = 56.0;
    /// A field for a few digits.
    pub const NUMBER_FIELD: f32 = 56.0;
    /// The window narrower than this folds its right column.
    pub const FOLD_RIGHT: f32 = 1000.0;
    /// The window narrower than this folds its left column too.
    pub const FOLD_LEFT: f32 = 700.0;
}

/// The fonts of texts, in the three sizes that there are.
pub mod text {
    use egui::FontId;

    use crate::ui::fonts;

    const SMALL: f32 = 12.0;
    const BODY: f32 = 14.0;
    const HEADING: f32 = 20.0;

    /// Labels, notes and figures.
    #[must_use]
    pub const fn small() -> FontId {
        FontId::new(SMALL, fonts::regular())
    }

    /// Titles of small parts.
    #[must_use]
    pub fn small_strong() -> FontId {
        FontId::new(SMALL, fonts::strong())
    }

    /// Running text, fields and buttons.
    #[must_use]
    pub const fn body() -> FontId {
        FontId::new(BODY, fonts::regular())
    }

    /// What stands out within running text.
    #[must_use]
    pub fn strong() -> FontId {
        FontId::new(BODY, fonts::strong())
    }

    /// The title of a page, or the question that it asks.
    #[must_use]
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
    /// Light or dark, as the desktop has it.
    #[default]
    System,
    /// Dark text on light grounds.
    Light,
    /// Light text on dark grounds.
    Dark,
    /// Black, white and few strong colours: every text has a contrast of 7 to 1.
    HighContrast,
}

impl ThemeChoice {
    /// Every choice, in the order in which it is shown.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];
}

impl Tokens {
    /// The colours of the theme that `ui` is shown in.
    #[must_use]
    pub fn of(ui: &Ui) -> &'static Self {
        Self::shown_by(ui.ctx())
    }

    /// The colours of the theme that `ctx` shows now.
    #[must_use]
    pub fn shown_by(ctx: &Context) -> &'static Self {
        let choice = ctx.data(|data| data.get_temp::<ThemeChoice>(choice_id()));
        Self::choose(choice.unwrap_or_default(), ctx.theme())
    }

    /// The colour of a standing; without one, of *not answered*.
    #[must_use]
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
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    ctx.set_zoom_factor(f32::from(text_percent.clamp(100, 200)) / 100.0);
}

fn choice_id() -> Id {
    Id::unique("theme_choice")
}

//! Sizes of things, in points.

/// A painted shape or icon beside text.
pub const MARK: f32 = 12.0;
/// An icon on a button.
pub const ICON: f32 = 16.0;
pub const PILL: f32 = 28.0;
/// Left and right inside a pill.
pub const PILL_PADDING: f32 = 8.0;
/// Between the shape and the word on a pill.
pub const MARK_GAP: f32 = 6.0;
pub const VERDICT_MARK: f32 = 32.0;
/// A field for a short code.
pub const CODE_FIELD: f32 = 280.0;
/// A button, a field of one line, a row that can be clicked.
pub const CONTROL: f32 = 32.0;
/// A hit of the search, three lines high.
pub const HIT: f32 = 60.0;
/// The bar that shows the progress of a section.
pub const SECTION_BAR: f32 = 32.0;
/// The figures beside that bar.
pub const SECTION_FIGURES: f32 = 36.0;
/// The narrowest room for the title of a section; where there is less, the bar gives way to it.
pub const SECTION_TITLE: f32 = 160.0;
/// A section whose title takes two lines.
pub const TALL_SECTION: f32 = 48.0;
pub const LEVEL_COLUMN: f32 = 72.0;
pub const CELL_UNITS_COLUMN: f32 = 64.0;
/// The column of the application.
pub const APPLIED_COLUMN: f32 = 104.0;
/// A table of cells narrower than this stands level by level.
pub const CELLS_WIDTH: f32 = 660.0;
/// A sheet narrower than this stands area by area.
pub const SHEET_WIDTH: f32 = 700.0;
/// The column of a need or an offer.
pub const EXTENT_COLUMN: f32 = 160.0;
/// The most of a menu that drops down; what is longer scrolls.
pub const MENU: f32 = 360.0;
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
/// A column for the count of an answer.
pub const ANSWER_COLUMN: f32 = 72.0;
/// A column for a count under a word.
pub const EXTENT_FIGURES: f32 = 88.0;
/// The column of the classes of files.
pub const CLASS_COLUMN: f32 = 152.0;
/// The widest column of names of States.
pub const NAMES_COLUMN: f32 = 960.0;
/// A round narrower than this has its acts and its groups below each other.
pub const WIDE_HEAD: f32 = 900.0;
/// A round lower than this scrolls as a whole.
pub const ROUND_HEIGHT: f32 = 480.0;
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
/// The column of what a report holds, beside its pages.
pub const REPORT_COLUMN: f32 = 272.0;
/// The widest menu of a report's formats.
pub const REPORT_MENU: f32 = 240.0;
/// The widest page of a report.
pub const PAPER: f32 = 820.0;
/// How high a page is at most, for each unit of its width.
pub const PAPER_HEIGHT: f32 = 1.5;

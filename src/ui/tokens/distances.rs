//! Distances, margins, radii and widths of lines, all on a grid of 4 points.

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

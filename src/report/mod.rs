//! What people read, edit and compare: neutral documents made from `domain` and `analysis`, and the
//! writers that turn them into bytes. Nothing here touches a file or a clock.

mod document;

pub use document::{
    Alignment, Block, Cell, Chart, Column, CoverageBar, Document, Fact, Figures, HeadingLevel,
    Inline, Row, ShareBar, Table, Tick, TimelineAction,
};

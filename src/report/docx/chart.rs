//! A chart: a table of what is drawn, the picture of each bar with its alternative text, and its
//! figures in words. So it can be edited, and is read aloud whole.

use jiff::civil::Date;

use super::body::{Pictures, drawing};
use super::inline::{Keep, plain};
use super::picture::{self, Canvas};
use super::table::{AFTER, FULL_WIDTH, begin, cell, row};
use crate::report::document::{Chart, CoverageBar, Figures, ShareBar, Tick, TimelineAction};

/// The widths of the columns: label, bar, words; in twentieths of a point.
const WIDTHS: [u32; 3] = [2_700, 2_800, FULL_WIDTH - 5_500];

/// The size of a bar, in twentieths of a point.
const BAR: [u32; 2] = [2_640, 200];

/// A chart of no more bars than this stays on one page.
const SHORT: usize = 12;

/// The most of a chart's words that its table bears as its description; they all stand in its rows.
const LONGEST_DESCRIPTION: usize = 4_000;

/// The chart.
pub(super) fn chart(chart: &Chart, pictures: &mut Pictures) -> String {
    let Chart {
        title,
        alternative,
        figures,
    } = chart;
    let description: String = alternative.chars().take(LONGEST_DESCRIPTION).collect();
    let mut markup = plain("Caption", Keep::WithNext, title);
    markup.push_str(&begin(&WIDTHS, title, &description));
    match figures {
        Figures::Coverage { bars } => {
            markup.push_str(&scale("0\u{a0}%", "100\u{a0}%"));
            for (number, bar) in (1..).zip(bars) {
                let keep = if bars.len() <= SHORT && number < bars.len() {
                    Keep::WithNext
                } else {
                    Keep::Loose
                };
                markup.push_str(&coverage_row(bar, keep, pictures));
            }
        }
        Figures::Timeline {
            from,
            until,
            ticks,
            actions,
        } => {
            let first = ticks.first().map_or("", |tick| tick.label.as_str());
            let last = ticks.last().map_or("", |tick| tick.label.as_str());
            markup.push_str(&scale(first, if ticks.len() < 2 { "" } else { last }));
            for action in actions {
                markup.push_str(&timeline_row(action, [*from, *until], ticks, pictures));
            }
        }
        Figures::Shares { bars } => {
            for bar in bars {
                markup.push_str(&share_row(bar, pictures));
            }
        }
    }
    markup.push_str("</w:tbl>");
    markup.push_str(AFTER);
    markup
}

/// The two ends of what the bars measure, above them.
fn scale(low: &str, high: &str) -> String {
    let ends = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"TableHead\"/><w:keepNext/><w:tabs><w:tab w:val=\"right\" \
         w:pos=\"{}\"/></w:tabs></w:pPr>{}</w:p>",
        BAR[0],
        super::inline::run("", &format!("{low}\t{high}"))
    );
    let empty = plain("TableHead", Keep::WithNext, "");
    let cells = [empty.clone(), ends, empty];
    let cells = WIDTHS.iter().zip(cells);
    let cells: String = cells
        .map(|(width, words)| cell(*width, "", &words))
        .collect();
    row("<w:cantSplit/><w:tblHeader/>", &cells)
}

fn coverage_row(bar: &CoverageBar, keep: Keep, pictures: &mut Pictures) -> String {
    let drawn = bar.range.map(|(low, high)| {
        let mut canvas = Canvas::new();
        canvas.track();
        canvas.fill([low, high].map(|share| (share, 100)), picture::SOFT);
        if let Some(percent) = bar.percent {
            canvas.mark((percent, 100));
        }
        canvas.png()
    });
    bar_row([&bar.label, &bar.words], drawn, keep, pictures)
}

fn timeline_row(
    action: &TimelineAction,
    [from, until]: [Date; 2],
    ticks: &[Tick],
    pictures: &mut Pictures,
) -> String {
    let days = |day: Date| u32::try_from((day - from).get_days()).unwrap_or_default();
    let all = days(until).max(1);
    let mut canvas = Canvas::new();
    canvas.track();
    for tick in ticks {
        canvas.tick((days(tick.day), all));
    }
    let by = days(action.by);
    canvas.fill([(0, all), (by, all)], picture::SOFT);
    canvas.mark((by, all));
    bar_row(
        [&action.label, &action.words],
        Some(canvas.png()),
        Keep::Loose,
        pictures,
    )
}

fn share_row(bar: &ShareBar, pictures: &mut Pictures) -> String {
    let mut canvas = Canvas::new();
    canvas.track();
    let of = bar.of.max(1);
    canvas.fill([(0, of), (bar.part.min(of), of)], picture::ACCENT);
    bar_row(
        [&bar.label, &bar.words],
        Some(canvas.png()),
        Keep::Loose,
        pictures,
    )
}

fn bar_row(
    [label, words]: [&str; 2],
    drawn: Option<Vec<u8>>,
    keep: Keep,
    pictures: &mut Pictures,
) -> String {
    let picture = drawn.map(|bytes| drawing(pictures, bytes, words, BAR));
    let picture = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr>{}</w:p>",
        picture.unwrap_or_default()
    );
    let cells = [
        plain("TableText", keep, label),
        picture,
        plain("TableText", keep, words),
    ];
    let cells = WIDTHS.iter().zip(cells);
    let cells: String = cells
        .map(|(width, words)| cell(*width, "", &words))
        .collect();
    row("<w:cantSplit/>", &cells)
}

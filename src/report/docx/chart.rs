//! A chart: a table of what is drawn, the picture of each bar with its alternative text, and its
//! figures in words. So it can be edited, and is read aloud whole.

use super::inline::{Keep, plain};
use super::picture::{self, Canvas, Pictures, drawing};
use super::table::{AFTER, FULL_WIDTH, begin, cell, row};
use crate::report::document::{Chart, CoverageBar, Figures, Mark, ShareBar, Tick, TimelineAction};

/// The widths of the columns: label, bar, words; in twentieths of a point.
const WIDTHS: [u32; 3] = [2_700, 2_800, FULL_WIDTH - 5_500];

/// The size of a bar, in twentieths of a point.
const BAR: [u32; 2] = [2_640, 200];

/// A chart of no more bars than this stays on one page.
const SHORT: usize = 12;

/// The most of a chart's words that its table bears as its description; they all stand in its rows.
const LONGEST_DESCRIPTION: usize = 4_000;

pub(super) fn chart(chart: &Chart, pictures: &mut Pictures) -> String {
    let Chart {
        title,
        alternative,
        figures,
    } = chart;
    let description: String = alternative.chars().take(LONGEST_DESCRIPTION).collect();
    let mut markup = plain("Caption", Keep::WithNext, title);
    markup.push_str(&begin(&WIDTHS, false, title, &description));
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
            days,
            today,
            today_word,
            ticks,
            actions,
        } => {
            let line = Line {
                days: *days,
                today: *today,
                ticks,
            };
            markup.push_str(&line.scale(today_word));
            for action in actions {
                markup.push_str(&line.row(action, pictures));
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
    let stop = format!("<w:tab w:val=\"right\" w:pos=\"{}\"/>", BAR[0]);
    scale_row(&scale_line(&stop, &format!("{low}\t{high}")))
}

/// A line above the bars: words at tab stops.
fn scale_line(stops: &str, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"TableHead\"/><w:keepNext/><w:tabs>{stops}</w:tabs></w:pPr>{}</w:p>",
        super::inline::run("", words)
    )
}

/// The row above the bars, which comes again on every page.
fn scale_row(lines: &str) -> String {
    let empty = plain("TableHead", Keep::WithNext, "");
    let cells = [empty.as_str(), lines, empty.as_str()];
    let cells = WIDTHS.iter().zip(cells);
    let cells: String = cells
        .map(|(width, words)| cell(*width, "", words))
        .collect();
    row("<w:cantSplit/><w:tblHeader/>", &cells)
}

fn coverage_row(bar: &CoverageBar, keep: Keep, pictures: &mut Pictures) -> String {
    let drawn = bar.range.map(|(low, high)| {
        let mut canvas = Canvas::new();
        canvas.track();
        // Where nothing is decided, nothing is filled: it would look like all.
        if (low, high) != (0, 100) {
            canvas.fill([low, high].map(|share| (share, 100)), picture::SOFT);
        }
        if let Some(percent) = bar.percent {
            canvas.mark((percent, 100));
        }
        canvas
    });
    bar_row([&bar.label, &bar.words], drawn, keep, pictures)
}

/// A line of days: the same above all its actions.
#[derive(Clone, Copy)]
struct Line<'a> {
    days: u32,
    today: u32,
    ticks: &'a [Tick],
}

impl Line<'_> {
    /// Today, the years and the names of the ticks, each over its day as far as there is room.
    fn scale(self, today_word: &str) -> String {
        let today = [(self.today, today_word)];
        let above = self.ticks.iter().map(|tick| (tick.day, &*tick.above));
        let names = self.ticks.iter().map(|tick| (tick.day, &*tick.label));
        let mut lines = self.names(today.into_iter());
        lines.push_str(&self.names(above));
        lines.push_str(&self.names(names));
        scale_row(&lines)
    }

    /// Names over their days: each, or every second, third and so on, so that they do not touch.
    fn names<'a>(self, names: impl Iterator<Item = (u32, &'a str)>) -> String {
        /// About as wide as a letter of the headings of tables, in twentieths of a point.
        const LETTER: u32 = 110;
        let placed = names.filter(|(_, name)| !name.is_empty());
        let placed: Vec<(u32, u32, &str)> = placed
            .map(|(day, name)| {
                let width = LETTER * u32::try_from(name.chars().count()).unwrap_or(BAR[0]);
                let left = picture::across(BAR[0], (day, self.days));
                let left = left.min(BAR[0].saturating_sub(width));
                (left, left + width + LETTER / 2, name)
            })
            .collect();
        let fits = |every: &usize| {
            let mut shown = placed.iter().step_by(*every).peekable();
            std::iter::from_fn(|| Some((shown.next()?, shown.peek().copied())))
                .all(|((_, end, _), next)| next.is_none_or(|(left, ..)| end <= left))
        };
        let every = (1..=placed.len()).find(fits).unwrap_or(1);
        let (mut stops, mut words) = (String::new(), String::new());
        for (left, _, name) in placed.iter().step_by(every) {
            let stop = format!("<w:tab w:val=\"left\" w:pos=\"{left}\"/>");
            stops.push_str(&stop);
            words.push('\t');
            words.push_str(name);
        }
        if words.is_empty() {
            return String::new();
        }
        scale_line(&stops, &words)
    }

    fn row(self, action: &TimelineAction, pictures: &mut Pictures) -> String {
        let mut canvas = Canvas::new();
        canvas.days();
        for tick in self.ticks {
            canvas.tick((tick.day, self.days));
        }
        canvas.today((self.today, self.days));
        let day = (action.day, self.days);
        match action.mark {
            Mark::Ahead => canvas.disc(day),
            Mark::Overdue => canvas.diamond(day),
            Mark::Met => canvas.ring(day),
        }
        let said = [&*action.label, &*action.words];
        bar_row(said, Some(canvas), Keep::Loose, pictures)
    }
}

fn share_row(bar: &ShareBar, pictures: &mut Pictures) -> String {
    let mut canvas = Canvas::new();
    canvas.track();
    let of = bar.of.max(1);
    canvas.fill([(0, of), (bar.part.min(of), of)], picture::ACCENT);
    bar_row(
        [&bar.label, &bar.words],
        Some(canvas),
        Keep::Loose,
        pictures,
    )
}

fn bar_row(
    [label, words]: [&str; 2],
    drawn: Option<Canvas>,
    keep: Keep,
    pictures: &mut Pictures,
) -> String {
    let alternative = format!("{label}: {words}");
    let picture = drawn.map(|picture| drawing(pictures, picture, &alternative, BAR));
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

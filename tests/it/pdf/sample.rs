//! A made-up report that has a piece of every kind.

use guidepost::report::{
    Alignment, Block, Cell, Chart, Column, ColumnRole, CoverageBar, Document, Fact, Figures,
    HeadingLevel, Inline, Mark, Row, ShareBar, Table, Tick, TimelineAction,
};
use jiff::civil::date;

/// A document of these blocks, on a short cover without contents.
pub fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Crime prevention in Exampleland".to_owned(),
        subtitle: "Self-assessment against the Guidelines".to_owned(),
        language: "en".to_owned(),
        date: date(2026, 11, 21),
        banner: None,
        footer: "Prepared with Guidepost: its own questions on resolution 2002/13, not a form of the United Nations.".to_owned(),
        facts: vec![fact("State", "Exampleland")],
        code: None,
        contents: None,
        page_of_pages: "page {page} of {pages}".to_owned(),
        blocks,
    }
}

/// A document with a cover, contents, and chapters of every kind of block.
pub fn every_kind() -> Document {
    let mut blocks = chapter("Where the country stands");
    for number in 2..=5 {
        blocks.extend(chapter(&format!("Chapter {number}")));
    }
    Document {
        banner: Some("Draft, not cleared".to_owned()),
        code: Some(fact("Code of the submission", "7K3M 9QWX 0ABC 5TRV")),
        contents: Some("Contents".to_owned()),
        facts: vec![
            fact("State", "Exampleland"),
            fact("Institution", "National Crime Prevention Council"),
            fact(
                "Call",
                "Note verbale CU 2026/17, replies due by 31 December 2026",
            ),
            fact("As of", "21 November 2026"),
        ],
        ..document(blocks)
    }
}

fn chapter(title: &str) -> Vec<Block> {
    vec![
        heading(HeadingLevel::One, title),
        Block::Help {
            text: vec![Inline::text(
                "What is decided, and how far the open answers could still move it.",
            )],
        },
        Block::Chart(coverage()),
        paragraph(LONG),
        heading(HeadingLevel::Two, "What has been found"),
        Block::Paragraph {
            text: vec![
                Inline::text("At least 30 of the 42 replies name a "),
                Inline::strong("national plan"),
                Inline::note(STATES),
                Inline::text(", and "),
                Inline::emphasis("One State (Poland)"),
                Inline::text(" holds competitions among units."),
                Inline::note("Country Z, 2004."),
            ],
        },
        Block::Quote {
            text: vec![Inline::text(
                "We meet twice a year.\nThe minutes are public.",
            )],
        },
        Block::List {
            items: vec![
                vec![Inline::text("structures at each level of government")],
                vec![Inline::text(LONG)],
                vec![Inline::strong("resources"), Inline::text(" that last")],
            ],
        },
        Block::Table(gaps()),
        heading(HeadingLevel::Two, "What is planned"),
        Block::Chart(timeline()),
        heading(
            HeadingLevel::Three,
            "17 (b) Is there a plan with clear priorities and targets?",
        ),
        Block::Labelled {
            label: "What is missing".to_owned(),
            text: vec![Inline::text(LONG)],
        },
        Block::Paragraph {
            text: vec![
                Inline::TickBox,
                Inline::text("Yes   "),
                Inline::TickBox,
                Inline::text("In part   "),
                Inline::TickBox,
                Inline::text("No"),
            ],
        },
        Block::Room {
            label: "What exists".to_owned(),
            lines: 4,
        },
        heading(HeadingLevel::Two, "Response by regional group"),
        Block::Chart(shares()),
    ]
}

fn coverage() -> Chart {
    let bar = |label: &str, percent, range, words: &str| CoverageBar {
        label: label.to_owned(),
        percent,
        range,
        words: words.to_owned(),
    };
    Chart {
        title: "Coverage of each principle, national level".to_owned(),
        alternative: "Bars. Government leadership 78 per cent, between 53 and 85.".to_owned(),
        figures: Figures::Coverage {
            bars: vec![
                bar(
                    "Government leadership (7)",
                    Some(78),
                    Some((53, 85)),
                    "78 % of what is decided, between 53 and 85 %, 9 of 13 decided",
                ),
                bar(
                    "Inclusion (8)",
                    Some(75),
                    Some((60, 80)),
                    "75 % of what is decided, between 60 and 80 %, 8 of 10 decided",
                ),
                bar(
                    "Sustainability, accountability (10)",
                    None,
                    Some((13, 87)),
                    "too few answers, between 13 and 87 %, 3 of 11 decided",
                ),
                bar(
                    "Human rights, rule of law and a culture of lawfulness (12)",
                    Some(100),
                    None,
                    "100 %, all 8 decided",
                ),
                bar(
                    "Differentiation (14)",
                    Some(0),
                    Some((0, 1)),
                    "0 % of what is decided, between 0 and 1 %, 9 of 10 decided",
                ),
                bar("Interdependency (13)", None, None, "not asked"),
            ],
        },
    }
}

fn timeline() -> Chart {
    let tick = |day, label: &str, above: &str| Tick {
        day,
        label: label.to_owned(),
        above: above.to_owned(),
    };
    let action = |label: &str, day, mark, words: &str| TimelineAction {
        label: label.to_owned(),
        day,
        mark,
        words: words.to_owned(),
    };
    Chart {
        title: "What is planned, by when".to_owned(),
        alternative: "Three actions: March, June and December 2027.".to_owned(),
        figures: Figures::Timeline {
            days: 365,
            today: 120,
            today_word: "Today".to_owned(),
            ticks: vec![
                tick(0, "Jan", "2027"),
                tick(90, "Apr", ""),
                tick(181, "Jul", ""),
                tick(273, "Oct", ""),
            ],
            actions: vec![
                action(
                    "Write down who does what",
                    89,
                    Mark::Overdue,
                    "Ministry of the Interior, 31 March 2027",
                ),
                action(
                    "Publish the survey of victims",
                    180,
                    Mark::Met,
                    "Institute of Statistics, 30 June 2027",
                ),
                action(
                    "Evaluate the programme in all 21 regions, with the universities",
                    364,
                    Mark::Ahead,
                    "Council, 31 December 2027",
                ),
            ],
        },
    }
}

fn shares() -> Chart {
    let bar = |label: &str, part, of| ShareBar {
        label: label.to_owned(),
        part,
        of,
        words: format!("{part} of {of} States"),
    };
    Chart {
        title: "Replies from each regional group".to_owned(),
        alternative: "African States 5 of 53, Asian and Pacific States 9 of 54.".to_owned(),
        figures: Figures::Shares {
            bars: vec![
                bar("African States", 5, 53),
                bar("Asian and Pacific States", 9, 54),
                bar("Eastern European States", 12, 22),
                bar("No such group", 0, 0),
                bar("Western European and other States", 29, 29),
            ],
        },
    }
}

fn gaps() -> Table {
    let row = |id: &str, question: &str, standing: &str, units: u32| Row::Cells {
        cells: vec![
            Cell::text(id),
            Cell::text(question),
            Cell::text(standing),
            Cell::number(units),
            Cell::percent(units),
            Cell::Date {
                value: date(2026, 12, 31),
                words: "31 December 2026".to_owned(),
            },
        ],
    };
    let mut rows = Vec::new();
    for section in ["Structures", "Skills", "Support"] {
        rows.push(Row::Group {
            text: section.to_owned(),
        });
        for number in 1..=5 {
            rows.push(row(
                &format!("17 ({number})"),
                "Is there a plan with clear priorities and targets, and is it known to those who carry it out?",
                ["Yes", "In part", "No", "No information", "Not applicable"][number % 5],
                u32::try_from(number).unwrap() * 13,
            ));
        }
    }
    rows.push(Row::Cells {
        cells: vec![Cell::Empty; 6],
    });
    table(
        &[("Paragraph", 2), ("Question", 6), ("Standing", 3)],
        &[("Units", 2), ("Share", 2), ("By", 3)],
        rows,
    )
}

/// A table with columns of words, then columns of numbers, each with its share of the width.
pub fn table(words: &[(&str, u16)], numbers: &[(&str, u16)], rows: Vec<Row>) -> Table {
    let column = |alignment| {
        move |(heading, share): &(&str, u16)| Column {
            heading: (*heading).to_owned(),
            alignment,
            share: *share,
            role: ColumnRole::Says,
        }
    };
    let words = words.iter().map(column(Alignment::Start));
    let numbers = numbers.iter().map(column(Alignment::End));
    Table {
        name: "Gaps".to_owned(),
        caption: "What is not yet there".to_owned(),
        columns: words.chain(numbers).collect(),
        rows,
    }
}

pub fn heading(level: HeadingLevel, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.to_owned(),
    }
}

pub fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        text: vec![Inline::text(text)],
    }
}

fn fact(label: &str, text: &str) -> Fact {
    Fact::new(label, text)
}

const LONG: &str = "The council brings together the ministries of the interior, justice, education, \
    health and social affairs with the associations of cities and regions. It meets four times a \
    year, and its secretariat follows up what was decided. What it lacks is a budget of its own: \
    the programmes are paid for by the ministries, each on its own terms and for a year at a time.";

const STATES: &str = "Albania, Algeria, Argentina, Australia, Austria, Azerbaijan, Belarus, Belgium, \
    Bosnia and Herzegovina, Brazil, Bulgaria, Canada, Chile, Colombia, Costa Rica, Croatia, Cyprus, \
    Czech Republic, Denmark, Ecuador, Egypt, Finland, France, Germany, Greece, Hungary, Iceland, \
    Ireland, Italy, Japan, Latvia, Lebanon, Mexico, Morocco, Netherlands, Norway, Peru, Poland, \
    Portugal, Romania, Slovenia and the former Yugoslav Republic of Macedonia.";

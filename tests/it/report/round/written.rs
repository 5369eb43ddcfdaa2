//! What the office noted stands in the report: conflicts, quotations, the analyst's own text.

use guidepost::domain::{
    Attribution, Field, ItemId, Level, ListItem, Quotation, RegionalGroup, Round, SectionId,
    Standing, SubmittedAnswer, TextField,
};
use guidepost::report::{Block, Cell, Format, Inline, Report, Row, Table};
use guidepost::words::{ENGLISH, Words};
use uuid::Uuid;

use super::{line_of, lines, reply, report, report_with, rows_of, samples};
use crate::report::bytes;
use crate::report::read::{Document, Workbook, records};
use crate::support::{question, state};

const YES: [(Level, Standing); 1] = [(Level::National, Standing::Yes)];

#[test]
fn states_in_conflict_wait_and_are_named_as_such() {
    let mut other = reply("CHL", "17", &YES);
    other.identity = Uuid::from_u128(9);
    let replies = [
        reply("ALB", "17", &YES),
        reply("BEL", "17", &[]),
        reply("CHL", "17", &YES),
        other,
    ];
    let report = report(&replies, &Round::default());
    let lines = lines(&report.document);
    line_of(
        &lines,
        "Of the 193 States invited, 3 replied: Albania, Belgium and Chile.",
    );
    line_of(
        &lines,
        "1 State sent several replies, and it has not been decided which of them counts: Chile.",
    );
    line_of(&lines, "The figures rest on 2 replies, one for each State.");
    line_of(
        &lines,
        "The answers of 1 State wait for a decision, and are in no figure.",
    );
    let said = line_of(&lines, "Clear responsibilities");
    assert!(said.contains("At least 1 of the 2 replies says") && !said.contains("Chile"));
    assert_eq!(report.document.banner, None);
}

#[test]
fn the_values_begin_with_what_they_are_of() {
    let replies = [reply("ALB", "17", &YES), reply("CHL", "17", &YES)];
    let trial = &samples()[..2];
    let group = Some(RegionalGroup::EasternEurope);
    for (replies, only, expected) in [
        (&replies[..], None, &[["call", "2030", ""]][..]),
        (&replies, group, &[["call", "2030", "EEG"]]),
        (trial, None, &[["call", &trial[0].call.id, "trial"]]),
    ] {
        let records = report_with(replies, &Round::default(), only).records;
        let rows = records.rows.iter();
        let rows = rows.take_while(|row| row[0] == "document");
        let rows: Vec<[&str; 3]> = rows.map(|row| [&*row[2], &*row[6], &*row[5]]).collect();
        assert_eq!(rows, expected);
    }
}

fn quoted(of: &str, asked: &str, text: &str, attribution: Attribution) -> Quotation {
    Quotation {
        question: question(asked),
        state: state(of),
        field: Field::Text(TextField::Useful),
        text: text.to_owned(),
        attribution,
    }
}

#[test]
fn what_a_state_wrote_is_in_the_language_of_its_reply() {
    let words = "Les équipes rivalisent.";
    let mut reply = reply("FRA", "17.a", &[(Level::National, Standing::Yes)]);
    reply.profile.reply_language = "fr".to_owned();
    let item = ListItem {
        name: words.to_owned(),
        public_remark: words.to_owned(),
        ..ListItem::default()
    };
    let listed = SubmittedAnswer {
        items: vec![(ItemId(Uuid::nil()), item)],
        ..SubmittedAnswer::default()
    };
    reply.answers.insert(question("30.networks"), listed);
    let round = Round {
        quotations: [quoted("FRA", "20.how", words, Attribution::Named)].into(),
        ..Round::default()
    };
    let report = report(&[reply], &round);
    let pieces = report.document.blocks.iter().flat_map(|block| match block {
        Block::Quote { text } => text.clone(),
        Block::Table(table) => rows_of_cells(table),
        _ => Vec::new(),
    });
    let (theirs, ours): (Vec<Inline>, Vec<Inline>) = pieces
        .filter(|piece| matches!(piece, Inline::Text { .. }))
        .partition(|piece| matches!(piece, Inline::Text { text, .. } if text == words));
    let is_french = |piece: &Inline| matches!(piece, Inline::Text { language, .. } if language.as_deref() == Some("fr"));
    assert_eq!(theirs.len(), 3);
    assert!(theirs.iter().all(is_french), "{theirs:?}");
    assert!(!ours.iter().any(is_french), "{ours:?}");
}

/// All pieces of all cells.
fn rows_of_cells(table: &Table) -> Vec<Inline> {
    let cells = table.rows.iter().flat_map(|row| match row {
        Row::Cells { cells } => cells.clone(),
        Row::Group { .. } => Vec::new(),
    });
    let pieces = cells.filter_map(|cell| match cell {
        Cell::Text { text } => Some(text),
        _ => None,
    });
    pieces.flatten().collect()
}

#[test]
fn quotations_name_the_state_or_do_not() {
    let round = Round {
        quotations: [
            quoted(
                "POL",
                "20.how",
                "Units compete for the best idea.",
                Attribution::Named,
            ),
            quoted(
                "SWZ",
                "20.how",
                "Leaders of old keep it going.",
                Attribution::OneState,
            ),
            quoted(
                "FRA",
                "20.how",
                "This State sent no reply.",
                Attribution::Named,
            ),
            quoted("POL", "99.z", "Nobody asked this.", Attribution::Named),
        ]
        .into(),
        ..Round::default()
    };
    let report = report(&samples(), &round);
    let text = lines(&report.document);
    let place = text
        .iter()
        .position(|line| line == "One State (Poland) writes: “Units compete for the best idea.”");
    let place = place.unwrap();
    assert_eq!(
        text[place + 1],
        "One State writes: “Leaders of old keep it going.”"
    );
    assert_eq!(
        text[place - 2],
        "A. Sustainability and accountability (paragraphs 10 and 20)"
    );
    assert!(
        !text
            .iter()
            .any(|line| line.contains("This State sent no reply") || line.contains("Nobody asked"))
    );
    for why in [
        "its reply is not counted.",
        "its question is not one of this questionnaire.",
    ] {
        line_of(
            &text,
            &format!("1 quotation that was chosen is left out, since {why}"),
        );
    }
    let book = Workbook::read(&bytes(&report, Format::Xlsx));
    let rows = book.rows("Quotations");
    let rows = rows
        .iter()
        .map(|row| [row["State"].to_string(), row["Quotation"].to_string()]);
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            [
                "One State".to_owned(),
                "Leaders of old keep it going.".to_owned()
            ],
            [
                "Poland".to_owned(),
                "Units compete for the best idea.".to_owned()
            ],
        ]
    );
}

#[test]
fn what_the_analyst_wrote_stands_whole_in_its_place() {
    let section = |id| Some(SectionId::parse(id).unwrap());
    let hard = "=1+1 & <b> #heading *bold* $x$ \"quoted\"\nnext line\twith a tab, 警察, شرطة, 😀";
    let round = Round {
        texts: [
            (None, "This is why States were asked.".to_owned()),
            (
                section("structures"),
                format!("{hard}\n\nA second paragraph."),
            ),
            (section("closing"), "States should go on.".to_owned()),
            (section("no-such-section"), "Nothing is lost.".to_owned()),
        ]
        .into(),
        ..Round::default()
    };
    let report = report(&samples(), &round);
    let lines = lines(&report.document);
    let places: Vec<usize> = [
        "I. Introduction",
        "This is why States were asked.",
        "Response by regional group",
        "C. Structures in government (paragraph 17)",
        hard,
        "A second paragraph.",
        "D. Skills (paragraph 18)",
        "VI. Conclusions",
        "States should go on.",
        "Texts on sections that this report does not have",
        "Nothing is lost.",
        "Annex: figures by question and level",
    ]
    .iter()
    .map(|expected| {
        let place = lines.iter().position(|line| line == expected);
        place.unwrap_or_else(|| panic!("{expected:?}"))
    })
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    let document = Document::read(&bytes(&report, Format::Docx));
    assert!(document.texts().any(|text| text == hard));
}

#[test]
fn a_round_without_a_call_names_none() {
    let mut reply = reply("ALB", "17", &YES);
    reply.call.id.clear();
    let Report { document, .. } = report(&[reply], &Round::default());
    assert_eq!(document.subtitle, "Replies to a call without a reference");
    assert!(document.facts.iter().all(|fact| !fact.text.is_empty()));
    assert!(document.facts.iter().all(|fact| fact.label != "Call"));
    line_of(
        &lines(&document),
        "States were asked how they apply the Guidelines",
    );
}

#[test]
fn one_regional_group_alone_is_told_as_such() {
    let round = Round {
        quotations: [
            quoted("POL", "20.how", "Units compete.", Attribution::Named),
            quoted("SWZ", "20.how", "Leaders of old.", Attribution::Named),
            quoted("FRA", "20.how", "No reply.", Attribution::Named),
        ]
        .into(),
        ..Round::default()
    };
    let Report { document, .. } = report_with(&samples(), &round, Some(RegionalGroup::Africa));
    assert_eq!(
        document.subtitle,
        "Replies to the call 2006: African States alone"
    );
    let lines = lines(&document);
    line_of(
        &lines,
        "Of the 53 States invited, 6 replied: Algeria, Egypt, Mauritius, Senegal, South Africa and \
         Swaziland.",
    );
    let lead = line_of(&lines, "Ministry of the interior –");
    assert_eq!(
        lead,
        "Ministry of the interior – 2 replies[Algeria and Senegal.]"
    );
    let files = rows_of(&document, |table| table.name == "Annex: files that came in");
    assert_eq!(files, [["Counted", "6"]]);
    line_of(
        &lines,
        "Each State is counted once. That a file is not counted says nothing about the State that \
         it came from. Only files from States of this group",
    );
    line_of(&lines, "One State (Swaziland) writes: “Leaders of old.”");
    assert!(!lines.iter().any(|line| line.contains("Units compete")));
    assert!(!lines.iter().any(|line| line.contains("left out")));
}

#[test]
fn a_group_of_which_no_file_came_is_told_so_though_others_came() {
    let of_group = "Only files from States of this group are counted here; a file whose State \
                    cannot be told is not.";
    for (replies, only, expected) in [
        (vec![], None, "No file has come in yet.".to_owned()),
        (
            vec![reply("ALB", "17", &YES)],
            Some(RegionalGroup::Africa),
            format!("No file of a State of this group came in. {of_group}"),
        ),
    ] {
        let Report { document, .. } = report_with(&replies, &Round::default(), only);
        let lines = lines(&document);
        let annex = "Annex: files that came in";
        let place = lines.iter().position(|line| line == annex).unwrap();
        assert_eq!(lines[place + 1], expected);
    }
}

#[test]
fn who_replied_is_told_of_as_many_as_were_invited() {
    use RegionalGroup::{AsiaPacific, EasternEurope};
    for (invited, replied, only, expected) in [
        (
            "ARE",
            "ARE",
            None,
            "The one State invited replied: United Arab Emirates.",
        ),
        ("ARE", "ALB", None, "The one State invited has not replied."),
        (
            "ARE",
            "ARE",
            Some(EasternEurope),
            "No State of this group was invited.",
        ),
        (
            "ARE",
            "ARE",
            Some(AsiaPacific),
            "The one State invited replied: United Arab Emirates.",
        ),
        (
            "ALB POL",
            "ARE",
            None,
            "None of the 2 States invited has replied.",
        ),
    ] {
        let round = Round {
            invited: invited.split(' ').map(state).collect(),
            ..Round::default()
        };
        let report = report_with(&[reply(replied, "17", &YES)], &round, only);
        line_of(&lines(&report.document), expected);
    }
}

#[test]
fn how_many_places_are_silent_is_told_in_the_number_of_it() {
    let words = Words::load(ENGLISH);
    for (open, expected) in [
        (0_usize, ", none is silent."),
        (1, ", 1 is silent. "),
        (2, ", 2 are silent. "),
    ] {
        let values = [("open", open.into()), ("all", 90_usize.into())];
        let said = words.say_with("round-report-unknown-silent", &values);
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn every_record_of_a_trial_or_of_one_group_says_so() {
    let group = RegionalGroup::EasternEurope;
    let real = [reply("ALB", "17", &YES)];
    for (replies, only, expected) in [
        (&real[..], None, String::new()),
        (&real[..], Some(group), group.token().to_owned()),
        (&samples()[..], None, "trial".to_owned()),
        (
            &samples()[..],
            Some(group),
            format!("trial {}", group.token()),
        ),
    ] {
        let report = report_with(replies, &Round::default(), only);
        let rows = records(&bytes(&report, Format::Csv));
        let note = rows[0].iter().position(|column| column == "note").unwrap();
        assert!(
            rows[1..].iter().all(|row| row[note] == expected),
            "{expected}"
        );
    }
}

//! How each kind of paragraph looks; the same names as in any word processor, so that whoever edits
//! the document can change them in one place.

use super::table::FULL_WIDTH;
use super::xml::escaped;

const DIM: &str = "5B6B7D";

const INK: &str = "16263A";

/// What must be seen: a draft, a sample.
pub(super) const WARNING: &str = "8F5500";

/// The line above a title.
const ACCENT: &str = "006A9F";

/// The line beside a quotation.
const SOFT: &str = "B8DCEF";

const ROOM: &str = "93A1AF";

/// The lines of tables.
const LINE: &str = "DDE3EA";

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    /// The style of the paragraph that follows when somebody types on.
    next: &'static str,
    /// Markup for the paragraph.
    paragraph: String,
    /// Markup for its words.
    words: String,
}

/// The part that holds the styles; the words are in `language`.
pub(super) fn styles(language: &str) -> String {
    let language = escaped(language);
    let styles: String = all().iter().map(style).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Arial\"/>\
         <w:color w:val=\"{INK}\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>\
         <w:lang w:val=\"{language}\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>\
         </w:docDefaults>\
         {styles}{REFERENCE}{}</w:styles>",
        table()
    )
}

const REFERENCE: &str = "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\">\
    <w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>\
    </w:style>";

fn table() -> String {
    let line = |side: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{LINE}\"/>")
    };
    format!(
        "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">\
         <w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\
         <w:tblCellMar><w:left w:w=\"80\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"Lines\"><w:name w:val=\"Lines\"/>\
         <w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>{}{}{}</w:tblBorders>\
         <w:tblCellMar><w:top w:w=\"45\" w:type=\"dxa\"/><w:left w:w=\"80\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"45\" w:type=\"dxa\"/><w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr></w:style>",
        line("top"),
        line("bottom"),
        line("insideH"),
    )
}

fn style(style: &Style) -> String {
    let Style {
        id,
        name,
        next,
        paragraph,
        words,
    } = style;
    let (default, based) = if *id == "Normal" {
        (" w:default=\"1\"", "")
    } else {
        ("", "<w:basedOn w:val=\"Normal\"/>")
    };
    format!(
        "<w:style w:type=\"paragraph\"{default} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{based}\
         <w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr>\
         </w:style>"
    )
}

fn all() -> Vec<Style> {
    let mut all = headings();
    all.extend(texts());
    all.extend(around());
    all
}

/// A style whose paragraphs are followed by plain ones.
fn new(id: &'static str, name: &'static str, paragraph: String, words: String) -> Style {
    Style {
        id,
        name,
        next: "Normal",
        paragraph,
        words,
    }
}

/// A style whose paragraphs are followed by their like.
fn going_on(id: &'static str, name: &'static str, paragraph: String, words: String) -> Style {
    Style {
        next: id,
        ..new(id, name, paragraph, words)
    }
}

/// The cover, the contents and the headings.
fn headings() -> Vec<Style> {
    let heading = |id, name, level: u8, [before, after]: [u16; 2], size| {
        let kept = format!("<w:keepNext/><w:keepLines/>{}", spacing(before, after));
        let paragraph = format!("{kept}<w:outlineLvl w:val=\"{level}\"/>");
        new(id, name, paragraph, bold() + &sized(size))
    };
    let indented = spacing(0, 20) + "<w:ind w:left=\"340\"/>";
    let cover_line =
        border("top", [20, 1], ACCENT) + &spacing(1_300, 0) + "<w:ind w:right=\"7600\"/>";
    let titled = spacing(0, 120) + "<w:ind w:right=\"1400\"/>";
    let noticed = border("left", [20, 8], WARNING) + &spacing(0, 360) + "<w:ind w:left=\"200\"/>";
    vec![
        new("Normal", "Normal", String::new(), String::new()),
        heading("Heading1", "heading 1", 0, [480, 160], 36),
        heading("Heading2", "heading 2", 1, [320, 120], 28),
        heading("Heading3", "heading 3", 2, [280, 80], 23),
        new("CoverLine", "Cover line", cover_line, sized(8)),
        new("Title", "Title", titled, bold() + &sized(48)),
        new("Subtitle", "Subtitle", spacing(0, 360), dim() + &sized(28)),
        new("Notice", "Notice", noticed, bold() + &coloured(WARNING)),
        new("Code", "Code", spacing(0, 240), sized(26)),
        new(
            "ContentsHeading",
            "Contents heading",
            kept(0, 200),
            bold() + &sized(32),
        ),
        new("TOC1", "toc 1", spacing(100, 20), bold()),
        new("TOC2", "toc 2", indented, String::new()),
    ]
}

/// What is read, and where it is written.
fn texts() -> Vec<Style> {
    let ruled = |side: &str, space: u8, colour: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"{space}\" w:color=\"{colour}\"/>")
    };
    let quoted = border("left", [16, 10], SOFT) + "<w:ind w:left=\"340\"/>";
    let room = |before: u16| {
        format!(
            "<w:pBdr>{}{}</w:pBdr><w:spacing w:before=\"{before}\" w:after=\"0\" \
             w:line=\"400\" w:lineRule=\"exact\"/>",
            ruled("bottom", 1, ROOM),
            ruled("between", 1, ROOM)
        )
    };
    let listed = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    let listed = listed.to_owned() + &spacing(0, 80);
    let label = bold() + &dim() + &sized(19);
    vec![
        new("Help", "Help", spacing(0, 100), dim() + &sized(17)),
        new("Quote", "Quote", quoted, String::new()),
        going_on("ListBullet", "List Bullet", listed, String::new()),
        new("Label", "Label", kept(100, 20), label.clone()),
        new("Answer", "Answer", spacing(0, 120), String::new()),
        going_on("Room", "Room to write", room(0), String::new()),
        Style {
            next: "Room",
            ..new("RoomLabel", "Room to write, first line", room(100), label)
        },
        new(
            "Caption",
            "caption",
            kept(120, 80),
            bold() + &dim() + &sized(18),
        ),
    ]
}

/// Tables, head and foot of pages, notes.
fn around() -> Vec<Style> {
    let sided = |side: &str| {
        let end = format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{FULL_WIDTH}\"/></w:tabs>");
        border(side, [4, 4], LINE) + &end + &spacing(0, 0)
    };
    let thin = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>";
    let none = || spacing(0, 0);
    vec![
        going_on("TableText", "Table text", none(), sized(18)),
        going_on(
            "TableHead",
            "Table heading",
            none(),
            bold() + &dim() + &sized(17),
        ),
        going_on(
            "TableGroup",
            "Table group",
            kept(80, 0),
            bold() + &sized(18),
        ),
        new("AfterTable", "After table", thin.to_owned(), sized(8)),
        going_on("Header", "header", sided("bottom"), dim() + &sized(16)),
        going_on("Footer", "footer", sided("top"), dim() + &sized(16)),
        going_on("FootnoteText", "footnote text", spacing(0, 40), sized(17)),
    ]
}

/// A line on one side of a paragraph: its width in eighths of a point, and how far away it is.
fn border(side: &str, [width, space]: [u8; 2], colour: &str) -> String {
    format!(
        "<w:pBdr><w:{side} w:val=\"single\" w:sz=\"{width}\" w:space=\"{space}\" \
         w:color=\"{colour}\"/></w:pBdr>"
    )
}

/// As [`spacing`], on the page of what follows.
fn kept(before: u16, after: u16) -> String {
    format!("<w:keepNext/>{}", spacing(before, after))
}

/// The room before and after a paragraph, in twentieths of a point.
fn spacing(before: u16, after: u16) -> String {
    format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>")
}

/// The size of words, in half points.
fn sized(size: u8) -> String {
    format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>")
}

fn bold() -> String {
    "<w:b/><w:bCs/>".to_owned()
}

fn dim() -> String {
    coloured(DIM)
}

fn coloured(colour: &str) -> String {
    format!("<w:color w:val=\"{colour}\"/>")
}

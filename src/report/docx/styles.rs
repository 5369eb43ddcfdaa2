//! How each kind of paragraph looks; the same names as in any word processor, so that whoever edits
//! the document can change them in one place.

use super::xml::escaped;

/// Dim words.
const DIM: &str = "5B6B7D";

/// The colour of text.
const INK: &str = "16263A";

/// What must be seen: a draft, a sample.
const WARNING: &str = "9A3A2F";

/// The lines to write on.
const ROOM: &str = "A9B5C1";

/// The lines of tables.
const LINE: &str = "DDE3EA";

/// A style of paragraphs.
struct Paragraph {
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

fn style(style: &Paragraph) -> String {
    let Paragraph {
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

fn all() -> Vec<Paragraph> {
    let new = |id, name, next, paragraph: String, words: String| Paragraph {
        id,
        name,
        next,
        paragraph,
        words,
    };
    let heading = |id, name, level: u8, [before, after]: [u16; 2], size| {
        let paragraph = format!(
            "<w:keepNext/><w:keepLines/>{}<w:outlineLvl w:val=\"{level}\"/>",
            spacing(before, after)
        );
        new(id, name, "Normal", paragraph, bold() + &sized(size))
    };
    let bottom = |space: u8, colour: &str| {
        format!("w:val=\"single\" w:sz=\"4\" w:space=\"{space}\" w:color=\"{colour}\"/>")
    };
    vec![
        new("Normal", "Normal", "Normal", String::new(), String::new()),
        heading("Heading1", "heading 1", 0, [480, 160], 36),
        heading("Heading2", "heading 2", 1, [320, 120], 28),
        heading("Heading3", "heading 3", 2, [280, 80], 23),
        new(
            "Title",
            "Title",
            "Subtitle",
            spacing(1_200, 80),
            bold() + &sized(52),
        ),
        new(
            "Subtitle",
            "Subtitle",
            "Normal",
            spacing(0, 360),
            dim() + &sized(32),
        ),
        new("Code", "Code", "Normal", spacing(0, 240), sized(26)),
        new(
            "ContentsHeading",
            "Contents heading",
            "Normal",
            format!("<w:keepNext/>{}", spacing(480, 120)),
            bold() + &sized(28),
        ),
        new("TOC1", "toc 1", "Normal", spacing(60, 20), bold()),
        new(
            "TOC2",
            "toc 2",
            "Normal",
            spacing(0, 20) + "<w:ind w:left=\"340\"/>",
            String::new(),
        ),
        new(
            "Help",
            "Help",
            "Normal",
            spacing(0, 120),
            dim() + &sized(19),
        ),
        new(
            "Quote",
            "Quote",
            "Normal",
            format!(
                "<w:pBdr><w:left {}</w:pBdr><w:ind w:left=\"340\"/>",
                bottom(10, LINE)
            ),
            String::new(),
        ),
        new(
            "ListBullet",
            "List Bullet",
            "ListBullet",
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>".to_owned()
                + &spacing(0, 80),
            String::new(),
        ),
        new(
            "Label",
            "Label",
            "Answer",
            format!("<w:keepNext/>{}", spacing(100, 20)),
            bold() + &dim() + &sized(19),
        ),
        new("Answer", "Answer", "Normal", spacing(0, 120), String::new()),
        new(
            "Room",
            "Room to write",
            "Room",
            format!(
                "<w:pBdr><w:bottom {}<w:between {}</w:pBdr>\
                 <w:spacing w:before=\"0\" w:after=\"0\" w:line=\"440\" w:lineRule=\"exact\"/>",
                bottom(1, ROOM),
                bottom(1, ROOM)
            ),
            String::new(),
        ),
        new(
            "Caption",
            "caption",
            "Normal",
            format!("<w:keepNext/>{}", spacing(120, 80)),
            dim() + &sized(19),
        ),
        new(
            "TableText",
            "Table text",
            "TableText",
            spacing(0, 0),
            sized(18),
        ),
        new(
            "TableHead",
            "Table heading",
            "TableText",
            spacing(0, 0),
            bold() + &sized(17),
        ),
        new(
            "TableGroup",
            "Table group",
            "TableText",
            format!("<w:keepNext/>{}", spacing(80, 0)),
            bold() + &sized(18),
        ),
        new(
            "AfterTable",
            "After table",
            "Normal",
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>"
                .to_owned(),
            sized(8),
        ),
        new(
            "Header",
            "header",
            "Header",
            spacing(0, 0) + "<w:jc w:val=\"center\"/>",
            bold() + &coloured(WARNING) + &sized(18),
        ),
        new(
            "Footer",
            "footer",
            "Footer",
            spacing(0, 0) + "<w:jc w:val=\"center\"/>",
            dim() + &sized(16),
        ),
        new(
            "FootnoteText",
            "footnote text",
            "FootnoteText",
            spacing(0, 40),
            sized(17),
        ),
    ]
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

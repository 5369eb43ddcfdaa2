//! The parts of the file around its body, and how they hang together.

use std::io;

use super::body::Body;
use super::inline::{Notes, run};
use super::styles;
use super::xml::escaped;
use crate::report::document::Document;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The names that the body's markup uses.
const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The parts that the body's part leads to: name, kind of relation, kind of content.
const PARTS: [(&str, &str); 6] = [
    ("styles", "styles"),
    ("settings", "settings"),
    ("numbering", "numbering"),
    ("footnotes", "footnotes"),
    ("header", "header"),
    ("footer", "footer"),
];

/// Every part of the file: its name in the archive, and its bytes.
pub(super) fn parts(document: &Document, body: &Body) -> io::Result<Vec<(String, Vec<u8>)>> {
    let texts = [
        ("[Content_Types].xml".to_owned(), content_types()),
        ("_rels/.rels".to_owned(), package_relations()),
        ("docProps/core.xml".to_owned(), core(document)),
        ("docProps/app.xml".to_owned(), app()),
        ("word/document.xml".to_owned(), main(body)),
        (
            "word/_rels/document.xml.rels".to_owned(),
            document_relations(body),
        ),
        (
            "word/styles.xml".to_owned(),
            styles::styles(&document.language),
        ),
        ("word/settings.xml".to_owned(), settings()),
        ("word/numbering.xml".to_owned(), numbering()),
        ("word/footnotes.xml".to_owned(), footnotes(&body.notes)),
        ("word/header.xml".to_owned(), header(document)),
        ("word/footer.xml".to_owned(), footer(document)),
    ];
    let mut parts: Vec<(String, Vec<u8>)> = texts
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    for (number, picture) in (1..).zip(&body.pictures.files) {
        parts.push((format!("word/media/chart{number}.png"), picture.png()?));
    }
    Ok(parts)
}

fn content_types() -> String {
    let mut overrides = String::new();
    for (name, kind) in PARTS {
        let part =
            format!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{MAIN}.{kind}+xml\"/>");
        overrides.push_str(&part);
    }
    format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{MAIN}.document.main+xml\"/>\
         {overrides}\
         <Override PartName=\"/docProps/core.xml\" \
         ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>\
         </Types>"
    )
}

fn relations(list: &str) -> String {
    format!(
        "{HEAD}<Relationships \
         xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>"
    )
}

fn package_relations() -> String {
    relations(&format!(
        "<Relationship Id=\"body\" Type=\"{RELATION}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" Type=\"http://schemas.openxmlformats.org/package/2006/\
         relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"app\" Type=\"{RELATION}/extended-properties\" \
         Target=\"docProps/app.xml\"/>"
    ))
}

fn document_relations(body: &Body) -> String {
    let parts = PARTS.iter().map(|(name, kind)| {
        format!("<Relationship Id=\"{name}\" Type=\"{RELATION}/{kind}\" Target=\"{name}.xml\"/>")
    });
    let pictures = (1..=body.pictures.files.len()).map(|number| {
        format!(
            "<Relationship Id=\"picture{number}\" Type=\"{RELATION}/image\" \
             Target=\"media/chart{number}.png\"/>"
        )
    });
    relations(&parts.chain(pictures).collect::<String>())
}

fn core(document: &Document) -> String {
    let Document {
        title,
        subtitle,
        language,
        date,
        ..
    } = document;
    let [title, subtitle, language] = [title, subtitle, language].map(|text| escaped(text));
    format!(
        "{HEAD}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:subject>{subtitle}</dc:subject><dc:creator></dc:creator>\
         <dc:language>{language}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:modified>\
         </cp:coreProperties>"
    )
}

fn app() -> String {
    format!(
        "{HEAD}<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Guidepost</Application></Properties>"
    )
}

fn main(body: &Body) -> String {
    let Body { markup, .. } = body;
    format!(
        "{HEAD}<w:document {NAMES}><w:body>{markup}<w:sectPr>\
         <w:headerReference w:type=\"default\" r:id=\"header\"/>\
         <w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1361\" w:right=\"1247\" w:bottom=\"1361\" w:left=\"1247\" \
         w:header=\"624\" w:footer=\"624\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    )
}

fn settings() -> String {
    format!(
        "{HEAD}<w:settings {NAMES}><w:defaultTabStop w:val=\"709\"/>\
         <w:footnotePr><w:footnote w:id=\"0\"/><w:footnote w:id=\"1\"/></w:footnotePr>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         </w:settings>"
    )
}

/// The mark before the items of a list.
fn numbering() -> String {
    format!(
        "{HEAD}<w:numbering {NAMES}><w:abstractNum w:abstractNumId=\"0\">\
         <w:multiLevelType w:val=\"hybridMultilevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
         <w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"340\" w:hanging=\"227\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

fn footnotes(notes: &Notes) -> String {
    let lines = ["separator", "continuationSeparator"];
    let lines = lines.iter().enumerate().map(|(number, kind)| {
        format!(
            "<w:footnote w:type=\"{kind}\" w:id=\"{number}\"><w:p><w:pPr>\
             <w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
             <w:r><w:{kind}/></w:r></w:p></w:footnote>"
        )
    });
    let texts = (Notes::FIRST..).zip(&notes.texts).map(|(number, text)| {
        format!(
            "<w:footnote w:id=\"{number}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>\
             <w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>\
             <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>{text}</w:p></w:footnote>"
        )
    });
    let all: String = lines.chain(texts).collect();
    format!("{HEAD}<w:footnotes {NAMES}>{all}</w:footnotes>")
}

/// What every page says at its head, and the title.
fn header(document: &Document) -> String {
    let banner = document.banner.as_deref().unwrap_or_default();
    let warning = format!("<w:b/><w:bCs/><w:color w:val=\"{}\"/>", styles::WARNING);
    let banner = run(&warning, banner);
    let title = run("", &format!("\t{}", document.title));
    format!(
        "{HEAD}<w:hdr {NAMES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>{banner}{title}</w:p>\
         </w:hdr>"
    )
}

/// What the foot says, and the number of the page.
fn footer(document: &Document) -> String {
    let mut words = run("", &format!("{}\t", document.footer));
    let mut rest = document.page_of_pages.as_str();
    while let Some((place, field, length)) = next_field(rest) {
        words.push_str(&run("", &rest[..place]));
        let field = format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
             <w:r><w:instrText xml:space=\"preserve\"> {field} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        );
        words.push_str(&field);
        rest = &rest[place + length..];
    }
    words.push_str(&run("", rest));
    format!(
        "{HEAD}<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{words}</w:p></w:ftr>"
    )
}

/// The next place for a number: where it is, the field that fills it, how long it is.
fn next_field(text: &str) -> Option<(usize, &'static str, usize)> {
    let fields = [("{page}", "PAGE"), ("{pages}", "NUMPAGES")];
    let found = fields
        .into_iter()
        .filter_map(|(place, field)| Some((text.find(place)?, field, place.len())));
    found.min()
}

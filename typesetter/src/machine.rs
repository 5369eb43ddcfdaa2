//! The machine's own fonts: found once, and then the few that hold what is asked for.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fontdb::{Database, FaceInfo, Query, Stretch, Style, Weight};
use typst::foundations::Bytes;
use typst::text::Font;

/// Families that read well beside a sans serif, best first. Any other family comes after these.
const GOOD_FAMILIES: &[&str] = &[
    "Noto Sans Arabic",
    "Noto Naskh Arabic",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Segoe UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Arial",
    "Noto Color Emoji",
    "Segoe UI Emoji",
    "Apple Color Emoji",
    "Noto Emoji",
    "WenQuanYi Zen Hei",
    "DejaVu Sans",
];

/// What the machine has, read once per run of the program: names only, no font is kept open.
static INSTALLED: LazyLock<Database> = LazyLock::new(|| {
    let mut database = Database::new();
    database.load_system_fonts();
    database
});

/// As few upright faces as hold all of `wanted` that the machine can show: each time the one that
/// holds most of what is left, among equals the better family. A semi-bold or bold face of the same
/// family comes along for headings.
pub(crate) fn faces_for(wanted: &BTreeSet<char>) -> Vec<Font> {
    let mut candidates: Vec<(&FaceInfo, BTreeSet<char>)> = INSTALLED
        .faces()
        .filter(|face| face.style == Style::Normal && face.stretch == Stretch::Normal)
        .filter(|face| face.weight == Weight::NORMAL)
        .map(|face| (face, held(face, wanted)))
        .filter(|(_, held)| !held.is_empty())
        .collect();
    candidates
        .sort_by_key(|(face, _)| (rank(face), face.monospaced, face.post_script_name.clone()));

    let mut left = wanted.clone();
    let mut faces = Vec::new();
    while let Some((face, held)) = best(&candidates, &left) {
        left.retain(|sign| !held.contains(sign));
        faces.extend(load(face));
        faces.extend(heavier(face).and_then(load));
        if left.is_empty() {
            break;
        }
    }
    faces
}

/// The first of the candidates that holds most of what is left.
fn best<'a>(
    candidates: &'a [(&'a FaceInfo, BTreeSet<char>)],
    left: &BTreeSet<char>,
) -> Option<(&'a FaceInfo, &'a BTreeSet<char>)> {
    let count = |held: &BTreeSet<char>| held.intersection(left).count();
    let most = candidates.iter().map(|(_, held)| count(held)).max()?;
    candidates
        .iter()
        .find(|(_, held)| most > 0 && count(held) == most)
        .map(|(face, held)| (*face, held))
}

fn family(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name)
}

fn rank(face: &FaceInfo) -> usize {
    GOOD_FAMILIES
        .iter()
        .position(|name| *name == family(face))
        .unwrap_or(GOOD_FAMILIES.len())
}

/// Which of `wanted` a face holds; none where it cannot be read.
fn held(face: &FaceInfo, wanted: &BTreeSet<char>) -> BTreeSet<char> {
    let held = INSTALLED.with_face_data(face.id, |data, index| {
        let Ok(face) = ttf_parser::Face::parse(data, index) else {
            return BTreeSet::new();
        };
        let held = wanted.iter().copied();
        held.filter(|sign| face.glyph_index(*sign).is_some())
            .collect()
    });
    held.unwrap_or_default()
}

/// The face of the same family that headings are set in, if the machine has one.
fn heavier(face: &FaceInfo) -> Option<&'static FaceInfo> {
    let found = INSTALLED.query(&Query {
        families: &[fontdb::Family::Name(family(face))],
        weight: Weight::SEMIBOLD,
        stretch: Stretch::Normal,
        style: Style::Normal,
    })?;
    INSTALLED.face(found).filter(|found| found.id != face.id)
}

fn load(face: &FaceInfo) -> Option<Font> {
    let data = INSTALLED.with_face_data(face.id, |data, _| Bytes::new(data.to_vec()))?;
    Font::new(data, face.index)
}

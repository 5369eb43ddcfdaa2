//! A bar as a picture: a few colours on white, as PNG, with integers alone.

use png::{ColorType, Compression, Encoder, EncodingError};

use super::table::FULL_WIDTH;
use super::xml::escaped;

/// The size of a bar, in pixels.
const WIDTH: u32 = 1_056;
const HEIGHT: u32 = 80;

/// Room at both ends, so that a mark at 0 or 100 per cent is whole.
const MARGIN: u32 = 6;

/// Colours by their place in the palette.
const GROUND: u8 = 0;
const LINE: u8 = 1;
pub(super) const SOFT: u8 = 2;
pub(super) const ACCENT: u8 = 3;
const INK: u8 = 4;
const ALARM: u8 = 5;

/// From the middle of the mark of a day to its edge, in pixels.
const HALF_MARK: u32 = 30;

const PALETTE: [[u8; 3]; 6] = [
    [0xff, 0xff, 0xff],
    [0xc8, 0xd1, 0xda],
    [0x9f, 0xcb, 0xe3],
    [0x00, 0x6a, 0x9f],
    [0x16, 0x26, 0x3a],
    [0xa4, 0x26, 0x2c],
];

/// A share: a part, and the whole, which is not 0.
pub(super) type Share = (u32, u32);

/// A bar that is being drawn.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Canvas {
    pixels: Vec<u8>,
}

impl Canvas {
    pub(super) fn new() -> Self {
        let size = usize::try_from(WIDTH * HEIGHT).unwrap_or_default();
        Self {
            pixels: vec![GROUND; size],
        }
    }

    /// The line from one end to the other.
    pub(super) fn track(&mut self) {
        let (left, right) = (place((0, 1)), place((1, 1)));
        self.rectangle([left, right], [HEIGHT / 2 - 2, HEIGHT / 2 + 2], LINE);
        for end in [left, right - 4] {
            self.rectangle([end, end + 4], [HEIGHT / 4, HEIGHT * 3 / 4], LINE);
        }
    }

    /// A line of days.
    pub(super) fn days(&mut self) {
        let ends = [spot((0, 1)), spot((1, 1))];
        self.rectangle(ends, [HEIGHT / 2 - 2, HEIGHT / 2 + 2], LINE);
    }

    /// A small mark on a line of days.
    pub(super) fn tick(&mut self, share: Share) {
        let left = spot(share) - 2;
        self.rectangle([left, left + 4], [HEIGHT / 4, HEIGHT * 3 / 4], LINE);
    }

    /// Today on a line of days, from top to bottom.
    pub(super) fn today(&mut self, share: Share) {
        let left = spot(share) - 3;
        self.rectangle([left, left + 6], [0, HEIGHT], ACCENT);
    }

    /// A day to come.
    pub(super) fn disc(&mut self, share: Share) {
        let radius = HALF_MARK - 4;
        self.shape(share, ACCENT, |x, y| x * x + y * y <= radius * radius);
    }

    /// A day that has passed.
    pub(super) fn diamond(&mut self, share: Share) {
        self.shape(share, ALARM, |x, y| x + y <= HALF_MARK);
    }

    /// A day whose work is done.
    pub(super) fn ring(&mut self, share: Share) {
        let (outer, inner) = (HALF_MARK - 4, HALF_MARK - 12);
        self.shape(share, GROUND, |x, y| x * x + y * y <= outer * outer);
        self.shape(share, INK, |x, y| {
            (inner * inner..=outer * outer).contains(&(x * x + y * y))
        });
    }

    /// Paints what `holds` of the distances from the middle of a mark, across and down.
    fn shape(&mut self, share: Share, colour: u8, holds: impl Fn(u32, u32) -> bool) {
        let (middle, height) = (spot(share), HEIGHT / 2);
        for row in height - HALF_MARK..=height + HALF_MARK {
            for column in middle - HALF_MARK..=middle + HALF_MARK {
                if holds(column.abs_diff(middle), row.abs_diff(height)) {
                    self.rectangle([column, column + 1], [row, row + 1], colour);
                }
            }
        }
    }

    /// A block from one share to another.
    pub(super) fn fill(&mut self, [from, until]: [Share; 2], colour: u8) {
        let (left, right) = (place(from), place(until));
        self.rectangle(
            [left, right.max(left + 4)],
            [HEIGHT / 4, HEIGHT * 3 / 4],
            colour,
        );
    }

    /// The mark that the eye looks for.
    pub(super) fn mark(&mut self, share: Share) {
        let middle = place(share);
        self.rectangle([middle - MARGIN, middle + MARGIN], [4, HEIGHT - 4], INK);
    }

    fn rectangle(&mut self, [left, right]: [u32; 2], [top, bottom]: [u32; 2], colour: u8) {
        for row in top..bottom.min(HEIGHT) {
            for column in left..right.min(WIDTH) {
                let place = usize::try_from(row * WIDTH + column).unwrap_or_default();
                if let Some(pixel) = self.pixels.get_mut(place) {
                    *pixel = colour;
                }
            }
        }
    }

    /// The picture as a file; not packed, since the archive around the document packs it.
    pub(super) fn png(&self) -> Result<Vec<u8>, EncodingError> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, WIDTH, HEIGHT);
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(PALETTE.as_flattened());
        encoder.set_compression(Compression::NoCompression);
        encoder.write_header()?.write_image_data(&self.pixels)?;
        Ok(file)
    }
}

/// The pictures, each once, and how often one was drawn.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    pub(super) files: Vec<Canvas>,
    drawn: usize,
}

impl Pictures {
    /// Adds a picture that is drawn once more: the number of its file, and its own number, both
    /// from 1.
    pub(super) fn add(&mut self, picture: Canvas) -> (usize, usize) {
        self.drawn += 1;
        let known = self.files.iter().position(|file| *file == picture);
        let file = known.unwrap_or_else(|| {
            self.files.push(picture);
            self.files.len() - 1
        });
        (file + 1, self.drawn)
    }
}

/// A picture inside a line, as wide and as high as is said, in twentieths of a point.
pub(super) fn drawing(
    pictures: &mut Pictures,
    picture: Canvas,
    alternative: &str,
    [width, height]: [u32; 2],
) -> String {
    /// English Metric Units in a twentieth of a point.
    const UNITS: u32 = 635;
    let (file, number) = pictures.add(picture);
    let [width, height] = [width.min(FULL_WIDTH) * UNITS, height * UNITS];
    let alternative = escaped(alternative);
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:docPr id=\"{number}\" name=\"Chart {number}\" descr=\"{alternative}\"/>\
         <wp:cNvGraphicFramePr/>\
         <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
         <pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"chart{file}.png\"/><pic:cNvPicPr/>\
         </pic:nvPicPr><pic:blipFill><a:blip r:embed=\"picture{file}\"/><a:stretch><a:fillRect/>\
         </a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
         <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>\
         </a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
}

/// Where a share stands, in pixels from the left.
fn place((part, whole): Share) -> u32 {
    let room = u64::from(WIDTH - 2 * MARGIN);
    let place = room * u64::from(part.min(whole)) / u64::from(whole.max(1));
    MARGIN + u32::try_from(place).unwrap_or_default()
}

/// Where a day stands on a line of days, in pixels: half a mark is left free at either end.
fn spot(share: Share) -> u32 {
    across(WIDTH, share)
}

/// The same across another width, in its own measure.
pub(super) fn across(width: u32, (part, whole): Share) -> u32 {
    let free = width * HALF_MARK / WIDTH;
    let room = u64::from(width - 2 * free);
    let place = room * u64::from(part.min(whole)) / u64::from(whole.max(1));
    free + u32::try_from(place).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_at_either_end_is_whole() {
        assert_eq!(place((0, 100)), MARGIN);
        assert_eq!(place((100, 100)), WIDTH - MARGIN);
        assert_eq!(spot((0, 100)), HALF_MARK);
        assert_eq!(spot((100, 100)), WIDTH - HALF_MARK);
    }
}

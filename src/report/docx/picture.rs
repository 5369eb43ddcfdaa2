//! A bar as a picture: a few colours on white, as PNG, with integers alone.

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
pub(super) struct Canvas {
    pixels: Vec<u8>,
}

impl Canvas {
    /// Nothing yet.
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

    /// The picture as a file.
    pub(super) fn png(&self) -> Vec<u8> {
        let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
        let mut head = Vec::new();
        head.extend(WIDTH.to_be_bytes());
        head.extend(HEIGHT.to_be_bytes());
        // Eight bits for each pixel, each a place in the palette; no interlace.
        head.extend([8, 3, 0, 0, 0]);
        chunk(&mut file, *b"IHDR", &head);
        chunk(&mut file, *b"PLTE", PALETTE.as_flattened());
        chunk(&mut file, *b"IDAT", &self.stream());
        chunk(&mut file, *b"IEND", &[]);
        file
    }

    /// The rows, each with the sign for "no filter", in a zlib stream of stored blocks; the archive
    /// around the document packs them.
    fn stream(&self) -> Vec<u8> {
        let width = usize::try_from(WIDTH).unwrap_or(1);
        let rows: Vec<u8> = self
            .pixels
            .chunks(width)
            .flat_map(|row| [0].into_iter().chain(row.iter().copied()))
            .collect();
        let mut stream = vec![0x78, 0x01];
        let mut blocks = rows.chunks(usize::from(u16::MAX)).peekable();
        while let Some(block) = blocks.next() {
            let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
            stream.push(u8::from(blocks.peek().is_none()));
            stream.extend(length.to_le_bytes());
            stream.extend((!length).to_le_bytes());
            stream.extend(block);
        }
        stream.extend(adler(&rows).to_be_bytes());
        stream
    }
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

fn chunk(file: &mut Vec<u8>, name: [u8; 4], content: &[u8]) {
    let length = u32::try_from(content.len()).unwrap_or_default();
    file.extend(length.to_be_bytes());
    let start = file.len();
    file.extend(name);
    file.extend(content);
    let sum = crc(&file[start..]);
    file.extend(sum.to_be_bytes());
}

/// The checksum of a chunk (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let carry = sum & 1;
            sum >>= 1;
            if carry == 1 {
                sum ^= 0xedb8_8320;
            }
        }
    }
    !sum
}

/// The checksum of a zlib stream (RFC 1950).
fn adler(bytes: &[u8]) -> u32 {
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in bytes {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    high << 16 | low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksums_are_those_of_the_standards() {
        assert_eq!(crc(b"IEND"), 0xae42_6082);
        assert_eq!(adler(b"Wikipedia"), 0x11e6_0398);
    }

    #[test]
    fn a_mark_at_either_end_is_whole() {
        assert_eq!(place((0, 100)), MARGIN);
        assert_eq!(place((100, 100)), WIDTH - MARGIN);
        assert_eq!(spot((0, 100)), HALF_MARK);
        assert_eq!(spot((100, 100)), WIDTH - HALF_MARK);
    }
}

//! Paints what egui tessellates into an image, with the processor alone: edges are worked out in
//! whole numbers, so every machine draws the same bytes.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::iter_over_hash_type,
    reason = "pixels are counted and measured; the order of textures does not matter"
)]

use std::collections::HashMap;

use egui::emath::GuiRounding as _;
use egui::epaint::{ImageData, Mesh, Primitive, TextureId, Vertex, textures::TexturesDelta};
use egui::{Pos2, Rect};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// Places are told in parts of a pixel, so that two triangles share no pixel and leave none out.
const PARTS: i64 = 256;

/// A colour with its alpha multiplied in, each channel from 0 to 255.
type Color = [f32; 4];

/// A renderer that needs no driver.
#[derive(Default)]
pub struct Renderer {
    textures: HashMap<TextureId, Texture>,
}

impl TestRenderer for Renderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                let colors = image
                    .pixels
                    .iter()
                    .map(|pixel| pixel.to_array().map(f32::from));
                let patch = Texture {
                    size: image.size,
                    colors: colors.collect(),
                };
                match change.pos {
                    None => drop(self.textures.insert(id, patch)),
                    Some(at) => self.textures.get_mut(&id).unwrap().replace(at, &patch),
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = (ctx.content_rect().size() * scale).round();
        let mut canvas = RgbaImage::new(size.x as u32, size.y as u32);
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = &clipped.primitive else {
                continue;
            };
            if let Some(texture) = self.textures.get(&mesh.texture_id) {
                let clip = (clipped.clip_rect * scale).round_to_pixels(1.0);
                let clip = clip.intersect(Rect::from_min_size(Pos2::ZERO, size));
                paint(&mut canvas, mesh, texture, clip, scale);
            }
        }
        Ok(canvas)
    }
}

struct Texture {
    size: [usize; 2],
    colors: Vec<Color>,
}

impl Texture {
    fn replace(&mut self, [left, top]: [usize; 2], patch: &Self) {
        for (row, colors) in patch.colors.chunks_exact(patch.size[0]).enumerate() {
            let start = (top + row) * self.size[0] + left;
            self.colors[start..start + colors.len()].copy_from_slice(colors);
        }
    }

    /// The colour at a place told from 0 to 1, blended from its four neighbours.
    fn at(&self, place: [f32; 2]) -> Color {
        let x = place[0] * self.size[0] as f32 - 0.5;
        let y = place[1] * self.size[1] as f32 - 0.5;
        let (left, top) = (x.floor(), y.floor());
        let upper = mix(self.texel(left, top), self.texel(left + 1.0, top), x - left);
        let lower = mix(
            self.texel(left, top + 1.0),
            self.texel(left + 1.0, top + 1.0),
            x - left,
        );
        mix(upper, lower, y - top)
    }

    fn texel(&self, x: f32, y: f32) -> Color {
        let column = (x.max(0.0) as usize).min(self.size[0] - 1);
        let row = (y.max(0.0) as usize).min(self.size[1] - 1);
        self.colors[row * self.size[0] + column]
    }
}

fn paint(canvas: &mut RgbaImage, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
    for corners in mesh.indices.as_chunks::<3>().0 {
        let vertices = corners.map(|corner| &mesh.vertices[corner as usize]);
        let Some(triangle) = Triangle::new(vertices, scale) else {
            continue;
        };
        let bounds = triangle.bounds().intersect(clip);
        for y in bounds.min.y as u32..bounds.max.y.ceil() as u32 {
            for x in bounds.min.x as u32..bounds.max.x.ceil() as u32 {
                let Some(shares) = triangle.shares(x, y) else {
                    continue;
                };
                let ink = texture.at(triangle.blend(shares, |vertex| vertex.uv.into()));
                let tint = triangle.blend(shares, |vertex| vertex.color.to_array().map(f32::from));
                let seen_through = 1.0 - tint[3] * ink[3] / (255.0 * 255.0);
                for (channel, pixel) in canvas.get_pixel_mut(x, y).0.iter_mut().enumerate() {
                    let above = tint[channel] * ink[channel] / 255.0;
                    *pixel = (above + f32::from(*pixel) * seen_through).round() as u8;
                }
            }
        }
    }
}

/// Three corners, so turned that the inside lies on the same side of each edge.
struct Triangle<'a> {
    vertices: [&'a Vertex; 3],
    corners: [[i64; 2]; 3],
    area: i64,
}

impl<'a> Triangle<'a> {
    fn new(mut vertices: [&'a Vertex; 3], scale: f32) -> Option<Self> {
        let parts = |points: f32| (points * scale * PARTS as f32).round() as i64;
        let mut corners = vertices.map(|vertex| [parts(vertex.pos.x), parts(vertex.pos.y)]);
        let mut area = side(corners[0], corners[1], corners[2]);
        if area < 0 {
            vertices.swap(1, 2);
            corners.swap(1, 2);
            area = -area;
        }
        (area > 0).then_some(Self {
            vertices,
            corners,
            area,
        })
    }

    fn bounds(&self) -> Rect {
        let place = |[x, y]: [i64; 2]| Pos2::new(x as f32, y as f32) / PARTS as f32;
        Rect::from_points(&self.corners.map(place))
    }

    /// How near the middle of a pixel is to each corner; nothing if it lies outside.
    fn shares(&self, x: u32, y: u32) -> Option<[f32; 3]> {
        let middle = [x, y].map(|part| i64::from(part) * PARTS + PARTS / 2);
        let mut shares = [0.0; 3];
        for (index, share) in shares.iter_mut().enumerate() {
            let (from, to) = (self.corners[(index + 1) % 3], self.corners[(index + 2) % 3]);
            let distance = side(from, to, middle);
            // A pixel on an edge belongs to the triangle of which that is a top or left edge.
            let top_or_left = to[1] < from[1] || (to[1] == from[1] && to[0] > from[0]);
            if distance < 0 || (distance == 0 && !top_or_left) {
                return None;
            }
            *share = distance as f32 / self.area as f32;
        }
        Some(shares)
    }

    /// What the corners have, in the proportion of their shares.
    fn blend<const N: usize>(
        &self,
        shares: [f32; 3],
        of: impl Fn(&Vertex) -> [f32; N],
    ) -> [f32; N] {
        let values = self.vertices.map(of);
        std::array::from_fn(|part| {
            (0..3)
                .map(|corner| values[corner][part] * shares[corner])
                .sum()
        })
    }
}

/// Twice the area between an edge and a point: its sign tells the side.
fn side(from: [i64; 2], to: [i64; 2], point: [i64; 2]) -> i64 {
    (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0])
}

fn mix(one: Color, other: Color, share: f32) -> Color {
    std::array::from_fn(|channel| one[channel] + (other[channel] - one[channel]) * share)
}

//! The shape of a standing: first a shape, then a word, then a colour.

use std::f32::consts::{FRAC_PI_2, PI};

use egui::{
    Color32, Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

use crate::domain::Standing;
use crate::ui::tokens::{Tokens, size};

/// Shows the shape of a standing in its colour; `name` is what a screen reader says.
pub fn show(ui: &mut Ui, standing: Option<Standing>, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::MARK), Sense::hover());
    let ink = Tokens::of(ui).standing(standing).ink;
    paint(ui.painter(), rect.center(), size::MARK, standing, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    response
}

/// Paints the shape of a standing: a disc for Yes, half a disc for In part, a ring for No, a dash
/// for Not applicable, a question mark for no information, a dot where nothing is answered.
pub fn paint(
    painter: &Painter,
    center: Pos2,
    size: f32,
    standing: Option<Standing>,
    color: Color32,
) {
    let stroke = Stroke::new(size / 8.0, color);
    let radius = (size - stroke.width) / 2.0;
    match standing {
        Some(Standing::Yes) => {
            painter.circle_filled(center, size / 2.0, color);
        }
        Some(Standing::InPart) => {
            let inside = radius + stroke.width / 4.0;
            let half = arc(center, inside, FRAC_PI_2, 3.0 * FRAC_PI_2);
            painter.add(Shape::convex_polygon(half, color, Stroke::NONE));
            painter.circle_stroke(center, radius, stroke);
        }
        Some(Standing::No) => {
            painter.circle_stroke(center, radius, stroke);
        }
        Some(Standing::NotApplicable) => {
            let reach = vec2(size * 0.36, 0.0);
            painter.line_segment(
                [center - reach, center + reach],
                Stroke::new(size / 6.0, color),
            );
        }
        Some(Standing::NotKnown) => question_mark(painter, center, size, stroke),
        None => {
            painter.circle_filled(center, size * 0.14, color);
        }
    }
}

fn question_mark(painter: &Painter, center: Pos2, size: f32, stroke: Stroke) {
    let hook = size * 0.24;
    let mut curve = arc(center - vec2(0.0, size * 0.2), hook, 1.1 * PI, 2.3 * PI);
    curve.push(center + vec2(0.0, size * 0.18));
    painter.line(curve, stroke);
    painter.circle_filled(center + vec2(0.0, size * 0.42), size * 0.09, stroke.color);
}

/// Places along a circle; angles grow clockwise from the right, as the y axis points down.
fn arc(center: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    const STEPS: u8 = 16;
    (0..=STEPS)
        .map(|step| from + (to - from) * f32::from(step) / f32::from(STEPS))
        .map(|angle| center + Vec2::angled(angle) * radius)
        .collect()
}

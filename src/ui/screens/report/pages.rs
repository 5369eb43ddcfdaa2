//! The pages themselves, as pictures: only those in sight, and one before and after, are drawn.

use egui::accesskit::Live;
use egui::emath::GuiRounding as _;
use egui::{Align, Id, Image, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::Command;
use crate::app::export;
use crate::app::export::codes;
use crate::app::reporting::{ReportCommand, SetPages};
use crate::app::round::{ReadingProgress, RoundCommand, RoundSession};
use crate::ui::parts::{reading_words, unread_words};
use crate::ui::state::ReportState;
use crate::ui::tokens::{Tokens, line, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Gravity, Notice, ProgressBar, heading};

/// How much of a picture shows that is of earlier pages.
const STALE: f32 = 0.5;

/// How far down the window the page stands that is read.
const READ: f32 = 0.34;

/// Shows the pages, or says why there are none.
pub fn pages_ui(ui: &mut Ui, view: &View<'_>, state: &mut ReportState) {
    if !export::HAS_PAGES {
        heading::dim(ui, &view.say("reports-no-pages"));
        return;
    }
    if !view.app.is_ready(&state.which()) {
        unread_ui(ui, view);
        return;
    }
    let top = ui.cursor().top();
    let reports = view.app.reports();
    if let Some(fault) = reports.fault() {
        let words = view.say_with(
            "reports-fault",
            &[("fault", view.words.explain(fault).into())],
        );
        warn(ui, Gravity::Error, &words);
        return;
    }
    let Some(pages) = reports.pages() else {
        heading::dim(ui, &view.say("reports-wait"));
        return;
    };
    if !pages.missing_characters().is_empty() {
        let characters = ("characters", codes(pages.missing_characters()).into());
        let words = view.say_with("reports-missing", &[characters]);
        warn(ui, Gravity::Warning, &words);
        ui.add_space(space::M);
    }
    let rects = place(ui, pages);
    if let Some(page) = state.go_to.take()
        && let Some(rect) = rects.get(page.min(rects.len().saturating_sub(1)))
    {
        // What there is to say about the pages stands above the first.
        let begins = if page == 0 { top } else { rect.top() };
        let whole = Rect::from_min_max(pos2(rect.left(), begins), rect.max);
        ui.scroll_to_rect(whole.expand(space::M), Some(Align::Min));
    }
    let clip = ui.clip_rect();
    let read = clip.top() + clip.height() * READ;
    let below = rects.iter().position(|rect| read < rect.bottom());
    state.page = below.unwrap_or(rects.len().saturating_sub(1));
    let read = rects.get(state.page);
    state.is_reached = read.is_some_and(|rect| rect.intersects(clip));

    let wanted = in_sight(&rects, clip, state.page);
    let width = pixels(ui, rects.first().map_or(0.0, Rect::width));
    if width != 0 && !pages.are_wanted(&wanted, width) {
        let pages = wanted.clone();
        view.send(Command::Report(ReportCommand::Draw { pages, width }));
    }
    state.pictures.keep(ui.ctx(), pages, &wanted);
    for (page, rect) in rects.iter().enumerate() {
        if rect.intersects(clip) {
            sheet_ui(ui, view, state, pages, page, *rect);
        }
    }
}

/// Says how far the replies are read, before which there are no pages of the round.
fn unread_ui(ui: &mut Ui, view: &View<'_>) {
    let round = view.app.round();
    let progress = round.and_then(RoundSession::reading);
    if let Some(unread) = round.and_then(RoundSession::unread)
        && progress.is_none()
    {
        warn(ui, Gravity::Warning, &unread_words(view, &unread));
        ui.add_space(space::M);
        if ActionButton::plain(view.say("round-read-again"))
            .show(ui)
            .clicked()
        {
            view.send(Command::Round(Box::new(RoundCommand::ReadAgain)));
        }
        return;
    }
    let progress = progress.unwrap_or(ReadingProgress { done: 0, all: 0 });
    let words = reading_words(view, progress);
    let ReadingProgress { done, all } = progress;
    heading::strong(ui, &words);
    ui.add_space(space::S);
    let name = &words;
    ProgressBar { done, all, name }.show(ui, ui.available_width().min(size::NAME_COLUMN));
    ui.add_space(space::S);
    let waits = heading::note(ui, &view.say("reports-wait-for-reading"));
    ui.ctx()
        .accesskit_node_builder(waits.id, |node| node.set_live(Live::Polite));
}

fn warn(ui: &mut Ui, gravity: Gravity, words: &str) {
    let notice = Notice {
        gravity,
        words,
        details: None,
        acts: &[],
        close: None,
    };
    notice.show(ui, Id::unique("report_notice"));
}

/// Makes room for all pages, below each other, as wide as fits; where each stands.
fn place(ui: &mut Ui, pages: &SetPages) -> Vec<Rect> {
    let room = ui.available_width();
    let width = room.min(size::PAPER).floor();
    let heights = pages.sizes().iter().map(|[wide, high]| width * high / wide);
    let heights: Vec<f32> = heights.map(f32::floor).collect();
    let all: f32 = heights.iter().map(|height| height + space::L).sum();
    let (whole, _) = ui.allocate_exact_size(vec2(room, all), Sense::hover());
    let left = whole.left() + (room - width) / 2.0;
    let mut top = whole.top();
    let rects = heights.into_iter().map(|height| {
        let rect = Rect::from_min_size(pos2(left, top), vec2(width, height));
        top += height + space::L;
        rect.round_to_pixels(ui.ctx().pixels_per_point())
    });
    rects.collect()
}

/// The pages in sight, that which is read first, and one more before and after.
fn in_sight(rects: &[Rect], clip: Rect, read: usize) -> Vec<usize> {
    let visible = |page: &usize| rects.get(*page).is_some_and(|rect| rect.intersects(clip));
    let seen: Vec<usize> = (0..rects.len()).filter(visible).collect();
    let after = seen.last().map(|page| page + 1);
    let before = seen.first().and_then(|page| page.checked_sub(1));
    let others = seen.iter().copied().filter(|page| *page != read);
    let read = visible(&read).then_some(read);
    let wanted = read.into_iter().chain(others).chain(after).chain(before);
    wanted.filter(|page| *page < rects.len()).collect()
}

/// How many pixels as many points are, and no more than a picture can have in its height.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a number with a point becomes the nearest whole one that there is"
)]
fn pixels(ui: &Ui, points: f32) -> u16 {
    let most = ui.input(|input| input.max_texture_side) as f32 / size::PAPER_HEIGHT;
    (points * ui.ctx().pixels_per_point()).round().min(most) as u16
}

/// Shows one page, or its blank sheet until it is drawn.
fn sheet_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &ReportState,
    pages: &SetPages,
    page: usize,
    rect: Rect,
) {
    let tokens = Tokens::of(ui);
    ui.painter().rect_filled(rect, 0.0, tokens.card);
    if let Some((texture, is_own)) = state.pictures.get(pages, page) {
        let fresh = is_own && view.app.reports().is_fresh();
        let opacity = if fresh { 1.0 } else { STALE };
        ui.scope(|ui| {
            ui.multiply_opacity(opacity);
            Image::from_texture(texture).paint_at(ui, rect);
        });
    }
    let stroke = Stroke::new(line::HAIR, tokens.line);
    ui.painter()
        .rect_stroke(rect, 0.0, stroke, StrokeKind::Outside);
    let values = [
        ("page", (page + 1).into()),
        ("count", pages.sizes().len().into()),
    ];
    let name = view.say_with("reports-page", &values);
    let response = ui.interact(rect, Id::unique(("report_page", page)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
}

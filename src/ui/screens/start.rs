//! Start: what Guidepost is, a new assessment, an example, and the files that were open lately.

use egui::{Align, Layout, Ui, vec2};

use crate::app::received::is_named_as_reply;
use crate::app::{Command, Route, Session};
use crate::store::RecentFile;
use crate::ui::action::Action;
use crate::ui::parts::{Room, page_ui, phrases};
use crate::ui::state::UiState;
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, RowButton, heading, link, underline};

pub fn start_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, room: Room) {
    state
        .recent
        .look_after(view.app.settings().recent.files(), ui.ctx());
    page_ui(ui, "start", |ui| {
        ui.set_max_width(ui.available_width().min(size::START_COLUMN));
        if room != Room::Narrow {
            ui.add_space(space::XL);
        }
        heading::page_title(ui, &view.say("start-title"));
        ui.add_space(space::S);
        heading::dim(ui, &view.say("start-what"));
        ui.add_space(space::XL);
        begin_ui(ui, view);
        ui.add_space(space::XXL);
        recent_ui(ui, view, state);
        ui.add_space(space::XXL);
        round_ui(ui, view);
        ui.add_space(space::XXL);
        read_ui(ui, view);
    });
}

fn begin_ui(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        let word = view.say("start-new");
        if ActionButton::primary(&word).show(ui).clicked() {
            view.action(Action::New);
        }
        for (word, act) in [
            (view.say("start-open"), Action::Open),
            (view.say("start-example"), Action::Example),
        ] {
            if ActionButton::plain(&word).show(ui).clicked() {
                view.action(act);
            }
        }
    });
    ui.add_space(space::S);
    heading::note(ui, &view.say("start-example-note"));
}

fn recent_ui(ui: &mut Ui, view: &View<'_>, state: &UiState) {
    heading::part_title(ui, &view.say("start-recent"));
    ui.add_space(space::XS);
    heading::hairline(ui);
    let recent = view.app.settings().recent.files();
    if recent.is_empty() {
        ui.add_space(space::M);
        heading::dim(ui, &view.say("start-none"));
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for file in recent {
            file_ui(ui, view, file, state.recent.has_gone(&file.path));
            underline(ui);
        }
    });
}

/// Shows one file: what it is, and where; when it is due, and when it was open.
fn file_ui(ui: &mut Ui, view: &View<'_>, file: &RecentFile, gone: bool) {
    let state = file.state;
    let name = state.map(|code| view.app.library().states.name(code));
    let name = name.unwrap_or_else(|| file.path.display().to_string());
    let due = file.due.map(|due| phrases::days_left(view, due));
    let is_open = view.session().map(Session::path) == Some(file.path.as_path());
    let when = if is_open {
        view.say("start-open-now")
    } else {
        let day = view.words.moment(file.opened);
        view.say_with("start-opened", &[("when", day.into())])
    };
    let place = if gone {
        let path = file.path.display().to_string();
        view.say_with("start-gone", &[("path", path.into())])
    } else {
        file.path.display().to_string()
    };
    let title = if is_named_as_reply(&file.path) {
        let title = file.title.as_str().into();
        view.say_with("start-reply", &[("title", title)])
    } else {
        file.title.clone()
    };
    let parts = [Some(name.as_str()), Some(&title), due.as_deref()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    let says: Vec<&str> = parts.chain([place.as_str(), when.as_str()]).collect();

    ui.horizontal(|ui| {
        let forget = if gone { size::CONTROL + space::S } else { 0.0 };
        let width = ui.available_width() - forget;
        let response = ui
            .allocate_ui(vec2(width, size::TALL_ROW), |ui| {
                let row = RowButton::new(says.join(", "), size::TALL_ROW);
                row.show(ui, |ui| {
                    let late = file.due.is_some_and(|due| due < view.app.today());
                    let due = due.as_deref().map(|words| (words, late));
                    lines_ui(ui, (&name, &title), due, (&place, &when), gone);
                })
            })
            .inner;
        if response.clicked() && is_open {
            view.action(Action::ShowQuestions);
        } else if response.clicked() {
            view.send(Command::Open(file.path.clone()));
        }
        if gone {
            let name = view.say_with("start-forget", &[("name", name.as_str().into())]);
            let cross = ActionButton::quiet("").before(Icon::Cross);
            if cross.show_named(ui, &name).on_hover_text(&name).clicked() {
                view.send(Command::Forget(file.path.clone()));
            }
        }
    });
}

fn lines_ui(
    ui: &mut Ui,
    (name, title): (&str, &str),
    due: Option<(&str, bool)>,
    (place, when): (&str, &str),
    gone: bool,
) {
    let tokens = Tokens::of(ui);
    let ink = if gone { tokens.dim } else { tokens.ink };
    let words = |words: &str, font, color| {
        let words = egui::RichText::new(words).font(font).color(color);
        egui::Label::new(words).truncate()
    };
    ui.vertical(|ui| {
        let line = |ui: &mut Ui, right: &str, color, left: &mut dyn FnMut(&mut Ui)| {
            let width = ui.available_width();
            let row = vec2(width, ui.text_style_height(&egui::TextStyle::Body));
            ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
                ui.add(words(right, text::small(), color));
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| left(ui));
            });
        };
        ui.add_space(space::S);
        let (right, color) = match due {
            Some((words, true)) => (words, tokens.warning.ink),
            Some((words, false)) => (words, tokens.dim),
            None => ("", tokens.dim),
        };
        line(ui, right, color, &mut |ui| {
            ui.add(words(name, text::strong(), ink));
            ui.add(words(title, text::body(), tokens.dim));
        });
        line(ui, when, tokens.dim, &mut |ui| {
            ui.add(words(place, text::small(), tokens.dim));
        });
    });
}

fn round_ui(ui: &mut Ui, view: &View<'_>) {
    heading::part_title(ui, &view.say("start-round-title"));
    ui.add_space(space::XS);
    if link::link(ui, &view.say("start-round")).clicked() {
        view.action(Action::ShowRound);
    }
}

fn read_ui(ui: &mut Ui, view: &View<'_>) {
    heading::part_title(ui, &view.say("start-read"));
    ui.add_space(space::XS);
    if link::link(ui, &view.say("command-guidelines")).clicked() {
        view.go(Route::Guidelines(None));
    }
    if link::link(ui, &view.say("command-origins")).clicked() {
        view.go(Route::Origins);
    }
    ui.add_space(space::XL);
    heading::note(ui, &view.say("start-whose"));
}

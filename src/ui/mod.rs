//! The window: the only layer that knows egui. It reads the state, and sends commands.

pub mod action;
mod dialogs;
mod frame;
mod parts;
mod screens;
mod shell;
mod state;
pub mod tokens;
mod view;
pub mod widgets;

use std::path::PathBuf;

use eframe::{NativeOptions, Renderer};

use crate::app::{Command, Library};
use crate::domain::{Explain, Message, MessageValue};
use crate::store;
use crate::words::{self, Words};
pub use shell::Window;
use shell::at_exit::SavedAtExit;

/// The size of the first window, and the smallest, in points.
const FIRST_SIZE: [f32; 2] = [1360.0, 860.0];
const SMALLEST_SIZE: [f32; 2] = [480.0, 320.0];

/// Opens the window, with a file in it where one is given, and returns when it is closed.
pub fn run(file: Option<PathBuf>) -> Result<(), Message> {
    let words = Words::load(words::ENGLISH);
    if !store::has_display() {
        return Err(Message::new("window-no-display"));
    }
    let library = Library::built_in().map_err(|faults| {
        let faults = faults.iter().map(Explain::message).collect();
        Message::new("window-fault").with("fault", MessageValue::Messages(faults))
    })?;
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png"));
    let mut viewport = egui::ViewportBuilder::default()
        .with_app_id("guidepost")
        .with_title(words.say("frame-name"))
        .with_inner_size(FIRST_SIZE)
        .with_min_inner_size(SMALLEST_SIZE);
    if let Ok(icon) = icon {
        viewport = viewport.with_icon(icon);
    }
    let options = NativeOptions {
        viewport,
        renderer: Renderer::Glow,
        ..NativeOptions::default()
    };
    eframe::run_native(
        "guidepost",
        options,
        Box::new(|creation| {
            let ctx = &creation.egui_ctx;
            let mut window = Window::new(ctx, library);
            if let Some(size) = window.app().settings().window {
                let size = egui::vec2(size.width().into(), size.height().into());
                let size = size / ctx.zoom_factor();
                ctx.send_viewport_cmd(egui::ViewportCommand::InnerSize(size));
            }
            if let Some(file) = file {
                window.handle(Command::Open(file));
            }
            Ok(Box::new(SavedAtExit::new(window)))
        }),
    )
    .map_err(|fault| match fault {
        // A display is named, but does not answer.
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            Message::new("window-no-display")
        }
        _ => Message::new("window-fault").explained("fault", &Message::verbatim(&fault)),
    })
}

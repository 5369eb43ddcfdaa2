//! A window with nothing in it, drawn in the same way as Guidepost's: what a start costs before
//! Guidepost does anything of its own. `benches/window.py` measures one beside the other.

use std::io::{self, Write as _};

use eframe::{NativeOptions, Renderer};
use egui::{CentralPanel, Ui, ViewportBuilder};

struct Bare;

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        CentralPanel::default().show(ui, |ui| ui.button("Nothing"));
        writeln!(io::stderr(), "frame own 0 before 0").ok();
    }
}

fn main() -> eframe::Result {
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Bare")
            .with_inner_size([1360.0, 860.0]),
        renderer: Renderer::Glow,
        ..NativeOptions::default()
    };
    eframe::run_native("bare", options, Box::new(|_| Ok(Box::new(Bare))))
}

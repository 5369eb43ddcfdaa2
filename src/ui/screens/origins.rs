//! How the Guidelines came about: a short page to read.

use egui::Ui;

use crate::app::Route;
use crate::ui::parts::page_ui;
use crate::ui::tokens::space;
use crate::ui::view::View;
use crate::ui::widgets::{heading, link};

const PAGE: &str = "origins";

/// The parts of the page: the keys of title, text and points of the report.
const PARTS: [[&str; 3]; 10] = [
    [
        "origins-draft-title",
        "origins-draft",
        "origins-draft-points",
    ],
    ["origins-why-title", "origins-why", "origins-why-points"],
    [
        "origins-lead-title",
        "origins-lead-body",
        "origins-lead-points",
    ],
    [
        "origins-scope-title",
        "origins-scope",
        "origins-scope-points",
    ],
    [
        "origins-definition-title",
        "origins-definition",
        "origins-definition-points",
    ],
    [
        "origins-people-title",
        "origins-people",
        "origins-people-points",
    ],
    [
        "origins-rights-title",
        "origins-rights",
        "origins-rights-points",
    ],
    [
        "origins-methods-title",
        "origins-methods",
        "origins-methods-points",
    ],
    [
        "origins-world-title",
        "origins-world",
        "origins-world-points",
    ],
    ["origins-next-title", "origins-next", "origins-next-points"],
];

pub fn origins_ui(ui: &mut Ui, view: &View<'_>) {
    page_ui(ui, PAGE, |ui| {
        heading::page_title(ui, &view.say("origins-title"));
        ui.add_space(space::XS);
        heading::dim(ui, &view.say("origins-lead"));
        ui.add_space(space::XS);
        if link::link(ui, &view.say("origins-paragraphs")).clicked() {
            view.go(Route::Guidelines(None));
        }
        for [title, text, points] in PARTS {
            ui.add_space(space::XL);
            heading::part_title(ui, &view.say(title));
            heading::body(ui, &view.say(text));
            heading::note(ui, &view.say(points));
        }
        ui.add_space(space::XL);
        heading::part_title(ui, &view.say("origins-sources-title"));
        for source in &view.instrument().parts().sources {
            let values = [
                ("title", source.title.as_str().into()),
                ("symbol", source.symbol.as_str().into()),
            ];
            heading::body(ui, &view.say_with("origins-source", &values));
        }
        ui.add_space(space::XS);
        heading::dim(ui, &view.say("origins-own-words"));
        ui.add_space(space::XXL);
    });
}

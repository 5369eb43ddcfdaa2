//! The page of profiles, with every icon and every shape.

use egui::Ui;
use guidepost::domain::{Level, Standing};
use guidepost::ui::tokens::{Tokens, size, space};
use guidepost::ui::widgets::{
    ActionButton, Column, Columns, Icon, RangeBar, Segments, heading, link, range_bar, rows,
    standing_mark,
};

use super::{Page, top_bar};

pub(super) fn gaps_ui(ui: &mut Ui, page: &mut Page) {
    top_bar(ui);
    egui::CentralPanel::default()
        .frame(
            egui::Frame::new()
                .fill(Tokens::of(ui).ground)
                .inner_margin(egui::Margin::same(24)),
        )
        .show(ui, |ui| {
            egui::ScrollArea::vertical()
                .auto_shrink(false)
                .show(ui, |ui| gaps_page_ui(ui, page));
        });
}

fn gaps_page_ui(ui: &mut Ui, page: &Page) {
    heading::page_title(ui, "Where the country stands");
    let levels = Level::ALL.map(|level| (level, page.words.level(level)));
    let levels: Vec<_> = levels
        .iter()
        .map(|(level, word)| (*level, word.as_str()))
        .collect();
    assert_eq!(
        Segments::pills("Level").show(ui, Some(Level::National), &levels),
        None
    );
    ui.add_space(space::S);
    let columns = Columns::new(
        ui.available_width(),
        &[
            Column::Fixed(232.0),
            Column::Share(1.0),
            Column::Fixed(160.0),
        ],
    );
    columns.row(ui, space::L, |cells| {
        cells.cell(|_| ());
        cells.cell(|ui| range_bar::scale(ui, &["0", "25", "50", "75", "100 %"]));
        cells.cell(|ui| heading::note(ui, "Yes · In part · No · open"));
    });
    for (name, range, coverage, says) in [
        (
            "Government leadership (7)",
            Some((0.53, 0.85)),
            Some(0.78),
            "78 % of what is decided",
        ),
        (
            "Inclusion (8)",
            Some((1.0, 1.0)),
            Some(1.0),
            "100 % of what is decided",
        ),
        (
            "Sustainability (10)",
            Some((0.13, 0.87)),
            None,
            "too few answers yet",
        ),
        (
            "Interdependency (13)",
            Some((0.0, 0.0)),
            Some(0.0),
            "0 % of what is decided",
        ),
        ("Differentiation (14)", None, None, "not applicable"),
    ] {
        columns.row(ui, size::ROW + space::S, |cells| {
            cells.cell(|ui| ui.label(name));
            cells.cell(|ui| {
                ui.vertical(|ui| {
                    ui.add_space(space::XS);
                    RangeBar {
                        range,
                        coverage,
                        alternative: says,
                    }
                    .show(ui);
                    heading::note(
                        ui,
                        &format!("{says} · between 53 and 85 % · 9 of 13 decided"),
                    );
                });
            });
            cells.cell(|ui| {
                for (standing, count) in Standing::ALL.into_iter().map(Some).chain([None]).zip(1..)
                {
                    standing_mark::show(ui, standing, &page.words.standing(standing));
                    ui.label(count.to_string());
                }
            });
        });
        rows::underline(ui);
    }
    ui.add_space(space::L);
    ui.horizontal(|ui| {
        heading::part_title(ui, "Gaps");
        heading::note(
            ui,
            "51 · No 15 · In part 16 · no information 3 · not answered 17",
        );
        link::link(ui, "How this is worked out");
    });
    ui.horizontal_wrapped(|ui| {
        for icon in Icon::ALL {
            ActionButton::quiet("")
                .before(icon)
                .show_named(ui, &format!("{icon:?}"));
        }
        for standing in Standing::ALL.into_iter().map(Some).chain([None]) {
            let (rect, _) = ui.allocate_exact_size(egui::vec2(48.0, 48.0), egui::Sense::hover());
            let ink = Tokens::of(ui).standing(standing).ink;
            standing_mark::paint(ui.painter(), rect.center(), 40.0, standing, ink);
        }
    });
}

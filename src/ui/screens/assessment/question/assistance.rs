//! The assistance sheet: needs and offers, area by area, and the mark over all.

use std::collections::BTreeSet;

use egui::{Align, Frame, Layout, Ui};

use super::Form;
use crate::domain::{
    Area, AssistanceSide, AssistanceTarget, Change, Extent, FieldValue, KindId, Side,
};
use crate::ui::state::{Fold, UiState};
use crate::ui::tokens::{margin, size, space};
use crate::ui::widgets::{ActionButton, Column, Columns, Segments, TextArea, heading, link, rows};

impl Form<'_> {
    pub(super) fn assistance_ui(&self, ui: &mut Ui, state: &mut UiState) {
        self.none_ui(ui);
        let table = (size::SHEET_WIDTH <= ui.available_width()).then(|| {
            Columns::new(
                ui.available_width(),
                &[
                    Column::Share(1.0),
                    Column::Fixed(size::EXTENT_COLUMN),
                    Column::Fixed(size::EXTENT_COLUMN),
                ],
            )
        });
        if let Some(table) = &table {
            table.row(ui, size::CONTROL, |row| {
                for key in ["assistance-area", "assistance-need", "assistance-offer"] {
                    row.cell(|ui| heading::note(ui, &self.view.say(key)));
                }
            });
            rows::underline(ui);
        }
        let all = self.view.say("assistance-all");
        self.row_ui(
            ui,
            state,
            table.as_ref(),
            &AssistanceTarget::AllAreas,
            &all,
            None,
        );
        for area in self.view.instrument().areas() {
            let target = AssistanceTarget::Area(area.id.clone());
            ui.push_id(area.id.as_str(), |ui| {
                self.row_ui(ui, state, table.as_ref(), &target, &area.title, Some(area));
            });
        }
        ui.add_space(space::L);
    }

    fn side(&self, target: &AssistanceTarget, side: Side) -> AssistanceSide {
        let row = self.answer.assistance.row(target);
        row.map(|row| row.side(side).clone()).unwrap_or_default()
    }

    fn change(&self, target: &AssistanceTarget, side: Side, value: AssistanceSide) -> Change {
        let value = FieldValue::Assistance(target.clone(), side, value);
        Change::Set(self.question.id.clone(), Box::new(value))
    }

    /// One click says that nothing is needed and nothing can be offered, area by area later.
    fn none_ui(&self, ui: &mut Ui) {
        let button =
            ActionButton::plain(self.view.say("assistance-none")).enabled(self.view.can_write());
        if button
            .show_named(ui, &self.view.say("assistance-none-name"))
            .clicked()
        {
            let changes = Side::ALL.map(|side| {
                let said = self.side(&AssistanceTarget::AllAreas, side);
                let none = AssistanceSide {
                    extent: Some(Extent::No),
                    ..said
                };
                self.change(&AssistanceTarget::AllAreas, side, none)
            });
            self.view.edit(Change::Several(changes.into()));
        }
        ui.add_space(space::S);
    }

    fn row_ui(
        &self,
        ui: &mut Ui,
        state: &mut UiState,
        table: Option<&Columns>,
        target: &AssistanceTarget,
        title: &str,
        area: Option<&Area>,
    ) {
        let fold = Fold::Assistance(target.clone());
        let open = state.unfolded.has(&fold);
        let mut turn = false;
        if let Some(table) = table {
            table.row(ui, size::ROW, |row| {
                row.cell(|ui| turn = link::disclosure(ui, title, open).clicked());
                for side in Side::ALL {
                    row.cell(|ui| self.extent_ui(ui, target, title, side, area));
                }
            });
        } else {
            ui.add_space(space::S);
            turn = link::disclosure(ui, title, open).clicked();
            for side in Side::ALL {
                ui.horizontal_wrapped(|ui| {
                    let label = egui::vec2(size::LEVEL_COLUMN, size::PILL);
                    let centred = Layout::left_to_right(Align::Center);
                    ui.allocate_ui_with_layout(label, centred, |ui| {
                        ui.set_min_width(label.x);
                        heading::note(ui, &self.view.say(side_key(side)));
                    });
                    self.extent_ui(ui, target, title, side, area);
                });
            }
        }
        rows::underline(ui);
        if turn {
            state.unfolded.turn(fold);
        }
        if open {
            for side in Side::ALL {
                ui.push_id(side.token(), |ui| self.details_ui(ui, target, side));
            }
            ui.add_space(space::M);
        }
    }

    fn extent_ui(
        &self,
        ui: &mut Ui,
        target: &AssistanceTarget,
        title: &str,
        side: Side,
        area: Option<&Area>,
    ) {
        let said = self.side(target, side);
        let key = match side {
            Side::Need => "assistance-need-name",
            Side::Offer => "assistance-offer-name",
        };
        let name = self.view.say_with(key, &[("area", title.into())]);
        let by_all = self.answer.assistance.all_areas.side(side).extent;
        let covered = area.is_some_and(|area| area.in_all_areas) && said.extent.is_none();
        let Some(extent) = by_all.filter(|_| covered) else {
            self.pills_ui(ui, target, &name, side, &said);
            return;
        };
        let extent = self.view.words.extent(extent);
        let values = [("extent", extent.into())];
        Frame::NONE.inner_margin(margin::CELL).show(ui, |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                self.pills_ui(ui, target, &name, side, &said);
                heading::note(ui, &self.view.say_with("assistance-by-all", &values));
            });
        });
    }

    fn pills_ui(
        &self,
        ui: &mut Ui,
        target: &AssistanceTarget,
        name: &str,
        side: Side,
        said: &AssistanceSide,
    ) {
        let options = Extent::ALL.map(|extent| (extent, self.view.words.extent(extent)));
        ui.push_id(side.token(), |ui| {
            self.view.guard(ui);
            if let Some(extent) = Segments::pills(name).show(ui, said.extent, &options) {
                let value = AssistanceSide {
                    extent: Some(extent),
                    ..said.clone()
                };
                self.view.edit(self.change(target, side, value));
            }
        });
    }

    /// Kinds and reason of one side.
    fn details_ui(&self, ui: &mut Ui, target: &AssistanceTarget, side: Side) {
        let said = self.side(target, side);
        let (kinds, reason) = match side {
            Side::Need => ("assistance-kinds-need", "assistance-reason-need"),
            Side::Offer => ("assistance-kinds-offer", "assistance-reason-offer"),
        };
        heading::note(ui, &self.view.say(kinds));
        ui.horizontal_wrapped(|ui| {
            self.view.guard(ui);
            for kind in &self.view.instrument().parts().assistance_kinds {
                let mut on = said.kinds.contains(&kind.id);
                if ui.checkbox(&mut on, &kind.title).changed() {
                    let kinds = with(&said.kinds, &kind.id, on);
                    let value = AssistanceSide {
                        kinds,
                        ..said.clone()
                    };
                    self.view.edit(self.change(target, side, value));
                }
            }
        });
        let row = match target {
            AssistanceTarget::AllAreas => "all",
            AssistanceTarget::Area(area) => area.as_str(),
        };
        let id = self.view.field_id(("assistance", row, side.token()));
        let mut draft = said.reason.clone();
        let events = TextArea::new(id, self.view.say(reason))
            .rows(1, 6)
            .editable(self.view.can_write())
            .show(ui, &mut draft);
        if events.changed {
            let value = AssistanceSide {
                reason: draft,
                ..said.clone()
            };
            self.view.edit(self.change(target, side, value));
        }
        self.view.end_run(events);
        if said.extent.is_some() {
            let button = ActionButton::quiet(self.view.say("assistance-take-away"))
                .enabled(self.view.can_write());
            if button.show(ui).clicked() {
                let value = AssistanceSide {
                    extent: None,
                    ..said
                };
                self.view.edit(self.change(target, side, value));
            }
        }
    }
}

fn side_key(side: Side) -> &'static str {
    match side {
        Side::Need => "assistance-need",
        Side::Offer => "assistance-offer",
    }
}

fn with(kinds: &BTreeSet<KindId>, kind: &KindId, on: bool) -> BTreeSet<KindId> {
    let mut kinds = kinds.clone();
    if on {
        kinds.insert(kind.clone());
    } else {
        kinds.remove(kind);
    }
    kinds
}

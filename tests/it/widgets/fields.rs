//! Fields that are written into, found by their label.

use egui::accesskit::Role;
use egui::{Id, Key, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::ui::widgets::{ActionButton, Field, FieldEvents, TextArea};

use super::{VIEW, click, press};
use crate::screens_kit::window;

/// A draft, and what its field told.
#[derive(Default)]
struct Drafted {
    draft: String,
    events: Vec<FieldEvents>,
}

fn told(
    mut show: impl FnMut(&mut Ui, &mut String) -> FieldEvents + 'static,
) -> Harness<'static, Drafted> {
    window(VIEW, Drafted::default(), move |ui, state: &mut Drafted| {
        let events = show(ui, &mut state.draft);
        if events.changed || events.left {
            state.events.push(events);
        }
        ActionButton::plain("Elsewhere").show(ui);
    })
}

#[test]
fn a_text_area_is_named_by_its_label_and_tells_when_it_is_left() {
    let id = Id::unique("missing");
    let mut area = told(move |ui, draft| TextArea::new(id, "What is missing").show(ui, draft));
    let input = area.get_by_role_and_label(Role::MultilineTextInput, "What is missing");
    let one_line = input.rect().height();
    input.focus();
    area.run();
    let input = area.get_by_role_and_label(Role::MultilineTextInput, "What is missing");
    input.type_text("No budget");
    area.run();
    press(&mut area, &[Key::Enter, Key::Enter]);
    assert_eq!(area.state().draft, "No budget\n\n");
    assert!(
        area.state()
            .events
            .iter()
            .all(|events| events.changed && events.focused)
    );
    let input = area.get_by_role_and_label(Role::MultilineTextInput, "What is missing");
    assert!(input.rect().height() > one_line, "grows with its content");
    press(&mut area, &[Key::Tab]);
    assert!(
        area.state()
            .events
            .last()
            .is_some_and(|events| events.left && !events.changed)
    );
}

#[test]
fn a_long_text_scrolls_within_its_area() {
    let mut area = told(|ui, draft| {
        TextArea::new(Id::unique("long"), "Text")
            .rows(2, 4)
            .show(ui, draft)
    });
    area.state_mut().draft = "line\n".repeat(60);
    area.run();
    let below = area.get_by_label("Elsewhere").rect();
    assert!(below.bottom() < 200.0, "{below}");
}

#[test]
fn a_click_on_a_label_brings_the_keyboard_to_its_field() {
    let mut field = told(|ui, draft| Field::new(Id::unique("name"), "Released by").show(ui, draft));
    click(&mut field, Role::Label, "Released by");
    assert!(
        field
            .get_by_role_and_label(Role::TextInput, "Released by")
            .is_focused()
    );
    field.get_by_role(Role::TextInput).type_text("A. Person");
    field.run();
    press(&mut field, &[Key::Enter]);
    assert_eq!(field.state().draft, "A. Person");
    assert!(
        field
            .state()
            .events
            .last()
            .is_some_and(|events| events.left)
    );
}

#[test]
fn a_fault_is_told_with_its_field() {
    let field = told(|ui, draft| {
        Field::new(Id::unique("units"), "Units")
            .unlabelled()
            .fault("4 of 3 is not possible")
            .show(ui, draft)
    });
    let input = field.get_by_role_and_label(Role::TextInput, "Units");
    let told = input
        .accesskit_node()
        .data()
        .description()
        .map(str::to_owned);
    assert_eq!(told.as_deref(), Some("4 of 3 is not possible"));
    field.get_by_role_and_label(Role::Label, "4 of 3 is not possible");
}

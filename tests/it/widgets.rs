//! Each widget, found by its role and its name as a screen reader finds it.

mod fields;

use egui::accesskit::{Role, Toggled};
use egui::{Id, Key, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use guidepost::domain::Standing;
use guidepost::ui::tokens::{self, ThemeChoice};
use guidepost::ui::widgets::{
    ActionButton, ChoiceMenu, Column, Columns, DialogEvent, DialogFrame, Gravity, Notice,
    NoticeEvent, ProgressBar, RangeBar, RowButton, Segments, StandingChoice, StandingEvent,
    StandingWords, TextArea, heading, link, rows, standing_mark,
};
use guidepost::words::{ENGLISH, Words};

use crate::screens_kit::{View, window};

const VIEW: View = View::LIGHT.sized(640.0, 400.0);

/// Shows a widget that tells events, and keeps all that it told.
fn events_of<'a, T: 'a>(mut show: impl FnMut(&mut Ui) -> Option<T> + 'a) -> Harness<'a, Vec<T>> {
    window(VIEW, Vec::new(), move |ui, events: &mut Vec<T>| {
        events.extend(show(ui));
    })
}

fn click<T>(harness: &mut Harness<'_, T>, role: Role, name: &str) {
    harness.get_by_role_and_label(role, name).click();
    harness.run();
}

fn press<T>(harness: &mut Harness<'_, T>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

fn focused<T>(harness: &Harness<'_, T>) -> Option<String> {
    let nodes = harness.root().children_recursive();
    nodes
        .into_iter()
        .find(egui_kittest::Node::is_focused)
        .and_then(|node| node.accesskit_node().label())
}

fn standing_row(selected: Option<Standing>) -> Harness<'static, Vec<StandingEvent>> {
    let words = StandingWords::new(&Words::load(ENGLISH));
    events_of(move |ui| {
        StandingChoice {
            name: "National",
            words: &words,
            selected,
        }
        .show(ui)
    })
}

#[test]
fn a_standing_is_chosen_with_a_click_and_cleared_with_another() {
    let mut row = standing_row(Some(Standing::InPart));
    let button = row.get_by_role_and_label(Role::RadioButton, "National: In part");
    assert_eq!(button.accesskit_node().toggled(), Some(Toggled::True));
    row.get_by_role_and_label(Role::RadioGroup, "National");

    click(&mut row, Role::RadioButton, "National: Not applicable");
    click(&mut row, Role::RadioButton, "National: In part");
    let told = [
        StandingEvent::Chosen(Standing::NotApplicable),
        StandingEvent::Cleared,
    ];
    assert_eq!(*row.state(), told);
}

#[test]
fn a_row_of_standings_is_one_stop_for_tab_and_arrows_move_within() {
    let mut row = standing_row(Some(Standing::InPart));
    press(&mut row, &[Key::Tab]);
    assert_eq!(focused(&row).as_deref(), Some("National: In part"));
    press(&mut row, &[Key::ArrowRight, Key::ArrowRight]);
    assert_eq!(focused(&row).as_deref(), Some("National: Not applicable"));
    assert!(row.state().is_empty(), "looking around answers nothing");
    press(&mut row, &[Key::ArrowLeft, Key::Space]);
    assert_eq!(*row.state(), [StandingEvent::Chosen(Standing::No)]);
    press(&mut row, &[Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft]);
    assert_eq!(focused(&row).as_deref(), Some("National: No information"));
}

#[test]
fn a_narrow_row_of_standings_takes_several_lines() {
    let words = StandingWords::new(&Words::load(ENGLISH));
    let row = window(VIEW.sized(240.0, 400.0), (), move |ui, ()| {
        let choice = StandingChoice {
            name: "Local",
            words: &words,
            selected: None,
        };
        assert_eq!(choice.show(ui), None);
    });
    let first = row.get_by_label("Local: Yes").rect();
    let last = row.get_by_label("Local: No information").rect();
    assert!(last.top() > first.bottom(), "{first} {last}");
    assert!(last.right() <= 240.0, "{last}");
}

#[test]
fn segments_tell_only_another_option() {
    let mut levels = events_of(|ui| {
        Segments::pills("Level").show(ui, Some(1), &[(1, "National"), (2, "Local")])
    });
    click(&mut levels, Role::RadioButton, "National");
    click(&mut levels, Role::RadioButton, "Local");
    assert_eq!(*levels.state(), [2]);

    let mut tabs = events_of(|ui| {
        Segments::tabs("Screens").show(ui, None, &[('q', "Questions"), ('g', "Gaps")])
    });
    press(&mut tabs, &[Key::Tab, Key::ArrowRight, Key::Enter]);
    assert_eq!(*tabs.state(), ['g']);
}

#[test]
fn drawings_say_what_they_show() {
    let page = window(VIEW, (), |ui, ()| {
        let alternative = "63 %, between 41 and 75 %";
        RangeBar {
            range: Some((0.41, 0.75)),
            coverage: Some(0.63),
            alternative,
        }
        .show(ui);
        ProgressBar {
            done: 3,
            all: 9,
            name: "Planning, 3 of 9",
        }
        .show(ui, 100.0);
        standing_mark::show(ui, Some(Standing::No), "No");
    });
    page.get_by_role_and_label(Role::Image, "63 %, between 41 and 75 %");
    page.get_by_role_and_label(Role::Image, "No");
    let bar = page.get_by_role_and_label(Role::ProgressIndicator, "Planning, 3 of 9");
    assert_eq!(bar.accesskit_node().numeric_value(), Some(3.0));
    assert_eq!(bar.accesskit_node().max_numeric_value(), Some(9.0));
}

#[test]
fn a_menu_drops_down_and_tells_another_option() {
    let mut menu = events_of(|ui| {
        ChoiceMenu::new("Applied", "not said").show(ui, Some(1), &[(1, "applied"), (2, "not yet")])
    });
    let closed = menu.get_by_role_and_label(Role::ComboBox, "Applied");
    assert_eq!(closed.value().as_deref(), Some("applied"));
    click(&mut menu, Role::ComboBox, "Applied");
    click(&mut menu, Role::Button, "not yet");
    press(
        &mut menu,
        &[
            Key::Tab,
            Key::Enter,
            Key::ArrowDown,
            Key::ArrowDown,
            Key::Enter,
        ],
    );
    assert_eq!(*menu.state(), [2, 2], "by pointer, and by keyboard");
}

#[test]
fn buttons_act_by_pointer_and_keyboard_unless_they_cannot() {
    let mut buttons = events_of(|ui| {
        let flag = ActionButton::plain("Flag")
            .pressed(true)
            .show(ui)
            .clicked()
            .then_some('f');
        let send = ActionButton::primary("Send")
            .enabled(false)
            .show(ui)
            .clicked()
            .then_some('s');
        let cross = ActionButton::quiet("")
            .show_named(ui, "Close")
            .clicked()
            .then_some('c');
        flag.or(send).or(cross)
    });
    assert!(buttons.get_by_label("Send").accesskit_node().is_disabled());
    let flag = buttons.get_by_role_and_label(Role::Button, "Flag");
    assert_eq!(flag.accesskit_node().toggled(), Some(Toggled::True));
    click(&mut buttons, Role::Button, "Send");
    click(&mut buttons, Role::Button, "Close");
    press(&mut buttons, &[Key::Tab, Key::Enter, Key::Tab, Key::Space]);
    assert_eq!(*buttons.state(), ['c', 'f', 'c']);
}

#[test]
fn links_and_folds_can_be_clicked() {
    let mut page = events_of(|ui| {
        let link = link::link(ui, "Guidelines").clicked().then_some('l');
        link.or(link::disclosure(ui, "Details", false)
            .clicked()
            .then_some('d'))
    });
    let fold = page.get_by_role_and_label(Role::DisclosureTriangle, "Details");
    assert_eq!(fold.accesskit_node().data().is_expanded(), Some(false));
    click(&mut page, Role::Link, "Guidelines");
    click(&mut page, Role::DisclosureTriangle, "Details");
    assert_eq!(*page.state(), ['l', 'd']);
}

#[test]
fn a_row_says_all_that_it_shows_once() {
    let mut page = events_of(|ui| {
        let row = RowButton::new("Planning, 3 of 9", 32.0).selected(true);
        row.show(ui, |ui| drop(ui.label("Planning")))
            .clicked()
            .then_some(())
    });
    click(&mut page, Role::Button, "Planning, 3 of 9");
    assert_eq!(page.state().len(), 1);
}

#[test]
fn cells_stand_in_columns() {
    let page = window(VIEW, (), |ui, ()| {
        let columns = Columns::new(
            ui.available_width(),
            &[Column::Fixed(80.0), Column::Share(1.0)],
        );
        for (level, figure) in [("National", "4"), ("Regional", "21")] {
            columns.row(ui, 40.0, |cells| {
                cells.cell(|ui| drop(ui.label(level)));
                cells.figure(|ui| drop(ui.label(figure)));
            });
        }
        heading::page_title(ui, "Title");
        heading::hairline(ui);
    });
    let right = |label| page.get_by_label(label).rect().right();
    assert!((right("4") - right("21")).abs() < 1.0);
    let top = |label| page.get_by_label(label).rect().top();
    assert!((top("Regional") - top("National") - 40.0).abs() < 5.0);
    page.get_by_role_and_label(Role::Heading, "Title");
}

#[test]
fn a_word_that_is_too_long_moves_no_column() {
    let page = window(VIEW, (), |ui, ()| {
        let columns = Columns::new(
            ui.available_width(),
            &[Column::Fixed(80.0), Column::Share(1.0)],
        );
        for (name, word) in [("17.a", "short"), ("23.d.unintended", "long")] {
            columns.row(ui, 40.0, |cells| {
                cells.cell(|ui| drop(ui.add(egui::Label::new(name).extend())));
                cells.cell(|ui| drop(ui.label(word)));
            });
        }
    });
    let left = |label| page.get_by_label(label).rect().left();
    let wide = page.get_by_label("23.d.unintended").rect().width();
    assert!(80.0 < wide, "{wide}");
    assert!((left("short") - left("long")).abs() < 1.0);
}

#[test]
fn a_page_stands_in_the_middle_of_more_room_and_takes_all_of_less() {
    for (most, left) in [(400.0, 120.0), (4000.0, 0.0)] {
        let page = window(VIEW, (), move |ui, ()| {
            rows::middle(ui, most, |ui| drop(ui.label("Page")));
        });
        let found = page.get_by_label("Page").rect().left();
        assert!((found - left).abs() < 1.0, "{most}: {found}");
    }
}

#[test]
fn a_dialog_takes_the_keyboard_keeps_it_and_goes_with_escape() {
    let mut open = false;
    let mut dialog = events_of(move |ui| {
        open |= ActionButton::plain("Behind").show(ui).clicked();
        if !open {
            return None;
        }
        let frame = DialogFrame::new(Id::unique("dialog"), "Close without saving?");
        let ((), event) = frame.show(ui.ctx(), &["Save", "Cancel"], |ui| {
            heading::body(ui, "Two answers are not saved.");
        });
        (event != DialogEvent::None).then_some(event)
    });
    press(&mut dialog, &[Key::Tab, Key::Enter]);
    dialog.get_by_role_and_label(Role::Dialog, "Close without saving?");
    for name in ["Save", "Cancel", "Save"] {
        assert_eq!(focused(&dialog).as_deref(), Some(name));
        press(&mut dialog, &[Key::Tab]);
    }
    press(&mut dialog, &[Key::Escape]);
    click(&mut dialog, Role::Button, "Save");
    assert_eq!(
        *dialog.state(),
        [DialogEvent::Dismissed, DialogEvent::Pressed(0)]
    );
}

#[test]
fn a_notice_stays_until_it_is_closed_and_opens_its_details() {
    let mut notice = events_of(|ui| {
        Notice {
            gravity: Gravity::Error,
            words: "The file could not be saved.",
            details: Some(("Details", "No space left on device")),
            acts: &["Try again"],
            close: Some("Close"),
        }
        .show(ui, Id::unique("notice"))
    });
    notice.get_by_role_and_label(Role::Alert, "The file could not be saved.");
    assert!(notice.query_by_label("No space left on device").is_none());
    click(&mut notice, Role::DisclosureTriangle, "Details");
    notice.get_by_label("No space left on device");
    click(&mut notice, Role::Button, "Try again");
    click(&mut notice, Role::Button, "Close");
    assert_eq!(*notice.state(), [NoticeEvent::Act(0), NoticeEvent::Closed]);
}

#[test]
fn larger_text_leaves_fewer_points_and_a_still_window_draws_nothing() {
    let page = window(
        View::LARGE.sized(1360.0, 860.0),
        0.0,
        |ui, width: &mut f32| {
            *width = ui.available_width();
            let mut draft = String::new();
            TextArea::new(Id::unique("draft"), "Draft").show(ui, &mut draft);
            ui.memory_mut(|memory| memory.request_focus(Id::unique("draft")));
        },
    );
    assert!((page.state() - 680.0).abs() < 1.0, "{}", page.state());
    // `window` has already run until no frame was asked for, with a caret in a field.
    assert!(!page.ctx.has_requested_repaint());
    tokens::apply(&page.ctx, ThemeChoice::HighContrast, 120);
    assert_eq!(page.ctx.theme(), egui::Theme::Dark);
}

#[test]
fn where_the_machine_names_no_theme_the_window_is_light() {
    let ctx = egui::Context::default();
    tokens::apply(&ctx, ThemeChoice::System, 100);
    assert_eq!(ctx.theme(), egui::Theme::Light);
}

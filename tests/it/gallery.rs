//! Every widget on one page, as a designer looks at it.
//!
//! `GUIDEPOST_PICTURES=/tmp/look cargo test gallery` writes the pictures; without the variable the
//! pages are laid out all the same, so a missing glyph or a nameless field is found.

mod gaps;

use egui::accesskit::Role;
use egui::{Id, Layout, Panel, Ui};
use egui_kittest::kittest::Queryable as _;
use guidepost::domain::{Level, Standing};
use guidepost::ui::tokens::{Tokens, size, space};
use guidepost::ui::widgets::{
    ActionButton, ChoiceMenu, Column, Columns, DialogFrame, Field, Gravity, Icon, Notice,
    ProgressBar, RowButton, Segments, StandingChoice, StandingWords, TextArea, heading, link, rows,
};
use guidepost::words::{ENGLISH, Words};

use crate::screens_kit::{View, picture, window};

/// What the page shows; the drafts change as in the program.
struct Page {
    words: Words,
    standings: StandingWords,
    exists: String,
    missing: String,
    difficulty: String,
    units: String,
}

impl Page {
    fn new() -> Self {
        let words = Words::load(ENGLISH);
        Self {
            standings: StandingWords::new(&words),
            words,
            exists: "National programme 2025–2029 with 12 targets, reviewed each year.".to_owned(),
            missing: "Four of 21 regions have a plan of their own; none has a budget line yet. \
                      The others wait for the law on regional councils, which is before \
                      parliament since March, and for the first survey of victims."
                .to_owned(),
            difficulty: String::new(),
            units: "4".to_owned(),
        }
    }
}

#[test]
fn gallery() {
    let views = [
        ("light", View::LIGHT),
        ("dark", View::DARK),
        ("high-contrast", View::HIGH_CONTRAST),
        ("large", View::LARGE),
    ];
    for (name, view) in views {
        let mut question = window(view, Page::new(), question_ui);
        picture(&mut question, &format!("gallery-question-{name}"));
        let mut gaps = window(view, Page::new(), gaps::gaps_ui);
        picture(&mut gaps, &format!("gallery-gaps-{name}"));
    }
    let mut states = window(View::LIGHT, Page::new(), question_ui);
    states.get_by_label("Regional: No").hover();
    states.get_by_label("Local: Yes").focus();
    states.run();
    states.get_all_by_label("Applied").last().unwrap().click();
    states.run();
    picture(&mut states, "gallery-states");
    states.key_press(egui::Key::Escape);
    states
        .get_by_role_and_label(Role::MultilineTextInput, "What is missing")
        .focus();
    states.run();
    picture(&mut states, "gallery-states-field");
    let mut dialog = window(View::LIGHT.sized(900.0, 620.0), Page::new(), dialog_ui);
    picture(&mut dialog, "gallery-dialog");
}

fn top_bar(ui: &mut Ui) {
    let frame = egui::Frame::new()
        .fill(Tokens::of(ui).panel)
        .inner_margin(egui::Margin::symmetric(16, 2));
    Panel::top("top").frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.set_height(size::ROW);
            heading::strong(ui, "Guidepost");
            ui.add_space(space::S);
            let tabs = [(0, "Questions"), (1, "Gaps"), (2, "Plan"), (3, "Compare")];
            assert_eq!(Segments::tabs("Screens").show(ui, Some(0), &tabs), None);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                heading::note(ui, "Example State · 2026 call · 41 days left");
            });
        });
    });
}

fn sections(ui: &mut Ui) {
    let frame = egui::Frame::new()
        .fill(Tokens::of(ui).panel)
        .inner_margin(egui::Margin::ZERO);
    Panel::left("left")
        .exact_size(size::WIDEST_COLUMN)
        .frame(frame)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(space::L);
            for (index, (name, done, all)) in [
                ("Government leadership", 7, 7),
                ("Inclusion", 1, 3),
                ("Government structures", 8, 15),
            ]
            .into_iter()
            .enumerate()
            {
                let says = format!("{name}, {done} of {all}");
                let row = RowButton::new(&says, size::CONTROL).selected(index == 2);
                row.show(ui, |ui| {
                    if index == 2 {
                        heading::strong(ui, name);
                    } else {
                        ui.label(name);
                    }
                    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                        ProgressBar {
                            done,
                            all,
                            name: &says,
                        }
                        .show(ui, size::CONTROL);
                        heading::note(ui, &format!("{done}/{all}"));
                    });
                });
            }
        });
}

fn question_ui(ui: &mut Ui, page: &mut Page) {
    top_bar(ui);
    if ui.available_width() > size::FOLD_LEFT {
        sections(ui);
    }
    egui::CentralPanel::default()
        .frame(
            egui::Frame::new()
                .fill(Tokens::of(ui).ground)
                .inner_margin(egui::Margin::same(24)),
        )
        .show(ui, |ui| {
            egui::ScrollArea::vertical()
                .auto_shrink(false)
                .show(ui, |ui| {
                    rows::narrow(ui, size::FORM_COLUMN, |ui| question_page_ui(ui, page));
                });
        });
}

fn question_page_ui(ui: &mut Ui, page: &mut Page) {
    heading::note(ui, "Paragraph 17 (b) · Government structures · 2 of 5");
    heading::page_title(
        ui,
        "Is there a crime prevention plan with clear priorities and targets?",
    );
    heading::dim(
        ui,
        "The Guidelines ask that prevention be a lasting part of government, with a plan that says \
         what comes first, what is to be reached and by when.",
    );
    link::disclosure(ui, "What a full reply covers", false);
    ui.add_space(space::S);

    let columns = Columns::new(
        ui.available_width(),
        &[
            Column::Fixed(72.0),
            Column::Share(1.0),
            Column::Fixed(size::NUMBER_FIELD),
            Column::Fixed(112.0),
        ],
    );
    for (level, standing) in [
        (Level::National, Some(Standing::Yes)),
        (Level::Regional, Some(Standing::InPart)),
        (Level::Local, None),
    ] {
        heading::hairline(ui);
        level_row(ui, page, &columns, level, standing);
    }
    heading::hairline(ui);
    ui.add_space(space::S);
    TextArea::new(Id::unique("exists"), "What exists").show(ui, &mut page.exists);
    ui.add_space(space::S);
    TextArea::new(Id::unique("missing"), "What is missing").show(ui, &mut page.missing);
    ui.add_space(space::S);
    TextArea::new(Id::unique("difficulty"), "Difficulty met")
        .hint("What made this hard, if anything")
        .fault("This is needed before the answer can be cleared")
        .show(ui, &mut page.difficulty);
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        ActionButton::plain("Previous")
            .before(Icon::ArrowLeft)
            .show(ui);
        ActionButton::plain("Flag")
            .before(Icon::Flag)
            .pressed(true)
            .show(ui);
        ActionButton::plain("Clear for sending")
            .before(Icon::Check)
            .enabled(false)
            .show(ui);
        ActionButton::quiet("Next").show(ui);
        let next = ActionButton::primary("Next open")
            .after(Icon::ArrowRight)
            .show(ui);
        if ui.memory(|memory| memory.focused().is_none()) {
            next.request_focus();
        }
    });
    ui.add_space(space::M);
    Notice {
        gravity: Gravity::Error,
        words: "The assessment could not be saved to france.assessment.ron: the disk is full.",
        details: Some(("Details", "No space left on device (os error 28)")),
        acts: &["Try again", "Save a copy…"],
        close: Some("Close"),
    }
    .show(ui, Id::unique("notice"));
}

fn level_row(
    ui: &mut Ui,
    page: &mut Page,
    columns: &Columns,
    level: Level,
    standing: Option<Standing>,
) {
    let name = page.words.level(level);
    ui.push_id(level, |ui| {
        columns.row(ui, size::ROW, |cells| {
            cells.cell(|ui| ui.label(&name));
            cells.cell(|ui| {
                let words = &page.standings;
                let choice = StandingChoice {
                    name: &name,
                    words,
                    selected: standing,
                };
                assert_eq!(choice.show(ui), None);
            });
            cells.cell(|ui| {
                if level == Level::Regional {
                    Field::new(Id::unique("units"), "Units")
                        .unlabelled()
                        .show(ui, &mut page.units);
                }
            });
            cells.cell(|ui| {
                let menu = ChoiceMenu::new("Applied", "not said").quiet();
                let options = [(0, "applied"), (1, "not yet")];
                assert_eq!(
                    menu.show(ui, (level == Level::National).then_some(0), &options),
                    None
                );
            });
        });
    });
}

fn dialog_ui(ui: &mut Ui, page: &mut Page) {
    question_ui(ui, &mut Page::new());
    let dialog = DialogFrame::new(Id::unique("dialog"), "Send the questionnaire");
    dialog.show(ui.ctx(), &["Write the file", "Cancel"], |ui| {
        heading::dim(
            ui,
            "12 answers are not cleared yet. They stay out of the file.",
        );
        ui.add_space(space::S);
        Field::new(Id::unique("name"), "Released by").show(ui, &mut page.exists);
        Field::new(Id::unique("reference"), "Reference")
            .hint("Number of the note, if there is one")
            .fault("Write at most 40 letters")
            .show(ui, &mut page.difficulty);
        ui.horizontal(|ui| {
            ui.label("Kind");
            let options = [(0, "law"), (1, "plan")];
            assert_eq!(
                ChoiceMenu::new("Kind", "choose")
                    .width(160.0)
                    .show(ui, Some(1), &options),
                None
            );
        });
    });
}

//! Who replied of those who were invited, by regional group, and how far that carries.

use egui::{Label, RichText, Ui};

use crate::app::round::RoundDesk;
use crate::ui::state::RoundFigures;
use crate::ui::tokens::{Tokens, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::heading;
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::rows::{Column, Columns, underline};

/// Shows the table and the cautions.
pub fn response_ui(ui: &mut Ui, view: &View<'_>, desk: &RoundDesk, figures: &RoundFigures) {
    let figure = Column::Fixed(size::EXTENT_FIGURES);
    let columns = Columns::new(ui.available_width(), &[Column::Share(1.0), figure, figure]);
    let words = [
        view.say("round-group"),
        view.say("round-group-invited"),
        view.say("round-group-replied"),
    ];
    ui.spacing_mut().item_spacing.y = 0.0;
    columns.row(ui, size::CONTROL, |row| {
        row.cell(|ui| heading::note(ui, &words[0]));
        row.figure(|ui| heading::note(ui, &words[1]));
        row.figure(|ui| heading::note(ui, &words[2]));
    });
    heading::hairline(ui);
    for group in &desk.collation().groups {
        let word = view.words.group(group.group);
        row_ui(
            ui,
            &columns,
            &word,
            [group.invited.len(), group.replied.len()],
            false,
        );
    }
    let groups = || desk.collation().groups.iter();
    let invited: usize = groups().map(|group| group.invited.len()).sum();
    let replied: usize = groups().map(|group| group.replied.len()).sum();
    let all = [invited, replied];
    row_ui(ui, &columns, &view.say("round-all-groups"), all, true);
    ui.add_space(space::M);
    for caution in &figures.cautions {
        caution_ui(ui, &view.words.caution(caution));
        ui.add_space(space::S);
    }
    if desk.collation().is_trial {
        caution_ui(ui, &view.say("round-trial"));
    }
}

fn row_ui(ui: &mut Ui, columns: &Columns, word: &str, counts: [usize; 2], leads: bool) {
    let font = if leads { text::strong() } else { text::body() };
    columns.row(ui, size::CONTROL, |row| {
        row.cell(|ui| ui.add(Label::new(RichText::new(word).font(font.clone())).wrap()));
        for count in counts {
            let figure = RichText::new(count.to_string()).font(font.clone());
            row.figure(|ui| ui.label(figure));
        }
    });
    underline(ui);
}

fn caution_ui(ui: &mut Ui, words: &str) {
    let tokens = Tokens::of(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let wanted = egui::vec2(size::ICON, size::ICON);
        let (rect, _) = ui.allocate_exact_size(wanted, egui::Sense::hover());
        Icon::Warning.paint(ui.painter(), rect.center(), size::MARK, tokens.warning.ink);
        ui.add(Label::new(RichText::new(words).font(text::body())).wrap());
    });
}

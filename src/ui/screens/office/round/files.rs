//! The files that came in, each with its class and the reason for it; one of them can be open.

use std::collections::BTreeSet;
use std::path::Path;

use egui::{Id, Label, RichText, Ui};

use super::conflicts;
use crate::app::round::{Class, Received, RoundSession, Sealed};
use crate::domain::{RoundChange, visible_line};
use crate::ui::action::can_write_round;
use crate::ui::parts::{DayEvent, VirtualList, day_ui, is_wide};
use crate::ui::state::{RoundFigures, RoundState, UiState};
use crate::ui::tokens::{Tokens, Tone, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{
    ActionButton, Column, Columns, Icon, RowButton, Segments, heading, narrow, underline,
};

/// Shows what waits for a decision, then the files.
pub fn files_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    round: &RoundSession,
    figures: &RoundFigures,
) {
    if round.collation().files.is_empty() {
        heading::dim(ui, &view.say("round-no-files"));
        return;
    }
    conflicts::conflicts_ui(ui, view, &mut state.round, round, figures);
    if figures.classes.is_empty() {
        heading::dim(ui, &view.say("round-none-of-group"));
        return;
    }
    classes_ui(ui, view, &mut state.round, figures);
    ui.add_space(space::S);
    undated_ui(ui, view, state, round, figures);
    let wide = is_wide(ui);
    let table = Table {
        columns: columns(ui, wide),
        row: if wide {
            size::ROW + space::XS
        } else {
            size::LINE
        },
        wide,
    };
    if wide {
        header_ui(ui, view, &table.columns);
    }
    heading::hairline(ui);
    rows_ui(ui, view, state, round, figures, &table);
}

/// How the rows are set.
struct Table {
    columns: Columns,
    row: f32,
    wide: bool,
}

/// The classes that occur, each with how many files are of it.
fn classes_ui(ui: &mut Ui, view: &View<'_>, state: &mut RoundState, figures: &RoundFigures) {
    // A class that no file is of any more lets nothing pass, and no pill shows it.
    let occurs = |class: &Class| figures.classes.iter().any(|(known, _)| known == class);
    state.class.take_if(|class| !occurs(class));
    let all: usize = figures.classes.iter().map(|(_, count)| count).sum();
    let mut options = vec![(None, view.count("round-class-all", all))];
    for (class, count) in &figures.classes {
        let values = [
            ("class", class_word(view, *class).into()),
            ("count", (*count).into()),
        ];
        options.push((Some(*class), view.say_with("round-class-count", &values)));
    }
    if let Some(class) =
        Segments::pills(view.say("round-class")).show(ui, Some(state.class), &options)
    {
        state.class = class;
    }
}

/// One day for all replies in the list of which nobody has said when they came: that matters once
/// there is a closing date.
fn undated_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    round: &RoundSession,
    figures: &RoundFigures,
) {
    let noted = &round.noted().received;
    let listed = figures.files.iter();
    let listed = listed.filter_map(|place| round.collation().files.get(*place)?.sealed.as_ref());
    let undated: BTreeSet<String> = listed
        .map(Sealed::digest)
        .filter(|digest| !noted.contains_key(digest))
        .collect();
    if undated.is_empty() || round.noted().closing.is_none() || !can_write_round(round) {
        return;
    }
    let count = [("count", undated.len().into())];
    heading::note(ui, &view.say_with("round-undated", &count));
    ui.add_space(space::XS);
    narrow(ui, size::NAME_COLUMN, |ui| {
        let label = view.say("round-came-on-all");
        let field = (view.round_field_id("round_came"), label.as_str());
        let event = day_ui(ui, view, &mut state.drafts, field, state.round.came, true);
        if let DayEvent::Changed(day) = event {
            state.round.came = day;
        }
    });
    ui.add_space(space::XS);
    let button = ActionButton::plain(view.say_with("round-note-day", &count))
        .enabled(state.round.came.is_some());
    if button.show(ui).clicked() {
        let day = state.round.came;
        let days = undated.into_iter().map(|digest| (digest, day));
        view.change_round(RoundChange::Received(days.collect()));
    }
    ui.add_space(space::M);
}

pub fn class_word(view: &View<'_>, class: Class) -> String {
    view.say(match class {
        Class::NotAReply => "round-class-not-a-reply",
        Class::NewerFormat => "round-class-newer-format",
        Class::Damaged => "round-class-damaged",
        Class::Draft => "round-class-draft",
        Class::OtherInstrument => "round-class-other-instrument",
        Class::NotAMember => "round-class-not-a-member",
        Class::OtherCall => "round-class-other-call",
        Class::Sample => "round-class-sample",
        Class::Late => "round-class-late",
        Class::Duplicate => "round-class-duplicate",
        Class::Superseded => "round-class-superseded",
        Class::Conflict => "round-class-conflict",
        Class::Counted => "round-class-counted",
    })
}

/// The sign and the colours of a class.
fn look(tokens: &Tokens, class: Class) -> (Icon, Tone) {
    match class {
        Class::Counted => (Icon::Check, tokens.good),
        Class::Conflict => (Icon::Flag, tokens.warning),
        Class::Damaged | Class::NewerFormat => (Icon::Warning, tokens.error),
        Class::NotAReply
        | Class::Draft
        | Class::OtherInstrument
        | Class::NotAMember
        | Class::OtherCall => (Icon::Cross, tokens.error),
        Class::Sample | Class::Late | Class::Duplicate | Class::Superseded => {
            (Icon::Information, tokens.standing(None))
        }
    }
}

fn columns(ui: &Ui, wide: bool) -> Columns {
    let class = Column::Fixed(size::CLASS_COLUMN);
    let columns: &[Column] = if wide {
        &[
            class,
            Column::Share(2.0),
            Column::Share(3.0),
            Column::Share(5.0),
        ]
    } else {
        &[Column::Share(1.0)]
    };
    Columns::new(ui.available_width(), columns)
}

fn header_ui(ui: &mut Ui, view: &View<'_>, columns: &Columns) {
    let words = [
        view.say("round-column-class"),
        view.say("round-column-state"),
        view.say("round-column-file"),
        view.say("round-column-reason"),
    ];
    columns.row(ui, space::XL, |row| {
        for word in &words {
            row.cell(|ui| heading::note(ui, word));
        }
    });
}

/// Shows the rows; the open one has its details below it.
fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    round: &RoundSession,
    figures: &RoundFigures,
    table: &Table,
) {
    let files = &round.collation().files;
    let listed: Vec<&Received> = figures
        .files
        .iter()
        .filter_map(|place| files.get(*place))
        .collect();
    let list = VirtualList::new("round_files", (state.round.group, listed.len()));
    list.show(
        ui,
        listed.len(),
        |_, _| table.row,
        |ui, place| {
            let file = listed[place];
            let open = state.round.opened.as_ref() == Some(&file.path);
            row_ui(ui, view, &mut state.round, file, open, table);
            if open {
                details_ui(ui, view, state, round, file);
            }
        },
    );
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut RoundState,
    file: &Received,
    open: bool,
    table: &Table,
) {
    let path = file.path.to_string_lossy();
    let class = class_word(view, file.class);
    let whose = file.state.map_or("", |state| view.state_name(state));
    let short = short(&file.path);
    let reason = view.words.explain(&file.reason);
    let values = [
        ("class", class.as_str().into()),
        ("state", whose.into()),
        ("file", short.as_str().into()),
        ("reason", reason.as_str().into()),
    ];
    let spoken = if whose.is_empty() {
        view.say_with("round-file-of-nobody", &values)
    } else {
        view.say_with("round-file", &values)
    };
    let row = RowButton::new(&spoken, table.row).expanded(open);
    let id = Id::unique(("round_file", &*path));
    let tokens = Tokens::of(ui);
    let (icon, tone) = look(tokens, file.class);
    let response = row.show_grown(ui, id, |ui| {
        if !table.wide {
            narrow_row_ui(ui, (icon, tone), [&class, whose, &short, &reason]);
            return;
        }
        table.columns.row(ui, table.row, |row| {
            row.cell(|ui| mark_ui(ui, icon, tone, &class));
            row.cell(|ui| line(ui, whose, false));
            row.cell(|ui| line(ui, &short, true));
            row.cell(|ui| line(ui, &reason, true));
        });
    });
    if response.clicked() {
        state.opened = (!open).then(|| file.path.clone());
    }
    underline(ui);
}

/// The folder that it stands in, and its name.
fn short(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path.parent().and_then(Path::file_name);
    let short = match folder {
        Some(folder) => format!("{}/{name}", folder.to_string_lossy()),
        None => name.into_owned(),
    };
    visible_line(&short).into_owned()
}

fn line(ui: &mut Ui, words: &str, follows: bool) {
    let tokens = Tokens::of(ui);
    let (font, color) = if follows {
        (text::small(), tokens.dim)
    } else {
        (text::body(), tokens.ink)
    };
    let width = ui.available_width();
    heading::two_lines(ui, words, font, color, width);
}

fn narrow_row_ui(ui: &mut Ui, (icon, tone): (Icon, Tone), words: [&str; 4]) {
    let [class, whose, short, reason] = words;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        // As low as a line of text, so that both lines stand in the row.
        let line = ui.fonts_mut(|fonts| fonts.row_height(&text::body()));
        ui.spacing_mut().interact_size.y = line;
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            mark_ui(ui, icon, tone, class);
            let name = if whose.is_empty() { short } else { whose };
            ui.add(Label::new(name).truncate());
        });
        let words = RichText::new(reason).font(text::small());
        ui.add(Label::new(words.color(Tokens::of(ui).dim)).truncate());
    });
}

fn mark_ui(ui: &mut Ui, icon: Icon, tone: Tone, word: &str) {
    icon.show(ui, size::MARK, tone.ink);
    let words = RichText::new(word).font(text::body()).color(tone.ink);
    ui.add(Label::new(words).wrap());
}

/// All that is known of a file, and the day on which it came.
fn details_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut UiState,
    round: &RoundSession,
    file: &Received,
) {
    let path = file.path.display().to_string();
    let path = visible_line(&path);
    ui.indent(("round_file_details", &path), |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.add_space(space::S);
        let wrapped = |ui: &mut Ui, words: &str| {
            let words = RichText::new(words).font(text::body());
            ui.add(Label::new(words).wrap().selectable(true));
        };
        wrapped(ui, &view.words.explain(&file.reason));
        let dim = RichText::new(&*path).font(text::small());
        ui.add(
            Label::new(dim.color(Tokens::of(ui).dim))
                .wrap()
                .selectable(true),
        );
        let Some(sealed) = &file.sealed else {
            ui.add_space(space::M);
            return;
        };
        let values = [
            ("revision", sealed.revision.into()),
            ("released", view.words.day(sealed.released).into()),
            ("code", sealed.code().into()),
        ];
        heading::note(ui, &view.say_with("round-file-sealed", &values));
        ui.add_space(space::XS);
        let digest = sealed.digest();
        let day = round.noted().received.get(&digest).copied();
        let label = view.say("round-received-on");
        narrow(ui, size::NAME_COLUMN, |ui| {
            let field = (
                view.round_field_id(("round_received", digest.as_str())),
                label.as_str(),
            );
            let event = day_ui(
                ui,
                view,
                &mut state.drafts,
                field,
                day,
                can_write_round(round),
            );
            if let DayEvent::Changed(day) = event {
                view.change_round(RoundChange::Received([(digest, day)].into()));
            }
        });
        heading::note(ui, &view.say("round-received-note"));
        ui.add_space(space::M);
    });
    underline(ui);
}

//! What leaves and what stays, field by field, in the order of the file.

use std::rc::Rc;

use egui::{Id, Sense, Ui, vec2};

use crate::analysis::{Disclosure, Outgoing, Since};
use crate::app::{Review, Session};
use crate::domain::{QuestionId, WithApplication};
use crate::ui::parts::{VirtualList, is_wide};
use crate::ui::state::{Line, ShownFields, SubmitPage, SubmitState};
use crate::ui::tokens::{Tokens, line, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{
    ActionButton, Column, Columns, Icon, RowButton, Segments, heading, link, rows,
};

pub fn fields_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    submit: &mut SubmitState,
    review: &Review,
) {
    heading::note(ui, &view.say("submit-leaving-note"));
    ui.add_space(space::S);
    application_ui(ui, view, submit);
    ui.add_space(space::S);
    filter_ui(ui, view, session, submit, review);
    ui.add_space(space::M);
    let lines = submit.lines(view.app, session);
    if lines.is_empty() {
        heading::dim(ui, &view.say("submit-no-field"));
        return;
    }
    lines_ui(ui, view, submit, review, &lines);
    ui.add_space(space::XL);
    let on = ActionButton::primary(view.say("submit-on-to-send")).after(Icon::ArrowRight);
    if on.show(ui).clicked() {
        submit.page = SubmitPage::Send;
    }
}

fn application_ui(ui: &mut Ui, view: &View<'_>, submit: &mut SubmitState) {
    let mut sends = submit.with_application == WithApplication::Yes;
    let checkbox = egui::Checkbox::new(&mut sends, view.say("submit-with-application"));
    if ui.add_enabled(view.can_write(), checkbox).changed() {
        submit.with_application = if sends {
            WithApplication::Yes
        } else {
            WithApplication::No
        };
    }
}

fn filter_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    submit: &mut SubmitState,
    review: &Review,
) {
    let counts = review.counts;
    let count = |key: &str, count: usize| view.say_with(key, &[("count", count.into())]);
    let mut options = vec![
        (
            ShownFields::All,
            count("submit-filter-all", review.outgoing.len()),
        ),
        (
            ShownFields::Leaving,
            count("submit-filter-leaving", counts.leave),
        ),
        (
            ShownFields::Staying,
            count("submit-filter-staying", counts.stay),
        ),
    ];
    let last = session.outbox().last();
    if let (Some(last), Some(changed)) = (last, counts.changed) {
        let values = [
            ("count", changed.into()),
            ("revision", last.revision.into()),
        ];
        let word = view.say_with("submit-filter-changed", &values);
        options.push((ShownFields::Changed, word));
    } else if submit.shown == ShownFields::Changed {
        submit.shown = ShownFields::All;
    }
    if let Some(shown) =
        Segments::pills(view.say("submit-filter")).show(ui, Some(submit.shown), &options)
    {
        submit.shown = shown;
    }
    let sent = session.assessment().sent.last();
    if let Some(sent) = sent.filter(|_| last.is_none()) {
        let revision = ("revision", sent.revision.into());
        heading::note(ui, &view.say_with("submit-no-copy", &[revision]));
    }
}

fn lines_ui(
    ui: &mut Ui,
    view: &View<'_>,
    submit: &mut SubmitState,
    review: &Review,
    lines: &Rc<Vec<Line>>,
) {
    let table = Table::new(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let list = VirtualList::new("outgoing", (view.app.session_number(), submit.shown));
    let height = |_: &Ui, place: usize| table.height_of(&lines[place]);
    list.show(ui, lines.len(), height, |ui, place| {
        ui.set_min_height(table.height_of(&lines[place]));
        match &lines[place] {
            Line::Field(place) => {
                if let Some(field) = review.outgoing.get(*place) {
                    let open = submit.unfolded.contains(place);
                    if table.field_ui(ui, view, field, *place, open)
                        && !submit.unfolded.remove(place)
                    {
                        submit.unfolded.insert(*place);
                    }
                    rows::underline(ui);
                }
            }
            Line::Question(id) => question_ui(ui, view, id),
            heading => group_ui(ui, view, heading),
        }
    });
    ui.spacing_mut().item_spacing.y = space::XS;
}

fn group_ui(ui: &mut Ui, view: &View<'_>, line: &Line) {
    let words = match line {
        Line::Section(id) => view
            .instrument()
            .section(id)
            .map_or_else(|| id.to_string(), |section| section.title.clone()),
        Line::Unknown => view.say("submit-group-unknown"),
        Line::Kept => view.say("submit-group-kept"),
        _ => view.say("submit-group-head"),
    };
    ui.add_space(space::XL);
    heading::part_title(ui, &words);
}

fn question_ui(ui: &mut Ui, view: &View<'_>, id: &QuestionId) {
    ui.add_space(space::M);
    let question = view.instrument().question(id);
    let title = question.map_or_else(String::new, |question| question.title.clone());
    let values = [("id", id.as_str().into()), ("title", title.into())];
    let word = view.say_with("submit-question", &values);
    if question.is_none() {
        ui.label(word);
    } else if link::link(ui, word.trim_end()).clicked() {
        view.go_to_question(id);
    }
}

/// The columns of the list, or two lines for each field where there is no room for them.
struct Table {
    columns: Columns,
    wide: bool,
    row: f32,
}

impl Table {
    fn new(ui: &Ui) -> Self {
        let (wide, width) = (is_wide(ui), ui.available_width());
        let mark = Column::Fixed(size::ICON);
        let columns = if wide {
            let fate = Column::Fixed(size::NAME_COLUMN);
            Columns::new(width, &[mark, Column::Share(2.0), Column::Share(3.0), fate])
        } else {
            Columns::new(width, &[mark, Column::Share(1.0)])
        };
        let row = if wide { size::CONTROL } else { size::LINE };
        Self { columns, wide, row }
    }

    /// How high a line is while it is folded.
    fn height_of(&self, line: &Line) -> f32 {
        match line {
            Line::Field(_) => self.row,
            Line::Question(_) => size::CONTROL + space::S,
            _ => size::LINE - space::S,
        }
    }

    /// Shows a field; tells whether it was clicked, to unfold it or fold it away.
    fn field_ui(
        &self,
        ui: &mut Ui,
        view: &View<'_>,
        field: &Outgoing,
        place: usize,
        open: bool,
    ) -> bool {
        let label = view.words.subject(view.instrument(), &field.subject);
        let value = value_words(view, field);
        let fate = fate_words(view, field);
        let values = [
            ("field", label.as_str().into()),
            ("value", value.as_str().into()),
            ("fate", fate.as_str().into()),
        ];
        let row = RowButton::new(view.say_with("submit-field", &values), self.row).expanded(open);
        let response = row.show_grown(ui, Id::unique(("outgoing", place)), |ui| {
            self.columns.row(ui, self.row, |row| {
                row.cell(|ui| mark_ui(ui, field.is_sent()));
                if self.wide {
                    row.cell(|ui| ui.add(egui::Label::new(&label).truncate()));
                    row.cell(|ui| shown_value_ui(ui, &value, open));
                    row.cell(|ui| {
                        let ink = Tokens::of(ui).dim;
                        let width = ui.available_width();
                        heading::two_lines(ui, &fate, text::small(), ink, width)
                    });
                } else {
                    row.cell(|ui| {
                        ui.vertical(|ui| {
                            ui.add_space(space::S);
                            shown_value_ui(ui, &value, open);
                            let parts = [label.as_str(), &fate];
                            let ink = Tokens::of(ui).dim;
                            let words = egui::RichText::new(parts.join(" · "));
                            let words = words.font(text::small()).color(ink);
                            ui.add(egui::Label::new(words).truncate());
                        })
                    });
                }
            });
            if self.row < ui.min_rect().height() {
                ui.add_space(space::M);
            }
        });
        response.clicked()
    }
}

fn shown_value_ui(ui: &mut Ui, value: &str, open: bool) {
    let label = if open {
        egui::Label::new(value).wrap()
    } else {
        let first = value.lines().next().unwrap_or_default();
        egui::Label::new(first).truncate()
    };
    ui.add(label);
}

/// An arrow for what leaves, a bar for what stays.
fn mark_ui(ui: &mut Ui, leaves: bool) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
    if leaves {
        Icon::ArrowRight.paint(ui.painter(), rect.center(), size::ICON, tokens.accent.ink);
    } else {
        let stroke = egui::Stroke::new(line::BOLD, tokens.shape);
        let half = size::MARK / 2.0;
        let middle = rect.center().x;
        let range = rect.center().y - half..=rect.center().y + half;
        ui.painter().vline(middle, range, stroke);
    }
}

fn fate_words(view: &View<'_>, field: &Outgoing) -> String {
    let fate = view.say(match field.disclosure {
        Disclosure::Sent if field.since == Some(Since::Gone) => "submit-gone",
        Disclosure::Sent => "submit-leaves",
        Disclosure::Internal => "submit-stays-internal",
        Disclosure::Uncleared => "submit-stays-uncleared",
        Disclosure::NoLevel => "submit-stays-no-level",
        Disclosure::OnlyIfChosen => "submit-stays-unless-wished",
    });
    let since = match field.since {
        Some(Since::Changed) => "submit-since-changed",
        Some(Since::New) => "submit-since-new",
        Some(Since::Gone) if field.disclosure != Disclosure::Sent => "submit-since-gone",
        Some(Since::Same) if field.is_sent() => "submit-since-same",
        _ => return fate,
    };
    format!("{fate} · {}", view.say(since))
}

fn value_words(view: &View<'_>, outgoing: &Outgoing) -> String {
    let Outgoing { subject, value, .. } = outgoing;
    let states = &view.app.library().states;
    view.words
        .outgoing(view.instrument(), states, subject, value)
}

//! The actions of the plan, one row each: on the timeline, or without a date below it.

use egui::{Id, Ui};

use crate::analysis::{Plan, Step, Timeline};
use crate::app::Session;
use crate::domain::PlannedAction;
use crate::report::Mark;
use crate::ui::parts::is_wide;
use crate::ui::state::{ActionDraft, Dialog};
use crate::ui::tokens::{Tokens, line, size, space, text};
use crate::ui::view::View;
use crate::ui::widgets::{Column, Columns, RowButton, heading, timeline, underline};

/// Shows the actions that have a day, in the order of their days, below a scale.
pub fn timeline_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    plan: &Plan,
    stretch: &Timeline,
) {
    let ticks = view.words.ticks(stretch);
    let drawn = timeline::Timeline {
        days: stretch.days,
        today: stretch.today,
        ticks: &ticks,
    };
    let columns = is_wide(ui).then(|| columns(ui));
    ui.spacing_mut().item_spacing.y = 0.0;
    let lines = timeline::Timeline::begin_lines(ui);
    let today = view.say("plan-today");
    let alternative = view.words.scale(stretch, view.app.today());
    let scale = match &columns {
        Some(columns) => columns.row(ui, size::CONTROL, |row| {
            row.cell(|ui| heading::note(ui, &view.say("plan-column-what")));
            row.cell(|ui| drawn.scale(ui, &today, &alternative))
        }),
        None => drawn.scale(ui, &today, &alternative),
    };
    heading::hairline(ui);
    let top = ui.cursor().top();
    for step in &plan.dated {
        row_ui(ui, view, session, step, columns.as_ref(), Some(drawn));
    }
    if columns.is_some() {
        let down = egui::Rangef::new(top, ui.cursor().top() - line::HAIR);
        drawn.end_lines(ui, lines, scale.rect.x_range(), down);
    }
}

/// Shows the actions that have no day.
pub fn undated_ui(ui: &mut Ui, view: &View<'_>, session: &Session, plan: &Plan) {
    ui.spacing_mut().item_spacing.y = 0.0;
    heading::hairline(ui);
    for step in &plan.undated {
        row_ui(ui, view, session, step, None, None);
    }
}

fn columns(ui: &Ui) -> Columns {
    let widths = [
        Column::Share(2.0),
        Column::Share(3.0),
        Column::Fixed(size::DATE_COLUMN),
    ];
    Columns::new(ui.available_width(), &widths)
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    step: &Step,
    columns: Option<&Columns>,
    drawn: Option<timeline::Timeline<'_>>,
) {
    let Some(action) = session.assessment().actions.get(&step.action) else {
        return;
    };
    let line = Line {
        what: &action.what,
        about: about_words(view, action, step),
        when: action.by.map(|day| view.words.day(day)).unwrap_or_default(),
        due: view.words.due(step),
        is_overdue: step.is_overdue(),
    };
    let row = RowButton::new(line.spoken(), size::LINE);
    let id = Id::unique(("planned", step.action.0));
    let track = |ui: &mut Ui| {
        if let Some((drawn, day)) = drawn.zip(step.day) {
            drawn.track(ui, day, Mark::of(step), &line.when);
        }
    };
    let shown = row.show_grown(ui, id, |ui| match columns {
        Some(columns) => columns.row(ui, size::LINE, |row| {
            row.cell(|ui| lines_ui(ui, |ui| line.what_ui(ui)));
            row.cell(track);
            row.cell(|ui| lines_ui(ui, |ui| line.when_ui(ui)));
        }),
        None => {
            ui.vertical(|ui| {
                ui.add_space(space::S);
                line.what_ui(ui);
                if !line.when.is_empty() {
                    ui.add_space(space::XS);
                    track(ui);
                    line.when_beside_ui(ui);
                }
                ui.add_space(space::S);
            });
        }
    });
    underline(ui);
    if shown.clicked() {
        view.open(Dialog::Action(
            step.action,
            Box::new(ActionDraft::of(action)),
        ));
    }
}

/// Shows lines below each other, with room above and below.
fn lines_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.add_space(space::S);
        content(ui);
        ui.add_space(space::S);
    });
}

struct Line<'a> {
    what: &'a str,
    about: String,
    when: String,
    due: String,
    is_overdue: bool,
}

impl Line<'_> {
    /// All that the row shows.
    fn spoken(&self) -> String {
        let when = format!("{} {}", self.when, self.due);
        let parts = [self.what, when.trim(), &self.about];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(". ")
    }

    fn what_ui(&self, ui: &mut Ui) {
        let tokens = Tokens::of(ui);
        let width = ui.available_width();
        heading::two_lines(ui, self.what, text::body(), tokens.ink, width);
        if !self.about.is_empty() {
            heading::two_lines(ui, &self.about, text::small(), tokens.dim, width);
        }
    }

    fn when_ui(&self, ui: &mut Ui) {
        ui.label(&self.when);
        self.due_ui(ui);
    }

    fn when_beside_ui(&self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            ui.label(&self.when);
            self.due_ui(ui);
        });
    }

    fn due_ui(&self, ui: &mut Ui) {
        if self.is_overdue {
            heading::fault(ui, &self.due);
        } else {
            heading::note(ui, &self.due);
        }
    }
}

/// Who does it, in which area, and how many gaps it is to close.
fn about_words(view: &View<'_>, action: &PlannedAction, step: &Step) -> String {
    let mut areas = view.instrument().areas().iter();
    let area = areas.find(|area| Some(&area.id) == action.area.as_ref());
    let count = [("gaps", step.gaps.into()), ("closed", step.closed.into())];
    let gaps = match (step.gaps, step.closed) {
        (0, _) => String::new(),
        (_, 0) => view.say_with("plan-gaps", &count),
        _ => view.say_with("plan-gaps-closed", &count),
    };
    let parts = [
        action.who.clone(),
        area.map(|area| area.title.clone()).unwrap_or_default(),
        gaps,
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

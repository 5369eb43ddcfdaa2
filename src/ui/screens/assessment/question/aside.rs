//! What stands beside a question: the principles that it serves, last time, the 2007 replies, the
//! trail.

use egui::{Frame, ScrollArea, Ui};

use crate::analysis::{Profile, is_changed_since};
use crate::app::{Route, Session};
use crate::domain::{
    Amount, Answer, CarriedAnswer, Change, Field, Figure, Level, PublishedStatement, Question,
    Stamp,
};
use crate::ui::action::target::level_in_focus;
use crate::ui::parts::{last_time_words, profile_bar_ui};
use crate::ui::state::{Aside, UiState};
use crate::ui::tokens::{margin, space};
use crate::ui::view::View;
use crate::ui::widgets::{ActionButton, Icon, heading};

const TRAIL_LENGTH: usize = 6;

pub fn column_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let key = egui::Id::unique("aside");
    ScrollArea::vertical()
        .id_salt(key)
        .auto_shrink(false)
        .show(ui, |ui| {
            // Inside what scrolls, so that the bar of scrolling lies beside the words.
            let frame = Frame::NONE.inner_margin(margin::COLUMN);
            frame.show(ui, |ui| aside_ui(ui, view, state));
        });
}

/// Shows what stands beside the question, in the column or, in a narrow window, below it.
pub fn aside_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState) {
    let Route::Question(id, _) = view.app.route() else {
        return;
    };
    let Some((session, question)) = view.session().zip(view.instrument().question(id)) else {
        return;
    };
    let level = level_in_focus(view.app, state, question);
    served_ui(ui, view, session, question, level);
    changed_since_ui(ui, view, session, question);
    last_time_ui(ui, view, session, question);
    published_ui(ui, view, state, question);
    trail_ui(ui, view, session, question);
}

fn part_ui(ui: &mut Ui, title: &str, content: impl FnOnce(&mut Ui)) {
    heading::small_title(ui, title);
    ui.add_space(space::XS);
    content(ui);
    ui.add_space(space::XL);
}

/// The profiles that the cell in focus counts in.
fn served_ui(
    ui: &mut Ui,
    view: &View<'_>,
    session: &Session,
    question: &Question,
    level: Option<Level>,
) {
    let Some(level) = level.filter(|_| question.counts()) else {
        let words = match (question.counts(), question.has_cells()) {
            (true, _) => "aside-level-lacking",
            (false, true) => "aside-fact",
            (false, false) => "aside-not-counted",
        };
        part_ui(ui, &view.say("aside-moves"), |ui| {
            heading::note(ui, &view.say(words));
        });
        return;
    };
    part_ui(ui, &view.say("aside-moves"), |ui| {
        if question.principles.is_empty() {
            heading::note(ui, &view.say("aside-serves-none"));
        }
        for served in &question.principles {
            let profile = session
                .analysis()
                .coverage
                .principle(served.principle, level);
            let title = principle_title(view, served.principle);
            heading::body(ui, &title).on_hover_text(&served.reason);
            if let Some(profile) = profile {
                profile_ui(ui, view, &title, profile);
            }
            heading::note(ui, &served.reason);
            ui.add_space(space::M);
        }
    });
}

fn principle_title(view: &View<'_>, number: u8) -> String {
    let mut principles = view.instrument().principles().iter();
    let principle = principles.find(|principle| principle.number == number);
    let title = principle.map_or("", |principle| principle.title.as_str());
    view.say_with(
        "aside-principle",
        &[("title", title.into()), ("number", number.into())],
    )
}

fn profile_ui(ui: &mut Ui, view: &View<'_>, title: &str, profile: &Profile) {
    let words = view.words.profile(profile);
    profile_bar_ui(ui, view, profile, &format!("{title}: {words}"));
    heading::note(ui, &words);
}

/// That the question has a new revision since it was answered, and the way to confirm the answer.
fn changed_since_ui(ui: &mut Ui, view: &View<'_>, session: &Session, question: &Question) {
    let answer = session.assessment().answers.get(&question.id);
    if !answer.is_some_and(|answer| is_changed_since(question, answer)) {
        return;
    }
    part_ui(ui, &view.say("aside-changed-since"), |ui| {
        heading::body(ui, &view.say("aside-changed-since-note"));
        let confirm = ActionButton::plain(view.say("aside-confirm")).before(Icon::Check);
        if confirm.enabled(view.can_write()).show(ui).clicked() {
            view.edit(Change::Confirm(question.id.clone()));
        }
    });
}

/// What the last reply said.
fn last_time_ui(ui: &mut Ui, view: &View<'_>, session: &Session, question: &Question) {
    let Some(previous) = &session.assessment().previous else {
        return;
    };
    let Some(answer) = previous.answers.get(&question.id) else {
        return;
    };
    let title = last_time_words(view, &previous.call, previous.date);
    part_ui(ui, &title, |ui| {
        if answer.revision != question.revision {
            heading::note(ui, &view.say("aside-asked-otherwise"));
        }
        carried_ui(ui, view, answer);
    });
}

fn carried_ui(ui: &mut Ui, view: &View<'_>, answer: &CarriedAnswer) {
    for (level, standing) in &answer.standings {
        let standing = view.words.standing_in_full(Some(*standing));
        heading::body(ui, &format!("{}: {standing}", view.words.level(*level)));
    }
    for (field, text) in &answer.texts {
        ui.add_space(space::XS);
        heading::note(ui, &view.words.text(*field));
        heading::body(ui, text);
    }
}

/// What the 2007 report says about the question, worked out once for each question.
fn published_ui(ui: &mut Ui, view: &View<'_>, state: &mut UiState, question: &Question) {
    if state
        .aside
        .as_ref()
        .is_none_or(|aside| aside.question != question.id)
    {
        let lines = published_lines(view, question);
        state.aside = Some(Aside {
            question: question.id.clone(),
            lines,
        });
    }
    let Some(aside) = &state.aside else { return };
    if aside.lines.is_empty() {
        return;
    }
    part_ui(ui, &view.say("aside-2007"), |ui| {
        for line in &aside.lines {
            heading::body(ui, line);
        }
        heading::note(ui, &view.say("aside-2007-caution"));
    });
}

/// Who said what, and when; newest first.
fn trail_ui(ui: &mut Ui, view: &View<'_>, session: &Session, question: &Question) {
    let Some(answer) = session.assessment().answers.get(&question.id) else {
        return;
    };
    let mut stamps: Vec<(&Field, &Stamp)> = answer.stamps.iter().collect();
    if stamps.is_empty() {
        return;
    }
    stamps.sort_by_key(|(_, stamp)| std::cmp::Reverse(stamp.when));
    part_ui(ui, &view.say("aside-trail"), |ui| {
        for (field, stamp) in stamps.iter().take(TRAIL_LENGTH) {
            let words = format!(
                "{} — {}",
                phrases(view, answer, field),
                by_words(view, stamp)
            );
            heading::note(ui, &words);
        }
        if let Some(stamp) = &answer.cleared {
            let by = by_words(view, stamp);
            heading::note(ui, &view.say_with("aside-cleared-by", &[("by", by.into())]));
        }
    });
}

fn by_words(view: &View<'_>, stamp: &Stamp) -> String {
    let when = view.words.moment(stamp.when);
    let who = [stamp.who.as_str(), &stamp.body]
        .into_iter()
        .find(|words| !words.is_empty());
    match who {
        Some(who) => format!("{who}, {when}"),
        None => view.say_with("aside-by-nobody", &[("when", when.into())]),
    }
}

/// What was said, in a few words.
fn phrases(view: &View<'_>, answer: &Answer, field: &Field) -> String {
    match field {
        Field::Standing(level) => {
            let standing = view.words.standing_in_full(answer.standing(*level));
            format!("{}: {standing}", view.words.level(*level))
        }
        field => view.words.field(view.instrument(), field),
    }
}

/// One line for each thing that the report says about the question; none where it is silent.
pub fn published_lines(view: &View<'_>, question: &Question) -> Vec<String> {
    let round = &view.app.library().round;
    let mut lines: Vec<String> = question
        .levels
        .iter()
        .filter_map(|level| Some((*level, round.statement(&question.id, *level)?)))
        .flat_map(|(level, statement)| statement_lines(view, question, level, &statement))
        .collect();
    for option in round.options(&question.id) {
        let crate::domain::Kind::Choice(options) = &question.kind else {
            break;
        };
        let title = options.iter().find(|each| each.id == *option.option);
        let title = title.map_or_else(|| option.option.to_string(), |each| each.title.clone());
        let count = option.states.len().into();
        lines.push(view.say_with(
            "published-option",
            &[("title", title.into()), ("count", count)],
        ));
    }
    for example in round.examples_of(&question.id) {
        let state = round.name_of(example.state).unwrap_or_default();
        let paragraph = example.place.paragraph;
        lines.push(view.say_with(
            "published-example",
            &[
                ("state", state.into()),
                ("text", example.text.as_str().into()),
                ("paragraph", paragraph.into()),
            ],
        ));
    }
    lines.extend(unnamed_lines(view, question));
    lines
}

/// What the report tells of several States, or of all, without naming them.
fn unnamed_lines(view: &View<'_>, question: &Question) -> Vec<String> {
    let round = &view.app.library().round;
    let say = |key, name, text: &str, paragraph: u8| {
        view.say_with(key, &[(name, text.into()), ("paragraph", paragraph.into())])
    };
    let observations = round
        .observations
        .iter()
        .filter(|each| each.questions.contains(&question.id))
        .map(|each| (&each.text, each.place.paragraph));
    let obstacles = round
        .obstacles
        .iter()
        .filter(|each| each.question == question.id)
        .map(|each| (&each.text, each.place.paragraph));
    let mut lines: Vec<String> = observations
        .chain(obstacles)
        .map(|(text, paragraph)| say("published-observation", "text", text, paragraph))
        .collect();
    let networks: Vec<_> = round
        .networks
        .iter()
        .filter(|network| network.question == question.id)
        .collect();
    if let Some(first) = networks.first() {
        let names: Vec<&str> = networks.iter().map(|each| each.name.as_str()).collect();
        let paragraph = first.place.paragraph;
        lines.push(say(
            "published-networks",
            "names",
            &names.join(", "),
            paragraph,
        ));
    }
    lines
}

fn statement_lines(
    view: &View<'_>,
    question: &Question,
    level: Level,
    statement: &PublishedStatement<'_>,
) -> Vec<String> {
    let mut lines = Vec::new();
    let one_level = question.levels.len() == 1;
    let figures = [
        ("published-yes", "published-yes-unnamed", &statement.yes),
        (
            "published-in-part",
            "published-in-part-unnamed",
            &statement.in_part,
        ),
        (
            "published-yes-or-in-part",
            "published-yes-or-in-part-unnamed",
            &statement.yes_or_in_part,
        ),
        ("published-no", "published-no-unnamed", &statement.no),
    ];
    for (named, unnamed, figure) in figures {
        let Some(figure) = figure else { continue };
        let count = amount_words(view, figure);
        let key = if figure.states.is_empty() {
            unnamed
        } else {
            named
        };
        let words = view.say_with(
            key,
            &[
                ("count", count.into()),
                ("replies", statement.replies.into()),
                ("paragraph", figure.place.paragraph.into()),
            ],
        );
        if one_level {
            lines.push(words);
        } else {
            lines.push(format!("{}: {words}", view.words.level(level)));
        }
    }
    for doubt in &statement.doubts {
        lines.push(doubt.text.clone());
    }
    lines
}

fn amount_words(view: &View<'_>, figure: &Figure) -> String {
    match figure.amount {
        Amount::Number(count) => count.to_string(),
        Amount::Most => view.say("published-most"),
        Amount::Majority => view.say("published-majority"),
    }
}

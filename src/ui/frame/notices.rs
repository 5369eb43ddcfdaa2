//! What there is to tell, below the bar, until it is put away or solved.

use egui::{Frame, Id, Label, Panel, RichText, Ui};

use crate::app::round::RoundSession;
use crate::app::{
    Command, Notice, NoticeKind, ReadReason, Received, Route, SaveState, Session, Severity, Work,
};
use crate::ui::state::file_dialog::Purpose;
use crate::ui::tokens::{Tokens, margin, text};
use crate::ui::view::View;
use crate::ui::widgets::{Gravity, NoticeEvent, notice};

/// Shows failed saves and what is open to read first, then all notices, newest first.
pub fn notices_ui(ui: &mut Ui, view: &View<'_>) {
    sample_ui(ui, view);
    let standing = standing_notices(view);
    let waits = waits(view);
    if standing.is_empty() && waits.is_empty() && view.app.notices().is_empty() {
        return;
    }
    Panel::top("notices").frame(Frame::NONE).show(ui, |ui| {
        for (work, gravity, words) in &standing {
            standing_ui(ui, view, *work, *gravity, words);
        }
        for (words, number) in waits {
            waiting_ui(ui, view, &words, number);
        }
        for (position, each) in view.app.notices().iter().enumerate().rev() {
            notice_ui(ui, view, position, each);
        }
    });
}

/// What stays as long as it is so: a save that failed, a file that is open only to read. Of the
/// round, on every screen where it could not be saved.
fn standing_notices(view: &View<'_>) -> Vec<(Work, Gravity, String)> {
    let on_round = *view.app.route() == Route::Round;
    let assessment = view
        .session()
        .map(|session| (Work::Assessment, session.save_state()));
    let round = view
        .app
        .round()
        .and_then(|round| Some((Work::Round, round.save_state()?)));
    let round = round.filter(|(_, state)| on_round || matches!(state, SaveState::Failed(_)));
    let states = assessment.filter(|(_, state)| {
        // What the round says is not said of an assessment that is out of sight.
        !on_round || matches!(state, SaveState::Failed(_))
    });
    let states = states.into_iter().chain(round);
    let notices = states.filter_map(|(work, state)| {
        let (gravity, words) = standing_notice(view, &state)?;
        Some((work, gravity, words))
    });
    notices.collect()
}

fn standing_notice(view: &View<'_>, state: &SaveState<'_>) -> Option<(Gravity, String)> {
    match state {
        SaveState::Failed(fault) => {
            let words = view.say_with(
                "notice-save-failed",
                &[("fault", view.words.explain(*fault).into())],
            );
            Some((Gravity::Error, words))
        }
        SaveState::ReadOnly(reason) => {
            let words = match reason {
                ReadReason::Held(holder) => view.say_with(
                    "notice-read-held",
                    &[("holder", view.words.explain(holder).into())],
                ),
                ReadReason::Unwritable(fault) => view.say_with(
                    "notice-read-only",
                    &[("fault", view.words.explain(fault).into())],
                ),
                ReadReason::Backup(taken) => {
                    let when = view.words.moment(*taken);
                    view.say_with("notice-read-backup", &[("when", when.into())])
                }
            };
            Some((Gravity::Warning, words))
        }
        SaveState::Saved(_) | SaveState::Saving => None,
    }
}

/// What the window waits for, with its number; without one, the end of the window.
fn waits(view: &View<'_>) -> Vec<(String, Option<u64>)> {
    let waits = view.app.waiting();
    let waits = waits.map(|waiting| (view.words.explain(&waiting.what), Some(waiting.number)));
    let closes = view.app.closes_slowly();
    let closing = closes.then(|| (view.say("waiting-to-close"), None));
    waits.chain(closing).collect()
}

/// Says what the window waits for, with a way not to.
fn waiting_ui(ui: &mut Ui, view: &View<'_>, words: &str, number: Option<u64>) {
    let shown = notice::Notice {
        gravity: Gravity::Information,
        words,
        details: None,
        acts: &[&view.say("waiting-stop")],
        close: None,
    };
    if shown.show(ui, Id::unique(("waiting", number))).is_some() {
        view.send(number.map_or(Command::StopClosing, Command::StopWaiting));
    }
}

/// Samples say so on every screen.
fn sample_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(source) = sample_in_sight(view) else {
        return;
    };
    let fill = Tokens::of(ui).accent.soft;
    let frame = Frame::NONE.fill(fill).inner_margin(margin::STRIP);
    Panel::top("sample")
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            let key = if *view.app.route() == Route::Received {
                "received-sample"
            } else {
                "notice-sample"
            };
            let words = view.say_with(key, &[("source", source.into())]);
            let ink = Tokens::of(ui).ink;
            ui.add(Label::new(RichText::new(words).font(text::small()).color(ink)).wrap());
        });
}

/// What the sample that the screen is about was reconstructed from; a reply that came in is one, or
/// is none, by itself.
fn sample_in_sight(view: &View<'_>) -> Option<String> {
    if *view.app.route() == Route::Received {
        let found = view.app.received().and_then(Received::examined);
        return found?.reply.as_ref()?.sample.clone();
    }
    view.session()?.assessment().sample.clone()
}

/// Shows what stays, with the ways out: another name, or, where somebody may only have left a note
/// behind, the file itself.
fn standing_ui(ui: &mut Ui, view: &View<'_>, work: Work, gravity: Gravity, words: &str) {
    let elsewhere = view.say("command-save-elsewhere");
    let take_over = view.say("notice-take-over");
    let acts: &[&str] = if may_take_over(view, work) {
        &[&elsewhere, &take_over]
    } else {
        &[&elsewhere]
    };
    let shown = notice::Notice {
        gravity,
        words,
        details: None,
        acts,
        close: None,
    };
    match shown.show(ui, Id::unique(("standing_notice", work == Work::Round))) {
        Some(NoticeEvent::Act(0)) => view.ask_for_file(match work {
            Work::Assessment => Purpose::SaveElsewhere,
            Work::Round => Purpose::SaveRound,
        }),
        Some(NoticeEvent::Act(_)) => view.send(Command::TakeOver),
        _ => {}
    }
}

/// Whether the one who is said to have the file may have left that note behind in a crash.
fn may_take_over(view: &View<'_>, work: Work) -> bool {
    let state = match work {
        Work::Assessment => view.session().map(Session::save_state),
        Work::Round => view.app.round().and_then(RoundSession::save_state),
    };
    state.is_some_and(|state| state.may_be_taken_over())
}

fn notice_ui(ui: &mut Ui, view: &View<'_>, position: usize, each: &Notice) {
    let gravity = match each.severity() {
        Severity::Done => Gravity::Success,
        Severity::Warning => Gravity::Warning,
        Severity::Error => Gravity::Error,
    };
    let words = view.words.explain(&each.message);
    let more = view.say("notice-details");
    let close = view.say("notice-close");
    let in_folder = view.say("command-show-in-folder");
    let (written, acts): (_, &[&str]) = match &each.message {
        NoticeKind::ReportWritten(path, _) => (Some(path), &[&in_folder]),
        _ => (None, &[]),
    };
    let details = each.details.iter().map(|each| view.words.explain(each));
    let details = details.collect::<Vec<_>>().join("\n");
    let shown = notice::Notice {
        gravity,
        words: &words,
        details: (!details.is_empty()).then_some((more.as_str(), details.as_str())),
        acts,
        close: Some(&close),
    };
    match shown.show(ui, Id::unique(("notice", position))) {
        Some(NoticeEvent::Closed) => view.send(Command::Dismiss(each.clone())),
        Some(NoticeEvent::Act(_)) => {
            if let Some(path) = written {
                view.send(Command::ShowInFolder(path.clone()));
            }
        }
        None => {}
    }
}

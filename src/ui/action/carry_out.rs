//! What each action comes to in the window: a command, a dialog, or another focus.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use super::Action;
use super::target::{
    level_in_focus, levels_of, question, questions_route, search_id, search_route,
};
use crate::app::delivery::Form;
use crate::app::reporting::WhichReport;
use crate::app::round::{RoundCommand, RoundSession, suggested_round_name};
use crate::app::{self, App, Command, Notice, Progress, QuestionView, Route, SaveState, Task};
use crate::domain::{Answer, Change, EvidenceId, FieldValue, QuestionId, Standing};
use crate::store::{self, Settings, TextSize};
use crate::ui::state::file_dialog::{FileDialog, Purpose, Suggestion};
use crate::ui::state::{
    Dialog, EvidenceDraft, Leaving, NewDraft, PaletteDraft, PathDraft, StateDraft, UiState,
};
use crate::ui::view::{UiEvent, UiEvents};
use crate::words::Words;

/// The steps of the text's size, in per cent.
const TEXT_STEP: u16 = 10;

pub fn carry_out(
    action: Action,
    app: &App,
    state: &mut UiState,
    events: &UiEvents,
    ctx: &Context,
    words: &Words,
) {
    let send = |command| events.add(UiEvent::Command(command));
    let go = |route| send(Command::Go(route));
    match action {
        Action::New => state.open(Dialog::New(NewDraft::default())),
        Action::NewFrom => {
            if let Some(session) = app.session() {
                let from = session.path().to_owned();
                ask_for_file(Purpose::NewFrom(from), app, state, ctx, words);
            }
        }
        Action::Example => state.open(Dialog::Example(StateDraft::default())),
        Action::Open => ask_for_file(Purpose::Open, app, state, ctx, words),
        Action::SaveCopy => ask_for_file(Purpose::SaveCopy, app, state, ctx, words),
        Action::SaveElsewhere => {
            state.closes_once_saved = false;
            ask_for_file(Purpose::SaveElsewhere, app, state, ctx, words);
        }
        Action::ShowInFolder => show_in_folder(app, events),
        Action::Backups => send(Command::Backups),
        Action::ShowReport => {
            state.report.come_from(app.route());
            go(Route::Report);
        }
        Action::Close => send(Command::Close),
        Action::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        Action::Undo => send(Command::Undo),
        Action::Redo => send(Command::Redo),
        Action::Answer(standing) => answer(app, state, Some(standing), &send),
        Action::TakeStanding => answer(app, state, None, &send),
        Action::Flag | Action::ClearForSending | Action::ClearSection => {
            if let Some(change) = change_of_answer(action, app) {
                send(Command::Edit(Box::new(change)));
            }
        }
        Action::AddEvidence => {
            if let Some(question) = question(app) {
                let id = EvidenceId(store::new_identity());
                let draft = Box::new(EvidenceDraft::of(None));
                state.open(Dialog::Evidence(question.id.clone(), id, draft));
            }
        }
        Action::BeginRound => {
            send(round(RoundCommand::Begin));
            go(Route::Round);
        }
        Action::OpenRound => ask_for_file(Purpose::OpenRound, app, state, ctx, words),
        Action::AddReplies => ask_for_file(Purpose::RoundFiles, app, state, ctx, words),
        Action::AddFolder => ask_for_file(Purpose::RoundFolder, app, state, ctx, words),
        Action::ReadAgain => send(round(RoundCommand::ReadAgain)),
        Action::SaveRound => ask_for_file(Purpose::SaveRound, app, state, ctx, words),
        Action::CloseRound if app.round().is_some_and(would_lose_round) => {
            state.open(Dialog::RoundUnsaved(Leaving::Round));
        }
        Action::CloseRound => send(round(RoundCommand::Close)),
        Action::ShowStart => go(Route::Start),
        Action::ShowProfile => go(Route::Profile),
        Action::ShowQuestions => go(questions_route(app)),
        Action::ShowGaps => go(Route::Gaps),
        Action::ShowPlan => go(Route::Plan),
        Action::ShowCompare => go(Route::Compare),
        Action::ShowSubmit => go(Route::Submit),
        Action::ShowRound => go(Route::Round),
        Action::ShowGuidelines => go(Route::Guidelines(None)),
        Action::ShowOrigins => go(Route::Origins),
        Action::ShowSettings => go(Route::Settings),
        Action::Next | Action::Previous | Action::NextOpen => {
            if let Some(route) = neighbour(action, app) {
                state.level = None;
                go(route);
            }
        }
        Action::LevelUp => move_level(app, state, -1),
        Action::LevelDown => move_level(app, state, 1),
        Action::ChangeView => {
            if let Route::Question(id, view) = app.route() {
                let other = match view {
                    QuestionView::One => QuestionView::Table,
                    QuestionView::Table => QuestionView::One,
                };
                go(Route::Question(id.clone(), other));
            }
        }
        Action::Back => send(Command::Back),
        Action::Search => search(app, state, &go),
        Action::Palette => state.open(Dialog::Palette(PaletteDraft::default())),
        Action::LargerText => send(text_size(app.settings(), i32::from(TEXT_STEP))),
        Action::SmallerText => send(text_size(app.settings(), -i32::from(TEXT_STEP))),
    }
}

/// Brings the keyboard to the search field, which stands beside the questions.
fn search(app: &App, state: &mut UiState, go: &dyn Fn(Route)) {
    let Some(route) = search_route(app) else {
        return;
    };
    if *app.route() != route {
        go(route);
    }
    state.sections_open = true;
    state.focus = Some(search_id(app));
}

fn round(command: RoundCommand) -> Command {
    Command::Round(Box::new(command))
}

/// Whether closing the round would lose something, so that it is asked about first.
fn would_lose_round(round: &RoundSession) -> bool {
    match round.save_state() {
        None => !round.is_empty(),
        Some(state) => matches!(state, SaveState::Failed(_)),
    }
}

fn answer(app: &App, state: &UiState, standing: Option<Standing>, send: &dyn Fn(Command)) {
    let Some(question) = question(app) else {
        return;
    };
    let Some(level) = level_in_focus(app, state, question) else {
        return;
    };
    let value = Box::new(FieldValue::Standing(level, standing));
    send(Command::Edit(Box::new(Change::Set(
        question.id.clone(),
        value,
    ))));
}

fn move_level(app: &App, state: &mut UiState, by: isize) {
    let Some(question) = question(app) else {
        return;
    };
    let levels = levels_of(app, question);
    let Some(level) = level_in_focus(app, state, question) else {
        return;
    };
    let position = levels
        .iter()
        .position(|each| *each == level)
        .unwrap_or_default();
    let moved = position.saturating_add_signed(by);
    state.level = levels.get(moved).copied().or(state.level);
}

fn change_of_answer(action: Action, app: &App) -> Option<Change> {
    let question = question(app)?;
    let assessment = app.session()?.assessment();
    let answer = assessment.answers.get(&question.id);
    let id = question.id.clone();
    Some(match action {
        Action::Flag => {
            let flagged = answer.is_some_and(|answer| answer.flag);
            Change::Set(id, Box::new(FieldValue::Flag(!flagged)))
        }
        Action::ClearForSending if answer.is_some_and(|answer| answer.cleared.is_some()) => {
            Change::Reopen(id)
        }
        Action::ClearForSending => Change::Clear(id),
        _ => {
            let clearable = |id: &QuestionId| {
                let answer = assessment.answers.get(id);
                answer.is_some_and(|answer: &Answer| !answer.is_empty() && answer.cleared.is_none())
            };
            let section = app.instrument().questions_of(&question.section);
            let ids = section
                .map(|question| question.id.clone())
                .filter(clearable);
            Change::Several(ids.map(Change::Clear).collect())
        }
    })
}

fn neighbour(action: Action, app: &App) -> Option<Route> {
    let Route::Question(id, view) = app.route() else {
        return None;
    };
    let path = app.path();
    let next = match action {
        Action::Next => path.next(id),
        Action::Previous => path.previous(id),
        _ => {
            let assessment = app.session()?.assessment();
            path.next_open(app.instrument(), assessment, id)
        }
    };
    Some(Route::Question(next?.clone(), *view))
}

fn text_size(settings: &Settings, by: i32) -> Command {
    let size = i32::from(settings.text_size.per_cent()) + by;
    let mut settings = settings.clone();
    settings.text_size = TextSize::new(u16::try_from(size).unwrap_or_default());
    Command::Settings(Box::new(settings))
}

/// Opens the machine's dialog for a path.
pub fn ask_for_file(
    purpose: Purpose,
    app: &App,
    state: &mut UiState,
    ctx: &Context,
    words: &Words,
) {
    if state.file_dialog.is_some() {
        // One is open already: its answer must not go nowhere.
        return;
    }
    let title = words.say(match purpose {
        Purpose::Open => "file-open-title",
        Purpose::New(..) | Purpose::NewFrom(_) => "file-new-title",
        Purpose::ChooseLast => "file-last-title",
        Purpose::Compare => "file-compare-title",
        Purpose::Example(_) => "file-example-title",
        Purpose::Attach => "file-attach-title",
        Purpose::SaveCopy => "file-copy-title",
        Purpose::SaveElsewhere => "file-elsewhere-title",
        Purpose::Submit(_, Form::Submission) => "file-submission-title",
        Purpose::Submit(_, Form::Package) => "file-package-title",
        Purpose::SaveLetter => "file-letter-title",
        Purpose::Report(..) => "file-report-title",
        Purpose::OpenRound => "file-open-round-title",
        Purpose::RoundFiles => "file-round-files-title",
        Purpose::RoundFolder => "file-round-folder-title",
        Purpose::SaveRound => "file-save-round-title",
    });
    let filter = words.say(match purpose {
        Purpose::Submit(_, Form::Package) => "file-package-filter",
        Purpose::SaveLetter => "file-letter-filter",
        Purpose::Report(..) => "file-report-filter",
        Purpose::OpenRound | Purpose::SaveRound => "file-filter-rounds",
        _ => "file-filter",
    });
    let name = match &purpose {
        Purpose::Open
        | Purpose::ChooseLast
        | Purpose::Compare
        | Purpose::Attach
        | Purpose::OpenRound
        | Purpose::RoundFiles
        | Purpose::RoundFolder => String::new(),
        Purpose::NewFrom(last) => app::file::suggested_next_name(last, app.today()),
        Purpose::New(code, _) => app::file::suggested_name(*code, app.today()),
        Purpose::Example(code) => app::file::suggested_sample_name(*code),
        Purpose::Submit(request, form) => app.suggested_reply_name(request, *form),
        Purpose::SaveLetter => app.suggested_letter_name(),
        Purpose::Report(which, _) => app.suggested_report_name(which, purpose.ending()),
        Purpose::SaveRound => round_name(app),
        Purpose::SaveCopy | Purpose::SaveElsewhere => {
            let path = app
                .session()
                .map(|session| app::file::suggested_copy_name(session.path()));
            path.unwrap_or_default()
        }
    };
    let folder = match purpose {
        Purpose::SaveRound => round_folder(app),
        Purpose::Report(ref which, _) if matches!(**which, WhichReport::Round(_)) => {
            round_folder(app)
        }
        _ => app::suggested_folder(app.settings()),
    };
    let name = if name.is_empty() {
        name
    } else {
        free_name(app, ctx, &folder, name)
    };
    let suggestion = Suggestion {
        title,
        filter,
        folder,
        name,
    };
    if purpose != Purpose::Attach {
        state.put_dialog_away();
    }
    if state.typed_paths {
        type_path(state, purpose, suggestion);
    } else {
        state.file_dialog = Some(FileDialog::open(purpose, suggestion, app, ctx));
    }
}

/// The name, or the next one that is free in the folder; the name as it is, where the disk does not
/// say soon which are. Nothing that stands there is written over without a question.
fn free_name(app: &App, ctx: &Context, folder: &Path, name: String) -> String {
    let (ctx, folder, wanted) = (ctx.clone(), folder.to_owned(), name.clone());
    let wake = Arc::new(move || ctx.request_repaint());
    let task = Task::spawn("name", wake, move || app::file::free_name(&folder, wanted));
    match task.wait(app.patience()) {
        Progress::Ready(free) => free,
        Progress::Pending | Progress::Ended => name,
    }
}

fn round_name(app: &App) -> String {
    let call = app
        .round()
        .and_then(|round| round.collation().call.as_deref());
    suggested_round_name(call.unwrap_or_default())
}

/// The folder that the round is in, or that holds the first of its sources; none that is a source
/// itself, since what is written there would be read as a reply.
fn round_folder(app: &App) -> PathBuf {
    let beside = app.round().and_then(|round| {
        let sources = round.noted().sources.iter();
        let sources: Vec<PathBuf> = sources.map(|source| round.source_path(source)).collect();
        let known = round.own_path().or(sources.first().map(PathBuf::as_path))?;
        let mut folders = known.ancestors().skip(1);
        let folder = folders.find(|folder| !sources.iter().any(|source| source == folder));
        folder.map(Path::to_owned)
    });
    beside.unwrap_or_else(|| app::suggested_folder(app.settings()))
}

/// Lets the path be typed, where the machine has no dialog of its own.
pub fn type_path(state: &mut UiState, purpose: Purpose, suggestion: Suggestion) {
    match (purpose, &mut state.dialog) {
        (Purpose::Attach, Some(Dialog::Evidence(_, _, draft))) => draft.type_path(),
        (Purpose::Attach, _) => {}
        (purpose, _) => {
            state.put_dialog_away();
            state.open(Dialog::Path(PathDraft::new(purpose, suggestion)));
        }
    }
}

fn show_in_folder(app: &App, events: &UiEvents) {
    let Some(path) = app.file_in_sight() else {
        return;
    };
    if let Err(fault) = store::show_in_folder(path) {
        events.add(UiEvent::Command(Command::Notify(Notice::fault(&fault))));
    }
}

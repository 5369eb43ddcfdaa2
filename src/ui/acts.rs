//! What each act comes to in the window: a command, a dialog, or another focus.

use std::path::{Path, PathBuf};

use egui::{Context, Id, ViewportCommand};

use super::dialogs::{self, Dialog, NewDraft, PaletteDraft, PathDraft, StateDraft};
use super::file_dialog::{FileDialog, Purpose, Suggestion};
use super::state::UiState;
use super::view::{Wish, Wishes};
use crate::app::delivery::Form;
use crate::app::reporting::WhichReport;
use crate::app::round::suggested_round_name;
use crate::app::{self, Act, App, Command, Notice, QuestionView, Route};
use crate::domain::{
    Answer, Change, EvidenceId, FieldValue, Level, Question, QuestionId, Standing,
};
use crate::store::{self, Settings, TextSize};
use crate::words::Words;

/// The steps of the text's size, in per cent.
const TEXT_STEP: u16 = 10;

/// The id of the search field.
pub fn search_id(app: &App) -> Id {
    Id::unique(("search", app.session_number()))
}

/// Carries an act out.
pub fn carry_out(
    act: Act,
    app: &App,
    state: &mut UiState,
    wishes: &Wishes,
    ctx: &Context,
    words: &Words,
) {
    let send = |command| wishes.add(Wish::Command(command));
    let go = |route| send(Command::Go(route));
    match act {
        Act::New => state.open(Dialog::New(NewDraft::default())),
        Act::NewFrom => {
            if let Some(session) = app.session() {
                let from = session.path().to_owned();
                ask_for_file(Purpose::NewFrom(from), app, state, ctx, words);
            }
        }
        Act::Example => state.open(Dialog::Example(StateDraft::default())),
        Act::Open => ask_for_file(Purpose::Open, app, state, ctx, words),
        Act::SaveCopy => ask_for_file(Purpose::SaveCopy, app, state, ctx, words),
        Act::SaveElsewhere => {
            state.closes_once_saved = false;
            ask_for_file(Purpose::SaveElsewhere, app, state, ctx, words);
        }
        Act::ShowInFolder => show_in_folder(app, wishes),
        Act::Backups => match app
            .session()
            .and_then(app::Session::backups)
            .map(store::Backups::list)
        {
            Some(Ok(backups)) => state.open(Dialog::Backups(backups)),
            Some(Err(fault)) => send(Command::Notify(Notice::fault(&fault))),
            None => {}
        },
        Act::ShowReport => {
            state.report.come_from(app.route());
            go(Route::Report);
        }
        Act::Close => send(Command::Close),
        Act::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        Act::Undo => send(Command::Undo),
        Act::Redo => send(Command::Redo),
        Act::Answer(standing) => answer(app, state, Some(standing), &send),
        Act::TakeStanding => answer(app, state, None, &send),
        Act::Flag | Act::ClearForSending | Act::ClearSection => {
            if let Some(change) = change_of_answer(act, app) {
                send(Command::Edit(Box::new(change)));
            }
        }
        Act::AddEvidence => {
            if let Some(question) = question(app) {
                let id = EvidenceId(store::new_identity());
                let draft = Box::new(dialogs::evidence_draft(None));
                state.open(Dialog::Evidence(question.id.clone(), id, draft));
            }
        }
        Act::ShowStart => go(Route::Start),
        Act::ShowProfile => go(Route::Profile),
        Act::ShowQuestions => go(questions_route(app)),
        Act::ShowGaps => go(Route::Gaps),
        Act::ShowPlan => go(Route::Plan),
        Act::ShowCompare => go(Route::Compare),
        Act::ShowSubmit => go(Route::Submit),
        Act::ShowRound => go(Route::Round),
        Act::ShowGuidelines => go(Route::Guidelines(None)),
        Act::ShowOrigins => go(Route::Origins),
        Act::ShowSettings => go(Route::Settings),
        Act::Next | Act::Previous | Act::NextOpen => {
            if let Some(route) = neighbour(act, app) {
                state.level = None;
                go(route);
            }
        }
        Act::LevelUp => move_level(app, state, -1),
        Act::LevelDown => move_level(app, state, 1),
        Act::ChangeView => {
            if let Route::Question(id, view) = app.route() {
                let other = match view {
                    QuestionView::One => QuestionView::Table,
                    QuestionView::Table => QuestionView::One,
                };
                go(Route::Question(id.clone(), other));
            }
        }
        Act::Back => send(Command::Back),
        Act::Search => search(app, state, &go),
        Act::Palette => state.open(Dialog::Palette(PaletteDraft::default())),
        Act::LargerText => send(text_size(app.settings(), i32::from(TEXT_STEP))),
        Act::SmallerText => send(text_size(app.settings(), -i32::from(TEXT_STEP))),
    }
}

/// Brings the keyboard to the search field, which stands beside the questions.
fn search(app: &App, state: &mut UiState, go: &dyn Fn(Route)) {
    if app.session().is_none() {
        return;
    }
    let route = questions_route(app);
    if !matches!(route, Route::Question(..)) {
        return;
    }
    if *app.route() != route {
        go(route);
    }
    state.sections_open = true;
    state.focus = Some(search_id(app));
}

/// The question that is open.
fn question(app: &App) -> Option<&Question> {
    match app.route() {
        Route::Question(id, _) => app.instrument().question(id),
        _ => None,
    }
}

/// The levels at which the question has cells in this State.
pub fn levels_of(app: &App, question: &Question) -> Vec<Level> {
    let Some(session) = app.session() else {
        return Vec::new();
    };
    let levels = session.assessment().profile.levels;
    let asked = question.levels.iter().copied();
    asked
        .filter(|level| question.has_cells() && levels.has(*level))
        .collect()
}

/// The level whose cell the digits answer: the one in focus, or else the first.
pub fn level_in_focus(app: &App, state: &UiState, question: &Question) -> Option<Level> {
    let levels = levels_of(app, question);
    let wanted = state.level.filter(|level| levels.contains(level));
    wanted.or_else(|| levels.first().copied())
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

fn change_of_answer(act: Act, app: &App) -> Option<Change> {
    let question = question(app)?;
    let assessment = app.session()?.assessment();
    let answer = assessment.answers.get(&question.id);
    let id = question.id.clone();
    Some(match act {
        Act::Flag => {
            let flagged = answer.is_some_and(|answer| answer.flag);
            Change::Set(id, Box::new(FieldValue::Flag(!flagged)))
        }
        Act::ClearForSending if answer.is_some_and(|answer| answer.cleared.is_some()) => {
            Change::Reopen(id)
        }
        Act::ClearForSending => Change::Clear(id),
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

fn questions_route(app: &App) -> Route {
    if let Route::Question(..) = app.route() {
        return app.route().clone();
    }
    match app
        .navigation()
        .last_question()
        .or_else(|| app.path().first().cloned())
    {
        Some(question) => Route::Question(question, QuestionView::One),
        None => Route::Profile,
    }
}

fn neighbour(act: Act, app: &App) -> Option<Route> {
    let Route::Question(id, view) = app.route() else {
        return None;
    };
    let path = app.path();
    let next = match act {
        Act::Next => path.next(id),
        Act::Previous => path.previous(id),
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
        app::file::free_name(&folder, name)
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

/// The name of the round's file.
fn round_name(app: &App) -> String {
    let call = app.desk().and_then(|desk| desk.collation().call.as_deref());
    suggested_round_name(call.unwrap_or_default())
}

/// The folder that the round is in, or that holds the first of its sources; none that is a source
/// itself, since what is written there would be read as a reply.
fn round_folder(app: &App) -> PathBuf {
    let beside = app.desk().and_then(|desk| {
        let sources = desk.noted().sources.iter();
        let sources: Vec<PathBuf> = sources.map(|source| desk.source_path(source)).collect();
        let known = desk.path().or(sources.first().map(PathBuf::as_path))?;
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

fn show_in_folder(app: &App, wishes: &Wishes) {
    let Some(path) = app.file_in_sight() else {
        return;
    };
    if let Err(fault) = store::show_in_folder(path) {
        wishes.add(Wish::Command(Command::Notify(Notice::fault(&fault))));
    }
}

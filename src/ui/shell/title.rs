//! The title of the window: what is open in it.

use crate::app::{App, Received, Route};
use crate::words::Words;

/// The title: of the file that the screen is about, or of the open assessment.
pub fn title(app: &App, words: &Words) -> String {
    let about = match app.route() {
        Route::Received => received(app, words),
        Route::Round => round(app),
        Route::Report if app.reports().are_of_round() => round(app),
        _ => assessment(app, words),
    };
    match about {
        Some(about) => words.say_with("window-title", &[("about", about.into())]),
        None => words.say("frame-name"),
    }
}

fn assessment(app: &App, words: &Words) -> Option<String> {
    let assessment = app.session()?.assessment();
    let state = app.library().states.name(assessment.profile.state);
    let call = if assessment.sample.is_some() {
        words.say("frame-sample")
    } else {
        assessment.call.title.clone()
    };
    if call.is_empty() {
        return Some(state);
    }
    let values = [("state", state.into()), ("call", call.into())];
    Some(words.say_with("window-title-assessment", &values))
}

fn received(app: &App, words: &Words) -> Option<String> {
    let received = app.received()?;
    let reply = Received::examined(received).and_then(|found| found.reply.as_ref());
    let Some(reply) = reply else {
        let name = received.path().file_name()?;
        return Some(name.display().to_string());
    };
    let state = app.library().states.name(reply.state()).into();
    let values = [("state", state), ("revision", reply.revision.into())];
    Some(words.say_with("window-title-received", &values))
}

fn round(app: &App) -> Option<String> {
    let name = app.round()?.path()?.file_name()?;
    Some(name.display().to_string())
}

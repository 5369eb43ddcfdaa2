//! Taking a change back shows where it was made.

use guidepost::app::{Command, QuestionView, Route};
use guidepost::domain::{Change, Profile, Standing};

use super::{Running, says};
use crate::support::question;

#[test]
fn a_change_is_taken_back_where_it_can_be_seen() {
    let mut running = Running::with_assessment();
    let profile = Profile {
        institution: "Council".to_owned(),
        ..running.app.session().unwrap().assessment().profile.clone()
    };
    running.edit(Change::Profile(Box::new(profile)));
    running.edit(Change::Several(vec![
        says("17.b", Standing::Yes),
        says("17.a", Standing::Yes),
    ]));
    let gaps = || Command::Go(Route::Gaps);
    let at = |id| Route::Question(question(id), QuestionView::One);
    running.app.handle(gaps());
    for command in [|| Command::Undo, || Command::Redo, || Command::Undo] {
        running.app.handle(gaps());
        running.app.handle(command());
        assert_eq!(*running.app.route(), at("17.a"));
    }
    running.app.handle(gaps());
    running.app.handle(Command::Undo);
    assert_eq!(*running.app.route(), Route::Profile);
    let session = running.app.session().unwrap();
    assert_eq!(session.assessment().profile.institution, "");

    // Where one of the questions is shown already, it stays.
    running.app.handle(Command::Redo);
    running.app.handle(Command::Go(at("17.b")));
    running.app.handle(Command::Redo);
    assert_eq!(*running.app.route(), at("17.b"));
}

//! `guidepost profile`: what is not an answer.

use std::io::Write;

use super::args::ProfileCommand;
use super::target::{Target, instrument};
use super::{Outcome, Output, Result};
use crate::app::file;
use crate::domain::{
    Assessment, Call, Change, Contributor, Level, Levels, Message, Profile, visible_line,
};
use crate::store::Folders;

/// Changes the profile and the call, or prints them where nothing is given.
pub fn profile(
    command: &ProfileCommand,
    folders: Option<&Folders>,
    out: &mut Output<'_>,
) -> Result<Outcome> {
    let assessment = file::load(&command.file, &instrument()?)?.assessment;
    let (profile, call) = changed(command, &assessment);
    if profile == assessment.profile && call == assessment.call {
        print(&profile, &call, out)?;
        return Ok(Outcome::Done);
    }
    // Once more under lock, since another program may have saved in between.
    let mut target = Target::open(&command.file, command.author.clone())?;
    let (profile, call) = changed(command, &target.assessment);
    target.make(Change::Several(vec![
        Change::Profile(Box::new(profile.cleaned())),
        Change::Call(Box::new(call.cleaned())),
    ]))?;
    target.save(folders, out)?;
    out.say(&Message::new("cli-profile-saved"));
    Ok(Outcome::Done)
}

/// The profile and the call as the command wants them.
fn changed(command: &ProfileCommand, assessment: &Assessment) -> (Profile, Call) {
    let mut profile = assessment.profile.clone();
    let mut call = assessment.call.clone();
    change_profile(command, &mut profile);
    change_call(command, &mut call);
    (profile, call)
}

fn take<T: Clone>(value: &mut T, given: Option<&T>) {
    if let Some(given) = given {
        value.clone_from(given);
    }
}

fn change_profile(command: &ProfileCommand, profile: &mut Profile) {
    if let Some(levels) = &command.levels {
        profile.levels = Levels {
            regional: levels.contains(&Level::Regional),
            local: levels.contains(&Level::Local),
        };
    }
    take(&mut profile.institution, command.institution.as_ref());
    take(&mut profile.focal_point.name, command.focal_point.as_ref());
    take(
        &mut profile.focal_point.title,
        command.focal_point_title.as_ref(),
    );
    take(
        &mut profile.focal_point.email,
        command.focal_point_email.as_ref(),
    );
    take(
        &mut profile.focal_point.telephone,
        command.focal_point_telephone.as_ref(),
    );
    take(&mut profile.deputy.name, command.deputy.as_ref());
    take(&mut profile.deputy.title, command.deputy_title.as_ref());
    take(&mut profile.deputy.email, command.deputy_email.as_ref());
    take(
        &mut profile.deputy.telephone,
        command.deputy_telephone.as_ref(),
    );
    if let Some(contributors) = &command.contributor {
        profile.contributors = contributors.iter().map(|text| contributor(text)).collect();
    }
    take(&mut profile.period, command.period.as_ref());
    take(&mut profile.reply_language, command.reply_language.as_ref());
}

fn contributor(text: &str) -> Contributor {
    let (name, body) = text.split_once('=').unwrap_or((text, ""));
    Contributor {
        name: name.to_owned(),
        body: body.to_owned(),
    }
}

fn change_call(command: &ProfileCommand, call: &mut Call) {
    take(&mut call.id, command.call.as_ref());
    take(&mut call.title, command.call_title.as_ref());
    take(&mut call.note_verbale_number, command.note_verbale.as_ref());
    call.note_verbale_date = command.note_verbale_date.or(call.note_verbale_date);
    call.due = command.due.or(call.due);
    take(&mut call.address, command.address.as_ref());
}

fn print(profile: &Profile, call: &Call, out: &mut Output<'_>) -> Result<()> {
    let levels: Vec<&str> = profile.levels.iter().map(Level::token).collect();
    let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
    let lines = [
        ("cli-profile-state", profile.state.to_string()),
        ("cli-profile-levels", levels.join(", ")),
        ("cli-profile-institution", profile.institution.clone()),
        ("cli-profile-focal-point", profile.focal_point.name.clone()),
        (
            "cli-profile-focal-point-title",
            profile.focal_point.title.clone(),
        ),
        (
            "cli-profile-focal-point-email",
            profile.focal_point.email.clone(),
        ),
        (
            "cli-profile-focal-point-telephone",
            profile.focal_point.telephone.clone(),
        ),
        ("cli-profile-deputy", profile.deputy.name.clone()),
        ("cli-profile-deputy-title", profile.deputy.title.clone()),
        ("cli-profile-deputy-email", profile.deputy.email.clone()),
        (
            "cli-profile-deputy-telephone",
            profile.deputy.telephone.clone(),
        ),
        ("cli-profile-period", profile.period.clone()),
        ("cli-profile-reply-language", profile.reply_language.clone()),
        ("cli-profile-call", call.id.clone()),
        ("cli-profile-call-title", call.title.clone()),
        ("cli-profile-note-verbale", call.note_verbale_number.clone()),
        (
            "cli-profile-note-verbale-date",
            date(call.note_verbale_date).unwrap_or_default(),
        ),
        ("cli-profile-due", date(call.due).unwrap_or_default()),
        ("cli-profile-address", call.address.clone()),
    ];
    for (key, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
        let name = out.words.say(key);
        writeln!(out, "{name}: {}", visible_line(value))?;
    }
    let label = out.words.say("cli-profile-contributor");
    for Contributor { name, body } in &profile.contributors {
        let (name, body) = (visible_line(name), visible_line(body));
        if body.is_empty() {
            writeln!(out, "{label}: {name}")?;
        } else {
            writeln!(out, "{label}: {name} ({body})")?;
        }
    }
    Ok(())
}

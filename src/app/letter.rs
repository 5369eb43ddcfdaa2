//! The draft of the cover letter.

use jiff::civil::Date;

use super::submit::{Prepared, count};
use crate::domain::Submission;

/// The draft of the letter that goes with a reply, with the code that shows whether the file that
/// arrives is the file that was sent.
#[must_use]
pub fn cover_letter(prepared: &Prepared, state_name: &str, file_name: &str) -> String {
    let Submission {
        revision,
        call,
        release,
        answers,
        sample,
        profile,
        ..
    } = &prepared.submission;
    let mut lines = vec![date_line(release.date), String::new()];
    if !call.address.is_empty() {
        lines.push(call.address.clone());
    }
    if !release.reference.is_empty() {
        lines.push(format!("Reference: {}", release.reference));
    }
    if let Some(source) = sample {
        lines.push(format!("This is a sample, {source}; it is nobody's reply."));
    }
    let request = match (call.title.as_str(), call.note_verbale_number.as_str()) {
        ("", "") => "your request".to_owned(),
        ("", number) => format!("your note verbale {number}"),
        (title, "") => format!("your request \"{title}\""),
        (title, number) => format!("your note verbale {number}, \"{title}\""),
    };
    lines.extend([
        String::new(),
        format!(
            "With reference to {request}, we send you the reply of {state_name} on the application \
             of the Guidelines for the Prevention of Crime (Economic and Social Council resolution \
             2002/13, annex)."
        ),
        String::new(),
        format!("File: {file_name}"),
        format!("Revision: {revision}, with {}", count(answers.len())),
        format!("Code: {}", prepared.seal.code()),
        String::new(),
        "If Guidepost shows the same code for the file that you received, the file is what we \
         sealed, to the last byte. The code does not show who sent it; this letter does. A later \
         revision replaces this one."
            .to_owned(),
        String::new(),
        "The reply was prepared with Guidepost: its own questions on resolution 2002/13, not a \
         form of the United Nations."
            .to_owned(),
        String::new(),
    ]);
    let contact = &profile.focal_point;
    let reached: Vec<&str> = [
        &contact.name,
        &contact.title,
        &contact.email,
        &contact.telephone,
    ]
    .into_iter()
    .map(String::as_str)
    .filter(|text| !text.is_empty())
    .collect();
    if !reached.is_empty() {
        lines.push(format!("Questions about it reach {}.", reached.join(", ")));
        lines.push(String::new());
    }
    lines.extend([
        release.name.clone(),
        release.title.clone(),
        release.body.clone(),
    ]);
    lines.join("\n") + "\n"
}

fn date_line(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

//! The draft of the cover letter.

use super::submit::Prepared;
use crate::domain::{Call, Submission, visible_line, visible_text};
use crate::words::Words;

/// The draft of the letter that goes with a reply, with the code that shows whether the file that
/// arrives is the file that was sent.
pub fn cover_letter(
    words: &Words,
    prepared: &Prepared,
    state_name: &str,
    file_name: &str,
) -> String {
    let Submission {
        revision,
        call,
        release,
        answers,
        sample,
        profile,
        ..
    } = &prepared.submission;
    // Each value stays on its line, so that none can pass for the code.
    let with = |key, name, value: &str| words.say_with(key, &[(name, visible_line(value).into())]);
    let sends = [
        ("request", request(words, call).into()),
        ("state", state_name.into()),
    ];
    let sealed = [
        ("revision", (*revision).into()),
        ("count", answers.len().into()),
    ];
    let reference = &release.reference;
    let reference =
        (!reference.is_empty()).then(|| with("letter-reference", "reference", reference));
    let sample = sample.as_deref();
    let contact = profile.focal_point.to_string();
    let contact = (!contact.is_empty()).then(|| with("letter-ask", "contact", &contact));

    let head = [
        (!call.address.is_empty()).then(|| visible_text(&call.address).into_owned()),
        reference,
        sample.map(|source| with("letter-is-sample", "source", source)),
    ];
    let head: Vec<String> = head.into_iter().flatten().collect();
    let file = [
        with("letter-file", "name", file_name),
        words.say_with("letter-revision", &sealed),
        with("letter-code", "code", &prepared.seal.code()),
    ];
    let signed = [&release.name, &release.title, &release.body].map(|text| visible_line(text));
    let paragraphs = [
        Some(words.day(release.date)),
        (!head.is_empty()).then(|| head.join("\n")),
        Some(words.say_with("letter-sends", &sends)),
        Some(file.join("\n")),
        Some(words.say("letter-proves")),
        Some(words.say("letter-prepared")),
        contact,
        Some(signed.join("\n")),
    ];
    let paragraphs: Vec<String> = paragraphs.into_iter().flatten().collect();
    paragraphs.join("\n\n") + "\n"
}

/// What the letter replies to, as far as the call says it.
fn request(words: &Words, call: &Call) -> String {
    let title = ("title", visible_line(&call.title).into());
    let number = ("number", visible_line(&call.note_verbale_number).into());
    match (call.title.as_str(), call.note_verbale_number.as_str()) {
        ("", "") => words.say("letter-request"),
        ("", _) => words.say_with("letter-request-number", &[number]),
        (_, "") => words.say_with("letter-request-title", &[title]),
        (_, _) => words.say_with("letter-request-number-title", &[number, title]),
    }
}

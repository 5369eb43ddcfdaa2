//! The draft of the cover letter.

use super::submit::Prepared;
use crate::domain::{Call, Submission};
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
    let with = |key, name, value: &str| words.say_with(key, &[(name, value.into())]);
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
        Some(words.day(release.date)),
        Some(String::new()),
        (!call.address.is_empty()).then(|| call.address.clone()),
        reference,
        sample.map(|source| with("letter-is-sample", "source", source)),
    ];
    let head: Vec<String> = head.into_iter().flatten().collect();
    let file = [
        with("letter-file", "name", file_name),
        words.say_with("letter-revision", &sealed),
        with("letter-code", "code", &prepared.seal.code()),
    ];
    let signed = [&release.name, &release.title, &release.body].map(String::as_str);
    let paragraphs = [
        Some(head.join("\n")),
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
    let title = ("title", call.title.as_str().into());
    let number = ("number", call.note_verbale_number.as_str().into());
    match (call.title.as_str(), call.note_verbale_number.as_str()) {
        ("", "") => words.say("letter-request"),
        ("", _) => words.say_with("letter-request-number", &[number]),
        (_, "") => words.say_with("letter-request-title", &[title]),
        (_, _) => words.say_with("letter-request-number-title", &[number, title]),
    }
}

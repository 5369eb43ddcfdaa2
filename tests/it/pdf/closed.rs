//! What a template cannot do.

use guidepost_typesetter::{Date, Fonts, MachineFonts, TypesetError, typeset};

const DAY: Date = Date {
    year: 2026,
    month: 11,
    day: 21,
};

/// Fails unless the template is refused with these words.
#[track_caller]
fn is_refused(template: &str, words: &str) {
    let fonts = Fonts::for_text(&[], MachineFonts::Never, "");
    match typeset(template, b"{}".to_vec(), &fonts, DAY) {
        Err(TypesetError::Layout(message)) => assert!(message.contains(words), "{message}"),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was set"),
    }
}

#[test]
fn it_reads_no_file_but_its_data() {
    for path in [
        "/etc/hostname",
        "../Cargo.toml",
        "Cargo.toml",
        "template.typ",
    ] {
        is_refused(&format!("#read(\"{path}\")"), "");
        is_refused(&format!("#image(\"{path}\")"), "");
    }
    is_refused("#include \"/etc/hostname\"", "denied");
}

#[test]
fn it_fetches_no_package() {
    is_refused("#import \"@preview/cetz:0.3.0\"", "denied");
}

#[test]
fn its_day_is_the_one_that_it_is_given() {
    let template = "#assert(datetime.today() == datetime(year: 2026, month: 11, day: 21)) \
                    #assert(json(\"data.json\") == (:))";
    let fonts = Fonts::for_text(&[], MachineFonts::Never, "");
    assert!(typeset(template, b"{}".to_vec(), &fonts, DAY).is_ok());
}

#[test]
fn a_fault_names_its_line() {
    is_refused("\n\n#nonsense()", "line 3: unknown variable: nonsense");
}

#[test]
fn a_day_that_no_calendar_has_is_refused() {
    let fonts = Fonts::for_text(&[], MachineFonts::Never, "");
    let day = Date { month: 13, ..DAY };
    let refused = typeset("", b"{}".to_vec(), &fonts, day).err();
    assert_eq!(
        refused.map(|err| err.to_string()).as_deref(),
        Some("2026-13-21 is no date")
    );
}

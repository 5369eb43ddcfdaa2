//! What can be typed: the commands and their options. The comments here are the help.

#![expect(
    clippy::doc_markdown,
    reason = "the comments are the help, where a word such as not_known stands as it is typed"
)]

use std::any::TypeId;
use std::path::PathBuf;

use clap::{Arg, Args, Parser, Subcommand};
use jiff::civil::Date;

use super::compare::CompareCommand;
use super::report_args::{QuestionnaireCommand, ReportCommand};
use crate::domain::{
    Application, AreaId, Explain, Extent, KindId, Level, OptionId, QuestionId, RegionalGroup,
    Standing, StateCode,
};
use crate::words::in_english;

/// A State's self-assessment against the United Nations Guidelines for the Prevention of Crime
/// (Economic and Social Council resolution 2002/13, annex), offline.
///
/// Without a command the window opens. Its questions are Guidepost's own, not a form of the United
/// Nations.
#[derive(Debug, Parser)]
#[command(
    name = "guidepost",
    version,
    args_conflicts_with_subcommands = true,
    mut_subcommands(|command| command.mut_args(take_free_text))
)]
pub struct Arguments {
    /// The file to open in the window
    pub file: Option<PathBuf>,
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be done without the window. Exit code 0: done; 1: done, but something was found;
/// 2: it could not be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Writes samples, reconstructed from the 2007 report: one State's assessment, or the 42
    /// submissions.
    Example(Example),
    /// Writes an empty assessment, or one carried forward from the last.
    New(New),
    /// Says what is not an answer: the State's people and levels, and the call. Without an option
    /// it prints them.
    Profile(Box<ProfileCommand>),
    /// Answers a question.
    Answer(Box<AnswerCommand>),
    /// Adds a piece of evidence to an answer, changes one, or removes it.
    Evidence(Box<EvidenceCommand>),
    /// Prints what has been answered.
    Show(Printed),
    /// Prints the profile of each principle and section.
    Coverage(Printed),
    /// Prints the gaps: what counts and is not Yes.
    Gaps(GapsCommand),
    /// Prints what moved between two assessments of one State.
    Compare(CompareCommand),
    /// Prints what should be looked at before a reply is sent.
    Check(CheckCommand),
    /// Writes the State's own report: where it stands, its gaps, its plan.
    Report(ReportCommand),
    /// Writes the questionnaire: filled, as the reply says it; or blank, to be filled in by hand.
    Questionnaire(QuestionnaireCommand),
    /// Seals the cleared reply into a file to be sent, and drafts its cover letter.
    Submit(Box<SubmitCommand>),
    /// Says whether files that were received are what was sealed.
    Verify(VerifyCommand),
    /// Counts the replies to one call, each State once, and says of every file what became of it.
    Collate(CollateCommand),
    /// Checks or prints an instrument.
    #[command(subcommand)]
    Instrument(InstrumentCommand),
}

impl Command {
    /// Whether all that it does is to print.
    pub fn only_prints(&self) -> bool {
        match self {
            Self::Collate(collate) => collate.output.is_none(),
            Self::Show(_)
            | Self::Coverage(_)
            | Self::Gaps(_)
            | Self::Compare(_)
            | Self::Check(_)
            | Self::Verify(_)
            | Self::Instrument(_) => true,
            Self::Example(_)
            | Self::New(_)
            | Self::Profile(_)
            | Self::Answer(_)
            | Self::Evidence(_)
            | Self::Report(_)
            | Self::Questionnaire(_)
            | Self::Submit(_) => false,
        }
    }
}

/// Where a new file goes.
#[derive(Debug, Args)]
pub struct Output {
    /// The file to write.
    #[arg(short, long)]
    pub output: PathBuf,
    /// Overwrites a file that is there already.
    #[arg(long)]
    pub force: bool,
}

/// `guidepost example`
#[derive(Debug, Args)]
pub struct Example {
    /// The State, by its three-letter code; one of the 42 that replied in 2006. Without it, all 42
    /// submissions are written.
    #[arg(long, value_parser = parsed(StateCode::parse))]
    pub state: Option<StateCode>,
    /// The file to write, or without --state the folder, which must be new or empty.
    #[arg(short, long)]
    pub output: PathBuf,
    /// Overwrites a file that is there already, or samples that are in the folder already; a backup of
    /// it is made first.
    #[arg(long)]
    pub force: bool,
}

/// `guidepost new`
#[derive(Debug, Args)]
pub struct New {
    /// The State, by its three-letter code; a Member State.
    #[arg(long, value_parser = parsed(StateCode::parse))]
    pub state: StateCode,
    /// The State's last assessment: its answers, evidence and plans are carried forward, none of
    /// them cleared for sending.
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// Where it goes.
    #[command(flatten)]
    pub output: Output,
}

/// `guidepost profile`
#[derive(Debug, Args)]
pub struct ProfileCommand {
    /// The assessment.
    pub file: PathBuf,
    /// The levels that the State has, separated by commas; national always.
    #[arg(long, value_delimiter = ',', value_parser = parsed(Level::parse))]
    pub levels: Option<Vec<Level>>,
    /// The institution that prepares the reply.
    #[arg(long)]
    pub institution: Option<String>,
    /// The focal point's name.
    #[arg(long)]
    pub focal_point: Option<String>,
    /// The focal point's title.
    #[arg(long)]
    pub focal_point_title: Option<String>,
    /// The focal point's e-mail address.
    #[arg(long)]
    pub focal_point_email: Option<String>,
    /// The focal point's telephone number.
    #[arg(long)]
    pub focal_point_telephone: Option<String>,
    /// The deputy's name.
    #[arg(long)]
    pub deputy: Option<String>,
    /// The deputy's title.
    #[arg(long)]
    pub deputy_title: Option<String>,
    /// The deputy's e-mail address.
    #[arg(long)]
    pub deputy_email: Option<String>,
    /// The deputy's telephone number.
    #[arg(long)]
    pub deputy_telephone: Option<String>,
    /// Somebody who contributed, as NAME or NAME=BODY; once for each, in place of those before.
    #[arg(long)]
    pub contributor: Option<Vec<String>>,
    /// The time that the answers are about.
    #[arg(long)]
    pub period: Option<String>,
    /// The language of the reply, such as en.
    #[arg(long)]
    pub reply_language: Option<String>,
    /// The id of the call.
    #[arg(long)]
    pub call: Option<String>,
    #[arg(long)]
    pub call_title: Option<String>,
    /// The number of the note verbale.
    #[arg(long)]
    pub note_verbale: Option<String>,
    /// The date of the note verbale, such as 2026-11-21.
    #[arg(long, value_parser = day)]
    pub note_verbale_date: Option<Date>,
    /// The day by which the reply is due, such as 2026-11-21.
    #[arg(long, value_parser = day)]
    pub due: Option<Date>,
    /// Where the reply goes.
    #[arg(long)]
    pub address: Option<String>,
    /// Who makes the change.
    #[command(flatten)]
    pub author: Author,
}

/// Who makes a change.
#[derive(Debug, Clone, Args)]
pub struct Author {
    /// Who makes the change, for the trail; else the focal point.
    #[arg(long)]
    pub by: Option<String>,
    /// The body of the one who makes the change.
    #[arg(long)]
    pub by_body: Option<String>,
}

/// `guidepost answer`
#[derive(Debug, Args)]
pub struct AnswerCommand {
    /// The assessment.
    pub file: PathBuf,
    /// The question, such as 17.a.
    #[arg(value_parser = parsed(QuestionId::parse))]
    pub question: QuestionId,
    /// LEVEL=STANDING, any number of them (standings: yes in_part no not_applicable not_known
    /// none); for the assistance sheet an area, or all.
    pub values: Vec<String>,
    /// How far it is applied, as LEVEL=APPLICATION (not_yet partly applied none).
    #[arg(long, value_name = "LEVEL=APPLICATION", value_parser = level_and_application)]
    pub applied: Vec<(Level, Option<Application>)>,
    /// How many units have it, as LEVEL=K/N, or LEVEL=none.
    #[arg(long, value_name = "LEVEL=K/N")]
    pub units: Vec<String>,
    /// A note to a cell, as LEVEL=TEXT.
    #[arg(long, value_name = "LEVEL=TEXT")]
    pub note: Vec<String>,
    #[arg(long)]
    pub exists: Option<String>,
    #[arg(long)]
    pub missing: Option<String>,
    /// What made it hard.
    #[arg(long)]
    pub difficulty: Option<String>,
    /// What others could use.
    #[arg(long)]
    pub useful: Option<String>,
    /// Why something is not applicable or not known; for the assistance sheet, why it is needed
    /// or offered.
    #[arg(long)]
    pub reason: Option<String>,
    /// What is in preparation, and by when.
    #[arg(long)]
    pub expected: Option<String>,
    /// The answer to a question of kind text, or the words beside a choice.
    #[arg(long)]
    pub text: Option<String>,
    /// A remark of the council's own; never sent.
    #[arg(long)]
    pub remark: Option<String>,
    /// The body that is to find the answer; never sent.
    #[arg(long)]
    pub responsible: Option<String>,
    /// The option of a choice, or none.
    #[arg(long, value_parser = option_or_none)]
    pub choice: Option<Chosen>,
    /// Adds an item of this name to a list.
    #[arg(long, value_name = "NAME")]
    pub add: Option<String>,
    /// Takes the item of this name away from a list.
    #[arg(long, value_name = "NAME", conflicts_with = "add")]
    pub remove: Option<String>,
    /// The kind of the item, of the need or of the offer; more than once for a need or an offer.
    #[arg(long, value_parser = parsed(KindId::parse))]
    pub kind: Vec<KindId>,
    /// The level of the item.
    #[arg(long, requires = "add", value_parser = parsed(Level::parse))]
    pub level: Option<Level>,
    /// The language of the item.
    #[arg(long, requires = "add")]
    pub language: Option<String>,
    /// The year of the item.
    #[arg(long, requires = "add", allow_negative_numbers = true)]
    pub year: Option<i16>,
    /// Where the item can be found.
    #[arg(long, requires = "add")]
    pub address: Option<String>,
    /// A remark that is sent with the item.
    #[arg(long, requires = "add")]
    pub public_remark: Option<String>,
    /// Whether assistance is needed: yes in_part no none.
    #[arg(long, value_parser = extent_or_none)]
    pub need: Option<Said>,
    /// Whether assistance can be offered: yes in_part no none.
    #[arg(long, value_parser = extent_or_none)]
    pub offer: Option<Said>,
    /// Clears the answer for sending, after all else.
    #[arg(long)]
    pub clear: bool,
    /// Who makes the change.
    #[command(flatten)]
    pub author: Author,
}

/// `guidepost evidence`
#[derive(Debug, Args)]
pub struct EvidenceCommand {
    /// The assessment.
    pub file: PathBuf,
    /// The question, such as 17.a.
    #[arg(value_parser = parsed(QuestionId::parse))]
    pub question: QuestionId,
    /// Its title; without one, the name of the file that is copied.
    #[arg(long, required_unless_present_any = ["attachment", "change", "remove"])]
    pub title: Option<String>,
    /// Changes the piece with this title or id, in place of adding one.
    #[arg(long, value_name = "TITLE|ID")]
    pub change: Option<String>,
    /// Removes the piece with this title or id.
    #[arg(long, value_name = "TITLE|ID", conflicts_with_all = ["change", "title", "kind", "body", "year", "language", "pages", "address", "attachment", "no_file", "levels"])]
    pub remove: Option<String>,
    /// Its kind: law amendment decree plan budget survey report guide other.
    #[arg(long, value_parser = parsed(KindId::parse))]
    pub kind: Option<KindId>,
    /// The body that issued it.
    #[arg(long)]
    pub body: Option<String>,
    #[arg(long, allow_negative_numbers = true)]
    pub year: Option<i16>,
    #[arg(long)]
    pub language: Option<String>,
    /// The pages or articles meant.
    #[arg(long)]
    pub pages: Option<String>,
    /// Where it can be found.
    #[arg(long)]
    pub address: Option<String>,
    /// A file to copy beside the assessment, into its folder of evidence.
    #[arg(long = "file", value_name = "FILE")]
    pub attachment: Option<PathBuf>,
    /// The piece has no file any more; the copy in the folder of evidence stays.
    #[arg(long, requires = "change", conflicts_with = "attachment")]
    pub no_file: bool,
    /// The levels that it is about, separated by commas; none means all.
    #[arg(long, value_delimiter = ',', value_parser = parsed(Level::parse))]
    pub levels: Option<Vec<Level>>,
    /// Who makes the change.
    #[command(flatten)]
    pub author: Author,
}

/// A command that prints something of an assessment.
#[derive(Debug, Args)]
pub struct Printed {
    /// The assessment.
    pub file: PathBuf,
    #[arg(long)]
    pub json: bool,
}

/// `guidepost gaps`
#[derive(Debug, Args)]
pub struct GapsCommand {
    #[command(flatten)]
    pub printed: Printed,
    /// Only gaps at this level.
    #[arg(long, value_parser = parsed(Level::parse))]
    pub level: Option<Level>,
    /// Only gaps of this standing: in_part no not_known, or none for those not answered.
    #[arg(long, value_parser = gap_or_none)]
    pub standing: Option<Answered>,
    /// Only gaps that serve this principle, 7 to 14.
    #[arg(long, value_parser = clap::value_parser!(u8).range(7..=14))]
    pub principle: Option<u8>,
}

/// `guidepost check`
#[derive(Debug, Args)]
pub struct CheckCommand {
    #[command(flatten)]
    pub printed: Printed,
    /// Exit code 1 where something stands in the way of a final reply.
    #[arg(long = "final")]
    pub is_final: bool,
}

/// `guidepost submit`
#[derive(Debug, Args)]
pub struct SubmitCommand {
    /// The assessment.
    pub file: PathBuf,
    /// Where the reply goes.
    #[command(flatten)]
    pub output: Output,
    /// The name of the person who releases it.
    #[arg(long)]
    pub name: String,
    /// The title of that person.
    #[arg(long)]
    pub title: String,
    /// The body for which that person acts.
    #[arg(long)]
    pub body: String,
    /// The reference of the letter that it goes with.
    #[arg(long, default_value = "")]
    pub reference: String,
    /// Leaves out the answers that are not cleared for sending.
    #[arg(long)]
    pub without_uncleared: bool,
    /// Also sends how far things are applied.
    #[arg(long)]
    pub with_application: bool,
    /// Writes a package: the reply with its documents for reading and the files of evidence that it names.
    #[arg(long)]
    pub package: bool,
    /// Writes the draft of the cover letter into this file; else it is printed.
    #[arg(long, value_name = "FILE")]
    pub letter: Option<PathBuf>,
}

/// `guidepost verify`
#[derive(Debug, Args)]
pub struct VerifyCommand {
    /// The submissions and packages.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Prints JSON.
    #[arg(long)]
    pub json: bool,
}

/// `guidepost collate`
#[derive(Debug, Args)]
pub struct CollateCommand {
    /// The files that came in; a folder stands for the files in it.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// What the office noted of the round: the call, its closing date, who was invited, what came
    /// when, and its decisions.
    #[arg(long, value_name = "FILE")]
    pub round: Option<PathBuf>,
    /// Prints JSON.
    #[arg(long)]
    pub json: bool,
    /// Writes the report of the round as pages to be printed (.pdf) or as a document to be edited
    /// (.docx), or its tables as a workbook (.xlsx) or as comma-separated values (.csv).
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Writes the report of one regional group alone: AFR, APG, EEG, GRULAC or WEOG.
    #[arg(long, requires = "output", value_parser = parsed(RegionalGroup::parse))]
    pub group: Option<RegionalGroup>,
    /// Overwrites a file that is there already.
    #[arg(long)]
    pub force: bool,
}

/// `guidepost instrument`
#[derive(Debug, Subcommand)]
pub enum InstrumentCommand {
    /// Checks an instrument, and prints everything that is wrong with it. Its texts stand beside
    /// it, in text.en.ron.
    Check {
        /// The file instrument.ron.
        file: PathBuf,
    },
    /// Prints the instrument that Guidepost asks.
    Show {
        /// Prints JSON.
        #[arg(long)]
        json: bool,
    },
}

/// An option, or the wish to choose none.
pub type Chosen = Option<OptionId>;

/// A need or an offer, or the wish to say nothing.
pub type Said = Option<Extent>;

/// A standing, or *not answered*.
pub type Answered = Option<Standing>;

/// The word that takes a value away.
pub const NONE: &str = "none";

/// Reads a value as the domain does.
fn parsed<T, E: Explain>(
    parse: fn(&str) -> Result<T, E>,
) -> impl Fn(&str) -> Result<T, String> + Clone {
    move |text| parse(text).map_err(|fault| in_english(&fault))
}

fn or_none<T, E: Explain>(
    text: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Option<T>, String> {
    if text == NONE {
        Ok(None)
    } else {
        parse(text).map(Some).map_err(|fault| in_english(&fault))
    }
}

fn option_or_none(text: &str) -> Result<Chosen, String> {
    or_none(text, OptionId::parse)
}

fn extent_or_none(text: &str) -> Result<Said, String> {
    or_none(text, Extent::parse)
}

fn standing_or_none(text: &str) -> Result<Answered, String> {
    or_none(text, Standing::parse)
}

/// Reads a standing that is a gap, or `none`.
fn gap_or_none(text: &str) -> Result<Answered, String> {
    match standing_or_none(text)? {
        Some(Standing::Yes | Standing::NotApplicable) => Err(format!(
            "{text} is no gap; gaps are: in_part, no, not_known, none"
        )),
        gap => Ok(gap),
    }
}

/// Lets every option that takes a text take one that begins with a hyphen, as lists do.
fn take_free_text(option: Arg) -> Arg {
    if option.is_positional() || option.get_value_parser().type_id() != TypeId::of::<String>() {
        return option;
    }
    option.allow_hyphen_values(true).value_parser(free_text)
}

/// Takes a text as it is. What looks like an option is one, before which the text was forgotten.
fn free_text(text: &str) -> Result<String, String> {
    let name = text.strip_prefix("--").or_else(|| text.strip_prefix('-'));
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    if name.is_some_and(is_name) {
        return Err(
            "this is an option, not a text; a text that looks like one needs a space before it"
                .to_owned(),
        );
    }
    Ok(text.to_owned())
}

/// Reads a day.
fn day(text: &str) -> Result<Date, String> {
    let invalid = |_| "write the day as year-month-day, such as 2028-02-29".to_owned();
    text.parse().map_err(invalid)
}

fn level_and_application(text: &str) -> Result<(Level, Option<Application>), String> {
    let (level, value) = level_and_rest(text)?;
    Ok((level, or_none(value, Application::parse)?))
}

/// Reads `LEVEL=…`.
pub fn level_and_rest(text: &str) -> Result<(Level, &str), String> {
    let (level, rest) = text
        .split_once('=')
        .ok_or_else(|| format!("{text:?} has no level; write it as national=…"))?;
    Ok((
        Level::parse(level).map_err(|fault| in_english(&fault))?,
        rest,
    ))
}

/// Reads a standing, or `none`.
pub fn parse_standing(text: &str) -> Result<Answered, String> {
    standing_or_none(text)
}

/// Reads an area of assistance, or `all`.
pub fn parse_area(text: &str) -> Result<Option<AreaId>, String> {
    if text == "all" {
        return Ok(None);
    }
    AreaId::parse(text)
        .map(Some)
        .map_err(|fault| in_english(&fault))
}

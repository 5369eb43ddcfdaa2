//! What can be typed for a report. The comments here are the help.

use std::path::PathBuf;

use clap::Args;

/// `guidepost report`
#[derive(Debug, Args)]
pub struct ReportCommand {
    /// The assessment.
    pub file: PathBuf,
    #[command(flatten)]
    pub output: Document,
    /// Also tells every answer with all its texts.
    #[arg(long)]
    pub answers: bool,
    /// Also tells the council's own remarks; such a report is for the council alone.
    #[arg(long)]
    pub remarks: bool,
    /// Leaves out the plan.
    #[arg(long)]
    pub without_plan: bool,
}

/// `guidepost questionnaire`
#[derive(Debug, Args)]
pub struct QuestionnaireCommand {
    /// The assessment; or a submission or a package, which gives the questionnaire as that reply fills it.
    pub file: PathBuf,
    #[command(flatten)]
    pub output: Document,
    /// Leaves out every answer, and gives room to write by hand.
    #[arg(long)]
    pub blank: bool,
    /// Also tells how far things are applied; a reply tells it where it was sent.
    #[arg(long, conflicts_with = "blank")]
    pub with_application: bool,
}

/// Where a document goes.
#[derive(Debug, Args)]
pub struct Document {
    /// The file to write; the end of its name says what it is: .pdf, .docx, .xlsx or .csv.
    #[arg(short, long)]
    pub output: PathBuf,
    /// Overwrites a file that is there already.
    #[arg(long)]
    pub force: bool,
}

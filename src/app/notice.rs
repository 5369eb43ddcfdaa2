//! What the program has to tell: one line, and the details for those who want them.

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Something went well.
    Done,
    /// Something is worth knowing; it stays until it is put away.
    Warning,
    /// Something failed; it stays until it is put away or solved.
    Error,
}

/// A message to the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub severity: Severity,
    /// What happened, in one sentence, with the file and the way out.
    pub summary: String,
    /// More of it, line by line; empty where the summary says it all.
    pub details: Vec<String>,
}

impl Notice {
    /// Something that failed.
    #[must_use]
    pub fn error(summary: impl ToString) -> Self {
        Self { severity: Severity::Error, summary: summary.to_string(), details: Vec::new() }
    }

    /// Something that failed in several ways.
    #[must_use]
    pub fn faults<T: ToString>(faults: &[T]) -> Self {
        let mut lines = faults.iter().map(ToString::to_string);
        let summary = lines.next().unwrap_or_default();
        Self { severity: Severity::Error, summary, details: lines.collect() }
    }
}

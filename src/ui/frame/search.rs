//! The search over paragraphs, questions and the council's own texts.

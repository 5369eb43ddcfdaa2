//! What can be wrong with a package.

use std::io;

use super::MOST_FILES;
use super::name::NameFault;
use crate::domain::{Explain, Message};
use crate::format::submission::ReplyFault;
use crate::format::{Diagnostic, LARGEST_PACKAGE};

/// Why an archive is not the package as Guidepost wrote it, or why one cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackageFault {
    /// A newer version of Guidepost wrote it.
    Newer,
    /// It does not begin with a manifest.
    NotAPackage,
    /// It ends too early, or something stands between its files.
    CutOff,
    /// A name is not UTF-8.
    NoName,
    LongName,
    TooManyFiles,
    Directory,
    End,
    /// What the machine said while it was read.
    Unread(Message),
    LargeManifest,
    Manifest(Diagnostic),
    NoSubmission,
    /// The manifest lists so many files, and the archive holds so many others.
    Count {
        listed: usize,
        held: usize,
    },
    /// The files that were to be packed come to more bytes than a package may hold.
    TooLarge(u64),
    NotEncoded(Message),
    /// The reply in it.
    Reply(ReplyFault),
    /// There are so many more faults.
    More(usize),
    File {
        name: String,
        fault: FileFault,
    },
}

/// What is wrong with one of its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    Name(NameFault),
    Twice,
    Compressed,
    /// The header, or the content that it speaks of.
    Header,
    Link,
    /// The manifest has another file at this place.
    OtherFile,
    /// It is not the file of which the manifest gives the digest.
    OtherDigest,
    /// It does not stand in the folder of its kind.
    OtherFolder,
    /// There is one submission, and it comes first.
    SubmissionPlace,
    SubmissionName,
    DocumentAfterEvidence,
    DocumentOrder,
    /// The reply names this file of evidence, and the package lacks it.
    Missing,
    /// It is not the file of evidence that the reply means.
    OtherEvidence,
    /// The reply does not name it.
    NotNamed,
}

impl PackageFault {
    pub(super) fn of(name: &str, fault: FileFault) -> Self {
        let name = name.to_owned();
        Self::File { name, fault }
    }

    pub(super) fn unread(fault: &io::Error) -> Self {
        Self::Unread(Message::verbatim(fault))
    }
}

impl Explain for PackageFault {
    fn message(&self) -> Message {
        match self {
            Self::Newer => Message::new("package-newer"),
            Self::NotAPackage => Message::new("package-not-a-package"),
            Self::CutOff => Message::new("package-cut-off"),
            Self::NoName => Message::new("package-no-name"),
            Self::LongName => Message::new("package-long-name"),
            Self::TooManyFiles => Message::new("package-too-many-files").number("most", MOST_FILES),
            Self::Directory => Message::new("package-directory"),
            Self::End => Message::new("package-end"),
            Self::Unread(fault) | Self::NotEncoded(fault) => fault.clone(),
            Self::LargeManifest => Message::new("package-large-manifest"),
            Self::Manifest(fault) => fault.without_way_out(),
            Self::NoSubmission => Message::new("package-no-submission"),
            Self::Count { listed, held } => Message::new("package-count")
                .number("listed", *listed)
                .number("held", *held),
            Self::TooLarge(length) => Message::new("package-too-large")
                .number("length", *length)
                .number("most", LARGEST_PACKAGE),
            Self::Reply(fault) => fault.message(),
            Self::More(count) => Message::new("more-faults").number("count", *count),
            Self::File { name, fault } => Message::new(fault.key()).text("name", name),
        }
    }
}

impl FileFault {
    const fn key(self) -> &'static str {
        match self {
            Self::Name(NameFault::Empty) => "package-name-empty",
            Self::Name(NameFault::Folder) => "package-name-folder",
            Self::Name(NameFault::Characters) => "package-name-characters",
            Self::Name(NameFault::Device) => "package-name-device",
            Self::Name(NameFault::Long) => "package-name-long",
            Self::Twice => "package-twice",
            Self::Compressed => "package-compressed",
            Self::Header => "package-header",
            Self::Link => "package-link",
            Self::OtherFile => "package-other-file",
            Self::OtherDigest => "package-other-digest",
            Self::OtherFolder => "package-other-folder",
            Self::SubmissionPlace => "package-submission-place",
            Self::SubmissionName => "package-submission-name",
            Self::DocumentAfterEvidence => "package-document-after-evidence",
            Self::DocumentOrder => "package-document-order",
            Self::Missing => "package-missing",
            Self::OtherEvidence => "package-other-evidence",
            Self::NotNamed => "package-not-named",
        }
    }
}

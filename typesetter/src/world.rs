//! All that a template can see: itself, its data, the fonts and the given date.

use typst::diag::{FileError, FileResult, StrResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::fonts::Fonts;

/// The name under which a template reads its data.
const DATA: &str = "data.json";

/// The world of one template: every file but the two in it is refused.
pub(crate) struct ClosedWorld<'a> {
    library: LazyHash<Library>,
    fonts: &'a Fonts,
    template: Source,
    data_file: FileId,
    data: Bytes,
    today: Datetime,
}

impl<'a> ClosedWorld<'a> {
    /// A world of `template` and its data alone.
    pub(crate) fn new(
        template: &str,
        data: Vec<u8>,
        fonts: &'a Fonts,
        today: Datetime,
    ) -> StrResult<Self> {
        Ok(Self {
            library: LazyHash::new(Library::default()),
            fonts,
            template: Source::new(file("template.typ")?, template.to_owned()),
            data_file: file(DATA)?,
            data: Bytes::new(data),
            today,
        })
    }

    /// The line of the template that a place in it lies on, counted from 1.
    pub(crate) fn line(&self, start: usize) -> Option<usize> {
        self.template
            .lines()
            .byte_to_line(start)
            .map(|line| line + 1)
    }
}

fn file(name: &str) -> StrResult<FileId> {
    let path = VirtualPath::new(name).map_err(|err| err.to_string())?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for ClosedWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_file {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        Some(self.today)
    }
}

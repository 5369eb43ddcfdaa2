//! A report in pages: set on a thread of its own, which then draws the pages that somebody looks at
//! for as long as it is asked.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::Shown;
use super::source::Source;
use crate::app::Wake;
use crate::app::task::{Progress, Task, Worker};
use crate::domain::Message;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// How many pixels wide it was asked for.
    pub asked: u16,
    /// How many pixels it is wide and high.
    pub size: [usize; 2],
    /// Red, green, blue and opacity of each pixel, line by line from the top; all opaque.
    pub rgba: Vec<u8>,
}

/// What the thread is to draw: a page, so many pixels wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Asked {
    page: usize,
    width: u16,
}

/// What the thread sends.
#[cfg_attr(
    not(feature = "pdf"),
    expect(dead_code, reason = "without PDF nothing is set or drawn")
)]
enum Heard {
    /// The pages are set.
    Set {
        /// How wide and high each is, in points.
        sizes: Vec<[f32; 2]>,
        missing: Vec<char>,
    },
    Drawn(Asked, Option<PagePicture>),
    /// The pages cannot be set, for this reason.
    Failed(Message),
}

/// Pages that are being set.
#[derive(Debug)]
pub(super) struct Setting {
    shown: Shown,
    number: u64,
    /// What is heard and asked, until the pages take it over.
    ends: Option<(Task<Heard>, Sender<Asked>)>,
}

impl Setting {
    /// Begins to set a report in pages.
    pub(super) fn begin(shown: Shown, number: u64, source: Source, wake: Wake) -> Self {
        let (asker, wishes) = channel();
        let task = Task::stream("pages", 1, wake, move |worker| {
            set_and_draw(&source, &wishes, worker);
        });
        Self {
            shown,
            number,
            ends: Some((task, asker)),
        }
    }

    /// What came of it, once it has.
    pub(super) fn take_in(&mut self) -> Option<(Shown, Result<SetPages, Message>)> {
        let heard = match self.ends.as_ref()?.0.poll() {
            Progress::Pending => return None,
            Progress::Ended => Heard::Failed(stopped()),
            Progress::Ready(heard) => heard,
        };
        let (task, asker) = self.ends.take()?;
        let outcome = match heard {
            Heard::Set { sizes, missing } => Ok(SetPages {
                shown: self.shown.clone(),
                number: self.number,
                sizes,
                missing,
                wanted: Vec::new(),
                drawing: None,
                pictures: BTreeMap::new(),
                task,
                asker,
            }),
            Heard::Failed(fault) => Err(fault),
            Heard::Drawn(..) => Err(stopped()),
        };
        Some((self.shown.clone(), outcome))
    }
}

fn stopped() -> Message {
    Message::new("pages-stopped")
}

/// A report that is set in pages, with pictures of those that somebody looks at.
#[derive(Debug)]
pub struct SetPages {
    pub(super) shown: Shown,
    number: u64,
    sizes: Vec<[f32; 2]>,
    missing: Vec<char>,
    wanted: Vec<Asked>,
    drawing: Option<Asked>,
    pictures: BTreeMap<usize, PagePicture>,
    task: Task<Heard>,
    asker: Sender<Asked>,
}

impl SetPages {
    /// Tells these pages from others that were set.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// How wide and high each page is, in points of 1/72 of an inch.
    pub fn sizes(&self) -> &[[f32; 2]] {
        &self.sizes
    }

    /// The characters that no font has, so that their codes stand in their place.
    pub fn missing_characters(&self) -> &[char] {
        &self.missing
    }

    /// The picture of a page, if it is drawn and somebody looks at it.
    pub fn picture(&self, page: usize) -> Option<&PagePicture> {
        self.pictures.get(&page)
    }

    /// Whether pictures are wanted of exactly these pages, so many pixels wide.
    pub fn are_wanted(&self, pages: &[usize], width: u16) -> bool {
        let wanted = self.wanted.iter().copied();
        wanted.eq(pages.iter().map(|page| Asked { page: *page, width }))
    }

    /// Whether every picture that is wanted is drawn.
    pub fn are_drawn(&self) -> bool {
        self.next().is_none()
    }

    /// Wants pictures of these pages, the most needed first, and lets go of all others.
    pub(super) fn want(&mut self, pages: Vec<usize>, width: u16) {
        self.pictures.retain(|page, _| pages.contains(page));
        let pages = pages.into_iter();
        self.wanted = pages.map(|page| Asked { page, width }).collect();
        self.ask();
    }

    /// Takes in what is drawn.
    pub(super) fn take_in(&mut self) {
        while let Progress::Ready(heard) = self.task.poll() {
            if let Heard::Drawn(asked, picture) = heard {
                self.drawing = None;
                match picture {
                    Some(picture) if self.wanted.iter().any(|each| each.page == asked.page) => {
                        self.pictures.insert(asked.page, picture);
                    }
                    Some(_) => {}
                    None => self.wanted.retain(|each| each.page != asked.page),
                }
            }
        }
        self.ask();
    }

    fn next(&self) -> Option<Asked> {
        let is_drawn = |asked: &Asked| {
            let picture = self.pictures.get(&asked.page);
            picture.is_some_and(|picture| picture.asked == asked.width)
        };
        self.wanted.iter().copied().find(|asked| !is_drawn(asked))
    }

    /// Has the page drawn that is needed most; one after the other, so that what nobody looks at
    /// any more holds nothing up.
    fn ask(&mut self) {
        if self.drawing.is_none()
            && let Some(next) = self.next()
            && self.asker.send(next).is_ok()
        {
            self.drawing = Some(next);
        }
    }
}

#[cfg(feature = "pdf")]
fn set_and_draw(source: &Source, wishes: &Receiver<Asked>, worker: &Worker<Heard>) {
    use crate::report::pdf;

    let document = source.report().document;
    let pages = match pdf::lay_out(&document, pdf::MachineFonts::WhereNeeded) {
        Ok(pages) => pages,
        Err(fault) => return worker.send(Heard::Failed(Message::verbatim(&fault))),
    };
    drop(document);
    let sizes: Vec<[f32; 2]> = (0..pages.page_count())
        .filter_map(|page| pages.page_size(page))
        .collect();
    worker.send(Heard::Set {
        sizes: sizes.clone(),
        missing: pages.missing_characters().iter().copied().collect(),
    });
    for asked in wishes {
        let wide = sizes.get(asked.page).map(|[wide, _]| *wide);
        let drawn = wide.and_then(|wide| {
            let scale = f32::from(asked.width) / wide;
            let picture = pages.picture(asked.page, scale)?;
            let in_memory = |side: u32| usize::try_from(side).unwrap_or_default();
            Some(PagePicture {
                asked: asked.width,
                size: [picture.width, picture.height].map(in_memory),
                rgba: picture.rgba,
            })
        });
        worker.send(Heard::Drawn(asked, drawn));
    }
}

#[cfg(not(feature = "pdf"))]
fn set_and_draw(_source: &Source, _wishes: &Receiver<Asked>, worker: &Worker<Heard>) {
    worker.send(Heard::Failed(Message::new("pages-not-built")));
}

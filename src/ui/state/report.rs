//! What the screen of reports remembers: what is chosen, which page is read, and the pictures of
//! the pages in sight.

use std::collections::{BTreeMap, BTreeSet};

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::app::export::{self, Export};
use crate::app::reporting::{PagePicture, SetPages, WhichReport};
use crate::app::{App, Route};
use crate::domain::{RegionalGroup, WithApplication};
use crate::report::{Format, StateReportPart};

#[derive(Debug)]
pub struct ReportState {
    pub choice: ReportChoice,
    /// The parts of the State's own report.
    pub parts: BTreeSet<StateReportPart>,
    /// Whether the filled questionnaire tells how far things are applied.
    pub with_application: WithApplication,
    /// The regional group that the report of the round speaks of alone; of all without one.
    pub group: Option<RegionalGroup>,
    /// The number of the round for which the group was chosen.
    pub group_of_round: u64,
    pub format: Format,
    /// The page that is read; the first is 0.
    pub page: usize,
    /// Whether any of that page is in sight; in a narrow window the first stands below the form.
    pub is_reached: bool,
    /// The page to scroll to.
    pub go_to: Option<usize>,
    /// The pictures of the pages in sight.
    pub pictures: PagePictures,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportChoice {
    /// The State's own.
    Own,
    Filled,
    Blank,
    Round,
}

impl ReportChoice {
    /// The reports of an assessment, in the order in which they are offered.
    pub const OF_ASSESSMENT: [Self; 3] = [Self::Own, Self::Filled, Self::Blank];
}

impl ReportState {
    /// Which report is chosen.
    pub fn which(&self) -> WhichReport {
        WhichReport::Assessment(match self.choice {
            ReportChoice::Own => Export::StateReport(self.parts.clone()),
            ReportChoice::Filled => Export::Questionnaire(self.with_application),
            ReportChoice::Blank => Export::BlankQuestionnaire,
            ReportChoice::Round => return WhichReport::Round(self.group),
        })
    }

    /// Chooses what the screen is about from which somebody comes: the round, or the assessment.
    pub fn come_from(&mut self, route: &Route) {
        let of_round = self.choice == ReportChoice::Round;
        if *route == Route::Round {
            self.choice = ReportChoice::Round;
        } else if of_round && route.needs_session() {
            self.choice = ReportChoice::Own;
        }
    }

    /// Keeps to what is open; whether anything is. A group that was chosen for one round is not
    /// chosen for the next.
    pub fn keep_to_what_is_open(&mut self, app: &App) -> bool {
        if self.group_of_round != app.round_number() {
            self.group_of_round = app.round_number();
            self.group = None;
        }
        let of_round = self.choice == ReportChoice::Round;
        match (app.session().is_some(), app.round().is_some()) {
            (false, false) => return false,
            (false, true) => self.choice = ReportChoice::Round,
            (true, false) if of_round => self.choice = ReportChoice::Own,
            (true, _) => {}
        }
        true
    }
}

impl Default for ReportState {
    fn default() -> Self {
        Self {
            choice: ReportChoice::Own,
            parts: StateReportPart::usual(),
            with_application: WithApplication::No,
            group: None,
            group_of_round: 0,
            format: export::FORMATS.first().copied().unwrap_or(Format::Docx),
            page: 0,
            is_reached: true,
            go_to: None,
            pictures: PagePictures::default(),
        }
    }
}

/// Pictures that the machine that draws the window holds; only those of few pages, by page.
#[derive(Default)]
pub struct PagePictures(BTreeMap<usize, Held>);

struct Held {
    /// Which pages it is of, and how many pixels wide it was asked for.
    of: (u64, u16),
    texture: TextureHandle,
}

impl PagePictures {
    /// Lets go of all pictures but those of these pages, and takes up those that are drawn.
    pub fn keep(&mut self, ctx: &Context, pages: &SetPages, wanted: &[usize]) {
        self.0.retain(|page, _| wanted.contains(page));
        for page in wanted {
            let Some(picture) = pages.picture(*page) else {
                continue;
            };
            let of = (pages.number(), picture.asked);
            if self.0.get(page).is_none_or(|held| held.of != of) {
                let texture = texture(ctx, *page, picture);
                self.0.insert(*page, Held { of, texture });
            }
        }
    }

    /// The picture of a page, and whether it is of these pages and not of earlier ones.
    pub fn get(&self, pages: &SetPages, page: usize) -> Option<(&TextureHandle, bool)> {
        let held = self.0.get(&page)?;
        Some((&held.texture, held.of.0 == pages.number()))
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl std::fmt::Debug for PagePictures {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_set().entries(self.0.keys()).finish()
    }
}

fn texture(ctx: &Context, page: usize, picture: &PagePicture) -> TextureHandle {
    let image = ColorImage::from_rgba_unmultiplied(picture.size, &picture.rgba);
    ctx.load_texture(format!("page_{page}"), image, TextureOptions::LINEAR)
}

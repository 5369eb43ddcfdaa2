//! What each frame cost, for whoever measures: a line on standard error where it is asked for.

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use crate::store;

/// The variable that asks for it.
const VARIABLE: &str = "GUIDEPOST_FRAME_LOG";

/// Measures frames, where it is asked to.
#[derive(Debug)]
pub struct FrameLog {
    asked: bool,
    own: Duration,
}

impl FrameLog {
    /// Asks the environment.
    pub fn from_environment() -> Self {
        Self {
            asked: store::is_asked_for(VARIABLE),
            own: Duration::ZERO,
        }
    }

    /// The moment in which something of the frame begins; `None` where nobody asks.
    pub fn begin(&self) -> Option<Instant> {
        self.asked.then(Instant::now)
    }

    /// Counts what has been done since then as the program's own.
    pub fn end(&mut self, begun: Option<Instant>) {
        self.own += begun.map_or(Duration::ZERO, |begun| begun.elapsed());
    }

    /// Writes the frame down: the microseconds that the program itself took, and all those of the
    /// frame before, with drawing and without waiting for the screen.
    pub fn write(&mut self, frame: &eframe::Frame) {
        if !self.asked {
            return;
        }
        let own = self.own.as_micros();
        let whole = frame.info().cpu_usage.unwrap_or_default();
        let whole = Duration::from_secs_f32(whole).as_micros();
        // Who measures sees that a line is lacking.
        writeln!(io::stderr(), "frame own {own} before {whole}").ok();
        self.own = Duration::ZERO;
    }
}

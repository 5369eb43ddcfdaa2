//! Sharing work out among threads: each takes the next piece, so that only as many are in hand as
//! there are threads.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, Builder};

/// As many threads as the machine has cores.
pub fn all_cores() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// As many threads as the machine has cores, but for the one that the window needs; at least one.
pub fn cores_beside_the_window() -> NonZeroUsize {
    NonZeroUsize::new(all_cores().get() - 1).unwrap_or(NonZeroUsize::MIN)
}

/// Does each piece of work on one of so many threads, this one among them, in no order that anybody
/// should count on; until all is done, or `cancelled`.
pub(super) fn share_out<Piece: Sync>(
    pieces: &[Piece],
    workers: NonZeroUsize,
    cancelled: &AtomicBool,
    work: impl Fn(&Piece) + Sync,
) {
    let next = AtomicUsize::new(0);
    let run = || {
        while !cancelled.load(Ordering::Relaxed) {
            match pieces.get(next.fetch_add(1, Ordering::Relaxed)) {
                Some(piece) => work(piece),
                None => break,
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..workers.get().min(pieces.len()) {
            let worker = Builder::new().name("reader".to_owned());
            // Where the machine gives no further thread, the others do its share.
            worker.spawn_scoped(scope, run).ok();
        }
        run();
    });
}

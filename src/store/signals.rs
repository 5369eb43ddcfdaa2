//! The end that comes from outside: from the desktop's session, a shell, a machine that goes down.

use std::io;

/// Calls `end` once the machine asks the program to end; asked again, the program ends at once.
#[cfg(unix)]
pub fn on_request_to_end(end: impl Fn() + Send + 'static) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let wait = move || {
        let mut signals = signals.forever();
        if signals.next().is_some() {
            end();
        }
        if let Some(signal) = signals.next() {
            signal_hook::low_level::emulate_default_handler(signal).ok();
        }
    };
    let thread = std::thread::Builder::new().name("signals".to_owned());
    thread.spawn(wait).map(drop)
}

/// Elsewhere the machine closes the window instead.
#[cfg(not(unix))]
pub fn on_request_to_end(_end: impl Fn() + Send + 'static) -> io::Result<()> {
    Ok(())
}

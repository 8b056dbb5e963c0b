//! Logs for the person who runs this, and nothing about those who visit: a line knows the route's
//! pattern, never a path with a query, a body, an address, a browser or a code.

use std::panic;

use tracing::Level;
use tracing_subscriber::fmt::MakeWriter;

/// Starts logging to `writer` at `level` (`error`, `warn`, `info`, `debug`). A second call changes nothing.
///
/// Records of the `log` crate (the libraries' own chatter, which may quote requests) are not collected.
pub fn start<W>(level: &str, writer: W)
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let level = level.parse().unwrap_or(Level::INFO);
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_target(false)
        .with_ansi(false)
        .with_writer(writer)
        .finish();
    // Only a second start in one process (tests) is refused; the first one stays.
    let _already_started = tracing::subscriber::set_global_default(subscriber).is_err();
    silence_panic_messages();
}

/// A panic message may quote the text that caused it; only its place in the code is logged.
fn silence_panic_messages() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(|| "an unknown place".into(), ToString::to_string);
        tracing::error!(place, "a panic; the message is withheld");
    }));
}

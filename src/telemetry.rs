//! Logs for the person who runs this, and nothing about those who visit: a line knows the route's
//! pattern, never a path with a query, a body, an address, a browser or a code.

use std::panic;

use tracing::Level;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::{self, MakeWriter};
use tracing_subscriber::layer::SubscriberExt;

/// Starts logging to `writer` at `level` (`error`, `warn`, `info`, `debug`). A second call changes nothing.
///
/// Only our own lines are written: what the libraries have to say may quote a request.
pub fn start<W>(level: &str, writer: W)
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let level = level.parse().unwrap_or(Level::INFO);
    let lines = fmt::layer().with_target(false).with_ansi(false).with_writer(writer);
    let ours = Targets::new().with_target("spoross", level);
    let subscriber = tracing_subscriber::registry().with(lines.with_filter(ours));
    // Only a second start in one process (tests) is refused; the first one stays.
    let _already_started = tracing::subscriber::set_global_default(subscriber).is_err();
}

/// A panic message may quote the text that caused it; only its place in the code is logged.
pub fn silence_panic_messages() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(|| "an unknown place".into(), ToString::to_string);
        tracing::error!(place, "a panic; the message is withheld");
    }));
}

//! Content files: the owner's own, or the ones that come with the program.

use std::path::Path;

use anyhow::{Context, Result};

/// Reads and parses the owner's file, or what is built in when `path` is empty. `what` names it in an error.
pub(super) fn load<T>(path: &Path, built_in: &str, what: &str, parse: impl Fn(&str) -> Result<T>) -> Result<T> {
    if path.as_os_str().is_empty() {
        return parse(built_in).with_context(|| format!("the built-in {what}"));
    }
    let name = path.display();
    let own = std::fs::read_to_string(path).with_context(|| format!("reading the {what} in {name}"))?;
    parse(&own).with_context(|| format!("the {what} in {name}"))
}

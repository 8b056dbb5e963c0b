//! What everyone can do.

mod abuse;
mod ask;
mod challenge;
mod privacy;
mod read;
mod receipt;
mod search;
mod warned;

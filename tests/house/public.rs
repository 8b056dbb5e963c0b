//! What everyone can do.

mod abuse;
mod ask;
mod challenge;
mod read;
mod receipt;
mod warned;

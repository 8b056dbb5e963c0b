//! What everyone can do.

mod ask;
mod read;
mod receipt;
mod warned;

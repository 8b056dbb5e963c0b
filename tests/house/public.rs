//! What everyone can do.

mod abuse;
mod accessibility;
mod answered;
mod article;
mod ask;
mod challenge;
mod closed;
mod feedback;
mod help;
mod language;
mod privacy;
pub mod read;
mod receipt;
mod school;
mod search;
pub mod topics;
mod version;
pub mod warned;

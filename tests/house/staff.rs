//! What those who answer can do.

mod alike;
mod answer;
pub mod article;
mod autosave;
mod carried;
mod checks;
mod companion;
pub mod dictionary;
mod digest;
mod feedback;
mod flood;
mod help_services;
mod history;
mod letter;
mod marks;
mod members;
mod profile;
mod publication;
mod queue;
mod review;
mod sign_in;
mod statistics;
mod text_block;
mod triage;
pub mod version;

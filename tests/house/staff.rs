//! What those who answer can do.

mod alike;
mod answer;
pub mod article;
pub mod dictionary;
mod digest;
mod feedback;
mod flood;
mod help_services;
mod letter;
mod marks;
mod members;
mod profile;
mod publication;
mod queue;
mod review;
mod sign_in;
mod statistics;
mod triage;
pub mod version;

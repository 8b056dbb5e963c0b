//! The product's nouns and verbs. A verb takes a connection, the one who acts and the moment; it reaches for
//! nothing else. Within the domain the modules on the right of `tests/house/order.rs`'s list may use those left of them.

pub mod answer;
pub mod article;
pub mod audience;
pub mod audit;
mod content;
pub mod dictionary;
pub mod digest;

pub mod errors;
pub mod escalation;
pub mod feedback;
pub mod flood;
pub mod help_service;
pub mod ids;
pub mod letter;
pub mod new_word;
pub mod outbox;
pub mod publication;
pub mod question;
pub mod queue;
pub mod receipt;
pub mod region;
pub mod reminder;
pub mod report;
pub mod season;
pub mod staff;
pub mod statistics;
pub mod text_block;
pub mod topic;
pub mod triage;
pub mod wait;

pub use errors::{Error, Refusal, Result};

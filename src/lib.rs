//! Spør oss: a free, self-hosted, anonymous question-and-answer service for young people.
//!
//! The storeys, from the ground up: ground (settings, clock, secret, telemetry, mailer, database, vault, text),
//! domain, app, and web beside jobs. A module uses what is below it; `tests/house/order.rs` enforces it.

pub mod app;
pub mod clock;
pub mod database;
pub mod domain;
pub mod jobs;
pub mod mailer;
pub mod secret;
pub mod settings;
pub mod telemetry;
pub mod text;
pub mod vault;
pub mod web;

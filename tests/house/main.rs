//! The whole house, in process, on SQLite or PostgreSQL (`SPOROSS_TEST_DATABASE=postgres` with
//! `SPOROSS_TEST_POSTGRES=postgres://…`). Tests are sentences about people.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop"
)]

mod acute;
mod api;
mod canary;
mod commands;
mod headers;
mod identifying;
mod import;
mod jobs;
mod locks;
mod machines;
mod mail;
mod migrations;
mod order;
mod privacy;
mod proxy;
mod public;
mod staff;
mod support;
mod texts;

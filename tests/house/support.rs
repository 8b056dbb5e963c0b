//! A house for one test, the people in it, and the senses to look at pages with.

pub mod database;
pub mod files;
pub mod house;
pub mod log;
pub mod mail_server;
pub mod page;
pub mod person;
pub mod program;
pub mod proxied;
pub mod visitor;

pub use house::House;
pub use page::Page;

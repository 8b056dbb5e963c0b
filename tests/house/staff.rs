//! What those who answer can do.

mod answer;
mod letter;
mod marks;
mod members;
mod queue;
mod review;
mod sign_in;
mod triage;

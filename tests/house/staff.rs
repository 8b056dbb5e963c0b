//! What those who answer can do.

mod answer;
mod members;
mod queue;
mod review;
mod sign_in;

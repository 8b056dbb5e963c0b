//! The demo team's text blocks.

use std::sync::Arc;

use serde::Deserialize;
use spoross::clock::Moment;
use spoross::database::AnyConnection;
use spoross::domain::staff::{Clinician, SignedIn};
use spoross::domain::text_block::{self, Text};
use spoross::domain::{self};
use spoross::text::language::Language;

const BLOCKS: &str = include_str!("../../../../demo/text_blocks.toml");

#[derive(Deserialize)]
struct File {
    block: Vec<Block>,
}

#[derive(Deserialize)]
struct Block {
    language: Language,
    title: String,
    body: String,
}

/// Writes them all, by the first clinician of the team.
pub(super) fn write_all<'a>(
    conn: &mut AnyConnection,
    mut team: impl Iterator<Item = &'a Arc<SignedIn>>,
    now: Moment,
) -> domain::Result<()> {
    let file: File = toml::from_str(BLOCKS).map_err(|_| domain::Error::UnknownContent)?;
    let Some(writer) = team.find_map(|someone| Clinician::try_from(someone.clone()).ok()) else {
        return Ok(());
    };
    for Block { language, title, body } in file.block {
        let text = Text { language, title, body: body.trim().to_owned() };
        text_block::create(conn, &writer, &text, now)?;
    }
    Ok(())
}

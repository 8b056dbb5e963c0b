//! Versions that come with their pair from another house: public, and approved by nobody here.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::{State, Variant, original_of, table};
use crate::database::AnyConnection;
use crate::domain::answer::Wording;
use crate::domain::errors::Result;
use crate::domain::publication::Publication;

/// A version on its way in, read and checked.
#[derive(Clone, Debug)]
pub struct Incoming {
    pub variant: Variant,
    pub wording: Wording,
    pub written_on: NaiveDate,
    pub approved_on: Option<NaiveDate>,
    pub public_on: NaiveDate,
}

/// Puts beside a pair that was just added what it had beside it elsewhere; readers' copies follow the pair's own change.
pub(in crate::domain::publication) fn take_in(
    conn: &mut AnyConnection,
    pair: &Publication,
    incoming: &[Incoming],
) -> Result<()> {
    for Incoming { variant, wording, written_on, approved_on, public_on } in incoming {
        diesel::insert_into(table::table)
            .values((
                table::publication_id.eq(pair.id.as_str()),
                table::language.eq(variant.tongue.tag()),
                table::is_easy.eq(variant.is_easy),
                table::state.eq(State::Public.word()),
                table::number.eq(1),
                table::title.eq(&wording.title),
                table::question.eq(&wording.question),
                table::answer.eq(&wording.answer),
                table::original.eq(original_of(pair)),
                table::written_on.eq(written_on),
                table::approved_on.eq(approved_on),
                table::public_on.eq(public_on),
            ))
            .execute(conn)?;
    }
    Ok(())
}

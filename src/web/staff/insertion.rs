//! What a button puts into the answer: the skeleton that the young rate best, or one of the team's text blocks. It goes
//! where `[+]` stands, else after what is written.

use crate::app::App;
use crate::database::AnyConnection;
use crate::domain::answer::Wording;
use crate::domain::answer::marks::Marker;
use crate::domain::audience::AgeBand;
use crate::domain::ids::TextBlockId;
use crate::domain::letter::model::find_unfilled;
use crate::domain::text_block;
use crate::domain::{self};
use crate::text::language::Language;
use crate::web::locale::Texts;

/// Where something is to be put.
const MARK: &str = "[+]";
const SKELETON: &str = "skeleton";

/// What differs from one answer to the next, by the names a block calls it, each with the key of its meaning.
pub const GAPS: [(&str, &str); 3] = [("{alder}", "gap-age"), ("{tema}", "gap-topic"), ("{hjelp}", "gap-help")];

/// What a button asks for.
pub enum Insertion {
    /// Short answer first, why, what you can do, who can help: headings in the asker's language.
    Skeleton,
    Block(TextBlockId),
}

/// What the gaps of one answer are filled with.
pub struct Filling {
    language: Language,
    values: [String; 3],
}

impl Filling {
    /// Of a question on this topic, by someone of this age.
    pub fn of(app: &App, topic: &str, marker: &Marker<'_>) -> Self {
        let (language, age_band) = (marker.language, marker.age_band);
        let age =
            if age_band == AgeBand::Unsaid { "gap-age-unsaid".to_owned() } else { format!("age-{}", age_band.word()) };
        let name = app.topics.find(topic).map_or(topic, |topic| topic.name.to(language));
        let fitting = app.help_services.for_topic(topic).into_iter().find(|service| service.ages.may_include(age_band));
        let help = fitting.or_else(|| app.help_services.first().last().copied()).map(|service| {
            let named = service.name.to(language);
            let name = if service.url.is_empty() { named.to_owned() } else { format!("[{named}]({})", service.url) };
            if service.number.is_empty() { name } else { format!("{name} ({})", service.number) }
        });
        let values = [Texts(language).t(age).to_string(), name.to_owned(), help.unwrap_or_default()];
        Self { language, values }
    }
}

impl Insertion {
    /// Reads what a button sends: "skeleton", or "block" and its id.
    pub fn read(value: &str) -> Option<Self> {
        if value == SKELETON {
            return Some(Self::Skeleton);
        }
        TextBlockId::parse(value.strip_prefix("block ")?).map(Self::Block)
    }

    /// Puts it in. An answer that has begun gets no skeleton; a block that was deleted meanwhile changes nothing.
    pub fn apply(&self, conn: &mut AnyConnection, filling: &Filling, wording: &mut Wording) -> domain::Result<()> {
        let id = match self {
            Self::Skeleton if wording.answer.is_empty() => {
                wording.answer = skeleton(Texts(filling.language));
                return Ok(());
            }
            Self::Skeleton => return Ok(()),
            Self::Block(id) => id,
        };
        let block = match text_block::find(conn, id) {
            Err(domain::Error::NotFound) => return Ok(()),
            found => found?,
        };
        let gaps = GAPS.iter().zip(&filling.values);
        let text = gaps.fold(block.text.body, |text, ((gap, _), value)| text.replace(gap, value));
        put(&mut wording.answer, &text);
        Ok(())
    }
}

fn skeleton(texts: Texts) -> String {
    let part = |part: &str| {
        let (heading, begin) = (texts.t(format!("skeleton-{part}")), texts.t(format!("skeleton-{part}-begin")));
        format!("## {heading}\n\n{begin}")
    };
    let greeting = texts.t("skeleton-greeting").to_string();
    let parts = ["short", "why", "do", "help"].map(part);
    [&[greeting], parts.as_slice()].concat().join("\n\n")
}

/// Whether something still waits to be filled in: the mark, or several words in `[CAPITALS]` that are no link.
pub fn has_gap(answer: &str) -> bool {
    let is_gap = |(start, _): (usize, &str)| {
        let rest = answer.get(start..).unwrap_or_default();
        rest.split_once(']').is_some_and(|(words, after)| {
            words.contains(' ') && !after.starts_with('(') && find_unfilled(&format!("{words}]")).is_some()
        })
    };
    answer.contains(MARK) || answer.match_indices('[').any(is_gap)
}

/// Puts a text where the mark stands, else at the end, as a paragraph of its own.
fn put(answer: &mut String, text: &str) {
    if answer.contains(MARK) {
        *answer = answer.replacen(MARK, text, 1);
        return;
    }
    let parts = [answer.trim_end(), text];
    *answer = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_found_and_a_link_or_an_abbreviation_is_none() {
        for (answer, is_gap) in [
            ("[SVARET I ÉN SETNING]", true),
            ("Les hos [FHI](https://www.fhi.no). [FORKLAR MED ORD]", true),
            ("Hei [+]", true),
            ("[NRK OG FHI](https://www.fhi.no) om [THC]", false),
            ("[se her] [ [", false),
        ] {
            assert_eq!(has_gap(answer), is_gap, "{answer}");
        }
    }
}

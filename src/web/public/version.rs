//! A pair in another language or in easy words: its page, and the line on every page of a pair that says what there is.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};

use super::answers::{self, Read, Returned};
use crate::app::App;
use crate::domain::publication::Publication;
use crate::domain::publication::version::{Variant, Version};
use crate::text::language::Language;
use crate::web::error::{Error, Result};
use crate::web::locale::Texts;
use crate::web::page::{Frame, Reply, Standing};

/// `GET /sporsmal/{slug}/{version}`
pub async fn show(app: Data<App>, path: Path<(String, String)>, request: HttpRequest) -> Result<Reply> {
    let (slug, ending) = path.into_inner();
    let read = answers::find(&app, slug, Frame::of(&request).language()).await?;
    let pair = &read.publication;
    let variant = Variant::from_ending(&ending, pair.language).ok_or(Error::NotFound)?;
    let version = read.version(variant).ok_or(Error::NotFound)?;
    if variant.in_place_of().is_some() {
        return Ok(Reply::see_other(&variant.path(&pair.slug, pair.language)));
    }
    Ok(answers::page(&app, &request, &read, Some(version), Returned::default())?.briefly_cached())
}

/// A link to the pair in other words.
pub struct Edition {
    pub name: String,
    /// The language of the name.
    pub named_in: &'static str,
    pub tag: &'static str,
    pub path: String,
    pub is_original: bool,
}

/// What there is beside what is shown: the original first.
pub fn editions(frame: &Frame, read: &Read, shown: Option<&Version>) -> Vec<Edition> {
    let own = read.publication.language;
    let original = Edition {
        name: own.own_name().to_owned(),
        named_in: own.tag(),
        tag: own.tag(),
        path: format!("{}{}", own.prefix(), read.publication.path()),
        is_original: true,
    };
    let others = read.versions.iter().map(|version| version.variant).map(|variant| Edition {
        name: name(frame.texts, variant, own),
        named_in: if variant.is_easy { frame.language().tag() } else { variant.tongue.tag() },
        tag: variant.tongue.tag(),
        path: link(frame, &read.publication, variant),
        is_original: false,
    });
    let shown = shown.map_or_else(|| original.path.clone(), |version| link(frame, &read.publication, version.variant));
    let all: Vec<Edition> = std::iter::once(original).chain(others).collect();
    // A pair that stands alone needs no line about it.
    if all.len() == 1 { Vec::new() } else { all.into_iter().filter(|edition| edition.path != shown).collect() }
}

/// A version's name on a page in some language: the language's own name, and whether it is easy to read.
pub fn name(texts: Texts, variant: Variant, own: Language) -> String {
    let (easy, tongue) = (texts.t("easy-read"), variant.tongue.own_name());
    match (variant.is_easy, variant.tongue == own.into()) {
        (false, _) => tongue.to_owned(),
        (true, true) => easy.to_string(),
        (true, false) => format!("{tongue}, {}", easy.to_string().to_lowercase()),
    }
}

/// A language that is none of ours has no frame of its own: whoever reads it keeps theirs.
fn link(frame: &Frame, pair: &Publication, variant: Variant) -> String {
    match variant.tongue.of_ours() {
        Some(_) => variant.path(&pair.slug, pair.language),
        None => frame.link(variant.path(&pair.slug, pair.language)),
    }
}

/// Where the page stands for those who follow `hreflang`. Easy words have no tag of their own: they only name their
/// address.
pub fn standing(frame: &Frame, read: &Read, shown: Option<&Version>) -> Standing {
    let own = read.publication.language;
    let path_of = |variant: Variant| variant.path(&read.publication.slug, own);
    let told_in = Some(told_in(read));
    let foreign = read.versions.iter().map(|version| version.variant);
    let foreign = foreign.filter(|variant| !variant.is_easy && variant.tongue.of_ours().is_none());
    let ours =
        Language::ALL.map(|language| (language.tag(), format!("{}{}", language.prefix(), read.publication.path())));
    let all = ours.into_iter().chain(foreign.map(|variant| (variant.tongue.tag(), path_of(variant))));
    let but = |tag: &str| Some(all.clone().filter(|(other, _)| *other != tag).collect());
    match shown.map(|version| version.variant).filter(|variant| variant.in_place_of().is_none()) {
        None => Standing { others: but(frame.language().tag()), told_in, ..Standing::default() },
        Some(easy) if easy.is_easy => Standing {
            canonical: Some(path_of(easy)),
            tag: Some(""),
            others: Some(Vec::new()),
            // Its words are in one language; in another, the whole answer serves better than its frame alone.
            elsewhere: Some(read.publication.path()),
            told_in,
        },
        Some(variant) => {
            let (canonical, tag) = (Some(path_of(variant)), variant.tongue.tag());
            Standing { canonical, tag: Some(tag), others: but(tag), told_in, ..Standing::default() }
        }
    }
}

/// The languages of ours that the pair's words are in, each with its page.
fn told_in(read: &Read) -> Vec<(Language, String)> {
    let in_place = read.versions.iter().filter_map(|version| version.variant.in_place_of());
    let path = |language: Language| (language, format!("{}{}", language.prefix(), read.publication.path()));
    std::iter::once(read.publication.language).chain(in_place).map(path).collect()
}

/// «Oversatt fra bokmål av oss. En kollega har lest den og sagt ja, 3. mars 2026.»
pub fn made_by(texts: Texts, version: &Version, own: Language) -> String {
    let is_own_easy = version.variant.is_easy && version.variant.tongue == own.into();
    let key = match (is_own_easy, version.is_imported()) {
        (true, false) => "version-made-easy",
        (false, false) => "version-translated",
        (true, true) => "version-easy-imported",
        (false, true) => "version-translated-imported",
    };
    let language = texts.t(format!("language-{}", own.tag()));
    let date = version.approved_on.unwrap_or(version.written_on);
    texts.t(key).with("language", language).with("date", texts.date(&date)).to_string()
}

//! Where a pair will stand, in the forms of those who write it and on the pages of those who read it before it comes out.

use crate::app::App;
use crate::app::search::Hit;
use crate::database::AnyConnection;
use crate::domain::answer::Wording;
use crate::domain::answer::placing::{MOST_RELATED, MOST_TOPICS, Placing, address_in};
use crate::domain::article::reading;
use crate::domain::publication::placed::{self, Fault, Neighbour};
use crate::domain::publication::slug;
use crate::domain::{self};
use crate::text::difference::words::{Piece, pieces};
use crate::text::language::Language;
use crate::web::form::{Fields, FormErrors};
use crate::web::page::Frame;

/// Lines and boxes of a form that are read; more are refused as too many.
const MOST_READ: usize = 20;
/// The longest line that is given back.
const LONGEST: usize = 300;
/// Articles of the topic that are proposed.
const ARTICLES: usize = 3;

/// What the form offers.
#[derive(Default)]
pub(super) struct Choices {
    /// What was chosen, as it was typed.
    pub placing: Placing,
    /// The address the pair would get; empty when it has one already.
    pub address: String,
    /// No title gives an address yet.
    pub is_untitled: bool,
    /// One that is free, when the typed one is not.
    pub free: String,
    pub language: Language,
    /// What the words look like, when that is another language.
    pub guessed: Option<Language>,
    /// Slug, name, and whether it is chosen.
    pub topics: Vec<(String, String, bool)>,
    /// Those of the chosen addresses that lead somewhere.
    pub pages: Vec<Neighbour>,
    pub proposals: Vec<Neighbour>,
}

/// One thing that was chosen, in words, and what changed in it.
pub(super) struct Row {
    /// The key of its name.
    pub key: &'static str,
    pub text: String,
    pub changes: Vec<Piece>,
}

/// Reads the part of a form. A line that is no address of ours is kept as it was typed.
pub(super) fn read(fields: &mut Fields) -> Placing {
    let (typed, picked) = (fields.text("related"), fields.all("pick"));
    let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    let mut related: Vec<String> = Vec::new();
    for line in lines.chain(picked).take(MOST_READ) {
        let address = address_in(&line).unwrap_or_else(|| line.chars().take(LONGEST).collect());
        if !related.contains(&address) {
            related.push(address);
        }
    }
    Placing {
        slug: fields.line("slug").trim_matches('/').chars().take(LONGEST).collect(),
        language: Language::from_tag(&fields.line("language")),
        further_topics: fields.all("further").into_iter().take(MOST_READ).collect(),
        related,
    }
}

/// What is wrong with what was chosen, for a pair that stands at `own`, or that has no address yet.
pub(super) async fn find_faults(app: &App, placing: &Placing, own: &str) -> domain::Result<FormErrors> {
    let (wanted, own) = (placing.clone(), own.to_owned());
    app.database
        .read("placing.find_faults", move |conn| {
            let mut errors = FormErrors::default();
            if own.is_empty() && !wanted.slug.is_empty() {
                match slug::find_fault(conn, &wanted.slug)?.map(|(fault, _)| fault) {
                    Some(slug::Fault::Letters) => errors.add("slug", "error-address-letters"),
                    Some(slug::Fault::Long) => errors.add("slug", "error-address-long"),
                    Some(slug::Fault::Taken) => errors.add("slug", "error-address-taken"),
                    None => {}
                }
            }
            if wanted.further_topics.len() > MOST_TOPICS {
                errors.add("further", "error-further-many");
            }
            if wanted.related.len() > MOST_RELATED {
                errors.add("related", "error-related-many");
            }
            match placed::find_fault(conn, &own, &wanted.related)? {
                Some((_, Fault::Unknown)) => errors.add("related", "error-related-page"),
                Some((_, Fault::Itself)) => errors.add("related", "error-related-itself"),
                None => {}
            }
            Ok(errors)
        })
        .await
}

impl Choices {
    /// For an answer on its way: `topic` and `language` are its question's.
    pub async fn of_draft(
        app: &App,
        frame: &Frame,
        wording: &Wording,
        (topic, language): (&str, Language),
        alike: &[Hit],
    ) -> domain::Result<Self> {
        let wanted = wording.clone();
        let (address, free) = app
            .database
            .read("slug.propose", move |conn| {
                let free = slug::find_fault(conn, &wanted.placing.slug)?.map(|(_, free)| free);
                Ok::<_, domain::Error>((slug::propose(conn, &wanted)?.0, free.unwrap_or_default()))
            })
            .await?;
        let is_untitled = wording.title.is_empty() && wording.placing.slug.is_empty();
        let guess = Language::guess(&format!("{}\n{}", wording.title, wording.answer));
        let chosen = wording.placing.language.or(guess).unwrap_or(language);
        let proposals = alike.iter().map(neighbour).collect();
        let choices = Self::of(app, frame, &wording.placing, (topic, chosen), proposals).await?;
        Ok(Self { address, free, is_untitled, guessed: guess.filter(|guess| *guess != chosen), ..choices })
    }

    /// For a pair that stands already, beside the pairs most like it.
    pub async fn of_pair(
        app: &App,
        frame: &Frame,
        placing: &Placing,
        place: (&str, Language),
        alike: Vec<String>,
    ) -> domain::Result<Self> {
        let addresses: Vec<String> = alike.iter().map(|slug| format!("/sporsmal/{slug}")).collect();
        let proposals = move |conn: &mut AnyConnection| placed::list_pages(conn, &addresses);
        let proposals = app.database.read("placing.propose", proposals).await?;
        Self::of(app, frame, placing, place, proposals).await
    }

    async fn of(
        app: &App,
        frame: &Frame,
        placing: &Placing,
        (topic, language): (&str, Language),
        mut proposals: Vec<Neighbour>,
    ) -> domain::Result<Self> {
        let (wanted, own_topic) = (placing.clone(), topic.to_owned());
        let (pages, articles) = app
            .database
            .read("placing.list", move |conn| {
                let articles = reading::list(conn, Some(&own_topic))?;
                Ok::<_, domain::Error>((placed::list_pages(conn, &wanted.related)?, articles))
            })
            .await?;
        proposals.extend(articles.into_iter().take(ARTICLES).map(|article| Neighbour {
            path: format!("/fakta/{}", article.slug),
            language: article.language().to_owned(),
            title: article.title,
        }));
        proposals.retain(|page| !placing.related.contains(&page.path));
        let topics = app.topics.all().iter().filter(|other| other.slug != topic);
        let topics = topics.map(|other| {
            let is_chosen = placing.further_topics.contains(&other.slug);
            (other.slug.clone(), other.name.to(frame.language()).to_owned(), is_chosen)
        });
        let topics = topics.collect();
        Ok(Self { placing: placing.clone(), language, topics, pages, proposals, ..Self::default() })
    }

    /// Whether anything of what stands folded away was chosen.
    pub fn is_begun(&self) -> bool {
        !self.placing.further_topics.is_empty() || !self.placing.related.is_empty()
    }

    /// The addresses in the form, one a line.
    pub fn related(&self) -> String {
        self.placing.related.join("\n")
    }
}

fn neighbour(hit: &Hit) -> Neighbour {
    let title = hit.title.iter().map(|piece| piece.text.as_str()).collect();
    Neighbour { path: format!("/sporsmal/{}", hit.slug), title, language: hit.tongue.tag().to_owned() }
}

/// What was chosen, in words; `before` is what it was when someone read it last, or what stands now. What is the house's
/// own choice then is said as such.
pub(super) fn rows(
    app: &App,
    frame: &Frame,
    (now, before): (&Placing, Option<&Placing>),
    language: Language,
) -> Vec<Row> {
    let names = |placing: &Placing| {
        let found = placing.further_topics.iter().filter_map(|slug| app.topics.find(slug));
        found.map(|topic| topic.name.to(frame.language())).collect::<Vec<_>>().join(", ")
    };
    let tongue = |placing: &Placing| placing.language.unwrap_or(language).own_name().to_owned();
    let beside = |placing: &Placing| placing.related.join("\n");
    let row = |key, say: &dyn Fn(&Placing) -> String| {
        let text = say(now);
        Row { key, changes: before.map_or_else(Vec::new, |before| pieces(&say(before), &text)), text }
    };
    vec![row("placing-language", &tongue), row("placing-further", &names), row("placing-related", &beside)]
}

/// The pages that were chosen to stand beside a pair, by title.
pub(super) fn pages(conn: &mut AnyConnection, placing: &Placing) -> domain::Result<Vec<Neighbour>> {
    placed::list_pages(conn, &placing.related)
}

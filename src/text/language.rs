//! The three languages every text of ours exists in.

mod guess;

use serde::{Deserialize, Serialize};

/// A language of the interface, of a question or of a published pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Nb,
    Nn,
    En,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::Nb, Self::Nn, Self::En];

    /// The BCP 47 tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// What stands before every public path in this language; bokmål has the bare paths.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Nb => "",
            Self::Nn => "/nn",
            Self::En => "/en",
        }
    }

    /// The language a public path is written in.
    pub fn of_path(path: &str) -> Self {
        [Self::Nn, Self::En]
            .into_iter()
            .find(|language| {
                path.strip_prefix(language.prefix()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
            .unwrap_or_default()
    }

    /// The language's own name.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Nb => "Bokmål",
            Self::Nn => "Nynorsk",
            Self::En => "English",
        }
    }
}

/// One text in all three languages, as the content files write it.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Translated {
    pub nb: String,
    pub nn: String,
    pub en: String,
}

impl Translated {
    pub fn to(&self, language: Language) -> &str {
        match language {
            Language::Nb => &self.nb,
            Language::Nn => &self.nn,
            Language::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_its_language() {
        for (path, language) in [
            ("/", Language::Nb),
            ("/spor", Language::Nb),
            ("/nn", Language::Nn),
            ("/nn/spor", Language::Nn),
            ("/en/", Language::En),
            ("/enhver", Language::Nb),
            ("/nnx/spor", Language::Nb),
        ] {
            assert_eq!(Language::of_path(path), language, "{path}");
        }
    }
}

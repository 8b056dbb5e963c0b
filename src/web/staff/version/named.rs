//! What a version is called in the panel: its language in the reader's words, then what the language calls itself.

use std::fmt;

use crate::domain::publication::version::Variant;
use crate::text::tongue::Tongue;
use crate::web::locale::Texts;

/// «Arabisk (العربية), klarspråk»
pub struct Named {
    pub here: String,
    /// None when that is what it is called here too.
    pub own: Option<&'static str>,
    pub tag: &'static str,
    /// «, klarspråk»; empty for a version in ordinary words.
    pub easy: String,
}

impl Named {
    pub fn of(texts: Texts, variant: Variant) -> Self {
        let mut named = Self::of_tongue(texts, variant.tongue);
        if variant.is_easy {
            named.easy = format!(", {}", texts.t("easy-read").to_string().to_lowercase());
        }
        named
    }

    /// Its language alone, where it stands among others of its kind.
    pub fn of_tongue(texts: Texts, tongue: Tongue) -> Self {
        let called = texts.t(format!("language-{}", tongue.tag())).to_string();
        let mut letters = called.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let here: String = first.chain(letters).collect();
        let own = Some(tongue.own_name()).filter(|own| !here.contains(own));
        Self { here, own, tag: tongue.tag(), easy: String::new() }
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.here)?;
        if let Some(own) = self.own {
            write!(f, " ({own})")?;
        }
        f.write_str(&self.easy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::language::Language;

    #[test]
    fn whoever_cannot_read_a_script_knows_the_language_all_the_same() {
        for (word, language, called) in [
            ("ar", Language::Nb, "Arabisk (العربية)"),
            ("ar-klarsprak", Language::Nn, "Arabisk (العربية), klarspråk"),
            ("en", Language::Nb, "Engelsk (English)"),
            ("en", Language::En, "English"),
            ("nn", Language::Nb, "Nynorsk"),
            ("nn", Language::En, "Norwegian (Nynorsk)"),
            ("uk-klarsprak", Language::En, "Ukrainian (Українська), easy read"),
        ] {
            let variant = Variant::from_word(word).unwrap();
            assert_eq!(Named::of(Texts(language), variant).to_string(), called, "{word}");
        }
    }
}

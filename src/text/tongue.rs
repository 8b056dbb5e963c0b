//! Languages that a published pair may have a version in. Our own texts exist in [`Language`] only; readers have more.

use super::language::Language;

/// A language we know the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tongue(&'static Known);

#[derive(Debug, PartialEq, Eq)]
struct Known {
    tag: &'static str,
    own_name: &'static str,
    is_from_right: bool,
}

const fn known(tag: &'static str, own_name: &'static str) -> Known {
    Known { tag, own_name, is_from_right: false }
}

const fn from_right(tag: &'static str, own_name: &'static str) -> Known {
    Known { tag, own_name, is_from_right: true }
}

/// What is spoken in homes and schools in Norway. One that is missing is one line here.
static KNOWN: [Known; 32] = [
    known("nb", "Bokmål"),
    known("nn", "Nynorsk"),
    known("en", "English"),
    known("se", "Davvisámegiella"),
    known("smj", "Julevsámegiella"),
    known("sma", "Åarjelsaemien gïele"),
    known("fkv", "Kvääni"),
    known("am", "አማርኛ"),
    from_right("ar", "العربية"),
    from_right("ckb", "سۆرانی"),
    known("da", "Dansk"),
    known("de", "Deutsch"),
    known("es", "Español"),
    from_right("fa", "فارسی"),
    known("fi", "Suomi"),
    known("fr", "Français"),
    known("kmr", "Kurmancî"),
    known("lt", "Lietuvių"),
    known("lv", "Latviešu"),
    known("pl", "Polski"),
    from_right("prs", "دری"),
    from_right("ps", "پښتو"),
    known("ro", "Română"),
    known("ru", "Русский"),
    known("so", "Soomaali"),
    known("sv", "Svenska"),
    known("sw", "Kiswahili"),
    known("th", "ไทย"),
    known("ti", "ትግርኛ"),
    known("tr", "Türkçe"),
    known("uk", "Українська"),
    from_right("ur", "اردو"),
];

impl Tongue {
    /// Every language we know the name of.
    pub fn all() -> impl Iterator<Item = Self> {
        KNOWN.iter().map(Self)
    }

    /// By its BCP 47 tag, as we write it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        KNOWN.iter().find(|known| known.tag == tag).map(Self)
    }

    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    /// The language's own name.
    pub fn own_name(self) -> &'static str {
        self.0.own_name
    }

    /// The value of `dir`.
    pub fn direction(self) -> &'static str {
        if self.0.is_from_right { "rtl" } else { "ltr" }
    }

    /// The language of ours that it is, if it is one.
    pub fn of_ours(self) -> Option<Language> {
        Language::from_tag(self.0.tag)
    }
}

impl From<Language> for Tongue {
    fn from(language: Language) -> Self {
        let [nb, nn, en, ..] = &KNOWN;
        Self(match language {
            Language::Nb => nb,
            Language::Nn => nn,
            Language::En => en,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_language_of_ours_is_a_tongue_of_its_own() {
        for language in Language::ALL {
            let tongue = Tongue::from(language);
            assert_eq!((tongue.tag(), tongue.own_name()), (language.tag(), language.own_name()));
            assert_eq!(tongue.of_ours(), Some(language));
        }
        let tags: BTreeSet<&str> = KNOWN.iter().map(|known| known.tag).collect();
        assert_eq!(tags.len(), KNOWN.len());
    }

    #[test]
    fn some_are_read_from_the_right_and_some_are_not_known() {
        for (tag, direction) in [("ar", Some("rtl")), ("uk", Some("ltr")), ("xx", None), ("EN", None), ("", None)] {
            assert_eq!(Tongue::from_tag(tag).map(Tongue::direction), direction, "{tag}");
        }
    }
}

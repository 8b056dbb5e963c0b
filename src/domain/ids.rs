//! Random ids, and the words that are kept as text. Both are checked where they come in.

use uuid::Uuid;

/// A word read from outside, a column or a form, that is not in its list.
#[derive(Debug, thiserror::Error)]
#[error("not a known {0}")]
pub struct UnknownWord(pub &'static str);

/// An id: a random UUID (version 4), as text. Never v1, v6 or v7: they hold the minute they were made in.
macro_rules! random_id {
    ($(#[$note:meta])* $name:ident) => {
        $(#[$note])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            pub fn random() -> Self {
                Self(Uuid::new_v4().to_string())
            }

            /// Reads an id from a path; `None` for anything but a UUID as we write it.
            pub fn parse(text: &str) -> Option<Self> {
                let id = Uuid::try_parse(text).ok()?.to_string();
                (id == text).then_some(Self(id))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        /// From a column of our own, which only ever held such an id.
        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }
    };
}

random_id!(StaffId);
random_id!(EpochId);
random_id!(
    /// Never shown outside the panel.
    QuestionId
);
random_id!(PublicationId);
random_id!(LetterId);
random_id!(RelevelId);
random_id!(ReportId);
random_id!(ArticleId);
random_id!(MailId);
random_id!(TextBlockId);
random_id!(EscalationId);
random_id!(CommentId);

impl QuestionId {
    /// What people call a question by in the panel: «9D2A».
    pub fn short(&self) -> String {
        self.0.chars().take(4).collect::<String>().to_uppercase()
    }

    /// The id that a form's own token and its content lead to: sending the same form twice makes one question, on
    /// any instance, and nothing about the token is kept. `seed` is 16 bytes only the server can compute.
    pub fn from_seed(seed: [u8; 16]) -> Self {
        Self(uuid::Builder::from_random_bytes(seed).into_uuid().to_string())
    }
}

/// An enum kept as a word: in columns, forms, files and message keys alike.
macro_rules! words {
    ($(#[$note:meta])* $name:ident, $what:literal { $($(#[$about:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$note])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$about])* #[serde(rename = $word)] $variant),+
        }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.word() == word)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::domain::ids::UnknownWord;

            fn try_from(word: String) -> Result<Self, Self::Error> {
                Self::from_word(&word).ok_or($crate::domain::ids::UnknownWord($what))
            }
        }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_random_and_say_nothing_of_time() {
        let id = QuestionId::random();
        assert_eq!(Uuid::try_parse(id.as_str()).unwrap().get_version_num(), 4);
        assert_ne!(id, QuestionId::random());
    }

    #[test]
    fn an_id_from_a_seed_looks_like_any_other_and_is_always_the_same() {
        let id = QuestionId::from_seed([0xff; 16]);
        assert_eq!(Uuid::try_parse(id.as_str()).unwrap().get_version_num(), 4);
        assert_eq!(id, QuestionId::from_seed([0xff; 16]));
        assert_ne!(id, QuestionId::from_seed([0xfe; 16]));
    }

    #[test]
    fn only_our_own_spelling_of_an_id_is_read() {
        let id = QuestionId::random();
        assert_eq!(QuestionId::parse(id.as_str()), Some(id.clone()));
        let wrong =
            [id.as_str().to_uppercase(), format!("{{{id}}}"), id.as_str().replace('-', ""), "1".into(), String::new()];
        for text in wrong {
            assert_eq!(QuestionId::parse(&text), None, "{text}");
        }
    }
}

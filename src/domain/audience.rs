//! Who asks, as far as they want to say: gender and age band. Both are published with the pair as given;
//! region never is.

use serde::{Deserialize, Serialize};

use super::ids::words;

words!(
    /// What the form offers. "Other" is never published: with it the age band stands alone.
    Gender, "gender" {
        Female = "female",
        Male = "male",
        Other = "other",
        Unsaid = "unsaid",
    }
);

words!(
    /// Age in bands wide enough to hide in.
    AgeBand, "age band" {
        Under13 = "under_13",
        From13To15 = "13_15",
        From16To17 = "16_17",
        From18To20 = "18_20",
        From21To25 = "21_25",
        Over25 = "over_25",
        Unsaid = "unsaid",
    }
);

impl AgeBand {
    /// The youngest and the oldest in it; `None` when it was not said.
    pub fn years(self) -> Option<(u8, u8)> {
        match self {
            Self::Under13 => Some((0, 12)),
            Self::From13To15 => Some((13, 15)),
            Self::From16To17 => Some((16, 17)),
            Self::From18To20 => Some((18, 20)),
            Self::From21To25 => Some((21, 25)),
            Self::Over25 => Some((26, u8::MAX)),
            Self::Unsaid => None,
        }
    }

    pub fn is_minor(self) -> bool {
        self.years().is_some_and(|(_, oldest)| oldest < 18)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    pub gender: Gender,
    pub age_band: AgeBand,
}

impl Audience {
    /// What may stand under a published question.
    pub fn for_publication(self) -> Self {
        match self.gender {
            Gender::Other => Self { gender: Gender::Unsaid, ..self },
            _ => self,
        }
    }

    /// Whether this is a grown-up's signature ("kvinne", "mann") or a young person's ("jente", "gutt").
    pub fn is_grown_up(self) -> bool {
        matches!(self.age_band, AgeBand::From21To25 | AgeBand::Over25)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_gender_is_not_published() {
        let audience = Audience { gender: Gender::Other, age_band: AgeBand::From13To15 };
        assert_eq!(audience.for_publication().gender, Gender::Unsaid);
        assert_eq!(audience.for_publication().age_band, AgeBand::From13To15);
    }

    #[test]
    fn words_go_there_and_back() {
        for band in AgeBand::ALL {
            assert_eq!(AgeBand::from_word(band.word()), Some(*band));
        }
        assert_eq!(AgeBand::from_word("14"), None);
    }
}

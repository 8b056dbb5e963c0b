//! Numbers as they may be shown (small-cell protection).

/// A number below this is shown as "<5".
const SMALLEST_SHOWN: i64 = 5;

/// A number as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tally {
    None,
    /// One to four.
    Few,
    /// Not told, so that a number under five cannot be worked out. Which of the hidden ones is the small one is not told
    /// either.
    Hidden,
    Exactly(i64),
}

impl Tally {
    /// A number that stands alone.
    pub fn of(count: i64) -> Self {
        match count {
            ..=0 => Self::None,
            count if count < SMALLEST_SHOWN => Self::Few,
            count => Self::Exactly(count),
        }
    }

    /// Numbers beside each other, whose sum may be told elsewhere. Where that sum would tell those under five, they are
    /// hidden together with the smallest that is not (secondary suppression: Hundepool et al. 2012, Statistical Disclosure
    /// Control).
    pub fn of_all(counts: &[i64]) -> Vec<Self> {
        let mut tallies: Vec<Self> = counts.iter().copied().map(Self::of).collect();
        let smallest = counts.iter().copied().filter(|count| *count >= SMALLEST_SHOWN).min();
        let shade = counts.iter().position(|count| Some(*count) == smallest);
        if let (Some(shade), true) = (shade, sum_tells_the_small(counts)) {
            for (nth, tally) in tallies.iter_mut().enumerate() {
                if nth == shade || *tally == Self::Few {
                    *tally = Self::Hidden;
                }
            }
        }
        tallies
    }

    /// Whether the number itself is told, and there is one.
    pub fn is_exact(self) -> bool {
        matches!(self, Self::Exactly(_))
    }

    /// What a picture may draw of it: no more than is told.
    pub fn at_least(self) -> i64 {
        match self {
            Self::None => 0,
            Self::Few | Self::Hidden => 2,
            Self::Exactly(count) => count,
        }
    }
}

/// One alone is what is left of the sum; more of them are known when all are as small or as large as they can be.
fn sum_tells_the_small(counts: &[i64]) -> bool {
    let small = || counts.iter().copied().filter(|count| (1..SMALLEST_SHOWN).contains(count));
    match small().count() {
        0 => false,
        1 => true,
        _ => small().all(|count| count == 1) || small().all(|count| count == SMALLEST_SHOWN - 1),
    }
}

/// A hidden number is a colon, as in the tables of Statistics Norway.
impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::None => f.write_str("0"),
            Self::Few => write!(f, "<{SMALLEST_SHOWN}"),
            Self::Hidden => f.write_str(":"),
            Self::Exactly(count) => count.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(counts: &[i64]) -> String {
        Tally::of_all(counts).iter().map(Tally::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn small_numbers_are_not_told_apart() {
        let shown: Vec<String> = [0, 1, 4, 5, 1234].map(|count| Tally::of(count).to_string()).into();
        assert_eq!(shown, ["0", "<5", "<5", "5", "1234"]);
    }

    #[test]
    fn a_small_number_is_not_what_is_left_of_the_sum() {
        for (counts, expected) in [
            (&[20, 3, 0, 17][..], "20 : 0 :"),
            (&[20, 3, 2, 17], "20 <5 <5 17"),
            (&[20, 1, 1, 17], "20 : : :"),
            (&[20, 4, 4, 4, 17], "20 : : : :"),
            (&[9, 1, 9], ": : 9"),
            (&[20, 17, 0], "20 17 0"),
            // Nothing to hide it behind; what tells the sum hides it as well.
            (&[3, 0], "<5 0"),
            (&[], ""),
        ] {
            assert_eq!(shown(counts), expected, "{counts:?}");
        }
    }
}

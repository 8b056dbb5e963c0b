//! The rows of the groups' file as a person reads them, for a dictionary: which word, of what kind, and how sure we are.

use crate::vault::fingerprint_hex;

/// What kind of word a row has. Misspellings, and words that merely lead to a group, are for search alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Name,
    Street,
    Brand,
    English,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Name, Self::Street, Self::Brand, Self::English];

    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Street => "street",
            Self::Brand => "brand",
            Self::English => "english",
        }
    }

    fn of_column(kind: &str) -> Option<Self> {
        match kind {
            "formal" | "nynorsk" => Some(Self::Name),
            "slang" => Some(Self::Street),
            "brand" => Some(Self::Brand),
            "english" => Some(Self::English),
            _ => None,
        }
    }
}

/// One row that a dictionary could show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub group: String,
    pub term: String,
    pub kind: Kind,
    /// Nobody of the field has said yet that people say so.
    pub is_guess: bool,
    /// Of the whole row: another when anything in it is changed.
    pub fingerprint: String,
}

/// Reads the file; lines that [`super::Synonyms`] would refuse are not looked at again.
pub fn read(groups: &str) -> Vec<Row> {
    groups.lines().skip(1).filter(|line| !line.starts_with('#')).filter_map(read_row).collect()
}

fn read_row(line: &str) -> Option<Row> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [group, _, term, kind, ..] = columns.as_slice() else { return None };
    Some(Row {
        group: (*group).to_owned(),
        term: (*term).to_owned(),
        kind: Kind::of_column(kind)?,
        is_guess: columns.get(6) == Some(&"review"),
        fingerprint: fingerprint_hex(line.trim_end().as_bytes()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "group\tcanonical\tterm\tkind\tambiguous\tnote\tbasis\n\
        heroin\theroin\theroin\tformal\tno\t\tseen\n\
        # ours\n\
        heroin\theroin\thest\tslang\tyes\thorse\treview\n\
        heroin\theroin\therion\tmisspelling\tno\t\tplain\n\
        heroin\theroin\tfiks\trelated_oneway\tno\t\treview\n";

    #[test]
    fn names_and_street_names_are_for_reading_and_the_rest_is_for_search() {
        let rows = read(FILE);
        let told: Vec<_> = rows.iter().map(|row| (row.term.as_str(), row.kind, row.is_guess)).collect();
        assert_eq!(told, [("heroin", Kind::Name, false), ("hest", Kind::Street, true)]);
    }

    #[test]
    fn a_changed_row_has_another_fingerprint() {
        let before = &read(FILE)[1];
        for (from, to) in [("\thest\t", "\thestar\t"), ("\thorse\t", "\tan animal\t"), ("\treview", "\tseen")] {
            let after = read(&FILE.replacen(from, to, 1));
            assert!(after.iter().all(|row| row.fingerprint != before.fingerprint), "{from}");
            assert_eq!(after[0], read(FILE)[0]);
        }
    }
}

//! The lexicons together: the built-in lists, or the owner's from a folder of their own.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use std::sync::Arc;

use super::search::Lists;
use super::{acute, compounds, identifying, synonyms};

/// Every file an owner's folder may hold. One that is not there is the built-in one.
const FILES: [&str; 8] = [
    acute::RULES,
    identifying::FIRST_NAMES,
    identifying::LAST_NAMES,
    identifying::PLACES,
    identifying::WORDS,
    synonyms::FILE,
    synonyms::EVERYDAY,
    compounds::FILE,
];

/// What may give someone away, signs of danger, and what words search knows.
#[derive(Debug)]
pub struct Lexicons {
    pub identifying: identifying::Lexicon,
    /// As they were at the start; search itself reads them anew when they change. None: the built-in ones, which are
    /// read when they are first used.
    pub own_search: Option<Arc<Lists>>,
    /// None: the built-in rules, which are compiled when they are first used.
    own_acute: Option<acute::Lexicon>,
}

impl Lexicons {
    /// The owner's lists over the built-in ones; an empty path means the built-in ones alone. An error names the file
    /// and the line.
    pub fn load(folder: &Path) -> Result<Self> {
        if folder.as_os_str().is_empty() {
            return Ok(Self {
                identifying: identifying::Lexicon::built_in().clone(),
                own_search: None,
                own_acute: None,
            });
        }
        let own = read(folder).with_context(|| format!("reading the lexicons in {}", folder.display()))?;
        let named = |name: &str| folder.join(name).display().to_string();
        let rules = own.get(acute::RULES).map(|text| acute::Lexicon::parse(text)).transpose();
        Ok(Self {
            identifying: identifying::Lexicon::parse_over_built_in(|name| own.get(name).cloned())
                .with_context(|| format!("the lexicons in {}", folder.display()))?,
            own_search: Lists::load(folder)?,
            own_acute: rules.with_context(|| named(acute::RULES))?,
        })
    }

    pub fn acute(&self) -> &acute::Lexicon {
        self.own_acute.as_ref().unwrap_or_else(|| acute::Lexicon::built_in())
    }
}

/// The lists in a folder by their names. A name we do not know is refused: a misspelled list would be missed by nobody.
fn read(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut lists = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if FILES.contains(&name.as_str()) {
            let text = fs::read_to_string(&path).with_context(|| name.clone())?;
            lists.insert(name, text);
        } else if path.extension().is_some_and(|ending| ending == "tsv" || ending == "txt") {
            bail!("no list is called {name}; the lists are {}", FILES.join(", "));
        }
    }
    ensure!(!lists.is_empty(), "none of the lists is there: {}", FILES.join(", "));
    Ok(lists)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(name: &str, text: &str) -> Result<Lexicons, String> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), text).unwrap();
        Lexicons::load(folder.path()).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn the_owners_list_stands_in_for_the_built_in_one_and_the_rest_stays() {
        let heading = "id\tcategory\tseverity\tlang\tkind\tregex\texamples\tnote\n";
        let rule = "x001\tsuicide\tR1\tnb\tphrase\tsnart er det slutt\tsnart er det slutt\t\n";
        let own = load(acute::RULES, &format!("{heading}{rule}")).unwrap();
        assert_eq!(own.acute().find("snart er det slutt").rules, ["x001"]);
        assert_eq!(own.acute().find("jeg vil bare dø").rules, Vec::<String>::new());
        assert_eq!(own.identifying.warn("ring meg på 68 05 12 34").len(), 1);
    }

    #[test]
    fn a_wrong_list_is_named_with_its_line() {
        let rules = "id\tcategory\tseverity\tlang\tkind\tregex\texamples\tnote\n# ours\n\nx1\tsuicide\n";
        for (name, text, line) in [
            (acute::RULES, rules, "line 4"),
            (acute::RULES, "id\nx\tsad\tR1\tnb\tphrase\ta\ta\t\n", "line 2"),
            (
                identifying::FIRST_NAMES,
                "# ours\nname\tweight\talso_word\talso_slang\nKari\t1\tno\tno\nOla\t1\n",
                "line 4",
            ),
            (identifying::LAST_NAMES, "name\tbearers\talso_word\nHansen\t1\tmaybe\n", "line 2"),
            (identifying::PLACES, "name\tkind\nMo\n", "line 2"),
            (identifying::WORDS, "# nothing\n", "empty"),
        ] {
            let said = load(name, text).unwrap_err();
            assert!(said.contains(name) && said.contains(line), "{said}");
        }
    }

    #[test]
    fn a_folder_without_lists_or_with_a_misspelled_one_is_refused() {
        assert!(load("acute_term.tsv", "").unwrap_err().contains("acute_term.tsv"));
        assert!(load("README.md", "").unwrap_err().contains("none of the lists"));
        assert!(Lexicons::load(Path::new("/nowhere/lexicon")).is_err());
        assert!(Lexicons::load(Path::new("")).is_ok());
    }
}

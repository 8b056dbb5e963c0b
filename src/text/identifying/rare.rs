//! What is rare enough to point at one family: many siblings, twins, a known job, a rare illness, the only one.
//! Always for a person to judge.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::Reading;
use super::{Finding, Kind, Lexicon};

const PATTERNS: [&str; 8] = [
    r"(?:tvilling|trilling|firling)(?:broren|bror|søsteren|søstera|søster|ene|ane|er|ar|en)?",
    r"(?:pappa|mamma|far|mor|faren|moren|mora|stefaren|bestefar|papp|mammaen|pappaen)(?: min| mi)? (?:er|e|æ|var) (?:ordfører|ordførar|prest|lensmann|rektor|politimester|stortingsmann|stortingspolitiker|fastlege|fastlegen|politi|politimann|kjent|kjendis|biskop|imam|pastor|predikant|lærer på skolen(?: min)?|lærar på skulen(?: min)?)",
    r"(?:fire|fem|seks|sju|syv|åtte|ni|ti|[4-9]|1[0-4]) (?:søsken|sysken|småsøsken|brødre|brør|søstre|systrer)",
    r"(?:eneste|einaste) (?:[a-zæøå\-]+ ){1,4}(?:på|i) (?:skolen|skulen|bygda|klassen|klassa|byen|kommunen|trinnet|øya)",
    r"(?:adoptert|adoptera) (?:fra|frå) [a-zæøå]{3,}",
    r"(?:vant|vunnet|vunne|gull i|sølv i|bronse i) (?:nm|vm|em|norgesmesterskapet|norway cup)|(?:landslaget|landslag|elitelandslaget)",
    r"(?:huntingtons|cystisk fibrose|turner(?:s)? syndrom|klinefelter(?:s)?(?: syndrom)?|prader-willi|ehlers-danlos|marfan(?:s)?(?: syndrom)?|duchenne|osteogenesis imperfecta|narkolepsi|tourettes|tourette)",
    r"(?:kongefamilien|kongehuset|asylmottaket|asylmottak|fosterheim|beredskapshjem)",
];

static RARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&PATTERNS.join("|")).unwrap_or_else(|error| panic!("a pattern of ours is broken: {error}"))
});

pub(super) fn find(reading: &Reading, _lexicon: &Lexicon, found: &mut Vec<Finding>) {
    for hit in RARE.find_iter(&reading.low) {
        let before = reading.low.get(..hit.start()).and_then(|text| text.chars().next_back());
        let after = reading.low.get(hit.end()..).and_then(|text| text.chars().next());
        if [before, after].into_iter().flatten().all(|character| !character.is_alphanumeric()) {
            found.push(Finding { start: hit.start(), end: hit.end(), kind: Kind::Rare, is_sure: false });
        }
    }
}

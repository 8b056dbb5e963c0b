//! The walls of the house: a module may use what is below it, never above, never a neighbour's rooms.
//! Reads the `use` lines and paths of every source file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up; the first part of a path inside the crate decides the storey.
const STOREYS: [&[&str]; 4] = [
    &["settings", "clock", "secret", "telemetry", "mailer", "database", "vault", "text"],
    &["domain"],
    &["app"],
    &["web", "jobs"],
];

/// Inside the domain, right may use left. Nouns in one group may not use each other.
const DOMAIN: [&[&str]; 17] = [
    &["content"],
    &["ids", "errors"],
    &["region"],
    &["topic", "audience"],
    &["help_service"],
    &["audit", "outbox"],
    &["staff"],
    &["question", "season"],
    &["receipt", "triage", "queue", "wait"],
    &["letter"],
    &["flood"],
    &["escalation"],
    &["answer"],
    &["publication"],
    &["article", "dictionary", "text_block"],
    &["statistics", "digest", "new_word"],
    &["feedback", "report", "reminder"],
];

/// What the domain must not know at all.
const NOT_IN_DOMAIN: [&str; 6] =
    ["actix_web", "askama", "lettre", "crate::settings", "crate::telemetry", "crate::mailer"];

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(source_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// The module path of a file: `src/web/public/ask.rs` is `web`, `public`, `ask`.
fn module_of(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix("src").unwrap().with_extension("");
    inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect()
}

/// A file's code without comments and without its unit tests.
fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Every module path this code names, from the crate's root: `crate::a::{b, c::d}` and `super::…` alike.
fn used_modules(code: &str, module: &[String]) -> Vec<Vec<String>> {
    let mut used = Vec::new();
    for (marker, root) in [("crate::", Vec::new()), ("super::", module[..module.len().saturating_sub(1)].to_vec())] {
        let mut rest = code;
        while let Some(place) = rest.find(marker) {
            let is_start =
                !rest[..place].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':');
            let after = &rest[place + marker.len()..];
            if is_start {
                read_tree(after, &root, &mut used);
            }
            rest = after;
        }
    }
    used
}

/// Reads one `use` tree or path; braces open branches.
fn read_tree(text: &str, root: &[String], used: &mut Vec<Vec<String>>) {
    let mut path = root.to_vec();
    let mut rest = text;
    loop {
        if let Some(climbed) = rest.strip_prefix("super::") {
            path.pop();
            rest = climbed;
            continue;
        }
        if let Some(inner) = rest.strip_prefix('{') {
            for branch in branches(inner) {
                read_tree(branch.trim(), &path, used);
            }
            return;
        }
        let name: String = rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
        if name.is_empty() {
            break;
        }
        rest = &rest[name.len()..];
        path.push(name);
        match rest.strip_prefix("::") {
            Some(deeper) => rest = deeper,
            None => break,
        }
    }
    used.push(path);
}

/// The comma-separated parts up to the closing brace.
fn branches(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (place, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&text[start..place]);
                return parts;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[start..place]);
                start = place + 1;
            }
            _ => {}
        }
    }
    parts
}

fn level(storeys: &[&[&str]], name: &str) -> Option<usize> {
    storeys.iter().position(|rooms| rooms.contains(&name))
}

/// Every breach of a list, as sentences.
fn breaches(storeys: &[&[&str]], module: &str, used: &str, file: &Path) -> Option<String> {
    let (from, to) = (level(storeys, module)?, level(storeys, used)?);
    let is_neighbour = from == to && module != used && storeys.len() != STOREYS.len();
    let is_sideways = from == to && module != used && from == storeys.len() - 1 && storeys.len() == STOREYS.len();
    (to > from || is_neighbour || is_sideways).then(|| format!("{}: {module} uses {used}", file.display()))
}

fn modules() -> BTreeMap<PathBuf, (Vec<String>, String)> {
    source_files(Path::new("src"))
        .into_iter()
        .filter(|file| !["main", "lib", "commands"].contains(&module_of(file)[0].as_str()))
        .map(|file| {
            let (module, code) = (module_of(&file), code_of(&file));
            (file, (module, code))
        })
        .collect()
}

#[test]
fn every_module_has_its_storey() {
    for (file, (module, _)) in modules() {
        assert!(level(&STOREYS, &module[0]).is_some(), "{}: {} has no storey", file.display(), module[0]);
        if module[0] == "domain" && module.len() > 1 {
            assert!(
                level(&DOMAIN, &module[1]).is_some(),
                "{}: {} has no place in the domain",
                file.display(),
                module[1]
            );
        }
    }
}

#[test]
fn nobody_uses_what_is_above_or_beside_them() {
    let mut found = Vec::new();
    for (file, (module, code)) in modules() {
        for used in used_modules(&code, &module).into_iter().filter(|used| !used.is_empty()) {
            found.extend(breaches(&STOREYS, &module[0], &used[0], &file));
            if module[0] == "domain" && used[0] == "domain" && module.len() > 1 && used.len() > 1 {
                found.extend(breaches(&DOMAIN, &module[1], &used[1], &file));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_domain_knows_no_web_no_templates_no_mail_and_no_settings() {
    for (file, (module, code)) in modules() {
        if module[0] == "domain" {
            for banned in NOT_IN_DOMAIN {
                assert!(!code.contains(&format!("{banned}::")), "{} knows {banned}", file.display());
            }
        }
    }
}

#[test]
fn a_breach_is_noticed() {
    let module = ["domain".to_owned(), "queue".to_owned()];
    let code =
        "use crate::{clock::Moment, web::{page, form}};\nuse super::publication;\nfn f() { super::super::app::x() }";
    let used = used_modules(code, &module);
    let said: Vec<String> = used.iter().map(|path| path.join("::")).collect();
    for expected in ["clock::Moment", "web::page", "web::form", "domain::publication", "app::x"] {
        assert!(said.contains(&expected.to_owned()), "{expected} in {said:?}");
    }
    let file = Path::new("src/domain/queue.rs");
    assert!(breaches(&STOREYS, "domain", "web", file).is_some());
    assert!(breaches(&STOREYS, "jobs", "web", file).is_some());
    assert!(breaches(&STOREYS, "vault", "secret", file).is_none());
    assert!(breaches(&DOMAIN, "queue", "publication", file).is_some());
    assert!(breaches(&DOMAIN, "publication", "queue", file).is_none());
    assert!(breaches(&DOMAIN, "topic", "audience", file).is_some());
}

#[test]
fn no_room_is_named_after_nothing() {
    for (file, _) in modules() {
        let name = file.file_stem().unwrap().to_str().unwrap();
        for banned in ["manager", "helper", "util", "handler", "dto", "common", "misc", "info", "process"] {
            assert!(!name.contains(banned), "{} does not say what lives there", file.display());
        }
    }
}

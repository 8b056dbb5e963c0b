//! Which route a path belongs to, and which routes give pages: read from the house's own tables.

use spoross::web::{Route, public, staff};

const PANEL: &str = "/panel";

/// `/nn`, `/en`, `/panel` or nothing.
pub fn prefix_of(path: &str) -> &'static str {
    let first = path.split('/').nth(1).unwrap_or_default();
    match first {
        "nn" => "/nn",
        "en" => "/en",
        "panel" => PANEL,
        _ => "",
    }
}

/// The same page in another language.
pub fn is_translated(path: &str) -> bool {
    matches!(prefix_of(path), "/nn" | "/en")
}

/// The first route in the table that fits, as the service itself chooses.
pub fn route_of(path: &str) -> Option<&'static Route> {
    let prefix = prefix_of(path);
    let bare = path.strip_prefix(prefix)?.trim_end_matches('/');
    let table = if prefix == PANEL { staff::ROUTES } else { public::ROUTES };
    table.iter().find(|route| fits(route.path.trim_end_matches('/'), bare))
}

fn fits(pattern: &str, path: &str) -> bool {
    let same = |(one, other): (&str, &str)| match (one.find('{'), one.rfind('}')) {
        (Some(start), Some(end)) => {
            other.starts_with(one.get(..start).unwrap_or_default())
                && other.ends_with(one.get(end + 1..).unwrap_or_default())
        }
        _ => one == other,
    };
    pattern.split('/').count() == path.split('/').count() && pattern.split('/').zip(path.split('/')).all(same)
}

/// Not what programs read, and not the way out, which leads elsewhere.
pub fn is_page(route: &Route) -> bool {
    let for_programs = [".xml", ".csv", ".jsonld"].iter().any(|end| route.path.ends_with(end));
    route.method == "get" && !for_programs && route.path != "/ut"
}

/// Every public page in every language.
pub fn of_everyone() -> Vec<String> {
    let pages = || public::ROUTES.iter().filter(|route| is_page(route));
    ["", "/nn", "/en"].iter().flat_map(|prefix| pages().map(move |route| format!("{prefix}{}", route.path))).collect()
}

/// Every page of the panel.
pub fn of_the_panel() -> Vec<String> {
    staff::ROUTES.iter().filter(|route| is_page(route)).map(|route| format!("{PANEL}{}", route.path)).collect()
}

//! The screens and wishes that a page is looked at with.

/// What axe-core is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Axe {
    All,
    /// Only what other colours can change.
    Colours,
    Nothing,
}

/// What the reader's device is like.
pub struct Condition {
    pub name: &'static str,
    /// Width and height in CSS pixels, and device pixels to each.
    pub screen: (u32, u32, f32),
    /// What the reader has told the system.
    pub media: &'static [(&'static str, &'static str)],
    /// How large the reader has set the text.
    pub text_percent: u32,
    /// What of `own.js` is asked here.
    pub looks: &'static [&'static str],
    pub axe: Axe,
}

pub const USUAL: Condition = Condition {
    name: "1280 px",
    screen: (1280, 900, 1.0),
    media: &[],
    text_percent: 100,
    looks: &["summary", "order", "primary", "writing", "focus", "width", "cut"],
    axe: Axe::All,
};

const PHONE: Condition =
    Condition { name: "320 px", screen: (320, 640, 1.0), looks: &["width", "cut", "targets", "spacing"], ..USUAL };

const CONDITIONS: &[Condition] = &[
    // First: the error summary has its focus from loading.
    USUAL,
    PHONE,
    Condition {
        name: "dark",
        media: &[("prefers-color-scheme", "dark")],
        looks: &["focus"],
        axe: Axe::Colours,
        ..USUAL
    },
    Condition {
        name: "forced colours",
        media: &[("forced-colors", "active")],
        looks: &["focus"],
        axe: Axe::Colours,
        ..USUAL
    },
    Condition {
        name: "reduced motion",
        media: &[("prefers-reduced-motion", "reduce")],
        looks: &["stillness"],
        axe: Axe::Nothing,
        ..USUAL
    },
    Condition {
        name: "360 px",
        screen: (360, 740, 1.0),
        looks: &["width", "cut", "targets"],
        axe: Axe::Nothing,
        ..PHONE
    },
    Condition { name: "text at 200 %", text_percent: 200, looks: &["width", "cut"], ..USUAL },
    // 1280 × 900 at 400 %.
    Condition { name: "400 % zoom", screen: (320, 225, 4.0), looks: &["width", "cut", "focus"], ..USUAL },
];

/// All of them; where only the words are in another language, those in which longer words show.
pub fn for_page(path: &str) -> impl Iterator<Item = &'static Condition> {
    CONDITIONS.iter().take(if super::routes::is_translated(path) { 2 } else { CONDITIONS.len() })
}

/// Which languages a page at this path may be in.
pub fn languages_at(path: &str) -> &'static [&'static str] {
    match super::routes::prefix_of(path) {
        "/nn" => &["nn"],
        "/en" => &["en"],
        "/panel" => &["nb", "nn", "en"],
        _ => &["nb"],
    }
}

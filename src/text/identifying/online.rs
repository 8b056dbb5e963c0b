//! Who someone is on the net: e-mail addresses, also spelled out, links, user names next to a platform, IPv6.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::Reading;
use super::{Finding, Kind, Lexicon};

const PLATFORMS: [&str; 36] = [
    "snap",
    "snapp",
    "snapen",
    "snappen",
    "snapchat",
    "snapchatten",
    "insta",
    "instaen",
    "instagram",
    "instagrammen",
    "ig",
    "tiktok",
    "tiktoken",
    "discord",
    "discorden",
    "dc",
    "roblox",
    "telegram",
    "signal",
    "kik",
    "facebook",
    "fb",
    "messenger",
    "wickr",
    "steam",
    "psn",
    "xbox",
    "twitch",
    "minecraft",
    "bereal",
    "gamertag",
    "brukernavn",
    "brukernavnet",
    "brukarnamn",
    "brukarnamnet",
    "username",
];
/// Words of the shape of a user name that are none.
const NOT_HANDLES: [&str; 14] = [
    "covid",
    "vitamin",
    "fortnite",
    "iphone",
    "windows",
    "fifa",
    "gta",
    "level",
    "lvl",
    "top",
    "generasjon",
    "uke",
    "veke",
    "side",
];

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap_or_else(|error| panic!("a pattern of ours is broken: {error}"))
}

static EMAIL: LazyLock<Regex> =
    LazyLock::new(|| regex(r"[a-zæøå0-9_%+][a-zæøå0-9._%+\-]*@([a-zæøå0-9\-]+(?:\.[a-zæøå0-9\-]+)*\.[a-z]{2,})"));
static SPELLED_EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"[a-zæøå0-9_][a-zæøå0-9._\-]*(?: (?:punktum|punkt|dot|prikk) [a-zæøå0-9_\-]+)?",
        r" ?(?:(?:krøllalfa|krøll alfa|alfakrøll|krølla|snabel-a|\(at\)|\[at\]|\(a\)|\[a\]) ?|@ |@)",
        r"[a-z0-9\-]+ ?(?:punktum|punkt|dot|prikk|\.|\(dot\)|\[dot\]) ?(?:com|no|net|org|se|dk|eu)",
    ))
});
static BARE_AT_EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"[a-zæøå0-9_][a-zæøå0-9._\-]* (?:at|alfa) ",
        r"(?:gmail|hotmail|outlook|icloud|live|yahoo|online|proton|protonmail)(?: ?(?:punktum|punkt|dot|\.) ?(?:com|no|me))",
    ))
});
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?:https?://|www\.)[^ \n<>]+",
        r"|(?:[a-z0-9\-]+\.)+(?:com|no|net|org|me|gg|io|tv|ly|app|ee)/[^ \n<>]+",
    ))
});
static AT_NAME: LazyLock<Regex> = LazyLock::new(|| regex(r"@[a-zæøå0-9_][a-zæøå0-9_.]{2,29}"));
static NAMED_ACCOUNT: LazyLock<Regex> = LazyLock::new(|| {
    regex(concat!(
        r"(?:snapchat|snapp|snap|instagram|insta|ig|tiktok|discord|dc|roblox|telegram|signal|kik|facebook|fb|wickr|steam|psn|xbox|",
        r"twitch|minecraft|bereal|gamertag|username|brukarnamn|brukernavn)(?:ten|men|en|et|n|)(?: ?(?:navnet|navn|namnet|namn|name|bruker|brukeren|brukar|konto|kontoen|id))?",
        r"(?: (?:min|mitt|mi|my|hans|hennes))?( er| heter| heiter| e| æ| is|:| :| =)+ ?@?([a-zæøå0-9_][a-zæøå0-9_.#\-]{2,29})",
    ))
});
static USER_NAME: LazyLock<Regex> = LazyLock::new(|| regex(r"[a-zæøå0-9_][a-zæøå0-9_.\-#]{2,29}"));
static IPV6: LazyLock<Regex> = LazyLock::new(|| regex(r"[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){3,7}"));

pub(super) fn find(reading: &Reading, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    emails(reading, lexicon, found);
    links(reading, lexicon, found);
    named_accounts(reading, lexicon, found);
    user_names(reading, lexicon, found);
    for hit in IPV6.find_iter(&reading.low) {
        let is_address =
            hit.as_str().matches(':').count() >= 4 && hit.as_str().bytes().any(|byte| byte.is_ascii_alphanumeric());
        if is_address && is_apart(reading, hit.start(), hit.end()) {
            found.push(Finding { start: hit.start(), end: hit.end(), kind: Kind::IpAddress, is_sure: true });
        }
    }
}

/// No letter or digit on either side.
fn is_apart(reading: &Reading, start: usize, end: usize) -> bool {
    let before = reading.low.get(..start).and_then(|text| text.chars().next_back());
    let after = reading.low.get(end..).and_then(|text| text.chars().next());
    [before, after].into_iter().flatten().all(|character| !character.is_alphanumeric() && character != '_')
}

/// The same for the front only.
fn starts_apart(reading: &Reading, start: usize) -> bool {
    let before = reading.low.get(..start).and_then(|text| text.chars().next_back());
    before.is_none_or(|character| !character.is_alphanumeric() && character != '_')
}

fn emails(reading: &Reading, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    for hit in EMAIL.captures_iter(&reading.low) {
        let (Some(whole), Some(host)) = (hit.get(0), hit.get(1)) else { continue };
        if !lexicon.is_known_site(host.as_str()) {
            found.push(Finding { start: whole.start(), end: whole.end(), kind: Kind::Email, is_sure: true });
        }
    }
    let spelled = SPELLED_EMAIL.find_iter(&reading.low).chain(BARE_AT_EMAIL.find_iter(&reading.low));
    for hit in spelled {
        let is_known = lexicon.is_known_site(hit.as_str().rsplit(['@', ' ']).next().unwrap_or_default());
        if !is_known && is_apart(reading, hit.start(), hit.end()) {
            found.push(Finding { start: hit.start(), end: hit.end(), kind: Kind::Email, is_sure: true });
        }
    }
}

fn links(reading: &Reading, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    for hit in LINK.find_iter(&reading.low) {
        let link = hit.as_str().trim_end_matches(['.', ',', '!', '?', ')', ';', ':', '"', '\'', '»', '”', ']']);
        let bare = link.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
        // What follows an `@` or stands before one is not the host.
        let host = bare.split(['/', '?', '#', ':']).next().unwrap_or_default();
        if starts_apart(reading, hit.start())
            && !bare.is_empty()
            && (host.contains('@') || !lexicon.is_known_site(host))
        {
            found.push(Finding {
                start: hit.start(),
                end: hit.start() + link.len(),
                kind: Kind::UrlProfile,
                is_sure: true,
            });
        }
    }
}

/// `snap: karianehelene`, `instaen min er kari.h`: what follows is a user name unless it is a word.
fn named_accounts(reading: &Reading, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    for hit in NAMED_ACCOUNT.captures_iter(&reading.low) {
        let (Some(whole), Some(link), Some(name)) = (hit.get(0), hit.get(1), hit.get(2)) else { continue };
        let name_text = name.as_str().trim_end_matches(['.', '-', '#']);
        let is_name = starts_apart(reading, whole.start())
            && name_text.len() >= 3
            && name_text.contains(|letter: char| letter.is_alphabetic())
            && is_apart(reading, name.start(), name.start() + name_text.len())
            && name_text.split(['.', '-', '_']).any(|part| part.len() >= 3 && !lexicon.words.has(part));
        let is_alone = !name_text.contains('.') || name_text.split('.').all(|part| !lexicon.words.has(part));
        if is_name && is_alone {
            // "snap er …" goes on with any word there is; only after "heter" or a colon, with nothing more after it,
            // is a plain word taken for a name.
            let is_naming = [":", " :", " =", " heter", " heiter"].contains(&link.as_str());
            let is_last = !reading
                .low
                .get(name.end()..)
                .is_some_and(|rest| rest.trim_start_matches(' ').starts_with(char::is_alphabetic));
            let is_sure = is_user_name(name_text) || is_naming && is_last || name_text.contains(['.', '_']);
            let is_possible =
                is_sure || is_naming || whole.as_str().contains(" min ") || whole.as_str().contains("navn");
            if is_possible {
                found.push(Finding {
                    start: name.start(),
                    end: name.start() + name_text.len(),
                    kind: Kind::Handle,
                    is_sure,
                });
            }
        }
    }
}

/// Letters with an underscore or with digits after them: not how words look.
fn is_user_name(name: &str) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let stem = name.trim_end_matches(|character: char| character.is_ascii_digit());
    let has_figures =
        stem.len() < name.len() && stem.chars().all(|letter| letter.is_alphabetic() || "._-#".contains(letter));
    let is_word = NOT_HANDLES.contains(&stem.trim_end_matches(['-', '_']));
    letters >= 3 && !is_word && (name.trim_matches('_').contains('_') || name.starts_with('_') || has_figures)
}

/// `@name`, and anything that looks like a user name near a platform.
fn user_names(reading: &Reading, lexicon: &Lexicon, found: &mut Vec<Finding>) {
    for hit in AT_NAME.find_iter(&reading.low) {
        let name = hit.as_str().trim_end_matches('.');
        let is_known = lexicon.words.has(name.trim_start_matches('@'));
        if starts_apart(reading, hit.start())
            && name.len() >= 4
            && !is_known
            && name.contains(|letter: char| letter.is_alphabetic())
        {
            let is_sure = is_near_platform(reading, hit.start(), hit.start() + name.len());
            found.push(Finding { start: hit.start(), end: hit.start() + name.len(), kind: Kind::Handle, is_sure });
        }
    }
    for hit in USER_NAME.find_iter(&reading.low) {
        let name = hit.as_str().trim_end_matches(['.', '-', '#']);
        let end = hit.start() + name.len();
        if !is_user_name(name)
            || !is_apart(reading, hit.start(), end)
            || reading.low.get(..hit.start()).is_some_and(|text| text.ends_with('@'))
        {
            continue;
        }
        let is_sure = is_near_platform(reading, hit.start(), end);
        if is_sure || name.trim_matches('_').contains('_') {
            found.push(Finding { start: hit.start(), end, kind: Kind::Handle, is_sure });
        }
    }
}

fn is_near_platform(reading: &Reading, start: usize, end: usize) -> bool {
    let (first, after) = (reading.token_from(start), reading.token_from(end));
    let before = (first.saturating_sub(5)..first).rev().take_while(|index| !reading.gap_after(*index).contains('\n'));
    let behind = (after..after + 3).take_while(|index| !reading.gap_before(*index).contains(['\n', '!', '?']));
    before.chain(behind).any(|index| PLATFORMS.contains(&reading.low_at(index)))
}

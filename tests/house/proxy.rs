//! A marked question taken through a real nginx with our sample configuration: afterwards no mark is in any file of
//! the house, of nginx, of a backup, or of the temporary folder both were given.

use actix_web::http::StatusCode;
use tempfile::TempDir;

use crate::support::files::contents_below;
use crate::support::proxied::{Proxied, back_up, traces};

#[test]
fn a_question_through_our_sample_proxy_leaves_no_trace_in_any_file() {
    let folder = TempDir::new().unwrap();
    let proxied = Proxied::start(folder.path(), &[], |configuration| configuration);
    let page = proxied.ask();
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::OK, "Takk for at du spurte"), "{}", page.words());
    assert!(contents_below(folder.path()).iter().any(|(file, _)| file.ends_with("spoross.sqlite-wal")));
    assert_eq!(traces(folder.path(), &[]), Vec::<String>::new());
}

/// Asking, a question back and its reply, a private word in a draft, publication, a follow-up, a backup, withdrawal.
#[test]
fn the_whole_way_of_a_question_through_our_sample_proxy_leaves_no_trace() {
    let folder = TempDir::new().unwrap();
    let mail = format!("file://{}/mail", folder.path().display());
    std::fs::create_dir(folder.path().join("mail")).unwrap();
    let proxied = Proxied::start(folder.path(), &[("SPOROSS__MAIL__URL", &mail)], |configuration| configuration);
    let code = proxied.ask().text_of("#code");
    let bare = code.replace('-', "");
    let marks = [code.clone(), bare.clone(), bare.to_lowercase()];
    let nothing_left = |stage: &str| {
        back_up(folder.path());
        assert_eq!(traces(folder.path(), &marks), Vec::<String>::new(), "{stage}");
    };
    nothing_left("after asking");

    let (kari, siv) = (proxied.sign_in(folder.path(), "kari"), proxied.sign_in(folder.path(), "siv"));
    let question = kari.finds("kanarifugl-tekst");
    kari.presses(&format!("{question}/claim"), &[]);
    kari.presses(&format!("{question}/question-back"), &[("text", "Hvor lenge har kanarifugl-tekst vart?")]);
    let page = proxied.posts("/kode", &[("code", &bare)]);
    assert!(page.says("Hvor lenge har kanarifugl-tekst vart?"), "{}", page.words());
    proxied.posts("/kode/brev", &[("code", &code), ("letter", "I to uker, sier kanarifugl-tekst.")]).succeeds();
    nothing_left("after a question back and its reply");

    let draft = [("title", "Søvn"), ("question", "Hvorfor sover jeg ikke?"), ("version", "0")];
    let answer = |text, step| [draft.as_slice(), &[("answer", text), ("do", step)]].concat();
    kari.presses(&format!("{question}/answer"), &answer("Et utkast med kanarifugl-tekst.", "save"));
    nothing_left("after a draft");
    let mut last = answer("Det går over.", "review");
    last.retain(|(name, _)| *name != "version");
    last.extend([("version", "1"), ("anyway", "source help")]);
    kari.presses(&format!("{question}/answer"), &last);
    siv.presses(&format!("{question}/review"), &[("do", "publish"), ("version", "2")]);
    assert!(proxied.posts("/kode", &[("code", &code)]).says("Du har fått svar"));
    nothing_left("after publication");

    proxied.posts("/kode/brev", &[("code", &code), ("letter", "Hva om kanarifugl-tekst ikke går over?")]).succeeds();
    assert!(kari.reads(&question).says("Hva om kanarifugl-tekst ikke går over?"));
    nothing_left("after a follow-up");
    assert_eq!(proxied.posts("/kode/trekk", &[("code", &code)]).heading(), "Spørsmålet er slettet");
    nothing_left("after withdrawal");
    let id = question.rsplit('/').next().unwrap().to_owned();
    assert_eq!(traces(folder.path(), &[id]), Vec::<String>::new(), "not even its number");
}

#[test]
fn a_proxy_that_keeps_an_access_log_is_found_out() {
    let folder = TempDir::new().unwrap();
    let log = folder.path().join("access.log");
    let with_log = |configuration: String| {
        configuration.replace("access_log off;", &format!("access_log {} full;", log.display()))
    };
    let proxied = Proxied::start(folder.path(), &[], with_log);
    proxied.ask();
    let found = traces(folder.path(), &[]);
    for mark in ["KanariNettleser", "kanari.example", "kanarifugl-tekst"] {
        assert!(found.contains(&format!("{mark} in access.log")), "{mark}: {found:?}");
    }
}

/// One question an hour from one address.
const ONE_QUESTION: [(&str, &str); 2] = [
    ("SPOROSS__ABUSE__QUESTIONS_AN_HOUR_BEFORE_CHALLENGE", "1"),
    ("SPOROSS__ABUSE__QUESTIONS_AN_HOUR_BEFORE_REFUSAL", "1"),
];

#[test]
fn an_address_that_a_visitor_claims_is_overwritten_by_our_sample_proxy() {
    let folder = TempDir::new().unwrap();
    let proxied = Proxied::start(folder.path(), &ONE_QUESTION, |configuration| configuration);
    // The visitor is on this machine, which is nobody in particular, whatever they claim.
    for _ in 0..2 {
        assert_eq!(proxied.ask().status, StatusCode::OK);
    }
}

#[test]
fn a_proxy_that_hands_on_what_a_visitor_claims_is_found_out() {
    let folder = TempDir::new().unwrap();
    let believing = |configuration: String| configuration.replace("$remote_addr;", "$http_x_real_ip;");
    let proxied = Proxied::start(folder.path(), &ONE_QUESTION, believing);
    assert_eq!(proxied.ask().status, StatusCode::OK);
    assert_eq!(proxied.ask().status, StatusCode::TOO_MANY_REQUESTS);
}

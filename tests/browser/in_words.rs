//! The essential paths as words alone: w3m knows neither style nor script, and reads a page from top to bottom.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use scraper::{Html, Selector};

use crate::demo::Demo;

const QUESTION: &str = "Hei! Jeg heter Kari Nordmann. Jeg sover nesten ikke før prøver. Er det farlig?";

const PATIENCE: Duration = Duration::from_mins(1);

/// Someone with a text browser.
struct Reader {
    demo: Demo,
}

impl Reader {
    fn reads(&self, path: &str) -> Words {
        Words(self.w3m(&["-dump"], path, None))
    }

    /// Sends a form as it stands in a page: what is hidden in it goes along.
    fn sends(&self, page: &str, path: &str, typed: &[(&str, &str)]) -> (String, Words) {
        let hidden = Html::parse_document(page);
        let fields = Selector::parse(&format!("form[action='{path}'] input[type=hidden]")).unwrap();
        let mut sent: Vec<(String, String)> = Vec::new();
        for field in hidden.select(&fields).map(|field| field.value()) {
            sent.push((field.attr("name").unwrap_or_default().into(), field.attr("value").unwrap_or_default().into()));
        }
        sent.extend(typed.iter().map(|(name, value)| ((*name).into(), (*value).into())));
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(sent).finish();
        let source = self.w3m(&["-dump_source"], path, Some(&body));
        let words = Words(dump(&source));
        (source, words)
    }

    fn source(&self, path: &str) -> String {
        self.w3m(&["-dump_source"], path, None)
    }

    fn w3m(&self, how: &[&str], path: &str, body: Option<&str>) -> String {
        let mut command = Command::new("w3m");
        command.args(["-cols", "100", "-no-cookie", "-O", "UTF-8"]).args(how);
        let mut file = tempfile::NamedTempFile::new().unwrap();
        if let Some(body) = body {
            file.write_all(body.as_bytes()).unwrap();
            command.arg("-post").arg(file.path());
        }
        let printed = command.arg(format!("{}{path}", self.demo.url)).output().expect("w3m is installed");
        let words = String::from_utf8(printed.stdout).expect("w3m prints UTF-8");
        assert!(!words.trim().is_empty(), "{path}: {}", String::from_utf8_lossy(&printed.stderr));
        words
    }
}

/// How w3m shows a page that came already: a form is sent once.
fn dump(source: &str) -> String {
    let mut w3m = Command::new("w3m")
        .args(["-dump", "-cols", "100", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("w3m is installed");
    w3m.stdin.take().unwrap().write_all(source.as_bytes()).unwrap();
    String::from_utf8(w3m.wait_with_output().unwrap().stdout).unwrap()
}

/// What a page says, line by line.
struct Words(String);

impl Words {
    /// Each of these stands on the page, after the one before.
    fn say_in_order(&self, parts: &[&str]) {
        let mut rest = self.flat();
        for part in parts {
            let found = rest.find(part).unwrap_or_else(|| panic!("“{part}” does not come there:\n{}", self.0));
            rest = rest.get(found + part.len()..).unwrap().to_owned();
        }
    }

    /// Without line breaks, which the width of the screen decides.
    fn flat(&self) -> String {
        self.0.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Whatever the page says in headings, paragraphs, labels and buttons is there without style.
fn assert_nothing_is_lost(source: &str, words: &Words) {
    let page = Html::parse_document(source);
    let all = Selector::parse("h1, h2, h3, main p, main li, label, legend, button, main a, summary").unwrap();
    let bare = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let shown = bare(&words.0);
    let mut seen = 0;
    for part in page.select(&all) {
        for text in part.text().map(bare).filter(|text| !text.is_empty()) {
            assert!(shown.contains(&text), "“{text}” is lost:\n{}", words.0);
            seen += 1;
        }
    }
    assert!(seen > 10, "there was something to lose");
}

#[test]
fn the_front_page_and_help_read_well_as_words_alone() {
    let reader = Reader { demo: Demo::start() };
    let home = reader.reads("/");
    home.say_in_order(&[
        "Hopp til innholdet",
        "Spør oss, til forsiden",
        "Forlat siden",
        "Temaer Søk Hjelp",
        "Spør om det du lurer på",
        "Ingen får vite at det var du som spurte.",
        "Slik går det til",
        "1. Du skriver",
        "3. Du leser svaret her",
        "116 111",
        "Søk i svarene",
        "Alkohol",
        "Lov og rett",
        "Siste svar",
        "Har du en kode?",
        "Personvern",
    ]);
    assert_nothing_is_lost(&reader.source("/"), &home);
    let help = reader.reads("/hjelp");
    help.say_in_order(&["113", "Døgnåpent", "116 117", "Åpent nå", "Alarmtelefonen for barn og unge", "116 111"]);
    assert_nothing_is_lost(&reader.source("/hjelp"), &help);
}

#[test]
fn a_search_leads_to_an_answer_as_words_alone() {
    let reader = Reader { demo: Demo::start() };
    // The index of a new house is made in the background.
    let patience = Instant::now() + PATIENCE;
    let mut found = reader.reads("/sok?q=emma");
    while !found.flat().contains("MDMA") {
        assert!(Instant::now() < patience, "the index is made: {}", found.0);
        std::thread::sleep(Duration::from_millis(100));
        found = reader.reads("/sok?q=emma");
    }
    found.say_in_order(&["Søk i svarene", "Hva lurer du på?", "Søk", "Ett svar", "MDMA", "Andre rusmidler"]);
    let path = "/sporsmal/hva-skjer-i-hjernen-nar-man-blir-avhengig";
    let answer = reader.reads(path);
    answer.say_in_order(&[
        "Spør oss",
        "Rus og avhengighet",
        "Hva skjer i hjernen når man blir avhengig?",
        "kan hjernen bli vanlig igjen?",
        "Svar fra Spør oss",
        "Hei!",
        "Tre ting som skjer",
        "1. Belønning.",
        "3. Vane og kontroll.",
        "Med hilsen",
        "Kari Demosen",
        "En kollega har lest og godkjent svaret.",
        "Fikk du svar på det du lurte på?",
        "Trenger du hjelp?",
        "113",
        "Lignende spørsmål",
    ]);
    assert_nothing_is_lost(&reader.source(path), &answer);
}

#[test]
fn a_question_is_asked_and_followed_as_words_alone() {
    let reader = Reader { demo: Demo::start() };
    let form = reader.reads("/spor");
    form.say_in_order(&[
        "Er det fare for liv?",
        "116 111",
        "Hva lurer du på?",
        "Ikke skriv navn eller adresse",
        "La dette feltet stå tomt",
        "Spørsmålet ditt",
        "Du har plass til 4000 tegn.",
        "Noen er i fare nå",
        "Tema",
        "Litt om deg, hvis du vil",
        "Kjønn",
        "Alder",
        "Region",
        "Hva skjer når du sender?",
        "Send spørsmålet",
    ]);
    let source = reader.source("/spor");
    assert_nothing_is_lost(&source, &form);
    let typed = [("question", QUESTION), ("topic", "psykisk-helse"), ("gender", "female"), ("region", "unsaid")];
    let (summed, page) = reader.sends(&source, "/spor", &typed);
    // Whoever writes this fast is asked the small sum.
    page.say_in_order(&["Nesten ferdig.", "Ingenting er sendt ennå.", "Spørsmålet ditt", "Hva er ", "Send spørsmålet"]);
    let sum = sum_asked(&page.flat());
    let mut typed = typed.to_vec();
    typed.push(("answer", &sum));
    let (warned, page) = reader.sends(&summed, "/spor", &typed);
    page.say_in_order(&["Kari Nordmann", "Endre", "Send", "116 111"]);
    assert_nothing_is_lost(&warned, &page);
    let (sent, page) = reader.sends(&warned, "/spor", &[("question", QUESTION), ("do", "anyway")]);
    page.say_in_order(&["Takk for at du spurte", "kode"]);
    assert_nothing_is_lost(&sent, &page);
    let code = Selector::parse("#code").unwrap();
    let code: String = Html::parse_document(&sent).select(&code).next().expect("a code").text().collect();
    let (source, page) = reader.sends(&reader.source("/kode"), "/kode", &[("code", &code)]);
    page.say_in_order(&["Spørsmålet ditt er kommet fram", "Slett spørsmålet nå", "116 111"]);
    assert_nothing_is_lost(&source, &page);
}

fn sum_asked(page: &str) -> String {
    let numbers = [("to", 2), ("tre", 3), ("fire", 4), ("fem", 5)];
    let asked = page.rsplit_once("Hva er ").map_or("", |(_, rest)| rest.split('?').next().unwrap_or_default());
    let number = |word: &str| numbers.iter().find(|(known, _)| *known == word).map(|(_, number)| number);
    asked.split(' ').filter_map(number).sum::<i32>().to_string()
}

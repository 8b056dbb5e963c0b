//! Someone at a browser: clicks, types, looks. Waits for each page, never for a time.

mod chrome;
mod forms;
mod keys;
mod lease;
mod staff;
mod voices;

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::wd::{Capabilities, TimeoutConfiguration};
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use tempfile::TempDir;

pub use self::chrome::Loaded;

const PATIENCE: Duration = Duration::from_secs(10);
const CHROMIUM: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

pub struct Tab {
    client: Client,
    start: String,
    _profile: TempDir,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Desktop,
    Phone,
    NoScript,
    Counted,
}

impl Tab {
    pub async fn open(url: &str) -> Self {
        Self::open_as(url, Kind::Desktop).await
    }

    /// 360 pixels wide.
    pub async fn open_on_a_phone(url: &str) -> Self {
        Self::open_as(url, Kind::Phone).await
    }

    pub async fn open_without_script(url: &str) -> Self {
        Self::open_as(url, Kind::NoScript).await
    }

    /// A browser of its own whose requests are written down, with nothing loaded yet but an empty page.
    pub async fn open_counted(url: &str) -> Self {
        Self::open_as(url, Kind::Counted).await
    }

    async fn open_as(url: &str, kind: Kind) -> Self {
        let profile = tempfile::tempdir().unwrap();
        let mut arguments: Vec<String> = CHROMIUM.map(str::to_owned).to_vec();
        arguments.push(format!("--user-data-dir={}", profile.path().display()));
        arguments.push("--window-size=1280,900".into());
        let mut options = json!({ "args": arguments });
        if kind == Kind::Phone {
            let metrics = json!({ "width": 360, "height": 740, "pixelRatio": 2.0, "touch": true, "mobile": true });
            merge(&mut options, "mobileEmulation", json!({ "deviceMetrics": metrics }));
        }
        if kind == Kind::NoScript {
            merge(&mut options, "prefs", json!({ "profile.managed_default_content_settings.javascript": 2 }));
        }
        if let Some(binary) = variable("SPOROSS_TEST_CHROMIUM") {
            merge(&mut options, "binary", json!(binary));
        }
        let mut capabilities = Capabilities::new();
        capabilities.insert("goog:chromeOptions".into(), options);
        if kind == Kind::Counted {
            capabilities.insert("goog:loggingPrefs".into(), json!({ "performance": "ALL" }));
        }
        let driver =
            variable("SPOROSS_TEST_WEBDRIVER").expect("SPOROSS_TEST_WEBDRIVER names chromedriver; tests/run sets it");
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        let client = builder.capabilities(capabilities).connect(&driver).await.expect("a browser");
        let timeouts = TimeoutConfiguration::new(None, Some(PATIENCE), None);
        client.update_timeouts(timeouts).await.unwrap();
        let tab = Self { client, start: url.to_owned(), _profile: profile };
        if kind != Kind::Counted {
            tab.goes_to(url).await;
        }
        tab
    }

    pub async fn closes(self) {
        self.client.close().await.unwrap();
    }

    pub async fn goes_to(&self, url: &str) {
        self.client.goto(url).await.unwrap();
    }

    /// Follows the first link with these words.
    pub async fn clicks(&self, words: &str) {
        self.click_at(&format!("//a[normalize-space()='{words}']")).await;
    }

    /// Follows what the selector finds.
    pub async fn clicks_on(&self, selector: &str) {
        let element = self.find(selector).await;
        self.follow(element, selector).await;
    }

    /// Chooses what the selector finds; the page stays.
    pub async fn touches(&self, selector: &str) {
        let element = self.find(selector).await;
        self.click(element, selector).await;
    }

    /// Presses the button with these words.
    pub async fn presses(&self, words: &str) {
        self.click_at(&format!("//button[normalize-space()='{words}']")).await;
    }

    async fn click_at(&self, xpath: &str) {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(xpath)).await;
        let element = found.unwrap_or_else(|_| panic!("nothing to click at {xpath}"));
        self.follow(element, xpath).await;
    }

    /// Clicks and waits until another page stands whole in the tab.
    async fn follow(&self, element: Element, what: &str) {
        self.marks_as_old().await;
        self.click(element, what).await;
        self.waits_for_another_page(what).await;
    }

    async fn marks_as_old(&self) {
        self.runs("document.documentElement.dataset.left = 'yes'", Vec::new()).await;
    }

    async fn waits_for_another_page(&self, what: &str) {
        let is_new = "return document.readyState === 'complete' && !document.documentElement.dataset.left";
        let patience = Instant::now() + PATIENCE;
        while self.runs(is_new, Vec::new()).await != json!(true) {
            assert!(Instant::now() < patience, "no page came after {what}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Scrolls there first, as a thumb would: the driver's own scrolling misses on an emulated phone. A page that was
    /// opened at one of its parts may still go there by itself; then the click missed and is done again.
    async fn click(&self, element: Element, what: &str) {
        let target = serde_json::to_value(&element).unwrap();
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        let patience = Instant::now() + PATIENCE;
        loop {
            self.runs(scroll, vec![target.clone()]).await;
            match element.click().await {
                Ok(()) => return,
                Err(CmdError::Standard(missed))
                    if missed.error == ErrorStatus::ElementClickIntercepted && Instant::now() < patience => {}
                Err(error) => panic!("{what}: {error}"),
            }
        }
    }

    pub async fn runs(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or(Value::Null)
    }

    pub async fn types(&self, selector: &str, text: &str) {
        self.find(selector).await.send_keys(text).await.unwrap();
    }

    pub async fn address(&self) -> String {
        self.client.current_url().await.unwrap().to_string()
    }

    /// Types something that leads away from a site; nothing need answer where it leads.
    pub async fn leaves_by_typing(&self, selector: &str, keys: &str, site: &str) {
        let _page_may_be_gone_already = self.find(selector).await.send_keys(keys).await.is_ok();
        let patience = Instant::now() + PATIENCE;
        while self.address().await.starts_with(site) {
            assert!(Instant::now() < patience, "still at {site}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub async fn replaces(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    pub async fn chooses(&self, selector: &str, value: &str) {
        self.find(selector).await.select_by_value(value).await.unwrap();
    }

    /// The driver may be faster than a person writes; then the form asks a small sum. `true` when it was answered.
    pub async fn answers_the_sum_if_asked(&self) -> bool {
        let Some(sum) = self.sum_asked().await else { return false };
        self.types("#answer", &sum).await;
        self.presses("Send spørsmålet").await;
        true
    }

    async fn sum_asked(&self) -> Option<String> {
        if self.client.find_all(Locator::Css("#answer")).await.unwrap().is_empty() {
            return None;
        }
        let label = self.text_of("label[for=answer]").await;
        let number = |word: &str| ["to", "tre", "fire", "fem"].iter().zip(2..).find(|(known, _)| **known == word);
        let words = label.split_whitespace().map(|word| word.trim_matches('?'));
        let sum: i32 = words.filter_map(number).map(|(_, number)| number).sum();
        Some(sum.to_string())
    }

    pub async fn heading(&self) -> String {
        self.text_of("h1").await
    }

    pub async fn text_of(&self, selector: &str) -> String {
        self.find(selector).await.text().await.unwrap()
    }

    /// Waits until the element with this id says this.
    pub async fn waits_for(&self, id: &str, words: &str) {
        let xpath = format!("//*[@id='{id}'][contains(., '{words}')]");
        self.client.wait().at_most(PATIENCE).for_element(Locator::XPath(&xpath)).await.expect(words);
    }

    pub async fn value_of(&self, selector: &str) -> String {
        self.find(selector).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// All that can be read on the page.
    pub async fn page(&self) -> String {
        self.text_of("body").await
    }

    pub async fn focused_id(&self) -> String {
        let element = self.client.active_element().await.unwrap();
        element.attr("id").await.unwrap().unwrap_or_default()
    }

    /// How wide something is set, in CSS pixels.
    pub async fn width_of(&self, selector: &str) -> f64 {
        let script = "return document.querySelector(arguments[0]).getBoundingClientRect().width";
        let width = self.client.execute(script, vec![selector.into()]).await.unwrap();
        width.as_f64().unwrap()
    }

    /// Nothing may make a phone's page scroll sideways.
    pub async fn assert_nothing_sticks_out(&self, where_: &str) {
        let widths = self
            .client
            .execute("return [window.innerWidth, document.documentElement.scrollWidth]", Vec::new())
            .await
            .unwrap();
        assert_eq!(widths, json!([360, 360]), "{where_}");
    }

    async fn find(&self, selector: &str) -> Element {
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await;
        found.unwrap_or_else(|_| panic!("{selector} is not on the page"))
    }
}

fn merge(options: &mut Value, key: &str, value: Value) {
    if let Some(map) = options.as_object_mut() {
        map.insert(key.to_owned(), value);
    }
}

#[expect(clippy::disallowed_methods, reason = "tests are told by their environment which browser to use")]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

//! The keyboard alone.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use serde_json::{Value, json};

use super::{PATIENCE, Tab};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const CONTROL: &str = "\u{e009}";
/// What stands beside something larger may end this much above it, in CSS pixels.
const SAME_LINE: f64 = 60.0;

impl Tab {
    /// Presses keys wherever the focus is.
    pub async fn hits(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Waits until the address has this in it.
    pub async fn comes_to(&self, part: &str) {
        let patience = Instant::now() + PATIENCE;
        while !self.address().await.contains(part) {
            assert!(Instant::now() < patience, "still at {}", self.address().await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub async fn count_of(&self, selector: &str) -> usize {
        self.client.find_all(Locator::Css(selector)).await.unwrap().len()
    }

    pub async fn focused_text(&self) -> String {
        self.client.active_element().await.unwrap().text().await.unwrap()
    }

    /// Presses Tab until the focus is on what the selector finds.
    pub async fn tabs_to(&self, selector: &str) {
        const MOST: usize = 150;
        let script = "return document.activeElement !== null && document.activeElement.matches(arguments[0])";
        for _ in 0..MOST {
            if self.runs(script, vec![json!(selector)]).await == json!(true) {
                return;
            }
            self.hits(TAB).await;
        }
        panic!("Tab never comes to {selector}");
    }

    /// Presses a key that leads to another page.
    pub async fn hits_and_follows(&self, key: &str) {
        self.marks_as_old().await;
        self.hits(key).await;
        self.waits_for_another_page(key).await;
    }

    /// Over what stands in the field that has the focus.
    pub async fn replaces_with_keys(&self, text: &str) {
        self.hits(&format!("{CONTROL}a{CONTROL}{text}")).await;
    }

    pub async fn answers_the_sum_with_keys_if_asked(&self) {
        let Some(sum) = self.sum_asked().await else { return };
        self.tabs_to("#answer").await;
        self.hits(&sum).await;
        self.hits_and_follows(ENTER).await;
    }

    /// Tabs through the whole page: each place with the focus is seen below the last, or beside it. How many there are.
    pub async fn walks_down(&self) -> usize {
        let mut last = f64::MIN;
        let mut count = 0;
        loop {
            self.hits(TAB).await;
            let script = "const place = document.activeElement;
                if (place === document.body || place.dataset.walked) return null;
                place.dataset.walked = 'yes';
                const box = place.getBoundingClientRect();
                return [box.bottom + scrollY, place.outerHTML.slice(0, 80)];";
            let place = self.runs(script, Vec::new()).await;
            let Some(bottom) = place.get(0).and_then(Value::as_f64) else { return count };
            assert!(bottom > last - SAME_LINE, "{}: the focus goes up to {place}", self.address().await);
            last = bottom;
            count += 1;
        }
    }
}

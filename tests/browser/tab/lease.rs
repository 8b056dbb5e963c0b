//! The sign of life that a page in the panel gives while someone writes (`lease.js`), without waiting for it.

use serde_json::json;

use super::{PATIENCE, Tab};
use std::time::{Duration, Instant};

const EVERY_MILLISECONDS: u32 = 120_000;

impl Tab {
    /// From the next page on, what would happen every so often happens when we say so.
    pub async fn holds_the_hands_of_the_clock(&self) {
        let source = "self.hands = []; self.setInterval = (work, pause) => hands.push({ work, pause });";
        self.asks_chrome("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
    }

    pub async fn two_minutes_pass(&self) {
        let script = "const done = arguments[arguments.length - 1];
            const due = hands.filter((hand) => hand.pause === arguments[0]);
            Promise.all(due.map((hand) => hand.work())).then(() => done(due.length));";
        let worked = self.runs_at_length(script, json!(EVERY_MILLISECONDS)).await;
        assert_eq!(worked, json!(1), "one thing happens every two minutes");
    }

    /// How many this page has sent.
    pub async fn signs_of_life(&self) -> u64 {
        let script = "performance.getEntriesByType('resource').filter((sent) => sent.name.endsWith('/lease')).length";
        self.value(script).await.as_u64().unwrap()
    }

    pub async fn sees(&self, selector: &str) -> bool {
        self.find(selector).await.is_displayed().await.unwrap()
    }

    pub async fn waits_until_seen(&self, selector: &str) {
        let patience = Instant::now() + PATIENCE;
        while !self.sees(selector).await {
            assert!(Instant::now() < patience, "{selector} does not come up");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The same person lets go of the question in another tab, while this one stands open.
    pub async fn lets_go_elsewhere(&self, question: &str) {
        let script = "const done = arguments[arguments.length - 1];
            const body = new URLSearchParams(new FormData(document.querySelector('#draft')));
            body.set('do', 'release');
            fetch(arguments[0] + '/answer', { method: 'POST', body }).then((reply) => done(reply.ok), () => done(false));";
        assert_eq!(self.runs_at_length(script, json!(question)).await, json!(true), "let go of");
    }
}

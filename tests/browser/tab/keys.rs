//! The keyboard alone.

use std::time::{Duration, Instant};

use fantoccini::Locator;

use super::{PATIENCE, Tab};

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
}

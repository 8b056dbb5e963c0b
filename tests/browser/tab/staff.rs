//! What someone of the staff does first.

use fantoccini::Locator;

use super::Tab;
use crate::demo::Code;

impl Tab {
    pub async fn signs_in(&self, code: &Code) {
        self.tries_to_sign_in(code).await;
        self.find("table.rows").await;
    }

    pub async fn tries_to_sign_in(&self, code: &Code) {
        self.goes_to(&format!("{}/panel/sign-in", self.start)).await;
        self.types("#user_name", &code.user).await;
        self.types("#password", &code.password).await;
        self.types("#code", &code.totp).await;
        self.presses("Logg inn").await;
    }

    /// Looks through the list for the question with these words.
    pub async fn opens_the_question_saying(&self, words: &str) {
        let links = self.client.find_all(Locator::Css("table.rows th a")).await.unwrap();
        let mut paths = Vec::new();
        for link in links {
            paths.extend(link.attr("href").await.unwrap());
        }
        for path in paths {
            self.goes_to(&format!("{}{path}", self.start)).await;
            if self.page().await.contains(words) {
                return;
            }
        }
        panic!("no question in the list says {words}");
    }
}

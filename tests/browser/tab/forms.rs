//! Forms filled in at once, for walks that are about the pages and not about the hands.

use serde_json::{Value, json};

use super::Tab;

impl Tab {
    /// The whole address of a path of the house.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.start)
    }

    pub async fn path(&self) -> String {
        self.value("location.pathname").await.as_str().unwrap_or_default().to_owned()
    }

    /// What this expression is in the page.
    pub async fn value(&self, expression: &str) -> Value {
        self.runs(&format!("return {expression}"), Vec::new()).await
    }

    /// What this site has stored in the browser, in words.
    pub async fn leaves_behind(&self) -> String {
        let cookies = self.client.get_all_cookies().await.unwrap();
        let stored =
            self.client.execute("return localStorage.length + sessionStorage.length", Vec::new()).await.unwrap();
        match (cookies.len(), stored.as_i64()) {
            (0, Some(0)) => "no cookie, no storage".into(),
            (cookies, stored) => format!("{cookies} cookies, {stored:?} stored values"),
        }
    }

    pub async fn forgets_cookies(&self) {
        self.client.delete_all_cookies().await.unwrap();
    }

    /// Waits for a script that calls back.
    pub async fn runs_at_length(&self, script: &str, argument: Value) -> Value {
        self.client.execute_async(script, vec![argument]).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Puts values into fields at once; a box or a radio button is ticked.
    pub async fn fills(&self, fields: &[(&str, &str)]) {
        let script = "const field = document.querySelector(arguments[0]);
            if (!field) return 'nothing at ' + arguments[0];
            if (field.matches('[type=radio], [type=checkbox]')) field.checked = true;
            else field.value = arguments[1];
            return '';";
        for (selector, value) in fields {
            let missing = self.runs(script, vec![json!(selector), json!(value)]).await;
            assert_eq!(missing, json!(""), "{}", self.address().await);
        }
    }

    /// Sends what no form of the page would send.
    pub async fn posts(&self, path: &str, fields: &[(&str, &str)]) {
        let script = "const form = document.createElement('form');
            form.method = 'post';
            form.action = arguments[0];
            for (const [name, value] of arguments[1]) {
              const field = document.createElement('textarea');
              field.name = name;
              field.value = value;
              form.append(field);
            }
            const button = document.createElement('button');
            button.id = 'forged';
            button.textContent = 'Send';
            form.append(button);
            document.querySelector('main').prepend(form);";
        self.runs(script, vec![json!(path), json!(fields)]).await;
        self.clicks_on("#forged").await;
    }
}

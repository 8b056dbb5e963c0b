//! What only Chromium's own protocol can do: another screen, other wishes of the reader, the accessibility tree.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use super::Tab;

/// What chromedriver knows beyond the standard.
#[derive(Debug)]
struct Asked {
    /// Below the session.
    place: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Asked {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.place))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// Something the browser loaded.
#[derive(Debug)]
pub struct Loaded {
    pub address: String,
    /// "Document", "Stylesheet", "Script", "Font", …
    pub kind: String,
    /// Over the wire, head and body.
    pub bytes: u64,
}

impl Tab {
    /// A command of Chromium's own protocol.
    pub async fn asks_chrome(&self, command: &str, parameters: Value) -> Value {
        let asked = Asked { place: "goog/cdp/execute", body: json!({ "cmd": command, "params": parameters }) };
        self.client.issue_cmd(asked).await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// From the next page on, the browser asks for this language.
    pub async fn speaks(&self, language: &str) {
        let agent = self.value("navigator.userAgent").await;
        let asked = json!({ "userAgent": agent, "acceptLanguage": language });
        self.asks_chrome("Network.setUserAgentOverride", asked).await;
    }

    /// The top of the page on a screen of this size, as PNG.
    pub async fn picture(&self, (width, height): (u32, u32)) -> Vec<u8> {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.asks_chrome("Emulation.setDeviceMetricsOverride", screen).await;
        self.asks_chrome("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        let picture = self.client.screenshot().await.expect("a picture");
        self.asks_chrome("Emulation.clearDeviceMetricsOverride", json!({})).await;
        picture
    }

    /// What was loaded since this was asked last; only where requests are written down.
    pub async fn loaded(&self) -> Vec<Loaded> {
        let asked = Asked { place: "se/log", body: json!({ "type": "performance" }) };
        let log = self.client.issue_cmd(asked).await.expect("a log of requests");
        let said: Vec<Value> = log.as_array().into_iter().flatten().filter_map(event).collect();
        let of = |method: &'static str| said.iter().filter(move |event| word(event, "/method") == method);
        let mut loaded = Vec::new();
        for request in of("Network.requestWillBeSent") {
            let id = word(request, "/params/requestId");
            let end = of("Network.loadingFinished").find(|end| word(end, "/params/requestId") == id);
            let bytes = end.and_then(|end| end.pointer("/params/encodedDataLength")?.as_f64()).unwrap_or_default();
            loaded.push(Loaded {
                address: word(request, "/params/request/url").to_owned(),
                kind: word(request, "/params/type").to_owned(),
                bytes: format!("{bytes:.0}").parse().unwrap_or_default(),
            });
        }
        loaded
    }

    /// How much of the page moved while it came, as the browser measures it (Cumulative Layout Shift).
    pub async fn shift(&self) -> f64 {
        const WATCH: &str = "const done = arguments[arguments.length - 1];
            let moved = 0;
            const add = (list) => { for (const entry of list.getEntries()) moved += entry.value; };
            const watch = new PerformanceObserver(add);
            watch.observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
              for (const entry of watch.takeRecords()) moved += entry.value;
              done(moved);
            })));";
        self.runs_at_length(WATCH, Value::Null).await.as_f64().unwrap()
    }
}

/// A line of the log holds an event as text.
fn event(line: &Value) -> Option<Value> {
    let text: Value = serde_json::from_str(word(line, "/message")).ok()?;
    text.get("message").cloned()
}

fn word<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

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
        self.is_wide(width, height).await;
        let picture = self.client.screenshot().await.expect("a picture");
        self.asks_chrome("Emulation.clearDeviceMetricsOverride", json!({})).await;
        picture
    }

    async fn is_wide(&self, width: u32, height: u32) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.asks_chrome("Emulation.setDeviceMetricsOverride", screen).await;
        self.asks_chrome("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
    }

    /// By day ("light") or by night ("dark").
    async fn is_in(&self, light: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": light });
        self.asks_chrome("Emulation.setEmulatedMedia", json!({ "features": [feature] })).await;
        let drawn = "const done = arguments[1]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        self.runs_at_length(drawn, Value::Null).await;
    }

    /// The page from its top in a window of this width, at most this high, as WebP.
    pub async fn picture_of_all(&self, width: u32, light: &str, most: u32) -> Vec<u8> {
        self.is_wide(width, 900).await;
        self.is_in(light).await;
        let height = self.value("document.documentElement.scrollHeight").await.as_f64().unwrap();
        self.clip([0.0, 0.0, width.into(), height.min(most.into())]).await
    }

    /// One part of the page, with a little of what is round it, in a window of this width, as WebP.
    pub async fn picture_of_a_part(&self, width: u32, light: &str, selector: &str, most: f64) -> Vec<u8> {
        const AIR: f64 = 12.0;
        self.is_wide(width, 900).await;
        self.is_in(light).await;
        let script = "const part = document.querySelector(arguments[0]).getBoundingClientRect();
            return [part.x + scrollX, part.y + scrollY, part.width, part.height]";
        let found = self.runs(script, vec![json!(selector)]).await;
        let [x, y, wide, high]: [f64; 4] = serde_json::from_value(found).unwrap_or_else(|_| panic!("no {selector}"));
        let left = (x - AIR).max(0.0);
        self.clip([left, (y - AIR).max(0.0), wide + 2.0 * AIR, (high + 2.0 * AIR).min(most)]).await
    }

    /// In CSS pixels of the page, in sight or not: left, top, width, height.
    async fn clip(&self, [x, y, width, height]: [f64; 4]) -> Vec<u8> {
        let part = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
        let wanted = json!({ "format": "webp", "quality": 80, "captureBeyondViewport": true, "clip": part });
        let taken = self.asks_chrome("Page.captureScreenshot", wanted).await;
        openssl::base64::decode_block(word(&taken, "/data")).expect("a picture in base64")
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

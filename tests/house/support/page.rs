//! A page as a person meets it: what it says, what its fields hold, what it complains about.

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use scraper::{ElementRef, Html, Selector};

pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Page {
    /// Fails the test unless the page came as it should.
    #[track_caller]
    pub fn succeeds(self) -> Self {
        assert!(self.status.is_success() || self.status.is_redirection(), "{}: {}", self.status, self.words());
        self
    }

    /// All visible words, single-spaced.
    pub fn words(&self) -> String {
        let words: Vec<String> =
            self.html().root_element().text().flat_map(str::split_whitespace).map(str::to_owned).collect();
        words.join(" ")
    }

    pub fn says(&self, text: &str) -> bool {
        self.words().contains(text)
    }

    pub fn heading(&self) -> String {
        self.text_of("h1")
    }

    /// The words of the first element that fits.
    pub fn text_of(&self, selector: &str) -> String {
        self.find(selector, |element| {
            element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .unwrap_or_default()
    }

    pub fn count(&self, selector: &str) -> usize {
        self.html().select(&Selector::parse(selector).unwrap()).count()
    }

    /// The message beside a field; empty when there is none.
    pub fn error_at(&self, field: &str) -> String {
        self.text_of(&format!("#{field}-error"))
    }

    /// What a field of a form holds: a text, or the value of the chosen option or button.
    pub fn value_of(&self, field: &str) -> String {
        let area = self.find(&format!("textarea[name={field}]"), |area| {
            let text: String = area.text().collect();
            text.strip_prefix('\n').map(str::to_owned).unwrap_or(text)
        });
        area.or_else(|| self.attribute(&format!("select[name={field}] option[selected]"), "value"))
            .or_else(|| self.attribute(&format!("input[type=radio][name={field}][checked]"), "value"))
            .or_else(|| self.attribute(&format!("input[name={field}]:not([type=radio])"), "value"))
            .unwrap_or_default()
    }

    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.find(selector, |element| element.value().attr(name).map(str::to_owned)).flatten()
    }

    /// The values of every input that fits.
    pub fn values_of(&self, selector: &str) -> Vec<String> {
        let html = self.html();
        let inputs = html.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        inputs.iter().filter_map(|input| input.value().attr("value").map(str::to_owned)).collect()
    }

    /// Names and values of a form's hidden fields.
    pub fn hidden_fields(&self, form: &str) -> Vec<(String, String)> {
        let html = self.html();
        let inputs = Selector::parse(&format!("{form} input[type=hidden]")).unwrap();
        let attribute = |input: &ElementRef<'_>, name: &str| input.value().attr(name).unwrap_or_default().to_owned();
        html.select(&inputs).map(|input| (attribute(&input, "name"), attribute(&input, "value"))).collect()
    }

    /// The words of the table's row that begins with this name.
    pub fn text_of_row(&self, name: &str) -> String {
        let html = self.html();
        let rows = Selector::parse("tbody tr").unwrap();
        let words = |row: ElementRef<'_>| {
            row.text().flat_map(str::split_whitespace).map(str::to_owned).collect::<Vec<_>>().join(" ")
        };
        html.select(&rows).map(words).find(|row| row.starts_with(name)).unwrap_or_default()
    }

    /// Where the page's links lead that begin like this.
    pub fn links_below(&self, start: &str) -> Vec<String> {
        let html = self.html();
        let links = Selector::parse("a[href]").unwrap();
        let all = html.select(&links).filter_map(|link| link.value().attr("href"));
        all.filter(|path| path.starts_with(start)).map(str::to_owned).collect()
    }

    pub fn has_link_to(&self, path: &str) -> bool {
        self.count(&format!("a[href='{path}']")) > 0
    }

    /// Where a redirect leads.
    pub fn leads_to(&self) -> &str {
        self.header("location")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    fn find<T>(&self, selector: &str, look: impl Fn(ElementRef<'_>) -> T) -> Option<T> {
        self.html().select(&Selector::parse(selector).unwrap()).next().map(look)
    }
}

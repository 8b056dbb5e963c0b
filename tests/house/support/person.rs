//! A member of staff at their browser.

use std::cell::RefCell;

use actix_web::cookie::Cookie;
use actix_web::http::header::ContentType;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use spoross::app::App;
use spoross::domain::answer::Wording;
use spoross::domain::ids::{QuestionId, StaffId};
use spoross::domain::staff::invitation::InvitationToken;
use spoross::domain::staff::{Profile, sign_in};
use spoross::text::language::Language;

use super::house::complete;
use super::page::Page;
use super::visitor::{Answering, encode};

pub const PASSWORD: &str = "fjorten blå elefanter danser";

pub struct Person {
    pub id: StaffId,
    pub user_name: String,
    app: App,
    seed: Vec<u8>,
    answering: Answering,
    cookie: RefCell<Option<Cookie<'static>>>,
}

impl Person {
    /// Follows a set-up link to its end.
    pub async fn sets_up(
        app: &App,
        answering: Answering,
        user_name: &str,
        name: &str,
        token: &InvitationToken,
    ) -> Self {
        let seed = token.totp_seed(&app.secret);
        let code = sign_in::code_at(&seed, app.clock.now()).unwrap();
        let profile = Profile {
            name: format!("{name} Prøvesen"),
            title: "Lege".into(),
            specialities: "Spesialist i allmennmedisin".into(),
            language: Language::En,
        };
        let member = app.set_up(token.clone(), PASSWORD.into(), code, profile).await.unwrap();
        Self {
            id: member.id,
            user_name: user_name.into(),
            app: app.clone(),
            seed,
            answering,
            cookie: RefCell::new(None),
        }
    }

    /// The code the authenticator shows now.
    pub fn code(&self) -> String {
        sign_in::code_at(&self.seed, self.app.clock.now()).unwrap()
    }

    /// Signs in with the next unused code; half a minute goes by.
    pub async fn signs_in(&self) -> Page {
        self.app.clock.advance(TimeDelta::seconds(30));
        self.signs_in_with(PASSWORD, &self.code()).await.succeeds()
    }

    pub async fn signs_in_with(&self, password: &str, code: &str) -> Page {
        let ticket = self.reads("/panel/sign-in").await.value_of("ticket");
        let fields =
            [("user_name", self.user_name.as_str()), ("password", password), ("code", code), ("ticket", &ticket)];
        let page = self.sends_form("/panel/sign-in", &fields).await;
        self.keeps_cookie_of(&page);
        page
    }

    /// Signs in on a page that carries a text, as a browser sends it: hidden fields too, line breaks of two signs.
    pub async fn signs_in_on(&self, page: &Page, password: &str, code: &str) -> Page {
        let mut fields = page.hidden_fields("#sign-in");
        for (_, value) in &mut fields {
            *value = value.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        for (name, value) in [("user_name", self.user_name.as_str()), ("password", password), ("code", code)] {
            fields.push((name.to_owned(), value.to_owned()));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let page = self.sends_form("/panel/sign-in", &fields).await;
        self.keeps_cookie_of(&page);
        page
    }

    pub async fn signs_out(&self) -> Page {
        let page = self.presses("/panel/sign-out", &[]).await;
        self.keeps_cookie_of(&page);
        page
    }

    fn keeps_cookie_of(&self, page: &Page) {
        if let Ok(cookie) = Cookie::parse_encoded(page.header("set-cookie").to_owned()) {
            *self.cookie.borrow_mut() = Some(cookie.into_owned());
        }
    }

    /// The same browser, asking another instance.
    pub fn at(&self, answering: Answering) -> Self {
        Self {
            id: self.id.clone(),
            user_name: self.user_name.clone(),
            app: self.app.clone(),
            seed: self.seed.clone(),
            answering,
            cookie: self.cookie.clone(),
        }
    }

    pub fn cookie(&self) -> Option<Cookie<'static>> {
        self.cookie.borrow().clone()
    }

    pub async fn reads(&self, path: &str) -> Page {
        self.sends(TestRequest::get().uri(path)).await
    }

    /// Presses a button of a form in the panel: the page's own token and these fields.
    pub async fn presses(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.reads("/panel/profile").await.value_of("token");
        let mut all = vec![("token", token.as_str())];
        all.extend_from_slice(fields);
        self.sends_form(path, &all).await
    }

    pub async fn sends_form(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let fields: Vec<(String, String)> =
            fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let form = TestRequest::post().uri(path).insert_header(ContentType::form_url_encoded());
        self.sends(form.set_payload(encode(&fields))).await
    }

    pub async fn sends(&self, mut request: TestRequest) -> Page {
        if let Some(cookie) = self.cookie() {
            request = request.cookie(cookie);
        }
        (self.answering)(complete(request)).await
    }

    pub async fn opens(&self, question: &QuestionId) -> Page {
        self.reads(&format!("/panel/questions/{question}")).await
    }

    pub async fn claims(&self, question: &QuestionId) -> Page {
        self.presses(&format!("/panel/questions/{question}/claim"), &[]).await
    }

    /// What the script of whoever writes sends now and then.
    pub async fn is_at_work_on(&self, question: &QuestionId) -> Page {
        self.presses(&format!("/panel/questions/{question}/lease"), &[]).await
    }

    /// Saves a draft from the page as it is now.
    pub async fn writes(&self, question: &QuestionId, wording: &Wording) -> Page {
        self.sends_draft(question, wording, "save").await
    }

    pub async fn sends_to_review(&self, question: &QuestionId, wording: &Wording) -> Page {
        self.sends_draft(question, wording, "review").await
    }

    pub async fn sends_draft(&self, question: &QuestionId, wording: &Wording, step: &str) -> Page {
        let version = self.opens(question).await.value_of("version");
        self.sends_draft_seen_at(question, wording, step, &version).await
    }

    pub async fn sends_draft_seen_at(
        &self,
        question: &QuestionId,
        wording: &Wording,
        step: &str,
        version: &str,
    ) -> Page {
        let recheck_on = wording.recheck_on.map(|day| day.to_string()).unwrap_or_default();
        let fields = [
            ("title", wording.title.as_str()),
            ("question", &wording.question),
            ("answer", &wording.answer),
            ("recheck_on", &recheck_on),
            ("subtopic", wording.subtopic.as_deref().unwrap_or_default()),
            ("private", if wording.is_private { "yes" } else { "" }),
            ("version", version),
            ("anyway", "both source help recheck"),
            ("do", step),
        ];
        self.presses(&format!("/panel/questions/{question}/answer"), &fields).await
    }

    /// Decides on a colleague's answer as it is on the page now: "approve", "publish" or "return".
    pub async fn decides(&self, question: &QuestionId, verdict: &str, note: &str) -> Page {
        let version = self.opens(question).await.value_of("version");
        self.decides_seen_at(question, verdict, note, &version).await
    }

    pub async fn decides_seen_at(&self, question: &QuestionId, verdict: &str, note: &str, version: &str) -> Page {
        let fields = [("do", verdict), ("note", note), ("version", version)];
        self.presses(&format!("/panel/questions/{question}/review"), &fields).await
    }

    pub async fn publishes(&self, question: &QuestionId) -> Page {
        self.presses(&format!("/panel/questions/{question}/publication"), &[]).await
    }

    pub async fn asks_back(&self, question: &QuestionId, text: &str) -> Page {
        self.presses(&format!("/panel/questions/{question}/question-back"), &[("text", text)]).await
    }

    pub async fn declines(&self, question: &QuestionId, reason: &str, text: &str) -> Page {
        let fields = [("reason", reason), ("text", text)];
        self.presses(&format!("/panel/questions/{question}/decline"), &fields).await
    }

    pub async fn lets_in(&self, colleague: &Self) -> Page {
        self.presses(&format!("/panel/staff/{}/grant", colleague.id), &[]).await
    }
}

/// A wording that lacks nothing.
pub fn whole_wording() -> Wording {
    Wording {
        title: "Søvn før eksamen".into(),
        question: "Hvorfor er det vanskelig å sove før en eksamen?".into(),
        answer: "Hei!\n\n## Kort svar\n\nDet er **helt vanlig**.".into(),
        ..Wording::default()
    }
}

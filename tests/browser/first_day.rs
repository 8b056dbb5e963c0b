//! A house on its first day, looked at in every condition: nobody answers yet, the first manager comes in and lets in another.

use chrono::TimeDelta;
use spoross::clock::Clock;
use spoross::domain::staff::sign_in::code_at;

use crate::demo::{Code, Demo};
use crate::every_page::NORWEGIAN;
use crate::look::Look;
use crate::tab::Tab;

const QUESTION: &str = "Hei! Jeg sover nesten ikke før prøver. Er det farlig, og hva kan jeg gjøre?";
const PASSWORD: &str = "fjorten blå sykler i regn";
/// A code works once; setting up has used the one of this half minute, and one step ahead is taken as drift.
const NEXT_CODE: TimeDelta = TimeDelta::seconds(30);

#[tokio::test]
async fn the_first_day_is_for_everyone() {
    let (house, link) = Demo::start_new_house();
    let tab = Tab::open(&house.url).await;
    tab.speaks(NORWEGIAN).await;
    let mut look = Look::through(&tab, "first-day").await;
    look.visits("/").await;
    look.visits("/spor").await;
    // A form from another day.
    tab.posts("/spor", &[("question", QUESTION), ("topic", "psykisk-helse")]).await;
    tab.clicks_on("button.big").await;
    tab.answers_the_sum_if_asked().await;
    assert!(tab.text_of("#errors").await.contains("Vi har ikke åpnet ennå"));
    look.sees("nobody can open a question yet").await;
    look.visits("/sok?q=angst").await;
    look.visits("/panel/set-up/no-such-token").await;
    tab.posts("/panel/sign-in", &[("user_name", &"lang ".repeat(60_000))]).await;
    look.sees("more than the panel's door takes").await;

    let manager = sets_up(&tab, &mut look, &link).await;
    look.sees("set up").await;
    let colleague = sets_up(&tab, &mut look, &house.invites("kollega")).await;
    look.sees("set up, to be let in").await;
    tab.tries_to_sign_in(&colleague.code()).await;
    look.sees("not let in yet").await;
    tab.tries_to_sign_in(&manager.code()).await;
    look.visits("/panel/staff").await;
    tab.clicks_on("form[action$='/grant'] button").await;
    look.sees("let in").await;
    look.visits("/panel").await;
    look.found_nothing(&["/panel/set-up/{token}".into()]).await;
    tab.closes().await;
}

/// What someone signs in with who has just been set up.
struct Newcomer {
    user: String,
    seed: totp_rs::Secret,
}

impl Newcomer {
    fn code_ahead(&self, ahead: TimeDelta) -> String {
        code_at(&self.seed, Clock::system().now() + ahead).unwrap()
    }

    fn code(&self) -> Code {
        Code { user: self.user.clone(), password: PASSWORD.into(), totp: self.code_ahead(NEXT_CODE) }
    }
}

/// Follows the link from an invitation, once with nothing filled in.
async fn sets_up(tab: &Tab, look: &mut Look<'_>, link: &str) -> Newcomer {
    look.visits(link.strip_prefix(&tab.at("")).unwrap()).await;
    tab.clicks_on("#ticket button").await;
    look.sees("setting up with nothing").await;
    let seed = tab.text_of("#seed").await.replace(' ', "");
    let seed = totp_rs::Secret::try_from_base32(seed).expect("a seed in base32");
    let user = tab.value_of("#ticket [name=user_name]").await;
    let newcomer = Newcomer { user, seed };
    let code = newcomer.code_ahead(TimeDelta::zero());
    let profile = [("#name", "Demo Nykomling"), ("#title", "lege"), ("#password", PASSWORD), ("#code", &code)];
    tab.fills(&profile).await;
    tab.clicks_on("#ticket button").await;
    assert_eq!(tab.heading().await, "Kontoen er satt opp");
    newcomer
}

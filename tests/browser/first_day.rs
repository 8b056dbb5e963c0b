//! A house on its first day, looked at in every condition: nobody answers yet, and the first manager comes in.

use crate::demo::Demo;
use crate::look::Look;
use crate::tab::Tab;

const QUESTION: &str = "Hei! Jeg sover nesten ikke før prøver. Er det farlig, og hva kan jeg gjøre?";

#[tokio::test]
async fn the_first_day_is_for_everyone() {
    let (house, link) = Demo::start_new_house();
    let tab = Tab::open(&house.url).await;
    let mut look = Look::through(&tab).await;
    look.visits("/").await;
    look.visits("/spor").await;
    tab.goes_to(&tab.at("/spor")).await;
    tab.fills(&[("#question", QUESTION), ("#topic", "psykisk-helse")]).await;
    tab.clicks_on("button.big").await;
    tab.answers_the_sum_if_asked().await;
    look.sees("nobody can open a question yet").await;
    look.visits("/sok?q=angst").await;
    look.visits("/panel/set-up/no-such-token").await;
    look.visits(link.strip_prefix(&house.url).unwrap()).await;
    tab.clicks_on("#ticket button").await;
    look.sees("setting up with nothing").await;
    look.found_nothing(&["/panel/set-up/{token}".into()]);
    tab.closes().await;
}

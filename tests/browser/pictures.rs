//! The pictures in the documentation, taken of the demo by the test run, so that they show what is there.
//! `SPOROSS_PICTURES=docs` keeps them in `docs/`; without it they are taken, looked at for size, and thrown away.

use std::path::{Path, PathBuf};

use crate::demo::Demo;
use crate::tab::{Tab, variable};

/// Whoever reads about the house on a bad line should see it too.
const MOST_BYTES: usize = 250_000;
const PHONE: (u32, u32) = (390, 820);
const DESKTOP: (u32, u32) = (1000, 820);

#[tokio::test]
async fn pictures_show_the_house_as_it_is() {
    let thrown_away = tempfile::tempdir().unwrap();
    let wanted = variable("SPOROSS_PICTURES");
    let folder = wanted.map_or(thrown_away.path().to_owned(), |path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let demo = Demo::start();
    let tab = Tab::open(&demo.url).await;
    // In Norwegian, like the texts: else the line about other languages would be in each.
    tab.speaks("nb-NO").await;
    for (path, name) in [("/spor", "ask.png"), ("/sporsmal/hva-skjer-i-hjernen-nar-man-blir-avhengig", "answer.png")] {
        tab.goes_to(&tab.at(path)).await;
        takes(&tab, PHONE, folder.join(name)).await;
    }
    tab.signs_in(&demo.code("kari")).await;
    takes(&tab, DESKTOP, folder.join("panel.png")).await;
    tab.closes().await;
}

async fn takes(tab: &Tab, screen: (u32, u32), file: PathBuf) {
    let picture = tab.picture(screen).await;
    assert!(picture.starts_with(b"\x89PNG"), "a picture");
    assert!(picture.len() < MOST_BYTES, "{}: {} bytes", file.display(), picture.len());
    std::fs::write(&file, picture).unwrap();
}

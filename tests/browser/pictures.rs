//! The pictures in the documentation, taken of the demo by the test run, so that they show what is there.
//! `SPOROSS_PICTURES=docs` keeps them in `docs/`; without it they are taken, looked at for size, and thrown away.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::demo::Demo;
use crate::tab::{Tab, variable};

/// Whoever reads about the house on a bad line should see it too.
const MOST_BYTES: usize = 250_000;
const PHONE: (u32, u32) = (390, 820);
const DESKTOP: (u32, u32) = (1000, 820);
const ANSWER: &str = "/sporsmal/hva-skjer-i-hjernen-nar-man-blir-avhengig";
/// What `docs/design.md` shows of each component: the file's name, the page and the place on it.
const COMPONENTS: [(&str, &str, &str); 9] = [
    ("note", ANSWER, ".note"),
    ("letter", ANSWER, ".letter"),
    ("box", ANSWER, "details.box"),
    ("tray", "/tema/alkohol", ".tray"),
    ("paper", "/spor", ".ds-field:has(> .paper)"),
    ("steps", "/spor", ".steps"),
    ("help", "/tema/alkohol", ".help"),
    ("counts", "/statistikk", ".counts[aria-labelledby=topic]"),
    ("columns", "/statistikk", ".columns"),
];
const LONGEST: f64 = 420.0;

/// Where the pictures go: the folder that was asked for, or one that is thrown away.
struct Folder {
    path: PathBuf,
    _thrown_away: TempDir,
}

impl Folder {
    fn wanted() -> Self {
        let thrown_away = tempfile::tempdir().unwrap();
        let wanted = variable("SPOROSS_PICTURES").map(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
        let path = wanted.unwrap_or_else(|| thrown_away.path().to_owned());
        std::fs::create_dir_all(path.join("components")).unwrap();
        Self { path, _thrown_away: thrown_away }
    }

    fn keeps(&self, name: &str, picture: &[u8]) {
        assert!(picture.starts_with(b"\x89PNG") || picture.starts_with(b"RIFF"), "{name}: a picture");
        assert!(picture.len() < MOST_BYTES, "{name}: {} bytes", picture.len());
        std::fs::write(self.path.join(name), picture).unwrap();
    }
}

#[tokio::test]
async fn pictures_show_the_house_as_it_is() {
    let folder = Folder::wanted();
    let demo = Demo::start();
    let tab = Tab::open(&demo.url).await;
    // In Norwegian, like the texts: else the line about other languages would be in each.
    tab.speaks("nb-NO").await;
    for (path, name) in [("/spor", "ask.png"), (ANSWER, "answer.png")] {
        tab.goes_to(&tab.at(path)).await;
        folder.keeps(name, &tab.picture(PHONE).await);
    }
    tab.signs_in(&demo.code("kari")).await;
    folder.keeps("panel.png", &tab.picture(DESKTOP).await);
    tab.closes().await;
}

#[tokio::test]
async fn pictures_show_each_component_by_day_and_by_night() {
    let folder = Folder::wanted();
    let demo = Demo::start();
    let tab = Tab::open(&demo.url).await;
    tab.speaks("nb-NO").await;
    // A browser's first picture beyond its window is laid out anew while it is taken: that one is thrown away.
    tab.picture_of_all(PHONE.0, "light", PHONE.1).await;
    for (name, path, place) in COMPONENTS {
        tab.goes_to(&tab.at(path)).await;
        takes(&tab, &folder, name, place).await;
    }
    tab.goes_to(&tab.at("/spor")).await;
    tab.clicks_on("button.big").await;
    takes(&tab, &folder, "errors", ".ds-error-summary").await;
    tab.fills(&[("#question", "Hei! Hvor mange timer trenger man å sove før en prøve?"), ("#topic", "alkohol")]).await;
    tab.clicks_on("button.big").await;
    tab.answers_the_sum_if_asked().await;
    takes(&tab, &folder, "receipt", ".receipt").await;
    tab.closes().await;
}

async fn takes(tab: &Tab, folder: &Folder, name: &str, place: &str) {
    for light in ["light", "dark"] {
        let picture = tab.picture_of_a_part(PHONE.0, light, place, LONGEST).await;
        folder.keeps(&format!("components/{name}-{light}.webp"), &picture);
    }
}

//! The album: every page and state a walk comes to, on a phone and on a desk, by day and by night, for people to look at.
//! `SPOROSS_ALBUM=target/album` keeps one folder for each walk with an `index.html`, and all of it as one contact sheet
//! beside; without it nothing is taken.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::tab::{Tab, variable};

/// Width, and how much of a long page is shown.
const SCREENS: [(u32, u32); 2] = [(360, 2600), (1280, 2000)];
const LIGHTS: [&str; 2] = ["light", "dark"];

/// Two pages stand side by side on the contact sheet.
const SHEET: (u32, u32) = (1680, 16_000);

pub struct Album {
    folder: PathBuf,
    shown: String,
    pages: usize,
}

impl Album {
    /// Nothing where nobody asked for one.
    pub fn of(walk: &str) -> Option<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(variable("SPOROSS_ALBUM")?).join(walk);
        std::fs::create_dir_all(&folder).unwrap();
        Some(Self { folder, shown: String::new(), pages: 0 })
    }

    /// Takes the page in the tab four times.
    pub async fn takes(&mut self, tab: &Tab, name: &str) {
        self.pages += 1;
        write!(self.shown, "<figure><figcaption>{} {}</figcaption>", self.pages, escaped(name)).unwrap();
        for (width, most) in SCREENS {
            for light in LIGHTS {
                let file = format!("{:03}-{width}-{light}.webp", self.pages);
                std::fs::write(self.folder.join(&file), tab.picture_of_all(width, light, most).await).unwrap();
                write!(self.shown, "<img src=\"{file}\" class=\"w{width}\" alt=\"{width} {light}\">").unwrap();
            }
        }
        self.shown.push_str("</figure>\n");
    }

    pub async fn closes(self, tab: &Tab) {
        const STYLE: &str = "body { margin: 1rem; background: #888; font: 12px sans-serif }
            figure { display: inline-flex; flex-wrap: wrap; gap: 4px; width: 812px; margin: 0 8px 8px 0 }
            figcaption { flex: 0 0 100%; color: #fff; overflow-wrap: anywhere }
            img { height: 210px; object-fit: cover; object-position: top left }
            .w360 { width: 100px } .w1280 { width: 299px }";
        let page = format!("<!doctype html><meta charset=\"utf-8\"><style>{STYLE}</style>\n{}", self.shown);
        let index = self.folder.join("index.html");
        std::fs::write(&index, page).unwrap();
        tab.goes_to(url::Url::from_file_path(index).unwrap().as_str()).await;
        let sheet = tab.picture_of_all(SHEET.0, "light", SHEET.1).await;
        std::fs::write(self.folder.with_extension("webp"), sheet).unwrap();
        println!("{} pages in {}", self.pages, self.folder.display());
    }
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

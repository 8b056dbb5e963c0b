//! The commands behind the command line.

pub mod article;
pub mod check;
pub mod demo;
pub mod dictionary;
pub mod export;
pub mod import;
pub mod lexicon;
pub mod links;
pub mod pair;
pub mod privacy;
pub mod report;
pub mod serve;
pub mod staff;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use spoross::app::App;
use spoross::app::data_folder::{DataFolder, Kind};
use spoross::clock::Clock;
use spoross::settings::{Overrides, Settings};

use crate::Place;

const DEFAULT_DATA: &str = "data";

impl Place {
    fn settings(&self, overrides: &Overrides) -> Result<Settings> {
        Settings::load(self.config.as_deref(), overrides)
    }

    fn data_path(&self, default: &str) -> PathBuf {
        self.data.clone().unwrap_or_else(|| Path::new(default).to_owned())
    }

    /// The house these options name, which must exist; for commands that do not make one. A demo is a house too.
    fn open_house(&self) -> Result<App> {
        let settings = self.settings(&Overrides::default())?;
        let folder = self.existing_folder()?;
        App::open(settings, &folder, Clock::system())
    }

    fn existing_folder(&self) -> Result<DataFolder> {
        let path = self.data_path(DEFAULT_DATA);
        DataFolder::open(&path, Kind::House).or_else(|error| DataFolder::open(&path, Kind::Demo).map_err(|_| error))
    }
}

/// `spoross migrate`
pub fn migrate(place: &Place) -> Result<ExitCode> {
    let settings = place.settings(&Overrides::default())?;
    let folder = DataFolder::open_or_create(&place.data_path(DEFAULT_DATA), Kind::House)?;
    let ran = App::open_database(&settings, &folder)?.migrate()?;
    match ran.as_slice() {
        [] => println!("The database is up to date."),
        ran => ran.iter().for_each(|version| println!("Ran migration {version}.")),
    }
    Ok(ExitCode::SUCCESS)
}

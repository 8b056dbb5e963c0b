//! The folder a house lives in. A marker file says whose it is; a folder that is not ours is left alone.

use std::fs;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::settings::Settings;

const MARKER: &str = "spoross-folder";
const DATABASE: &str = "spoross.sqlite";
const SECRET: &str = "secret.key";
const DEMO_STAFF: &str = "demo-staff.json";
const SEARCH: &str = "search";

/// What a folder is for: the two are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A real house.
    House,
    /// A throwaway house with invented staff, whose passwords lie in the folder.
    Demo,
}

#[derive(Clone, Debug)]
pub struct DataFolder {
    path: PathBuf,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::House => "house",
            Self::Demo => "demo",
        }
    }
}

impl DataFolder {
    /// Opens a folder of ours, or makes it (mode 0700) when it is missing or empty.
    pub fn open_or_create(path: &Path, kind: Kind) -> Result<Self> {
        let name = path.display();
        if !path.exists() {
            let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
            made.with_context(|| format!("making the data folder {name}"))?;
        }
        let is_empty = fs::read_dir(path).with_context(|| format!("reading the data folder {name}"))?.next().is_none();
        if is_empty {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
            fs::write(path.join(MARKER), kind.word())?;
        }
        Self::open(path, kind)
    }

    /// Opens a folder that must be ours already.
    pub fn open(path: &Path, kind: Kind) -> Result<Self> {
        let name = path.display();
        let Ok(marked) = fs::read_to_string(path.join(MARKER)) else {
            bail!("{name} is not a folder of Spør oss: choose another with --data, or one that does not exist yet");
        };
        ensure!(
            marked.trim() == kind.word(),
            "{name} is a {} folder, not a {} folder: choose another with --data",
            marked.trim(),
            kind.word()
        );
        Ok(Self { path: path.to_owned() })
    }

    pub fn database_file(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// The secret file the settings name, or `secret.key` in this folder.
    pub fn secret_file(&self, settings: &Settings) -> PathBuf {
        if settings.secret.file.as_os_str().is_empty() { self.path.join(SECRET) } else { settings.secret.file.clone() }
    }

    /// Where the search index lies. It holds only what is published, and can be deleted at any time.
    pub fn search_folder(&self) -> PathBuf {
        self.path.join(SEARCH)
    }

    /// Where a demo keeps what its invented staff sign in with.
    pub fn demo_staff_file(&self) -> PathBuf {
        self.path.join(DEMO_STAFF)
    }

    /// Whether this program keeps a file of this name here: the marker, the database with what SQLite lays beside it,
    /// the secret, and what a demo's staff sign in with.
    pub fn is_ours(&self, name: &str) -> bool {
        let beside = name.strip_prefix(DATABASE).is_some_and(|end| ["", "-wal", "-shm", "-journal"].contains(&end));
        beside || [MARKER, SECRET, DEMO_STAFF, SEARCH].contains(&name)
    }

    /// The one file here that says nothing.
    pub fn is_marker(&self, path: &Path) -> bool {
        path == self.path.join(MARKER)
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_folder_is_made_for_its_owner_only_and_found_again() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("data");
        DataFolder::open_or_create(&path, Kind::House).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
        DataFolder::open_or_create(&path, Kind::House).unwrap();
    }

    #[test]
    fn a_folder_that_is_not_ours_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("letters.txt"), "not ours").unwrap();
        let refusal = DataFolder::open_or_create(folder.path(), Kind::Demo).unwrap_err().to_string();
        assert!(refusal.contains("not a folder of Spør oss"), "{refusal}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_demo_never_runs_in_a_real_house() {
        let folder = tempfile::tempdir().unwrap();
        DataFolder::open_or_create(folder.path(), Kind::House).unwrap();
        let refusal = DataFolder::open_or_create(folder.path(), Kind::Demo).unwrap_err().to_string();
        assert!(refusal.contains("is a house folder"), "{refusal}");
    }
}

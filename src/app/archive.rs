//! The archive folder: one file for each original that was deleted, written before it is. Off unless the settings name
//! a folder.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::domain::ids::QuestionId;
use crate::domain::letter::archive::Archived;

/// The folder that the settings name.
pub struct Archive(PathBuf);

impl Archive {
    /// The archive, when there is one.
    pub fn of(folder: &Path) -> Option<Self> {
        (!folder.as_os_str().is_empty()).then(|| Self(folder.to_owned()))
    }

    /// Writes one file, whole or not at all, readable by its owner only; in place of an older one of the same question.
    pub fn keep(&self, archived: &Archived) -> Result<()> {
        let path = self.path_of(&archived.question);
        let begun = path.with_extension(format!("begun-{}", std::process::id()));
        let written = || -> Result<()> {
            let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&begun)?;
            file.write_all(&serde_json::to_vec_pretty(archived)?)?;
            file.sync_all()?;
            fs::rename(&begun, &path)?;
            Ok(())
        };
        written().with_context(|| format!("writing to the archive folder {}", self.0.display()))
    }

    /// Takes back the file of a question that was not deleted after all.
    pub fn remove(&self, id: &QuestionId) -> Result<()> {
        match fs::remove_file(self.path_of(id.as_str())) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(error).with_context(|| format!("removing from the archive folder {}", self.0.display()))
            }
            _ => Ok(()),
        }
    }

    /// What lies in the folder, newest first.
    pub fn list(&self) -> Result<Vec<Archived>> {
        let mut all = Vec::new();
        for entry in fs::read_dir(&self.0).with_context(|| format!("reading {}", self.0.display()))? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == "json") {
                all.push(read(&path)?);
            }
        }
        all.sort_by(|one: &Archived, other| (other.closed_on, &other.question).cmp(&(one.closed_on, &one.question)));
        Ok(all)
    }

    /// One file; `None` when there is none.
    pub fn find(&self, id: &QuestionId) -> Result<Option<Archived>> {
        let path = self.path_of(id.as_str());
        match read(&path) {
            Err(error) if error.downcast_ref::<std::io::Error>().is_some_and(|io| io.kind() == ErrorKind::NotFound) => {
                Ok(None)
            }
            found => found.map(Some),
        }
    }

    fn path_of(&self, id: &str) -> PathBuf {
        self.0.join(format!("{id}.json"))
    }
}

fn read(path: &Path) -> Result<Archived> {
    let text = fs::read(path)?;
    serde_json::from_slice(&text).with_context(|| format!("{} is not a file of ours", path.display()))
}

//! What a house at work has in its files.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{fs, io};

const PATIENCE: Duration = Duration::from_secs(20);

/// Every file below a folder, at any depth, with its content. The house goes on working: if a file goes away while we
/// look, its content may have got another name, so everything is read again.
pub fn contents_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let patience = Instant::now() + PATIENCE;
    loop {
        let mut all = Vec::new();
        match read_below(folder, &mut all) {
            Err(problem) if problem.kind() == io::ErrorKind::NotFound && Instant::now() < patience => {}
            done => {
                done.unwrap();
                return all;
            }
        }
    }
}

fn read_below(folder: &Path, all: &mut Vec<(PathBuf, Vec<u8>)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read_below(&path, all)?;
        } else {
            let content = fs::read(&path)?;
            all.push((path, content));
        }
    }
    Ok(())
}

/// The files below a folder in which these bytes stand.
pub fn files_with(folder: &Path, trace: &[u8]) -> Vec<PathBuf> {
    let holds = |content: &[u8]| content.windows(trace.len()).any(|window| window == trace);
    contents_below(folder).into_iter().filter(|(_, content)| holds(content)).map(|(path, _)| path).collect()
}

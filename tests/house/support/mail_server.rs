//! A real mail server (aiosmtpd) for one test, and certificates it may show.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use spoross::mailer::Mailer;
use spoross::settings::MailSettings;

pub struct MailServer {
    pub port: u16,
    process: Child,
    mails: Arc<Mutex<Vec<serde_json::Value>>>,
}

impl MailServer {
    /// One that speaks in clear.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    pub fn start_with(arguments: &[&str]) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/house/support/mail_server.py");
        let mut command = Command::new("/usr/bin/python3");
        let mut process = command.arg(script).args(arguments).stdout(Stdio::piped()).spawn().expect("python3");
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = lines.next().and_then(Result::ok).and_then(|line| line.parse().ok());
        let Some(port) = port else {
            process.kill().ok();
            process.wait().ok();
            panic!("aiosmtpd is needed: `apt-get install python3-aiosmtpd`, or ./tests/run, which installs it");
        };
        let mails = Arc::new(Mutex::new(Vec::new()));
        let heard = mails.clone();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                heard.lock().unwrap().push(serde_json::from_str(&line).unwrap());
            }
        });
        Self { port, process, mails }
    }

    /// Who got mail, in the order it came. What the server says of it is waited for until there are so many.
    pub fn receivers(&self, at_least: usize) -> Vec<String> {
        let patience = Instant::now() + Duration::from_secs(10);
        while self.mails.lock().unwrap().len() < at_least && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(10));
        }
        let mails = self.mails.lock().unwrap();
        mails.iter().map(|mail| mail["to"][0].as_str().unwrap().to_owned()).collect()
    }

    /// The first mail as it was sent.
    pub fn first_text(&self) -> String {
        self.mails.lock().unwrap()[0]["text"].as_str().unwrap().to_owned()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _was_running = self.process.kill().is_ok() && self.process.wait().is_ok();
    }
}

/// How to reach it.
pub fn mailer(url: &str, authority: Option<&Path>) -> Mailer {
    mailer_with_patience(url, authority, 3)
}

/// The same with so many seconds for each step.
pub fn mailer_with_patience(url: &str, authority: Option<&Path>, timeout_seconds: u32) -> Mailer {
    let settings = MailSettings {
        url: url.into(),
        from: "Spør oss <spor-oss@example.org>".into(),
        authority: authority.map(Path::to_owned).unwrap_or_default(),
        timeout_seconds,
    };
    Mailer::from_settings(&settings).unwrap().unwrap()
}

/// A key and a certificate that signs itself, for an `openssl` subject alternative name.
pub fn certificate(folder: &Path, alternative: &str) -> PathBuf {
    let file = folder.join(format!("{}.pem", alternative.replace([':', '.'], "-")));
    let name = format!("subjectAltName={alternative}");
    let mut command = Command::new("openssl");
    command.args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]);
    command
        .args(["-subj", "/CN=mail", "-addext", &name, "-keyout"])
        .arg(&file)
        .arg("-out")
        .arg(file.with_extension("crt"));
    let made = command.output().expect("openssl is needed: ./tests/run installs it");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let certificate = std::fs::read_to_string(file.with_extension("crt")).unwrap();
    std::fs::write(&file, std::fs::read_to_string(&file).unwrap() + &certificate).unwrap();
    file
}

//! The command line: what each command is for and what it takes. `commands/` does the work.

mod commands;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use commands::import::Wishes;

/// Spør oss: young people ask anonymously, clinicians answer, everyone reads.
///
/// Without a command it serves. At first start it makes its data folder, database, secret and keys, and prints
/// a link with which the first manager sets up their account. To look around first, run `spoross demo`.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct CommandLine {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Option<Command>,
}

/// Where this house lies and how it is set.
#[derive(Args, Clone)]
struct Place {
    /// The data folder [default: ./data, for the demo ./demo-data]
    ///
    /// A folder that is neither empty nor made by this program is left alone.
    #[arg(long, value_name = "DIR", global = true)]
    data: Option<PathBuf>,
    /// A settings file (TOML) on top of the defaults
    ///
    /// `config/default.toml` names every setting with its reason. The environment comes after the file:
    /// `SPOROSS__WEB__LISTEN` sets `listen` under `[web]`.
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site and the panel (what happens without a command, too)
    Serve {
        /// Address and port to listen on, instead of the setting `web.listen`
        #[arg(long, value_name = "ADDR:PORT")]
        listen: Option<SocketAddr>,
    },
    /// Serve a throwaway house with invented staff, questions and answers
    ///
    /// It lies in a folder of its own on SQLite and prints what its staff sign in with. Delete the folder to
    /// begin anew.
    Demo {
        /// Address and port to listen on, instead of the setting `web.listen`
        #[arg(long, value_name = "ADDR:PORT")]
        listen: Option<SocketAddr>,
        /// Only print the staff's user names, passwords and current codes
        #[arg(long)]
        codes: bool,
        /// With --codes: print them as JSON, for scripts
        #[arg(long, requires = "codes")]
        json: bool,
    },
    /// Bring the database's tables up to date and say which migrations ran
    Migrate,
    /// Staff accounts
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Add published pairs from a file: .jsonl, .csv, or WordPress' export (.xml)
    ///
    /// A line has `title`, `question`, `answer`, `topic` and, if you like, `gender`, `age_band`, `published_on`,
    /// `updated_on`, `language`, `signature` (name, title and specialities, a line each), `old_path`, `slug`,
    /// `further_topics`, `related`, `checked_on`, `recheck_on` and, in .jsonl, `former` and `versions`. A pair that came before is recognised by its old path, or by title and question. A wrong line is named and passed over;
    /// then the exit status is 1.
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Only say what would happen, a line each
        #[arg(long)]
        dry_run: bool,
        /// The topic of every pair that names none we know
        #[arg(long, value_name = "SLUG")]
        topic: Option<String>,
        /// A file with lines like "Their category" = "our-topic"
        #[arg(long, value_name = "FILE")]
        topic_map: Option<PathBuf>,
    },
    /// Write every published pair to a file, as import reads it; without a file, to the standard output
    Export {
        #[arg(long, value_enum, value_name = "FORMAT")]
        format: Option<commands::export::Format>,
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// The lexicons: what gives someone away, and signs of danger
    #[command(subcommand)]
    Lexicon(LexiconCommand),
    /// Check settings, secret, database, keys and mail: a line each, exit status 1 when one fails
    Check {
        /// Also send a test mail to this address
        #[arg(long, value_name = "ADDRESS")]
        mail_to: Option<String>,
        /// Also ask every other house that answers, articles and help services link to whether its page is still there
        ///
        /// Prints those that do not answer well with the page they stand on; the panel's list of what should be read
        /// again shows them. The other houses see this machine's address. Nothing that visitors wrote is sent.
        #[arg(long)]
        links: bool,
        /// With --links: how long one page may take
        #[arg(long, value_name = "SECONDS", default_value_t = 15, requires = "links")]
        patience: u64,
    },
    /// Check that this house keeps what its privacy page says, and no more: a line each, exit status 1 when one fails
    ///
    /// Looks at the live tables, files, settings, backup and every public page; run it as the user that serves. It
    /// changes nothing and prints nothing secret.
    Privacy {
        /// Ask for the pages here, for example through the proxy, instead of at the setting `web.listen`
        #[arg(long, value_name = "URL")]
        url: Option<String>,
    },
}

#[derive(Subcommand)]
enum LexiconCommand {
    /// Try texts on the lexicons: reads {"id","text"} a line, prints what is found a line
    ///
    /// Prints {"id","warn":[{"start","end","kind"}],"mark":[…],"urgency","rules"}, offsets in Unicode scalar values.
    /// `warn` is what an asker is warned of, `mark` what a clinician sees. Nothing is kept.
    Try,
}

#[derive(Subcommand)]
enum StaffCommand {
    /// Invite a member of staff: prints a link that works once
    ///
    /// The link makes an account that waits until a manager in the panel lets it in. For a user name that was
    /// invited but not set up yet, a new link replaces the old one.
    Add {
        /// User name: a–z, 0–9, dot and hyphen
        #[arg(value_name = "USER")]
        user_name: String,
        /// Full name, as it will stand under answers
        #[arg(long)]
        name: String,
        /// What the person may do; may be given several times
        #[arg(long = "role", value_name = "ROLE", required = true, value_parser = ["clinician", "reviewer", "editor", "manager"])]
        roles: Vec<String>,
        /// A group from the topics file whose questions the person answers; may be given several times
        #[arg(long = "group", value_name = "GROUP")]
        groups: Vec<String>,
        /// What the person is by training, like "lege"; some topics may ask for two professions to have read an answer
        #[arg(long, value_name = "WORDS", default_value = "")]
        profession: String,
    },
    /// List everyone: user name, state, roles, name, profession
    List,
    /// Close an account at once: its sessions, keys and links stop working
    Disable {
        #[arg(value_name = "USER")]
        user_name: String,
    },
}

fn main() -> ExitCode {
    let line = CommandLine::parse();
    let place = line.place;
    let done = match line.command.unwrap_or(Command::Serve { listen: None }) {
        Command::Serve { listen } => commands::serve::run(&place, listen),
        Command::Demo { codes: true, json, .. } => commands::demo::codes(&place, json),
        Command::Demo { listen, .. } => commands::demo::run(&place, listen),
        Command::Migrate => commands::migrate(&place),
        Command::Staff(StaffCommand::Add { user_name, name, roles, groups, profession }) => {
            let person = commands::staff::Person { name, profession };
            commands::staff::add(&place, &user_name, &person, &roles, groups)
        }
        Command::Staff(StaffCommand::List) => commands::staff::list(&place),
        Command::Staff(StaffCommand::Disable { user_name }) => commands::staff::disable(&place, &user_name),
        Command::Lexicon(LexiconCommand::Try) => commands::lexicon::try_texts(&place),
        Command::Import { file, dry_run, topic, topic_map } => {
            commands::import::run(&place, &Wishes { file, topic, topic_map, is_rehearsal: dry_run })
        }
        Command::Export { format, file } => commands::export::run(&place, format, file.as_deref()),
        Command::Privacy { url } => Ok(commands::privacy::run(&place, url.as_deref())),
        Command::Check { mail_to, links, patience } => {
            let patience = links.then(|| Duration::from_secs(patience));
            Ok(commands::check::run(&place, mail_to.as_deref(), patience))
        }
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("spoross: {error:#}");
            ExitCode::FAILURE
        }
    }
}

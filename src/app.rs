//! What a request or a job may reach: settings, clock, secret, database and the content files, opened once.

pub mod archive;
pub mod data_folder;
pub mod limits;
pub mod promise;
pub mod search;
pub mod sent;
mod sign_in;
pub mod tallies;

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use chrono::{Days, TimeDelta};

use crate::clock::Clock;
use crate::database::Database;
use crate::domain::audit::Actor;
use crate::domain::dictionary::{self, Dictionary};
use crate::domain::help_service::{self, HelpServices};
use crate::domain::letter::FollowUps;
use crate::domain::letter::model::{self, ModelLetters};
use crate::domain::publication::shelf;
use crate::domain::question::retention::Keep;
use crate::domain::region::{self, Regions};
use crate::domain::reminder::Steps;
use crate::domain::staff::invitation::{self, Terms};
use crate::domain::staff::session::Limits;
use crate::domain::topic::{self, Topic, Topics};
use crate::domain::{self, article, question};
use crate::mailer::Mailer;
use crate::secret::{AppSecret, Key};
use crate::settings::Settings;
use crate::text::host_of;
use crate::text::lexicons::Lexicons;
use crate::vault::keyring::PasswordCost;
use archive::Archive;
use data_folder::DataFolder;
use search::Search;
use sign_in::SignInGate;

/// One running service. Clones share everything.
#[derive(Clone)]
pub struct App {
    pub settings: Arc<Settings>,
    pub clock: Clock,
    pub secret: AppSecret,
    pub database: Database,
    pub topics: Arc<Topics>,
    pub regions: Arc<Regions>,
    pub help_services: Arc<HelpServices>,
    pub letters: Arc<ModelLetters>,
    pub dictionary: Arc<Dictionary>,
    pub limits: Arc<limits::Limits>,
    /// What may give someone away and signs of danger; help services and this house are nobody's secret.
    pub lexicons: Arc<Lexicons>,
    pub search: Search,
    pub sent: Arc<sent::Sent>,
    pub tallies: Arc<tallies::Tallies>,
    pub promises: Arc<promise::Promises>,
    /// Nothing when no mail is set up.
    pub mailer: Option<Arc<Mailer>>,
    gate: Arc<SignInGate>,
}

impl App {
    /// Opens everything the settings name: makes the secret at first start, brings the tables up to date and
    /// refuses a topics file that lost a topic in use.
    pub fn open(settings: Settings, folder: &DataFolder, clock: Clock) -> Result<Self> {
        let database = Self::open_database(&settings, folder)?;
        database.migrate().context("bringing the database up to date")?;
        let secret = Self::find_secret(&folder.secret_file(&settings), &database)?;
        let app = Self::assemble(settings, clock, secret, database)?.with_search_in(&folder.search_folder());
        app.check_topics()?;
        Ok(app)
    }

    /// The secret file; made only for a database nobody has used yet. A new secret beside an old database would
    /// lock everyone out and look healthy.
    fn find_secret(path: &Path, database: &Database) -> Result<AppSecret> {
        if database.write_blocking(invitation::nobody_yet)? {
            return AppSecret::load_or_create(path);
        }
        AppSecret::load(path).context("this database was made with a secret file that must be there")
    }

    /// What a set-up link made now is bound to.
    pub fn invitation_terms<'a>(&'a self, actor: Actor<'a>) -> Terms<'a> {
        let valid_hours = self.settings.staff.invitation_hours;
        Terms { secret: &self.secret, valid_hours, actor, now: self.clock.now() }
    }

    /// The database alone, as the settings name it.
    pub fn open_database(settings: &Settings, folder: &DataFolder) -> Result<Database> {
        Database::open(&settings.database.url, &folder.database_file(), settings.database.pool_size)
    }

    /// Puts an app together from parts that are open already; for commands and tests. Its search index lies in memory.
    pub fn assemble(settings: Settings, clock: Clock, secret: AppSecret, database: Database) -> Result<Self> {
        let content = &settings.content;
        let help_services = help_service::load(&content.help_services)?;
        let lexicons = Self::lexicons(&settings, &help_services)?;
        let topics = Arc::new(topic::load(&content.topics)?);
        Ok(Self {
            search: Search::new(None, &content.lexicon, lexicons.own_search.clone(), topics.clone()),
            lexicons: Arc::new(lexicons),
            topics,
            regions: Arc::new(region::load(&content.regions)?),
            help_services: Arc::new(help_services),
            letters: Arc::new(model::load(&content.letters)?),
            dictionary: Arc::new(dictionary::load(&content.dictionary)?),
            limits: Arc::new(limits::Limits::new(settings.abuse, clock.clone())),
            sent: Arc::new(sent::Sent::new(clock.clone())),
            tallies: Arc::default(),
            promises: Arc::default(),
            mailer: Mailer::from_settings(&settings.mail)?.map(Arc::new),
            gate: Arc::new(SignInGate::new(settings.staff.password_checks_at_once)),
            settings: Arc::new(settings),
            clock,
            secret,
            database,
        })
    }

    /// The same house with its search index in a folder.
    #[must_use]
    pub fn with_search_in(&self, folder: &Path) -> Self {
        let (lists, topics) = (self.lexicons.own_search.clone(), self.topics.clone());
        Self { search: Search::new(Some(folder), &self.settings.content.lexicon, lists, topics), ..self.clone() }
    }

    /// The lexicons the settings name, knowing what is there to help.
    pub fn lexicons(settings: &Settings, help_services: &HelpServices) -> Result<Lexicons> {
        let mut lexicons = Lexicons::load(&settings.content.lexicon)?;
        let own = [&settings.web.public_url, &settings.web.onion_url].into_iter().filter_map(|url| host_of(url));
        let known = lexicons.identifying.knowing(help_services.numbers(), help_services.hosts().chain(own));
        lexicons.identifying = known.knowing_names(help_services.names());
        Ok(lexicons)
    }

    /// The same house by another clock.
    #[must_use]
    pub fn at(&self, clock: Clock) -> Self {
        Self { clock, ..self.clone() }
    }

    /// The same house with another way to send mail.
    #[must_use]
    pub fn with_mailer(&self, mailer: Mailer) -> Self {
        Self { mailer: Some(Arc::new(mailer)), ..self.clone() }
    }

    /// Refuses topics that lost one in use, or a subtopic.
    pub fn check_topics(&self) -> Result<()> {
        let (topics, subtopics) = self.database.write_blocking(|conn| {
            let mut topics = question::list_topics_in_use(conn)?;
            topics.extend(article::reading::list_topics_in_use(conn)?);
            topics.extend(shelf::count_by_topic(conn)?.into_iter().map(|(topic, _)| topic));
            let subtopics = shelf::count_by_subtopic(conn)?.into_iter().map(|(topic, subtopic, _)| (topic, subtopic));
            Ok::<_, domain::Error>((topics, subtopics.collect::<Vec<_>>()))
        })?;
        let file = &self.settings.content.topics;
        let named = if file.as_os_str().is_empty() { Path::new("the built-in topics") } else { file.as_path() };
        let covered = self.topics.ensure_covers(&topics).and_then(|()| self.topics.ensure_covers_subtopics(&subtopics));
        covered.with_context(|| format!("checking {}", named.display()))
    }

    /// The promise: days from arrival to answer.
    pub fn answer_within(&self) -> Days {
        Days::new(self.settings.question.answer_within_days.into())
    }

    /// How long a claimed question is lent without a sign of life.
    pub fn lease(&self) -> TimeDelta {
        TimeDelta::minutes(self.settings.queue.lease_minutes.into())
    }

    /// How late a question must be before editors and managers are told.
    pub fn escalate_after(&self) -> Days {
        Days::new(self.settings.queue.escalate_after_days.into())
    }

    /// Who is reminded of questions by their day, and which staff group answers which topic.
    pub fn reminder_steps(&self) -> Steps {
        let queue = &self.settings.queue;
        let group = |topic: &Topic| (topic.slug.clone(), topic.group.clone());
        Steps {
            group: queue.remind_group_at_days.clone(),
            editors: queue.remind_editors_at_days.clone(),
            groups: self.topics.all().iter().map(group).collect(),
        }
    }

    /// How long originals are kept after they were closed.
    pub fn keep_originals(&self) -> Keep {
        let retention = &self.settings.retention;
        Keep {
            answered: Days::new(retention.answered_days.into()),
            declined: Days::new(retention.declined_days.into()),
        }
    }

    /// Makes what was just deleted leave the database's files. The deletion is done: a reader in the way is no failure of
    /// it for whoever deleted, and the next hour's job makes up for it.
    pub async fn empty_files(&self) {
        if self.database.purge().await.is_err() {
            tracing::warn!("what was deleted is still in the database's files; the next hour's job tries again");
        }
    }

    /// The archive that the settings name, if any.
    pub fn archive(&self) -> Option<Archive> {
        Archive::of(&self.settings.retention.archive_folder)
    }

    /// How long a receipt is kept after the last answer.
    pub fn keep_receipts(&self) -> Days {
        Days::new(self.settings.retention.receipt_days.into())
    }

    /// How long a reply to a question back is waited for.
    pub fn wait_for_reply(&self) -> Days {
        Days::new(self.settings.question.wait_for_reply_days.into())
    }

    /// How often an asker may write again, and the promise that holds then.
    pub fn follow_ups(&self) -> FollowUps {
        FollowUps { per_answer: self.settings.question.follow_ups_per_answer, answer_within: self.answer_within() }
    }

    pub fn session_limits(&self) -> Limits {
        Limits {
            idle: TimeDelta::minutes(self.settings.staff.session_idle_minutes.into()),
            absolute: TimeDelta::hours(self.settings.staff.session_hours.into()),
        }
    }

    pub fn password_cost(&self) -> PasswordCost {
        PasswordCost {
            memory_kib: self.settings.staff.password_memory_kib,
            passes: self.settings.staff.password_passes,
        }
    }

    /// The secret input of every password check (Argon2id), outside the database.
    pub fn pepper(&self) -> Key {
        self.secret.derive("pepper")
    }
}

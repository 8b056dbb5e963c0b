//! The panel: where clinicians find, answer, review and publish. Every handler asks for the proof it needs.

pub mod alike;
pub mod archive;
pub mod article;
pub mod autosave;
pub mod carried;
pub mod companion;
pub mod dictionary;
pub mod digest;
pub mod draft;
pub mod feedback;
pub mod flood;
pub mod help_services;
pub mod history;
pub mod insertion;
pub mod letter;
pub mod marks;
pub mod members;
pub mod new_word;
pub mod profile;
pub mod publication;
pub mod question;
pub mod queue;
pub mod readability;
pub mod retention;
pub mod review;
pub mod set_up;
pub mod sign_in;
pub mod statistics;
pub mod text_block;
pub mod triage;
pub mod version;

use actix_web::web::ServiceConfig;

use super::{Access, routes};
use crate::domain::staff::Role;

/// Who may write articles.
const WRITERS: Access = Access::Either(Role::Clinician, Role::Editor);

routes! {
    get "" => queue::show, Access::Staff;
    get "/sign-in" => sign_in::show, Access::Anyone;
    post "/sign-in" => sign_in::create, Access::Anyone;
    post "/sign-out" => sign_in::delete, Access::SignedIn;
    get "/set-up/{token}" => set_up::show, Access::Anyone;
    post "/set-up/{token}" => set_up::create, Access::Anyone;
    post "/profile/keys" => profile::choose_keys, Access::Staff;
    get "/profile" => profile::show, Access::Staff;
    post "/profile" => profile::update, Access::Staff;
    get "/profile/mail" => digest::show, Access::Staff;
    post "/profile/mail" => digest::update, Access::Staff;
    get "/floods" => flood::show, Access::Only(Role::Clinician);
    post "/floods" => flood::delete, Access::Only(Role::Clinician);
    get "/archive" => archive::index, Access::Only(Role::Clinician);
    get "/archive/{id}" => archive::show, Access::Only(Role::Clinician);
    get "/feedback" => feedback::show, Access::Staff;
    get "/reports" => feedback::show_reports, Access::Only(Role::Clinician);
    post "/reports/{id}/done" => feedback::finish_report, Access::Only(Role::Clinician);
    get "/help-services" => help_services::show, Access::Staff;
    get "/words" => new_word::show, Access::Only(Role::Clinician);
    get "/statistics" => statistics::show, Access::Staff;
    get "/statistics/{year}.csv" => statistics::year::export, Access::Staff;
    get "/statistics/{year}" => statistics::year::show, Access::Staff;
    get "/retention" => retention::show, Access::Staff;
    get "/publications" => publication::index, Access::Staff;
    get "/publications/{slug}" => publication::show, Access::Staff;
    post "/publications/{slug}/subtopic" => publication::update_subtopic, Access::Only(Role::Editor);
    post "/publications/{slug}/related" => publication::update_related, Access::Only(Role::Editor);
    post "/publications/{slug}/choice" => publication::update_choice, Access::Only(Role::Editor);
    get "/staff" => members::show, Access::Only(Role::Manager);
    post "/staff/{id}/grant" => members::let_in, Access::Only(Role::Manager);
    get "/articles" => article::index, WRITERS;
    post "/articles" => article::form::create, WRITERS;
    get "/articles/new" => article::new, WRITERS;
    get "/articles/{id}" => article::show, WRITERS;
    post "/articles/{id}" => article::form::update, WRITERS;
    get "/articles/{id}/versions/{number}" => article::version::show, WRITERS;
    post "/articles/{id}/review" => article::review::create, Access::Only(Role::Reviewer);
    post "/articles/{id}/publication" => article::review::publish, WRITERS;
    post "/articles/{id}/withdrawal" => article::review::withdraw, WRITERS;
    post "/articles/{id}/check" => article::review::check, Access::Only(Role::Reviewer);
    get "/dictionary" => dictionary::index, Access::Only(Role::Clinician);
    get "/dictionary/{slug}" => dictionary::show, Access::Only(Role::Clinician);
    post "/dictionary/{slug}" => dictionary::update, Access::Only(Role::Clinician);
    get "/text-blocks" => text_block::index, Access::Only(Role::Clinician);
    post "/text-blocks" => text_block::create, Access::Only(Role::Clinician);
    get "/text-blocks/{id}" => text_block::show, Access::Only(Role::Clinician);
    post "/text-blocks/{id}" => text_block::update, Access::Only(Role::Clinician);
    post "/text-blocks/{id}/deletion" => text_block::delete, Access::Only(Role::Clinician);
    get "/versions" => version::waiting, Access::Staff;
    get "/publications/{slug}/versions" => version::index, Access::Staff;
    get "/publications/{slug}/versions/{version}" => version::desk::show, Access::Staff;
    post "/publications/{slug}/versions/{version}" => version::steps::update, Access::Staff;
    post "/publications/{slug}/versions/{version}/review" => version::steps::review, Access::Only(Role::Reviewer);
    post "/publications/{slug}/versions/{version}/publication" => version::steps::publish, Access::Staff;
    post "/publications/{slug}/versions/{version}/withdrawal" => version::steps::take_back, Access::Staff;
    post "/next" => queue::claim_next, Access::Only(Role::Clinician);
    get "/questions/{id}" => question::show, Access::Only(Role::Clinician);
    post "/questions/{id}/claim" => question::claim, Access::Only(Role::Clinician);
    post "/questions/{id}/urgency" => triage::update, Access::Only(Role::Clinician);
    post "/questions/{id}/answer" => draft::update, Access::Only(Role::Clinician);
    post "/questions/{id}/autosave" => autosave::create, Access::Only(Role::Clinician);
    get "/questions/{id}/history" => history::show, Access::Only(Role::Clinician);
    post "/questions/{id}/history/{number}" => history::take_back, Access::Only(Role::Clinician);
    get "/questions/{id}/companions" => companion::show, Access::Only(Role::Clinician);
    post "/questions/{id}/companions" => companion::update, Access::Only(Role::Clinician);
    get "/questions/{id}/question-back" => letter::show_question_back, Access::Only(Role::Clinician);
    post "/questions/{id}/question-back" => letter::ask_back, Access::Only(Role::Clinician);
    get "/questions/{id}/decline" => letter::show_decline, Access::Only(Role::Clinician);
    post "/questions/{id}/decline" => letter::decline, Access::Only(Role::Clinician);
    post "/questions/{id}/review" => review::create, Access::Only(Role::Reviewer);
    post "/questions/{id}/publication" => review::publish, Access::Only(Role::Clinician);
}

pub fn configure(config: &mut ServiceConfig) {
    register(config, "");
}

//! What everyone may read and send. No cookie is ever set here, and no page needs script.

pub mod accessibility;
pub mod answers;
pub mod article;
pub mod ask;
pub mod dictionary;
pub mod feedback;
pub mod feeds;
pub mod help;
pub mod home;
pub mod old_paths;
pub mod privacy;
pub mod promise;
pub mod receipt;
pub mod school;
pub mod search;
pub mod statistics;
pub mod topics;
pub mod version;
pub mod way_out;
pub mod withdrawn;

use actix_web::web::ServiceConfig;

use super::{Access, routes};
use crate::text::language::Language;

routes! {
    get "/" => home::show, Access::Anyone;
    get "/spor" => ask::show, Access::Anyone;
    post "/spor" => ask::create, Access::Anyone;
    post "/spor/svar" => ask::answered::create, Access::Anyone;
    get "/spor/funnet" => ask::answered::show, Access::Anyone;
    get "/kode" => receipt::show, Access::Anyone;
    post "/kode" => receipt::create, Access::Anyone;
    post "/kode/brev" => receipt::write_letter, Access::Anyone;
    post "/kode/trekk" => receipt::delete, Access::Anyone;
    get "/sok" => search::show, Access::Anyone;
    get "/atom.xml" => feeds::show, Access::Anyone;
    get "/tema/{slug}/atom.xml" => feeds::show_topic, Access::Anyone;
    get "/tema/{slug}" => topics::show, Access::Anyone;
    get "/tema/{slug}/{subtopic}" => topics::show_subtopic, Access::Anyone;
    get "/hjelp" => help::show, Access::Anyone;
    get "/personvern" => privacy::show, Access::Anyone;
    get "/tilgjengelighet" => accessibility::show, Access::Anyone;
    get "/statistikk" => statistics::show, Access::Anyone;
    get "/statistikk/{year}.csv" => statistics::export, Access::Anyone;
    get "/statistikk/{year}" => statistics::show_year, Access::Anyone;
    get "/skole" => school::show, Access::Anyone;
    get "/fakta" => article::index, Access::Anyone;
    get "/fakta/{slug}" => article::show, Access::Anyone;
    get "/ordbok" => dictionary::index, Access::Anyone;
    get "/ordbok/{slug}" => dictionary::show, Access::Anyone;
    get "/ut" => way_out::show, Access::Anyone;
    get "/sporsmal/{slug}" => answers::show, Access::Anyone;
    get "/sporsmal/{slug}/tilbakemelding" => feedback::show, Access::Anyone;
    post "/sporsmal/{slug}/tilbakemelding" => feedback::create, Access::Anyone;
    get "/sporsmal/{slug}/feil" => feedback::show, Access::Anyone;
    post "/sporsmal/{slug}/feil" => feedback::report, Access::Anyone;
    get "/sporsmal/{slug}/{version}" => version::show, Access::Anyone;
}

/// The same pages three times: bokmål on the bare paths, the others under `/nn` and `/en`.
pub fn configure(config: &mut ServiceConfig) {
    for language in Language::ALL {
        register(config, language.prefix());
    }
}

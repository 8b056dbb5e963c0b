//! What programs read, once for all languages: the map of the site, facts about pairs and articles, and the read-only API.
//!
//! No reply here allows other origins (no CORS header): a page elsewhere that asked from its readers' browsers would
//! tell us, and whoever listens, what they read. A server may ask; it knows its own readers' secrets already.

pub mod api;
pub mod article;
pub mod facts;
pub mod search;
pub mod sitemap;

use actix_web::web::ServiceConfig;

use super::{Access, routes};

routes! {
    get "/robots.txt" => sitemap::robots, Access::Anyone;
    get "/sitemap.xml" => sitemap::show, Access::Anyone;
    get "/sitemap-{number}.xml" => sitemap::show_part, Access::Anyone;
    get "/sporsmal/{slug}.jsonld" => facts::show, Access::Anyone;
    get "/fakta/{slug}.jsonld" => article::show, Access::Anyone;
    get "/api/v1/topics" => api::topics, Access::Anyone;
    get "/api/v1/publications" => api::publications, Access::Anyone;
    get "/api/v1/publications/{slug}" => api::publication, Access::Anyone;
    get "/api/v1/search" => search::show, Access::Anyone;
}

/// Before the pages for people: `/sporsmal/x.jsonld` is no slug.
pub fn configure(config: &mut ServiceConfig) {
    register(config, "");
}

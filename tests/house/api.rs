//! The read-only API: what its description promises is what it answers.

use std::collections::BTreeSet;
use std::fs;

use actix_web::http::StatusCode;
use serde_json::{Value, json};
use spoross::web::machines::ROUTES;

use crate::machines::publishes;
use crate::support::{House, Page};

fn described() -> Value {
    serde_json::from_str(&fs::read_to_string("docs/openapi.json").unwrap()).unwrap()
}

fn body(page: &Page) -> Value {
    serde_json::from_str(&page.body).unwrap()
}

/// What a value has that its schema does not know, or lacks; empty when it fits.
fn faults(value: &Value, schema: &Value, at: &str) -> Vec<String> {
    if let Some(name) = schema["$ref"].as_str() {
        let described = described();
        return faults(value, described.pointer(name.trim_start_matches('#')).unwrap(), at);
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    if !kinds.contains(&kind) {
        return vec![format!("{at} is {kind}, not {kinds:?}")];
    }
    let mut found = Vec::new();
    if let Some(words) = schema["enum"].as_array().filter(|words| !words.contains(value)) {
        found.push(format!("{at} is {value}, not one of {words:?}"));
    }
    for item in value.as_array().into_iter().flatten() {
        found.extend(faults(item, &schema["items"], &format!("{at}[]")));
    }
    if let Some(fields) = value.as_object() {
        let known = schema["properties"].as_object().unwrap();
        assert_eq!(schema["additionalProperties"], false, "{at}");
        for needed in schema["required"].as_array().unwrap() {
            if !fields.contains_key(needed.as_str().unwrap()) {
                found.push(format!("{at} lacks {needed}"));
            }
        }
        for (name, value) in fields {
            match known.get(name) {
                Some(schema) => found.extend(faults(value, schema, &format!("{at}.{name}"))),
                None => found.push(format!("{at}.{name} is not described")),
            }
        }
    }
    found
}

#[test]
fn every_route_is_described_and_every_description_is_a_route() {
    let routes: BTreeSet<String> =
        ROUTES.iter().filter(|route| route.path.starts_with("/api/")).map(|route| route.path.to_owned()).collect();
    let paths: BTreeSet<String> = described()["paths"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(routes, paths);
}

#[actix_web::test]
async fn every_answer_is_as_it_is_described() {
    let house = House::open().await;
    publishes(&house, "Søvn", "alkohol", "2026-02-03");
    for (path, pattern, status) in [
        ("/api/v1/topics", "/api/v1/topics", "200"),
        ("/api/v1/publications", "/api/v1/publications", "200"),
        ("/api/v1/publications?topic=romfart", "/api/v1/publications", "404"),
        ("/api/v1/publications/sovn", "/api/v1/publications/{slug}", "200"),
        ("/api/v1/publications/ingen", "/api/v1/publications/{slug}", "404"),
        ("/api/v1/search?q=s%C3%B8vn", "/api/v1/search", "503"),
        ("/api/v1/search", "/api/v1/search", "200"),
        ("/api/v1/search?q=s%C3%B8vn&topic=romfart", "/api/v1/search", "404"),
    ] {
        let page = house.visitor().reads(path).await;
        assert_eq!(page.status.as_str(), status, "{path}");
        assert_eq!(page.header("content-type"), "application/json; charset=utf-8", "{path}");
        let content = &described()["paths"][pattern]["get"]["responses"][status]["content"];
        let wrong = faults(&body(&page), &content["application/json"]["schema"], path);
        assert!(wrong.is_empty(), "{wrong:?}");
    }
    assert!(!faults(&json!({ "error": 1 }), &json!({ "$ref": "#/components/schemas/Refusal" }), "it").is_empty());
}

#[actix_web::test]
async fn programs_read_what_people_read() {
    let house = House::open().await;
    for number in 1..=21 {
        publishes(&house, &format!("Nummer {number}"), "alkohol", &format!("2026-02-{number:02}"));
    }
    publishes(&house, "Om hasj", "cannabis", "2026-03-01");
    let reader = house.visitor();
    let first = body(&reader.reads("/api/v1/publications?topic=alkohol").await.succeeds());
    assert_eq!((&first["total"], first["results"].as_array().unwrap().len()), (&json!(21), 20));
    assert_eq!(first["results"][0]["path"], "/sporsmal/nummer-21");
    let second = body(&reader.reads("/api/v1/publications?topic=alkohol&page=2").await.succeeds());
    assert_eq!((&second["page"], &second["results"][0]["slug"]), (&json!(2), &json!("nummer-1")));
    assert_eq!(body(&reader.reads("/api/v1/publications?page=x").await.succeeds())["total"], 22);
    let topics = body(&reader.reads("/api/v1/topics").await.succeeds());
    let counts: Vec<(&str, i64)> = topics
        .as_array()
        .unwrap()
        .iter()
        .map(|topic| (topic["slug"].as_str().unwrap(), topic["publications"].as_i64().unwrap()))
        .collect();
    assert_eq!(counts[..2], [("alkohol", 21), ("cannabis", 1)]);
    crate::public::topics::publishes(&house, "Må jeg drikke?", ("alkohol", "fest"), "2026-03-02");
    let topics = body(&reader.reads("/api/v1/topics").await.succeeds());
    let fest = topics[0]["subtopics"].as_array().unwrap().iter().find(|it| it["slug"] == "fest").unwrap();
    assert_eq!((&fest["publications"], &fest["name"]["nb"]), (&json!(1), &json!("Fest, press og vaner")));
    let fest = body(&reader.reads("/api/v1/publications/ma-jeg-drikke").await.succeeds());
    assert_eq!(fest["subtopic"], "fest");
    let one = body(&reader.reads("/api/v1/publications/om-hasj").await.succeeds());
    assert_eq!(
        (&one["title"], &one["gender"], &one["updated_on"], &one["subtopic"]),
        (&json!("Om hasj"), &json!("female"), &Value::Null, &Value::Null)
    );
    assert_eq!(reader.reads("/api/v1/nothing").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn programs_find_what_people_find() {
    let house = House::open().await;
    for number in 1..=21 {
        publishes(&house, &format!("Promille {number}"), "alkohol", "2026-02-03");
    }
    publishes(&house, "Promille og hasj", "cannabis", "2026-03-01");
    house.app.search.poll(&house.app.database).await.unwrap();
    let reader = house.visitor();
    let page = reader.reads("/api/v1/search?q=promile&topic=cannabis").await.succeeds();
    assert_eq!(page.header("cache-control"), "no-store");
    let found = body(&page);
    let schema = &described()["paths"]["/api/v1/search"]["get"]["responses"]["200"]["content"]["application/json"];
    assert_eq!(faults(&found, &schema["schema"], "found"), Vec::<String>::new());
    assert_eq!(found["total"], 1);
    let one = &found["results"][0];
    assert_eq!((&one["path"], &one["title"]), (&json!("/sporsmal/promille-og-hasj"), &json!("Promille og hasj")));
    assert_eq!((&one["topic"], &one["published_on"]), (&json!("cannabis"), &json!("2026-03-01")));
    assert!(!one["snippet"].as_str().unwrap().is_empty());
    for (side, count) in [("1", 20), ("2", 2), ("3", 0), ("x", 20)] {
        let found = body(&reader.reads(&format!("/api/v1/search?q=promille&page={side}")).await.succeeds());
        assert_eq!((&found["total"], found["results"].as_array().unwrap().len()), (&json!(22), count), "{side}");
    }
}

//! What an owner may write, and what is said when it makes no sense.

use super::*;

fn load(text: &str) -> Result<Settings> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.toml");
    std::fs::write(&path, text).unwrap();
    Settings::load(Some(&path), &Overrides::default())
}

fn refusal(text: &str) -> String {
    load(text).unwrap_err().to_string()
}

#[test]
fn the_defaults_load() {
    let settings = Settings::load(None, &Overrides::default()).unwrap();
    assert_eq!(settings.question.answer_within_days, 7);
    assert!(!settings.web.is_https());
}

#[test]
fn the_production_file_loads_and_is_https() {
    assert!(load(include_str!("../../config/production.toml")).unwrap().web.is_https());
}

#[test]
fn a_wrong_setting_names_the_key_the_file_and_what_was_expected() {
    let said = refusal("[web]\nlisten = \"everywhere\"\n");
    for part in ["listen", "own.toml", "socket address"] {
        assert!(said.contains(part), "«{part}» is missing in: {said}");
    }
    let said = refusal("[question]\nmax_characters = \"many\"\n");
    for part in ["question.max_characters", "own.toml", "integer"] {
        assert!(said.contains(part), "«{part}» is missing in: {said}");
    }
}

#[test]
fn a_misspelled_setting_is_not_silently_ignored() {
    let said = refusal("[web]\nlissen = \"127.0.0.1:1\"\n");
    assert!(said.contains("lissen") && said.contains("own.toml"), "{said}");
}

#[test]
fn values_that_make_no_sense_are_refused() {
    assert!(refusal("[web]\npublic_url = \"spor.example.org\"\n").contains("https://"));
    assert!(refusal("[question]\nmin_characters = 5000\n").contains("question.min_characters"));
    assert!(refusal("[log]\nlevel = \"loud\"\n").contains("log.level"));
    assert!(refusal("[retention.answered_ground]\nnn = \" \"\n").contains("retention.answered_ground"));
    assert!(refusal("[web]\nonion_url = \"spor.example.org\"\n").contains("web.onion_url"));
    assert!(
        refusal("[web]\nclient_address_header = \"x-real-ip, x-forwarded-for\"\n").contains("client_address_header")
    );
    assert!(refusal("[abuse]\nwrong_codes_an_hour = 0\n").contains("abuse.wrong_codes_an_hour"));
    assert!(refusal("[abuse]\nquestions_an_hour_before_challenge = 500\n").contains("at most abuse."));
    assert!(refusal("[site]\nway_out_url = \"javascript:x\"\n").contains("site.way_out_url"));
    assert!(refusal("[site]\ncontact = \"ring oss\"\n").contains("site.contact"));
    assert!(refusal("[site]\naccessibility_url = \"uustatus.no\"\n").contains("site.accessibility_url"));
    assert!(refusal("[site]\naccessibility_complaint_url = \"\"\n").contains("site.accessibility_complaint_url"));
    assert!(refusal("[site]\ncomplaint_url = \"\"\n").contains("site.complaint_url"));
    assert!(refusal("[backup]\nkeep_days = 1\n").contains("at least backup.max_age_days"));
    assert!(refusal("[staff]\nsession_hours = 0\n").contains("staff.session_hours"));
}

#[test]
fn a_public_address_follows_the_listener_unless_it_was_chosen() {
    let listen = Overrides { listen: "127.0.0.1:9999".parse().ok() };
    let settings = Settings::load(None, &listen).unwrap();
    assert_eq!(settings.web.public_url, "http://127.0.0.1:9999");
}

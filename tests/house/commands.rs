//! The command line as someone at a terminal meets it: the real program, its words and its exit status.

mod check;
mod links;

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::support::program::{PROGRAM, Running, demo, run, said, spoross};

#[test]
fn the_first_start_makes_a_house_and_prints_the_way_in() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("data");
    let first = Running::start(spoross(&["serve", "--listen", "127.0.0.1:0"], &data), "/panel/set-up/");
    assert!(first.all().contains("Spør oss answers on http://127.0.0.1:"), "{}", first.all());
    for private in ["secret.key", "spoross.sqlite"] {
        let mode = fs::metadata(data.join(private)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{private}");
    }
    assert_eq!(fs::metadata(&data).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(fs::read(data.join("secret.key")).unwrap().len(), 32);
    let first_link = first.lines.last().unwrap().rsplit('/').next().unwrap().to_owned();
    drop(first);

    // Until someone used it, each start gives a new link; no command is the same as `serve`.
    let mut command = Command::new(PROGRAM);
    command.arg("--data").arg(&data).env("SPOROSS__WEB__LISTEN", "127.0.0.1:0");
    let again = Running::start(command, "/panel/set-up/");
    assert!(!again.all().contains(&first_link));
}

#[test]
fn a_demo_prints_what_its_staff_sign_in_with() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    let running = demo(&data);
    for name in ["kari", "ola", "siv"] {
        assert!(running.all().contains(name), "{}", running.all());
    }
    let printed = run(&["demo", "--codes", "--json"], &data);
    let codes: Vec<serde_json::Value> = serde_json::from_slice(&printed.stdout).unwrap();
    assert_eq!(codes.len(), 3);
    for code in codes {
        let totp = code["totp"].as_str().unwrap();
        assert!(totp.len() == 6 && totp.bytes().all(|digit| digit.is_ascii_digit()), "{totp}");
        assert!(code["password"].as_str().unwrap().len() >= 15);
        assert!(code["roles"].as_array().is_some_and(|roles| !roles.is_empty()));
    }
    assert!(run(&["demo", "--codes"], &data).status.success());
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("letters.txt"), "not ours").unwrap();
    for command in ["serve", "demo", "migrate"] {
        let output = run(&[command], folder.path());
        assert!(!output.status.success(), "{command}");
        assert!(said(&output).contains("is not a folder of Spør oss"), "{command}: {}", said(&output));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_wrong_setting_names_key_file_and_what_was_expected() {
    let above = TempDir::new().unwrap();
    let file = above.path().join("own.toml");
    for (text, parts) in [
        ("[web]\nlisten = \"everywhere\"\n", vec!["own.toml", "listen", "socket address"]),
        ("[question]\nmin_characters = \"few\"\n", vec!["own.toml", "question.min_characters", "integer"]),
        ("[web\n", vec!["own.toml"]),
        ("[log]\nlevel = \"loud\"\n", vec!["log.level", "error, warn, info or debug"]),
    ] {
        fs::write(&file, text).unwrap();
        let output = run(&["serve", "--config", file.to_str().unwrap()], &above.path().join("data"));
        assert!(!output.status.success());
        for part in parts {
            assert!(said(&output).contains(part), "«{part}» is missing in: {}", said(&output));
        }
    }
    let output = run(&["serve", "--config", "/nowhere/own.toml"], &above.path().join("data"));
    assert!(said(&output).contains("/nowhere/own.toml does not exist"), "{}", said(&output));
}

#[test]
fn a_topic_in_use_that_left_the_file_stops_the_start() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    drop(demo(&data));
    let topics = above.path().join("topics.toml");
    let one = "[[topic]]\nslug = \"alkohol\"\ngroup = \"rus\"\nname = { nb = \"a\", nn = \"a\", en = \"a\" }\nintro = { nb = \"a\", nn = \"a\", en = \"a\" }\n";
    fs::write(&topics, one).unwrap();
    let config = above.path().join("own.toml");
    fs::write(&config, format!("[content]\ntopics = \"{}\"\n", topics.display())).unwrap();
    let output = run(&["demo", "--listen", "127.0.0.1:0", "--config", config.to_str().unwrap()], &data);
    assert!(!output.status.success());
    for part in ["topics.toml", "cannabis", "psykisk-helse"] {
        assert!(said(&output).contains(part), "{}", said(&output));
    }
}

#[test]
fn a_subtopic_in_use_that_left_the_file_stops_every_command() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    drop(demo(&data));
    let topics = above.path().join("topics.toml");
    let own = fs::read_to_string("config/topics.toml").unwrap().replacen("\"promille\"", "\"promillen\"", 1);
    fs::write(&topics, own).unwrap();
    let config = above.path().join("own.toml");
    fs::write(&config, format!("[content]\ntopics = \"{}\"\n", topics.display())).unwrap();
    let output = run(&["export", "--config", config.to_str().unwrap()], &data);
    assert!(!output.status.success());
    for part in ["topics.toml", "alkohol/promille"] {
        assert!(said(&output).contains(part), "{}", said(&output));
    }
}

#[test]
fn staff_are_added_listed_and_disabled() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    drop(demo(&data));
    let add = ["staff", "add", "nina", "--name", "Nina Prøvesen", "--role", "clinician", "--group", "rus"];
    let add = [&add[..], &["--profession", " psykolog "]].concat();
    let first = said(&run(&add, &data));
    assert!(first.contains("/panel/set-up/"), "{first}");
    // Asking again before the link was used gives a new link; a taken name is refused.
    assert!(said(&run(&add, &data)).contains("/panel/set-up/"));
    let taken = run(&["staff", "add", "kari", "--name", "Kari", "--role", "clinician"], &data);
    assert!(!taken.status.success() && said(&taken).contains("\"kari\" is taken"), "{}", said(&taken));
    for (wrong, word) in [(["Nina Å", "rus"], "user name"), (["per", "romfart"], "romfart")] {
        let output = run(&["staff", "add", wrong[0], "--name", "x", "--role", "clinician", "--group", wrong[1]], &data);
        assert!(!output.status.success() && said(&output).contains(word), "{}", said(&output));
    }
    for wrong in ["x".repeat(61), "lege\npsykolog".into()] {
        let output = run(&["staff", "add", "per", "--name", "x", "--role", "clinician", "--profession", &wrong], &data);
        assert!(!output.status.success() && said(&output).contains("at most 60 characters"), "{}", said(&output));
    }
    let list = said(&run(&["staff", "list"], &data));
    assert!(list.contains("Nina Prøvesen, psykolog\n") && !list.contains("per "), "{list}");
    assert!(list.contains("nina") && list.contains("invited") && list.contains("Nina Prøvesen"), "{list}");

    assert!(run(&["staff", "disable", "kari"], &data).status.success());
    let list = said(&run(&["staff", "list"], &data));
    assert!(list.lines().any(|line| line.starts_with("kari") && line.contains("disabled")), "{list}");
    let unknown = run(&["staff", "disable", "nobody"], &data);
    assert!(!unknown.status.success() && said(&unknown).contains("\"nobody\""));
}

#[test]
fn help_reads_like_a_manual() {
    let output = Command::new(PROGRAM).arg("--help").output().unwrap();
    for word in ["serve", "demo", "migrate", "staff", "check", "--data", "--config", "SPOROSS__WEB__LISTEN"] {
        assert!(said(&output).contains(word), "{word}");
    }
}

#[test]
fn a_house_that_lost_its_secret_does_not_make_a_new_one() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    drop(demo(&data));
    fs::remove_file(data.join("secret.key")).unwrap();
    let output = run(&["demo", "--listen", "127.0.0.1:0"], &data);
    assert!(!output.status.success());
    assert!(said(&output).contains("secret.key"), "{}", said(&output));
    assert!(!data.join("secret.key").exists());
}

#[test]
fn a_database_file_named_by_its_address_is_private_too() {
    let above = TempDir::new().unwrap();
    let file = above.path().join("elsewhere.sqlite");
    let url = format!("sqlite://{}", file.display());
    let output = spoross(&["migrate"], &above.path().join("data")).env("SPOROSS__DATABASE__URL", url).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn inviting_again_corrects_the_roles() {
    let above = TempDir::new().unwrap();
    let data = above.path().join("demo");
    drop(demo(&data));
    run(&["staff", "add", "nina", "--name", "Nina", "--role", "manager", "--role", "clinician"], &data);
    run(&["staff", "add", "nina", "--name", "Nina", "--role", "editor"], &data);
    let list = said(&run(&["staff", "list"], &data));
    let nina = list.lines().find(|line| line.starts_with("nina")).unwrap();
    assert!(nina.contains("editor") && !nina.contains("manager") && !nina.contains("clinician"), "{nina}");
}

#[test]
fn a_wrong_lexicon_of_the_owners_stops_the_start_and_is_named_with_its_line() {
    let above = TempDir::new().unwrap();
    let lexicon = above.path().join("lexicon");
    fs::create_dir(&lexicon).unwrap();
    let heading = "id\tcategory\tseverity\tlang\tkind\tregex\texamples\tnote\n";
    fs::write(lexicon.join("acute_terms.tsv"), format!("{heading}x1\tsuicide\tR1\tnb\tphrase\t(\t(\t\n")).unwrap();
    let config = above.path().join("own.toml");
    fs::write(&config, format!("[content]\nlexicon = \"{}\"\n", lexicon.display())).unwrap();
    let config = config.to_str().unwrap();
    let data = above.path().join("data");
    // The one that ends by itself first: a test that fails must not leave a server running.
    for arguments in
        [["lexicon", "try", "--config", config].as_slice(), &["demo", "--listen", "127.0.0.1:0", "--config", config]]
    {
        let output = run(arguments, &data);
        assert!(!output.status.success());
        for part in ["acute_terms.tsv", "line 2"] {
            assert!(said(&output).contains(part), "{}", said(&output));
        }
    }
}

#[test]
fn the_lexicons_can_be_tried_on_texts() {
    let mut process = Command::new(PROGRAM)
        .args(["lexicon", "try"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines =
        "{\"id\":1,\"text\":\"👍 ring meg på 68 05 12 34 da\"}\n\n{\"id\":\"b\",\"text\":\"jeg vil bare dø\"}\n";
    process.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = process.wait_with_output().unwrap();
    let found: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(found[0]["id"], 1);
    assert_eq!(found[0]["warn"][0], serde_json::json!({ "start": 14, "end": 25, "kind": "phone" }));
    assert_eq!(found[0]["urgency"], "normal");
    assert_eq!((&found[1]["id"], &found[1]["urgency"]), (&serde_json::json!("b"), &serde_json::json!("acute")));
    assert!(!found[1]["rules"].as_array().unwrap().is_empty());
}

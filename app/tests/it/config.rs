//! OPS-05: settings are read at once, and refused with every fault.

use std::path::PathBuf;

use relais::config::{Config, Database, Sources, Tls, keys::KEYS, lines};

use super::served::{Home, bare};

fn sources(file: &str, environment: &[(&str, &str)]) -> Sources {
    Sources {
        file: Some((PathBuf::from("relais.toml"), file.to_owned())),
        environment: environment
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    }
}

fn faults(file: &str, environment: &[(&str, &str)]) -> Vec<String> {
    Config::read(&sources(file, environment)).err().unwrap_or_default()
}

#[test]
fn ops_05_an_unknown_key_is_refused() {
    for (file, environment, fault) in [
        ("lisen = \"x\"", &[][..], "lisen is not known; did you mean listen?"),
        ("[mail]\nhots = \"x\"", &[], "mail.hots is not known; did you mean mail.host?"),
        ("[mial]\nhost = \"x\"", &[], "mial is not known; did you mean data?"),
        ("[network]\ncolour = 3", &[], "network is not known"),
        ("", &[("RELAIS_BASEURL", "x")], "RELAIS_BASEURL is not known; did you mean RELAIS_BASE_URL?"),
    ] {
        let told = faults(file, environment);
        assert_eq!(told.len(), 1, "{told:?}");
        let expected = fault.split(';').next().unwrap();
        assert!(told[0].starts_with(expected), "{told:?}");
        if fault.contains("did you mean") && !fault.starts_with("mial") {
            assert_eq!(told[0], fault);
        }
    }
    assert!(
        faults("", &[("RELAIS_TEST_DATABASE_URL", "x"), ("RELAIS_CONFIG", "x"), ("PATH", "x")]).is_empty()
    );
}

#[test]
fn ops_05_a_bad_value_is_told_with_what_is_expected() {
    for (file, fault) in [
        (
            "listen = \"here\"",
            "listen: an address and a port such as 127.0.0.1:8080 is expected, not \"here\"",
        ),
        ("listen = 8080", "listen: a text between quotes is expected"),
        ("insecure = \"yes\"", "insecure: true or false, without quotes is expected"),
        ("base_url = \"relais.example.org\"", "base_url: an address such as https://relais.example.org"),
        (
            "base_url = \"https://relais.example.org/path\"",
            "base_url: an address such as https://relais.example.org",
        ),
        ("base_url = \"http://relais.example.org\"", "base_url: \"http://relais.example.org\" has no https"),
        ("listen = \"0.0.0.0:80\"", "base_url is missing"),
        ("[database]\nurl = \"mysql://x\"", "database.url: an address such as postgres://"),
        (
            "[database]\nconnections = 0",
            "database.connections: a whole number from 1 to 200 is expected, not \"0\"",
        ),
        ("[mail]\nhost = \"m\"\nfrom = \"me\"", "mail.from: a sender such as"),
        ("[mail]\nhost = \"m\"\nfrom = \"a@b.c\"\nport = 0", "mail.port: a whole number from 1 to 65535"),
        (
            "[mail]\nhost = \"m\"\nfrom = \"a@b.c\"\ntls = \"ssl\"",
            "mail.tls: starttls, tls or none is expected",
        ),
        ("[mail]\nhost = \"m\"\nfrom = \"a@b.c\"\nuser = \"u\"", "mail.user and mail.password go together"),
        ("[mail]\nfrom = \"a@b.c\"", "mail.host is missing"),
        (
            "[mail]\nhost = \"m\"\nfrom = \"a@b.c\"\nuser = \"u\"\npassword = \"p\"\ntls = \"none\"",
            "mail.tls is none",
        ),
        ("[mail]\npassword_file = \"/nowhere\"", "mail.password_file: /nowhere cannot be read"),
        ("[sms]\nformat = \"xml\"", "sms.format: json or form is expected, not \"xml\""),
        ("[sms]\nbody = \"to={to}\"", "sms.url is missing, and sms.body means nothing without it"),
        ("[sms]\nurl = \"https://s.example\"", "sms.secret is missing"),
        (
            "[sms]\nurl = \"https://s.example\"\nprivate = \"10.0.0\"",
            "sms.private: addresses such as 10.0.0.5",
        ),
        ("[sms]\ntimeout = 0", "sms.timeout: a whole number from 1 to 60"),
        ("[sms]\nsecret_file = \"/nowhere\"", "sms.secret_file: /nowhere cannot be read"),
        ("[backup]\nrecipient = \"ssh-rsa x\"", "backup.recipient: an age public key"),
        ("[log]\nlevel = \"loud\"", "log.level: error, warn, info, debug or trace is expected, not \"loud\""),
        ("[log]\nformat = \"xml\"", "log.format: text or json is expected"),
        ("[metrics]\nlisten = \"9464\"", "metrics.listen: an address and a port"),
        ("[worker]\nat_once = 100", "worker.at_once: a whole number from 1 to 64"),
        ("listen = ", "relais.toml, line 1:"),
    ] {
        let told = faults(file, &[]);
        assert!(told.iter().any(|one| one.starts_with(fault)), "{file}: {told:?}");
    }
}

#[test]
fn ops_05_all_faults_are_told_at_once() {
    let told =
        faults("lisen = \"x\"\ninsecure = 1\n[log]\nlevel = \"loud\"", &[("RELAIS_WORKER_AT_ONCE", "many")]);
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(told[3].starts_with("RELAIS_WORKER_AT_ONCE: "), "{told:?}");
}

#[test]
fn the_environment_wins_and_an_empty_variable_unsets() {
    let file =
        "data = \"/srv/a\"\nbase_url = \"https://a.example\"\n[mail]\nhost = \"a\"\nfrom = \"a@a.example\"";
    let environment = [("RELAIS_DATA", "/srv/b"), ("RELAIS_BASE_URL", ""), ("RELAIS_MAIL_TLS", "tls")];
    let config = Config::read(&sources(file, &environment)).unwrap();
    assert_eq!(config.data, PathBuf::from("/srv/b"));
    assert_eq!(config.base_url, None);
    assert_eq!(config.base(config.listen), "http://127.0.0.1:8080");
    let mail = config.mail.unwrap();
    assert_eq!((mail.host.as_str(), mail.tls, mail.port), ("a", Tls::Tls, 465));
    assert!(matches!(config.database, Database::Embedded(path) if path == *"/srv/b/relais.db"));
}

#[test]
fn https_is_asked_for_unless_it_is_this_machine_or_said() {
    for fine in [
        "base_url = \"http://localhost:8080\"",
        "base_url = \"http://127.0.0.1\"",
        "base_url = \"https://relais.example.org/\"\nlisten = \"0.0.0.0:8080\"",
        "base_url = \"http://relais.lan\"\ninsecure = true",
        "base_url = \"http://[::1]:8080\"",
    ] {
        assert_eq!(faults(fine, &[]), Vec::<String>::new(), "{fine}");
    }
}

#[test]
fn secrets_are_never_shown() {
    let secret = "hush-hush-hush";
    let file = format!(
        "[database]\nurl = \"postgres://relais:{secret}@db.example/relais?password={secret}\"\n\
         [mail]\nhost = \"m\"\nfrom = \"a@b.c\"\nuser = \"u\"\npassword = \"{secret}\""
    );
    let read = sources(&file, &[]);
    let shown = lines(&read);
    let config = Config::read(&read).unwrap();
    assert!(!format!("{config:?}{shown:?}").contains(secret), "{config:?}{shown:?}");
    let url = shown.iter().find(|line| line.name == "database.url").unwrap();
    assert_eq!(url.value, "postgres://(hidden)@db.example/relais");
    for broken in [
        format!("password = \"{secret}"),
        format!("[mail]\npassword = {secret}\n"),
        format!("[database]\nurl = \"{secret}\""),
    ] {
        let told = faults(&broken, &[]);
        assert!(!told.is_empty() && !told.concat().contains(secret), "{told:?}");
    }
}

#[test]
fn a_password_may_stand_in_a_file_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("password");
    std::fs::write(&path, "first line\nsecond\n").unwrap();
    let file = format!("[mail]\nhost = \"m\"\nfrom = \"a@b.c\"\nuser = \"u\"\npassword_file = {path:?}");
    let mail = Config::read(&sources(&file, &[])).unwrap().mail.unwrap();
    assert_eq!(secrecy::ExposeSecret::expose_secret(&mail.password.unwrap()), "first line");
}

#[test]
fn the_example_file_holds_every_setting_and_can_be_read() {
    let text = include_str!("../../../packaging/relais.toml");
    assert_eq!(faults(text, &[]), Vec::<String>::new());
    // With every comment sign in front of a setting taken away it must still be understood.
    let all: String = text
        .lines()
        .map(|line| {
            line.strip_prefix("#").filter(|rest| rest.starts_with(char::is_lowercase)).unwrap_or(line)
        })
        .map(|line| format!("{line}\n"))
        .collect();
    let told = faults(&all, &[]);
    assert!(told.iter().all(|fault| !fault.contains("not known") && !fault.contains("line ")), "{told:?}");
    let shown = lines(&sources(&all, &[]));
    for key in KEYS {
        let line = shown.iter().find(|line| line.name == key.name).unwrap();
        assert_eq!(line.origin, "relais.toml", "{} is missing in packaging/relais.toml", key.name);
    }
}

#[test]
fn sec_06_a_gateway_that_cannot_serve_is_told_before_anything_starts() {
    let home = |body: &str, secret: &str| {
        let sms =
            format!("[sms]\nurl = \"https://sms.example.org/x\"\nbody = '{body}'\nsecret = \"{secret}\"\n");
        Home::new(&format!("[log]\nlevel = \"info\"\n{sms}"))
    };
    let (body, secret) = (r#"{"to":"{to}","text":"{text}"}"#, "0123456789abcdef0123456789abcdef");
    let said = home(body, secret).say(&["check-config"]);
    assert!(
        said.contains("SMS gateway    fine: https://sms.example.org/x") && !said.contains(secret),
        "{said}"
    );
    for (body, secret, fault) in [
        (r#"{"to":"{to}"}"#, secret, "sms.body: {text} is missing"),
        ("to={to}", secret, "sms.body: no JSON"),
        (body, "short", "sms.secret: at least 22 letters"),
    ] {
        let output = home(body, secret).run(&["check-config"]);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(!output.status.success() && said.contains(fault), "{said}");
    }
}

#[test]
fn check_config_tells_what_works_and_ends_accordingly() {
    let home = Home::new("[mail]\nhost = \"127.0.0.1\"\nfrom = \"a@b.c\"\ntls = \"none\"\n");
    let said = home.say(&["check-config"]);
    assert!(said.contains("mail.host") && said.contains("relais.toml"), "{said}");
    assert!(said.contains("database       fine: ") && said.contains("mail server    fine: "), "{said}");
    let wrong = Home::new("[mail]\nhost = \"no-such-host.invalid\"\nfrom = \"a@b.c\"\n");
    assert!(wrong.fail(&["check-config"]).contains("do not work yet"));
    let unknown = bare(&["check-config"]).env("RELAIS_LISEN", "x").output().unwrap();
    assert!(!unknown.status.success());
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("did you mean RELAIS_LISTEN?"));
}

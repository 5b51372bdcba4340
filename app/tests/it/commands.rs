//! What is typed, and what it says.

use super::{
    http::Browser,
    served::{Home, bare},
};

#[test]
fn an_empty_instance_can_begin() {
    let home = Home::new("");
    let served = home.serve();
    let invitation = home.begin("Énergie & Sœurs", "ines@clairlien.example");
    let mut browser = Browser::on(&served.base);
    assert_eq!(browser.get(&invitation).status, 200);
    let password = "une phrase toute simple";
    assert_eq!(browser.post(&invitation, &[("password", password), ("again", password)]).status, 303);
    assert_eq!(browser.get("/units").status, 200, "an administrator sees the units");
    let taken = home.fail(&[
        "organisation",
        "add",
        "--name",
        "Énergie & Sœurs",
        "--given-name",
        "A",
        "--family-name",
        "B",
        "--email",
        "a@b.example",
    ]);
    assert!(taken.contains("slug: "), "{taken}");
    assert!(home.say(&["user", "list", "--org", "energie-soeurs"]).contains("ines@clairlien.example  open"));
    assert!(home.fail(&["user", "list", "--org", "nowhere"]).contains("known are: energie-soeurs"));
}

#[test]
fn every_fault_of_a_new_organisation_is_told_at_once() {
    let home = Home::new("");
    let told = home.fail(&[
        "organisation",
        "add",
        "--name",
        "",
        "--given-name",
        "",
        "--family-name",
        "B",
        "--email",
        "nobody",
        "--locale",
        "xx",
    ]);
    for field in ["name:", "locale:", "email:", "given-name:"] {
        assert!(told.contains(field), "{field} {told}");
    }
}

#[test]
fn sec_07_the_emergency_account_gets_in_without_mail() {
    let home = Home::new("");
    let served = home.serve();
    home.begin("Clairlien", "ines@clairlien.example");
    let arguments = ["user", "emergency", "--email", "secours@clairlien.example"];
    let short = home.feed(&arguments, "court\n");
    assert!(!short.status.success());
    let made = home.feed(&arguments, "une phrase toute simple\n");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let mut browser = Browser::on(&served.base);
    browser.get("/sign-in");
    let fields = [("email", "secours@clairlien.example"), ("password", "une phrase toute simple")];
    assert_eq!(browser.post("/sign-in", &fields).status, 303);
    assert_eq!(browser.get("/units/new").status, 200, "it administers");
    assert!(home.say(&["user", "list"]).contains("secours@clairlien.example  emergency"));
}

#[test]
fn a_closed_account_is_out_at_once() {
    let home = Home::new("");
    let served = home.serve();
    let invitation = home.begin("Clairlien", "ines@clairlien.example");
    let mut browser = Browser::on(&served.base);
    browser.get(&invitation);
    let password = "une phrase toute simple";
    browser.post(&invitation, &[("password", password), ("again", password)]);
    assert_eq!(browser.get("/units").status, 200);
    assert!(home.say(&["user", "disable", "--email", "INES@clairlien.example"]).contains("is closed"));
    assert_eq!(browser.get("/units").status, 303, "back to the sign-in page");
    assert!(home.fail(&["user", "reset-link", "--email", "ines@clairlien.example"]).contains("is closed"));
}

#[test]
fn a_reset_link_lets_in() {
    let home = Home::new("");
    let served = home.serve();
    home.begin("Clairlien", "ines@clairlien.example");
    let said = home.say(&["user", "reset-link", "--email", "ines@clairlien.example"]);
    let path = said.lines().find_map(|line| line.trim().strip_prefix(&served.base)).unwrap().to_owned();
    assert_eq!(Browser::on(&served.base).get(&path).status, 200);
}

#[test]
fn an_import_says_the_same_beside_a_server_and_writes_what_it_says() {
    let home = Home::new("");
    let served = home.serve();
    home.begin("Clairlien", "ines@clairlien.example");
    let file = home.path().join("units.csv");
    std::fs::write(&file, "Code;Nom;Type;Département\nEVR;Évry;boutique;91\nMAS;Massy;boutique;91\n")
        .unwrap();
    let import = |file: &str, more: &[&str]| {
        let arguments = ["import", "units", file, "--org", "clairlien"];
        home.run(&[&arguments, more].concat())
    };
    let said = |output: &std::process::Output| {
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    };
    let path = file.to_str().unwrap();
    let dry = import(path, &["--dry-run"]);
    assert!(dry.status.success() && said(&dry).contains("2 new"), "{}", said(&dry));
    assert!(said(&dry).contains("Nothing was written"), "{}", said(&dry));
    let done = import(path, &[]);
    assert!(done.status.success() && said(&done).contains("2 new"), "{}", said(&done));
    let again = import(path, &["--dry-run"]);
    assert!(said(&again).contains("0 new") && said(&again).contains("2 as they were"), "{}", said(&again));
    let bad = home.path().join("bad.csv");
    std::fs::write(&bad, "Code;Nom;Type;Département\nCRE;Créteil;boutique;94\nZZZ;;boutique;999\n").unwrap();
    let refused = import(bad.to_str().unwrap(), &[]);
    assert!(!refused.status.success() && said(&refused).contains("line 3"), "{}", said(&refused));
    served.stop();
    let alone = import(bad.to_str().unwrap(), &[]);
    assert_eq!(said(&refused), said(&alone));
    let good = import(bad.to_str().unwrap(), &["--good-lines-only"]);
    assert!(good.status.success() && said(&good).contains("1 new"), "{}", said(&good));
    assert!(home.fail(&["import", "units", path, "--org", "nowhere"]).contains("there is no organisation"));
    assert!(home.fail(&["import", "units", "/nowhere.csv", "--org", "clairlien"]).contains("cannot be read"));
}

#[test]
fn ops_09_the_operator_sees_all_jobs_and_starts_one_again() {
    let home = Home::new("");
    let served = home.serve();
    let invitation = home.begin("Clairlien", "ines@clairlien.example");
    let mut browser = Browser::on(&served.base);
    browser.get(&invitation);
    let password = "une phrase toute simple";
    assert_eq!(browser.post(&invitation, &[("password", password), ("again", password)]).status, 303);
    let mut other = Browser::on(&served.base);
    other.get("/sign-in/forgotten");
    other.post("/sign-in/forgotten", &[("email", "ines@clairlien.example")]);
    // No mail server is set: the first try fails, and the letter waits.
    let mut line = String::new();
    for _ in 0..100 {
        let list = home.say(&["jobs", "list", "--state", "ready"]);
        let found = list.lines().find(|line| line.contains("no mail server is set"));
        line = found.unwrap_or_default().to_owned();
        if !line.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(line.contains("post.mail") && !line.contains("ines@"), "{line}");
    let job = line.split_whitespace().next().unwrap();
    assert!(home.say(&["jobs", "restart", job]).contains("due now"));
    served.stop();
    assert!(home.say(&["jobs", "restart", job]).contains("due now"), "also when nobody serves");
    let unknown = "01a2001f-0000-7000-8000-000000000000";
    assert!(home.fail(&["jobs", "restart", unknown]).contains("there is no job"));
    assert!(home.say(&["audit", "verify"]).contains("is whole"));
}

#[test]
fn the_rules_of_the_database_are_listed_once() {
    let output = bare(&["guards"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let mut names: Vec<&str> = text.lines().collect();
    assert!(names.contains(&"audit_is_append_only") && names.contains(&"unit_has_one_manager"), "{text}");
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "a rule's name is its own");
}

#[test]
fn generated_documents_are_checked_with_the_command_to_run() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().to_str().unwrap();
    let run = |more: &[&str]| bare(&[&["regenerate", "--into", into][..], more].concat()).output().unwrap();
    assert!(!run(&["--check"]).status.success());
    assert!(run(&[]).status.success());
    assert!(run(&["--check"]).status.success());
    std::fs::write(folder.path().join("settings.md"), "changed").unwrap();
    let refused = run(&["--check"]);
    assert!(!refused.status.success());
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains("settings.md") && told.contains("relais regenerate --into"), "{told}");
    assert!(!std::fs::read_to_string(folder.path().join("register.fr.md")).unwrap().contains('⟦'));
}

#[test]
fn every_command_has_help_and_completions() {
    for command in [
        "serve",
        "worker",
        "demo",
        "check-config",
        "organisation",
        "user",
        "import",
        "backup",
        "restore",
        "audit",
        "completions",
    ] {
        let output = bare(&[command, "--help"]).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            output.status.success() && text.contains("Example") || command == "organisation",
            "{command}: {text}"
        );
    }
    let completions = bare(&["completions", "bash"]).output().unwrap();
    assert!(String::from_utf8_lossy(&completions.stdout).contains("check-config"));
}

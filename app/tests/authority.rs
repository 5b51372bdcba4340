//! The authority matrix (SEC-01): what each route answers to each role, for one's own part of the network, for a sibling
//! unit, and for another organisation. The committed answer is `docs/authority.md`; a change of authority is a change of
//! that file, to be read before it is committed. To write it anew:
//! `RELAIS_REGENERATE=1 cargo nextest run -p relais --test authority`.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::{collections::BTreeMap, fmt::Write as _};

use relais_directory::{
    assignments::Function,
    employers::{self, EmployerFacts, EmployerKind},
    organisations::{self, HierarchyFacts},
    regions::{MemberInput, add_member},
    trades::{self, Trade},
};
use relais_kernel::{
    AssignmentId, BatonId, EmployerId, GrantId, HierarchyId, ImportId, JobId, MembershipId, PersonId,
    RegionId, Role, Scope, UnitId,
};
use relais_store::{InOrg as _, OrgDb};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, granted, placed, today},
};
use relais_web::{Declared, Method};
use uuid::Uuid;

/// A part of a network: a region with a unit and somebody in it.
#[derive(Clone, Copy)]
struct Part {
    region: RegionId,
    unit: UnitId,
    person: PersonId,
    assignment: AssignmentId,
    grant: GrantId,
    member: MembershipId,
    import: ImportId,
    job: JobId,
    employer: EmployerId,
    hierarchy: HierarchyId,
    pebble: Uuid,
    rule: Uuid,
    incoherence: Uuid,
    obstacle: Uuid,
    solution: Uuid,
    question: Uuid,
    group: Uuid,
    entry: Uuid,
    case: Uuid,
    thanks: Uuid,
    baton: BatonId,
}

async fn part(app: &TestApp, org: &OrgDb, name: &str) -> Part {
    let region = a_region(org, name).await;
    let unit = a_unit(org, &name.to_uppercase(), name).await;
    placed(org, unit, region).await;
    let person = a_person(org, "Yanis", name).await;
    let assignment = assigned(org, person, unit, Function::Adviser).await;
    let grant = granted(org, person, Role::Expert, Scope::Region(region)).await;
    let tx = org.begin().await.unwrap();
    let place = MemberInput { function: "support".into(), ..MemberInput::default() };
    let place = place.check(region, person, today()).unwrap();
    let member = add_member(&tx, &place, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let import = uploaded(app, org).await;
    let (employer, hierarchy) = listed(org, unit).await;
    let (pebble, baton) = said(app, org, person).await;
    let rule = ruled(app, org, unit).await;
    let incoherence = by(app, org, person, "/incoherences/new", &CONTRARY).await;
    let obstacle = by(app, org, person, "/obstacles/new", &[("text", "La clé manque.")]).await;
    let solution = by(app, org, person, "/solutions/new", &WORKED).await;
    let (group, entry, question, case, thanks) = asked(app, org, (person, name)).await;
    Part {
        region,
        unit,
        person,
        assignment,
        grant,
        member,
        import,
        job: enqueued(org).await,
        employer,
        hierarchy,
        pebble,
        rule,
        incoherence,
        obstacle,
        solution,
        question,
        group,
        entry,
        case,
        thanks,
        baton,
    }
}

/// Something that somebody said, and its promise.
async fn said(app: &TestApp, org: &OrgDb, person: PersonId) -> (Uuid, BatonId) {
    let visitor = app.sign_in(org.org(), person).await;
    let fields = [("text", "L’imprimante du fond tombe en panne")];
    let location = app.post(&visitor, "/pebbles/new", &fields).await.is(303).location.unwrap();
    let pebble = location.rsplit('/').next().unwrap().parse().unwrap();
    (pebble, relais_baton::open_of(org, pebble).await.unwrap()[0])
}

/// A group that two people of two trades host, what it knows, a question to it, and a customer who waits.
async fn asked(
    app: &TestApp,
    org: &OrgDb,
    (person, name): (PersonId, &str),
) -> (Uuid, Uuid, Uuid, Uuid, Uuid) {
    let leads = a_person(org, "Hélène", "Kowalski").await;
    granted(org, leads, Role::CxLead, Scope::Network).await;
    let (mut hosts, mut knows) = (Vec::new(), None);
    for trade in ["sales", "technical"] {
        let host = a_person(org, "Karim", trade).await;
        granted(org, host, Role::Expert, Scope::Network).await;
        let tx = org.begin().await.unwrap();
        trades::find_or_add(&tx, trade).await.unwrap();
        let taught = relais_store::sql("update person set trade_code = $1 where org_id = $2 and id = $3");
        taught.bind(trade).bind(org.org()).bind(host).run(&tx).await.unwrap();
        tx.commit().await.unwrap();
        hosts.push(host.to_string());
        knows = Some(host);
    }
    let visitor = app.sign_in(org.org(), leads).await;
    let group = [
        ("name", name),
        ("themes", "Internet"),
        ("people", hosts[0].as_str()),
        ("hosts", hosts[0].as_str()),
        ("hosts", hosts[1].as_str()),
    ];
    app.post(&visitor, "/groups/new", &group).await.is(303);
    let newest = async |table: &str| -> Uuid {
        let query = relais_store::sql("select id from ").push(table).push(" where org_id = ").arg(org.org());
        query.push(" order by id desc limit 1").value(org).await.unwrap().unwrap()
    };
    let (group, theme) = (newest("expert_group").await, newest("expert_theme").await.to_string());
    let fields = [("theme", theme.as_str()), ("text", "Le voyant clignote."), ("anyway", "1")];
    let question = by(app, org, person, "/questions/new", &fields).await;
    let waits = [&fields[..], &[("reference", "A1"), ("promised", "next_day")]].concat();
    let case = by(app, org, person, "/questions/new", &waits).await;
    let answered = by(app, org, person, "/questions/new", &fields).await;
    by(app, org, knows.unwrap(), &format!("/questions/{answered}/answer"), &[("words", "Débrancher.")]).await;
    by(app, org, person, &format!("/questions/{answered}/thank"), &[("words", "Merci.")]).await;
    let host: PersonId = hosts[0].parse().unwrap();
    granted(org, host, Role::Expert, Scope::Network).await;
    let expires = today().plus(90).to_string();
    let known =
        [("title", "Voyant orange"), ("answer", "Débrancher."), ("theme", &theme), ("expires", &expires)];
    let entry = by(app, org, host, "/knowledge/new", &known).await;
    (group, entry, question, case, newest("answer_thanks").await)
}

/// A rule of the house that holds in a unit.
async fn ruled(app: &TestApp, org: &OrgDb, unit: UnitId) -> Uuid {
    let hr = a_person(org, "Marc-Antoine", "Delorme").await;
    granted(org, hr, Role::Hr, Scope::Network).await;
    let place = format!("unit:{unit}");
    let fields = [("title", "Pause"), ("words", "Pas de pause à midi."), ("place", place.as_str())];
    by(app, org, hr, "/rules/new", &fields).await
}

const CONTRARY: [(&str, &str); 2] =
    [("first_words", "La note dit 9 h."), ("second_words", "Le site dit 10 h.")];
const WORKED: [(&str, &str); 2] =
    [("was", "La clé manquait."), ("now_words", "Un crochet près de la porte.")];

/// What somebody makes by a form: the last part of where it is then read.
async fn by(app: &TestApp, org: &OrgDb, person: PersonId, form: &str, fields: &[(&str, &str)]) -> Uuid {
    let visitor = app.sign_in(org.org(), person).await;
    let location = app.post(&visitor, form, fields).await.is(303).location.unwrap();
    location.rsplit('/').next().unwrap().parse().unwrap()
}

/// Lines of the directory's lists: an employer, a hierarchy, and a trade whose code is the unit's id.
async fn listed(org: &OrgDb, unit: UnitId) -> (EmployerId, HierarchyId) {
    let tx = org.begin().await.unwrap();
    let trade = Trade { code: unit.to_string(), name: unit.to_string() };
    trades::add(&tx, &trade).await.unwrap();
    let facts = EmployerFacts { name: unit.to_string(), kind: EmployerKind::Franchise };
    let employer = employers::add(&tx, &facts).await.unwrap();
    let facts = HierarchyFacts { code: unit.to_string(), name: unit.to_string() };
    let hierarchy = organisations::add_hierarchy(&tx, &facts).await.unwrap();
    tx.commit().await.unwrap();
    (employer, hierarchy)
}

/// A letter of the organisation on its way.
async fn enqueued(org: &OrgDb) -> JobId {
    let tx = org.begin().await.unwrap();
    let job = relais_store::jobs::enqueue(&tx, "post.mail", &0).await.unwrap();
    tx.commit().await.unwrap();
    job
}

/// An import of the organisation, waiting for its columns.
async fn uploaded(app: &TestApp, org: &OrgDb) -> ImportId {
    let admin = a_person(org, "Thomas", "Girard").await;
    granted(org, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(org.org(), admin).await;
    let file = ("file", "units.csv", b"code;nom\nA;B\n".as_slice());
    let location =
        app.upload(&thomas, "/imports/new", &[("kind", "units")], file).await.is(303).location.unwrap();
    location.split('/').find_map(|segment| segment.parse().ok()).unwrap()
}

/// How a role is usually held.
fn usual(role: Role, own: Part) -> Scope {
    match role {
        Role::Adviser | Role::UnitManager | Role::Deputy => Scope::Unit(own.unit),
        Role::Coach | Role::RegionLead | Role::RegionHost | Role::Expert => Scope::Region(own.region),
        _ => Scope::Network,
    }
}

fn filled(path: &str, part: Part) -> String {
    path.split('/')
        .map(|segment| match segment {
            "{unit}" => part.unit.to_string(),
            "{region}" => part.region.to_string(),
            "{person}" => part.person.to_string(),
            "{assignment}" => part.assignment.to_string(),
            "{member}" => part.member.to_string(),
            "{grant}" => part.grant.to_string(),
            "{import}" => part.import.to_string(),
            "{job}" => part.job.to_string(),
            "{employer}" => part.employer.to_string(),
            "{hierarchy}" => part.hierarchy.to_string(),
            "{pebble}" => part.pebble.to_string(),
            "{rule}" => part.rule.to_string(),
            "{incoherence}" => part.incoherence.to_string(),
            "{obstacle}" => part.obstacle.to_string(),
            "{question}" => part.question.to_string(),
            "{group}" => part.group.to_string(),
            "{entry}" => part.entry.to_string(),
            "{case}" => part.case.to_string(),
            "{thanks}" => part.thanks.to_string(),
            "{solution}" => part.solution.to_string(),
            "{baton}" => part.baton.to_string(),
            "{trade}" => part.unit.to_string(),
            "{name}" => "units.csv".to_owned(),
            "{setting}" => "baton.names_kept".to_owned(),
            other if other.starts_with('{') => Uuid::from_u128(0xfeed).to_string(),
            other => other.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("/")
}

/// What lets a form be understood where nothing of it would answer 404 whoever asks.
const FIELDS: [(&str, &str); 3] = [("day", "2026-12-25"), ("locale", "fr"), ("kind", "post.mail")];

/// The parts of an address that name something of an organisation.
const NAMES: [&str; 22] = [
    "{unit}",
    "{region}",
    "{person}",
    "{assignment}",
    "{member}",
    "{grant}",
    "{import}",
    "{job}",
    "{employer}",
    "{hierarchy}",
    "{pebble}",
    "{rule}",
    "{incoherence}",
    "{obstacle}",
    "{question}",
    "{group}",
    "{entry}",
    "{case}",
    "{thanks}",
    "{solution}",
    "{baton}",
    "{trade}",
];

/// Forms that are a file.
const FILES: [&str; 4] =
    ["/imports/new", "/knowledge/import", "/privacy/refusals/import", "/privacy/refusals/mark"];

/// Open, or as good as absent.
async fn answers(app: &TestApp, visitor: &Visitor, route: Declared, part: Part) -> bool {
    let path = filled(route.path, part);
    let answer = match route.method {
        Method::Get => app.get(visitor, &path).await,
        Method::Post if FILES.contains(&route.path) => {
            app.upload(visitor, &path, &[], ("file", "", b"")).await
        }
        Method::Post => app.post(visitor, &path, &FIELDS).await,
    };
    match answer.status.as_u16() {
        404 => false,
        200 | 204 | 303 | 422 => true,
        other => panic!("{:?} {} answers {other}: {}", route.method, route.path, answer.body),
    }
}

/// Routes that end, or lock, the very session that asks.
const ENDS_SESSION: [&str; 4] = ["/sign-out", "/account/sessions/end-others", "/lock", "/hold"];

struct Cell {
    own: bool,
    sibling: bool,
    other: bool,
}

async fn column(role: Role) -> BTreeMap<&'static str, Cell> {
    let mut cells = BTreeMap::new();
    let app = TestApp::new(relais::manifests()).await;
    let (here, there) = (an_organisation(app.db()).await, an_organisation(app.db()).await);
    let (own, sibling, other) = (
        part(&app, &here, "own").await,
        part(&app, &here, "sibling").await,
        part(&app, &there, "other").await,
    );
    let viewer = a_person(&here, "Dominique", "Viewer").await;
    granted(&here, viewer, role, usual(role, own)).await;
    for route in routes() {
        let visitor = app.sign_in(here.org(), viewer).await;
        let has_part = NAMES.iter().any(|name| route.path.contains(name));
        let (other, sibling) = if has_part {
            (answers(&app, &visitor, route, other).await, answers(&app, &visitor, route, sibling).await)
        } else {
            (false, false)
        };
        let own = answers(&app, &visitor, route, own).await;
        cells.insert(Box::leak(line(route).into_boxed_str()) as &str, Cell { own, sibling, other });
    }
    cells
}

fn routes() -> Vec<Declared> {
    let mut routes: Vec<Declared> =
        relais::manifests().iter().flat_map(|m| m.routes.declared().to_vec()).collect();
    routes.retain(|route| !ENDS_SESSION.contains(&route.path));
    routes
}

fn line(route: Declared) -> String {
    format!("{} `{}`", if route.method == Method::Get { "GET" } else { "POST" }, route.path)
}

#[tokio::test]
async fn sec_01_every_route_gives_every_role_the_committed_answer() {
    let mut rows: BTreeMap<String, (Vec<&str>, Vec<&str>)> = BTreeMap::new();
    for role in Role::ALL {
        for (route, cell) in column(*role).await {
            assert!(!cell.other, "{role} reaches another organisation by {route}");
            let row = rows.entry(route.to_owned()).or_default();
            if cell.own {
                row.0.push(role.code());
            }
            if cell.sibling {
                row.1.push(role.code());
            }
        }
    }
    let mut text = String::from(HEAD);
    for (route, (own, sibling)) in &rows {
        let told = |roles: &[&str]| match roles.len() {
            0 => "nobody".to_owned(),
            n if n == Role::ALL.len() => "everybody".to_owned(),
            _ => roles.join(", "),
        };
        let has_part = NAMES.iter().any(|name| route.contains(name));
        let sibling = if has_part { told(sibling) } else { "–".to_owned() };
        writeln!(text, "| {route} | {} | {sibling} |", told(own)).unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/authority.md");
    if std::env::var_os("RELAIS_REGENERATE").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == text,
        "docs/authority.md is not what the routes answer; read the difference after \
         RELAIS_REGENERATE=1 cargo nextest run -p relais --test authority"
    );
}

#[tokio::test]
async fn sec_01_nobody_reads_anything_without_signing_in() {
    let app = TestApp::new(relais::manifests()).await;
    let org = an_organisation(app.db()).await;
    let own = part(&app, &org, "own").await;
    // A receipt knows no session, nor does a customer's link.
    let public = ["/sign-in", "/sign-in/forgotten", "/unlock", "/enter/{token}", "/receipts", "/s/{token}"];
    for route in
        routes().into_iter().filter(|route| route.method == Method::Get && !public.contains(&route.path))
    {
        let answer = app.get(&Visitor::stranger(), &filled(route.path, own)).await;
        let location = answer.location.unwrap_or_default();
        assert!(
            answer.status == 303 && location.starts_with("/sign-in"),
            "{} answers {}",
            route.path,
            answer.status
        );
    }
}

const HEAD: &str = "# Who may do what

Written by the test `sec_01_every_route_gives_every_role_the_committed_answer`, which asks every route as every role.
Roles are held as they usually are: advisers, managers and deputies for a unit, coaches, leads, hosts and experts for a
region, the others for the network. \"Own\" is a unit, region or person within that scope, \"sibling\" one beside it in the
same organisation. Another organisation's is never reached by anybody: the test fails otherwise. Routes named after
something that does not exist answer 404 to everybody and show as \"nobody\"; so does what is left to those who work in a
unit, for these roles are held without working anywhere.

| route | own | sibling |
|---|---|---|
";

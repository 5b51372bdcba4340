//! No page, export or answer joins a person with times or counts of their work (PRV-09). The test is an attacker's: the
//! same week is lived twice, and what one colleague did quickly in the first, another of the same place and trade did in
//! the second. Whatever the second lets anybody read that the first does not, tells who was slow.

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    time::Duration,
};

use relais_directory::{assignments::Function, trades};
use relais_kernel::{PersonId, Role, Scope};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, granted, placed},
};

/// Minutes and hours of the week.
const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
/// More pages than one person can reach here: a crawl that never ends is a fault of the crawl.
const MOST_PAGES: usize = 400;

/// Who is slow in a week: of two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slow {
    /// An expert answers in hours, and once not at all.
    Expert,
    /// An adviser tells their customers a day late, and once not at all.
    Adviser,
}

/// A week that was lived, and those who watch.
struct Week {
    app: TestApp,
    org: OrgDb,
    watchers: Vec<(&'static str, PersonId)>,
}

async fn of_trade(org: &OrgDb, given: &str, family: &str, trade: &str) -> PersonId {
    let person = a_person(org, given, family).await;
    let tx = org.begin().await.unwrap();
    trades::find_or_add(&tx, trade).await.unwrap();
    let taught = sql("update person set trade_code = $1 where org_id = $2 and id = $3");
    taught.bind(trade).bind(org.org()).bind(person).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    person
}

impl Week {
    async fn posts(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> String {
        let visitor = self.app.sign_in(self.org.org(), person).await;
        self.app.post(&visitor, path, fields).await.is(303).location.unwrap_or_default()
    }

    /// Time goes by, and whatever is due by then happens.
    async fn pass(&self, seconds: u64) {
        for _ in 0..seconds.div_ceil(HOUR / 2) {
            self.app.db().clock().advance(Duration::from_secs(HOUR / 2));
            let kinds = [relais_relaying::QUESTION, relais_relaying::CASE];
            while relais_baton::climb(self.app.db(), &kinds).await.unwrap() > 0 {}
            self.app.run_jobs().await;
        }
    }

    /// Lives a week in which the second of two is slow, or the first when `swapped`.
    async fn lived(slow: Slow, swapped: bool) -> Self {
        let app = TestApp::new(relais::manifests()).await;
        let org = an_organisation(app.db()).await;
        let region = a_region(&org, "Île-de-France Sud").await;
        let (evry, creteil) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "CRE", "Créteil").await);
        placed(&org, evry, region).await;
        placed(&org, creteil, region).await;
        let mut advisers =
            [of_trade(&org, "Inès", "Marchal", "sales").await, of_trade(&org, "Zoé", "Petit", "sales").await];
        let mut experts = [
            of_trade(&org, "Karim", "Benseddik", "technical").await,
            of_trade(&org, "Malik", "Ferrand", "technical").await,
        ];
        let hosts = [
            of_trade(&org, "Sofia", "Ortega", "technical").await,
            of_trade(&org, "Léa", "Moreau", "sales").await,
        ];
        for person in advisers {
            assigned(&org, person, evry, Function::Adviser).await;
        }
        for person in experts.into_iter().chain(hosts) {
            assigned(&org, person, creteil, Function::Adviser).await;
        }
        let mut watchers = Vec::new();
        for (name, role, scope) in [
            ("manager of the shop", Role::UnitManager, Scope::Unit(evry)),
            ("manager of the experts", Role::UnitManager, Scope::Unit(creteil)),
            ("lead of the region", Role::RegionLead, Scope::Region(region)),
            ("coach", Role::Coach, Scope::Region(region)),
            ("head of customer experience", Role::CxLead, Scope::Network),
            ("human resources", Role::Hr, Scope::Network),
            ("administrator", Role::Admin, Scope::Network),
            ("sponsor", Role::Sponsor, Scope::Network),
            ("data protection officer", Role::Dpo, Scope::Network),
        ] {
            let person = a_person(&org, "Dominique", name).await;
            granted(&org, person, role, scope).await;
            watchers.push((name, person));
        }
        let week = Self { app, org, watchers };
        // Everybody has come once, in the same order.
        for person in advisers.into_iter().chain(experts).chain(hosts) {
            week.app.sign_in(week.org.org(), person).await;
        }
        week.opens(&experts, &hosts).await;
        match slow {
            Slow::Expert if swapped => experts.reverse(),
            Slow::Adviser if swapped => advisers.reverse(),
            _ => {}
        }
        for day in 0..5 {
            week.day(day, slow, advisers, experts).await;
        }
        week
    }

    async fn opens(&self, experts: &[PersonId], hosts: &[PersonId]) {
        let head = self.watchers.iter().find(|(name, _)| *name == "head of customer experience").unwrap().1;
        let [expert, another] = [experts[0].to_string(), experts[1].to_string()];
        let [host, second] = [hosts[0].to_string(), hosts[1].to_string()];
        let fields = [
            ("name", "Experts 91-94"),
            ("themes", "Internet\nMobile"),
            ("people", expert.as_str()),
            ("people", another.as_str()),
            ("hosts", host.as_str()),
            ("hosts", second.as_str()),
        ];
        self.posts(head, "/groups/new", &fields).await;
    }

    /// A day: each adviser asks for a customer, each expert takes one of the questions. What was not done by the last day
    /// stays undone.
    async fn day(&self, day: usize, slow: Slow, advisers: [PersonId; 2], experts: [PersonId; 2]) {
        let theme: uuid::Uuid = sql("select id from expert_theme where org_id = $1 and place = 0")
            .bind(self.org.org())
            .value(&self.org)
            .await
            .unwrap()
            .unwrap();
        let theme = theme.to_string();
        let mut asked = Vec::new();
        for (place, adviser) in advisers.into_iter().enumerate() {
            let (text, reference) = (format!("Panne {day}-{place}"), format!("CL-{day}-{place}"));
            let fields = [
                ("theme", theme.as_str()),
                ("text", text.as_str()),
                ("reference", reference.as_str()),
                ("promised", "next_day"),
                ("anyway", "1"),
            ];
            let case = self.posts(adviser, "/questions/new", &fields).await;
            asked.push((case, self.question(&text).await));
        }
        let (answer, end) = ([("words", "Redémarrer.")], [("told", "heard"), ("outcome", "solved")]);
        let last = day == 4;
        self.pass(10 * MINUTE).await;
        self.posts(experts[0], &format!("{}/answer", asked[0].1), &answer).await;
        self.posts(experts[1], &format!("{}/take", asked[1].1), &[]).await;
        if slow == Slow::Adviser {
            self.posts(experts[1], &format!("{}/answer", asked[1].1), &answer).await;
        }
        self.posts(advisers[0], &format!("{}/end", asked[0].0), &end).await;
        self.pass(5 * HOUR).await;
        if slow == Slow::Expert {
            self.posts(advisers[1], &format!("{}/end", asked[1].0), &end).await;
            if !last {
                self.posts(experts[1], &format!("{}/answer", asked[1].1), &answer).await;
            }
        }
        self.pass(22 * HOUR).await;
        if slow == Slow::Adviser && !last {
            self.posts(advisers[1], &format!("{}/end", asked[1].0), &end).await;
        }
        self.pass(HOUR).await;
    }

    async fn question(&self, text: &str) -> String {
        let id: uuid::Uuid = sql("select id from question where org_id = $1 and text = $2")
            .bind(self.org.org())
            .bind(text)
            .value(&self.org)
            .await
            .unwrap()
            .unwrap();
        format!("/questions/{id}")
    }

    /// All that somebody can read by following every link and opening every address that they can guess.
    async fn read_by(&self, person: PersonId) -> BTreeMap<String, String> {
        let visitor = self.app.sign_in(self.org.org(), person).await;
        let mut names = Names::default();
        let declared = relais::manifests();
        let declared = declared.iter().flat_map(|manifest| manifest.routes.declared().to_vec());
        let guessed =
            declared.filter(|route| route.method == relais_web::Method::Get && !route.path.contains('{'));
        let mut next: VecDeque<String> = guessed.map(|route| route.path.to_owned()).collect();
        next.push_front("/".to_owned());
        // Every question, request and promise that there is, also those that no link leads to.
        for (table, path) in
            [("question", "/questions/"), ("customer_case", "/cases/"), ("baton", "/batons/")]
        {
            let query = sql("select id from ").push(table).push(" where org_id = ").arg(self.org.org());
            let ids: Vec<uuid::Uuid> = query.push(" order by id").values(&self.org).await.unwrap();
            next.extend(ids.into_iter().map(|id| format!("{path}{id}")));
        }
        let mut read = BTreeMap::new();
        let mut seen = std::collections::BTreeSet::new();
        while let Some(path) = next.pop_front() {
            if !seen.insert(path.clone()) {
                continue;
            }
            assert!(read.len() < MOST_PAGES, "there is always another page: {path}");
            let answer = self.app.get(&visitor, &path).await;
            if answer.status != 200 {
                continue;
            }
            next.extend(links(&answer.body));
            read.insert(names.of(&path), names.of(&without_tokens(&answer.body, &visitor)));
        }
        read
    }
}

/// Where a page leads within the site.
fn links(body: &str) -> Vec<String> {
    let hrefs = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let inside = |href: &&str| href.starts_with('/') && !href.starts_with("/assets/");
    hrefs.filter(inside).map(|href| href.replace("&#38;", "&").replace("&amp;", "&")).collect()
}

/// A page without what is drawn anew for each session.
fn without_tokens(body: &str, visitor: &Visitor) -> String {
    let sealed: Vec<&str> =
        body.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| is_seal(word)).collect();
    let session = visitor.cookie("__Host-session").unwrap_or("none");
    let text = body.replace(session, "session");
    let text = sealed.iter().fold(text, |text, seal| text.replace(seal, "seal"));
    // The end of an id, which stands beside a name to tell it from others.
    let mut text: String = text
        .split('…')
        .enumerate()
        .map(|(place, part)| {
            match part.get(..8).filter(|id| place > 0 && id.bytes().all(|b| b.is_ascii_hexdigit())) {
                Some(_) => format!("…id{}", &part[8..]),
                None if place > 0 => format!("…{part}"),
                None => part.to_owned(),
            }
        })
        .collect();
    for drawn in
        ["name=\"csrf\" value=\"", "name=\"key\" value=\"", "data-seal=\"", "\"csrf\":\"", "\"seal\":\""]
    {
        let mut parts = text.split(drawn);
        let mut kept = parts.next().unwrap_or("").to_owned();
        for part in parts {
            kept.push_str(drawn);
            kept.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
        }
        text = kept;
    }
    text
}

/// Whether something is the seal of a log: it changes with every id.
fn is_seal(word: &str) -> bool {
    word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit())
}

/// Ids are drawn: what they stand for is told by the order in which they are met.
#[derive(Default)]
struct Names(HashMap<String, usize>);

impl Names {
    fn of(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(found) = rest.find('-') {
            let start = found.checked_sub(8).filter(|start| rest.is_char_boundary(*start));
            let id = start
                .and_then(|start| rest.get(start..start + 36))
                .filter(|id| id.parse::<uuid::Uuid>().is_ok());
            match (start, id) {
                (Some(start), Some(id)) => {
                    out.push_str(&rest[..start]);
                    let next = self.0.len();
                    let name = *self.0.entry(id.to_owned()).or_insert(next);
                    out.push_str(&format!("<id {name}>"));
                    rest = &rest[start + 36..];
                }
                _ => {
                    out.push_str(&rest[..=found]);
                    rest = &rest[found + 1..];
                }
            }
        }
        out.push_str(rest);
        out
    }
}

/// Where two pages part.
fn parting(one: &str, other: &str) -> String {
    let same = one.char_indices().zip(other.chars()).find(|((_, a), b)| a != b);
    let at = same.map_or(one.len().min(other.len()), |((at, _), _)| at);
    let around = |text: &str| {
        text.chars()
            .skip(text[..at.min(text.len())].chars().count().saturating_sub(200))
            .take(400)
            .collect::<String>()
    };
    format!("{}\n-- or --\n{}", around(one), around(other))
}

/// What a watcher reads in one week and not in the other; how many pages were looked at.
async fn told(slow: Slow) -> (Vec<String>, usize) {
    let (one, other) = (Week::lived(slow, false).await, Week::lived(slow, true).await);
    let (mut told, mut pages) = (Vec::new(), 0);
    for ((name, first), (_, second)) in one.watchers.iter().zip(&other.watchers) {
        let (first, second) = (one.read_by(*first).await, other.read_by(*second).await);
        pages += first.len();
        let paths = |read: &BTreeMap<String, String>| read.keys().cloned().collect::<Vec<_>>();
        if paths(&first) != paths(&second) {
            told.push(format!("{name} reaches {:?} or {:?}", paths(&first), paths(&second)));
            continue;
        }
        for (path, body) in first.iter().filter(|(path, body)| *body != &second[*path]) {
            told.push(format!("{name} on {path}:\n{}", parting(body, &second[path])));
        }
    }
    (told, pages)
}

#[tokio::test]
async fn prv_09_nobody_reads_in_a_week_which_expert_was_slow() {
    let (told, pages) = told(Slow::Expert).await;
    assert!(told.is_empty(), "{} pages tell who was slow\n{}", told.len(), told.join("\n\n"));
    assert!(pages > 150, "{pages} pages are too few to have shown anything");
}

#[tokio::test]
async fn prv_09_nobody_reads_in_a_week_which_adviser_kept_customers_waiting() {
    let (told, pages) = told(Slow::Adviser).await;
    assert!(told.is_empty(), "{} pages tell who was slow\n{}", told.len(), told.join("\n\n"));
    assert!(pages > 150, "{pages} pages are too few to have shown anything");
}

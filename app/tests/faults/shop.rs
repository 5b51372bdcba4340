//! A shop at work while the program is killed: an adviser asks a group ([`crate::group`]) and says what gets in the way, a
//! colleague joins, takes what is held out to him, the manager answers or passes on. What was acknowledged is there, whole,
//! once, and whoever waited is told.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Instant,
};

use relais_kernel::{BatonId, Clock, OrgId, PersonId};
use relais_store::{Db, DbOptions, InOrg as _, OrgDb, sql};

use crate::{
    SETTLED_AFTER,
    group::{Group, OpenPage},
    http::{Answer, Browser, between},
    random,
    served::Home,
};

const UNITS: &str = "Code;Nom;Type;Département\nEVR;Évry;boutique;91\n";
const PEOPLE: &str = "Matricule;Prénom;Nom;Code unité;Fonction;Métier\n\
    E1;Inès;Marchal;EVR;conseillère;sales\nE2;Karim;Benali;EVR;conseiller;technical\n\
    E3;Nadège;Royer;EVR;responsable;sales\n";

/// What somebody said and was told that it is kept, and what became of it that was acknowledged too.
#[derive(Clone, Default)]
struct Said {
    text: String,
    joined: bool,
    answers: Vec<String>,
}

/// Three people, each signed in on a device of their own.
pub(crate) struct Shop {
    ines: Browser,
    karim: Browser,
    nadege: Browser,
    group: Group,
    next: AtomicU32,
    /// By the path of its page.
    said: Mutex<BTreeMap<String, Said>>,
}

impl Shop {
    /// Begins an organisation with one shop, and lets its people in.
    pub(crate) fn open(home: &Home, base: &str) -> Self {
        let invitation = home.begin("Clairlien", "admin@clairlien.example");
        for (what, text) in [("units", UNITS), ("people", PEOPLE)] {
            let file = home.path().join(format!("{what}-of-the-shop.csv"));
            std::fs::write(&file, text).unwrap();
            home.say(&["import", what, file.to_str().unwrap(), "--org", "clairlien"]);
        }
        let enters = |number: &str| {
            let email = format!("{}@clairlien.example", number.to_lowercase());
            let invite =
                ["user", "invite", "--org", "clairlien", "--staff-number", number, "--email", &email];
            let said = home.say(&invite);
            let link = said.split_whitespace().find_map(|word| word.strip_prefix("http://")).expect(&said);
            let mut browser = Browser::on(base);
            browser.enter(&link[link.find('/').unwrap()..]);
            browser
        };
        let [ines, karim, nadege] = ["E1", "E2", "E3"].map(enters);
        let mut admin = Browser::on(base);
        admin.enter(&invitation);
        let group = Group::begin(&mut admin);
        Self { ines, karim, nadege, group, next: AtomicU32::new(0), said: Mutex::default() }
    }

    /// Works on a node until told to stop. A cut connection acknowledges nothing.
    pub(crate) fn work(&self, base: &str, stop: &AtomicBool) {
        let [mut ines, mut karim, mut nadege] =
            [&self.ines, &self.karim, &self.nadege].map(|one| one.moved_to(base));
        let _open = [OpenPage::of(&mut ines), OpenPage::of(&mut karim), OpenPage::of(&mut nadege)];
        while !stop.load(Ordering::SeqCst) {
            let _ = self.group.asks(&mut ines);
            let _ = self.group.helps(if random(2) == 0 { &mut karim } else { &mut nadege });
            let _ = self.says(&mut ines);
            let Some(path) = self.any() else { continue };
            let _ = match random(6) {
                0 => self.joins(&mut karim, &path),
                1 => passes(&mut nadege, &path),
                2 => takes(&mut karim, &path),
                3 => self.answers(&mut karim, &path),
                _ => self.answers(&mut nadege, &path),
            };
        }
    }

    /// Answers what is still open, now that nothing is killed any more.
    pub(crate) fn finish(&self, base: &str) {
        let [mut karim, mut nadege] = [&self.karim, &self.nadege].map(|one| one.moved_to(base));
        self.group.finish([&mut nadege, &mut karim]);
        let paths: Vec<String> = self.said.lock().unwrap().keys().cloned().collect();
        for path in paths {
            self.answers(&mut nadege, &path).unwrap();
            self.answers(&mut karim, &path).unwrap();
        }
    }

    /// How many were acknowledged: questions asked and answered.
    pub(crate) fn asked(&self) -> [usize; 2] {
        self.group.counts()
    }

    /// How many were acknowledged: said, joined, answered.
    pub(crate) fn counts(&self) -> [usize; 3] {
        let said = self.said.lock().unwrap();
        [
            said.len(),
            said.values().filter(|one| one.joined).count(),
            said.values().map(|one| one.answers.len()).sum(),
        ]
    }

    fn any(&self) -> Option<String> {
        let said = self.said.lock().unwrap();
        // The newest, which others may be at, more often than one of long ago.
        let back = random(said.len().min(12) as u64 + 1);
        said.keys().rev().nth(usize::try_from(back).unwrap()).cloned()
    }

    fn says(&self, ines: &mut Browser) -> std::io::Result<()> {
        let text = format!("Caillou numéro {}.", self.next.fetch_add(1, Ordering::SeqCst));
        ines.try_get("/pebbles/new")?;
        let fields = [("text", text.as_str()), ("theme", "tools")];
        // Who hears nothing sends it once more.
        let answer =
            ines.try_post("/pebbles/new", &fields).or_else(|_| ines.try_post("/pebbles/new", &fields))?;
        let path = answer.header("location").expect(&answer.body).to_owned();
        self.said.lock().unwrap().insert(path, Said { text, ..Said::default() });
        Ok(())
    }

    fn joins(&self, karim: &mut Browser, path: &str) -> std::io::Result<()> {
        let join = format!("{path}/join");
        if karim.try_get(path)?.body.contains(&join) && karim.try_post(&join, &[])?.status == 303 {
            self.noted(path, |one| one.joined = true);
        }
        Ok(())
    }

    /// Answers, when the page offers it. Whoever comes second reads that it was answered.
    fn answers(&self, by: &mut Browser, path: &str) -> std::io::Result<()> {
        let answer = format!("{path}/answer");
        if !by.try_get(path)?.body.contains(&answer) {
            return Ok(());
        }
        let words = format!("Réponse {}.", self.next.fetch_add(1, Ordering::SeqCst));
        let sent = by.try_post(&answer, &[("outcome", "done"), ("words", &words)])?;
        if sent.status == 303 {
            self.noted(path, |one| one.answers.push(words));
        }
        Ok(())
    }

    fn noted(&self, path: &str, what: impl FnOnce(&mut Said)) {
        what(self.said.lock().unwrap().get_mut(path).unwrap());
    }

    /// Looks for what is lost, doubled, unheld or untold, once the jobs have caught up.
    pub(crate) async fn settled(&self, options: &DbOptions) {
        let db = Db::open(options, Clock::system()).await.unwrap();
        let org: OrgId =
            sql("select id from organisation where slug = 'clairlien'").value(&db).await.unwrap().unwrap();
        let org = db.org(org);
        let [said, joined, answered] = self.counts();
        assert!(said > 0, "no round was long enough to say anything");
        let all: Vec<Said> = self.said.lock().unwrap().values().cloned().collect();
        for one in &all {
            assert_eq!(count(&org, "from pebble where text = ", &one.text).await, 1, "{}", one.text);
            let voices = sql("select voices from pebble where org_id = ").arg(org.org()).push(" and text = ");
            let voices: i64 = voices.arg(one.text.as_str()).value(&org).await.unwrap().unwrap();
            assert!(voices == 2 || (voices == 1 && !one.joined), "{}: {voices}", one.text);
            assert!(one.answers.len() <= 1, "answered more than once: {:?}", one.answers);
            assert_eq!(
                count(&org, "from pebble where state = 'done' and text = ", &one.text).await,
                1,
                "{}",
                one.text
            );
            for words in &one.answers {
                assert_eq!(
                    count(&org, "from pebble where state = 'done' and answer = ", words).await,
                    1,
                    "{words}"
                );
            }
        }
        let twice: Vec<String> =
            sql("select text from pebble group by text having count(*) > 1").values(&db).await.unwrap();
        assert!(twice.is_empty(), "said once, kept twice: {twice:?}");
        self.group.settled(&db, &org).await;
        everybody_is_told(&org).await;
        println!("{said} said, {joined} joined, {answered} answered");
        db.close().await.unwrap();
    }
}

/// The manager takes it if need be, and holds it out to Karim.
fn passes(nadege: &mut Browser, path: &str) -> std::io::Result<()> {
    takes(nadege, path)?;
    let Some(baton) = baton_of(&nadege.try_get(path)?) else { return Ok(()) };
    let page = nadege.try_get(&format!("{baton}/pass"))?;
    let karim = page
        .body
        .split("value=\"person:")
        .skip(1)
        .find(|part| part.split("value=\"").next().is_some_and(|own| own.contains("Karim")));
    if let Some(id) = karim.and_then(|part| part.split('"').next()) {
        nadege
            .try_post(&format!("{baton}/pass"), &[("to", &format!("person:{id}")), ("words", "Peux-tu ?")])?;
    }
    Ok(())
}

/// Takes what the page says may be taken.
fn takes(by: &mut Browser, path: &str) -> std::io::Result<()> {
    let Some(baton) = baton_of(&by.try_get(path)?) else { return Ok(()) };
    let page = by.try_get(&baton)?;
    let take = format!("{baton}/take");
    if let Some(form) = page.body.split(&take).nth(1) {
        let form = form.split("</form>").next().unwrap_or_default();
        let offer = form.split("name=\"offer\"").nth(1).and_then(|field| between(field, "value=\"", "\""));
        by.try_post(&take, &[("offer", offer.unwrap_or_default())])?;
    }
    Ok(())
}

/// The page of the promise behind what a page shows.
fn baton_of(page: &Answer) -> Option<String> {
    between(&page.body, "href=\"/batons/", "\"").map(|id| format!("/batons/{id}"))
}

async fn count(org: &OrgDb, from: &'static str, value: &str) -> i64 {
    let query = sql("select count(*) ").push(from).arg(value).push(" and org_id = ").arg(org.org());
    query.value(org).await.unwrap().unwrap()
}

async fn everybody_is_told(org: &OrgDb) {
    let batons: Vec<BatonId> =
        sql("select id from baton where org_id = ").arg(org.org()).values(org).await.unwrap();
    for id in batons {
        let baton = relais_baton::baton(org, id).await.unwrap().unwrap();
        assert_eq!(relais_baton::verify(org, &baton).await.unwrap(), None, "{id}");
        assert!(baton.end.is_some() || baton.holder.is_some(), "{baton:?}");
        assert!(baton.end.is_none() || baton.waiters.iter().all(|one| one.told.is_some()), "{baton:?}");
    }
    // The call that tells is one job later: it may have been cut, and is tried again.
    let ines = sql("select id from person where staff_number = 'E1' and org_id = ").arg(org.org());
    let ines: PersonId = ines.value(org).await.unwrap().unwrap();
    let begun = Instant::now();
    loop {
        let uncalled = sql("select count(*) from baton_waiter w where w.told = 'written' and w.person_id = ")
            .arg(ines)
            .push(" and w.org_id = ")
            .arg(org.org())
            .push(" and (select count(*) from notice n where n.org_id = w.org_id and n.person_id = w.person_id ")
            .push("and n.about_id = w.id and n.title = 'notice-told') <> 1");
        let uncalled: i64 = uncalled.value(org).await.unwrap().unwrap();
        if uncalled == 0 {
            return;
        }
        assert!(begun.elapsed() < SETTLED_AFTER, "{uncalled} told and not called, or called twice");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
}

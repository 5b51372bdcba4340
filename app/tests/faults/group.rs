//! A group that answers while the program is killed with pages open: an adviser asks, two colleagues take and answer, each
//! listening to a page that the kill cuts. What was acknowledged is there, once, and no question is without a holder.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::{Shutdown, TcpStream},
    sync::{
        Mutex,
        atomic::{AtomicU32, Ordering},
    },
};

use relais_store::{Db, InOrg as _, OrgDb, sql};

use crate::{
    http::{Browser, between},
    random,
};

/// What was asked and acknowledged, with the answers that were acknowledged too.
#[derive(Clone, Default)]
struct Asked {
    text: String,
    answers: Vec<String>,
}

/// A group with one theme.
pub(crate) struct Group {
    next: AtomicU32,
    /// By the path of its page.
    asked: Mutex<BTreeMap<String, Asked>>,
}

impl Group {
    /// An administrator begins it: Karim and Nadège host it, who are of two trades.
    pub(crate) fn begin(admin: &mut Browser) -> Self {
        admin.get("/groups/new");
        let [karim, nadege] = ["Karim", "Nadège"].map(|name| {
            let page = admin.post("/groups/new", &[("act", "seek"), ("q", name)]);
            between(&page.body, "name=\"people\" value=\"", "\"").expect(&page.body).to_owned()
        });
        let fields = [
            ("name", "Experts"),
            ("themes", "Internet"),
            ("people", karim.as_str()),
            ("people", nadege.as_str()),
            ("hosts", karim.as_str()),
            ("hosts", nadege.as_str()),
        ];
        let made = admin.post("/groups/new", &fields);
        assert_eq!(made.status, 303, "{}", made.body);
        Self { next: AtomicU32::new(0), asked: Mutex::default() }
    }

    /// Asks, and says it once more when nothing is heard: the form's key makes it one question.
    pub(crate) fn asks(&self, by: &mut Browser) -> std::io::Result<()> {
        let text = format!("Question numéro {}.", self.next.fetch_add(1, Ordering::SeqCst));
        let page = by.try_get("/questions/new")?;
        let key = between(&page.body, "name=\"key\" value=\"", "\"").expect(&page.body);
        // Not the one that pages are drawn in.
        let theme = between(&page.body, "id=\"theme\" name=\"theme\" value=\"", "\"").expect(&page.body);
        let fields = [("key", key), ("theme", theme), ("text", text.as_str()), ("anyway", "1")];
        let answer =
            by.try_post("/questions/new", &fields).or_else(|_| by.try_post("/questions/new", &fields))?;
        let path = answer.header("location").expect(&answer.body).to_owned();
        self.asked.lock().unwrap().insert(path, Asked { text, ..Asked::default() });
        Ok(())
    }

    /// Takes or answers one of the newest, when its page offers it.
    pub(crate) fn helps(&self, by: &mut Browser) -> std::io::Result<()> {
        match self.any() {
            Some(path) => self.helps_with(by, &path),
            None => Ok(()),
        }
    }

    /// Answers what is still open, now that nothing is killed any more.
    pub(crate) fn finish(&self, by: [&mut Browser; 2]) {
        let paths: Vec<String> = self.asked.lock().unwrap().keys().cloned().collect();
        for one in by {
            for path in &paths {
                // Taken, then answered; what a colleague has taken is theirs.
                self.helps_with(one, path).unwrap();
                self.helps_with(one, path).unwrap();
            }
        }
    }

    fn helps_with(&self, by: &mut Browser, path: &str) -> std::io::Result<()> {
        let page = by.try_get(path)?;
        let (take, answer) = (format!("{path}/take"), format!("{path}/answer"));
        if page.body.contains(&take) {
            by.try_post(&take, &[])?;
        } else if page.body.contains(&answer) {
            let words = format!("Réponse du groupe {}.", self.next.fetch_add(1, Ordering::SeqCst));
            if by.try_post(&answer, &[("words", &words)])?.status == 303 {
                self.asked.lock().unwrap().get_mut(path).unwrap().answers.push(words);
            }
        }
        Ok(())
    }

    fn any(&self) -> Option<String> {
        let asked = self.asked.lock().unwrap();
        let back = random(asked.len().min(6) as u64 + 1);
        asked.keys().rev().nth(usize::try_from(back).unwrap()).cloned()
    }

    /// How many were asked and answered.
    pub(crate) fn counts(&self) -> [usize; 2] {
        let asked = self.asked.lock().unwrap();
        [asked.len(), asked.values().map(|one| one.answers.len()).sum()]
    }

    /// Looks for what is lost or doubled.
    pub(crate) async fn settled(&self, db: &Db, org: &OrgDb) {
        let [asked, answered] = self.counts();
        assert!(asked > 0 && answered > 0, "{asked} asked, {answered} answered: no round was long enough");
        let all: Vec<Asked> = self.asked.lock().unwrap().values().cloned().collect();
        let count = async |query: &'static str, text: &str| -> i64 {
            let query = sql(query).bind(org.org()).bind(text.to_owned());
            query.value(org).await.unwrap().unwrap()
        };
        for one in &all {
            let there =
                "select count(*) from question where org_id = $1 and state = 'answered' and text = $2";
            assert_eq!(
                count(there, &one.text).await,
                1,
                "{}: there, once, and answered in the end",
                one.text
            );
            for words in &one.answers {
                let said = "select count(*) from question_word where org_id = $1 and text = $2";
                assert_eq!(count(said, words).await, 1, "{words}");
            }
        }
        let twice: Vec<String> =
            sql("select text from question group by text having count(*) > 1").values(db).await.unwrap();
        assert!(twice.is_empty(), "asked once, kept twice: {twice:?}");
        println!("{asked} asked, {answered} answered");
    }
}

/// A page that listens until the node that serves it is gone.
pub(crate) struct OpenPage(TcpStream);

impl OpenPage {
    /// Opens the list of questions, and listens to what it shows.
    pub(crate) fn of(by: &mut Browser) -> Option<Self> {
        let page = by.try_get("/questions").ok()?;
        let told = between(&page.body, " data-live=\"", "\"")?;
        let topics: Vec<&str> = told.split(' ').filter_map(|one| one.split('@').next()).collect();
        let path = format!("/live?topic={}", topics.join("&topic="));
        let mut stream = by.connect().ok()?;
        stream.write_all(by.head("GET", &path, 0).as_bytes()).ok()?;
        let mut listening = stream.try_clone().ok()?;
        std::thread::spawn(move || while listening.read(&mut [0; 1024]).is_ok_and(|n| n > 0) {});
        Some(Self(stream))
    }
}

impl Drop for OpenPage {
    fn drop(&mut self) {
        let _ = self.0.shutdown(Shutdown::Both);
    }
}

//! What was asked before, while somebody types: 200,000 answered questions and entries of varied words, looked through with
//! slips of the finger; beside them, in the same run, a database that compares parts of folded words.

mod corpus;

use std::time::Instant;

use relais_kernel::{BatonId, Clock, Day, OrgId, TeamId, fold};
use relais_relaying::{Document, Kind, put_new};
use relais_store::{Db, DbOptions, InOrg as _, OrgDb, insert, sql};
use uuid::Uuid;

use self::corpus::{Corpus, Said};
use crate::{
    database::Database,
    group::{a_group, open_to_all},
    http::{Client, hidden},
    imports::fill,
    report::{Outcome, Report},
    world::World,
};

const ALL: usize = 200_000;
/// One in so many is an entry; the others are answered questions.
const ENTRIES: usize = 10;
const AT_ONCE: usize = 5_000;
const ASKED: usize = 300;
/// The naive way is slow: fewer are enough.
const ASKED_NAIVELY: usize = 60;

pub(crate) fn run(report: &Report, database: Database) -> Outcome {
    let world = World::new(database)?;
    fill(&world, 1, 20)?;
    let corpus = Corpus::new(ALL);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let base = Base::of(&world).await?;
        let begun = Instant::now();
        base.written(&corpus).await?;
        println!("({ALL} written in {:.0} s)", begun.elapsed().as_secs_f64());
        base.db.close().await?;
        Ok::<_, Box<dyn std::error::Error>>(())
    })?;

    let server = world.serve()?;
    let mut client = world.sign_in(&server)?;
    let page = client.get("/questions/new", false)?;
    let body = String::from_utf8_lossy(&page.body).into_owned();
    let csrf = hidden(&body, "csrf").ok_or("the question's page has no token")?.to_owned();
    for (name, asked) in [
        ("similar answers, four words of which two with a slip", Asked::Slips),
        ("… the same words as they were written", Asked::Plain),
        ("… usual words alone, in a tenth of all", Asked::Usual),
        ("… the last word begun", Asked::Begun),
    ] {
        let (mut times, mut found) = (Vec::new(), 0_usize);
        for n in 0..ASKED {
            let said = corpus.one(n * 601);
            let typed = typed(&said, asked, n);
            let (took, page) = took(&mut client, &csrf, &typed)?;
            times.push(took);
            found += usize::from(page.contains(&said.title));
        }
        told(report, name, times, found);
    }
    drop(server);

    runtime.block_on(async {
        let base = Base::of(&world).await?;
        base.folded(&corpus).await?;
        for (name, asked) in [
            ("like '%word%' on folded text, two words with a slip", Asked::Slips),
            ("… the same words as they were written", Asked::Plain),
        ] {
            let (mut times, mut found) = (Vec::new(), 0_usize);
            for n in 0..ASKED_NAIVELY {
                let said = corpus.one(n * 601);
                let (took, titles) = base.naively(&fold(&typed(&said, asked, n))).await?;
                times.push(took);
                found += usize::from(titles.contains(&said.title));
            }
            told(report, name, times, found);
        }
        base.db.close().await?;
        Ok::<_, Box<dyn std::error::Error>>(())
    })
}

/// The median with its range, the 99th of 100, and how often what was meant was among what was shown.
fn told(report: &Report, name: &str, mut times: Vec<f64>, found: usize) {
    let n = times.len();
    times.sort_by(f64::total_cmp);
    let late = times[(n * 99 / 100).min(n - 1)];
    report.line(name, "ms", times, "bar 50");
    println!("  99 in 100 within {late:.1} ms; found {found} of {n}");
}

#[derive(Clone, Copy)]
enum Asked {
    Slips,
    Plain,
    Usual,
    Begun,
}

fn typed(said: &Said, asked: Asked, seed: usize) -> String {
    let words = &said.words;
    match asked {
        Asked::Plain => words.join(" "),
        Asked::Slips => {
            let slipped = |(place, word): (usize, &String)| {
                if place % 2 == 0 { corpus::slip(word, seed + place) } else { word.clone() }
            };
            words.iter().enumerate().map(slipped).collect::<Vec<_>>().join(" ")
        }
        Asked::Usual => said.usual.join(" "),
        Asked::Begun => {
            let mut words = words.clone();
            if let Some(last) = words.last_mut() {
                *last = last.chars().take(last.chars().count().saturating_sub(2).max(4)).collect();
            }
            words.join(" ")
        }
    }
}

fn took(client: &mut Client, csrf: &str, typed: &str) -> Outcome<(f64, String)> {
    let begun = Instant::now();
    let answer = client.post("/questions/similar", &[("csrf", csrf), ("text", typed)])?;
    let took = begun.elapsed().as_secs_f64() * 1000.0;
    if answer.status != 200 {
        return Err(format!("similar answers {}", answer.status).into());
    }
    Ok((took, String::from_utf8_lossy(&answer.body).into_owned()))
}

/// The instance's database, while no server runs.
struct Base {
    db: Db,
    org: OrgDb,
    team: TeamId,
    group: Uuid,
    theme: Uuid,
}

impl Base {
    async fn of(world: &World) -> Outcome<Self> {
        let db = Db::open(&DbOptions::new(world.url()), Clock::system()).await?;
        let id: OrgId = sql("select id from organisation").value(&db).await?.ok_or("no organisation")?;
        let org = db.org(id);
        let known = async |table: &'static str| -> Outcome<Option<Uuid>> {
            Ok(sql("select id from ").push(table).push(" where org_id = ").arg(id).value(&db).await?)
        };
        if let (Some(group), Some(theme)) = (known("expert_group").await?, known("expert_theme").await?) {
            return Ok(Self { db: db.clone(), org, team: TeamId(Uuid::nil()), group, theme });
        }
        let tx = org.begin().await?;
        let people = open_to_all(&tx, id).await?;
        let group = a_group(&tx, id, "Experts", people.get(1..3).ok_or("nobody to host")?).await?;
        tx.commit().await?;
        Ok(Self { db: db.clone(), org, team: group.team, group: group.id, theme: group.theme })
    }

    /// All of it, as answering and validating write it.
    async fn written(&self, corpus: &Corpus) -> Outcome {
        let today = Day::new(2026, 11, 22).ok_or("no day")?;
        for begun in (0..ALL).step_by(AT_ONCE) {
            let said: Vec<Said> = (begun..begun + AT_ONCE).map(|n| corpus.one(n)).collect();
            let tx = self.org.begin().await?;
            let (org, now) = (tx.org(), tx.clock().now());
            let ids: Vec<Uuid> = said.iter().map(|_| tx.clock().id()).collect();
            let mut batons = insert(
                "baton",
                &[
                    "org_id",
                    "id",
                    "kind",
                    "subject_id",
                    "side",
                    "holder_team_id",
                    "state",
                    "promised_at",
                    "step",
                    "created_at",
                    "seq",
                    "head",
                ],
            );
            let mut questions = insert(
                "question",
                &[
                    "org_id",
                    "id",
                    "group_id",
                    "theme_id",
                    "promise_id",
                    "text",
                    "text_folded",
                    "state",
                    "asked_at",
                    "asked_day",
                    "due_at",
                    "first_answered_at",
                    "newest",
                ],
            );
            let word = ["org_id", "id", "question_id", "place", "speaker", "kind", "text", "day"];
            let mut words = insert("question_word", &word);
            let mut entries = insert(
                "knowledge_entry",
                &[
                    "org_id",
                    "id",
                    "group_id",
                    "theme_id",
                    "title",
                    "words",
                    "answer",
                    "version",
                    "state",
                    "checked_day",
                    "review_day",
                    "expires_day",
                    "newest",
                ],
            );
            let mut documents = Vec::new();
            for (n, (id, said)) in ids.iter().zip(&said).enumerate() {
                let is_entry = n % ENTRIES == 0;
                documents.push(Document {
                    kind: if is_entry { Kind::Entry } else { Kind::Question },
                    id: *id,
                    said: &said.text,
                    told: "",
                });
                if is_entry {
                    entries.add([
                        org.into(),
                        (*id).into(),
                        self.group.into(),
                        self.theme.into(),
                        said.title.clone().into(),
                        said.text.clone().into(),
                        "1. Débrancher.".into(),
                        1_i64.into(),
                        "valid".into(),
                        today.into(),
                        today.plus(300).into(),
                        today.plus(330).into(),
                        (-now.0).into(),
                    ]);
                    continue;
                }
                let promise: BatonId = tx.clock().id();
                batons.add([
                    org.into(),
                    promise.into(),
                    "relaying.question".into(),
                    (*id).into(),
                    "employee".into(),
                    self.team.into(),
                    "held".into(),
                    now.into(),
                    0_i32.into(),
                    now.into(),
                    1_i64.into(),
                    vec![7_u8; 32].into(),
                ]);
                questions.add([
                    org.into(),
                    (*id).into(),
                    self.group.into(),
                    self.theme.into(),
                    promise.into(),
                    said.text.clone().into(),
                    fold(&said.text).into(),
                    "answered".into(),
                    now.into(),
                    today.into(),
                    now.into(),
                    now.into(),
                    (-now.0).into(),
                ]);
                words.add([
                    org.into(),
                    tx.clock().id::<Uuid>().into(),
                    (*id).into(),
                    0_i64.into(),
                    "group".into(),
                    "answer".into(),
                    "1. Débrancher.\n2. Attendre.".into(),
                    today.into(),
                ]);
            }
            batons.run(&tx).await?;
            questions.run(&tx).await?;
            words.run(&tx).await?;
            entries.run(&tx).await?;
            for some in documents.chunks(1000) {
                put_new(&tx, some).await?;
            }
            tx.commit().await?;
        }
        Ok(())
    }

    /// The same texts in a table of their own, folded.
    async fn folded(&self, corpus: &Corpus) -> Outcome {
        let tx = self.org.begin().await?;
        sql("create table bench_folded (title text not null, folded text not null)").run(&tx).await?;
        tx.commit().await?;
        for begun in (0..ALL).step_by(AT_ONCE) {
            let tx = self.org.begin().await?;
            let mut rows = insert("bench_folded", &["title", "folded"]);
            for n in begun..begun + AT_ONCE {
                let said = corpus.one(n);
                rows.add([said.title.clone().into(), fold(&said.text).into()]);
            }
            rows.run(&tx).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Those that hold each word somewhere.
    async fn naively(&self, folded: &str) -> Outcome<(f64, Vec<String>)> {
        let begun = Instant::now();
        let words = folded.split(' ').filter(|word| word.len() > 3);
        let query = words.fold(sql("select title from bench_folded where 1 = 1"), |query, word| {
            query.push(" and folded like ").arg(format!("%{word}%"))
        });
        let found = query.push(" limit 5").values(&self.db).await?;
        Ok((begun.elapsed().as_secs_f64() * 1000.0, found))
    }
}

//! What the register promises is kept: of every table with an age, an old row goes and a young one stays (PRV-01).

use std::time::Duration;

use relais::House;
use relais_kernel::{Instant, Role, Scope};
use relais_store::{
    Db, InOrg as _, OrgDb, Writes, insert,
    jobs::{self, Runner},
    purge,
    register::{Entry, Retention},
    schema::{self, Schema, Table},
    sql,
};
use relais_testkit::{
    TestApp, TestDb,
    builders::{a_person, an_organisation, granted},
};
use sea_orm::Value;
use uuid::Uuid;

/// A customer's request goes with all that was done for it, and with nothing else (PRV-01).
#[tokio::test]
async fn prv_01_what_was_done_for_a_customer_goes_with_their_request() {
    let house = House::new();
    let app = TestApp::new(relais::manifests()).await;
    let org = an_organisation(app.db()).await;
    let (sales, technical) =
        (a_person(&org, "Léa", "Moreau").await, a_person(&org, "Karim", "Benseddik").await);
    for (person, trade) in [(sales, "sales"), (technical, "technical")] {
        let tx = org.begin().await.unwrap();
        relais_directory::trades::find_or_add(&tx, trade).await.unwrap();
        let taught = sql("update person set trade_code = $1 where org_id = $2 and id = $3");
        taught.bind(trade).bind(org.org()).bind(person).run(&tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    granted(&org, sales, Role::CxLead, Scope::Network).await;
    let visitor = app.sign_in(org.org(), sales).await;
    let (first, second) = (sales.to_string(), technical.to_string());
    let group = [
        ("name", "Experts"),
        ("themes", "Internet"),
        ("people", second.as_str()),
        ("hosts", first.as_str()),
        ("hosts", second.as_str()),
    ];
    app.post(&visitor, "/groups/new", &group).await.is(303);
    let theme: Option<Uuid> =
        sql("select id from expert_theme where org_id = $1").bind(org.org()).value(&org).await.unwrap();
    let theme = theme.unwrap().to_string();
    let mut cases = Vec::new();
    for reference in ["A1", "B2"] {
        let fields = [
            ("theme", theme.as_str()),
            ("text", "Le voyant clignote."),
            ("reference", reference),
            ("promised", "next_day"),
            ("anyway", "1"),
        ];
        cases.push(app.post(&visitor, "/questions/new", &fields).await.is(303).location.unwrap());
    }
    app.post(&visitor, &format!("{}/link", cases[0]), &[]).await;
    let end = [("told", "heard"), ("outcome", "solved")];
    app.post(&visitor, &format!("{}/end", cases[0]), &end).await.is(303);
    app.db().clock().advance(DAY * 731);
    purged(app.db(), house.schemas()).await;
    let count = async |table: &str| -> i64 {
        let query = sql("select count(*) from ").push(table).push(" where org_id = ").arg(org.org());
        query.value(&org).await.unwrap().unwrap()
    };
    for (table, left) in [
        ("customer_case", 1),
        ("case_question", 1),
        ("reassurance_call", 1),
        ("case_touch", 1),
        ("case_link", 0),
        ("question", 2),
    ] {
        assert_eq!(count(table).await, left, "{table}");
    }
}

const DAY: Duration = Duration::from_secs(86_400);

/// What rows of the tables with an age point at.
struct Around {
    org: Uuid,
    /// Two, for tables with one row a person.
    people: [Uuid; 2],
    account: Uuid,
    import: Uuid,
    team: Uuid,
    /// Two, for what each has one of.
    promises: [Uuid; 2],
    contact: Uuid,
    group: Uuid,
    /// Two, for what each has one of.
    questions: [Uuid; 2],
}

/// The tables with an age, and what is promised of them.
fn promised(schemas: &[Schema]) -> Vec<(Table, u32, &'static str)> {
    let entries: Vec<&Entry> = schemas.iter().flat_map(|schema| schema.register).collect();
    let age = |table: Table| {
        let entry = entries.iter().find(|entry| entry.table == table.name).unwrap();
        match entry.retention {
            Retention::Days(days, after) => Some((table, days, after)),
            Retention::WhileInUse | Retention::With(_) | Retention::Emptied(..) => None,
        }
    };
    schema::tables(schemas).unwrap().into_iter().filter_map(age).collect()
}

/// Codes that the tables' rules ask for, and what must be empty. A new table with an age says here what its rows are.
fn code(table: &str, column: &str) -> Option<Value> {
    let nothing = |kind: &str| if kind == "instant" { None::<i64>.into() } else { None::<Uuid>.into() };
    Some(match (table, column) {
        ("job", "state") => "failed".into(),
        ("job", "leased_until") => nothing("instant"),
        ("letter", "state") => "failed".into(),
        ("letter", "sent_at") => nothing("instant"),
        ("entry_link", "purpose") => "reset".into(),
        ("import", "state") => "failed".into(),
        ("import", "kind") => "people".into(),
        ("import_change", "noun") => "person".into(),
        ("import_change", "outcome") => "undone".into(),
        ("import_change", "reason") => None::<String>.into(),
        ("baton_presence", "away_until") => None::<i32>.into(),
        ("notice", "state") => "over".into(),
        ("notice", "due_at") => None::<i64>.into(),
        ("notice", "path") => "/".into(),
        ("sms", "class") => "service".into(),
        ("sms", "haste") => "usual".into(),
        ("sms", "state") => "failed".into(),
        ("sms", "parts") => 1_i32.into(),
        ("sms", "not_before" | "leased_until") => nothing("instant"),
        ("contact_ledger", "contact_hash") => vec![7_u8; 32].into(),
        ("contact_ledger", "class") => "service".into(),
        ("contact_ledger", "channel") => "sms".into(),
        ("contact_ledger", "state") => "sent".into(),
        ("customer_case", "contact_id" | "unit_id") => None::<Uuid>.into(),
        ("customer_case", "channel") => "shop".into(),
        ("customer_case", "outcome") => "solved".into(),
        ("customer_case", "next_contact_at") => None::<i64>.into(),
        (_, "locale") => "fr".into(),
        _ => return None,
    })
}

/// A row of any table, whose age counts from `at`.
async fn write(on: &impl Writes, table: &Table, around: &Around, after: &str, at: Instant, n: i64) {
    let clock = on.tx().clock();
    let key_only = |column: &str| table.key.iter().any(|key| key == column);
    let value = |(column, kind): &(String, String)| -> Value {
        if column == after {
            return at.into();
        }
        if let Some(code) = code(&table.name, column) {
            return code;
        }
        match (column.as_str(), kind.as_str()) {
            ("org_id", _) => around.org.into(),
            ("person_id", _) if key_only("person_id") => around.people[usize::from(n == 2)].into(),
            ("person_id" | "created_by", _) => around.people[0].into(),
            ("account_id", _) => around.account.into(),
            ("team_id", _) => around.team.into(),
            ("promise_id", _) => around.promises[usize::from(n == 2)].into(),
            ("contact_id", _) => around.contact.into(),
            ("group_id", _) => around.group.into(),
            ("question_id", _) => around.questions[usize::from(n == 2)].into(),
            ("import_id", _) => around.import.into(),
            ("created_at" | "expires_at" | "seen_at" | "rotated_at" | "run_at", _) => clock.now().into(),
            (_, "id") => clock.id::<Uuid>().into(),
            (name, "int") if key_only(name) => n.into(),
            (_, "int" | "instant") => 0_i64.into(),
            (_, "small") => 0_i32.into(),
            (_, "day") => 20_261_121_i32.into(),
            (_, "bool") => false.into(),
            (_, "bytes") => clock.secret::<16>().to_vec().into(),
            _ => clock.id::<Uuid>().to_string().into(),
        }
    };
    let columns: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
    let mut rows = insert(&table.name, &columns);
    rows.add_all(table.columns.iter().map(value));
    rows.run(on)
        .await
        .unwrap_or_else(|error| panic!("say in this test what a row of {} is: {error}", table.name));
}

async fn ages(db: &Db, table: &Table, after: &str) -> Vec<Instant> {
    let all = sql("select ").push(after).push(" from ").push(&table.name).push(" where ").push(after);
    let mut all = all.push(" is not null").values::<Instant>(db).await.unwrap();
    all.sort_unstable();
    all
}

async fn a_team(org: &OrgDb) -> Uuid {
    let tx = org.begin().await.unwrap();
    let team =
        relais_baton::duty(&tx, "Experts", None, &[], relais_testkit::builders::today()).await.unwrap();
    tx.commit().await.unwrap();
    team.0
}

async fn a_promise(org: &OrgDb, person: Uuid) -> Uuid {
    let tx = org.begin().await.unwrap();
    let person = relais_kernel::PersonId(person);
    let gift = relais_baton::Gift {
        kind: &relais_relaying::CASE,
        subject: tx.clock().id(),
        parent: None,
        unit: None,
        title: "",
        holder: relais_baton::Holder::Person(person),
        waits: vec![relais_baton::Waiting::person(person)],
        promise: relais_baton::Promise { at: tx.clock().now(), hears_next_at: None, work: None },
        by: None,
    };
    let today = relais_testkit::builders::today();
    let hours = relais_baton::hours_of(&tx, None, today).await.unwrap();
    let promise = relais_baton::give(&tx, &gift, &hours).await.unwrap();
    tx.commit().await.unwrap();
    promise.id.0
}

/// A group of experts and two questions to it.
async fn questions(org: &OrgDb, people: [Uuid; 2], team: Uuid) -> (Uuid, [Uuid; 2]) {
    let promises = [a_promise(org, people[0]).await, a_promise(org, people[0]).await];
    let tx = org.begin().await.unwrap();
    for (person, trade) in people.iter().zip(["sales", "technical"]) {
        relais_directory::trades::find_or_add(&tx, trade).await.unwrap();
        let taught = sql("update person set trade_code = $1 where org_id = $2 and id = $3");
        taught.bind(trade).bind(org.org()).bind(*person).run(&tx).await.unwrap();
    }
    let (group, theme): (Uuid, Uuid) = (tx.clock().id(), tx.clock().id());
    sql("insert into expert_group (org_id, id, name, name_folded, about, team_id, first_trade, first_host_id, second_trade, \
         second_host_id, made_at) values ($1, $2, 'Experts', 'experts', '', $3, 'sales', $4, 'technical', $5, 0)")
    .bind(org.org())
    .bind(group)
    .bind(team)
    .bind(people[0])
    .bind(people[1])
    .run(&tx)
    .await
    .unwrap();
    sql("insert into expert_theme (org_id, id, group_id, name, place) values ($1, $2, $3, 'Internet', 0)")
        .bind(org.org())
        .bind(theme)
        .bind(group)
        .run(&tx)
        .await
        .unwrap();
    let questions: [Uuid; 2] = [tx.clock().id(), tx.clock().id()];
    for (question, promise) in questions.iter().zip(promises) {
        sql("insert into question (org_id, id, group_id, theme_id, promise_id, text, text_folded, state, asked_at, asked_day, \
             due_at, newest) values ($1, $2, $3, $4, $5, 'Le voyant', 'le voyant', 'asked', 0, 20261121, 0, 0)")
        .bind(org.org())
        .bind(*question)
        .bind(group)
        .bind(theme)
        .bind(promise)
        .run(&tx)
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
    (group, questions)
}

async fn a_contact(org: &OrgDb) -> Uuid {
    let typed = relais_contact::Typed {
        given_name: None,
        address: relais_contact::Address::Phone(relais_contact::Phone::read("0612345678").unwrap()),
        email: None,
        locale: relais_kernel::Locale::Fr,
    };
    let tx = org.begin().await.unwrap();
    let id = relais_contact::find_or_add(&tx, &typed, relais_testkit::builders::today()).await.unwrap();
    tx.commit().await.unwrap();
    id.0
}

/// Runs the purge once.
async fn purged(db: &Db, schemas: &[Schema]) {
    let tx = db.begin().await.unwrap();
    jobs::enqueue(&tx, purge::PURGE, &()).await.unwrap();
    tx.commit().await.unwrap();
    let runner = Runner::new(db.clone(), vec![purge::job(schemas)], vec![]);
    assert_eq!(runner.run_due().await.unwrap(), 1);
    assert_eq!(jobs::health(db).await.unwrap().retrying, 0);
}

#[tokio::test]
async fn prv_01_every_promised_age_is_kept() {
    let house = House::new();
    let test = TestDb::new(house.schemas()).await;
    let db = test.db();
    let org = an_organisation(db).await;
    let people = [a_person(&org, "Inès", "Marchal").await.0, a_person(&org, "Karim", "Benseddik").await.0];
    let tables = promised(house.schemas());
    let names: Vec<&str> = tables.iter().map(|(table, ..)| table.name.as_str()).collect();
    assert!(
        ["session", "letter", "import_chunk", "job"].iter().all(|name| names.contains(name)),
        "{names:?}"
    );

    let clock = db.clock();
    let team = a_team(&org).await;
    let (group, questions) = questions(&org, people, team).await;
    let around = Around {
        org: Uuid::from(org.org()),
        people,
        account: clock.id(),
        import: clock.id(),
        contact: a_contact(&org).await,
        team,
        group,
        questions,
        promises: [a_promise(&org, people[0]).await, a_promise(&org, people[0]).await],
    };
    let tx = db.begin().await.unwrap();
    sql("insert into account (id, email, email_folded, locale, emergency, created_at) values ($1, 'x', 'x', 'fr', $2, 0)")
        .bind(around.account)
        .bind(false)
        .run(&tx)
        .await
        .unwrap();
    sql("insert into account_person (account_id, org_id, person_id) values ($1, $2, $3)")
        .bind(around.account)
        .bind(around.org)
        .bind(around.people[0])
        .run(&tx)
        .await
        .unwrap();
    let now = clock.now();
    let import = tables.iter().find(|(table, ..)| table.name == "import").unwrap();
    // The import that the others' rows belong to stays.
    write(&tx, &import.0, &around, "created_at", now, 0).await;
    sql("update import set id = $1").bind(around.import).run(&tx).await.unwrap();
    for (table, days, after) in tables.iter().filter(|(table, ..)| table.name != "audit_event") {
        write(&tx, table, &around, after, now.minus(DAY * *days).minus(Duration::from_secs(60)), 1).await;
        write(&tx, table, &around, after, now.minus(DAY * *days).plus(Duration::from_secs(60)), 2).await;
    }
    tx.commit().await.unwrap();

    purged(db, house.schemas()).await;
    for (table, days, after) in tables.iter().filter(|(table, ..)| table.name != "audit_event") {
        let young = now.minus(DAY * *days).plus(Duration::from_secs(60));
        let kept = ages(db, table, after).await;
        assert_eq!(kept.first(), Some(&young), "{}: {kept:?}", table.name);
    }
}

#[tokio::test]
async fn prv_01_rows_beyond_one_go_are_removed_too_and_go_with_what_they_belong_to() {
    let house = House::new();
    let test = TestDb::new(house.schemas()).await;
    let db = test.db();
    let org = an_organisation(db).await;
    let people = [a_person(&org, "Inès", "Marchal").await.0, a_person(&org, "Karim", "Benseddik").await.0];
    let clock = db.clock();
    let around = Around {
        org: Uuid::from(org.org()),
        people,
        account: clock.id(),
        import: clock.id(),
        contact: a_contact(&org).await,
        team: a_team(&org).await,
        group: clock.id(),
        questions: [clock.id(), clock.id()],
        promises: [a_promise(&org, people[0]).await, a_promise(&org, people[0]).await],
    };
    let tables = promised(house.schemas());
    let tx = db.begin().await.unwrap();
    let old = clock.now().minus(DAY * 366);
    for (table, _, after) in &tables {
        match table.name.as_str() {
            "job" => {
                for n in 0..1_203 {
                    write(&tx, table, &around, after, old, n).await;
                }
            }
            "import" => {
                write(&tx, table, &around, after, old, 0).await;
                sql("update import set id = $1").bind(around.import).run(&tx).await.unwrap();
                sql("insert into import_mapping (org_id, import_id, sheet, columns, options) values ($1, $2, '', '', '')")
                    .bind(around.org)
                    .bind(around.import)
                    .run(&tx)
                    .await
                    .unwrap();
            }
            // Younger than the import that it belongs to.
            "import_change" => write(&tx, table, &around, after, clock.now(), 1).await,
            _ => {}
        }
    }
    tx.commit().await.unwrap();
    purged(db, house.schemas()).await;
    for table in ["import", "import_mapping", "import_change"] {
        let left = sql("select count(*) from ").push(table).value::<i64>(db).await.unwrap();
        assert_eq!(left, Some(0), "{table}");
    }
    let jobs = sql("select count(*) from job where kind <> 'store.purge'").value::<i64>(db).await.unwrap();
    assert_eq!(jobs, Some(0));
}

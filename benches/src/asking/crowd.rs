//! Those who ask and those who answer, signed in.

use relais_directory::accounts::{self, Browser, Email, places, sessions};
use relais_kernel::{Clock, Locale, OrgId, PersonId};
use relais_store::{Db, DbOptions, OrgDb, OrgTx, sql};

use crate::{
    group::{Group, a_group, open_to_all},
    imports::fill,
    report::Outcome,
    world::World,
};

/// Groups that are asked in turn, and how many people each has.
const GROUPS: usize = 8;
const MEMBERS: usize = 5;

/// Advisers with their sessions, and the groups that are asked, with those of their people.
pub(super) struct Crowd {
    pub(super) askers: Vec<String>,
    pub(super) groups: Vec<(Group, Vec<String>)>,
}

impl Crowd {
    pub(super) async fn gather(world: &World, askers: usize) -> Outcome<Self> {
        fill(world, 40, 1_000)?;
        let db = database(world).await?;
        let tx = org(&db).await?.begin().await?;
        let id = relais_store::InOrg::org(&tx);
        let people = open_to_all(&tx, id).await?;
        let advisers = "select a.person_id from assignment a where a.org_id = $1 and a.function = 'adviser' \
             order by a.person_id limit $2";
        let advisers: Vec<PersonId> = sql(advisers).bind(id).bind(i64::try_from(askers)?).values(&tx).await?;
        let mut tokens = Vec::new();
        for person in advisers {
            tokens.push(signed_in(&tx, person).await?);
        }
        let mut groups = Vec::new();
        for (n, members) in people.rchunks_exact(MEMBERS).take(GROUPS).enumerate() {
            let group = a_group(&tx, id, &format!("Experts {n}"), members).await?;
            let mut experts = Vec::new();
            for person in members {
                experts.push(signed_in(&tx, *person).await?);
            }
            groups.push((group, experts));
        }
        tx.commit().await?;
        db.close().await?;
        Ok(Self { askers: tokens, groups })
    }

    /// One after the other.
    pub(super) fn group(&self, n: usize) -> &(Group, Vec<String>) {
        &self.groups[n % self.groups.len()]
    }
}

/// The instance's database, while no server runs.
pub(super) async fn database(world: &World) -> Outcome<Db> {
    Ok(Db::open(&DbOptions::new(world.url()), Clock::system()).await?)
}

/// The only organisation.
pub(super) async fn org(db: &Db) -> Outcome<OrgDb> {
    let id: OrgId = sql("select id from organisation").value(db).await?.ok_or("no organisation")?;
    Ok(db.org(id))
}

async fn signed_in(tx: &OrgTx, person: PersonId) -> Outcome<String> {
    let (now, org) = (tx.clock().now(), relais_store::InOrg::org(tx));
    let account = match places::account_of(tx, person).await? {
        Some(account) => account,
        None => {
            let email = Email::read(&format!("{person}@banc.example")).map_err(|_| "no address")?;
            let account = accounts::add(tx.whole(), &email, Locale::Fr, now).await?;
            places::connect(tx, account, person).await?;
            account
        }
    };
    let browser = Browser { agent: "", shared: false, device: "", former: None };
    let opened = sessions::open(tx.whole(), account, org, &browser, now).await?.ok_or("no session")?;
    Ok(opened.token.text().to_owned())
}

//! Those who ask and those who answer, signed in.

use relais_directory::accounts::{self, Browser, Email, places, sessions};
use relais_kernel::{Clock, Locale, OrgId, PersonId};
use relais_store::{Db, DbOptions, OrgDb, OrgTx, sql};

use crate::{group::a_group, imports::fill, report::Outcome, world::World};

/// Advisers with their sessions, one expert, and the group that is asked.
pub(super) struct Crowd {
    pub(super) askers: Vec<String>,
    pub(super) expert: String,
    pub(super) team: String,
    pub(super) theme: String,
}

impl Crowd {
    pub(super) async fn gather(world: &World, askers: usize) -> Outcome<Self> {
        fill(world, 40, 1_000)?;
        let db = database(world).await?;
        let tx = org(&db).await?.begin().await?;
        let id = relais_store::InOrg::org(&tx);
        let (team, _, theme) = a_group(&tx, id).await?;
        let advisers = "select a.person_id from assignment a where a.org_id = $1 and a.function = 'adviser' \
             order by a.person_id limit $2";
        let advisers: Vec<PersonId> = sql(advisers).bind(id).bind(i64::try_from(askers)?).values(&tx).await?;
        let expert: PersonId = sql("select first_host_id from expert_group where org_id = $1")
            .bind(id)
            .value(&tx)
            .await?
            .ok_or("nobody answers")?;
        let mut tokens = Vec::new();
        for person in advisers {
            tokens.push(signed_in(&tx, person).await?);
        }
        let expert = signed_in(&tx, expert).await?;
        tx.commit().await?;
        db.close().await?;
        Ok(Self { askers: tokens, expert, team: team.to_string(), theme: theme.to_string() })
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

//! A group of the demo that can be asked, and what it was asked.

mod history;

use std::{pin::Pin, time::Duration};

use relais_baton::{actor, hours_for, stand};
use relais_contact::{GivenName, Phone};
use relais_directory::{organisations, units::Opening};
use relais_kernel::{Day, PersonId};
use relais_store::{Db, InOrg as _, OrgTx, Result, sql};
use sea_orm::FromQueryResult;

use crate::{
    cases::{self, checks::Customer, store::Opening as CaseOpening},
    groups::{
        checks::Group,
        store::{Theme, make, themes},
    },
    questions::{checks::Asking, store},
};

/// A theme, a question, and its answer if there is one.
const ASKED: [(usize, &str, Option<&str>); 3] = [
    (0, "Nouvelle box, le voyant clignote orange depuis ce matin, redémarrée deux fois.", None),
    (
        1,
        "Le mobile capte dehors et plus du tout dans la boutique. Que dire au client ?",
        Some(
            "1. Activer les appels par le Wi-Fi.\n2. Redémarrer le mobile.\n3. S’il n’y a rien, le dire : le relais est en travaux jusqu’à jeudi.",
        ),
    ),
    (2, "La facture a deux abonnements pour la même ligne.", None),
];

#[derive(FromQueryResult)]
struct Somebody {
    id: PersonId,
    trade_code: String,
}

/// Fills the demo.
pub(crate) fn fill(db: &Db) -> Pin<Box<dyn Future<Output = Result<()>> + Send + '_>> {
    Box::pin(async move {
        for organisation in organisations::all(db).await? {
            let today = organisation.today(db.clock().now());
            let tx = db.org(organisation.id).begin().await?;
            group(&tx, today).await?;
            tx.commit().await?;
        }
        Ok(())
    })
}

async fn group(tx: &OrgTx, today: Day) -> Result<()> {
    let found: Vec<Somebody> = sql("select p.id, p.trade_code from person p join assignment a on a.org_id = p.org_id \
         and a.person_id = p.id where p.org_id = $1 and p.trade_code in ('technical', 'sales') \
         and a.function not in ('manager', 'deputy') and a.from_day <= $2 and coalesce(a.to_day, 99991231) >= $2 order by case when exists (select 1 from role_grant g \
         where g.org_id = p.org_id and g.person_id = p.id and g.role = 'expert') then 0 else 1 end, p.id")
    .bind(tx.org())
    .bind(today)
    .all(tx)
    .await?;
    let of = |trade: &str| {
        found.iter().filter(|one| one.trade_code == trade).map(|one| one.id).collect::<Vec<_>>()
    };
    let (technical, sales) = (of("technical"), of("sales"));
    let (Some(first), Some(second)) = (technical.first(), sales.last()) else { return Ok(()) };
    let group = Group {
        name: "Experts 91-94".into(),
        about: "Box, ligne, mobile, facture : de la boutique au réseau.".into(),
        themes: ["Internet", "Mobile", "Facture", "Commande"].map(str::to_owned).to_vec(),
        departments: vec!["91", "94"],
        people: technical.iter().take(5).chain([second]).copied().collect(),
        hosts: [(*first, "technical".into()), (*second, "sales".into())],
        // Every day, so that the demo answers whenever it is looked at.
        week: (1..=7).map(|weekday| Opening { weekday, opens: 8 * 60, closes: 20 * 60 }).collect(),
    };
    if make(tx, &group, "Experts 91-94 (animation)", today).await?.is_err() {
        return Ok(());
    }
    let themes = themes(tx).await?;
    let (now, hour) = (tx.clock().now(), Duration::from_secs(3600));
    if let Some(theme) = themes.first() {
        for (person, from) in technical.iter().take(3).zip([0, 2, 24]) {
            let span = (now.plus(hour * from), now.plus(hour * (from + 4)));
            drop(stand(tx, theme.team_id, *person, span).await?);
        }
    }
    if let (Some(theme), Some(asker)) = (themes.first(), sales.first()) {
        waits(tx, theme, *asker, today).await?;
    }
    for ((theme, text, answered), asker) in ASKED.iter().zip(sales.iter()) {
        let Some(theme) = themes.get(*theme) else { continue };
        let unit = store::unit_of(tx, *asker, today).await?;
        let hours = hours_for(tx, Some(theme.team_id), unit, today).await?;
        let id = store::ask(
            tx,
            (theme, &Asking { text: (*text).into(), device: String::new() }),
            (*asker, None),
            (unit, today, None),
            (&hours, store::work(tx).await?),
        )
        .await?;
        if let Some(words) = answered {
            let by = actor(tx, *first, today).await?;
            if let Some((_, promise)) = store::read(tx, id, &by).await? {
                drop(
                    store::answer(tx, &by, (id, &promise), store::Said { words, picture: None }, today)
                        .await?,
                );
            }
        }
    }
    history::fill(tx, &themes, (&sales, &technical), today).await
}

/// A customer left with a promise, and the group looks for the answer.
async fn waits(tx: &OrgTx, theme: &Theme, adviser: PersonId, today: Day) -> Result<()> {
    let (Ok(given_name), Ok(phone)) = (GivenName::read("Odile"), Phone::read("06 39 98 12 34")) else {
        return Ok(());
    };
    let text = "Le nouveau routeur ne se synchronise pas, le voyant reste rouge.";
    let unit = store::unit_of(tx, adviser, today).await?;
    let (own, hours) =
        (hours_for(tx, None, unit, today).await?, hours_for(tx, Some(theme.team_id), unit, today).await?);
    let customer =
        Customer { given_name: Some(given_name), phone: Some(phone), reference: "CL-2027-41".into() };
    let promised = tx.clock().now().plus(Duration::from_secs(2 * 3600));
    let opening = CaseOpening {
        customer: &customer,
        text,
        adviser,
        unit,
        promised,
        locale: relais_kernel::Locale::Fr,
        today,
    };
    let (case, promise) = cases::store::open(tx, &opening, &own).await?;
    let question = store::ask(
        tx,
        (theme, &Asking { text: (*text).into(), device: String::new() }),
        (adviser, Some(promise)),
        (unit, today, None),
        (&hours, store::work(tx).await?),
    )
    .await?;
    cases::store::link(tx, case, question).await
}

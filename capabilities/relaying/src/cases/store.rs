//! Writing what happens to customers' requests: promised, called, ended.

use relais_baton::{self as baton, Actor, Baton, Gift, Holder, Hours, Promise, Refusal, WaiterKind, Waiting};
use relais_contact::{Address, How, Purpose, Typed, consent, find_or_add};
use relais_directory::{Ruled, settings};
use relais_kernel::{BatonId, Day, Instant, Locale, PersonId, UnitId};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use uuid::Uuid;

use super::{
    checks::{CallResult, Channel, Customer, Ending},
    promise::reassured_at,
    reading::Case,
};
use crate::{boards::counting, kinds::CASE, settings::REASSURED_BEFORE};

/// What a customer waits for, about to be promised.
pub(crate) struct Opening<'a> {
    pub(crate) customer: &'a Customer,
    pub(crate) text: &'a str,
    pub(crate) adviser: PersonId,
    pub(crate) unit: Option<UnitId>,
    pub(crate) promised: Instant,
    pub(crate) locale: Locale,
    pub(crate) today: Day,
}

/// Writes a request down. Whoever was in front of the customer keeps the promise, from the first moment, and until somebody
/// accepts it.
pub(crate) async fn open(tx: &OrgTx, opening: &Opening<'_>, hours: &Hours) -> Result<(Uuid, BatonId)> {
    let (id, now) = (tx.clock().id::<Uuid>(), tx.clock().now());
    let contact = match &opening.customer.phone {
        None => None,
        Some(phone) => {
            let typed = Typed {
                given_name: opening.customer.given_name.clone(),
                address: Address::Phone(phone.clone()),
                email: None,
                locale: opening.locale,
            };
            let contact = find_or_add(tx, &typed, opening.today).await?;
            consent(tx, contact, Purpose::CallBack, How::Said).await?;
            Some(contact)
        }
    };
    let due = reassured_at(opening.promised, now, before(tx).await?);
    let gift = Gift {
        kind: &CASE,
        subject: id,
        parent: None,
        unit: opening.unit,
        title: opening.text,
        holder: Holder::Person(opening.adviser),
        waits: vec![Waiting::other(WaiterKind::Contact, contact.map(|contact| contact.0))],
        promise: Promise { at: opening.promised, hears_next_at: Some(due), work: None },
        by: Some(opening.adviser),
    };
    let promise = baton::give(tx, &gift, hours).await?.id;
    let columns = [
        "org_id",
        "id",
        "contact_id",
        "unit_id",
        "promise_id",
        "channel",
        "reference",
        "text",
        "next_contact_at",
        "outcome_words",
        "appeal",
        "opened_at",
        "opened_day",
    ];
    insert("customer_case", &columns)
        .row([
            tx.org().into(),
            id.into(),
            contact.into(),
            opening.unit.into(),
            promise.into(),
            Channel::Shop.into(),
            opening.customer.reference.clone().into(),
            opening.text.into(),
            opening.promised.into(),
            "".into(),
            "".into(),
            now.into(),
            opening.today.into(),
        ])
        .run(tx)
        .await?;
    reassure(tx, id, due, opening.promised).await?;
    touch(tx, id, (Channel::Shop.code(), "visit", "heard"), "", opening.today).await?;
    Ok((id, promise))
}

/// A question was asked for it.
pub(crate) async fn link(tx: &OrgTx, case: Uuid, question: Uuid) -> Result<()> {
    insert("case_question", &["org_id", "question_id", "case_id"])
        .row([tx.org().into(), question.into(), case.into()])
        .run(tx)
        .await?;
    Ok(())
}

async fn before(on: &impl InOrg) -> Result<jiff::SignedDuration> {
    Ok(jiff::SignedDuration::from_mins(settings::value(on, &REASSURED_BEFORE).await?))
}

async fn reassure(tx: &OrgTx, case: Uuid, due: Instant, promised: Instant) -> Result<()> {
    insert("reassurance_call", &["org_id", "id", "case_id", "due_at", "promised_at", "state"])
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            case.into(),
            due.into(),
            promised.into(),
            "due".into(),
        ])
        .run(tx)
        .await?;
    Ok(())
}

async fn touch(
    tx: &OrgTx,
    case: Uuid,
    (channel, kind, result): (&str, &str, &str),
    text: &str,
    today: Day,
) -> Result<()> {
    let place: Option<i64> = sql("select count(*) from case_touch where org_id = $1 and case_id = $2")
        .bind(tx.org())
        .bind(case)
        .value(tx)
        .await?;
    insert(
        "case_touch",
        &["org_id", "id", "case_id", "place", "channel", "kind", "result", "text", "at", "day"],
    )
    .row([
        tx.org().into(),
        tx.clock().id::<Uuid>().into(),
        case.into(),
        place.unwrap_or(0).into(),
        channel.into(),
        kind.into(),
        result.into(),
        text.into(),
        tx.clock().now().into(),
        today.into(),
    ])
    .run(tx)
    .await?;
    Ok(())
}

/// Notes a call: whoever heard is told when they hear next; whoever did not is called again before what they were promised,
/// or then, where that is over.
pub(crate) async fn called(
    tx: &OrgTx,
    by: &Actor,
    (case, promise): (&Case, &Baton),
    (result, words): (CallResult, &str),
    (next, again): (Instant, Instant),
    (slot, today): (&str, Day),
) -> Ruled {
    let Some(waiter) = promise.waiters.first() else { return Ok(Err(Refusal::Ended.fault())) };
    let now = tx.clock().now();
    let (state, due, next) = match result {
        CallResult::Reached => {
            let due = reassured_at(next, now, before(tx).await?);
            if let Err(fault) = baton::news(tx, by, promise.id, words, Some(due)).await? {
                return Ok(Err(fault));
            }
            ("done", due, next)
        }
        CallResult::Missed => {
            if let Err(fault) = baton::attempt(tx, by, promise.id, waiter.id, slot).await? {
                return Ok(Err(fault));
            }
            if let Err(fault) = baton::seek_again(tx, by, promise.id, again).await? {
                return Ok(Err(fault));
            }
            // What they were promised stays what they were promised.
            let promised = case.next_contact_at.unwrap_or(again);
            ("missed", again, promised.max(again))
        }
    };
    settle_call(tx, case.id, state).await?;
    reassure(tx, case.id, due, next).await?;
    if result == CallResult::Reached {
        sql(
            "update customer_case set next_contact_at = $1 where org_id = $2 and id = $3 and outcome is null",
        )
        .bind(next)
        .bind(tx.org())
        .bind(case.id)
        .run_one("customer_case", tx)
        .await?;
    }
    let told = if result == CallResult::Reached { "heard" } else { "missed" };
    touch(tx, case.id, (Channel::Phone.code(), "reassurance", told), words, today).await?;
    Ok(Ok(()))
}

async fn settle_call(tx: &OrgTx, case: Uuid, state: &str) -> Result<()> {
    sql("update reassurance_call set state = $1, noted_at = $2 where org_id = $3 and case_id = $4 and state = 'due'")
        .bind(state)
        .bind(tx.clock().now())
        .bind(tx.org())
        .bind(case)
        .run(tx)
        .await?;
    Ok(())
}

/// Ends it: the customer was told, and how it ends is one of the ways in which a request may end.
pub(crate) async fn end(
    tx: &OrgTx,
    by: &Actor,
    (case, promise): (&Case, &Baton),
    ending: &Ending,
    today: Day,
) -> Ruled {
    for waiter in promise.waiters.iter().filter(|waiter| waiter.told.is_none()) {
        let told = baton::tell(tx, by, promise.id, waiter.id, ending.told, "").await?;
        if let Err(fault) = told {
            return Ok(Err(fault));
        }
    }
    if let Err(fault) = baton::end(tx, by, &CASE, promise.id, ending.outcome.code(), "").await? {
        return Ok(Err(fault));
    }
    settle_call(tx, case.id, "spared").await?;
    touch(tx, case.id, (Channel::Phone.code(), "answer", ending.told.code()), "", today).await?;
    sql("update customer_case set outcome = $1, outcome_words = $2, appeal = $3, ended_day = $4, ended_at = $5, \
         next_contact_at = null where org_id = $6 and id = $7 and outcome is null")
    .bind(ending.outcome)
    .bind(ending.words.clone())
    .bind(ending.appeal.clone())
    .bind(today)
    .bind(tx.clock().now())
    .bind(tx.org())
    .bind(case.id)
    .run_one("customer_case", tx)
    .await?;
    counting::told(tx, case, ending.told, today).await?;
    Ok(Ok(()))
}

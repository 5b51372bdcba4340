//! Inviting somebody to sign in: a letter leaves to their address at work. The link is in the letter and nowhere else.
//! And taking it back: the invitation that nobody answered, or the access in use.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    accounts::{self, Acting, Email, TakenBack},
    people,
};
use relais_kernel::PersonId;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use relais_words::Fault;
use serde::Deserialize;

use crate::{EditGrants, EditPeople, Invite, letters};

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {}

pub(crate) async fn send(
    cx: Cx,
    can: Can<Invite>,
    Path(id): Path<PersonId>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    let (now, today) = (cx.now(), cx.today());
    let reach = cx.viewer().reach::<EditGrants>();
    let giver = super::giver(&cx, reach.as_ref()).await?;
    let acting = Acting { giver: giver.as_ref(), actor: cx.viewer().into(), today, now };
    let tx = cx.db().begin().await?;
    let person = people::by_id(&tx, &can.reach, today, id).await?.ok_or(Failure::NotFound)?;
    let fault = match person.email.as_deref().map(Email::read) {
        _ if person.left_day.is_some_and(|left| left < today) => Fault::of_form("invite-has-left"),
        None => Fault::on("email", "invite-needs-address"),
        Some(Err(fault)) => fault,
        Some(Ok(email)) => match accounts::invite(&tx, id, &email, person.locale, &acting).await? {
            Ok(invitation) => {
                letters::invite(&tx, cx.site(), cx.organisation(), &person, &invitation).await?;
                tx.commit().await?;
                return Ok(Go::to(format!("/people/{id}")).saying("person-invited").answer());
            }
            Err(fault) => fault,
        },
    };
    tx.rollback().await?;
    Ok(super::show::shown(&cx, id, fault.into()).await?.refused().into_response())
}

pub(crate) async fn take_back(
    cx: Cx,
    can: Can<EditPeople>,
    Path(id): Path<PersonId>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    super::show::within(&cx, &can, id).await?;
    let reach = cx.viewer().reach::<EditGrants>();
    let giver = super::giver(&cx, reach.as_ref()).await?;
    let acting =
        Acting { giver: giver.as_ref(), actor: cx.viewer().into(), today: cx.today(), now: cx.now() };
    let tx = cx.db().begin().await?;
    match accounts::take_back(&tx, id, &acting).await? {
        Ok(taken) => {
            tx.commit().await?;
            let said = match taken {
                TakenBack::Invitation => "invitation-withdrawn",
                TakenBack::Access => "access-cut-done",
            };
            Ok(Go::to(format!("/people/{id}")).saying(said).answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            Ok(super::show::shown(&cx, id, fault.into()).await?.refused().into_response())
        }
    }
}

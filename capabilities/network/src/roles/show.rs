//! One role held by somebody: what it lets them see and do, and taking it back.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    grants::{self, Giver, RoleGrant, ScopeCode},
    people::{self, Person},
};
use relais_kernel::{Day, GrantId, Reach, Role};
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{ConfirmDialog, Facts, Notice},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::{RoleWords, role_name, role_words};
use crate::{
    EditGrants, ReadGrants, ReadPeople,
    people::{days_said, is_emergency},
};

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {}

#[derive(Template)]
#[template(path = "roles/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    grant: RoleGrant,
    person: Person,
    giver: Option<Person>,
    opens: RoleWords,
    today: Day,
    may_edit: bool,
    may_read_people: bool,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadGrants>, Path(id): Path<GrantId>) -> Outcome {
    shown(&cx, id, Faults::none()).await
}

pub(crate) async fn take(
    cx: Cx,
    can: Can<EditGrants>,
    Path(id): Path<GrantId>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let grant = grants::by_id(&tx, id).await?.ok_or(Failure::NotFound)?;
    let giver =
        Giver { person: Some(cx.viewer().person), emergency: is_emergency(&cx).await?, reach: &can.reach };
    match grants::revoke(&tx, &giver, id, cx.today()).await? {
        Ok(()) => {
            let detail = format!("{} {}", grant.role, grant.scope_code);
            cx.note(&tx, "network.grants.take", "person", grant.person_id.0, &detail).await?;
            tx.commit().await?;
            Ok(Go::to("/roles").saying("role-taken").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            Ok(shown(&cx, id, fault.into()).await?.refused().into_response())
        }
    }
}

async fn shown(cx: &Cx, id: GrantId, faults: Faults) -> Outcome<Page> {
    let (db, today) = (cx.db(), cx.today());
    let grant = grants::by_id(&db, id).await?.ok_or(Failure::NotFound)?;
    let person =
        people::by_id(&db, &Reach::Network, today, grant.person_id).await?.ok_or(Failure::NotFound)?;
    let giver = match grant.granted_by {
        Some(giver) => people::by_id(&db, &Reach::Network, today, giver).await?,
        None => None,
    };
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        opens: role_words(&cx.w, grant.role, grant.scope_code, cx.site().permissions()),
        person,
        giver,
        today,
        may_edit: cx.viewer().may::<EditGrants>(),
        may_read_people: cx.viewer().may::<ReadPeople>(),
        faults,
        grant,
    };
    cx.page(cx.shell(role_name(&cx.w, show.grant.role)).back("/roles", cx.w.t("roles-title")), &show)
}

impl Show<'_> {
    fn place(&self) -> String {
        super::place(self.w, self.grant.unit_name.as_ref(), self.grant.region_name.as_ref())
    }

    fn facts(&self) -> Facts {
        let (w, grant) = (self.w, &self.grant);
        let source = match (grant.assignment_id, grant.membership_id) {
            (Some(_), _) => Some(w.t("role-from-assignment").to_string()),
            (_, Some(_)) => Some(w.t("role-from-membership").to_string()),
            _ => None,
        };
        Facts::new()
            .fact(w.t("role-scope"), self.place())
            .fact(w.t("role-days"), days_said(w, grant.from_day, grant.to_day, self.today))
            .maybe(w.t("role-source"), source)
            .maybe(w.t("role-given-by"), self.giver.as_ref().map(Person::name))
    }

    /// Over already: kept for the story, nothing to take.
    fn over(&self) -> bool {
        self.grant.to_day.is_some_and(|to| to < self.today)
    }

    fn taking(&self) -> ConfirmDialog {
        let (w, name) = (self.w, self.person.name());
        ConfirmDialog::new(
            w,
            w.t("role-take"),
            w.t("role-take-question").with("name", name.as_str()),
            format!("/roles/{}/take", self.grant.id),
            w.t("role-take"),
            &self.csrf,
        )
        .explained(w.t("role-take-what"))
    }
}

pub(super) fn grant_sample(role: Role, region: Option<&str>, brought: bool) -> RoleGrant {
    let clock = relais_kernel::Clock::system();
    RoleGrant {
        id: clock.id(),
        person_id: clock.id(),
        role,
        scope_code: if region.is_some() { ScopeCode::Region } else { ScopeCode::Network },
        region_id: region.map(|_| clock.id()),
        region_name: region.map(str::to_owned),
        unit_id: None,
        unit_name: None,
        from_day: crate::people::sample_day().plus(-30),
        to_day: None,
        assignment_id: None,
        membership_id: brought.then(|| clock.id()),
        granted_by: None,
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let show = |grant: RoleGrant, faults| Show {
        w,
        csrf: String::new(),
        opens: role_words(w, grant.role, grant.scope_code, crate::PERMISSIONS),
        person: crate::people::show::person_sample("Samira", "Haddad"),
        giver: Some(crate::people::show::person_sample("Claire", "Vasseur")),
        today: crate::people::sample_day(),
        may_edit: true,
        may_read_people: true,
        faults,
        grant,
    };
    let long = "Provence-Alpes-Côte d’Azur et Châteauneuf-du-Pape-en-Grésivaudan";
    vec![
        Sample::of("roles/show", &show(grant_sample(Role::Hr, Some(long), false), Faults::none())),
        Sample::of(
            "roles/show brought",
            &show(grant_sample(Role::RegionLead, Some("Sud"), true), Faults::none()),
        ),
        Sample::of(
            "roles/show last administrator",
            &show(grant_sample(Role::Admin, None, false), Fault::of_form("last-admin").into()),
        ),
    ]
}

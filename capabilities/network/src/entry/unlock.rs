//! Coming back to a shared device, or taking over on it: by a short code that opens nothing elsewhere (SEC-03).

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Response},
};
use relais_directory::accounts::{
    Browser, sessions,
    shared_devices::{self, Device, Held},
    signing_in,
};
use relais_kernel::PersonId;
use relais_web::{
    Author, Cookie, Go, Guest, HeldForm, Outcome, Page, Posted, Sample,
    components::{Button, Choices, EmptyState, Field, LinkButton},
    form_token, local,
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

/// Where to go afterwards.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    next: String,
}

/// What was typed. The code is never shown again.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    person: String,
    pin: String,
    next: String,
    /// A form that came after the device locked, sealed for its author.
    held: String,
}

#[derive(Template)]
#[template(path = "entry/unlock.html")]
struct Unlock<'a> {
    w: &'a Words,
    csrf: String,
    form: Form,
    people: Vec<Held>,
    faults: Faults,
}

/// What its author finds again behind the lock.
#[derive(Template)]
#[template(path = "entry/held.html")]
struct Found<'a> {
    w: &'a Words,
    csrf: String,
    held: HeldForm,
}

pub(crate) async fn page(guest: Guest, Query(asked): Query<Asked>) -> Outcome<Response> {
    if guest.viewer().is_some() {
        return Ok(Go::to(local(&asked.next)).answer());
    }
    let form = Form { next: asked.next, ..Form::default() };
    Ok(shown(&guest, form, Faults::none()).await?.into_response())
}

pub(crate) async fn enter(guest: Guest, Posted(form): Posted<Form>) -> Outcome<Response> {
    // A form that was held leads here, before anybody gave a code.
    if form.person.is_empty() && form.pin.is_empty() {
        return Ok(shown(&guest, form, Faults::none()).await?.into_response());
    }
    let site = guest.site();
    let asked = people(&guest).await?;
    let asked = asked.into_iter().find(|(_, held)| held.person_id.to_string() == form.person);
    let Some((device, held)) = asked else {
        return refused(&guest, form, Fault::on("person", "unlock-who")).await;
    };
    let hashing = &site.settings().hashing;
    if let Err(fault) = shared_devices::opens(site.db(), hashing, &device, held.person_id, &form.pin).await? {
        return refused(&guest, form, fault).await;
    }
    let browser = guest.browser(true);
    let own = guest.locked().filter(|found| found.person == held.person_id && found.org == device.org_id);
    let tx = site.db().begin().await?;
    // Whoever comes back goes on in their session, so that what they typed elsewhere keeps its token; whoever takes over
    // begins one, and the former ends.
    let (session, cookie) = if let Some(found) = own {
        sessions::change_token(&tx, found.id).await?;
        (found.id, Cookie::used(found.id, site))
    } else {
        let browser = Browser { shared: true, ..browser };
        let signed =
            signing_in::begin(&tx, held.account_id, Some(device.org_id), &browser, guest.now()).await?;
        let Some(signed) = signed.filter(|signed| signed.opened.org == device.org_id) else {
            tx.rollback().await?;
            return refused(&guest, form, Fault::on("pin", "pin-no-more")).await;
        };
        (signed.opened.id, Some(Cookie::begin(signed.opened.token.text(), site)))
    };
    tx.commit().await?;
    let author = Author::new(device.org_id, held.person_id);
    let set = |page: Page| cookie.iter().cloned().fold(page, Page::cookie);
    if let Some(held) = HeldForm::open(site, author, &form.held) {
        let page = Found { w: &guest.w, csrf: form_token(session), held };
        return Ok(set(guest.page(guest.w.t("unlock-held"), &page)?).into_response());
    }
    let to = if form.next.starts_with("/unlock") || own.is_none() { "/" } else { local(&form.next) };
    Ok(cookie.into_iter().fold(Go::to(to), Go::cookie).answer())
}

/// Who has a code on this browser.
async fn people(guest: &Guest) -> relais_store::Result<Vec<(Device, Held)>> {
    let db = guest.site().db();
    let mut all = Vec::new();
    for device in shared_devices::of_browser(db, guest.device()).await? {
        let held = shared_devices::held(db, &device).await?;
        all.extend(held.into_iter().map(|held| (device.clone(), held)));
    }
    Ok(all)
}

async fn refused(guest: &Guest, form: Form, fault: Fault) -> Outcome<Response> {
    Ok(shown(guest, form, fault.into()).await?.refused().into_response())
}

async fn shown(guest: &Guest, form: Form, faults: Faults) -> Outcome<Page> {
    let people = people(guest).await?.into_iter().map(|(_, held)| held).collect();
    let form = Form { pin: String::new(), ..form };
    let page = Unlock { w: &guest.w, csrf: guest.csrf(), form, people, faults };
    guest.page(guest.w.t("unlock-title"), &page)
}

impl Unlock<'_> {
    /// Given names, and as much of the family name as tells two apart.
    fn who(&self) -> Choices {
        let all = Choices::one(self.w, "person", self.w.t("unlock-person")).across().required().untold();
        let all = self.people.iter().fold(all, |all, one| {
            let initial =
                one.family_name.chars().next().map_or(String::new(), |letter| format!(" {letter}."));
            all.choice(one.person_id, format!("{}{initial}", one.given_name))
        });
        let all = all.error(self.faults.on("person", self.w));
        if self.form.person.is_empty() { all } else { all.chosen(&self.form.person) }
    }

    fn sign_in(&self) -> String {
        let next = relais_web::query([("next", local(&self.form.next))]);
        format!("/sign-in?{next}")
    }
}

impl Found<'_> {
    /// What reads as words; the rest goes along unseen, and so does a customer's number.
    fn words(&self) -> Vec<&str> {
        let is_said = |value: &&str| value.trim().contains(' ') && value.contains(char::is_alphabetic);
        self.held.fields.iter().map(|(_, value)| value.as_str()).filter(is_said).collect()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let held = |given: &str, family: &str| Held {
        person_id: PersonId(relais_kernel::Clock::system().id()),
        account_id: relais_kernel::Clock::system().id(),
        given_name: given.into(),
        family_name: family.into(),
        tries: 0,
    };
    let page = |people, faults| Unlock { w, csrf: String::new(), form: Form::default(), people, faults };
    let two = || vec![held("Inès", "Marchal"), held("Sarah", "Lebrun")];
    let fields = vec![("text".to_owned(), "Le voyant clignote orange.".to_owned())];
    let found = HeldForm { path: "/questions/new".into(), fields };
    vec![
        Sample::of("entry/unlock", &page(two(), Faults::none())),
        Sample::of("entry/unlock refused", &page(two(), Fault::on("pin", "pin-wrong").with("n", 2).into())),
        Sample::of("entry/unlock nobody", &page(vec![], Faults::none())),
        Sample::of("entry/held", &Found { w, csrf: String::new(), held: found }),
    ]
}

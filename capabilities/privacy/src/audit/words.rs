//! The log's codes in words. A code without words shows itself: a log must never hide a line.

use relais_kernel::Day;
use relais_words::Words;
use uuid::Uuid;

use super::store::Link;

/// Rooms whose acts are written down, for narrowing the list.
pub(crate) const AREAS: [&str; 6] = ["accounts", "network", "directory", "post", "privacy", "administration"];

/// What was done.
pub(crate) fn action(w: &Words, link: &Link) -> String {
    act_in_words(w, &link.action)
}

/// An act by its code.
pub(crate) fn act_in_words(w: &Words, action: &str) -> String {
    or_code(w, "audit", action)
}

/// What it was done to: its name today, or else its kind.
pub(crate) fn subject(w: &Words, link: &Link) -> String {
    let kind = or_code(w, "privacy-subject", &link.subject);
    match link.subject_name.as_deref().map(str::trim).filter(|_| !is_presence(link)) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => kind,
    }
}

/// Its kind and the end of its id, which tells it from others.
pub(crate) fn subject_id(w: &Words, link: &Link) -> String {
    let kind = or_code(w, "privacy-subject", &link.subject);
    match link.subject_id.filter(|_| !is_presence(link)) {
        Some(id) => format!("{kind} …{}", short(id)),
        None => kind,
    }
}

/// What completes it: a name behind an id, a day, or codes in words. An id that names nothing any more says nothing.
pub(crate) fn detail(w: &Words, link: &Link) -> String {
    if let Some(name) = &link.detail_name {
        return name.clone();
    }
    if link.detail.parse::<Uuid>().is_ok() {
        return String::new();
    }
    if let Ok(day) = link.detail.parse::<Day>() {
        return w.day(&day);
    }
    match link.detail.split_once(' ') {
        // `coach region`: a role and how far it reaches.
        Some((role, scope)) if link.action.starts_with("network.grants.") => {
            format!("{} · {}", or_code(w, "role", role), or_code(w, "scope", scope))
        }
        // `post.mail 3`: a kind of task and how many.
        Some((kind, n)) if link.action.starts_with("administration.jobs.") => {
            format!("{} · {n}", or_code(w, "jobs-kind", kind))
        }
        _ => or_code(w, "privacy-detail", &link.detail),
    }
}

/// Lines that tell when somebody came and went. No page joins a person with times of their work (PRV-09): they are shown
/// without a name; whose they are stands in the chain, and on their own page of sessions.
fn is_presence(link: &Link) -> bool {
    matches!(link.action.as_str(), "accounts.sign_in" | "accounts.sign_out")
        || link.action.starts_with("accounts.session.")
}

/// Who did it.
pub(crate) fn actor(w: &Words, link: &Link) -> String {
    if is_presence(link) {
        return w.t("privacy-actor-somebody").to_string();
    }
    let name = [link.given_name.as_deref(), link.family_name.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    match (link.person_id, link.account_id) {
        (Some(_), _) if !name.is_empty() => name,
        (Some(_), _) => w.t("privacy-actor-erased").to_string(),
        (None, Some(_)) => w.t("privacy-actor-account").to_string(),
        (None, None) => w.t("privacy-actor-system").to_string(),
    }
}

/// Ids are made of time first: only their end differs between neighbours.
fn short(id: Uuid) -> String {
    id.simple().to_string().split_off(24)
}

fn or_code(w: &Words, list: &str, code: &str) -> String {
    let key = format!("{list}-{}", code.replace(['.', '_'], "-"));
    if w.has(&key) { w.t(&key).to_string() } else { code.to_owned() }
}

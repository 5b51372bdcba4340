//! One person: what the viewer may see of them, where they work, what they hold.

use askama::Template;
use axum::extract::Path;
use relais_directory::{
    Period,
    accounts::{self, links, places},
    assignments::{self, AssignmentKind, Held},
    grants::{self, RoleGrant},
    name_key,
    people::{self, Person},
    regions::{self, Membership},
    role_key, units,
};
use relais_kernel::{Day, Permission, PersonId, Reach, Viewer};
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{
        Button, ConfirmDialog, EmptyState, Face, Facts, Field, LinkButton, Notice, StoryEntry, StoryLine,
    },
};
use relais_words::{Faults, Words};

use super::{choosing, days_said, function_name};
use crate::{Assign, EditGrants, EditPeople, Invite, ReadFiles, ReadGrants, ReadPeople};

/// How far somebody is from signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    /// No address to write to.
    NoAddress,
    /// Nobody invited them.
    NotInvited,
    /// Invited, never came in.
    Invited,
    /// They can sign in.
    Open,
    /// Their account was closed.
    Closed,
}

/// What the viewer may see and do here.
#[derive(Clone, Copy, Debug, Default)]
struct May {
    see_file: bool,
    edit: bool,
    assign: bool,
    /// There is a unit within reach besides theirs.
    assign_elsewhere: bool,
    invite: bool,
    give_roles: bool,
}

#[derive(Template)]
#[template(path = "people/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    person: Person,
    trade: Option<String>,
    today: Day,
    present: Vec<Held>,
    coming: Vec<Held>,
    past: Vec<Held>,
    /// The coming and present assignments that the viewer may end.
    endable: Vec<relais_kernel::AssignmentId>,
    memberships: Vec<Membership>,
    roles: Option<Vec<RoleGrant>>,
    entry: Option<Entry>,
    me: bool,
    /// It is shown to its owner as their manager sees it.
    seen: bool,
    may: May,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, Path(id): Path<PersonId>) -> Outcome {
    shown(&cx, id, Faults::none()).await
}

/// Where somebody's page is.
pub(crate) fn address(id: &PersonId) -> String {
    format!("/people/{id}")
}

/// The person within what a permission reaches, or 404.
pub(super) async fn within<P: Permission>(cx: &Cx, can: &Can<P>, id: PersonId) -> Outcome<Person> {
    people::by_id(&cx.db(), &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)
}

async fn reaches<P: Permission>(cx: &Cx, viewer: &Viewer, id: PersonId) -> relais_store::Result<bool> {
    match viewer.reach::<P>() {
        Some(reach) => Ok(people::by_id(&cx.db(), &reach, cx.today(), id).await?.is_some()),
        None => Ok(false),
    }
}

/// The page; everybody has their own, whatever they hold.
pub(super) async fn shown(cx: &Cx, id: PersonId, faults: Faults) -> Outcome<Page> {
    drawn(cx, cx.viewer(), id, faults).await
}

/// The page as somebody sees it, who may be another than whoever looks.
pub(super) async fn drawn(cx: &Cx, viewer: &Viewer, id: PersonId, faults: Faults) -> Outcome<Page> {
    let (db, today) = (cx.db(), cx.today());
    let seen = viewer.person != cx.viewer().person;
    let me = viewer.person == id;
    let reach = if me { Some(Reach::Network) } else { viewer.reach::<ReadPeople>() };
    let reach = reach.ok_or(Failure::NotFound)?;
    let person = people::by_id(&db, &reach, today, id).await?.ok_or(Failure::NotFound)?;
    let here = person.left_day.is_none_or(|left| left >= today);
    let mut may = May {
        see_file: me || reaches::<ReadFiles>(cx, viewer, id).await?,
        edit: viewer.may::<EditPeople>(),
        assign: !me && here && reaches::<Assign>(cx, viewer, id).await?,
        assign_elsewhere: false,
        invite: here && reaches::<Invite>(cx, viewer, id).await?,
        give_roles: !me && here && viewer.may::<EditGrants>(),
    };
    if seen {
        // Looking does nothing in somebody else's place.
        may = May { see_file: may.see_file, ..May::default() };
    }
    let held = assignments::of_person(&db, id).await?;
    let (coming, begun): (Vec<Held>, Vec<Held>) = held.into_iter().partition(|held| held.from_day > today);
    let (present, past): (Vec<Held>, Vec<Held>) =
        begun.into_iter().partition(|held| held.to_day.is_none_or(|to| to >= today));
    let mut endable = Vec::new();
    if let Some(reach) = viewer.reach::<Assign>().filter(|_| !seen) {
        for one in present.iter().chain(&coming) {
            if units::by_id(&db, &reach, today, one.unit_id).await?.is_some() {
                endable.push(one.id);
            }
        }
        let there = present.iter().map(|held| held.unit_id).collect();
        may.assign_elsewhere = may.assign && choosing::any_unit_besides(cx, &reach, there).await?;
    }
    let roles = match me || viewer.may::<ReadGrants>() {
        true => {
            let holds = |grant: &RoleGrant| Period { from: grant.from_day, to: grant.to_day }.holds(today);
            Some(grants::of_person(&db, id).await?.into_iter().filter(holds).collect())
        }
        false => None,
    };
    let trade =
        super::trades(cx).await?.into_iter().find(|(code, _)| Some(code) == person.trade_code.as_ref());
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        trade: trade.map(|(_, name)| name),
        today,
        present,
        coming: if may.see_file || may.assign { coming } else { Vec::new() },
        past: if may.see_file { past } else { Vec::new() },
        endable,
        memberships: regions::memberships_of(&db, id).await?,
        roles,
        entry: if may.invite { Some(entry(cx, &person).await?) } else { None },
        me,
        seen,
        may,
        faults,
        person,
    };
    if seen {
        let back = cx.w.t("person-seen-back");
        return cx.page(cx.shell(cx.w.t("person-seen-title")).back("/privacy/me", back), &show);
    }
    let shell = cx.shell(show.person.name());
    let shell =
        if viewer.may::<ReadPeople>() { shell.back("/people", cx.w.t("people-title")) } else { shell };
    cx.page(shell, &show)
}

async fn entry(cx: &Cx, person: &Person) -> relais_store::Result<Entry> {
    let account = match places::account_of(&cx.db(), person.id).await? {
        Some(account) => accounts::by_id(cx.site().db(), account).await?,
        None => None,
    };
    Ok(match account {
        Some(account) if account.disabled_at.is_some() => Entry::Closed,
        Some(account) if account.has_password => Entry::Open,
        _ if links::is_invited(&cx.db(), person.id).await? => Entry::Invited,
        _ if person.email.is_none() => Entry::NoAddress,
        Some(_) => Entry::Invited,
        None => Entry::NotInvited,
    })
}

impl Show<'_> {
    fn at(&self, end: &str) -> String {
        format!("/people/{}/{end}", self.person.id)
    }

    fn lead(&self) -> Option<String> {
        let main = self.present.iter().find(|held| held.main).or(self.present.first())?;
        Some(self.place(main))
    }

    /// `Conseiller · Évry`.
    fn place(&self, held: &Held) -> String {
        format!("{} · {}", function_name(self.w, held.function), held.unit_name)
    }

    fn days(&self, from: &Day, to: &Option<Day>) -> String {
        days_said(self.w, *from, *to, self.today)
    }

    fn note(&self, held: &Held) -> Option<String> {
        match held.kind {
            AssignmentKind::Replacement => Some(self.w.t("assignment-kind-replacement").to_string()),
            AssignmentKind::Regular if held.main => Some(self.w.t("assignment-main").to_string()),
            AssignmentKind::Regular => None,
        }
    }

    fn may_end(&self, held: &Held) -> bool {
        self.endable.contains(&held.id)
    }

    /// Somebody's function changes where their main unit is within reach.
    fn may_change_function(&self, held: &Held) -> bool {
        self.may.assign && held.main && held.from_day <= self.today && self.may_end(held)
    }

    /// Nowhere today, nowhere to come.
    fn is_nowhere(&self) -> bool {
        self.present.is_empty() && self.coming.is_empty()
    }

    fn left(&self) -> bool {
        self.person.left_day.is_some_and(|left| left < self.today)
    }

    fn facts(&self) -> Facts {
        let (w, person) = (self.w, &self.person);
        let facts = Facts::new().maybe(w.t("trade"), self.trade.as_ref());
        if !self.may.see_file {
            return facts;
        }
        facts
            .maybe(w.t("person-staff-number"), person.staff_number.as_ref())
            .maybe(w.t("person-email"), person.email.as_ref())
            .maybe(w.t("person-phone"), person.phone.as_ref())
            .maybe(w.t("person-joined-day"), person.joined_day.map(|day| w.day(&day)))
            .maybe(w.t("person-left-day"), person.left_day.map(|day| w.day(&day)))
    }

    fn has_facts(&self) -> bool {
        !self.facts().is_empty()
    }

    /// Teams of today and of later; those of the past are part of the story.
    fn teams(&self) -> impl Iterator<Item = &Membership> {
        let today = self.today;
        self.memberships.iter().filter(move |one| one.to_day.is_none_or(|to| to >= today))
    }

    fn in_team(&self, one: &Membership) -> String {
        self.w.t(&name_key("member-function", one.function.code())).to_string()
    }

    fn story(&self) -> StoryLine {
        let mut entries: Vec<(Day, StoryEntry)> = self
            .past
            .iter()
            .map(|held| {
                let when = self.days(&held.from_day, &held.to_day);
                (held.from_day, StoryEntry::new(Face::role("store"), when, self.place(held)))
            })
            .collect();
        if self.may.see_file {
            let today = self.today;
            let over = self.memberships.iter().filter(|one| one.to_day.is_some_and(|to| to < today));
            entries.extend(over.map(|one| {
                let what = format!("{} · {}", self.in_team(one), one.region_name);
                let when = self.days(&one.from_day, &one.to_day);
                (one.from_day, StoryEntry::new(Face::role("map"), when, what))
            }));
        }
        entries.sort_by_key(|(from, _)| std::cmp::Reverse(*from));
        entries.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Taking an invitation back, or an access.
    fn taking_back(&self) -> Option<ConfirmDialog> {
        let [what, question, explained] = match self.entry? {
            Entry::Invited => {
                ["invitation-withdraw", "invitation-withdraw-question", "invitation-withdraw-what"]
            }
            Entry::Open | Entry::Closed => ["access-cut", "access-cut-question", "access-cut-what"],
            Entry::NoAddress | Entry::NotInvited => return None,
        };
        let (w, at) = (self.w, self.at("access/end"));
        let question = w.t(question).with("name", self.person.name());
        let dialog = ConfirmDialog::new(w, w.t(what), question, at, w.t(what), &self.csrf);
        (self.may.edit && !self.me).then(|| dialog.explained(w.t(explained)))
    }

    fn has_story(&self) -> bool {
        !self.past.is_empty()
            || (self.may.see_file
                && self.memberships.iter().any(|one| one.to_day.is_some_and(|to| to < self.today)))
    }

    /// `Responsable d’unité · Évry`.
    fn role(&self, grant: &RoleGrant) -> String {
        let place = grant.unit_name.as_ref().or(grant.region_name.as_ref());
        let place = place.cloned().unwrap_or_else(|| self.w.t("scope-network").to_string());
        format!("{} · {place}", self.w.t(&role_key(grant.role)))
    }
}

pub(crate) fn person_sample(given: &str, family: &str) -> Person {
    Person {
        id: relais_kernel::Clock::system().id(),
        staff_number: Some("004217".into()),
        given_name: given.into(),
        family_name: family.into(),
        email: Some("ines.marchal@clairlien.example".into()),
        phone: None,
        trade_code: Some("sales".into()),
        locale: relais_kernel::Locale::Fr,
        joined_day: Some(super::sample_day().plus(-900)),
        left_day: None,
        version: 1,
    }
}

pub(super) fn held_sample(unit: &str, from: i32, to: Option<i32>, main: bool) -> Held {
    let (clock, today) = (relais_kernel::Clock::system(), super::sample_day());
    Held {
        id: clock.id(),
        unit_id: clock.id(),
        unit_name: unit.into(),
        unit_code: "EVR".into(),
        function: assignments::Function::Adviser,
        employer_id: clock.id(),
        employer_name: "Clairlien".into(),
        kind: if main { AssignmentKind::Regular } else { AssignmentKind::Replacement },
        main,
        from_day: today.plus(from),
        to_day: to.map(|to| today.plus(to)),
        version: 1,
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let clock = relais_kernel::Clock::system();
    let all = May {
        see_file: true,
        edit: true,
        assign: true,
        assign_elsewhere: true,
        invite: true,
        give_roles: true,
    };
    let show = |person: Person, may: May, entry| Show {
        w,
        csrf: String::new(),
        person,
        trade: Some("Commerciale".into()),
        today: super::sample_day(),
        present: vec![held_sample("Évry", -400, None, true)],
        coming: vec![],
        past: vec![],
        endable: vec![],
        memberships: vec![],
        roles: None,
        entry,
        me: false,
        seen: false,
        may,
        faults: Faults::none(),
    };
    let mut full = show(person_sample("Inès", "Marchal"), all, Some(Entry::Invited));
    full.present.push(held_sample("Corbeil", 0, Some(1), false));
    full.coming = vec![held_sample("Massy", 12, None, true)];
    full.past = vec![held_sample("Vitry", -900, Some(-401), true)];
    full.endable = full.present.iter().map(|held| held.id).collect();
    full.memberships = vec![Membership {
        id: clock.id(),
        region_id: clock.id(),
        region_name: "Île-de-France Sud".into(),
        function: regions::MemberFunction::Coach,
        from_day: super::sample_day(),
        to_day: None,
    }];
    full.roles = Some(vec![RoleGrant {
        id: clock.id(),
        person_id: full.person.id,
        role: relais_kernel::Role::Coach,
        scope_code: grants::ScopeCode::Region,
        region_id: Some(clock.id()),
        region_name: Some("Île-de-France Sud".into()),
        unit_id: None,
        unit_name: None,
        from_day: super::sample_day(),
        to_day: None,
        assignment_id: None,
        membership_id: Some(clock.id()),
        granted_by: None,
    }]);
    let mut newcomer = show(
        person_sample("Anne-Charlotte-Bérengère", "de La Rochefoucauld-Montmorency"),
        all,
        Some(Entry::NoAddress),
    );
    newcomer.present.clear();
    newcomer.faults = relais_words::Fault::on("email", "invite-needs-address").into();
    vec![
        Sample::of("people/show", &full),
        Sample::of("people/show colleague", &show(person_sample("Inès", "Marchal"), May::default(), None)),
        Sample::of("people/show newcomer refused", &newcomer),
    ]
}

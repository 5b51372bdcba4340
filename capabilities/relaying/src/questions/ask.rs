//! Asking: what it is about, and what happens. Who is there is told before it is sent (EXP-03).

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Response},
};
use jiff::tz::TimeZone;
use relais_baton::{Hours, actor, hours_of, hours_of_team};
use relais_directory::calendars;
use relais_kernel::{Instant, fold};
use relais_store::InOrg;
use relais_web::{
    Can, Cx, Go, Outcome, Page, PostedWithPhoto, Sample,
    components::{Button, Choices, EmptyState, Field, LinkButton, Notice, PhotoField, Queue},
};
use relais_words::{Fault, Faults, Words};
use uuid::Uuid;

use super::{
    checks::{AskInput, LONGEST, LONGEST_DEVICE},
    judge, store,
};
use crate::{
    AskQuestion,
    cases::{self, promise, show::promises},
    groups::{
        scope,
        store::{self as groups, Theme},
        there::{self, There},
    },
    knowledge::similar::{self, ENOUGH, Similar},
    photos::kept,
    redacting,
    references::{self, checks::Format},
};

/// A group, what it can be asked about, and who answers when.
#[derive(Clone, Debug)]
struct Asked {
    name: String,
    themes: Vec<Theme>,
    there: There,
    /// When it will have answered what is asked now.
    due: Instant,
}

#[derive(Template)]
#[template(path = "questions/ask.html")]
struct Ask<'a> {
    w: &'a Words,
    csrf: String,
    /// Under whom alone it leaves, also when it waited for a network.
    author: String,
    seal: Option<String>,
    form: AskInput,
    faults: Faults,
    groups: Vec<Asked>,
    minutes: i64,
    soon: Vec<(promise::Soon, Instant)>,
    /// The one that was chosen, or typed as another hour.
    promised: Option<Instant>,
    now: Instant,
    zone: TimeZone,
    /// No group answers for where they work: those of others are shown.
    elsewhere: bool,
    /// How the organisation writes references.
    format: Format,
    /// By whose clock a promise is read.
    local: TimeZone,
    /// Nobody of the group that was chosen said that they answer in time: which one it is.
    alone: Option<usize>,
    /// What may answer it already.
    similar: Similar,
}

/// Another tool opens it prefilled (OPS-08): with a theme by its name or its id, words, and the customer's reference. A name
/// or a number in an address would stand in logs and histories: they are not taken from there.
pub(crate) async fn page(cx: Cx, _: Can<AskQuestion>, Query(mut form): Query<AskInput>) -> Outcome {
    let wanted = fold(&form.theme);
    let themes = groups::themes(&cx.db()).await?;
    if let Some(named) = themes.iter().find(|theme| fold(&theme.name) == wanted) {
        form.theme = named.id.to_string();
    }
    if let Some((id, theme, text)) = earlier(&cx, &form.again).await? {
        let (again, theme) = (id.to_string(), theme.to_string());
        let form = AskInput { theme, text, again, ..AskInput::default() };
        return shown(&cx, form, Faults::none(), None).await;
    }
    let AskInput { theme, text, device, reference, promised, .. } = form;
    let form = AskInput { theme, text, device, reference, promised, ..AskInput::default() };
    shown(&cx, form, Faults::none(), None).await
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<AskQuestion>,
    PostedWithPhoto { mut form, photo, too_large }: PostedWithPhoto<AskInput>,
) -> Outcome<Response> {
    form.had_photo = photo.is_some();
    if !form.look.is_empty() {
        return Ok(shown(&cx, form, Faults::none(), None).await?.into_response());
    }
    let picture = match relais_files::attached(photo, too_large).await {
        Ok(picture) => picture,
        Err(unfit) => {
            let fault = unfit.fault();
            return Ok(shown(&cx, form, fault.into(), None).await?.refused().into_response());
        }
    };
    if let Some(left) = redacting::of(&cx.w, &form.text) {
        // A number given for a call goes where it is sealed, once its owner agrees.
        if form.phone.trim().is_empty() {
            form.phone = left.phone.unwrap_or_default();
        }
        form.text = left.text;
        let fault = Fault::on("text", "redacted-read-again");
        return Ok(shown(&cx, form, fault.into(), None).await?.refused().into_response());
    }
    if let Some(fault) = redacting::field(&cx.w, &mut form.device, "device") {
        return Ok(shown(&cx, form, fault.into(), None).await?.refused().into_response());
    }
    let asking = match form.check() {
        Ok(asking) => asking,
        Err(faults) => return Ok(shown(&cx, form, faults, None).await?.refused().into_response()),
    };
    let format = match cases::checks::is_for_somebody(&form) {
        true => references::store::format(&cx.db()).await?,
        false => Format::default(),
    };
    let customer = match cases::checks::customer(&form, &format) {
        Ok(customer) => customer,
        Err(faults) => return Ok(shown(&cx, form, faults, None).await?.refused().into_response()),
    };
    let (person, today, now) = (cx.viewer().person, cx.today(), cx.now());
    let key = form.key.parse().ok();
    let earlier = earlier(&cx, &form.again).await?.map(|(id, _, _)| id);
    let db = cx.db();
    if let Some(known) = store::asked_by_form(&db, key).await? {
        return Ok(Go::to(place(&db, known).await?).saying("question-asked").answer());
    }
    // All that is only read is read before: others write meanwhile.
    let themes = groups::themes(&db).await?;
    let Some(theme) = themes.iter().find(|theme| theme.id.to_string() == form.theme) else {
        let fault = Fault::on("theme", "question-no-theme");
        return Ok(shown(&cx, form, fault.into(), None).await?.refused().into_response());
    };
    let unit = store::unit_of(&db, person, today).await?;
    let own = hours_of(&db, unit, today).await?;
    let written = hours_of_team(&db, theme.team_id).await?;
    let hours = written.as_ref().unwrap_or(&own);
    let work = store::work(&db).await?;
    let due = store::due(hours, now, work);
    let promised = match &customer {
        None => None,
        Some(_) => {
            let offered = promise::offered(&own, now);
            match promise::chosen((&form.promised, &form.day, &form.at), &offered, &own, now) {
                Ok(promised) => Some(promised),
                Err(fault) => {
                    return Ok(shown(&cx, form, fault.into(), None).await?.refused().into_response());
                }
            }
        }
    };
    // A customer is answered before what they are promised, a colleague within the group's own time.
    let answers = there(&cx, theme, written.as_ref()).await?.before(promised.unwrap_or(due));
    if !answers && form.anyway.is_empty() {
        let group = theme.group_id;
        return Ok(shown(&cx, form, Faults::none(), Some(group)).await?.refused().into_response());
    }
    let tx = db.begin().await?;
    if let Some(known) = store::asked_before(&tx, key, person).await? {
        let to = place(&tx, known).await?;
        tx.rollback().await?;
        return Ok(Go::to(to).saying("question-asked").answer());
    }
    let case = match (&customer, promised) {
        (Some(customer), Some(promised)) => {
            let locale = cx.w.locale();
            let opening = cases::store::Opening {
                customer,
                text: &asking.text,
                adviser: person,
                unit,
                promised,
                locale,
                today,
            };
            Some(cases::store::open(&tx, &opening, &own).await?)
        }
        _ => None,
    };
    let parent = case.map(|(_, promise)| promise);
    let asked = store::ask(&tx, (theme, &asking), (person, parent), (unit, today, key), (hours, work)).await;
    let id = match asked {
        // The group closed at this very moment.
        Err(error) if error.violation() == Some("a_group_that_answers_is_asked") => {
            tx.rollback().await?;
            let fault = Fault::on("theme", "question-no-theme");
            return Ok(shown(&cx, form, fault.into(), None).await?.refused().into_response());
        }
        asked => asked?,
    };
    if let Some(earlier) = earlier {
        judge::goes_on(&tx, id, earlier).await?;
    }
    if let Some(picture) = kept(&tx, picture.as_ref(), today).await? {
        store::picture(&tx, id, picture).await?;
    }
    if let Some((case, _)) = case {
        cases::store::link(&tx, case, id).await?;
    }
    tx.commit().await?;
    Ok(Go::to(address(id, case.map(|(case, _)| case))).saying("question-asked").answer())
}

/// Where whoever asked goes on: to the customer who waits, if there is one.
fn address(question: Uuid, case: Option<Uuid>) -> String {
    case.map_or_else(|| format!("/questions/{question}"), |case| format!("/cases/{case}"))
}

/// The same of a question that was asked before.
async fn place(on: &impl InOrg, question: Uuid) -> relais_store::Result<String> {
    Ok(address(question, cases::reading::of_question(on, question).await?))
}

/// Who of a theme's group answers, by the hours that it wrote or the organisation's working days.
async fn there(cx: &Cx, theme: &Theme, written: Option<&Hours>) -> relais_store::Result<There> {
    let usual = || calendars::working_days(cx.organisation().zone.clone());
    let hours = written.cloned().unwrap_or_else(usual);
    there::within(&cx.db(), theme.team_id, &hours, (cx.now(), cx.today())).await
}

/// The question that whoever asks goes on from, when it is theirs: its id, theme and words.
async fn earlier(cx: &Cx, again: &str) -> Outcome<Option<(Uuid, Uuid, String)>> {
    let Ok(id) = again.parse::<Uuid>() else { return Ok(None) };
    let (db, person) = (cx.db(), cx.viewer().person);
    let me = actor(&db, person, cx.today()).await?;
    let Some((question, promise)) = store::read(&db, id, &me).await? else { return Ok(None) };
    if !promise.awaited_by(person) {
        return Ok(None);
    }
    Ok(store::theme_of(&db, id).await?.map(|theme| (id, theme, question.text)))
}

async fn shown(cx: &Cx, mut form: AskInput, faults: Faults, alone: Option<Uuid>) -> Outcome<Page> {
    let (db, now, today) = (cx.db(), cx.now(), cx.today());
    if form.key.parse::<Uuid>().is_err() {
        form.key = db.clock().id::<Uuid>().to_string();
    }
    let unit = store::unit_of(&db, cx.viewer().person, today).await?;
    let own = hours_of(&db, unit, today).await?;
    let work = store::work(&db).await?;
    let (near, elsewhere) = scope::near(&db, unit, &form.theme).await?;
    let mut all: Vec<Asked> = Vec::new();
    let mut which = None;
    for theme in near {
        if let Some(known) = all.last_mut().filter(|asked| asked.themes[0].group_id == theme.group_id) {
            known.themes.push(theme);
            continue;
        }
        if alone == Some(theme.group_id) {
            which = Some(all.len());
        }
        let written = hours_of_team(&db, theme.team_id).await?;
        let due = store::due(written.as_ref().unwrap_or(&own), now, work);
        let there = there(cx, &theme, written.as_ref()).await?;
        all.push(Asked { name: theme.group_name.clone(), themes: vec![theme], there, due });
    }
    let soon = promise::offered(&own, now);
    let promised = promise::chosen((&form.promised, &form.day, &form.at), &soon, &own, now).ok();
    let shell = cx.shell(cx.w.t("question-ask")).back("/questions", cx.w.t("questions-title"));
    let (zone, local) = (cx.organisation().zone.clone(), own.zone().clone());
    let (w, csrf, author, seal) = (&cx.w, cx.csrf(), cx.author().to_string(), cx.seal());
    let similar = similar::similar(cx, &form.text).await?;
    cx.page(
        shell,
        &Ask {
            w,
            csrf,
            author,
            seal,
            form,
            faults,
            groups: all,
            elsewhere,
            minutes: work / 60,
            soon,
            promised,
            now,
            zone,
            format: references::store::format(&db).await?,
            local,
            alone: which,
            similar,
        },
    )
}

impl Ask<'_> {
    fn choices(&self) -> Vec<Choices> {
        let many = self.groups.len() > 1;
        let of = |(place, asked): (usize, &Asked)| {
            let legend = if many { asked.name.clone() } else { self.w.t("question-theme").to_string() };
            let hint = format!("{} · {}", asked.name, asked.there.words(self.w, &self.now, &self.zone));
            let hint = if many { asked.there.words(self.w, &self.now, &self.zone).to_string() } else { hint };
            let empty = Choices::one(self.w, "theme", legend).across().required().untold().hint(hint);
            let empty = if place == 0 {
                empty.error(self.faults.on("theme", self.w))
            } else {
                empty.id(format!("theme-of-{place}"))
            };
            let all = asked.themes.iter().fold(empty, |choices, theme| choices.choice(theme.id, &theme.name));
            if self.form.theme.is_empty() { all } else { all.chosen(&self.form.theme) }
        };
        self.groups.iter().enumerate().map(of).collect()
    }

    /// When the customer hears: the soonest that can be kept, unless another one is chosen.
    fn promises(&self) -> Choices {
        let first = self.soon.first().map_or("other", |(soon, _)| soon.code());
        let chosen = if self.form.promised.is_empty() { first } else { &self.form.promised };
        promises(self.w, &self.soon, chosen, (self.now, &self.zone)).error(self.faults.on("promised", self.w))
    }

    fn reference(&self) -> Field {
        let field = Field::text(self.w, "reference", self.w.t("case-reference"))
            .value(&self.form.reference)
            .error(self.faults.on("reference", self.w))
            .untold()
            .autocomplete("off")
            .max_length(40);
        match self.format.example() {
            example if example.is_empty() => field,
            example => field.hint(self.w.t("reference-like").with("example", example)),
        }
    }

    /// The moments that can be promised, as day and time: what waited for a network promises what was chosen, not an hour
    /// from whenever it arrives (EXP-03).
    fn moments(&self) -> Vec<(&'static str, String, String)> {
        let moment = |(soon, at): &(promise::Soon, Instant)| {
            let local = at.timestamp().to_zoned(self.local.clone());
            (soon.code(), local.date().to_string(), local.strftime("%H:%M").to_string())
        };
        self.soon.iter().map(moment).collect()
    }

    fn photo(&self) -> PhotoField {
        PhotoField::new(self.w, self.w.t("question-photo"), relais_files::Limits::USUAL.bytes)
            .hint(self.w.t("question-photo-hint"))
            .error(self.faults.on("photo", self.w))
            .again(self.form.had_photo)
    }

    fn agreed(&self) -> Choices {
        let all = Choices::many(self.w, "agreed", self.w.t("case-agreed")).untold();
        let all = all.choice("1", self.w.t("case-agreed-yes")).error(self.faults.on("agreed", self.w));
        if self.form.agreed.is_empty() { all } else { all.chosen("1") }
    }

    fn other_is_open(&self) -> bool {
        self.form.promised == "other"
            || ["day", "at"].iter().any(|field| self.faults.on(field, self.w).is_some())
    }

    /// Before when an answer helps: what the customer is promised, or the group's own time.
    fn until(&self, asked: &Asked) -> Instant {
        let waits = matches!(cases::checks::customer(&self.form, &self.format), Ok(Some(_)));
        self.promised.filter(|_| waits).unwrap_or(asked.due)
    }

    /// Nobody said that they answer in time: who does, and when.
    fn warning(&self) -> Option<Notice> {
        let asked = self.groups.get(self.alone?)?;
        let until = self.until(asked);
        let due = self.w.when(&until, &self.now, &self.zone);
        let alone = self.w.t("question-alone").with("group", asked.name.as_str()).with("until", due);
        let others = self.groups.iter().enumerate();
        let others = others.filter(|(place, other)| Some(*place) != self.alone && other.there.before(until));
        let others: Vec<&str> = others.map(|(_, other)| other.name.as_str()).collect();
        let mut more = match asked.there {
            There::From(at) => self
                .w
                .t("question-alone-from")
                .with("from", self.w.when(&at, &self.now, &self.zone))
                .to_string(),
            _ => self.w.t("question-alone-nobody").to_string(),
        };
        if !others.is_empty() {
            let told = self.w.t("question-alone-others").with("groups", others.join(", ")).to_string();
            more = format!("{more} {told}");
        }
        Some(Notice::soon(more).title(alone))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let at = Instant(1_795_267_200_000_000);
    let group = |name: &str, there| {
        let theme = |name: &str| Theme {
            id: relais_kernel::Clock::system().id(),
            name: name.into(),
            group_id: Uuid::nil(),
            group_name: "Experts 91-94".into(),
            team_id: relais_kernel::TeamId(Uuid::nil()),
        };
        let themes = ["Internet", "Mobile", "Facture", "Anticonstitutionnellement"].map(theme).to_vec();
        Asked { name: name.into(), themes, there, due: at }
    };
    let ask = |form: AskInput, groups, faults, alone| Ask {
        format: Format { pattern: "CL-9999-99".into(), link: String::new() },
        w,
        csrf: String::new(),
        author: String::new(),
        seal: Some("a2V5".into()),
        form,
        faults,
        groups,
        minutes: 30,
        promised: None,
        soon: vec![
            (promise::Soon::Hour, Instant(at.0 + 3_600_000_000)),
            (promise::Soon::NextDay, Instant(at.0 + 70_000_000_000)),
        ],
        now: Instant(at.0 - 3_600_000_000),
        zone: TimeZone::UTC,
        local: TimeZone::UTC,
        alone,
        elsewhere: alone.is_some(),
        similar: if alone.is_some() { similar::a_few(w) } else { similar::none(w) },
    };
    let wrong = AskInput::default();
    let faults = wrong.check().err().unwrap_or_default();
    let one = || vec![group("Experts 91-94", There::Now(2))];
    let two = || vec![group("Experts 91-94", There::Nobody), group("Facture et contrats", There::Now(1))];
    let typed = AskInput { text: "Le voyant clignote orange.".into(), ..AskInput::default() };
    let premium = AskInput { given_name: "www.gain.fr".into(), phone: "0899123456".into(), ..typed.clone() };
    let refused = cases::checks::customer(&premium, &Format::default()).err().unwrap_or_default();
    vec![
        Sample::of("questions/ask", &ask(AskInput::default(), one(), Faults::none(), None)),
        Sample::of("questions/ask refused", &ask(wrong, two(), faults, None)),
        Sample::of("questions/ask nobody answers", &ask(typed, two(), Faults::none(), Some(0))),
        Sample::of("questions/ask customer refused", &ask(premium, one(), refused, None)),
        Sample::of("questions/ask nobody to ask", &ask(AskInput::default(), vec![], Faults::none(), None)),
    ]
}

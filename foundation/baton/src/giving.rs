//! A baton begins: somebody promises something to somebody, by a time.

use relais_kernel::{BatonId, BatonKind, Instant, PersonId, UnitId, WaiterId, WordsId};
use relais_store::{InOrg as _, Insert, OrgTx, Result, Together, insert};
use uuid::Uuid;

use crate::{
    batons::{Baton, Holder, Waiter, Waiting},
    calling,
    clocks::{Hours, Target},
    history::{First, Happening, kept},
    ladder,
    ringing::ring_for,
};

/// What is promised, by when.
#[derive(Clone, Copy, Debug)]
pub struct Promise {
    /// The moment promised to whoever waits. Nothing moves it.
    pub at: Instant,
    /// When they hear next, if that is sooner.
    pub hears_next_at: Option<Instant>,
    /// Opening hours that the work should take, in seconds; none when only the promise counts.
    pub work: Option<i64>,
}

/// What completes the title of its kind: typed words, which can be erased.
pub type Title<'a> = &'a str;

/// A baton about to begin.
#[derive(Clone, Debug)]
pub struct Gift<'a> {
    /// Its kind.
    pub kind: &'static BatonKind,
    /// What it is about.
    pub subject: Uuid,
    /// The baton that it serves.
    pub parent: Option<BatonId>,
    /// The unit that it is about.
    pub unit: Option<UnitId>,
    /// What it is about, in words.
    pub title: Title<'a>,
    /// Who holds it first: whoever promises, or a team on duty.
    pub holder: Holder,
    /// Who waits. Somebody always does.
    pub waits: Vec<Waiting>,
    /// By when.
    pub promise: Promise,
    /// Who began it; none for the machine, and for somebody who gave no name.
    pub by: Option<PersonId>,
}

/// Writes a new baton. It has a holder from its first moment.
pub async fn give(tx: &OrgTx, gift: &Gift<'_>, hours: &Hours) -> Result<Baton> {
    let (clock, now) = (tx.clock(), tx.clock().now());
    let id: BatonId = clock.id();
    let title: Option<WordsId> = (!gift.title.is_empty()).then(|| clock.id());
    let target = gift.promise.work.map(|seconds| Target::begin(seconds, now, hours));
    let mut baton = Baton {
        id,
        kind: gift.kind.code.to_owned(),
        subject: gift.subject,
        parent: gift.parent,
        side: gift.kind.side,
        unit: gift.unit,
        team: gift.holder.team(),
        title,
        holder: Some(gift.holder),
        end: None,
        promised_at: gift.promise.at,
        hears_next_at: gift.promise.hears_next_at,
        hears_first_at: gift.promise.hears_next_at,
        target,
        step: 0,
        step_at: None,
        created_at: now,
        seq: 0,
        head: Vec::new(),
        offers: Vec::new(),
        waiters: Vec::new(),
    };
    baton.step_at = ladder::next_look(&baton, gift.kind, hours, now);
    let detail = gift.holder.team().map_or_else(String::new, |team| format!("team:{team}"));
    let given = Happening { by: gift.by, code: "given", detail: &detail, words: "", at: now };
    let first = First::of(tx.org(), &mut baton, &given);
    let mut rows = Together::default();
    rows.add(row(tx, &baton));
    if let Some(title) = title {
        rows.add(kept(tx, id, title, gift.title).0);
    }
    for who in &gift.waits {
        let (waiter, row) = waiting(tx, id, *who);
        baton.waiters.push(waiter);
        rows.add(row);
    }
    first.write(tx.org(), id, &mut rows);
    if let Some(call) = calling::given(&baton, gift.holder, gift.by) {
        rows.add(calling::emission(tx, vec![call])?);
    }
    rows.run(tx).await?;
    ring_for(tx, &baton)?;
    Ok(baton)
}

fn row(tx: &OrgTx, baton: &Baton) -> Insert {
    let (person, team) = Holder::columns(baton.holder);
    let target = baton.target;
    insert(
        "baton",
        &[
            "org_id",
            "id",
            "kind",
            "subject_id",
            "parent_id",
            "side",
            "unit_id",
            "team_id",
            "holder_person_id",
            "holder_team_id",
            "state",
            "promised_at",
            "hears_next_at",
            "hears_first_at",
            "target_seconds",
            "left_seconds",
            "running_since",
            "target_at",
            "step",
            "step_at",
            "created_at",
            "words_id",
            "seq",
            "head",
        ],
    )
    .row([
        tx.org().into(),
        baton.id.into(),
        baton.kind.clone().into(),
        baton.subject.into(),
        baton.parent.into(),
        baton.side.into(),
        baton.unit.into(),
        baton.team.into(),
        person.into(),
        team.into(),
        "held".into(),
        baton.promised_at.into(),
        baton.hears_next_at.into(),
        baton.hears_first_at.into(),
        target.map(|t| t.seconds).into(),
        target.map(|t| t.left).into(),
        target.and_then(|t| t.running_since).into(),
        target.and_then(|t| t.due_at).into(),
        i32::try_from(baton.step).unwrap_or(0).into(),
        baton.step_at.into(),
        baton.created_at.into(),
        baton.title.into(),
        baton.seq.into(),
        baton.head.clone().into(),
    ])
}

/// Writes somebody who waits.
pub(crate) async fn wait(tx: &OrgTx, baton: BatonId, who: Waiting) -> Result<Waiter> {
    let (waiter, row) = waiting(tx, baton, who);
    row.run(tx).await?;
    Ok(waiter)
}

fn waiting(tx: &OrgTx, baton: BatonId, who: Waiting) -> (Waiter, Insert) {
    let id = tx.clock().id::<WaiterId>();
    let row = insert("baton_waiter", &["org_id", "id", "baton_id", "kind", "person_id", "ref_id"]);
    let row = row.row([
        tx.org().into(),
        id.into(),
        baton.into(),
        who.kind.into(),
        who.person.into(),
        who.id.into(),
    ]);
    (Waiter { id, who, attempts: 0, told: None }, row)
}

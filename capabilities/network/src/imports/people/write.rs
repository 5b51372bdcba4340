//! Writing the planned lines of a file of people.

use relais_directory::{
    Change,
    assignments::{self, AssignmentFacts},
    employers::{self, EmployerFacts},
    people::{self, PersonFacts},
};
use relais_kernel::{Day, ImportId, PersonId};
use relais_store::{InOrg as _, OrgTx, Result, sql};
use relais_words::Fault;

use super::{Judge, Plan, known::Known, place::Placing, plan::Leaving};
use crate::imports::{
    apply::Trouble,
    changes::{self, Noun, Touched},
};

impl Judge<'_> {
    pub(super) async fn written(
        &mut self,
        tx: &OrgTx,
        import: ImportId,
        mut plans: Vec<Plan>,
        by: Option<PersonId>,
    ) -> Result<(), Trouble> {
        let mut created = Vec::new();
        for plan in &mut plans {
            self.real_employer(tx, plan, &mut created).await?;
        }
        let mut touched = touched(&plans);
        let before = changes::remember(tx, &touched).await?;
        for plan in &plans {
            for release in &plan.releases {
                ruled(assignments::end(tx, release.assignment, release.last_day, by).await?)?;
            }
        }
        for plan in &plans {
            if let Some(known) = &plan.known {
                self.change(tx, plan, known, by).await?;
            }
        }
        let fresh: Vec<&Plan> = plans.iter().filter(|plan| plan.known.is_none()).collect();
        let facts: Vec<PersonFacts> = fresh.iter().map(|plan| plan.facts.clone()).collect();
        let mut places = Vec::new();
        if !facts.is_empty() {
            let ids = people::add_many(tx, &facts).await?;
            for (plan, id) in fresh.into_iter().zip(ids) {
                let label = plan.difference.label.clone();
                touched.push(Touched { noun: Noun::Person, id: id.0, line: plan.line, label });
                places
                    .extend(plan.placing.facts().map(|one| AssignmentFacts { person_id: id, ..one.clone() }));
            }
        }
        if !places.is_empty() {
            assignments::assign_many(tx, &places, by).await?;
        }
        created.append(&mut touched);
        changes::record(tx, import, &created, &before).await?;
        Ok(())
    }

    async fn change(
        &self,
        tx: &OrgTx,
        plan: &Plan,
        known: &Known,
        by: Option<PersonId>,
    ) -> Result<(), Trouble> {
        let id = known.person.id;
        let mut version = known.person.version;
        // First of all: a new first day may come after the last day that goes.
        if let Leaving::Later(day) = plan.leaving {
            stay(tx, id, day).await?;
            version += 1;
        }
        if let Change::Stale = people::change(tx, id, version, &plan.facts).await? {
            return Err(Trouble::Line(Fault::of_form("import-line-changed")));
        }
        match &plan.placing {
            Placing::Keep => {}
            Placing::Assign(facts) => {
                ruled(assignments::assign(tx, facts, by).await?)?;
            }
            Placing::Move(facts) => {
                ruled(assignments::move_main(tx, facts, by).await?)?;
            }
        }
        if let Leaving::On(day) = plan.leaving {
            ruled(people::leave(tx, id, day, self.today).await?)?;
        }
        Ok(())
    }

    /// Puts the employer behind a stand-in into a plan, written the first time that a good line names it.
    async fn real_employer(&mut self, tx: &OrgTx, plan: &mut Plan, written: &mut Vec<Touched>) -> Result<()> {
        let (Placing::Assign(facts) | Placing::Move(facts)) = &mut plan.placing else { return Ok(()) };
        let Some(real) = self.stand_ins.get(&facts.employer_id).copied() else { return Ok(()) };
        if real != facts.employer_id {
            facts.employer_id = real;
            return Ok(());
        }
        let Some(wanted) = self.employers.iter().find(|employer| employer.id == real) else { return Ok(()) };
        let new = EmployerFacts { name: wanted.name.clone(), kind: wanted.kind };
        let id = employers::add(tx, &new).await?;
        self.stand_ins.insert(facts.employer_id, id);
        facts.employer_id = id;
        written.push(Touched { noun: Noun::Employer, id: id.0, line: plan.line, label: new.name });
        Ok(())
    }
}

/// The people that plans will change: those who are released first, for they are given back last.
fn touched(plans: &[Plan]) -> Vec<Touched> {
    let mut touched: Vec<Touched> = Vec::new();
    let mut add = |id: PersonId, line, label: &str| {
        if !touched.iter().any(|one| one.id == id.0) {
            touched.push(Touched { noun: Noun::Person, id: id.0, line, label: label.to_owned() });
        }
    };
    for plan in plans {
        plan.releases.iter().for_each(|release| add(release.person, plan.line, &release.label));
    }
    for plan in plans {
        if let Some(known) = &plan.known {
            add(known.person.id, plan.line, &plan.difference.label);
        }
    }
    touched
}

/// Somebody who had left is back, or leaves later: the directory has no verb for it, as no form does it.
async fn stay(tx: &OrgTx, id: PersonId, until: Option<Day>) -> Result<()> {
    sql("update person set left_day = $1, version = version + 1 where org_id = $2 and id = $3")
        .bind(until)
        .bind(tx.org())
        .bind(id)
        .run_one("person", tx)
        .await
}

fn ruled<T>(result: Result<T, Fault>) -> Result<T, Trouble> {
    result.map_err(Trouble::Line)
}

//! Employers.

use relais_directory::{
    Change, Ruled,
    employers::{self, Employer, EmployerInput, EmployerKind},
};
use relais_store::{OrgDb, OrgTx, Result};
use relais_web::{
    Sample,
    components::{Html, Select},
};
use relais_words::{Fault, Faults, Words};

use super::{Form, Line, List};
use crate::{EditPeople, people::settings::kinds};

pub(crate) struct Employers;

impl List for Employers {
    type Item = Employer;
    type May = EditPeople;
    const NOUN: &'static str = "employer";
    const AT: (&'static str, &'static str, &'static str) =
        ("/settings/employers", "/settings/directory", "directory-settings");
    const ACTS: (&'static str, &'static str) = ("network.employers.edit", "network.employers.remove");
    const SAID: (&'static str, &'static str) = ("employer-saved", "employer-removed");

    async fn find(db: &OrgDb, key: &str) -> Result<Option<Employer>> {
        Ok(employers::list(db).await?.into_iter().find(|employer| employer.id.to_string() == key))
    }

    fn line(_: &Words, item: &Employer) -> Line {
        Line {
            key: item.id.to_string(),
            id: Some(item.id.0),
            name: item.name.clone(),
            second: item.kind.code().to_owned(),
            named_by_us: false,
            may_go: true,
        }
    }

    fn second(w: &Words, form: &Form, faults: &Faults) -> Option<Html> {
        let kind = Select::new(w, "second", w.t("employer-kind")).options(kinds(w)).value(&form.second);
        Some(Html::of(kind.error(faults.on("second", w)).required()))
    }

    async fn change(tx: &OrgTx, item: Employer, form: &Form) -> Result<Result<Change, Faults>> {
        let input = EmployerInput { name: form.name.clone(), kind: form.second.clone() };
        let facts = match input.check() {
            Ok(facts) => facts,
            Err(faults) => return Ok(Err(Faults(faults.0.into_iter().map(on_second).collect()))),
        };
        let Ok(kind) = form.was_second.parse::<EmployerKind>() else { return Ok(Ok(Change::Stale)) };
        let was = Employer { name: form.was_name.clone(), kind, ..item };
        Ok(employers::change(tx, &was, &facts).await?.map_err(|fault| on_second(fault).into()))
    }

    async fn remove(tx: &OrgTx, item: &Employer) -> Ruled {
        employers::remove(tx, item).await
    }

    fn refusal(rule: &str) -> Option<Fault> {
        employers::refusal(rule)
    }
}

fn on_second(fault: Fault) -> Fault {
    super::on_second(fault, "kind")
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let item = Employer {
        id: relais_kernel::Clock::system().id(),
        name: "Société d’exploitation des boutiques de Châteauneuf-du-Pape".into(),
        kind: EmployerKind::Franchise,
    };
    let of = |faults| super::drawn::<Employers>(w, String::new(), &item, None, faults);
    let last = Fault::on("second", "employer-last-own").into();
    vec![Sample::of("lists/employer", &of(Faults::none())), Sample::of("lists/employer refused", &of(last))]
}

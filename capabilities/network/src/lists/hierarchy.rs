//! Ways of arranging units. The main one gives authority and stays.

use relais_directory::{
    Change, Ruled,
    organisations::{self, Hierarchy, HierarchyInput},
};
use relais_store::{OrgDb, OrgTx, Result};
use relais_web::{
    Sample,
    components::{Field, Html},
};
use relais_words::{Fault, Faults, Words};

use super::{Form, Line, List};
use crate::{EditRegions, regions::hierarchy_name};

pub(crate) struct Hierarchies;

impl List for Hierarchies {
    type Item = Hierarchy;
    type May = EditRegions;
    const NOUN: &'static str = "hierarchy";
    const AT: (&'static str, &'static str, &'static str) = ("/hierarchies", "/hierarchies", "hierarchies");
    const ACTS: (&'static str, &'static str) = ("network.hierarchies.edit", "network.hierarchies.remove");
    const SAID: (&'static str, &'static str) = ("hierarchy-saved", "hierarchy-removed");

    async fn find(db: &OrgDb, key: &str) -> Result<Option<Hierarchy>> {
        Ok(organisations::hierarchies(db).await?.into_iter().find(|one| one.id.to_string() == key))
    }

    fn line(w: &Words, item: &Hierarchy) -> Line {
        Line {
            key: item.id.to_string(),
            id: Some(item.id.0),
            name: hierarchy_name(w, item),
            second: item.code.clone(),
            named_by_us: item.main,
            may_go: !item.main,
        }
    }

    fn second(w: &Words, form: &Form, faults: &Faults) -> Option<Html> {
        let code = Field::text(w, "second", w.t("region-code")).value(&form.second).max_length(40).short();
        Some(Html::of(code.error(faults.on("second", w)).required()))
    }

    async fn change(tx: &OrgTx, item: Hierarchy, form: &Form) -> Result<Result<Change, Faults>> {
        if item.main {
            return Ok(Err(Fault::of_form("hierarchy-main-stays").into()));
        }
        let input = HierarchyInput { code: form.second.clone(), name: form.name.clone() };
        let facts = match input.check() {
            Ok(facts) => facts,
            Err(faults) => return Ok(Err(Faults(faults.0.into_iter().map(on_second).collect()))),
        };
        let was = Hierarchy { name: form.was_name.clone(), code: form.was_second.clone(), ..item };
        organisations::change_hierarchy(tx, &was, &facts).await.map(Ok)
    }

    async fn remove(tx: &OrgTx, item: &Hierarchy) -> Ruled {
        organisations::remove_hierarchy(tx, item.id).await.map(Ok)
    }

    fn refusal(rule: &str) -> Option<Fault> {
        organisations::refusal(rule).map(on_second)
    }
}

fn on_second(fault: Fault) -> Fault {
    super::on_second(fault, "code")
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let of = |name: &str, main, faults| {
        super::drawn::<Hierarchies>(
            w,
            String::new(),
            &crate::regions::tree::hierarchy_sample(name, main),
            None,
            faults,
        )
    };
    let taken = Fault::on("second", "hierarchy-code-taken").into();
    vec![
        Sample::of("lists/hierarchy", &of("Zones de travaux", false, taken)),
        Sample::of("lists/hierarchy main", &of("Réseau", true, Faults::none())),
    ]
}

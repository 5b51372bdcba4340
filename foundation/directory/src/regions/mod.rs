//! Regions and directions: the support structure of units, with members of its own (NET-06). Types and rules.

use relais_kernel::{HierarchyId, RegionId, fold};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::units::filled;

mod figures;
mod members;
mod store;

pub use figures::{Figures, Wide, figures, figures_of_tree};
pub(crate) use members::end_all;
pub use members::{
    Member, MemberFacts, MemberFunction, MemberInput, Membership, add_member, end_member, members,
    memberships_of,
};
pub use store::{above, add, below, by_code, by_id, change, of_hierarchy, scope, tree};

/// A region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Region {
    /// Its id.
    pub id: RegionId,
    /// The hierarchy it stands in, for good.
    pub hierarchy_id: HierarchyId,
    /// The region above; none at the top.
    pub parent_id: Option<RegionId>,
    /// The organisation's own code for it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Grows with each change.
    pub version: i64,
}

/// What somebody typed about a region, in a form or a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RegionInput {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// The region above, by id or code; empty at the top.
    pub parent: String,
}

/// A region as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionFacts {
    /// The hierarchy.
    pub hierarchy_id: HierarchyId,
    /// The region above.
    pub parent_id: Option<RegionId>,
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

impl RegionInput {
    /// What is there to edit of an existing region.
    pub fn of(region: &Region) -> Self {
        Self {
            code: region.code.clone(),
            name: region.name.clone(),
            parent: region.parent_id.map(|id| id.to_string()).unwrap_or_default(),
        }
    }

    /// The region it describes, or all that is wrong with it. `known` holds the hierarchy's regions; `changed` is the
    /// region that is being changed.
    pub fn check(
        &self,
        hierarchy: HierarchyId,
        known: &[Region],
        changed: Option<RegionId>,
    ) -> Result<RegionFacts, Faults> {
        let mut faults = Faults::none();
        let code = faults.take(filled("code", &self.code, 40));
        let name = faults.take(filled("name", &self.name, 120));
        let of_hierarchy = || known.iter().filter(|region| region.hierarchy_id == hierarchy);
        if let Some(code) = &code
            && of_hierarchy().any(|region| region.code == *code && Some(region.id) != changed)
        {
            faults.add(Fault::on("code", "region-code-taken").with("code", code));
        }
        let typed = self.parent.trim();
        let parent_id = of_hierarchy().find(|r| r.code == typed || r.id.to_string() == typed).map(|r| r.id);
        if parent_id.is_none() && !typed.is_empty() {
            faults.add(Fault::on("parent", "region-parent-unknown").with("typed", typed));
        }
        if let (Some(region), Some(parent)) = (changed, parent_id)
            && would_loop(known, region, parent)
        {
            faults.add(Fault::on("parent", "region-parent-below"));
        }
        match (code, name, faults.is_empty()) {
            (Some(code), Some(name), true) => {
                Ok(RegionFacts { hierarchy_id: hierarchy, parent_id, code, name })
            }
            _ => Err(faults),
        }
    }
}

/// Whether a region would end up below itself if it were placed below `parent`.
pub fn would_loop(known: &[Region], region: RegionId, parent: RegionId) -> bool {
    let mut at = Some(parent);
    for _ in 0..=known.len() {
        match at {
            Some(id) if id == region => return true,
            Some(id) => at = known.iter().find(|r| r.id == id).and_then(|r| r.parent_id),
            None => return false,
        }
    }
    true
}

/// A region in its tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Branch {
    /// How many regions above it are shown.
    pub depth: usize,
    /// The region.
    pub region: Region,
}

/// Regions as a tree is read: each followed by those below it, neighbours by name. One whose parent is not among them
/// stands at the top.
pub fn in_order(regions: Vec<Region>) -> Vec<Branch> {
    let mut waiting = regions;
    waiting.sort_by_cached_key(|region| std::cmp::Reverse((fold(&region.name), region.id)));
    let ids: std::collections::BTreeSet<_> = waiting.iter().map(|region| region.id).collect();
    let mut children: std::collections::BTreeMap<Option<RegionId>, Vec<Region>> = Default::default();
    for region in waiting {
        children.entry(region.parent_id.filter(|parent| ids.contains(parent))).or_default().push(region);
    }
    let with_depth = |found: Option<Vec<Region>>, depth| {
        found.unwrap_or_default().into_iter().map(move |region| Branch { depth, region })
    };
    let mut open: Vec<Branch> = with_depth(children.remove(&None), 0).collect();
    let mut tree = Vec::new();
    while let Some(branch) = open.pop() {
        open.extend(with_depth(children.remove(&Some(branch.region.id)), branch.depth + 1));
        tree.push(branch);
    }
    tree
}

/// The sentence for a rule of the database that refused a region or a membership.
pub fn refusal(rule: &str) -> Option<Fault> {
    Some(match rule {
        "unique_region__hierarchy_id_code" => Fault::on("code", "region-code-taken"),
        "region_not_below_itself" | "region_tree_has_no_loop" => Fault::on("parent", "region-parent-below"),
        "region_below_same_hierarchy" => Fault::on("parent", "region-parent-unknown"),
        "member_once_at_a_time" => Fault::on("person", "member-already"),
        "member_days_in_order" => Fault::on("to_day", "days-out-of-order"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn region(n: u128, parent: Option<u128>, name: &str) -> Region {
        Region {
            id: RegionId(Uuid::from_u128(n)),
            hierarchy_id: HierarchyId(Uuid::from_u128(99)),
            parent_id: parent.map(|n| RegionId(Uuid::from_u128(n))),
            code: format!("R{n}"),
            name: name.into(),
            version: 1,
        }
    }

    fn id(n: u128) -> RegionId {
        RegionId(Uuid::from_u128(n))
    }

    #[test]
    fn net_06_a_region_never_stands_below_itself() {
        let known = [region(1, None, "Nord"), region(2, Some(1), "Essonne"), region(3, Some(2), "Évry")];
        assert!(would_loop(&known, id(1), id(1)));
        assert!(would_loop(&known, id(1), id(3)));
        assert!(!would_loop(&known, id(3), id(1)));
        let damaged = [region(1, Some(2), "A"), region(2, Some(1), "B")];
        assert!(would_loop(&damaged, id(3), id(1)), "a loop that is already there is not followed for ever");
    }

    #[test]
    fn net_06_a_parent_is_of_the_same_hierarchy() {
        let mut elsewhere = region(7, None, "Ailleurs");
        elsewhere.hierarchy_id = HierarchyId(Uuid::from_u128(98));
        let known = [region(1, None, "Nord"), elsewhere];
        let input = RegionInput { code: "X".into(), name: "X".into(), parent: "R7".into() };
        let faults = input.check(HierarchyId(Uuid::from_u128(99)), &known, None).unwrap_err();
        assert_eq!(
            (faults.0[0].field.as_ref(), faults.0[0].key.as_ref()),
            ("parent", "region-parent-unknown")
        );
        let input = RegionInput { parent: "R1".into(), ..input };
        assert_eq!(
            input.check(HierarchyId(Uuid::from_u128(99)), &known, None).unwrap().parent_id,
            Some(id(1))
        );
        let taken = RegionInput { code: "R1".into(), ..input };
        assert_eq!(
            taken.check(HierarchyId(Uuid::from_u128(99)), &known, None).unwrap_err().0[0].key,
            "region-code-taken"
        );
    }

    #[test]
    fn a_tree_reads_from_the_top() {
        let known = vec![
            region(3, Some(2), "Évry"),
            region(2, None, "Sud"),
            region(1, None, "nord"),
            region(4, Some(2), "Corbeil"),
            region(5, Some(77), "Égaré"),
        ];
        let names: Vec<_> = in_order(known).into_iter().map(|b| (b.depth, b.region.name)).collect();
        let expected = [(0, "Égaré"), (0, "nord"), (0, "Sud"), (1, "Corbeil"), (1, "Évry")];
        assert_eq!(names, expected.map(|(depth, name)| (depth, name.to_owned())));
    }
}

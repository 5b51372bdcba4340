//! What the database refuses is told as a sentence on the right field.

use relais_directory::{SCHEMA, assignments, grants, people, regions, units};
use relais_store::schema;
use relais_words::Fault;

type Told = fn(&str) -> Option<Fault>;

const RULES: [(Told, &str, &str, &str); 19] = [
    (people::refusal, "unique_person__staff_number", "staff_number", "person-staff-number-taken"),
    (people::refusal, "person_trade_known", "trade", "trade-unknown"),
    (people::refusal, "person_days_in_order", "left_day", "days-out-of-order"),
    (regions::refusal, "unique_region__hierarchy_id_code", "code", "region-code-taken"),
    (regions::refusal, "region_not_below_itself", "parent", "region-parent-below"),
    (regions::refusal, "region_below_same_hierarchy", "parent", "region-parent-unknown"),
    (regions::refusal, "member_once_at_a_time", "person", "member-already"),
    (regions::refusal, "member_days_in_order", "to_day", "days-out-of-order"),
    (units::refusal, "unique_unit__code", "code", "unit-code-taken"),
    (units::refusal, "unit_department_known", "department", "unit-department-unknown"),
    (units::refusal, "unit_days_in_order", "closed_day", "days-out-of-order"),
    (units::refusal, "unit_has_one_place", "region", "unit-place-overlaps"),
    (units::refusal, "unique_unit_exception__unit_id_day", "day", "exception-day-taken"),
    (units::refusal, "openings_do_not_overlap", "", "openings-overlap"),
    (units::refusal, "opening_in_order", "", "openings-overlap"),
    (units::refusal, "day_has_at_most_four_openings", "", "openings-too-many"),
    (assignments::refusal, "person_has_one_main_unit", "main", "assignment-main-taken"),
    (assignments::refusal, "unit_has_one_manager", "function", "unit-manager-taken"),
    (grants::refusal, "grant_region_gives_authority", "region", "grant-region-unknown"),
];

#[test]
fn each_rule_that_a_form_can_meet_has_its_sentence_on_its_field() {
    let rules = schema::rule_names(&[SCHEMA]);
    for (told, rule, field, key) in RULES {
        assert!(rules.iter().any(|name| name == rule), "{rule} is no rule any more");
        let fault = told(rule).unwrap_or_else(|| panic!("{rule} has no sentence"));
        assert_eq!((fault.field.as_ref(), fault.key.as_ref()), (field, key), "{rule}");
        assert_eq!(told("foreign_key"), None, "a rule that is somebody else's");
    }
}

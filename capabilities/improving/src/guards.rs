//! What the database itself refuses, noun by noun.

use relais_store::guard::Guard;

/// The rules of this room as triggers.
pub(crate) const ALL: &[Guard] = &[
    // pebbles
    Guard::fixed("what_was_said_stays", "pebble", &["text", "kind", "said_at", "said_day"]),
    Guard::moves_only("voices_only_grow", "pebble", &["voices"], "({row}.voices > {old}.voices)"),
    Guard::requires_rows(
        "merged_into_what_stands_alone",
        "pebble_merge",
        "1 = 1",
        "not exists (select 1 from pebble_merge m where m.org_id = {row}.org_id and m.pebble_id = {row}.into_id)",
    ),
    Guard::requires_rows(
        "what_others_joined_is_not_merged",
        "pebble_merge",
        "1 = 1",
        "not exists (select 1 from pebble_merge m where m.org_id = {row}.org_id and m.into_id = {row}.pebble_id)",
    ),
    // rules of the house
    Guard::fixed(
        "rule_stays_what_it_is",
        "house_rule",
        &["title", "theme", "source", "width", "region_id", "unit_id", "written_at"],
    ),
    Guard::moves_only(
        "rule_changes_by_decision",
        "house_rule",
        &["words", "state", "version", "since_day"],
        "({row}.version = {old}.version + 1 and {old}.state = 'in_force' and exists (select 1 from rule_decision d \
         where d.org_id = {row}.org_id and d.rule_id = {row}.id and d.version = {row}.version \
         and ((d.verdict = 'change' and {row}.state = 'in_force') or (d.verdict = 'drop' and {row}.state = 'dropped'))))",
    ),
    Guard::kept_when("rule_is_never_removed", "house_rule", "1 = 1"),
    Guard::append_only("rule_words_are_kept", "house_rule_version"),
    Guard::append_only("rule_decisions_are_kept", "rule_decision"),
    Guard::fixed("what_was_asked_stays", "rule_challenge", &["text", "rule_id", "said_at", "said_day"]),
    Guard::moves_only(
        "challenge_voices_only_grow",
        "rule_challenge",
        &["voices"],
        "({row}.voices > {old}.voices)",
    ),
    Guard::requires_rows(
        "challenge_ends_by_decision",
        "rule_challenge",
        "{row}.state = 'decided'",
        "exists (select 1 from rule_decision d where d.org_id = {row}.org_id and d.challenge_id = {row}.id)",
    ),
    Guard::kept_when("challenge_is_never_removed", "rule_challenge", "1 = 1"),
    // incoherences
    Guard::fixed(
        "what_contradicts_stays",
        "incoherence",
        &["first_rule_id", "first_words", "second_rule_id", "second_words", "stage", "said_at", "said_day"],
    ),
    Guard::moves_only(
        "incoherence_voices_only_grow",
        "incoherence",
        &["voices"],
        "({row}.voices > {old}.voices)",
    ),
    Guard::moves_only(
        "incoherence_decision_stays",
        "incoherence",
        &["state", "verdict", "reason", "now_words", "decided_day"],
        "({old}.state = 'open')",
    ),
    Guard::kept_when("incoherence_is_never_removed", "incoherence", "1 = 1"),
    // obstacles
    Guard::fixed("what_is_in_the_way_stays", "obstacle", &["text", "unit_id", "said_at", "said_day"]),
    Guard::moves_only("obstacle_voices_only_grow", "obstacle", &["voices"], "({row}.voices > {old}.voices)"),
    Guard::moves_only(
        "obstacle_end_stays",
        "obstacle",
        &["state", "answer", "ended_day", "took_days"],
        "({old}.state = 'open')",
    ),
    Guard::kept_when("obstacle_is_never_removed", "obstacle", "1 = 1"),
    // solutions
    Guard::fixed(
        "what_worked_stays",
        "solution",
        &["unit_id", "pebble_id", "was", "now_words", "needs", "shared_at", "shared_day"],
    ),
    Guard::kept_when("solution_is_never_removed", "solution", "1 = 1"),
    // Whoever writes for a unit works there that day, so that unit and person are the organisation's own; once names are
    // forgotten, the row is one that stood already.
    Guard::requires_rows(
        "adoption_is_its_own_units",
        "adoption",
        "1 = 1",
        "(exists (select 1 from assignment a where a.org_id = {row}.org_id and a.person_id = {row}.by_id \
         and a.unit_id = {row}.unit_id and a.from_day <= {row}.day and coalesce(a.to_day, 99991231) >= {row}.day) \
         or ({row}.by_id is null and exists (select 1 from adoption k where k.org_id = {row}.org_id and k.id = {row}.id)))",
    ),
    Guard::fixed(
        "adoption_stays",
        "adoption",
        &["solution_id", "unit_id", "seq", "state", "words", "at", "day"],
    ),
    Guard::moves_only("adopter_is_only_forgotten", "adoption", &["by_id"], "({row}.by_id is null)"),
    Guard::kept_when("adoption_is_never_removed", "adoption", "1 = 1"),
];

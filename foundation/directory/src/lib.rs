#![doc = include_str!("../README.md")]

pub mod accounts;
pub mod assignments;
pub mod calendars;
pub mod departments;
pub mod employers;
pub mod grants;
mod held;
pub mod organisations;
pub mod people;
mod reach;
pub mod regions;
pub mod register;
pub mod roles;
pub mod settings;
pub mod trades;
pub mod units;

use relais_store::{Migration, Schema, guard::Guard};
use relais_words::Source;

pub use held::{Change, Period, Ruled, hold};
pub use reach::within;
pub use roles::{name_key, role_key};

/// The tables of this room.
pub const SCHEMA: Schema = Schema {
    room: "directory",
    migrations: &[
        Migration {
            name: "2026_11_21_directory",
            sql: include_str!("../migrations/2026_11_21_directory.sql"),
        },
        Migration { name: "2026_11_22_settings", sql: include_str!("../migrations/2026_11_22_settings.sql") },
        Migration {
            name: "2026_11_22_shared_devices",
            sql: include_str!("../migrations/2026_11_22_shared_devices.sql"),
        },
    ],
    guards: &[
        Guard::no_overlap("person_has_one_main_unit", "assignment", &["org_id", "person_id"], "{row}.main"),
        Guard::no_overlap(
            "unit_has_one_manager",
            "assignment",
            &["org_id", "unit_id"],
            "{row}.function = 'manager' and {row}.kind = 'regular'",
        ),
        Guard::requires_rows(
            "assignment_within_its_unit",
            "assignment",
            "1 = 1",
            "(not exists (select 1 from unit u where u.org_id = {row}.org_id and u.id = {row}.unit_id \
             and u.closed_day < coalesce({row}.to_day, 99991231)))",
        ),
        Guard::requires_rows(
            "assignment_within_its_person",
            "assignment",
            "1 = 1",
            "(not exists (select 1 from person p where p.org_id = {row}.org_id and p.id = {row}.person_id \
             and p.left_day < coalesce({row}.to_day, 99991231)))",
        ),
        Guard::requires_rows(
            "region_tree_has_no_loop",
            "region",
            "{row}.parent_id is not null and {row}.parent_id <> {row}.id",
            "(not exists (with recursive above(id) as (select {row}.parent_id union \
             select r.parent_id from region r join above b on r.id = b.id where r.org_id = {row}.org_id) \
             select 1 from above where id = {row}.id))",
        ),
        Guard::no_overlap(
            "unit_has_one_place",
            "unit_place",
            &["org_id", "unit_id", "hierarchy_id"],
            "1 = 1",
        ),
        Guard::no_overlap(
            "member_once_at_a_time",
            "region_member",
            &["org_id", "region_id", "person_id", "function"],
            "1 = 1",
        ),
        Guard::requires_rows(
            "grant_region_gives_authority",
            "role_grant",
            "{row}.region_id is not null",
            "exists (select 1 from region r join hierarchy h on h.org_id = r.org_id and h.id = r.hierarchy_id \
             where r.org_id = {row}.org_id and r.id = {row}.region_id and h.main)",
        ),
        Guard::requires_rows(
            "nobody_gives_themselves_a_role",
            "role_grant",
            "{row}.granted_by = {row}.person_id",
            "exists (select 1 from account_person ap join account a on a.id = ap.account_id \
             where ap.org_id = {row}.org_id and ap.person_id = {row}.person_id and a.emergency)",
        ),
        Guard::no_overlap_of(
            "openings_do_not_overlap",
            "unit_opening",
            &["org_id", "unit_id", "weekday"],
            ("{row}.opens", "{row}.closes - 1"),
        ),
        Guard::max_children(
            "day_has_at_most_four_openings",
            "unit_opening",
            &["org_id", "unit_id", "weekday"],
            4,
        ),
        Guard::kept_when("main_hierarchy_stays", "hierarchy", "{row}.main"),
        Guard::requires_rows(
            "device_pin_while_shared",
            "device_pin",
            "1 = 1",
            "exists (select 1 from shared_device d where d.org_id = {row}.org_id and d.id = {row}.device_id \
             and d.ended_at is null)",
        ),
        Guard::unchanged_when("spent_link_stays_spent", "entry_link", "{row}.used_at is not null"),
        Guard::unchanged_when("ended_session_stays_ended", "session", "{row}.ended_at is not null"),
    ],
    register: register::OWN,
};

/// The numbers that an organisation may set.
pub const SETTINGS: &[relais_kernel::Setting] = &[accounts::shared_devices::LOCKS_AFTER];

/// The words of this room: names of functions, roles, channels, and its sentences.
pub const WORDS: Source = Source {
    room: "directory",
    fr: include_str!("../locales/fr.ftl"),
    en: include_str!("../locales/en.ftl"),
};

//! Stories of the directory against a real database, and every rule of its tables but those of accounts.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod assignments;
mod crossing;
mod crosswise;
mod grants;
mod inputs;
mod leaving;
mod organisations;
mod people;
mod refusals;
mod regions;
mod rows;
mod rules_of_people;
mod rules_of_places;
mod settings;
mod turns;
mod vacancies;
mod words;

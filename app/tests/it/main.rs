//! The program as a whole: the real binary, in folders of its own, on ports that nobody chose.

mod backups;
mod commands;
mod config;
mod doors;
mod ending;
mod health;
mod house;
mod http;
mod logs;
mod nodes;
mod one_process;
mod served;

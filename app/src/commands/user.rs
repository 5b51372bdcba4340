//! `relais user`.

use std::io::IsTerminal as _;

use clap::Subcommand;
use relais_directory::accounts::{self, Acting, Email, emergency, entering, places};
use relais_store::{Db, audit, sql};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{
    config::Config,
    control::{self, Hidden, Order, Teller},
    failed::{Failed, Outcome},
    instance::Instance,
    typing,
};

/// List accounts, let somebody in, shut somebody out
///
/// For the day when nobody can do it in Relais itself. What is done here is written in the audit log.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relais user list --org clairlien
  relais user invite --org clairlien --staff-number 4711 --email luc@clairlien.example
  relais user reset-link --email luc@clairlien.example
  relais user emergency --email secours@clairlien.example < password.txt")]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the accounts of an organisation, or of all
    List {
        /// The organisation's short name
        #[arg(long, value_name = "SLUG")]
        org: Option<String>,
    },
    /// Make the emergency account, or give it a new password
    ///
    /// It administers the whole organisation, needs no mail to get in, and belongs in a safe: use it when the last
    /// administrator is gone. The password is asked for, or read from standard input.
    Emergency {
        /// The organisation's short name
        #[arg(long, value_name = "SLUG")]
        org: Option<String>,
        /// The name it signs in with: an address that is nobody's own
        #[arg(long, value_name = "ADDRESS")]
        email: String,
    },
    /// Print a link with which an account chooses a new password, good for one hour
    ResetLink {
        /// The account's e-mail address
        #[arg(long, value_name = "ADDRESS")]
        email: String,
    },
    /// Print an invitation's link for somebody who is in the directory
    Invite {
        /// The organisation's short name
        #[arg(long, value_name = "SLUG")]
        org: Option<String>,
        /// The person's staff number
        #[arg(long, value_name = "NUMBER")]
        staff_number: String,
        /// The e-mail address to sign in with
        #[arg(long, value_name = "ADDRESS")]
        email: String,
    },
    /// Close an account everywhere, at once
    Disable {
        /// The account's e-mail address
        #[arg(long, value_name = "ADDRESS")]
        email: String,
    },
}

/// What `user` was given.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub(crate) enum Wanted {
    List { org: Option<String> },
    Emergency { org: Option<String>, email: String, password: Hidden },
    ResetLink { email: String },
    Invite { org: Option<String>, staff_number: String, email: String },
    Disable { email: String },
}

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        let wanted = match self.what {
            What::List { org } => Wanted::List { org },
            What::ResetLink { email } => Wanted::ResetLink { email },
            What::Invite { org, staff_number, email } => Wanted::Invite { org, staff_number, email },
            What::Disable { email } => Wanted::Disable { email },
            What::Emergency { org, email } => {
                let password = if std::io::stdin().is_terminal() {
                    typing::twice("Password of the emergency account: ")?
                } else {
                    typing::first_line()?
                };
                Wanted::Emergency { org, email, password: Hidden::new(password) }
            }
        };
        control::deliver(config, Order::User(wanted)).await
    }
}

pub(crate) async fn perform(on: &Instance, wanted: Wanted, tell: &Teller) -> Outcome {
    match wanted {
        Wanted::List { org } => list(on, org.as_deref(), tell).await,
        Wanted::Emergency { org, email, password } => {
            make_emergency(on, org.as_deref(), &email, password.reveal(), tell).await
        }
        Wanted::ResetLink { email } => reset_link(on, &email, tell).await,
        Wanted::Invite { org, staff_number, email } => {
            invite(on, org.as_deref(), &staff_number, &email, tell).await
        }
        Wanted::Disable { email } => disable(on, &email, tell).await,
    }
}

#[derive(FromQueryResult)]
struct Line {
    email: String,
    emergency: bool,
    has_password: bool,
    disabled: bool,
    org: Option<String>,
}

async fn accounts_of(db: &Db, slug: Option<&str>) -> relais_store::Result<Vec<Line>> {
    let query = sql("select a.email, a.emergency, a.password_hash is not null as has_password, \
         a.disabled_at is not null as disabled, o.slug as org from account a \
         left join (select account_id, org_id from account_person \
         union select account_id, org_id from entry_link where purpose = 'invitation' and used_at is null) ap \
         on ap.account_id = a.id left join organisation o on o.id = ap.org_id");
    let query = match slug {
        Some(slug) => query.push(" where o.slug = ").arg(slug),
        None => query,
    };
    query.push(" order by a.email_folded, o.slug").all(db).await
}

async fn list(on: &Instance, org: Option<&str>, tell: &Teller) -> Outcome {
    if let Some(slug) = org {
        on.organisation(Some(slug)).await?;
    }
    let accounts = accounts_of(&on.db, org).await?;
    let width = accounts.iter().map(|line| line.email.chars().count()).max().unwrap_or(0);
    for line in &accounts {
        let state = match (line.disabled, line.has_password, line.emergency) {
            (true, ..) => "closed",
            (_, false, _) => "invited",
            (_, _, true) => "emergency",
            _ => "open",
        };
        let org = line.org.as_deref().unwrap_or("-");
        tell.say(format!("{:width$}  {state:9}  {org}", line.email)).await;
    }
    tell.say(format!("{} accounts", accounts.len())).await;
    Ok(())
}

async fn make_emergency(
    on: &Instance,
    org: Option<&str>,
    email: &str,
    password: &str,
    tell: &Teller,
) -> Outcome {
    let org = on.organisation(org).await?;
    let email = read(on, email)?;
    let made = emergency::make(&on.db, &on.hashing, &org, &email, password, on.now()).await?;
    made.map_err(|fault| Failed(fault.say(&on.words)))?;
    tell.say(format!("The emergency account of {} signs in as {}.", org.name, email.text())).await;
    tell.say(format!("Keep its password in a safe. It signs in on {}/sign-in", on.base)).await;
    Ok(())
}

async fn reset_link(on: &Instance, email: &str, tell: &Teller) -> Outcome {
    let tx = on.db.begin().await?;
    let found = entering::reset(&tx, email, on.now()).await?;
    let (account, token) = found.ok_or_else(|| unknown(email))?;
    if account.disabled_at.is_some() {
        return Err(Failed(format!("the account {email} is closed: invite its owner anew")));
    }
    tx.commit().await?;
    tell.say("Within one hour, this link lets them choose a new password:").await;
    tell.say(format!("  {}/enter/{}", on.base, token.text())).await;
    Ok(())
}

async fn invite(on: &Instance, org: Option<&str>, number: &str, email: &str, tell: &Teller) -> Outcome {
    let org = on.organisation(org).await?;
    let email = read(on, email)?;
    let tx = on.db.org(org.id).begin().await?;
    let person = relais_directory::people::by_staff_number(&tx, number).await?;
    let person =
        person.ok_or_else(|| Failed(format!("nobody in {} has the staff number {number:?}", org.name)))?;
    let acting = Acting::machine(org.today(on.now()), on.now());
    let invited = accounts::invite(&tx, person.id, &email, person.locale, &acting).await?;
    let invited = invited.map_err(|fault| Failed(fault.say(&on.words)))?;
    tx.commit().await?;
    tell.say("Within 14 days, this link lets them choose a password:").await;
    tell.say(format!("  {}/enter/{}", on.base, invited.token.text())).await;
    Ok(())
}

async fn disable(on: &Instance, email: &str, tell: &Teller) -> Outcome {
    let tx = on.db.begin().await?;
    let account = accounts::by_email(&tx, email).await?.ok_or_else(|| unknown(email))?;
    let closed = accounts::disable(&tx, account.id, on.now()).await?;
    for place in places::of(&tx, account.id, on.now()).await? {
        let act = audit::Act {
            actor: audit::Actor::default(),
            action: "accounts.disabled",
            subject: "account",
            id: Some(account.id.into()),
            detail: "command",
        };
        audit::write(&tx, Some(place.org), act).await?;
    }
    tx.commit().await?;
    let sentence = if closed { "is closed; its sessions have ended" } else { "was closed already" };
    tell.say(format!("The account {} {sentence}.", account.email)).await;
    Ok(())
}

fn read(on: &Instance, email: &str) -> Outcome<Email> {
    Email::read(email).map_err(|fault| Failed(fault.say(&on.words)))
}

fn unknown(email: &str) -> Failed {
    Failed(format!("there is no account {email:?}; `relais user list` shows those there are"))
}

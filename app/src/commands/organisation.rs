//! `relais organisation`.

use clap::Subcommand;
use relais_directory::{
    accounts::Email,
    organisations::{self, OrganisationInput},
    people::PersonInput,
};
use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use crate::{
    config::Config,
    control::{self, Order, Teller},
    failed::Outcome,
    instance::Instance,
    organisations::{First, begin, said},
};

/// Begin an organisation with its first administrator
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add an organisation and invite its first administrator
    ///
    /// Prints the invitation's link: whoever opens it chooses a password and is the administrator. It is good for 14
    /// days. One instance may hold several organisations, which see nothing of each other.
    #[command(after_help = "\
Example:
  relais organisation add --name Clairlien --given-name Inès --family-name Marchal \\
      --email ines@clairlien.example")]
    Add(Wanted),
}

/// What `organisation add` was given.
#[derive(Clone, Debug, Serialize, Deserialize, clap::Args)]
pub(crate) struct Wanted {
    /// The organisation's name
    #[arg(long)]
    name: String,
    /// Its short name in addresses and commands [default: made from the name]
    #[arg(long, default_value = "", hide_default_value = true)]
    slug: String,
    /// The language it works in: fr or en
    #[arg(long, default_value = "fr")]
    locale: String,
    /// Its time zone
    #[arg(long, value_name = "ZONE", default_value = "Europe/Paris")]
    time_zone: String,
    /// The administrator's given name
    #[arg(long, value_name = "NAME")]
    given_name: String,
    /// The administrator's family name
    #[arg(long, value_name = "NAME")]
    family_name: String,
    /// The administrator's e-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: String,
}

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        let What::Add(wanted) = self.what;
        control::deliver(config, Order::AddOrganisation(wanted)).await
    }
}

pub(crate) async fn perform(on: &Instance, wanted: Wanted, tell: &Teller) -> Outcome {
    let input = OrganisationInput {
        slug: wanted.slug.clone(),
        name: wanted.name.clone(),
        locale: wanted.locale.clone(),
        time_zone: wanted.time_zone.clone(),
    };
    let mut faults = Faults::none();
    let facts = input.check().map_err(|found| faults.0.extend(found.0)).ok();
    let email = faults.take(Email::read(&wanted.email));
    let person = PersonInput {
        given_name: wanted.given_name.clone(),
        family_name: wanted.family_name.clone(),
        email: wanted.email.clone(),
        locale: wanted.locale.clone(),
        ..PersonInput::default()
    };
    let known = |fault: &Fault| matches!(fault.field.as_ref(), "email" | "locale");
    let person =
        person.check(&[]).map_err(|found| faults.0.extend(found.0.into_iter().filter(|f| !known(f)))).ok();
    let (Some(facts), Some(email), Some(person)) = (facts, email, person) else {
        return Err(said(&faults, &on.words));
    };
    let (org, invitation) = begin(&on.db, &on.words, &facts, &First { person, email }).await?;
    let slug = organisations::by_id(&on.db, org).await?.map_or(facts.slug, |org| org.slug);
    tell.say(format!("The organisation {} ({slug}) is there.", facts.name)).await;
    tell.say("Its administrator opens this link within 14 days and chooses a password:").await;
    tell.say(format!("  {}/enter/{}", on.base, invitation.token.text())).await;
    if invitation.has_password {
        tell.say("The address already has an account here: signing in with its password is enough.").await;
    }
    Ok(())
}

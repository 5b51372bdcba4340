//! From the settings to the ways that letters and calls go.

use std::sync::Arc;

use relais_kernel::Locale;
use relais_post::{Base, Caller, Mailer, Push, Security, Smtp, SmtpOptions};
use relais_store::jobs::{JobError, Kind};
use relais_words::{Catalogue, Words};

use crate::{
    config::{Mail, Tls},
    failed::{Failed, Outcome},
};

/// How letters leave this node.
#[derive(Clone, Debug)]
pub(crate) enum Way {
    /// By post's own means.
    By(Mailer),
    /// Not at all: no server is set. Letters are tried again for more than a day, which leaves time to set one.
    Nowhere,
}

impl Way {
    /// The way that the settings name.
    pub(crate) fn of(mail: Option<&Mail>) -> Outcome<Self> {
        let Some(mail) = mail else { return Ok(Self::Nowhere) };
        let options = SmtpOptions {
            host: mail.host.clone(),
            port: Some(mail.port),
            security: match mail.tls {
                Tls::StartTls => Security::StartTls,
                Tls::Tls => Security::Tls,
                Tls::None => Security::Plain,
            },
            user: mail.user.clone(),
            password: mail.password.clone(),
            from: mail.from.clone(),
        };
        Smtp::new(&options)
            .map(|smtp| Self::By(Mailer::Smtp(smtp)))
            .map_err(|error| Failed(format!("mail: {error}")))
    }

    /// What carries letters out.
    pub(crate) fn job(&self) -> Kind {
        match self {
            Self::By(mailer) => relais_post::job(mailer.clone()),
            Self::Nowhere => Kind::outside(relais_post::MAIL, |_, _| {
                Box::pin(async { Err(JobError::Retry("no mail server is set (mail.host)".into())) })
            }),
        }
    }
}

/// What calls people whom something waits for. A worker that does not know where people reach Relais leaves it to the nodes
/// that do.
pub(crate) fn calling(catalogue: &Arc<Catalogue>, base: &str) -> Outcome<Option<Kind>> {
    let Ok(address) = Base::new(base) else { return Ok(None) };
    let push = Push::new(base).map_err(|error| Failed(format!("push: {error}")))?;
    let words = Words::new(Arc::clone(catalogue), Locale::Fr);
    Ok(Some(relais_post::calling(Caller::new(words, address, push))))
}

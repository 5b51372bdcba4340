//! Handing a letter to a mail server. Each letter has a connection of its own: one that was given up half-way never
//! carries the next.

use std::{
    str::FromStr as _,
    sync::Arc,
    time::{Duration, UNIX_EPOCH},
};

use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::{
        authentication::Credentials,
        client::{Tls, TlsParameters},
        extension::ClientId,
    },
};
use relais_kernel::MessageId;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

use crate::letterbox::Letter;

/// How long to wait for a connection, and for a letter as a whole: together less than a job's lease.
const CONNECT: Duration = Duration::from_secs(10);
const WHOLE: Duration = Duration::from_secs(30);

relais_kernel::codes! {
    /// How the way to the mail server is protected.
    pub enum Security {
        /// TLS from the first byte.
        Tls = "tls",
        /// TLS after a plain greeting, and never without.
        StartTls = "starttls",
        /// Nothing: for a server on the same machine.
        Plain = "plain",
    }
}

/// How to reach a mail server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpOptions {
    /// Its name.
    pub host: String,
    /// Its port; the usual one for the protection when none.
    pub port: Option<u16>,
    /// How the way is protected.
    pub security: Security,
    /// User name, where it asks for one.
    pub user: Option<String>,
    /// Password.
    pub password: Option<SecretString>,
    /// Sender: `relais@example.org` or `Relais <relais@example.org>`.
    pub from: String,
}

/// Why a mail server cannot be used as it is configured.
#[derive(Debug, thiserror::Error)]
pub enum BadOptions {
    /// The sender is no address.
    #[error("the sender of letters is no e-mail address")]
    From,
    /// A password would cross the network for all to read.
    #[error("a password is never sent without TLS to another machine")]
    PasswordInTheOpen,
    /// The server's name cannot be in a certificate.
    #[error("TLS: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}

/// A mail server at hand. Cloning shares it.
#[derive(Clone)]
pub struct Smtp(Arc<Server>);

struct Server {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Smtp").field("from", &self.0.from).finish_non_exhaustive()
    }
}

/// How handing over a letter ended. Codes only: a server's own words may repeat an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The server took it.
    Sent,
    /// Not now.
    Later(String),
    /// Not ever.
    Never(String),
}

impl Smtp {
    /// Prepares to reach a mail server; nothing is sent yet.
    pub fn new(options: &SmtpOptions) -> Result<Self, BadOptions> {
        let from = Mailbox::from_str(&options.from).map_err(|_| BadOptions::From)?;
        let here = matches!(options.host.as_str(), "localhost" | "127.0.0.1" | "::1");
        if options.security == Security::Plain && options.password.is_some() && !here {
            return Err(BadOptions::PasswordInTheOpen);
        }
        let (tls, usual_port) = match options.security {
            Security::Tls => (Tls::Wrapper(TlsParameters::new(options.host.clone())?), 465),
            Security::StartTls => (Tls::Required(TlsParameters::new(options.host.clone())?), 587),
            Security::Plain => (Tls::None, 25),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(options.host.clone())
            .port(options.port.unwrap_or(usual_port))
            .tls(tls)
            .hello_name(ClientId::Domain(from.email.domain().to_owned()))
            .timeout(Some(CONNECT));
        if let (Some(user), Some(password)) = (&options.user, &options.password) {
            builder =
                builder.credentials(Credentials::new(user.clone(), password.expose_secret().to_owned()));
        }
        Ok(Self(Arc::new(Server { transport: builder.build(), from })))
    }

    /// Hands a letter over.
    pub(crate) async fn deliver(&self, letter: &Letter) -> Verdict {
        let Some(message) = self.message(letter) else {
            return Verdict::Never("letter cannot be written".into());
        };
        match tokio::time::timeout(WHOLE, self.0.transport.send(message)).await {
            Ok(Ok(_)) => Verdict::Sent,
            Ok(Err(error)) => verdict(&error),
            Err(_) => Verdict::Later("smtp: silent".into()),
        }
    }

    /// The letter as it travels. Its id and date are its row's: every copy says that it is the same.
    fn message(&self, letter: &Letter) -> Option<Message> {
        let to = Mailbox::new(None, letter.to_address.parse().ok()?);
        let micros = u64::try_from(letter.created_at.0).ok()?;
        // Readable in any mail reader and by any filter: accents alone are written in codes.
        let part = |kind: ContentType, words: &str| {
            let part = SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable);
            part.body(words.to_owned())
        };
        let both = MultiPart::alternative()
            .singlepart(part(ContentType::TEXT_PLAIN, &letter.text))
            .singlepart(part(ContentType::TEXT_HTML, &letter.html));
        let header =
            |name, value: &str| HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned());
        Message::builder()
            .from(self.0.from.clone())
            .to(to)
            .subject(letter.subject.clone())
            .message_id(Some(self.message_id(letter.id)))
            .date(UNIX_EPOCH + Duration::from_micros(micros))
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", letter.locale.code()))
            .multipart(both)
            .ok()
    }

    fn message_id(&self, id: MessageId) -> String {
        format!("<{id}@{}>", self.0.from.email.domain())
    }
}

/// Refusals of a sign-in are about our password, not about the letter: they pass when the password is put right.
const SIGN_IN: [u16; 4] = [530, 534, 535, 538];

fn verdict(error: &lettre::transport::smtp::Error) -> Verdict {
    match error.status().map(u16::from) {
        Some(code) if error.is_permanent() && !SIGN_IN.contains(&code) => {
            Verdict::Never(format!("smtp {code}"))
        }
        Some(code) => Verdict::Later(format!("smtp {code}")),
        None if error.is_timeout() => Verdict::Later("smtp: timeout".into()),
        None if error.is_tls() => Verdict::Later("smtp: tls".into()),
        None if error.is_client() => Verdict::Later("smtp: client".into()),
        None if error.is_response() => Verdict::Later("smtp: unreadable answer".into()),
        None => Verdict::Later("smtp: connection".into()),
    }
}

#[cfg(test)]
mod tests {
    use relais_kernel::{Instant, Locale};

    use super::*;
    use crate::letterbox::State;

    fn options(security: Security, password: Option<&str>) -> SmtpOptions {
        SmtpOptions {
            host: "mail.example.org".into(),
            port: None,
            security,
            user: Some("relais".into()),
            password: password.map(SecretString::from),
            from: "Relais Évry <relais@example.org>".into(),
        }
    }

    #[test]
    fn a_password_is_never_sent_in_the_open() {
        assert!(matches!(
            Smtp::new(&options(Security::Plain, Some("secret"))),
            Err(BadOptions::PasswordInTheOpen)
        ));
        assert!(Smtp::new(&options(Security::Plain, None)).is_ok());
        assert!(Smtp::new(&options(Security::StartTls, Some("secret"))).is_ok());
        let nobody = SmtpOptions { from: "Relais".into(), ..options(Security::Tls, None) };
        assert!(matches!(Smtp::new(&nobody), Err(BadOptions::From)));
        assert!(!format!("{:?}", options(Security::Tls, Some("hush-hush"))).contains("hush-hush"));
    }

    #[test]
    fn a_letter_is_written_for_old_and_new_readers() {
        let letter = Letter {
            id: MessageId(uuid::Uuid::from_u128(7)),
            to_address: "ines@clairlien.example".into(),
            locale: Locale::Fr,
            kind: "invitation".into(),
            subject: "Évry n’a plus de responsable\u{202f}!".into(),
            text: "Déjà l’été\n".into(),
            html: "<p>Déjà l’été</p>".into(),
            state: State::Queued,
            created_at: Instant(1_795_267_200_000_000),
            sent_at: None,
            org_id: None,
            person_id: None,
            hours_zone: None,
        };
        let smtp = Smtp::new(&options(Security::Tls, None)).unwrap();
        let written = String::from_utf8(smtp.message(&letter).unwrap().formatted()).unwrap();
        assert!(written.is_ascii(), "{written}");
        for line in [
            "Message-ID: <00000000-0000-0000-0000-000000000007@example.org>",
            "Date: Sat, 21 Nov 2026 13:20:00 +0000",
            "Auto-Submitted: auto-generated",
            "Content-Language: fr",
            "To: ines@clairlien.example",
            "Content-Type: multipart/alternative;",
            "D=C3=A9j=C3=A0 l=E2=80=99=C3=A9t=C3=A9",
        ] {
            assert!(written.contains(line), "{line} in {written}");
        }
        assert!(written.contains("Subject: =?utf-8?b?"), "{written}");
    }
}

//! Somebody who asks, over HTTP.

use relais_kernel::Clock;
use uuid::Uuid;

use crate::{
    http::{Client, hidden},
    report::Outcome,
};

/// Somebody signed in, with the token of their forms.
pub(super) struct Asker {
    client: Client,
    csrf: String,
    theme: String,
}

impl Asker {
    /// A browser with a session that is open already.
    pub(super) fn client(base: &str, token: &str) -> Outcome<Client> {
        let mut client = Client::new(base)?;
        client.keep("session", token);
        Ok(client)
    }

    pub(super) fn new(base: &str, token: &str, theme: &str) -> Outcome<Self> {
        let mut client = Self::client(base, token)?;
        let csrf = csrf(&mut client)?;
        Ok(Self { client, csrf, theme: theme.to_owned() })
    }

    /// Asks; tells where it is read.
    pub(super) fn asks(&mut self, text: &str) -> Outcome<String> {
        let key = Clock::system().id::<Uuid>().to_string();
        let fields = [
            ("csrf", self.csrf.as_str()),
            ("key", &key),
            ("theme", &self.theme),
            ("text", text),
            ("anyway", "1"),
        ];
        let answer = self.client.post("/questions/new", &fields)?;
        match answer.location {
            Some(place) if answer.status == 303 && place.starts_with("/questions/") => Ok(place),
            _ => Err(format!("asking answers {}", answer.status).into()),
        }
    }

    /// Needs it no more.
    pub(super) fn withdraws(&mut self, asked: &str) -> Outcome {
        posted(&mut self.client, &format!("{asked}/withdraw"), &[("csrf", &self.csrf)])
    }
}

/// Answers a question.
pub(super) fn answers(expert: &mut Client, csrf: &str, asked: &str) -> Outcome {
    let fields = [("csrf", csrf), ("words", "1. Débrancher.\n2. Attendre dix secondes.\n3. Rebrancher.")];
    posted(expert, &format!("{asked}/answer"), &fields)
}

fn posted(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Outcome {
    let answer = client.post(path, fields)?;
    if answer.status == 303 { Ok(()) } else { Err(format!("{path} answers {}", answer.status).into()) }
}

/// The token of somebody's forms.
pub(super) fn csrf(client: &mut Client) -> Outcome<String> {
    let page = client.get("/questions/new", false)?;
    let body = String::from_utf8_lossy(&page.body);
    Ok(hidden(&body, "csrf").ok_or("the question's page has no token")?.to_owned())
}

//! A browser of a few lines: it keeps cookies and the last form's token, and follows nothing.

use std::{
    collections::BTreeMap,
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

/// What came back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Reads a whole answer, as it came over the line.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n")?;
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
        Some(Self { status, headers, body: body.to_owned() })
    }
}

/// A browser on one site.
#[derive(Clone, Debug)]
pub(crate) struct Browser {
    place: String,
    cookies: BTreeMap<String, String>,
    csrf: String,
}

impl Browser {
    /// On the site of a base address such as `http://127.0.0.1:1234`.
    pub(crate) fn on(base: &str) -> Self {
        let place = base.strip_prefix("http://").expect("a base address").to_owned();
        Self { place, cookies: BTreeMap::new(), csrf: String::new() }
    }

    /// The same browser on another node of the same site.
    pub(crate) fn moved_to(&self, base: &str) -> Self {
        Self { place: Self::on(base).place, ..self.clone() }
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.try_ask("GET", path, "").unwrap_or_else(|error| panic!("GET {path}: {error}"))
    }

    /// Sends a form, with the token of the page that was looked at last.
    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.try_post(path, fields).unwrap_or_else(|error| panic!("POST {path}: {error}"))
    }

    pub(crate) fn try_get(&mut self, path: &str) -> std::io::Result<Answer> {
        self.try_ask("GET", path, "")
    }

    pub(crate) fn try_post(&mut self, path: &str, fields: &[(&str, &str)]) -> std::io::Result<Answer> {
        let csrf = self.csrf.clone();
        let body = relais_web::query(fields.iter().copied().chain([("csrf", csrf.as_str())]));
        self.try_ask("POST", path, &body)
    }

    /// Accepts an invitation, and is signed in.
    pub(crate) fn enter(&mut self, invitation: &str) {
        self.get(invitation);
        let password = "une phrase toute simple";
        assert_eq!(self.post(invitation, &[("password", password), ("again", password)]).status, 303);
    }

    /// The head of a request, as it would be sent.
    pub(crate) fn head(&self, method: &str, path: &str, length: usize) -> String {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n",
            self.place,
            cookies.join("; ")
        )
    }

    pub(crate) fn connect(&self) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect(&self.place)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(stream)
    }

    pub(crate) fn csrf(&self) -> &str {
        &self.csrf
    }

    fn try_ask(&mut self, method: &str, path: &str, body: &str) -> std::io::Result<Answer> {
        let mut stream = self.connect()?;
        stream.write_all(self.head(method, path, body.len()).as_bytes())?;
        stream.write_all(body.as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let cut = || std::io::Error::new(std::io::ErrorKind::UnexpectedEof, "the answer was cut short");
        let answer = Answer::read(&bytes).ok_or_else(cut)?;
        for (_, value) in answer.headers.iter().filter(|(name, _)| name == "set-cookie") {
            let pair = value.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        if let Some(token) = between(&answer.body, "name=\"csrf\" value=\"", "\"") {
            token.clone_into(&mut self.csrf);
        }
        Ok(answer)
    }
}

/// The text between two others, the first time.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

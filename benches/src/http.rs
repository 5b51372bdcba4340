//! A small client that keeps its connection: nothing but the server is measured.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use crate::report::Outcome;

/// A browser without a face.
pub(crate) struct Client {
    address: String,
    stream: BufReader<TcpStream>,
    cookies: BTreeMap<String, String>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) location: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Client {
    pub(crate) fn new(base: &str) -> Outcome<Self> {
        let address = base.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let stream = TcpStream::connect(&address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Self { address, stream: BufReader::new(stream), cookies: BTreeMap::new() })
    }

    /// Keeps a cookie that no answer gave it.
    pub(crate) fn keep(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// Another connection of the same browser.
    pub(crate) fn again(&self) -> Outcome<Self> {
        self.on(&self.address)
    }

    /// The same browser on another node.
    pub(crate) fn on(&self, base: &str) -> Outcome<Self> {
        let mut other = Self::new(base)?;
        other.cookies.clone_from(&self.cookies);
        Ok(other)
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// What every request of this browser says: host and cookies.
    pub(crate) fn headers(&self) -> String {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let host = format!("Host: {}\r\n", self.address);
        if cookies.is_empty() { host } else { format!("{host}Cookie: {}\r\n", cookies.join("; ")) }
    }

    pub(crate) fn get(&mut self, path: &str, fragment: bool) -> Outcome<Answer> {
        let fragment = if fragment { "X-Relais-Fragment: 1\r\n" } else { "" };
        self.send(&format!("GET {path} HTTP/1.1\r\n{fragment}"), b"")
    }

    pub(crate) fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Outcome<Answer> {
        let body = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", quoted(value)))
            .collect::<Vec<_>>()
            .join("&");
        let head = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n";
        self.send(&format!("POST {path} HTTP/1.1\r\n{head}"), body.as_bytes())
    }

    fn send(&mut self, head: &str, body: &[u8]) -> Outcome<Answer> {
        let request = format!("{head}{}Content-Length: {}\r\n\r\n", self.headers(), body.len());
        let stream = self.stream.get_mut();
        stream.write_all(request.as_bytes())?;
        stream.write_all(body)?;
        self.read()
    }

    fn read(&mut self) -> Outcome<Answer> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or("no status")?;
        let (mut length, mut location) = (None, None);
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = Some(value.parse::<usize>()?),
                "location" => location = Some(value.to_owned()),
                "set-cookie" => {
                    if let Some((name, value)) = value.split(';').next().and_then(|pair| pair.split_once('='))
                    {
                        self.cookies.insert(name.to_owned(), value.to_owned());
                    }
                }
                _ => {}
            }
        }
        let mut body = vec![0; length.ok_or("no content length")?];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, location, body })
    }
}

/// A form's hidden field.
pub(crate) fn hidden<'a>(body: &'a str, name: &str) -> Option<&'a str> {
    let at = body.find(&format!("name=\"{name}\""))?;
    let rest = &body[at..];
    let value = &rest[rest.find("value=\"")? + 7..];
    value.split('"').next()
}

fn quoted(value: &str) -> String {
    value
        .bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}

//! A little mail server that does as a script says, one line a connection, and then takes everything.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// What happens to one connection.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// The recipient is refused with this answer.
    Refuse(&'static str),
    /// The sign-in is refused.
    RefuseSignIn,
    /// The line goes dead before the letter was read to its end.
    HangUpInData,
    /// The line goes dead after the letter was read, before the answer: nobody knows whether it was taken.
    HangUpAfterData,
}

#[derive(Default)]
struct Shared {
    script: VecDeque<Step>,
    seen: Vec<String>,
    taken: Vec<String>,
}

pub(crate) struct Server {
    pub(crate) port: u16,
    shared: Arc<Mutex<Shared>>,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    pub(crate) async fn start(script: &[Step]) -> Self {
        Self::start_on(0, script).await
    }

    pub(crate) async fn start_on(port: u16, script: &[Step]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared =
            Arc::new(Mutex::new(Shared { script: script.iter().copied().collect(), ..Shared::default() }));
        let ours = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let step = ours.lock().unwrap().script.pop_front();
                // A line that goes dead is part of the play.
                let _ = talk(stream, step, &ours).await;
            }
        });
        Self { port, shared, task }
    }

    /// Letters that were read to their end, whether or not that was said.
    pub(crate) fn seen(&self) -> Vec<String> {
        self.shared.lock().unwrap().seen.clone()
    }

    /// Letters that were acknowledged.
    pub(crate) fn taken(&self) -> Vec<String> {
        self.shared.lock().unwrap().taken.clone()
    }

    /// Whether the script was played to its end.
    pub(crate) fn is_played(&self) -> bool {
        self.shared.lock().unwrap().script.is_empty()
    }
}

async fn talk(stream: TcpStream, step: Option<Step>, shared: &Mutex<Shared>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 little.example ESMTP\r\n").await?;
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let verb = line.split_whitespace().next().unwrap_or("").to_ascii_uppercase();
        let answer = match (verb.as_str(), step) {
            ("EHLO", _) => "250-little.example\r\n250-8BITMIME\r\n250 AUTH PLAIN",
            ("AUTH", Some(Step::RefuseSignIn)) => "535 5.7.8 no",
            ("AUTH", _) => "235 2.7.0 welcome",
            ("MAIL", _) => "250 2.1.0 sender fine",
            ("RCPT", Some(Step::Refuse(answer))) => answer,
            ("RCPT", _) => "250 2.1.5 recipient fine",
            ("QUIT", _) => "221 2.0.0 bye",
            ("DATA", _) => {
                stream.write_all(b"354 go on\r\n").await?;
                let Some(letter) = read_letter(&mut stream, step).await? else { return Ok(()) };
                let mut shared = shared.lock().unwrap();
                shared.seen.push(letter.clone());
                if matches!(step, Some(Step::HangUpAfterData)) {
                    return Ok(());
                }
                shared.taken.push(letter);
                "250 2.0.0 taken"
            }
            _ => "502 5.5.2 what?",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

async fn read_letter(
    stream: &mut BufReader<TcpStream>,
    step: Option<Step>,
) -> std::io::Result<Option<String>> {
    let mut letter = String::new();
    loop {
        let before = letter.len();
        if stream.read_line(&mut letter).await? == 0 || matches!(step, Some(Step::HangUpInData)) {
            return Ok(None);
        }
        if &letter[before..] == ".\r\n" {
            letter.truncate(before);
            return Ok(Some(letter));
        }
    }
}

/// A header's value in a letter as received.
pub(crate) fn header<'a>(letter: &'a str, name: &str) -> &'a str {
    letter.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap_or("")
}

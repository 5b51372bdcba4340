//! A gateway that answers as a script says, over real connections.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// What it does with the next request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Answers with this head and body.
    Answer(&'static str, &'static str),
    /// Takes it, and says so after so many milliseconds.
    Late(u64),
    /// Says so twice.
    Twice,
    /// Takes it and says nothing.
    Never,
    /// Takes it and hangs up.
    HangUp,
    /// Says yes in a megabyte.
    Huge,
    /// Says something that is no HTTP.
    Garbage,
}

/// What was handed over.
#[derive(Clone, Debug)]
pub(crate) struct Handed {
    pub(crate) line: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Handed {
    /// A field of its only message.
    pub(crate) fn field(&self, name: &str) -> String {
        let value: Value = serde_json::from_str(&self.body).unwrap();
        value["messages"][0][name].as_str().unwrap().to_owned()
    }
}

#[derive(Default)]
struct Shared {
    script: VecDeque<Step>,
    handed: Vec<Handed>,
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
    /// Does these steps first, then takes everything.
    pub(crate) async fn start(script: &[Step]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared =
            Arc::new(Mutex::new(Shared { script: script.iter().copied().collect(), ..Shared::default() }));
        let ours = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(BufReader::new(stream), Arc::clone(&ours)));
            }
        });
        Self { port, shared, task }
    }

    /// What was handed over so far.
    pub(crate) fn handed(&self) -> Vec<Handed> {
        self.shared.lock().unwrap().handed.clone()
    }

    /// Waits until so many were handed over.
    pub(crate) async fn has(&self, count: usize) {
        for _ in 0..500 {
            if self.handed().len() >= count {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("only {} of {count} came", self.handed().len());
    }
}

async fn serve(mut stream: BufReader<TcpStream>, shared: Arc<Mutex<Shared>>) {
    let Some(handed) = read(&mut stream).await else { return };
    let (step, count) = {
        let mut shared = shared.lock().unwrap();
        shared.handed.push(handed);
        (shared.script.pop_front(), shared.handed.len())
    };
    let taken = format!("{{\"messages\":[{{\"id\":\"gw-{count}\"}}]}}");
    let whole =
        |head: &str, body: &str| format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let yes = whole("202 Accepted", &taken);
    let answer = match step {
        None => yes,
        Some(Step::Answer(head, body)) => whole(head, body),
        Some(Step::Late(millis)) => {
            tokio::time::sleep(Duration::from_millis(millis)).await;
            yes
        }
        Some(Step::Twice) => yes.repeat(2),
        Some(Step::Never) => return tokio::time::sleep(Duration::from_secs(600)).await,
        Some(Step::HangUp) => return,
        Some(Step::Huge) => {
            whole("200 OK", &format!("{{\"messages\":[{{\"x\":\"{}\"}}]}}", "x".repeat(1_000_000)))
        }
        Some(Step::Garbage) => "SMTP 220 hello\r\n\r\n".into(),
    };
    drop(stream.write_all(answer.as_bytes()).await);
    drop(stream.shutdown().await);
}

async fn read(stream: &mut BufReader<TcpStream>) -> Option<Handed> {
    let mut line = String::new();
    stream.read_line(&mut line).await.ok()?;
    let mut headers = BTreeMap::new();
    let mut header = String::new();
    loop {
        header.clear();
        stream.read_line(&mut header).await.ok()?;
        let Some((name, value)) = header.trim_end().split_once(": ") else { break };
        headers.insert(name.to_ascii_lowercase(), value.to_owned());
    }
    let mut body = vec![0; headers.get("content-length")?.parse().ok()?];
    stream.read_exact(&mut body).await.ok()?;
    Some(Handed { line: line.trim_end().to_owned(), headers, body: String::from_utf8(body).ok()? })
}

//! A mail server of a few lines: it keeps each letter's address and Message-ID, and now and then is not there.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

/// One letter handed over: address and Message-ID.
type Letters = Arc<Mutex<Vec<(String, String)>>>;

/// Every so many connections one is refused for the moment.
const REFUSES_ONE_IN: u32 = 9;

/// A server on a free port, for as long as the test runs.
pub(crate) struct Sink {
    port: u16,
    letters: Letters,
}

impl Sink {
    pub(crate) fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let letters = Letters::default();
        let (kept, served) = (Arc::clone(&letters), AtomicU32::new(0));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let kept = Arc::clone(&kept);
                let refuse = served.fetch_add(1, Ordering::SeqCst) % REFUSES_ONE_IN == REFUSES_ONE_IN - 1;
                // A peer that is killed half-way ends this conversation, and nothing else.
                std::thread::spawn(move || drop(converse(stream, refuse, &kept)));
            }
        });
        Self { port, letters }
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// How many letters were handed over, the same one more than once included.
    pub(crate) fn count(&self) -> usize {
        self.letters.lock().unwrap().len()
    }

    /// The different Message-IDs that each address received.
    pub(crate) fn by_address(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (address, id) in self.letters.lock().unwrap().iter() {
            all.entry(address.clone()).or_default().insert(id.clone());
        }
        all
    }
}

fn converse(mut stream: TcpStream, refuse: bool, kept: &Letters) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    stream.write_all(if refuse { b"421 not now\r\n" } else { b"220 sink\r\n" })?;
    if refuse {
        return Ok(());
    }
    let mut address = String::new();
    while let Some(line) = lines.next() {
        let line = line?;
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" | "HELO" => stream.write_all(b"250-sink\r\n250 8BITMIME\r\n")?,
            "RCPT" => {
                address = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                stream.write_all(b"250 fine\r\n")?;
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n")?;
                let mut id = String::new();
                for line in lines.by_ref() {
                    let line = line?;
                    if let Some(value) = line.strip_prefix("Message-ID: ").filter(|_| id.is_empty()) {
                        value.clone_into(&mut id);
                    }
                    if line == "." {
                        break;
                    }
                }
                kept.lock().unwrap().push((address.clone(), id));
                // Time in which the sender may die without having heard that its letter is here.
                std::thread::sleep(Duration::from_millis(30));
                stream.write_all(b"250 taken\r\n")?;
            }
            "QUIT" => return stream.write_all(b"221 bye\r\n"),
            _ => stream.write_all(b"250 fine\r\n")?,
        }
    }
    Ok(())
}

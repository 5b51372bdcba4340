//! A little push service that answers as a script says, and the browser behind it, which opens what it is handed.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex},
};

use aes_gcm::{Aes128Gcm, KeyInit as _, Nonce, aead::Aead as _};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use hkdf::Hkdf;
use p256::{
    PublicKey, SecretKey,
    ecdsa::{Signature, VerifyingKey, signature::Verifier as _},
};
use relais_kernel::Clock;
use relais_post::Subscription;
use serde_json::Value;
use sha2::Sha256;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpListener,
    task::JoinHandle,
};

/// What was handed over.
#[derive(Clone, Debug)]
pub(crate) struct Handed {
    pub(crate) path: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

#[derive(Default)]
struct Shared {
    script: VecDeque<&'static str>,
    handed: Vec<Handed>,
}

pub(crate) struct PushService {
    port: u16,
    shared: Arc<Mutex<Shared>>,
    task: JoinHandle<()>,
}

impl Drop for PushService {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl PushService {
    /// Answers with these heads first, such as `429 Too Many Requests\r\nRetry-After: 120`, then with 201.
    pub(crate) async fn start(script: &[&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared =
            Arc::new(Mutex::new(Shared { script: script.iter().copied().collect(), ..Shared::default() }));
        let ours = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let mut stream = BufReader::new(stream);
                let Some(handed) = read(&mut stream).await else { continue };
                let head = {
                    let mut shared = ours.lock().unwrap();
                    shared.handed.push(handed);
                    shared.script.pop_front().unwrap_or("201 Created")
                };
                let answer = format!("HTTP/1.1 {head}\r\ncontent-length: 0\r\n\r\n");
                drop(stream.write_all(answer.as_bytes()).await);
            }
        });
        Self { port, shared, task }
    }

    /// What was handed over so far.
    pub(crate) fn handed(&self) -> Vec<Handed> {
        self.shared.lock().unwrap().handed.clone()
    }

    /// Another browser that is called through this service.
    pub(crate) fn browser(&self, name: &str) -> Browser {
        let clock = Clock::system();
        let secret = SecretKey::from_slice(&clock.secret::<32>()).unwrap();
        Browser {
            endpoint: format!("http://127.0.0.1:{}/push/{name}", self.port),
            secret,
            auth: clock.secret(),
        }
    }

    /// What this service is called in a token.
    pub(crate) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

async fn read(stream: &mut BufReader<tokio::net::TcpStream>) -> Option<Handed> {
    let mut line = String::new();
    stream.read_line(&mut line).await.ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut headers = BTreeMap::new();
    loop {
        line.clear();
        stream.read_line(&mut line).await.ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.insert(name.to_ascii_lowercase(), value.to_owned());
    }
    let mut body = vec![0; headers.get("content-length")?.parse().ok()?];
    stream.read_exact(&mut body).await.ok()?;
    Some(Handed { path, headers, body })
}

pub(crate) struct Browser {
    endpoint: String,
    secret: SecretKey,
    auth: [u8; 16],
}

impl Browser {
    /// What it tells when its owner says yes.
    pub(crate) fn subscription(&self) -> Subscription {
        let key = BASE64_URL_SAFE_NO_PAD.encode(self.secret.public_key().to_sec1_bytes());
        let auth = BASE64_URL_SAFE_NO_PAD.encode(self.auth);
        Subscription::read_for(&crate::push(), &self.endpoint, &key, &auth).unwrap()
    }

    /// Opens what it was handed, as RFC 8291 says.
    pub(crate) fn open(&self, handed: &Handed) -> Value {
        let (salt, rest) = handed.body.split_at(16);
        let (size, rest) = rest.split_at(4);
        let (id, sealed) = rest[1..].split_at(usize::from(rest[0]));
        assert_eq!(
            (size, handed.headers["content-encoding"].as_str()),
            ([0, 0, 16, 0].as_slice(), "aes128gcm")
        );
        let ours = self.secret.public_key().to_sec1_bytes();
        let shared = self.secret.diffie_hellman(&PublicKey::from_sec1_bytes(id).unwrap());
        let info = [b"WebPush: info\0".as_slice(), &ours, id].concat();
        let key: [u8; 32] = expand(&self.auth, shared.raw_secret_bytes(), &info);
        let content: [u8; 16] = expand(salt, &key, b"Content-Encoding: aes128gcm\0");
        let nonce: [u8; 12] = expand(salt, &key, b"Content-Encoding: nonce\0");
        let opened = Aes128Gcm::new(&content.into()).decrypt(&Nonce::from(nonce), sealed).unwrap();
        let (mark, words) = opened.split_last().unwrap();
        assert_eq!(*mark, 2);
        serde_json::from_slice(words).unwrap()
    }
}

fn expand<const N: usize>(salt: &[u8], key: &[u8], info: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    Hkdf::<Sha256>::new(Some(salt), key).expand(info, &mut bytes).unwrap();
    bytes
}

/// The claims of a request's token, whose signature is right, and the key that it was made with.
pub(crate) fn token(handed: &Handed) -> (Value, String) {
    let bytes = |text: &str| BASE64_URL_SAFE_NO_PAD.decode(text).unwrap();
    let said = handed.headers["authorization"].strip_prefix("vapid t=").unwrap();
    let (token, key) = said.split_once(", k=").unwrap();
    let (said, signature) = token.rsplit_once('.').unwrap();
    let verifying = VerifyingKey::from_sec1_bytes(&bytes(key)).unwrap();
    verifying.verify(said.as_bytes(), &Signature::from_slice(&bytes(signature)).unwrap()).unwrap();
    (serde_json::from_slice(&bytes(said.split_once('.').unwrap().1)).unwrap(), key.to_owned())
}

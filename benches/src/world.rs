//! An instance in a folder of its own, with one organisation and somebody signed in.

use std::{
    fmt::Write as _,
    net::TcpListener,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use crate::{
    database::Database,
    http::{Client, hidden},
    report::Outcome,
    server::{Server, command},
};

/// The password of the bench's administrator.
const PASSWORD: &str = "quatre mots faciles à retenir";

/// An instance.
pub(crate) struct World {
    folder: TempDir,
    port: u16,
    link: String,
    url: Option<String>,
}

impl World {
    /// An empty instance with an administrator.
    pub(crate) fn new(database: Database) -> Outcome<Self> {
        let folder = tempfile::tempdir_in("target")?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut world = Self { folder, port, link: String::new(), url: database.fresh()? };
        let mut text = format!(
            "listen = \"127.0.0.1:{port}\"\ndata = \"{}\"\n\n[metrics]\nlisten = \"off\"\n",
            world.folder.path().display()
        );
        if let Some(url) = &world.url {
            write!(text, "\n[database]\nurl = \"{url}\"\n")?;
        }
        std::fs::write(world.config(), text)?;
        let args = [
            "organisation",
            "add",
            "--name",
            "Banc",
            "--given-name",
            "Ada",
            "--family-name",
            "Test",
            "--email",
            "ada@banc.example",
        ];
        let said = command(&world.config(), &args)?;
        world.link =
            said.split_whitespace().find(|word| word.contains("/enter/")).ok_or("no invitation")?.to_owned();
        Ok(world)
    }

    pub(crate) fn config(&self) -> PathBuf {
        self.folder.path().join("relais.toml")
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The address of its database. On SQLite nothing else may run while it is open.
    pub(crate) fn url(&self) -> String {
        let file = || format!("sqlite:{}", self.folder.path().join("relais.db").display());
        self.url.clone().unwrap_or_else(file)
    }

    pub(crate) fn serve(&self) -> Outcome<Server> {
        Server::start(&self.config(), self.port)
    }

    /// Another node of the same instance, on PostgreSQL.
    pub(crate) fn another_node(&self) -> Outcome<Server> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let text = std::fs::read_to_string(self.config())?;
        let text = text.replace(&format!("127.0.0.1:{}", self.port), &format!("127.0.0.1:{port}"));
        let config = self.folder.path().join("other.toml");
        std::fs::write(&config, text)?;
        Server::start(&config, port)
    }

    /// The administrator's browser: by the invitation the first time, by the password afterwards.
    pub(crate) fn sign_in(&self, server: &Server) -> Outcome<Client> {
        let mut client = Client::new(&server.base)?;
        let path = self.link.splitn(4, '/').nth(3).map(|rest| format!("/{rest}")).ok_or("no path")?;
        let page = client.get(&path, false)?;
        let body = String::from_utf8_lossy(&page.body).into_owned();
        let token = hidden(&body, "csrf").unwrap_or("").to_owned();
        let answer = client.post(&path, &[("csrf", &token), ("password", PASSWORD), ("again", PASSWORD)])?;
        if answer.status == 303 {
            return Ok(client);
        }
        let body = String::from_utf8_lossy(&client.get("/sign-in", false)?.body).into_owned();
        let token = hidden(&body, "csrf").unwrap_or("").to_owned();
        let fields = [("csrf", token.as_str()), ("email", "ada@banc.example"), ("password", PASSWORD)];
        let answer = client.post("/sign-in", &fields)?;
        if answer.status == 303 {
            Ok(client)
        } else {
            Err(format!("signing in answers {}", answer.status).into())
        }
    }
}

/// 5,000 units as a file.
pub(crate) fn units(count: usize) -> String {
    let mut text = String::from("code;nom;type;département;ville\n");
    for n in 0..count {
        let department = ["91", "94", "84", "72", "2A", "974"][n % 6];
        let _ = writeln!(text, "U{n:05};Boutique {n};shop;{department};Ville {}", n % 900);
    }
    text
}

/// People as a file, twenty a unit, the first of each unit its manager.
pub(crate) fn people(count: usize, units: usize) -> String {
    const GIVEN: [&str; 11] = [
        "Inès", "Karim", "Nadège", "Solène", "Hélène", "Marc", "Patrick", "Lila", "Thomas", "Aïssata",
        "Bruno",
    ];
    const FAMILY: [&str; 13] = [
        "Marchal",
        "Benseddik",
        "Fournier",
        "Le Goff",
        "Kowalski",
        "Delorme",
        "Aumont",
        "Osei",
        "Girard",
        "Camara",
        "Teixeira",
        "N'Diaye",
        "Étienne",
    ];
    let mut text = String::from("matricule;prénom;nom;courriel;filière;unité;fonction;depuis\n");
    for n in 0..count {
        let function = if n < units { "manager" } else { "adviser" };
        let (given, family) = (GIVEN[n % 11], FAMILY[n % 13]);
        let _ = writeln!(
            text,
            "{n:06};{given};{family} {n};p{n}@banc.example;sales;U{:05};{function};2026-01-01",
            n % units
        );
    }
    text
}

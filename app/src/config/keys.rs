//! Every setting, once: what the file, the environment, the documentation and the checks know of it.

/// How a value is written in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Between quotes.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Switch,
}

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name in the file, with its table: `mail.host`.
    pub name: &'static str,
    /// How it is written.
    pub kind: Kind,
    /// What holds when nothing is said.
    pub default: &'static str,
    /// Whether its value is never shown.
    pub secret: bool,
    /// What it is for.
    pub what: &'static str,
}

impl Key {
    const fn text(name: &'static str, default: &'static str, what: &'static str) -> Self {
        Self { name, kind: Kind::Text, default, secret: false, what }
    }

    const fn number(name: &'static str, default: &'static str, what: &'static str) -> Self {
        Self { name, kind: Kind::Number, default, secret: false, what }
    }

    const fn secret(name: &'static str, what: &'static str) -> Self {
        Self { name, kind: Kind::Text, default: "none", secret: true, what }
    }

    /// Its environment variable: `RELAIS_MAIL_HOST`.
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.name.to_ascii_uppercase().replace('.', "_"))
    }
}

/// What our environment variables begin with.
pub const PREFIX: &str = "RELAIS_";

/// Variables with our prefix that are no settings: the command line's own, the build's, the tests'.
pub const OTHER_VARIABLES: [&str; 5] =
    ["RELAIS_CONFIG", "RELAIS_ASSETS", "RELAIS_BREAK", "RELAIS_BIN", "RELAIS_SOAK_ROUNDS"];

/// All settings, in the order of the example file.
pub const KEYS: &[Key] = &[
    Key::text("listen", "127.0.0.1:8080", "Address and port to answer on; port 0 takes a free one."),
    Key::text(
        "base_url",
        "http:// and listen, when that is this machine",
        "Where people reach Relais: links in letters begin with it. https, unless it is this machine.",
    ),
    Key {
        name: "insecure",
        kind: Kind::Switch,
        default: "false",
        secret: false,
        what: "Accept a base_url without https: passwords then cross the network in clear.",
    },
    Key::text("data", "/var/lib/relais", "Folder of the embedded database and of backups."),
    Key::text(
        "key_file",
        "relais.key, in the data folder",
        "File of the key that seals what tells who customers are: made at the first start, in no backup, the same on all \
         nodes. Keep a copy elsewhere.",
    ),
    Key::secret("database.url", "postgres://… for several nodes; without it, SQLite in the data folder."),
    Key::secret(
        "database.sealed_url",
        "postgres://… for what is said without a name; without it, the schema `sealed` of the same database.",
    ),
    Key::number("database.connections", "8", "Connections at most, 1 to 200."),
    Key::text("mail.host", "none", "SMTP server; without one, letters wait until there is."),
    Key::number("mail.port", "587, 465 or 25, after mail.tls", "Port of the SMTP server."),
    Key::text(
        "mail.tls",
        "starttls",
        "starttls, tls (from the first byte) or none (a relay on this machine).",
    ),
    Key::text("mail.user", "none", "Name to sign in with, if the server wants one."),
    Key::secret("mail.password", "Password to sign in with."),
    Key::text("mail.password_file", "none", "File whose first line is the password."),
    Key::text("mail.from", "none", "Sender of all letters: Relais <relais@example.org>."),
    Key::text(
        "sms.url",
        "none",
        "Address of the SMS gateway; without one, text messages wait until there is.",
    ),
    Key::text("sms.method", "POST", "POST or PUT."),
    Key::text("sms.format", "json", "How sms.body is written: json or form."),
    Key::text("sms.body", "none", "Body of a request, with {to}, {from}, {text}, {id} and {receipt_url}."),
    Key::secret("sms.header", "Header with our credentials: Authorization: Bearer …"),
    Key::text("sms.header_file", "none", "File whose first line is that header."),
    Key::text(
        "sms.ref",
        "none",
        "Where the answer holds the gateway's id: messages.0.id. Without it any 2xx is a yes.",
    ),
    Key::number(
        "sms.timeout",
        "20",
        "Seconds to wait for an answer, 1 to 60: beyond them a message is unclear.",
    ),
    Key::text(
        "sms.private",
        "none",
        "Addresses of a gateway on this machine or a private network, with commas: nothing else there is called.",
    ),
    Key::secret(
        "sms.secret",
        "End of the addresses that the gateway calls: 22 random letters and digits or more.",
    ),
    Key::text("sms.secret_file", "none", "File whose first line is that secret."),
    Key::text("sms.receipt_id", "id", "Where a receipt holds the id of a message, ours or the gateway's."),
    Key::text("sms.receipt_state", "status", "Where a receipt says what became of it."),
    Key::text("sms.receipt_delivered", "delivered", "What says there that it arrived, with commas."),
    Key::text("sms.receipt_failed", "failed, undelivered, expired, rejected", "What says that it did not."),
    Key::text("sms.inbound_from", "from", "Where a customer's message holds their number."),
    Key::text("sms.inbound_text", "text", "Where it holds their words."),
    Key::text("backup.folder", "backups, in the data folder", "Where `relais backup` writes."),
    Key::number("backup.keep", "14", "How many backups stay in that folder; 0 keeps all."),
    Key::text("backup.recipient", "none", "age public key (age1…): backups are then encrypted for it."),
    Key::text("log.format", "text", "text or json, on standard error."),
    Key::text("log.level", "info", "error, warn, info, debug or trace."),
    Key::text(
        "metrics.listen",
        "127.0.0.1:9464",
        "Where /metrics answers, apart from the pages; off for nowhere.",
    ),
    Key::number("worker.at_once", "4", "Jobs done at the same time by one process, 1 to 64."),
];

/// The known name nearest to a mistyped one.
pub fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_ascii_lowercase();
    let last = typed.rsplit('.').next().unwrap_or(&typed);
    let distance = |name: &str| {
        let own = name.rsplit('.').next().unwrap_or(name);
        let whole = strsim::damerau_levenshtein(&typed, &name.to_ascii_lowercase());
        // The right word in the wrong table is nearer than a like word in the right one.
        if own == last { whole.min(1) } else { whole }
    };
    let (far, name) = known.map(|name| (distance(name), name)).min_by_key(|(far, _)| *far)?;
    (far <= 2.max(typed.len() / 3)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ops_05_the_nearest_name_is_told() {
        let near = |typed| nearest(typed, KEYS.iter().map(|key| key.name));
        assert_eq!(near("mail.hots"), Some("mail.host"));
        assert_eq!(near("base-url"), Some("base_url"));
        assert_eq!(near("mail.keep"), Some("backup.keep"));
        assert_eq!(near("from"), Some("mail.from"));
        assert_eq!(near("colour_of_the_door"), None);
    }

    #[test]
    fn variables_are_told_apart() {
        let mut variables: Vec<String> = KEYS.iter().map(Key::variable).collect();
        variables.extend(OTHER_VARIABLES.map(str::to_owned));
        let count = variables.len();
        variables.sort();
        variables.dedup();
        assert_eq!(variables.len(), count);
    }
}

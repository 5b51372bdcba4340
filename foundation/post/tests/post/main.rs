//! Letters from the transaction that writes them to a mail server's hands.

#![expect(clippy::unwrap_used, reason = "a helper of tests may stop a test that cannot go on")]

mod calling;
mod carrying;
mod digests;
mod hours;
mod letters;
mod push_service;
mod reader;
mod rules;
mod rules_of_calling;
mod server;
mod sms;

use std::{sync::Arc, time::Duration};

use relais_kernel::{Locale, MessageId};
use relais_post::{
    Base, CALLING, Caller, Letter, Link, Mailer, Message, PasswordReset, Push, Security, Smtp, SmtpOptions,
    To, calling, job, letter, send,
};
use relais_store::{
    Db,
    jobs::{self, Health, Runner, health},
};
use relais_testkit::TestDb;
use relais_words::{Catalogue, Words};

fn words() -> Words {
    Words::new(Arc::new(Catalogue::build(&[relais_post::WORDS]).unwrap()), Locale::Fr)
}

fn link(path: &str) -> Link {
    Base::new("https://relais.example.org").unwrap().at(path)
}

fn reset() -> PasswordReset {
    PasswordReset { link: link("/enter/abc"), minutes: 60 }
}

fn smtp(port: u16) -> SmtpOptions {
    SmtpOptions {
        host: "127.0.0.1".into(),
        port: Some(port),
        security: Security::Plain,
        user: None,
        password: None,
        from: "Relais <relais@example.org>".into(),
    }
}

fn by_smtp(port: u16) -> Mailer {
    Mailer::Smtp(Smtp::new(&smtp(port)).unwrap())
}

/// The way to push services, of which tests have their own.
fn push() -> Push {
    Push::new("https://relais.example.org").unwrap().to_this_machine()
}

/// A database, and the queue run by hand.
struct Post {
    test: TestDb,
    runner: Runner,
}

impl Post {
    async fn new(mailer: Mailer) -> Self {
        let test = TestDb::new(&[
            relais_store::SCHEMA,
            relais_directory::SCHEMA,
            relais_contact::SCHEMA,
            relais_post::SCHEMA,
        ])
        .await;
        let base = Base::new("https://relais.example.org").unwrap();
        let caller = Caller::new(words(), base, push());
        let runner = Runner::new(test.db().clone(), vec![job(mailer), calling(caller)], vec![]);
        Self { test, runner }
    }

    async fn by_smtp(port: u16) -> Self {
        Self::new(by_smtp(port)).await
    }

    fn db(&self) -> &Db {
        self.test.db()
    }

    async fn send(&self, message: &dyn Message) -> MessageId {
        let to = To::new("ines@clairlien.example", Locale::Fr).unwrap();
        let tx = self.db().begin().await.unwrap();
        let id = send(&tx, &words(), &to, message).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn letter(&self, id: MessageId) -> Letter {
        letter(self.db(), id).await.unwrap().unwrap()
    }

    async fn run(&self) -> usize {
        self.runner.run_due().await.unwrap()
    }

    /// One round of calling, and what it leaves behind.
    async fn call(&self) {
        let tx = self.db().begin().await.unwrap();
        jobs::enqueue(&tx, CALLING, &()).await.unwrap();
        tx.commit().await.unwrap();
        self.run().await;
    }

    /// Lets the time pass, and what is due be done, a minute at a time.
    async fn pass(&self, minutes: u64) {
        for _ in 0..minutes {
            self.db().clock().advance(Duration::from_secs(60));
            self.run().await;
        }
    }

    async fn health(&self) -> Health {
        health(self.db()).await.unwrap()
    }
}

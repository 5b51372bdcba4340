//! The job that carries letters out.

use relais_store::{
    Db,
    jobs::{Job, JobError, Kind, Outcome},
};

use crate::{
    letterbox::{self, State},
    letters::DIGEST,
    notices,
    sending::{Carry, carry_out},
    smtp::{Smtp, Verdict},
};

/// The job's name.
pub const MAIL: &str = "post.mail";

/// How letters leave.
#[derive(Clone, Debug)]
pub enum Mailer {
    /// By a mail server.
    Smtp(Smtp),
    /// Not at all: they stay to be read on the demo's own page (SEC-12).
    Letterbox,
}

/// The job kind for the runner. It acts outside the database and takes effect at least once; a letter's `Message-ID` is
/// the same each time.
pub fn job(mailer: Mailer) -> Kind {
    Kind::outside(MAIL, move |db, job| {
        let mailer = mailer.clone();
        Box::pin(async move { carry(db, job, &mailer).await })
    })
}

async fn carry(db: &Db, job: &Job, mailer: &Mailer) -> Outcome {
    let Carry { letter: id } = job.payload()?;
    // A letter whose time is over is gone with its row; one that left stays as it is.
    let Some(letter) = letterbox::letter(db, id).await?.filter(|letter| letter.state != State::Sent) else {
        return Ok(());
    };
    let now = db.clock().now();
    if letter.kind == DIGEST && !notices::still_wanted(db, id).await? {
        // Everything in it was seen or has ended while the mail server was away.
        let tx = db.begin().await?;
        letterbox::withdraw(&tx, id).await?;
        return Ok(tx.commit().await?);
    }
    let leaves = letter.hours().moment(|org| db.org(org), now).await?;
    if leaves > now {
        let tx = db.begin().await?;
        // Tried again after hours, or hours that changed meanwhile: it waits for them with all its tries.
        carry_out(&tx, job.org, id, leaves).await?;
        return Ok(tx.commit().await?);
    }
    let verdict = match mailer {
        Mailer::Letterbox => Verdict::Sent,
        Mailer::Smtp(smtp) => smtp.deliver(&letter).await,
    };
    let tx = db.begin().await?;
    match verdict {
        Verdict::Sent => letterbox::put_sent(&tx, id, matches!(mailer, Mailer::Letterbox)).await?,
        Verdict::Later(code) => return Err(JobError::Retry(code)),
        Verdict::Never(code) => {
            letterbox::put_failed(&tx, id).await?;
            tx.commit().await?;
            return Err(JobError::Fail(code));
        }
    }
    Ok(tx.commit().await?)
}

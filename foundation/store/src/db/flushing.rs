//! How a commit lasts on SQLite: many share one flush.
//!
//! By itself (`synchronous = FULL`) SQLite flushes its log within each commit, while the one writer's place is taken: on a
//! disk that takes 4 ms, 250 commits a second and no more. Here a commit writes to the log and gives the place back; then the
//! log is flushed, once for all that committed meanwhile, and nobody is told that theirs is kept before a flush that began
//! after it has ended. Commits stand in the log one after the other, so that none lasts without those it was built on. When
//! the log goes into the database, SQLite itself flushes both, as before.

use std::{
    fs::File,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use tokio::sync::Mutex;

/// The flushes of one database.
#[derive(Debug)]
pub(super) struct Flushes {
    log: PathBuf,
    /// How many commits are in the log.
    made: AtomicU64,
    /// How many of them last; none once a flush failed: what a disk has dropped it does not tell twice.
    lasting: Mutex<Option<u64>>,
}

impl Flushes {
    /// Of the log beside this database.
    pub(super) fn of(database: &Path) -> Self {
        let mut log = database.as_os_str().to_owned();
        log.push("-wal");
        Self { log: log.into(), made: AtomicU64::new(0), lasting: Mutex::new(Some(0)) }
    }

    /// A commit has ended: waits until it lasts.
    pub(super) async fn last(&self) -> io::Result<()> {
        let log = self.log.clone();
        self.shared(async || tokio::task::spawn_blocking(move || flush(&log)).await?).await
    }

    async fn shared(&self, flush: impl AsyncFnOnce() -> io::Result<()>) -> io::Result<()> {
        let mine = self.made.fetch_add(1, Ordering::AcqRel) + 1;
        let mut lasting = self.lasting.lock().await;
        let Some(last) = *lasting else {
            return Err(io::Error::other("the disk has refused to keep a commit"));
        };
        if last >= mine {
            return Ok(());
        }
        let made = self.made.load(Ordering::Acquire);
        *lasting = None;
        flush().await?;
        *lasting = Some(made);
        Ok(())
    }
}

/// Whoever closed the database last has put its log into it, flushed, and removed it.
fn flush(log: &Path) -> io::Result<()> {
    match File::open(log) {
        Ok(file) => file.sync_data(),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, atomic::AtomicUsize};

    use relais_kernel::Clock;
    use tokio::sync::Semaphore;

    use super::*;
    use crate::{Db, DbOptions};

    #[tokio::test]
    async fn ops_09_whoever_commits_during_a_flush_waits_for_the_next_which_they_share() {
        let flushes = Arc::new(Flushes::of(Path::new("none.db")));
        let (begun, end) = (Arc::new(AtomicUsize::new(0)), Arc::new(Semaphore::new(0)));
        let commit = || {
            let (flushes, begun, end) = (Arc::clone(&flushes), Arc::clone(&begun), Arc::clone(&end));
            tokio::spawn(async move {
                let flush = async || {
                    begun.fetch_add(1, Ordering::SeqCst);
                    end.acquire().await.expect("open").forget();
                    Ok(())
                };
                flushes.shared(flush).await
            })
        };
        let quiet = async || {
            for _ in 0..50 {
                tokio::task::yield_now().await;
            }
        };
        let first = commit();
        quiet().await;
        let others = [commit(), commit(), commit()];
        quiet().await;
        assert_eq!(begun.load(Ordering::SeqCst), 1);
        end.add_permits(1);
        first.await.unwrap().unwrap();
        quiet().await;
        assert!(others.iter().all(|other| !other.is_finished()), "they came after it had begun");
        end.add_permits(1);
        for other in others {
            other.await.unwrap().unwrap();
        }
        assert_eq!(begun.load(Ordering::SeqCst), 2, "three commits, one flush");
    }

    #[tokio::test]
    async fn ops_09_after_a_flush_that_failed_nothing_is_said_to_be_kept() {
        let flushes = Flushes::of(Path::new("none.db"));
        flushes.shared(async || Ok(())).await.unwrap();
        flushes.shared(async || Err(io::Error::other("no"))).await.unwrap_err();
        flushes.shared(async || Ok(())).await.unwrap_err();
    }

    #[tokio::test]
    async fn ops_09_a_flush_that_is_cut_off_counts_as_failed() {
        let flushes = Flushes::of(Path::new("none.db"));
        let cut = tokio::time::timeout(
            std::time::Duration::ZERO,
            flushes.shared(async || std::future::pending().await),
        );
        cut.await.unwrap_err();
        flushes.shared(async || Ok(())).await.unwrap_err();
    }

    #[tokio::test]
    async fn ops_09_a_commit_waits_until_it_lasts() {
        let dir = tempfile::tempdir().unwrap();
        let options = DbOptions::new(format!("sqlite:{}", dir.path().join("relais.db").display()));
        let db = Db::open(&options, Clock::system()).await.unwrap();
        let lasting = async || *db.0.flushes.as_ref().unwrap().lasting.lock().await;
        let tx = db.begin().await.unwrap();
        tx.execute_plain("create table stone (id integer)").await.unwrap();
        assert_eq!(lasting().await, Some(0));
        tx.commit().await.unwrap();
        assert_eq!(lasting().await, Some(1));
        db.snapshot().await.unwrap().commit().await.unwrap();
        assert_eq!(lasting().await, Some(1), "who only reads waits for nothing");
        db.close().await.unwrap();
        for other in [options.sealed_beside(), DbOptions { durable: false, ..options }] {
            let db = Db::open(&other, Clock::system()).await.unwrap();
            assert!(db.0.flushes.is_none(), "{}", other.url);
        }
    }

    #[test]
    fn a_log_that_is_gone_is_in_the_database() {
        let dir = tempfile::tempdir().unwrap();
        flush(&dir.path().join("relais.db-wal")).unwrap();
        flush(dir.path()).unwrap();
    }
}

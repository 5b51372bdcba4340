//! The file being read, shared by the several readers that walk it.
//!
//! A zip part is read through a borrow of its archive, which an owned iterator cannot keep. A
//! [`Section`] owns its place instead: it seeks before each read, and a buffer in front of it makes
//! the seeks rare.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

/// What [`crate::open`] reads: a file, or bytes in a cursor.
pub trait Source: Read + Seek + Send + 'static {}
impl<T: Read + Seek + Send + 'static> Source for T {}

/// A range of the file, read independently of other sections.
#[derive(Clone)]
pub(crate) struct Section {
    source: Arc<Mutex<dyn Source>>,
    start: u64,
    end: u64,
    position: u64,
}

impl Section {
    pub(crate) fn whole(mut source: impl Source) -> io::Result<Self> {
        let end = source.seek(SeekFrom::End(0))?;
        Ok(Self { source: Arc::new(Mutex::new(source)), start: 0, end, position: 0 })
    }

    /// The part of this section that begins at `start` and has at most `length` bytes.
    pub(crate) fn part(&self, start: u64, length: u64) -> Self {
        let start = self.start.saturating_add(start).min(self.end);
        let end = start.saturating_add(length).min(self.end);
        Self { source: Arc::clone(&self.source), start, end, position: start }
    }

    pub(crate) fn len(&self) -> u64 {
        self.end - self.start
    }
}

impl Read for Section {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end - self.position).unwrap_or(usize::MAX);
        let wanted = out.len().min(left);
        if wanted == 0 {
            return Ok(0);
        }
        // A panic elsewhere leaves only the position in doubt, and it is set here.
        let mut source = self.source.lock().unwrap_or_else(PoisonError::into_inner);
        source.seek(SeekFrom::Start(self.position))?;
        let read = source.read(&mut out[..wanted])?;
        self.position += read as u64;
        Ok(read)
    }
}

impl Seek for Section {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(offset) => self.start.checked_add(offset),
            SeekFrom::End(offset) => self.end.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        match target {
            Some(target) if target >= self.start => {
                // Past the end is allowed by `Seek`; reading there gives nothing.
                self.position = target.min(self.end);
                Ok(self.position - self.start)
            }
            _ => Err(io::Error::from(io::ErrorKind::InvalidInput)),
        }
    }
}

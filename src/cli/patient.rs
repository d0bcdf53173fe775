//! Output whose reader may go away (`evenhand … | head`).

use std::io::{self, ErrorKind, Write};

/// Writes until the reader goes away and then says nothing: the command ends with the exit code it has earned.
pub(super) struct Patient<'a> {
    inner: &'a mut dyn Write,
    gone: bool,
}

impl<'a> Patient<'a> {
    pub(super) fn new(inner: &'a mut dyn Write) -> Self {
        Patient { inner, gone: false }
    }

    fn unless_gone<T>(&mut self, nothing: T, write: impl FnOnce(&mut dyn Write) -> io::Result<T>) -> io::Result<T> {
        if self.gone {
            return Ok(nothing);
        }
        match write(self.inner) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(nothing)
            }
            other => other,
        }
    }
}

impl Write for Patient<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.unless_gone(bytes.len(), |inner| inner.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.unless_gone((), |inner| inner.flush())
    }
}

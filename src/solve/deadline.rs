//! When a run must end.

use std::time::{Duration, Instant};

/// The moment at which a run must end, counted from its making; or none, where work alone bounds the run.
///
/// Whoever is asked for an answer makes it first, so that all that is done before the search counts too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline(Option<Instant>);

impl Deadline {
    /// Only work counts.
    pub const NEVER: Deadline = Deadline(None);

    /// So many seconds from now; never, if `seconds` is `None` or beyond all clocks.
    pub fn within(seconds: Option<f64>) -> Self {
        let left = seconds.map(|seconds| Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX));
        Deadline(left.and_then(|left| now().checked_add(left)))
    }

    /// Seconds left, zero when they are over; `None` when only work counts.
    pub fn seconds_left(&self) -> Option<f64> {
        self.0.map(|end| end.saturating_duration_since(now()).as_secs_f64())
    }

    /// The moment at which half of the time left is over.
    pub(super) fn halfway(&self) -> Self {
        let half = |end: Instant| end.saturating_duration_since(now()) / 2;
        Deadline(self.0.map(|end| end.checked_sub(half(end)).unwrap_or(end)))
    }
}

/// The only look at the clock: seconds are measured, no date is read.
#[expect(clippy::disallowed_methods, reason = "a time limit is the one thing that needs a clock")]
pub(super) fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_that_is_over_is_none_and_never_less() {
        for over in [0.0, -3.0, f64::NEG_INFINITY, f64::NAN] {
            let deadline = Deadline::within(Some(over));
            assert_eq!(deadline.seconds_left(), Some(0.0), "{over}");
            assert_eq!(deadline.halfway().seconds_left(), Some(0.0), "{over}");
        }
    }

    #[test]
    fn no_limit_and_one_beyond_all_clocks_never_come() {
        for seconds in [None, Some(f64::INFINITY), Some(f64::MAX)] {
            let deadline = Deadline::within(seconds);
            assert_eq!(
                (deadline, deadline.halfway(), deadline.seconds_left()),
                (Deadline::NEVER, Deadline::NEVER, None)
            );
        }
    }
}

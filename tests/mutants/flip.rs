//! The module `crate::flip` of the mutated copy: every comparison there asks it whether it is the one to be flipped.
//!
//! The tool that writes the copy shares the names of the two variables; it calls nothing else here.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

/// Names the one mutant that is on.
pub const ACTIVE: &str = "EVENHAND_MUTANT";

/// Names the file that lists every mutant that would have made a difference, one number a line.
pub const NOTICED: &str = "EVENHAND_MUTANTS_NOTICED";

/// More mutants than there are.
const MOST: usize = 4096;

static ON: LazyLock<Option<usize>> = LazyLock::new(|| std::env::var(ACTIVE).ok()?.parse().ok());
static LIST: LazyLock<Option<File>> = LazyLock::new(|| {
    let path = std::env::var_os(NOTICED)?;
    OpenOptions::new().create(true).append(true).open(path).ok()
});
static KNOWN: [AtomicBool; MOST] = [const { AtomicBool::new(false) }; MOST];

/// What a comparison yields: `value`, or what the mutant that is on makes of it.
pub fn choose<const N: usize>(value: bool, mutants: [(usize, bool); N]) -> bool {
    for (mutant, other) in mutants {
        if decide(mutant, value != other) {
            return other;
        }
    }
    value
}

/// The smaller of two, or the larger one if that mutant is on.
pub fn smaller<T: Ord>(mutant: usize, one: T, two: T) -> T {
    if decide(mutant, one != two) { one.max(two) } else { one.min(two) }
}

/// The larger of two, or the smaller one if that mutant is on.
pub fn larger<T: Ord>(mutant: usize, one: T, two: T) -> T {
    if decide(mutant, one != two) { one.min(two) } else { one.max(two) }
}

/// Whether any does, or all do if that mutant is on.
pub fn any<I: Iterator>(mutant: usize, mut items: I, mut does: impl FnMut(I::Item) -> bool) -> bool {
    if decide(mutant, true) { items.all(does) } else { items.any(&mut does) }
}

/// Whether all do, or any does if that mutant is on.
pub fn all<I: Iterator>(mutant: usize, mut items: I, mut does: impl FnMut(I::Item) -> bool) -> bool {
    if decide(mutant, true) { items.any(does) } else { items.all(&mut does) }
}

/// Whether the mutant is on; notes it down if it makes a difference here.
fn decide(mutant: usize, differs: bool) -> bool {
    if differs
        && let Some(mut list) = LIST.as_ref()
        && !KNOWN[mutant].swap(true, Ordering::Relaxed)
    {
        let _ = list.write_all(format!("{mutant}\n").as_bytes());
    }
    *ON == Some(mutant)
}

//! Runs the copy's tests, alone and under one mutant after the other.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use super::flip;

/// A mutant that makes a test take this much longer than it does by itself is noticed as well; the second time is for a
/// machine that was busy during the first.
const PATIENCE: [(u32, Duration); 2] = [(3, Duration::from_secs(5)), (30, Duration::from_secs(60))];

/// The binary of the copy's tests.
pub struct Killers {
    binary: PathBuf,
    /// Where the tests find their fixtures.
    folder: PathBuf,
}

/// One test as it runs without any mutant.
#[derive(Debug, Clone)]
pub struct Killer {
    pub name: String,
    pub takes: Duration,
    /// The mutants that change the outcome of some comparison in it.
    pub notices: Vec<usize>,
}

/// What came of a mutant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// The test that failed.
    Killed(String),
    /// No comparison ever had another outcome, in no test.
    Unnoticed,
    /// It made a difference somewhere, and every test passed.
    Survived,
}

impl Killers {
    pub fn new(binary: PathBuf, folder: &Path) -> Self {
        Killers { binary, folder: folder.to_path_buf() }
    }

    /// Every test whose name begins with none of the `left_out`, quickest first, with the mutants that it notices.
    pub fn survey(&self, left_out: &[&str]) -> Vec<Killer> {
        let listed = Command::new(&self.binary).args(["--list", "--format", "terse"]).output().unwrap();
        let listed = String::from_utf8(listed.stdout).unwrap();
        let names: Vec<&str> = listed.lines().filter_map(|line| line.strip_suffix(": test")).collect();
        for left in left_out {
            assert!(names.iter().any(|name| name.starts_with(left)), "no test begins with {left}");
        }
        let is_left_out = |name: &&str| left_out.iter().any(|left| name.starts_with(left));
        let names: Vec<&str> = names.into_iter().filter(|name| !is_left_out(name)).collect();
        let mut killers = shared(&names, |index, name| {
            let list = self.folder.with_extension(format!("noticed-{index}"));
            let _ = fs::remove_file(&list);
            let start = Instant::now();
            let status = self.test(name).env(flip::NOTICED, &list).spawn().unwrap().wait().unwrap();
            assert!(status.success(), "{name} fails without a mutant");
            let notices = fs::read_to_string(&list).unwrap_or_default();
            let _ = fs::remove_file(&list);
            let notices = notices.lines().map(|line| line.parse().unwrap()).collect();
            Killer { name: name.to_string(), takes: start.elapsed(), notices }
        });
        killers.sort_by_key(|killer| killer.takes);
        killers
    }

    /// The fate of each of these mutants.
    pub fn hunt(&self, mutants: &[usize], killers: &[Killer]) -> BTreeMap<usize, Fate> {
        let fates = shared(mutants, |_, mutant| (*mutant, self.fate(*mutant, killers)));
        fates.into_iter().collect()
    }

    fn fate(&self, mutant: usize, killers: &[Killer]) -> Fate {
        let mut fate = Fate::Unnoticed;
        for killer in killers.iter().filter(|killer| killer.notices.contains(&mutant)) {
            let passes = |(times, more): (u32, Duration)| {
                let mut test = self.test(&killer.name).env(flip::ACTIVE, mutant.to_string()).spawn().unwrap();
                passes(&mut test, killer.takes * times + more)
            };
            if PATIENCE.into_iter().find_map(passes) != Some(true) {
                return Fate::Killed(killer.name.clone());
            }
            fate = Fate::Survived;
        }
        fate
    }

    fn test(&self, name: &str) -> Command {
        let mut command = Command::new(&self.binary);
        command.args(["--exact", name, "--test-threads", "1"]).current_dir(&self.folder);
        // A failure is all that is asked for, not the smallest one.
        command.env("PROPTEST_MAX_SHRINK_ITERS", "0").env("RUST_BACKTRACE", "0").env("RAYON_NUM_THREADS", "1");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

/// Whether the test passes; `None` if it takes longer.
fn passes(test: &mut Child, patience: Duration) -> Option<bool> {
    let start = Instant::now();
    let mut nap = Duration::from_millis(1);
    loop {
        if let Some(status) = test.try_wait().unwrap() {
            return Some(status.success());
        }
        if start.elapsed() > patience {
            let _ = test.kill();
            let _ = test.wait();
            return None;
        }
        thread::sleep(nap);
        nap = (nap * 2).min(Duration::from_millis(20));
    }
}

/// Does something with each item, on all cores; the answers stand in the order of the items.
fn shared<T: Sync, A: Send>(items: &[T], work: impl Fn(usize, &T) -> A + Sync) -> Vec<A> {
    let next = Mutex::new(0..items.len());
    let answers: Mutex<BTreeMap<usize, A>> = Mutex::new(BTreeMap::new());
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let Some(index) = next.lock().unwrap().next() else { return };
                    let answer = work(index, &items[index]);
                    answers.lock().unwrap().insert(index, answer);
                }
            });
        }
    });
    answers.into_inner().unwrap().into_values().collect()
}

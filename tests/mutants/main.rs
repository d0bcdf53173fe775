//! Flips one comparison at a time in ties, screening and the rows of the model, and asks that some test notices.
//!
//! A copy of the crate is written in which every comparison can be flipped at run time (`find`), built once (`copy`)
//! and run under one mutant after the other (`killers`). The tests that may kill a mutant are those of [`KILLERS`]:
//! the independent checker against screening and rows, and vectors written by hand; no snapshot is among them. A
//! mutant that nobody notices fails the run unless `known.toml` names it: as equivalent, with the reason why nobody
//! can notice it, or as open, a test being wanted. An entry there that is killed or gone fails the run as well.
//!
//! Arguments after `--` are words: only mutants whose file, function or expression contains one of them are tried.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::disallowed_methods)]

mod copy;
mod find;
#[allow(dead_code, reason = "it runs in the copy")]
mod flip;
mod killers;
mod known;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use find::Mutant;
use killers::{Fate, Killers};
use known::Known;

/// The modules of `tests/it` that hunt.
const KILLERS: [&str; 10] =
    ["agreement", "checker", "filters", "kin", "limits", "plan", "screen", "secondment", "ties", "unrecorded"];

/// Of these, what takes too long to be asked about one mutant after the other: tests, or modules, by how they begin.
const LEFT_OUT: [&str; 6] = [
    "agreement::screening_and_checker_agree_on_hengyang",
    "plan::alone::",
    "plan::exhaustive::",
    "plan::growth::a_newcomer_of_a_new_unit_without_ties_never_worsens_the_plan",
    "plan::neijiang::",
    "plan::theorems::",
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let start = Instant::now();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // target/release/deps/mutants-…
    let program = std::env::current_exe().unwrap();
    let target = program.ancestors().nth(3).unwrap();
    let folder = target.join("mutants");
    let mutants = copy::write(root, &folder, &KILLERS);
    let known = Known::read(&root.join("tests/mutants/known.toml"));
    let binary = copy::build(&folder, target);
    say(start, &format!("{} mutants compiled", mutants.len()));

    let killers = Killers::new(binary, &folder);
    let tests = killers.survey(&LEFT_OUT);
    say(start, &format!("{} tests pass without a mutant", tests.len()));
    let asked = |mutant: &Mutant| {
        let named = [&mutant.file, &mutant.function, &mutant.expression];
        words.is_empty() || words.iter().any(|word| named.iter().any(|text| text.contains(word)))
    };
    let chosen: Vec<usize> = (0..mutants.len()).filter(|index| asked(&mutants[*index])).collect();
    let fates = killers.hunt(&chosen, &tests);
    say(start, &format!("{} mutants tried", chosen.len()));

    let mut by_module: BTreeMap<&str, usize> = BTreeMap::new();
    let mut killed = Vec::new();
    let mut honest = true;
    for (index, fate) in &fates {
        let mutant = &mutants[*index];
        let why = match fate {
            Fate::Killed(by) => {
                *by_module.entry(by.split("::").next().unwrap()).or_default() += 1;
                killed.push(mutant);
                continue;
            }
            Fate::Survived => "every test passed",
            Fate::Unnoticed => "no test saw it differ",
        };
        if !known.names(mutant) {
            honest = false;
            println!("\n# not killed: {why}\n{mutant}");
        }
    }
    println!();
    for fault in known.faults(&mutants, &killed) {
        honest = false;
        println!("{fault}");
    }
    for (module, count) in &by_module {
        println!("{count:5} killed by {module}");
    }
    let (equivalent, open) = known.counts();
    println!("{equivalent:5} listed as equivalent\n{open:5} listed as open");
    if honest { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn say(start: Instant, what: &str) {
    println!("{:4} s  {what}", start.elapsed().as_secs());
}

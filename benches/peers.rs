//! The complete models of the large city, as exported, through HiGHS alone: no shortlist, no lazy rows, no faces.
//!
//! For every tier the solver's answer must not contradict the plan: its optimum is the plan's value, or, if it runs out
//! of time, its bound is not above that value nor its best point below it.
//!
//! `cargo bench --bench peers -- 600` gives it ten minutes for each tier; two otherwise.

#![allow(
    missing_docs,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a program for developers"
)]

use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use evenhand::plan::{Plan, Termination};
use evenhand::planner::team::{TeamOutcome, TeamRequest, assemble, export};
use evenhand::policy::builtin;
use evenhand::pool::read::read_folder;
use jiff::civil::date;

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/it/plan/mps.rs"]
mod mps;

/// Keeps the model of one tier and drops the others.
#[derive(Clone)]
struct Keep(Option<Arc<Mutex<Vec<u8>>>>);

impl Write for Keep {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(kept) = &self.0 {
            kept.lock().unwrap().extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn main() {
    let seconds = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(120.0);
    let pool = read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hengyang")).pool;
    let (policy, _) = builtin();
    let request = TeamRequest {
        cases: pool.cases.values().filter(|case| case.open).map(|case| case.id.clone()).collect(),
        require: Vec::new(),
        no_open: false,
        provisional: false,
        as_of: date(2026, 11, 20),
        seed: 1,
        time_limit: None,
        fingerprint: String::new(),
    };
    let started = Instant::now();
    let TeamOutcome::Planned(plan) = assemble(&pool, &policy, &request, &mut |_| {}) else { panic!("no plan") };
    let plan: Plan = *plan;
    assert_eq!(plan.termination, Termination::Proven);
    println!("evenhand, every tier proven: {:.1} s", started.elapsed().as_secs_f64());
    for (position, tier) in plan.tiers.iter().enumerate() {
        let kept = Arc::new(Mutex::new(Vec::new()));
        let mut seen = 0;
        export(&pool, &policy, &request, &plan, false, &mut |_| {
            seen += 1;
            Ok(Box::new(Keep((seen == position + 1).then(|| kept.clone()))))
        })
        .unwrap();
        let text = String::from_utf8(std::mem::take(&mut *kept.lock().unwrap())).unwrap();
        let model = mps::read(&text);
        drop(text);
        let alone = model.solved_within(seconds);
        let (columns, rows) = (model.columns.len(), model.rows.len());
        println!(
            "{:?} {:?}: plan {}, HiGHS alone best {:?}, bound {}, {:.1} s, {columns} columns, {rows} rows",
            tier.name, tier.priority, tier.value, alone.best, alone.bound, alone.seconds
        );
        assert!(alone.bound <= tier.value && alone.best.is_none_or(|best| tier.value <= best));
        assert!(!alone.finished || alone.best == Some(tier.value));
    }
}

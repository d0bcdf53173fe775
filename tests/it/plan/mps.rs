//! A strict reader of the exported models, and HiGHS on them without any of the program's own solving.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use evenhand::plan::Plan;
use evenhand::planner::team::{TeamRequest, export};
use evenhand::policy::Policy;
use evenhand::pool::Pool;
use highs::{HighsModelStatus, HighsSolutionStatus, Model, RowProblem, Sense, SolvedModel};

/// A model as its file states it.
#[derive(Debug, Default, PartialEq)]
pub struct Mps {
    pub name: String,
    /// Rows in their order: the sense and the right-hand side; the objective is not among them.
    pub rows: Vec<(String, char, i64)>,
    /// Columns in their order.
    pub columns: Vec<Column>,
    /// Minus the objective's right-hand side.
    pub constant: i64,
}

#[derive(Debug, PartialEq)]
pub struct Column {
    pub name: String,
    pub cost: i64,
    pub terms: Vec<(usize, i64)>,
    pub lower: i64,
    pub upper: i64,
}

/// Reads a file; panics on anything that the format does not ask for, on names used twice and on unknown ones.
pub fn read(text: &str) -> Mps {
    let mut mps = Mps::default();
    let mut sections = Vec::new();
    let (mut rows, mut columns) = (BTreeMap::new(), BTreeMap::new());
    let (mut objective, mut integer, mut bounds) = (None, false, BTreeMap::new());
    for line in text.lines() {
        let fields: Vec<&str> = line.split_ascii_whitespace().collect();
        if !line.starts_with(' ') {
            sections.push(fields[0].to_string());
            mps.name = fields.get(1).map_or(mps.name, |name| name.to_string());
            continue;
        }
        let whole = |text: &str| text.parse::<i64>().unwrap_or_else(|_| panic!("{line}"));
        match (sections.last().unwrap().as_str(), fields.as_slice()) {
            ("ROWS", ["N", name]) => assert_eq!(objective.replace(name.to_string()), None),
            ("ROWS", [sense @ ("L" | "G" | "E"), name]) => {
                assert_eq!(rows.insert(name.to_string(), mps.rows.len()), None, "{line}");
                mps.rows.push((name.to_string(), sense.chars().next().unwrap(), 0));
            }
            ("COLUMNS", ["MARKER", "'MARKER'", marker @ ("'INTORG'" | "'INTEND'")]) => {
                assert_ne!(integer, *marker == "'INTORG'");
                integer = !integer;
            }
            ("COLUMNS", [name, row, value]) => {
                assert!(integer, "{line} is not whole");
                if mps.columns.last().is_none_or(|column| column.name != *name) {
                    assert_eq!(columns.insert(name.to_string(), mps.columns.len()), None, "{line}");
                    let column = Column { name: name.to_string(), cost: 0, terms: Vec::new(), lower: 0, upper: 0 };
                    mps.columns.push(column);
                }
                let column = mps.columns.last_mut().unwrap();
                match rows.get(*row) {
                    Some(row) => {
                        assert!(column.terms.iter().all(|(known, _)| known != row), "{line}");
                        column.terms.push((*row, whole(value)));
                    }
                    None => {
                        assert_eq!(objective.as_deref(), Some(*row), "{line}");
                        column.cost = whole(value);
                    }
                }
            }
            ("RHS", ["RHS", row, value]) => match rows.get(*row) {
                Some(row) => mps.rows[*row].2 = whole(value),
                None => {
                    assert_eq!(objective.as_deref(), Some(*row), "{line}");
                    mps.constant = -whole(value);
                }
            },
            ("BOUNDS", [kind @ ("LO" | "UP"), "BND", name, value]) => {
                assert_eq!(bounds.insert((kind.to_string(), name.to_string()), whole(value)), None, "{line}");
                let column = &mut mps.columns[columns[*name]];
                *if *kind == "LO" { &mut column.lower } else { &mut column.upper } = whole(value);
            }
            _ => panic!("{line}"),
        }
    }
    assert_eq!(sections, ["NAME", "ROWS", "COLUMNS", "RHS", "BOUNDS", "ENDATA"]);
    assert_eq!(bounds.len(), 2 * mps.columns.len(), "every column has both bounds");
    mps
}

/// What HiGHS alone found.
#[derive(Debug)]
pub struct Alone {
    pub best: Option<i64>,
    pub bound: i64,
    pub finished: bool,
    pub seconds: f64,
}

impl Mps {
    /// The optimum, by HiGHS alone.
    pub fn optimum(&self) -> Option<i64> {
        let mut model = self.model();
        // Slower, but another way than that of the program; and see there for what presolve does.
        model.set_option("presolve", "off");
        let solved = model.solve();
        match solved.status() {
            HighsModelStatus::Optimal => Some(self.value(&solved)),
            HighsModelStatus::Infeasible => None,
            other => panic!("{other:?}"),
        }
    }

    /// The best point and the bound that HiGHS alone has after so many seconds.
    #[expect(clippy::disallowed_methods, reason = "says how long it took")]
    pub fn solved_within(&self, seconds: f64) -> Alone {
        let mut model = self.model();
        model.set_option("time_limit", seconds);
        // Probing and enumeration off: see `src/solve/engine.rs`.
        model.set_option("presolve_rule_off", 1 << 15 | 1 << 16);
        let started = Instant::now();
        let solved = model.solve();
        let best = solved.primal_solution_status() == HighsSolutionStatus::Feasible;
        let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY);
        Alone {
            best: best.then(|| self.value(&solved)),
            bound: if bound.is_finite() { (bound - 1e-6).ceil() as i64 + self.constant } else { i64::MIN },
            finished: solved.status() == HighsModelStatus::Optimal,
            seconds: started.elapsed().as_secs_f64(),
        }
    }

    fn value(&self, solved: &SolvedModel) -> i64 {
        let values = solved.get_solution();
        let whole = values.columns().iter().map(|value| value.round() as i64);
        self.constant + whole.zip(&self.columns).map(|(value, column)| value * column.cost).sum::<i64>()
    }

    fn model(&self) -> Model {
        let mut problem = RowProblem::default();
        let columns: Vec<_> = self
            .columns
            .iter()
            .map(|column| problem.add_integer_column(column.cost as f64, column.lower as f64..=column.upper as f64))
            .collect();
        let mut terms = vec![Vec::new(); self.rows.len()];
        for (column, handle) in self.columns.iter().zip(&columns) {
            for (row, value) in &column.terms {
                terms[*row].push((*handle, *value as f64));
            }
        }
        for ((_, sense, side), terms) in self.rows.iter().zip(terms) {
            let side = *side as f64;
            match sense {
                'L' => problem.add_row(..=side, terms),
                'G' => problem.add_row(side.., terms),
                _ => problem.add_row(side..=side, terms),
            };
        }
        let mut model = problem.optimise(Sense::Minimise);
        model.make_quiet();
        model.set_option("threads", 1);
        model.set_option("mip_rel_gap", 0.0);
        model.set_option("mip_abs_gap", 0.5);
        model
    }
}

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The exported models of a plan, one per tier.
pub fn exported(pool: &Pool, policy: &Policy, request: &TeamRequest, plan: &Plan) -> Vec<String> {
    let mut files: Vec<Shared> = Vec::new();
    let mut open = |_: &str| -> io::Result<Box<dyn Write>> {
        files.push(Shared::default());
        Ok(Box::new(files.last().unwrap().clone()))
    };
    export(pool, policy, request, plan, false, &mut open).unwrap();
    files.iter().map(|file| String::from_utf8(file.0.lock().unwrap().clone()).unwrap()).collect()
}

#[test]
fn the_reader_reads_what_it_should() {
    let text = "NAME t\nROWS\n N cost\n G r\nCOLUMNS\n MARKER 'MARKER' 'INTORG'\n x cost 2\n x r 1\n y cost -3\n y r -1\n MARKER 'MARKER' 'INTEND'\nRHS\n RHS cost -5\n RHS r 1\nBOUNDS\n LO BND x 0\n UP BND x 4\n LO BND y 0\n UP BND y 2\nENDATA\n";
    let mps = read(text);
    assert_eq!((mps.name.as_str(), mps.constant, mps.rows.len(), mps.columns.len()), ("t", 5, 1, 2));
    // x ≥ 1 + y: y = 2 and x = 3 cost 5 + 6 − 6.
    assert_eq!(mps.optimum(), Some(5));
    let alone = mps.solved_within(60.0);
    assert_eq!((alone.best, alone.bound, alone.finished), (Some(5), 5, true), "{:.1} s", alone.seconds);
}

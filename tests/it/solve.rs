//! The solver against brute force: every tier's optimum, its proof, and the bound of a stopped search.

use evenhand::milp::{ColumnId, Model, Name, Provenance, RowBounds};
use evenhand::policy::Limits;
use evenhand::solve::{Deadline, Options, Outcome, Solution, solve};
use proptest::prelude::*;

use super::properties::config;

const PLENTY: Options =
    Options { limits: Limits { nodes: 100_000, iterations: 1_000_000 }, deadline: Deadline::NEVER, seed: 7 };

#[derive(Debug, Clone)]
struct Instance {
    columns: usize,
    rows: Vec<(Vec<i64>, u8, i64)>,
    /// Pairs whose product column costs this much in the second tier.
    pairs: Vec<(usize, usize, i64)>,
    tiers: Vec<Vec<i64>>,
    slack: i64,
    /// Columns with which the solver does not begin.
    held_back: Vec<bool>,
    /// Columns that it should settle before others.
    decisive: Vec<bool>,
}

fn instance() -> impl Strategy<Value = Instance> {
    (3_usize..9).prop_flat_map(|columns| {
        let row = (prop::collection::vec(-3_i64..5, columns), 0_u8..3, 0_i64..8);
        let pair = (0..columns, 0..columns, 1_i64..9);
        (
            prop::collection::vec(row, 1..6),
            prop::collection::vec(pair, 0..6),
            prop::collection::vec(prop::collection::vec(prop_oneof![-6_i64..7, -900_i64..1000], columns), 1..4),
            0_i64..3,
            prop::collection::vec(any::<bool>(), columns),
            prop::collection::vec(any::<bool>(), columns),
        )
            .prop_map(move |(rows, pairs, tiers, slack, held_back, decisive)| Instance {
                decisive,
                columns,
                rows,
                pairs,
                tiers,
                slack,
                held_back,
            })
    })
}

fn model(instance: &Instance) -> Model {
    let mut model = Model::default();
    let provenance = || Provenance { rule: "test", subject: String::new() };
    let x: Vec<ColumnId> =
        (0..instance.columns).map(|j| model.add_column(Name::new(["x", &j.to_string()]), 0, 1)).collect();
    for (column, _) in x.iter().zip(&instance.held_back).filter(|(_, held_back)| **held_back) {
        model.hold_back(*column);
    }
    for (column, _) in x.iter().zip(&instance.decisive).filter(|(_, decisive)| **decisive) {
        model.settle_first(*column);
    }
    for (index, (coefficients, sense, side)) in instance.rows.iter().enumerate() {
        let bounds = match sense {
            0 => RowBounds::AtMost(*side),
            1 => RowBounds::AtLeast(*side / 3),
            _ => RowBounds::Exactly(*side / 2),
        };
        let terms: Vec<_> = x.iter().copied().zip(coefficients.iter().copied()).collect();
        model.add_row(Name::new(["r", &index.to_string()]), provenance(), terms, bounds);
    }
    let mut products = Vec::new();
    for (index, (a, b, cost)) in instance.pairs.iter().enumerate().filter(|(_, (a, b, _))| a != b) {
        let product = model.add_column(Name::new(["e", &index.to_string()]), 0, 1);
        let terms = [(product, 1), (x[*a], -1), (x[*b], -1)];
        model.add_lazy_row(Name::new(["p", &index.to_string()]), provenance(), terms, -1, product);
        products.push((product, *cost));
    }
    for (index, costs) in instance.tiers.iter().enumerate() {
        let mut terms: Vec<_> = x.iter().copied().zip(costs.iter().copied()).collect();
        if index == 1 {
            terms.extend(products.iter().copied());
        }
        let slack = if index == 0 { instance.slack } else { 0 };
        model.add_objective(Name::new(["t", &index.to_string()]), terms, 3, slack);
    }
    model
}

/// The lexicographic optimum by trying every point; `None` when there is none.
fn brute_force(instance: &Instance, model: &Model) -> Option<Vec<i64>> {
    let mut points: Vec<Vec<i64>> = Vec::new();
    for bits in 0..1_u32 << instance.columns {
        let mut values: Vec<i64> = (0..instance.columns).map(|j| i64::from(bits >> j & 1)).collect();
        for (a, b, _) in instance.pairs.iter().filter(|(a, b, _)| a != b) {
            values.push(values[*a] * values[*b]);
        }
        if model.check(&values).is_ok() {
            points.push(values);
        }
    }
    let mut optimum = Vec::new();
    for objective in &model.objectives {
        let best = points.iter().map(|point| model.objective_value(objective, point)).min()?;
        points.retain(|point| model.objective_value(objective, point) <= best + objective.slack);
        optimum.push(best);
    }
    Some(optimum)
}

fn solved(model: &Model, options: &Options) -> Option<Solution> {
    match solve(model, options, &mut |_| {}) {
        Outcome::Solved(solution) => Some(solution),
        Outcome::Infeasible => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_model_without_tiers_is_a_fault_and_not_called_infeasible() {
    let outcome = solve(&Model::default(), &PLENTY, &mut |_| {});
    assert!(matches!(&outcome, Outcome::Failed(cause) if cause.contains("no tier")), "{outcome:?}");
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn finds_and_proves_the_lexicographic_optimum(instance in instance()) {
        let model = model(&instance);
        let expected = brute_force(&instance, &model);
        let found = solved(&model, &PLENTY);
        prop_assert_eq!(found.is_some(), expected.is_some());
        if let (Some(found), Some(expected)) = (found, expected) {
            let values: Vec<i64> = found.tiers.iter().map(|tier| tier.value).collect();
            prop_assert_eq!(values, expected.clone());
            prop_assert!(found.tiers.iter().all(|tier| tier.proven() && tier.bound == tier.value));
            prop_assert!(model.check(&found.values).is_ok());
            for (objective, best) in model.objectives.iter().zip(expected) {
                prop_assert!(model.objective_value(objective, &found.values) <= best + objective.slack);
            }
        }
    }

    #[test]
    fn a_stopped_search_states_a_valid_bound(instance in instance()) {
        let model = model(&instance);
        let hurried = Options { limits: Limits { nodes: 0, iterations: 1_000_000 }, ..PLENTY };
        let Outcome::Solved(found) = solve(&model, &hurried, &mut |_| {}) else { return Ok(()) };
        let Some(expected) = brute_force(&instance, &model) else { return Ok(()) };
        // The first tier's bound holds without any condition.
        prop_assert!(found.tiers[0].bound <= expected[0] && expected[0] <= found.tiers[0].value);
        prop_assert!(model.check(&found.values).is_ok());
    }
}

#[test]
fn the_same_model_gives_the_same_values() {
    let instance = Instance {
        columns: 8,
        rows: vec![(vec![1; 8], 1, 12), (vec![2, 1, 2, 1, 2, 1, 2, 1], 0, 7)],
        pairs: vec![(0, 1, 3), (2, 3, 3), (4, 5, 3)],
        tiers: vec![vec![1; 8], vec![0; 8]],
        slack: 0,
        held_back: vec![false; 8],
        decisive: vec![false; 8],
    };
    let model = model(&instance);
    assert_eq!(solved(&model, &PLENTY), solved(&model, &PLENTY));
}

#[test]
fn a_repair_that_pays_is_refused() {
    let mut model = Model::default();
    let provenance = || Provenance { rule: "test", subject: String::new() };
    let x: Vec<ColumnId> = (0..2).map(|j| model.add_column(Name::new(["x", &j.to_string()]), 0, 1)).collect();
    let product = model.add_column(Name::new(["e"]), 0, 1);
    let terms = [(product, 1), (x[0], -1), (x[1], -1)];
    model.add_lazy_row(Name::new(["p"]), provenance(), terms, -1, product);
    model.add_objective(Name::new(["t"]), [(product, -1)], 0, 0);
    assert!(matches!(solve(&model, &PLENTY, &mut |_| {}), Outcome::Failed(_)));
}

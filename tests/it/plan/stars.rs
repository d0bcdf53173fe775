//! The cuts on tied pairs take no team away, tried against every team that there is.

use std::collections::{BTreeMap, BTreeSet};

use evenhand::milp::{ColumnId, Model, RowBounds, RowId, RowKind};
use evenhand::planner::team::model;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::request;
use super::sketch::{AS_OF, Bond, Sketch, policy, sketch};

/// How the names of stars begin.
const STAR: &str = "exposure.star.";

/// The teams of a model of one case.
struct Teams<'a> {
    model: &'a Model,
    columns: Vec<Vec<(RowId, i64)>>,
    /// Each person's column of membership and options.
    people: Vec<(ColumnId, Vec<ColumnId>)>,
    /// The column of the pair that two memberships make.
    pairs: BTreeMap<(ColumnId, ColumnId), ColumnId>,
    /// The rows that say how many a role takes at most.
    headcounts: Vec<usize>,
    /// The cuts with the membership that a star is about.
    cuts: Vec<(usize, Option<ColumnId>)>,
    /// The value of each row for the team so far.
    reached: Vec<i64>,
    members: Vec<ColumnId>,
    /// How often a team reaches the bound of a star: with the member whom it is about, and without.
    tight: [usize; 2],
}

impl<'a> Teams<'a> {
    fn of(model: &'a Model) -> Self {
        let name = |column: ColumnId| model.columns[column.0].name.as_str();
        let all = (0..model.columns.len()).map(ColumnId);
        let mut alone: BTreeSet<ColumnId> = all.clone().filter(|column| name(*column).starts_with("x.")).collect();
        let (mut people, mut pairs) = (Vec::new(), BTreeMap::new());
        let (mut headcounts, mut cuts) = (Vec::new(), Vec::new());
        for (index, row) in model.rows.iter().enumerate() {
            let of = |sign: i64| row.terms.iter().filter(move |term| term.1.signum() == sign).map(|term| term.0);
            match row.kind {
                RowKind::Count(_) => {
                    alone.retain(|column| of(1).all(|option| option != *column));
                    people.push((of(-1).next().unwrap(), of(1).collect()));
                }
                RowKind::Hard if row.provenance.rule == "M01" && matches!(row.bounds, RowBounds::AtMost(_)) => {
                    headcounts.push(index);
                }
                RowKind::Hard => {}
                RowKind::Lazy(pair) => {
                    let (x, y) = (of(-1).next().unwrap(), of(-1).nth(1).unwrap());
                    pairs.extend([((x, y), pair), ((y, x), pair)]);
                }
                RowKind::Cut(_) if row.name.as_str().starts_with(STAR) => {
                    let center = of(-1).find(|column| row.name.as_str().ends_with(name(*column)));
                    cuts.push((index, Some(center.unwrap())));
                }
                RowKind::Cut(_) => cuts.push((index, None)),
            }
        }
        people.extend(alone.into_iter().map(|column| (column, vec![column])));
        let (columns, reached) = (model.rows_by_column(), vec![0; model.rows.len()]);
        let (members, tight) = (Vec::new(), [0, 0]);
        let mut teams = Teams { model, columns, people, pairs, headcounts, cuts, reached, members, tight };
        all.filter(|column| name(*column).starts_with("z.")).for_each(|formed| teams.add(formed, 1));
        teams
    }

    fn add(&mut self, column: ColumnId, times: i64) {
        for (row, value) in &self.columns[column.0] {
            self.reached[row.0] += times * value;
        }
    }

    /// Tries every team of those before and, from this person on, of anybody.
    fn try_from(&mut self, person: usize) {
        let Some((member, options)) = self.people.get(person).cloned() else {
            return self.judge();
        };
        self.try_from(person + 1);
        for option in options {
            let known = self.members.iter().filter_map(|other| self.pairs.get(&(member, *other)));
            let mut columns: Vec<ColumnId> = known.copied().chain([member, option]).collect();
            columns.dedup();
            columns.iter().for_each(|column| self.add(*column, 1));
            self.members.push(member);
            if self.headcounts.iter().all(|row| self.model.rows[*row].bounds.allow(self.reached[*row])) {
                self.try_from(person + 1);
            }
            self.members.pop();
            columns.iter().for_each(|column| self.add(*column, -1));
        }
    }

    fn judge(&mut self) {
        for (cut, center) in &self.cuts {
            let row = &self.model.rows[*cut];
            assert!(row.bounds.allow(self.reached[*cut]), "{} forbids {:?}", row.name, self.members);
            if let Some(center) = center.filter(|_| row.bounds == RowBounds::AtLeast(self.reached[*cut])) {
                self.tight[usize::from(!self.members.contains(&center))] += 1;
            }
        }
    }
}

/// Nearly everybody once worked beside everybody else.
pub fn acquainted(mut sketch: Sketch) -> Sketch {
    for person in 0..sketch.people.len() {
        let somebody = &mut sketch.people[person];
        (somebody.in_pool, somebody.cleared) = (true, true);
        sketch.bonds.push(Bond::Posts(person, true, 2010 + person as i16 % 4, 6 + person as i16 % 3));
    }
    sketch
}

#[test]
fn no_team_within_the_headcounts_breaks_a_cut() {
    let mut runner = TestRunner::deterministic();
    let (mut stars, mut later, mut groups, mut tight) = (0, 0, 0, [0, 0]);
    for _ in 0..40 {
        let sketch = acquainted(sketch(7..11, 1..2, 120, false).new_tree(&mut runner).unwrap().current());
        let (pool, policy) = (sketch.pool(), policy());
        let request = request(&pool, &sketch.cases(), AS_OF);
        let model = model(&pool, &policy, &request);
        let names: Vec<&str> = model.rows.iter().map(|row| row.name.as_str()).collect();
        let begin = |start: &str| names.iter().filter(|name| name.starts_with(start)).count();
        stars += begin(STAR);
        groups += begin("exposure.group.");
        later += names.iter().filter(|name| name.starts_with(STAR) && name.split('.').nth(4) == Some("2")).count();
        let mut teams = Teams::of(&model);
        teams.try_from(0);
        tight = [tight[0] + teams.tight[0], tight[1] + teams.tight[1]];
    }
    assert!(stars > 100 && later > 20 && groups > 20, "{stars} {later} {groups}: too few to say anything");
    assert!(tight.iter().all(|times| *times > 1000), "{tight:?}");
}

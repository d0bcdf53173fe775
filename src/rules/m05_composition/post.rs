//! M05 as rows of the team model.

use std::collections::{BTreeMap, BTreeSet};

use super::{CODE, CompositionRows};
use crate::id::UnitId;
use crate::milp::{ColumnId, Name, Provenance, RowBounds};
use crate::policy::{Composition, Rule};
use crate::rules::frame::{TeamFrame, TeamOption, TeamRule, passes};

impl TeamRule for CompositionRows {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        for case in 0..frame.cases.len() {
            for (index, row) in frame.cases[case].template.compositions.iter().enumerate() {
                post_people(frame, case, index, row);
                post_units(frame, case, index, row);
            }
        }
    }
}

fn counted(frame: &TeamFrame, case: usize, row: &Composition) -> BTreeSet<ColumnId> {
    let asked = frame.cases[case].case;
    let pool = frame.screener.pool;
    frame.cases[case]
        .options
        .iter()
        .map(|option| &frame.options[*option])
        .filter(|option| passes(&row.from, pool, asked, option.person, option.unit))
        .map(|option| option.column)
        .collect()
}

fn post_people(frame: &mut TeamFrame, case: usize, index: usize, row: &Composition) {
    let counted = counted(frame, case, row);
    let terms = |option: &TeamOption| i64::from(counted.contains(&option.column));
    let label = |what: &str| format!("{}.{what}", index + 1);
    if row.min_people > 0 {
        frame.post_by_segment(CODE, case, &label("min"), RowBounds::AtLeast(0), -row.min_people, terms);
    }
    if let Some(most) = row.max_people {
        frame.post_by_segment(CODE, case, &label("max"), RowBounds::AtMost(most), 0, terms);
    }
}

fn post_units(frame: &mut TeamFrame, case: usize, index: usize, row: &Composition) {
    let counted = counted(frame, case, row);
    for segment in 0..frame.cases[case].segments.len() {
        let mut by_unit: BTreeMap<UnitId, Vec<ColumnId>> = BTreeMap::new();
        for option in frame.in_segment(case, segment).filter(|option| counted.contains(&option.column)) {
            by_unit.entry(option.unit.id.clone()).or_default().push(option.column);
        }
        let id = frame.cases[case].case.id.to_string();
        let place = format!("{}.{}", index + 1, segment + 1);
        if let Some(most) = row.max_per_unit {
            for (unit, columns) in by_unit.iter().filter(|(_, columns)| columns.len() as i64 > most) {
                let name = Name::new([CODE, "unit", &id, &place, unit.as_str()]);
                let provenance = Provenance { rule: CODE, subject: format!("{id} {unit}") };
                let terms: Vec<_> = columns.iter().map(|column| (*column, 1)).collect();
                frame.model.add_row(name, provenance, terms, RowBounds::AtMost(most));
            }
        }
        if row.min_units == 0 {
            continue;
        }
        let mut sends = vec![(frame.cases[case].formed, -row.min_units)];
        for (unit, columns) in by_unit {
            let send = frame.model.add_column(Name::new(["u", &id, &place, unit.as_str()]), 0, 1);
            let terms: Vec<_> = columns.into_iter().map(|column| (column, 1)).chain([(send, -1)]).collect();
            let name = Name::new([CODE, "sends", &id, &place, unit.as_str()]);
            let provenance = Provenance { rule: CODE, subject: format!("{id} {unit}") };
            frame.model.add_row(name, provenance, terms, RowBounds::AtLeast(0));
            sends.push((send, 1));
        }
        let name = Name::new([CODE, "units", &id, &place]);
        let provenance = Provenance { rule: CODE, subject: id };
        frame.model.add_row(name, provenance, sends, RowBounds::AtLeast(0));
    }
}

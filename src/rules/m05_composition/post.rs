//! M05 as rows of the team model.

use std::collections::{BTreeMap, BTreeSet};

use super::{CODE, CompositionRows};
use crate::milp::{ColumnId, Name, Provenance, RowBounds};
use crate::policy::{Composition, Origin, Rule};
use crate::pool::{Pool, Unit, UnitKind};
use crate::rules::frame::{TeamFrame, TeamOption, TeamRule, passes};

impl TeamRule for CompositionRows {
    fn code(&self) -> &'static str {
        CODE
    }

    fn post(&self, _rule: &Rule, frame: &mut TeamFrame) {
        for case in 0..frame.cases.len() {
            for (index, row) in frame.cases[case].template.compositions.iter().enumerate() {
                post_people(frame, case, index, row);
                post_origins(frame, case, index, row);
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

fn post_origins(frame: &mut TeamFrame, case: usize, index: usize, row: &Composition) {
    let counted = counted(frame, case, row);
    for segment in 0..frame.cases[case].segments.len() {
        let mut by_origin: BTreeMap<String, Vec<ColumnId>> = BTreeMap::new();
        for option in frame.in_segment(case, segment).filter(|option| counted.contains(&option.column)) {
            let origin = origin(row.count, frame.screener.pool, option.unit);
            by_origin.entry(origin.to_string()).or_default().push(option.column);
        }
        let id = frame.cases[case].case.id.to_string();
        let place = format!("{}.{}", index + 1, segment + 1);
        if let Some(most) = row.max_per_origin {
            for (origin, columns) in by_origin.iter().filter(|(_, columns)| columns.len() as i64 > most) {
                let name = Name::new([CODE, "unit", &id, &place, origin.as_str()]);
                let provenance = Provenance { rule: CODE, subject: format!("{id} {origin}") };
                let terms: Vec<_> = columns.iter().map(|column| (*column, 1)).collect();
                frame.model.add_row(name, provenance, terms, RowBounds::AtMost(most));
            }
        }
        if row.min_origins == 0 {
            continue;
        }
        let mut sends = vec![(frame.cases[case].formed, -row.min_origins)];
        for (origin, columns) in by_origin {
            let send = frame.model.add_column(Name::new(["u", &id, &place, origin.as_str()]), 0, 1);
            let terms: Vec<_> = columns.into_iter().map(|column| (column, 1)).chain([(send, -1)]).collect();
            let name = Name::new([CODE, "sends", &id, &place, origin.as_str()]);
            let provenance = Provenance { rule: CODE, subject: format!("{id} {origin}") };
            frame.model.add_row(name, provenance, terms, RowBounds::AtLeast(0));
            sends.push((send, 1));
        }
        let name = Name::new([CODE, "units", &id, &place]);
        let provenance = Provenance { rule: CODE, subject: id };
        frame.model.add_row(name, provenance, sends, RowBounds::AtLeast(0));
    }
}

/// The code of the county for a local unit of a row that counts counties, else the unit's own id.
fn origin<'a>(count: Origin, pool: &'a Pool, unit: &'a Unit) -> &'a str {
    match (count, unit.kind) {
        (Origin::Counties, UnitKind::Local) => {
            let seat = pool.organisations.get(&unit.body).and_then(|body| body.region.as_ref());
            pool.gazetteer.county_of(seat.unwrap_or(&unit.region)).as_str()
        }
        _ => unit.id.as_str(),
    }
}

//! What the specs alone demand of every table: references that lead somewhere, numbers within bounds, dates in order.

use std::collections::{BTreeMap, BTreeSet};

use super::Checks;
use crate::diag::{Language, Text, codes, did_you_mean};
use crate::pool::read::fault::or_add;
use crate::pool::read::{Cells, Column, Edge, Kind, Space, Spec, all, known_date, pieces, read_share, show_share};

type Ids<'a> = BTreeMap<Space, BTreeSet<&'a str>>;

pub(super) fn check(checks: &mut Checks) {
    let ids = ids(checks);
    for table in all() {
        for (position, cells) in (table.write)(checks.pool, Language::Zh).iter().enumerate() {
            let reads = |column: &Column| checks.spans.reads(table.spec, position, column);
            for column in table.spec.columns.iter().filter(|column| reads(column)) {
                references(checks, &ids, table.spec, position, column, cells);
                bounds(checks, table.spec, position, column, cells);
                future(checks, table.spec, position, column, cells);
            }
            for pair in table.spec.columns.windows(2) {
                if let [from, to] = pair
                    && is_stretch(from.kind, to.kind)
                    && checks.spans.reads(table.spec, position, from)
                    && checks.spans.reads(table.spec, position, to)
                {
                    order(checks, table.spec, position, (from, to), cells);
                }
            }
        }
    }
}

fn ids<'a>(checks: &Checks<'a>) -> Ids<'a> {
    let pool = checks.pool;
    BTreeMap::from([
        (Space::Person, pool.people.keys().map(|id| id.as_str()).collect()),
        (Space::Party, pool.parties.keys().map(|id| id.as_str()).collect()),
        (Space::Relative, pool.relatives.keys().map(|id| id.as_str()).collect()),
        (Space::Unit, pool.units.keys().map(|id| id.as_str()).collect()),
        (Space::Organisation, pool.organisations.keys().map(|id| id.as_str()).collect()),
        (Space::Region, pool.gazetteer.regions.keys().map(|id| id.as_str()).collect()),
        (Space::Case, pool.cases.keys().map(|id| id.as_str()).collect()),
    ])
}

fn references(checks: &mut Checks, ids: &Ids, spec: &'static Spec, position: usize, column: &Column, cells: &Cells) {
    let cell = cells.get(column);
    let (space, values): (Space, Vec<&str>) = match column.kind {
        Kind::Reference(space) if !cell.is_empty() => (space, vec![cell]),
        Kind::References(space) => (space, pieces(cell).collect()),
        _ => return,
    };
    let known = || space.parts().iter().filter_map(|part| ids.get(part)).flatten();
    for value in values {
        let is_known = space.parts().iter().any(|part| ids.get(part).is_some_and(|ids| ids.contains(value)));
        if is_known || checks.spans.declares(space, value) {
            continue;
        }
        let (zh, en) = space.title();
        let hint = or_add(did_you_mean(value, known().copied()), zh, en);
        let cause = Text::new(format!("{zh}中没有这个编号"), format!("{en} has no such id"));
        checks.error(codes::E0302, checks.spans.cell(spec, position, column, value), cause, hint);
    }
}

fn bounds(checks: &mut Checks, spec: &'static Spec, position: usize, column: &Column, cells: &Cells) {
    let cell = cells.get(column);
    let (number, least, most) = match column.kind {
        Kind::Whole(least, most) => (cell.parse().ok(), least, most),
        Kind::Share => (read_share(cell), 0, 1000),
        _ => return,
    };
    if let Some(number) = number
        && !(least..=most).contains(&number)
    {
        let show = |bound: i64| if column.kind == Kind::Share { show_share(bound) } else { bound.to_string() };
        checks.error(
            codes::E0206,
            checks.spans.cell(spec, position, column, cell),
            Text::new(
                format!("应在 {} 至 {} 之间", show(least), show(most)),
                format!("must be between {} and {}", show(least), show(most)),
            ),
            Text::new("核对后更正。", "Check and correct it."),
        );
    }
}

/// Dates known as precisely as a roster has them tell the past; days of plans may lie ahead.
fn future(checks: &mut Checks, spec: &'static Spec, position: usize, column: &Column, cells: &Cells) {
    let is_of_the_past =
        column.kind == Kind::Date || matches!((spec.name, column.key), ("declarations" | "requests", "date"));
    if !is_of_the_past {
        return;
    }
    let cell = cells.get(column);
    if known_date(cell).is_some_and(|date| date.earliest() > checks.as_of) {
        checks.warning(
            codes::W0401,
            checks.spans.cell(spec, position, column, cell),
            Text::new(
                format!("晚于判断日期 {}", checks.as_of),
                format!("later than {}, the day of judgment", checks.as_of),
            ),
            Text::new(
                "核对日期；确为将来的事请待发生后登记。",
                "Check the date; what is yet to happen is recorded when it has.",
            ),
        );
    }
}

fn is_stretch(from: Kind, to: Kind) -> bool {
    matches!((from, to), (Kind::Date, Kind::End) | (Kind::Day(Edge::First), Kind::Day(Edge::Last)))
}

fn order(checks: &mut Checks, spec: &'static Spec, position: usize, columns: (&Column, &Column), cells: &Cells) {
    let (from, to) = (cells.get(columns.0), cells.get(columns.1));
    if let (Some(start), Some(end)) = (known_date(from), known_date(to))
        && end.latest() < start.earliest()
    {
        checks.error(
            codes::E0401,
            checks.spans.cell(spec, position, columns.1, to),
            Text::new(format!("早于开始的 {from}"), format!("earlier than the start, {from}")),
            Text::new("核对起止日期。", "Check the two dates."),
        );
    }
}

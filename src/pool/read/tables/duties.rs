//! Routine work that units must keep up.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Edge, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{Duty, Pool, UnitId};

pub(crate) static UNIT: Column = Column::required("unit", "单位", Kind::Reference(Space::Unit))
    .examples(&["u2"])
    .about("单位编号或名称", "id or name of the unit");
static DUTY: Column = Column::required("duty", "事项", Kind::Text)
    .aliases(&["工作事项", "日常工作"])
    .examples(&["开学检查"])
    .about("日常工作事项", "what the work is");
static FROM: Column = Column::required("from", "起", Kind::Day(Edge::First))
    .aliases(&["开始日期"])
    .examples(&["2026-08-25"])
    .about("首日", "first day");
static TO: Column = Column::required("to", "止", Kind::Day(Edge::Last))
    .aliases(&["结束日期"])
    .examples(&["2026-09-10"])
    .about("末日", "last day");
pub(crate) static PEOPLE: Column = Column::required("people", "人数", Kind::Whole(0, 1_000))
    .aliases(&["所需人数"])
    .examples(&["1"])
    .about("须留守的人数；同一天的各项相加，多于 M03 的留守人数时以此为准", "people it takes, who stay at the unit; those of one day add up, and hold where they are more than the floor of M03");

static SPEC: Spec = Spec {
    name: "duties",
    name_zh: "日常工作",
    about: ("各单位须保障的日常工作，一项一行", "routine work that units must keep up, one a row"),
    required: false,
    columns: &[&UNIT, &DUTY, &FROM, &TO, &PEOPLE],
};

/// The duties table.
pub(crate) struct Duties;

impl Table for Duties {
    type Record = Duty;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Duty {
        Duty {
            unit: UnitId::new(row.reference(&UNIT).unwrap_or_default()),
            duty: row.text(&DUTY).unwrap_or_default(),
            from: row.day(&FROM).unwrap_or_default(),
            to: row.day(&TO).unwrap_or_default(),
            people: row.whole(&PEOPLE).unwrap_or_default(),
        }
    }

    fn write(duty: &Duty, cells: &mut Cells) {
        cells.put(&UNIT, &duty.unit);
        cells.put(&DUTY, &duty.duty);
        cells.put(&FROM, &duty.from);
        cells.put(&TO, &duty.to);
        cells.put(&PEOPLE, &duty.people);
    }

    fn identity(_: &Duty) -> Option<Vec<String>> {
        None
    }

    fn order(a: &Duty, b: &Duty) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Duty> {
        pool.duties.iter().collect()
    }

    fn keep(pool: &mut Pool, duties: Vec<Duty>) {
        pool.duties = duties;
    }
}

//! Leave: dates only, no reason.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Edge, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{Leave, PersonId, Pool};

static PERSON: Column = Column::required("person", "人员", Kind::Reference(Space::Person))
    .aliases(&["人员编号", "姓名"])
    .examples(&["p2"])
    .about("人员编号；姓名不重复时也可填姓名", "id of the person, or the name if unique");
pub(crate) static FROM: Column = Column::required("from", "起", Kind::Day(Edge::First))
    .aliases(&["开始日期"])
    .examples(&["2026-08-03"])
    .about("首日", "first day");
pub(crate) static TO: Column = Column::required("to", "止", Kind::Day(Edge::Last))
    .aliases(&["结束日期"])
    .examples(&["2026-08-07"])
    .about("末日", "last day");

static SPEC: Spec = Spec {
    name: "leave",
    name_zh: "请假",
    about: ("不在岗的日期；只记日期，不记事由", "days off; dates only, never a reason"),
    required: false,
    columns: &[&PERSON, &FROM, &TO],
};

/// The leave table.
pub(crate) struct LeaveDays;

impl Table for LeaveDays {
    type Record = Leave;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Leave {
        Leave {
            person: PersonId::new(row.reference(&PERSON).unwrap_or_default()),
            from: row.day(&FROM).unwrap_or_default(),
            to: row.day(&TO).unwrap_or_default(),
        }
    }

    fn write(leave: &Leave, cells: &mut Cells) {
        cells.put(&PERSON, &leave.person);
        cells.put(&FROM, &leave.from);
        cells.put(&TO, &leave.to);
    }

    fn identity(_: &Leave) -> Option<Vec<String>> {
        None
    }

    fn order(a: &Leave, b: &Leave) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Leave> {
        pool.leave.iter().collect()
    }

    fn keep(pool: &mut Pool, leave: Vec<Leave>) {
        pool.leave = leave;
    }
}

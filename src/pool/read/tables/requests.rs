//! Loans asked for, granted and refused.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Edge, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{Pool, Request, RequestOutcome, UnitId};

static UNIT: Column = Column::required("unit", "单位", Kind::Reference(Space::Unit))
    .aliases(&["派出单位", "商请单位"])
    .examples(&["u2"])
    .about("被商请单位的编号或名称", "id or name of the unit asked");
static DATE: Column = Column::required("date", "日期", Kind::Day(Edge::First))
    .aliases(&["商请日期"])
    .examples(&["2026-03-10"])
    .about("商请日期", "when");
static PEOPLE: Column = Column::required("people", "人数", Kind::Whole(1, 1_000))
    .aliases(&["商请人数"])
    .examples(&["1"])
    .about("商请人数", "how many people");
static OUTCOME: Column = Column::required("outcome", "结果", Kind::Word(RequestOutcome::WORDS))
    .aliases(&["答复"])
    .examples(&["已借出"])
    .about("答复情况", "what became of it");

static SPEC: Spec = Spec {
    name: "requests",
    name_zh: "商请记录",
    about: ("向各单位商请借人的记录，一次一行", "requests to units for people, one a row"),
    required: false,
    columns: &[&UNIT, &DATE, &PEOPLE, &OUTCOME],
};

/// The requests table.
pub(crate) struct Requests;

impl Table for Requests {
    type Record = Request;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Request {
        Request {
            unit: UnitId::new(row.reference(&UNIT).unwrap_or_default()),
            date: row.day(&DATE).unwrap_or_default(),
            people: row.whole(&PEOPLE).unwrap_or_default(),
            outcome: row.word_or(&OUTCOME, RequestOutcome::Asked),
        }
    }

    fn write(request: &Request, cells: &mut Cells) {
        cells.put(&UNIT, &request.unit);
        cells.put(&DATE, &request.date);
        cells.put(&PEOPLE, &request.people);
        cells.put(&OUTCOME, &request.outcome);
    }

    fn identity(_: &Request) -> Option<Vec<String>> {
        None
    }

    fn order(a: &Request, b: &Request) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Request> {
        pool.requests.iter().collect()
    }

    fn keep(pool: &mut Pool, requests: Vec<Request>) {
        pool.requests = requests;
    }
}

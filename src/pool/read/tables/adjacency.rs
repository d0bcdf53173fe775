//! Pairs of regions that share a boundary.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{Pool, RegionCode};

pub(crate) static A: Column = Column::required("region", "地区", Kind::Reference(Space::Region))
    .aliases(&["甲地", "a"])
    .examples(&["430406"])
    .about("行政区划代码或名称", "region code or name");
pub(crate) static B: Column = Column::required("neighbor", "相邻地区", Kind::Reference(Space::Region))
    .aliases(&["乙地", "b", "neighbour"])
    .examples(&["430422"])
    .about("与之接壤的行政区划；每对只填一次", "a region that borders on it; each pair once");

static SPEC: Spec = Spec {
    name: "adjacency",
    name_zh: "区划相邻",
    about: ("哪些行政区划接壤；目前尚无方案用到", "which regions share a boundary; no plan uses it yet"),
    required: false,
    columns: &[&A, &B],
};

/// The adjacency table.
pub(crate) struct Adjacency;

impl Table for Adjacency {
    type Record = (RegionCode, RegionCode);

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> (RegionCode, RegionCode) {
        let a = RegionCode::new(row.reference(&A).unwrap_or_default());
        let b = RegionCode::new(row.reference(&B).unwrap_or_default());
        if a <= b { (a, b) } else { (b, a) }
    }

    fn write(pair: &(RegionCode, RegionCode), cells: &mut Cells) {
        cells.put(&A, &pair.0);
        cells.put(&B, &pair.1);
    }

    fn identity(_: &(RegionCode, RegionCode)) -> Option<Vec<String>> {
        None
    }

    fn order(a: &(RegionCode, RegionCode), b: &(RegionCode, RegionCode)) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&(RegionCode, RegionCode)> {
        pool.gazetteer.adjacency.iter().collect()
    }

    fn keep(pool: &mut Pool, pairs: Vec<(RegionCode, RegionCode)>) {
        pool.gazetteer.adjacency = pairs.into_iter().collect();
    }
}

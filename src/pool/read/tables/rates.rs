//! Allowances and travel rates.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{Pool, Rate, RateKind, RegionCode};

static KIND: Column = Column::required("kind", "项目", Kind::Word(RateKind::WORDS))
    .aliases(&["类别"])
    .examples(&["外出每天", "每公里"])
    .about("标准的用途", "what the rate pays for");
static REGION: Column =
    Column::optional("region", "地区", Kind::Reference(Space::Region), ("各地通用", "holds everywhere"))
        .about("适用地区", "where it holds");
static AMOUNT: Column = Column::required("yuan", "金额（元）", Kind::Yuan)
    .aliases(&["标准（元）", "标准", "金额"])
    .examples(&["100", "0.8"])
    .about("单位：元，至多两位小数", "yuan, at most two decimals");

static SPEC: Spec = Spec {
    name: "rates",
    name_zh: "费用标准",
    about: ("补助和交通标准", "allowances and travel rates"),
    required: false,
    columns: &[&KIND, &REGION, &AMOUNT],
};

/// The rates table.
pub(crate) struct Rates;

impl Table for Rates {
    type Record = Rate;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Rate {
        Rate {
            kind: row.word_or(&KIND, RateKind::DayAway),
            region: row.reference(&REGION).map(RegionCode::new),
            fen: row.yuan(&AMOUNT),
        }
    }

    fn write(rate: &Rate, cells: &mut Cells) {
        cells.put(&KIND, &rate.kind);
        cells.put(&REGION, &rate.region);
        cells.put_yuan(&AMOUNT, rate.fen);
    }

    fn identity(rate: &Rate) -> Option<Vec<String>> {
        let region = rate.region.as_ref().map(ToString::to_string).unwrap_or_default();
        Some(vec![rate.kind.word().zh.to_owned(), region])
    }

    fn order(a: &Rate, b: &Rate) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Rate> {
        pool.rates.iter().collect()
    }

    fn keep(pool: &mut Pool, rates: Vec<Rate>) {
        pool.rates = rates;
    }
}

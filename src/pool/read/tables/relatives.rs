//! Relatives who are neither on the roster nor parties.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{ActorId, OrganisationId, Pool, Relative};

pub(crate) static ID: Column = Column::required("id", "编号", Kind::Id(Space::Relative))
    .aliases(&["亲属编号", "序号"])
    .examples(&["r1"])
    .about("与人员、涉案人员的编号也不重复", "unique among people, parties and relatives");
pub(crate) static NAME: Column = Column::optional("name", "姓名", Kind::Name, ("不具名，仅作亲属链的中间人", "nameless link of a chain"))
    .aliases(&["名字", "亲属姓名"])
    .examples(&["李建国"])
    .about("亲属姓名", "name of the relative");
pub(crate) static ORGANISATION: Column =
    Column::optional("organisation", "工作单位", Kind::Reference(Space::Organisation), ("无或未登记", "none, or not on record"))
        .aliases(&["单位", "机构"])
        .examples(&["o3"])
        .about("机构的编号或名称", "id or name of the organisation");
pub(crate) static LEADING: Column = Column::optional("leading", "是否领导", Kind::Flag, ("否", "no"))
    .aliases(&["担任领导职务", "领导职务"])
    .examples(&["否"])
    .about("是否在该单位担任领导职务；未填单位的，为履历中的现任单位（R04、R06、R07）", "whether the relative holds a leading post there; without an organisation, at the present posts of the career (R04, R06, R07)");

static SPEC: Spec = Spec {
    name: "relatives",
    name_zh: "亲属",
    about: ("名册和涉案人员之外的亲属，一人一行", "relatives who are neither on the roster nor parties, one a row"),
    required: false,
    columns: &[&ID, &NAME, &ORGANISATION, &LEADING],
};

/// The relatives table.
pub(crate) struct Relatives;

impl Table for Relatives {
    type Record = Relative;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Relative {
        Relative {
            id: ActorId::new(row.id(&ID)),
            name: row.name(&NAME),
            organisation: row.reference(&ORGANISATION).map(OrganisationId::new),
            leading: row.flag(&LEADING),
        }
    }

    fn write(relative: &Relative, cells: &mut Cells) {
        cells.put(&ID, &relative.id);
        cells.put(&NAME, &relative.name);
        cells.put(&ORGANISATION, &relative.organisation);
        cells.put(&LEADING, &relative.leading);
    }

    fn identity(relative: &Relative) -> Option<Vec<String>> {
        Some(vec![relative.id.to_string()])
    }

    fn order(a: &Relative, b: &Relative) -> Ordering {
        a.id.cmp(&b.id)
    }

    fn records(pool: &Pool) -> Vec<&Relative> {
        pool.relatives.values().collect()
    }

    fn keep(pool: &mut Pool, relatives: Vec<Relative>) {
        pool.relatives = relatives.into_iter().map(|relative| (relative.id.clone(), relative)).collect();
    }
}

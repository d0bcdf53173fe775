//! Other and former names of organisations.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{OrganisationAlias, OrganisationId, Pool};

static NAME: Column = Column::required("name", "别名", Kind::Text)
    .aliases(&["曾用名", "简称", "名称"])
    .examples(&["衡阳市监察局"])
    .about("曾用名、简称或规范全称", "a former, short or full name");
static ORGANISATION: Column = Column::required("organisation", "机构", Kind::Reference(Space::Organisation))
    .aliases(&["机构编号", "现名"])
    .examples(&["o1"])
    .about("现机构的编号或名称", "id or present name of the organisation");
static FROM: Column = Column::optional("from", "启用时间", Kind::Date, ("不详", "not known"))
    .aliases(&["起"])
    .examples(&["1987"])
    .about("开始使用该名称的时间", "since when the name was used");
static TO: Column = Column::optional("to", "停用时间", Kind::End, ("仍在使用", "still in use"))
    .aliases(&["止"])
    .examples(&["2017-12"])
    .about("停止使用该名称的时间", "until when the name was used");

static SPEC: Spec = Spec {
    name: "organisation_aliases",
    name_zh: "机构别名",
    about: ("机构的曾用名和简称；履历按当时的名称对应机构", "other names of organisations; a career line is matched by the name of its time"),
    required: false,
    columns: &[&NAME, &ORGANISATION, &FROM, &TO],
};

/// The aliases table.
pub(crate) struct OrganisationAliases;

impl Table for OrganisationAliases {
    type Record = OrganisationAlias;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> OrganisationAlias {
        OrganisationAlias {
            name: row.text(&NAME).unwrap_or_default(),
            organisation: OrganisationId::new(row.reference(&ORGANISATION).unwrap_or_default()),
            from: row.date(&FROM),
            to: row.date(&TO),
        }
    }

    fn write(alias: &OrganisationAlias, cells: &mut Cells) {
        cells.put(&NAME, &alias.name);
        cells.put(&ORGANISATION, &alias.organisation);
        cells.put(&FROM, &alias.from);
        cells.put(&TO, &alias.to);
    }

    fn identity(_: &OrganisationAlias) -> Option<Vec<String>> {
        None
    }

    fn order(a: &OrganisationAlias, b: &OrganisationAlias) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&OrganisationAlias> {
        pool.organisation_aliases.iter().collect()
    }

    fn keep(pool: &mut Pool, aliases: Vec<OrganisationAlias>) {
        pool.organisation_aliases = aliases;
    }
}

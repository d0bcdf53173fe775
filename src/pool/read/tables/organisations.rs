//! Organisations in which people hold or held posts.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{Organisation, OrganisationId, Pool, RegionCode};

static ID: Column = Column::required("id", "编号", Kind::Id(Space::Organisation))
    .aliases(&["机构编号", "机构编码", "序号"])
    .examples(&["o1", "o2", "o3"])
    .about("机构表内唯一", "unique among organisations");
static NAME: Column = Column::required("name", "名称", Kind::Name)
    .aliases(&["机构名称", "机构", "单位名称"])
    .examples(&["衡阳市纪委监委", "衡阳市教育局", "衡南县教育局"])
    .about("现用名称；曾用名、简称填机构别名表", "present name; former and short names go to the aliases");
pub(crate) static PARENT: Column =
    Column::optional("parent", "上级机构", Kind::Reference(Space::Organisation), ("无上级或未登记", "none, or not on record"))
        .aliases(&["上级", "主管单位"])
        .about("上级机构的编号或名称；用于相邻两级领导班子的亲属（R06）、亲属在上级机构任领导职务（R04）和驻在单位的下属单位（R34）",
            "id or name of the organisation above it; counts for kin among the leaders of commissions one level apart (R06), kin in a leading post of an organisation above (R04) and the organisations under a host (R34)",);
static REGION: Column =
    Column::optional("region", "所在地区", Kind::Reference(Space::Region), ("未登记", "not on record"))
        .aliases(&["地区", "所在地", "区划"])
        .examples(&["430400", "430400", "430422"])
        .about("行政区划代码或名称", "region code or name");

static SPEC: Spec = Spec {
    name: "organisations",
    name_zh: "机构",
    about: (
        "纪委监委、驻在单位和履历中出现的机关、企业、学校，一机构一行",
        "commissions, hosts of stationed groups, and the organisations of careers, one a row",
    ),
    required: true,
    columns: &[&ID, &NAME, &PARENT, &REGION],
};

/// The organisations table.
pub(crate) struct Organisations;

impl Table for Organisations {
    type Record = Organisation;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Organisation {
        Organisation {
            id: OrganisationId::new(row.id(&ID)),
            name: row.name(&NAME).unwrap_or_default(),
            parent: row.reference(&PARENT).map(OrganisationId::new),
            region: row.reference(&REGION).map(RegionCode::new),
        }
    }

    fn write(organisation: &Organisation, cells: &mut Cells) {
        cells.put(&ID, &organisation.id);
        cells.put(&NAME, &organisation.name);
        cells.put(&PARENT, &organisation.parent);
        cells.put(&REGION, &organisation.region);
    }

    fn identity(organisation: &Organisation) -> Option<Vec<String>> {
        Some(vec![organisation.id.to_string()])
    }

    fn order(a: &Organisation, b: &Organisation) -> Ordering {
        a.id.cmp(&b.id)
    }

    fn records(pool: &Pool) -> Vec<&Organisation> {
        pool.organisations.values().collect()
    }

    fn keep(pool: &mut Pool, organisations: Vec<Organisation>) {
        pool.organisations =
            organisations.into_iter().map(|organisation| (organisation.id.clone(), organisation)).collect();
    }
}

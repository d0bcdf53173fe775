//! Administrative divisions with coordinates.

use std::cmp::Ordering;

use crate::geo::Region;
use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    normal,
    row::Row,
    sheet::Sheet,
    table::Table,
};
use crate::pool::{Pool, RegionCode};

static CODE: Column = Column::required("code", "区划代码", Kind::Id(Space::Region))
    .aliases(&["代码", "行政区划代码", "编号", "序号"])
    .examples(&["430400", "430406", "430422"])
    .about("县级以上用 GB/T 2260 六位代码，乡镇用更长的代码", "the six digits of GB/T 2260, or the longer code of a township");
static NAME: Column = Column::required("name", "名称", Kind::Name)
    .aliases(&["地名", "地区", "区划名称"])
    .examples(&["衡阳市", "雁峰区", "衡南县"])
    .about("地名", "name of the division");
pub(crate) static PARENT: Column =
    Column::optional("parent", "上级区划", Kind::Reference(Space::Region), ("名册范围内的最上级", "the top of what the folder covers"))
        .aliases(&["上级", "上级代码"])
        .examples(&["", "430400", "430400"])
        .about("上级区划的代码或名称", "code or name of the division above it");
static LONGITUDE: Column =
    Column::optional("longitude", "经度", Kind::Degrees(180), ("不详；取上级区划的坐标", "not known; the division above it stands in"))
        .aliases(&["lon", "lng"])
        .examples(&["112.572", "112.617", "112.678"])
        .about("驻地经度，单位：度", "of its seat, in degrees");
static LATITUDE: Column =
    Column::optional("latitude", "纬度", Kind::Degrees(90), ("不详；取上级区划的坐标", "not known; the division above it stands in"))
        .aliases(&["lat"])
        .examples(&["26.893", "26.888", "26.739"])
        .about("驻地纬度，单位：度", "of its seat, in degrees");

pub(crate) static SPEC: Spec = Spec {
    name: "regions",
    name_zh: "行政区划",
    about: ("名册涉及的行政区划，一地一行", "the administrative divisions that the folder covers, one a row"),
    required: true,
    columns: &[&CODE, &NAME, &PARENT, &LONGITUDE, &LATITUDE],
};

/// Code, name and division above of each row, before any row is judged.
pub(crate) fn lines(sheet: &Sheet) -> Vec<(String, &str, Option<&str>)> {
    let known = sheet.rows.iter().filter_map(|(_, row)| {
        Some((normal::id(sheet.cell(row, &CODE)?), sheet.cell(row, &NAME)?, sheet.cell(row, &PARENT)))
    });
    known.collect()
}

/// The regions table.
pub(crate) struct Regions;

impl Table for Regions {
    type Record = Region;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Region {
        Region {
            code: RegionCode::new(row.id(&CODE)),
            name: row.name(&NAME).unwrap_or_default(),
            parent: row.reference(&PARENT).map(RegionCode::new),
            seat: row.both((&LONGITUDE, &LATITUDE)),
        }
    }

    fn write(region: &Region, cells: &mut Cells) {
        cells.put(&CODE, &region.code);
        cells.put(&NAME, &region.name);
        cells.put(&PARENT, &region.parent);
        cells.put(&LONGITUDE, &region.seat.map(|(longitude, _)| longitude));
        cells.put(&LATITUDE, &region.seat.map(|(_, latitude)| latitude));
    }

    fn identity(region: &Region) -> Option<Vec<String>> {
        Some(vec![region.code.to_string()])
    }

    fn order(a: &Region, b: &Region) -> Ordering {
        a.code.cmp(&b.code)
    }

    fn records(pool: &Pool) -> Vec<&Region> {
        pool.gazetteer.regions.values().collect()
    }

    fn keep(pool: &mut Pool, regions: Vec<Region>) {
        pool.gazetteer.regions = regions.into_iter().map(|region| (region.code.clone(), region)).collect();
    }
}

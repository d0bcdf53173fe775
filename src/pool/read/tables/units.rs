//! Rooms, stationed groups, local commissions and external bodies.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{OrganisationId, PersonId, Pool, RegionCode, Unit, UnitFunction, UnitId, UnitKind};

static ID: Column = Column::required("id", "编号", Kind::Id(Space::Unit))
    .aliases(&["单位编号", "序号"])
    .examples(&["u1", "u2"])
    .about("单位表内唯一", "unique among units");
static NAME: Column = Column::required("name", "名称", Kind::Name)
    .aliases(&["单位", "单位名称", "部门", "科室", "处室"])
    .examples(&["第一纪检监察室", "驻市教育局纪检监察组"])
    .about("单位名称", "name of the unit");
pub(crate) static KIND: Column = Column::required("kind", "类别", Kind::Word(UnitKind::WORDS))
    .aliases(&["单位类别", "室组地"])
    .examples(&["室", "派驻组"])
    .about("室、组、地或外部单位", "room, stationed group, local commission or external body");
static FUNCTION: Column = Column::optional(
    "function",
    "职能",
    Kind::Word(UnitFunction::WORDS),
    ("派驻机构、乡镇（街道）纪委等没有单一职能的单位，或未登记；模板按职能排除时，空白的不排除", "a unit without one function, such as a stationed group or a township’s commission, or not on record; what a template leaves out by function does not keep out a blank"),
)
.examples(&["纪检监察", ""])
.about("单位的职能；下级纪委监委的内设室类别填“地”，也填此列", "what the unit does; a lower commission’s room is of kind “local” and has a function too");
static BODY: Column = Column::required("body", "所属机关", Kind::Reference(Space::Organisation))
    .aliases(&["所属机构", "主管机关"])
    .examples(&["o1", "o1"])
    .about("所属纪委监委（或外部单位的机构）；据此区分本机关人员", "the commission, or external organisation, it belongs to; tells own staff from borrowed");
pub(crate) static HOST: Column = Column::optional(
    "host",
    "驻在单位",
    Kind::Reference(Space::Organisation),
    ("不是派驻机构", "not a stationed group"),
)
.aliases(&["驻XX组", "被监督单位"])
.examples(&["", "o2"])
.about("派驻机构的驻在单位；下级纪委监委的派驻机构类别填“地”，也填此列", "organisation at which the group is stationed; a lower commission's group is of kind “local” and has one too");
static REGION: Column = Column::required("region", "所在地区", Kind::Reference(Space::Region))
    .aliases(&["地区", "所在地", "区划"])
    .examples(&["430400", "430400"])
    .about("行政区划代码或名称", "region code or name");
static SECTORS: Column = Column::optional("sectors", "联系领域", Kind::Texts, ("不分领域", "no sector of its own"))
    .aliases(&["领域", "行业", "分管领域"])
    .examples(&["", "教育"])
    .about("负责的领域，可填多个", "sectors it deals with");
static LINKED_REGIONS: Column = Column::optional(
    "linked_regions",
    "联系地区",
    Kind::References(Space::Region),
    ("不联系地区", "linked to none"),
)
.aliases(&["片区"])
.examples(&["430406；430422"])
.about("监督检查室联系的县区", "regions that the room is linked to");
static ZONE: Column = Column::optional("zone", "协作区", Kind::Text, ("不属于协作区，或未登记", "in no zone, or not on record"))
    .aliases(&["所属片区", "所在片区", "片区名称", "所属协作区", "联组"])
    .about("所属协作区（片区）的名称；在本协作区内服务不算外抽（R20）", "name of the zone the unit belongs to; service inside it is exempt from R20");
static LEADER: Column = Column::optional("leader", "分管领导", Kind::Reference(Space::Person), ("未登记", "not on record"))
    .about("分管领导的人员编号或姓名", "id or name of the leader in charge");
pub(crate) static STRENGTH: Column =
    Column::optional("strength", "现有人数", Kind::Whole(0, 10_000), ("以人员表所列为准", "as many as the roster lists"))
        .aliases(&["实有人数", "人数", "编制人数"])
        .about("单位：人", "people");

static SPEC: Spec = Spec {
    name: "units",
    name_zh: "单位",
    about: ("室、派驻组、地方纪委监委和外部单位，一单位一行", "rooms, stationed groups, local commissions and external bodies, one a row"),
    required: true,
    columns: &[
        &ID, &NAME, &KIND, &FUNCTION, &BODY, &HOST, &REGION, &SECTORS, &LINKED_REGIONS, &ZONE, &LEADER, &STRENGTH,
    ],
};

/// The units table.
pub(crate) struct Units;

impl Table for Units {
    type Record = Unit;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Unit {
        Unit {
            id: UnitId::new(row.id(&ID)),
            name: row.name(&NAME).unwrap_or_default(),
            kind: row.word_or(&KIND, UnitKind::Room),
            function: row.word(&FUNCTION),
            body: OrganisationId::new(row.reference(&BODY).unwrap_or_default()),
            host: row.reference(&HOST).map(OrganisationId::new),
            region: RegionCode::new(row.reference(&REGION).unwrap_or_default()),
            sectors: row.texts(&SECTORS),
            linked_regions: row.references(&LINKED_REGIONS).into_iter().map(RegionCode::new).collect(),
            zone: row.name(&ZONE),
            leader: row.reference(&LEADER).map(PersonId::new),
            strength: row.whole(&STRENGTH),
        }
    }

    fn write(unit: &Unit, cells: &mut Cells) {
        cells.put(&ID, &unit.id);
        cells.put(&NAME, &unit.name);
        cells.put(&KIND, &unit.kind);
        cells.put(&FUNCTION, &unit.function);
        cells.put(&BODY, &unit.body);
        cells.put(&HOST, &unit.host);
        cells.put(&REGION, &unit.region);
        cells.put(&SECTORS, &unit.sectors);
        cells.put(&LINKED_REGIONS, &unit.linked_regions);
        cells.put(&ZONE, &unit.zone);
        cells.put(&LEADER, &unit.leader);
        cells.put(&STRENGTH, &unit.strength);
    }

    fn identity(unit: &Unit) -> Option<Vec<String>> {
        Some(vec![unit.id.to_string()])
    }

    fn order(a: &Unit, b: &Unit) -> Ordering {
        a.id.cmp(&b.id)
    }

    fn records(pool: &Pool) -> Vec<&Unit> {
        pool.units.values().collect()
    }

    fn keep(pool: &mut Pool, units: Vec<Unit>) {
        pool.units = units.into_iter().map(|unit| (unit.id.clone(), unit)).collect();
    }
}

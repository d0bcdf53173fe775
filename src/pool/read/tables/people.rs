//! People of the talent pool and the other staff of its units.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Edge, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::{PoolName, Worded},
};
use crate::pool::{
    Clearance, Exemption, Person, PersonId, Pool, PoolMembership, Position, Rank, RegionCode, Sex, UnitId,
};

static ID: Column = Column::required("id", "编号", Kind::Id(Space::Person))
    .aliases(&["人员编号", "人员编码", "工号", "序号"])
    .examples(&["p1", "p2"])
    .about("全名册唯一，与涉案人员、亲属的编号也不重复", "unique among people, parties and relatives");
pub(crate) static NAME: Column = Column::required("name", "姓名", Kind::Name)
    .aliases(&["名字", "XingMing"])
    .examples(&["张敏", "李军"])
    .about("可以重名，识别以编号为准", "homonyms are fine; the id identifies");
static SEX: Column =
    Column::optional("sex", "性别", Kind::Word(Sex::WORDS), ("未登记", "not on record"))
        .aliases(&["XingBie"])
        .examples(&["女", "男"])
        .about("仅用于女性人身搜查的人员要求（R12）", "used only where a search of a woman is planned (R12)");
pub(crate) static BORN: Column = Column::optional("born", "出生年月", Kind::Date, ("未登记", "not on record"))
    .aliases(&["出生日期", "生日", "ChuShengNianYue"])
    .examples(&["1983-05", "1990-11"])
    .about("仅用于临近退休的判断", "used only for the retirement window");
static NATIVE_PLACE: Column =
    Column::optional("native_place", "籍贯", Kind::Reference(Space::Region), ("未登记", "not on record"))
        .aliases(&["祖籍", "JiGuan"])
        .examples(&["430400", "430422"])
        .about("行政区划代码或名称", "region code or name");
static GREW_UP: Column = Column::optional(
    "grew_up",
    "成长地",
    Kind::Reference(Space::Region),
    ("未登记；任组长、副组长按“需审查”处理", "not on record; screening says “review” of leads and deputies"),
)
.aliases(&["生长地", "A0115A"])
.examples(&["430406", "430422"])
.about("行政区划代码或名称，尽量到乡镇", "region code or name, down to the township if possible");
pub(crate) static UNIT: Column = Column::required("unit", "单位", Kind::Reference(Space::Unit))
    .aliases(&["单位编号", "部门", "科室", "处室", "内设机构", "派驻机构", "所在单位"])
    .narrower(&["内设机构", "派驻机构"])
    .examples(&["u1", "u2"])
    .about("编制所在单位的编号或名称", "id or name of the unit on whose establishment the person is");
static POST: Column = Column::optional("post", "职务", Kind::Text, ("无职务或未登记", "none, or not on record"))
    .aliases(&["现任职务", "工作单位及职务", "XianRenZhiWu", "A0192A"])
    .examples(&["主任", "四级主任科员"])
    .about("职务全称，照名册原文", "title of the post as the roster writes it");
pub(crate) static POSITION: Column =
    Column::optional("position", "职务层次", Kind::Word(Position::WORDS), ("干部", "staff"))
        .aliases(&["岗位层次", "正副职"])
        .examples(&["正职", "干部"])
        .about("在本单位的身份，决定能否任组长及留守底线", "standing in the unit; decides who may lead and what a donor must keep");
static RANK: Column = Column::optional("rank", "职级", Kind::Word(Rank::WORDS), ("无职级或未登记", "none, or not on record"))
    .aliases(&["职务职级", "A0192E"])
    .examples(&["四级调研员", "四级主任科员"])
    .about("综合管理类职级", "rank of the general management class");
pub(crate) static POST_SINCE: Column =
    Column::optional("post_since", "任现职时间", Kind::Date, ("未登记", "not on record"))
        .aliases(&["任职时间", "现任职时间"])
        .examples(&["2022-03", "2021-09"])
        .about("任现职务的起始时间", "start of the present post");
static POOLS: Column =
    Column::optional("pools", "人才库", Kind::Words(PoolName::WORDS), ("不在库内，不参加抽调", "in no pool; never drawn"))
        .aliases(&["所在人才库", "入库类别"])
        .examples(&["监督检查；审查调查", "审查调查"])
        .about("可同时在两个库", "a person may be in both");
pub(crate) static ENTERED: Column = Column::optional("entered", "参加工作时间", Kind::Date, ("未登记", "not on record"))
    .aliases(&["工作时间", "CanJiaGongZuoShiJian"])
    .examples(&["2006-07", "2013-08"])
    .about("参加工作的时间", "start of service");
static CLEARANCE: Column =
    Column::optional("clearance", "涉密等级", Kind::Word(Clearance::WORDS), ("非涉密", "none"))
        .aliases(&["密级", "涉密级别"])
        .examples(&["机密", "秘密"])
        .about("可接触的最高密级", "highest level the person may handle");
static AVAILABILITY: Column =
    Column::optional("availability", "可用时间", Kind::Share, ("全时可用", "full time"))
        .aliases(&["可用比例", "可投入时间"])
        .examples(&["0.5", "1"])
        .about("可用于办案的工作时间占全时的比例", "share of working time open to cases");
pub(crate) static LEFT: Column = Column::optional("left", "离任日期", Kind::Day(Edge::First), ("在职", "still serving"))
    .aliases(&["离职日期", "退出日期"])
    .about("离开监察岗位的首日（R29）", "first day out of the service (R29)");
static EXEMPTIONS: Column =
    Column::optional("exemptions", "暂缓抽调情形", Kind::Words(Exemption::WORDS), ("无", "none"))
        .aliases(&["免抽调情形"])
        .about("R20 所列情形；仅在本地启用该规则时起作用", "circumstances that R20 knows; they count only where that rule is adopted");

static SPEC: Spec = Spec {
    name: "people",
    name_zh: "人员",
    about: ("人才库人员和各单位其他在编人员，一人一行", "people of the talent pool and the other staff of the units, one a row"),
    required: true,
    columns: &[
        &ID, &NAME, &SEX, &BORN, &NATIVE_PLACE, &GREW_UP, &UNIT, &POST, &POSITION, &RANK, &POST_SINCE, &POOLS,
        &ENTERED, &CLEARANCE, &AVAILABILITY, &LEFT, &EXEMPTIONS,
    ],
};

/// The people table.
pub(crate) struct People;

impl Table for People {
    type Record = Person;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Person {
        let pools = row.words::<PoolName>(&POOLS);
        let mut exemptions = row.words::<Exemption>(&EXEMPTIONS);
        exemptions.sort();
        exemptions.dedup();
        Person {
            id: PersonId::new(row.id(&ID)),
            name: row.name(&NAME).unwrap_or_default(),
            sex: row.word(&SEX),
            born: row.date(&BORN),
            native_place: row.reference(&NATIVE_PLACE).map(RegionCode::new),
            grew_up: row.reference(&GREW_UP).map(RegionCode::new),
            unit: UnitId::new(row.reference(&UNIT).unwrap_or_default()),
            post: row.text(&POST),
            position: row.word_or(&POSITION, Position::Staff),
            rank: row.word(&RANK),
            post_since: row.date(&POST_SINCE),
            pools: PoolMembership {
                supervision: pools.contains(&PoolName::Supervision),
                investigation: pools.contains(&PoolName::Investigation),
            },
            entered: row.date(&ENTERED),
            clearance: row.word_or(&CLEARANCE, Clearance::None),
            availability: row.share(&AVAILABILITY),
            left: row.day(&LEFT),
            exemptions,
        }
    }

    fn write(person: &Person, cells: &mut Cells) {
        let pools = [
            (person.pools.supervision, PoolName::Supervision),
            (person.pools.investigation, PoolName::Investigation),
        ];
        let pools: Vec<PoolName> = pools.into_iter().filter(|(is_in, _)| *is_in).map(|(_, pool)| pool).collect();
        cells.put(&ID, &person.id);
        cells.put(&NAME, &person.name);
        cells.put(&SEX, &person.sex);
        cells.put(&BORN, &person.born);
        cells.put(&NATIVE_PLACE, &person.native_place);
        cells.put(&GREW_UP, &person.grew_up);
        cells.put(&UNIT, &person.unit);
        cells.put(&POST, &person.post);
        cells.put(&POSITION, &person.position);
        cells.put(&RANK, &person.rank);
        cells.put(&POST_SINCE, &person.post_since);
        cells.put(&POOLS, &pools);
        cells.put(&ENTERED, &person.entered);
        cells.put(&CLEARANCE, &person.clearance);
        cells.put_share(&AVAILABILITY, person.availability);
        cells.put(&LEFT, &person.left);
        cells.put(&EXEMPTIONS, &person.exemptions);
    }

    fn identity(person: &Person) -> Option<Vec<String>> {
        Some(vec![person.id.to_string()])
    }

    fn order(a: &Person, b: &Person) -> Ordering {
        a.id.cmp(&b.id)
    }

    fn records(pool: &Pool) -> Vec<&Person> {
        pool.people.values().collect()
    }

    fn keep(pool: &mut Pool, people: Vec<Person>) {
        pool.people = people.into_iter().map(|person| (person.id.clone(), person)).collect();
    }
}

//! Subjects, informants, witnesses and interested parties.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{CaseId, OrganisationId, Party, PartyId, PartyRole, PersonId, Pool, RegionCode};

pub(crate) static ID: Column = Column::required("id", "编号", Kind::Id(Space::Party))
    .aliases(&["代号", "人员代号", "序号"])
    .examples(&["s1", "i1"])
    .about("与人员、亲属的编号也不重复；检举人只有代号", "unique among people, parties and relatives; informants have only this code");
static CASE: Column = Column::required("case", "案件", Kind::Reference(Space::Case))
    .aliases(&["案件代号", "案件编号"])
    .examples(&["c1", "c1"])
    .about("案件代号", "case code");
pub(crate) static ROLE: Column = Column::required("role", "身份", Kind::Word(PartyRole::WORDS))
    .aliases(&["涉案身份", "类别"])
    .examples(&["被审查调查人", "检举人"])
    .about("在案件中的身份", "what the party is to the case");
pub(crate) static NAME: Column =
    Column::optional("name", "姓名", Kind::Name, ("未登记；检举人必须留空", "not on record; always blank for informants"))
        .aliases(&["名字"])
        .examples(&["刘某甲", ""])
        .about("检举人不得登记姓名", "never filled for informants");
pub(crate) static PERSON: Column =
    Column::optional("person", "对应人员", Kind::Reference(Space::Person), ("不是名册内人员", "not on the roster"))
        .aliases(&["人员编号"])
        .about("本人在人员表中时填其编号", "id on the roster if the party is on it");
pub(crate) static ORGANISATION: Column = Column::optional(
    "organisation",
    "工作单位",
    Kind::Reference(Space::Organisation),
    (
        "未登记；取履历中的现任单位，履历中也查不到的，所有人员筛查按“需审查”处理",
        "not on record; the present posts of the career count instead, without any screening says “review” of everybody",
    ),
)
.aliases(&["单位", "机构"])
.examples(&["o3", ""])
.about(
    "机构的编号或名称；兼任等其他现任职务填履历表，同样计入",
    "id or name of the organisation; other present posts, such as concurrent ones, stand in the careers and count as well",
);
static DEPARTMENT: Column = Column::optional("department", "部门", Kind::Text, ("未登记", "not on record"))
    .aliases(&["科室", "内设机构"])
    .examples(&["基建股", ""])
    .about("单位内的部门", "department there");
static POST: Column = Column::optional("post", "职务", Kind::Text, ("未登记", "not on record"))
    .aliases(&["现任职务"])
    .examples(&["股长", ""])
    .about("职务，照原文", "post there as written");
static LEADERSHIP: Column = Column::optional("leadership", "班子成员", Kind::Flag, ("否", "no"))
    .aliases(&["领导班子成员", "是否领导"])
    .examples(&["否", ""])
    .about("是否该单位领导班子成员（R34）", "whether of that organisation's leadership (R34)");
static GREW_UP: Column = Column::optional(
    "grew_up",
    "成长地",
    Kind::Reference(Space::Region),
    ("未登记；不据此推断同乡关系", "not on record; yields no townsman ties"),
)
.aliases(&["生长地"])
.examples(&["430406", ""])
.about("行政区划代码或名称", "region code or name");

static SPEC: Spec = Spec {
    name: "parties",
    name_zh: "涉案人员",
    about: (
        "被审查调查人、检举人（仅代号）、证人和利害关系人，一人一案一行",
        "subjects, informants (codes only), witnesses and interested parties, one of one case a row",
    ),
    required: false,
    columns: &[&ID, &CASE, &ROLE, &NAME, &PERSON, &ORGANISATION, &DEPARTMENT, &POST, &LEADERSHIP, &GREW_UP],
};

/// The parties table.
pub(crate) struct Parties;

impl Table for Parties {
    type Record = Party;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Party {
        let role = row.word_or(&ROLE, PartyRole::Subject);
        if role == PartyRole::Informant && row.has(&NAME) {
            row.refuse_informant_name(&NAME);
        }
        let person = row.reference(&PERSON);
        row.held_against(&NAME, &PERSON, Space::Person, person.as_deref());
        Party {
            id: PartyId::new(row.id(&ID)),
            case: CaseId::new(row.reference(&CASE).unwrap_or_default()),
            role,
            name: row.name(&NAME),
            person: person.map(PersonId::new),
            organisation: row.reference(&ORGANISATION).map(OrganisationId::new),
            department: row.text(&DEPARTMENT),
            post: row.text(&POST),
            leadership: row.flag(&LEADERSHIP),
            grew_up: row.reference(&GREW_UP).map(RegionCode::new),
        }
    }

    fn write(party: &Party, cells: &mut Cells) {
        cells.put(&ID, &party.id);
        cells.put(&CASE, &party.case);
        cells.put(&ROLE, &party.role);
        cells.put(&NAME, &party.name);
        cells.put(&PERSON, &party.person);
        cells.put(&ORGANISATION, &party.organisation);
        cells.put(&DEPARTMENT, &party.department);
        cells.put(&POST, &party.post);
        cells.put(&LEADERSHIP, &party.leadership);
        cells.put(&GREW_UP, &party.grew_up);
    }

    fn identity(party: &Party) -> Option<Vec<String>> {
        Some(vec![party.id.to_string()])
    }

    fn order(a: &Party, b: &Party) -> Ordering {
        a.id.cmp(&b.id)
    }

    fn records(pool: &Pool) -> Vec<&Party> {
        pool.parties.values().collect()
    }

    fn keep(pool: &mut Pool, parties: Vec<Party>) {
        pool.parties = parties.into_iter().map(|party| (party.id.clone(), party)).collect();
    }
}

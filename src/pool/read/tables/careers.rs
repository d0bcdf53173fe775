//! Career spells of people, parties and relatives.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{ActorId, OrganisationId, Pool, Position, Rank, Spell, SpellKind};

pub(crate) static ACTOR: Column = Column::required("person", "人员", Kind::Reference(Space::Actor))
    .aliases(&["人员编号", "编号", "姓名", "id", "name"])
    .examples(&["p1", "p2", "s1"])
    .about("人员、涉案人员或亲属的编号；姓名不重复时也可填姓名", "id of a person, party or relative, or the name if unique");
pub(crate) static FROM: Column = Column::required("from", "起", Kind::Date)
    .aliases(&["开始时间", "起始时间", "起始年月", "start"])
    .examples(&["2022-03", "2021-09", "2018-01"])
    .about("开始时间", "start");
pub(crate) static TO: Column = Column::optional("to", "止", Kind::End, ("至今", "to date"))
    .aliases(&["结束时间", "终止时间", "终止年月", "end"])
    .examples(&["至今", "至今", "至今"])
    .about("结束时间", "end");
static ORGANISATION: Column = Column::required("organisation", "单位", Kind::Text)
    .aliases(&["工作单位", "机构", "所在单位"])
    .examples(&["衡阳市纪委监委", "衡阳市纪委监委", "衡南县教育局"])
    .about(
        "按原文填写；依机构表和当时的别名对应，对应不上的保留原文",
        "as written; matched with the organisations and the aliases of that time, else kept as text",
    );
static ORGANISATION_ID: Column = Column::optional(
    "organisation_id",
    "机构编号",
    Kind::Reference(Space::Organisation),
    ("按“单位”一栏的名称对应", "matched by the name in “organisation”"),
)
.aliases(&["单位编号"])
.about("机构重名时用以指明", "says which one is meant where names do not");
static DEPARTMENT: Column = Column::optional("department", "部门", Kind::Text, ("未登记", "not on record"))
    .aliases(&["内设机构", "科室", "处室"])
    .examples(&["第一纪检监察室", "", "基建股"])
    .about("单位内的部门", "department within the organisation");
static POST: Column = Column::optional("post", "职务", Kind::Text, ("未登记", "not on record"))
    .aliases(&["岗位"])
    .examples(&["主任", "", "股长"])
    .about("职务，照原文", "post as the roster writes it");
pub(crate) static POSITION: Column =
    Column::optional("position", "职务层次", Kind::Word(Position::WORDS), ("未登记", "not on record"))
        .aliases(&["正副职"])
        .examples(&["正职"])
        .about("在该部门的身份", "standing in that department");
static RANK: Column = Column::optional("rank", "职级", Kind::Word(Rank::WORDS), ("未登记", "not on record"))
    .about("当时的职级", "rank then held");
pub(crate) static KIND: Column = Column::optional("kind", "类别", Kind::Word(SpellKind::WORDS), ("任职", "post"))
    .aliases(&["经历类别", "性质"])
    .examples(&["任职", "任职", "任职"])
    .about("驻在单位的经历填“派驻”，不算在该单位工作过", "time stationed at an organisation is “stationed”, not work there");

static SPEC: Spec = Spec {
    name: "careers",
    name_zh: "履历",
    about: ("人员、涉案人员和亲属的履历，一段一行", "careers of people, parties and relatives, one spell a row"),
    required: false,
    columns: &[
        &ACTOR, &FROM, &TO, &ORGANISATION, &ORGANISATION_ID, &DEPARTMENT, &POST, &POSITION, &RANK, &KIND,
    ],
};

/// The careers table.
pub(crate) struct Careers;

impl Table for Careers {
    type Record = Spell;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Spell {
        let period = row.period(&FROM, &TO);
        let organisation = if row.has(&ORGANISATION_ID) {
            let id = row.reference(&ORGANISATION_ID);
            row.held_against(&ORGANISATION, &ORGANISATION_ID, Space::Organisation, id.as_deref());
            id.map(OrganisationId::new)
        } else {
            row.organisation_then(&ORGANISATION, period)
        };
        Spell {
            actor: ActorId::new(row.reference(&ACTOR).unwrap_or_default()),
            period,
            organisation,
            organisation_text: row.text(&ORGANISATION).unwrap_or_default(),
            department: row.text(&DEPARTMENT),
            post: row.text(&POST),
            position: row.word(&POSITION),
            rank: row.word(&RANK),
            kind: row.word_or(&KIND, SpellKind::Post),
        }
    }

    fn write(spell: &Spell, cells: &mut Cells) {
        cells.put(&ACTOR, &spell.actor);
        cells.put(&FROM, &spell.period.from);
        cells.put(&TO, &spell.period.to);
        cells.put(&ORGANISATION, &spell.organisation_text);
        cells.put(&ORGANISATION_ID, &spell.organisation);
        cells.put(&DEPARTMENT, &spell.department);
        cells.put(&POST, &spell.post);
        cells.put(&POSITION, &spell.position);
        cells.put(&RANK, &spell.rank);
        cells.put(&KIND, &spell.kind);
    }

    fn identity(_: &Spell) -> Option<Vec<String>> {
        None
    }

    fn order(a: &Spell, b: &Spell) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Spell> {
        pool.careers.iter().collect()
    }

    fn keep(pool: &mut Pool, careers: Vec<Spell>) {
        pool.careers = careers;
    }
}

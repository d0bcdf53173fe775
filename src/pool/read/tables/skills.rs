//! Verified skills.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{PersonId, Pool, Skill, SkillName, skill};

static PERSON: Column = Column::required("person", "人员", Kind::Reference(Space::Person))
    .aliases(&["人员编号", "姓名", "编号"])
    .examples(&["p1"])
    .about("人员编号；姓名不重复时也可填姓名", "id of the person, or the name if unique");
static SKILL: Column = Column::required("skill", "专长", Kind::Skill)
    .aliases(&["特长", "业务专长", "熟悉专业有何专长"])
    .examples(&["谈话突破"])
    .about("专长字典中的名称", "a name of the skill dictionary");
static LEVEL: Column = Column::required("level", "水平", Kind::Whole(0, 3))
    .aliases(&["等级", "熟练程度"])
    .examples(&["3"])
    .about("0 不具备，1 初步，2 独立胜任，3 骨干专家", "0 none, 1 basic, 2 independent, 3 expert");
static EVIDENCE: Column = Column::optional("evidence", "依据", Kind::Text, ("未登记", "not on record"))
    .aliases(&["佐证"])
    .examples(&["主办谈话20次以上"])
    .about("证明该水平的事实", "what shows the level");
static ASSESSOR: Column = Column::optional("assessor", "评定人", Kind::Text, ("未登记", "not on record"))
    .aliases(&["评定单位"])
    .examples(&["干部监督室"])
    .about("由谁评定", "who assessed it");

static SPEC: Spec = Spec {
    name: "skills",
    name_zh: "专长",
    about: ("经评定的专长，一人一项一行", "assessed skills, one of one person a row"),
    required: false,
    columns: &[&PERSON, &SKILL, &LEVEL, &EVIDENCE, &ASSESSOR],
};

/// The skills table.
pub(crate) struct Skills;

impl Table for Skills {
    type Record = Skill;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Skill {
        Skill {
            person: PersonId::new(row.reference(&PERSON).unwrap_or_default()),
            skill: row.skill(&SKILL).unwrap_or(SkillName::new("")),
            level: row.whole(&LEVEL).unwrap_or_default(),
            evidence: row.text(&EVIDENCE),
            assessor: row.text(&ASSESSOR),
        }
    }

    fn write(record: &Skill, cells: &mut Cells) {
        let name = skill::show(&record.skill, cells.language).to_owned();
        cells.put(&PERSON, &record.person);
        cells.put(&SKILL, &name);
        cells.put(&LEVEL, &record.level);
        cells.put(&EVIDENCE, &record.evidence);
        cells.put(&ASSESSOR, &record.assessor);
    }

    fn identity(record: &Skill) -> Option<Vec<String>> {
        Some(vec![record.person.to_string(), record.skill.to_string()])
    }

    fn order(a: &Skill, b: &Skill) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Skill> {
        pool.skills.iter().collect()
    }

    fn keep(pool: &mut Pool, skills: Vec<Skill>) {
        pool.skills = skills;
    }
}

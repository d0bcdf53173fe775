//! Demands that override a case's template.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{CaseId, Demand, Pool, skill};

pub(crate) static CASE: Column = Column::required("case", "案件", Kind::Reference(Space::Case))
    .aliases(&["案件代号", "案件编号"])
    .examples(&["c1"])
    .about("案件代号", "case code");
pub(crate) static ROLE: Column = Column::required("role", "岗位", Kind::Text)
    .aliases(&["角色", "组内岗位"])
    .examples(&["interview"])
    .about("模板中的岗位编号或名称", "id or name of the role in the template");
pub(crate) static MIN: Column =
    Column::optional("min", "最少人数", Kind::Whole(0, 200), ("以模板为准", "as the template says"))
        .aliases(&["最低人数"])
        .examples(&["2"])
        .about("少于此数不能成组", "fewest people with which the team may be formed");
static DESIRED: Column =
    Column::optional("desired", "需要人数", Kind::Whole(0, 200), ("以模板为准", "as the template says"))
        .aliases(&["期望人数", "人数"])
        .examples(&["4"])
        .about("希望达到的人数", "people wanted");
static SKILL: Column = Column::optional("skill", "专长", Kind::Skill, ("不另加要求", "no further skill"))
    .aliases(&["所需专长"])
    .examples(&["谈话突破"])
    .about("该岗位人员合起来须具备的专长", "a skill that the people of this role must have between them");
static LEVEL: Column =
    Column::optional("level", "水平", Kind::Whole(1, 3), ("1；未填专长时无意义", "1; means nothing without a skill"))
        .aliases(&["等级"])
        .examples(&["2"])
        .about("该专长的水平，1–3", "level of that skill, 1–3");

static SPEC: Spec = Spec {
    name: "demands",
    name_zh: "需求",
    about: ("对模板中某一岗位的调整，只写条件，不写姓名", "changes to one role of a template: conditions, never names"),
    required: false,
    columns: &[&CASE, &ROLE, &MIN, &DESIRED, &SKILL, &LEVEL],
};

/// The demands table.
pub(crate) struct Demands;

impl Table for Demands {
    type Record = Demand;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Demand {
        Demand {
            case: CaseId::new(row.reference(&CASE).unwrap_or_default()),
            role: row.text(&ROLE).unwrap_or_default(),
            min: row.whole(&MIN),
            desired: row.whole(&DESIRED),
            skill: row.skill(&SKILL),
            level: row.whole(&LEVEL),
        }
    }

    fn write(demand: &Demand, cells: &mut Cells) {
        let name = demand.skill.as_ref().map(|name| skill::show(name, cells.language).to_owned());
        cells.put(&CASE, &demand.case);
        cells.put(&ROLE, &demand.role);
        cells.put(&MIN, &demand.min);
        cells.put(&DESIRED, &demand.desired);
        cells.put(&SKILL, &name);
        cells.put(&LEVEL, &demand.level);
    }

    fn identity(demand: &Demand) -> Option<Vec<String>> {
        let skill = demand.skill.as_ref().map(ToString::to_string).unwrap_or_default();
        Some(vec![demand.case.to_string(), demand.role.clone(), skill])
    }

    fn order(a: &Demand, b: &Demand) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Demand> {
        pool.demands.iter().collect()
    }

    fn keep(pool: &mut Pool, demands: Vec<Demand>) {
        pool.demands = demands;
    }
}

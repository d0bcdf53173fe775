//! Current and past service in cases.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Edge, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{Assignment, CaseId, CaseStage, PersonId, Pool};

static PERSON: Column = Column::required("person", "人员", Kind::Reference(Space::Person))
    .aliases(&["人员编号", "姓名"])
    .examples(&["p2"])
    .about("人员编号；姓名不重复时也可填姓名", "id of the person, or the name if unique");
static CASE: Column = Column::required("case", "案件", Kind::Text)
    .aliases(&["案件代号", "案件编号", "在办案件"])
    .examples(&["c0"])
    .about("案件代号；以往案件不必列入案件表", "case code; past cases need not stand in the cases table");
pub(crate) static ROLE: Column = Column::required("role", "岗位", Kind::Text)
    .aliases(&["角色", "组内岗位"])
    .examples(&["interview"])
    .about("在组内的岗位", "role in the team");
static STAGE: Column =
    Column::optional("stage", "阶段", Kind::Word(CaseStage::WORDS), ("未登记；按调查阶段从严处理", "not on record; taken as investigation"))
        .aliases(&["办案阶段"])
        .examples(&["初核"])
        .about("参与时案件的阶段（R14）", "stage of the case at that time (R14)");
static FROM: Column = Column::required("from", "起", Kind::Day(Edge::First))
    .aliases(&["开始日期", "抽调开始"])
    .examples(&["2025-04-01"])
    .about("首日", "first day");
static TO: Column = Column::required("to", "止", Kind::Day(Edge::Last))
    .aliases(&["结束日期", "抽调结束"])
    .examples(&["2025-06-30"])
    .about("末日（在办的填计划日期）", "last day, as planned while it goes on");
static LOAD: Column = Column::optional("load", "投入", Kind::Share, ("全时", "full time"))
    .aliases(&["负荷", "投入比例"])
    .examples(&["1"])
    .about("占全时的比例", "share of full time");
static DRAWN: Column = Column::optional("drawn", "是否抽调", Kind::Flag, ("否", "no"))
    .aliases(&["是否借调", "借用", "抽调", "跟班"])
    .examples(&["是"])
    .about("是否从其他单位抽调（R17、R18）", "whether drawn from another unit (R17, R18)");
static EXTENSION: Column = Column::optional("extension", "是否延期", Kind::Flag, ("否", "no"))
    .aliases(&["延期"])
    .examples(&["否"])
    .about("是否经批准的抽调延期（R18）", "whether it is the approved extension of a secondment (R18)");

static SPEC: Spec = Spec {
    name: "assignments",
    name_zh: "参办记录",
    about: ("现在和以往参加办案的记录，不论是否由本程序安排", "current and past service in cases, whoever planned it"),
    required: false,
    columns: &[&PERSON, &CASE, &ROLE, &STAGE, &FROM, &TO, &LOAD, &DRAWN, &EXTENSION],
};

/// The assignments table.
pub(crate) struct Assignments;

impl Table for Assignments {
    type Record = Assignment;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Assignment {
        Assignment {
            person: PersonId::new(row.reference(&PERSON).unwrap_or_default()),
            case: CaseId::new(row.id(&CASE)),
            role: row.text(&ROLE).unwrap_or_default(),
            stage: row.word(&STAGE),
            from: row.day(&FROM).unwrap_or_default(),
            to: row.day(&TO).unwrap_or_default(),
            load: row.share(&LOAD),
            drawn: row.flag(&DRAWN),
            extension: row.flag(&EXTENSION),
        }
    }

    fn write(assignment: &Assignment, cells: &mut Cells) {
        cells.put(&PERSON, &assignment.person);
        cells.put(&CASE, &assignment.case);
        cells.put(&ROLE, &assignment.role);
        cells.put(&STAGE, &assignment.stage);
        cells.put(&FROM, &assignment.from);
        cells.put(&TO, &assignment.to);
        cells.put_share(&LOAD, assignment.load);
        cells.put(&DRAWN, &assignment.drawn);
        cells.put(&EXTENSION, &assignment.extension);
    }

    fn identity(_: &Assignment) -> Option<Vec<String>> {
        None
    }

    fn order(a: &Assignment, b: &Assignment) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Assignment> {
        pool.assignments.iter().collect()
    }

    fn keep(pool: &mut Pool, assignments: Vec<Assignment>) {
        pool.assignments = assignments;
    }
}

//! Persons pinned to or banned from a case by a named human.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{CaseId, PersonId, Pin, PinKind, Pool};

pub(crate) static PERSON: Column = Column::required("person", "人员", Kind::Reference(Space::Person))
    .aliases(&["人员编号", "姓名"])
    .examples(&["p1"])
    .about("人员编号；姓名不重复时也可填姓名", "id of the person, or the name if unique");
pub(crate) static CASE: Column = Column::required("case", "案件", Kind::Reference(Space::Case))
    .aliases(&["案件代号", "案件编号"])
    .examples(&["c1"])
    .about("案件代号", "case code");
pub(crate) static ROLE: Column = Column::optional("role", "岗位", Kind::Text, ("任何岗位", "any role"))
    .aliases(&["角色", "组内岗位"])
    .examples(&["lead"])
    .about("模板中的岗位编号或名称", "id or name of the role in the template");
pub(crate) static KIND: Column = Column::required("kind", "类别", Kind::Word(PinKind::WORDS))
    .aliases(&["指定或排除"])
    .examples(&["排除"])
    .about("指定参加或不得参加", "must serve, or must not");
static REASON: Column = Column::required("reason", "理由", Kind::Text)
    .examples(&["另有专项任务"])
    .about("理由；随方案一并印出", "why; printed with the plan");
/// Who asked for it.
pub(crate) static AUTHOR: Column = Column::required("author", "提出人", Kind::Text)
    .aliases(&["经办人"])
    .examples(&["第一纪检监察室"])
    .about("由谁提出", "who asked for it");
/// Who approved it.
pub(crate) static APPROVER: Column = Column::required("approver", "批准人", Kind::Text)
    .aliases(&["审批人"])
    .examples(&["分管副书记"])
    .about("由谁批准", "who approved it");

static SPEC: Spec = Spec {
    name: "pins",
    name_zh: "指定与排除",
    about: ("经批准指定参加或不得参加某案的人员（R19）", "people who by an approved decision must, or must not, serve in a case (R19)"),
    required: false,
    columns: &[&PERSON, &CASE, &ROLE, &KIND, &REASON, &AUTHOR, &APPROVER],
};

/// The pins table.
pub(crate) struct Pins;

impl Table for Pins {
    type Record = Pin;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Pin {
        Pin {
            person: PersonId::new(row.reference(&PERSON).unwrap_or_default()),
            case: CaseId::new(row.reference(&CASE).unwrap_or_default()),
            role: row.text(&ROLE),
            kind: row.word_or(&KIND, PinKind::Pin),
            reason: row.text(&REASON).unwrap_or_default(),
            author: row.text(&AUTHOR).unwrap_or_default(),
            approver: row.text(&APPROVER).unwrap_or_default(),
        }
    }

    fn write(pin: &Pin, cells: &mut Cells) {
        cells.put(&PERSON, &pin.person);
        cells.put(&CASE, &pin.case);
        cells.put(&ROLE, &pin.role);
        cells.put(&KIND, &pin.kind);
        cells.put(&REASON, &pin.reason);
        cells.put(&AUTHOR, &pin.author);
        cells.put(&APPROVER, &pin.approver);
    }

    fn identity(pin: &Pin) -> Option<Vec<String>> {
        Some(vec![pin.person.to_string(), pin.case.to_string(), pin.role.clone().unwrap_or_default()])
    }

    fn order(a: &Pin, b: &Pin) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Pin> {
        pool.pins.iter().collect()
    }

    fn keep(pool: &mut Pool, pins: Vec<Pin>) {
        pool.pins = pins;
    }
}

//! Waivers of a review verdict.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Edge, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{CaseId, PersonId, Pool, Waiver};

pub(crate) static RULE: Column = Column::required("rule", "规则", Kind::Text)
    .aliases(&["规则编号"])
    .examples(&["R33"])
    .about("规则代码或编号；回避法定情形不得豁免", "code or id of the rule; statutory recusal cannot be waived");
pub(crate) static PERSON: Column = Column::required("person", "人员", Kind::Reference(Space::Person))
    .aliases(&["人员编号", "姓名"])
    .examples(&["p2"])
    .about("人员编号；姓名不重复时也可填姓名", "id of the person, or the name if unique");
pub(crate) static CASE: Column = Column::required("case", "案件", Kind::Reference(Space::Case))
    .aliases(&["案件代号", "案件编号"])
    .examples(&["c1"])
    .about("案件代号", "case code");
static REASON: Column = Column::required("reason", "理由", Kind::Text)
    .examples(&["十年前短暂共事，无往来"])
    .about("审查后认为不影响公正办理的理由", "why the tie does not stand in the way");
/// Who asked for it.
pub(crate) static AUTHOR: Column = Column::required("author", "提出人", Kind::Text)
    .aliases(&["经办人"])
    .examples(&["案管室经办人"])
    .about("由谁提出", "who proposed it");
/// Who approved it.
pub(crate) static APPROVER: Column = Column::required("approver", "批准人", Kind::Text)
    .aliases(&["审批人"])
    .examples(&["分管副书记"])
    .about("由谁批准；填写被豁免的本人（编号或姓名）的，豁免不起作用", "who approved it; a waiver does not count where this is the id or name of the very person whom it sets free");
pub(crate) static EXPIRES: Column = Column::required("expires", "有效期至", Kind::Day(Edge::Last))
    .aliases(&["到期日"])
    .examples(&["2026-09-30"])
    .about("有效的最后一日", "last day on which it holds");

static SPEC: Spec = Spec {
    name: "waivers",
    name_zh: "审查豁免",
    about: ("对“需审查”结论的书面决定，须有理由、批准人和期限", "decisions on a “review” verdict, with reason, approver and expiry"),
    required: false,
    columns: &[&RULE, &PERSON, &CASE, &REASON, &AUTHOR, &APPROVER, &EXPIRES],
};

/// The waivers table.
pub(crate) struct Waivers;

impl Table for Waivers {
    type Record = Waiver;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Waiver {
        Waiver {
            rule: row.text(&RULE).unwrap_or_default(),
            person: PersonId::new(row.reference(&PERSON).unwrap_or_default()),
            case: CaseId::new(row.reference(&CASE).unwrap_or_default()),
            reason: row.text(&REASON).unwrap_or_default(),
            author: row.text(&AUTHOR).unwrap_or_default(),
            approver: row.text(&APPROVER).unwrap_or_default(),
            expires: row.day(&EXPIRES).unwrap_or_default(),
        }
    }

    fn write(waiver: &Waiver, cells: &mut Cells) {
        cells.put(&RULE, &waiver.rule);
        cells.put(&PERSON, &waiver.person);
        cells.put(&CASE, &waiver.case);
        cells.put(&REASON, &waiver.reason);
        cells.put(&AUTHOR, &waiver.author);
        cells.put(&APPROVER, &waiver.approver);
        cells.put(&EXPIRES, &waiver.expires);
    }

    fn identity(waiver: &Waiver) -> Option<Vec<String>> {
        Some(vec![waiver.rule.clone(), waiver.person.to_string(), waiver.case.to_string()])
    }

    fn order(a: &Waiver, b: &Waiver) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Waiver> {
        pool.waivers.iter().collect()
    }

    fn keep(pool: &mut Pool, waivers: Vec<Waiver>) {
        pool.waivers = waivers;
    }
}

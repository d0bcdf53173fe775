//! Who declared what and when, "none" included.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Edge, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{CaseId, Declaration, DeclarationContent, DeclarationScope, PersonId, Pool};

pub(crate) static PERSON: Column = Column::required("person", "人员", Kind::Reference(Space::Person))
    .aliases(&["人员编号", "申报人", "姓名"])
    .examples(&["p1", "p2"])
    .about("申报人的编号；姓名不重复时也可填姓名", "id of the person, or the name if unique");
pub(crate) static CASE: Column =
    Column::optional("case", "案件", Kind::Reference(Space::Case), ("年度或常态申报", "the yearly or standing declaration"))
        .aliases(&["案件代号", "案件编号"])
        .examples(&["c1", ""])
        .about("专就某案申报时填案件代号", "case code of a declaration for one case");
static DATE: Column = Column::required("date", "申报日期", Kind::Day(Edge::First))
    .aliases(&["日期"])
    .examples(&["2026-06-01", "2026-01-15"])
    .about("申报日期", "when");
pub(crate) static CONTENT: Column = Column::required("content", "申报内容", Kind::Word(DeclarationContent::WORDS))
    .aliases(&["内容", "有无"])
    .examples(&["无", "有"])
    .about("“无”也是答复，不同于未申报；“有”的详情填亲属关系表或申报关系表，没有填的按“需审查”处理（M09）", "“none” is an answer, unlike a missing declaration; “listed” ties stand in the kin and tie tables; while they do not, screening says “review” (M09)");

static SPEC: Spec = Spec {
    name: "declarations",
    name_zh: "回避申报",
    about: ("谁在何时作过回避申报，申报“无”的也要登记", "who declared and when; a declaration of “none” is recorded too"),
    required: false,
    columns: &[&PERSON, &CASE, &DATE, &CONTENT],
};

/// The declarations table.
pub(crate) struct Declarations;

impl Table for Declarations {
    type Record = Declaration;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Declaration {
        Declaration {
            person: PersonId::new(row.reference(&PERSON).unwrap_or_default()),
            scope: row
                .reference(&CASE)
                .map_or(DeclarationScope::General, |case| DeclarationScope::Case(CaseId::new(case))),
            date: row.day(&DATE).unwrap_or_default(),
            content: row.word_or(&CONTENT, DeclarationContent::None),
        }
    }

    fn write(declaration: &Declaration, cells: &mut Cells) {
        let case = match &declaration.scope {
            DeclarationScope::General => None,
            DeclarationScope::Case(case) => Some(case.clone()),
        };
        cells.put(&PERSON, &declaration.person);
        cells.put(&CASE, &case);
        cells.put(&DATE, &declaration.date);
        cells.put(&CONTENT, &declaration.content);
    }

    fn identity(_: &Declaration) -> Option<Vec<String>> {
        None
    }

    fn order(a: &Declaration, b: &Declaration) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&Declaration> {
        pool.declarations.iter().collect()
    }

    fn keep(pool: &mut Pool, declarations: Vec<Declaration>) {
        pool.declarations = declarations;
    }
}

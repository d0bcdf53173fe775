//! Ties that somebody declared or reported.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{ActorId, DeclaredTie, DeclaredTieKind, Pool};

pub(crate) static ACTOR: Column = Column::required("person", "人员", Kind::Reference(Space::Actor))
    .aliases(&["人员编号", "申报人", "甲"])
    .examples(&["p2"])
    .about("有此关系的人", "who has the tie");
pub(crate) static OTHER: Column = Column::required("other", "对方", Kind::Reference(Space::Actor))
    .aliases(&["应回避人员", "对方编号", "乙"])
    .examples(&["s1"])
    .about("关系的另一方", "with whom");
static KIND: Column = Column::required("kind", "关系", Kind::Word(DeclaredTieKind::WORDS))
    .aliases(&["关系类别"])
    .examples(&["朋友"])
    .about("亲属填亲属关系表，此处填其他关系", "near kin belong in the kin table; other ties here");
static SINCE: Column = Column::optional("since", "起", Kind::Date, ("不详", "not known"))
    .aliases(&["开始时间"])
    .examples(&["2015"])
    .about("关系开始的时间", "since when");
static UNTIL: Column = Column::optional("until", "止", Kind::End, ("仍在持续", "it still lasts"))
    .aliases(&["结束时间"])
    .about("关系结束的时间", "until when");
static CONFIRMED: Column = Column::optional("confirmed", "是否查实", Kind::Flag, ("否", "no"))
    .aliases(&["已查实"])
    .examples(&["否"])
    .about("经组织查实的利害关系须回避，未查实的需审查（R03）", "a confirmed interest blocks, an unconfirmed one asks for review (R03)");
static SOURCE: Column = Column::required("source", "来源", Kind::Text)
    .aliases(&["信息来源"])
    .examples(&["年度回避申报"])
    .about("记录的出处，如年度申报", "where the record comes from, such as the yearly declaration");

static SPEC: Spec = Spec {
    name: "declared_ties",
    name_zh: "申报关系",
    about: ("本人申报或他人反映的朋友、借贷、矛盾等关系", "ties that people declared or others reported: friends, loans, grudges and the like"),
    required: false,
    columns: &[&ACTOR, &OTHER, &KIND, &SINCE, &UNTIL, &CONFIRMED, &SOURCE],
};

/// The declared ties table.
pub(crate) struct DeclaredTies;

impl Table for DeclaredTies {
    type Record = DeclaredTie;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> DeclaredTie {
        DeclaredTie {
            actor: ActorId::new(row.reference(&ACTOR).unwrap_or_default()),
            other: ActorId::new(row.reference(&OTHER).unwrap_or_default()),
            kind: row.word_or(&KIND, DeclaredTieKind::Other),
            since: row.date(&SINCE),
            until: row.date(&UNTIL),
            confirmed: row.flag(&CONFIRMED),
            source: row.text(&SOURCE).unwrap_or_default(),
        }
    }

    fn write(tie: &DeclaredTie, cells: &mut Cells) {
        cells.put(&ACTOR, &tie.actor);
        cells.put(&OTHER, &tie.other);
        cells.put(&KIND, &tie.kind);
        cells.put(&SINCE, &tie.since);
        cells.put(&UNTIL, &tie.until);
        cells.put(&CONFIRMED, &tie.confirmed);
        cells.put(&SOURCE, &tie.source);
    }

    fn identity(_: &DeclaredTie) -> Option<Vec<String>> {
        None
    }

    fn order(a: &DeclaredTie, b: &DeclaredTie) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&DeclaredTie> {
        pool.declared_ties.iter().collect()
    }

    fn keep(pool: &mut Pool, ties: Vec<DeclaredTie>) {
        pool.declared_ties = ties;
    }
}

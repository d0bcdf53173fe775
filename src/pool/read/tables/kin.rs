//! Primitive kin edges and declared kin terms.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::{Relation, Worded},
};
use crate::pool::{ActorId, KinEdge, KinKind, ParentKind, Pool};

pub(crate) static A: Column = Column::required("person", "甲", Kind::Reference(Space::Actor))
    .aliases(&["人员", "人员编号", "本人", "父母", "a"])
    .examples(&["r1", "p2"])
    .about("父母一方、配偶一方，或使用该称谓的本人", "the parent, one spouse, or the person whose word the kin term is");
pub(crate) static B: Column = Column::required("relative", "乙", Kind::Reference(Space::Actor))
    .aliases(&["亲属", "亲属编号", "子女", "b"])
    .examples(&["p2", "s1"])
    .about("子女、配偶另一方，或被称呼的亲属", "the child, the other spouse, or the relative");
pub(crate) static RELATION: Column = Column::required("relation", "关系", Kind::Text)
    .aliases(&["称谓", "与本人关系"])
    .examples(&["亲生", "堂叔"])
    .about(
        "亲生、收养、继亲（甲为乙的父母），配偶，或称谓（乙是甲的：表哥、岳父……）",
        "parent, adoptive_parent or step_parent (of the relative), spouse, or a kin term in Chinese (what the relative is to the person)",
    );
pub(crate) static FROM: Column = Column::optional("from", "结婚时间", Kind::Date, ("不详，或不是配偶关系", "not known, or not a marriage"))
    .aliases(&["起"])
    .about("仅用于配偶", "for spouses only");
pub(crate) static TO: Column = Column::optional("to", "婚姻终止时间", Kind::End, ("婚姻存续，或不是配偶关系", "still married, or not a marriage"))
    .aliases(&["止", "离婚时间"])
    .about("仅用于配偶", "for spouses only");

static SPEC: Spec = Spec {
    name: "kin",
    name_zh: "亲属关系",
    about: (
        "亲子、婚姻关系和申报的亲属称谓，一条关系一行；其余亲属关系由此推出",
        "parenthood, marriages and declared kin terms, one a row; all other kin follow from them",
    ),
    required: false,
    columns: &[&A, &B, &RELATION, &FROM, &TO],
};

/// The kin table.
pub(crate) struct Kin;

impl Table for Kin {
    type Record = KinEdge;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> KinEdge {
        let a = ActorId::new(row.reference(&A).unwrap_or_default());
        let b = ActorId::new(row.reference(&B).unwrap_or_default());
        let relation = row.text(&RELATION).unwrap_or_default();
        let (from, to) = (row.date(&FROM), row.date(&TO));
        match Relation::named(&relation) {
            Some(Relation::BirthParent) => KinEdge { a, b, kind: KinKind::Parent(ParentKind::Birth) },
            Some(Relation::AdoptiveParent) => KinEdge { a, b, kind: KinKind::Parent(ParentKind::Adoptive) },
            Some(Relation::StepParent) => KinEdge { a, b, kind: KinKind::Parent(ParentKind::Step) },
            Some(Relation::Spouse) => {
                let (a, b) = if a <= b { (a, b) } else { (b, a) };
                KinEdge { a, b, kind: KinKind::Spouse { from, to } }
            }
            None => KinEdge { a, b, kind: KinKind::Term(relation) },
        }
    }

    fn write(edge: &KinEdge, cells: &mut Cells) {
        let word = |relation: Relation| relation.word().get(cells.language).to_owned();
        let (relation, from, to) = match &edge.kind {
            KinKind::Parent(ParentKind::Birth) => (word(Relation::BirthParent), None, None),
            KinKind::Parent(ParentKind::Adoptive) => (word(Relation::AdoptiveParent), None, None),
            KinKind::Parent(ParentKind::Step) => (word(Relation::StepParent), None, None),
            KinKind::Spouse { from, to } => (word(Relation::Spouse), *from, *to),
            KinKind::Term(term) => (term.clone(), None, None),
        };
        cells.put(&A, &edge.a);
        cells.put(&B, &edge.b);
        cells.put(&RELATION, &relation);
        cells.put(&FROM, &from);
        cells.put(&TO, &to);
    }

    fn identity(_: &KinEdge) -> Option<Vec<String>> {
        None
    }

    fn order(a: &KinEdge, b: &KinEdge) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&KinEdge> {
        pool.kin.iter().collect()
    }

    fn keep(pool: &mut Pool, kin: Vec<KinEdge>) {
        pool.kin = kin;
    }
}

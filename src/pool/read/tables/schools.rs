//! Schools attended by people and parties.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Kind, Space, Spec},
    row::Row,
    table::Table,
};
use crate::pool::{ActorId, Pool, School};

pub(crate) static ACTOR: Column = Column::required("person", "人员", Kind::Reference(Space::Actor))
    .aliases(&["人员编号", "编号", "姓名", "id", "name"])
    .examples(&["p1"])
    .about("人员或涉案人员的编号；姓名不重复时也可填姓名", "id of a person or party, or the name if unique");
static SCHOOL: Column = Column::required("school", "学校", Kind::Text)
    .aliases(&["毕业院校", "院校", "毕业学校"])
    .examples(&["湘潭大学"])
    .about("学校全称", "full name of the school");
static MAJOR: Column =
    Column::optional("major", "专业", Kind::Text, ("未登记；不据此推断同学关系", "not on record; yields no classmate ties"))
        .aliases(&["专业班级", "班级", "系及专业"])
        .examples(&["法学"])
        .about("专业或班级", "major or class");
pub(crate) static FROM: Column = Column::required("from", "入学时间", Kind::Date)
    .aliases(&["起", "入学"])
    .examples(&["2002-09"])
    .about("入学时间", "start");
static TO: Column = Column::optional("to", "毕业时间", Kind::End, ("在读", "still attending"))
    .aliases(&["止", "毕业"])
    .examples(&["2006-06"])
    .about("毕业或离校时间", "end");

static SPEC: Spec = Spec {
    name: "schools",
    name_zh: "学历",
    about: ("人员和涉案人员就读的学校，一段一行", "schools that people and parties attended, one a row"),
    required: false,
    columns: &[&ACTOR, &SCHOOL, &MAJOR, &FROM, &TO],
};

/// The schools table.
pub(crate) struct Schools;

impl Table for Schools {
    type Record = School;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> School {
        School {
            actor: ActorId::new(row.reference(&ACTOR).unwrap_or_default()),
            school: row.text(&SCHOOL).unwrap_or_default(),
            major: row.text(&MAJOR),
            period: row.period(&FROM, &TO),
        }
    }

    fn write(school: &School, cells: &mut Cells) {
        cells.put(&ACTOR, &school.actor);
        cells.put(&SCHOOL, &school.school);
        cells.put(&MAJOR, &school.major);
        cells.put(&FROM, &school.period.from);
        cells.put(&TO, &school.period.to);
    }

    fn identity(_: &School) -> Option<Vec<String>> {
        None
    }

    fn order(a: &School, b: &School) -> Ordering {
        a.cmp(b)
    }

    fn records(pool: &Pool) -> Vec<&School> {
        pool.schools.iter().collect()
    }

    fn keep(pool: &mut Pool, schools: Vec<School>) {
        pool.schools = schools;
    }
}

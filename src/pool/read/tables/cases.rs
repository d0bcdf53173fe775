//! Cases, open and closed.

use std::cmp::Ordering;

use crate::pool::read::{
    cells::Cells,
    column::{Column, Edge, Kind, Space, Spec},
    row::Row,
    table::Table,
    vocabulary::Worded,
};
use crate::pool::{Case, CaseId, CaseStage, Clearance, OrganisationId, Pool, RegionCode, UnitId};

static ID: Column = Column::required("id", "案件代号", Kind::Id(Space::Case))
    .aliases(&["代号", "编号", "案件编号", "序号"])
    .examples(&["c1"])
    .about("只用代号，不出现涉案人员姓名", "a code; the name of a subject never stands in it");
pub(crate) static TEMPLATE: Column = Column::required("template", "组队模板", Kind::Text)
    .aliases(&["模板"])
    .examples(&["filed"])
    .about("模板的编号或名称，见 models/templates/", "id or name of a template in models/templates/");
static PRIORITY: Column = Column::required("priority", "优先级", Kind::Whole(1, 9))
    .aliases(&["优先次序", "紧急程度"])
    .examples(&["1"])
    .about("1 最优先；高一级的缺员先补，不与低级折算", "1 is the most urgent; a class is never traded for a lower one");
pub(crate) static STAGE: Column = Column::required("stage", "阶段", Kind::Word(CaseStage::WORDS))
    .aliases(&["办案阶段", "环节"])
    .examples(&["立案"])
    .about("案件所处阶段", "how far the case has come");
static REGION: Column = Column::required("region", "办案地区", Kind::Reference(Space::Region))
    .aliases(&["地区", "属地", "所在地区"])
    .examples(&["430422"])
    .about("办案所在行政区划的代码或名称", "code or name of the region where it is worked");
pub(crate) static BODY: Column = Column::required("body", "承办机关", Kind::Reference(Space::Organisation))
    .aliases(&["承办机构", "办案机关"])
    .examples(&["o1"])
    .about("承办的纪委监委；其人员和派驻组为本机关人员", "the commission that handles it; its staff and stationed groups are own staff");
pub(crate) static LEAD_UNIT: Column =
    Column::optional("lead_unit", "牵头单位", Kind::Reference(Space::Unit), ("尚未确定", "not yet decided"))
        .aliases(&["牵头室", "承办室"])
        .examples(&["u1"])
        .about("牵头室的编号或名称", "id or name of the room that leads");
pub(crate) static FROM: Column = Column::required("from", "开始日期", Kind::Day(Edge::First))
    .aliases(&["起", "起始日期"])
    .examples(&["2026-07-01"])
    .about("专案组工作首日", "first day of the team's work");
pub(crate) static TO: Column = Column::required("to", "结束日期", Kind::Day(Edge::Last))
    .aliases(&["止", "截止日期"])
    .examples(&["2026-09-30"])
    .about("专案组工作末日", "last day of the team's work");
pub(crate) static CLEARANCE: Column = Column::optional("clearance", "密级", Kind::Word(Clearance::WORDS), ("非涉密", "none"))
    .aliases(&["案件密级"])
    .examples(&["秘密"])
    .about("案件密级", "secrecy level");
static SECTORS: Column = Column::optional("sectors", "涉及领域", Kind::Texts, ("不分领域", "no sector"))
    .aliases(&["领域", "行业"])
    .examples(&["教育"])
    .about("可填多个", "sectors it touches");
pub(crate) static SESSIONS: Column =
    Column::optional("sessions", "同时谈话组数", Kind::Whole(0, 50), ("以模板的组数为准；填 0 表示没有", "the template's number; 0 says none are planned"))
        .aliases(&["谈话组数", "并行谈话"])
        .examples(&["1"])
        .about("计划同时进行的谈话、搜查组数，每组不少于二人（R10）", "interviews or searches planned at one time; each takes two (R10)");
static FEMALE_SEARCH: Column = Column::optional("female_search", "女性搜查", Kind::Flag, ("否", "no"))
    .aliases(&["搜查女性身体"])
    .examples(&["否"])
    .about("是否计划搜查女性身体（R12）", "whether a search of a woman's body is planned (R12)");
pub(crate) static OPEN: Column = Column::optional("open", "待组队", Kind::Flag, ("是", "yes"))
    .aliases(&["在办", "是否在办"])
    .examples(&["是"])
    .about("是否需要组队；已办结的填“否”", "whether it wants a team; closed cases say no");
static JURISDICTION: Column = Column::optional(
    "jurisdiction_document",
    "指定管辖文号",
    Kind::Text,
    ("尚无文号；跨管辖时方案会提示", "none yet; the plan says so where jurisdictions differ"),
)
.aliases(&["管辖依据文号", "文号"])
.about("指定管辖的文号（R26）", "document number of the designated jurisdiction (R26)");

static SPEC: Spec = Spec {
    name: "cases",
    name_zh: "案件",
    about: ("需要组队的案件和已办结的案件，一案一行", "cases that want a team, and closed ones, one a row"),
    required: false,
    columns: &[
        &ID, &TEMPLATE, &PRIORITY, &STAGE, &REGION, &BODY, &LEAD_UNIT, &FROM, &TO, &CLEARANCE, &SECTORS, &SESSIONS,
        &FEMALE_SEARCH, &OPEN, &JURISDICTION,
    ],
};

/// The cases table.
pub(crate) struct Cases;

impl Table for Cases {
    type Record = Case;

    fn spec() -> &'static Spec {
        &SPEC
    }

    fn read(row: &mut Row) -> Case {
        Case {
            id: CaseId::new(row.id(&ID)),
            template: row.text(&TEMPLATE).unwrap_or_default(),
            priority: row.whole(&PRIORITY).unwrap_or_default(),
            stage: row.word_or(&STAGE, CaseStage::Inquiry),
            region: RegionCode::new(row.reference(&REGION).unwrap_or_default()),
            body: OrganisationId::new(row.reference(&BODY).unwrap_or_default()),
            lead_unit: row.reference(&LEAD_UNIT).map(UnitId::new),
            from: row.day(&FROM).unwrap_or_default(),
            to: row.day(&TO).unwrap_or_default(),
            clearance: row.word_or(&CLEARANCE, Clearance::None),
            sectors: row.texts(&SECTORS),
            sessions: row.whole(&SESSIONS),
            female_search: row.flag(&FEMALE_SEARCH),
            open: row.flag_or(&OPEN, true),
            jurisdiction_document: row.text(&JURISDICTION),
        }
    }

    fn write(case: &Case, cells: &mut Cells) {
        cells.put(&ID, &case.id);
        cells.put(&TEMPLATE, &case.template);
        cells.put(&PRIORITY, &case.priority);
        cells.put(&STAGE, &case.stage);
        cells.put(&REGION, &case.region);
        cells.put(&BODY, &case.body);
        cells.put(&LEAD_UNIT, &case.lead_unit);
        cells.put(&FROM, &case.from);
        cells.put(&TO, &case.to);
        cells.put(&CLEARANCE, &case.clearance);
        cells.put(&SECTORS, &case.sectors);
        cells.put(&SESSIONS, &case.sessions);
        cells.put(&FEMALE_SEARCH, &case.female_search);
        cells.put(&OPEN, &case.open);
        cells.put(&JURISDICTION, &case.jurisdiction_document);
    }

    fn identity(case: &Case) -> Option<Vec<String>> {
        Some(vec![case.id.to_string()])
    }

    fn order(a: &Case, b: &Case) -> Ordering {
        a.id.cmp(&b.id)
    }

    fn records(pool: &Pool) -> Vec<&Case> {
        pool.cases.values().collect()
    }

    fn keep(pool: &mut Pool, cases: Vec<Case>) {
        pool.cases = cases.into_iter().map(|case| (case.id.clone(), case)).collect();
    }
}

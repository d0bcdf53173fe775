//! Team templates.

use super::Place;
use crate::diag::{Code, Diagnostic, Text, codes, did_you_mean, range};
use crate::policy::document::{ANY, Document};
use crate::policy::{Composition, Role, RoleClass, SkillDemand, Template, UnitFilter};
use crate::pool::skill::Dictionary;

/// Everything about `template` that cannot be meant; its table stands at `base` in the file.
pub(in crate::policy) fn template(
    document: &Document,
    base: &[&str],
    template: &Template,
    skills: &Dictionary,
) -> Vec<Diagnostic> {
    let place = Place { document, base };
    let mut judge = Judge { place, template, skills, countable: true, faults: Vec::new() };
    judge.team();
    for (index, role) in template.roles.iter().enumerate() {
        judge.role(index, role);
    }
    for (index, demand) in template.skills.iter().enumerate() {
        judge.skill(&index.to_string(), demand);
    }
    for (index, row) in template.compositions.iter().enumerate() {
        judge.composition(&index.to_string(), row);
    }
    judge.doublings();
    judge.size();
    judge.faults
}

struct Judge<'a> {
    place: Place<'a>,
    template: &'a Template,
    skills: &'a Dictionary,
    /// Whether nothing is wrong so far with what the number of people follows from.
    countable: bool,
    faults: Vec<Diagnostic>,
}

impl<'a> Judge<'a> {
    fn team(&mut self) {
        self.blank(&["id"], &self.template.id);
        self.blank(&["name", "zh"], &self.template.name.zh);
        self.blank(&["name", "en"], &self.template.name.en);
        let roles = &self.template.roles;
        let readable = |key: &str| self.place.sound(&["role", ANY, key]);
        let least = readable("min");
        let lead_readable = least && readable("class");
        let safety_readable = least && readable("safety_officer");
        if lead_readable && !roles.iter().any(|role| role.class == RoleClass::Lead && role.min >= 1) {
            self.countable = false;
            self.tell(
                codes::E0611,
                &["role"],
                &self.template.id,
                Text::new("模板没有必设的组长岗位", "no role of class `lead` has to be filled"),
                Text::new(
                    "请设一个 class = \"lead\"、min 至少为 1 的岗位",
                    "add a role with class = \"lead\" and min of at least 1",
                ),
            );
        }
        if safety_readable && !roles.iter().any(|role| role.safety_officer && role.min >= 1) {
            self.countable = false;
            self.tell(
                codes::E0612,
                &["role"],
                &self.template.id,
                Text::new("模板没有必设的安全员岗位（R13）", "no safety officer has to be named (R13)"),
                Text::new(
                    "请设一个 safety_officer = true、min 至少为 1 的岗位",
                    "add a role with safety_officer = true and min of at least 1",
                ),
            );
        }
        let [shortest, longest] = self.template.days;
        if shortest < 1 || longest < shortest {
            self.number(
                &["days"],
                format!("[{shortest}, {longest}]"),
                "最短天数至少为 1，且不超过最长天数",
                "the shortest length is at least 1 day and at most the longest",
            );
        }
        // Who forgets it must not be without R10; a case without any interview says 0 itself.
        let pairs = self.template.roles.iter().any(|role| role.pairs);
        if self.template.sessions < i64::from(pairs) {
            self.number(
                &["sessions"],
                self.template.sessions.to_string(),
                "同时谈话组数至少为 0，有结对岗位的至少为 1",
                "the number of parallel sessions is at least 0, and at least 1 where a role works in pairs",
            );
        }
        let [smallest, largest] = self.template.size;
        if smallest < 1 || largest < smallest {
            self.countable = false;
            self.number(
                &["size"],
                format!("[{smallest}, {largest}]"),
                "最少人数至少为 1，且不超过最多人数",
                "the smallest size is at least 1 person and at most the largest",
            );
        }
    }

    fn role(&mut self, index: usize, role: &Role) {
        let readable_id = |at: usize| self.place.sound(&["role", &at.to_string(), "id"]);
        let mut earlier = self.template.roles.iter().enumerate().take(index);
        let twice = earlier.any(|(at, earlier)| earlier.id == role.id && readable_id(at));
        let index = &index.to_string();
        self.blank(&["role", index, "id"], &role.id);
        self.blank(&["role", index, "name", "zh"], &role.name.zh);
        self.blank(&["role", index, "name", "en"], &role.name.en);
        if twice {
            self.countable = false;
            self.fault(
                codes::E0608,
                &["role", index, "id"],
                &role.id,
                Text::new(format!("岗位“{}”重复", role.id), format!("two roles are called `{}`", role.id)),
                Text::new("请改用不同的 id", "give them different ids"),
            );
        }
        let readable = |key: &str| self.place.sound(&["role", index, key]);
        let (min, desired) = (readable("min"), readable("desired"));
        let wrong = (min && role.min < 0) || (desired && role.desired < 1);
        if wrong || (min && desired && role.min > role.desired) {
            self.countable = false;
            let shown = |readable: bool, number: i64| if readable { number.to_string() } else { "?".to_string() };
            self.number(
                &["role", index, if min { "min" } else { "desired" }],
                format!("min = {}, desired = {}", shown(min, role.min), shown(desired, role.desired)),
                "min 不小于 0、不大于 desired，desired 至少为 1",
                "min is at least 0 and at most desired, desired at least 1",
            );
        }
        if !(1..=1000).contains(&role.load) {
            self.number(
                &["role", index, "load"],
                role.load.to_string(),
                "load 为 1 到 1000（千分之几的工作时间）",
                "load is 1 to 1000 thousandths of full time",
            );
        }
        if role.pairs && (role.min % 2 != 0 || role.desired % 2 != 0) {
            self.countable = false;
            self.fault(
                codes::E0610,
                &["role", index, "desired"],
                format!("min = {}, desired = {}", role.min, role.desired),
                Text::new(
                    format!("结对岗位“{}”的人数不是双数", role.name.zh),
                    format!("`{}` works in pairs, yet wants an odd number of people", role.id),
                ),
                Text::new("min 和 desired 请取双数（R10）", "use even numbers for min and desired (R10)"),
            );
        }
        if role.safety_officer && (role.pairs || role.evidence_work) {
            self.countable = false;
            self.safety(&["role", index], &role.id);
        }
        self.filter(&["role", index, "from"], &role.from);
        for filter in &role.prefer {
            self.filter(&["role", index, "prefer"], filter);
        }
        let from_readable = ["class", "from"].iter().all(|key| self.place.sound(&["role", index, key]));
        if from_readable && role.class == RoleClass::Lead && !role.from.own {
            self.faults.push(Diagnostic::warning(
                codes::W0603,
                self.place.span(&["role", index, "from"], &role.id),
                Text::new(
                    format!("组长岗位“{}”没有限定为自有人员（R11）", role.name.zh),
                    format!("the lead role `{}` is open to people who are not own staff (R11)", role.id),
                ),
                Text::new("请在 from 中写 own = true", "write own = true in its `from`"),
            ));
        }
    }

    fn skill(&mut self, index: &str, demand: &SkillDemand) {
        if self.skills.named(demand.skill.as_str()).as_ref() != Some(&demand.skill) {
            let near = did_you_mean(demand.skill.as_str(), self.skills.names());
            self.fault(
                codes::E0615,
                &["skill", index, "skill"],
                demand.skill.as_str(),
                Text::new(
                    format!("专长目录中没有“{}”", demand.skill),
                    format!("the skill dictionary has no `{}`", demand.skill),
                ),
                near.map_or_else(
                    || {
                        Text::new(
                            "请使用 models/skills.toml 中的名称，或在 policy.toml 中用 [[skill]] 增加",
                            "use a name of models/skills.toml, or add the skill by [[skill]] in policy.toml",
                        )
                    },
                    |near| Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
                ),
            );
        }
        for role in &demand.roles {
            self.known_role(&["skill", index, "roles"], role);
        }
        let readable = |key: &str| self.place.sound(&["skill", index, key]);
        let (min, desired) = (readable("min"), readable("desired"));
        if (min && demand.min < 0) || (desired && demand.desired < 1) || (min && desired && demand.desired < demand.min)
        {
            let shown = |key: &str, readable: bool, number: i64| readable.then(|| format!("{key} = {number}"));
            let shown = [shown("min", min, demand.min), shown("desired", desired, demand.desired)];
            self.tell_number(
                &["skill", index, if min { "min" } else { "desired" }],
                shown.into_iter().flatten().collect::<Vec<_>>().join(", "),
                "min 不小于 0、不大于 desired，desired 至少为 1",
                "min is at least 0 and at most desired, desired at least 1",
            );
        }
        for (key, level) in [("level", demand.level), ("desired_level", demand.desired_level)] {
            if !(1..=3).contains(&level) {
                self.number(&["skill", index, key], level.to_string(), "等级为 1 到 3", "levels are 1 to 3");
            }
        }
    }

    fn filter(&mut self, path: &[&str], filter: &UnitFilter) {
        if let Some(levels) = filter.levels_below
            && levels < 0
        {
            self.tell_number(
                path,
                levels.to_string(),
                "levels_below 不小于 0（0 为承办机关同级）",
                "levels_below is at least 0 (0 is the handling commission's own level)",
            );
        }
    }

    fn composition(&mut self, index: &str, row: &Composition) {
        self.filter(&["composition", index, "from"], &row.from);
        let most = row.max_people.unwrap_or(i64::MAX);
        if row.min_origins < 0
            || row.min_people < 0
            || most < row.min_people.max(row.min_origins)
            || row.max_per_origin.is_some_and(|most| most < 1)
        {
            let limits = [
                ("min_origins", Some(row.min_origins).filter(|least| *least != 0)),
                ("min_people", Some(row.min_people).filter(|least| *least != 0)),
                ("max_people", row.max_people),
                ("max_per_origin", row.max_per_origin),
            ];
            let shown = limits.into_iter().filter_map(|(key, limit)| Some(format!("{key} = {}", limit?)));
            self.tell_number(
                &["composition", index],
                shown.collect::<Vec<_>>().join(", "),
                "下限不小于 0，且不大于上限；max_per_origin 至少为 1",
                "lower limits are at least 0 and at most the upper ones; max_per_origin is at least 1",
            );
        }
    }

    fn doublings(&mut self) {
        for (index, doubling) in self.template.doublings.iter().enumerate() {
            let index = index.to_string();
            let before = self.faults.len();
            let first = self.known_role(&["doubling", &index, "role"], &doubling.role);
            let second = self.known_role(&["doubling", &index, "also"], &doubling.also);
            self.countable &= self.faults.len() == before;
            let (Some(first), Some(second)) = (first, second) else { continue };
            if first.id == second.id {
                self.countable = false;
                self.number(
                    &["doubling", &index, "also"],
                    second.id.clone(),
                    "兼任的须是另一个岗位",
                    "a role doubles another role, not itself",
                );
            }
            let evidence = |role: &Role| role.pairs || role.evidence_work;
            if (first.safety_officer && evidence(second)) || (second.safety_officer && evidence(first)) {
                self.countable = false;
                self.safety(&["doubling", &index], &format!("{} + {}", first.id, second.id));
            }
        }
    }

    /// Judged last, since whatever is wrong with the roles' numbers changes the sum.
    fn size(&mut self) {
        let readable = [&["role", ANY, "id"][..], &["role", ANY, "min"], &["role", ANY, "desired"], &["doubling"]];
        if !self.countable || !readable.iter().all(|path| self.place.sound(path)) {
            return;
        }
        let fewest = people(self.template, |role| role.min);
        let wanted = people(self.template, |role| role.desired);
        let [smallest, largest] = self.template.size;
        if fewest < smallest || wanted > largest {
            let (sum, size) = (range(fewest, wanted), range(smallest, largest));
            self.fault(
                codes::E0616,
                &["size"],
                format!("[{smallest}, {largest}]"),
                Text::new(
                    format!("各岗位合计 {} 人，不在 {} 人之内", sum.zh, size.zh),
                    format!("the roles add up to {} people, outside {}", sum.en, size.en),
                ),
                Text::new("请调整岗位人数或者 size", "change the roles' numbers or `size`"),
            );
        }
    }

    fn known_role(&mut self, path: &[&str], id: &str) -> Option<&'a Role> {
        let template = self.template;
        if template.role(id).is_none() && self.place.sound(&["role", ANY, "id"]) {
            let near = did_you_mean(id, template.roles.iter().map(|role| role.id.as_str()));
            self.fault(
                codes::E0614,
                path,
                id,
                Text::new(format!("模板没有岗位“{id}”"), format!("the template has no role `{id}`")),
                near.map_or_else(
                    || Text::new("请写已有岗位的 id", "name one of its roles"),
                    |near| Text::new(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
                ),
            );
        }
        template.role(id)
    }

    fn blank(&mut self, path: &[&str], value: &str) {
        if value.trim().is_empty() {
            let cause = Text::new("此处为空", "nothing is written here");
            self.fault(codes::E0607, path, value, cause, Text::new("请填写", "fill it in"));
        }
    }

    fn safety(&mut self, path: &[&str], value: &str) {
        self.tell(
            codes::E0613,
            path,
            value,
            Text::new(
                "安全员不能兼任谈话、取证岗位（R13）",
                "a safety officer does no interview or evidence work (R13)",
            ),
            Text::new("请把安全员设为单独岗位", "make the safety officer a role of its own"),
        );
    }

    fn number(&mut self, path: &[&str], value: String, zh: &str, en: &str) {
        if self.place.sound(path) {
            self.tell_number(path, value, zh, en);
        }
    }

    fn tell_number(&mut self, path: &[&str], value: String, zh: &str, en: &str) {
        let cause = Text::new(format!("数值不合要求：{value}"), format!("numbers that cannot be meant: {value}"));
        self.tell(codes::E0609, path, value, cause, Text::new(zh, en));
    }

    /// Tells what is wrong with the value at `path`, unless it could not be read.
    fn fault(&mut self, code: Code, path: &[&str], value: impl ToString, cause: Text, hint: Text) {
        if self.place.sound(path) {
            self.tell(code, path, value, cause, hint);
        }
    }

    fn tell(&mut self, code: Code, path: &[&str], value: impl ToString, cause: Text, hint: Text) {
        self.faults.push(self.place.error(code, path, value, cause, hint));
    }
}

/// People needed when each role has the given number of slots and doublings are used as far as they go.
fn people(template: &Template, slots: impl Fn(&Role) -> i64) -> i64 {
    let mut free: Vec<(&str, i64)> = template.roles.iter().map(|role| (role.id.as_str(), slots(role))).collect();
    let mut total: i64 = free.iter().map(|(_, count)| count).sum();
    for doubling in &template.doublings {
        let left = |id: &str| free.iter().find(|(role, _)| *role == id).map_or(0, |(_, count)| *count);
        let doubled = left(&doubling.role).min(left(&doubling.also));
        for (role, count) in &mut free {
            if *role == doubling.role || *role == doubling.also {
                *count -= doubled;
            }
        }
        total -= doubled;
    }
    total
}

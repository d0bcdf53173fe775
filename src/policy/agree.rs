//! Whether a roster names only rules, templates and roles that the policy knows.

use jiff::civil::Date;

use super::near::near_or_all as hint;
use super::overlay::FILE;
use super::parse::suggest;
use super::{Policy, Rule, Template, Waivable};
use crate::diag::{Code, Diagnostic, Span, Text, codes, plural, range};
use crate::pool::read::tables::{assignments, cases, demands, pins, waivers};
use crate::pool::read::{Column, Spans, Table, Worded, ordered};
use crate::pool::{Case, CaseId, Pool};

/// Every cell of the roster that names a rule, template or role which the policy does not know, and every open case of
/// another length than its template has.
///
/// Service of an open case that goes on after `as_of` must be in a role of the case's template: M06 keeps it there.
pub fn agree(policy: &Policy, pool: &Pool, spans: &Spans, as_of: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (position, case) in ordered::<cases::Cases>(pool).into_iter().enumerate() {
        let known = policy.templates.contains_key(&case.template);
        if policy.traces.awaits_mending(&case.template, known) {
            continue;
        }
        if reads::<cases::Cases>(spans, position, &cases::TEMPLATE) && !known {
            let span = cell::<cases::Cases>(spans, position, &cases::TEMPLATE, &case.template);
            let cause = Text::new("没有这个组队模板", "there is no such template");
            let templates = policy.templates.values().map(|template| (&template.id, &template.name));
            found.push(Diagnostic::error(codes::E0604, span, cause, hint(templates, &case.template)));
        }
        let Some(template) = policy.templates.get(&case.template).filter(|_| case.open) else { continue };
        let read = |column| reads::<cases::Cases>(spans, position, column);
        let cell = |column, value: &str| cell::<cases::Cases>(spans, position, column, value);
        if read(&cases::FROM) && read(&cases::TO) {
            found.extend(unusual_length(template, case, cell(&cases::TO, &case.to.to_string())));
        }
        if read(&cases::STAGE) {
            found.extend(another_stage(template, case, cell(&cases::STAGE, &case.stage.word().title().zh)));
        }
        if let Some(rule) = policy.rules.active("R10", as_of) {
            let span = || cell(&cases::SESSIONS, &template.sessions_of(case).to_string());
            found.extend(too_many_sessions(rule, template, pool, case, span));
        }
    }
    for (position, demand) in ordered::<demands::Demands>(pool).into_iter().enumerate() {
        let span = || cell::<demands::Demands>(spans, position, &demands::ROLE, &demand.role);
        if !reads::<demands::Demands>(spans, position, &demands::ROLE) {
            continue;
        }
        found.extend(unknown_role(policy, pool, &demand.case, &demand.role, span));
    }
    for (position, pin) in ordered::<pins::Pins>(pool).into_iter().enumerate() {
        if let Some(role) = &pin.role {
            let span = || cell::<pins::Pins>(spans, position, &pins::ROLE, role);
            found.extend(unknown_role(policy, pool, &pin.case, role, span));
        }
    }
    let kept = policy.rules.active("M06", as_of).is_some();
    for (position, service) in ordered::<assignments::Assignments>(pool).into_iter().enumerate() {
        let open = pool.cases.get(&service.case).is_some_and(|case| case.open);
        if kept && open && as_of <= service.to {
            let span = || cell::<assignments::Assignments>(spans, position, &assignments::ROLE, &service.role);
            found.extend(unknown_role(policy, pool, &service.case, &service.role, span));
        }
    }
    for (position, waiver) in ordered::<waivers::Waivers>(pool).into_iter().enumerate() {
        let span = || cell::<waivers::Waivers>(spans, position, &waivers::RULE, &waiver.rule);
        if !reads::<waivers::Waivers>(spans, position, &waivers::RULE) {
            continue;
        }
        let Some(rule) = policy.rules.find(&waiver.rule) else {
            let known = policy.rules.rules.values().flat_map(|rule| [&rule.code, &rule.id]);
            let cause = Text::new("没有这条规则", "there is no such rule");
            found.push(unknown(codes::E0603, span(), cause, &waiver.rule, known));
            continue;
        };
        if !matches!(rule.waivable, Waivable::ReviewBy { .. }) {
            found.push(without_effect(rule, span()));
        }
    }
    found.extend(policy.rules.rules.values().filter_map(|rule| not_yet_adopted(policy, rule, as_of)));
    found
}

/// An adoption that is dated after the day of judgment: until then it confirms nothing.
fn not_yet_adopted(policy: &Policy, rule: &Rule, as_of: Date) -> Option<Diagnostic> {
    rule.adopted.as_ref().filter(|adopted| as_of < adopted.date)?;
    let span = policy.traces.adopted.get(&rule.code).cloned().unwrap_or_else(|| Span::file(FILE));
    Some(Diagnostic::warning(
        codes::W0605,
        span,
        Text::new(
            format!("{} 的采用日期晚于判断日期 {as_of}，在此之前仍为待确认", rule.code),
            format!(
                "{} is adopted after {as_of}, the day of judgment, and stays to be confirmed until then",
                rule.code
            ),
        ),
        Text::new("核对采用日期。", "Check the date of the adoption."),
    ))
}

/// An open case that is shorter or longer than usual for its template; days that stand in the wrong order are a fault
/// of their own.
fn unusual_length(template: &Template, case: &Case, span: Span) -> Option<Diagnostic> {
    let [shortest, longest] = template.days;
    let days = i64::from((case.to - case.from).get_days()) + 1;
    if days < 1 || (shortest..=longest).contains(&days) {
        return None;
    }
    let usual = range(shortest, longest);
    Some(Diagnostic::warning(
        codes::W0606,
        span,
        Text::new(
            format!("案件历时 {days} 天，模板“{}”通常为 {} 天", template.name.zh, usual.zh),
            format!("the case takes {}, the template `{}` {}", plural(days, "day"), template.id, usual.en),
        ),
        Text::new(
            "请核对起止日期；确需如此的可以保留，方案按所填日期编制",
            "check the dates; they may stay if they are meant, and the plan follows them",
        ),
    ))
}

/// An open case at a stage that its template is not meant for.
fn another_stage(template: &Template, case: &Case, span: Span) -> Option<Diagnostic> {
    if template.stages.is_empty() || template.stages.contains(&case.stage) {
        return None;
    }
    let stage = case.stage.word().title();
    let titles: Vec<Text> = template.stages.iter().map(|stage| stage.word().title()).collect();
    let zh: Vec<&str> = titles.iter().map(|title| title.zh.as_str()).collect();
    let en: Vec<&str> = titles.iter().map(|title| title.en.as_str()).collect();
    Some(Diagnostic::warning(
        codes::W0608,
        span,
        Text::new(
            format!("案件阶段为“{}”，模板“{}”用于{}", stage.zh, template.name.zh, zh.join("、")),
            format!("the stage is {}, the template `{}` is meant for {}", stage.en, template.id, en.join(", ")),
        ),
        Text::new(
            "请核对阶段和组队模板；确需如此的可以保留，方案按所填模板编制",
            "check the stage and the template; they may stay if they are meant, and the plan follows the template",
        ),
    ))
}

/// An open case that plans more sessions at one time than R10 lets the pair roles hold: each role takes at most the
/// people wanted, so that the team could never be formed.
fn too_many_sessions(
    rule: &Rule,
    template: &Template,
    pool: &Pool,
    case: &Case,
    span: impl Fn() -> Span,
) -> Option<Diagnostic> {
    let per_session = rule.number("people_per_session");
    let sessions = template.sessions_of(case);
    let needed = sessions.saturating_mul(per_session);
    let most = template.roles.iter().filter(|role| role.pairs).map(|role| {
        let demands = pool.demands.iter().filter(|demand| demand.case == case.id && demand.role == role.id);
        let (min, desired) = demands.fold((role.min, role.desired), |(min, desired), demand| {
            let min = demand.min.unwrap_or(min);
            (min, demand.desired.unwrap_or(desired).max(min))
        });
        desired.max(min)
    });
    let most = most.fold(0_i64, i64::saturating_add);
    if needed <= most {
        return None;
    }
    Some(Diagnostic::warning(
        codes::W0607,
        span(),
        Text::new(
            format!(
                "同时 {} 组需要结对岗位 {needed} 人（{}，每组 {per_session} 人），模板“{}”连同岗位需求最多 {most} 人，本案无法成组",
                sessions, rule.code, template.name.zh
            ),
            format!(
                "{} at one time {} {needed} in pair roles ({}), which with the template `{}` and the case's demands hold at most {most}: the team cannot be formed",
                plural(sessions, "session"),
                if sessions == 1 { "needs" } else { "need" },
                rule.code,
                template.id
            ),
        ),
        Text::new(
            "请减少同时谈话组数，或者在岗位需求表（demands）中增加结对岗位的人数",
            "plan fewer sessions at one time, or ask for more people in pair roles in the demands table",
        ),
    ))
}

/// A waiver that releases nobody, since its rule is not waived case by case.
fn without_effect(rule: &Rule, span: Span) -> Diagnostic {
    let waivable = rule.waivable.title();
    Diagnostic::warning(
        codes::W0604,
        span,
        Text::new(
            format!("此豁免不起作用：{} {}（{}）", rule.code, rule.title.zh, waivable.zh),
            format!("this waiver has no effect on {} {} ({})", rule.code, rule.id, waivable.en),
        ),
        Text::new("请删去此行；有关人员不能因此参加", "delete the row; it admits nobody"),
    )
}

fn unknown_role(
    policy: &Policy,
    pool: &Pool,
    case: &CaseId,
    role: &str,
    span: impl Fn() -> Span,
) -> Option<Diagnostic> {
    // An unknown case or template is a fault of its own.
    let template = &pool.cases.get(case)?.template;
    let template = policy.templates.get(template).filter(|_| !policy.traces.awaits_mending(template, true))?;
    if template.role(role).is_some() {
        return None;
    }
    let cause = Text::new(
        format!("模板“{}”中没有这个岗位", template.name.zh),
        format!("the template `{}` has no such role", template.id),
    );
    let hint = hint(template.roles.iter().map(|role| (&role.id, &role.name)), role);
    Some(Diagnostic::error(codes::E0614, span(), cause, hint))
}

fn unknown<'a>(code: Code, span: Span, cause: Text, word: &str, known: impl Iterator<Item = &'a String>) -> Diagnostic {
    let known: Vec<&str> = known.map(String::as_str).collect();
    Diagnostic::error(code, span, cause, suggest(word, &known))
}

fn cell<T: Table>(spans: &Spans, position: usize, column: &Column, value: &str) -> Span {
    spans.cell(T::spec(), position, column, value)
}

/// Whether the cell could be read; one that could not has been told.
fn reads<T: Table>(spans: &Spans, position: usize, column: &Column) -> bool {
    spans.reads(T::spec(), position, column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Language;
    use crate::policy::builtin;
    use crate::policy::identify_names;
    use crate::pool::read::read_files;
    use crate::pool::write::{EXAMPLE_DAY, init_folder};

    const TODAY: Date = jiff::civil::date(2026, 6, 1);

    #[test]
    fn a_template_may_be_named_in_either_language_and_an_unknown_one_is_told_with_the_names() {
        let (policy, _) = builtin();
        let mut reading = read_files(&init_folder(Language::En, EXAMPLE_DAY));
        for (id, template) in &policy.templates {
            for name in [id, &template.name.zh, &template.name.en, &template.name.en.to_uppercase()] {
                reading.pool.cases.values_mut().for_each(|case| case.template.clone_from(name));
                identify_names(&policy, &mut reading.pool);
                assert!(reading.pool.cases.values().all(|case| case.template == *id), "{name}");
            }
        }
        reading.pool.cases.values_mut().for_each(|case| "联合体".clone_into(&mut case.template));
        identify_names(&policy, &mut reading.pool);
        let found = agree(&policy, &reading.pool, &reading.spans, TODAY);
        let told = found.iter().find(|fault| fault.code == codes::E0604).unwrap();
        assert!(told.hint.zh.contains("大联组（grand-team）"), "{}", told.hint.zh);
        assert!(told.hint.en.contains("grand-team (grand team)"), "{}", told.hint.en);
    }

    #[test]
    fn a_role_may_be_named_as_the_plan_prints_it() {
        let (policy, _) = builtin();
        let mut reading = read_files(&init_folder(Language::En, EXAMPLE_DAY));
        let pool = &mut reading.pool;
        let template = &policy.templates[&pool.cases[&pool.demands[0].case].template];
        let role = template.role(&pool.demands[0].role).unwrap();
        for name in [&role.id, &role.name.zh, &role.name.en] {
            pool.demands[0].role.clone_from(name);
            pool.pins[0].role = Some(name.clone());
            identify_names(&policy, pool);
            assert_eq!((&pool.demands[0].role, pool.pins[0].role.as_ref()), (&role.id, Some(&role.id)), "{name}");
        }
        "谈话小队".clone_into(&mut pool.demands[0].role);
        identify_names(&policy, pool);
        let found = agree(&policy, &reading.pool, &reading.spans, TODAY);
        let told = found.iter().find(|fault| fault.code == codes::E0614).unwrap();
        assert!(told.hint.zh.contains(&role.name.zh), "{}", told.hint.zh);
    }

    #[test]
    fn service_that_goes_on_in_a_role_without_a_place_is_a_fault() {
        let (policy, _) = builtin();
        let mut files = init_folder(Language::En, EXAMPLE_DAY);
        let text = String::from_utf8(files["assignments.csv"].clone()).unwrap();
        let served = |case: &str, role: &str, to: &str| {
            let row = text.lines().nth(1).unwrap().replacen(",c0,interview,", &format!(",{case},{role},"), 1);
            let row = row.replacen("2025-06-30", to, 1);
            assert!(row.contains(to) && row.contains(role), "{row}");
            format!("{}\r\n{row}\r\n", text.lines().next().unwrap())
        };
        for (case, role, to, expected) in [
            ("c1", "listening", "2026-06-01", vec![codes::E0614]),
            ("c1", "listening", "2026-05-31", vec![]),
            ("c1", "interview", "2026-06-01", vec![]),
            ("c0", "listening", "2026-06-01", vec![]),
        ] {
            files.insert("assignments.csv".to_owned(), served(case, role, to).into_bytes());
            let reading = read_files(&files);
            let found = agree(&policy, &reading.pool, &reading.spans, TODAY);
            assert_eq!(found.iter().map(|fault| fault.code).collect::<Vec<_>>(), expected, "{case} {role} {to}");
            assert!(found.iter().all(|fault| fault.span.as_ref().is_some_and(|span| span.row == Some(2))));
        }
    }

    #[test]
    fn names_that_the_policy_does_not_know_are_faults_with_their_place() {
        let (policy, _) = builtin();
        let mut files = init_folder(Language::En, EXAMPLE_DAY);
        let reading = read_files(&files);
        assert_eq!(agree(&policy, &reading.pool, &reading.spans, TODAY), []);

        for (file, known, unknown) in [
            ("cases.csv", ",filed,", ",filled,"),
            ("demands.csv", ",interview,", ",interveiw,"),
            ("pins.csv", ",lead,", ",laed,"),
            ("waivers.csv", "R33,", "R333,"),
        ] {
            let text = String::from_utf8(files[file].clone()).unwrap();
            assert!(text.contains(known), "{file}");
            files.insert(file.to_owned(), text.replacen(known, unknown, 1).into_bytes());
        }
        let reading = read_files(&files);
        let found = agree(&policy, &reading.pool, &reading.spans, TODAY);
        let told = |fault: &Diagnostic| {
            let span = fault.span.clone().unwrap();
            (span.file, fault.code, fault.hint.en.clone())
        };
        // The role's faults wait until the case's template is known.
        assert_eq!(
            found.iter().map(told).collect::<Vec<_>>(),
            [
                ("cases.csv".to_owned(), codes::E0604, "did you mean `filed`?".to_owned()),
                ("waivers.csv".to_owned(), codes::E0603, "did you mean `R33`?".to_owned()),
            ]
        );
        files.insert("cases.csv".to_owned(), init_folder(Language::En, EXAMPLE_DAY).remove("cases.csv").unwrap());
        let reading = read_files(&files);
        let codes: Vec<_> =
            agree(&policy, &reading.pool, &reading.spans, TODAY).iter().map(|fault| fault.code).collect();
        assert_eq!(codes, [codes::E0614, codes::E0614, codes::E0603]);
    }

    #[test]
    fn a_case_of_another_length_than_its_template_is_told() {
        let (policy, _) = builtin();
        let mut files = init_folder(Language::En, EXAMPLE_DAY);
        let text = String::from_utf8(files["cases.csv"].clone()).unwrap();
        let from = read_files(&files).pool.cases[&"c1".into()].from;
        let to = read_files(&files).pool.cases[&"c1".into()].to.to_string();
        let [shortest, longest] = policy.templates["filed"].days;
        for (days, told) in [(shortest - 1, 1), (shortest, 0), (longest, 0), (longest + 1, 1)] {
            let last = from.checked_add(jiff::Span::new().days(days - 1)).unwrap();
            files.insert("cases.csv".to_owned(), text.replace(&to, &last.to_string()).into_bytes());
            let reading = read_files(&files);
            let found = agree(&policy, &reading.pool, &reading.spans, TODAY);
            let codes: Vec<_> = found.iter().map(|fault| fault.code).collect();
            assert_eq!(codes, vec![codes::W0606; told], "{days} days");
            assert!(found.iter().all(|fault| fault.cause.en.contains(&format!("takes {days} days"))));
            assert!(found.iter().all(|fault| fault.span.as_ref().is_some_and(|span| span.row == Some(2))));
        }
    }

    #[test]
    fn a_case_at_a_stage_that_its_template_is_not_meant_for_is_told() {
        use crate::pool::CaseStage;
        let (mut policy, _) = builtin();
        let mut reading = read_files(&init_folder(Language::En, EXAMPLE_DAY));
        let case = crate::id::CaseId::from("c1");
        let told = |policy: &Policy, reading: &crate::pool::read::Reading| {
            let found = agree(policy, &reading.pool, &reading.spans, TODAY);
            found.into_iter().filter(|fault| fault.code == codes::W0608).collect::<Vec<_>>()
        };
        assert_eq!(told(&policy, &reading), []);
        reading.pool.cases.get_mut(&case).unwrap().stage = CaseStage::Inquiry;
        let found = told(&policy, &reading);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].cause.zh, "案件阶段为“谈话函询”，模板“立案审查调查组”用于立案");
        let span = found[0].span.clone().unwrap();
        assert_eq!((span.file.as_str(), span.row), ("cases.csv", Some(2)));

        // A closed case, or a template for any stage.
        reading.pool.cases.get_mut(&case).unwrap().open = false;
        assert_eq!(told(&policy, &reading), []);
        reading.pool.cases.get_mut(&case).unwrap().open = true;
        policy.templates.get_mut("filed").unwrap().stages.clear();
        assert_eq!(told(&policy, &reading), []);
    }

    #[test]
    fn more_parallel_sessions_than_the_pair_roles_hold_are_told() {
        let (mut policy, _) = builtin();
        let mut reading = read_files(&init_folder(Language::En, EXAMPLE_DAY));
        reading.pool.demands.clear();
        let case = crate::id::CaseId::from("c1");
        let pairs = |policy: &Policy| {
            policy.templates["filed"].roles.iter().filter(|role| role.pairs).map(|role| role.desired).sum::<i64>()
        };
        let holds = pairs(&policy) / 2;
        assert!(holds > 0);
        let told = |policy: &Policy, reading: &crate::pool::read::Reading| {
            let found = agree(policy, &reading.pool, &reading.spans, TODAY);
            found.into_iter().filter(|fault| fault.code == codes::W0607).collect::<Vec<_>>()
        };
        reading.pool.cases.get_mut(&case).unwrap().sessions = Some(holds);
        assert_eq!(told(&policy, &reading), []);
        reading.pool.cases.get_mut(&case).unwrap().sessions = Some(holds + 1);
        let found = told(&policy, &reading);
        assert_eq!(found.len(), 1);
        let (needed, most) = (2 * (holds + 1), pairs(&policy));
        assert!(
            found[0].cause.zh.contains(&format!("{needed} 人"))
                && found[0].cause.zh.contains(&format!("最多 {most} 人"))
        );
        assert!(found[0].span.as_ref().is_some_and(|span| span.row == Some(2)));

        // A blank cell has the template's number.
        let planned = std::mem::replace(&mut policy.templates.get_mut("filed").unwrap().sessions, holds + 1);
        reading.pool.cases.get_mut(&case).unwrap().sessions = None;
        assert_eq!(told(&policy, &reading), found);
        policy.templates.get_mut("filed").unwrap().sessions = planned;
        assert_eq!(told(&policy, &reading), []);
        reading.pool.cases.get_mut(&case).unwrap().sessions = Some(holds + 1);

        // One more pair asked for, a closed case, or the rule switched off.
        let role = policy.templates["filed"].roles.iter().find(|role| role.pairs).unwrap();
        let more = crate::pool::Demand {
            case: case.clone(),
            role: role.id.clone(),
            min: None,
            desired: Some(role.desired + 2),
            skill: None,
            level: None,
        };
        reading.pool.demands.push(more);
        assert_eq!(told(&policy, &reading), []);
        reading.pool.demands.clear();
        reading.pool.cases.get_mut(&case).unwrap().open = false;
        assert_eq!(told(&policy, &reading), []);
        reading.pool.cases.get_mut(&case).unwrap().open = true;
        policy.rules.rules.get_mut("R10").unwrap().enabled = false;
        assert_eq!(told(&policy, &reading), []);
    }

    #[test]
    fn a_waiver_of_a_rule_that_nobody_may_waive_is_told() {
        let (policy, _) = builtin();
        let mut files = init_folder(Language::En, EXAMPLE_DAY);
        let text = String::from_utf8(files["waivers.csv"].clone()).unwrap();
        files.insert("waivers.csv".to_owned(), text.replacen("R33,", "R01,", 1).into_bytes());
        let reading = read_files(&files);
        let codes: Vec<_> =
            agree(&policy, &reading.pool, &reading.spans, TODAY).iter().map(|fault| fault.code).collect();
        assert_eq!(codes, [codes::W0604]);
    }
}

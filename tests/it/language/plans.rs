//! What `verify` says of corrupted plans: each finding in the language asked for, with names instead of ids.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::is_chinese;
use crate::cli::evenhand;

/// A plan for three cases of the example city.
static PLAN: LazyLock<Value> = LazyLock::new(|| {
    let cases = ["--case", "NJ-2026-01", "--case", "NJ-2026-02", "--case", "NJ-2026-03"];
    let team = ["--as-of", "2026-11-20", "--format", "json", "team", "fixtures/neijiang"];
    serde_json::from_str(&evenhand(&[&team[..], &cases].concat()).stdout).unwrap()
});

/// A copy of the example city and a plan for three of its cases.
struct Desk {
    place: tempfile::TempDir,
    plan: Value,
}

impl Desk {
    fn new() -> Self {
        let place = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir("fixtures/neijiang").unwrap() {
            let path = entry.unwrap().path();
            std::fs::copy(&path, place.path().join(path.file_name().unwrap())).unwrap();
        }
        Desk { place, plan: PLAN.clone() }
    }

    fn dir(&self) -> String {
        self.place.path().display().to_string()
    }

    /// Changes one table of the roster.
    fn table(&self, name: &str, change: impl Fn(&str) -> String) {
        let path = self.place.path().join(name);
        std::fs::write(&path, change(&std::fs::read_to_string(&path).unwrap())).unwrap();
    }

    /// Everybody and everything that is called by a Chinese name here.
    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for (table, column) in [("people.csv", 1), ("units.csv", 1)] {
            let mut rows = csv::Reader::from_path(self.place.path().join(table)).unwrap();
            names.extend(rows.records().map(|row| row.unwrap()[column].to_string()));
        }
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names
    }

    /// Has the plan judged in both languages, and wants these words among the Chinese ones.
    #[track_caller]
    fn says(&self, code: i32, words: &str) {
        let file = self.place.path().join("edited.json").display().to_string();
        std::fs::write(&file, self.plan.to_string()).unwrap();
        let dir = self.dir();
        let verify = |lang: &str, more: &[&str]| {
            let from = ["--lang", lang, "--as-of", "2026-11-20", "-v", "verify", &dir, &file];
            let run = evenhand(&[&from[..], more].concat());
            assert_eq!(run.code, code, "{}{}", run.stdout, run.stderr);
            run.stdout + &run.stderr
        };
        // Rules of recusal find the same whatever else is wrong.
        let evidence = ["--evidence", "--reason", "2026"];
        let in_full = |lang| if words.contains("回避") { verify(lang, &evidence) } else { String::new() };
        let zh = verify("zh", &[]) + &in_full("zh");
        assert!(zh.contains(words), "{words}\n{zh}");
        for line in zh.lines().filter(|line| !line.trim().is_empty() && !line.contains("evenhand ")) {
            let raw: Vec<&str> = line.split(|c: char| !c.is_ascii_graphic()).filter(|word| is_raw(word)).collect();
            assert!(raw.is_empty(), "{raw:?} in {line}");
        }
        let names = self.names();
        // A place in a table is told by the column's header as the table writes it.
        let en = verify("en", &[]) + &in_full("en");
        for line in en.lines().filter(|line| !line.starts_with("  --> ")) {
            let left = names.iter().fold(line.to_string(), |line, name| line.replace(name, ""));
            assert!(!is_chinese(&left), "{line}");
        }
    }
}

/// Whether a word is English or an id that means nothing to people; codes hold figures, options a dash, paths a dot or slash.
fn is_raw(word: &str) -> bool {
    let letters = word.chars().filter(char::is_ascii_alphabetic).count();
    let is_code = word.chars().any(|c| c.is_ascii_digit()) && !word.starts_with("u-");
    letters > 1 && !is_code && !word.starts_with('-') && !word.contains(['/', '.'])
}

fn position(desk: &Desk, is_meant: impl Fn(&Value) -> bool) -> usize {
    desk.plan["assignments"].as_array().unwrap().iter().position(is_meant).unwrap()
}

fn corrupted(change: impl FnOnce(&mut Desk)) -> Desk {
    let mut desk = Desk::new();
    change(&mut desk);
    desk
}

#[test]
fn verify_speaks_of_members_in_one_language() {
    let recused = corrupted(|desk| {
        let person = desk.plan["assignments"][0]["person"].as_str().unwrap().to_string();
        desk.table("kin.csv", |rows| format!("{rows}{person},NJ-2026-01-S1,配偶,,\r\n"));
    });
    recused.says(6, "回避规则：需回避");
    let twice = corrupted(|desk| {
        let again = desk.plan["assignments"][1].clone();
        desk.plan["assignments"].as_array_mut().unwrap().push(again);
    });
    twice.says(6, "M07 一人一岗：在案件 NJ-2026-01 中出现 2 次");
    let overloaded = corrupted(|desk| {
        let mut more = desk.plan["assignments"][position(desk, |it| it["case"] == "NJ-2026-02")].clone();
        more["person"] = desk.plan["assignments"][1]["person"].clone();
        desk.plan["assignments"].as_array_mut().unwrap().push(more);
    });
    overloaded.says(6, "M02 负荷与请假：");
    let unknown = corrupted(|desk| desk.plan["assignments"][2]["person"] = "p9999".into());
    unknown.says(6, "名册中没有人员 p9999");
    let late = corrupted(|desk| desk.plan["assignments"][3]["to"] = "2027-12-31".into());
    late.says(6, "不在案件待编的日期内");
    let misstated = corrupted(|desk| {
        let other = desk.plan["assignments"][position(desk, |it| it["case"] == "NJ-2026-02")]["unit"].clone();
        let first = &mut desk.plan["assignments"][0];
        (first["unit"], first["class"], first["drawn"]) = (other, "trainee".into(), true.into());
        (first["load"], first["exposure"]) = (1.into(), 99.into());
    });
    misstated.says(6, "岗位类别：方案写“跟班”，应为“组长”");
}

#[test]
fn verify_speaks_of_teams_and_units_in_one_language() {
    let unsafe_team = corrupted(|desk| {
        let officer = position(desk, |it| it["role"] == "safety");
        desk.plan["assignments"].as_array_mut().unwrap().remove(officer);
    });
    unsafe_team.says(6, "R13 安全员：");
    let doubled = corrupted(|desk| desk.plan["assignments"][1]["also"] = "safety".into());
    doubled.says(6, "模板不允许“谈话人”兼任“安全员”");
    let emptied = corrupted(|desk| {
        let drawn = position(desk, |it| it["drawn"] == true);
        let unit = desk.plan["assignments"][drawn]["unit"].as_str().unwrap().to_string();
        desk.table("units.csv", |rows| {
            let shrunk = |row: &str| match row.starts_with(&format!("{unit},")) {
                true => format!("{},1\r\n", row.rsplit_once(',').unwrap().0),
                false => format!("{row}\r\n"),
            };
            rows.lines().map(shrunk).collect()
        });
    });
    emptied.says(6, "M03 派出单位留守：");
    let unskilled = corrupted(|desk| desk.table("skills.csv", |rows| format!("{}\r\n", rows.lines().next().unwrap())));
    unskilled.says(6, "M04 专长：");
    let pairless = corrupted(|desk| {
        let pair = &mut desk.plan["teams"][0]["pairs"][0];
        pair["other"] = pair["own"].clone();
    });
    pairless.says(6, "岗位上同时任职的两个人");
}

#[test]
fn verify_speaks_of_the_plan_file_in_one_language() {
    let unknown = corrupted(|desk| {
        desk.plan["input"]["cases"].as_array_mut().unwrap().push("XX-2026-01".into());
    });
    unknown.says(6, "名册中没有案件 XX-2026-01");
    let wrong = corrupted(|desk| {
        for tier in desk.plan["tiers"].as_array_mut().unwrap() {
            tier["used"] = (tier["used"].as_i64().unwrap() - 1).into();
        }
    });
    wrong.says(6, "专长缺口：最终值优于求解时的所得值；方案写");
    wrong.says(6, "关联暴露：方案所写与记录不符");
    let edited = corrupted(|desk| desk.plan["solver"]["version"] = "0".into());
    edited.says(0, "方案文件写出后又经改动");
    let undigested = corrupted(|desk| {
        desk.plan.as_object_mut().unwrap().remove("digest");
    });
    undigested.says(0, "方案文件没有内容摘要");
    let invented = corrupted(|desk| {
        let (person, case) = ("p0001", "NJ-2026-01");
        let plan = &mut desk.plan;
        plan["pins"] = json!([{ "kind": "pin", "person": person, "case": case, "reason": "理由", "author": "甲", "approver": "乙" }]);
        plan["provisional"] = json!([{ "person": person, "case": case, "rules": ["M09"] }]);
        plan["waivers_used"] = json!([{ "rule": "R03", "person": person, "case": case, "reason": "理由", "approver": "乙", "expires": "2026-01-01" }]);
        plan["open_slots"] = json!([{ "case": case, "role": "interview", "count": 2 }]);
        plan["policy"]["to_be_confirmed"] = json!(["R12"]);
        plan["days_away"] = 1.into();
    });
    invented.says(6, "空缺岗位：方案写“谈话人”2 人，应为无");
    let elsewhere = corrupted(|desk| {
        let text = desk.plan.to_string().replace("NJ-2026", "ZZ-2026").replace("\"p0", "\"q0");
        desk.plan = serde_json::from_str(&text).unwrap();
        desk.plan["input"]["fingerprint"] = "0".into();
    });
    elsewhere.says(6, "方案属于另一份名册：所列案件 3 起有 3 起");
}

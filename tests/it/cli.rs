//! The program from outside: exit codes, streams and JSON.

use std::process::Command;

use anstream::StripStream;
use evenhand::cli::Environment;

use super::commands::small_city;

/// What one run of the program said.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs the built program; somebody calls themselves `somebody`.
pub fn evenhand(args: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
    let output = command.args(args).env("USER", "somebody").output().expect("the program starts");
    Run {
        code: output.status.code().expect("an exit code"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// Runs the program in this process under an account of the system, or under none.
fn evenhand_as(user: Option<&str>, args: &[&str]) -> Run {
    let environment = Environment {
        args: std::iter::once("evenhand").chain(args.iter().copied()).map(Into::into).collect(),
        locale: None,
        today: jiff::civil::date(2026, 11, 22),
        user: user.map(str::to_string),
        stderr_is_terminal: false,
    };
    let (mut stdout, mut stderr) = (StripStream::new(Vec::new()), StripStream::new(Vec::new()));
    let code = evenhand::cli::run(environment, &mut stdout, &mut stderr) as i32;
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run { code, stdout: text(stdout.into_inner()), stderr: text(stderr.into_inner()) }
}

/// The rows of a folder's audit file, without its header.
fn audited(dir: &str) -> Vec<String> {
    let text = std::fs::read_to_string(format!("{dir}/audit.csv")).unwrap_or_default();
    text.lines().skip(1).map(str::to_string).collect()
}

#[test]
fn executed_examples() {
    let examples = trycmd::TestCases::new();
    examples.case("tests/cmd/*.trycmd").case("README.md").case("README.zh-CN.md");
}

#[test]
fn nothing_is_colored_when_piped() {
    for args in [&["--lang", "en", "--help"][..], &["--lang", "en", "chek"], &["--lang", "zh", "rules"]] {
        let run = evenhand(args);
        assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_is_lost_on_a_full_disk_is_told() {
    for (lang, said) in
        [("en", "cannot write to standard output: the disk is full"), ("zh", "无法写到标准输出：磁盘已满")]
    {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_evenhand"));
        let output = command.args(["--lang", lang, "rules"]).stdout(full).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{told}");
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn without_a_command_the_program_shows_its_help_and_fails() {
    let run = evenhand(&[]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("evenhand"));
}

#[test]
fn usage_failures_are_json_when_asked_for() {
    let run = evenhand(&["--lang", "en", "--format", "json", "--as-of", "soon", "rules"]);
    assert_eq!(run.code, 2);
    let failure: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(failure["exit_code"], 2);
    assert_eq!(failure["cause"]["en"], "`soon` is not a date");
    assert!(run.stderr.contains("`soon` is not a date"), "{}", run.stderr);
}

#[test]
fn a_command_line_that_cannot_be_parsed_fails_in_json_too_when_asked_for() {
    let lines: [(&[&str], &str); 6] = [
        (&["--format", "json", "team"], "<DIR> is missing"),
        (&["team", "--format=json"], "<DIR> is missing"),
        (&["--format", "json"], "a command is missing"),
        (&["taem", "--format", "json"], "there is no command `taem`"),
        (&["team", "roster", "--speed", "--format", "json"], "there is no argument `--speed`"),
        (&["--format", "json", "--seed", "x", "rules"], "`x` is not a value of --seed: it must be a whole number"),
    ];
    for (line, cause) in lines {
        let run = evenhand(&[&["--lang", "en"][..], line].concat());
        assert_eq!(run.code, 2, "{line:?}");
        let failure: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert_eq!(failure["exit_code"], 2, "{line:?}");
        assert!(failure["cause"]["en"].as_str().is_some_and(|words| words.contains(cause)), "{failure}");
        assert!(failure["hint"]["zh"].as_str().is_some_and(|words| !words.is_empty()), "{failure}");
        assert!(run.stderr.contains(cause), "{}", run.stderr);
    }
    for lang in ["zh", "en"] {
        let run = evenhand(&["--lang", lang, "--format", "json", "team"]);
        let failure: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        let words = (failure["cause"]["zh"].as_str(), failure["cause"]["en"].as_str());
        assert_eq!(words, (Some("缺少 <文件夹>"), Some("<DIR> is missing")), "--lang {lang}");
    }
    // What stands behind `--` is no option, and in text form nothing goes to standard output.
    assert_eq!(evenhand(&["team", "roster", "--", "--format", "json"]).stdout, "");
    assert_eq!(evenhand(&["--format", "text", "team"]).stdout, "");
}

#[test]
fn every_rule_is_listed_in_json_as_in_text() {
    let json: serde_json::Value =
        serde_json::from_str(&evenhand(&["--format", "json", "--as-of", "2026-11-20", "rules"]).stdout).expect("JSON");
    let text = evenhand(&["--lang", "en", "--as-of", "2026-11-20", "rules"]).stdout;
    let rules = json["rules"].as_array().expect("rules");
    assert!(!rules.is_empty());
    for rule in rules {
        let code = rule["code"].as_str().expect("a code");
        assert!(text.lines().any(|line| line.split_whitespace().next() == Some(code)), "{code}");
        let page = evenhand(&["--lang", "zh", "rules", code]);
        assert_eq!(page.code, 0, "{code}");
        assert!(page.stdout.contains(rule["id"].as_str().expect("an id")), "{code}");
    }
}

#[test]
fn an_unknown_rule_is_refused_with_the_nearest() {
    let run = evenhand(&["--lang", "en", "rules", "R011"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("did you mean `R01`?"), "{}", run.stderr);
    let short = evenhand(&["--lang", "en", "rules", "r6"]);
    assert!(short.stderr.contains("did you mean `R06`?"), "{}", short.stderr);
}

/// Before anybody is assembled, and without a word in the record.
#[test]
fn a_folder_that_is_not_there_is_named_before_any_work() {
    let (place, dir) = small_city();
    let missing = place.path().join("no/such");
    let (file, folder) = (missing.join("m").display().to_string(), missing.display().to_string());
    let ask = |language: &str, option: &str, path: &str| {
        evenhand(&["--lang", language, "--as-of", "2026-11-20", "team", &dir, option, path])
    };
    for option in ["--out", "--export-model"] {
        let (zh, en) = (ask("zh", option, &file), ask("en", option, &file));
        assert_eq!((zh.code, en.code, zh.stdout, en.stdout), (3, 3, String::new(), String::new()), "{option}");
        assert!(zh.stderr.contains(&format!("无法写入 {file}")) || option == "--export-model", "{}", zh.stderr);
        assert!(zh.stderr.contains(&format!("文件夹 {folder} 不存在\n提示：请先建立该文件夹")), "{}", zh.stderr);
        assert!(en.stderr.contains(&format!("the folder {folder}: it does not exist")), "{}", en.stderr);
        let beside = format!("{dir}/people.csv/m");
        assert!(ask("zh", option, &beside).stderr.contains("people.csv 它不是文件夹"), "{option}");
    }
    assert!(ask("zh", "--out", &dir).stderr.contains("它是文件夹"));
    assert_eq!(audited(&dir), Vec::<String>::new());
}

#[test]
fn a_reserved_number_is_explained_and_listed() {
    for (lang, words) in [("zh", "R16：预留编号，暂无规则"), ("en", "R16: kept free; no rule bears the number")]
    {
        let page = evenhand(&["--lang", lang, "rules", "r16"]);
        assert_eq!(page.code, 0, "{}", page.stderr);
        assert!(page.stdout.starts_with(words), "{}", page.stdout);
        let list = evenhand(&["--lang", lang, "rules"]).stdout;
        assert!(["R09", "R16", "R28", "R30", "R31"].iter().all(|code| list.contains(code)), "{list}");
    }
    let json: serde_json::Value = serde_json::from_str(&evenhand(&["--format", "json", "rules"]).stdout).expect("JSON");
    assert_eq!(json["reserved"][0]["code"], "R09");
    assert_eq!(json["reserved"].as_array().map(Vec::len), Some(5));
}

#[test]
fn help_is_a_command_in_both_languages() {
    for lang in ["zh", "en"] {
        assert_eq!(evenhand(&["--lang", lang, "help"]).stdout, evenhand(&["--lang", lang, "--help"]).stdout);
        let team = evenhand(&["--lang", lang, "help", "team"]);
        assert_eq!((team.code, team.stderr.as_str()), (0, ""));
        assert_eq!(team.stdout, evenhand(&["--lang", lang, "team", "--help"]).stdout);
        assert!(team.stdout.contains("--time-limit"), "{}", team.stdout);
    }
    let slip = evenhand(&["--lang", "zh", "help", "taem"]);
    assert_eq!(slip.code, 2);
    assert!(slip.stderr.contains("是否想写“team”？"), "{}", slip.stderr);
}

#[test]
fn the_manual_names_its_version_and_every_exit_code() {
    let version = env!("CARGO_PKG_VERSION");
    for (lang, manual, heading) in
        [("zh", "点将手册", ".SH 退出码"), ("en", "\"Evenhand Manual\"", ".SH \"EXIT STATUS\"")]
    {
        for (args, title) in [(vec!["man"], "EVENHAND"), (vec!["man", "team"], "EVENHAND-TEAM")] {
            let page = evenhand(&[&["--lang", lang][..], &args].concat()).stdout;
            let header = page.lines().find(|line| line.starts_with(".TH")).expect("a title line");
            assert_eq!(header, format!(".TH {title} 1 {version} evenhand {manual}"));
            let (_, status) = page.split_once(heading).expect("the exit codes");
            for code in [0, 2, 3, 4, 5, 6, 7, 8, 70] {
                assert!(status.contains(&format!(".TP\n\\fB{code}\\fR\n")), "{code}: {status}");
            }
        }
    }
}

#[test]
fn a_faulty_number_names_value_cause_and_remedy() {
    for value in ["0.2", "-1", "abc", "99999999999"] {
        let args = ["team", "fixtures/neijiang", "--time-limit", value];
        let (zh, en) =
            (evenhand(&[&["--lang", "zh"], &args[..]].concat()), evenhand(&[&["--lang", "en"], &args[..]].concat()));
        assert_eq!((zh.code, en.code), (2, 2), "{value}");
        for words in [
            &format!("“{value}”不能作为 --time-limit 的值：须是以秒计的整数，最小 0，最大 4294967295"),
            "例如：--time-limit 60",
        ] {
            assert!(zh.stderr.contains(words), "{}", zh.stderr);
        }
        for words in [
            &format!(
                "`{value}` is not a value of --time-limit: it must be a whole number of seconds from 0 to 4294967295"
            ),
            "for example: --time-limit 60",
        ] {
            assert!(en.stderr.contains(words), "{}", en.stderr);
        }
    }
    let seed = evenhand(&["--lang", "en", "--seed", "-3", "rules"]);
    assert_eq!(seed.code, 2);
    assert!(seed.stderr.contains("`-3` is not a value of --seed"), "{}", seed.stderr);
}

#[test]
fn generate_refuses_what_no_place_can_give_with_range_and_cause() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let dir = dir.path().join("roster").display().to_string();
    for (option, value, zh, en) in [
        ("--people", "0", "neijiang 可以生成 1 至 615 人，不能是 0 人", "neijiang can have 1 to 615 people, not 0"),
        ("--people", "616", "不能是 616 人：再多就不像当地", "which has 205"),
        ("--cases", "16", "0 至 15 起在办案件，不能是 16 起", "can have 0 to 15 open cases, not 16"),
        (
            "--as-of",
            "1600-01-01",
            "应在 1970-01-01 至 2095-12-31 之间",
            "as of 1970-01-01 to 2095-12-31, not 1600-01-01",
        ),
    ] {
        for (lang, words) in [("zh", zh), ("en", en)] {
            let run = evenhand(&["--lang", lang, "generate", "--place", "neijiang", option, value, &dir]);
            assert_eq!(run.code, 2, "{}", run.stderr);
            assert!(run.stderr.contains(words) && run.stderr.contains(option), "{}", run.stderr);
        }
    }
    assert!(!std::path::Path::new(&dir).exists());
}

#[test]
fn the_schema_in_the_repository_is_the_program_s() {
    let kept = std::fs::read_to_string("docs/plan.schema.json").expect("docs/plan.schema.json");
    let printed = evenhand(&["schema"]).stdout;
    assert_eq!(kept, printed, "refresh it with: evenhand schema > docs/plan.schema.json");
}

#[test]
fn completions_exist_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = evenhand(&["completions", shell]);
        assert_eq!(run.code, 0, "{shell}");
        assert!(run.stdout.contains("verify"), "{shell}");
    }
}

/// A folder from `init`, in a place of its own.
fn new_roster() -> (tempfile::TempDir, String) {
    let place = tempfile::tempdir().expect("a temporary folder");
    let dir = place.path().join("roster").display().to_string();
    let run = evenhand(&["--lang", "zh", "--as-of", "2026-07-01", "init", &dir]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains(&format!("evenhand check {dir} --lang zh")), "the next step: {}", run.stderr);
    (place, dir)
}

#[test]
fn a_new_roster_passes_check_and_is_never_overwritten() {
    let (_place, dir) = new_roster();
    let checked = evenhand(&["--format", "json", "--as-of", "2026-07-01", "check", &dir]);
    assert_eq!(checked.code, 0, "{}", checked.stdout);
    let found: serde_json::Value = serde_json::from_str(&checked.stdout).expect("JSON");
    assert_eq!((&found["errors"], &found["warnings"]), (&0.into(), &0.into()));
    assert_eq!(evenhand(&["init", &dir]).code, 2);
}

#[test]
fn the_example_of_a_new_roster_is_planned_on_any_day_it_is_made_for() {
    for day in ["2025-01-01", "2028-02-29", "2035-12-31"] {
        let place = tempfile::tempdir().expect("a temporary folder");
        let dir = place.path().join("roster").display().to_string();
        assert_eq!(evenhand(&["--as-of", day, "init", &dir]).code, 0);
        let checked = evenhand(&["--format", "json", "--as-of", day, "check", &dir]);
        let found: serde_json::Value = serde_json::from_str(&checked.stdout).expect("JSON");
        assert_eq!((&found["errors"], &found["warnings"]), (&0.into(), &0.into()), "{day}: {}", checked.stdout);
        let planned = evenhand(&["--as-of", day, "--lang", "en", "team", &dir]);
        assert_eq!(planned.code, 7, "{day}: {}{}", planned.stdout, planned.stderr);
    }
}

#[test]
fn a_folder_s_own_skills_are_taken() {
    let (_place, dir) = new_roster();
    let skills = format!("{dir}/skills.csv");
    let text = std::fs::read_to_string(&skills).expect("skills.csv");
    std::fs::write(&skills, text.replacen("谈话突破", "Underwater Survey", 1)).expect("written");
    let check = || evenhand(&["--lang", "en", "check", &dir]);
    let refused = check();
    assert_eq!(refused.code, 3);
    assert!(refused.stdout.contains("E0503") && refused.stdout.contains("[[skill]]"), "{}", refused.stdout);
    let policy = format!("{dir}/policy.toml");
    std::fs::write(&policy, "[[skill]]\nzh = \"水下勘查\"\nen = \"underwater survey\"\n").expect("written");
    let taken = check();
    assert_eq!(taken.code, 0, "{}", taken.stdout);
    std::fs::write(&policy, "[[skill]]\nzh = \"笔录\"\nen = \"underwater survey\"\n").expect("written");
    let twice = check();
    assert_eq!(twice.code, 3);
    assert!(twice.stdout.contains("E0608") && twice.stdout.contains("policy.toml:2"), "{}", twice.stdout);
}

#[test]
fn check_reports_faults_as_data_with_exit_code_3() {
    let (_place, dir) = new_roster();
    let people = format!("{dir}/people.csv");
    let text = std::fs::read_to_string(&people).expect("people.csv");
    let broken = text.replacen("编号", "編號甲", 1);
    assert_ne!(broken, text);
    std::fs::write(&people, broken).expect("written");
    for format in ["text", "json"] {
        let checked = evenhand(&["--lang", "en", "--format", format, "check", &dir]);
        assert_eq!(checked.code, 3);
        assert!(checked.stdout.contains("E0104"), "{}", checked.stdout);
        assert!(checked.stderr.contains(&format!("evenhand check {dir}")), "{}", checked.stderr);
    }
    let missing = evenhand(&["--lang", "en", "--format", "json", "check", "no-such-folder"]);
    assert_eq!(missing.code, 3);
    let failure: serde_json::Value = serde_json::from_str(&missing.stdout).expect("JSON");
    assert_eq!(failure["diagnostics"][0]["code"], "E0101");
}

#[test]
fn a_folder_policy_with_an_unknown_key_is_refused_with_the_nearest() {
    let (_place, dir) = new_roster();
    std::fs::write(format!("{dir}/policy.toml"), "[rule.R32]\nenabeld = false\n").expect("written");
    let checked = evenhand(&["--lang", "en", "check", &dir]);
    assert_eq!(checked.code, 3);
    assert!(
        checked.stdout.contains("E0602") && checked.stdout.contains("did you mean `enabled`?"),
        "{}",
        checked.stdout
    );
}

#[test]
fn a_policy_that_is_none_is_left_out_of_the_next_command() {
    let (place, dir) = new_roster();
    // A folder can be no policy file either.
    let folder = place.path().display().to_string();
    for policy in ["defualt", &folder] {
        for command in ["check", "team"] {
            let run = evenhand(&["--lang", "en", command, &dir, "--policy", policy, "--as-of", "2026-06-01"]);
            assert_eq!(run.code, 3, "{command} {policy}: {}", run.stderr);
            let next = run.stderr.lines().last().unwrap_or_default().trim();
            assert_eq!(next, format!("evenhand check {dir} --lang en --as-of 2026-06-01"), "{command} {policy}");
        }
    }
    let known = evenhand(&["--lang", "en", "check", &dir, "--policy", "near"]);
    assert!(known.stderr.contains("--policy near"), "{}", known.stderr);
}

const TIERS: &str = "burden_step_days = 30\nburden_months = 24\ntravel_points_per_km = 1\n\
                     travel_points_per_day_away = 1\nlimits = { nodes = 10, iterations = 10 }\n";

#[test]
fn a_policy_without_usable_tiers_is_refused_from_a_folder_and_from_a_file() {
    for (tiers, key, code, zh, en) in [
        ("tier = []", "tier `[]`", "E0606", "没有列出任何目标层", "no tier is listed"),
        ("", "", "E0607", "缺少键“tier”", "key `tier` is missing"),
        (
            "tier = [{ name = 'opne_slots' }]",
            "tier.0.name",
            "E0606",
            "“opne_slots”不在可选值之内",
            "did you mean `open_slots`?",
        ),
        (
            "tier = [{ name = 'burden' }, { name = 'burden' }]",
            "tier.1.name",
            "E0608",
            "列了两次",
            "list each tier once",
        ),
        ("tier = [{ name = 'burden', slack = -1 }]", "tier.0.slack `-1`", "E0606", "-1 小于 0", "-1 is below 0"),
    ] {
        let (place, dir) = new_roster();
        let file = place.path().join("tiers.toml").display().to_string();
        std::fs::write(&file, format!("{TIERS}{tiers}\n")).expect("written");
        let by_file = ["check", &dir, "--policy", &file];
        let by_folder = ["check", &dir];
        for (args, name, in_folder) in [(&by_file[..], "tiers.toml", false), (&by_folder[..], "policy.toml", true)] {
            if in_folder {
                std::fs::write(format!("{dir}/policy.toml"), format!("[team]\n{TIERS}{tiers}\n")).expect("written");
            }
            for (lang, words) in [("zh", zh), ("en", en)] {
                let run = evenhand(&[&["--lang", lang], args].concat());
                assert_eq!(run.code, 3, "{tiers}: {}", run.stdout);
                for part in [code, name, words] {
                    assert!(run.stdout.contains(part), "{tiers}: {part}: {}", run.stdout);
                }
                assert!(lang == "zh" || run.stdout.contains(key), "{tiers}: {key}: {}", run.stdout);
            }
        }
    }
}

#[test]
fn a_file_that_is_no_toml_is_told_once() {
    let (_place, dir) = new_roster();
    std::fs::write(format!("{dir}/policy.toml"), "规则\n启用：是\n[rule.R32\nenabled = 是\n").expect("written");
    for (lang, words) in [("zh", "其后还有"), ("en", "after it cannot be read either")] {
        let checked = evenhand(&["--lang", lang, "check", &dir]);
        assert_eq!(checked.code, 3);
        assert_eq!(checked.stdout.matches("E0601").count(), 1, "{}", checked.stdout);
        assert!(checked.stdout.contains(words) && checked.stdout.contains("policy.toml:1"), "{}", checked.stdout);
    }
}

#[test]
fn a_plan_that_is_none_is_refused() {
    let (_place, dir) = new_roster();
    let plan = format!("{dir}/plan.json");
    std::fs::write(&plan, "{}").expect("written");
    let verified = evenhand(&["--lang", "en", "verify", &dir, &plan]);
    assert_eq!(verified.code, 3);
    assert!(verified.stderr.contains("E0703"), "{}", verified.stderr);
    let next = format!("evenhand team {dir} --out {dir}/plan.new.json");
    assert!(verified.stderr.contains(&next) || verified.stdout.contains(&next), "{}", verified.stderr);
    std::fs::write(&plan, "{\"kind\": \"team\", \"as_of\": 1e999}").expect("written");
    assert!(!evenhand(&["--lang", "zh", "verify", &dir, &plan]).stderr.contains("number"));
    let nowhere = evenhand(&["--lang", "en", "verify", &dir, "no-such-plan.json"]);
    assert_eq!(nowhere.code, 3);
    assert!(nowhere.stderr.contains("E0705") && nowhere.stderr.contains("no-such-plan.json"), "{}", nowhere.stderr);
}

const CASE: [&str; 4] = ["--as-of", "2026-11-20", "--case", "NJ-2026-03"];

#[test]
fn screening_gives_verdicts_only_unless_a_reason_is_recorded() {
    let (_place, dir) = small_city();
    let ask =
        |more: &[&str]| evenhand_as(Some("auditor"), &[&["--lang", "en", "screen", &dir], &CASE[..], more].concat());
    let rules = |text: &str| text.contains("R21") || text.contains("R33") || text.contains("M09");

    let plain = ask(&[]);
    assert_eq!(plain.code, 0, "{}", plain.stderr);
    assert!(plain.stdout.contains("block") && plain.stdout.contains("review") && plain.stdout.contains("clear"));
    assert!(!rules(&plain.stdout), "no rule and no evidence outside the compartment");
    let json = ask(&["--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(found["people"].as_array().map(Vec::len), Some(205));
    assert!(!json.stdout.contains("findings") && !rules(&json.stdout));

    assert_eq!(ask(&["--evidence"]).code, 2);
    assert_eq!(ask(&["--evidence", "--reason", " "]).code, 2);
    let audit = std::path::Path::new(&dir).join("audit.csv");
    assert!(!audit.exists(), "nothing was shown, nothing is recorded");

    let shown = ask(&["--evidence", "--reason", "review of the leads"]);
    assert!(rules(&shown.stdout), "{}", shown.stdout);
    let json = ask(&["--format", "json", "--evidence", "--reason", "the same, for a script", "--person", "p0001"]);
    let found: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert!(found["people"][0]["findings"]["lead"].as_array().is_some_and(|findings| !findings.is_empty()));
    assert_eq!(
        audited(&dir),
        [
            "2026-11-22,2026-11-20,auditor,screen,NJ-2026-03,,review of the leads",
            "2026-11-22,2026-11-20,auditor,screen,NJ-2026-03,p0001,\"the same, for a script\"",
        ]
    );

    let checked = evenhand(&["--as-of", "2026-11-20", "check", &dir]);
    assert!(!checked.stdout.contains("audit.csv"), "the audit file is no table: {}", checked.stdout);
}

#[test]
fn evidence_is_refused_to_nobody_in_particular() {
    let (_place, dir) = small_city();
    for nobody in [None, Some(" ")] {
        for asked in [
            &[&["screen", &dir], &CASE[..], &["--evidence", "--reason", "x"]].concat()[..],
            &[&["ties", &dir], &CASE[..], &["--person", "p0003"]].concat(),
            &["ties", &dir, "--record-review", "--person", "p0003"],
        ] {
            let run = evenhand_as(nobody, asked);
            assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{asked:?}");
        }
    }
    assert!(audited(&dir).is_empty());
}

#[test]
fn the_record_names_the_account_and_not_what_somebody_calls_themselves() {
    let (_place, dir) = small_city();
    let run = evenhand(&[&["ties", &dir], &CASE[..], &["--person", "p0003"]].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    // Where the system knows no name for the account, the environment's is the best there is.
    let account = whoami::username().unwrap_or_else(|_| "somebody".to_string());
    let row = &audited(&dir)[0];
    assert!(row.ends_with(&format!(",{account},ties,NJ-2026-03,p0003,")), "{row}");
}

#[test]
fn ties_to_informants_are_told_for_a_recorded_reason_alone() {
    let (_place, dir) = small_city();
    let parties = std::fs::read_to_string(format!("{dir}/parties.csv")).expect("parties.csv");
    let ask = |more: &[&str]| {
        let args = [&["--lang", "en", "ties", &dir, "--person", "p0003"], &CASE[..], more].concat();
        evenhand_as(Some("auditor"), &args)
    };
    let informants: Vec<&str> = parties
        .lines()
        .filter(|row| row.contains(",检举人,") && row.contains(",NJ-2026-03,"))
        .filter_map(|row| row.split(',').next())
        .collect();
    assert!(!informants.is_empty());
    let named = |text: &str| informants.iter().any(|id| text.contains(id));

    let plain = ask(&[]);
    assert!(!named(&plain.stdout) && plain.stdout.contains("Ties to informants are left out"), "{}", plain.stdout);
    let data = ask(&["--format", "json"]);
    assert!(!named(&data.stdout) && !data.stdout.contains("informant\""), "{}", data.stdout);
    let told = ask(&["--reason", "recusal review of the lead"]);
    assert!(named(&told.stdout) && !told.stdout.contains("left out"), "{}", told.stdout);
    assert_eq!(ask(&["--reason", ""]).code, 2);

    // Without informants the answer says the same: whether there are any is not to be seen.
    let without: String = parties.lines().filter(|row| !named(row)).map(|row| format!("{row}\r\n")).collect();
    std::fs::write(format!("{dir}/parties.csv"), without).expect("written");
    assert_eq!(ask(&[]).stdout, plain.stdout);
    assert_eq!(
        audited(&dir),
        [
            "2026-11-22,2026-11-20,auditor,ties,NJ-2026-03,p0003,",
            "2026-11-22,2026-11-20,auditor,ties,NJ-2026-03,p0003,",
            "2026-11-22,2026-11-20,auditor,ties,NJ-2026-03,p0003,recusal review of the lead",
            "2026-11-22,2026-11-20,auditor,ties,NJ-2026-03,p0003,",
        ]
    );
}

#[test]
fn unknown_cases_and_people_are_refused_by_code() {
    for (args, code) in [
        (&["screen", "fixtures/neijiang", "--case", "NJ-2026-3"][..], "E0701"),
        (&["ties", "fixtures/neijiang", "--case", "NJ-2026-03", "--person", "刘勇勇"], "E0702"),
        (&["screen", "fixtures/neijiang", "--case", "NJ-2026-03", "--person", " "], "E0702"),
    ] {
        let run = evenhand(&[&["--lang", "en", "--as-of", "2026-11-20"], args].concat());
        assert_eq!(run.code, 3, "{args:?}");
        assert!(run.stderr.contains(code), "{}", run.stderr);
    }
}

#[test]
fn a_person_goes_by_a_name_that_nobody_else_bears_and_is_recorded_by_id() {
    let (_place, dir) = small_city();
    let ask = |command: &str, more: &[&str]| {
        evenhand_as(Some("auditor"), &[&["--lang", "zh", command, &dir], &CASE[..], more].concat())
    };
    for name in ["王勇华", "王 勇华"] {
        let (by_name, by_id) = (ask("screen", &["--person", name]), ask("screen", &["--person", "p0003"]));
        assert_eq!((by_name.code, &by_name.stdout), (0, &by_id.stdout), "{}", by_name.stderr);
    }
    let tied = ask("ties", &["--person", "王勇华"]);
    assert!(tied.stderr.contains("--person p0003"), "{}", tied.stderr);
    assert_eq!(ask("screen", &["--person", "王勇华", "--evidence", "--reason", "组长人选"]).code, 0);
    assert_eq!(
        audited(&dir),
        [
            "2026-11-22,2026-11-20,auditor,ties,NJ-2026-03,p0003,",
            "2026-11-22,2026-11-20,auditor,screen,NJ-2026-03,p0003,组长人选"
        ]
    );
    for command in ["screen", "ties"] {
        let namesakes = ask(command, &["--person", "刘勇"]);
        assert_eq!((namesakes.code, namesakes.stdout.as_str()), (3, ""));
        for told in ["E0303", "p0001", "p0033", "p0090", "p0166", "--person p0001"] {
            assert!(namesakes.stderr.contains(told), "{told}: {}", namesakes.stderr);
        }
    }
    assert_eq!(audited(&dir).len(), 2, "nothing was told of anybody");
}

#[test]
fn a_class_of_role_goes_by_its_chinese_title() {
    let ask = |class: &str| {
        let args = [&["--lang", "zh", "screen", "fixtures/neijiang"], &CASE[..], &["--role", class]].concat();
        evenhand(&args)
    };
    let (chinese, english) = (ask("副组长"), ask("deputy"));
    assert_eq!((chinese.code, &chinese.stdout), (0, &english.stdout), "{}", chinese.stderr);
    assert_ne!(chinese.stdout, ask("组长").stdout);
    let slip = ask("付组长");
    assert_eq!(slip.code, 2);
    assert!(slip.stderr.contains("是否想写“副组长”？"), "{}", slip.stderr);
    let none = ask("boss");
    let titles = "可选：lead（组长）、deputy（副组长）、member（组员）、liaison（联络员）、trainee（跟班）";
    assert!(none.stderr.contains(titles), "{}", none.stderr);
}

#[test]
fn a_record_review_shows_the_person_and_nobody_s_word_on_them() {
    let (_place, dir) = small_city();
    let declared = std::fs::read_to_string(format!("{dir}/declared_ties.csv")).expect("declared ties");
    let about: Vec<&str> =
        declared.lines().skip(1).filter(|row| row.split(',').nth(1) == Some("NJ-2026-03-S1")).collect();
    let author =
        about.first().and_then(|row| row.split(',').next()).expect("somebody declared a tie to S1").to_string();
    let ask = |person: &str| {
        let run = evenhand(&[
            "--format",
            "json",
            "--as-of",
            "2026-11-20",
            "ties",
            &dir,
            "--person",
            person,
            "--record-review",
        ]);
        serde_json::from_str::<serde_json::Value>(&run.stdout).expect("JSON")
    };
    let own = ask(&author);
    let rows = audited(&dir);
    assert!(rows.len() == 1 && rows[0].ends_with(&format!(",ties --record-review,,{author},")), "{rows:?}");
    assert_eq!(own["people"][0]["id"], author.as_str());
    assert!(own["declared_ties"].as_array().is_some_and(|ties| !ties.is_empty()), "{own}");
    for table in own.as_object().expect("tables").keys() {
        assert!(!["parties", "cases", "waivers", "pins"].contains(&table.as_str()), "{table}");
    }
}

#[test]
fn a_generated_roster_passes_check() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let dir = place.path().join("made").display().to_string();
    let made = evenhand(&[
        "--lang",
        "en",
        "--as-of",
        "2026-11-20",
        "--seed",
        "7",
        "generate",
        &dir,
        "--place",
        "neijiang",
        "--people",
        "120",
        "--cases",
        "3",
    ]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let checked = evenhand(&["--lang", "en", "--as-of", "2026-11-20", "check", &dir]);
    assert_eq!(checked.code, 0, "{}", checked.stdout);
    assert_eq!(evenhand(&["generate", &dir, "--place", "neijiang"]).code, 2, "nothing is overwritten");
    assert_eq!(evenhand(&["generate", "elsewhere", "--place", "atlantis"]).code, 2);
}

/// Takes nothing: whoever read has gone.
struct Gone;

impl std::io::Write for Gone {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Err(std::io::ErrorKind::BrokenPipe.into())
    }
}

#[test]
fn rules_are_stated_as_the_roster_s_policy_sets_them() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let dir = place.path().display().to_string();
    let policy = format!("{dir}/policy.toml");
    let page = |lang: &str| evenhand(&["--lang", lang, "--as-of", "2026-11-20", "rules", "R32", "--roster", &dir]);
    assert!(page("zh").stdout.contains("离开不满 3 年"), "a folder that sets nothing: {}", page("zh").stdout);

    std::fs::write(&policy, "[rule.R32.parameters]\nreview_years = 2\n").expect("written");
    let set = page("zh");
    assert_eq!(set.code, 0, "{}", set.stderr);
    assert!(set.stdout.contains("离开不满 2 年的须经审查"), "{}", set.stdout);
    assert!(set.stderr.contains(&format!("evenhand rules --roster {dir}")), "{}", set.stderr);
    let list = evenhand(&["--format", "json", "rules", "--roster", &dir]);
    let rules: serde_json::Value = serde_json::from_str(&list.stdout).expect("JSON");
    let set_alike = rules["rules"].as_array().expect("rules").iter().find(|rule| rule["code"] == "R32");
    assert_eq!(set_alike.expect("R32")["parameters"]["review_years"]["value"], 2);

    std::fs::write(&policy, "[rule.R32]\nenabled = false\n").expect("written");
    assert!(page("en").stdout.contains("state: off"), "{}", page("en").stdout);

    std::fs::write(&policy, "[rule.R32]\nenabeld = false\n").expect("written");
    let refused = page("en");
    assert_eq!(refused.code, 3);
    assert!(refused.stdout.is_empty() && refused.stderr.contains("E0602"), "{}", refused.stderr);
    assert!(
        refused.stderr.contains("policy.toml:2") && refused.stderr.contains("evenhand check"),
        "{}",
        refused.stderr
    );
    assert_eq!(evenhand(&["rules", "--roster", "no-such-folder"]).code, 3);
}

#[test]
fn a_policy_that_is_not_there_is_refused_by_every_command_that_takes_none_too() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let dir = place.path().join("new").display().to_string();
    for command in
        [&["rules"][..], &["rules", "R32"], &["glossary"], &["init", &dir], &["generate", &dir, "--place", "neijiang"]]
    {
        let run = evenhand(&[&["--lang", "en", "--policy", "nonexist"], command].concat());
        assert_eq!(run.code, 3, "{command:?}: {}", run.stderr);
        assert!(run.stdout.is_empty() && run.stderr.contains("E0605"), "{command:?}: {}", run.stderr);
    }
    assert!(!std::path::Path::new(&dir).exists(), "nothing is written");
}

#[test]
fn a_reader_that_goes_away_changes_no_exit_code() {
    let code = |args: &[&str]| {
        let environment = Environment {
            args: std::iter::once("evenhand").chain(args.iter().copied()).map(Into::into).collect(),
            locale: None,
            today: jiff::civil::date(2026, 11, 22),
            user: None,
            stderr_is_terminal: false,
        };
        evenhand::cli::run(environment, &mut Gone, &mut Gone) as i32
    };
    assert_eq!(code(&["rules"]), 0);
    assert_eq!(code(&["--help"]), 0);
    assert_eq!(code(&["team"]), 2);
    assert_eq!(code(&["check", "no/such/folder"]), 3);
}

#[test]
fn a_party_on_the_roster_is_tied_to_each_person_once() {
    let copy = tempfile::tempdir().unwrap();
    let fixture = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/neijiang");
    for entry in std::fs::read_dir(fixture).unwrap().map(Result::unwrap) {
        std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    let dir = copy.path().to_str().unwrap();
    let run = evenhand(&[
        "ties",
        dir,
        "--person",
        "p0061",
        "--case",
        "NJ-2026-04",
        "--as-of",
        "2026-11-20",
        "--format",
        "json",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let told: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let mut bound = 0;
    for party in told["parties"].as_array().unwrap() {
        let ties = party["ties"].as_array().unwrap();
        bound += ties.len();
        for (index, tie) in ties.iter().enumerate() {
            let same =
                |other: &&serde_json::Value| other["kind"] == tie["kind"] && other["evidence"] == tie["evidence"];
            assert_eq!(ties[index + 1..].iter().find(same), None, "told twice: {tie}");
        }
    }
    assert!(bound > 0, "no tie: the test says nothing");
}

/// A copy of the small city with changed tables.
fn changed(changes: &[(&str, &dyn Fn(String) -> String)]) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    let fixture = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/neijiang");
    for entry in std::fs::read_dir(fixture).unwrap().map(Result::unwrap) {
        std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    for (table, change) in changes {
        let path = copy.path().join(table);
        std::fs::write(&path, change(std::fs::read_to_string(&path).unwrap())).unwrap();
    }
    copy
}

/// The general declaration of a person, made on another day; the person must have one.
fn declared_on(table: &str, person: &str, day: &str) -> String {
    let start = table.find(&format!("\n{person},,")).unwrap() + person.len() + 3;
    format!("{}{day}{}", &table[..start], &table[start + day.len()..])
}

#[test]
fn who_is_held_and_may_not_serve_is_named_before_anything_else() {
    let lapsed = |table: String| declared_on(&table, "p0129", "2024-01-02");
    let serves = |table: String| table + "p0129,NJ-2026-01,lead,初核,2026-11-01,2026-12-29,0.2,否,否\r\n";
    let pinned = |table: String| table + "p0052,NJ-2026-01,,指定,熟悉案情,案件监督管理室,分管领导\r\n";
    let copy = changed(&[("declarations.csv", &lapsed), ("assignments.csv", &serves), ("pins.csv", &pinned)]);
    let dir = copy.path().to_str().unwrap();
    let asked = ["--lang", "zh", "--as-of", "2026-11-20", "team", dir, "--case", "NJ-2026-01"];
    let run = evenhand(&[&asked[..], &["--no-open"]].concat());
    assert_eq!(run.code, 4, "{}", run.stderr);
    assert!(
        run.stderr.contains("\n  p0129 程明勇 · NJ-2026-01 · 现任组长：事实未掌握（M09 待申报）\n"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("重新申报") && run.stderr.contains("登记豁免") && run.stderr.contains("参办记录"));
    assert!(run.stderr.contains(&format!("screen {dir} --case NJ-2026-01 --person p0129")), "{}", run.stderr);
    assert!(!run.stderr.contains("p0052"), "the innocent are left alone: {}", run.stderr);
    assert_eq!(evenhand(&[&asked[..], &["--provisional"]].concat()).code, 0);
    let (file, lapsed) = (copy.path().join("declarations.csv"), "p0129,,2024-01-02,");
    let table = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, table.replace(lapsed, "p0129,,2026-09-23,")).unwrap();
    assert_eq!(evenhand(&asked).code, 0);
}

#[test]
fn pins_of_people_who_may_not_serve_are_named_without_telling_ties() {
    let pinned = |table: String| table + "p0003,NJ-2026-03,lead,指定,熟悉案情,案件监督管理室,分管领导\r\n";
    let copy = changed(&[("pins.csv", &pinned)]);
    let dir = copy.path().to_str().unwrap();
    let run = evenhand(&["--lang", "en", "--as-of", "2026-11-20", "team", dir, "--case", "NJ-2026-03"]);
    assert_eq!(run.code, 4, "{}", run.stderr);
    let line = run.stderr.lines().find(|line| line.contains("p0003")).unwrap();
    assert!(line.contains("NJ-2026-03 · pinned as") && line.contains("block"), "{line}");
    for rule in ["R01", "R05", "R32", "R33", "R34"] {
        assert!(!run.stderr.contains(rule), "{}", run.stderr);
    }
    assert!(run.stderr.contains("\nhint: drop the pin\n"), "{}", run.stderr);
}

#[test]
fn whoever_is_kept_out_by_the_clearance_is_not_told_of_as_recused() {
    let pinned = |table: String| table + "p0008,NJ-2026-01,,指定,熟悉案情,案件监督管理室,分管领导\r\n";
    let copy = changed(&[("pins.csv", &pinned)]);
    let dir = copy.path().to_str().unwrap();
    let told = |language| {
        let run = evenhand(&["--lang", language, "--as-of", "2026-11-20", "team", dir, "--case", "NJ-2026-01"]);
        assert_eq!(run.code, 4, "{}", run.stderr);
        run.stderr
    };
    let (zh, en) = (told("zh"), told("en"));
    assert!(zh.contains(" · NJ-2026-01 · 指定参加：不符合条件\n提示：撤销指定\n"), "{zh}");
    assert!(en.contains(" · NJ-2026-01 · pinned: does not qualify\nhint: drop the pin\n"), "{en}");
}

#[test]
fn whoever_is_not_admitted_to_any_role_is_told_why_and_led_to_the_rule() {
    let pinned = |table: String| table + "p0052,NJ-2026-01,,指定,熟悉案情,案件监督管理室,分管领导\r\n";
    let away = |table: String| table + "p0052,2026-11-25,2027-03-30\r\n";
    let copy = changed(&[("pins.csv", &pinned), ("leave.csv", &away)]);
    let dir = copy.path().to_str().unwrap();
    for (language, why) in [
        ("zh", "指定参加：不符合条件（M02 负荷与请假：参加办案期间请假 30 天（2026-11-30 至 2026-12-29））"),
        (
            "en",
            "pinned: not admitted (M02 load and leave: 30 days of leave within the service (from 2026-11-30 to 2026-12-29))",
        ),
    ] {
        let run = evenhand(&["--lang", language, "--as-of", "2026-11-20", "team", dir, "--case", "NJ-2026-01"]);
        assert_eq!(run.code, 4, "{}", run.stderr);
        assert!(run.stderr.contains(why), "{}", run.stderr);
        assert!(run.stderr.contains(&format!("evenhand rules M02 --roster {dir}")), "{}", run.stderr);
    }
}

#[test]
fn where_nobody_is_barred_only_the_wishes_pins_and_service_that_there_are_are_named() {
    // More parallel sessions than the templates have people for: the team cannot be formed, which needs no pin.
    let sessions = |table: String| {
        let crowded = |line: &str| {
            let mut cells: Vec<&str> = line.split(',').collect();
            if ["NJ-2026-01", "NJ-2026-04"].contains(&cells[0]) {
                cells[11] = "50";
            }
            cells.join(",") + "\n"
        };
        table.lines().map(crowded).collect()
    };
    let serves = |table: String| table + "p0129,NJ-2026-01,lead,初核,2026-11-01,2026-12-29,0.2,否,否\r\n";
    let leave = |table: String| table + "p0148,2026-12-20,2026-12-21\r\n";
    let said = |lang: &str, changes: &[(&str, &dyn Fn(String) -> String)], asked: &[&str]| {
        let copy = changed(&[&[("cases.csv", &sessions as &dyn Fn(String) -> String)], changes].concat());
        let dir = copy.path().to_str().unwrap();
        let run = evenhand(&[&["--lang", lang, "--as-of", "2026-11-20", "team", dir], asked].concat());
        assert_eq!(run.code, 4, "{}", run.stderr);
        let is_cause = |line: &&str| line.starts_with("错误：") || line.starts_with("error: ");
        let mut lines = run.stderr.lines().skip_while(|line| !is_cause(line)).map(str::to_string);
        [lines.next().unwrap_or_default(), lines.next().unwrap_or_default()]
    };
    let hint = |changes: &[(&str, &dyn Fn(String) -> String)], asked: &[&str]| said("zh", changes, asked)[1].clone();
    let cause = |lang: &str, changes: &[(&str, &dyn Fn(String) -> String)], asked: &[&str]| {
        said(lang, changes, asked)[0].clone()
    };
    assert_eq!(
        cause("zh", &[], &["--case", "NJ-2026-01", "--require", "NJ-2026-01"]),
        "错误：已证明：在硬性规则和 --require 之下没有可行方案"
    );
    assert_eq!(
        cause("en", &[], &["--case", "NJ-2026-04", "--no-open"]),
        "error: proven: no plan obeys the hard rules, --no-open and the pins together"
    );
    assert_eq!(
        cause("zh", &[("assignments.csv", &serves)], &["--case", "NJ-2026-01", "--require", "NJ-2026-01"]),
        "错误：已证明：在硬性规则、--require 和已有参办之下没有可行方案"
    );
    assert_eq!(hint(&[], &["--case", "NJ-2026-01", "--require", "NJ-2026-01"]), "提示：请去掉 --require 再试");
    assert_eq!(hint(&[], &["--case", "NJ-2026-04"]), "提示：被指定的人各自都能参加；请去掉名册中的指定再试");
    assert_eq!(
        hint(&[], &["--case", "NJ-2026-04", "--require", "NJ-2026-04", "--no-open"]),
        "提示：被指定的人各自都能参加；请逐项去掉 --require、--no-open、名册中的指定再试"
    );
    assert_eq!(
        hint(&[("assignments.csv", &serves)], &["--case", "NJ-2026-01"]),
        "提示：正在任职的人各自都能参加；已经退出的人，请在参办记录中把止日改到判断日期之前"
    );
    assert_eq!(
        hint(&[("leave.csv", &leave)], &["--case", "NJ-2026-04"]),
        "提示：被指定的人各自都能参加；请去掉名册中的指定再试；被指定的人在办案期间休假的（p0148 杜超 · NJ-2026-04），休假当天不算在岗，可能因此不符合 R10、R11、R12、R13"
    );
}

#[test]
fn a_declaration_that_lapses_during_service_is_told_and_one_that_lapses_after_it_fails_nobody() {
    let planned = |day: &'static str| {
        let lapses = move |table: String| declared_on(&table, "p0052", day);
        let pinned = |table: String| table + "p0052,NJ-2026-01,,指定,熟悉案情,案件监督管理室,分管领导\r\n";
        let copy = changed(&[("declarations.csv", &lapses), ("pins.csv", &pinned)]);
        let (dir, plan) = (copy.path().to_str().unwrap(), copy.path().join("plan.json"));
        let plan = plan.to_str().unwrap();
        let asked = ["--lang", "zh", "--as-of", "2026-11-20", "team", dir, "--case", "NJ-2026-01", "--out", plan];
        let run = evenhand(&asked);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let told = run.stderr.lines().skip_while(|line| !line.contains("W0701")).nth(1).map(str::to_string);
        let fails = |day: &str| {
            let run = evenhand(&["--lang", "zh", "--as-of", day, "verify", dir, plan]);
            run.stdout.contains("NJ-2026-01 · p0052") && run.stdout.contains("需审查")
        };
        let failed: Vec<bool> =
            ["2026-12-20", "2026-12-21", "2026-12-29", "2026-12-30", "2027-06-01"].map(fails).to_vec();
        (told.unwrap_or_default(), failed)
    };
    // The service ends on 2026-12-29; a general declaration holds for 365 days.
    let (told, failed) = planned("2025-12-20");
    assert!(told.contains("2026-12-21") && told.contains("p0052"), "{told}");
    assert_eq!(failed, [false, true, true, true, true]);
    let (told, failed) = planned("2025-12-28");
    assert!(told.contains("2026-12-29") && told.contains("p0052"), "{told}");
    assert_eq!(failed, [false, false, true, true, true]);
    let (told, failed) = planned("2025-12-29");
    assert!(!told.contains("p0052"), "{told}");
    assert_eq!(failed, [false; 5]);
}

/// The subject's own row and career rows without anything that tells where the subject works.
fn without_workplace(table: String, subject: &str) -> String {
    let blank = |line: &str| match line.contains(&format!("{subject},")) {
        true => {
            line.split(',').map(|cell| if cell.starts_with("o-") { "" } else { cell }).collect::<Vec<_>>().join(",")
        }
        false => line.to_string(),
    };
    table.split("\r\n").map(blank).collect::<Vec<_>>().join("\r\n")
}

#[test]
fn a_workplace_that_a_case_owes_is_told_once_and_not_of_each_member() {
    let parties = |table: String| without_workplace(table, "NJ-2026-01-S1");
    let none = |table: String| {
        let rows = table.split("\r\n").filter(|line| !line.contains("NJ-2026-01-S1"));
        rows.collect::<Vec<_>>().join("\r\n")
    };
    let late = |table: String| declared_on(&table, "p0129", "2024-01-02");
    let copy = changed(&[("parties.csv", &parties), ("careers.csv", &none), ("declarations.csv", &late)]);
    let dir = copy.path().to_str().unwrap();
    let pinned = std::fs::read_to_string(copy.path().join("pins.csv")).unwrap()
        + "p0129,NJ-2026-01,lead,指定,熟悉案情,案件监督管理室,案件监督管理室\r\n";
    std::fs::write(copy.path().join("pins.csv"), pinned).unwrap();
    let asked = ["--lang", "zh", "--as-of", "2026-11-20", "team", dir, "--case", "NJ-2026-01", "--provisional"];
    let run = evenhand(&asked);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let owed: Vec<&str> = run.stdout.lines().skip_while(|line| !line.starts_with("待申报")).skip(1).collect();
    let owed: Vec<&str> = owed.into_iter().take_while(|line| !line.is_empty()).collect();
    assert!(owed[0].trim_start().starts_with("NJ-2026-01") && owed[0].contains("由承办部门补登"), "{owed:#?}");
    let people: Vec<&&str> = owed.iter().filter(|line| line.trim_start().starts_with('p')).collect();
    assert!(people.iter().any(|line| line.contains("p0129")), "{owed:#?}");
    assert!(people.iter().all(|line| line.ends_with("M09")), "{owed:#?}");
    let signed: Vec<&str> = run.stderr.lines().filter(|line| line.contains("W0406")).collect();
    assert_eq!(signed.len(), 1, "{}", run.stderr);
    assert!(signed[0].contains("案件监督管理室既是提出人，又是批准人"));
}

#[test]
fn too_low_a_clearance_is_no_recusal_in_words_and_cases_alike_are_told_together() {
    let run =
        evenhand(&["--lang", "zh", "--as-of", "2026-11-20", "screen", "fixtures/neijiang", "--case", "NJ-2026-01"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let told = run.stdout.matches("不符合条件").count();
    assert!(told > 3, "{}", run.stdout);
    let json = ["--format", "json", "--as-of", "2026-11-20", "screen", "fixtures/neijiang", "--case", "NJ-2026-01"];
    assert!(!evenhand(&json).stdout.contains("不符合条件"));
    let case = |code: &str, subjects| evenhand::plan::CaseCoverage {
        case: code.into(),
        has_subject: true,
        subjects,
        with_organisation: subjects,
        with_career: subjects,
        with_grew_up: subjects,
        with_kin: subjects,
    };
    let coverage = evenhand::plan::Coverage {
        people: 9,
        with_career: 9,
        with_kin: 9,
        with_grew_up: 9,
        with_declaration: 9,
        cases: vec![case("c1", 1), case("c2", 2), case("c3", 1)],
    };
    let text = evenhand::report::coverage::text(&coverage, evenhand::diag::Language::Zh);
    let text = anstream::adapter::strip_str(&text).to_string();
    assert_eq!(text.matches("被审查调查人的这些记录").count(), 2, "{text}");
    assert!(text.contains("案件 c1、c3 被审查调查人的这些记录（每案）\n"), "{text}");
    assert!(text.contains("案件 c2 被审查调查人的这些记录\n"), "{text}");
}

//! Reading and writing roster folders.

use std::collections::BTreeMap;

use evenhand::diag::{Diagnostic, Language};
use evenhand::pool::read::{Reading, fingerprint, read_files};
use evenhand::pool::write::{EXAMPLE_DAY, init_folder, write_folder};

type Files = BTreeMap<String, Vec<u8>>;

fn without_faults(files: &Files) -> Reading {
    let reading = read_files(files);
    assert_eq!(reading.diagnostics, Vec::<Diagnostic>::new());
    reading
}

fn transcode(files: &Files) -> Files {
    let to_gb18030 = |bytes: &Vec<u8>| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        encoding_rs::GB18030.encode(text.trim_start_matches('\u{feff}')).0.into_owned()
    };
    files.iter().map(|(name, bytes)| (name.clone(), to_gb18030(bytes))).collect()
}

fn shuffled(files: &Files) -> Files {
    let reversed = |bytes: &Vec<u8>| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        lines.join("\n").into_bytes()
    };
    files.iter().map(|(name, bytes)| (name.clone(), reversed(bytes))).collect()
}

#[test]
fn the_template_reads_without_a_word_in_both_languages() {
    let zh = without_faults(&init_folder(Language::Zh, EXAMPLE_DAY));
    let en = without_faults(&init_folder(Language::En, EXAMPLE_DAY));
    assert_eq!(zh.pool, en.pool);
    assert!(zh.counts.iter().all(|count| count.records > 0 && count.file.is_some()), "{:?}", zh.counts);
}

#[test]
fn what_is_written_reads_back() {
    let pool = without_faults(&init_folder(Language::Zh, EXAMPLE_DAY)).pool;
    for language in [Language::Zh, Language::En] {
        assert_eq!(without_faults(&write_folder(&pool, language)).pool, pool);
    }
}

#[test]
fn encoding_row_order_and_language_leave_pool_and_fingerprint_alone() {
    let files = init_folder(Language::Zh, EXAMPLE_DAY);
    let pool = without_faults(&files).pool;
    for other in [transcode(&files), shuffled(&files), init_folder(Language::En, EXAMPLE_DAY)] {
        let found = without_faults(&other).pool;
        assert_eq!(found, pool);
        assert_eq!(fingerprint(&found), fingerprint(&pool));
    }
}

#[test]
fn every_fact_changes_the_fingerprint() {
    let pool = without_faults(&init_folder(Language::Zh, EXAMPLE_DAY)).pool;
    let mut changed = pool.clone();
    changed.people.values_mut().next().unwrap().availability -= 1;
    assert_ne!(fingerprint(&changed), fingerprint(&pool));
    let mut changed = pool.clone();
    changed.leave.clear();
    assert_ne!(fingerprint(&changed), fingerprint(&pool));
}

#[test]
fn regions_may_be_named_as_rosters_do() {
    let files = init_folder(Language::Zh, EXAMPLE_DAY);
    let pool = without_faults(&files).pool;
    let text = String::from_utf8(files["people.csv"].clone()).unwrap();
    for name in ["衡南县", "衡阳市衡南县", "衡阳衡南", "衡南", "430422"] {
        let mut files = files.clone();
        files.insert("people.csv".to_owned(), text.replace("430422", name).into_bytes());
        assert_eq!(without_faults(&files).pool, pool, "{name}");
    }
}

#[test]
fn titles_totals_and_padded_names_do_not_disturb() {
    let mut files = init_folder(Language::Zh, EXAMPLE_DAY);
    let pool = without_faults(&files).pool;
    let text = String::from_utf8(files["people.csv"].clone()).unwrap();
    let text = text
        .trim_start_matches('\u{feff}')
        .replace("张敏", "张　敏")
        .replace("编号", "编　号")
        .replace("姓名", "姓 名（必填）");
    let text = format!("人才库人员名册,,\r\n\r\n{text}合计,2人\r\n");
    files.insert("人员.csv".to_owned(), text.into_bytes());
    files.remove("people.csv");
    let reading = read_files(&files);
    assert_eq!(reading.pool, pool);
    assert_eq!(reading.diagnostics.iter().map(|fault| fault.code.0).collect::<Vec<_>>(), ["N0101"]);
    assert_eq!(reading.diagnostics[0].span.as_ref().and_then(|span| span.row), Some(6));
}

#[test]
fn a_header_of_two_rows_with_merged_cells_reads_like_one() {
    let files = init_folder(Language::Zh, EXAMPLE_DAY);
    let pool = without_faults(&files).pool;
    let person = |id: &str| pool.people[&id.into()].clone();
    let cell = |date: Option<evenhand::pool::PartialDate>| date.unwrap().to_string();
    let mut text =
        "人才库人员名册,,,,,,,,\n编号,姓名,工作单位,,,职级,出生,参加工作,\n,,单位,内设机构,派驻机构,,年月,时间,\n"
            .to_owned();
    for (id, room, group) in [("p1", "第一纪检监察室", ""), ("p2", "", "驻市教育局纪检监察组")] {
        let person = person(id);
        let (born, entered) = (cell(person.born), cell(person.entered));
        let rank = if id == "p1" { "四级调研员" } else { "四级主任科员" };
        text.push_str(&format!("{id},{},衡阳市纪委监委,{room},{group},{rank},{born},{entered},\n", person.name));
    }
    let mut given = files.clone();
    given.insert("people.csv".to_owned(), (text + "合计,2人,,,,,,,\n").into_bytes());
    let reading = read_files(&given);
    for id in ["p1", "p2"] {
        let (read, known) = (&reading.pool.people[&id.into()], person(id));
        assert_eq!(
            (&read.name, &read.unit, read.rank, read.born, read.entered),
            (&known.name, &known.unit, known.rank, known.born, known.entered)
        );
    }
    let told: Vec<&str> = reading.diagnostics.iter().map(|fault| fault.code.0).collect();
    assert_eq!(told, ["N0102", "N0102", "N0101"], "{:?}", reading.diagnostics);
    let understood = &reading.diagnostics[0].cause;
    assert!(
        understood.zh.contains("第 2、3 两行") && understood.zh.contains("出生/年月 = 出生年月"),
        "{}",
        understood.zh
    );
    assert!(understood.en.contains("rows 2 and 3") && understood.en.contains("出生/年月 = born"), "{}", understood.en);
}

#[test]
fn a_career_names_an_organisation_by_its_name_of_the_time() {
    let mut files = init_folder(Language::Zh, EXAMPLE_DAY);
    let line = |from: &str, to: &str| format!("人员,起,止,单位\np1,{from},{to},衡阳市监察局\n").into_bytes();
    files.insert("careers.csv".to_owned(), line("2010.07", "2014.03"));
    let reading = read_files(&files);
    assert_eq!(reading.pool.careers[0].organisation.as_ref().map(|id| id.as_str()), Some("o1"));
    files.insert("careers.csv".to_owned(), line("2019.07", "至今"));
    let reading = read_files(&files);
    assert_eq!(reading.pool.careers[0].organisation, None);
    assert_eq!(reading.pool.careers[0].organisation_text, "衡阳市监察局");
    assert_eq!(reading.diagnostics.iter().map(|fault| fault.code.0).collect::<Vec<_>>(), ["W0301"]);
}

#[test]
fn unknown_organisations_are_told_once_per_file_with_the_first_rows() {
    let mut files = init_folder(Language::Zh, EXAMPLE_DAY);
    let mut told = |names: &[&str]| {
        let rows: String = names
            .iter()
            .enumerate()
            .map(|(year, name)| format!("p1,{},{},{name}\n", 2001 + year, 2001 + year))
            .collect();
        files.insert("careers.csv".to_owned(), format!("人员,起,止,单位\n{rows}").into_bytes());
        let mut found = read_files(&files).diagnostics;
        found.retain(|fault| fault.code.0 == "W0301");
        let [fault] = found.try_into().unwrap();
        fault
    };
    let one = told(&["县供销社"]);
    assert!(one.cause.en.starts_with("1 organisation in 1 row not on file"), "{}", one.cause.en);
    assert_eq!(one.span.unwrap().row, Some(2));
    let many = told(&["甲局", "乙局", "甲局", "丙局", "丁局", "戊局", "己局"]);
    assert!(many.cause.en.starts_with("6 organisations in 7 rows not on file"), "{}", many.cause.en);
    assert!(many.cause.en.contains("row 2 “甲局”, row 3 “乙局”, row 5 “丙局”"), "{}", many.cause.en);
    assert!(many.cause.en.contains("row 7 “戊局” and 1 more;"), "{}", many.cause.en);
    assert!(
        many.cause.zh.contains("6 个，共 7 行：第 2 行“甲局”、") && many.cause.zh.contains("等 6 个"),
        "{}",
        many.cause.zh
    );
}

#[test]
fn a_dash_in_a_cell_is_a_blank() {
    let mut files = init_folder(Language::En, EXAMPLE_DAY);
    let table = String::from_utf8(files["careers.csv"].clone()).unwrap();
    let header: Vec<&str> = table.lines().next().unwrap().trim_start_matches('\u{feff}').split(',').collect();
    let department = header.iter().position(|column| *column == "department").unwrap();
    let mut row: Vec<&str> = table.lines().nth(1).unwrap().split(',').collect();
    for dash in ["-", "—", "/", ""] {
        row[department] = dash;
        files.insert("careers.csv".into(), format!("{}\n{}\n", header.join(","), row.join(",")).into_bytes());
        assert_eq!(without_faults(&files).pool.careers[0].department, None, "{dash:?}");
    }
}
